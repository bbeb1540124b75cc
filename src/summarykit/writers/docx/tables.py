"""Tables: how wide each column is, and the rows as text joined once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil
from typing import Self

from summarykit.document import Align, Column, Fact, Inlines, Strong, Table, plain
from summarykit.layout import Alignment, Layout
from summarykit.writers.docx.flow import Grid
from summarykit.writers.docx.runs import CLOSING, HINT, quoted, runs
from summarykit.writers.docx.styles import size

# How wide the longest words of a column count, in characters; what is longer is broken.
_LEAST, _MOST = 2.0, 16.0
# What the gap between a Chinese character and a digit takes, in characters.
_GAP = 0.25
# What a percent sign takes beyond the half character of a digit, in the font of the figures.
_PERCENT = 0.35
_GAPS = re.compile(rb"[0-9A-Za-z%](?=[\x81-\xfe])|[\x40-\xfe](?=[0-9])(?<![0-9A-Za-z])")
_DIGIT = re.compile("[0-9]")
# Where a date, a number or the head above it may be broken: a unit goes to the next line.
_JOINT = re.compile("(?<=[—～~、，；])|(?=（)")
# Words of fewer characters are not broken for want of room, and no others into more lines.
_SHORT, _LINES = 4.0, 3
# The heads are in one row, whose second line several of them may share; a broken date or number
# is worse than broken words.
_HEAD_COST, _NUMBER_COST = 0.25, 2
# So much more than its fair share a column may take if its words stay on one line for it.
_LENIENCE = 1.15
# So much of their fair share is left to the others.
_LEAST_LEFT = 0.5
# In twips: a column exactly as wide as its words may be too narrow by a rounding.
_SLACK = 10
_CELL_END = "</w:p></w:tc>"
# Signs that need more than to be put between tags: markup, and blanks that must be kept.
_MARKED = re.compile(r"[&<>\s]")


def table_grid(table: Table, layout: Layout, width: int) -> Grid:
    """Return `table` set `width` twips wide: as many rows as it has, and one for the heads."""
    heads = tuple(column.head for column in table.columns)
    texts = [_texts(row) for row in (heads, *table.rows)]
    weights = [column.weight for column in table.columns]
    look, widths = HINT, column_widths(texts, weights, layout, width)
    if not _fits(texts, layout, width):
        layout = _tight(layout)
        look += size(layout.styles.table_text)
        widths = column_widths(texts, weights, layout, width)
    rows = _Rows(layout, widths, _aligns(table, texts, widths, layout), look)
    columns = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return Grid(
        f"<w:tbl>{_properties(table, width)}<w:tblGrid>{columns}</w:tblGrid>",
        [rows.head.filled(heads, texts[0], "<w:tblHeader/>"), *rows.below(table, texts[1:])],
    )


def _fits(rows: Sequence[Sequence[str]], layout: Layout, width: int) -> bool:
    """Return whether no words need be broken on a page of this `width`."""
    return sum(_needs(list(zip(*rows, strict=True)), layout)) <= width


def _needs(columns: Sequence[Sequence[str]], layout: Layout) -> list[float]:
    """Return how wide each column is if no words are broken, in twips."""
    cell, padding = layout.styles.table_text.cell, 2 * layout.table.padding.twips + _SLACK
    return [min(max(_longest(each), _LEAST), _MOST) * cell + padding for each in columns]


def _tight(layout: Layout) -> Layout:
    """Return `layout` with the smaller signs of a table that is too wide."""
    smaller = {"size": layout.table.tight_size}
    styles = layout.styles
    changed = {
        "table_text": styles.table_text.model_copy(update=smaller),
        "table_head": styles.table_head.model_copy(update=smaller),
    }
    return layout.model_copy(update={"styles": styles.model_copy(update=changed)})


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
    aligns: tuple[Alignment, ...]
    look: str

    @property
    def head(self) -> "_RowForm":
        as_said = (self.layout.styles.table_head.align,) * len(self.aligns)
        return _RowForm.of(replace(self, aligns=as_said), head=True, keep=True)

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
    look: str

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
        between = [f"{end}{cell}<w:r><w:rPr>{rows.look}</w:rPr><w:t>" for cell in cells]
        between[0] = between[0].removeprefix(end)
        pieces = [piece for each in between for piece in (each, "")]
        return cls(f"<w:tr>{start}", cells, (*pieces, f"{end}</w:tr>"), rows.look)

    def filled(self, row: Sequence[Inlines], texts: Sequence[str], more: str = "") -> str:
        """Return a row with the words of `row`, which are `texts`, and `more` properties."""
        start = f"{self.start}{more}</w:trPr>"
        looks = [
            cell
            for cell in row
            if len(cell) != 1
            or isinstance(cell[0], Strong)
            or (isinstance(cell[0], Fact) and cell[0].control)
        ]
        if looks or _MARKED.search("".join(texts)):
            return f"{start}{self._looking(row)}</w:tr>"
        pieces = [start, *self.pieces]
        pieces[2::2] = texts
        return "".join(pieces)

    def _looking(self, row: Sequence[Inlines]) -> str:
        cells = zip(self.cells, row, strict=True)
        return "".join(
            [f"{before}{runs(cell, self.look)}{_CELL_END}" for before, cell in cells]
        )


def column_widths(
    rows: Sequence[Sequence[str]], weights: Sequence[float], layout: Layout, width: int
) -> list[int]:
    """Return the width of each column in twips; together they are `width`.

    Where the page has the room, no words are broken, and what is left over goes to the columns
    by need and weight. Otherwise as few cells as can be are broken; where that is not enough,
    it is the widest columns that give way.
    """
    cell, padding = layout.styles.table_text.cell, 2 * layout.table.padding.twips + _SLACK
    columns = list(zip(*rows, strict=True))
    needs = _needs(columns, layout)
    spare = width - sum(needs)
    if spare >= 0:
        parts = _given(needs, weights, spare)
    else:
        longest = [(need - padding) / cell for need in needs]
        steps = [_steps(*each) for each in zip(columns, longest, strict=True)]
        broken = _broken(steps, (width - padding * len(needs)) / cell)
        parts = [each * cell + padding for each in broken]
        parts = parts or _shared(needs, weights, width)
    edges = [0, *(round(edge) for edge in accumulate(parts))]
    return [after - before for before, after in pairwise(edges)]


def _longest(column: Iterable[str]) -> float:
    """Return about how wide the longest line of `column` is, in characters."""
    # A Chinese character takes two of these bytes and a digit one, as on the page.
    lines = "\n".join(column).encode("gb18030").split(b"\n")
    if any(b"%" in line for line in lines):
        return max(map(_width, lines))
    return _width(max(lines, key=len))


def _width(line: bytes) -> float:
    width = len(line) / 2 + _PERCENT * line.count(b"%")
    return width if line.isascii() else width + _GAP * len(_GAPS.findall(line))


def _aligns(
    table: Table, texts: Sequence[Sequence[str]], widths: Sequence[int], layout: Layout
) -> tuple[Alignment, ...]:
    """Return how each column is set: as it says, else as the style does; long text left."""
    cell, padding = layout.styles.table_text.cell, 2 * layout.table.padding.twips
    columns = zip(*texts[1:], strict=True) if table.rows else ((),) * len(widths)
    return tuple(
        _align(column, layout.styles.table_text.align, cells, (width - padding) / cell)
        for column, cells, width in zip(table.columns, columns, widths, strict=True)
    )


def _align(column: Column, said: Alignment, cells: Sequence[str], room: float) -> Alignment:
    if column.align is Align.RIGHT:
        return "right"
    is_left = said == "center" and _is_long(cells, room)
    return "left" if column.align is Align.LEFT or is_left else said


def _is_long(column: Sequence[str], room: float) -> bool:
    """Return whether half of the cells of `column` or more take several lines."""
    if not column or _longest(column) <= room:
        return False
    broken = sum(_longest((text,)) > room for text in column)
    return 2 * broken >= len(column) and not any(map(_DIGIT.match, column))


@dataclass(frozen=True, slots=True)
class _Step:
    """A column so narrow that some words are broken: its characters, and what that costs."""

    characters: float
    cost: float


def _steps(column: Sequence[str], longest: float) -> list[_Step]:
    """Return the widths that come into question for `column`, the widest first."""
    steps = [_Step(longest, 0)]
    if longest <= _SHORT:
        return steps
    lengths = [_longest((text,)) for text in column]
    price = _NUMBER_COST if any(map(_DIGIT.search, column)) else 1
    for characters in _narrower(column, longest):
        if characters < steps[-1].characters:
            # A mark that must not start a line takes a sign along to the next one, and a third
            # line is worse than a second.
            head, *below = (
                (ceil(each / (characters - 1)) - 1) ** 2 if each > characters else 0
                for each in lengths
            )
            steps.append(_Step(characters, head * _HEAD_COST + sum(below) * price))
    return steps


def _narrower(column: Sequence[str], longest: float) -> list[float]:
    if any(map(_DIGIT.search, column)):
        return [max(_longest(_JOINT.split(text)) for text in column)]
    return [max(_SHORT, ceil(longest / lines) + 1) for lines in range(2, _LINES + 1)]


def _broken(steps: list[list[_Step]], room: float) -> list[float]:
    """Return the characters of each column if some are broken; nothing if it does not help."""
    taken = [0] * len(steps)

    def over() -> float:
        return sum(each[at].characters for each, at in zip(steps, taken, strict=True)) - room

    def price(column: int) -> float:
        now, then = steps[column][taken[column] : taken[column] + 2]
        return (then.cost - now.cost) / min(now.characters - then.characters, over())

    while over() > 0:
        left = [i for i, each in enumerate(steps) if taken[i] + 1 < len(each)]
        if not left:
            return []
        taken[min(left, key=lambda i: (price(i), -steps[i][0].characters))] += 1
    return _grown(steps, taken, -over())


def _grown(steps: list[list[_Step]], taken: list[int], spare: float) -> list[float]:
    """Return the characters of each column, `spare` given to those that are broken."""
    sizes = [each[at].characters for each, at in zip(steps, taken, strict=True)]
    wants = [each[0].characters - size for each, size in zip(steps, sizes, strict=True)]
    for i in sorted(range(len(steps)), key=lambda i: -steps[i][taken[i]].cost):
        if wants[i] <= spare:
            spare -= wants[i]
            sizes[i], wants[i] = sizes[i] + wants[i], 0.0
    share = spare / sum(wants)
    return [size + want * share for size, want in zip(sizes, wants, strict=True)]


def _given(needs: Sequence[float], weights: Sequence[float], spare: float) -> list[float]:
    shares = [need * weight for need, weight in zip(needs, weights, strict=True)]
    return [
        need + spare * share / sum(shares) for need, share in zip(needs, shares, strict=True)
    ]


def _shared(needs: Sequence[float], weights: Sequence[float], width: float) -> list[float]:
    """Return parts of `width`: the least needs are met, the other columns share what is left.

    What columns need is met as long as it is about a fair share, of those that need the same
    for all or for none.
    """
    parts = [need * weight for need, weight in zip(needs, weights, strict=True)]
    order = sorted(range(len(needs)), key=lambda i: needs[i] / weights[i])
    left = width
    while len(order) > 1:
        alike = [
            i for i in order if needs[i] * weights[order[0]] == needs[order[0]] * weights[i]
        ]
        asked = sum(needs[i] for i in alike)
        fair = left * sum(weights[i] for i in alike) / sum(weights[i] for i in order)
        if asked > fair * _LENIENCE or left - asked < (left - fair) * _LEAST_LEFT:
            break
        for i in alike:
            parts[i] = needs[i]
        left -= asked
        order = order[len(alike) :]
    wanted = sum(parts[i] for i in order) or 1
    for i in order:
        parts[i] *= left / wanted
    return parts
