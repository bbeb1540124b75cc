"""The quantity behind a value that is shown, where its figure can be compared."""

from decimal import Decimal

from summarykit.compose.views import Shown
from summarykit.model.values import Quantity


def known_quantity(shown: object) -> Quantity | None:
    """Return the quantity that is shown; None without a figure, and of anything else."""
    match shown:
        case Shown(value=Quantity() as quantity) if quantity.is_known:
            return quantity
        case _:
            return None


def exact_quantity(shown: object) -> Quantity | None:
    """Return the quantity that is shown, if its figure is exact; None of anything else."""
    quantity = known_quantity(shown)
    return quantity if quantity is not None and quantity.is_exact else None


def number_of(quantity: Quantity) -> Decimal:
    """Return the one figure of a quantity; 0 of a range and without a figure."""
    return quantity.number or Decimal(0)
