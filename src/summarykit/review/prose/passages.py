"""A finished text as its words are reviewed: passages with their kind, whatever file it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import Ordinal, ordinal_of
from summarykit.review.prose.guessing import Line, guess
from summarykit.review.roles import HEADED, IN_TABLES, Role
from summarykit.review.wordfile import Para, Spot, Word

_WORDS: Final = 14


class Kind(StrEnum):
    """What a passage is in the text."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    CELL = "cell"
    OTHER = "other"
    """An addressee, a signature, a list of attachments."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, line or cell; `text` is all of it, with its number and blanks."""

    text: str
    kind: Kind
    spot: Spot
    ordinal: Ordinal | None = None
    """The number that it begins with."""
    level: int = 0
    """Of a heading that is marked as one, from 1."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The passages of a text in reading order, without blank ones."""

    passages: tuple[Passage, ...]

    @property
    def title(self) -> Passage | None:
        """The title, if there is one."""
        return next((one for one in self.passages if one.kind is Kind.TITLE), None)

    @property
    def body(self) -> tuple[Passage, ...]:
        """The headings and the text."""
        return tuple(one for one in self.passages if one.kind in {Kind.HEADING, Kind.TEXT})


_KINDS: Final = {
    Role.TITLE: Kind.TITLE,
    Role.HEADING: Kind.HEADING,
    Role.RUN_IN: Kind.TEXT,
    Role.BODY: Kind.TEXT,
    Role.CAPTION: Kind.OTHER,
} | dict.fromkeys(IN_TABLES, Kind.CELL)


def of_word(word: Word) -> Prose:
    """Return the passages of a Word file whose paragraphs have their roles (`casting`)."""
    return Prose(tuple(_of_para(para) for para in word.texts if para.text.strip(BLANKS)))


def _of_para(para: Para) -> Passage:
    kind = _KINDS.get(para.role, Kind.OTHER)
    ordinal = ordinal_of(para.text.strip(BLANKS)) if para.role in HEADED else None
    return Passage(para.text, kind, para.spot, ordinal, para.level)


def of_lines(text: str) -> Prose:
    """Return the passages of plain text or Markdown, one a line; a place counts all lines.

    The first line with words is the title; a line that begins with # is a heading, and so is a
    short one with a number that others of its kind show to be one (`guessing`).
    """
    lines = [
        (number, line, line.strip(BLANKS))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip(BLANKS)
    ]
    return Prose(tuple(_passages(lines)))


def _passages(lines: list[tuple[int, str, str]]) -> Iterator[Passage]:
    guessed = guess([words for _, _, words in lines[1:]])
    for at, (number, line, words) in enumerate(lines):
        spot = Spot("line", (number,), words[:_WORDS])
        if not at:
            yield Passage(line, Kind.TITLE, spot)
            continue
        one = guessed[at - 1]
        yield Passage(line, _kind(one), spot, one.ordinal, one.marked)


def _kind(line: Line) -> Kind:
    if line.is_row or line.is_aside:
        return Kind.CELL if line.is_row else Kind.OTHER
    return Kind.HEADING if line.is_heading else Kind.TEXT
