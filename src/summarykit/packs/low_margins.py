"""A page number that would stand in the text, where the margin below it has become small."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.layout import Layout
from summarykit.layout.lengths import TWIPS
from summarykit.packs.opened import OpenPack
from summarykit.packs.paths import LAYOUT

_FOOTER: Final = ("page", "footer")
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
    hint = message("give footer in [page] a smaller length")
    place = pack.settings(LAYOUT)[_FOOTER].steps[0].place
    yield Finding(Severity.WARNING, Code.WRONG_VALUE, said, place, hint)
