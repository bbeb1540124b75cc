"""Indicators against one another, the counts they are of, and the goals that ask for them."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.cohorts import Cohorts
from summarykit.facts.comparing import Comparison
from summarykit.facts.heads import counts_nobody
from summarykit.facts.rates import PERCENT, decimals, exact_figure, same_kind
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
from summarykit.model.entity import term
from summarykit.model.plan import Goal, Target
from summarykit.model.population import Indicator, Population
from summarykit.model.values import PartialDate, Quantity
from summarykit.model.vocabulary import IndicatorCode

_FULL: Final = Decimal(100)
_COMPARED: Final = ("target", "baseline", "limit")
# What says nothing of which rate it is without a name of its own.
_NAMELESS: Final = frozenset({IndicatorCode.OTHER, IndicatorCode.GUARDIANSHIP_SHARE})

Indicators = list[tuple[Path, Indicator]]
_Part = tuple[Path, Quantity, Decimal]


def check_indicators(found: Survey, counts: Cohorts) -> Iterator[Finding]:
    """Return every indicator that another figure of the record contradicts."""
    indicators = found.of(Indicator)
    yield from _units(found, indicators)
    for path, one in indicators:
        yield from _deducted(one, path, counts)
    yield from _said_twice(indicators)
    yield from _shares(indicators)
    yield from _asked_for(found, indicators)


def _units(found: Survey, indicators: Indicators) -> Iterator[Finding]:
    """Return the findings for figures that are compared, and counted in different things."""
    for path, one in indicators:
        for name in _COMPARED:
            yield from _unit(one.value, getattr(one, name), (path, "value", name))
    for path, population in found.of(Population):
        before = population.previous
        if before is not None and not counts_nobody(before):
            yield from _unit(population.count, before, (path, "count", "previous"))


def _unit(
    value: Quantity | None, other: Quantity | None, where: tuple[Path, str, str]
) -> Iterator[Finding]:
    if not value or not other or same_kind(value, other) or not value.unit:
        return
    path, name, other_name = where
    place = Place(path=(*path, other_name))
    if not other.unit:
        said = message("{amount} has no unit", amount=other)
        hint = message("write it in {unit}, as {figure} is", unit=value.unit, figure=value)
        yield Finding(Severity.WARNING, Code.UNIT_LOST, said, place, hint)
        return
    kind = Population if name == "count" else Indicator
    said = message(
        "{figure} cannot be compared with {other} in {field}: the units differ",
        figure=other,
        other=value,
        field=term(kind, name),
    )
    hint = message("give both in the same unit")
    yield Finding(Severity.WARNING, Code.UNITS_DIFFER, said, place, hint)


def _deducted(one: Indicator, path: Path, counts: Cohorts) -> Iterator[Finding]:
    """Return the finding for a rate of everybody, where some are said to be exempt."""
    whole = counts.whole.get(one.cohort) if one.cohort else None
    exempt, below = exact_figure(one.exempt), exact_figure(one.denominator)
    total = exact_figure(whole.entry.count) if whole else None
    if whole is None or not exempt or below is None or total is None or below != total:
        return
    terms = f"{numbers.plain(total)} − {numbers.plain(exempt)}"
    yield Finding(
        Severity.WARNING,
        Code.EXEMPTION_NOT_DEDUCTED,
        message(
            "{arithmetic}, but {stated} is stated",
            arithmetic=f"{terms} = {numbers.plain(total - exempt)}",
            stated=one.denominator,
        ),
        Place(path=(*path, "denominator")),
        message(
            "those in {field} are not among the {name} the rate is of",
            field=term(Indicator, "exempt"),
            name=whole.name,
        ),
    )


def _said_twice(indicators: Indicators) -> Iterator[Finding]:
    said: dict[Hashable, tuple[Path, Indicator]] = {}
    for path, one in indicators:
        if one.value is None or (one.code in _NAMELESS and not one.name):
            continue
        same = (one.code, one.name, *_of_whom(one), one.definition, one.programmes)
        where, first = said.setdefault(same, (path, one))
        if first.value is not None and _differ(one.value, first.value):
            told = Comparison(
                (*path, "value"),
                one.name or one.code.label,
                one.value,
                (*where, "value"),
                first.name or first.code.label,
                first.value,
            )
            yield told.differs()


def _of_whom(one: Indicator) -> tuple[Hashable, ...]:
    return (one.scope, one.stage, one.cohort, _day(one.as_of))


def _day(date: PartialDate | None) -> Hashable:
    return None if date is None else (date.year, date.month, date.day, date.part)


def _differ(one: Quantity, other: Quantity) -> bool:
    """Return whether both are exact and differ, also when rounded as the rougher one is."""
    ours, theirs = exact_figure(one), exact_figure(other)
    if ours is None or theirs is None or not same_kind(one, other):
        return False
    unit = Decimal(1).scaleb(-min(decimals(ours), decimals(theirs)))
    return ours.quantize(unit, ROUND_HALF_UP) != theirs.quantize(unit, ROUND_HALF_UP)


def _shares(indicators: Indicators) -> Iterator[Finding]:
    """Return the findings for stated shares of one whole that are more than 100% together.

    Each may be rounded, so that together they differ from 100 by half a unit of their last
    digit each; they are never made to fit.
    """
    shares: dict[Hashable, dict[str, _Part]] = defaultdict(dict)
    for path, one in indicators:
        stated, figure = one.value, exact_figure(one.value)
        if one.code is not IndicatorCode.GUARDIANSHIP_SHARE or stated is None:
            continue
        if figure is not None and stated.unit == PERCENT and one.name:
            shares[_of_whom(one)].setdefault(one.name, (path, stated, figure))
    for named in shares.values():
        parts = list(named.values())
        total = sum((figure for *_, figure in parts), Decimal(0))
        slack = sum((Decimal(5).scaleb(-1 - decimals(one)) for *_, one in parts), Decimal(0))
        if total > _FULL + slack:
            yield _too_much(parts, total)


def _too_much(parts: list[_Part], total: Decimal) -> Finding:
    terms = " + ".join(str(one) for _, one, _ in parts)
    return Finding(
        Severity.WARNING,
        Code.SHARES_ABOVE_FULL,
        message(
            "{arithmetic}, more than 100%", arithmetic=f"{terms} = {numbers.percent(total)}"
        ),
        Place(path=(*parts[-1][0], "value")),
        message("compare the shares; groups that overlap have no shares of one whole"),
    )


def _asked_for(found: Survey, indicators: Indicators) -> Iterator[Finding]:
    """Return the findings for a target that goal and indicator state differently."""
    goals: dict[IndicatorCode, list[tuple[Path, Target]]] = defaultdict(list)
    for path, goal in found.of(Goal):
        if goal.target and goal.target.indicator and goal.target.indicator not in _NAMELESS:
            goals[goal.target.indicator].append(((*path, "target"), goal.target))
    stated: dict[IndicatorCode, Indicators] = defaultdict(list)
    for path, one in indicators:
        stated[one.code].append((path, one))
    for code, asked in goals.items():
        if len(asked) == 1 and len(stated[code]) == 1:
            yield from _other_target(asked[0], stated[code][0])


def _other_target(
    asked: tuple[Path, Target], stated: tuple[Path, Indicator]
) -> Iterator[Finding]:
    (place, target), (path, one) = asked, stated
    given = [name for name in ("at_least", "at_most", "equals") if getattr(target, name)]
    if len(given) != 1 or one.target is None:
        return
    figure = getattr(target, given[0])
    if _differ(one.target, figure):
        where = (*path, "target")
        name = f"{one.name or one.code.label}{term(Indicator, 'target').label}"
        other = (*place, given[0])
        yield Comparison(where, name, one.target, other, name, figure).differs()
