"""Counts by two dimensions: which of them make a crossed table, and the table with its totals.

Either one cohort is split by two dimensions (年级 × 性别), or several cohorts by the same one
(年级 × 在校学生、留守儿童). Cohorts overlap, so those are never added up across.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from summarykit.compose.situation.naming import ADULTS, PUPIL, class_of, population_of
from summarykit.compose.situation.sums import given_or_sum
from summarykit.compose.tables.columns import EMPTY, bare, cell, head, over, unit_of
from summarykit.compose.views import Missing, View
from summarykit.document.nodes import Column, Inlines, Table, Text
from summarykit.model import population as entities
from summarykit.model.vocabulary import Cohort, CohortRule
from summarykit.packs import Phrase, inlines_of

COHORT: Final = "cohort"
TOTAL: Final = "合计"
LEAST_CELLS: Final = 4
"""Fewer counts than this are told in a sentence."""
_LEAST: Final = 2
HEADS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "organisation": "单位",
        "stage": "学段",
        "grade": "年级",
        "class_name": "班级",
        "gender": "性别",
        "guardianship": "监护方式",
        "origin": "来源地",
        "cause": "原因",
        "other": "类别",
    }
)
"""What counts are split by, in the order in which they stand at the left of a table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by two dimensions, `across` being the columns, and the totals among them."""

    down: str
    across: str
    cells: Mapping[tuple[Hashable, Hashable], View]
    totals: Mapping[Hashable, View] = field(default_factory=dict)
    """The total of a column, by its key."""
    ends: Mapping[Hashable, View] = field(default_factory=dict)
    """The total of a row, by its key."""
    whole: View | None = None

    @property
    def members(self) -> frozenset[str]:
        """The references of the counts in the table that are split by something."""
        ends = () if self.across == COHORT else (*self.totals.values(), *self.ends.values())
        return frozenset(view.ref for view in (*self.cells.values(), *ends))

    @property
    def rows(self) -> tuple[Hashable, ...]:
        """The keys of the rows, in the order of the record."""
        return tuple(dict.fromkeys((*self.ends, *(row for row, _ in self.cells))))

    @property
    def columns(self) -> tuple[Hashable, ...]:
        """The keys of the columns, in the order of the record."""
        return tuple(dict.fromkeys(column for _, column in self.cells))

    @property
    def heads(self) -> tuple[View, ...]:
        """A count of each cohort in the table, the whole one where the record has it."""
        if self.across != COHORT:
            return (self.whole or self.cell(self.columns[0]),)
        return tuple(self.totals.get(column) or self.cell(column) for column in self.columns)

    def cell(self, column: Hashable) -> View:
        """Return the first count of a column."""
        return next(entry for (_, key), entry in self.cells.items() if key == column)


def grids(entries: Iterable[View]) -> tuple[Grid, ...]:
    """Return the tables that counts of the population make, those of several cohorts first.

    A table has two rows and two columns at least, and is half full. Counts with a name of
    their own are of somebody else than their cohort says, and stand in none.
    """
    counted = [entry for entry in entries if entry.count]
    places = places_of(counted)
    several = [grid for name in HEADS if (grid := _cohorts_by(name, counted, places))]
    return (*several, *_within(counted, places))


Place = Mapping[str, Hashable]


def places_of(entries: Sequence[View]) -> dict[str, Place]:
    """Return what each count is split by; the only stage of a unit says nothing."""
    counted = [(entry.ref, population_of(entry)) for entry in entries]
    stages: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for _, one in counted:
        stages[one.organisation, one.cohort].update([one.stage] if one.stage else [])
    return {
        ref: _place(one, by_stage=len(stages[one.organisation, one.cohort]) > 1)
        for ref, one in counted
    }


def _place(counted: entities.Population, *, by_stage: bool) -> Place:
    """Return what a count is split by: the class stands for its grade and stage too."""
    values = {name: getattr(counted, name) for name in HEADS}
    if counted.class_name:
        values["class_name"] = (counted.grade, counted.class_name)
        values["grade"] = None
    if counted.class_name or counted.grade or not by_stage:
        values["stage"] = None
    return {name: value for name, value in values.items() if value is not None}


def is_plain(entry: View) -> bool:
    """Return whether a count has no name of its own and is not of boarders or day pupils."""
    counted = population_of(entry)
    return counted.name is None and counted.boarding is None


Defined = tuple[Cohort, CohortRule | None]


def _cohort_of(entry: View) -> Defined:
    counted = population_of(entry)
    return (counted.cohort, counted.definition)


def _cohorts_by(name: str, entries: Sequence[View], places: Mapping[str, Place]) -> Grid | None:
    """Return several cohorts by one dimension; nothing when that is told in a sentence."""
    split: dict[Defined, dict[Hashable, View]] = defaultdict(dict)
    for entry in entries:
        place = places[entry.ref]
        if list(place) == [name] and is_plain(entry):
            split[_cohort_of(entry)].setdefault(place[name], entry)
    columns = _told_apart({c: parts for c, parts in split.items() if len(parts) >= _LEAST})
    cells: dict[tuple[Hashable, Hashable], View] = {
        (row, cohort): entry
        for cohort, parts in columns.items()
        for row, entry in parts.items()
    }
    rows = {row for row, _ in cells}
    fits = len(columns) >= _LEAST and len(cells) > LEAST_CELLS
    if not fits or 2 * len(cells) < len(rows) * len(columns):
        return None
    wholes: dict[Hashable, View] = {
        cohort: whole for cohort in columns if (whole := _whole(entries, places, cohort))
    }
    return Grid(name, COHORT, cells, totals=wholes)


def _told_apart(
    columns: Mapping[Defined, Mapping[Hashable, View]],
) -> dict[Defined, Mapping[Hashable, View]]:
    """Return one column a cohort: under two definitions they would have the same head."""
    first: dict[Cohort, Defined] = {}
    for key in columns:
        first.setdefault(key[0], key)
    return {key: columns[key] for key in first.values()}


def _whole(
    entries: Iterable[View], places: Mapping[str, Place], cohort: Hashable
) -> View | None:
    """Return the count of a whole cohort, which is split by nothing."""
    wholes = [e for e in entries if not places[e.ref] and _cohort_of(e) == cohort]
    plain = [e for e in wholes if is_plain(e)]
    return next(iter(plain or wholes), None)


def _within(entries: Sequence[View], places: Mapping[str, Place]) -> list[Grid]:
    """Return the tables of one cohort by two dimensions."""
    split: dict[tuple[Hashable, tuple[str, ...]], list[View]] = defaultdict(list)
    for entry in entries:
        names = tuple(places[entry.ref])
        if len(names) == _LEAST and is_plain(entry):
            split[_cohort_of(entry), names].append(entry)
    found = (_crossed(key, names, split, entries, places) for key, names in split)
    return [grid for grid in found if grid is not None]


def _crossed(
    cohort: Hashable,
    names: tuple[str, ...],
    split: Mapping[tuple[Hashable, tuple[str, ...]], list[View]],
    entries: Sequence[View],
    places: Mapping[str, Place],
) -> Grid | None:
    values = {name: {places[e.ref][name] for e in split[cohort, names]} for name in names}
    # The longer side goes down the page.
    down, across = sorted(names, key=lambda name: -len(values[name]))
    cells = {(places[e.ref][down], places[e.ref][across]): e for e in split[cohort, names]}
    room = len(values[down]) * len(values[across])
    if len(values[across]) < _LEAST or len(cells) < LEAST_CELLS or 2 * len(cells) < room:
        return None
    return Grid(
        down,
        across,
        cells,
        totals=_marginal(across, cohort, entries, places),
        ends=_marginal(down, cohort, entries, places),
        whole=_whole(entries, places, cohort),
    )


def _marginal(
    name: str, cohort: Hashable, entries: Iterable[View], places: Mapping[str, Place]
) -> dict[Hashable, View]:
    found: dict[Hashable, View] = {}
    for entry in entries:
        place = places[entry.ref]
        if list(place) == [name] and _cohort_of(entry) == cohort and is_plain(entry):
            found.setdefault(place[name], entry)
    return found


def crossed_table(
    entries: Iterable[View], caption: object = "", grid: Grid | None = None
) -> Table | None:
    """Return the table of a grid, else of the first one that the counts make.

    Its totals (合计) come last.
    """
    found = (grid,) if grid else grids(entries)
    return grid_table(found[0], caption) if found else None


def grid_table(grid: Grid, caption: object = "") -> Table:
    """Return the table of a grid: totals as the record has them, else added up.

    A sum is given where all its figures are exact; a total of the record that the rows do not
    reach is one of other people too, and is left to the text.
    """
    rows, columns = grid.rows, grid.columns
    figures = [[_count(grid.cells.get((row, column))) for column in columns] for row in rows]
    totals = [
        _total(grid.totals.get(c), [line[i] for line in figures]) for i, c in enumerate(columns)
    ]
    heads = [head(HEADS[grid.down], weight=1.4), *(_head(grid, column) for column in columns)]
    if grid.across != COHORT:
        ends = [
            _total(grid.ends.get(r), line, "#sum_row")
            for r, line in zip(rows, figures, strict=True)
        ]
        whole = _total(grid.whole, ends, "#sum_all")
        figures = [[*line, end] for line, end in zip(figures, ends, strict=True)]
        totals, heads = [*totals, whole], [*heads, head(TOTAL)]
    return _filled(grid, tuple(heads), [*figures, *([totals] if any(totals) else [])], caption)


def _filled(
    grid: Grid, heads: tuple[Column, ...], figures: list[list[object]], caption: object
) -> Table:
    unit = unit_of(value for line in figures for value in line)
    names = [_label(grid, row) for row in grid.rows]
    has_total = len(figures) > len(names)
    if has_total:
        names.append((Text(TOTAL),))
    rows = tuple(
        (name, *(bare(value, unit) for value in line))
        for name, line in zip(names, figures, strict=True)
    )
    return Table("", heads, rows, unit=over(unit), caption=inlines_of(caption), total=has_total)


def _count(entry: View | None) -> object:
    return Missing("population") if entry is None else entry.count


def _total(given: View | None, figures: Sequence[object], how: str = "#sum") -> object:
    return given_or_sum(given.count if given else None, figures, how)


def _label(grid: Grid, row: Hashable) -> Inlines:
    entry = (
        next((e for (down, _), e in grid.cells.items() if down == row), None) or grid.ends[row]
    )
    return _value(entry, grid.down)


def _head(grid: Grid, column: Hashable) -> Column:
    if grid.across == COHORT:
        whole = grid.heads[grid.columns.index(column)]
        return Column(inlines_of(whole.name or whole.cohort))
    return Column(_value(grid.cell(column), grid.across))


def _value(entry: View, name: str) -> Inlines:
    """Return the value of a dimension as it stands in a table: 女生, 六年级（1）班."""
    if name == "class_name":
        return inlines_of(Phrase(class_of(entry)))
    words = cell(getattr(entry, name))
    counted = population_of(entry)
    if name == "gender" and words != EMPTY and counted.cohort not in ADULTS:
        return (*words, Text(PUPIL))
    return words
