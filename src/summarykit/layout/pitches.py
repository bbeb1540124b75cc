"""The distance from line to line: a fixed one, or as many times that of single lines."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Final, Self

from pydantic_core import PydanticCustomError

from summarykit.layout.bounds import LONGEST, within
from summarykit.layout.lengths import Length, Spelled, absolute

SINGLE: Final = 240
"""What a single line counts in WordprocessingML (`w:line` with the rule `auto`)."""
_TALL: Final = Fraction(13, 10)
"""How tall a single line of Chinese type is over its size in Word, or nearly so."""
_MOST: Final = 10
_SAID: Final = {"单": 1, "单倍": 1, "两倍": 2, "双倍": 2}
_TIMES: Final = re.compile(r"(?:多倍\s*)?([0-9]+(?:\.[0-9]+)?)\s*倍")


@dataclass(frozen=True, slots=True)
class Pitch(Spelled):
    """The distance of lines: whole twips, or where these are 0, 240ths of a single line."""

    FAULT: ClassVar = "pitch"

    twips: int = 0
    parts: int = 0

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the pitch that `text` names: `28磅`, `固定值28磅`, `1.5倍`, `单倍行距`.

        Raises:
            ValueError: It is neither a length nor a number of lines.
            PydanticCustomError: It is a length that counts characters, or out of bounds; this
                is a ValueError, too.
        """
        said = text.strip().removeprefix("固定值").removesuffix("行距").strip()
        found = _TIMES.fullmatch(said)
        times = Fraction(found[1]) if found else _SAID.get(said)
        if times is None:
            return cls(twips=within(1, LONGEST)(absolute(Length.read(said))).twips)
        if not Fraction(1, 2) <= times <= _MOST:
            bounds = {"least": "0.5倍", "most": f"{_MOST}倍"}
            raise PydanticCustomError("out_of_bounds", "out of bounds", bounds)
        return cls(parts=round(times * SINGLE))

    @property
    def rule(self) -> str:
        """The `w:lineRule` it has in WordprocessingML."""
        return "exact" if self.twips else "auto"

    @property
    def value(self) -> int:
        """The `w:line` it has in WordprocessingML."""
        return self.twips or self.parts

    def over(self, size: int) -> int:
        """Return the pitch in twips of type of `size` twips, about so if it is not fixed."""
        return self.twips or round(_TALL * size * self.parts / SINGLE)

    def __str__(self) -> str:
        """Return the pitch as `read` understands it."""
        return f"{self.twips}twip" if self.twips else f"{self.parts / SINGLE:g}倍"
