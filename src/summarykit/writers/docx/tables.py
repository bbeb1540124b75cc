"""Tables: how wide each column is, and the rows as text joined once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Self

from summarykit.document import Align, Inlines, Strong, Table, plain
from summarykit.layout import Layout
from summarykit.writers.docx.flow import Grid
from summarykit.writers.docx.runs import CLOSING, HINT, quoted, runs

# How wide the longest words of a column count, in characters; what is longer is broken.
_LEAST, _MOST = 2.0, 16.0
# What the gaps between Chinese characters and digits take, in characters.
_GAPS = 1.0
_DIGIT = re.compile(rb"[0-9]")
# So much more than its fair share a column may take if its words stay on one line for it.
_LENIENCE = 1.15
# In twips: a column exactly as wide as its words may be too narrow by a rounding.
_SLACK = 20
_OPENING = f"<w:r><w:rPr>{HINT}</w:rPr><w:t>"
_CELL_END = "</w:p></w:tc>"
# Signs that need more than to be put between tags: markup, and blanks that must be kept.
_MARKED = re.compile(r"[&<>\s]")


def table_grid(table: Table, layout: Layout, width: int) -> Grid:
    """Return `table` set `width` twips wide: as many rows as it has, and one for the heads."""
    heads = tuple(column.head for column in table.columns)
    texts = [_texts(row) for row in (heads, *table.rows)]
    widths = column_widths(texts, [column.weight for column in table.columns], layout, width)
    rows = _Rows(layout, widths, tuple(column.align for column in table.columns))
    columns = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return Grid(
        f"<w:tbl>{_properties(table, width)}<w:tblGrid>{columns}</w:tblGrid>",
        [rows.head.filled(heads, texts[0], "<w:tblHeader/>"), *rows.below(table, texts[1:])],
    )


def _texts(row: Sequence[Inlines]) -> list[str]:
    # Most cells hold one piece; `plain` would take longer over it than all the rest.
    return [
        cell[0].text if len(cell) == 1 and not isinstance(cell[0], Strong) else plain(cell)
        for cell in row
    ]


def _properties(table: Table, width: int) -> str:
    last, look = (1, "0660") if table.total else (0, "0620")
    caption, description = quoted(plain(table.caption)), quoted(table.description)
    about = f'<w:tblCaption w:val="{caption}"/>' if caption else ""
    about += f'<w:tblDescription w:val="{description}"/>' if description else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="GwTable"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="{last}" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{about}</w:tblPr>'
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The kinds of rows one table has."""

    layout: Layout
    widths: Sequence[int]
    aligns: tuple[Align, ...]

    @property
    def head(self) -> "_RowForm":
        centred = (Align.CENTER,) * len(self.aligns)
        return _RowForm.of(replace(self, aligns=centred), head=True, keep=True)

    def below(self, table: Table, texts: Sequence[Sequence[str]]) -> list[str]:
        """Return the rows under the head; a total, and all of a small table, stay together."""
        loose = _RowForm.of(self, head=False, keep=False)
        kept = _RowForm.of(self, head=False, keep=True)
        count = len(table.rows)
        small = count <= self.layout.table.together
        forms = [kept if small else loose] * (count - 1) + [loose]
        if table.total:
            forms[-2:-1] = [kept] * (count > 1)
            forms[-1] = _RowForm.of(self, head=True, keep=False)
        filled = zip(forms[-count:], table.rows, texts, strict=False)
        return [form.filled(row, words_of) for form, row, words_of in filled]


@dataclass(frozen=True, slots=True)
class _RowForm:
    """What all rows of a kind share, so that a row of plain words is filled in at one go."""

    start: str
    cells: tuple[str, ...]
    pieces: tuple[str, ...]  # every second one is the place of a cell's words

    @classmethod
    def of(cls, rows: _Rows, *, head: bool, keep: bool) -> Self:
        """Return the form of a row; with `keep` it stays on one page with the row below."""
        layout = rows.layout
        style = layout.styles.table_head if head else layout.styles.table_text
        look = f'<w:pStyle w:val="{"GwTableHead" if head else "GwTableText"}"/>'
        look += "<w:keepNext/>" if keep else ""
        cells = tuple(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>{look}'
            + ("" if align == style.align else f'<w:jc w:val="{align}"/>')
            + "</w:pPr>"
            for width, align in zip(rows.widths, rows.aligns, strict=True)
        )
        height = layout.table.row_height.twips
        start = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        end = f"{CLOSING}{_CELL_END}"
        between = [f"{end}{cell}{_OPENING}" for cell in cells]
        between[0] = between[0].removeprefix(end)
        pieces = [piece for each in between for piece in (each, "")]
        return cls(f"<w:tr>{start}", cells, (*pieces, f"{end}</w:tr>"))

    def filled(self, row: Sequence[Inlines], texts: Sequence[str], more: str = "") -> str:
        """Return a row with the words of `row`, which are `texts`, and `more` properties."""
        start = f"{self.start}{more}</w:trPr>"
        looks = [cell for cell in row if len(cell) != 1 or isinstance(cell[0], Strong)]
        if looks or _MARKED.search("".join(texts)):
            return f"{start}{self._looking(row)}</w:tr>"
        pieces = [start, *self.pieces]
        pieces[2::2] = texts
        return "".join(pieces)

    def _looking(self, row: Sequence[Inlines]) -> str:
        cells = zip(self.cells, map(runs, row), strict=True)
        return "".join([f"{before}{cell}{_CELL_END}" for before, cell in cells])


def column_widths(
    rows: Sequence[Sequence[str]], weights: Sequence[float], layout: Layout, width: int
) -> list[int]:
    """Return the width of each column in twips; together they are `width`.

    Where the page has the room, no words are broken, and what is left over goes to the columns
    by need and weight. Otherwise it is the widest columns that give way.
    """
    cell, padding = layout.styles.table_text.cell, 2 * layout.table.padding.twips + _SLACK
    longest = map(_longest, zip(*rows, strict=True))
    needs = [min(max(each, _LEAST), _MOST) * cell + padding for each in longest]
    spare = width - sum(needs)
    parts = _given(needs, weights, spare) if spare >= 0 else _shared(needs, weights, width)
    edges = [0, *(round(edge) for edge in accumulate(parts))]
    return [after - before for before, after in pairwise(edges)]


def _longest(column: Iterable[str]) -> float:
    """Return about how wide the longest line of `column` is, in characters."""
    # A Chinese character takes two of these bytes and a digit one, as on the page.
    lines = "\n".join(column).encode("gb18030").split(b"\n")
    longest = max(lines, key=len)
    gaps = not longest.isascii() and _DIGIT.search(longest)
    return len(longest) / 2 + (_GAPS if gaps else 0.0)


def _given(needs: Sequence[float], weights: Sequence[float], spare: float) -> list[float]:
    shares = [need * weight for need, weight in zip(needs, weights, strict=True)]
    return [
        need + spare * share / sum(shares) for need, share in zip(needs, shares, strict=True)
    ]


def _shared(needs: Sequence[float], weights: Sequence[float], width: float) -> list[float]:
    """Return parts of `width`: the least needs are met, the other columns share what is left.

    What a column needs is met as long as it is about a fair share.
    """
    parts = [need * weight for need, weight in zip(needs, weights, strict=True)]
    order = sorted(range(len(needs)), key=lambda i: needs[i] / weights[i])
    left = width
    while len(order) > 1:
        first = order[0]
        fair = left * weights[first] / sum(weights[i] for i in order)
        if needs[first] > fair * _LENIENCE:
            break
        parts[first] = needs[first]
        left -= needs[first]
        del order[0]
    wanted = sum(parts[i] for i in order)
    for i in order:
        parts[i] *= left / wanted
    return parts
