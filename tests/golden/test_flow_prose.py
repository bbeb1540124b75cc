"""How enrolment moved: told so that it adds up, in a sentence or in a table."""

from typing import Any

from prose import check, document_of, of, said, tables
from summarykit.document import facts_of

FLOW = {
    "opening": "598名",
    "newly_enrolled": "98名",
    "transferred_in": "34名",
    "graduated": "97名",
    "transferred_out": "22名",
    "dropped_out": "0名",
    "closing": "611名",
}
DROPOUT: dict[str, Any] = {"programmes": {"dropout_prevention": {}}, "population": []}


def flowing(*flows: dict[str, str], **more: object) -> str:
    """Return the text of a report on drop-out with these flows."""
    return check(of() | DROPOUT | {"enrolment_flow": flows} | more, "dropout_prevention")


def test_one_flow_is_told_so_that_it_can_be_added_up() -> None:
    text = flowing(FLOW)
    assert "期初在校学生598名。" in text
    assert "新招收98名、转入34名，共增加132名。毕业97名、转出22名，共减少119名。" in text
    assert "辍学0名。期末在校学生611名，" in text
    assert said(text, "比期初净增加13名。", "，净增加13名。")


def test_the_sums_of_a_flow_are_left_out_where_they_do_not_lead_to_the_end() -> None:
    assert "共增加" not in flowing(FLOW | {"closing": "600名"})
    assert "共增加" not in flowing(FLOW | {"newly_enrolled": "约100名"})


def test_a_small_flow_is_one_sentence() -> None:
    few = {
        "opening": "80人",
        "transferred_in": "1人",
        "transferred_out": "3人",
        "closing": "78人",
    }
    assert "期初在校学生80人，期间转入1人、转出3人，期末在校学生78人。" in flowing(few)


def test_who_is_suspended_stays_on_the_roll_where_the_figures_say_so() -> None:
    stays = FLOW | {"suspended": "2名"}
    assert "共减少119名，另有休学2名。" in flowing(stays)
    leaves = stays | {"closing": "609名"}
    assert "休学2名，共减少121名。" in flowing(leaves)


def test_the_number_of_pupils_is_compared_once() -> None:
    whole = {"cohort": "enrolled", "count": "611名", "previous": "598名"}
    text = flowing(FLOW, population=[whole])
    assert "增加13名，增长2.2%。" in text
    assert "期末在校学生611名。" in text
    assert text.count("13名") == 1


def test_what_nobody_did_is_said() -> None:
    nobody = {"transferred_in": "0名", "exempt": "0名", "closing": "577名"}
    assert "辍学、转入、免学缓学均为0名。" in flowing(FLOW | nobody)
    assert "辍学0名、转入0人。" in flowing(FLOW | {"transferred_in": "0人"})


def test_each_movement_of_nobody_keeps_its_place_in_the_record() -> None:
    data = of() | DROPOUT | {"enrolment_flow": [FLOW | {"transferred_in": "0名"}]}
    told = {fact.ref: fact.text for fact in facts_of(document_of(data, "dropout_prevention"))}
    assert told["enrolment_flow[0].dropped_out#nobody"] == "辍学"
    assert told["enrolment_flow[0].transferred_in"] == "0名"


PARTS = [
    {"grade": g, "opening": f"{n}名", "transferred_in": "2名", "closing": f"{n + 2}名"}
    for g, n in (("一年级", 30), ("二年级", 40), ("三年级", 50))
]


def flow_table_of(*flows: dict[str, str]) -> list[str]:
    """Return the lines of the table that flows make."""
    data = of() | DROPOUT | {"enrolment_flow": flows}
    return tables(document_of(data, "dropout_prevention"))[0][1:]


def test_flows_of_parts_make_a_table_that_is_added_up() -> None:
    assert "学生变动情况见下表。" in flowing(*PARTS)
    lines = flow_table_of(*PARTS)
    assert lines[0] == "年级 期初 转入 期末"
    assert lines[-1] == "合计 120 6 126"


def test_the_whole_is_told_in_a_sentence_and_is_the_total_where_the_parts_reach_it() -> None:
    whole = {"opening": "120名", "transferred_in": "6名", "closing": "126名"}
    text = flowing(whole, *PARTS)
    assert "全校期初在校学生120名，期间转入6名，期末在校学生126名。各年级学生变动情况见" in text
    assert flow_table_of(whole, *PARTS)[-1] == "合计 120 6 126"
    more = {"opening": "200名", "transferred_in": "9名", "closing": "209名"}
    lines = flow_table_of(more, *PARTS)
    assert lines[1] == "全校 200 9 209"
    assert lines[-1] == "三年级 50 2 52"


def test_flows_of_grades_and_of_stages_are_not_added_up() -> None:
    stage = {"stage": "junior", "opening": "90名", "transferred_in": "1名", "closing": "91名"}
    stages = [stage, stage | {"stage": "primary"}]
    assert not [line for line in flow_table_of(*stages, *PARTS) if line.startswith("合计")]
