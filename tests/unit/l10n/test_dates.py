from datetime import date, time

import pytest

from summarykit.l10n import dates

DAY = date(2024, 7, 5)


def test_a_date_has_no_leading_zeros() -> None:
    assert dates.date_text(DAY) == "2024年7月5日"
    assert dates.date_in_numerals(DAY) == "二〇二四年七月五日"
    assert dates.date_in_numerals(date(2005, 10, 20)) == "二〇〇五年十月二十日"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (DAY, DAY, "2024年7月5日"),
        (date(2024, 7, 1), DAY, "2024年7月1日—5日"),
        (date(2024, 3, 1), DAY, "2024年3月1日—7月5日"),
        (date(2023, 9, 1), DAY, "2023年9月1日—2024年7月5日"),
    ],
)
def test_a_stretch_of_days_says_once_what_both_share(start: date, end: date, text: str) -> None:
    assert dates.date_span(start, end) == text


def test_weekday_has_its_chinese_name() -> None:
    assert dates.weekday(DAY) == "星期五"


def test_the_clock_runs_to_twenty_four() -> None:
    assert dates.clock(time(15, 40)) == "15时40分"
    assert dates.clock(time(9)) == "9时"
    assert dates.clock_figures(time(9, 5)) == "9:05"


def test_a_school_year_is_joined_by_a_dash() -> None:
    assert dates.school_year(2023) == "2023—2024学年"


@pytest.mark.parametrize(
    "text",
    [
        "2023—2024学年",
        "2023-2024",
        "2023～2024学年度",
        " ２０２３－２０２４学年 ",
        "2023至2024学年",
    ],
)
def test_a_school_year_is_read_with_any_joint(text: str) -> None:
    assert dates.parse_school_year(text) == 2023


@pytest.mark.parametrize("text", ["2023—2025学年", "2023学年", "去年"])
def test_what_is_no_school_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the text is asserted whole
        dates.parse_school_year(text)
    assert str(refused.value) == f"{text} is not a school year; write it like 2023—2024学年"
