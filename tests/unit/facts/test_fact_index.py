"""Every fact of a record, by the name templates know it by."""

from typing import Any

import pytest

from summarykit.facts import FactKind, child, declared_value, index, item
from summarykit.facts.survey import survey
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.population import Population
from summarykit.model.record import Attachment, ExtraFact
from summarykit.model.values import Money, PartialDate, Quantity, UnreadableValue

RECORD = YearRecord.model_validate(
    {
        "organisation": {
            "name": "青石镇中心小学",
            "level": "school",
            "staff": {"kind": "教师", "count": "38人"},
        },
        "period": {"kind": "term", "as_of": ["2024-06-30", "7月初"]},
        "population": {"id": "left_behind", "cohort": "left_behind", "count": "87名"},
        "programmes": {
            "left_behind_care": {
                "goals": {"id": "g1", "text": "全部结对"},
                "measures": [
                    {
                        "id": "m1",
                        "kind": "teacher_pairing",
                        "pairs": "八九对",
                        "frequency": "每周一次",
                        "amount": "4600元",
                        "contents": ["谈心", "辅导"],
                        "registers": [{"name": "谈话记录", "count": "87份"}],
                        "serves": ["g1"],
                    },
                    {"kind": "heart_talk", "time_limit": "开学一个月内", "pairs": "未统计"},
                ],
            }
        },
        "attachments": {"id": "a1", "name": "统计表", "columns": "年级", "rows": [["一", ""]]},
        "extra": [
            {"id": "x1", "name": "面积", "type": "quantity", "value": "300 平方米"},
            {"name": "投入", "type": "money", "value": "2万元"},
            {"name": "校训", "value": "勤学"},
            {"name": "奠基", "type": "date", "value": "很久以前"},
        ],
    }
)
INDEX = index(RECORD)


def test_facts_are_called_from_the_nearest_entity_with_an_id() -> None:
    assert [f"{ref} = {entry}" for ref, entry in INDEX.items()] == [
        "organisation.name = 青石镇中心小学",
        "organisation.level = 学校",
        "organisation.staff[0].kind = 教师",
        "organisation.staff[0].count = 38人",
        "period.kind = 学期",
        "period.as_of[0] = 2024年6月30日",
        "period.as_of[1] = 7月初",
        "left_behind.cohort = 留守儿童",
        "left_behind.count = 87名",
        "g1.text = 全部结对",
        "m1.kind = 教师结对",
        "m1.status = 持续开展",
        "m1.frequency = 每周一次",
        "m1.pairs = 八九对",
        "m1.amount = 4600元",
        "m1.contents[0] = 谈心",
        "m1.contents[1] = 辅导",
        "m1.registers[0].name = 谈话记录",
        "m1.registers[0].count = 87份",
        "programmes.left_behind_care.measures[1].kind = 谈心",
        "programmes.left_behind_care.measures[1].status = 持续开展",
        "programmes.left_behind_care.measures[1].time_limit = 开学一个月内",
        "programmes.left_behind_care.measures[1].pairs = 未统计",
        "a1.name = 统计表",
        "a1.kind = 统计表",
        "a1.columns[0] = 年级",
        "a1.rows[0][0] = 一",
        "x1.name = 面积",
        "x1.value = 300平方米",
        "extra[1].name = 投入",
        "extra[1].value = 2万元",
        "extra[2].name = 校训",
        "extra[2].value = 勤学",
        "extra[3].name = 奠基",
        "extra[3].value = 很久以前",
    ]


def test_a_fact_knows_its_value_its_kind_and_its_place() -> None:
    pairs, name = INDEX["m1.pairs"], INDEX["organisation.name"]
    assert pairs.value == Quantity.parse("八九对")
    assert (pairs.kind, name.kind) == (FactKind.FIGURE, FactKind.TEXT)
    assert pairs.path == ("programmes", "left_behind_care", "measures", 0, "pairs")
    assert INDEX["x1.value"].path == ("extra", 0, "value")


def test_the_place_of_every_fact_leads_to_its_value() -> None:
    plain = RECORD.model_dump(mode="json")
    for ref, entry in INDEX.items():
        found: Any = plain
        for step in entry.path:
            found = found[step]
        if not ref.startswith("x1"):
            assert found in {str(entry), entry.value}


def test_an_unknown_reference_is_a_key_error() -> None:
    assert "m1" not in INDEX
    assert INDEX.get("m1.registers[1].count") is None
    with pytest.raises(KeyError):
        INDEX["m1.count"]


def test_an_index_says_how_much_is_in_it() -> None:
    assert repr(INDEX) == "<FactIndex: 35 facts>"
    assert len(INDEX) == 35


@pytest.mark.parametrize(
    ("position", "value"),
    [
        (0, Quantity.parse("300平方米")),
        (1, Money.parse("2万元")),
        (2, "勤学"),
    ],
)
def test_an_extra_fact_has_the_type_it_declares(position: int, value: object) -> None:
    assert declared_value(RECORD.extra[position]) == value
    assert INDEX[child(item("extra", position, RECORD.extra[position]), "value")].value == value


def test_an_extra_fact_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(UnreadableValue):
        declared_value(RECORD.extra[3])
    date = ExtraFact(name="奠基", type="date", value="1958年")
    assert declared_value(date) == PartialDate.parse("1958年")


def test_of_two_entries_with_one_id_the_first_is_in_the_index() -> None:
    extra = [{"id": "x", "name": "甲", "type": "quantity", "value": f"{n}个"} for n in (1, 2)]
    record = RECORD.model_copy(
        update={"extra": tuple(ExtraFact.model_validate(one) for one in extra)}
    )
    assert str(index(record)["x.value"]) == "1个"


def test_references_are_built_step_by_step() -> None:
    named = RECORD.population[0]
    assert child("", "organisation") == "organisation"
    assert child("m1", "pairs") == "m1.pairs"
    assert (
        item("organisation.staff", 0, RECORD.organisation.staff[0]) == "organisation.staff[0]"
    )
    assert item("population", 0, named) == "left_behind"
    assert item("population", 0, named.model_copy(update={"id": None})) == "population[0]"
    assert item("m1.contents", 1, "谈心") == "m1.contents[1]"


def test_a_survey_finds_entities_by_their_class() -> None:
    found = survey(RECORD)
    assert found.of(Population) == [(("population", 0), RECORD.population[0])]
    assert found.of(Attachment) == [(("attachments", 0), RECORD.attachments[0])]
    assert found.of(Entity) == []
