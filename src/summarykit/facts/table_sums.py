"""Tables that somebody typed in: a last row called 合计 is the sum of those above it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.rates import exact_figure
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
from summarykit.model.record import Attachment
from summarykit.model.values import Quantity, UnreadableValue

_TOTALS: Final = frozenset({"合计", "总计", "共计", "总数", "全校合计", "全镇合计", "合　计"})
_SHOWN: Final = 6
"""Of so many figures a sum is written out; of more, its first and its last one."""


def check_table_sums(found: Survey) -> Iterator[Finding]:
    """Return a warning for each column whose last row, 合计, is not its sum.

    A column counts where every cell of it is an exact figure in one unit, none of them a rate.
    """
    for path, attachment in found.of(Attachment):
        rows = attachment.rows
        totals = [place for place, row in enumerate(rows) if is_total(row)]
        if totals != [len(rows) - 1] or len(rows) < 3:  # noqa: PLR2004 - two parts and a whole
            continue
        for column in range(1, min(map(len, rows))):
            cells = [row[column] for row in rows]
            yield from _column(cells, (*path, "rows", len(rows) - 1, column))


def is_total(row: tuple[str, ...]) -> bool:
    """Return whether a row of a table says that it is the sum of the others."""
    return any(cell.replace(" ", "") in _TOTALS for cell in row[:2])


def _column(cells: list[str], path: Path) -> Iterator[Finding]:
    figures = [_figure(cell) for cell in cells]
    known = [figure for figure in figures if figure is not None]
    if len(known) < len(figures) or len({one.unit for one in known}) > 1:
        return
    *parts, total = [one.value or Decimal(0) for one in known]
    if sum(parts) != total:
        yield Finding(
            Severity.WARNING,
            Code.TOTAL_DIFFERS_FROM_PARTS,
            message(
                "{arithmetic}, but {stated} is stated",
                arithmetic=f"{_spelled(parts)} = {numbers.plain(Decimal(sum(parts)))}",
                stated=cells[-1],
            ),
            Place(path=path),
            message("compare the column with its last row"),
        )


def _figure(cell: str) -> Quantity | None:
    """Return what a cell counts; nothing for words, a rate, about so many."""
    try:
        read = Quantity.parse(cell)
    except UnreadableValue:
        return None
    return (
        read if exact_figure(read) is not None and read.unit not in {"%", "％", "‰"} else None
    )


def _spelled(parts: list[Decimal]) -> str:
    terms = [numbers.plain(one) for one in parts]
    shown = terms if len(terms) <= _SHOWN else [terms[0], "…", terms[-1]]
    return " + ".join(shown)
