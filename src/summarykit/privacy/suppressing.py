"""Small counts, and with them those that would give them away."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.privacy.cells import SPLITS, Cell, cells_of
from summarykit.privacy.relations import Relation, relations_of
from summarykit.privacy.solving import computable


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The places of counts that are not shown: too small ones, and those that reveal them."""

    small: tuple[Path, ...] = ()
    revealing: tuple[Path, ...] = ()


def suppressed(record: YearRecord, least: int) -> Suppressed:
    """Return which counts of a record are not shown where fewer than `least` are too few.

    With a small count go its sisters by the same dimensions, and then as many others as it
    takes until no hidden count can be computed from those that are shown.
    """
    cells = {cell.path: cell for cell in cells_of(record, least)} if least > 1 else {}
    small = {path for path, cell in cells.items() if cell.is_small}
    if not small:
        return Suppressed()
    values = {path: cell.value for path, cell in cells.items()}
    relations = list(relations_of(record, values))
    hidden = small | _sisters(record, small, cells)
    while open_ones := computable(relations, values, hidden):
        more = _next(relations, open_ones, hidden, cells)
        if more is None:
            break
        hidden.add(more)
    order = [path for path in cells if path in hidden]
    return Suppressed(
        tuple(path for path in order if path in small),
        tuple(path for path in order if path not in small),
    )


def _sisters(
    record: YearRecord, small: Collection[Path], cells: Mapping[Path, Cell]
) -> set[Path]:
    """Return the counts of the same cohort by the same dimensions, this year's and last's.

    A split of which some parts are missing would read as if it were all.
    """

    def kind(path: Path) -> object:
        one = record.population[int(path[1])]
        return one.cohort, tuple(name for name in SPLITS if getattr(one, name) is not None)

    counted = [path for path in cells if path[0] == "population"]
    kinds = {kind(path) for path in small if path[0] == "population"}
    return {path for path in counted if kind(path) in kinds}


def _next(
    relations: Iterable[Relation],
    open_ones: Collection[Path],
    hidden: Collection[Path],
    cells: Mapping[Path, Cell],
) -> Path | None:
    """Return the count to hide next: the smallest part beside one that can be computed.

    One of nothing hides little, and a total tells most: both are taken last.
    """
    beside = [
        (relation[path] > 0, cells[path].value == 0, cells[path].value, str(path), path)
        for relation in relations
        if not open_ones.isdisjoint(relation)  # type: ignore[attr-defined]
        for path in relation
        if path not in hidden
    ]
    return min(beside)[-1] if beside else None
