"""Money: 4600元, 每年每人750元, 1000～9999元, 5元/生·天, and 450万, its unit lost."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final

from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values.quantity import Quantity
from summarykit.model.values.reading import Parts, UnreadableValue, Value


class Basis(StrEnum):
    """For whom an amount is meant."""

    TOTAL = "total"
    PER_HEAD = "per_head"
    PER_HOUSEHOLD = "per_household"
    PER_CLASS = "per_class"
    PER_SCHOOL = "per_school"


class MoneyPeriod(StrEnum):
    """For how long, or how often, an amount is meant."""

    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    TERM = "term"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    TIME = "time"
    LESSON = "lesson"
    MEAL = "meal"


_BASES: Final = {
    "每人": Basis.PER_HEAD,
    "每生": Basis.PER_HEAD,
    "人均": Basis.PER_HEAD,
    "生均": Basis.PER_HEAD,
    "每户": Basis.PER_HOUSEHOLD,
    "户均": Basis.PER_HOUSEHOLD,
    "每班": Basis.PER_CLASS,
    "每校": Basis.PER_SCHOOL,
}
_PERIODS: Final = {
    "每学年": MoneyPeriod.SCHOOL_YEAR,
    "每学期": MoneyPeriod.TERM,
    "每年": MoneyPeriod.YEAR,
    "每月": MoneyPeriod.MONTH,
    "每周": MoneyPeriod.WEEK,
    "每天": MoneyPeriod.DAY,
    "每日": MoneyPeriod.DAY,
    "每次": MoneyPeriod.TIME,
    "每课时": MoneyPeriod.LESSON,
    "每餐": MoneyPeriod.MEAL,
}
_WORDS: Final = "|".join([*_BASES, *_PERIODS])
_SHORT: Final = "|".join(w[1:] for w in (*_BASES, *_PERIODS) if w.startswith("每"))
_FORM: Final = LazyPattern(
    rf"(?P<words>(?:{_WORDS}){{0,2}})(?P<currency>[¥￥]|人民币|金额)?\s?(?P<amount>.+?)"
    rf"(?P<slash>(?:[/·每](?:{_SHORT})){{0,2}})"
)
_WORD: Final = LazyPattern(_WORDS)
_SLASH: Final = LazyPattern(_SHORT)


@dataclass(frozen=True, slots=True)
class Money(Value):
    """An amount in yuan, in all or per head and period: 4600元, 450万元, 每年每人750元.

    `per` holds the words 每人, 每年 … in the order they are said; `compact` writes them behind
    the amount: 5元/生·天.
    """

    kind: ClassVar[str] = "money"
    noun: ClassVar[str] = "an amount of money"
    examples: ClassVar[tuple[str, ...]] = ("4600元", "450万元", "每年每人750元", "1000～9999元")
    also_reads: ClassVar[tuple[type, ...]] = Quantity.also_reads

    amount: Quantity
    per: tuple[str, ...] = ()
    compact: bool = False

    @classmethod
    def _written(cls, found: object) -> str:
        return str(Quantity.parse(found)) if not isinstance(found, str) else found

    @classmethod
    def _read(cls, text: str) -> Parts:
        found = _FORM.fullmatch(text)
        if not found or (found["words"] and found["slash"]):
            raise cls.unreadable(text)
        try:
            amount = Quantity.parse(found["amount"])
            if (
                found["currency"] in {"¥", "￥", "人民币"}
                and amount.is_known
                and not amount.unit
            ):
                amount = Quantity.parse(f"{found['amount']}元")
        except UnreadableValue:
            raise cls.unreadable(text) from None
        slashed = tuple(f"每{word}" for word in _SLASH.findall(found["slash"]))
        per = slashed or tuple(_WORD.findall(found["words"]))
        if not _fits(amount, per):
            raise cls.unreadable(text)
        return {"amount": amount, "per": per, "compact": bool(slashed)}

    def __str__(self) -> str:
        """Return the amount as it was written; a lost unit stays lost."""
        if self.compact:
            return f"{self.amount}/{'·'.join(word.removeprefix('每') for word in self.per)}"
        return f"{''.join(self.per)}{self.amount}"

    def __bool__(self) -> bool:
        """Return whether there is a figure; 0 is one."""
        return self.amount.is_known

    @property
    def basis(self) -> Basis:
        """Whether this is the whole amount or one person's, household's … share of it."""
        return next((_BASES[word] for word in self.per if word in _BASES), Basis.TOTAL)

    @property
    def period(self) -> MoneyPeriod | None:
        """How often the amount is due, or None when it is told once."""
        return next((_PERIODS[word] for word in self.per if word in _PERIODS), None)

    @property
    def unit_lost(self) -> bool:
        """Whether a figure stands without its unit (450万), so that nobody knows what it is."""
        return self.amount.is_known and not self.amount.unit

    @property
    def yuan(self) -> Decimal | None:
        """The one figure in yuan; None of a range, without a figure or without its unit."""
        return None if self.unit_lost else self.amount.number


def _fits(amount: Quantity, per: tuple[str, ...]) -> bool:
    units = (
        {"元", ""} if amount.is_known else {"元"} if str(amount).startswith("若干") else {""}
    )
    bases = sum(word in _BASES for word in per)
    return amount.unit in units and bases <= 1 and len(per) - bases <= 1
