"""Dates that must be in order, as far as each is known: what may be in order is let pass."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model import Programme, YearRecord
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Donation, Visit, VisitCampaign
from summarykit.model.organisation import ComparisonPeriod, Period
from summarykit.model.population import EnrolmentFlow
from summarykit.model.record import Signature
from summarykit.model.values import PartialDate
from summarykit.model.vocabulary import MeasureStatus

_SPANS: Final[tuple[tuple[type[Entity], str, str], ...]] = (
    (Period, "start", "end"),
    (ComparisonPeriod, "start", "end"),
    (EnrolmentFlow, "start", "end"),
    (Activity, "date", "end"),
    (VisitCampaign, "start", "end"),
)
_EVENTS: Final[tuple[tuple[type[Entity], str], ...]] = (
    (Activity, "date"),
    (VisitCampaign, "start"),
    (Visit, "date"),
    (Donation, "date"),
)


def check_dates(found: Survey, record: YearRecord) -> Iterator[Finding]:
    """Return dates that are out of order for certain, or lie outside the period."""
    for kind, first, last in _SPANS:
        for path, entity in found.of(kind):
            start, end = getattr(entity, first), getattr(entity, last)
            if is_after(start, end):
                yield _out_of_order(start, end, (*path, last))
    yield from _after_the_period(found, record.period)
    for kind, when in _EVENTS:
        for path, entity in found.of(kind):
            yield from _outside(entity, getattr(entity, when), (*path, when), record.period)


def is_after(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether `one` is later than `other` whatever their missing parts are."""
    if one is None or other is None or one.earliest is None or other.latest is None:
        return False
    return one.earliest > other.latest


def _out_of_order(start: PartialDate, end: PartialDate, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.DATES_OUT_OF_ORDER,
        message("{start} is later than {end}", start=start, end=end),
        Place(path=path),
        message("the beginning comes before the end"),
    )


def _after_the_period(found: Survey, period: Period) -> Iterator[Finding]:
    starts = [(path, programme.start) for path, programme in found.of(Programme)]
    for path, start in starts:
        if start is not None and is_after(start, period.end):
            yield _late_start(start, period, (*path, "start"))
    if period.programme_start is not None and is_after(period.programme_start, period.end):
        yield _late_start(period.programme_start, period, ("period", "programme_start"))
    for path, signature in found.of(Signature):
        if is_after(period.end, signature.date):
            yield Finding(
                Severity.WARNING,
                Code.DATES_OUT_OF_ORDER,
                message(
                    "signed on {date}, before the period ends on {end}",
                    date=signature.date,
                    end=period.end,
                ),
                Place(path=(*path, "date")),
            )


def _late_start(start: PartialDate, period: Period, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.DATES_OUT_OF_ORDER,
        message(
            "the work started on {start}, after the period ended on {end}",
            start=start,
            end=period.end,
        ),
        Place(path=path),
    )


def _outside(
    entity: Entity, when: PartialDate | None, path: Path, period: Period
) -> Iterator[Finding]:
    planned = isinstance(entity, Activity) and entity.status is MeasureStatus.PLANNED
    if planned or not (is_after(period.start, when) or is_after(when, period.end)):
        return
    yield Finding(
        Severity.WARNING,
        Code.DATE_OUTSIDE_PERIOD,
        message("{date} is outside the period {period}", date=when, period=_told(period)),
        Place(path=path),
        message("correct the date or the period"),
    )


def _told(period: Period) -> str:
    """Return the period as its dates, as far as they are given: 2023年9月1日—2024年7月5日."""
    return "—".join("" if date is None else str(date) for date in (period.start, period.end))
