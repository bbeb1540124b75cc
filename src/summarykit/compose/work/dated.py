"""What took place, in the order of time."""

from collections.abc import Iterable
from datetime import date

from summarykit.compose.views import View
from summarykit.model.values import PartialDate


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
