"""The styles of a Word file as the tables `[styles.…]` of a layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType
from typing import Any, Final

from summarykit.diagnostics import Message, message
from summarykit.layout import SINGLE, Pitch
from summarykit.layout.bounds import BLACK
from summarykit.ooxml.elements import is_on, number
from summarykit.ooxml.reference import ModelStyle, WordModel
from summarykit.packs.reference.faces import Faces
from summarykit.packs.reference.lengths import characters, of_type
from summarykit.packs.reference.pages import grid_pitch
from summarykit.packs.tools.key_names import BODY, STYLES, name_of

FOOTER: Final = "footer"
ROLES: Final = MappingProxyType(
    {
        "": BODY,
        "title": "title",
        "标题": "title",
        "heading1": "heading1",
        "标题1": "heading1",
        "heading2": "heading2",
        "标题2": "heading2",
        "heading3": "heading3",
        "标题3": "heading3",
        "heading4": "heading4",
        "标题4": "heading4",
        "subtitle": "subtitle",
        "副标题": "subtitle",
        "salutation": "addressee",
        "称呼": "addressee",
        "主送机关": "addressee",
        "附件说明": "attachment_note",
        "signature": "signature",
        "签名": "signature",
        "署名": "signature",
        "附件标识": "attachment_mark",
        "附件标题": "attachment_title",
        "caption": "caption",
        "题注": "caption",
        "表格单位": "unit",
        "表头文字": "table_head",
        "表格文字": "table_text",
        "footer": FOOTER,
        "页脚": FOOTER,
    }
)
"""The styles of a layout by the names of Word; `` is the style of the text."""
# As Word has them before anybody changes anything: nobody chose them.
_UNCHOSEN_SIZES: Final = MappingProxyType({BODY: 21, FOOTER: 18})
_AUTOMATIC: Final = "auto"
_UNCHOSEN_PITCH: Final = 312
_HIGHER: Final = 1.3
"""A line of Chinese type in single spacing over the size of the type."""
_ALIGNMENTS: Final = MappingProxyType(
    {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
     "both": "both"}
)  # fmt: skip
_LOST: Final = MappingProxyType(
    {
        "color@themeColor": message("the colour"),
        "i": message("italics"),
        "u": message("underlining"),
        "strike": message("lines through the text"),
        "caps": message("capitals"),
        "w": message("wide or narrow signs"),
        "highlight": message("a background"),
        "shd": message("a background"),
        "pBdr": message("the border"),
        "ind@left": message("the indent of all lines"),
        "ind@leftChars": message("the indent of all lines"),
        "ind@right": message("the indent at the right"),
        "ind@rightChars": message("the indent at the right"),
        "ind@hanging": message("the hanging indent"),
        "ind@hangingChars": message("the hanging indent"),
        "numPr@numId": message("automatic numbers"),
        "pageBreakBefore": message("the start of a page"),
        "framePr@w": message("the frame"),
    }
)
_NOTHING: Final = frozenset({"", "0", "none", "false", "off", "clear", "text1", "dark1"})


@dataclass(slots=True)
class StyleTables:
    """The tables of styles, of a file whose fonts play the parts that `faces` says."""

    model: WordModel
    layout: Mapping[str, Any]
    faces: Faces

    def tables(self) -> dict[str, dict[str, object]]:
        """Return what each style says; what only Word says, before anybody chose, is left."""
        found = dict(self._found())
        for style in found.values():  # so that a font keeps the part that it has
            for name in _fonts_of(style):
                self.faces.known(name)
        made = {role: dict(self._settings(role, style)) for role, style in found.items()}
        return {role: table for role, table in made.items() if table}

    def left_out(self) -> Iterator[Message]:
        """Yield what the styles say that no layout can, and fonts for which no part is left."""
        styles: dict[Message, list[str]] = {}
        for role, style in self._found():
            name = name_of((STYLES, role)) or role
            for what in dict.fromkeys(self._lost(style) if role != FOOTER else ()):
                styles.setdefault(what, []).append(name)
        for what, names in styles.items():
            yield message("{what} of {names}", what=what, names=tuple(names))

    def _lost(self, style: ModelStyle) -> Iterator[Message]:
        said = {**style.paragraph, **style.run}
        yield from (what for key, what in _LOST.items() if said.get(key, "") not in _NOTHING)
        if said.get("jc", "left") not in _ALIGNMENTS:
            yield message("the alignment")
        for name in _fonts_of(style):
            if not self.faces.known(name):
                yield message("the font {name}", name=name)

    def _found(self) -> Iterator[tuple[str, ModelStyle]]:
        """Yield the styles by their role, the text first; the first of two counts."""
        seen: set[str] = set()
        for name, role in ROLES.items():
            style = self.model.styles.get(name)
            if style is not None and role not in seen:
                seen.add(role)
                yield role, style

    def _settings(self, role: str, style: ModelStyle) -> Iterator[tuple[str, object]]:
        yield from self._type(role, style)
        yield from self._place(role, style)
        if line := self._line(role, style):
            yield "line", line

    def _type(self, role: str, style: ModelStyle) -> Iterator[tuple[str, object]]:
        said = style.run
        styles = self.layout.get("styles", {})
        usual = {**styles.get(BODY, {}), **styles.get(role, {})}
        for setting, part in (("font", "eastAsia"), ("latin", "ascii")):
            name = said.get(f"rFonts@{part}", "")
            if name and f"rFonts@{part}Theme" not in said:
                found = self.faces.claimed(name, str(usual.get(setting, "")))
                if found:
                    yield setting, found
        size = number(said.get("sz", ""))
        if size and size != _UNCHOSEN_SIZES.get(role):
            yield "size", of_type(size * 10)
        yield from self._ink(role, said)

    def _ink(self, role: str, said: Mapping[str, str]) -> Iterator[tuple[str, object]]:
        if "b" in said:
            yield "bold", is_on(said, "b")
        if (colour := said.get("color", "")) and "color@themeColor" not in said:
            yield "colour", BLACK if colour == _AUTOMATIC else colour
        if "spacing" in said:
            yield "spacing", of_type(number(said["spacing"]))
        elif role == BODY and _grid(self.model) == "word":
            space = number(self.model.section.get("docGrid@charSpace", ""))
            yield "spacing", of_type(round(space * 20 / 4096))

    def _place(self, role: str, style: ModelStyle) -> Iterator[tuple[str, object]]:
        said = style.paragraph
        align = _ALIGNMENTS.get(said.get("jc", ""))
        if align and not (role == FOOTER and align == "left"):
            yield "align", align
        yield from _indent(said)
        yield from self._space(said)
        for setting, word in (("keep_next", "keepNext"), ("widow", "widowControl")):
            if word in said:
                yield setting, is_on(said, word)

    def _space(self, said: Mapping[str, str]) -> Iterator[tuple[str, object]]:
        for side in ("before", "after"):
            if lines := number(said.get(f"spacing@{side}Lines", "")):
                pitch = grid_pitch(self.model.section) or SINGLE
                yield side, of_type(round(lines * pitch / 100))
            elif f"spacing@{side}" in said:
                yield side, of_type(number(said[f"spacing@{side}"]))

    def _line(self, role: str, style: ModelStyle) -> str:
        """Return the pitch of its lines, empty where it does not say any."""
        pitch = grid_pitch(self.model.section)
        own = style.paragraph
        sized = "sz" in style.run and number(style.run["sz"]) != _UNCHOSEN_SIZES.get(role)
        if "spacing@line" in own and not _is_single(own):
            sized = True
        if not sized or role == FOOTER:
            has_grid = role == BODY and pitch and pitch != _UNCHOSEN_PITCH
            return of_type(pitch) if has_grid else ""
        return effective_line(style, pitch)


def _indent(said: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """Yield how far the first line is set in; what hangs out is left to the layout."""
    counted = number(said.get("ind@firstLineChars", ""))
    if counted or ("ind@firstLineChars" in said and "ind@firstLine" not in said):
        yield "indent", characters(counted)
    elif "ind@firstLine" in said:
        first = number(said["ind@firstLine"])
        yield "indent", of_type(first) if first else characters(0)


def effective_line(style: ModelStyle, pitch: int) -> str:
    """Return how far lines of a style are apart, on a grid of `pitch` twips or on none.

    On a grid, Word makes them a whole number of its lines; `1.5倍` holds where there is none.
    """
    rule = style.shape.said.get("spacing@lineRule", "auto")
    line = style.shape.twips("spacing@line") or SINGLE
    if rule == "exact":
        return of_type(line)
    natural = round(style.look.twips * _HIGHER)
    if rule == "atLeast":
        return of_type(max(line, natural))
    if pitch and style.shape.on("snapToGrid", otherwise=True):
        return of_type(round(ceil(natural / pitch) * pitch * line / SINGLE))
    return str(Pitch(parts=line))


def _is_single(said: Mapping[str, str]) -> bool:
    auto = said.get("spacing@lineRule", "auto") == "auto"
    return auto and number(said.get("spacing@line", "")) == SINGLE


def _fonts_of(style: ModelStyle) -> Iterator[str]:
    for part in ("eastAsia", "ascii"):
        name = style.run.get(f"rFonts@{part}", "")
        if name and f"rFonts@{part}Theme" not in style.run:
            yield name


def _grid(model: WordModel) -> str:
    return "word" if model.section.get("docGrid@type") == "linesAndChars" else ""
