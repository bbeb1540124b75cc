"""The count of a whole cohort among the counts of a record."""

from collections.abc import Iterable
from typing import Final

from summarykit.compose.views import Missing, View
from summarykit.model.entity import Entity
from summarykit.model.population import DIMENSIONS, Population

_SCOPES: Final = ("organisation", "stage")
"""What may also say whose count it is: the only stage of a school is all of it."""
_SPLITS: Final = tuple(name for name in DIMENSIONS if name not in _SCOPES)
"""What a count is split by; a whole is split by none of them."""


def total_of(population: Iterable[View], cohort: object) -> View | Missing:
    """Return the first known count of a whole cohort, by the cohort's English name."""
    for entry in population:
        counted = entry.entity
        if not isinstance(counted, Population) or counted.cohort.value != cohort:
            continue
        if is_whole(counted) and bool(entry.count):
            return entry
    return Missing("population")


def is_whole(counted: Entity) -> bool:
    """Return whether a count is of a whole cohort, split by nothing."""
    is_split = any(getattr(counted, name, None) is not None for name in _SPLITS)
    is_scoped = any(getattr(counted, name, None) is not None for name in _SCOPES)
    return not is_split and not (is_scoped and getattr(counted, "part_of", None))
