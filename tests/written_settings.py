"""The settings of a layout, read back from a Word file by what stands in its parts.

Nothing here comes from the writer: units, borders and frames are worked out as the format of
Word files (ECMA-376) has them.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from lxml import etree

Element = Any
"""An element of lxml, whose types are of another world."""
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{WORD}}}"
_RED: Final = "FF0000"
_TWIPS: Final = {
    "pt": Fraction(20),
    "mm": Fraction(14400, 254),
    "cm": Fraction(144000, 254),
    "twip": Fraction(1),
}
_IDS: Final = {
    "body": "Normal",
    "title": "Title",
    "subtitle": "Subtitle",
    "addressee": "Salutation",
    "heading1": "Heading1",
    "heading2": "Heading2",
    "heading3": "Heading3",
    "heading4": "Heading4",
    "attachment_note": "GwAttNote",
    "signature": "Signature",
    "attachment_mark": "GwAttMark",
    "attachment_title": "GwAttTitle",
    "caption": "Caption",
    "unit": "GwUnit",
    "table_head": "GwTableHead",
    "table_text": "GwTableText",
    "footer": "Footer",
}


def twips(value: str) -> int:
    """Return a length in twips, or in hundredths of a character where it counts those."""
    number, unit = re.fullmatch(r"(-?[0-9.]+)(\D+)", value).groups()  # type: ignore[union-attr]
    return round(Fraction(number) * (100 if unit == "字" else _TWIPS[unit]))


def half_points(value: str) -> int:
    """Return the size of signs as Word counts it."""
    return twips(value) // 10


def eighths(value: str) -> int:
    """Return how thick a line is as Word counts it: in eighths of a point."""
    return round(twips(value) * 8 / 20)


@dataclass(frozen=True)
class Written:
    """A Word file, its parts parsed when they are looked at."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, Element]:
        """The parts that are XML, by name."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".xml")]
            return {name: etree.fromstring(archive.read(name)) for name in names}

    @property
    def body(self) -> Element:
        """The body of the main part."""
        return self.parts["word/document.xml"][0]

    def paragraphs(self, style: str | None = None) -> list[Element]:
        """Return the paragraphs of the text and the footers, all or those of one style."""
        footers = [root for name, root in self.parts.items() if "footer" in name]
        found = [p for root in (self.body, *footers) for p in root.iter(f"{W}p")]
        return found if style is None else [p for p in found if style_of(p) == style]

    def style(self, name: str) -> Element:
        """Return a style by its id."""
        styles = self.parts["word/styles.xml"].findall(f"{W}style")
        (found,) = (one for one in styles if one.get(f"{W}styleId") == name)
        return found


def at(element: Element, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of the first element at `path`, if there are both."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def style_of(paragraph: Element) -> str:
    return at(paragraph, "pPr/pStyle") or "Normal"


def words(element: Element) -> str:
    """Return the text of an element, a break of lines as one."""
    pieces = element.iter(f"{W}t", f"{W}br")
    return "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in pieces)


def number(value: str | None) -> int:
    assert value is not None
    return int(value)


# The settings of styles: where they stand, and what of a paragraph would overrule them.
_OF_STYLES: Final = {
    "font": ("rPr/rFonts", "eastAsia"),
    "latin": ("rPr/rFonts", "ascii"),
    "size": ("rPr/sz", "val"),
    "spacing": ("rPr/spacing", "val"),
    "line": ("pPr/spacing", "line"),
    "before": ("pPr/spacing", "before"),
    "after": ("pPr/spacing", "after"),
    "align": ("pPr/jc", "val"),
    "colour": ("rPr/color", "val"),
}
_SWITCHES: Final = {
    "bold": "rPr/b",
    "keep_next": "pPr/keepNext",
    "widow": "pPr/widowControl",
}


def style_setting(written: Written, style: str, setting: str) -> object:
    """Return what a style says, which some paragraph of it must not say otherwise."""
    name = _IDS[style]
    if setting == "indent":
        found = at(written.style(name), "pPr/ind", "firstLineChars")
        own = ("firstLineChars", "firstLine", "hangingChars", "hanging")
        clear = [
            p
            for p in written.paragraphs(name)
            if not any(at(p, "pPr/ind", attribute) for attribute in own)
        ]
        return number(found) if clear else None
    path, attribute = _OF_STYLES.get(setting) or (_SWITCHES[setting], "val")
    inner = path.split("/")[0]
    places = written.paragraphs(name)
    if inner == "rPr":
        places = [run for p in places for run in p.iter(f"{W}r")]
    if not [place for place in places if at(place, path, attribute) is None]:
        return None
    said = at(written.style(name), path, attribute)
    if setting in _SWITCHES:
        there = written.style(name).find(f"{W}{path.replace('/', f'/{W}')}") is not None
        return there and said != "0"
    return said if setting in {"font", "latin", "align", "colour"} else number(said)


def used_font(written: Written, index: int) -> Element:
    """Return the entry of a font in the table of fonts, in which something is set."""
    found = written.parts["word/fontTable.xml"].findall(f"{W}font")[index]
    used = {
        value
        for root in written.parts.values()
        for fonts in root.iter(f"{W}rFonts")
        for value in fonts.values()
    }
    assert found.get(f"{W}name") in used
    return found


def section(written: Written, path: str, attribute: str = "val") -> str | None:
    return at(written.body, f"sectPr/{path}", attribute)


def blanks_behind(written: Written, paragraph: Element) -> int:
    """Return how many empty paragraphs stand right below one."""
    following = list(written.body.iter(f"{W}p"))
    following = following[following.index(paragraph) + 1 :]
    return next(index for index, one in enumerate(following) if words(one))


def blanks_before(written: Written, style: str) -> int:
    """Return how many empty paragraphs stand right above the first of a style."""
    count = 0
    for paragraph in written.body.iter(f"{W}p"):
        if style_of(paragraph) == style:
            return count
        count = 0 if words(paragraph) else count + 1
    return -1


def red(written: Written) -> list[Element]:
    """Return the paragraphs whose signs are red."""
    return [
        p
        for p in written.body.iter(f"{W}p")
        if any(at(r, "rPr/color") == _RED for r in p.iter(f"{W}r"))
    ]


def frames(written: Written) -> list[Element]:
    """Return what stands in frames on the first page of a letter."""
    return list(written.body.iter(f"{W}framePr"))


def floating(written: Written) -> Element:
    """Return the imprint: the table that floats."""
    tables = written.body.iter(f"{W}tbl")
    (found,) = (t for t in tables if t.find(f"{W}tblPr/{W}tblpPr") is not None)
    return found


def tables(written: Written) -> list[Element]:
    """Return the tables with a style."""
    return [t for t in written.body.iter(f"{W}tbl") if at(t, "tblPr/tblStyle") == "GwTable"]


def run_spacings(written: Written) -> set[int]:
    """Return how the signs of body text are spaced where it is not as the style says."""
    runs = [r for p in written.paragraphs("Normal") for r in p.iter(f"{W}r")]
    return {int(s) for r in runs if (s := at(r, "rPr/spacing")) is not None}


def cover_lines(written: Written) -> list[Element]:
    """Return the paragraphs of the cover that say something: title, organisation, date."""
    paragraphs = [p for p in written.body.iter(f"{W}p") if words(p)]
    assert any(p.find(f"{W}pPr/{W}sectPr") is not None for p in paragraphs[:4])
    return paragraphs[:3]


def drawings(written: Written) -> list[tuple[int, int]]:
    """Return the sizes of the pictures."""
    extents = [e for e in written.body.iter() if etree.QName(e).localname == "extent"]
    return [(int(e.get("cx")), int(e.get("cy"))) for e in extents]
