"""Amounts that stand side by side are in one unit: 8万元, 9.2万元, 1.2万元 more."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from summarykit.facts.rates import decimals
from summarykit.model.values import Quantity
from summarykit.model.values.figure_words import SCALES, NumeralStyle

_DECIMALS: Final = 2
"""So many behind the point are read at a glance; what has more is told in 元."""


def in_one_scale(figures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return exact figures in the largest scale that one of them has, else all without one.

    The larger one is taken where each of them is exact in it, to two decimals; 8万元 and
    92345元 are 80000元 and 92345元. Figures of one scale stay as they are written.
    """
    scales = {figure.scale for figure in figures}
    if len(scales) == 1:
        return tuple(figures)
    largest = max(scales, key=SCALES.__getitem__)
    fits = all(decimals(_in(figure, largest)) <= _DECIMALS for figure in figures)
    return tuple(_written(figure, largest if fits else "") for figure in figures)


def _in(figure: Quantity, scale: str) -> Decimal:
    return (figure.value or Decimal(0)).normalize().scaleb(-SCALES[scale])


def _written(figure: Quantity, scale: str) -> Quantity:
    if figure.scale == scale:
        return figure
    number = (figure.value or Decimal(0)).normalize()
    return replace(figure, value=number, scale=scale, style=NumeralStyle.ARABIC, word="")
