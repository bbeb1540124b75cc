"""What only pages show, told from the lines of pages as pdftotext lists them."""

import shutil
from dataclasses import replace

import pytest

import summarykit as sk
from documents import LAYOUT, doc, layout_with
from review_files import SCHOOL, written
from summarykit.diagnostics import Code, Finding, Severity
from summarykit.layout import Layout
from summarykit.review import reviewing
from summarykit.review.rendering import Line, Sheet, sheets_of

FILE = written()
LISTING = """
<page width="595.300000" height="841.900000"><flow><block xMin="1" yMin="2">
<line xMin="79.5" yMin="240.0" xMax="520.5" yMax="262.0">
 <word xMin="79.5" yMin="240.0" xMax="200.0" yMax="262.0">二&amp;行</word>
 <word xMin="210.0" yMin="240.0" xMax="520.5" yMax="262.0">之二</word>
</line><line xMin="-3.5" yMin="112.0" xMax="410.6" yMax="141.0">
 <word xMin="-3.5" yMin="112.0" xMax="410.6" yMax="141.0">首行</word></line>
</block></flow></page><page width="841.900000" height="595.300000"></page>
"""


def test_lines_are_read_from_top_to_bottom() -> None:
    upright, turned = sheets_of(LISTING)
    assert upright.lines == (
        Line("首行", -3.5, 112.0, 410.6, 141.0),
        Line("二&行之二", 79.5, 240.0, 520.5, 262.0),
    )
    assert (upright.width, turned.width, turned.lines) == (595.3, 841.9, ())
    assert sheets_of("nothing") == ()


def line(text: str, top: float, left: float = 79.5, right: float = 500.0) -> Line:
    return Line(text, left, top, right, top + 20)


def shown(
    monkeypatch: pytest.MonkeyPatch,
    *sheets: Sheet,
    layout: Layout = LAYOUT,
    file: bytes = FILE,
) -> tuple[Finding, ...]:
    monkeypatch.setattr(reviewing, "missing_programs", lambda: ())
    monkeypatch.setattr(reviewing, "rendered", lambda _: sheets)
    return reviewing.review(file, layout, render=True)


def page(*lines: Line) -> Sheet:
    return Sheet(595.3, 841.9, lines)


def test_a_signature_alone_on_its_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    signed = line(SCHOOL, 160), line("2024年7月5日", 190)
    (finding,) = shown(monkeypatch, page(line("正文", 120)), page(line("末行", 120), *signed))
    assert (finding.code, finding.severity) == (Code.S05, Severity.ERROR)
    kept = page(line("正文", 120), line("正文", 140), *signed)
    assert shown(monkeypatch, page(line(SCHOOL, 120)), kept) == ()


def test_a_date_that_stands_for_the_signature_is_not_alone_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    layout = layout_with(signature={"unit": "unless_in_title"})
    lone = page(line("正文", 120)), page(line("2024年7月5日", 160))
    (finding,) = shown(monkeypatch, *lone, layout=layout, file=written(layout))
    assert finding.code is Code.S05
    unsigned = written(document=doc("= 青石小学总结\n正文。"))
    assert shown(monkeypatch, *lone, file=unsigned) == ()


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        (79.5, 540.0, "the text reaches 6.5 mm beyond the margin (page 1 “正文”)"),
        (60.0, 500.0, "the text reaches 6.8 mm beyond the margin (page 1 “正文”)"),
        (78.0, 523.0, ""),
    ],
)
def test_text_beyond_the_margins_is_named(
    left: float, right: float, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shown(monkeypatch, page(line("正文", 200, left, right), line("—1—", 790, 0, 590)))
    assert " ".join(str(finding.message) for finding in found) == said


BEFORE, TEXT = "一、基本情况", "学校成立领导小组，每月召开一次会议，研究解决困难和问题。"
TWO_AT_LEAST = layout_with(last_line={"characters": 2})


def broken(before_last: int) -> tuple[Line, ...]:
    """Return a heading and a paragraph in two lines, the first one in two pieces."""
    first, last = TEXT[:before_last], TEXT[before_last:]
    pieces = line(first[:5], 200, right=160), line(first[5:], 201, left=165)
    return (line(BEFORE, 180), pieces[1], pieces[0], line(last, 230), line("—1—", 790))


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (2, "the number of characters on the last line should be at least 2, but is 1"),
        (3, ""),
        (len(TEXT), ""),
    ],
)
def test_a_last_line_that_is_too_short_is_named(
    last: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = page(line("别的纸上的文字", 100)), page(*broken(len(TEXT) - last))
    found = shown(monkeypatch, replace(sheets[0], width=400.0), sheets[1], layout=TWO_AT_LEAST)
    assert [str(finding.message) for finding in found] == (
        [f"{said} (paragraph 11 “学校成立领导小组，每月召…”)"] if said else []
    )
    assert {finding.code for finding in found} <= {Code.B17}
    assert shown(monkeypatch, *sheets) == ()


def test_without_the_programs_a_remark_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (finding,) = sk.review(FILE, render=True)
    assert (finding.code, finding.severity) == (Code.X02, Severity.INFO)
    assert str(finding.message).endswith("there is no soffice, pdftotext here")
    assert sk.review(FILE) == ()


def test_programs_that_fail_leave_no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")
    (finding,) = sk.review(FILE, render=True)
    assert str(finding.message).endswith("LibreOffice could not set them")
    monkeypatch.setattr(shutil, "which", lambda _: "/no/such/program")
    assert sk.review(FILE, render=True) == (finding,)
