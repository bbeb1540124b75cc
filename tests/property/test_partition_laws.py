"""Shares of a partition add to 100 after rounding, and each is as near as it can be."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarykit import facts
from summarykit.diagnostics import Code
from summarykit.facts.partitions import partitions
from summarykit.facts.rates import decimals
from summarykit.l10n import numbers
from summarykit.model import YearRecord

LAW = settings(max_examples=150, derandomize=True, deadline=None)
counts = st.lists(st.integers(0, 3000), min_size=2, max_size=12).filter(any)
exact = st.lists(st.decimals(0, 900, places=2, allow_nan=False), min_size=2, max_size=6).filter(
    any
)
places = st.integers(0, 3)


@LAW
@given(st.one_of(counts, exact), places)
def test_shares_add_up_to_100_and_none_is_a_unit_off(
    parts: list[int | Decimal], digits: int
) -> None:
    shares = numbers.apportioned(parts, digits)
    assert sum(shares) == 100
    total = sum(map(Fraction, parts))
    for part, share in zip(parts, shares, strict=True):
        assert abs(Fraction(share) - Fraction(part) * 100 / total) < Fraction(1, 10**digits)
        assert decimals(share) == digits


@LAW
@given(counts, places)
def test_more_is_never_a_smaller_share(parts: list[int], digits: int) -> None:
    told = sorted(zip(parts, numbers.apportioned(parts, digits), strict=True))
    assert [share for _, share in told] == sorted(share for _, share in told)


@LAW
@given(counts, places, st.randoms(use_true_random=False))
def test_the_order_of_parts_matters_only_between_equal_ones(
    parts: list[int], digits: int, random: Random
) -> None:
    mixed = list(parts)
    random.shuffle(mixed)
    one, other = (numbers.apportioned(order, digits) for order in (parts, mixed))
    assert sorted(zip(parts, one, strict=True)) == sorted(zip(mixed, other, strict=True))


@LAW
@given(counts, places)
def test_shares_that_add_up_singly_stay_as_they_are(parts: list[int], digits: int) -> None:
    singly = tuple(numbers.rate(part, sum(parts), digits) for part in parts)
    assert numbers.singly(parts, digits) == singly
    assert (numbers.apportioned(parts, digits) == singly) is (sum(singly) == 100)


def test_of_equal_remainders_the_larger_count_comes_first_then_the_order() -> None:
    assert numbers.apportioned([1, 15]) == (Decimal("6.2"), Decimal("93.8"))
    assert numbers.apportioned([1, 1, 1]) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    with pytest.raises(ZeroDivisionError):
        numbers.apportioned([0, 0])


GRADES = "一二三四五六"


def split(parts: list[int], *, declared: bool) -> dict[str, Any]:
    """Return the counts of a cohort by grade, declared as a split or only told apart."""
    entries = [
        {"id": f"g{at}", "cohort": "left_behind", "part_of": "all", "count": f"{count}名",
         **({} if declared else {"grade": f"{GRADES[at]}年级"})}
        for at, count in enumerate(parts)
    ]  # fmt: skip
    whole = {"id": "all", "cohort": "left_behind", "count": f"{sum(parts)}名"}
    names = [entry["id"] for entry in entries]
    splits = [{"whole": "all", "parts": names, "by": "grade"}] if declared else []
    return {"population": [whole, *entries], "partitions": splits}


def record(**data: object) -> YearRecord:
    return YearRecord.model_validate(
        {
            "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
            "period": {"kind": "school_year"},
            **data,
        }
    )


@LAW
@given(
    st.lists(st.integers(1, 300), min_size=2, max_size=6).filter(lambda p: sum(p) >= 10),
    st.booleans(),
)
def test_what_is_computed_of_a_split_adds_up(parts: list[int], declared: bool) -> None:  # noqa: FBT001 - drawn
    known = facts.index(record(**split(parts, declared=declared)))
    made = [
        facts.calculation(f"g{at}.count#share", (f"g{at}.count", "all.count"), known)
        for at in range(len(parts))
    ]
    assert sum(one.result for one in made if one is not None) == 100
    singly = [numbers.rate(part, sum(parts)) for part in parts]
    noted = [one is not None and one.noted("") is not None for one in made]
    assert noted == [
        one is not None and one.result != share for one, share in zip(made, singly, strict=True)
    ]


@LAW
@given(st.lists(st.integers(1, 300), min_size=2, max_size=6), st.booleans(), places)
def test_either_rounding_of_a_stated_share_is_right(
    parts: list[int],
    apportioned: bool,  # noqa: FBT001 - drawn
    digits: int,
) -> None:
    singly = tuple(numbers.rate(part, sum(parts), digits) for part in parts)
    shares = numbers.apportioned(parts, digits) if apportioned else singly
    stated = [
        {"code": "satisfaction", "name": f"答案{at}", "value": f"{numbers.plain(share)}%",
         "numerator": f"{part}人", "denominator": f"{sum(parts)}人"}
        for at, (part, share) in enumerate(zip(parts, shares, strict=True))
    ]  # fmt: skip
    found = [one.code for one in facts.check(record(indicators=stated))]
    assert found == ([] if sum(shares) == 100 else [Code.SHARES_NOT_FULL])


@LAW
@given(st.lists(st.integers(1, 300), min_size=2, max_size=6))
def test_one_part_too_few_makes_no_partition(parts: list[int]) -> None:
    assume(sum(parts) >= 10)
    data = split(parts, declared=True)
    data["population"][0]["count"] = f"{sum(parts) + 1}名"
    assert partitions(record(**data)).all == ()
