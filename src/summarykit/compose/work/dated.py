"""What took place, in the order of time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from summarykit.compose.views import Shown, View
from summarykit.model.organisation import Period
from summarykit.model.values import PartialDate

_YEAR: Final = timedelta(days=365)


def in_date_order(entries: Iterable[View], field: str = "date") -> tuple[View, ...]:
    """Return the entries by their date, those without one last, in the order of the record.

    Where a date has no year nobody knows where it belongs: the order of the record stays.
    """
    listed = tuple(entries)
    dates = [getattr(entry.entity, field) for entry in listed]
    if any(isinstance(one, PartialDate) and one.earliest is None for one in dates):
        return listed
    return tuple(sorted(listed, key=lambda entry: _place(getattr(entry.entity, field))))


def _place(when: PartialDate | None) -> tuple[bool, date]:
    first = when.earliest if when is not None else None
    return (first is None, first or date.max)


def short_date(when: Shown, period: Period) -> Shown:
    """Return a date as a line has room for it: its day, without the hour.

    The year goes too where the period of the record says which it is: 9月8日.
    """
    date_of = when.value
    if not isinstance(date_of, PartialDate) or date_of.month is None:
        return when
    part = None if date_of.day else date_of.part
    year = None if _is_within(date_of, period) else date_of.year
    short = replace(date_of, year=year, part=part, hour=None, minute=None)
    return when if short == date_of else Shown(date_of, f"{when.ref}#short", str(short))


def day_alone(when: Shown) -> Shown | None:
    """Return the day of a date whose month is said: 8日; nothing where no day is known."""
    date_of = when.value
    if not isinstance(date_of, PartialDate) or date_of.day is None:
        return None
    return Shown(date_of, f"{when.ref}#day", f"{date_of.day}日")


def month_alone(when: Shown, period: Period) -> Shown | None:
    """Return the month of a date, with its year where the period does not say it: 5月."""
    date_of = when.value
    if not isinstance(date_of, PartialDate) or date_of.month is None or date_of.year_pattern:
        return None
    bare = replace(date_of, day=None, part=None, hour=None, minute=None)
    short = short_date(Shown(bare, when.ref), period)
    return Shown(date_of, f"{when.ref}#month", str(short))


def _is_within(when: PartialDate, period: Period) -> bool:
    """Return whether a date lies in a period so short that each month comes in it once."""
    start = period.start.earliest if period.start else None
    day = when.earliest
    if start is None or day is None:
        return False
    end = period.end.latest if period.end else None
    last = end or start + _YEAR
    return start <= day <= last and last - start <= _YEAR
