"""What an invented record is about: who, where and when, and the dice that choose it all."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, TypeVar

from summarykit.l10n import numerals
from summarykit.model.vocabulary import Level, PeriodKind, ProgrammeKind

T = TypeVar("T")
Data = dict[str, Any]

_FOLDER: Final = Path(__file__).parent
_FULLNESS: Final = (0.1, 0.3, 0.5, 0.7, 0.95)
_YEARS: Final = range(2018, 2025)
_SMALLEST_ROUND: Final = 20
_CHINESE_UP_TO: Final = 99


@cache
def phrases() -> Data:
    """Return the invented words for everything but the measures."""
    return tomllib.loads((_FOLDER / "generated_phrases.toml").read_text("utf-8"))


@cache
def measure_phrases() -> Data:
    """Return the invented words for each of the kinds of measure."""
    return tomllib.loads((_FOLDER / "generated_measures.toml").read_text("utf-8"))


@dataclass
class Scene:
    """One invented organisation and its period; every choice is cast with its own dice.

    `fullness` is the chance that a field is filled in; `slots` are the words that stand for
    `{town}`, `{head}` and so on in the phrases.
    """

    dice: Random
    level: Level
    kinds: tuple[ProgrammeKind, ...]
    fullness: float
    period: PeriodKind
    start: date
    end: date
    slots: Mapping[str, str]
    name: str
    _counts: dict[str, int] = field(default_factory=dict)

    def one(self, listed: Sequence[T]) -> T:
        """Return one of the entries."""
        return self.dice.choice(listed)

    def some(self, listed: Sequence[T], low: int = 1, high: int = 4) -> list[T]:
        """Return `low` to `high` of the entries, in their order."""
        most = min(high, len(listed))
        size = self.dice.randint(min(low, most), most)
        taken = sorted(self.dice.sample(range(len(listed)), size))
        return [listed[place] for place in taken]

    def maybe(self, chance: float | None = None) -> bool:
        """Return whether it is so, by chance: unless told otherwise, that of a field."""
        return self.dice.random() < (self.fullness if chance is None else chance)

    def kept(self, fields: Data, chance: float | None = None) -> Data:
        """Return those of the fields that the record fills in."""
        there = {name: value for name, value in fields.items() if value not in (None, "", [])}
        return {name: value for name, value in there.items() if self.maybe(chance)}

    def called(self, prefix: str) -> str:
        """Return the next id that begins with `prefix`."""
        self._counts[prefix] = self._counts.get(prefix, 0) + 1
        return f"{prefix}{self._counts[prefix]}"

    def say(self, text: str, **more: str) -> str:
        """Return the phrase with its slots filled."""
        for slot, words in (*self.slots.items(), *more.items()):
            text = text.replace(f"{{{slot}}}", words)
        return text

    def told(self, text: str, **more: str) -> str:
        """Return the phrase as people type it: some of them end it with a full stop."""
        words = self.say(text, **more)
        return f"{words}。" if self.maybe(0.06) and not words.endswith("。") else words

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`."""
        return self.dice.randint(low, max(low, high))

    def figure(self, number: int, unit: str, *, exact: bool = False) -> str:
        """Return a count as people write it: 86名, now and then 80余名 or 八十六名."""
        way = 1.0 if exact else self.dice.random()
        if way < 0.06 and number >= _SMALLEST_ROUND:
            return f"{number // 10 * 10}余{unit}"
        if way < 0.09 and number <= _CHINESE_UP_TO:
            return f"{numerals.to_counting(Decimal(number))}{unit}"
        if way < 0.12 and number >= _SMALLEST_ROUND:
            return f"约{number // 10 * 10}{unit}"
        return f"{number}{unit}"

    def day(self, first: date | None = None, last: date | None = None) -> date:
        """Return a day of the period."""
        first, last = first or self.start, last or self.end
        return first + timedelta(days=self.between(0, (last - first).days))

    def dated(self, day: date) -> str:
        """Return the day as people write it: whole, or without its day or its year."""
        month = f"{day.year}年{day.month}月"
        part = ("上旬", "中旬", "下旬")[min(2, (day.day - 1) // 10)]
        forms = (
            day.isoformat(),
            day.isoformat(),
            f"{month}{day.day}日",
            f"{day:%Y-%m}",
            month,
            f"{day.month}月{day.day}日",
            f"{month}{part}",
        )
        return self.one(forms)


def scene(dice: Random, *, sparse: bool) -> Scene:
    """Return an organisation and a period that the dice choose."""
    level = dice.choice(list(Level))
    words = phrases()["levels"][level.value]
    most = 1 if sparse else dice.choice((1, 1, 1, 2, 2, 3, 4, 5, 6, 7))
    chosen = dice.sample(list(ProgrammeKind), most)
    kinds = tuple(kind for kind in ProgrammeKind if kind in chosen)
    slots = {
        "town": dice.choice(phrases()["towns"]),
        "near": dice.choice(phrases()["villages"]),
        "head": dice.choice(words["heads"]),
        "office": dice.choice(words["offices"]),
        "unit": dice.choice(words["units"]),
    }
    name = dice.choice(words["names"]).replace("{town}", slots["town"])
    period = dice.choice(list(PeriodKind))
    start, end = span(period, dice.choice(_YEARS), dice)
    fullness = 0.0 if sparse else dice.choice(_FULLNESS)
    return Scene(dice, level, kinds, fullness, period, start, end, slots, name)


def span(kind: PeriodKind, year: int, dice: Random) -> tuple[date, date]:
    """Return the first and the last day of a period of that kind."""
    spring = date(year, 2, 20), date(year, 7, 5)
    autumn = date(year, 9, 1), date(year + 1, 1, 20)
    years = date(year - 2, 9, 1), date(year + 1, 7, 5)
    spans = {
        PeriodKind.TERM: dice.choice((spring, autumn)),
        PeriodKind.SCHOOL_YEAR: (date(year, 9, 1), date(year + 1, 7, 5)),
        PeriodKind.CALENDAR_YEAR: (date(year, 1, 1), date(year, 12, 31)),
        PeriodKind.CAMPAIGN: (date(year, 3, 1), date(year, 5, 31)),
        PeriodKind.MULTI_YEAR: years,
        PeriodKind.SINCE_START: years,
        PeriodKind.SINGLE_EVENT: (date(year, 10, 12), date(year, 10, 13)),
    }
    return spans[kind]


def percent(part: int, whole: int) -> str:
    """Return what percentage `part` is of `whole`, to one decimal: 96.2%, 100%."""
    exact = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact:f}%".replace(".0%", "%")


def parted(dice: Random, whole: int, parts: int) -> list[int]:
    """Return `parts` whole numbers that sum to `whole`, none below 0."""
    weights = [dice.random() + 0.3 for _ in range(parts)]
    total = sum(weights)
    found = [int(whole * weight / total) for weight in weights]
    found[0] += whole - sum(found)
    return found


def money(yuan: int, *, in_ten_thousands: bool = False) -> str:
    """Return an amount as people write it: 4600元, 1.25万元."""
    if not in_ten_thousands:
        return f"{yuan}元"
    exact = (Decimal(yuan) / 10_000).normalize()
    return f"{exact:f}万元"
