"""Words that are wrong where they stand, as words.toml lists them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

_START: Final = 2
_WORD: Final = "～"
"""Stands for the word in a context."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands right before and right after a word; one of them may be nothing."""

    before: str
    after: str

    def holds(self, text: str, start: int, end: int) -> bool:
        """Return whether the word from `start` up to `end` stands in this context."""
        return text.startswith(self.after, end) and text.endswith(self.before, 0, start)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that is wrong, and what was probably meant."""

    wrong: str
    right: str
    where: tuple[Context, ...] = ()
    """It is wrong in these contexts only; in all of them, if there is none."""
    unless: tuple[Context, ...] = ()
    """It is right in these."""

    def applies(self, text: str, start: int) -> bool:
        """Return whether the word that begins at `start` is wrong there."""
        end = start + len(self.wrong)
        if any(one.holds(text, start, end) for one in self.unless):
            return False
        return not self.where or any(one.holds(text, start, end) for one in self.where)


class Words:
    """Entries as they are looked for: all of them in one pass over a text.

    They are kept by their first two signs: among a thousand words, a regular expression looks
    for each at every place.
    """

    __slots__ = ("_by_start", "_firsts")

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._by_start: dict[str, list[Entry]] = {}
        for entry in sorted(entries, key=lambda one: len(one.wrong), reverse=True):
            self._by_start.setdefault(entry.wrong[:_START], []).append(entry)
        firsts = sorted({start[0] for start in self._by_start})
        self._firsts = re.compile(f"[{''.join(map(re.escape, firsts))}]")
        for start in [start for start in self._by_start if len(start) == _START]:
            self._by_start[start] += self._by_start.get(start[0], [])

    def found(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Yield where a word is wrong, and its entry; no two of them overlap.

        A place where the longest word is right is passed over by one character, so that a
        shorter one may begin in it.
        """
        after, by_start = 0, self._by_start
        for first in self._firsts.finditer(text):
            at = first.start()
            begun = by_start.get(text[at : at + _START]) or by_start.get(first.group()) or ()
            entry = next((one for one in begun if text.startswith(one.wrong, at)), None)
            if entry is not None and at >= after and entry.applies(text, at):
                yield at, entry
                after = at + len(entry.wrong)


@cache
def entries_of(kind: str) -> tuple[Entry, ...]:
    """Return the entries of a kind (`spun`, `typo`) in the order of the file."""
    # The list is long, and only a review needs it.
    import tomllib  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    rows = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))[kind]
    return tuple(
        Entry(
            row["wrong"],
            row["right"],
            _contexts(row.get("where", "")),
            _contexts(row.get("unless", "")),
        )
        for row in rows
    )


def _contexts(told: str) -> tuple[Context, ...]:
    return tuple(Context(*one.split(_WORD)) for one in told.split())


@cache
def words_of(kind: str) -> Words:
    """Return the words of a kind, ready to be looked for."""
    return Words(entries_of(kind))
