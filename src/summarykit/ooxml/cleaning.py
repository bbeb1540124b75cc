"""Content of a Word file as it may stand in other files: only what is known, nothing led to.

What cannot be used is taken out and named, once each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from summarykit.diagnostics import Message, message
from summarykit.ooxml.elements import DRAWN, MAIN, RELATED, THEMED, local, value, w

PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
SHAPE: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NAMESPACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "w": MAIN[1:-1],
        "r": RELATED[1:-1],
        "wp": DRAWN[1:-1],
        "a": THEMED[1:-1],
        "pic": PICTURE[1:-1],
        "wps": SHAPE[1:-1],
        "mc": CHOICE[1:-1],
    }
)
"""The prefixes that cleaned content is written with."""
_KNOWN: Final = (MAIN, DRAWN, THEMED, PICTURE, SHAPE)
_DRAWINGS: Final = (PICTURE[1:-1], SHAPE[1:-1])
_AROUND: Final = frozenset(map(w, ("sdt", "sdtContent", "smartTag", "customXml")))
# They say nothing that anybody sees.
_SILENT: Final = frozenset(
    map(w, ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "permStart",
            "permEnd", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "ffData", "numPr",
            "sectPr", "divId", "noProof", "lang"))
)  # fmt: skip
_CONTENT: Final = frozenset(
    map(w, ("p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab",
            "tbl", "tblGrid", "gridCol", "tr", "tc", "drawing", "fldChar", "instrText",
            "fldSimple", "txbxContent"))
)  # fmt: skip
_PROPERTIES: Final = frozenset(
    map(w, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblPrEx", "tblStylePr"))
)
_FONTS: Final = MappingProxyType(
    {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
)
_MAPPED: Final = MappingProxyType({"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"})
_TRANSPARENT: Final = "phClr"
_CHANGED: Final = "Change"
_BLANKS: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Theme:
    """What a theme calls fonts and colours, so that content can do without it."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)


def theme_colours(theme: Element | None) -> dict[str, str]:
    """Return the colours of a theme by the names that drawings call them by."""
    scheme = None if theme is None else theme.find(f".//{THEMED}clrScheme")
    found: dict[str, str] = {}
    for each in () if scheme is None else scheme:
        for colour in each:
            shown = colour.get("lastClr") or colour.get("val") or ""
            found[local(str(each.tag))] = str(shown)
    return found


@dataclass(slots=True)
class Cleaner:
    """Takes out of content what cannot be used, and keeps what that was."""

    theme: Theme
    left_out: dict[Message, None] = field(default_factory=dict)

    def clean(self, parent: Element) -> None:
        """Leave below `parent` only what may stand in another file."""
        for child in list(parent):
            self._child(parent, child)

    def _child(self, parent: Element, child: Element) -> None:
        if not isinstance(child.tag, str) or child.tag in _SILENT:
            if child.tag == w("numPr"):
                self._leave(message("automatic numbers"))
            parent.remove(child)
        elif child.tag in _AROUND:
            self.clean(child)
            at = parent.index(child)
            parent[at : at + 1] = list(child)
        elif child.tag == f"{CHOICE}AlternateContent":
            self._alternatives(parent, child)
        elif not self._usable(child):
            parent.remove(child)
        else:
            self._attributes(child)
            self.clean(child)

    def _alternatives(self, parent: Element, child: Element) -> None:
        """Keep of several forms the first drawing that can be used, else the plain form."""
        for choice in child.findall(f"{CHOICE}Choice"):
            drawings = choice.findall(w("drawing"))
            if drawings and len(drawings) == len(choice) and all(map(_is_known, drawings)):
                self.clean(choice)
                for other in list(child):
                    if other is not choice:
                        child.remove(other)
                choice.attrib.clear()
                choice.set("Requires", "wps")
                return
        plain = child.find(f"{CHOICE}Fallback")
        if plain is None or next(plain.iter(w("pict")), None) is not None:
            self._leave(message("a drawing of an old or uncommon kind"))
            parent.remove(child)
            return
        self.clean(plain)
        at = parent.index(child)
        parent[at : at + 1] = list(plain)

    def _usable(self, child: Element) -> bool:
        tag = str(child.tag)
        if not tag.startswith(MAIN):
            # What programs add beside what the format has.
            return tag.startswith(_KNOWN) and local(tag) != "extLst"
        if tag.endswith(_CHANGED):  # in styles, where nobody sees it
            return False
        if wrong := _unusable(child):
            self._leave(wrong)
        return not wrong

    def _attributes(self, child: Element) -> None:
        if child.tag == w("rFonts"):
            self._fonts(child)
        elif child.tag == f"{THEMED}schemeClr":
            self._colour(child)
        for name in list(map(str, child.attrib)):
            bare = local(name)
            led = name.startswith(RELATED) and bare != "embed"
            strange = name.startswith("{") and not name.startswith((MAIN, RELATED, _BLANKS))
            of_us = bare.startswith(("rsid", "theme"))
            if led or strange or (name.startswith(MAIN) and of_us):
                del child.attrib[name]

    def _fonts(self, fonts: Element) -> None:
        """Name the fonts that a theme calls otherwise."""
        for name, themed in _FONTS.items():
            part = value(fonts, themed)
            if found := self.theme.fonts.get(part):
                fonts.set(w(name), found)
            fonts.attrib.pop(w(themed), None)

    def _colour(self, colour: Element) -> None:
        name = str(colour.get("val", ""))
        if name != _TRANSPARENT and (found := self.theme.colours.get(_MAPPED.get(name, name))):
            colour.tag = f"{THEMED}srgbClr"
            colour.set("val", found)

    def _leave(self, what: Message) -> None:
        self.left_out.setdefault(what)


def written(parent: Element) -> str:
    """Return what stands below `parent`, with the prefixes of `NAMESPACES` and no others."""
    whole = etree.Element(w("all"), nsmap=dict(NAMESPACES))
    whole.extend(list(parent))
    etree.cleanup_namespaces(whole, top_nsmap=dict(NAMESPACES))
    text = etree.tostring(whole, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")] if len(whole) else ""


def _unusable(child: Element) -> Message | None:
    """Return what is named when an element is left out, nothing if it stays."""
    if child.tag == w("drawing") and not _is_known(child):
        return message("a chart, a diagram or a group of drawings")
    if child.tag == w("pict"):
        return message("a drawing of an old or uncommon kind")
    if child.tag in _CONTENT or child.tag in _PROPERTIES or _is_property(child):
        return None
    return message("{name}, which is not known", name=f"w:{local(str(child.tag))}")


def _is_known(drawing: Element) -> bool:
    kinds = [str(data.get("uri", "")) for data in drawing.iter(f"{THEMED}graphicData")]
    return bool(kinds) and all(kind in _DRAWINGS for kind in kinds)


def _is_property(child: Element) -> bool:
    return any(parent.tag in _PROPERTIES for parent in child.iterancestors())
