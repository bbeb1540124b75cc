"""G01 to G04 and G07: tables and captions (the layout; CY/T 170 and 171)."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.l10n.numerals import from_chinese
from summarykit.ooxml.elements import number
from summarykit.review.remarks import ERROR, INFO, WARNING, Remark, View, differs
from summarykit.review.roles import Role
from summarykit.review.units import millimetres, points, quoted
from summarykit.review.wordfile import Grid, Para, Section

_SLACK: Final = 20
_LINE_SLACK: Final = 2  # eighths of a point
_CAPTION: Final = re.compile(r"(附?[表图])\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})")
_INNER: Final = ("insideH", "insideV")
_FRAME: Final = ("top", "bottom", "left", "right")


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the tables, and with what they and the pictures are called."""
    for grid in view.word.grids:
        section = view.word.section_of(grid.section)
        if section is not None:
            yield from _width(grid, section)
        yield from _rows(grid, view)
        yield from _borders(grid, view)
    yield from _captions(view)


def _width(grid: Grid, section: Section) -> Iterator[Remark]:
    columns = sum(grid.columns)
    width = max(grid.width, columns)
    if width > section.text_width + _SLACK:
        most = millimetres(section.text_width)
        said = message(
            "the table is {found} wide, and the text {most}",
            found=millimetres(width),
            most=most,
        )
        yield Remark(Code.G01, ERROR, grid.spot, said)
    elif grid.width and columns and abs(columns - grid.width) > _SLACK:
        what = message("the width of all columns")
        said = differs(what, millimetres(grid.width), millimetres(columns))
        yield Remark(Code.G01, ERROR, grid.spot, said)


def _rows(grid: Grid, view: View) -> Iterator[Remark]:
    long = len(grid.rows) > view.layout.table.together
    if long and not grid.rows[0].is_head:
        said = message("the head of the table is not repeated on the next page")
        yield Remark(Code.G02, ERROR, grid.spot, said)
    if grid.rows and not all(row.is_whole for row in grid.rows):
        said = message("rows of the table may break across pages")
        yield Remark(Code.G03, WARNING, grid.spot, said)


def _borders(grid: Grid, view: View) -> Iterator[Remark]:
    """Compare the lines that a table or its style says it has, as far as either says any."""
    if not grid.borders:
        return
    rule = view.layout.table
    full = rule.borders == "full"
    due = dict.fromkeys(_FRAME if full else _FRAME[:2], _eighths(rule.frame.twips))
    due |= dict.fromkeys(_INNER, _eighths(rule.inner.twips)) if full else {}
    found = {side: _drawn(grid.borders.get(side, "")) for side in (*_FRAME, *_INNER)}
    drawn = {side for side, width in found.items() if width}
    if drawn == due.keys() and all(abs(found[s] - due[s]) <= _LINE_SLACK for s in due):
        return
    said = message(
        "the lines of the table should be {form} ({frame} outside, {inner} inside)",
        form=message("a full frame") if full else message("three lines"),
        frame=points(rule.frame.twips),
        inner=points(rule.inner.twips),
    )
    # How wide lines are hardly anyone sees.
    yield Remark(Code.G07, INFO if drawn == due.keys() else WARNING, grid.spot, said)


def _eighths(twips: int) -> int:
    """Return the width of a line as Word counts it, in eighths of a point."""
    return max(2, round(twips * 8 / 20))


def _drawn(line: str) -> int:
    """Return the width of a line as it is given, 0 where there is none."""
    kind, _, eighths = line.partition(" ")
    return 0 if kind in {"none", "nil"} else number(eighths)


def _captions(view: View) -> Iterator[Remark]:
    """Say which caption is out of sequence or on the wrong side of what it names."""
    counts: dict[str, int] = {}
    blocks = [b for b in view.word.blocks if isinstance(b, Grid) or not b.is_blank]
    for at, block in enumerate(blocks):
        if isinstance(block, Grid) or block.role is not Role.CAPTION:
            continue
        found = _CAPTION.match(block.text.strip())
        if found is None:
            continue
        label, count = found[1], _counted(found[2])
        due = counts.get(label, 0) + 1
        counts[label] = count
        if count != due:
            said = differs(
                message("the number of the caption"),
                quoted(f"{label}{due}"),
                quoted(found.group()),
            )
            yield Remark(Code.G04, WARNING, block.spot, said)
        elif label.endswith("表") and not any(map(_is_table, blocks[at + 1 : at + 3])):
            said = message("the caption of a table stands above it")
            yield Remark(Code.G04, WARNING, block.spot, said)
        elif label.endswith("图") and not (at and _is_picture(blocks[at - 1])):
            said = message("the caption of a picture stands below it")
            yield Remark(Code.G04, WARNING, block.spot, said)


def _is_table(block: Para | Grid) -> bool:
    return isinstance(block, Grid)


def _is_picture(block: Para | Grid) -> bool:
    return isinstance(block, Para) and block.pictures


def _counted(written: str) -> int:
    if written.isdecimal():
        return int(written)
    try:
        return int(from_chinese(written))
    except ValueError:
        return 0
