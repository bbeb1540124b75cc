"""Where a line of a document stands, in words by which a reader finds it on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from summarykit.diagnostics import Message, message
from summarykit.document.lines import (
    addressee_line,
    attachment_mark,
    caption_line,
    heading_line,
    imprint_lines,
    letterhead_lines,
    plain,
)
from summarykit.document.nodes import (
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
    Table,
)
from summarykit.document.walking import own_lines

_OPENING: Final = message("the opening")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document: its words, where it stands, and the id of its block."""

    words: Inlines
    where: Message
    block: str
    """Empty for the title and what stands around the text."""


def placed_lines(document: Document) -> Iterator[Line]:
    """Yield every line that is printed, with where it stands: in which part, which paragraph.

    Paragraphs are counted in the part that a first-level heading or an attachment begins, rows
    of a table from the first below its head.
    """
    around = (
        (letterhead_lines(document), message("the letterhead")),
        ((document.title,), message("the title")),
        ((document.subtitle, addressee_line(document)), message("below the title")),
    )
    for lines, where in around:
        yield from (Line(words, where, "") for words in lines if words)
    for block in document.blocks:
        yield from _part(block)
    end = message("the imprint")
    yield from (Line(words, end, "") for words in imprint_lines(document))


def _part(block: Block) -> Iterator[Line]:
    match block:
        case Section():
            heading = block.heading
            part = _OPENING if heading is None else plain(heading_line(heading))
            if heading is not None:
                where = message("the heading {words}", words=part)
                yield Line(heading_line(heading), where, heading.id)
            yield from _inside(block.blocks, part)
        case Attachment():
            part = attachment_mark(block)
            where = message("the title of {part}", part=part)
            yield from (Line(words, where, block.id) for words in own_lines(block))
            yield from _inside(block.blocks, part)
        case _:
            yield from _inside((block,), _OPENING)


def _inside(blocks: tuple[Block, ...], part: Message | str) -> Iterator[Line]:
    """Yield the lines of what stands in one part."""
    paragraphs = 0
    for block in blocks:
        paragraphs += isinstance(block, Paragraph) or (
            isinstance(block, Heading) and bool(block.run_in)
        )
        yield from _of_block(block, part, paragraphs)


def _of_block(block: Block, part: Message | str, paragraph: int) -> Iterator[Line]:
    """Yield the lines of one block; those of a table cell by cell."""
    if isinstance(block, Section | Attachment):
        yield from _part(block)
    elif isinstance(block, Table):
        yield from _table(block, part)
    else:
        where = _where(block, part, paragraph)
        yield from (Line(words, where, block.id) for words in own_lines(block))


def _where(
    block: Paragraph | Heading | Figure | AttachmentNote | Signature | PageBreak,
    part: Message | str,
    paragraph: int,
) -> Message:
    match block:
        case Heading(run_in=()):
            return message("the heading {words}", words=plain(heading_line(block)))
        case Paragraph() | Heading() | PageBreak():
            return message("{part}, paragraph {number}", part=part, number=paragraph)
        case Figure():
            return message("a caption in {part}", part=part)
        case AttachmentNote():
            return message("the list of attachments")
        case Signature():
            return message("the signature")
        case _:
            assert_never(block)


def _table(table: Table, part: Message | str) -> Iterator[Line]:
    if table.caption:
        where = message("a caption in {part}", part=part)
        yield Line(caption_line(table), where, table.id)
    called = table.number or message("the table")
    for column in table.columns:
        where = message("{part}, the head of {table}", part=part, table=called)
        yield Line(column.head, where, table.id)
    for number, row in enumerate(table.rows, start=1):
        where = message(
            "{part}, row {number} of {table}", part=part, number=number, table=called
        )
        yield from (Line(cell, where, table.id) for cell in row)
