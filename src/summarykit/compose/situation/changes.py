"""How a figure moved between two periods, told only where both were counted alike."""

from decimal import Decimal
from typing import Final

from summarykit.compose.language.figures import exact_quantity
from summarykit.compose.situation.rates import rate_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.facts.reference import child
from summarykit.l10n import numbers
from summarykit.model.population import Indicator, Population
from summarykit.model.values import Quantity

POINTS: Final = "个百分点"
PER_CENT: Final = "%"
LEAST_BASE: Final = 100
"""Of a smaller base one person is more than 1 per cent: there the count alone says more."""


def change_of(entry: View) -> Names | Missing:
    """Return how a population or an indicator moved: `up`, `down`, `same` and the `amount`.

    `percent` is the amount in per cent of the earlier count, where that is large enough to say
    it. Nothing when one of both figures is missing or not exact, when their units differ, or
    when the cohort was defined otherwise before. Rates differ by 个百分点, never by per cent.
    """
    return change_between(_figures(entry), f"{entry.ref}#change", _basis(entry))


def change_between(
    figures: tuple[Quantity | None, Quantity | None], ref: str, basis: tuple[str, str]
) -> Names | Missing:
    """Return how the second figure has become the first one, as `change_of` does.

    `basis` are the references of both; what the change is called begins with `ref`.
    """
    new, old = figures
    if new is None or old is None or new.unit != old.unit:
        return Missing(ref)
    if new.number is None or old.number is None:
        return Missing(ref)
    moved = new.number - old.number
    is_rate = new.unit == PER_CENT
    unit = POINTS if is_rate else new.unit
    amount = Shown(Quantity.of(abs(moved), unit), ref, basis=basis)
    percent = None if is_rate else _percent(abs(moved), old.number)
    return Names(
        {
            "up": moved > 0,
            "down": moved < 0,
            "same": moved == 0,
            "amount": amount,
            "percent": Missing(ref)
            if percent is None
            else Shown(percent, f"{ref}_rate", basis=basis),
        }
    )


def _percent(moved: Decimal, base: Decimal) -> Quantity | None:
    """Return what per cent of the earlier count has come or gone; None of a small count."""
    if base < LEAST_BASE or not moved:
        return None
    share = numbers.rate(moved, base, 1)
    return Quantity.parse(numbers.percent(share)) if share else None


def _basis(entry: View) -> tuple[str, str]:
    """Return the references of the later and the earlier figure."""
    if isinstance(entry.entity, Indicator):
        rate = rate_of(entry)
        return rate.ref, child(entry.ref, "baseline")
    return child(entry.ref, "count"), child(entry.ref, "previous")


def _figures(entry: View) -> tuple[Quantity | None, Quantity | None]:
    match entry.entity:
        case Population() as counted:
            alike = counted.definition == counted.previous_definition
            before = exact_quantity(entry.previous) if alike else None
            return exact_quantity(entry.count), before
        case Indicator():
            return exact_quantity(rate_of(entry)), exact_quantity(entry.baseline)
        case _:
            raise TypeError("change_of needs a population or an indicator")
