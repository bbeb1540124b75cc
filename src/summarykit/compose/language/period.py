"""What the period of a record is called in a title and in a sentence."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.compose.views import Missing, Shown
from summarykit.l10n.dates import school_year
from summarykit.model.organisation import Period
from summarykit.model.vocabulary import PeriodKind

AUTUMN_FROM = 7
_SPANS: Final = {PeriodKind.SCHOOL_YEAR: 1, PeriodKind.CALENDAR_YEAR: 0, PeriodKind.TERM: 1}
"""The kinds of period that a name says, and in how many years they end at the latest."""
_BOTH: Final = 2
BEFORE: Final[Mapping[PeriodKind, str]] = MappingProxyType(
    {PeriodKind.SCHOOL_YEAR: "上学年", PeriodKind.CALENDAR_YEAR: "上年"}
)
"""What the period before is called."""


def period_name(period: Period) -> Shown | Missing:
    """Return the name of the period: as given, else made of its kind and its first year."""
    if period.name is not None:
        return Shown(period.name, "period.name")
    start = period.start
    if start is None or start.year is None:
        return Missing("period.name")
    text = _name(period.kind, start.year, start.month)
    return Shown(start, "period.start#period", text) if text else Missing("period.name")


def _name(kind: PeriodKind, year: int, month: int | None) -> str | None:
    match kind:
        case PeriodKind.SCHOOL_YEAR:
            return school_year(year)
        case PeriodKind.CALENDAR_YEAR:
            return f"{year}年度"
        case PeriodKind.TERM if month is not None:
            return f"{year}年{'秋季' if month >= AUTUMN_FROM else '春季'}学期"
        case _:
            return None


def names_of(period: Period) -> tuple[str, ...]:
    """Return the names that the dates of a period make: 2023—2024学年; none of other dates."""
    start, end, span = period.start, period.end, _SPANS.get(period.kind)
    name = period_name(period.model_copy(update={"name": None}))
    if start is None or start.year is None or span is None or not isinstance(name, Shown):
        return ()
    last = start.year if end is None or end.year is None else end.year
    within = start.year <= last <= start.year + span
    return (str(name), str(name).removesuffix("度")) if within else ()


def earlier_of(period: Period) -> Period | None:
    """Return the period that another one is compared with, as one of the same kind."""
    earlier = period.comparison
    if earlier is None:
        return None
    dates = {"start": earlier.start, "end": earlier.end, "name": None, "comparison": None}
    return period.model_copy(update=dates)


def name_before(period: Period) -> str:
    """Return what the period of comparison is called if it is the one before: 上学年."""
    earlier = period.comparison
    days = [one.start for one in (period, earlier) if one is not None]
    starts = [day.year for day in days if day is not None and day.year is not None]
    one_before = len(starts) == _BOTH and starts[0] - starts[1] == 1
    return BEFORE.get(period.kind, "") if one_before else ""


def is_comparison_named(period: Period) -> bool:
    """Return whether the name of the period of comparison says its dates, if it has any."""
    earlier, dated = period.comparison, earlier_of(period)
    if (
        earlier is None
        or dated is None
        or not earlier.name
        or not (earlier.start or earlier.end)
    ):
        return True
    forms = (*names_of(dated), *filter(None, [name_before(period)]))
    return any(form in earlier.name for form in forms)
