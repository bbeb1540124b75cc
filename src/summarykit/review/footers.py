"""F01 to F06: page numbers (GB/T 9704-2012, 7.5; the layout)."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.layout import SINGLE, Pitch
from summarykit.review.fonts import LATIN
from summarykit.review.paper import due_page, wrong_sides
from summarykit.review.remarks import ERROR, INFO, WARNING, Remark, View, differs
from summarykit.review.units import alignment, characters, font, millimetres, quoted, size
from summarykit.review.wordfile import Footer, Para, Section, Spot

_SIDES: Final = MappingProxyType(
    {
        "outer": {"default": "right", "even": "left"},
        "center": {"default": "center"},
        "right": {"default": "right"},
        "left": {"default": "left"},
    }
)
_HEIGHT: Final = 85  # 1.5 mm
_BLANKS: Final = " \xa0\u3000"
_SLACK: Final = 0.15


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the page numbers; nothing where the layout has none."""
    if view.layout.page_number.position == "none":
        return
    known: dict[str, str] = {}
    for at, section in enumerate(view.word.sections):
        known |= section.footers
        if at in view.word.covers:
            continue
        yield from _section(section, dict(known), view)


def _section(section: Section, footers: dict[str, str], view: View) -> Iterator[Remark]:
    sides = _SIDES[view.layout.page_number.position]
    both = view.word.setting("evenAndOddHeaders")
    if ("even" in sides or "even" in view.layout.furniture.pages) != both:
        said = message("right and left pages have the same page number, at the same side")
        if both:
            said = message("right and left pages have page numbers of their own")
        yield Remark(Code.F02, WARNING, section.spot, said)
    for pages in ("default", "even") if both else ("default",):
        footer = view.word.footers.get(footers.get(pages, ""))
        para = footer.counting if footer else None
        spot = Spot(f"footer {pages}", section.spot.numbers)
        if para is None:
            said = message("there is no page number")
            yield Remark(Code.F01, ERROR, spot, said)
            continue
        yield from _number(para, spot, sides.get(pages, sides["default"]), view)
        if footer is not None:
            yield from _height(footer, section, spot, view)


def _number(para: Para, spot: Spot, side: str, view: View) -> Iterator[Remark]:
    found = _side(para, spot)
    if found and found != side:
        what = message("the place of the page number")
        yield Remark(Code.F02, WARNING, spot, differs(what, alignment(side), alignment(found)))
    elif not para.box:
        yield from _inset(para, spot, side, view)
    style = view.layout.styles.footer
    names = view.names(style.latin)
    looks = [run.look for run in para.runs if LATIN.search(run.text)]
    for look in looks[:1]:
        if look.latin.casefold() not in names:
            expected = view.layout.fonts.by_role(style.latin).name
            said = differs(message("the font of the page number"), expected, font(look.latin))
            yield Remark(Code.F03, WARNING, spot, said)
        if look.half_points != style.half_points:
            what = message("the size of the page number")
            said = differs(what, size(style.half_points), size(look.half_points))
            yield Remark(Code.F03, WARNING, spot, said)
    yield from _form(para, spot, view)


def _side(para: Para, spot: Spot) -> str:
    """Return at which side a page number stands, nothing where a box does not say."""
    if not para.box:
        return para.shape.align
    sides = ("right", "left") if spot.kind == "footer default" else ("left", "right")
    turned = dict(zip(("outside", "inside"), sides, strict=True))
    found = turned.get(para.box, para.box)
    return found if found in {"left", "center", "right"} else ""


def _form(para: Para, spot: Spot, view: View) -> Iterator[Remark]:
    form = view.layout.page_number.form.replace("{page}", "1").replace("{pages}", "1")
    digits = "".join("1" if sign.isdecimal() else sign for sign in para.text.strip())
    found = digits.replace("11", "1").replace("11", "1")
    if "".join(found.split()) != "".join(form.split()):
        said = differs(message("the form of the page number"), quoted(form), quoted(found))
        yield Remark(Code.F04, WARNING, spot, said)


def _inset(para: Para, spot: Spot, side: str, view: View) -> Iterator[Remark]:
    if side == "center":
        return
    inset = view.layout.page_number.inset
    cell, most = view.layout.styles.footer.cell, view.layout.styles.body.size.twips
    found = para.shape.side(side, cell)
    # In the type of the text, a character is a little wider.
    low, high = inset.over(cell), max(inset.over(cell), inset.over(most))
    blank = len(para.text) - len(para.text.strip(_BLANKS))
    if not low - cell * _SLACK <= found + blank * cell <= high + cell * _SLACK:
        what = message("the blank beside the page number")
        said = differs(what, characters(low / cell), characters(found / cell))
        yield Remark(Code.F06, INFO, spot, said)


def _line(para: Para) -> int:
    """Return how high a line of a paragraph is, about so where Word goes by the type."""
    line = para.shape.twips("spacing@line") or SINGLE
    rule = para.shape.said.get("spacing@lineRule", "auto")
    if rule == "auto":
        return Pitch(parts=line).over(para.cell)
    return line if rule == "exact" else max(line, Pitch(parts=SINGLE).over(para.cell))


def _height(footer: Footer, section: Section, spot: Spot, view: View) -> Iterator[Remark]:
    """Compare how far below the text the number stands: to the middle of its line.

    Where the margin is wrong, which P15 says, it is measured from the edge.
    """
    if footer.counting is None or footer.counting.box:
        return
    page, line = view.layout.page, view.layout.styles.footer.pitch
    due = due_page(section, page)
    what = message("the distance of the page number from the text")
    expected = page.bottom.twips - page.footer.twips - line / 2
    edge = section.margins["footer"] + _line(footer.counting) / 2
    found = section.margins["bottom"] - edge
    if "bottom" in wrong_sides(section, due):
        what = message("the distance of the page number from the edge of the page")
        expected, found = due.bottom.twips - expected, edge
    if abs(found - expected) > _HEIGHT:
        said = differs(what, millimetres(expected), millimetres(found))
        yield Remark(Code.F05, WARNING, spot, said)
