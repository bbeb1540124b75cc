"""For every setting of a layout, how a Word file shows the value that it has.

A value is shown when its `Sign` holds in the file: that of the old value before a pack says
another one, that of the new value afterwards. Some values move something, and are added to
what other settings make of it: for those, the file shows by how much.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import written_settings as read
from layout_values import Key
from written_settings import Written, at, eighths, half_points, number, twips

ORGANISATION: Final = "云岭县青石镇中心小学"
Value = Any
Fonts = Mapping[str, Mapping[str, Any]]
_LINE: Final = 20  # twips, of which a border is told in whole points


@dataclass(frozen=True)
class Sign:
    """How a value is told from a file: it is found there, or it moves what is found there."""

    found: Callable[[Written, Fonts], Any]
    of: Callable[[Value, Fonts], Any]
    moves: bool = False
    slack: int = 0


def _is(
    found: Callable[[Written], object], of: Callable[[Value], object] = lambda v: v
) -> Sign:
    return Sign(lambda written, _: found(written), lambda value, _: of(value))


def _moves(
    found: Callable[[Written], int], of: Callable[[Value], int] = twips, slack: int = 0
) -> Sign:
    return Sign(lambda written, _: found(written), lambda v, _: of(v), moves=True, slack=slack)


def _font(found: Callable[[Written], object]) -> Sign:
    return Sign(lambda written, _: found(written), lambda role, fonts: fonts[role]["name"])


def _run(element: read.Element, *, last: bool = False) -> read.Element:
    runs = [run for run in element.iter(f"{read.W}r") if read.words(run).strip()]
    return runs[-1 if last else 0]


def _page(path: str, attribute: str) -> Sign:
    return _is(lambda w: number(read.section(w, path, attribute)), twips)


def _first(written: Written, style: str) -> read.Element:
    return written.paragraphs(style)[0]


def _blank(style: str) -> Callable[[Written], str | None]:
    """Return what finds the blank at the right of a style's first paragraph."""
    return lambda w: at(_first(w, style), "pPr/ind", "rightChars")


def _style(style: str, setting: str) -> Sign:
    def found(written: Written, _: Fonts) -> object:
        return read.style_setting(written, style, setting)

    def of(value: Value, fonts: Fonts) -> object:
        if setting in {"font", "latin"}:
            return fonts[value]["name"]
        if setting == "colour":  # what is black says nothing
            return None if value == "000000" else value
        if setting in {"bold", "keep_next", "widow", "align"}:
            return value
        return half_points(value) if setting == "size" else twips(value)

    return Sign(found, of)


def _heading_numbers(written: Written) -> list[str]:
    told = {1: "主要工作", 2: "摸底", 3: "到户", 4: "到人"}
    return [
        read.words(_first(written, f"Heading{level}")).removesuffix(title)
        for level, title in told.items()
    ]


def _longest_line(written: Written) -> float:
    lines = read.words(_first(written, "Title")).split("\n")
    return max(sum(0.5 if sign.isascii() else 1 for sign in line) for line in lines)


def _number_line(written: Written) -> read.Element:
    (found,) = (p for p in written.paragraphs("Normal") if "1号" in read.words(p))
    return found


def _border(element: read.Element, path: str) -> int:
    return number(at(element, path, "sz"))


def _rows(written: Written) -> list[read.Element]:
    return list(read.floating(written).iter(f"{read.W}tr"))


def _cell_border(row: int, side: str) -> Sign:
    def found(written: Written) -> int:
        return _border(_rows(written)[row], f"tc/tcPr/tcBorders/{side}")

    return _is(found, eighths)


def _kept(written: Written) -> bool:
    """Return whether the first row of a table of two stays on one page with the second."""
    row = read.tables(written)[-1].findall(f"{read.W}tr")[1]
    return all(
        p.find(f"{read.W}pPr/{read.W}keepNext") is not None for p in row.iter(f"{read.W}p")
    )


def _running_on(written: Written) -> str | None:
    """Return the font of its own that a heading has which its text runs on from."""
    runs = (r for r in written.body.iter(f"{read.W}r") if read.words(r).endswith("建册。"))
    return at(next(runs), "rPr/rFonts", "eastAsia")


def _date(written: Written) -> str:
    return read.words(_first(written, "Date"))


def _kind(written: Written) -> str:
    if read.frames(written):
        return "letter"
    return "document" if read.red(written) else "none"


def _condensed(written: Written) -> bool:
    return min(read.run_spacings(written), default=0) < BODY_SPACING


def _widened(written: Written) -> bool:
    return max(read.run_spacings(written), default=-99) > BODY_SPACING


BODY_SPACING: Final = -5
_GRIDS: Final = {"lines": "lines", "word": "linesAndChars", "none": None}
_DATES: Final = {"arabic": "2024年7月10日", "chinese": "二〇二四年七月十日"}
_BOTH_SIDES: Final = {"outer": ["right", "left"], "center": ["center"]}

_SIGNS: Final[dict[str, Sign]] = {
    "page.width": _page("pgSz", "w"),
    "page.height": _page("pgSz", "h"),
    **{
        f"page.{side}": _page("pgMar", side)
        for side in ("top", "bottom", "left", "right", "footer")
    },
    "page.grid": _is(lambda w: read.section(w, "docGrid", "type"), _GRIDS.__getitem__),
    "page.mirror": _is(
        lambda w: w.parts["word/settings.xml"].find(f"{read.W}mirrorMargins") is not None
    ),
    "numbering.headings": _is(_heading_numbers),
    "numbering.run_in": _is(_running_on, {"heading": "楷体_GB2312", "text": None}.get),
    "numbering.automatic": _is(
        lambda w: at(w.style("Heading1"), "pPr/numPr/numId") is not None
    ),
    "numbering.table": _is(
        lambda w: read.words(_first(w, "Caption")), lambda v: f"{v}1　学生人数"
    ),
    "numbering.figure": _is(
        lambda w: read.words(_first(w, "Caption")), lambda v: f"{v}1　走访"
    ),
    "numbering.attachment": _is(
        lambda w: read.words(_first(w, "GwAttMark")), lambda v: f"{v}1"
    ),
    "numbering.separator": _is(
        lambda w: read.words(_first(w, "Caption")), lambda v: f"表1{v}学生人数"
    ),
    "title.characters": _is(_longest_line, {20: 17.0, 14: 13.0}.__getitem__),
    "title.blank_lines": _is(lambda w: read.blanks_behind(w, _first(w, "Subtitle"))),
    "last_line.characters": _is(lambda w: bool(read.run_spacings(w)), bool),
    "last_line.condense": _is(_condensed, lambda v: twips(v) > 0),
    "last_line.widen": _is(_widened, lambda v: twips(v) > 0),
    "cover.shown": _is(lambda w: len(list(w.body.iter(f"{read.W}sectPr"))), lambda v: 1 + v),
    "cover.font": _font(lambda w: at(_run(read.cover_lines(w)[0]), "rPr/rFonts", "eastAsia")),
    "cover.size": _is(
        lambda w: number(at(_run(read.cover_lines(w)[0]), "rPr/sz")), half_points
    ),
    "cover.top": _is(
        lambda w: number(at(read.cover_lines(w)[0], "pPr/spacing", "before")), twips
    ),
    "cover.unit_font": _font(
        lambda w: at(_run(read.cover_lines(w)[1]), "rPr/rFonts", "eastAsia")
    ),
    "cover.unit_size": _is(
        lambda w: number(at(_run(read.cover_lines(w)[1]), "rPr/sz")), half_points
    ),
    "cover.unit_top": _moves(
        lambda w: number(at(read.cover_lines(w)[1], "pPr/spacing", "before"))
    ),
    "letterhead.kind": _is(_kind),
    "letterhead.mark": _is(
        lambda w: read.words(read.red(w)[0]), lambda v: v.format(organisation=ORGANISATION)
    ),
    "letterhead.letter_mark": _is(
        lambda w: read.words(read.red(w)[0]), lambda v: v.format(organisation=ORGANISATION)
    ),
    "letterhead.font": _font(lambda w: at(_run(read.red(w)[0]), "rPr/rFonts", "eastAsia")),
    "letterhead.size": _is(lambda w: number(at(_run(read.red(w)[0]), "rPr/sz")), half_points),
    "letterhead.top": _moves(lambda w: number(at(read.red(w)[0], "pPr/spacing", "before"))),
    "letterhead.blank_lines": _is(lambda w: read.blanks_behind(w, read.red(w)[0])),
    "letterhead.signer": _font(
        lambda w: at(_run(_number_line(w), last=True), "rPr/rFonts", "eastAsia")
    ),
    "letterhead.line": _is(lambda w: _border(_number_line(w), "pPr/pBdr/bottom"), eighths),
    "letterhead.line_gap": _moves(
        lambda w: 20 * number(at(_number_line(w), "pPr/pBdr/bottom", "space")), slack=_LINE
    ),
    "letterhead.letter_top": _moves(lambda w: number(read.frames(w)[0].get(f"{read.W}y"))),
    "letterhead.letter_foot": _moves(
        lambda w: number(read.frames(w)[2].get(f"{read.W}y")), lambda v: -twips(v)
    ),
    "letterhead.letter_width": _is(
        lambda w: number(read.frames(w)[0].get(f"{read.W}w")), twips
    ),
    "imprint.shown": _is(lambda w: len(list(w.body.iter(f"{read.W}tblpPr"))), int),
    "imprint.size": _is(lambda w: number(at(_run(_rows(w)[0]), "rPr/sz")), half_points),
    "imprint.frame": _cell_border(0, "top"),
    "imprint.inner": _cell_border(0, "bottom"),
    "page_number.position": _is(
        lambda w: [at(p, "pPr/jc") for p in w.paragraphs("Footer")], _BOTH_SIDES.__getitem__
    ),
    "page_number.form": _is(
        lambda w: read.words(_first(w, "Footer")), lambda v: v.format(page=1)
    ),
    "page_number.inset": _is(lambda w: number(_blank("Footer")(w)), twips),
    "signature.unit": _is(lambda w: bool(w.paragraphs("Signature")), lambda v: v == "always"),
    "signature.date": _is(_date, _DATES.__getitem__),
    "signature.blank_lines": _is(lambda w: read.blanks_before(w, "Signature")),
    "signature.right": _is(lambda w: number(_blank("Signature")(w)), twips),
    "signature.date_offset": _moves(lambda w: number(_blank("Date")(w)), lambda v: -twips(v)),
    "signature.sealed_blank_lines": _is(lambda w: read.blanks_before(w, "Signature")),
    "signature.as_sealed": _is(
        lambda w: number(_blank("Date")(w)), {False: 350, True: 400}.get
    ),
    "signature.sealed_right": _is(lambda w: number(_blank("Date")(w)), twips),
    "table.borders": _is(
        lambda w: at(w.style("GwTable"), "tblPr/tblBorders/insideV") is not None,
        lambda v: v == "full",
    ),
    "table.frame": _is(lambda w: _border(w.style("GwTable"), "tblPr/tblBorders/top"), eighths),
    "table.inner": _is(
        lambda w: _border(w.style("GwTable"), "tblPr/tblBorders/insideH"), eighths
    ),
    "table.row_height": _is(lambda w: number(at(read.tables(w)[0], "tr/trPr/trHeight")), twips),
    "table.padding": _is(
        lambda w: number(at(w.style("GwTable"), "tblPr/tblCellMar/left", "w")), twips
    ),
    "table.together": _is(_kept, lambda v: v >= len(("在校学生", "留守儿童"))),
    "table.tight_size": _is(
        lambda w: number(at(_run(read.tables(w)[0]), "rPr/sz")), half_points
    ),
    "figure.width": _is(lambda w: round(read.drawings(w)[0][0] / 635), twips),
    "figure.height": _is(lambda w: round(read.drawings(w)[1][1] / 635), twips),
    "figure.before": _is(
        lambda w: number(at(w.style("GwFigure"), "pPr/spacing", "before")), twips
    ),
}

_ROLES: Final = ("song", "fangsong", "kai", "hei", "title", "latin")


def _of_font(index: int, setting: str) -> Sign:
    if setting == "name":
        return _is(lambda w: read.used_font(w, index).get(f"{read.W}name"))
    return _is(lambda w: at(read.used_font(w, index), "altName"), lambda names: names[0])


UNSEEN: Final = {
    "styles.attachment_note.indent": "the names hang where the first one begins (7.3.4)",
    "styles.footer.align": "page_number.position says where the number stands",
}
"""The settings that no file shows, and why."""


def sign_of(key: Key) -> Sign:
    """Return how a file shows a setting.

    Raises:
        KeyError: It is a new one, for which nobody has said so.
    """
    if key[0] == "styles":
        return _style(key[1], key[2])
    if key[0] == "fonts":
        return _of_font(_ROLES.index(key[1]), key[2])
    return _SIGNS[".".join(key)]
