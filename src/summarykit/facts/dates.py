"""Dates that must be in order, as far as each is known: what may be in order is let pass."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model import Programme, YearRecord
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Donation, Visit, VisitCampaign
from summarykit.model.organisation import ComparisonPeriod, Period
from summarykit.model.outcome import Result
from summarykit.model.plan import Contract, Measure, Policy
from summarykit.model.population import EnrolmentFlow, Indicator, Population
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
    (Measure, "date"),
    (Result, "date"),
)
# What may have been before the period, but not after it.
_BEGUN: Final[tuple[tuple[type[Entity], str, str], ...]] = (
    (Measure, "since", "date"),
    (Contract, "signed", ""),
    (Activity, "end", "date"),
    (VisitCampaign, "end", "start"),
)
# What a text that is signed tells, or rests on, was there when it was signed.
_KNOWN: Final[tuple[tuple[type[Entity], str], ...]] = (
    (Population, "date"),
    (Indicator, "as_of"),
    (Policy, "issued"),
)


def check_dates(found: Survey, record: YearRecord) -> Iterator[Finding]:
    """Return dates that are out of order for certain, or lie outside the period."""
    for kind, first, last in _SPANS:
        for path, entity in found.of(kind):
            start, end = getattr(entity, first), getattr(entity, last)
            if is_after(start, end):
                yield _out_of_order(start, end, (*path, last))
    yield from _after_the_period(found, record.period)
    yield from _compared_with(record.period)
    yield from _deadlines(found, record.period)
    yield from _when_signed(found, record)
    yield from _outside_the_period(found, record.period)


def _outside_the_period(found: Survey, period: Period) -> Iterator[Finding]:
    for kind, when in _EVENTS:
        for path, entity in found.of(kind):
            date = getattr(entity, when)
            if is_after(period.start, date) or is_after(date, period.end):
                yield from _outside(entity, date, (*path, when), period)
    for kind, when, first in _BEGUN:
        for path, entity in found.of(kind):
            date, begun = getattr(entity, when), getattr(entity, first) if first else None
            # One whose beginning is too late is reported as such.
            if is_after(date, period.end) and not is_after(begun, period.end):
                yield from _outside(entity, date, (*path, when), period)


def is_after(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether `one` is later than `other` whatever their missing parts are."""
    if one is None or other is None or one.earliest is None or other.latest is None:
        return False
    return one.earliest > other.latest


def _out_of_order(start: PartialDate | None, end: PartialDate | None, path: Path) -> Finding:
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


def _compared_with(period: Period) -> Iterator[Finding]:
    earlier = period.comparison
    if earlier is None:
        return
    for name in ("start", "end"):
        date, ours = getattr(earlier, name), getattr(period, name)
        # One that has not begun before the period has not ended before it either.
        if is_after(date, ours):
            yield Finding(
                Severity.ERROR,
                Code.DATES_OUT_OF_ORDER,
                message("{date} is later than {other} of the period", date=date, other=ours),
                Place(path=("period", "comparison", name)),
                message("the period that figures are compared with comes before"),
            )
            return


def _deadlines(found: Survey, period: Period) -> Iterator[Finding]:
    """Return the findings for next steps that were due before the period was over."""
    for path, programme in found.of(Programme):
        for place, step in enumerate(() if is_plan(programme) else programme.next_steps):
            if is_after(period.end, step.by):
                yield Finding(
                    Severity.WARNING,
                    Code.DATES_OUT_OF_ORDER,
                    message(
                        "due by {date}, before the period ends on {end}",
                        date=step.by,
                        end=period.end,
                    ),
                    Place(path=(*path, "next_steps", place, "by")),
                    message("a next step lies ahead; what was done belongs to the measures"),
                )


def is_plan(programme: Programme) -> bool:
    """Return whether everything lies ahead: a plan has goals, and no results yet."""
    planned = (one.status is MeasureStatus.PLANNED for one in programme.measures)
    return not programme.results and all(planned)


def _when_signed(found: Survey, record: YearRecord) -> Iterator[Finding]:
    """Return the findings for what is later than the text that tells it."""
    signed = record.signature.date if record.signature else None
    dated = [
        (getattr(entity, when), (*path, when))
        for kind, when in _KNOWN
        for path, entity in found.of(kind)
    ]
    as_of = [
        (date, ("period", "as_of", place)) for place, date in enumerate(record.period.as_of)
    ]
    for date, path in (*as_of, *dated):
        if is_after(date, signed):
            yield _not_yet(date, signed, path)
    if record.signature and is_after(signed, record.signature.issued_on):
        yield _out_of_order(signed, record.signature.issued_on, ("signature", "issued_on"))


def _not_yet(date: PartialDate | None, signed: PartialDate | None, path: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        Code.DATES_OUT_OF_ORDER,
        message("{date} is later than the signature of {signed}", date=date, signed=signed),
        Place(path=path),
        message("a text tells nothing that was not there when it was signed"),
    )


def _outside(
    entity: Entity, when: PartialDate | None, path: Path, period: Period
) -> Iterator[Finding]:
    if getattr(entity, "status", None) is MeasureStatus.PLANNED:
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
