"""G01 to G04: tables and captions (the layout; CY/T 170 and 171)."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.l10n.numerals import from_chinese
from summarykit.review import ruling
from summarykit.review.paper import due_page
from summarykit.review.remarks import ERROR, WARNING, Remark, View, differs
from summarykit.review.roles import Role
from summarykit.review.units import millimetres, quoted
from summarykit.review.wordfile import Grid, Para

_SLACK: Final = 20
_CAPTION: Final = re.compile(r"(附?[表图])\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})")


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the tables, and with what they and the pictures are called."""
    for grid in view.word.grids:
        section = view.word.section_of(grid.section)
        if section is not None:
            # Narrow pages are a matter of P03, P04 and P14.
            due = due_page(section, view.layout.page).text_width
            yield from _width(grid, max(due, section.text_width))
        yield from _rows(grid, view)
        yield from ruling.check(grid, view)
    yield from _captions(view)


def _width(grid: Grid, room: int) -> Iterator[Remark]:
    columns = sum(grid.columns)
    width = max(grid.width, columns)
    if width > room + _SLACK:
        most = millimetres(room)
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
