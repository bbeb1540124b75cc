"""How a document is kept to a length: the least important is told in less, then not at all.

Nothing is ever cut off: an entity is told in full, in its core, in one line among its
neighbours, or not at all (`depths`), and what is left out is in the list of left-out facts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, NamedTuple

from summarykit.compose.belonging import is_told_by
from summarykit.compose.length.depths import UNSHORTENED, Depth, Shortening, steps_of
from summarykit.compose.length.importance import Bearing, bearing, importance
from summarykit.compose.length.sizes import size_at
from summarykit.compose.planning import is_planned, left_out_fields
from summarykit.compose.scope import elsewhere
from summarykit.compose.situation.totals import is_whole
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.entity import Entity
from summarykit.model.events import Activity
from summarykit.model.outcome import NextStep
from summarykit.model.plan import Measure
from summarykit.model.population import Population
from summarykit.packs import DocumentKind, ReportSpec

_MOST_TRIES: Final = 12
_LATER: Final = (0, 4, 9)
"""How much longer an entity of the same importance is spared its first, second, third step."""
_FOR_ITS_GROUP: Final = 3
"""What the foremost measure of a group weighs more."""
_FOR_ITS_PROGRAMME: Final = 5
"""What the foremost measure of one of several programmes weighs more: it is what was done."""
_BEHIND: Final = 2
"""What an entry of one of several programmes weighs less for each that goes before it."""
_OF_PROGRAMMES: Final = MappingProxyType(
    {"goals": 2, "measures": 3, "results": 3, "difficulties": 2, "next_steps": 3}
)
"""The lists of a programme, and how many entries of each are not dropped where it is alone."""
_OF_THE_RECORD: Final = (
    "population",
    "indicators",
    "slogans",
    "activities",
    "aid",
    "donations",
    "rules",
    "cases",
    "extra",
)


_BESIDE: Final = MappingProxyType(
    {
        "home_visits": ("campaigns", "visits"),
        "responsibilities": ("leading_groups", "areas", "lines", "chains", "contracts"),
    }
)


class Reducible(NamedTuple):
    """An entity that may be told in less: its reference and its place in its list."""

    ref: str
    rank: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class _Step:
    """One reduction of one entity: to what depth, and how many characters it saves."""

    order: tuple[int, int]
    ref: str
    depth: Depth
    saved: int


class Reductions:
    """What a document can tell in less, and in which order it gives way."""

    def __init__(
        self,
        record: YearRecord,
        spec: ReportSpec,
        kinds: Iterable[AnyProgramme],
        asked: Iterable[str] = (),
    ) -> None:
        """Hold what can be told in less; the extra facts named in `asked` are never dropped."""
        self._asked = frozenset(asked)
        self._record = record
        self._spec = spec
        self._kinds = tuple(kinds)
        self._entities = tuple(reducible(record, spec, self._kinds))
        self._size = sum(_size(one.entity) for one in self._entities)

    def to(self, room: int) -> Shortening:
        """Return what is told in less for the entities to take about `room` characters."""
        excess = self._size - room
        if excess <= 0:
            return UNSHORTENED
        depths: dict[str, Depth] = {}
        for step in self._steps:
            if excess <= 0:
                break
            depths[step.ref] = step.depth
            excess -= step.saved
        return Shortening(depths)

    @cached_property
    def _steps(self) -> tuple[_Step, ...]:
        """The steps, from the least important entity to the most important.

        A later step of one entity (a line, nothing) waits until much of the rest is told in its
        core only.
        """
        weights = bearing(self._record, self._spec.emphasis)
        standings = _standings(self._record, self._kinds, weights)
        lasting: frozenset[str] = frozenset()
        if self._spec.most is None:  # a document with a strict limit may drop anything
            lasting = frozenset(_lasting(self._record, self._kinds, weights))
            extra = _entries(self._record.extra, "extra")
            lasting |= {ref for ref, one in extra if getattr(one, "name", "") in self._asked}
        steps = sorted(_steps(self._entities, weights, standings), key=lambda step: step.order)
        return tuple(s for s in steps if s.depth is not Depth.NONE or s.ref not in lasting)


class Search:
    """Looks for the room that makes a document as long as is aimed at.

    The next room is the last one corrected by what was too much, or the middle between what was
    too much and what was too little, where the correction would leave these bounds.
    """

    def __init__(self, aim: int) -> None:
        self.room = aim
        self._low: int | None = None
        self._high: int | None = None

    def goes_on(self, over: int, outcome: Callable[[int], object]) -> bool:
        """Return whether there is a room that gives another `outcome`, which is then `room`."""
        last = outcome(self.room)
        for _ in range(_MOST_TRIES):
            if over > 0:
                self._high = self.room
            else:
                self._low = self.room
            self.room = self._next(over)
            if self.room in (self._low, self._high):
                return False
            if outcome(self.room) != last:
                return True
            over += over  # one character too many may want a step of dozens
        return False

    def _next(self, over: int) -> int:
        room = self.room - over
        if self._low is None or self._high is None or self._low < room < self._high:
            return room
        return (self._low + self._high) // 2


def _standings(
    record: YearRecord, kinds: tuple[AnyProgramme, ...], weights: Bearing
) -> dict[str, int]:
    """Return what entries weigh more or less for those beside them, by reference.

    Of one programme the foremost measure of each group weighs more. Of several, the foremost
    measure of each does, and what stands behind others in a list of results, goals,
    difficulties or steps weighs less, so that every programme is told by its best.
    """
    if len(kinds) == 1:
        return dict.fromkeys(_foremost(record, kinds[0], weights), _FOR_ITS_GROUP)
    standings: dict[str, int] = {}
    for kind in kinds:
        for name in _OF_PROGRAMMES:
            prefix = child(child("programmes", kind.value), name)
            entries = _entries(getattr(record.programmes[kind], name), prefix)
            ranked = sorted(entries, key=lambda entry: -importance(entry[1], weights))
            refs = [ref for ref, _ in ranked]
            if name == "measures":
                standings |= dict.fromkeys(refs[:1], _FOR_ITS_PROGRAMME)
            else:
                standings |= {ref: -_BEHIND * place for place, ref in enumerate(refs)}
    return standings


def _foremost(record: YearRecord, kind: AnyProgramme, weights: Bearing) -> Iterator[str]:
    """Yield the foremost measure of each group of a programme."""
    best: dict[str, tuple[int, str]] = {}
    prefix = child(child("programmes", kind.value), "measures")
    for index, measure in enumerate(record.programmes[kind].measures):
        ref, weight = item(prefix, index, measure), importance(measure, weights)
        side = measure.kind.group
        if side not in best or weight > best[side][0]:
            best[side] = weight, ref
    yield from (ref for _, ref in best.values())


def _size(entity: Entity) -> int:
    """Return how many characters can be saved by telling an entity in less."""
    least = (*steps_of(type(entity)), Depth.FULL)[-2]
    return size_at(entity, Depth.FULL) - size_at(entity, least)


def _lasting(
    record: YearRecord, kinds: Iterable[AnyProgramme], weights: Bearing
) -> Iterator[str]:
    """Yield the references of what is not dropped: wholes, leaders, the best of each list.

    The more programmes a document tells, the fewer entries of each; one of each list stays.
    """
    yield from (
        ref for ref, counted in _entries(record.population, "population") if is_whole(counted)
    )
    duties = record.responsibilities
    groups = duties.leading_groups if duties else ()
    yield from (ref for ref, _ in _entries(groups, "responsibilities.leading_groups"))
    several = len(tuple(kinds))
    for kind in kinds:
        ref, programme = child("programmes", kind.value), record.programmes[kind]
        kept: set[str] = set()
        for name, count in _OF_PROGRAMMES.items():
            entries = tuple(_entries(getattr(programme, name), child(ref, name)))
            ranked = sorted(
                entries,
                key=lambda entry: (
                    not _answers(entry[1], kept),
                    -importance(entry[1], weights),
                ),
            )
            lasting = [called for called, _ in ranked[: max(1, count // several)]]
            kept.update(lasting)
            yield from lasting


def _answers(entity: Entity, kept: AbstractSet[str]) -> bool:
    """Return whether a next step answers a difficulty that is `kept`."""
    return isinstance(entity, NextStep) and not kept.isdisjoint(entity.answers)


def _steps(
    entities: Iterable[Reducible], weights: Bearing, standings: Mapping[str, int]
) -> Iterator[_Step]:
    for ref, rank, entity in entities:
        weight = importance(entity, weights) + standings.get(ref, 0)
        size = size_at(entity, Depth.FULL)
        steps = steps_of(type(entity))
        # What can only be dropped is spared like what is reduced to a line.
        spared = _LATER if len(steps) > 1 else _LATER[1:]
        for depth, later in zip(steps, spared, strict=False):
            left = size_at(entity, depth)
            # Among equals the later one of a list gives way: what matters stands first.
            yield _Step((weight + later, -rank), ref, depth, size - left)
            size = left


def reducible(
    record: YearRecord, spec: ReportSpec, kinds: Iterable[AnyProgramme]
) -> Iterator[Reducible]:
    """Yield the entities that a document on `kinds` may tell in less."""
    told = tuple(kind for kind in kinds if kind in record.programmes)
    absent = left_out_fields(record, spec, told)
    for rank, ref, name, entity in _told(record, told):
        if (
            isinstance(entity, Population)
            and spec.cohorts
            and entity.cohort not in spec.cohorts
        ):
            continue
        unplanned = isinstance(entity, Measure | Activity) and not is_planned(entity)
        if name not in absent and not (unplanned and spec.kind is DocumentKind.PLAN):
            yield Reducible(ref, rank, entity)


def _told(
    record: YearRecord, told: tuple[AnyProgramme, ...]
) -> Iterator[tuple[int, str, str, Entity]]:
    """Yield of each entity its place in its list, its reference, its field, and itself."""
    yield 0, "organisation", "organisation", record.organisation
    for kind in told if len(told) > 1 else ():  # one alone keeps its background
        yield 0, child("programmes", kind.value), "programmes", record.programmes[kind]
    for name, prefix, entities in _lists(record, told):
        for rank, (ref, entity) in enumerate(_entries(entities, prefix)):
            own = getattr(entity, "programmes", ())
            if is_told_by(told, own, record):
                yield rank, ref, name, entity


def _lists(
    record: YearRecord, told: tuple[AnyProgramme, ...]
) -> Iterator[tuple[str, str, tuple[Entity, ...]]]:
    """Yield the name of each list, what it is called, and its entities."""
    for kind in told:
        prefix = child("programmes", kind.value)
        for name in _OF_PROGRAMMES:
            yield name, child(prefix, name), getattr(record.programmes[kind], name)
    for name in _OF_THE_RECORD:
        yield name, name, getattr(record, name)
    apart = elsewhere(record, told)
    if ("enrolment_flow",) not in apart:
        yield "enrolment_flow", "enrolment_flow", record.enrolment_flow
    for name, lists in _BESIDE.items():
        holder = None if (name,) in apart else getattr(record, name)
        for inner in lists if holder is not None else ():
            if (name, inner) not in apart:
                yield name, child(name, inner), getattr(holder, inner)


def _entries(entities: tuple[Entity, ...], ref: str) -> Iterator[tuple[str, Entity]]:
    for index, entity in enumerate(entities):
        yield item(ref, index, entity), entity
