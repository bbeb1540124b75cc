"""Clauses become sentences: some stand together, some alone, none of them dangles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarykit.compose.language.weaving import size_of, words_of
from summarykit.packs import Phrase

LONGEST: Final = 60
"""About how many characters a sentence may have before the next clause begins a new one."""
_STOPS: Final = ("。", "？", "！", "。”", "？”", "！”", "…")


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph: a clause that may share a sentence, or sentences of their own."""

    words: object
    is_whole: bool = False
    lead: object = ""
    """What it begins with where it opens a sentence: 这项工作每月开展一次."""
    wants_near: bool = False
    """Whether it has to stand near the verb, and behind several clauses wants its lead."""
    hangs: bool = False
    """Whether it reads better at the end of the practice than alone: ，每月核对一次."""

    @cached_property
    def size(self) -> int:
        """How many characters it has."""
        return size_of(self.words)


def paragraph(groups: Iterable[Iterable[Piece]]) -> Phrase:
    """Return the sentences that groups of clauses make, each with its stop.

    The clauses of a group share a sentence as long as it is not too long.
    """
    parts: list[object] = []
    for group in groups:
        for sentence in _sentences(group):
            ended = words_of(sentence.parts[-1]).endswith(_STOPS)
            parts += [sentence] if ended else [sentence, "。"]
    return Phrase(parts)


def _sentences(group: Iterable[Piece]) -> Iterator[Phrase]:
    waiting: list[object] = []
    size = 0
    for piece in group:
        if not piece.words:
            continue
        more = 0 if piece.is_whole else piece.size
        if waiting and (piece.is_whole or size + more > LONGEST):
            yield Phrase(waiting)
            waiting, size = [], 0
        if piece.is_whole:
            yield Phrase((piece.words,))
            continue
        waiting += ["，", piece.words] if waiting else [piece.lead, piece.words]
        size += more
    if waiting:
        yield Phrase(waiting)
