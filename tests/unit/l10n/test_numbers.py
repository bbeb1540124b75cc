from decimal import Decimal

import pytest

from summarykit.l10n import numbers


@pytest.mark.parametrize(
    ("done", "whole", "places", "expected"),
    [
        (599, 612, 1, "97.9"),
        (599, 612, 2, "97.88"),
        (1, 8, 2, "12.50"),
        (1, 800, 2, "0.13"),  # 0.125 is rounded up
        (-1, 800, 2, "-0.13"),
        (612, 612, 1, "100.0"),
        (0, 612, 0, "0"),
        (Decimal("1.5"), 2, 0, "75"),
    ],
)
def test_a_rate_is_rounded_once_half_up(
    done: int | Decimal, whole: int, places: int, expected: str
) -> None:
    assert str(numbers.rate(done, whole, places)) == expected


def test_a_rate_of_nothing_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        numbers.rate(1, 0)


@pytest.mark.parametrize(
    ("number", "text"),
    [("97.90", "97.9%"), ("100.0", "100%"), ("0.46", "0.46%"), ("100", "100%"), ("0.0", "0%")],
)
def test_a_percentage_has_no_idle_zeros(number: str, text: str) -> None:
    assert numbers.percent(Decimal(number)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal(".46"), "0.46"),
        (Decimal("1.25E+4"), "12500"),
        (Decimal("95.0"), "95.0"),
        (7, "7"),
    ],
)
def test_a_figure_has_its_leading_zero_and_no_exponent(
    number: int | Decimal, text: str
) -> None:
    assert numbers.plain(number) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        ("15", "30", "%", "15%～30%"),
        ("13", "17", "万元", "13万元～17万元"),
        ("100", "150", "千克", "100～150千克"),
        ("1", "2", "", "1～2"),
    ],
)
def test_a_range_keeps_signs_on_both_sides(low: str, high: str, unit: str, text: str) -> None:
    assert numbers.value_range(low, high, unit) == text
