"""Sums over a table or a flow: told only of exact figures in one unit."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from summarykit.compose.language.figures import number_of
from summarykit.compose.views import Missing, Shown
from summarykit.model.values import Money, Quantity
from summarykit.model.values.money import Basis


def sum_of(figures: Iterable[object], how: str = "#sum") -> Shown | Missing:
    """Return the sum of shown counts or amounts; its reference is the first one's with `how`.

    Nothing when there is no figure, when one is missing, not exact or in another unit, or is
    an amount per head: such figures do not add up.
    """
    shown = tuple(figures)
    known = [one for one in shown if isinstance(one, Shown)]
    ref = f"{known[0].ref.partition('#')[0] if known else ''}{how}"
    if not known or len(known) < len(shown):
        return Missing(ref)
    amounts = [_total(one.value) for one in known]
    exact = [amount for amount in amounts if amount is not None]
    if len(exact) < len(amounts) or len({amount.unit for amount in exact}) > 1:
        return Missing(ref)
    basis = tuple(one.ref for one in known)
    return Shown(_scaled(reduce(Quantity.plus, exact), exact[0]), ref, basis=basis)


def given_or_sum(
    given: object, figures: Iterable[object], how: str = "#sum"
) -> Shown | Missing:
    """Return the total that the record gives, else the sum of the figures.

    Nothing where both are known and differ: the total is then one of others too.
    """
    added = sum_of(figures, how)
    if not isinstance(given, Shown) or not given:
        return added
    match added, given:
        case Shown(value=Quantity() as one), Shown(value=Quantity() as other):
            return given if one.agrees_with(other) else Missing(given.ref)
        case _:
            return given


def difference(new: object, old: object, ref: str) -> Shown | Missing:
    """Return by how much one exact count is more or less than another of the same unit."""
    if not (isinstance(new, Shown) and isinstance(old, Shown)):
        return Missing(ref)
    one, other = _total(new.value), _total(old.value)
    if one is None or other is None or one.unit != other.unit:
        return Missing(ref)
    more, less = (one, other) if number_of(one) >= number_of(other) else (other, one)
    return Shown(more.minus(less), ref, basis=(new.ref, old.ref))


def _total(value: object) -> Quantity | None:
    """Return what of a value can be added up: an exact count, a whole amount."""
    match value:
        case Money() as money if money.basis is Basis.TOTAL and money.period is None:
            return money.amount if money.amount.is_exact and not money.unit_lost else None
        case Quantity() as quantity:
            return quantity if quantity.is_exact else None
        case _:
            return None


def _scaled(total: Quantity, first: Quantity) -> Quantity:
    """Return a sum in the scale of its first figure: 4.8万元 and 3.9万元 are 8.7万元."""
    number = total.value.normalize() if total.value is not None else None
    return replace(total, value=number, scale=first.scale)
