"""Counts of the population against one another: said twice, split, compared with earlier."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.facts.cohorts import Cohorts, Counted
from summarykit.facts.comparing import Comparison
from summarykit.facts.partitions import EXCLUSIVE
from summarykit.facts.rates import exact_figure, is_more, same_kind
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
from summarykit.model.population import DIMENSIONS, Partition
from summarykit.model.values import PartialDate
from summarykit.model.vocabulary import Cohort, Dimension

_UNSAID: Final = None


def check_populations(found: Survey, counts: Cohorts) -> Iterator[Finding]:
    """Return every count said twice, split into too many, or compared with another kind."""
    yield from _said_twice(counts)
    split = {(one.whole, one.by) for _, one in found.of(Partition)}
    for (whole, dimension, *_), parts in _splits(counts).items():
        if (whole, dimension) not in split:
            yield from _too_many(counts.by_id[whole], parts.values())
    for one in counts.counts:
        yield from _compared(one)


def _said_twice(counts: Cohorts) -> Iterator[Finding]:
    said: dict[Hashable, dict[str | None, Counted]] = defaultdict(dict)
    for one in counts.counts:
        entry = one.entry
        nobody_says_who = entry.cohort is Cohort.OTHER and not entry.name
        if nobody_says_who or not (one.is_whole or one.dimensions):
            continue
        same = (entry.cohort, one.name, _day(entry.date), one.dimensions, one.within)
        before, rule = said[same], _definition(one)
        # Under two definitions they may differ; one that names none is under any.
        other = before.get(rule) or before.get(_UNSAID)
        if other is None and rule is _UNSAID:
            other = next(iter(before.values()), None)
        if other is not None and _differ(one, other):
            yield _twice(one, other)
        before.setdefault(rule, one)


def _day(date: PartialDate | None) -> Hashable:
    return None if date is None else (date.year, date.month, date.day, date.part)


def _definition(one: Counted) -> str | None:
    return one.entry.definition or one.entry.defined_by


def _differ(one: Counted, other: Counted) -> bool:
    return is_more(one.entry.count, other.entry.count) or is_more(
        other.entry.count, one.entry.count
    )


def _twice(one: Counted, other: Counted) -> Finding:
    where, whole = (*one.path, "count"), (*other.path, "count")
    return Comparison(
        where, one.name, one.entry.count, whole, other.name, other.entry.count
    ).differs()


Split = tuple[str, Dimension, Hashable]


def _splits(counts: Cohorts) -> Mapping[Split, Mapping[object, Counted]]:
    """Return the parts of a whole that differ by one dimension only, by its values."""
    found: dict[Split, dict[object, Counted]] = defaultdict(dict)
    for one in counts.counts:
        whole = one.entry.part_of
        if whole is None or whole not in counts.by_id:
            continue
        entry = one.entry
        same = (entry.cohort, _day(entry.date), _definition(one))
        for place, (name, value) in enumerate(zip(DIMENSIONS, one.dimensions, strict=False)):
            if value is not None and name in EXCLUSIVE:
                rest = (*one.dimensions[:place], *one.dimensions[place + 1 :])
                found[whole, EXCLUSIVE[name], (same, rest)].setdefault(value, one)
    return found


def _too_many(whole: Counted, parts: Iterable[Counted]) -> Iterator[Finding]:
    total, alike = exact_figure(whole.entry.count), list(parts)
    known = [
        (figure, one)
        for one in alike
        if (figure := exact_figure(one.entry.count)) is not None
        and same_kind(one.entry.count, whole.entry.count)
    ]
    # One that is too many alone is reported as such.
    if total is None or any(figure > total for figure, _ in known):
        return
    if sum(figure for figure, _ in known) > total:
        yield _sum_exceeds(whole, [figure for figure, _ in known], known[-1][1])


def _sum_exceeds(whole: Counted, figures: list[Decimal], last: Counted) -> Finding:
    terms = " + ".join(map(numbers.plain, figures))
    return Finding(
        Severity.WARNING,
        Code.PARTS_DIFFER_FROM_WHOLE,
        message(
            "{arithmetic}, but {whole} is {total}",
            arithmetic=f"{terms} = {numbers.plain(Decimal(sum(figures)))}",
            whole=whole.name,
            total=whole.entry.count,
        ),
        Place(path=(*last.path, "count")),
        message("compare the counts; parts that overlap are not exclusive"),
    )


def _compared(one: Counted) -> Iterator[Finding]:
    entry = one.entry
    now, before = entry.definition, entry.previous_definition
    if now is None or before is None or now is before:
        return
    if exact_figure(entry.count) is None or exact_figure(entry.previous) is None:
        return
    yield Finding(
        Severity.WARNING,
        Code.DEFINITIONS_DIFFER,
        message(
            "{name} {count} and {previous} before cannot be compared: {now}, before {then}",
            name=one.name,
            count=entry.count,
            previous=entry.previous,
            now=now,
            then=before,
        ),
        Place(path=(*one.path, "previous_definition")),
        message("tell no change between them, or count both under one definition"),
    )
