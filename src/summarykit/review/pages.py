"""P01 to P15: the sheet, its margins, the grid (GB/T 9704-2012, 5.1, 5.2 and 8; the layout)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.layout import Page
from summarykit.ooxml.elements import number, value, w
from summarykit.review.paper import (
    MARGIN_SLACK,
    SIDES,
    due_page,
    is_of_size,
    room,
    wrong_sides,
)
from summarykit.review.remarks import FILE, WARNING, Remark, View, differs
from summarykit.review.roles import FLOWING
from summarykit.review.units import millimetres, points
from summarykit.review.wordfile import Section

ERROR: Final = Severity.ERROR
_ALIKE: Final = 12
_NEW_WORD: Final = 15
_PITCH: Final = 20
_NAMES: Final = MappingProxyType(
    {
        "top": message("the top margin"),
        "left": message("the left margin"),
        "right": message("the right margin"),
        "bottom": message("the bottom margin"),
    }
)
_MODES: Final = f"{w('compat')}/{w('compatSetting')}"


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the pages."""
    text = _Text.of(view)
    for section in view.word.text_sections:
        yield from _sheet(section, view)
        yield from _margins(section, view)
        yield from _grid(section, text, view)
        if not section.turned:
            yield from _full(section, text, view)
        yield from _turned(section, text)
    yield from _alike(view)
    yield from _mode(view)


@dataclass(frozen=True, slots=True)
class _Text:
    """What most of the main text is like, in twips, and which sections it stands in."""

    pitch: int
    """Its line spacing, 0 where it is not exact."""
    size: int
    spacing: int
    """What is added to the width of one character."""
    sections: frozenset[int]

    @classmethod
    def of(cls, view: View) -> Self:
        """Return it of the file in `view`."""
        pitches: Counter[int] = Counter()
        looks: Counter[tuple[int, int]] = Counter()
        main = [p for p in view.word.texts if not p.part and p.text.strip()]
        for para in main:
            if para.role in FLOWING:
                exact = para.shape.said.get("spacing@lineRule") == "exact"
                pitches[para.shape.twips("spacing@line") if exact else 0] += len(para.text)
                for run in para.runs:
                    looks[run.look.twips, run.look.spacing] += len(run.text)
        ((pitch, _),) = pitches.most_common(1) or [(0, 0)]
        ((look, _),) = looks.most_common(1) or [((0, 0), 0)]
        return cls(pitch, *look, frozenset(para.section for para in main))


def _remark(code: Code, severity: Severity, section: Section, said: Message) -> Remark:
    return Remark(code, severity, section.spot, said)


def _sheet(section: Section, view: View) -> Iterator[Remark]:
    due = due_page(section, view.layout.page)
    if not is_of_size(section, due):
        width, height = due.width.twips, due.height.twips
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
    """Name the margins that are wrong, and the area of the text only where none of them is."""
    due = due_page(section, view.layout.page)
    wrong = wrong_sides(section, due)
    # Of pages on their side the standard says where their head is, not what margins they have.
    severity = WARNING if section.turned else ERROR
    for side in wrong:
        found = millimetres(abs(section.margins[side]))
        said = differs(_NAMES[side], millimetres(getattr(due, side).twips), found)
        yield _remark(SIDES[side], severity, section, said)
    width, height = room(section, view.layout.page)
    for code, what, expected, found_length in (
        (Code.P04, message("the width of the text"), due.text_width, width),
        (Code.P05, message("the height of the text"), due.text_height, height),
    ):
        if abs(found_length - expected) > MARGIN_SLACK:
            said = differs(what, millimetres(expected), millimetres(found_length))
            yield _remark(code, severity, section, said)


def _full(section: Section, text: "_Text", view: View) -> Iterator[Remark]:
    """Say how much a full page and a full line hold (5.2.3), if no other rule says why."""
    layout = view.layout
    body = layout.styles.body
    width, height = (
        # An area that is itself wrong is a matter of P04 and P05.
        due if abs(own - due) > MARGIN_SLACK else own
        for own, due in zip(room(section, layout.page), _area(layout.page), strict=True)
    )
    if text.pitch > 0 and abs(text.pitch - body.line.twips) <= _PITCH:
        lines = height // text.pitch
        if lines != layout.lines:
            what = message("the number of lines on a full page")
            yield _remark(Code.P06, WARNING, section, differs(what, layout.lines, lines))
    grid = section.char_space * 20 / 4096 if section.grid == "linesAndChars" else 0
    cell = text.size + text.spacing + grid
    if text.size == body.size.twips and cell > 0:
        fit = int(width // cell)
        if fit != layout.characters:
            what = message("the number of characters on a full line")
            yield _remark(Code.P07, WARNING, section, differs(what, layout.characters, fit))


def _area(page: Page) -> tuple[int, int]:
    return page.text_width, page.text_height


def _grid(section: Section, text: "_Text", view: View) -> Iterator[Remark]:
    page = view.layout.page
    if section.grid == "linesAndChars" and section.char_space < 0 and page.grid != "word":
        said = message("the character grid is narrower than the type, which only Word can set")
        yield _remark(Code.P08, WARNING, section, said)
    line = view.layout.styles.body.line.twips
    # What is wrong with the spacing of the text is a matter of B06.
    pitch = text.pitch if abs(text.pitch - line) <= _PITCH else line
    if section.grid and text.pitch and abs(section.pitch - pitch) > 1:
        said = differs(message("the line grid"), points(pitch), points(section.pitch))
        yield _remark(Code.P09, WARNING, section, said)


def _turned(section: Section, text: "_Text") -> Iterator[Remark]:
    if section.turned and section.spot.numbers[0] - 1 in text.sections:
        said = message("the page lies on its side outside the attachments")
        yield _remark(Code.P12, WARNING, section, said)
    if section.turned != section.landscape:
        said = message("width and height of the page do not agree with its orientation")
        yield _remark(Code.P12, WARNING, section, said)


def _alike(view: View) -> Iterator[Remark]:
    """Say that upright sections differ in what their pages look like, if nothing else does."""
    page = view.layout.page
    upright = [s for s in view.word.text_sections if not s.turned]
    for section in upright[1:]:
        named = {side for each in (upright[0], section) for side in wrong_sides(each, page)}
        pairs = [
            (upright[0].margins[side], section.margins[side])
            for side in section.margins
            if side not in named
        ]
        if is_of_size(upright[0], page) and is_of_size(section, page):
            pairs += [(upright[0].width, section.width), (upright[0].height, section.height)]
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
