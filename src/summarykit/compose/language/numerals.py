"""One style of numerals in a document: exact counts stand in Arabic figures.

Approximate ones keep their words: 八九人, 十余人 (GB/T 15835, 4.1.1 and 4.2.2).
"""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from summarykit.model.values import Money, Quantity
from summarykit.model.values.figure_words import NumeralStyle

_SPOKEN: Final = frozenset({"成", "半"})
"""三成 and 一半 are words."""
_MYRIAD: Final = Decimal(10000)


def in_figures(value: object) -> str | None:
    """Return a count or an amount in Arabic figures; None when it stands as it is."""
    match value:
        case Quantity():
            figures = _arabic(value)
            return None if figures is None else str(figures)
        case Money(amount=amount):
            figures = _arabic(amount)
            return None if figures is None else str(replace(value, amount=figures))
        case _:
            return None


def _arabic(quantity: Quantity) -> Quantity | None:
    number = quantity.value
    if quantity.style is not NumeralStyle.CHINESE or not quantity.is_exact or number is None:
        return None
    if quantity.unit in _SPOKEN:
        return None
    whole = number >= _MYRIAD and number % _MYRIAD == 0
    return replace(
        quantity,
        value=number.normalize(),
        style=NumeralStyle.ARABIC,
        scale="万" if whole else "",
        word="",
    )
