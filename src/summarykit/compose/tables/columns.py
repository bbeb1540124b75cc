"""Columns of figures: the unit stands over the table once, the cells hold bare figures."""

from collections.abc import Iterable, Sequence

from summarykit.compose.language.numerals import in_figures
from summarykit.compose.views import Shown
from summarykit.document.nodes import Align, Column, Fact, Inlines, Text
from summarykit.model.values import Quantity

EMPTY: Inlines = (Text("—"),)


def head(text: str, align: Align = Align.CENTER, weight: float = 1.0) -> Column:
    """Return a column with that head."""
    return Column((Text(text),), align, weight)


def cell(value: object) -> Inlines:
    """Return a value as it is printed, or a dash where the record has none."""
    return value.printed() if isinstance(value, Shown) and value else EMPTY


def unit_of(values: Iterable[object]) -> str:
    """Return the unit that all the figures are in, or nothing when they are in several."""
    quantities = [v.value for v in values if isinstance(v, Shown) and v]
    units = {q.unit for q in quantities if isinstance(q, Quantity)}
    return units.pop() if len(units) == 1 else ""


def bare(value: object, unit: str) -> Inlines:
    """Return a figure without `unit`: 612 of 612名; 45人以下 stays as it is."""
    if not (unit and isinstance(value, Shown) and value):
        return cell(value)
    text = in_figures(value.value) or str(value)
    figure = text.removesuffix(unit)
    shortened = figure != text and "#" not in value.ref
    return (Fact(figure, f"{value.ref}#figure" if shortened else value.ref, value.basis),)


def over(unit: str) -> str:
    """Return the line over a table that gives the unit, if there is one."""
    return f"单位：{unit}" if unit else ""


def in_one_unit(
    rows: Sequence[Sequence[object]],
) -> tuple[str, tuple[tuple[Inlines, ...], ...]]:
    """Return the one unit of all figures of some rows, and the rows as bare figures."""
    unit = unit_of(value for row in rows for value in row)
    return unit, tuple(tuple(bare(value, unit) for value in row) for row in rows)
