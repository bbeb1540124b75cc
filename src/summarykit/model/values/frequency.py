"""How often something is done: 每学期至少一次, 半个月一次, 周一至周五午间和下午课后, 不定期."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

from summarykit.l10n import numerals
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values.frequency_words import (
    ADVERBS,
    PARTS,
    PERIODS,
    RULE_DAYS,
    RULES,
    TIMES,
    WEEKDAYS,
    WEEKEND,
    WITH_MEASURE_WORD,
    Period,
)
from summarykit.model.values.quantity import Quantity
from summarykit.model.values.reading import Parts, Value

_NUMBER = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_DAY = "[一二三四五六日天]"
_AND = "[、，,和及与]"
_TO = "[至到～—-]"
# 每周一次 is once a week: before a measure word the day is a number.
_NO_COUNT = (
    "(?![一二两三四五六七八九十几次个节封遍回场篇条名份件期本张堂小轮批人位户天日至到～—-])"
)
_WEEK = "(?:周|星期)"
_HEAD: Final = LazyPattern(
    rf"(?P<adverb>{'|'.join(ADVERBS)})"
    rf"|每?(?P<weekend>周末|双休日)"
    rf"|每?{_WEEK}(?P<first>{_DAY}){_TO}{_WEEK}?(?P<last>{_DAY}){_NO_COUNT}"
    rf"|每?{_WEEK}(?P<days>{_DAY}(?:{_AND}{_WEEK}?{_DAY})*){_NO_COUNT}"
    rf"|每年(?P<months>(?:{_NUMBER})月?(?:(?:{_AND}|{_TO})(?:{_NUMBER})月?)*)(?<=月)份?"
    r"|每?(?P<half>半个?月|半年)"
    rf"|每(?:一个?|个)?(?P<every>{_NUMBER})?个?(?P<per>{'|'.join(PERIODS)})"
    rf"|(?P<each>{_NUMBER})个?(?P<unit>{'|'.join(PERIODS)})(?=.*次)"
)
_TIMES: Final = LazyPattern(rf"(?:{'|'.join(TIMES)})(?:{_AND}(?:{'|'.join(TIMES)}))*")
_TIME: Final = LazyPattern("|".join(TIMES))
_BOUND: Final = LazyPattern("至少|最少|不少于|不低于|至多|最多|不超过|大约")
_EARLY: Final = LazyPattern("至少|最少|至多|最多")  # the others stay with their number
_COUNT: Final = LazyPattern(rf"约?[\d{numerals.NUMERAL_CHARACTERS}]")
_ACTION: Final = LazyPattern(
    rf"(?![和与及至到各])(?:(?![次每\d_{numerals.NUMERAL_CHARACTERS}])\w){{2,12}}"
)
_ONCE: Final = frozenset("次遍回轮")
_TIMES_UNIT: Final = LazyPattern("[次遍回轮个节封场期篇份条件天堂张本批]|小时|[课学]时|分钟")


@dataclass(frozen=True, slots=True)
class Frequency(Value):
    """How often: a number of times per period, on which days, at which times, in which months.

    `every` is the number of periods (每两周); `days` are 1 for Monday to 7, `months` 1 to 12;
    `each` says that the count holds for each of them (3月和9月各一次); `adverb` stands where no
    number does (不定期); `action` is what is done, where people say it inside: 每周谈心一次.
    """

    kind: ClassVar[str] = "frequency"
    noun: ClassVar[str] = "a frequency"
    examples: ClassVar[tuple[str, ...]] = (
        "每学期至少一次",
        "半个月一次",
        "每周二下午",
        "每年3月和9月",
        "不定期",
    )

    per: Period | None = None
    every: int = 1
    count: Quantity | None = None
    action: str = ""
    days: tuple[int, ...] = ()
    times: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    each: bool = False
    adverb: str = ""

    @classmethod
    def _read(cls, text: str) -> Parts:
        text = re.sub("为?一个周期$", "一次", text.replace(" ", ""))
        try:
            found = _HEAD.match(text)
            parts = _head(found) if found else {}
            rest = text[found.end() :] if found else text
            return parts | _tail(rest, whole=not found)
        except ValueError:
            raise cls.unreadable(text) from None

    def __str__(self) -> str:
        """Return the frequency as people say it: 每两周一次, 周一至周五午间, 每周谈心一次."""
        pieces = (
            self.adverb or self._period(),
            _joined(self.times),
            "各" if self.each else "",
            _with_action(str(self.count or ""), self.action),
        )
        return "".join(pieces)

    @property
    def minimum(self) -> Decimal | None:
        """The least number of times per period; None where none is said."""
        return self.count.low if self.count else None

    @property
    def maximum(self) -> Decimal | None:
        """The greatest number of times per period; None where none is said."""
        return self.count.high if self.count else None

    @property
    def rrule(self) -> str | None:
        """The RFC 5545 rule of the days it falls on, or None where no rule says the same.

        A rule cannot say 学期, 至少, 两次 or 不定期; the time of day is left out.
        """
        if self.per not in RULES or not self._is_once or set(self.times) & PARTS:
            return None
        name, step = RULES[self.per]
        interval = self.every * step
        pieces = [f"FREQ={name}"]
        if interval > 1:
            pieces.append(f"INTERVAL={interval}")
        if self.months:
            pieces.append(f"BYMONTH={','.join(map(str, self.months))}")
        if self.days:
            pieces.append(f"BYDAY={','.join(RULE_DAYS[day - 1] for day in self.days)}")
        return ";".join(pieces)

    @property
    def _is_once(self) -> bool:
        """Whether it happens once on every day or in every month it names."""
        one_place = self.each or len(self.days) + len(self.months) <= 1
        return self.count is None or (one_place and self.minimum == self.maximum == 1)

    def _period(self) -> str:
        if self.days:
            return _days_text(self.days)
        if self.per is None:
            return ""
        if self.per in {Period.HALF_MONTH, Period.HALF_YEAR}:
            return self.per.value if self.count else f"每{self.per}"
        number = "" if self.every == 1 else numerals.to_counting(self.every)
        measure = "个" if number and self.per in WITH_MEASURE_WORD else ""
        return f"每{number}{measure}{self.per}{_months_text(self.months)}"


def _head(found: re.Match[str]) -> Parts:
    if adverb := found["adverb"]:
        return {"adverb": adverb}
    if found["weekend"] or found["first"] or found["days"]:
        return {"per": Period.WEEK, "days": _days(found)}
    if found["months"]:
        return {"per": Period.YEAR, "months": _months(found["months"])}
    if half := found["half"]:
        return {"per": Period.HALF_YEAR if half == "半年" else Period.HALF_MONTH}
    every = found["every"] or found["each"]
    return {
        "per": PERIODS[found["per"] or found["unit"]],
        "every": _number(every) if every else 1,
    }


def _tail(text: str, *, whole: bool) -> Parts:
    """Return what follows the period: times of day, 各, what is done, how many times."""
    parts: Parts = {}
    if times := None if whole else _TIMES.match(text):
        parts["times"] = tuple(_TIME.findall(times.group()))
        text = text[times.end() :]
    if text.startswith("各") and not whole:
        parts["each"], text = True, text[1:]
    start = _COUNT.search(text)
    said, count = (text[: start.start()], text[start.start() :]) if start else (text, "")
    # 至少家访一次 and 家访至少一次 say the same.
    action = _BOUND.sub("", said, count=1)
    if count:
        bound = said.replace(action, "") if action else said
        parts["count"], action = _count(bound + count, action, whole=whole)
    if (whole and not count) or (action and not _ACTION.fullmatch(action)):
        raise ValueError(f"{text} does not say how often")
    if parts.get("each") and not count:
        raise ValueError("each of them how often?")
    return parts | ({"action": action} if action else {})


def _count(text: str, action: str, *, whole: bool) -> tuple[Quantity, str]:
    count = Quantity.parse(text)
    if not _TIMES_UNIT.match(count.unit) or (whole and count.unit not in _ONCE):
        raise ValueError(f"{text} is not a number of times")
    if count.unit[0] in _ONCE and len(count.unit) > 1 and not action:
        # 每周一次家访 is 每周家访一次.
        head = text.removesuffix(count.unit)
        return Quantity.parse(head + count.unit[0]), count.unit[1:]
    return count, action


def _days(found: re.Match[str]) -> tuple[int, ...]:
    if found["weekend"]:
        return WEEKEND
    if found["first"]:
        first, last = _weekday(found["first"]), _weekday(found["last"])
        if first >= last:
            raise ValueError("a week begins on Monday")
        return tuple(range(first, last + 1))
    return _rising(_weekday(day) for day in re.findall(_DAY, found["days"]))


def _weekday(text: str) -> int:
    return WEEKDAYS.index(text.replace("天", "日")) + 1


def _months(text: str) -> tuple[int, ...]:
    months: list[int] = []
    for piece in re.split(_AND, text):
        ends = [_number(number) for number in re.findall(_NUMBER, piece)]
        months += range(ends[0], ends[-1] + 1)
        if len(ends) > 2 or ends[-1] > 12:  # noqa: PLR2004 - two ends, twelve months
            raise ValueError(f"{piece} are not months")
    return _rising(months)


def _rising(numbers: Iterable[int]) -> tuple[int, ...]:
    listed = tuple(numbers)
    if not listed or list(listed) != sorted(set(listed)) or not listed[0]:
        raise ValueError("they do not follow one another")
    return listed


def _number(text: str) -> int:
    number = int(text) if text.isdecimal() else int(numerals.from_chinese(text))
    if not number:
        raise ValueError("nothing is counted by none")
    return number


def _is_run(numbers: Sequence[int], shortest: int) -> bool:
    return len(numbers) >= shortest and numbers[-1] - numbers[0] == len(numbers) - 1


def _days_text(days: tuple[int, ...]) -> str:
    if days == WEEKEND:
        return "周末"
    names = [f"周{WEEKDAYS[day - 1]}" for day in days if 1 <= day <= len(WEEKDAYS)]
    if _is_run(days, 2):
        return f"{names[0]}至{names[-1]}"
    return f"每{_joined(names)}"


def _months_text(months: tuple[int, ...]) -> str:
    if _is_run(months, 3):
        return f"{months[0]}月至{months[-1]}月"
    return _joined([f"{month}月" for month in months])


def _with_action(count: str, action: str) -> str:
    bound = _EARLY.match(count) if action else None
    return f"{bound.group() if bound else ''}{action}{count[bound.end() if bound else 0 :]}"


def _joined(words: Sequence[str]) -> str:
    return "和".join(filter(None, ("、".join(words[:-1]), *words[-1:])))
