"""What holds for a run and a paragraph once styles, defaults and theme are taken together.

Direct properties come before those of the character style, these before the chain of paragraph
styles, these before the defaults (ISO/IEC 29500-1, 17.7.2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from summarykit.ooxml.elements import THEMED, Table, flat, is_on, number, value, w

_INDENT: Final = ("firstLine", "firstLineChars", "hanging", "hangingChars")
_FONTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_TWIPS_A_HALF_POINT: Final = 10
_DEFAULT_SIZE: Final = 20
DEEPEST: Final = 64
"""A style that is based on so many others is based on itself, or made to keep us busy."""


_NOWHERE: Final = "\0"
"""No style can be called so; one without an id is called ``."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a run is set."""

    chinese: str
    latin: str
    half_points: int
    bold: bool
    hidden: bool
    colour: str
    spacing: int
    language: str
    themed: bool

    @property
    def twips(self) -> int:
        """The size in twips."""
        return self.half_points * _TWIPS_A_HALF_POINT


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set; `said` is everything that is said of it, flattened."""

    said: Mapping[str, str] = field(hash=False)

    def on(self, name: str, *, otherwise: bool = False) -> bool:
        """Return whether a property that is on or off is on."""
        return is_on(self.said, name, otherwise=otherwise)

    def twips(self, name: str) -> int:
        """Return a length in twips, 0 where nothing is said."""
        return number(self.said.get(name, ""))

    @property
    def align(self) -> str:
        """How lines are aligned, by the names of a layout."""
        found = self.said.get("jc", "left")
        return {"start": "left", "end": "right", "distribute": "both"}.get(found, found)

    def side(self, side: str, cell: int) -> float:
        """Return the indent at the `left` or `right`, in twips; characters come first in Word.

        `cell` is how wide one character is.
        """
        other = {"left": "start", "right": "end"}[side]
        for name in (f"ind@{side}Chars", f"ind@{other}Chars"):
            if characters := self.twips(name):
                return characters * cell / 100
        return self.twips(f"ind@{side}") or self.twips(f"ind@{other}")

    def first(self, cell: int) -> float:
        """Return how far the first line is set in, in twips; less than 0 when it hangs out."""
        for name, sign in (("firstLineChars", 1), ("hangingChars", -1)):
            if characters := self.twips(f"ind@{name}"):
                return sign * characters * cell / 100
        return self.twips("ind@firstLine") - self.twips("ind@hanging")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it is based on."""

    id: str
    name: str
    paragraph: Table
    run: Table


NOTHING: Final = Style("", "", {}, {})


def layered(below: Table, above: Table) -> dict[str, str]:
    """Return both tables as one; what `above` says replaces what `below` says of the same."""
    merged = dict(below)
    hangs = any(f"ind@{name}" in above for name in _INDENT[2:])
    starts = any(f"ind@{name}" in above for name in _INDENT[:2])
    if hangs != starts:
        for name in _INDENT[:2] if hangs else _INDENT[2:]:
            merged.pop(f"ind@{name}", None)
    for name in _FONTS:
        # A font by name replaces a font of the theme; beside it, that of the theme counts.
        if f"rFonts@{name}" in above:
            merged.pop(f"rFonts@{name}Theme", None)
            merged.pop("rFonts@cstheme" if name == "cs" else "", None)
    merged.update(above)
    return merged


@dataclass(slots=True)
class Styles:
    """The styles of a file, each worked out once, and the looks they lead to."""

    defaults: Style
    elements: Mapping[str, Element]
    theme: Mapping[str, str]
    normal: str
    _known: dict[str, Style] = field(default_factory=dict)
    _read: dict[str, tuple[Table, Table]] = field(default_factory=dict)
    _looks: dict[tuple[str, str, str, bytes], Look] = field(default_factory=dict)
    _shapes: dict[tuple[str, str, bytes], Shape] = field(default_factory=dict)

    def style(self, identity: str) -> Style:
        """Return a style by its id; what there is not says nothing."""
        if identity not in self._known:
            self._known[identity] = self._chained(identity)
        return self._known[identity]

    def chain(self, identity: str) -> list[str]:
        """Return the ids of a style and of those it is based on, the nearest first."""
        chain: dict[str, None] = {}
        while identity in self.elements and identity not in chain and len(chain) < DEEPEST:
            chain[identity] = None
            identity = value(self.elements[identity].find(w("basedOn"))) or _NOWHERE
        return list(chain)

    def merged(self, chain: Sequence[str]) -> tuple[Table, Table]:
        """Return what the styles of a chain say of paragraphs and of runs, taken together."""
        paragraph: Table = {}
        run: Table = {}
        for identity in reversed(chain):
            of_paragraph, of_run = self._own(identity)
            paragraph = layered(paragraph, of_paragraph) if of_paragraph else paragraph
            run = layered(run, of_run) if of_run else run
        return paragraph, run

    def _own(self, identity: str) -> tuple[Table, Table]:
        """Return what a style says itself, read once."""
        if identity not in self._read:
            element = self.elements[identity]
            self._read[identity] = (flat(element.find(w("pPr"))), flat(element.find(w("rPr"))))
        return self._read[identity]

    def _chained(self, identity: str) -> Style:
        chain = self.chain(identity)
        name = value(self.elements[identity].find(w("name"))) if chain else ""
        return Style(identity, name, *self.merged(chain))

    def shape(self, style: str, properties: Element | None, table: str = "") -> Shape:
        """Return how a paragraph is set, `table` being the style of the table it stands in."""
        key = (style, table, _written(properties))
        if key not in self._shapes:
            said = layered(self.defaults.paragraph, self.style(table).paragraph)
            said = layered(said, self.style(style or self.normal).paragraph)
            self._shapes[key] = Shape(layered(said, flat(properties)))
        return self._shapes[key]

    def look(self, style: str, properties: Element | None, table: str = "") -> Look:
        """Return how a run is set that stands in a paragraph of `style`."""
        written = _written(properties)
        own = value(properties.find(w("rStyle"))) if properties is not None else ""
        key = (style, table, own, written)
        if key not in self._looks:
            self._looks[key] = self._look(style or self.normal, own, flat(properties), table)
        return self._looks[key]

    def _look(self, style: str, own: str, direct: Table, table: str) -> Look:
        above, character = self.style(style).run, self.style(own).run
        said = layered(self.defaults.run, self.style(table).run)
        under = layered(said, above)
        said = layered(layered(under, character), direct)
        chinese, themed = self._font(said, "eastAsia")
        latin, themed_too = self._font(said, "ascii")

        def switched(name: str) -> bool:
            # Switched on by both kinds of style, it is off (17.7.3).
            styles = is_on(under, name) != is_on(character, name)
            return is_on(direct, name, otherwise=styles)

        return Look(
            chinese=chinese,
            latin=latin,
            half_points=number(said.get("sz", ""), _DEFAULT_SIZE),
            bold=switched("b"),
            hidden=switched("vanish"),
            colour=_colour(said),
            spacing=number(said.get("spacing", "")),
            language=said.get("lang@eastAsia", ""),
            themed=themed or themed_too,
        )

    def _font(self, said: Table, name: str) -> tuple[str, bool]:
        """Return the font for a kind of text, and whether it comes from the theme."""
        if part := said.get(f"rFonts@{name}Theme"):
            return self.theme.get(part, ""), True
        return said.get(f"rFonts@{name}", ""), False


def _colour(said: Table) -> str:
    """Return a colour other than black as it is written, else nothing."""
    colour, theme = said.get("color", "auto"), said.get("color@themeColor", "")
    if theme and theme not in {"text1", "dark1"}:
        return theme if colour in {"", "auto"} else colour
    return "" if colour.lower() in {"", "auto", "000000"} else colour


def _written(properties: Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def read_styles(styles: Element | None, theme: Element | None) -> Styles:
    """Return the styles of a file from its parts `styles` and `theme`, as far as they are."""
    if styles is None:
        return Styles(NOTHING, {}, _theme_fonts(theme), "")
    elements: dict[str, Element] = {}
    normal = ""
    for style in styles.iterchildren(w("style")):
        elements.setdefault(value(style, "styleId"), style)
        if value(style, "type") == "paragraph" and is_on({"d": value(style, "default")}, "d"):
            normal = normal or (value(style, "styleId") if value(style, "default") else "")
    paragraph = styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
    run = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    defaults = Style("", "", flat(paragraph), flat(run))
    return Styles(defaults, elements, _theme_fonts(theme), normal)


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return the fonts of a theme by the names that runs call them by."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = None if theme is None else theme.find(f".//{THEMED}{kind}Font")
        if fonts is None:
            continue
        latin = _face(fonts.find(f"{THEMED}latin"))
        hans = fonts.find(f"{THEMED}font[@script='Hans']")
        chinese = _face(fonts.find(f"{THEMED}ea")) or _face(hans)
        found |= {f"{kind}Ascii": latin, f"{kind}HAnsi": latin, f"{kind}EastAsia": chinese}
    return found


def _face(font: Element | None) -> str:
    return "" if font is None else str(font.get("typeface", ""))
