"""A document as a reader meets it: headings and paragraphs in order, each with its provenance.

Attachments, tables, signatures and the list of attachments are not prose and are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from summarykit.document import Document, Fact, Inlines, Paragraph, Strong, Text
from summarykit.document.nodes import (
    Attachment,
    AttachmentNote,
    Block,
    Heading,
    Section,
    Signature,
)

Words = Text | Fact
Span = tuple[int, int]

_STOPS: Final = "。！？"
_OPENING: Final = "“‘（《「"
_CLOSING: Final = "”’）》」"
_QUOTED: Final = "”’」"
_NO_LETTER: Final = re.compile(r"[\W_]+")
_AROUND: Final = 14


class Role(StrEnum):
    """What a line of a document is."""

    HEADING = "heading"
    TEXT = "text"
    OTHER = "other"
    """A table, a figure or a page break."""


@dataclass(frozen=True)
class Line:
    """A heading or a paragraph: its words with their provenance, and where it stands.

    `level` is that of a heading, 0 for all others; `under` is the heading a line belongs to.
    """

    role: Role
    block: str
    words: tuple[Words, ...] = ()
    level: int = 0
    under: str = ""

    @cached_property
    def text(self) -> str:
        """The bare words."""
        return "".join(one.text for one in self.words)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each of the words begins."""
        found = [0]
        for one in self.words[:-1]:
            found.append(found[-1] + len(one.text))
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences: they end at 。！？ that are not inside quotes or brackets."""
        return tuple(_sentences(self.text))

    def owner(self, start: int, end: int) -> Fact | None:
        """Return the value of the record that holds all of the span, if one does."""
        inside = self.within(start, end)
        only = inside[0] if len(inside) == 1 else None
        return only if isinstance(only, Fact) else None

    def within(self, start: int, end: int) -> tuple[Words, ...]:
        """Return the words that any of the span lies in."""
        if not self.words:
            return ()
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_right(self.starts, max(start, end - 1)) - 1)
        return self.words[first : last + 1]

    def cut(self, start: int, end: int) -> Iterator[Words]:
        """Yield the words of the span, cut to it."""
        for place, one in zip(self.starts, self.words, strict=True):
            if part := one.text[max(0, start - place) : max(0, end - place)]:
                yield replace(one, text=part)

    def around(self, start: int, end: int) -> str:
        """Return the span with what stands about it, values between ⟨ and ⟩."""
        parts = self.cut(max(0, start - _AROUND), end + _AROUND)
        return "".join(f"⟨{p.text}⟩" if isinstance(p, Fact) else p.text for p in parts)


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the headings and paragraphs in order; what runs in stands behind its heading."""
    return tuple(_of_blocks(document.blocks, ""))


def _of_blocks(blocks: Sequence[Block], under: str) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Section():
                heads = () if block.heading is None else (block.heading,)
                yield from _of_blocks((*heads, *block.blocks), under)
            case Heading():
                words = flat(block.children)
                under = "".join(one.text for one in words)
                yield Line(Role.HEADING, block.id, words, block.level, under)
                if block.run_in:
                    yield Line(Role.TEXT, block.id, flat(block.run_in), 0, under)
            case Paragraph():
                yield Line(Role.TEXT, block.id, flat(block.children), 0, under)
            case Attachment() | AttachmentNote() | Signature():
                continue
            case _:
                yield Line(Role.OTHER, block.id, under=under)


def flat(words: Inlines) -> tuple[Words, ...]:
    """Return the words without the emphasis."""
    return tuple(
        inner
        for one in words
        for inner in (one.children if isinstance(one, Strong) else (one,))
    )


def letters(text: str) -> str:
    """Return the text without marks and blanks."""
    return _NO_LETTER.sub("", text)


def _sentences(text: str) -> Iterator[Span]:
    depth = start = 0
    for place, sign in enumerate(text):
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        ends = sign in _STOPS or (sign in _QUOTED and text[place - 1 : place] in tuple(_STOPS))
        if ends and depth == 0 and text[place + 1 : place + 2] not in tuple(_CLOSING):
            yield start, place + 1
            start = place + 1
    if text[start:].strip():
        yield start, len(text)
