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
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from summarykit.facts.rates import exact_figure, rate, same_kind
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
_FULL: Final = Decimal(100)
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
            part.pair: (number, at)
            for number, one in enumerate(self.all)
            for at, part in enumerate(one.parts)
        }
        self._shown = shown
        self._shares: dict[tuple[int, int], tuple[Decimal, ...]] = {}

    def share(self, pair: Pair, places: int = PLACES) -> Decimal | None:
        """Return the share of a part as it is apportioned; None where it is no part of one."""
        home = self._home.get(self._shown.get(pair, pair))
        if home is None:
            return None
        number, at = home
        if (number, places) not in self._shares:
            self._shares[number, places] = self.all[number].shares(places)
        return self._shares[number, places][at]

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
            alone = numbers.singly(one.counts, PLACES)
            if sum(alone) == _FULL:
                continue
            for part, share, other in zip(one.parts, one.shares(), alone, strict=True):
                if share != other:
                    found[part.pair[0]][part.pair[1]] = share
        for (part_, whole), (same, of) in self._shown.items():
            if same in found and of in found[same]:
                found[part_][whole] = found[same][of]
        return dict(found)


def pair_of(at: int, indicator: Indicator) -> Pair:
    """Return the references of the counts of the indicator at that place of the list."""
    ref = item("indicators", at, indicator)
    return child(ref, "numerator"), child(ref, "denominator")


def partitions(record: YearRecord) -> Partitions:
    """Return the partitions of `record`, in time linear in its counts and indicators.

    Where one has a part in common with another, the first one counts: those declared, then
    those that the fields of the counts show, then those of indicators.
    """
    counts = record.population
    found = (*_declared(record, counts), *_by_fields(counts))
    # Most counts that belong to one whole are not all of it, and to name parts takes a while.
    of_counts = list(_apart(_parts(counts, split) for split in found if _sums(counts, split)))
    stated = list(_of_indicators(record.indicators))
    shown = dict(_same_guardianship(stated, of_counts))
    named = _groups((key, part) for key, part in stated if part.pair not in shown)
    return Partitions((*of_counts, *_apart(named)), shown)


class _Split(NamedTuple):
    """Counts that may make up a whole, by their places in the list."""

    whole: int
    parts: tuple[int, ...]


def _sums(counts: Sequence[Population], split: _Split) -> bool:
    total = counts[split.whole].count.value
    return bool(total) and total == sum([counts[at].count.value or 0 for at in split.parts])


def _parts(counts: Sequence[Population], split: _Split) -> tuple[Part, ...]:
    whole = _ref(counts, split.whole)
    return tuple(
        Part(
            (_ref(counts, at), whole),
            counts[at].count,
            counts[split.whole].count,
            way.label if (way := counts[at].guardianship) else "",
            way is not None,
        )
        for at in split.parts
    )


def _ref(counts: Sequence[Population], at: int) -> str:
    return child(item("population", at, counts[at]), "count")


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


def _declared(record: YearRecord, counts: Sequence[Population]) -> Iterator[_Split]:
    by_id = {one.id: at for at, one in enumerate(counts) if one.id}
    for split in record.partitions:
        whole = by_id.get(split.whole)
        parts = tuple(by_id[name] for name in split.parts if name in by_id)
        if split.exclusive and whole is not None and len(parts) == len(split.parts):
            yield _Split(whole, parts)


_Marks = Mapping[str, Hashable]


def _by_fields(counts: Sequence[Population]) -> Iterator[_Split]:
    """Yield the counts of one whole that the same fields tell apart, none of them twice."""
    marked = list(map(_marks, counts))
    by_id = {one.id: at for at, one in enumerate(counts) if one.id}
    wholes = _wholes(counts, marked)
    groups: dict[tuple[int, Hashable, frozenset[str]], dict[Hashable, int | None]] = (
        defaultdict(dict)
    )
    for at, (one, marks) in enumerate(zip(counts, marked, strict=True)):
        link = one.part_of
        whole = wholes.get(one.cohort) if link is None else by_id.get(link)
        if not marks or whole is None or whole == at:
            continue
        common = marked[whole]
        own = {name: mark for name, mark in marks.items() if common.get(name) != mark}
        if own and own.keys() <= EXCLUSIVE.keys():
            same = groups[whole, _counted_as(one), frozenset(own)]
            values = tuple(own.values())
            # Two of the same are no two parts, and nobody knows which of them is one.
            same[values] = None if values in same else at
    for (whole, *_), same in groups.items():
        parts = tuple(at for at in same.values() if at is not None)
        if len(parts) == len(same):
            yield _Split(whole, parts)


def _marks(entry: Population) -> _Marks:
    """Return the fields of a count that say whom of its cohort it counts."""
    fields = entry.__dict__
    return {name: fields[name] for name in DIMENSIONS if fields[name] is not None}


def _wholes(counts: Sequence[Population], marked: Sequence[_Marks]) -> dict[Cohort, int]:
    """Return the only count of a cohort that nothing narrows."""
    found: dict[Cohort, list[int]] = defaultdict(list)
    for at, (one, marks) in enumerate(zip(counts, marked, strict=True)):
        if not marks and one.cohort is not Cohort.OTHER:
            found[one.cohort].append(at)
    return {cohort: same[0] for cohort, same in found.items() if len(same) == 1}


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
