"""Lengths of Word as a layout file writes them, in round numbers where there are any."""

from typing import Final

from summarykit.layout.lengths import TWIPS

_MM_STEPS: Final = 2
_POINT_STEPS: Final = 100


def on_paper(twips: int) -> str:
    """Return a length that is a distance on the sheet: `37mm`, `25.5mm`, else in twips."""
    halves = round(twips / TWIPS["mm"] * _MM_STEPS)
    if round(halves * TWIPS["mm"] / _MM_STEPS) == twips:
        return f"{halves / _MM_STEPS:g}mm"
    tenths = round(twips / TWIPS["mm"] * 10)
    if round(tenths * TWIPS["mm"] / 10) == twips:
        return f"{tenths / 10:g}mm"
    return f"{twips}twip"


def of_type(twips: int) -> str:
    """Return a length that goes with type, in points: `28.95pt`."""
    return f"{round(twips / 20 * _POINT_STEPS) / _POINT_STEPS:g}pt"


def characters(hundredths: int) -> str:
    """Return a length in characters: `2字`."""
    return f"{hundredths / 100:g}字"
