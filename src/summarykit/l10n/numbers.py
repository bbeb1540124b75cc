"""Figures as Chinese official texts print them (GB/T 15835): rates, ranges, changes."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

Number = int | Decimal

_SIGNS_ON_BOTH_SIDES: Final = ("%", "‰", "℃", "万", "亿")


def plain(number: Number) -> str:
    """Return `number` without an exponent, its zeros as they are: 0.46, 95.0."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def grouped(number: Number) -> str:
    """Return `number` with a comma every three digits: 12,500."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - costly, and rarely wanted

    return format_decimal(number, locale="zh_CN", decimal_quantization=False)


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


def shares(counts: Sequence[int], places: int = 1) -> tuple[Decimal, ...]:
    """Return what percentage each count is of all, adding up to exactly 100.

    What rounding down leaves over goes to the largest remainders, the first of equals first.

    Raises:
        ZeroDivisionError: All counts together are 0.
    """
    whole, steps = sum(counts), 100 * 10**places
    if not whole:
        raise ZeroDivisionError("nothing has no shares")
    parts = [divmod(count * steps, whole) for count in counts]
    missing = steps - sum(part for part, _ in parts)
    by_remainder = sorted(range(len(parts)), key=lambda index: (-parts[index][1], index))
    raised = set(by_remainder[:missing])
    return tuple(
        Decimal(part + (index in raised)).scaleb(-places)
        for index, (part, _) in enumerate(parts)
    )


def value_range(low: str, high: str, unit: str = "", sign: str = "～") -> str:
    """Return a span of values: 100～150千克, with %, 万 and 亿 kept on both sides: 15%～30%."""
    return f"{low}{unit if unit.startswith(_SIGNS_ON_BOTH_SIDES) else ''}{sign}{high}{unit}"


def percentage_points(before: Number, after: Number) -> str:
    """Return the difference of two percentages, without its direction: 2.3个百分点."""
    return f"{percent(abs(Decimal(after) - Decimal(before)))[:-1]}个百分点"


def change(before: Number, after: Number) -> str:
    """Return how a percentage moved: 提高2.3个百分点, 下降1个百分点, or 持平."""
    if before == after:
        return "持平"
    return f"{'提高' if after > before else '下降'}{percentage_points(before, after)}"


def _rounded(number: Fraction, places: int) -> Decimal:
    scaled = number * 10**places
    size = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(size if scaled >= 0 else -size).scaleb(-places)
