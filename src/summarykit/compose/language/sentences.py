"""Clauses and lists become sentences of a readable length, none of them cut off."""

from collections.abc import Iterable, Sequence
from typing import Final

from summarykit.compose.language.weaving import size_of
from summarykit.packs import Phrase

LONGEST: Final = 66
"""About how many characters a sentence may have before the next clause begins a new one."""
LONGEST_LIST: Final = 80
"""About how many characters a list may have before its other entries go into a new sentence."""
STOP: Final = "。"


def flowing(clauses: Iterable[object], mark: str = "，", most: int = LONGEST) -> Phrase:
    """Return the clauses as sentences, `mark` between them, each sentence with its full stop.

    Clauses that say nothing leave no trace. Where a sentence would get longer than `most`
    characters the next clause begins a new one, so each has to make sense by itself.
    """
    parts: list[object] = []
    size = 0
    for clause in clauses:
        length = size_of(clause)
        if not length:
            continue
        if size:
            runs_on = size + length <= most
            parts.append(mark if runs_on else STOP)
            size = size + len(mark) if runs_on else 0
        parts.append(clause)
        size += length
    return Phrase([*parts, STOP] if parts else [])


def parted(values: Sequence[object], most: int = LONGEST_LIST) -> tuple[Sequence[object], ...]:
    """Return the values in rows that fit into one sentence each; the order stays."""
    rows: list[list[object]] = []
    size = 0
    for value in values:
        length = size_of(value) + 1
        if not rows or size + length > most:
            rows.append([])
            size = 0
        rows[-1].append(value)
        size += length
    return tuple(map(tuple, rows))
