"""Stretches of time and years, as a sentence says them."""

from summarykit.compose.views import Missing, Shown
from summarykit.model.values import PartialDate
from summarykit.packs import Phrase


def span(start: object, end: object) -> Phrase:
    """Return a stretch of time, or the one date that is known; a year is said once.

    `2023年9月1日至2024年7月5日`, `2024年3月4日至4月12日`.
    """
    dates = [date for date in (start, end) if date]
    return Phrase([dates[0], "至", _within(*dates)] if len(dates) > 1 else dates)


def _within(start: object, end: object) -> object:
    match start, end:
        case Shown(value=PartialDate(year=int(year))), Shown(value=PartialDate(year=same)):
            text = str(end)
            rest = text.removeprefix(f"{year}年")
            if year == same and rest and rest != text:
                return Shown(end.value, f"{end.ref}#within", rest)
        case _:
            pass
    return end


def year_of(date: object) -> Shown | Missing:
    """Return the year of a date: `2024年`.

    Raises:
        TypeError: It is given something else.
    """
    if isinstance(date, Missing):
        return date
    if not isinstance(date, Shown):
        msg = "year_of needs a date"
        raise TypeError(msg)
    if not isinstance(date.value, PartialDate) or date.value.year is None:
        return Missing(date.ref)
    return Shown(date.value, f"{date.ref}#year", f"{date.value.year}年")
