"""Lengths with their units: `37mm`, `28.95pt`, `0.5cm`, `579twip`, `2字`; 28磅, 3厘米, 三号."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from pydantic_core import PydanticCustomError, core_schema

TWIPS = {
    "twip": Fraction(1),
    "pt": Fraction(20),
    "mm": Fraction(14400, 254),
    "cm": Fraction(144000, 254),
}
UNITS = ", ".join((*TWIPS, "字"))
SAID = {"磅": "pt", "毫米": "mm", "厘米": "cm", "公分": "cm"}
"""What else people call the units, as rule sheets write them."""
SIZES = {
    "初号": 42,
    "小初": 36,
    "一号": 26,
    "小一": 24,
    "二号": 22,
    "小二": 18,
    "三号": 16,
    "小三": 15,
    "四号": 14,
    "小四": 12,
    "五号": 10.5,
    "小五": 9,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5,
}
"""The sizes of type that have names, in points."""
SAID_FIRST = ("磅", "毫米", "厘米", "字", "pt", "mm", "cm")
"""The units to name to people: those that they write themselves come first."""
_SIZE = re.compile(r"(小?)([一二三四五六七八初1-8])号?字?")
_FIGURES = dict(zip("12345678", "一二三四五六七八", strict=True))
_LENGTH = re.compile(rf"(-?[0-9]+(?:\.[0-9]+)?)\s*({'|'.join((*TWIPS, *SAID))}|字)")


class Spelled(ABC):
    """What a layout file spells as text, `read` being the way to read it."""

    __slots__ = ()
    FAULT: ClassVar[str]
    """What pydantic calls the error for a value that is none."""

    @classmethod
    @abstractmethod
    def read(cls, text: str) -> Self:
        """Return what `text` names.

        Raises:
            ValueError: It names none; a PydanticCustomError says why.
        """

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: object
    ) -> core_schema.CoreSchema:
        """Return how pydantic reads it: from text, or as it is."""
        return core_schema.no_info_plain_validator_function(
            cls._accept, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _accept(cls, value: Any) -> Self:  # noqa: ANN401 -- whatever a file holds
        if isinstance(value, cls):
            return value
        try:
            return cls.read(value)
        except PydanticCustomError:
            raise
        except (ValueError, TypeError, AttributeError) as error:
            raise PydanticCustomError(cls.FAULT, "not what is wanted") from error


@dataclass(frozen=True, slots=True)
class Length(Spelled):
    """A length as whole twips (1/1440 inch) plus hundredths of a character (`字`).

    A character has no size of its own: `over` gives it that of the text it is used for.
    """

    FAULT: ClassVar = "length"

    twips: int = 0
    hundredths: int = 0

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the length that `text` names, to the nearest twip or hundredth of a character.

        Raises:
            ValueError: There is no number, or its unit is not one of `UNITS`.
        """
        if named := _named_size(text.strip()):
            return cls(twips=round(named * TWIPS["pt"]))
        found = _LENGTH.fullmatch(text.strip())
        if found is None:
            msg = f"{text!r} is not a number with one of the units {UNITS}"
            raise ValueError(msg)
        number, unit = Fraction(found[1]), found[2]
        if unit == "字":
            return cls(hundredths=round(number * 100))
        return cls(twips=round(number * TWIPS[SAID.get(unit, unit)]))

    def over(self, cell: int) -> int:
        """Return the length in twips, a character being `cell` twips wide."""
        return self.twips + round(Fraction(self.hundredths * cell, 100))

    @property
    def characters(self) -> float:
        """How many characters the length counts; 0 when it is an absolute one."""
        return self.hundredths / 100

    def __str__(self) -> str:
        """Return the length as `read` understands it."""
        return f"{self.characters:g}字" if self.hundredths else f"{self.twips}twip"


def _named_size(text: str) -> float | None:
    """Return the points of a size that has a name: 三号, 3号, 小三号."""
    found = _SIZE.fullmatch(text)
    if found is None or not (found[1] or "号" in text):
        return None
    figure = _FIGURES.get(found[2], found[2])
    return SIZES.get(f"小{figure}" if found[1] else f"{figure}号")


def absolute(length: Length) -> Length:
    """Return `length` if it needs no text to measure it, as the sides of a page do.

    Raises:
        PydanticCustomError: It counts characters.
    """
    if length.hundredths:
        raise PydanticCustomError("absolute_length", "counts characters")
    return length


def relative(length: Length) -> Length:
    """Return `length` if it counts characters, as the blanks of a signature do.

    Raises:
        PydanticCustomError: It is measured in absolute units.
    """
    if length.twips:
        raise PydanticCustomError("relative_length", "does not count characters")
    return length
