"""Records of the period before, made of a record: a year earlier, with other figures."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.organisation import Period
from summarykit.model.values import Money, Quantity
from summarykit.model.vocabulary import PeriodKind

Changed = Callable[[Quantity], Quantity]
SCHOOL_YEAR = Period(kind=PeriodKind.SCHOOL_YEAR, start="2023-09-01", end="2024-07-05")
BEFORE = Period(kind=PeriodKind.SCHOOL_YEAR, start="2022-09-01", end="2023-07-05")


def beside(record: YearRecord) -> tuple[YearRecord, YearRecord]:
    """Return a record as one of a school year, and the same one a year before.

    What it tells of an earlier period itself is left out, and so are dates that are of a year.
    """
    plain = record.model_copy(update={"period": SCHOOL_YEAR})
    own = changed(plain, lambda figure: figure, without_earlier=True)
    return own, own.model_copy(update={"period": BEFORE})


def fewer(figure: Quantity) -> Quantity:
    """Return a figure that is a little less, but never below 1; rates move by a tenth."""
    number = figure.value
    if number is None or not figure.is_exact or number <= 2:
        return figure
    return dataclasses.replace(figure, value=number - max(Decimal(1), number // 20))


def changed(
    record: YearRecord, change: Changed, *, without_earlier: bool = False
) -> YearRecord:
    """Return a record whose quantities are changed; earlier figures are left out if asked."""
    made: YearRecord = _entity(record, change, without_earlier)
    return made


def _entity(entity: Any, change: Changed, bare: bool) -> Any:  # noqa: ANN401, FBT001 - of any class
    fields = {
        name: _value(getattr(entity, name), change, bare) for name in type(entity).model_fields
    }
    if bare:
        earlier = {"previous", "previous_definition", "baseline"} & fields.keys()
        fields |= dict.fromkeys(earlier)
    return entity.model_copy(update=fields)


def _value(value: object, change: Changed, bare: bool) -> object:  # noqa: FBT001 - as above
    match value:
        case Quantity():
            return change(value)
        case Money():
            return dataclasses.replace(value, amount=change(value.amount))
        case Entity():
            return _entity(value, change, bare)
        case tuple():
            return tuple(_value(one, change, bare) for one in value)
        case _:
            return _mapping(value, change, bare)


def _mapping(value: object, change: Changed, bare: bool) -> object:  # noqa: FBT001 - as above
    if isinstance(value, dict):
        return type(value)({key: _value(one, change, bare) for key, one in value.items()})
    return value
