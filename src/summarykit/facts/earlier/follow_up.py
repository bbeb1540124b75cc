"""What became of the next steps of the period before, as far as this record says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from summarykit.diagnostics import (
    Code,
    Finding,
    Path,
    Place,
    Severity,
    Term,
    message,
    of_previous,
)
from summarykit.facts.survey import Survey
from summarykit.l10n.nearest import nearest
from summarykit.model.entity import term
from summarykit.model.events import Activity
from summarykit.model.outcome import NextStep, Result
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import Labelled, MeasureStatus

Follower: TypeAlias = Measure | Activity | Result | NextStep
_SHOWN: Final = 24
"""How many characters of a step stand for it in a finding."""
_LIKE: Final = 0.6
"""Of a step's pairs of characters, so many in the words of an entry make it a guess."""
_LEAST: Final = 6
"""Of fewer pairs, what they are about cannot be guessed."""
_COMMON: Final = 50
"""A pair of characters in more entries than that says nothing of any."""
_MARKS: Final = re.compile(r"[\W\d]")
_FOLLOWS: Final[Term] = term(Measure, "follows")


class FollowUpStatus(Labelled):
    """What became of a next step; the first that any entry says is true."""

    DONE = "done", "已落实"
    UNDER_WAY = "under_way", "正在推进"
    PLANNED_AGAIN = "planned_again", "继续列入打算"
    NOT_MENTIONED = "not_mentioned", "未提及"


_STATUS: Final[Mapping[MeasureStatus, FollowUpStatus]] = MappingProxyType(
    {
        MeasureStatus.IN_PLACE: FollowUpStatus.DONE,
        MeasureStatus.DONE: FollowUpStatus.DONE,
        MeasureStatus.ONGOING: FollowUpStatus.UNDER_WAY,
        MeasureStatus.PLANNED: FollowUpStatus.PLANNED_AGAIN,
    }
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A next step of the period before, and what this record says became of it.

    It is certain where an entry of this record names the step; where only words agree, it is a
    guess, which no document tells.
    """

    step: NextStep
    path: Path
    """Where the step stands in the record of the period before."""
    status: FollowUpStatus
    certain: bool
    told_by: tuple[Path, ...] = ()
    """The entries of this record that say so, or from which it is guessed."""


_Entries: TypeAlias = list[tuple[Path, Follower]]


def follow_up(now: Survey, before: Survey) -> tuple[FollowUp, ...]:
    """Return what became of each next step of the period before, in their order."""
    entries = list(_followers(now))
    named: dict[str, _Entries] = defaultdict(list)
    for path, entry in entries:
        for name in entry.follows:
            named[name].append((path, entry))
    guesses = _Guesses(entries)
    return tuple(
        _of_step(step, path, named.get(step.id or "", []), guesses)
        for path, step in before.of(NextStep)
    )


def _followers(found: Survey) -> Iterator[tuple[Path, Follower]]:
    yield from found.of(Measure)
    yield from found.of(Activity)
    yield from found.of(Result)
    yield from found.of(NextStep)


def _of_step(step: NextStep, path: Path, named: _Entries, guesses: "_Guesses") -> FollowUp:
    told = [(_status(entry), at) for at, entry in named]
    told = [one for one in told if one[0] is not FollowUpStatus.NOT_MENTIONED]
    if told:
        best = min((status for status, _ in told), key=tuple(FollowUpStatus).index)
        return FollowUp(step, path, best, True, tuple(at for _, at in told))  # noqa: FBT003
    guess = guesses.of(step)
    if guess is None:
        return FollowUp(step, path, FollowUpStatus.NOT_MENTIONED, True)  # noqa: FBT003
    at, entry = guess
    return FollowUp(step, path, _status(entry), False, (at,))  # noqa: FBT003


def _status(entry: Follower) -> FollowUpStatus:
    """Return what an entry says of the step it follows; its heading alone says nothing."""
    match entry:
        case Result():
            return FollowUpStatus.DONE
        case NextStep():
            return FollowUpStatus.PLANNED_AGAIN
        case Measure() | Activity():
            return _STATUS.get(entry.status, FollowUpStatus.NOT_MENTIONED)


class _Guesses:
    """Which entry's words are most like those of a step."""

    def __init__(self, entries: _Entries) -> None:
        self._entries = entries
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, (_, entry) in enumerate(entries):
            for pair in _pairs(_words(entry)):
                self._with[pair].append(number)

    def of(self, step: NextStep) -> tuple[Path, Follower] | None:
        pairs = _pairs(step.action)
        if len(pairs) < _LEAST:
            return None
        telling = (self._with.get(pair, []) for pair in pairs)
        shared = Counter(one for found in telling if len(found) <= _COMMON for one in found)
        best, count = max(shared.items(), key=lambda one: (one[1], -one[0]), default=(0, 0))
        return self._entries[best] if count >= len(pairs) * _LIKE else None


def _pairs(text: str) -> frozenset[str]:
    bare = _MARKS.sub("", text)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def _words(entry: Follower) -> str:
    match entry:
        case Measure():
            parts = (entry.name, entry.practice, entry.effect, *entry.contents)
        case Activity():
            parts = (entry.name, entry.theme, entry.outcome, *entry.contents)
        case Result():
            return entry.text
        case NextStep():
            return entry.action
        case _:
            assert_never(entry)
    return "。".join(part for part in parts if part)


def follow_up_findings(
    now: Survey, before: Survey, followed: Iterable[FollowUp]
) -> Iterator[Finding]:
    """Yield what a reader of both records asks back.

    A warning for each next step that this record does not mention, and for each id of a step
    that the earlier record does not have; a remark where the words alone seem to mention it.
    """
    known = {step.id for _, step in before.of(NextStep) if step.id}
    for path, entry in _followers(now):
        for index, name in enumerate(entry.follows):
            if name not in known:
                yield _unknown(name, (*path, "follows", index), known)
    for one in followed:
        if one.status is FollowUpStatus.NOT_MENTIONED:
            yield _unmentioned(one)
        elif not one.certain:
            yield _guessed(one)


def _unmentioned(one: FollowUp) -> Finding:
    return Finding(
        Severity.WARNING,
        Code.STEP_UNMENTIONED,
        message("nothing is told of this next step: {step}", step=one.step.action[:_SHOWN]),
        Place(path=of_previous(one.path)),
        message(
            "tell what became of it, and name its id there in {field}; a step without an id"
            " needs one",
            field=_FOLLOWS,
        ),
    )


def _guessed(one: FollowUp) -> Finding:
    return Finding(
        Severity.INFO,
        Code.STEP_UNLINKED,
        message(
            "by its words it may follow the next step in {place}: {step}",
            place=Place(path=of_previous(one.path)),
            step=one.step.action[:_SHOWN],
        ),
        Place(path=one.told_by[0]),
        message(
            "if so, name the id of the step in {field}: the summary then tells it",
            field=_FOLLOWS,
        ),
    )


def _unknown(name: str, path: Path, known: Iterable[str]) -> Finding:
    near = nearest(name, known)
    hint = message("did you mean {name}?", name=near) if near else None
    said = message("the earlier record has no next step with the id {found}", found=name)
    return Finding(Severity.WARNING, Code.UNKNOWN_ID, said, Place(path=path), hint)
