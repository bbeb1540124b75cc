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


def test_long_figures_can_be_grouped_by_three() -> None:
    assert numbers.grouped(12_500) == "12,500"
    assert numbers.grouped(Decimal("1234567.125")) == "1,234,567.125"


@pytest.mark.parametrize(
    ("counts", "places", "expected"),
    [
        ([1, 1, 1], 1, ["33.4", "33.3", "33.3"]),
        ([2, 1], 0, ["67", "33"]),
        ([0, 5], 1, ["0.0", "100.0"]),
        ([52, 23, 12], 1, ["59.8", "26.4", "13.8"]),
    ],
)
def test_shares_add_up_to_a_hundred(
    counts: list[int], places: int, expected: list[str]
) -> None:
    found = numbers.shares(counts, places)
    assert [str(share) for share in found] == expected
    assert sum(found) == 100


def test_nothing_has_no_shares() -> None:
    with pytest.raises(ZeroDivisionError, match="nothing has no shares"):
        numbers.shares([0, 0])


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


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (Decimal("8.9"), Decimal("11.2"), "提高2.3个百分点"),
        (Decimal("2.5"), Decimal("1.5"), "下降1个百分点"),
        (98, 98, "持平"),
    ],
)
def test_rates_differ_by_percentage_points(
    before: Decimal | int, after: Decimal | int, text: str
) -> None:
    assert numbers.change(before, after) == text
