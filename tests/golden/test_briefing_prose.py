"""A briefing says who did what for whom, its strongest figures, and the rest in a page."""

import re
from typing import Any

import pytest

from prose import check, composed, document_of, of
from summarykit.diagnostics import Code
from summarykit.document import plain

RATE = {"id": "rate", "code": "filing", "value": "96%", "target": "95%", "as_of": "2024-06"}
RESULTS = [
    {"text": "校园和谐", "strength": "asserted"},
    {"text": "评语册齐全", "value": "46册"},
    {"text": "档案齐全", "indicator": "rate"},
]
PUPILS = {"cohort": "enrolled", "count": "612名"}
CARED_FOR = {"cohort": "left_behind", "count": "87名"}


def lines(data: dict[str, Any]) -> list[str]:
    """Return the paragraphs below the title."""
    return check(data, "briefing").split("\n")[1:]


def measures(*names: str) -> list[dict[str, Any]]:
    kinds = ("register_files", "home_visit", "heart_talk")
    return [
        {"kind": kind, "name": name, "practice": "由班主任逐人落实", "status": "done"}
        for kind, name in zip(kinds, names, strict=False)
    ]


def test_the_strongest_figures_stand_in_the_lead() -> None:
    data = of(results=RESULTS) | {"indicators": [RATE], "population": []}
    text = lines(data)[0]
    assert text.index("建档率为96%") < text.index("46册") < text.index("校园和谐")
    assert "截至" not in text


def test_the_lead_stands_alone_where_more_results_follow() -> None:
    more = [{"text": "家长放心", "strength": "asserted"}]
    first, second = lines(of(results=[*RESULTS, *more]) | {"indicators": [RATE]})[:2]
    assert "校园和谐" not in first
    assert second == "校园和谐。家长放心。"


@pytest.mark.parametrize(
    ("population", "said"),
    [
        ([PUPILS], "，面向全校学生612名。"),
        ([PUPILS, CARED_FOR], "，面向全校学生612名，其中留守儿童87名。"),
        ([CARED_FOR], "，服务对象有留守儿童87名。"),
        ([], "(和|、)家访工作。"),
    ],
)
def test_whom_the_work_is_for_is_said_as_far_as_it_is_known(
    population: list[dict[str, str]], said: str
) -> None:
    programmes: dict[str, Any] = {"left_behind_care": {}, "home_visits": {}}
    data = of() | {"population": population, "programmes": programmes}
    assert re.search(said, lines(data)[0])


def test_several_measures_of_a_group_are_counted_up_with_their_names() -> None:
    text = "\n".join(lines(of(measures=measures("一人一档", "上门走访", "逐个谈心"))))
    assert "一是一人一档。班主任逐人落实。二是" in text
    assert "：由" not in text


def test_a_briefing_without_measures_is_warned_of() -> None:
    made = composed(of() | {"programmes": {"safety": {}}}, "briefing")
    empty = [f for f in made.findings if f.code is Code.SECTION_EMPTY]
    assert [str(f.message).rsplit(" ", 1)[1] for f in empty] == ["measures"]
    assert "简报" in plain(document_of(of(), "briefing").title)


def test_next_steps_are_one_paragraph_of_readable_sentences() -> None:
    steps = [{"action": f"教师{what}，在生活和学习上多安慰、多帮助"} for what in "多听多看多想"]
    text = lines(of(next_steps=steps))[-1]
    assert text.startswith("下一步打算：教师多，")
    assert max(map(len, text.split("。"))) <= 120


def test_what_is_planned_stands_behind_the_next_steps() -> None:
    planned = {"kind": "appraisal_incentive", "contents": ["家长评价"], "status": "planned"}
    data = of(next_steps=[{"action": "更新联系卡"}], measures=[*measures("一人一档"), planned])
    text = lines(data)[-1]
    assert re.match("(下一步，将|下一步打算：)更新联系卡。", text)
    assert "考核奖惩" in text
    assert "家长评价" in text


def test_the_lead_of_one_event_does_not_begin_with_it() -> None:
    data = of() | {"period": {"kind": "single_event"}}
    assert lines(data)[0].startswith("青石镇中心小学开展")


def test_names_in_a_row_say_work_once() -> None:
    programmes = {
        "left_behind_care": {"name": "关爱留守儿童工作"},
        "safety": {"name": "安全教育工作"},
    }
    data = of() | {"programmes": programmes}
    assert "关爱留守儿童和安全教育工作" in lines(data)[0]
    assert "关爱留守儿童和安全教育工作" in check(data, "annual").split("\n")[1]
    assert "关爱留守儿童和安全教育工作" in check(data, "work_plan")
