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
_NUMERALS: Final = frozenset("0123456789.〇一二三四五六七八九十百千万")


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


def stands(figure: str, text: str) -> bool:
    """Return whether a figure stands in a text by itself: 13名 has no 3名, and 90% no 0."""
    at = text.find(figure)
    while at >= 0 and (_goes_on(text[:at][-1:], figure[0]) or _is_cut(figure, text, at)):
        at = text.find(figure, at + 1)
    return at >= 0


def _is_cut(figure: str, text: str, at: int) -> bool:
    end = at + len(figure)
    return _goes_on(figure[-1], text[end : end + 1])


def _goes_on(sign: str, other: str) -> bool:
    return sign in _NUMERALS and other in _NUMERALS


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
