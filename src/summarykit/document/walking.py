"""Walking the tree: its blocks, its lines and its facts, in the order they are read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from summarykit.document.lines import (
    addressee_line,
    attachment_mark,
    caption_line,
    facts_in,
    heading_line,
    imprint_lines,
    letterhead_lines,
    note_lines,
    plain,
)
from summarykit.document.nodes import (
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Fact,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Table,
    Text,
)


def blocks_of(document: Document) -> Iterator[Block]:
    """Return every block, depth first: a section comes before its heading and what it holds."""
    for block in document.blocks:
        yield from _with_inner(block)


def _with_inner(block: Block) -> Iterator[Block]:
    yield block
    if isinstance(block, Section) and block.heading is not None:
        yield block.heading
    if isinstance(block, Section | Attachment):
        for inner in block.blocks:
            yield from _with_inner(inner)


def repeated_ids(document: Document) -> tuple[str, ...]:
    """Return the ids that more than one block has, in the order they first stand."""
    counts = Counter(block.id for block in blocks_of(document))
    return tuple(name for name, count in counts.items() if count > 1)


def lines_of(document: Document) -> Iterator[Inlines]:
    """Return what is printed, one entry a paragraph, a heading, a caption or a cell.

    An entry may be empty (a blank cell) and may hold line breaks.
    """
    yield from letterhead_lines(document)
    yield from (document.title, document.subtitle, addressee_line(document))
    for block in blocks_of(document):
        if isinstance(block, Attachment):
            yield (Text(attachment_mark(block)),)
        yield from own_lines(block)
        if isinstance(block, Table):
            yield from _cells(block)
    yield from imprint_lines(document)


def text_of(document: Document) -> tuple[str, ...]:
    """Return the words of every entry of `lines_of` that is not blank."""
    lines = (plain(line) for line in lines_of(document))
    return tuple(line for line in lines if line.strip())


def characters_of(document: Document) -> int:
    """Return how many characters are printed from the title to the attachments (字数).

    Punctuation counts, blanks do not.
    """
    body = tuple(block for block in document.blocks if not isinstance(block, Attachment))
    lines = text_of(replace(document, blocks=body, letterhead=None, imprint=None))
    return sum(len("".join(line.split())) for line in lines)


def facts_of(document: Document) -> tuple[Fact, ...]:
    """Return every fact as often as it is printed, in reading order."""
    return tuple(fact for line in lines_of(document) for fact in facts_in(line))


def own_lines(block: Block) -> Iterator[Inlines]:
    """Yield the lines of one block, in reading order.

    The cells of a table and the mark above an attachment are not among them.
    """
    match block:
        case Paragraph():
            yield block.children
        case Heading():
            yield heading_line(block)
        case Table() | Figure():
            yield caption_line(block)
        case AttachmentNote():
            yield from note_lines(block)
        case Signature():
            yield from (block.organisation, block.date)
        case Attachment():
            yield from ((Text(block.notice),), block.title)
        case Section() | PageBreak():
            return
        case _:
            assert_never(block)


def _cells(table: Table) -> Iterator[Inlines]:
    """Yield what stands in a table and above it: the unit, the heads, cell by cell."""
    yield (Text(table.unit),)
    yield from (column.head for column in table.columns)
    for row in table.rows:
        yield from row
