"""Figures as Chinese official texts print them (GB/T 15835): rates, ranges, changes."""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

Number = int | Decimal

_FULL: Final = 100
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


def apportioned(counts: Sequence[Number], places: int = 1) -> tuple[Decimal, ...]:
    """Return the percentages of parts with exactly `places` decimals; together they are 100.

    By largest remainders (最大余额法, Hamilton): each is rounded down, and what is missing from
    100 goes in units of the last place to the largest remainders; of equal ones to the larger
    count, then to the one that comes first. `counts` are those of the parts, none below 0.

    Raises:
        ZeroDivisionError: The parts together are 0.
    """
    scaled, total = _in_units(counts, places)
    units = [above // total for above in scaled]
    rest = [above % total for above in scaled]
    first = sorted(range(len(units)), key=lambda at: (-rest[at], -scaled[at], at))
    for at in first[: _FULL * 10**places - sum(units)]:
        units[at] += 1
    return tuple(Decimal(unit).scaleb(-places) for unit in units)


def singly(counts: Sequence[Number], places: int = 1) -> tuple[Decimal, ...]:
    """Return the percentages of parts with exactly `places` decimals, each rounded half up.

    Where they happen to be 100 together, they are the same as when they are `apportioned`.

    Raises:
        ZeroDivisionError: The parts together are 0.
    """
    scaled, total = _in_units(counts, places)
    units = [(2 * above + total) // (2 * total) for above in scaled]
    return tuple(Decimal(unit).scaleb(-places) for unit in units)


def _in_units(counts: Sequence[Number], places: int) -> tuple[list[int], int]:
    """Return whole numbers that, over the total, are percentages in units of the last place."""
    whole = counts
    if any(count % 1 for count in counts):
        exact = [Fraction(count) for count in counts]
        below = math.lcm(*(count.denominator for count in exact))
        whole = [int(count * below) for count in exact]
    found = [int(count) for count in whole]
    scale: int = _FULL * 10**places
    return [count * scale for count in found], sum(found)


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
