"""A page number that would stand in the text, where the margin below it has become small."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Severity, message
from summarykit.layout import Layout
from summarykit.layout.lengths import TWIPS
from summarykit.packs.places.paths import LAYOUT
from summarykit.packs.tools.opened import OpenPack

_FOOTER: Final = ("page", "footer")
_BOTTOM: Final = ("page", "bottom")
_FROM_TEXT: Final = Fraction("9.5")
"""Its distance from the edge is so many millimetres less than the margin (9704, 7.5)."""
_NEAREST: Final = round(2 * TWIPS["mm"])
"""Programs push the text up where a page number comes nearer than this."""


def low_margins(pack: OpenPack, layout: Layout) -> Iterator[Finding]:
    """Yield a warning where the page number has no room between the text and the edge."""
    page, line = layout.page, layout.styles.footer.pitch
    most = page.bottom.twips - line - _NEAREST
    if layout.page_number.position == "none" or page.footer.twips <= most:
        return
    said = message(
        "with this bottom margin the page number stands in the text or close to it: from the"
        " edge it may have {most} mm at most",
        most=f"{max(0, int(most / TWIPS['mm'] * 2)) / 2:g}",
    )
    # The nearest file that says one of the two is where the margin has become small.
    settings = (pack.settings(LAYOUT)[key].steps[0] for key in (_FOOTER, _BOTTOM))
    nearest = max(settings, key=lambda step: step.level)
    hint = _hint(page.bottom.twips)
    yield Finding(Severity.WARNING, Code.WRONG_VALUE, said, nearest.place, hint)


def _hint(bottom: int) -> Message:
    """Return how far from the edge the page number stands as the national standard has it."""
    millimetres = round((bottom / TWIPS["mm"] - _FROM_TEXT) * 2) / 2
    if millimetres <= 0:
        return message("give footer in [page] a smaller length")
    line = f'footer = "{millimetres:g}mm"'
    return message("write {line} below [{table}]", line=line, table="page")
