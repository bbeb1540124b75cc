"""What the `reference.docx` of a pack says: a table like that of a layout, and furniture."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

from summarykit.diagnostics import Message
from summarykit.layout import Furniture, Pages, Picture, Strip
from summarykit.ooxml.reference import WordModel, read_model
from summarykit.ooxml.strips import DrawnStrip
from summarykit.packs.reference.faces import Faces
from summarykit.packs.reference.page_numbers import header_top, number_tables
from summarykit.packs.reference.pages import page_table, pages_left_out
from summarykit.packs.reference.styles import FOOTER, ROLES, StyleTables

_SEEN: Final = re.compile(r"<w:(?:t|instrText|pBdr|tbl|drawing|sym|fldSimple)[ />]|<mc:")


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken over from a Word file, and what cannot be."""

    table: Mapping[str, object]
    left_out: tuple[Message, ...]


@lru_cache(maxsize=16)
def model_of(data: bytes) -> WordModel:
    """Return what a Word file gives, read once."""
    return read_model(data, ROLES)


def taken(model: WordModel, layout: Mapping[str, Any]) -> Taken:
    """Return what `model` says as a table of a layout; `layout` says what fonts are for."""
    faces = Faces(layout)
    tables = StyleTables(model, layout, faces)
    styles = tables.tables()
    number, footer = number_tables(model, faces)
    if footer:
        styles[FOOTER] = dict(footer)
    made = {
        "page": page_table(model),
        "fonts": faces.table(),
        "styles": styles,
        "page_number": dict(number),
    }
    left_out = (*model.left_out, *pages_left_out(model.section), *tables.left_out())
    return Taken({name: table for name, table in made.items() if table}, left_out)


def furniture(model: WordModel, *, keeps_number: bool) -> Furniture:
    """Return the headers and footers of a Word file; footers that are all empty are none."""
    heads = [strip for strip in model.strips if strip.is_header]
    feet = [strip for strip in model.strips if not strip.is_header]
    if not (heads or any(map(_shows, feet))):
        return Furniture()
    return Furniture(
        headers=tuple(map(_strip, heads)),
        footers=tuple(map(_strip, feet)) if any(map(_shows, feet)) else (),
        styles=model.carried,
        pictures=tuple(Picture(cast("Any", p.kind), p.data) for p in model.pictures),
        top=header_top(model),
        keeps_number=keeps_number,
    )


def _shows(strip: DrawnStrip) -> bool:
    return bool(_SEEN.search(strip.before + strip.number + strip.after))


def _strip(drawn: DrawnStrip) -> tuple[Pages, Strip]:
    strip = Strip(drawn.before, drawn.number, drawn.after, drawn.pictures)
    return cast("Pages", drawn.pages), strip
