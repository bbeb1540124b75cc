"""The page number of a Word file as settings of a layout, where a layout can say it."""

from collections.abc import Mapping, Sequence

from summarykit.layout.furniture import DEFAULT_HEADER
from summarykit.ooxml.elements import number
from summarykit.ooxml.numbers import NumberLook
from summarykit.ooxml.reference import ModelStyle, WordModel
from summarykit.ooxml.strips import DrawnStrip
from summarykit.packs.reference.faces import Faces
from summarykit.packs.reference.lengths import characters, of_type
from summarykit.packs.reference.styles import effective_line

NONE = {"position": "none"}


def number_tables(
    model: WordModel, faces: Faces
) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """Return the table `[page_number]` and what `[styles.footer]` takes from the number.

    Both are empty where no header or footer has a number. A number that no layout can say is
    there as it was drawn: to the layout, its position is `none`.
    """
    counting = [strip for strip in model.strips if strip.number]
    if not counting:
        return {}, {}
    looks = _looks(model.strips)
    position = _position(looks)
    style = _style(looks["default"], faces) if position else {}
    if not style:
        return NONE, {}
    look = looks["default"]
    inset = characters(look.inset_hundredths) if not look.inset else of_type(look.inset)
    return {"position": position, "form": look.form, "inset": inset}, style


def _looks(strips: Sequence[DrawnStrip]) -> dict[str, NumberLook]:
    """Return the numbers of the footers by their pages, none if one has none to say."""
    feet = {s.pages: s for s in strips if not s.is_header and s.pages != "first"}
    heads = any(strip.number for strip in strips if strip.is_header)
    looks = {pages: strip.look for pages, strip in feet.items() if strip.look is not None}
    return {} if heads or len(looks) < len(feet) else looks


def _position(looks: Mapping[str, NumberLook]) -> str:
    """Return where a layout would say the numbers stand, nothing if it cannot."""
    if "default" not in looks:
        return ""
    odd, even = looks["default"], looks.get("even", looks["default"])
    alike = (odd.form, odd.inset, odd.inset_hundredths, odd.look) == (
        even.form, even.inset, even.inset_hundredths, even.look,
    )  # fmt: skip
    if not alike:
        return ""
    if (odd.side, even.side) == ("right", "left"):
        return "outer"
    return odd.side if odd.side == even.side else ""


def _style(number: NumberLook, faces: Faces) -> dict[str, object]:
    """Return how the number is set, nothing where its font has no part in the layout."""
    look = number.look
    font, latin = faces.known(look.chinese), faces.known(look.latin)
    if not latin:
        return {}
    table: dict[str, object] = {"font": font} if font else {}
    return table | {
        "latin": latin,
        "size": of_type(look.twips),
        "bold": look.bold,
        "line": effective_line(ModelStyle({}, {}, look, number.shape), 0),
    }


def header_top(model: WordModel) -> int:
    """Return how far the header is from the edge, in twips; outside it, nothing is seen."""
    top = number(model.section.get("pgMar@header", ""), DEFAULT_HEADER)
    return top if top >= 0 else DEFAULT_HEADER
