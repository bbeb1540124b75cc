from decimal import Decimal

import pytest

from summarykit.l10n.numerals import (
    LARGEST,
    adjacent,
    digit_by_digit,
    from_chinese,
    from_digits,
    to_adjacent,
    to_chinese,
    to_counting,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (15, "十五"),
        (71, "七十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2005, "二千零五"),
        (10_000, "一万"),
        (10_050, "一万零五十"),
        (150_000, "十五万"),
        (100_150_000, "一亿零一十五万"),
        (1_200_150_005, "十二亿零一十五万零五"),
        (10**12, "一万亿"),
        (Decimal("2.50"), "二点五零"),
        (Decimal("0.46"), "零点四六"),
        (Decimal("1.2E+3"), "一千二百"),
    ],
)
def test_a_number_is_written_in_chinese_numerals(number: int | Decimal, text: str) -> None:
    assert to_chinese(number) == text
    assert from_chinese(text) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "两"),
        (12, "十二"),
        (20, "二十"),
        (200, "二百"),
        (2005, "两千零五"),
        (20_002, "两万零二"),
    ],
)
def test_before_a_measure_word_two_is_said_liang(number: int, text: str) -> None:
    assert to_counting(number) == text
    assert from_chinese(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两千〇五", 2005),
        ("两千○五", 2005),
        ("一百五", 150),
        ("一千五", 1500),
        ("一万二", 12_000),
        ("一亿二", 120_000_000),
        ("一百十五", 115),
        ("〇", 0),
        ("一点二五万", 12_500),
        ("一点五亿", 150_000_000),
    ],
)
def test_other_ways_of_saying_a_number_are_read(text: str, number: int) -> None:
    assert from_chinese(text) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", " is not a Chinese numeral"),
        ("百", "百 is not a Chinese numeral"),
        ("十十", "十十 is not a Chinese numeral"),
        ("一百零", "一百零 is not a Chinese numeral"),
        ("二〇二四", "二〇二四 is not a Chinese numeral"),
        ("一万零十万", "零十万 is too large to follow a smaller place"),
        ("二点", "二点 has nothing after the point"),
        ("二点十", "'十' is not a row of Chinese digits"),
        ("5", "5 is not a Chinese numeral"),
    ],
)
def test_what_is_no_numeral_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the text is asserted whole
        from_chinese(text)
    assert str(refused.value) == reason


@pytest.mark.parametrize("number", [-1, LARGEST + 1, Decimal("-0.5")])
def test_a_number_without_a_chinese_form_is_refused(number: int | Decimal) -> None:
    with pytest.raises(ValueError, match="has no Chinese numeral here"):
        to_chinese(number)


def test_years_are_written_digit_by_digit() -> None:
    assert digit_by_digit(2024) == "二〇二四"
    assert [from_digits(text) for text in ("二〇二四", "二○○五", "二零一三")] == [
        2024,
        2005,
        2013,
    ]


@pytest.mark.parametrize("text", ["", "二十", "2024"])
def test_only_digits_make_a_year(text: str) -> None:
    with pytest.raises(ValueError, match="is not a row of Chinese digits"):
        from_digits(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("八九", (8, 9)),
        ("两三", (2, 3)),
        ("十五六", (15, 16)),
        ("四十七八", (47, 48)),
        ("二三十", (20, 30)),
        ("三四百", (300, 400)),
        ("一两千", (1000, 2000)),
        ("五六万", (50_000, 60_000)),
    ],
)
def test_neighbours_stand_side_by_side(text: str, pair: tuple[int, int]) -> None:
    assert adjacent(text) == pair
    assert to_adjacent(*pair) == text


@pytest.mark.parametrize("text", ["八七", "一三", "九十", "十五六百", "一二三", "八"])
def test_other_digits_in_a_row_are_no_neighbours(text: str) -> None:
    assert adjacent(text) is None


@pytest.mark.parametrize("pair", [(9, 10), (1, 3), (0, 1), (100, 101), (19, 20)])
def test_other_pairs_have_no_short_form(pair: tuple[int, int]) -> None:
    assert to_adjacent(*pair) is None
