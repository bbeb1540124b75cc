"""docs/fields.md is what the model says of itself."""

import re
from pathlib import Path

import pytest

from summarykit.cli import main
from summarykit.model.kinds import DifficultyKind, MeasureKind
from summarykit.model.page import fields_page
from summarykit.model.record import YearRecord
from summarykit.model.schema import kinds_of
from summarykit.model.vocabulary import Cohort

PAGE = Path(__file__).parents[3] / "docs/fields.md"


def test_the_page_is_the_one_that_the_model_makes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["schema", "--format", "md"]) == 0
    made = capsys.readouterr().out
    assert made == fields_page()
    assert PAGE.read_text("utf-8") == made


@pytest.mark.parametrize("kind", [MeasureKind, DifficultyKind, Cohort])
def test_every_value_of_a_list_has_both_of_its_names(
    kind: type[MeasureKind | DifficultyKind | Cohort],
) -> None:
    for choice in kind:
        assert f"| {choice.label} | `{choice.value}` |" in fields_page()


def test_every_entity_and_every_list_has_its_table_and_every_link_leads_to_one() -> None:
    page = fields_page()
    headings = re.findall(r"(?m)^## (.+)$", page)
    assert {h.split()[-1] for h in headings} == {k.__name__ for k in kinds_of(YearRecord)}
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert len(anchors) == len(headings)
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == anchors - {"记录-yearrecord"}


@pytest.mark.parametrize(
    "row",
    [
        "| 层级 | `level` | 是 | [单位的层级 Level](#单位的层级-level) | 班级、学校、",
        "| 服务目标 | `serves` |  | 编号，可多项 | 所服务目标的编号 |",
        "| 盖章 | `seal` |  | 是 或 否 | 是否加盖印章 |",
        "| 类型 | `type` |  | `quantity` 或 `money` 或 `date` 或 `text` | 值的类型 |",
        "| 金额 | `amount` |  | 4600元、450万元、每年每人750元 | 金额 |",
        "| 主送 | `addressee` |  | 文字 | 主送机关 |",
    ],
)
def test_a_field_tells_how_it_is_written(row: str) -> None:
    assert row in fields_page()
