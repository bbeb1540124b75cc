"""Passages cut into sentences; half-width marks count as the full-width ones they stand for."""

import re
from dataclasses import dataclass
from typing import Final

from summarykit.review.prose.passages import Kind, Passage, Prose

_FULL: Final = tuple(zip(",;:?!()", "，；：？！（）", strict=True))
_SENTENCE: Final = re.compile(r"[^。！？\n]+[。！？”’]*")

_BARS: Final = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words of a passage up to a full stop; `text` begins at `start` of the passage."""

    passage: Passage
    text: str
    start: int


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """Return the sentences of a passage in full-width marks, each as long as it was."""
    text = _in_full_width(passage.text)
    return tuple(
        Sentence(passage, found.group(), found.start()) for found in _SENTENCE.finditer(text)
    )


def _in_full_width(text: str) -> str:
    # Of Chinese text, `str.translate` looks up every character; `replace` finds the few.
    for half, full in _FULL:
        text = text.replace(half, full)
    return text


def told(prose: Prose) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of each passage of running text; a row of a table is none."""
    return tuple(
        sentences(each)
        for each in prose.passages
        if each.kind is Kind.TEXT and each.text.count("|") < _BARS
    )


def plain(passage: Passage) -> str:
    """Return the words of a passage in full-width marks, as long as they were."""
    return _in_full_width(passage.text)
