"""Which fonts of a layout a machine lacks, counting those that stand for the same design."""

from collections.abc import Collection

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.layout.models import Font, Fonts, Layout


def missing_fonts(layout: Layout, installed: Collection[str]) -> tuple[Finding, ...]:
    """Return one remark on the fonts of `layout` that are not among the `installed` families.

    The file is right all the same: it names the fonts, and a machine that has them shows them.
    """
    fonts: list[Font] = [getattr(layout.fonts, role) for role in Fonts.model_fields]
    lacking = tuple(font.name for font in fonts if not any(n in installed for n in font.names))
    if not lacking:
        return ()
    said = message("this machine has no font {names}", names=lacking)
    hint = message("the file is right; shown on this machine, its pages look different")
    place = Place(source="layout.toml", path=("fonts",))
    return (Finding(Severity.INFO, Code.FONT_MISSING, said, place, hint),)
