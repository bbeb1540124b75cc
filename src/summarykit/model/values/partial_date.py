"""Dates of which only a part may be known: 2013年3月4日, 5月18日, 7月初, 20xx年, 2024-07."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar, Final

from summarykit.l10n import dates, numerals
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values.reading import Parts, UnreadableValue, Value


class Part(StrEnum):
    """A part of a year, a month or a day, by its Chinese name."""

    START = "初"
    MIDDLE = "中"
    END = "底"
    CLOSE = "末"
    FIRST_HALF = "上半年"
    SECOND_HALF = "下半年"
    SPRING = "春季"
    SUMMER = "夏季"
    AUTUMN = "秋季"
    WINTER = "冬季"
    SPRING_TERM = "春季学期"
    AUTUMN_TERM = "秋季学期"
    WINTER_HOLIDAY = "寒假"
    SUMMER_HOLIDAY = "暑假"
    FIRST_TEN_DAYS = "上旬"
    SECOND_TEN_DAYS = "中旬"
    LAST_TEN_DAYS = "下旬"
    DAWN = "凌晨"
    EARLY_MORNING = "早上"
    MORNING = "上午"
    NOON = "中午"
    AFTERNOON = "下午"
    DUSK = "傍晚"
    EVENING = "晚上"


# From month, to month; a term or a winter that ends next year counts on: 14 is February.
_MONTHS: Final[Mapping[Part | None, tuple[int, int]]] = {
    None: (1, 12),
    Part.START: (1, 3),
    Part.MIDDLE: (5, 8),
    Part.END: (10, 12),
    Part.CLOSE: (10, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
    Part.SPRING: (3, 5),
    Part.SUMMER: (6, 8),
    Part.AUTUMN: (9, 11),
    Part.WINTER: (12, 14),
    Part.SPRING_TERM: (2, 8),
    Part.AUTUMN_TERM: (8, 14),
    Part.WINTER_HOLIDAY: (1, 2),
    Part.SUMMER_HOLIDAY: (7, 8),
}
_DAYS: Final[Mapping[Part | None, tuple[int, int]]] = {
    None: (1, 31),
    Part.START: (1, 10),
    Part.FIRST_TEN_DAYS: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.SECOND_TEN_DAYS: (11, 20),
    Part.LAST_TEN_DAYS: (21, 31),
    Part.END: (21, 31),
    Part.CLOSE: (21, 31),
}
YEARS: Final = range(1800, 2200)
"""The years a date of a school may lie in; anything else is a slip of the pen."""

_SEASONS: Final = {21: Part.SPRING, 22: Part.SUMMER, 23: Part.AUTUMN, 24: Part.WINTER}
_SEASON_CODES: Final = {part: code for code, part in _SEASONS.items()}
_SAME: Final = {
    "春": Part.SPRING,
    "夏": Part.SUMMER,
    "秋": Part.AUTUMN,
    "冬": Part.WINTER,
    "年初": Part.START,
    "年中": Part.MIDDLE,
    "年底": Part.END,
    "年末": Part.CLOSE,
    "终": Part.CLOSE,
    "年终": Part.CLOSE,
    "早晨": Part.EARLY_MORNING,
    "晚": Part.EVENING,
}
_LATE: Final = frozenset({Part.AFTERNOON, Part.DUSK, Part.EVENING})
_HOURS: Final = (Part.DAWN, Part.EARLY_MORNING, Part.MORNING, Part.NOON, *sorted(_LATE))

_N = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_TURNS = "年?[初中底末终]|[上下]半年|[春秋]季学期|[春夏秋冬]季?|[寒暑]假"
_CHINESE: Final = LazyPattern(
    rf"(?:(?P<year>\d{{4}}|[〇零○一二三四五六七八九]{{4}}|\d{{0,3}}[xX×]{{1,4}})年"
    rf"(?P<turn>{_TURNS})?|(?P<season>[春夏秋冬]季|[春秋]季学期|[寒暑]假))?"
    rf"(?:(?P<month>{_N}|元)月份?(?P<third>[上中下]旬|[初中底末])?)?"
    rf"(?:(?P<day>{_N})[日号])?\s?"
    r"(?P<daytime>凌晨|早[上晨]|[上中下]午|傍晚|晚上?)?\s?"
    r"(?:(?P<hour>\d{1,2})(?:[时点](?:(?P<minute>\d{1,2})分)?|:(?P<minutes>\d{2})))?"
)
_ISO: Final = LazyPattern(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minutes>\d{2})(?::00)?)?)?)?"
)
_FIGURES: Final = LazyPattern(
    r"(?P<year>\d{4})(?:(?P<sign>[./-])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2}))?)"
)
_COMPACT: Final = LazyPattern(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_BEFORE_THE_END: Final = LazyPattern("(?<=[年月])([底末])[之以]?前$")
_MASK: Final = LazyPattern(r"\d{3}X|\d{2}XX|XXXX")

Numbering = Callable[[int], str]
Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class PartialDate(Value):
    """A date as far as it is known: 2013年3月4日, 5月18日, 7月初, 20xx年, 2024-07.

    `year_pattern` holds a year of which digits are masked, as EDTF writes it: `20XX`. `part` is
    a part of the smallest unit given, or of the day.
    """

    kind: ClassVar[str] = "partial_date"
    noun: ClassVar[str] = "a date"
    examples: ClassVar[tuple[str, ...]] = (
        "2024年7月5日",
        "2024-07",
        "5月18日",
        "7月初",
        "2024年底",
        "2024年秋季学期",
        "20xx年",
    )
    also_reads: ClassVar[tuple[type, ...]] = (int, date)

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    year_pattern: str = ""
    hour: int | None = None
    minute: int | None = None

    @classmethod
    def _written(cls, found: object) -> str:
        if isinstance(found, datetime) and found.time() == time():
            found = found.date()  # what a program calls a day
        return found.isoformat() if isinstance(found, date) else str(found)

    @classmethod
    def _read(cls, text: str) -> Parts:
        # What is due before the end of a year or month is due at its end.
        text = _BEFORE_THE_END.sub(r"\1", text)
        for form in (_ISO, _FIGURES, _COMPACT):
            if found := form.fullmatch(text):
                parts = _from_figures(found.groupdict())
                break
        else:
            found = _CHINESE.fullmatch(text)
            parts = _from_words(found.groupdict()) if found else {}
        if not _hangs_together(parts):
            raise cls.unreadable(text)
        if not _is_possible(parts):
            raise UnreadableValue(
                "partial_date_impossible", "{found} is not a possible date", found=text
            )
        return parts

    def __str__(self) -> str:
        """Return the date in Arabic figures: 2024年7月5日, 5月18日, 7月初, 20xx年."""
        year = self.year_pattern.lower() or (f"{self.year:04}" if self.year else "")
        return self._text(year, str, "" if self.hour is None else self._clock())

    def chinese_numerals(self) -> str:
        """Return the date in Chinese numerals, 二〇二四年七月五日; 20xx stays masked."""
        year = self.year_pattern.lower() or (
            numerals.digit_by_digit(self.year) if self.year else ""
        )
        return self._text(year, numerals.to_chinese, "" if self.hour is None else self._clock())

    @property
    def edtf(self) -> str:
        """The date in EDTF (ISO 8601-2, level 1); 上旬 or 上午, without a code, is left out."""
        year = self.year_pattern or (f"{self.year:04}" if self.year else "XXXX")
        if self.month is None and self.day is None:
            code = _SEASON_CODES.get(self.part) if self.part else None
            return f"{year}-{code}" if code else year
        month = f"{self.month:02}" if self.month else "XX"
        day = f"-{self.day:02}" if self.day else ""
        clock = "" if self.hour is None else f"T{self.hour:02}:{self.minute or 0:02}"
        return f"{year}-{month}{day}{clock}"

    @property
    def earliest(self) -> date | None:
        """The first day it may mean, or None when the year is not known."""
        return self._bounds()[0]

    @property
    def latest(self) -> date | None:
        """The last day it may mean, or None when the year is not known."""
        return self._bounds()[1]

    def _text(self, year: str, number: Numbering, clock: str) -> str:
        of_year = self.part if self.month is None and self.day is None else None
        of_month = self.part if self.month and self.part in _DAYS else None
        of_day = self.part if self.day and self.part in _HOURS else None
        pieces = (
            f"{year}年" if year else "",
            of_year or "",
            f"{number(self.month)}月{of_month or ''}" if self.month else "",
            f"{number(self.day)}日{of_day or ''}" if self.day else "",
        )
        return f"{''.join(pieces)}{clock}"

    def _clock(self) -> str:
        return dates.clock(time((self.hour or 0) % 24, (self.minute or 0) % 60))

    def _bounds(self) -> tuple[date, date] | tuple[None, None]:
        if self.year is None:
            return None, None
        if self.month is None:
            first, last = _MONTHS[self.part]
            return _day(self.year, first, 1), _day(self.year, last, 31)
        if self.day is None:
            start, end = _DAYS[self.part]
            return _day(self.year, self.month, start), _day(self.year, self.month, end)
        exact = date(self.year, self.month, self.day)
        return exact, exact


def _day(year: int, month: int, day: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _from_figures(found: Groups) -> Parts:
    year, month = found["year"] or "", int(found.get("month") or -1)
    parts: Parts = {} if month < 0 else {"month": month}
    if month in _SEASONS and not found.get("day"):
        parts = {"part": _SEASONS[month]}
    if "X" not in year:
        parts["year"] = int(year)
    elif year != "XXXX" or month < 0:
        parts["year_pattern"] = year
    for name, text in (("day", found.get("day")), ("hour", found.get("hour"))):
        if text:
            parts[name] = int(text)
    return parts | _minute(found.get("minutes"))


def _from_words(found: Groups) -> Parts:
    parts = _year(found["year"])
    turn = found["turn"] or found["season"] or found["third"]
    if turn:
        parts["part"] = _SAME.get(turn) or Part(turn)
    for name in ("month", "day"):
        if text := found[name]:
            parts[name] = 1 if text == "元" else _number(text)  # 元月 opens the year
    if word := found["daytime"]:
        if turn:
            return {}  # 7月初上午: the part of which day?
        parts |= _time_of_day(_SAME.get(word) or Part(word), found["hour"])
    elif hour := found["hour"]:
        parts["hour"] = int(hour)
    return parts | _minute(found["minute"] or found["minutes"])


def _year(text: str | None) -> Parts:
    if not text:
        return {}
    pattern = re.sub("[xX×]", "X", text)
    if "X" in pattern:
        return {"year_pattern": pattern}
    return {"year": int(text) if text.isdecimal() else numerals.from_digits(text)}


def _time_of_day(part: Part, hour: str | None) -> Parts:
    """Return the part of the day, or with an hour that hour of 24: 下午3时 is 15时."""
    if not hour:
        return {"part": part}
    number = int(hour)
    if (part in _LATE and number < 12) or (part is Part.NOON and number < 3):  # noqa: PLR2004
        number += 12
    return {"hour": number}


def _minute(text: str | None) -> Parts:
    return {"minute": int(text)} if text and int(text) else {}


def _number(text: str) -> int:
    try:
        return int(text) if text.isdecimal() else int(numerals.from_chinese(text))
    except ValueError:
        return -1  # 十十 is as impossible as 32


def _hangs_together(parts: Parts) -> bool:
    """Return whether nothing between the year and the smallest unit is missing."""
    year = parts.get("year") or parts.get("year_pattern")
    month, day, part = parts.get("month"), parts.get("day"), parts.get("part")
    if parts.get("year_pattern") and not _MASK.fullmatch(parts["year_pattern"]):
        return False
    if day is not None:
        return not (year and month is None) and (part is None or part in _HOURS)
    if part in _HOURS or parts.get("hour") is not None:
        return False
    if month is not None:
        return part in _DAYS
    return bool(year or part)


def _is_possible(parts: Parts) -> bool:
    year, month, day = (parts.get(name) for name in ("year", "month", "day"))
    if year is not None and year not in YEARS:
        return False
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004 - months
        return False
    # Without its year 29 February may be; without its month the 31st may.
    longest = monthrange(year or 2000, month or 1)[1]
    if day is not None and not 1 <= day <= longest:
        return False
    return (parts.get("hour") or 0) < 24 and (parts.get("minute") or 0) < 60  # noqa: PLR2004
