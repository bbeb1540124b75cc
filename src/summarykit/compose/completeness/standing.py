"""Where each fact of a record stands: in which entity, told with which, linked to which."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Path
from summarykit.facts import child, index, item
from summarykit.facts.survey import Survey, survey
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.events import HomeVisits
from summarykit.model.organisation import Pupil
from summarykit.model.plan import Policy, Responsibilities
from summarykit.model.population import CohortDefinition, Partition, Population
from summarykit.model.record import Programme

_HOLDERS: Final = (YearRecord, Programme, Responsibilities, HomeVisits)
"""Entities whose parts are told one by one."""
REFERRED: Final = (CohortDefinition, Policy, Population, Pupil)
"""What others refer to instead of saying it: its words may be said by those who refer to it."""


@dataclass(frozen=True, slots=True)
class Home:
    """The entity that a fact is told with: a measure, an activity, the organisation."""

    ref: str
    path: Path
    entity: Entity


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact, the entity it is told with, and the entity that holds it (a register of one)."""

    ref: str
    value: object
    text: str
    path: Path
    home: Home
    holder: Home

    @property
    def field(self) -> str:
        """The name of the field it stands in."""
        return str(self.path[len(self.holder.path)])


class Standings:
    """The facts of one record with their places, and which entities are linked."""

    def __init__(self, record: YearRecord) -> None:
        self.record = record
        found = survey(record)
        self._entities: dict[Path, Entity] = {
            path: entity for listed in found.entities.values() for path, entity in listed
        }
        self._refs: dict[Path, str] = {(): ""}
        self._homes: dict[Path, Home] = {}
        self.facts: tuple[Standing, ...] = tuple(self._standings())
        self._facts = {fact.ref: fact for fact in self.facts}
        self.linked: Mapping[str, tuple[str, ...]] = self._links(found)
        self.homes: Mapping[str, Home] = {home.ref: home for home in self._homes.values()}

    def _standings(self) -> Iterator[Standing]:
        for ref, entry in index(self.record).items():
            holder = self._holder(entry.path)
            home = self._home(self._outermost(entry.path))
            yield Standing(ref, entry.value, str(entry), entry.path, home, holder)

    def home_of(self, ref: str) -> Home | None:
        """Return the entity that what is called `ref` is told with: a fact, a list, a field."""
        while ref:
            if ref in self._facts:
                return self._facts[ref].home
            if ref in self.homes:
                return self.homes[ref]
            ref = ref[: max(ref.rfind("."), ref.rfind("["))] if "." in ref or "[" in ref else ""
        return None

    def at(self, path: Path) -> Home | None:
        """Return the entity at a place of the record."""
        return self._home(path) if path in self._entities else None

    def value(self, ref: str) -> object:
        """Return the value of the fact called exactly so, or None."""
        found = self._facts.get(ref)
        return found.value if found is not None else None

    def fact(self, ref: str) -> Standing | None:
        """Return the fact called exactly so, or None."""
        return self._facts.get(ref)

    def listed_with(self, fact: Standing) -> tuple[Entity, ...]:
        """Return the entries of the list that the holder of a fact is one of."""
        if not fact.holder.path:  # the record is the only one there is
            return (fact.holder.entity,)
        above = self._holder(fact.holder.path)
        listed = getattr(above.entity, str(fact.holder.path[len(above.path)]), ())
        return listed if isinstance(listed, tuple) else (fact.holder.entity,)

    def above(self, fact: Standing) -> Iterator[str]:
        """Yield the references of the entities that a fact stands in, the nearest first."""
        for size in range(len(fact.path) - 1, 0, -1):
            path = fact.path[:size]
            if path in self._entities:
                yield self._ref(path)

    def _outermost(self, path: Path) -> Path:
        """Return the place of the outermost entity that is told by itself."""
        steps = (path[:size] for size in range(1, len(path)))
        found = [step for step in steps if step in self._entities]
        whole = (p for p in found if not isinstance(self._entities[p], _HOLDERS))
        return next(whole, found[-1] if found else ())

    def _holder(self, path: Path) -> Home:
        steps = (path[:size] for size in range(len(path) - 1, -1, -1))
        return self._home(next(step for step in steps if step in self._entities))

    def _home(self, path: Path) -> Home:
        if path not in self._homes:
            self._homes[path] = Home(self._ref(path), path, self._entities[path])
        return self._homes[path]

    def _ref(self, path: Path) -> str:
        if path not in self._refs:
            above, step = self._ref(path[:-1]), path[-1]
            entity = self._entities.get(path)
            whole = item(above, step, entity) if isinstance(step, int) else child(above, step)
            self._refs[path] = whole
        return self._refs[path]

    def _links(self, found: Survey) -> Mapping[str, tuple[str, ...]]:
        """Return, for each entity, those that it refers to and that refer to it.

        They are in the order of the record: what says a fact is the same in every process.
        """
        named = {name: path[:-1] for path, _, name in reversed(found.named)}
        pairs = [(link.path, link.target) for link in found.links]
        for _, split in found.of(Partition):
            if split.whole in named:
                pairs += ((named[split.whole], part) for part in split.parts)
        linked: dict[str, dict[str, None]] = defaultdict(dict)
        for path, target in pairs:
            if target in named:
                one, other = self._told_with(path), self._told_with(named[target])
                linked[one][other] = None
                linked[other][one] = None
        return {ref: tuple(o for o in others if o != ref) for ref, others in linked.items()}

    def _told_with(self, path: Path) -> str:
        return self._home(self._outermost((*path, ""))).ref
