"""The red head of an official document, above the title (GB/T 9704-2012, 7.2.4 to 7.2.7)."""

from collections.abc import Iterator
from typing import Final

from summarykit.document import Inlines, Letterhead, plain
from summarykit.document.lines import SIGNER
from summarykit.layout import FontRole, Layout, text_width
from summarykit.writers.docx import runs as text
from summarykit.writers.docx.flow import Para
from summarykit.writers.docx.markup import element
from summarykit.writers.docx.styles import font_attributes

_RED: Final = "FF0000"
_HALF_POINT: Final = 10  # twips
_BLANK: Final = "\u3000"
_LARGEST_GAP: Final = 31
"""The most points that Word leaves between words and their border."""
_NO_INDENT: Final = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
# The pitch of the mark over its size: signs keep clear of its edges.
_PITCH: Final = 1.25
# Where signs stand in a line of exact pitch: their feet are below a base line at four fifths.
_BELOW, _FEET = 0.2, 0.12


def letterhead_paragraphs(head: Letterhead, layout: Layout) -> Iterator[Para]:
    """Yield the mark, the line of number and signer with the red line below, and the blanks."""
    blanks = layout.letterhead.blank_lines
    yield _mark(head.mark, layout)
    yield from (Para() for _ in range(blanks))
    yield _number(head, layout)
    yield from (Para() for _ in range(blanks))


def _mark(words: Inlines, layout: Layout) -> Para:
    rule = layout.letterhead
    room = layout.page.text_width / max(1.0, text_width(plain(words)))
    size = max(_HALF_POINT, min(rule.size.twips, int(room // _HALF_POINT) * _HALF_POINT))
    pitch = round(size * _PITCH)
    before = max(0, rule.top.twips - (pitch - size) // 2)
    spacing = element("spacing", before=before, after=0, line=pitch, lineRule="exact")
    look = (
        f'<w:rFonts w:hint="eastAsia" {font_attributes(layout.fonts.by_role(rule.font))}/>'
        f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{_RED}"/><w:spacing w:val="0"/>'
        f"{_sized(size)}"
    )
    return Para(text.runs(words, look), "", f'{spacing}{_NO_INDENT}<w:jc w:val="center"/>')


def _sized(size: int) -> str:
    return element("sz", val=size // _HALF_POINT) + element("szCs", val=size // _HALF_POINT)


def _number(head: Letterhead, layout: Layout) -> Para:
    """Return the number in the middle; beside a signer, it is one character from the left."""
    body = layout.styles.body
    rule = layout.letterhead
    # A border is measured from the end of the line, the rule from the feet of its signs.
    feet = _BELOW * body.line.twips - _FEET * body.size.twips
    gap = max(0.0, rule.line_gap.twips - feet)
    border = element(
        "bottom",
        val="single" if rule.line.twips else "nil",
        sz=max(2, round(rule.line.twips * 8 / 20)),
        space=min(_LARGEST_GAP, round(gap / 20)),
        color=_RED,
    )
    border = element("pBdr", border)
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
