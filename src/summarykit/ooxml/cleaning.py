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
from summarykit.ooxml.vocabulary import (
    ATTRIBUTES,
    CHILDREN,
    KNOWN,
    NEEDED,
    may_measure,
    may_say,
)
from summarykit.ooxml.vocabulary import DRAWN as DRAWN_NAMES

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
            "sectPr", "divId", "noProof", "lang", "cnfStyle", "fldData"))
)  # fmt: skip
_WORDS: Final = frozenset(map(w, ("t", "instrText")))
_PROPERTIES: Final = frozenset(
    map(w, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblPrEx", "tblStylePr"))
)
_LONGEST_SHOWN: Final = 20
_MEASURED: Final = ("cx", "cy", "x", "y")
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
        if str(parent.tag).startswith(MAIN) and parent.tag not in _WORDS:
            self._stray(parent)

    def _child(self, parent: Element, child: Element) -> None:
        if not isinstance(child.tag, str) or child.tag in _SILENT:
            if child.tag == w("numPr"):
                self._leave(message("automatic numbers"))
            parent.remove(child)
        elif child.tag in _AROUND:
            self._unwrap(parent, child, child)
        elif child.tag == f"{CHOICE}AlternateContent":
            self._alternatives(parent, child)
        elif not self._usable(parent, child):
            parent.remove(child)
        else:
            self._attributes(child)
            self.clean(child)

    def _unwrap(self, parent: Element, child: Element, around: Element) -> None:
        """Put what stands in `around` in the place of `child`."""
        inner = list(around)
        at = parent.index(child)
        parent[at : at + 1] = inner
        for each in inner:
            self._child(parent, each)

    def _stray(self, parent: Element) -> None:
        """Take out text that stands where no text can."""
        for text in (parent.text, *(child.tail for child in parent)):
            if bare := (text or "").strip():
                self._leave(_unknown(bare))
        parent.text = None
        for child in parent:
            child.tail = None

    def _alternatives(self, parent: Element, child: Element) -> None:
        """Keep of several forms the first drawing that can be used, else the plain form."""
        for choice in child.findall(f"{CHOICE}Choice"):
            drawings = choice.findall(w("drawing"))
            alone = len(drawings) == len(choice) and parent.tag == w("r")
            if drawings and alone and not any(map(_unusable_drawing, drawings)):
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
        self._unwrap(parent, child, plain)

    def _usable(self, parent: Element, child: Element) -> bool:
        tag = str(child.tag)
        if tag.startswith(MAIN):
            if tag.endswith(_CHANGED):  # in styles, where nobody sees it
                return False
            wrong = _unusable(parent, child)
        else:
            wrong = _foreign(parent, child)
            if wrong is None and not tag.startswith(_KNOWN):
                # What programs add beside what the format has.
                return False
            if local(tag) == "extLst":
                return False
        if wrong:
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
            silent = of_us or bare not in ATTRIBUTES.get(local(str(child.tag)), ())
            if led or strange or (name.startswith(MAIN) and silent):
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


def complete(content: Element) -> None:
    """Give `content` what Word needs to open it: cells and headers end with a paragraph."""
    for name, inner in (("tr", "tc"), ("tbl", "tr")):
        for each in list(content.iter(w(name))):
            if each.find(w(inner)) is None and (parent := each.getparent()) is not None:
                parent.remove(each)
    for each in (content, *content.iter(w("tc"), w("txbxContent"))):
        boxed = each is not content
        if (boxed or len(each)) and (not len(each) or each[-1].tag != w("p")):
            etree.SubElement(each, w("p"))


def written(parent: Element) -> str:
    """Return what stands below `parent`, with the prefixes of `NAMESPACES` and no others."""
    whole = etree.Element(w("all"), nsmap=dict(NAMESPACES))
    whole.extend(list(parent))
    etree.cleanup_namespaces(whole, top_nsmap=dict(NAMESPACES))
    text = etree.tostring(whole, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")] if len(whole) else ""


def _unusable(parent: Element, child: Element) -> Message | None:
    """Return what is named when an element is left out, nothing if it stays."""
    name = local(str(child.tag))
    if child.tag == w("drawing") and (wrong := _unusable_drawing(child)):
        return wrong
    if child.tag == w("pict"):
        return message("a drawing of an old or uncommon kind")
    if name not in KNOWN and name != "txbxContent":
        return _unknown(f"w:{name}")
    if not _may_stand(name, parent) or not _is_in_front(parent, child):
        return message("{name} where it cannot stand", name=f"w:{name}")
    return _wrong_value(child, name)


def _may_stand(name: str, parent: Element) -> bool:
    inside = local(str(parent.tag))
    if not str(parent.tag).startswith(MAIN):
        return (inside, name) in {("txbx", "txbxContent"), ("Choice", "drawing")}
    return name in CHILDREN.get(inside, ())


def _is_in_front(parent: Element, child: Element) -> bool:
    """Return whether properties stand before all that has them, once."""
    if child.tag not in _PROPERTIES or parent.tag in _PROPERTIES:
        return True
    before = {each.tag for each in child.itersiblings(preceding=True)}
    return before <= _PROPERTIES - {child.tag}


def _wrong_value(child: Element, name: str) -> Message | None:
    """Return what an element says that it cannot say."""
    allowed = ATTRIBUTES.get(name, {})
    if name in NEEDED and not value(child):
        return _unknown(f"w:{name}")
    for attribute, said in allowed.items():
        text = child.get(w(attribute))
        if text is not None and not may_say(said, str(text)):
            return _unknown(f'w:{name}="{str(text)[:_LONGEST_SHOWN]}"')
    return None


def _foreign(parent: Element, child: Element) -> Message | None:
    """Return what is named of an element that is not of text: its words, and false drawings."""
    tag, name = str(child.tag), local(str(child.tag))
    shown = f"{child.prefix}:{name}" if child.prefix else name
    if not tag.startswith(_KNOWN):
        # What stands in drawings are numbers of theirs.
        seen = str(parent.tag).startswith(MAIN) and "".join(map(str, child.itertext())).strip()
        return _unknown(shown) if seen else None
    drawn = tag.startswith((DRAWN, PICTURE, SHAPE)) and name != "extLst"
    return _unknown(shown) if drawn and name not in DRAWN_NAMES else None


def _unusable_drawing(drawing: Element) -> Message | None:
    """Return why a drawing is left out: what it shows, or that no sheet has room for it."""
    kinds = [str(data.get("uri", "")) for data in drawing.iter(f"{THEMED}graphicData")]
    if not kinds or any(kind not in _DRAWINGS for kind in kinds):
        return message("a chart, a diagram or a group of drawings")
    for each in drawing.iter(f"{DRAWN}extent", f"{THEMED}ext", f"{THEMED}off"):
        for name in _MEASURED:
            text = each.get(name)
            least = {"least": 0} if name.startswith("c") else {}
            if text is not None and not may_measure(str(text), **least):
                return _unknown(f'{name}="{str(text)[:_LONGEST_SHOWN]}"')
    for each in drawing.iter(f"{DRAWN}posOffset"):
        if not may_measure(text := (each.text or "").strip()):
            return _unknown(f'posOffset="{text[:_LONGEST_SHOWN]}"')
    return None


def _unknown(name: str) -> Message:
    return message("{name}, which is not known", name=name[:60])
