"""Reviewing what LibreOffice makes of a file: B17, S05 and X02."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from documents import LAYOUT, doc, layout_with
from rendering import FONT_RULES, need_renderer
from review_files import edited, paragraph, pattern, written
from summarykit.diagnostics import Code, Finding
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


def test_a_last_line_of_one_sign_is_named_and_one_of_two_is_not() -> None:
    layout = layout_with(last_line={"characters": 2})
    # 26 signs on the first line, 28 on the others.
    one, two = (sign * (26 + 28 + last) + "。" for sign, last in (("家", 1), ("校", 2)))
    file = written(document=doc(f"= 青石小学总结\n{one}\n{two}"))
    (finding,) = _of_lines(review(file, layout, render=True))
    assert "家" in str(finding.message)
    assert finding.at.field == "paragraph[3]"
    mended = written(layout, doc(f"= 青石小学总结\n{one}\n{two}"))
    assert _of_lines(review(mended, layout, render=True)) == []


def _of_lines(found: Iterable[Finding]) -> list[Finding]:
    """Return what is said of last lines, and not of a sign that is said again and again."""
    return [one for one in found if one.code is Code.B17]
