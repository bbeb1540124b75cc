"""Rates from counts: computed once, rounded once, half up."""

from decimal import Decimal
from typing import Final

from summarykit.l10n import numbers
from summarykit.model.population import Indicator
from summarykit.model.values import Quantity

PERCENT: Final = "%"
_SCALES: Final = {PERCENT: 1, "％": 1, "‰": 10}
PEOPLE: Final = frozenset({"", "名", "人", "位", "个"})
"""What people are counted in; a bare number may be of anybody."""


def rate(indicator: Indicator) -> Quantity | None:
    """Return the rate of `indicator`: as stated, else from its counts in percent, else None."""
    if indicator.value is not None:
        return indicator.value
    return share(indicator.numerator, indicator.denominator)


def share(part: Quantity | None, whole: Quantity | None) -> Quantity | None:
    """Return what percentage `part` is of `whole`, to one decimal, without a trailing `.0`.

    None unless both are exact figures and `whole` is not 0: of 约60人 there is no exact share.
    """
    exact = rounded_rate(part, whole, unit=PERCENT, places=1)
    return None if exact is None else Quantity.parse(numbers.percent(exact))


def rounded_rate(
    part: Quantity | None, whole: Quantity | None, *, unit: str, places: int
) -> Decimal | None:
    """Return `part` over `whole` in `unit`, % or ‰, rounded to `places`; None as in `share`."""
    above, below = exact_figure(part), exact_figure(whole)
    scale = _SCALES.get(unit)
    if above is None or not below or scale is None:
        return None
    return numbers.rate(above * scale, below, places)


def decimals(number: Decimal) -> int:
    """Return with how many decimals `number` is written: 2 for 99.20, 0 for 100."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def exact_figure(quantity: Quantity | None) -> Decimal | None:
    """Return the figure of `quantity` where it is known and exact, else None."""
    return quantity.value if quantity is not None and quantity.is_exact else None


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Return whether both count the same: people are counted in 名, 人, 位 and 个 alike."""
    return one.unit == other.unit or {one.unit, other.unit} <= PEOPLE


def is_more(part: Quantity | None, whole: Quantity | None) -> bool:
    """Return whether both are exact figures of the same kind, and `part` the larger one."""
    if part is None or whole is None or not same_kind(part, whole):
        return False
    more, less = exact_figure(part), exact_figure(whole)
    return more is not None and less is not None and more > less
