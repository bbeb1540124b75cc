"""How a figure moved between two periods, told only where both were counted alike."""

from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.facts import rate
from summarykit.model.population import Indicator, Population
from summarykit.model.values import Quantity

POINTS = "个百分点"
PER_CENT = "%"


def change_of(entry: View) -> Names | Missing:
    """Return how a population or an indicator moved: `up`, `down`, `same` and the `amount`.

    Nothing when one of both figures is missing or not exact, when their units differ, or when
    the cohort was defined otherwise before. Rates differ by 个百分点.
    """
    ref = f"{entry.ref}#change"
    new, old = _figures(entry)
    if new is None or old is None or not (new.is_exact and old.is_exact):
        return Missing(ref)
    if new.unit != old.unit or new.number is None or old.number is None:
        return Missing(ref)
    moved = new.number - old.number
    unit = POINTS if new.unit == PER_CENT else new.unit
    amount = Shown(Quantity.of(abs(moved), unit), ref)
    return Names({"up": moved > 0, "down": moved < 0, "same": moved == 0, "amount": amount})


def _figures(entry: View) -> tuple[Quantity | None, Quantity | None]:
    match entry.entity:
        case Population() as counted:
            alike = counted.definition == counted.previous_definition
            return counted.count, counted.previous if alike else None
        case Indicator() as indicator:
            return rate(indicator), indicator.baseline
        case _:
            raise TypeError("change_of needs a population or an indicator")
