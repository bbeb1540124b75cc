"""The page set-up of a Word file as the table `[page]` of a layout."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Message, message
from summarykit.ooxml.elements import number
from summarykit.ooxml.reference import WordModel
from summarykit.packs.reference.lengths import on_paper

_MARGINS: Final = ("top", "bottom", "left", "right", "footer")
_HEIGHTS: Final = frozenset({"top", "bottom"})
"""Word keeps these negative to say that a header or footer may not push the text away."""
_BELOW: Final = MappingProxyType(
    {
        "left": message("a left margin of less than 0"),
        "right": message("a right margin of less than 0"),
        "header": message("a header at less than 0 from the edge"),
        "footer": message("a footer at less than 0 from the edge"),
    }
)
_GRIDS: Final = MappingProxyType(
    {"lines": "lines", "linesAndChars": "word", "snapToChars": "word"}
)


def page_table(model: WordModel) -> dict[str, object]:
    """Return what the file says of its page; of a file without a section, nothing."""
    said = model.section
    table: dict[str, object] = {}
    sides = {side: number(said.get(f"pgSz@{side[0]}", "")) for side in ("width", "height")}
    if 0 < sides["width"] <= sides["height"]:
        table |= {side: on_paper(twips) for side, twips in sides.items()}
    for side in _MARGINS:
        twips = number(said.get(f"pgMar@{side}", ""))
        if f"pgMar@{side}" in said and (twips >= 0 or side in _HEIGHTS):
            table[side] = on_paper(abs(twips))
    if said:
        table["grid"] = _GRIDS.get(said.get("docGrid@type", ""), "none")
        table["mirror"] = model.mirrored
    return table


def pages_left_out(said: Mapping[str, str]) -> Iterator[Message]:
    """Yield what of the page set-up no layout can say."""
    if number(said.get("pgSz@w", "")) > number(said.get("pgSz@h", "")):
        yield message("the page that lies on its side")
    for side, what in _BELOW.items():
        if number(said.get(f"pgMar@{side}", "")) < 0:
            yield what
    if number(said.get("pgMar@gutter", "")):
        yield message("the gutter")
    if number(said.get("cols@num", ""), 1) > 1:
        yield message("the columns")


def grid_pitch(said: Mapping[str, str]) -> int:
    """Return the pitch of the line grid in twips, 0 where there is none."""
    has = said.get("docGrid@type", "") in _GRIDS
    return number(said.get("docGrid@linePitch", "")) if has else 0
