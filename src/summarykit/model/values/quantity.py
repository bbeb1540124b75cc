"""Quantities: 185名, 600余份, 八九人, 1～2名, 37%左右, 七十一对, 若干人, 未统计."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Final, Self, assert_never, cast

from summarykit.l10n import numbers, numerals
from summarykit.model.values.figure_grammar import read_figure
from summarykit.model.values.figure_words import (
    ADJACENT,
    AFTER,
    BEFORE,
    BELOW,
    INSIDE,
    SCALES,
    USUAL,
    NumeralStyle,
    Qualifier,
    Status,
)
from summarykit.model.values.reading import Parts, UnreadableValue, Value

_Q = Qualifier
HUNDRED: Final = Decimal(100)
LARGEST: Final = 30
"""No figure has more digits than this, before or behind the point."""


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """A figure with its unit, as people write it: 185名, 600余份, 八九人, 37%左右.

    `value` is the figure in ones (1.25万人 is 12500), the lower one of a range; `upper` is the
    other end of a range. `style`, `scale` and `word` say how it was written.
    """

    kind: ClassVar[str] = "quantity"
    noun: ClassVar[str] = "a quantity"
    examples: ClassVar[tuple[str, ...]] = ("185名", "600余份", "1～2名", "37%左右", "若干人")
    also_reads: ClassVar[tuple[type, ...]] = (int, float, Decimal)

    value: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    upper: Decimal | None = None
    style: NumeralStyle = NumeralStyle.ARABIC
    scale: str = ""
    word: str = ""
    status: Status = Status.KNOWN

    def __post_init__(self) -> None:
        """Take whole numbers as they are; refuse texts, which `parse` reads."""
        for name in ("value", "upper"):
            number = getattr(self, name)
            if isinstance(number, int) and not isinstance(number, bool):
                object.__setattr__(self, name, Decimal(number))
            elif number is not None and not isinstance(number, Decimal):
                raise TypeError(
                    f"{name} is an int or a Decimal, not {number!r};"
                    ' a text is read by Quantity.parse("87名")'
                )
        Value.__post_init__(self)

    @classmethod
    def of(cls, number: int | Decimal, unit: str = "") -> Self:
        """Return the exact quantity of `number` in `unit`, in Arabic figures."""
        return cls(Decimal(number), unit)

    @classmethod
    def _written(cls, found: object) -> str:
        # The shortest decimal that reads back as the same float is what the file said.
        if isinstance(found, str):
            return found
        number = (
            Decimal(str(found)) if isinstance(found, float) else Decimal(cast("int", found))
        )
        # 1E+999999999 has its digits written out nowhere.
        fits = number.is_finite() and abs(number.adjusted()) <= LARGEST
        return numbers.plain(number) if fits else f"{number:E}"

    @classmethod
    def _read(cls, text: str) -> Parts:
        try:
            parts = read_figure(text)
        except ValueError:
            raise cls.unreadable(text) from None
        if "upper" in parts and parts["upper"] <= parts["value"]:
            raise UnreadableValue(
                "quantity_backwards",
                "{found} runs backwards: the smaller figure comes first",
                found=text,
            )
        return parts

    def __str__(self) -> str:
        """Return the quantity as it was written, in the forms of GB/T 15835."""
        match self.status:
            case Status.MASKED:
                return f"若干{self.scale}{self.unit}"
            case Status.LOST | Status.NOT_COLLECTED:
                word = "不详" if self.status is Status.LOST else "未统计"
                return f"{self.unit}数{word}" if self.unit else word
            case Status.KNOWN:
                return self._range_text() if self.qualifier is _Q.RANGE else self._text()
            case _:
                assert_never(self.status)

    @property
    def number(self) -> Decimal | None:
        """The one figure that is said, exact or not; None of a range or without a figure."""
        return None if self.upper is not None else _unscaled(self.value)

    @property
    def low(self) -> Decimal | None:
        """The number is at least this, as far as the words say so; 约 says neither bound."""
        bounded = {_Q.EXACT, _Q.RANGE, _Q.OVER, _Q.AT_LEAST, _Q.UP_TO}
        return _unscaled(self.value) if self.qualifier in bounded else None

    @property
    def high(self) -> Decimal | None:
        """The number is at most this, as far as the words say so."""
        if self.qualifier is _Q.RANGE:
            return _unscaled(self.upper)
        bounded = {_Q.EXACT, _Q.UP_TO, _Q.AT_MOST, _Q.LESS_THAN}
        return _unscaled(self.value) if self.qualifier in bounded else None

    @property
    def is_known(self) -> bool:
        """Whether there is a figure."""
        return self.status is Status.KNOWN

    @property
    def is_exact(self) -> bool:
        """Whether the figure is one number, with no 约, 余 or 以上 about it."""
        return self.is_known and self.qualifier is _Q.EXACT

    def __bool__(self) -> bool:
        """Return whether there is a figure; 0 is one."""
        return self.is_known

    def plus(self, other: Self) -> Self:
        """Return the sum, written like this quantity.

        Raises:
            ValueError: The units differ, or one of both is not exact.
        """
        return self._with(self._figure() + other._figure_in(self.unit))

    def minus(self, other: Self) -> Self:
        """Return the difference, written like this quantity.

        Raises:
            ValueError: The units differ, one of both is not exact, or less than 0 is left.
        """
        return self._with(self._figure() - other._figure_in(self.unit))

    def agrees_with(self, other: Self) -> bool:
        """Return whether both say the same, however written: 七十一对 agrees with 71对."""
        return self._meaning() == other._meaning()

    def _meaning(self) -> tuple[object, ...]:
        return (self.value, self.upper, self.unit, self.qualifier, self.status)

    def _figure(self) -> Decimal:
        if not self.is_exact or self.value is None:
            raise ValueError(f"{self} is not exact")
        return self.value

    def _figure_in(self, unit: str) -> Decimal:
        if self.unit != unit:
            raise ValueError(f"{self} is not counted in {unit or 'a bare number'}")
        return self._figure()

    def _with(self, number: Decimal) -> Self:
        if number < 0:
            raise ValueError(f"{number} is less than nothing")
        # 二 + 一 is 三; but 1.25万 + 1 is better told as 12501.
        return replace(self, value=number, scale="")

    def _digits(self, number: Decimal | None) -> str:
        if number is None or not number.is_finite() or abs(number.adjusted()) > LARGEST:
            return ""
        scaled = number.scaleb(-SCALES.get(self.scale, 0))
        if self.style is NumeralStyle.ARABIC:
            return numbers.plain(scaled)
        if self.unit in BELOW:
            return "百" if scaled == HUNDRED else numerals.to_chinese(scaled)
        if self.qualifier is _Q.RANGE:
            return numerals.to_chinese(scaled)
        return numerals.to_counting(scaled)

    def _text(self) -> str:
        word = self.word or USUAL[self.qualifier]
        digits = self._digits(self.value)
        inside = word if word in INSIDE else ""
        # 10余万 has its word before the scale, 1万余 behind it: only tens leave room for 余.
        early = inside if digits.endswith(("0", "十", "百", "千")) else ""
        late = "" if early else inside
        figure = f"{digits}{early}{self.scale}{late}"
        below = BELOW.get(self.unit, "") if self.style is NumeralStyle.CHINESE else ""
        body = f"{below}{figure}" if below else f"{figure}{self.unit}"
        before = word if word in BEFORE else ""
        return f"{before}{body}{word if word in AFTER else ''}"

    def _range_text(self) -> str:
        chinese = self.style is NumeralStyle.CHINESE
        word = self.word or USUAL[_Q.RANGE]
        if word == ADJACENT:
            pair = numerals.to_adjacent(int(self.value or 0), int(self.upper or 0)) or ""
            return f"{BELOW[self.unit]}{pair}" if self.unit in BELOW else f"{pair}{self.unit}"
        low, high = self._digits(self.value), self._digits(self.upper)
        if chinese and self.unit in BELOW:
            return f"{BELOW[self.unit]}{low}{word}{BELOW[self.unit]}{high}"
        return numbers.value_range(low, high, f"{self.scale}{self.unit}", word)


def _unscaled(number: Decimal | None) -> Decimal | None:
    """Return `number` without an exponent: 1.25万 is stored as 1.25E+4 and told as 12500."""
    return None if number is None else Decimal(numbers.plain(number))
