"""What the period of a record is called in a title and in a sentence."""

from summarykit.compose.views import Missing, Shown
from summarykit.l10n.dates import school_year
from summarykit.model.organisation import Period
from summarykit.model.vocabulary import PeriodKind

AUTUMN_FROM = 7


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
