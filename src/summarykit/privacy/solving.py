"""Which of several hidden counts can be computed from those that are shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Final

from summarykit.diagnostics import Path
from summarykit.privacy.relations import Relation, Values

_ROUNDS: Final = 20
"""So often bounds are drawn closer; a reader with a pencil does it two or three times."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Hidden counts, each so many times, that are `total` together."""

    times: Mapping[Path, Fraction]
    total: Fraction


def computable(
    relations: Iterable[Relation], values: Values, hidden: Collection[Path]
) -> set[Path]:
    """Return those of the `hidden` counts that follow from the shown ones.

    One does if it alone is left in what the relations give together (elimination by Gauss and
    Jordan, exact), or if no count is less than none and that leaves it one number only. The
    time is that of the relations that meet, cubed at worst.
    """
    found: set[Path] = set()
    rows = [_left(relation, values, hidden) for relation in relations]
    for together in _meeting([row for row in rows if row.times]):
        reduced = _eliminated(together)
        found |= {next(iter(row.times)) for row in reduced if len(row.times) == 1}
        found |= _bound([*together, *reduced])
    return found


def _left(relation: Relation, values: Values, hidden: Collection[Path]) -> _Row:
    times = {path: Fraction(count) for path, count in relation.items() if path in hidden}
    shown = (values[path] * count for path, count in relation.items() if path not in hidden)
    return _Row(times, -Fraction(sum(shown, Decimal())))


def _meeting(rows: list[_Row]) -> list[list[_Row]]:
    """Return the rows in groups that have no count in common."""
    group: dict[Path, int] = {}
    groups: dict[int, list[_Row]] = defaultdict(list)
    for number, row in enumerate(rows):
        met = {group[path] for path in row.times if path in group}
        own = min(met, default=number)
        for other in met - {own}:
            groups[own] += groups.pop(other)
        groups[own].append(row)
        for each in groups[own]:
            group.update(dict.fromkeys(each.times, own))
    return list(groups.values())


def _eliminated(rows: Iterable[_Row]) -> list[_Row]:
    """Return the rows in reduced echelon form."""
    solved: dict[Path, _Row] = {}
    for row in rows:
        left = _less(row, solved)
        if not left.times:
            continue
        pivot = min(left.times, key=str)
        by = left.times[pivot]
        left = _Row({path: count / by for path, count in left.times.items()}, left.total / by)
        solved = {at: _less(other, {pivot: left}) for at, other in solved.items()}
        solved[pivot] = left
    return list(solved.values())


def _less(row: _Row, solved: Mapping[Path, _Row]) -> _Row:
    """Return a row without the pivots of those that are solved."""
    left, total = dict(row.times), row.total
    for pivot in [path for path in row.times if path in solved]:
        by = left[pivot]
        for path, count in solved[pivot].times.items():
            left[path] = left.get(path, Fraction()) - by * count
        total -= by * solved[pivot].total
    return _Row({path: count for path, count in left.items() if count}, total)


Bounds = dict[Path, tuple[float | Fraction, float | Fraction]]


def _bound(rows: Iterable[_Row]) -> set[Path]:
    """Return the counts that can be one number only, since none is less than none."""
    listed = list(rows)
    bounds: Bounds = {path: (Fraction(), inf) for row in listed for path in row.times}
    for _ in range(_ROUNDS):
        before = dict(bounds)
        for row in listed:
            for path in row.times:
                bounds[path] = _closer(row, path, bounds)
        if bounds == before:
            break
    return {path for path, (least, most) in bounds.items() if least == most}


def _closer(row: _Row, path: Path, bounds: Bounds) -> tuple[float | Fraction, float | Fraction]:
    """Return the bounds of a count that a row allows, the others being within theirs."""
    by = row.times[path]
    others = [(count, bounds[one]) for one, count in row.times.items() if one != path]
    least = sum((min(c * low, c * high) for c, (low, high) in others), Fraction())
    most = sum((max(c * low, c * high) for c, (low, high) in others), Fraction())
    ends = sorted(((row.total - least) / by, (row.total - most) / by))
    low, high = bounds[path]
    return max(low, ends[0]), min(high, ends[1])
