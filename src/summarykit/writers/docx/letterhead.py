"""The red head of an official document, above the title (GB/T 9704-2012, 7.2.4 to 7.2.7)."""

from collections.abc import Iterator
from typing import Final

from summarykit.document import Inlines, Letterhead, plain
from summarykit.document.lines import SIGNER
from summarykit.layout import FontRole, Layout, LetterheadRule, text_width
from summarykit.layout.bounds import HALF_POINT
from summarykit.writers.docx import runs as text
from summarykit.writers.docx.flow import Para
from summarykit.writers.docx.markup import element
from summarykit.writers.docx.styles import font_attributes

_RED: Final = "FF0000"
_BLANK: Final = "\u3000"
_LARGEST_GAP: Final = 31
"""The most points that Word leaves between words and their border."""
_NO_INDENT: Final = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
# The pitch of the mark over its size: signs keep clear of its edges.
_PITCH: Final = 1.25
# Where signs stand in a line of exact pitch: their feet are below a base line at four fifths.
_BELOW, _FEET, _HEAD = 0.2, 0.12, 0.86
_THINNEST: Final = 20
_THIN: Final = f'<w:spacing w:before="0" w:after="0" w:line="{_THINNEST}" w:lineRule="exact"/>'


def letterhead_paragraphs(head: Letterhead, layout: Layout) -> Iterator[Para]:
    """Yield the mark, the line of number and signer, the red lines, and the blanks."""
    blanks = layout.letterhead.blank_lines
    if layout.letterhead.kind == "letter":
        yield from _letter(head, layout)
    else:
        yield _mark(head.mark, layout)
        yield from (Para() for _ in range(blanks))
        yield _number(head, layout)
    yield from (Para() for _ in range(blanks))


def _letter(head: Letterhead, layout: Layout) -> Iterator[Para]:
    """Yield mark and double lines, which stand in frames on the first page, and the number.

    The number stands at the right, below the upper line by seven eighths of its size (10.1).
    """
    rule, page, body = layout.letterhead, layout.page, layout.styles.body
    size = _size(head.mark, rule.letter_width.twips, rule)
    pitch = round(size * _PITCH)
    spacing = element("spacing", before=0, after=0, line=pitch, lineRule="exact")
    top = max(0, rule.letter_top.twips - (pitch - size) // 2)
    yield Para(
        text.runs(head.mark, _red(size, layout)),
        "",
        f'{spacing}{_NO_INDENT}<w:jc w:val="center"/>',
        frame=_frame(top, layout),
    )
    upper = rule.letter_top.twips + size + rule.line_gap.twips
    yield _double_line(upper, "thickThinSmallGap", layout)
    lower = page.height.twips - rule.letter_foot.twips
    yield _double_line(lower, "thinThickSmallGap", layout)
    above = body.size.twips * 7 / 8 - (body.pitch * (1 - _BELOW) - body.size.twips * _HEAD)
    spacing = element("spacing", before=max(0, round(above)))
    number = text.runs(head.number)
    yield Para(number, "", f'{spacing}{_NO_INDENT}<w:jc w:val="right"/>')


def _double_line(top: int, kind: str, layout: Layout) -> Para:
    border = _border("bottom", kind, 0, layout.letterhead)
    frame = _frame(top - _THINNEST, layout)
    return Para("", "", f"{border}{_THIN}{_NO_INDENT}", frame=frame)


def _frame(top: int, layout: Layout) -> str:
    """Return what puts a paragraph in the middle of the sheet, `top` below its edge."""
    width = layout.letterhead.letter_width.twips
    return (
        f'<w:framePr w:w="{width}" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page"'
        f' w:xAlign="center" w:y="{top}"/>'
    )


def _border(side: str, kind: str, gap: float, rule: LetterheadRule) -> str:
    line = element(
        side,
        val=kind if rule.line.twips else "nil",
        sz=max(2, round(rule.line.twips * 8 / 20)),
        space=min(_LARGEST_GAP, round(gap / 20)),
        color=_RED,
    )
    return element("pBdr", line)


def _mark(words: Inlines, layout: Layout) -> Para:
    rule = layout.letterhead
    size = _size(words, layout.page.text_width, rule)
    pitch = round(size * _PITCH)
    before = max(0, rule.top.twips - (pitch - size) // 2)
    spacing = element("spacing", before=before, after=0, line=pitch, lineRule="exact")
    look = _red(size, layout)
    return Para(text.runs(words, look), "", f'{spacing}{_NO_INDENT}<w:jc w:val="center"/>')


def _size(words: Inlines, room: int, rule: LetterheadRule) -> int:
    """Return the size of a mark in twips, at which it fits into one line of `room`."""
    most = room / max(1.0, text_width(plain(words)))
    return max(HALF_POINT, min(rule.size.twips, int(most // HALF_POINT) * HALF_POINT))


def _red(size: int, layout: Layout) -> str:
    shown = size // HALF_POINT
    return (
        f"{_look(layout.letterhead.font, layout)}"
        f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{_RED}"/><w:spacing w:val="0"/>'
        f"{element('sz', val=shown)}{element('szCs', val=shown)}"
    )


def _number(head: Letterhead, layout: Layout) -> Para:
    """Return the number in the middle; beside a signer, it is one character from the left."""
    body = layout.styles.body
    rule = layout.letterhead
    # A border is measured from the end of the line, the rule from the feet of its signs.
    feet = _BELOW * body.pitch - _FEET * body.size.twips
    gap = max(0.0, rule.line_gap.twips - feet)
    border = _border("bottom", "single", gap, rule)
    if not head.signer:
        return Para(text.runs(head.number), "", f'{border}{_NO_INDENT}<w:jc w:val="center"/>')
    stop = layout.page.text_width - body.cell
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{stop}"/></w:tabs>'
    # A blank, since an indent would shorten the red line.
    runs = (
        f"{text.run(_BLANK)}{text.runs(head.number)}{text.TAB}{text.run(SIGNER)}"
        f"{text.runs(head.signer, _look(rule.signer, layout))}"
    )
    return Para(runs, "", f'{border}{tabs}{_NO_INDENT}<w:jc w:val="left"/>')


def _look(role: FontRole, layout: Layout) -> str:
    return f'<w:rFonts w:hint="eastAsia" {font_attributes(layout.fonts.by_role(role))}/>'
