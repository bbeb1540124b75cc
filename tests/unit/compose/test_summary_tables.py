"""The tables of a summary: their columns and cells, and when there is none."""

from typing import Any

import pytest

import template_packs
from summarykit.compose.tables.record_tables import attachment_table, table_called
from summarykit.compose.views import Missing, View
from summarykit.document import Table, Text, plain
from summarykit.model.population import Population
from summarykit.model.record import Attachment
from summarykit.packs import Phrase, UnknownNameError

RECORD = template_packs.record(
    population=[
        {"cohort": "enrolled", "count": "600名", "grade": "三年级", "gender": "female"},
        {"cohort": "left_behind", "count": "若干名", "name": "留守儿童（含单亲）"},
        {"cohort": "migrant", "count": "48名", "part_of": "all"},
        {"cohort": "enrolled", "count": "600名", "part_of": "all", "grade": "六年级"},
        {"cohort": "parent", "count": "30余名", "part_of": "nobody"},
    ],
    enrolment_flow=[
        {
            "opening": "600名",
            "transferred_in": "3名",
            "dropped_out": "0名",
            "suspended": "0名",
            "closing": "603名",
            "grade": "三年级",
        },
        {"opening": "90名", "closing": "90名"},
    ],
    indicators=[
        {"id": "i", "code": "pairing_coverage", "numerator": "87名", "denominator": "100名"},
        {"code": "graduation", "name": "完成情况", "value": "99%", "target": "98%"},
    ],
    home_visits={
        "campaigns": [
            {
                "name": "大家访",
                "coverage": [
                    {
                        "group": "留守儿童家庭",
                        "visited": "87户",
                        "total": "87户",
                        "rate": "100%",
                    },
                    {"group": "其他家庭"},
                ],
            }
        ]
    },
    attachments=[
        {"id": "a", "name": "名册", "columns": ["甲", "乙"], "rows": [["1", "2", "3"], [""]]},
        {"name": "文件", "text": "正文"},
    ],
)
ROOT: Any = View(RECORD, "")
WHOLE = View(Population.model_validate({"cohort": "enrolled", "count": "600名"}), "all")


def cells(table: object) -> list[list[str]]:
    """Return heads and rows as plain words."""
    assert isinstance(table, Table)
    heads = [plain(column.head) for column in table.columns]
    return [heads, *([plain(cell) for cell in row] for row in table.rows)]


def made(name: str, entries: tuple[View, ...], **options: object) -> Table | None:
    return table_called(name)(entries, **options)


def unit(table: Table | None) -> str:
    assert table is not None
    return table.unit


def test_counts_with_what_they_are_split_by() -> None:
    table = made("population", ROOT.population[:2], by="范围")

    assert cells(table) == [
        ["范围", "人数"],
        ["三年级，女", "600"],
        ["留守儿童（含单亲）", "—"],
    ]
    assert unit(table) == "单位：名"


def test_cohorts_with_their_share_in_the_whole() -> None:
    table = made("cohorts", ROOT.population, find=find)

    assert cells(table) == [
        ["对象", "人数", "所属群体", "占比"],
        ["三年级女生", "600", "—", "—"],
        ["留守儿童（含单亲）", "—", "—", "—"],
        ["进城务工人员随迁子女", "48", "在校学生", "8.0%"],
        ["六年级在校学生", "600", "在校学生", "—"],
        ["家长", "30余", "—", "—"],
    ]
    assert made("cohorts", ROOT.population[:1], find=find) is None


def find(link: object) -> object:
    return WHOLE if str(link) == "all" else Missing("nobody")


def test_movements_that_are_known_have_a_column() -> None:
    table = made("flow", ROOT.enrolment_flow)

    assert cells(table) == [
        ["年级", "期初", "转入", "辍学", "休学", "期末"],
        ["全部", "90", "—", "—", "—", "90"],
        ["三年级", "600", "3", "0", "0", "603"],
    ]
    assert table is not None
    assert [getattr(cell[0], "ref", "") for cell in table.rows[1]] == [
        "enrolment_flow[0].grade",
        "enrolment_flow[0].opening#figure",
        "enrolment_flow[0].transferred_in#figure",
        "enrolment_flow[0].dropped_out#figure",
        "enrolment_flow[0].suspended#figure",
        "enrolment_flow[0].closing#figure",
    ]


def test_the_flow_of_the_whole_is_called_so_and_its_stages_are_told_apart() -> None:
    flow = {"opening": "9名", "transferred_in": "1人", "closing": "10名"}
    whole = {**flow, "organisation": "青石小学", "stage": "primary"}
    part = {**flow, "organisation": "石门教学点", "stage": "teaching_point"}

    def scopes(*flows: dict[str, str]) -> list[str]:
        record: Any = View(template_packs.record(enrolment_flow=flows), "")
        table = made("flow", record.enrolment_flow, whole="青石小学", whole_name="全校")
        assert unit(table) == ""
        return [row[0] for row in cells(table)[1:]]

    assert scopes(whole) == ["全校"]
    assert scopes(whole, part) == ["全校", "石门教学点"]
    assert scopes(whole, {**whole, "stage": "junior"}) == ["小学", "初中", "合计"]


def test_indicators_with_counts_and_targets() -> None:
    table = made("indicators", ROOT.indicators)

    assert cells(table) == [
        ["指标", "实数", "基数", "完成值", "目标值"],
        [str(ROOT.indicators[0].code), "87", "100", "87.0%", "—"],
        ["完成情况", "—", "—", "99%", "98%"],
    ]
    assert table is not None
    assert [getattr(row[3][0], "ref", "") for row in table.rows] == [
        "i.value#computed",
        "indicators[1].value",
    ]


def test_who_is_left_out_of_a_rate_has_a_column() -> None:
    rate = {"code": "other", "name": "达标率", "value": "94%", "exempt": "7名"}
    record: Any = View(
        template_packs.record(indicators=[rate, {**rate, "exemption": "免予测试"}]), ""
    )

    assert [row[-1] for row in cells(made("indicators", record.indicators))] == [
        "不计入",
        "7名",
        "7名（免予测试）",
    ]


def test_coverage_by_group() -> None:
    table = made("coverage", ROOT.home_visits.campaigns[0].coverage)

    assert cells(table) == [
        ["对象", "应访", "已访", "覆盖率"],
        ["留守儿童家庭", "87", "87", "100%"],
        ["其他家庭", "—", "—", "—"],
    ]
    assert unit(table) == "单位：户"


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("population", ROOT.population[:1]),
        ("flow", ROOT.enrolment_flow[1:]),
        ("flow", ()),
        ("indicators", ROOT.indicators[:1]),
        ("coverage", ROOT.home_visits.campaigns[0].coverage[:1]),
        ("attachment", ROOT.attachments[1:]),
        ("attachment", ()),
    ],
)
def test_too_few_entries_make_no_table(name: str, entries: tuple[View, ...]) -> None:
    assert made(name, entries) is None


def test_a_row_of_an_attachment_has_all_its_cells_be_they_more_than_the_heads() -> None:
    table = made("attachment", ROOT.attachments)

    assert cells(table) == [["甲", "乙", ""], ["1", "2", "3"], ["—", "—", "—"]]
    assert table is not None
    assert plain(table.caption) == "名册"
    assert attachment_table(ROOT.period, "t") is None
    assert attachment_table(View(Attachment(name="空"), "b"), "t") is None


def test_a_caption_may_be_a_phrase_with_values() -> None:
    table = made("flow", ROOT.enrolment_flow, caption=Phrase([ROOT.organisation.name, "变动"]))

    assert table is not None
    assert plain(table.caption) == "青石小学变动"
    assert table.caption[1] == Text("变动")


def test_a_table_of_another_name_is_an_error_that_knows_the_right_ones() -> None:
    with pytest.raises(UnknownNameError) as error:
        table_called("roster")

    assert error.value.known is not None
    assert "population" in error.value.known


def test_a_table_of_the_wrong_entries_is_an_error() -> None:
    with pytest.raises(TypeError, match="the population table needs entries of the population"):
        made("population", ROOT.indicators)
    assert not Missing("x")
