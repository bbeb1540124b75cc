"""Headers and footers: page numbers as the layout wants them, and what was drawn in Word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from summarykit.layout import Furniture, Layout, Pages, Strip
from summarykit.writers.docx.archive import Entry, deflated
from summarykit.writers.docx.markup import MAIN, RELATED, part, wide
from summarykit.writers.docx.runs import field, run

_SIDES: Final[Mapping[str, Mapping[Pages, str]]] = {
    "outer": {"default": "right", "even": "left"},
    "center": {"default": "center"},
    "right": {"default": "right"},
    "left": {"default": "left"},
    "none": {},
}
_EMPTY: Final = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'
_FIELDS: Final[Mapping[str, str]] = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_GAPS: Final = re.compile(r"(\{pages?\})")
_ORDER: Final[tuple[Pages, ...]] = ("default", "even", "first")
_NAMESPACES: Final = (
    f"{MAIN} {RELATED}"
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


@dataclass(frozen=True, slots=True)
class StripPart:
    """A header or footer as a part of a file."""

    word: str
    """`header` or `footer`."""
    pages: Pages
    name: str
    data: bytes
    pictures: tuple[str, ...]
    """The names of its pictures, as its relations count them."""


def strip_parts(layout: Layout) -> tuple[StripPart, ...]:
    """Return the footers of a layout and then its headers, if it has any."""
    drawn = layout.furniture
    names = tuple(picture_names(drawn))
    feet = _feet(layout)
    heads = _heads(drawn, {*drawn.pages, *feet} | {"default"})
    parts: list[StripPart] = []
    for word, strips in (("footer", feet), ("header", heads)):
        for count, (pages, (data, places)) in enumerate(strips.items(), start=1):
            pictures = tuple(names[place] for place in places)
            parts.append(StripPart(word, pages, f"{word}{count}.xml", data, pictures))
    return tuple(parts)


def picture_names(drawn: Furniture) -> Iterator[str]:
    """Yield the names of the pictures that headers and footers show."""
    for count, picture in enumerate(drawn.pictures, start=1):
        yield f"letterhead{count}.{picture.kind}"


def picture_entries(drawn: Furniture) -> Iterator[Entry]:
    """Yield the parts that hold the pictures of headers and footers."""
    for name, picture in zip(picture_names(drawn), drawn.pictures, strict=True):
        yield deflated(f"word/media/{name}", picture.data)


def _feet(layout: Layout) -> dict[Pages, tuple[bytes, tuple[int, ...]]]:
    """Return the footers by the pages they stand on, with the places of their pictures."""
    drawn, sides = layout.furniture, _SIDES[layout.page_number.position]
    strips = dict(drawn.footers)
    if layout.furniture.counts and layout.furniture.keeps_number and not strips:
        sides = {}  # the number stands in the header
    wanted = {*sides, *drawn.pages, *({"default"} if strips else ())}
    letter = layout.letterhead.kind == "letter"
    if wanted and letter:
        # The first page of a letter has no number (GB/T 9704-2012, 10.1).
        wanted.add("first")
    made: dict[Pages, tuple[bytes, tuple[int, ...]]] = {}
    for pages in (pages for pages in _ORDER if pages in wanted and (sides or strips)):
        side = sides.get(pages, sides.get("default", ""))
        hidden = letter and pages == "first"
        strip = strips.get(pages, strips.get("default", Strip()))
        number = _number(layout, strip, "" if hidden else side)
        content = f"{strip.before}{number}{strip.after}" or _EMPTY
        made[pages] = _part("ftr", content), strip.pictures
    return made


def _number(layout: Layout, strip: Strip, side: str) -> str:
    """Return the paragraph with the page number: the one that was drawn, or the layout's."""
    drawn = layout.furniture
    if drawn.counts and drawn.keeps_number:
        return strip.number
    if drawn.counts and not strip.number:
        return ""
    if not side:
        return _EMPTY if strip.number else ""
    inset = layout.page_number.inset, layout.styles.footer.cell
    indent = wide("ind", **({} if side == "center" else {side: inset}))
    pieces = "".join(map(_piece, _GAPS.split(layout.page_number.form)))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}<w:jc w:val="{side}"/></w:pPr>'
        f"{pieces}</w:p>"
    )


def _piece(piece: str) -> str:
    code = _FIELDS.get(piece)
    return field(code, "1") if code else run(piece)


def _heads(drawn: Furniture, wanted: set[Pages]) -> dict[Pages, tuple[bytes, tuple[int, ...]]]:
    """Return the headers by the pages they stand on; pages without one have the usual one."""
    strips = dict(drawn.headers)
    made: dict[Pages, tuple[bytes, tuple[int, ...]]] = {}
    for pages in (pages for pages in _ORDER if strips and pages in wanted):
        strip = strips.get(pages, strips.get("default", Strip()))
        content = f"{strip.before}{strip.number}{strip.after}" or "<w:p/>"
        made[pages] = _part("hdr", content), strip.pictures
    return made


def _part(name: str, content: str) -> bytes:
    namespaces = f"{MAIN} {RELATED}"
    drawn = "<wp:" in content or "<mc:" in content
    return part(name, _NAMESPACES if drawn else namespaces, content)
