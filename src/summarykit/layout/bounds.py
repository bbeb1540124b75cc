"""What a layout may say at most: lengths that a page can hold, words that a file can."""

import re
from collections.abc import Callable
from typing import Annotated, Final, TypeVar

from pydantic import AfterValidator, Field, StrictInt, StrictStr, StringConstraints
from pydantic_core import PydanticCustomError

from summarykit.layout.lengths import TWIPS, Length, absolute, relative

LONGEST: Final = 22 * 1440
"""The longest side of a sheet in Word, in twips."""
MOST_CHARACTERS: Final = 100
LARGEST_SIZE: Final = 1638 * 20
HALF_POINT: Final = 10
"""The step of sizes of type, in twips."""
BLACK: Final = "000000"
WIDEST_LINE: Final = 12 * 20
MOST_SPACING_CHANGE: Final = 20
"""A point: people would notice signs that are set closer or wider by more, in twips."""
_UNFIT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
N = TypeVar("N", int, Length)


def fit(words: str) -> str:
    """Return `words` if every document may hold them, on one line.

    Raises:
        PydanticCustomError: There is a control character, a line break, or a mark that is
            invisible or reorders what is read.
    """
    if found := _UNFIT.search(words):
        code_point = f"U+{ord(found.group()):04X}"
        raise PydanticCustomError("unfit_text", "not text", {"code_point": code_point})
    return words


def within(least: int, most: int) -> Callable[[N], N]:
    """Return what accepts whole numbers, or lengths in twips, from `least` to `most`.

    A length in characters has at most `MOST_CHARACTERS`, and none below 0 unless `least` is.
    """

    def accepted(value: N) -> N:
        number, low, high, form = _measured(value, least, most)
        if not low <= number <= high:
            long = most == LONGEST
            bounds = {
                "least": _shown(low, form, long=long),
                "most": _shown(high, form, long=long),
            }
            raise PydanticCustomError("out_of_bounds", "out of bounds", bounds)
        return value

    return accepted


def _measured(value: int | Length, least: int, most: int) -> tuple[float, int, int, str]:
    if isinstance(value, int):
        return value, least, most, "{}"
    if value.hundredths:
        return value.characters, -MOST_CHARACTERS if least < 0 else 0, MOST_CHARACTERS, "{}字"
    return value.twips, least, most, ""


def _shown(bound: int, form: str, *, long: bool) -> str:
    """Return a bound as people write it: long lengths in millimetres, others in points."""
    if form:
        return form.format(bound)
    unit = "mm" if long else "pt"
    return f"{round(float(bound / TWIPS[unit]), 2):g}{unit}"


def _half_points(length: Length) -> Length:
    if length.twips <= 0 or length.twips % HALF_POINT:
        raise PydanticCustomError("font_size", "not whole half points")
    return length


FontSize = Annotated[
    Length,
    AfterValidator(absolute),
    AfterValidator(_half_points),
    AfterValidator(within(HALF_POINT, LARGEST_SIZE)),
]
Colour = Annotated[StrictStr, Field(pattern="^[0-9A-Fa-f]{6}$"), AfterValidator(str.upper)]
AnyLength = Annotated[Length, AfterValidator(within(-LONGEST, LONGEST))]
Relative = Annotated[AnyLength, AfterValidator(relative)]
Absolute = Annotated[
    Length, AfterValidator(absolute), AfterValidator(within(-LONGEST, LONGEST))
]
Extent = Annotated[Length, AfterValidator(absolute), AfterValidator(within(1, LONGEST))]
Distance = Annotated[Length, AfterValidator(absolute), AfterValidator(within(0, LONGEST))]
LineWidth = Annotated[Length, AfterValidator(absolute), AfterValidator(within(0, WIDEST_LINE))]
SpacingChange = Annotated[
    Length, AfterValidator(absolute), AfterValidator(within(0, MOST_SPACING_CHANGE))
]
BlankLines = Annotated[StrictInt, AfterValidator(within(0, 100))]
Words = Annotated[StrictStr, StringConstraints(max_length=100), AfterValidator(fit)]
