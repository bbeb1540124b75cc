"""Dates, school years and clock times as Chinese official texts print them."""

from datetime import date, time
from typing import Final

from summarykit.l10n.numerals import digit_by_digit, to_chinese, to_half_width
from summarykit.l10n.patterns import LazyPattern

_SCHOOL_YEAR: Final = LazyPattern(r"(\d{4})\s*[-—–－～~至]{1,2}\s*(\d{4})\s*(?:学年度?)?")


def date_text(day: date) -> str:
    """Return the date in Arabic figures without leading zeros: 2024年7月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def date_in_numerals(day: date) -> str:
    """Return the date in Chinese numerals: 二〇二四年七月五日."""
    return f"{digit_by_digit(day.year)}年{to_chinese(day.month)}月{to_chinese(day.day)}日"


def date_span(start: date, end: date) -> str:
    """Return a stretch of days, saying once what both share: 2024年3月1日—7月5日."""
    if start == end:
        return date_text(start)
    if start.year != end.year:
        return f"{date_text(start)}—{date_text(end)}"
    if start.month != end.month:
        return f"{date_text(start)}—{end.month}月{end.day}日"
    return f"{date_text(start)}—{end.day}日"


def weekday(day: date) -> str:
    """Return the day of the week: 星期五."""
    from babel.dates import format_date  # noqa: PLC0415 - costly, and rarely wanted

    return format_date(day, "EEEE", locale="zh_CN")


def clock(moment: time) -> str:
    """Return the time of day on 24 hours in words: 15时40分, and 9时 on the hour."""
    return f"{moment.hour}时{moment.minute}分" if moment.minute else f"{moment.hour}时"


def clock_figures(moment: time) -> str:
    """Return the time of day on 24 hours in figures: 15:40."""
    return f"{moment.hour}:{moment.minute:02}"


def school_year(start: int) -> str:
    """Return the school year that begins in the year `start`: 2023—2024学年."""
    return f"{start}—{start + 1}学年"


def parse_school_year(text: str) -> int:
    """Return the year in which a school year begins: 2023-2024学年度 begins in 2023.

    Raises:
        ValueError: It is not two years in a row.
    """
    found = _SCHOOL_YEAR.fullmatch(to_half_width(text.strip()))
    if not found or int(found[2]) != int(found[1]) + 1:
        raise ValueError(f"{text} is not a school year; write it like 2023—2024学年")
    return int(found[1])
