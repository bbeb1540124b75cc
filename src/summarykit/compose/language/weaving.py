"""Clauses become sentences: those that are there, in an order, none of them dangling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarykit.compose.views import Missing, Shown
from summarykit.model.vocabulary import Choice
from summarykit.packs import Phrase, inlines_of

LONGEST: Final = 66
"""About how many characters a sentence may have before the next clause begins a new one."""
_RUN: Final = 3
"""So many characters in a row are heard as a repetition."""

Order = Sequence[Sequence[str]]
"""The sentences of a paragraph, each by the names of its clauses."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in the forms it takes: behind another one, and at the head of a sentence."""

    going: object
    alone: object
    bare: object = None
    """Without a connective, where the sentence begins with a reason; None is `going`."""
    caused: object = None
    """Right behind the cause, in its sentence; None is `going`."""

    @classmethod
    def of(cls, words: object) -> "Clause":
        """Return a clause that reads the same wherever it stands."""
        return cls(words, words)


CAUSE: Final = "cause"
"""The name of a clause that says why: what it leads to must not read as part of it."""
REASON: Final = "reason"
"""The name of a clause that begins a sentence with 由于: what follows needs no 因而."""


def woven(order: Order, clauses: Mapping[str, Clause]) -> Phrase:
    """Return the sentences that `clauses` make in `order`, each with its full stop.

    A clause that is not there leaves no trace; one that `order` forgets is told at the end. A
    sentence that grows too long is parted between two clauses.
    """
    named = {name for group in order for name in group}
    groups = [*order, *([name] for name in clauses if name not in named)]
    parts: list[object] = []
    for group in groups:
        there = [name for name in group if name in clauses]
        parts += _sentences(there, clauses)
    return Phrase(parts)


def _sentences(names: Iterable[str], clauses: Mapping[str, Clause]) -> list[object]:
    parts: list[object] = []
    size, reasoned, before = 0, False, ""
    for name in names:
        clause = clauses[name]
        going = _going(clause, reasoned=reasoned, caused=before == CAUSE)
        if size and size + size_of(going) > LONGEST and not _leads(parts):
            parts.append("。")
            size = 0
        words = going if size else clause.alone
        parts += ["，", words] if size else [words]
        size += size_of(words)
        reasoned, before = reasoned or name == REASON, name
    return [*parts, "。"] if parts else []


def _going(clause: Clause, *, reasoned: bool, caused: bool) -> object:
    if reasoned and clause.bare is not None:
        return clause.bare
    return clause.caused if caused and clause.caused is not None else clause.going


def _leads(parts: list[object]) -> bool:
    """Return whether all that is there is a reason, which cannot end a sentence."""
    return len(parts) == 1 and words_of(parts[0]).startswith(("由于", "因为"))


def fresh(said: Iterable[object], *wordings: Sequence[object]) -> Sequence[object]:
    """Return the wordings of the first list that repeat nothing of what is `said` before.

    Three characters in a row that stand there are a repetition: 基础薄弱的有 behind 基础薄弱. A
    list that has none is passed over; the last list is returned where no other has one.

    Raises:
        TypeError: There is no list.
    """
    before = "\n".join(words_of(text) for text in said)
    for listed in wordings:
        kept = tuple(one for one in listed if not _repeats(words_of(one), before))
        if kept:
            return kept
    if not wordings:
        msg = "fresh needs lists of wordings"
        raise TypeError(msg)
    return wordings[-1]


def _repeats(words: str, before: str) -> bool:
    runs = (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))
    return any(run in before for run in runs)


def said_as(choice: Shown | Missing, words: object) -> Shown | Missing:
    """Return `words` as what says a choice of the record: 且有所加重 says the trend 加重.

    Raises:
        TypeError: It is no choice; other values say themselves.
    """
    if isinstance(choice, Missing):
        return choice
    if not isinstance(choice.value, Choice):
        msg = "said_as needs a choice of the record"
        raise TypeError(msg)
    return Shown(choice.value, f"{choice.ref}#said", str(words))


def words_of(value: object) -> str:
    """Return the bare words of a value, a phrase or words; none of what is not there."""
    if value is None or isinstance(value, Missing) or not value:
        return ""
    return "".join(getattr(inline, "text", "") for inline in inlines_of(value))


def size_of(value: object) -> int:
    """Return how many characters a value or a phrase has."""
    return len(words_of(value))
