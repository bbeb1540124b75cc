"""The numbering pass: headings, captions and attachments are numbered from where they stand."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, assert_never

from summarykit.document.lines import plain
from summarykit.document.nodes import (
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
)
from summarykit.document.walking import blocks_of
from summarykit.l10n.numerals import to_chinese

_COUNTER: Final = re.compile("[一1①]")
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class NumberingScheme:
    """How numbers look: each heading level by its first number, captions by their word.

    The sample of a level holds one of 一, 1 and ①: that is what counts (GB/T 9704-2012, 7.3.3).
    """

    headings: tuple[str, str, str, str] = ("一、", "（一）", "1.", "（1）")
    table: str = "表"
    figure: str = "图"


GB_SCHEME: Final = NumberingScheme()


def number(document: Document, scheme: NumberingScheme = GB_SCHEME) -> Document:
    """Return `document` with every number given anew, so that none is skipped or repeated.

    Headings count within the heading above them and start again in every attachment. A level
    that was skipped on the way down is closed: what stands under 一、 is （一）, however it was
    marked. Tables and figures count through the whole document, those without a caption do not
    count. Attachments are numbered when there is more than one.

    Raises:
        ValueError: A sample of `scheme` holds none of 一, 1 and ①.
    """
    attachments = sum(isinstance(block, Attachment) for block in blocks_of(document))
    numbers = _Numbers(scheme, several=attachments > 1)
    return replace(document, blocks=numbers.all(document.blocks))


@cache
def _form(sample: str) -> tuple[str, str, str]:
    found = _COUNTER.search(sample)
    if found is None:
        msg = f"{sample!r} holds none of 一, 1 and ①"
        raise ValueError(msg)
    return sample[: found.start()], found.group(), sample[found.end() :]


def _write(sample: str, count: int) -> str:
    before, counter, after = _form(sample)
    if counter == "一":
        return f"{before}{to_chinese(count)}{after}"
    circled = counter == "①" and count <= len(_CIRCLED)
    return f"{before}{_CIRCLED[count - 1] if circled else count}{after}"


@dataclass(slots=True)
class _Levels:
    """The headings above, outermost first: the levels they were marked with, and counts."""

    marked: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def next(self, level: int) -> tuple[int, int]:
        """Return the depth of the next heading marked with `level`, and its count there."""
        while self.marked and self.marked[-1] >= level:
            self.marked.pop()
        self.marked.append(level)
        depth = len(self.marked)
        here = self.counts[depth - 1] if len(self.counts) >= depth else 0
        self.counts[depth - 1 :] = [here + 1]
        return depth, here + 1


@dataclass(slots=True)
class _Numbers:
    """One pass over a tree: what has been counted so far."""

    scheme: NumberingScheme
    several: bool
    levels: _Levels = field(default_factory=_Levels)
    tables: int = 0
    figures: int = 0
    attachments: int = 0

    def all(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self.heading(block)
            case Section():
                return self.section(block)
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Attachment():
                return self.attachment(block)
            case Paragraph() | PageBreak() | AttachmentNote() | Signature():
                return block
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> Heading:
        depth, count = self.levels.next(heading.level)
        return replace(
            heading, level=depth, number=_write(self.scheme.headings[depth - 1], count)
        )

    def section(self, section: Section) -> Section:
        heading = section.heading and self.heading(replace(section.heading, level=1))
        return replace(section, heading=heading, blocks=self.all(section.blocks))

    def table(self, table: Table) -> Table:
        if not plain(table.caption):
            return replace(table, number="")
        self.tables += 1
        return replace(table, number=f"{self.scheme.table}{self.tables}")

    def figure(self, figure: Figure) -> Figure:
        if not plain(figure.caption):
            return replace(figure, number="")
        self.figures += 1
        return replace(figure, number=f"{self.scheme.figure}{self.figures}")

    def attachment(self, attachment: Attachment) -> Attachment:
        self.attachments += 1
        outer, self.levels = self.levels, _Levels()
        blocks = self.all(attachment.blocks)
        self.levels = outer
        own = str(self.attachments) if self.several else ""
        return replace(attachment, number=own, blocks=blocks)
