"""B17, S05 and X02: what only the pages show (the layout; GB/T 9704-2012, 5.2.1, 7.3.5.5)."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Final
from unicodedata import category

from summarykit.diagnostics import Code, message
from summarykit.layout import text_width
from summarykit.review.reading import first_words
from summarykit.review.remarks import ERROR, WARNING, Remark, View, differs
from summarykit.review.rendering import Line, Sheet
from summarykit.review.roles import FLOWING, Role
from summarykit.review.units import millimetres
from summarykit.review.wordfile import Section, Spot

_TWIPS: Final = 20
_SLACK: Final = 2.84  # 1 mm, in points
_COMPANY: Final = 2
_ALIKE: Final = 2.0
_LEVEL: Final = 6.0


def check(view: View, sheets: tuple[Sheet, ...]) -> Iterator[Remark]:
    """Yield what is wrong with the pages of the file."""
    yield from _alone(view, sheets)
    yield from _last_lines(view, sheets)
    for count, sheet in enumerate(sheets, start=1):
        section = _section_of(sheet, view)
        if section is not None:
            yield from _beyond(sheet, section, count)


def _last_lines(view: View, sheets: tuple[Sheet, ...]) -> Iterator[Remark]:
    """Say which paragraphs end in a line that is shorter than the layout allows."""
    least = view.layout.last_line.characters
    if not least:
        return
    lines = [line for sheet in sheets for line in _text_lines(sheet, view)]
    starts = list(accumulate((len(line) for line in lines), initial=0))
    whole = "".join(lines)
    at = 0
    for para in view.word.paragraphs:
        text = "".join(para.text.split())
        start = whole.find(text, at) if text else -1
        if start < 0:
            continue
        at = start + len(text)
        last = starts[bisect_left(starts, at) - 1]
        short = start < last and _counted(whole[last:at]) < least
        if short and para.role in FLOWING:
            said = differs(
                message("the number of characters on the last line"),
                message("at least {number}", number=least),
                f"{_counted(whole[last:at]):g}",
            )
            yield Remark(Code.B17, WARNING, para.spot, said)


def _text_lines(sheet: Sheet, view: View) -> Iterator[str]:
    """Yield the lines of a page as they are read; pieces on one level are one line."""
    section = _section_of(sheet, view)
    if section is None:
        return
    margins = {side: abs(length) / _TWIPS for side, length in section.margins.items()}
    level = 0.0
    pieces: list[Line] = []
    for line in sheet.lines:
        if not _is_text(line, sheet, margins):
            continue
        middle = (line.top + line.bottom) / 2
        if pieces and middle - level > _LEVEL:
            yield _joined(pieces)
            pieces = []
        level = middle
        pieces.append(line)
    yield _joined(pieces)


def _joined(pieces: list[Line]) -> str:
    return "".join(line.text for line in sorted(pieces, key=lambda line: line.left))


def _counted(line: str) -> float:
    """Return how many characters are on a line, marks apart, a digit being half of one."""
    return text_width("".join(sign for sign in line if not category(sign).startswith("P")))


def _alone(view: View, sheets: tuple[Sheet, ...]) -> Iterator[Remark]:
    """Say that the signature has less than two lines of text above it on its page."""
    roles = {Role.SIGNATURE, Role.DATE}
    first = next((p for p in view.word.paragraphs if p.role in roles and not p.part), None)
    if first is None:
        return
    name = "".join(first.text.split())
    for sheet in reversed(sheets):
        at = [i for i, line in enumerate(sheet.lines) if line.text == name]
        if at:
            if at[-1] < _COMPANY:
                said = message("the signature stands alone at the top of a page")
                yield Remark(Code.S05, ERROR, first.spot, said)
            return


def _section_of(sheet: Sheet, view: View) -> Section | None:
    """Return the first section whose paper is that of the page."""
    return next(
        (
            section
            for section in view.word.sections
            if abs(section.width / _TWIPS - sheet.width) < _ALIKE
            and abs(section.height / _TWIPS - sheet.height) < _ALIKE
        ),
        None,
    )


def _beyond(sheet: Sheet, section: Section, count: int) -> Iterator[Remark]:
    """Say how far lines reach out over the margins; head and foot of the page do not count."""
    margins = {side: abs(length) / _TWIPS for side, length in section.margins.items()}
    right = sheet.width - margins["right"]
    for line in sheet.lines:
        if not _is_text(line, sheet, margins):
            continue
        over = max(margins["left"] - line.left, line.right - right)
        if over > _SLACK:
            spot = Spot("page", (count,), first_words(line.text))
            said = message(
                "the text reaches {length} beyond the margin", length=millimetres(over * _TWIPS)
            )
            yield Remark(Code.X02, WARNING, spot, said)


def _is_text(line: Line, sheet: Sheet, margins: dict[str, float]) -> bool:
    middle = (line.top + line.bottom) / 2
    return margins["top"] - _SLACK < middle < sheet.height - margins["bottom"] + _SLACK
