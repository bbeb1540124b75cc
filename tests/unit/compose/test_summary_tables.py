"""The tables of a summary: their columns and cells, and when there is none."""

from typing import Any

import pytest

import template_packs
from summarykit.compose.tables import attachment_table, table_called
from summarykit.compose.views import Missing, View
from summarykit.document import Table, Text, plain
from summarykit.model.record import Attachment
from summarykit.packs import Phrase, UnknownNameError

RECORD = template_packs.record(
    population=[
        {"cohort": "enrolled", "count": "600名", "grade": "三年级", "gender": "female"},
        {"cohort": "left_behind", "count": "若干名", "name": "留守儿童（含单亲）"},
    ],
    enrolment_flow=[
        {"opening": "600名", "transferred_in": "3名", "closing": "603名", "grade": "三年级"},
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


def cells(table: object) -> list[list[str]]:
    """Return heads and rows as plain words."""
    assert isinstance(table, Table)
    heads = [plain(column.head) for column in table.columns]
    return [heads, *([plain(cell) for cell in row] for row in table.rows)]


def made(name: str, entries: tuple[View, ...], **options: object) -> Table | None:
    return table_called(name)(entries, **options)


def test_counts_with_what_they_are_split_by() -> None:
    assert cells(made("population", ROOT.population)) == [
        ["对象", "范围", "人数"],
        ["在校学生", "三年级，女", "600名"],
        ["留守儿童（含单亲）", "—", "—"],
    ]


def test_movements_that_occur_have_a_column() -> None:
    assert cells(made("flow", ROOT.enrolment_flow)) == [
        ["范围", "期初", "转入", "期末"],
        ["三年级", "600名", "3名", "603名"],
        ["全部", "90名", "—", "90名"],
    ]


def test_indicators_with_counts_and_targets() -> None:
    table = made("indicators", ROOT.indicators)

    assert cells(table) == [
        ["指标", "实际数", "应有数", "完成值", "目标值"],
        [str(ROOT.indicators[0].code), "87名", "100名", "87%", "—"],
        ["完成情况", "—", "—", "99%", "98%"],
    ]
    assert table is not None
    assert [getattr(row[3][0], "ref", "") for row in table.rows] == [
        "i.value#computed",
        "indicators[1].value",
    ]


def test_coverage_by_group() -> None:
    assert cells(made("coverage", ROOT.home_visits.campaigns[0].coverage)) == [
        ["对象", "应访", "已访", "覆盖率"],
        ["留守儿童家庭", "87户", "87户", "100%"],
        ["其他家庭", "—", "—", "—"],
    ]


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


def test_a_row_of_an_attachment_has_one_cell_a_column() -> None:
    table = made("attachment", ROOT.attachments)

    assert cells(table) == [["甲", "乙"], ["1", "2"], ["—", "—"]]
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
    with pytest.raises(TypeError, match="rate_of needs an indicator"):
        made("indicators", ROOT.home_visits.campaigns)
    assert not Missing("x")
