"""Which entry of a record is which entry of the record of the period before."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

from summarykit.diagnostics import Path
from summarykit.facts.survey import Survey
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, VisitCampaign, VisitCoverage
from summarykit.model.organisation import AreaUnit, StaffCount
from summarykit.model.plan import Measure
from summarykit.model.population import DIMENSIONS, EnrolmentFlow, Indicator, Population
from summarykit.model.vocabulary import Cohort

Key: TypeAlias = Hashable
_Keyed: TypeAlias = Callable[[Any, Path, "_Around"], Key]

_OF_A_YEAR: Final = re.compile(
    r"(?:19|20)\d\d(?:[—－～~-](?:(?:19|20)?\d\d))?(?:学年度?|年度?)?(?:第[一二]学期)?"
)
"""What a name says of the year, which next year's name says otherwise."""
_OF_A_ROUND: Final = len(("home_visits", "campaigns", 0))
_OF_A_PROGRAMME: Final = len(("programmes", "left_behind_care"))
_UNSAID: Final = frozenset({None, Cohort.ENROLLED})


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of this record and the same one of the record before, each with its place."""

    path: Path
    entity: Entity
    before_path: Path
    before: Entity


def pairs(now: Survey, before: Survey) -> Iterator[Pair]:
    """Yield the entries that are the same in two records, in the order of this one.

    What an entry is, its fields say: cohort and dimensions, code, kind and name. Of several
    that say the same, those with the same id are one; without ids nobody knows.
    """
    around, around_before = _Around.of(now), _Around.of(before)
    for kind, key in _KEYS.items():
        ours = _by_key(now.of(kind), key, around)
        theirs = _by_key(before.of(kind), key, around_before)
        for name, entries in ours.items():
            yield from _matched(entries, theirs.get(name, []))


_Placed: TypeAlias = tuple[Path, Entity]


@dataclass(frozen=True, slots=True)
class _Around:
    """What says of an entry what it does not say itself."""

    cohorts: Mapping[str | None, Cohort]
    rounds: Mapping[Path, str]

    @classmethod
    def of(cls, found: Survey) -> "_Around":
        """Return the cohorts of all counts by id, and the names of rounds by place."""
        return cls(
            {entry.id: entry.cohort for _, entry in found.of(Population)},
            {path: named(entry.name) for path, entry in found.of(VisitCampaign)},
        )


def _by_key(
    found: Iterable[_Placed], key: _Keyed, around: _Around
) -> Mapping[Key, list[_Placed]]:
    entries: dict[Key, list[_Placed]] = defaultdict(list)
    for path, entity in found:
        entries[key(entity, path, around)].append((path, entity))
    return entries


def _matched(ours: list[_Placed], theirs: list[_Placed]) -> Iterator[Pair]:
    if len(ours) == len(theirs) == 1:
        yield Pair(*ours[0], *theirs[0])
        return
    by_id = {getattr(entity, "id", None): (path, entity) for path, entity in theirs}
    for path, entity in ours:
        name = getattr(entity, "id", None)
        if name is not None and name in by_id:
            yield Pair(path, entity, *by_id[name])


def named(name: str | None, otherwise: str = "") -> str:
    """Return a name without the year in it: next year's is the same thing."""
    return _OF_A_YEAR.sub("", name or otherwise).strip()


def _population(entry: Population, _: Path, around: _Around) -> Key:
    own = (entry.cohort, named(entry.name, entry.cohort.label))
    split = tuple(getattr(entry, name) for name in DIMENSIONS)
    return (*own, split, _whole(entry, around))


def _whole(entry: Population, around: _Around) -> Key:
    """Return what a count is part of, where its cohort and dimensions do not say that."""
    cohort = around.cohorts.get(entry.part_of) if entry.part_of else None
    return None if cohort in _UNSAID or cohort is entry.cohort else cohort


def _indicator(entry: Indicator, _: Path, __: _Around) -> Key:
    return entry.code, named(entry.name, entry.code.label), entry.stage, entry.cohort


def _flow(entry: EnrolmentFlow, _: Path, __: _Around) -> Key:
    return entry.organisation, entry.stage, entry.grade


def _aid(entry: Aid, _: Path, __: _Around) -> Key:
    return entry.kind, named(entry.name), frozenset(entry.programmes)


def _campaign(entry: VisitCampaign, _: Path, __: _Around) -> Key:
    return named(entry.name)


def _coverage(entry: VisitCoverage, path: Path, around: _Around) -> Key:
    return around.rounds[path[:_OF_A_ROUND]], entry.group


def _measure(entry: Measure, path: Path, _: _Around) -> Key:
    return path[:_OF_A_PROGRAMME], entry.kind, named(entry.name)


def _activity(entry: Activity, _: Path, __: _Around) -> Key:
    return entry.kind, named(entry.name)


def _counted(entry: StaffCount | AreaUnit, path: Path, _: _Around) -> Key:
    return path[:-1], entry.kind


_KEYS: Final[Mapping[type[Entity], _Keyed]] = MappingProxyType(
    cast(
        "dict[type[Entity], _Keyed]",
        {
            Population: _population,
            Indicator: _indicator,
            EnrolmentFlow: _flow,
            Aid: _aid,
            VisitCampaign: _campaign,
            VisitCoverage: _coverage,
            Measure: _measure,
            Activity: _activity,
            StaffCount: _counted,
            AreaUnit: _counted,
        },
    )
)
"""By what an entry of each class is told from others of it."""
