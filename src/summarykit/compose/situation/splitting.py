"""How counts are split: by the partitions of a record, and by counts of one dimension."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from summarykit.compose.language.matching import told
from summarykit.compose.situation.crossing import HEADS, Place, is_plain, places_of
from summarykit.compose.situation.naming import (
    dimension_of,
    field_of,
    is_staged,
    population_of,
    says_cohort,
)
from summarykit.compose.situation.rates import rate_of, share_of
from summarykit.compose.views import Missing, Names, Shown, ShownList, View
from summarykit.model.population import Indicator, Partition, Population
from summarykit.model.vocabulary import Cohort, Dimension, IndicatorCode

_LEAST: Final = 2
_DIMENSION: Final = {"class_name": Dimension.CLASS}
_HEAD: Final = {
    **{dimension: HEADS.get(dimension.value, "类别") for dimension in Dimension},
    Dimension.CLASS: HEADS["class_name"],
    Dimension.BOARDING: "住宿情况",
}
_PAIR: Final = 2
_SPLITS: Final = tuple(name for name in (*HEADS, "boarding") if name != "stage")
_COUNTING: Final = ("definition", "defined_by", "date")
"""How counts were made: of a split it is said once."""

Find = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Split:
    """A whole, which may be unknown, and its parts by one dimension."""

    by: Dimension
    parts: tuple[View, ...]
    whole: View | None = None
    is_closed: bool = False
    """Whether the parts are all there are."""

    @property
    def refs(self) -> frozenset[str]:
        """The references of the parts."""
        return frozenset(part.ref for part in self.parts)

    @property
    def head(self) -> str:
        """What a column of the parts is called: 年级."""
        return _HEAD[self.by]

    @property
    def of(self) -> View:
        """Whose cohort it is."""
        return self.whole or self.parts[0]

    def stages(self, own: str) -> tuple[Shown | Missing, ...]:
        """Return the stage of each part, where nothing else says it."""
        whole = self.whole.stage if self.whole is not None else None
        return tuple(
            part.stage
            if isinstance(part.stage, Shown)
            and not (
                self.by is Dimension.STAGE or part.stage == whole or is_staged(part.entity)
            )
            and not told(part.stage, own, part.organisation, part.name)
            else Missing(f"{part.ref}.stage")
            for part in self.parts
        )

    def shares(self, stated: Iterable[View] = ()) -> tuple[Shown | Missing, ...]:
        """Return the share of each part that is worth telling, by guardianship only.

        These are the `stated` ones; of two parts both; of several the largest one's.
        """
        if self.by is not Dimension.GUARDIANSHIP or self.whole is None:
            return tuple(Missing(f"{part.ref}#share") for part in self.parts)
        said = [_stated(part, self.whole, stated) for part in self.parts]
        if any(said):
            return tuple(said)
        told = self.parts if len(self.parts) <= _PAIR else _largest(self.parts)
        return tuple(
            share_of(part.count, self.whole.count) if part in told else Missing(part.ref)
            for part in self.parts
        )

    def names(
        self, stated: Iterable[View] = (), said: Mapping[str, object] = MappingProxyType({})
    ) -> Names:
        """Return the split as templates see it; each part has an `entry` and a `share`.

        `said` are names that come from where it is told.
        """
        shares = self.shares(tuple(stated))
        stages = self.stages(str(said.get("own", "")))
        alike = len({str(stage) if stage else "" for stage in stages}) == 1
        named = [Missing(self.parts[0].ref)] * len(stages) if alike else stages
        parts = (
            Names({"entry": entry, "share": share, "stage": stage})
            for entry, share, stage in zip(self.parts, shares, named, strict=True)
        )
        return Names(
            {
                "by": self.by.value,
                "head": self.head,
                "closed": self.is_closed,
                "of": self.of,
                "whole": self.whole or Missing("population"),
                "stage": stages[0] if stages and alike else Missing("population.stage"),
                "parts": tuple(parts),
                "entries": self.parts,
                **said,
            }
        )


def splits_of(
    entries: Sequence[View], partitions: Iterable[View], find: Find
) -> tuple[Split, ...]:
    """Return how the counts are split: as the record declares, then as their fields show.

    A part that is in no declared split makes one with others that differ from it by the same
    one dimension; nobody knows whether those are all.
    """
    known = {entry.ref: entry for entry in entries}
    declared = tuple(_declared(partitions, known, find))
    taken = frozenset[str]().union(*(split.refs for split in declared))
    rest = [entry for entry in entries if entry.ref not in taken]
    return (*declared, *_shown(rest, entries))


def _declared(
    partitions: Iterable[View], known: Mapping[str, View], find: Find
) -> Iterator[Split]:
    for one in partitions:
        declared = one.entity
        if not isinstance(declared, Partition):
            continue
        found = [find(link) for link in cast("ShownList", one.parts)]
        parts = [part for part in found if isinstance(part, View) and part.count]
        whole = find(one.whole)
        if not declared.exclusive or not parts or not isinstance(whole, View):
            continue
        if whole.ref in known and whole not in parts and _is_told_by(declared.by, parts, whole):
            all_there = declared.complete and len(parts) == len(found)
            yield Split(declared.by, tuple(parts), whole, all_there)


def _shown(rest: Sequence[View], entries: Sequence[View]) -> Iterator[Split]:
    places = places_of(entries)
    groups: dict[Hashable, list[View]] = defaultdict(list)
    for entry in rest:
        if len(places[entry.ref]) == 1 and is_plain(entry):
            counted = population_of(entry)
            same = (counted.cohort, counted.definition, counted.part_of, counted.date)
            groups[same, *places[entry.ref]].append(entry)
    for parts in groups.values():
        (name,) = places[parts[0].ref]
        by, whole = (
            _DIMENSION.get(name) or dimension_of(name),
            _whole(parts[0], entries, places),
        )
        if len(parts) >= _LEAST and _is_told_by(by, parts, whole):
            yield Split(by, tuple(parts), whole)


def _is_told_by(by: Dimension, parts: Sequence[View], whole: View | None) -> bool:
    """Return whether the parts say all that they are when each is called by one dimension.

    What else they are split by, who they are and how they were counted must be that of the
    whole, or of all of them: then it is said once. Other parts need a sentence each.
    """
    entries = [population_of(part) for part in parts]
    of = population_of(whole) if whole is not None else entries[0]
    own = {field_of(by), *(("grade",) if by is Dimension.CLASS else ())}
    return (
        all(_is_of(entries, getattr(of, name), name) for name in _SPLITS if name not in own)
        and all(_is_alike(entries, getattr(of, name), name) for name in _COUNTING)
        and all(_is_called(part, of.cohort, by) for part in parts)
    )


def _is_of(entries: Iterable[Population], whole: object, name: str) -> bool:
    """Return whether all parts have in a field what the whole has, or nothing."""
    return all(getattr(entry, name) in (None, whole) for entry in entries)


def _is_alike(entries: Sequence[Population], whole: object, name: str) -> bool:
    """Return whether all parts have the same in a field, or what the whole has."""
    alike = len({getattr(entry, name) for entry in entries}) == 1
    return alike or _is_of(entries, whole, name)


def _is_called(part: View, cohort: Cohort, by: Dimension) -> bool:
    """Return whether a part is of the cohort of its whole, or its name says of which it is."""
    entry = population_of(part)
    incomparable = entry.previous and entry.previous_definition not in (None, entry.definition)
    return not incomparable and (entry.cohort is cohort or says_cohort(part, by))


def _whole(part: View, entries: Iterable[View], places: Mapping[str, Place]) -> View | None:
    """Return the count that a part belongs to: as it says, else that of its whole cohort."""
    own = population_of(part)
    same = [e for e in entries if population_of(e).cohort is own.cohort]
    if own.part_of:
        return next((e for e in same if e.ref == own.part_of), None)
    return next((e for e in same if not places[e.ref]), None)


def _stated(part: View, whole: View, indicators: Iterable[View]) -> Shown | Missing:
    """Return the share of a part as an indicator of the record states it."""
    for one in indicators:
        if is_share_of(one, part, whole):
            return rate_of(one)
    return Missing(f"{part.ref}#share")


def is_share_of(indicator: View, part: View, whole: View) -> bool:
    """Return whether an indicator is the share of a part, by the counts that it has."""
    stated = indicator.entity
    if not isinstance(stated, Indicator) or stated.code is not IndicatorCode.GUARDIANSHIP_SHARE:
        return False
    pairs = ((stated.numerator, part), (stated.denominator, whole))
    return all(
        figure is not None and figure.agrees_with(population_of(e).count) for figure, e in pairs
    )


def _largest(parts: Sequence[View]) -> tuple[View, ...]:
    """Return the one part that is larger than all the others, if there is one."""
    counts = [population_of(part).count for part in parts]
    if not all(count.is_exact for count in counts):
        return ()
    figures = [count.number or 0 for count in counts]
    most = max(figures)
    first = [part for part, figure in zip(parts, figures, strict=True) if figure == most]
    return tuple(first) if len(first) == 1 else ()
