"""Reviewing what LibreOffice makes of a file: S05 and X02."""

from pathlib import Path

import pytest

from documents import LAYOUT
from rendering import FONT_RULES, need_renderer
from review_files import edited, paragraph, pattern, written
from summarykit.diagnostics import Code
from summarykit.review.rendering import missing_programs
from summarykit.review.reviewing import review

pytestmark = pytest.mark.rendered


@pytest.fixture(autouse=True)
def use_the_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    need_renderer()
    assert missing_programs() == ()
    monkeypatch.setenv("FONTCONFIG_FILE", str(Path(FONT_RULES)))


def test_the_pages_of_a_file_we_wrote_have_no_finding() -> None:
    assert review(written(), LAYOUT, render=True) == ()


def test_a_signature_alone_and_text_in_the_margin_are_named() -> None:
    alone = pattern(
        r"<w:p>(<w:pPr><w:keepNext/><w:widowControl/>)(</w:pPr></w:p><w:p><w:pPr>"
        r'<w:pStyle w:val="Signature"/>)',
        r"<w:p>\1<w:pageBreakBefore/>\2",
    )
    out = paragraph("学校成立领导小组", '<w:ind w:left="-600"/>')
    codes = {
        finding.code for finding in review(edited(written(), alone, out), LAYOUT, render=True)
    }
    assert {Code.S05, Code.X02} <= codes
