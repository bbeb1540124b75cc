"""What keeps the last line of a paragraph from being too short: its signs set closer."""

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import category

from summarykit.layout.breaking import READINGS, Measure
from summarykit.layout.models import Layout
from summarykit.layout.rules import LastLineRule
from summarykit.layout.widths import text_width


def spacing_change(text: str, layout: Layout, room: int, seam: int = 0) -> int:
    """Return by how many twips the signs of a body paragraph are spaced closer or wider.

    0 where its last line holds `last_line.characters` or more, where it has one line only, and
    where neither `condense` nor `widen` is enough. `room` is the width between the margins in
    twips, `seam` the place from which the text is set in another font. The smallest change is
    taken that suits every word processor there is a reading of.
    """
    rule = layout.last_line
    # On a grid of characters they stand where it says, not where spacing would put them.
    if not rule.characters or layout.page.grid == "word":
        return 0
    *before, words = text.split("\n")
    style = layout.styles.body
    measure = Measure(
        room=room,
        indent=0 if before else style.indent.over(style.size.twips),
        size=style.size.twips,
        spacing=style.spacing.twips,
        seam=0 if before else seam,
        proportional=style.latin == "latin",
    )
    for change in _changes(rule):
        changed = replace(measure, spacing=measure.spacing + change)
        if not _is_short(words, changed, rule.characters):
            return change
    return 0


def _changes(rule: LastLineRule) -> Iterator[int]:
    """Yield the changes of spacing that may be tried, the best one first."""
    yield 0
    yield from range(-1, -rule.condense.twips - 1, -1)
    yield from range(1, rule.widen.twips + 1)


def _is_short(words: str, measure: Measure, least: int) -> bool:
    for reading in READINGS:
        last = measure.last_line(words, reading)
        if len(last) < len(words) and _counted(last) < least:
            return True
    return False


def _counted(line: str) -> float:
    """Return how wide `line` is without its marks, in characters."""
    return text_width("".join(sign for sign in line if not category(sign).startswith("P")))
