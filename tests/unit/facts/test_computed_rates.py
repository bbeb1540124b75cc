"""Rates: computed once, rounded once, half up."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarykit.facts import rate, share
from summarykit.facts.rates import decimals
from summarykit.model.population import Indicator
from summarykit.model.values import Quantity


def quantity(text: str | None) -> Quantity | None:
    return None if text is None else Quantity.parse(text)


@pytest.mark.parametrize(
    ("part", "whole", "percentage"),
    [
        ("2人", "3人", "66.7%"),
        ("1", "8", "12.5%"),
        ("1", "1600", "0.1%"),
        ("1", "2000", "0.1%"),
        ("1", "2001", "0%"),
        ("87名", "87名", "100%"),
        ("0人", "87人", "0%"),
        ("三人", "十二人", "25%"),
        ("1.25万人", "5万人", "25%"),
        ("1", "0", None),
        ("约60人", "100人", None),
        ("60人", "100余人", None),
        ("xx人", "100人", None),
        (None, "100人", None),
        ("60人", None, None),
    ],
)
def test_a_share_has_one_decimal_unless_it_is_0(
    part: str | None, whole: str | None, percentage: str | None
) -> None:
    assert share(quantity(part), quantity(whole)) == quantity(percentage)


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "expected"),
    [
        ("99.20%", "1", "2", "99.20%"),
        ("95%以上", None, None, "95%以上"),
        (None, "1", "2", "50%"),
        (None, "1", None, None),
    ],
)
def test_a_stated_rate_is_kept_and_a_missing_one_computed(
    value: str | None, numerator: str | None, denominator: str | None, expected: str | None
) -> None:
    fields = {"value": value, "numerator": numerator, "denominator": denominator}
    indicator = Indicator.model_validate({"code": "return", **fields})
    assert rate(indicator) == quantity(expected)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_never_further_off_than_half_a_tenth(part: int, whole: int) -> None:
    found = share(Quantity.of(part), Quantity.of(whole))
    assert found is not None
    assert found.value is not None
    assert abs(found.value * whole - part * 100) * 20 <= whole


@pytest.mark.parametrize(
    ("written", "places"), [("99.20", 2), ("100", 0), ("1E+2", 0), ("NaN", 0)]
)
def test_the_decimals_are_those_that_are_written(written: str, places: int) -> None:
    assert decimals(Decimal(written)) == places
