"""Styles of a Word file that its headers and footers are set in, under names of their own.

They keep everything they are based on, down to the defaults of their file, so that what is set
in them looks in another file as it did in theirs.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from summarykit.ooxml.cleaning import Cleaner, written
from summarykit.ooxml.elements import value, w
from summarykit.ooxml.properties import Styles

_PREFIX: Final = "GwRef"
_MOST: Final = 200
_KEPT: Final = frozenset(map(w, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")))
# What Word takes where a file says nothing.
_ROOT: Final = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="GwRefRoot">'
    '<w:name w:val="reference root"/><w:semiHidden/><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:kern w:val="0"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
)
_BASE: Final = f"{_PREFIX}Base"


@dataclass(slots=True)
class Carried:
    """The styles that are taken along, each once, in the order in which they are asked for."""

    styles: Styles
    defaults: Element | None
    cleaner: Cleaner
    _names: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def name(self, identity: str, kind: str) -> str:
        """Return what a style is called in other files, nothing if there is no such style."""
        if kind == "paragraph" and identity not in self.styles.elements:
            identity = self.styles.normal
        if identity in self._names:
            return self._names[identity]
        for each in reversed(self._named(identity)):
            name = self._names[each]
            self._texts[name] = self._style(self.styles.elements[each], name, kind)
        return self._names.get(identity, _BASE if kind == "paragraph" else "")

    def _named(self, identity: str) -> list[str]:
        """Return a style and those it is based on, as far as they have only now got names."""
        new: list[str] = []
        for each in self.styles.chain(identity):
            if each in self._names or len(self._names) >= _MOST:
                break
            self._names[each] = f"{_PREFIX}{len(self._names) + 1}"
            new.append(each)
        return new

    def text(self) -> str:
        """Return the styles asked for so far, and those that all of them are based on."""
        return "".join((_ROOT, self._base(), *self._texts.values()))

    def _style(self, found: Element, name: str, kind: str) -> str:
        style = _new(kind, name, self._based_on(found, kind))
        for each in found:
            if each.tag in _KEPT:
                style.append(deepcopy(each))
        return self._written(style)

    def _based_on(self, found: Element, kind: str) -> str:
        above = value(found.find(w("basedOn")))
        if above in self._names and self._names[above] in self._texts:
            return self._names[above]
        # The first of a chain, or one that is based on itself by a roundabout way.
        return {"paragraph": _BASE, "table": "TableNormal"}.get(kind, "")

    def _base(self) -> str:
        style = _new("paragraph", _BASE, f"{_PREFIX}Root")
        for kind in ("pPr", "rPr"):
            path = f"{w(f'{kind}Default')}/{w(kind)}"
            said = None if self.defaults is None else self.defaults.find(path)
            if said is not None:
                style.append(deepcopy(said))
        return self._written(style)

    def _written(self, style: Element) -> str:
        holder = etree.Element(w("all"))
        holder.append(style)
        for each in list(style):
            if each.tag in _KEPT:
                self.cleaner.clean(each)
        return written(holder)


def _new(kind: str, name: str, based_on: str) -> Element:
    about = {"type": kind, "customStyle": "1", "styleId": name}
    style = etree.Element(w("style"), {w(key): said for key, said in about.items()})
    shown = name.removeprefix(_PREFIX).lower()
    etree.SubElement(style, w("name"), {w("val"): f"reference {shown}"})
    if based_on:
        etree.SubElement(style, w("basedOn"), {w("val"): based_on})
    etree.SubElement(style, w("semiHidden"))
    return style
