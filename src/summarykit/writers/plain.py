"""Plain text, as it is pasted into a mail: one line a paragraph, tables in aligned columns.

Paragraphs and headings start with two ideographic spaces. That no paragraph is indented with
spaces is a rule for Word files, which have indents of their own; plain text has none, and
readers expect to see the indent there too. Columns line up in any font whose Chinese characters
are twice as wide as its Latin ones. A line break inside a cell becomes a blank; a picture is
told by its description.
"""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from summarykit.document import (
    Align,
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Table,
    addressee_line,
    attachment_mark,
    caption_line,
    heading_line,
    imprint_lines,
    letterhead_lines,
    note_lines,
    plain,
)
from summarykit.layout import Layout, signature_block, text_width
from summarykit.writers.signing import signed

_BLANK: Final = "\u3000"
_INDENT: Final = _BLANK * 2
_GAP: Final = "  "


def write_text(document: Document, layout: Layout) -> bytes:
    """Return `document` as UTF-8 text, its lines ended by a newline."""
    return _PlainText(layout).whole(signed(document, layout.signature)).encode()


class _PlainText:
    """The lines of a text file; an empty one asks for a blank line, which is never doubled."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._words = layout.numbering

    def whole(self, document: Document) -> str:
        top = (*letterhead_lines(document), ())
        head = (*top, document.title, document.subtitle, (), addressee_line(document))
        end = ((), *imprint_lines(document))
        lines = (*map(plain, head), *self._lines(document.blocks), *map(plain, end))
        return "".join(f"{line}\n" for line in _spaced(lines))

    def _lines(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                yield _INDENT + plain(block.children)
            case Heading():
                yield _INDENT + plain(heading_line(block))
            case Section():
                heading = (block.heading,) if block.heading else ()
                yield from self._lines((*heading, *block.blocks))
            case Table() | Figure():
                yield from self._captioned(block)
            case PageBreak():
                yield ""
            case AttachmentNote() | Signature() | Attachment():
                yield from self._ending(block)
            case _:
                assert_never(block)

    def _captioned(self, block: Table | Figure) -> Iterator[str]:
        caption = plain(caption_line(block, self._words.separator))
        if isinstance(block, Figure):
            yield from ("", f"［图：{block.alt}］", *filter(None, (caption,)), "")
        else:
            yield from ("", *filter(None, (caption, block.unit)), *_table_lines(block), "")

    def _ending(self, block: AttachmentNote | Signature | Attachment) -> Iterator[str]:
        yield ""
        match block:
            case AttachmentNote():
                first, *others = note_lines(block, self._words.attachment)
                yield _INDENT + plain(first)
                under = _BLANK * len(f"{self._words.attachment}：")
                yield from (_INDENT + under + plain(line) for line in others)
            case Signature():
                yield from self._signature(block)
            case Attachment():
                yield attachment_mark(block, self._words.attachment)
                yield from (*filter(None, (block.notice,)), plain(block.title), "")
                yield from self._lines(block.blocks)
            case _:
                assert_never(block)

    def _signature(self, block: Signature) -> Iterator[str]:
        organisation, date = plain(block.organisation), plain(block.date)
        blanks = signature_block(
            organisation, date, seal=block.seal, rule=self._layout.signature
        )
        yield from self._set_right(organisation, blanks.organisation_right)
        yield from self._set_right(date, blanks.date_right)

    def _set_right(self, text: str, right: float) -> Iterator[str]:
        left = max(0.0, self._layout.characters - right - text_width(text))
        if text:
            yield _BLANK * int(left) + (" " if left % 1 else "") + text


def _spaced(lines: Iterable[str]) -> Iterator[str]:
    """Return `lines` with one empty line at most between two others, and none at the ends."""
    wanted = started = False
    for line in lines:
        if line and wanted and started:
            yield ""
        if line:
            yield line
        wanted = not line
        started = started or bool(line)


def _table_lines(table: Table) -> Iterator[str]:
    rows = [
        [plain(cell).replace("\n", " ") for cell in row]
        for row in ([column.head for column in table.columns], *table.rows)
    ]
    widths = [max(map(_half_widths, cells)) for cells in zip(*rows, strict=True)]
    aligns = [column.align for column in table.columns]
    for index, row in enumerate(rows):
        yield _row(row, widths, aligns)
        if not index:
            yield _GAP.join("-" * width for width in widths)


def _row(cells: list[str], widths: list[int], aligns: list[Align]) -> str:
    words = [index for index, cell in enumerate(cells) if cell]
    if not words:
        return ""
    last = words[-1]
    before = map(_padded, cells[:last], widths, aligns)
    room = widths[last] - _half_widths(cells[last])
    # Nothing is padded behind the last words, so that the blanks at the end are the text's own.
    return _GAP.join((*before, " " * _left(room, aligns[last]) + cells[last]))


def _half_widths(text: str) -> int:
    return round(2 * text_width(text))


def _padded(text: str, width: int, align: Align) -> str:
    room = width - _half_widths(text)
    left = _left(room, align)
    return " " * left + text + " " * (room - left)


def _left(room: int, align: Align) -> int:
    return {Align.LEFT: 0, Align.CENTER: room // 2, Align.RIGHT: room}[align]
