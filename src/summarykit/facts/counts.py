"""Counts that must agree: parts and wholes, slogans, money."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, Term, message
from summarykit.facts.rates import exact_figure, same_kind
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers, numerals
from summarykit.model.entity import term
from summarykit.model.events import VisitCoverage
from summarykit.model.plan import Slogan
from summarykit.model.population import Partition, Population
from summarykit.model.values import Money, Quantity

Counted = Mapping[str, Population]

# The number a slogan is known by, where there is only one: 五必访, 五个一活动; not 两免一补.
_SLOGAN: Final = re.compile("([二两三四五六七八九十])(?:个一)?[^零一二两三四五六七八九十百]*")


def check_counts(found: Survey) -> Iterator[Finding]:
    """Return every count that contradicts another one."""
    counted = {entity.id: entity for _, entity in found.of(Population) if entity.id}
    yield from _subsets(found, counted)
    for path, partition in found.of(Partition):
        yield from _partition(partition, path, counted)
    for path, coverage in found.of(VisitCoverage):
        yield from _visited(coverage, path)
    for path, slogan in found.of(Slogan):
        yield from _slogan(slogan, path)
    for _, value, path in found.facts:
        if isinstance(value, Money) and value.unit_lost:
            yield _unit_lost(value, path)


def exceeds(part: Quantity | None, whole: Quantity | None) -> bool:
    """Return whether `part` is surely more: 600余人 of 500人 are, 约87人 of 61人 may not be."""
    if part is None or whole is None or not same_kind(part, whole):
        return False
    return part.low is not None and whole.high is not None and part.low > whole.high


def _subsets(found: Survey, counted: Counted) -> Iterator[Finding]:
    for path, part in found.of(Population):
        whole = counted.get(part.part_of) if part.part_of else None
        if whole is not None and exceeds(part.count, whole.count):
            yield _more(part, whole, (*path, "count"), term(Population, "part_of"))


def _more(part: Population, whole: Population, path: Path, link: Term) -> Finding:
    return _error(
        Code.SUBSET_EXCEEDS_WHOLE,
        message(
            "{part} {count} is more than {whole} {total}",
            part=_name(part),
            count=part.count,
            whole=_name(whole),
            total=whole.count,
        ),
        path,
        message("compare the two counts, or correct {field}", field=link),
    )


def _partition(partition: Partition, path: Path, counted: Counted) -> Iterator[Finding]:
    whole = counted.get(partition.whole)
    parts = [counted[name] for name in partition.parts if name in counted]
    if whole is None or len(parts) < len(partition.parts):
        return
    if not partition.exclusive:
        yield from _overlapping(partition, whole, parts, path)
        return
    total = exact_figure(whole.count)
    figures = [exact_figure(part.count) for part in parts]
    known = [figure for figure in figures if figure is not None]
    if total is None or len(known) < len(figures):
        return
    if not all(same_kind(part.count, whole.count) for part in parts):
        return
    if sum(known) > total or (partition.complete and sum(known) < total):
        yield _sum_differs(whole, known, path)


def _overlapping(
    partition: Partition, whole: Population, parts: list[Population], path: Path
) -> Iterator[Finding]:
    for place, part in enumerate(parts):
        # What says that it is part of the whole is reported as such.
        if part.part_of != partition.whole and exceeds(part.count, whole.count):
            yield _more(part, whole, (*path, "parts", place), term(Partition, "parts"))


def _sum_differs(whole: Population, parts: list[Decimal], path: Path) -> Finding:
    terms = " + ".join(map(numbers.plain, parts))
    return _error(
        Code.PARTS_DIFFER_FROM_WHOLE,
        message(
            "{arithmetic}, but {whole} is {total}",
            arithmetic=f"{terms} = {numbers.plain(Decimal(sum(parts)))}",
            whole=_name(whole),
            total=whole.count,
        ),
        (*path, "parts"),
        message("compare the counts; parts that overlap are not exclusive"),
    )


def _visited(coverage: VisitCoverage, path: Path) -> Iterator[Finding]:
    if exceeds(coverage.visited, coverage.total):
        yield _error(
            Code.SUBSET_EXCEEDS_WHOLE,
            message(
                "{group}: {count} were visited, more than {total} there are",
                group=coverage.group,
                count=coverage.visited,
                total=coverage.total,
            ),
            (*path, "visited"),
        )


def _slogan(slogan: Slogan, path: Path) -> Iterator[Finding]:
    declared = exact_figure(slogan.declared)
    number = declared if declared is not None else _number_in(slogan.name)
    if number is None or not slogan.items or number == len(slogan.items):
        return
    yield Finding(
        Severity.WARNING if declared is None else Severity.ERROR,
        Code.SLOGAN_COUNT_DIFFERS,
        message(
            "{name} promises {declared} items, {count} are listed",
            name=slogan.name,
            declared=numbers.plain(number),
            count=len(slogan.items),
        ),
        Place(path=(*path, "items" if declared is None else "declared")),
    )


def _number_in(name: str) -> Decimal | None:
    known = _SLOGAN.fullmatch(name)
    return numerals.from_chinese(known[1]) if known else None


def _unit_lost(amount: Money, path: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        Code.UNIT_LOST,
        message("{amount} has no unit", amount=amount),
        Place(path=path),
        message("write 元 or 万元 behind it"),
    )


def _name(population: Population) -> str:
    return population.name or population.cohort.label


def _error(code: Code, sentence: Message, path: Path, hint: Message | None = None) -> Finding:
    return Finding(Severity.ERROR, code, sentence, Place(path=path), hint)
