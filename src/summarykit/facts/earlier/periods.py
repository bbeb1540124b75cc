"""Whether a record is that of the same organisation in the period before."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Path,
    Place,
    Severity,
    message,
    of_previous,
)
from summarykit.model import YearRecord
from summarykit.model.organisation import ComparisonPeriod, Organisation, Period
from summarykit.model.values import PartialDate
from summarykit.model.vocabulary import PeriodKind

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_A_YEAR: Final = 12
_STEPS: Final[Mapping[PeriodKind, range]] = MappingProxyType(
    {
        PeriodKind.SCHOOL_YEAR: range(12, 13),
        PeriodKind.CALENDAR_YEAR: range(12, 13),
        PeriodKind.TERM: range(4, 9),
        PeriodKind.CAMPAIGN: range(1, 19),
        PeriodKind.SINGLE_EVENT: range(1, 19),
    }
)
"""By how many months periods of a kind begin one after the other; several years, by how long
the earlier one took. What counts since the beginning holds the period before within it."""
_YEARS: Final = frozenset({PeriodKind.SCHOOL_YEAR, PeriodKind.CALENDAR_YEAR})
"""Periods of which the year says all."""
_SEASONS: Final[Mapping[str, int]] = MappingProxyType({"春": 3, "秋": 9})
"""In which month a term begins that its name alone dates."""
_GAP: Final = 2
"""So many months at most lie between the end of several years and the next ones."""


def refusals(record: YearRecord, previous: YearRecord) -> Iterator[Finding]:
    """Yield an error for each reason why `previous` is not the record of the period before.

    It is of the same organisation and of a period of the same kind, which began just before.
    """
    own, other = record.organisation, previous.organisation
    if not _is_same(own, other):
        said = message(
            "the earlier record is of {found}, this one of {name}",
            found=other.name,
            name=own.name,
        )
        yield _refused(said, ("organisation", "name"))
    elif own.level is not other.level:
        said = message(
            "the earlier record is of a {found}, this one of a {name}",
            found=other.level,
            name=own.level,
        )
        yield _refused(said, ("organisation", "level"))
    if (wrong := _wrong_period(record.period, previous.period)) is not None:
        yield _refused(wrong, ("period",))


def _is_same(own: Organisation, other: Organisation) -> bool:
    """Return whether both are one organisation: one may be called by its short name."""
    names = {own.name, own.short_name} - {None}
    return bool(names & {other.name, other.short_name})


def _wrong_period(period: Period, before: Period) -> Message | None:
    if period.kind is not before.kind:
        return message(
            "the earlier record is of another kind of period, {found}, this one of {name}",
            found=before.kind,
            name=period.kind,
        )
    starts = [_month(one) for one in (period, before)]
    if None in starts:
        return message("nobody can tell that the earlier record is of the period before")
    apart = (starts[0] or 0) - (starts[1] or 0)
    if apart in _steps(period, before):
        return None
    found, this = _told(before), _told(period)
    if apart <= 0:
        return message(
            "the earlier record is not earlier: {found}, this one {period}",
            found=found,
            period=this,
        )
    return message(
        "the earlier record is not of the period just before: {found}, this one {period}",
        found=found,
        period=this,
    )


def _steps(period: Period, before: Period) -> range:
    if period.kind is not PeriodKind.MULTI_YEAR:
        return _STEPS.get(period.kind, range(0))
    start, end = _month(before), _months(before.end)
    took = _IN_A_YEAR if start is None or end is None else end - start
    return range(took, took + 1 + _GAP)


def _told(period: Period) -> object:
    return period.name or period.start or period.kind


def _month(period: Period) -> int | None:
    """Return in which month a period begins, counted from the year 0; of years, in which year.

    It may stand in the name alone: 2023—2024学年, 2023年秋季学期.
    """
    start, name = period.start, period.name or ""
    named = _YEAR.search(name)
    year = start.year if start is not None and start.year else named and int(named.group())
    if not year:
        return None
    if period.kind in _YEARS:
        return year * _IN_A_YEAR
    month = start.month if start is not None else None
    if month is None and period.kind is PeriodKind.TERM:
        month = next((month for season, month in _SEASONS.items() if season in name), None)
        return None if month is None else year * _IN_A_YEAR + month - 1
    return year * _IN_A_YEAR + (month or 1) - 1


def _months(date: PartialDate | None) -> int | None:
    if date is None or date.year is None:
        return None
    return date.year * _IN_A_YEAR + (date.month or 1) - 1


def _refused(said: Message, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.PREVIOUS_REFUSED,
        said,
        Place(path=of_previous(path)),
        message("give the record of the same organisation for the period before, or none"),
    )


def other_comparison(record: YearRecord, previous: YearRecord) -> Finding | None:
    """Return a warning where the record compares itself with yet another period.

    Then its words for that period would be wrong for the figures of `previous`.
    """
    named, before = record.period.comparison, previous.period
    if named is None or not _differ(named, before):
        return None
    return Finding(
        Severity.WARNING,
        Code.PREVIOUS_DIFFERS,
        message(
            "this record compares itself with {period}, and the earlier record is of {found}:"
            " no figures are taken from it",
            period=named.name or named.start or named.end,
            found=_told(before),
        ),
        Place(path=("period", "comparison")),
        message("name the same period in both, or leave it out here"),
    )


def _differ(named: ComparisonPeriod, before: Period) -> bool:
    """Return whether two periods cannot be the same one."""
    pairs = ((named.start, before.start), (named.end, before.end))
    if any(_disagree(*pair) for pair in pairs):
        return True
    years, known = set(_YEAR.findall(named.name or "")), before.start and before.start.year
    return bool(years) and known is not None and str(known) not in years


def _disagree(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None or one.year is None or other.year is None:
        return False
    months = (one.month, other.month)
    return one.year != other.year or (None not in months and months[0] != months[1])
