"""P01 to P13: the sheet, its margins, the grid (GB/T 9704-2012, 5.1, 5.2; the layout)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, Self

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.ooxml.elements import number, value, w
from summarykit.review.remarks import FILE, WARNING, Remark, View, differs
from summarykit.review.roles import FLOWING
from summarykit.review.units import millimetres, points
from summarykit.review.wordfile import Section

ERROR: Final = Severity.ERROR
_PAPER: Final = 12
_MARGIN: Final = 57  # 1 mm
_ALIKE: Final = 12
_NEW_WORD: Final = 15
_MODES: Final = f"{w('compat')}/{w('compatSetting')}"


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the pages."""
    text = _Text.of(view)
    for section in view.word.text_sections:
        yield from _sheet(section, view)
        if not section.turned:
            yield from _margins(section, view)
            yield from _full(section, text, view)
            yield from _grid(section, text, view)
        yield from _turned(section, text)
    yield from _alike(view)
    yield from _mode(view)


@dataclass(frozen=True, slots=True)
class _Text:
    """What most of the main text is like, in twips, and which sections it stands in."""

    pitch: int
    """Its line spacing, 0 where it is not exact."""
    cell: int
    """The width of one character."""
    sections: frozenset[int]

    @classmethod
    def of(cls, view: View) -> Self:
        """Return it of the file in `view`."""
        pitches: Counter[int] = Counter()
        cells: Counter[int] = Counter()
        main = [p for p in view.word.texts if not p.part and p.text.strip()]
        for para in main:
            if para.role in FLOWING:
                exact = para.shape.said.get("spacing@lineRule") == "exact"
                pitches[para.shape.twips("spacing@line") if exact else 0] += len(para.text)
                for run in para.runs:
                    cells[run.look.twips + run.look.spacing] += len(run.text)
        (pitch, _), (cell, _) = ((c.most_common(1) or [(0, 0)])[0] for c in (pitches, cells))
        return cls(pitch, cell, frozenset(para.section for para in main))


def _remark(code: Code, severity: Severity, section: Section, said: Message) -> Remark:
    return Remark(code, severity, section.spot, said)


def _sheet(section: Section, view: View) -> Iterator[Remark]:
    page = view.layout.page
    sides = (page.width.twips, page.height.twips)
    width, height = sides[::-1] if section.turned else sides
    if abs(section.width - width) > _PAPER or abs(section.height - height) > _PAPER:
        said = differs(
            message("the paper"),
            message("{a} × {b}", a=millimetres(width), b=millimetres(height)),
            message("{a} × {b}", a=millimetres(section.width), b=millimetres(section.height)),
        )
        yield _remark(Code.P01, ERROR, section, said)
    gutter = section.margins["gutter"]
    if gutter:
        said = differs(message("the gutter"), millimetres(0), millimetres(gutter))
        yield _remark(Code.P10, WARNING, section, said)
    if section.columns > 1:
        said = differs(message("the number of columns"), 1, section.columns)
        yield _remark(Code.P10, WARNING, section, said)


def _margins(section: Section, view: View) -> Iterator[Remark]:
    page = view.layout.page
    for code, what, expected, found in (
        (Code.P02, message("the top margin"), page.top.twips, section.margins["top"]),
        (Code.P03, message("the left margin"), page.left.twips, section.margins["left"]),
        (Code.P04, message("the width of the text"), page.text_width, section.text_width),
        (Code.P05, message("the height of the text"), page.text_height, section.text_height),
    ):
        # Word keeps a negative margin to say that the head may not push the text down.
        if abs(abs(found) - expected) > _MARGIN:
            said = differs(what, millimetres(expected), millimetres(abs(found)))
            yield _remark(code, ERROR, section, said)


def _full(section: Section, text: "_Text", view: View) -> Iterator[Remark]:
    """Say how much a full page and a full line hold (5.2.3)."""
    layout = view.layout
    lines = section.text_height // text.pitch if text.pitch > 0 else layout.lines
    if lines != layout.lines:
        said = differs(message("the number of lines on a full page"), layout.lines, lines)
        yield _remark(Code.P06, WARNING, section, said)
    grid = section.char_space * 20 / 4096 if section.grid == "linesAndChars" else 0
    cell = text.cell + grid
    fit = int(section.text_width // cell) if cell > 0 else layout.characters
    if fit != layout.characters:
        what = message("the number of characters on a full line")
        yield _remark(Code.P07, WARNING, section, differs(what, layout.characters, fit))


def _grid(section: Section, text: "_Text", view: View) -> Iterator[Remark]:
    page = view.layout.page
    if section.grid == "linesAndChars" and section.char_space < 0 and page.grid != "word":
        said = message("the character grid is narrower than the type, which only Word can set")
        yield _remark(Code.P08, WARNING, section, said)
    if section.grid and text.pitch and abs(section.pitch - text.pitch) > 1:
        said = differs(message("the line grid"), points(text.pitch), points(section.pitch))
        yield _remark(Code.P09, WARNING, section, said)


def _turned(section: Section, text: "_Text") -> Iterator[Remark]:
    if section.turned and section.spot.numbers[0] - 1 in text.sections:
        said = message("the page lies on its side outside the attachments")
        yield _remark(Code.P12, WARNING, section, said)
    if section.turned != section.landscape:
        said = message("width and height of the page do not agree with its orientation")
        yield _remark(Code.P12, WARNING, section, said)


def _alike(view: View) -> Iterator[Remark]:
    """Say that upright sections differ in what their pages look like."""
    upright = [s for s in view.word.text_sections if not s.turned]
    for section in upright[1:]:
        pairs = chain(
            zip(upright[0].margins.values(), section.margins.values(), strict=True),
            ((upright[0].width, section.width), (upright[0].height, section.height)),
        )
        if any(abs(one - other) > _ALIKE for one, other in pairs):
            said = message("the page is set otherwise than that of the first section")
            yield _remark(Code.P11, WARNING, section, said)


def _mode(view: View) -> Iterator[Remark]:
    settings = view.word.settings
    found = () if settings is None else settings.iterfind(_MODES)
    modes = [number(value(e)) for e in found if value(e, "name") == "compatibilityMode"]
    mode = modes[0] if modes else 12
    if mode < _NEW_WORD:
        what = message("the compatibility mode")
        yield Remark(Code.P13, WARNING, FILE, differs(what, _NEW_WORD, mode))
