"""Every code has its section in docs/diagnostics.md, and every section its code."""

import re
from pathlib import Path

import pytest

from catalogue import translations
from summarykit.diagnostics import Code

PAGE = Path(__file__).parents[3] / "docs/diagnostics.md"


def _sections() -> dict[str, str]:
    _, *sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return dict(section.split("\n", 1) for section in sections)


@pytest.mark.parametrize("code", Code)
def test_each_code_says_what_it_means_shows_an_example_and_how_to_mend_it(code: Code) -> None:
    section = _sections()[code]
    english = section.strip().partition("\n")[0]
    assert re.fullmatch(r"[A-Z].*\.", english)
    assert re.search("[\u4e00-\u9fff]", section)
    assert re.search(rf"^```text\n.* {code}  .*", section, re.MULTILINE)
    assert "改法：" in section


def test_the_page_has_no_section_without_a_code() -> None:
    assert list(_sections()) == [str(code) for code in Code]


def _sentences_that_can_be_said() -> list[re.Pattern[str]]:
    parts = (re.split(r"{\w+}", sentence) for sentence in translations().values())
    return [re.compile(".*".join(map(re.escape, part))) for part in parts if any(part)]


SAID = _sentences_that_can_be_said()


@pytest.mark.parametrize("code", sorted(Code))
def test_each_example_is_a_sentence_that_can_be_said(code: Code) -> None:
    example = re.search(rf" ?{code}  (.*)(?:\n   提示：(.*))?\n```", _sections()[code])
    assert example
    for sentence in filter(None, example.groups()):
        assert any(pattern.fullmatch(sentence) for pattern in SAID), sentence
