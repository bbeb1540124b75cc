"""Stated shares of a partition: each is right, and together they are not 100%."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.partitions import PLACES, Partition, Partitions, pair_of
from summarykit.facts.rates import PERCENT, decimals, exact_figure
from summarykit.facts.survey import Survey
from summarykit.facts.table_sums import is_total
from summarykit.l10n import numbers
from summarykit.model.population import Indicator
from summarykit.model.record import Attachment
from summarykit.model.values import Quantity, UnreadableValue

_FULL: Final = Decimal(100)
_LEAST: Final = 3
"""Two parts and a row that is their sum."""


def check_share_sums(found: Survey, parted: Partitions) -> Iterator[Finding]:
    """Return a remark for each partition whose shares, as stated, do not add to 100%.

    Its counts are complete, and each share is right: rounded singly, or apportioned. A share
    that is wrong is another finding.
    """
    indicators = {pair_of(int(path[-1]), one): (path, one) for path, one in found.of(Indicator)}
    for one, pairs in parted.in_indicators():
        yield from _of_indicators(one, [indicators.get(pair) for pair in pairs])
    for path, attachment in found.of(Attachment):
        rows = attachment.rows
        totals = [at for at, row in enumerate(rows) if is_total(row)]
        if len(rows) >= _LEAST and totals == [len(rows) - 1]:
            yield from _of_table(rows, (*path, "rows"))


def _of_indicators(
    one: Partition, told: Sequence[tuple[Path, Indicator] | None]
) -> Iterator[Finding]:
    """Return the remark for shares as they are printed: stated, else apportioned."""
    values = [None if entry is None else entry[1].value for entry in told]
    stated = [entry[0] for entry in told if entry is not None and entry[1].value is not None]
    if stated:
        printed = [
            share if value is None else _per_cent(value)
            for share, value in zip(one.shares(), values, strict=True)
        ]
        yield from _sum_differs(printed, one.counts, (*stated[-1], "value"))


def _per_cent(value: Quantity | None) -> Decimal | None:
    return None if value is None or value.unit != PERCENT else exact_figure(value)


def _sum_differs(
    shares: Sequence[Decimal | None], counts: Sequence[Decimal], path: Path
) -> Iterator[Finding]:
    known = [share for share in shares if share is not None]
    if len(known) < len(shares) or sum(known) == _FULL or not all(_right(known, counts)):
        return
    places = max(PLACES, *map(decimals, known))
    yield Finding(
        Severity.INFO,
        Code.SHARES_NOT_FULL,
        message(
            "{arithmetic}, not 100%",
            arithmetic=f"{_row(known, ' + ')} = {numbers.plain(Decimal(sum(known)))}%",
        ),
        Place(path=path),
        message(
            "rounded by largest remainders they are {shares}; rates that are left out are"
            " computed so",
            shares=_row(numbers.apportioned(counts, places), "、"),
        ),
    )


def _right(shares: Sequence[Decimal], counts: Sequence[Decimal]) -> Iterator[bool]:
    """Yield of each share whether it is that of its count, rounded in either way."""
    ways = {
        places: (numbers.singly(counts, places), numbers.apportioned(counts, places))
        for places in set(map(decimals, shares))
    }
    for at, share in enumerate(shares):
        yield share in {way[at] for way in ways[decimals(share)]}


def _row(shares: Sequence[Decimal], between: str) -> str:
    return between.join(f"{numbers.plain(share)}%" for share in shares)


def _of_table(rows: Sequence[tuple[str, ...]], path: Path) -> Iterator[Finding]:
    """Return the remark for a column of shares beside one of counts with their sum."""
    columns = range(1, min(map(len, rows)))
    # Most tables have no shares, and to read a figure takes a while.
    shared = [column for column in columns if all("%" in row[column] for row in rows[:-1])]
    if not shared:
        return
    read = {column: [_read(row[column]) for row in rows] for column in columns}
    counts = [figures for one in columns if (figures := _counts(read[one])) is not None]
    for column in shared:
        shares = [_per_cent(cell) for cell in read[column][:-1]]
        at = (*path, len(rows) - 1, column)
        found = (one for figures in counts for one in _sum_differs(shares, figures, at))
        yield from islice(found, 1)


def _read(cell: str) -> Quantity | None:
    try:
        return Quantity.parse(cell)
    except UnreadableValue:
        return None


def _counts(cells: Sequence[Quantity | None]) -> list[Decimal] | None:
    """Return the counts above a total that is their sum; None of any other column."""
    figures = [exact_figure(cell) for cell in cells if cell is not None]
    known = [figure for figure in figures if figure is not None and figure >= 0]
    units = {cell.unit for cell in cells if cell is not None}
    if len(known) < len(cells) or len(units) != 1 or units == {PERCENT}:
        return None
    *parts, total = known
    return parts if total and sum(parts) == total else None
