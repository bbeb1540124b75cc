"""Rates as stated, against the counts and the exemptions they stand beside."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.comparing import Comparison
from summarykit.facts.partitions import Partitions, pair_of
from summarykit.facts.rates import PERCENT, decimals, exact_figure, is_more, rounded_rate
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
from summarykit.model.events import VisitCoverage
from summarykit.model.population import Indicator
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import IndicatorCode

_FULL: Final = Decimal(100)
# More are at school than are of the age; of other rates nobody knows what they are.
_MAY_EXCEED: Final = frozenset({IndicatorCode.GROSS_ENROLMENT, IndicatorCode.OTHER})


def check_rates(found: Survey, parted: Partitions) -> Iterator[Finding]:
    """Return every stated rate that its own counts or exemptions contradict.

    The share of a part may be rounded singly or apportioned.
    """
    for path, indicator in found.of(Indicator):
        stated, part, whole = indicator.value, indicator.numerator, indicator.denominator
        if not _is_apportioned(path, indicator, parted):
            yield from _compared(stated, part, whole, (*path, "value"))
        yield from _exempted(indicator, path)
        yield from _above_full(indicator, path)
        if indicator.code not in _MAY_EXCEED and not is_more(part, whole):
            yield from _too_high(stated, (*path, "value"))
            yield from _too_high(indicator.baseline, (*path, "baseline"))
    for path, coverage in found.of(VisitCoverage):
        yield from _compared(coverage.rate, coverage.visited, coverage.total, (*path, "rate"))
        if coverage.visited is None or coverage.total is None:
            yield from _too_high(coverage.rate, (*path, "rate"))


def _is_apportioned(path: Path, indicator: Indicator, parted: Partitions) -> bool:
    """Return whether the stated rate is the share that its partition gives it."""
    stated, figure = indicator.value, exact_figure(indicator.value)
    if stated is None or figure is None or stated.unit != PERCENT:
        return False
    return figure == parted.share(pair_of(int(path[-1]), indicator), decimals(figure))


def _compared(
    stated: Quantity | None, part: Quantity | None, whole: Quantity | None, path: Path
) -> Iterator[Finding]:
    figure = exact_figure(stated)
    if stated is None or figure is None:
        return
    computed = rounded_rate(part, whole, unit=stated.unit, places=decimals(figure))
    if computed is None or computed == figure:
        return
    yield Finding(
        Severity.ERROR,
        Code.RATE_DIFFERS_FROM_COUNTS,
        message(
            "{part} of {whole} is {computed}, but {stated} is stated",
            part=part,
            whole=whole,
            computed=f"{numbers.plain(computed)}{stated.unit}",
            stated=stated,
        ),
        Place(path=path),
        message("correct the counts, or leave the rate out: it is computed from them"),
    )


def _exempted(indicator: Indicator, path: Path) -> Iterator[Finding]:
    stated = indicator.value
    if stated is None or stated.unit != PERCENT or exact_figure(stated) != _FULL:
        return
    exempt = exact_figure(indicator.exempt)
    if not exempt and indicator.exemption is None:
        return
    yield Finding(
        Severity.WARNING,
        Code.EXEMPTION_AGAINST_FULL_RATE,
        message(
            "{stated} is stated beside an exemption: {exemption}",
            stated=stated,
            exemption=indicator.exemption or indicator.exempt,
        ),
        Place(path=(*path, "value")),
        message("a full rate has no exceptions; say of whom it is the rate"),
    )


def _above_full(indicator: Indicator, path: Path) -> Iterator[Finding]:
    part, whole = indicator.numerator, indicator.denominator
    if indicator.code not in _MAY_EXCEED and is_more(part, whole):
        told = Comparison(
            (*path, "numerator"), "分子", part, (*path, "denominator"), "分母", whole
        )
        yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)


def _too_high(stated: Quantity | None, path: Path) -> Iterator[Finding]:
    """Return the finding for a rate of more than everybody."""
    if stated is None or stated.unit != PERCENT or stated.low is None or stated.low <= _FULL:
        return
    yield Finding(
        Severity.ERROR,
        Code.RATE_ABOVE_FULL,
        message("{stated} is more than 100%", stated=stated),
        Place(path=path),
        message("of a whole there are at most 100%; compare the counts behind it"),
    )
