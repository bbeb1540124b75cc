"""Figures as Chinese official texts print them (GB/T 15835): rates, ranges, changes."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

Number = int | Decimal

_SIGNS_ON_BOTH_SIDES: Final = ("%", "‰", "℃", "万", "亿")


def plain(number: Number) -> str:
    """Return `number` without an exponent, its zeros as they are: 0.46, 95.0."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def rate(numerator: Number, denominator: Number, places: int = 1) -> Decimal:
    """Return the percentage with exactly `places` decimals, rounded once, half up.

    Raises:
        ZeroDivisionError: The denominator is 0.
    """
    return _rounded(Fraction(numerator) * 100 / Fraction(denominator), places)


def percent(number: Number) -> str:
    """Return a percentage without idle zeros: 98.5%, and 100% for 100.0."""
    text = plain(number)
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def value_range(low: str, high: str, unit: str = "", sign: str = "～") -> str:
    """Return a span of values: 100～150千克, with %, 万 and 亿 kept on both sides: 15%～30%."""
    return f"{low}{unit if unit.startswith(_SIGNS_ON_BOTH_SIDES) else ''}{sign}{high}{unit}"


def _rounded(number: Fraction, places: int) -> Decimal:
    scaled = number * 10**places
    size = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(size if scaled >= 0 else -size).scaleb(-places)
