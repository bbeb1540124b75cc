"""How a document is kept to a length: the least important is told in less, then not at all.

Nothing is ever cut off: an entity is told in full, in its core, in one line among its
neighbours, or not at all (`depths`), and what is left out is in the list of left-out facts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.compose.depths import UNSHORTENED, Depth, Shortening, steps_of
from summarykit.compose.importance import Bearing, bearing, importance
from summarykit.compose.sizes import size_at
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import ReportSpec

_LATER: Final = (0, 4, 9)
"""How much longer an entity of the same importance is spared its first, second, third step."""
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


@dataclass(frozen=True, slots=True)
class _Step:
    """One reduction of one entity: to what depth, and how many characters it saves."""

    order: tuple[int, int]
    ref: str
    depth: Depth
    saved: int


def shortened(
    record: YearRecord, spec: ReportSpec, kinds: Iterable[ProgrammeKind], room: int
) -> Shortening:
    """Return what is told in less for the reducible entities to take about `room` characters.

    The steps go from the least important entity to the most important; a later step of one
    entity (a line, nothing) waits until much of the rest is told in its core only.
    """
    weights = bearing(record, spec.emphasis)
    entities = tuple(reducible(record, kinds))
    excess = sum(size_at(entity, Depth.FULL) for _, entity in entities) - room
    if excess <= 0:
        return UNSHORTENED
    depths: dict[str, Depth] = {}
    lasting = frozenset(_lasting(record, kinds, weights))
    for step in sorted(_steps(entities, weights), key=lambda step: step.order):
        if excess <= 0:
            break
        if step.depth is Depth.NONE and step.ref in lasting:
            continue
        depths[step.ref] = step.depth
        excess -= step.saved
    return Shortening(depths)


def _lasting(
    record: YearRecord, kinds: Iterable[ProgrammeKind], weights: Bearing
) -> Iterator[str]:
    """Yield the references of the most important entries of each list of a programme.

    The more programmes a document tells, the fewer of each; one of each list stays.
    """
    several = len(tuple(kinds))
    for kind in kinds:
        ref, programme = child("programmes", kind.value), record.programmes[kind]
        for name, count in _OF_PROGRAMMES.items():
            entries = tuple(_entries(getattr(programme, name), child(ref, name)))
            ranked = sorted(entries, key=lambda entry: -importance(entry[1], weights))
            yield from (called for called, _ in ranked[: max(1, count // several)])


def _steps(entities: Iterable[tuple[str, Entity]], weights: Bearing) -> Iterator[_Step]:
    for place, (ref, entity) in enumerate(entities):
        weight, size = importance(entity, weights), size_at(entity, Depth.FULL)
        steps = steps_of(type(entity))
        # What can only be dropped is spared like what is reduced to a line.
        spared = _LATER if len(steps) > 1 else _LATER[1:]
        for depth, later in zip(steps, spared, strict=False):
            left = size_at(entity, depth)
            # Among equals the later one gives way: writers put first what matters first.
            yield _Step((weight + later, -place), ref, depth, size - left)
            size = left


def reducible(
    record: YearRecord, kinds: Iterable[ProgrammeKind]
) -> Iterator[tuple[str, Entity]]:
    """Yield the entities that a document on `kinds` may tell in less, with their references."""
    told = tuple(kind for kind in kinds if kind in record.programmes)
    yield "organisation", record.organisation
    for kind in told:
        ref, programme = child("programmes", kind.value), record.programmes[kind]
        for name in _OF_PROGRAMMES:
            yield from _entries(getattr(programme, name), child(ref, name))
    for name in _OF_THE_RECORD:
        for ref, entity in _entries(getattr(record, name), name):
            own = getattr(entity, "programmes", ())
            if not own or set(own).intersection(told):
                yield ref, entity
    if record.home_visits is not None:
        yield from _entries(record.home_visits.campaigns, "home_visits.campaigns")
    if record.responsibilities is not None:
        yield from _entries(
            record.responsibilities.leading_groups, "responsibilities.leading_groups"
        )


def _entries(entities: tuple[Entity, ...], ref: str) -> Iterator[tuple[str, Entity]]:
    for index, entity in enumerate(entities):
        yield item(ref, index, entity), entity
