"""The cover: title, organisation and date in the middle of a page without a number."""

from collections.abc import Iterable, Iterator
from typing import Final

from summarykit.document import Document, Signature, blocks_of, plain
from summarykit.layout import FontRole, Layout, Length, break_title, text_width
from summarykit.layout.bounds import HALF_POINT
from summarykit.writers.docx import runs as text
from summarykit.writers.docx.flow import Para
from summarykit.writers.docx.markup import element

_PITCH: Final = 1.5
"""The pitch of lines on a cover over their size."""
_SLACK: Final = 0.5
"""What word processors add between Han characters and digits, in characters."""


def cover_paragraphs(document: Document, layout: Layout) -> Iterator[Para]:
    """Yield the title, the organisation, and the date of the signature if there is one."""
    rule = layout.cover
    organisation = document.properties.creator
    # Broken as above the text; where a line is too long for this size, it is set smaller.
    lines = break_title(plain(document.title), organisation, layout.title_characters)
    size = _fitting(lines, layout)
    yield _line("\n".join(lines), rule.font, size, rule.top.twips, layout)
    used = rule.top.twips + len(lines) * _pitch(size)
    before = max(0, rule.unit_top.twips - used)
    for words in filter(None, (organisation, _date(document))):
        yield _line(words, rule.unit_font, rule.unit_size, before, layout)
        before = 0


def _date(document: Document) -> str:
    signatures = (block for block in blocks_of(document) if isinstance(block, Signature))
    return next((plain(block.date) for block in signatures), "")


def _fitting(lines: Iterable[str], layout: Layout) -> Length:
    longest = max(map(text_width, lines)) + _SLACK
    most = int(layout.page.text_width / longest) // HALF_POINT * HALF_POINT
    return Length(max(HALF_POINT, min(layout.cover.size.twips, most)))


def _pitch(size: Length) -> int:
    return round(size.twips * _PITCH)


def _line(words: str, role: FontRole, size: Length, before: int, layout: Layout) -> Para:
    spacing = element("spacing", before=before, after=0, line=_pitch(size), lineRule="exact")
    indent = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    shown = size.twips // HALF_POINT
    font = layout.fonts.by_role(role).name
    look = (
        f'<w:rFonts w:hint="eastAsia" w:eastAsia="{text.quoted(font)}"/>'
        f'<w:spacing w:val="0"/><w:sz w:val="{shown}"/><w:szCs w:val="{shown}"/>'
    )
    run = text.run(words, text.opening(look))
    return Para(run, "", f'{spacing}{indent}<w:jc w:val="center"/>')
