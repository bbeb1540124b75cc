"""Lengths of Word as a layout file writes them, in round numbers where there are any."""

from typing import Final

from summarykit.layout import Length
from summarykit.layout.lengths import TWIPS

_POINT_STEPS: Final = 100


def on_paper(twips: int) -> str:
    """Return a length that is a distance on the sheet, in as few digits as say it: `25.5mm`."""
    told = [f"{float(twips / TWIPS['mm']):.{digits}f}mm" for digits in range(3)]
    return next((text for text in told if Length.read(text).twips == twips), told[-1])


def of_type(twips: int) -> str:
    """Return a length that goes with type, in points: `28.95pt`."""
    return f"{round(twips / 20 * _POINT_STEPS) / _POINT_STEPS:g}pt"


def characters(hundredths: int) -> str:
    """Return a length in characters: `2字`."""
    return f"{hundredths / 100:g}字"
