"""The words of a frequency: periods, days of the week, times of day, and where they stand."""

from enum import StrEnum
from typing import Final


class Period(StrEnum):
    """What a frequency counts by, by its Chinese name."""

    DAY = "天"
    WEEK = "周"
    HALF_MONTH = "半个月"
    MONTH = "月"
    QUARTER = "季度"
    TERM = "学期"
    HALF_YEAR = "半年"
    SCHOOL_YEAR = "学年"
    YEAR = "年"


PERIODS: Final = {
    "学年": Period.SCHOOL_YEAR,
    "学期": Period.TERM,
    "季度": Period.QUARTER,
    "星期": Period.WEEK,
    "天": Period.DAY,
    "日": Period.DAY,
    "周": Period.WEEK,
    "月": Period.MONTH,
    "期": Period.TERM,
    "年": Period.YEAR,
}
"""How each period may be written; 期 is what many schools call a term."""

WITH_MEASURE_WORD: Final = frozenset(
    {Period.MONTH, Period.TERM, Period.QUARTER, Period.SCHOOL_YEAR}
)
"""Two of them are 两个…: 每两个月, but 每两周."""

WEEKDAYS: Final = "一二三四五六日"
WEEKEND: Final = (6, 7)

TIMES: Final = (
    "早读",
    "晨会",
    "早上",
    "上午",
    "大课间",
    "课间",
    "午间",
    "中午",
    "午休",
    "下午课后",
    "下午",
    "班会课",
    "课后",
    "放学后",
    "晚自习",
    "晚间",
    "晚上",
    "周末",
    "开学初",
    "期初",
    "期中",
    "期末",
    "寒暑假",
    "寒假",
    "暑假",
    "节假日",
    "初",
    "中旬",
    "底",
    "末",
)

PARTS: Final = frozenset(TIMES[TIMES.index("周末") :])
"""Times that are a part of the period and not a time of day: no rule has them."""

ADVERBS: Final = (
    "不定期",
    "定期",
    "经常",
    "随时",
    "适时",
    "及时",
    "长期",
    "常年",
    "平时",
    "节假日",
    "寒暑假",
    "寒假",
    "暑假",
    "学期初",
    "学期中",
    "学期末",
    "期初",
    "期中",
    "期末",
    "开学初",
)

RULES: Final = {
    Period.DAY: ("DAILY", 1),
    Period.WEEK: ("WEEKLY", 1),
    Period.MONTH: ("MONTHLY", 1),
    Period.QUARTER: ("MONTHLY", 3),
    Period.HALF_YEAR: ("MONTHLY", 6),
    Period.YEAR: ("YEARLY", 1),
}
"""The RFC 5545 frequency and interval of each period that has one."""

RULE_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
