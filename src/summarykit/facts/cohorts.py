"""The counts of cohorts: which entry counts the whole of one, and which only some of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Path
from summarykit.facts.survey import Survey
from summarykit.model.organisation import Organisation
from summarykit.model.population import DIMENSIONS, Partition, Population
from summarykit.model.vocabulary import Cohort, Stage

# How people call a cohort besides its label.
_CALLED: Final = MappingProxyType(
    {
        "在校生": Cohort.ENROLLED,
        "学生": Cohort.ENROLLED,
        "留守学生": Cohort.LEFT_BEHIND,
        "随迁子女": Cohort.MIGRANT,
        "困难学生": Cohort.HARDSHIP,
        "贫困学生": Cohort.HARDSHIP,
        "残疾学生": Cohort.DISABLED,
        "残疾儿童": Cohort.DISABLED,
        "住校生": Cohort.BOARDING,
    }
)
_LABELS: Final = MappingProxyType({cohort.label: cohort for cohort in Cohort} | _CALLED)
# All pupils are no cohort that a name begins with: 学生资助 may be that of a few.
_LEADING: Final = tuple(
    sorted(
        (one for one, of in _LABELS.items() if of is not Cohort.ENROLLED), key=len, reverse=True
    )
)
_ABOUT: Final = MappingProxyType(
    {"left_behind_care": Cohort.LEFT_BEHIND, "migrant_enrolment": Cohort.MIGRANT}
)
"""Whom the whole of a programme is about."""
# 其他对象 says of nobody who they are.
_NOBODY: Final = Cohort.OTHER

Own = Mapping[str, frozenset[object]]


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry of the population with what narrows it.

    `dimensions` are its values in the order of `DIMENSIONS`, None where one says nothing new
    (the only stage of a school), and empty where none says anything. `within` is the id of the
    narrower whole that it is part of.
    """

    path: Path
    entry: Population
    dimensions: tuple[object, ...]
    within: str | None

    @property
    def name(self) -> str:
        """What the entry is called."""
        return self.entry.name or self.entry.cohort.label

    @property
    def is_whole(self) -> bool:
        """Whether it counts all of its cohort, or of those its name calls."""
        return self.within is None and not self.dimensions


@dataclass(frozen=True, slots=True)
class Cohorts:
    """The counts of a record in order, by id, and the only whole one by cohort and by name."""

    counts: tuple[Counted, ...]
    by_id: Mapping[str, Counted]
    whole: Mapping[Cohort, Counted]
    named: Mapping[str, Counted]

    def called(self, group: str) -> Counted | None:
        """Return the only whole count of whom `group` calls: 留守儿童家庭, 全校学生."""
        who = group.removesuffix("家庭").removeprefix("全校").removeprefix("全体")
        for name in (group, who):
            if name in self.named:
                return self.named[name]
        return self.whole.get(_LABELS[who]) if who in _LABELS else None

    def beginning(self, name: str) -> Counted | None:
        """Return the only whole count of those whom a name begins with: 困难学生生活补助."""
        label = next((one for one in _LEADING if name.startswith(one)), None)
        return None if label is None else self.called(label)

    def about(self, programme: str) -> Counted | None:
        """Return the only whole count of those whom the whole of a programme is about."""
        cohort = _ABOUT.get(programme)
        return None if cohort is None else self.whole.get(cohort)


def cohorts(found: Survey) -> Cohorts:
    """Return the counts that `found` holds, in time linear in their number."""
    entries = found.of(Population)
    above = {entry.id: entry for _, entry in entries if entry.id}
    parts = {part: one.whole for _, one in found.of(Partition) for part in one.parts}
    own = _own(found)
    counts = tuple(
        Counted(path, entry, _dimensions(entry, own), _within(entry, above, parts, own))
        for path, entry in entries
    )
    return Cohorts(
        counts,
        {one.entry.id: one for one in counts if one.entry.id},
        dict(_only_wholes(counts)),
        dict(_only_names(counts)),
    )


def _own(found: Survey) -> Own:
    """Return what narrows nothing: the organisation itself, and its stage if it has one."""
    names: set[object] = set()
    stages: set[object] = set()
    for _, organisation in found.of(Organisation):
        names |= {organisation.name, organisation.short_name}
        stages |= set(organisation.stages) - {Stage.TEACHING_POINT}
    only = frozenset(stages) if len(stages) == 1 else frozenset()
    return {"organisation": frozenset(names), "stage": only}


def _dimensions(entry: Population, own: Own) -> tuple[object, ...]:
    fields = entry.__dict__
    implied = "boarding" if entry.cohort is Cohort.BOARDING and entry.boarding else ""
    values = tuple(
        None if name == implied or fields[name] in own.get(name, ()) else fields[name]
        for name in DIMENSIONS
    )
    return values if any(value is not None for value in values) else ()


def _within(
    entry: Population, above: Mapping[str, Population], parts: Mapping[str, str], own: Own
) -> str | None:
    name = entry.part_of or parts.get(entry.id or "")
    whole = above.get(name) if name else None
    if whole is None:
        return None
    # All orphans are part of all pupils; those of one grade are part of its pupils.
    return name if whole.cohort is entry.cohort or _dimensions(whole, own) else None


def _only_wholes(counts: tuple[Counted, ...]) -> Iterator[tuple[Cohort, Counted]]:
    found: dict[Cohort, list[Counted]] = defaultdict(list)
    for one in counts:
        if one.is_whole and one.entry.cohort is not _NOBODY:
            found[one.entry.cohort].append(one)
    for cohort, all_of_it in found.items():
        # A name of its own may mean fewer: 农村留守儿童 beside 留守儿童.
        plain = [one for one in all_of_it if one.name == cohort.label] or all_of_it
        if len(plain) == 1:
            yield cohort, plain[0]


def _only_names(counts: tuple[Counted, ...]) -> Iterator[tuple[str, Counted]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in counts:
        if one.entry.name:
            found[one.entry.name].append(one)
    for name, same in found.items():
        if len(same) == 1 and same[0].is_whole:
            yield name, same[0]
