"""B01 to B08, B10, B11 and B13 to B16: the text (GB/T 9704-2012, 5.2, 7.3.3; the layout)."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Message, message
from summarykit.layout import SINGLE, Style
from summarykit.layout.bounds import BLACK
from summarykit.ooxml.elements import value, w
from summarykit.review.casting import BLANKS
from summarykit.review.fonts import (
    HAN,
    chinese_of,
    wrong_bold,
    wrong_fonts,
    wrong_sizes,
)
from summarykit.review.remarks import ERROR, FILE, INFO, WARNING, Remark, View, differs
from summarykit.review.roles import FLOWING, IN_TABLES, NAMES, STYLES, Role
from summarykit.review.units import alignment, characters, colour, points
from summarykit.review.wordfile import Para

_LINE: Final = 20
_INDENT_LESS, _INDENT_MORE, _TWICE = 40, 20, 60
_TYPED: Final = frozenset(STYLES) - {Role.TITLE, Role.ATTACHMENT_TITLE, Role.MARK, Role.FOOTER}
_SPACED: Final = FLOWING | {
    Role.HEADING, Role.ADDRESSEE, Role.NOTE, Role.SIGNATURE, Role.DATE, Role.MARK,
}  # fmt: skip
_INDENTED: Final = FLOWING | {Role.ADDRESSEE}
_BREAKING: Final = ("kinsoku", "wordWrap", "autoSpaceDE", "autoSpaceDN")
_UNGAPPED: Final = frozenset({Role.SIGNATURE, Role.DATE})
_NO_COLOUR: Final = frozenset({Role.LETTERHEAD, Role.OTHER, Role.FIGURE})
_CHINESE: Final = ("zh-cn", "zh-hans", "zh-sg")


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the text, paragraph by paragraph."""
    for para in view.word.texts:
        if para.role in {Role.BLANK, Role.OTHER, Role.LETTERHEAD}:
            continue
        yield from _type(para, view)
        yield from _indent(para, view)
        yield from _lines(para, view)
        yield from _runs(para, view)
        yield from _breaking(para)
    yield from _language(view)


def style_of(para: Para, view: View) -> Style:
    """Return the style of the layout that a paragraph should be set in."""
    if para.role is Role.HEADING:
        return view.layout.styles.heading(para.level)
    style: Style = getattr(view.layout.styles, STYLES.get(para.role, "body"))
    return style


def _type(para: Para, view: View) -> Iterator[Remark]:
    if para.role not in _TYPED:
        return
    style, name = style_of(para, view), name_of(para, view)
    runs = chinese_of(para, para.head)
    # Counties ask for the type of the text; that of tables and captions follows habit.
    severity = WARNING if para.role in IN_TABLES | {Role.CAPTION, Role.UNIT} else ERROR
    tight = [view.layout.table.tight_size.twips // 10] if para.role in IN_TABLES else []
    for said in wrong_fonts(runs, view, style, name):
        yield Remark(Code.B01, severity, para.spot, said)
    for said in wrong_sizes(runs, style, name, tight):
        yield Remark(Code.B02, severity, para.spot, said)
    if para.role in FLOWING and len(para.text) > 1:
        for said in wrong_bold(runs, style, name):
            yield Remark(Code.B01, WARNING, para.spot, said)


def _indent(para: Para, view: View) -> Iterator[Remark]:
    if para.role in FLOWING and para.text[:1] in BLANKS:
        said = message("the text is set in with blanks or tabs")
        yield Remark(Code.B10, WARNING, para.spot, said)
    if para.role not in _INDENTED:
        return
    style = style_of(para, view)
    yield from indent_remarks(para, style, Code.B03, NAMES[para.role])


def indent_remarks(para: Para, style: Style, code: Code, what: Message) -> Iterator[Remark]:
    """Yield what is wrong with the indent of the first line, and of the lines below."""
    cell = para.cell or style.size.twips
    expected, found = style.indent.over(cell), para.shape.first(cell)
    left = para.shape.side("left", cell)
    if not expected - _INDENT_LESS <= found <= expected + _INDENT_MORE:
        name = message("the indent of the first line of {what}", what=what)
        said = differs(name, characters(expected / cell), characters(found / cell))
        yield Remark(code, ERROR, para.spot, said)
    elif abs(left) > _INDENT_LESS:
        name = message("the indent of all lines of {what}", what=what)
        said = differs(name, characters(0), characters(left / cell))
        yield Remark(code, ERROR, para.spot, said)
    counted = para.shape.twips("ind@firstLineChars")
    measured = para.shape.twips("ind@firstLine")
    if counted and abs(measured - counted * cell / 100) > _TWICE:
        said = message(
            "the indent is {counted} in Word, but {measured} where characters are not counted",
            counted=characters(counted / 100),
            measured=points(measured),
        )
        yield Remark(Code.B04, ERROR, para.spot, said)


def _lines(para: Para, view: View) -> Iterator[Remark]:
    if para.role in FLOWING and para.shape.align != "both":
        found = alignment(para.shape.align)
        said = differs(message("the alignment of the text"), alignment("both"), found)
        if view.layout.styles.body.align == "both":
            yield Remark(Code.B05, WARNING, para.spot, said)
    if para.role not in _SPACED:
        return
    style = style_of(para, view)
    yield from _spacing(para, style)
    section = view.word.section_of(para.section)
    exact = para.shape.said.get("spacing@lineRule") == "exact"
    if section and section.grid and exact and para.shape.on("snapToGrid", otherwise=True):
        said = message("the exact line spacing is snapped to the line grid")
        yield Remark(Code.B07, WARNING, para.spot, said)


def _pitch(rule: str, line: int) -> Message:
    """Return a distance of lines in words: exactly 28.95 points, 1.5 lines."""
    if rule == "auto":
        return message("{number} lines", number=f"{round(line / SINGLE, 2):g}")
    if rule == "atLeast":
        return message("at least {length}", length=points(line))
    return message("exactly {length}", length=points(line))


def _spacing(para: Para, style: Style) -> Iterator[Remark]:
    shape = para.shape
    rule = shape.said.get("spacing@lineRule", "auto")
    line = shape.twips("spacing@line") or SINGLE
    wanted = style.line
    if rule != wanted.rule or abs(line - wanted.value) > _LINE:
        what = message("the line spacing")
        said = differs(what, _pitch(wanted.rule, wanted.value), _pitch(rule, line))
        yield Remark(Code.B06, ERROR, para.spot, said)
    for side, length in (("before", style.before), ("after", style.after)):
        found_twips = shape.twips(f"spacing@{side}")
        if lines := shape.twips(f"spacing@{side}Lines"):
            found_twips = round(lines * style.pitch / 100)
        if shape.on(f"spacing@{side}Autospacing"):
            found_twips = 280
        if found_twips != length.twips:
            above = message("the space above paragraphs")
            below = message("the space below paragraphs")
            name = above if side == "before" else below
            said = differs(name, points(length.twips), points(found_twips))
            yield Remark(Code.B08, WARNING, para.spot, said)


def name_of(para: Para, view: View) -> Message:
    """Return what a paragraph is called: `the text`, too, where it is set like that."""
    style, body = style_of(para, view), view.layout.styles.body
    like = (style.font, style.size, style.latin) == (body.font, body.size, body.latin)
    return NAMES[Role.BODY] if like else NAMES.get(para.role, NAMES[Role.BODY])


def _runs(para: Para, view: View) -> Iterator[Remark]:
    style = style_of(para, view)
    heading = view.layout.styles.heading(para.level) if para.role is Role.RUN_IN else style
    for run in para.runs:
        if not run.text.strip() or run.look.hidden:
            continue
        found = run.look.colour.upper() or BLACK
        if found not in {style.colour, heading.colour} and para.role not in _NO_COLOUR:
            said = differs(message("the colour"), colour(style.colour), colour(found))
            yield Remark(Code.B11, ERROR, para.spot, said)
        if run.look.themed:
            said = message("the font is taken from the theme and changes with it")
            yield Remark(Code.B16, WARNING, para.spot, said)


def _breaking(para: Para) -> Iterator[Remark]:
    if para.role not in _SPACED:
        return
    for name in _BREAKING:
        gap = name.startswith("autoSpace") and para.role in _UNGAPPED
        if not gap and not para.shape.on(name, otherwise=True):
            said = message("the rules of line breaking are switched off ({name})", name=name)
            yield Remark(Code.B13, WARNING, para.spot, said)
    if para.shape.on("overflowPunct", otherwise=True):
        said = message("marks may hang out into the margin")
        yield Remark(Code.B14, INFO, para.spot, said)


def _language(view: View) -> Iterator[Remark]:
    for para in view.word.texts:
        for run in para.runs:
            found = run.look.language
            if HAN.search(run.text) and not found.lower().startswith(_CHINESE):
                shown = found or message("none")
                said = differs(message("the language of the text"), "zh-CN", shown)
                yield Remark(Code.B15, WARNING, para.spot, said)
    settings = view.word.settings
    found = "" if settings is None else value(settings.find(w("themeFontLang")), "eastAsia")
    if found and not found.lower().startswith(_CHINESE):
        said = differs(message("the language of the file"), "zh-CN", found)
        yield Remark(Code.B15, WARNING, FILE, said)
