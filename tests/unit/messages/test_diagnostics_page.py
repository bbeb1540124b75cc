"""Every code has its section in docs/diagnostics.md, or its row in docs/review.md."""

import re
from pathlib import Path

import pytest

from catalogue import translations
from summarykit.diagnostics import Code

DOCS = Path(__file__).parents[3] / "docs"
PAGE = DOCS / "diagnostics.md"
REVIEW = DOCS / "review.md"
# Codes of the check list of a finished file are called by their row: `p02-top-margin`.
_ROW = re.compile(r"[a-z]\d\d-")
REVIEWED = tuple(code for code in Code if _ROW.match(code))
OTHERS = tuple(code for code in Code if not _ROW.match(code))


def _sections() -> dict[str, str]:
    _, *sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return dict(section.split("\n", 1) for section in sections)


@pytest.mark.parametrize("code", OTHERS)
def test_each_code_says_what_it_means_shows_an_example_and_how_to_mend_it(code: Code) -> None:
    section = _sections()[code]
    english = section.strip().partition("\n")[0]
    assert re.fullmatch(r"[A-Z].*\.", english)
    assert re.search("[\u4e00-\u9fff]", section)
    assert re.search(rf"^```text\n.* {code}  .*", section, re.MULTILINE)
    assert "改法：" in section


def test_the_page_has_no_section_without_a_code() -> None:
    assert list(_sections()) == [str(code) for code in OTHERS]


def _sentences_that_can_be_said() -> list[re.Pattern[str]]:
    parts = (re.split(r"{\w+}", sentence) for sentence in translations().values())
    return [re.compile(".*".join(map(re.escape, part))) for part in parts if any(part)]


SAID = _sentences_that_can_be_said()


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_each_example_is_a_sentence_that_can_be_said(code: Code) -> None:
    example = re.search(rf" ?{code}  (.*)(?:\n   提示：(.*))?\n```", _sections()[code])
    assert example
    for sentence in filter(None, example.groups()):
        assert any(pattern.fullmatch(sentence) for pattern in SAID), sentence


def _rows() -> dict[str, list[str]]:
    lines = re.findall(r"^\| ([a-z]\d\d-.*) \|$", REVIEW.read_text("utf-8"), re.MULTILINE)
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return {code: rest for code, *rest in cells}


@pytest.mark.parametrize("code", REVIEWED)
def test_each_row_says_what_is_wanted_by_what_rule_and_how_to_mend_it(code: Code) -> None:
    what, wanted, rule, mending = _rows()[code]
    assert all((what, wanted, rule, mending))
    assert all(re.search("[\u4e00-\u9fff]", cell) for cell in (what, mending))


def test_the_rows_are_the_codes_in_order() -> None:
    assert list(_rows()) == [str(code) for code in REVIEWED]
    assert {code.name.lower() for code in REVIEWED} == {code[:3] for code in REVIEWED}


# How many rows of each kind the check list of a finished file has.
_LIST = {
    "P": 13, "T": 9, "B": 16, "H": 11, "S": 6, "A": 5, "F": 6, "R": 2, "G": 6, "N": 6, "V": 3,
    "X": 3,
}  # fmt: skip


def test_each_row_of_the_check_list_has_its_code_or_a_reason_for_none() -> None:
    rows = {f"{kind}{count:02}" for kind, last in _LIST.items() for count in range(1, last + 1)}
    page = REVIEW.read_text("utf-8")
    told = re.findall(r"^\| ((?:[A-Z]\d\d、?)+) \| \S.* \| \S.* \|$", page, re.MULTILINE)
    reasons = {row for cell in told for row in cell.split("、")}
    codes = {code.name for code in REVIEWED}
    assert f"检查表共 {len(rows)} 项" in page
    assert rows - codes == reasons - codes
    assert reasons <= rows
    assert "、".join(sorted(codes - rows, key=list(Code.__members__).index)) in page
