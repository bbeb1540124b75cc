"""Which lines of plain text are headings: by # , or by their numbers and what follows them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import Kind, Ordinal, ordinal_of

_LONGEST: Final = 30
"""A numbered line that is no longer, and ends without a mark, is a heading."""
_LONGEST_SENTENCE: Final = 40
"""One that is no longer is one if it ends with a stop, too, where such lines have a text."""
_ENDS: Final = "。！？；，、：.!?;,:"
_STOPS: Final = "。！？!?；;"
_COLUMNS: Final = re.compile(r"^\|| \| .* \| |\S(?: {2,}|\t+)\S+(?: {2,}|\t+)\S|^[-:| ]+$")
_ATTACHED: Final = re.compile(r"[\[【]?附\s*件|[\[【]|注[：:]|单位[：:]")
_AMOUNT: Final = re.compile(
    r"\d{1,2}\s+[年月日名人个户次时点]|(?:[一二三四五六七八九十]|\d)、(?:[一二三四五六七八九十]|\d)(?:年级|[个名月日])"
)
"""Lines that begin with so many of something, or with 七、八年级, have no number."""
_MARK: Final = re.compile(r"附\s*件\s*[0-9一二三四五六七八九十]{0,2}\s*[：:]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, as it was guessed."""

    ordinal: Ordinal | None
    marked: int
    """How many # it begins with."""
    is_heading: bool = False
    could_be: bool = False
    """Whether it is a heading only if others like it have a text of their own."""
    is_row: bool = False
    """Whether it is a row of a table."""
    is_aside: bool = False
    """Whether it lists attachments, or is the mark or the title of one."""


def guess(lines: list[str]) -> list[Line]:
    """Return what each line is; `lines` have no blanks at their ends."""
    first = list(_lines(lines))
    heads = _kinds_with_text(first)
    return [
        Line(one.ordinal, one.marked, is_heading=True)
        if one.could_be and one.ordinal and one.ordinal.kind in heads
        else one
        for one in first
    ]


def _lines(lines: list[str]) -> Iterator[Line]:
    listed = marked = False
    for words in lines:
        if _COLUMNS.search(words):
            yield Line(None, 0, is_row=True)
            continue
        line = _line(words)
        numbered = line.ordinal is not None
        aside = (
            bool(_ATTACHED.match(words)) or (marked and not numbered) or (listed and numbered)
        )
        listed = aside and (listed or words.startswith("附")) and not _MARK.fullmatch(words)
        marked = bool(_MARK.fullmatch(words))
        yield Line(None, line.marked, is_aside=True) if aside else line


def _line(words: str) -> Line:
    bare = words.lstrip("#").strip(BLANKS)
    marked = len(words) - len(words.lstrip("#"))
    ordinal = None if _AMOUNT.match(bare) else ordinal_of(bare)
    if marked or ordinal is None:
        return Line(ordinal, marked, is_heading=bool(marked))
    if len(words) <= _LONGEST and not words.endswith(tuple(_ENDS)):
        return Line(ordinal, marked, is_heading=True)
    one_sentence = not any(mark in bare[:-1] for mark in _STOPS)
    short = len(words) <= _LONGEST_SENTENCE and one_sentence and not bare.endswith(("：", ":"))
    return Line(ordinal, marked, is_heading=False, could_be=short)


def _kinds_with_text(lines: list[Line]) -> set[Kind]:
    """Return the kinds of numbers whose short sentences are headings: most have a text.

    What follows the last of a list may follow the list: it tells nothing.
    """
    told: Counter[Kind] = Counter()
    has_next = _with_next(lines)
    for at, (line, after) in enumerate(pairwise([*lines, None])):
        if line is None or not line.could_be or line.ordinal is None:
            continue
        kind = line.ordinal.kind
        if after is None or (after.ordinal is not None and not _deeper(kind, after)):
            told[kind] -= 1
        elif at in has_next or after.ordinal is not None:
            told[kind] += 1
    return {kind for kind in told if told[kind] >= 0}


def _deeper(kind: Kind, after: Line) -> bool:
    """Return whether the next line begins a list under a number of that kind."""
    return (
        after.ordinal is not None
        and after.ordinal.kind is not kind
        and after.ordinal.count == 1
    )


def _with_next(lines: list[Line]) -> set[int]:
    """Return the places of numbers that the next of their kind continues."""
    last: dict[Kind, int] = {}
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.ordinal is None:
            continue
        kind = line.ordinal.kind
        before = last.get(kind)
        if before is not None:
            was = lines[before].ordinal
            if was is not None and was.count + 1 == line.ordinal.count:
                found.add(before)
        last[kind] = at
    return found
