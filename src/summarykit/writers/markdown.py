"""Markdown (CommonMark with tables), in which every character of the text is only itself.

A CommonMark reader gives back the very text of the tree: whatever in it could be markup is
escaped, blanks that a reader would strip are written as entities. A picture is embedded.
"""

import re
import unicodedata
from base64 import b64encode
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
    Inlines,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Strong,
    Table,
    Text,
    addressee_line,
    attachment_mark,
    caption_line,
    heading_line,
    imprint_lines,
    letterhead_lines,
    note_lines,
    plain,
)
from summarykit.layout import Layout
from summarykit.writers.photographs import without_traces
from summarykit.writers.signing import signed

_RULES: Final = {Align.LEFT: ":---", Align.CENTER: ":---:", Align.RIGHT: "---:"}
_BREAK: Final = "<br>"
_PAGE: Final = "---"
_DEEPEST: Final = 6
_PNG: Final = b"\x89PNG"

# Escaped wherever they stand; what is markup at the start of a line only is in _AT_START.
_MARKS: Final = re.compile(r"[\\`*_\[\]<>&|~#]")
_AT_START: Final = re.compile(r"\A(?:\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+=:]))", re.ASCII)
_EDGES: Final = re.compile(r"\A\s+|\s+\Z")


def write_markdown(document: Document, layout: Layout) -> bytes:
    """Return `document` as UTF-8 Markdown: the title is `#`, 一、 is `##`, and so on down."""
    return _Markdown(layout).whole(signed(document, layout.signature)).encode()


class _Markdown:
    """The parts of a Markdown file: blocks of lines that stand a blank line apart."""

    def __init__(self, layout: Layout) -> None:
        self._words = layout.numbering

    def whole(self, document: Document) -> str:
        head = (
            *map(_paragraph, letterhead_lines(document)),
            _heading(1, document.title),
            _paragraph(document.subtitle),
            _paragraph(addressee_line(document)),
        )
        end = map(_paragraph, imprint_lines(document))
        parts = (*head, *self._parts(document.blocks, 1), *end)
        return "".join(f"{part}\n\n" for part in parts if part)[:-1]

    def _parts(self, blocks: Iterable[Block], above: int) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, above)

    def _block(self, block: Block, above: int) -> Iterator[str]:
        match block:
            case Paragraph():
                yield _paragraph(block.children)
            case Heading():
                yield _headed(block, above)
            case Section():
                if block.heading is not None:
                    yield _headed(block.heading, above)
                yield from self._parts(block.blocks, above)
            case Table() | Figure():
                yield from self._captioned(block)
            case PageBreak():
                yield _PAGE
            case AttachmentNote() | Signature() | Attachment():
                yield from self._ending(block)
            case _:
                assert_never(block)

    def _captioned(self, block: Table | Figure) -> Iterator[str]:
        caption = _paragraph(caption_line(block, self._words.separator))
        if isinstance(block, Figure):
            yield from (_picture(block), caption)
        else:
            yield from (caption, _paragraph((Text(block.unit),)), _table(block))

    def _ending(self, block: AttachmentNote | Signature | Attachment) -> Iterator[str]:
        match block:
            case AttachmentNote():
                yield from map(_paragraph, note_lines(block, self._words.attachment))
            case Signature():
                yield from map(_paragraph, (block.organisation, block.date))
            case Attachment():
                yield _PAGE
                mark = attachment_mark(block, self._words.attachment)
                yield from (_paragraph((Text(line),)) for line in (mark, block.notice))
                yield _heading(2, block.title)
                yield from self._parts(block.blocks, 2)
            case _:
                assert_never(block)


def _headed(heading: Heading, above: int) -> str:
    line = heading_line(heading)
    # What runs into its text is a paragraph of the body, in Word too.
    return _paragraph(line) if heading.run_in else _heading(heading.level + above, line)


def _heading(level: int, line: Inlines) -> str:
    words = _inline(line).replace("\n", _BREAK)
    return f"{'#' * min(level, _DEEPEST)} {words}" if words else ""


def _paragraph(inlines: Inlines) -> str:
    if not plain(inlines).strip():
        return ""
    written = ""
    for index, line in enumerate(_inline(inlines).split("\n")):
        text = _AT_START.sub(r"\g<0>\\", line)
        if not index:
            written = text
        elif text and written:
            written += f"\\\n{text}"
        else:
            # An empty line would end the paragraph.
            written += _BREAK + text
    return written


def _table(table: Table) -> str:
    rows = (
        [_cell(column.head) for column in table.columns],
        [_RULES[column.align] for column in table.columns],
        *([_cell(cell) for cell in row] for row in table.rows),
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) if table.columns else ""


def _cell(line: Inlines) -> str:
    return _inline(line).replace("\n", _BREAK)


def _picture(figure: Figure) -> str:
    kind = "png" if figure.data.startswith(_PNG) else "jpeg"
    alt = _inline((Text(figure.alt),)).replace("\n", " ")
    data = b64encode(without_traces(figure.data)).decode()
    return f"![{alt}](data:image/{kind};base64,{data})"


def _inline(line: Inlines) -> str:
    """Return `line` escaped; its line breaks are newlines, blanks beside them entities."""
    return "\n".join(
        _EDGES.sub(_entities, words) for words in "".join(_pieces(line)).split("\n")
    )


def _pieces(line: Inlines) -> Iterator[str]:
    strong = ""
    for inline in line:
        if isinstance(inline, Strong):
            # Neighbours become one: `**甲****乙**` would not be read as two.
            strong += _escape(plain(inline.children))
            continue
        yield from (_emphasis(strong), _escape(inline.text))
        strong = ""
    yield _emphasis(strong)


def _emphasis(words: str) -> str:
    if not words:
        return ""
    # Beside punctuation or a blank, ** is not always a mark of emphasis (CommonMark 6.2).
    if all(unicodedata.category(sign)[0] in "LN" for sign in (words[0], words[-1])):
        return f"**{words}**"
    return f"<strong>{words}</strong>"


def _escape(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)


def _entities(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(blank)};" for blank in found.group())
