"""All that is said of the words of a text, passage by passage."""

from collections.abc import Iterator
from typing import Final

from summarykit.review.prose import (
    children,
    claims,
    contradictions,
    declared,
    fitting,
    halfwidth,
    hollow,
    levels,
    losses,
    misspellings,
    numbers_of_people,
    pairs,
    periods,
    placeholders,
    plans,
    repeats,
    sequence,
    spinning,
    strays,
    subjects,
)
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.slips import Slip

_FAMILIES: Final = (
    placeholders,
    strays,
    pairs,
    hollow,
    declared,
    repeats,
    claims,
    contradictions,
    fitting,
    levels,
    subjects,
    periods,
    children,
    plans,
    spinning,
    misspellings,
    losses,
)
_OF_LINES: Final = (halfwidth, sequence, numbers_of_people)
"""What has rules of its own where a layout says how a number is written."""


def slips_of(prose: Prose, *, lines: bool = False) -> tuple[Slip, ...]:
    """Return every slip in reading order; what stands at one place comes by code.

    With `lines`, it is text without a layout: numbers of headings and marks are looked at, too.
    """
    places = {id(passage): at for at, passage in enumerate(prose.passages)}

    def order(slip: Slip) -> tuple[int, int, str]:
        return places[id(slip.passage)], slip.start, slip.code.value

    return tuple(sorted(_slips(prose, lines=lines), key=order))


def _slips(prose: Prose, *, lines: bool) -> Iterator[Slip]:
    for family in (*_FAMILIES, *(_OF_LINES if lines else ())):
        yield from family.check(prose)
