"""Every value is read back from what it prints; all else is a ValueError."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from strategies_values import (
    frequencies,
    known_quantities,
    money,
    partial_dates,
    quantities,
    time_limits,
    values,
)
from summarykit.l10n.numerals import (
    digit_by_digit,
    from_chinese,
    from_digits,
    to_chinese,
    to_counting,
)
from summarykit.model.values import (
    Frequency,
    Money,
    PartialDate,
    Quantity,
    RefusedText,
    TimeLimit,
    clean,
)
from summarykit.model.values.reading import Value

TYPES = (Quantity, Money, PartialDate, Frequency, TimeLimit)
# What numbers, dates and their words are made of, so that near misses come up often.
PIECES = [
    *"0123456789一二两三十百万亿零点年月日周天名次元%～-至每初前后内余多约半x/.: ",
    "学期",
    "以上",
    "提前",
    "不定期",
]
near_misses = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)

few = settings(max_examples=60, deadline=None)


@few
@given(quantities | money | partial_dates | frequencies | time_limits)
def test_a_value_is_read_back_from_its_own_text(value: Value) -> None:
    assert type(value).parse(str(value)) == value


@few
@given(values)
def test_equal_values_have_equal_hashes(value: Value) -> None:
    assert hash(type(value).parse(str(value))) == hash(value)


@few
@given(values)
def test_pydantic_reads_what_it_wrote(value: Value) -> None:
    adapter = TypeAdapter(type(value))
    assert adapter.validate_json(adapter.dump_json(value)) == value


@pytest.mark.parametrize("kind", TYPES)
@settings(max_examples=100, deadline=None)
@given(text=near_misses | st.text(max_size=12))
def test_any_text_is_read_for_good_or_refused(kind: type[Value], text: str) -> None:
    try:
        value = kind.parse(text)
    except ValueError:
        return
    assert kind.parse(str(value)) == value
    assert str(kind.parse(str(value))) == str(value)


@pytest.mark.parametrize("kind", TYPES)
@few
@given(found=st.none() | st.booleans() | st.lists(st.integers()) | st.binary())
def test_what_is_neither_text_nor_number_is_refused(kind: type[Value], found: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(found)


@few
@given(known_quantities)
def test_bounds_hold_the_figure_between_them(quantity: Quantity) -> None:
    low, high, number = quantity.low, quantity.high, quantity.number
    if low is not None and number is not None:
        assert low <= number
    if high is not None and number is not None:
        assert number <= high
    if low is not None and high is not None:
        assert low <= high


@few
@given(partial_dates)
def test_edtf_is_read_as_a_date_with_the_same_bounds_or_wider(when: PartialDate) -> None:
    if "XX-" in when.edtf.removeprefix("XXXX-"):
        return
    again = PartialDate.parse(when.edtf)
    if when.earliest and when.latest and again.earliest and again.latest:
        assert again.earliest <= when.latest
        assert when.earliest <= again.latest


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**12))
def test_a_whole_number_is_read_back_from_chinese_numerals(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number
    assert from_chinese(to_counting(number)) == number
    assert from_digits(digit_by_digit(number)) == number


@few
@given(st.decimals(0, 10**9, places=3))
def test_a_decimal_is_read_back_from_chinese_numerals(number: Decimal) -> None:
    assert from_chinese(to_chinese(number)) == number


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    try:
        once = clean(text)
    except RefusedText:
        return
    assert clean(once) == once
