"""Lists of entries as tables: a column for each thing that one of the entries has."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from summarykit.compose.situation.sums import sum_of
from summarykit.compose.tables.columns import EMPTY, bare, unit_of
from summarykit.document.nodes import Align, Column, Inlines, Table, Text
from summarykit.packs import inlines_of

T = TypeVar("T")
TOTAL: Final = "合计"
_LEAST: Final = 2


@dataclass(frozen=True)
class Field(Generic[T]):
    """One column: its head, what it says of an entry, and its share of the width.

    Figures in one unit stand bare, the unit in the head. What is `added` has a sum below.
    """

    head: str
    said: Callable[[T], object]
    weight: float = 1.0
    is_figure: bool = False
    is_added: bool = False
    align: Align = Align.CENTER


def listing(
    entries: Iterable[T], fields: Sequence[Field[T]], caption: object = "", least: int = _LEAST
) -> Table | None:
    """Return one row an entry; nothing for fewer than `least` entries, or a single column.

    A column where no entry says anything is left out. The last row is a total where all the
    figures of a column that is added up are exact.
    """
    told = tuple(entries)
    columns = [(field, [field.said(entry) for entry in told]) for field in fields]
    used = [(field, values) for field, values in columns if any(values)]
    if len(told) < least or len(used) < _LEAST:
        return None
    made = [_column(field, values) for field, values in used]
    rows = list(zip(*(cells for _, cells in made), strict=True))
    total = _total(used) if len(told) > 1 else ()
    if total:
        rows.append(total)
    heads = tuple(head for head, _ in made)
    return Table("", heads, tuple(rows), caption=inlines_of(caption), total=bool(total))


def _column(field: Field[T], values: Sequence[object]) -> tuple[Column, list[Inlines]]:
    unit = unit_of(values) if field.is_figure else ""
    title = f"{field.head}（{unit}）" if unit else field.head
    head = Column((Text(title),), field.align, field.weight)
    return head, [_cell(value, unit) for value in values]


def _cell(value: object, unit: str) -> Inlines:
    if unit:
        return bare(value, unit)
    return inlines_of(value) if value else EMPTY


def _total(used: Sequence[tuple[Field[T], Sequence[object]]]) -> tuple[Inlines, ...]:
    """Return the last row, or nothing when no column adds up."""
    sums = [sum_of(values) if field.is_added else None for field, values in used]
    if not any(sums):
        return ()
    units = [unit_of(values) if field.is_figure else "" for field, values in used]
    cells = [bare(total, unit) for total, unit in zip(sums, units, strict=True)]
    return ((Text(TOTAL),), *cells[1:])
