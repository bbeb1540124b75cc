"""Measures as people in offices name them: 37 mm, 28.95 磅, 2 字, 三号."""

from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Message, message
from summarykit.layout.bounds import BLACK
from summarykit.layout.lengths import SIZES

_TWIPS_A_MM: Final = 1440 / 25.4
_TWIPS_A_POINT: Final = 20
_NAMED: Final = MappingProxyType({round(points * 2): name for name, points in SIZES.items()})
"""The names of sizes by half points."""
_ALIGNMENTS: Final = MappingProxyType(
    {
        "left": message("left"),
        "center": message("centred"),
        "right": message("right"),
        "both": message("justified"),
    }
)


def millimetres(twips: float) -> Message:
    """Return a length on paper, to a tenth of a millimetre."""
    return message("{number} mm", number=f"{round(twips / _TWIPS_A_MM, 1):g}")


def points(twips: float) -> Message:
    """Return a length in points."""
    return message("{number} pt", number=f"{round(twips / _TWIPS_A_POINT, 2):g}")


def size(half_points: int) -> Message:
    """Return a size of type with its Chinese name, if it has one."""
    number = f"{half_points / 2:g}"
    if name := _NAMED.get(half_points):
        return message("{name} ({number} pt)", name=name, number=number)
    return message("{number} pt", number=number)


def characters(count: float) -> Message:
    """Return a length in characters."""
    return message("{number} characters", number=f"{round(count, 1):g}")


def quoted(text: str) -> str:
    """Return words of the file as they stand in a sentence."""
    return f"“{text}”"


def font(name: str) -> Message | str:
    """Return the name of a font, or that none is named."""
    return name or message("no font named")


def alignment(align: str) -> Message | str:
    """Return how lines are aligned."""
    return _ALIGNMENTS.get(align, align)


def colour(written: str) -> Message | str:
    """Return a colour as it is written, or that it is black."""
    return message("black") if written == BLACK else written


def switch(*, on: bool) -> Message:
    """Return `bold` or `not bold`."""
    return message("bold") if on else message("not bold")
