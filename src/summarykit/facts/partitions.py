"""Partitions: parts that exclude one another, are exact and sum to their whole.

Their shares are apportioned by largest remainders (`l10n.numbers.apportioned`), so that what is
printed adds up to 100%; any other share is rounded singly. Which parts make a partition is
decided here and nowhere else:

- the parts of a split that the record declares as exclusive;
- counts of one whole that differ by what nobody can be twice, such as sex or grade;
- indicators of one whole that say which part each of them is, such as ways of guardianship.

A part has one share of a whole wherever it is printed: that of the first partition it is in.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from summarykit.facts.rates import PERCENT, exact_figure, rate, rounded_rate, same_kind
from summarykit.facts.reference import child, item
from summarykit.l10n import numbers
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.population import DIMENSIONS, Indicator, Population
from summarykit.model.values import PartialDate, Quantity
from summarykit.model.vocabulary import Cohort, Dimension, IndicatorCode

PLACES: Final = 1
"""With how many decimals shares are printed that are computed."""
EXCLUSIVE: Final[Mapping[str, Dimension]] = MappingProxyType(
    {
        "organisation": Dimension.ORGANISATION,
        "stage": Dimension.STAGE,
        "grade": Dimension.GRADE,
        "class_name": Dimension.CLASS,
        "gender": Dimension.GENDER,
        "guardianship": Dimension.GUARDIANSHIP,
        "origin": Dimension.ORIGIN,
        "boarding": Dimension.BOARDING,
    }
)
"""The fields of a count that tell parts apart: nobody is in two; of causes, people have two."""
PARTS: Final[Mapping[type[Entity], str]] = MappingProxyType(
    {Population: "count", Indicator: "numerator"}
)
"""The field in which an entry has the count that may be a part."""
_NAMED_PARTS: Final = frozenset(
    {IndicatorCode.GUARDIANSHIP_SHARE, IndicatorCode.SATISFACTION, IndicatorCode.OTHER}
)
"""The indicators whose name says which part of the whole they are; of the others, two of one
whole count the same thing in two ways, and people may be in both."""
_LEAST: Final = 2

Pair = tuple[str, str]
"""The references of a part and of its whole."""


Shares = Mapping[str, Mapping[str, Decimal]]
"""Shares in per cent, by the reference of the part and by that of the whole."""


class Part(NamedTuple):
    """A figure that is a part, and the whole it is one of."""

    pair: Pair
    figure: Quantity
    whole: Quantity
    name: str = ""
    """What it is called: an indicator by its name, a way of guardianship by its label."""
    is_guardianship: bool = False
    """Whether it counts those who live with one kind of guardian."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Parts that make up their whole, in order."""

    parts: tuple[Part, ...]

    @property
    def counts(self) -> list[Decimal]:
        """The counts of the parts."""
        return [one.figure.value or Decimal(0) for one in self.parts]

    def shares(self, places: int = PLACES) -> tuple[Decimal, ...]:
        """Return the share of each part in per cent; they add up to 100."""
        return numbers.apportioned(self.counts, places)


class Partitions:
    """The partitions of one record, and the share that each part has.

    `shown` are pairs of indicators that say the same as a part, with the pair of the part.
    """

    def __init__(self, found: Iterable[Partition], shown: Mapping[Pair, Pair]) -> None:
        self.all: Final = tuple(found)
        self._home = {
            part.pair: (one, at) for one in self.all for at, part in enumerate(one.parts)
        }
        self._shown = shown

    def share(self, pair: Pair, places: int = PLACES) -> Decimal | None:
        """Return the share of a part as it is apportioned; None where it is no part of one."""
        home = self._home.get(self._shown.get(pair, pair))
        return None if home is None else home[0].shares(places)[home[1]]

    def rate(self, at: int, indicator: Indicator) -> Quantity | None:
        """Return the rate of the indicator at that place: as stated, else from its counts."""
        if indicator.value is None:
            share = self.share(pair_of(at, indicator))
            if share is not None:
                return Quantity.parse(numbers.percent(share))
        return rate(indicator)

    def in_indicators(self) -> Iterator[tuple[Partition, tuple[Pair, ...]]]:
        """Yield each partition with the pairs that may be those of indicators, part by part."""
        said: dict[Pair, list[Pair]] = defaultdict(list)
        for pair, part in self._shown.items():
            said[part].append(pair)
        for one in self.all:
            pairs = [said.get(part.pair, [part.pair]) for part in one.parts]
            if all(len(same) == 1 for same in pairs):
                yield one, tuple(pair for (pair,) in pairs)

    def adjusted(self) -> Shares:
        """Return the shares that are not what they would be if they were rounded singly."""
        found: dict[str, dict[str, Decimal]] = defaultdict(dict)
        for one in self.all:
            if numbers.add_up(one.counts, PLACES):
                continue
            for part, share in zip(one.parts, one.shares(), strict=True):
                if share != _singly(part):
                    found[part.pair[0]][part.pair[1]] = share
        for (part_, whole), (other, of) in self._shown.items():
            if other in found and of in found[other]:
                found[part_][whole] = found[other][of]
        return dict(found)


def pair_of(at: int, indicator: Indicator) -> Pair:
    """Return the references of the counts of the indicator at that place of the list."""
    ref = item("indicators", at, indicator)
    return child(ref, "numerator"), child(ref, "denominator")


def _singly(part: Part) -> Decimal | None:
    return rounded_rate(part.figure, part.whole, unit=PERCENT, places=PLACES)


def partitions(record: YearRecord) -> Partitions:
    """Return the partitions of `record`, in time linear in its counts and indicators.

    Where one has a part in common with another, the first one counts: those declared, then
    those that the fields of the counts show, then those of indicators.
    """
    counts = [
        _Count(child(item("population", at, entry), "count"), entry)
        for at, entry in enumerate(record.population)
    ]
    of_counts = list(_apart((*_declared(record, counts), *_by_fields(counts))))
    stated = list(_of_indicators(record.indicators))
    shown = dict(_same_guardianship(stated, of_counts))
    named = _groups((key, part) for key, part in stated if part.pair not in shown)
    return Partitions((*of_counts, *_apart(named)), shown)


class _Count(NamedTuple):
    ref: str
    entry: Population


def _apart(found: Iterable[tuple[Part, ...]]) -> Iterator[Partition]:
    """Yield what is a partition and has no part in common with one before it."""
    taken: set[Pair] = set()
    for parts in filter(_is_whole, found):
        pairs = {part.pair for part in parts}
        if len(pairs) == len(parts) and taken.isdisjoint(pairs):
            taken |= pairs
            yield Partition(parts)


def _is_whole(parts: tuple[Part, ...]) -> bool:
    """Return whether the parts are exact, of one kind, and sum exactly to their whole."""
    total = parts[0].whole.value if len(parts) >= _LEAST else None
    if not total or total != sum([part.figure.value or 0 for part in parts]):
        return False
    figures = [exact_figure(part.figure) for part in parts]
    exact = all(figure is not None and figure >= 0 for figure in figures)
    alike = all(same_kind(part.figure, part.whole) for part in parts)
    return exact and alike and parts[0].whole.is_exact


def _declared(record: YearRecord, counts: Iterable[_Count]) -> Iterator[tuple[Part, ...]]:
    by_id = {one.entry.id: one for one in counts if one.entry.id}
    for split in record.partitions:
        whole = by_id.get(split.whole)
        parts = [by_id[name] for name in split.parts if name in by_id]
        if split.exclusive and whole is not None and len(parts) == len(split.parts):
            yield tuple(_part(one, whole) for one in parts)


def _part(one: _Count, whole: _Count) -> Part:
    guardianship = one.entry.guardianship
    return Part(
        (one.ref, whole.ref),
        one.entry.count,
        whole.entry.count,
        guardianship.label if guardianship else "",
        guardianship is not None,
    )


def _by_fields(counts: Iterable[_Count]) -> Iterator[tuple[Part, ...]]:
    """Yield the counts of one whole that the same fields tell apart, none of them twice."""
    listed = [(one, _marks(one.entry)) for one in counts]
    by_id = {one.entry.id: (one, marks) for one, marks in listed if one.entry.id}
    wholes = _wholes(listed)
    groups: dict[Hashable, dict[Hashable, Part | None]] = defaultdict(dict)
    for one, marks in listed:
        link = one.entry.part_of
        found = wholes.get(one.entry.cohort) if link is None else by_id.get(link)
        if not marks or found is None or found[0] is one:
            continue
        whole, common = found
        own = {name: mark for name, mark in marks.items() if common.get(name) != mark}
        if own and own.keys() <= EXCLUSIVE.keys():
            same = groups[whole.ref, _counted_as(one.entry), frozenset(own)]
            values = tuple(own.values())
            # Two of the same are no two parts, and nobody knows which of them is one.
            same[values] = None if values in same else _part(one, whole)
    for same in groups.values():
        parts = tuple(part for part in same.values() if part is not None)
        if len(parts) == len(same):
            yield parts


_Marks = Mapping[str, Hashable]


def _marks(entry: Population) -> _Marks:
    """Return the fields of a count that say whom of its cohort it counts."""
    fields = entry.__dict__
    return {name: fields[name] for name in DIMENSIONS if fields[name] is not None}


def _wholes(counts: Iterable[tuple[_Count, _Marks]]) -> dict[Cohort, tuple[_Count, _Marks]]:
    """Return the only count of a cohort that nothing narrows."""
    found: dict[Cohort, list[_Count]] = defaultdict(list)
    for one, marks in counts:
        if not marks and one.entry.cohort is not Cohort.OTHER:
            found[one.entry.cohort].append(one)
    return {cohort: (same[0], {}) for cohort, same in found.items() if len(same) == 1}


def _counted_as(entry: Population) -> Hashable:
    return (entry.cohort, _day(entry.date), entry.definition or entry.defined_by)


def _day(date: PartialDate | None) -> Hashable:
    return None if date is None else (date.year, date.month, date.day, date.part)


Named = tuple[Hashable, Part]
"""The indicator as a part, behind what it has in common with the other parts."""


def _of_indicators(indicators: Iterable[Indicator]) -> Iterator[Named]:
    for at, one in enumerate(indicators):
        part, whole = one.numerator, one.denominator
        if one.code not in _NAMED_PARTS or not one.name or part is None or whole is None:
            continue
        guarded = one.code is IndicatorCode.GUARDIANSHIP_SHARE
        key = (one.code, *_of_whom(one), whole.number)
        yield key, Part(pair_of(at, one), part, whole, one.name, guarded)


def _of_whom(one: Indicator) -> tuple[Hashable, ...]:
    return (one.scope, one.stage, one.cohort, _day(one.as_of), one.definition, one.programmes)


def _groups(parts: Iterable[Named]) -> Iterator[tuple[Part, ...]]:
    groups: dict[Hashable, list[Part]] = defaultdict(list)
    for key, part in parts:
        groups[key].append(part)
    for found in groups.values():
        if len({part.name for part in found}) == len(found):
            yield tuple(found)


def _same_guardianship(
    stated: Iterable[Named], counted: Iterable[Partition]
) -> Iterator[tuple[Pair, Pair]]:
    """Yield the indicators that are the share of a way of guardianship that is counted, too.

    Both have the same share. Of ways that are as frequent, the name of the indicator says which
    one it is.
    """
    ways: dict[Hashable, list[Part]] = defaultdict(list)
    for one in counted:
        for part in one.parts:
            if part.is_guardianship:
                ways[part.figure.number, part.whole.number].append(part)
    for _, share in stated:
        if not share.is_guardianship or exact_figure(share.figure) is None:
            continue
        found = ways.get((share.figure.number, share.whole.number), [])
        called = [part for part in found if part.name in share.name] or found
        if len(called) == 1:
            yield share.pair, called[0].pair
