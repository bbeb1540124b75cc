"""Every indicator code has its definition in docs/indicators.md."""

import re
from pathlib import Path

import pytest

from summarykit.model.vocabulary import IndicatorCode

CODES = list(IndicatorCode)
PAGE = (Path(__file__).parents[3] / "docs/indicators.md").read_text("utf-8")


@pytest.mark.parametrize("code", IndicatorCode)
def test_each_code_has_its_definition_its_source_and_a_caution(code: IndicatorCode) -> None:
    _, _, rest = PAGE.partition(f"### {code} {code.label}\n\n")
    entry, _, _ = rest.partition("\n### ")
    assert re.findall(r"(?m)^- (..)：", entry) == ["含义", "算式", "出处", "注意"]


def test_the_page_defines_no_code_that_does_not_exist() -> None:
    assert re.findall(r"(?m)^### (\w+)", PAGE) == CODES
