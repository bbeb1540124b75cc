"""What a reader can compute: the sums by which one count of a record follows from others."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.events import Aid
from summarykit.model.population import DIMENSIONS, Population
from summarykit.model.record import Attachment
from summarykit.model.vocabulary import Cohort
from summarykit.privacy.cells import SENSITIVE, SPLITS, TOTALS, WORDS, exact
from summarykit.privacy.groups import Group, groups_of

Relation = Mapping[Path, int]
"""Counts by their place, each with how often it is added: together they give nothing."""
Values = Mapping[Path, Decimal]

_IN: Final = ("opening", "transferred_in", "newly_enrolled", "returned", "other_in")
_OUT: Final = (
    *("closing", "transferred_out", "dropped_out", "graduated", "other_out", "suspended"),
)
_SAME: Final[Mapping[Cohort, str]] = {
    Cohort.DROPOUT: "dropped_out",
    Cohort.RETURNED: "returned",
}
"""Cohorts that a movement of pupils counts, too."""
_LEAST: Final = 2


def relations_of(record: YearRecord, values: Values) -> Iterator[Relation]:
    """Yield the sums that hold between the counts of a record.

    They are looked for and not believed: a reader can test them as well. The values are the
    counts by their places.
    """
    found = (
        *_of_partitions(record),
        *_of_splits(record),
        *_of_flows(record),
        *_between(record),
        *_of_groups(record),
        *(one for index, aid in enumerate(record.aid) for one in _of_aid(index, aid, values)),
        *(one for index, a in enumerate(record.attachments) for one in _of_table(index, a)),
    )
    for relation in found:
        known = {path: times for path, times in relation.items() if path in values}
        total = sum(values[path] * times for path, times in known.items())
        if len(known) == len(relation) >= _LEAST and total == 0:
            yield relation


def _sum(whole: Path, parts: list[Path]) -> Relation:
    return {whole: 1} | dict.fromkeys(parts, -1)


def _of_partitions(record: YearRecord) -> Iterator[Relation]:
    places = {one.id: index for index, one in enumerate(record.population) if one.id}
    for partition in record.partitions:
        ids = (partition.whole, *partition.parts)
        if all(name in places for name in ids):
            for field in ("count", "previous"):
                all_places: list[Path] = [("population", places[name], field) for name in ids]
                yield _sum(all_places[0], all_places[1:])


def _of_splits(record: YearRecord) -> Iterator[Relation]:
    """Yield each count with those that it is split into by one more dimension."""
    by_values: dict[Hashable, list[int]] = defaultdict(list)
    parts: dict[Hashable, list[int]] = defaultdict(list)
    for index, one in enumerate(record.population):
        same = _of_one_kind(one)
        values = tuple(getattr(one, name) for name in DIMENSIONS)
        by_values[same, values].append(index)
        for at, value in enumerate(values):
            if value is not None:
                rest = (*values[:at], None, *values[at + 1 :])
                parts[same, rest, at].append(index)
    for (same, rest, _), indices in parts.items():  # type: ignore[misc]
        if len(indices) >= _LEAST:
            for whole in by_values.get((same, rest), ()):
                for field in ("count", "previous"):
                    places: list[Path] = [("population", i, field) for i in indices]
                    yield _sum(("population", whole, field), places)


def _of_one_kind(one: Population) -> Hashable:
    return one.cohort, one.name if one.cohort is Cohort.OTHER else None, str(one.date)


def _of_flows(record: YearRecord) -> Iterator[Relation]:
    """Yield how each movement adds up, and the whole of each with its parts."""
    wholes = [i for i, flow in enumerate(record.enrolment_flow) if flow.grade is None]
    for index, flow in enumerate(record.enrolment_flow):
        signs = dict.fromkeys(_IN, 1) | dict.fromkeys(_OUT, -1)
        told = {name: sign for name, sign in signs.items() if getattr(flow, name) is not None}
        yield {("enrolment_flow", index, name): sign for name, sign in told.items()}
        yield {
            ("enrolment_flow", index, name): sign
            for name, sign in told.items()
            if name != "suspended"  # who is suspended stays on the list in some places
        }
    for whole in wholes:
        parts = [i for i in range(len(record.enrolment_flow)) if i not in wholes]
        for name in ("exempt", *_IN, *_OUT):
            places: list[Path] = [("enrolment_flow", i, name) for i in parts]
            yield _sum(("enrolment_flow", whole, name), places)


def _between(record: YearRecord) -> Iterator[Relation]:
    """Yield what counts and movements say of the same children."""
    for index, one in enumerate(record.population):
        name = _SAME.get(one.cohort)
        for at, flow in enumerate(record.enrolment_flow) if name else ():
            if flow.grade == one.grade:
                yield {("population", index, "count"): 1, ("enrolment_flow", at, str(name)): -1}
        for at, table in enumerate(record.attachments):
            yield from _in_table(("population", index, "count"), one, at, table)


def _of_groups(record: YearRecord) -> Iterator[Relation]:
    """Yield a group with its parts, and what the population says of the same children."""
    lists: dict[Path, list[Group]] = defaultdict(list)
    for group in groups_of(record):
        lists[group.path[:-1]].append(group)
        if WORDS.search(group.about + group.words):
            yield from _in_population(group, record)
    for groups in lists.values():
        parts: dict[str, list[Group]] = defaultdict(list)
        for group in groups:
            if group.is_part:
                parts[group.whole].append(group)
        for whole in groups:
            for name in whole.counts if parts[whole.words] else ():
                yield _sum((*whole.path, name), [(*p.path, name) for p in parts[whole.words]])


def _in_population(group: Group, record: YearRecord) -> Iterator[Relation]:
    for index, one in enumerate(record.population):
        told = [getattr(one, name) for name in SPLITS if getattr(one, name) is not None]
        if (
            one.cohort in SENSITIVE
            and told
            and all(_label(word) in group.words for word in told)
        ):
            for name in group.counts:
                yield {("population", index, "count"): 1, (*group.path, name): -1}


def _label(value: object) -> str:
    return str(getattr(value, "label", value))


def _of_aid(index: int, aid: Aid, values: Values) -> Iterator[Relation]:
    """Yield an aid with its parts, where they are all, and its amounts by standards."""
    shares: list[Path] = [("aid", index, "of_whom", at) for at in range(len(aid.of_whom))]
    counted: list[tuple[Path, Path]] = [
        (("aid", index, "beneficiaries"), ("aid", index, "amount")),
        *(((*share, "count"), (*share, "amount")) for share in shares),
    ]
    for wholes in zip(*counted, strict=True):
        yield _sum(wholes[0], [path for path in wholes[1:] if path in values])
    known = [(count, money) for count, money in counted if {count, money} <= values.keys()]
    rates = {Fraction(values[money]) / Fraction(values[n]) for n, money in known if values[n]}
    each = exact(aid.per_head)
    for rate in rates | ({Fraction(each)} if each else set()):
        for count, money in known:
            yield {count: rate.numerator, money: -rate.denominator}


def _in_table(place: Path, one: Population, at: int, table: Attachment) -> Iterator[Relation]:
    """Yield the cells of a table that say the same of a grade, a class or another part."""
    parts = {getattr(one, name) for name in DIMENSIONS} - {None, True, False}
    for row, cells in enumerate(table.rows):
        if cells and cells[0] in parts:
            for column in range(1, len(cells)):
                yield {place: 1, ("attachments", at, "rows", row, column): -1}


def _of_table(index: int, table: Attachment) -> Iterator[Relation]:
    """Yield the sums of rows and columns that a typed table gives."""
    path = ("attachments", index, "rows")
    width = max((len(row) for row in table.rows), default=0)
    totals = [at for at, row in enumerate(table.rows) if row and row[0].strip() in TOTALS]
    others = [at for at in range(len(table.rows)) if at not in totals]
    for at in totals:
        for column in range(1, width):
            yield _sum((*path, at, column), [(*path, row, column) for row in others])
    heads = [at for at, head in enumerate(table.columns) if head.strip() in TOTALS]
    rest = [at for at in range(1, width) if at not in heads]
    for at in heads:
        for row in range(len(table.rows)):
            yield _sum((*path, row, at), [(*path, row, column) for column in rest])
