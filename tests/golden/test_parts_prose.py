"""What a situation tells of names, parts, periods, rates and flows, so that nothing is lost."""

from typing import Any

from prose import check, document_of, of
from summarykit.document import Table, blocks_of, plain

COUNTED = {"cohort": "left_behind", "count": "61名"}


def told(*population: dict[str, Any], report: str = "left_behind_care", **more: object) -> str:
    """Return the text of a report on these counts."""
    return check(of() | {"population": list(population)} | more, report)


def test_a_name_of_its_own_keeps_what_else_the_count_is_split_by() -> None:
    name = {"name": "重点帮扶对象", "grade": "六年级", "gender": "female"}
    assert "六年级重点帮扶对象（女生）61名" in told(COUNTED | name)
    assert "有六年级留守儿童61名" in told(
        COUNTED | {"name": "六年级留守儿童", "grade": "六年级"}
    )


def test_a_part_that_is_split_by_more_than_its_sisters_has_a_sentence_of_its_own() -> None:
    text = told(
        {"id": "lb", "cohort": "left_behind", "count": "61名"},
        COUNTED | {"id": "g", "count": "29名", "gender": "female", "grade": "六年级"},
        COUNTED | {"id": "b", "count": "32名", "gender": "male"},
        partitions=[{"whole": "lb", "parts": ["g", "b"], "by": "gender"}],
    )
    assert "六年级留守儿童（女生）29名" in text


def test_a_split_of_nobody_told_before_says_whose_it_is() -> None:
    text = told(*(COUNTED | {"gender": one, "count": "30名"} for one in ("female", "male")))
    ways = ("按性别分", "从性别看", "按性别统计")
    assert any(f"留守儿童{by}，女生30名" in text for by in ways), text


def test_parts_counted_on_one_day_say_it_once() -> None:
    parts = [
        COUNTED | {"gender": one, "count": "30名", "date": "2024-03"}
        for one in ("female", "male")
    ]
    assert told(*parts).count("截至2024年3月") == 1


def test_an_earlier_count_under_another_definition_says_which() -> None:
    earlier = {"previous": "70名", "previous_definition": "both_parents_away"}
    assert "人数按“父母双方外出务工”的口径统计。" in told(COUNTED | earlier)


def test_a_period_of_comparison_whose_name_does_not_say_its_dates_has_them() -> None:
    period = of()["period"] | {
        "comparison": {"name": "上次普查", "start": "2021-03", "end": "2021-06"}
    }
    text = told(COUNTED | {"previous": "70名"}, period=period)
    assert "上次普查为2021年3月至6月。" in text


def test_a_rate_says_whom_it_is_of_and_whom_it_leaves_out() -> None:
    rate = {"code": "other", "name": "作业完成率", "value": "95%", "cohort": "left_behind"}
    text = told(COUNTED, indicators=[rate | {"exemption": "因病休学"}], report="annual")
    assert "留守儿童作业完成率为95%，因病休学的不计入统计。" in text


def test_flows_of_different_times_have_a_column_for_them() -> None:
    flows = [
        {"grade": "一年级", "opening": "40名", "closing": "41名", "start": "2023-09"},
        {"grade": "二年级", "opening": "45名", "closing": "45名", "end": "2024-07"},
    ]
    made = document_of(of() | {"enrolment_flow": flows}, "annual")
    table = next(block for block in blocks_of(made) if isinstance(block, Table))
    assert [plain(row[1]) for row in table.rows] == ["2023年9月起", "截至2024年7月"]
