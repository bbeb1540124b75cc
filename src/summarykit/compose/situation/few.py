"""Counts so small that they tell the public which child is meant."""

from collections.abc import Hashable, Iterator
from typing import Final

from summarykit.facts.reference import item
from summarykit.model import YearRecord
from summarykit.model.population import Population
from summarykit.model.vocabulary import Cohort, Level

LEAST: Final = 3
"""A group of fewer in one class, grade or village is known to everybody there."""
SENSITIVE: Final = frozenset(
    {
        Cohort.HARDSHIP,
        Cohort.REGISTERED_POVERTY,
        Cohort.STRUGGLING,
        Cohort.BEHAVIOUR,
        Cohort.SINGLE_PARENT,
        Cohort.ORPHAN,
        Cohort.DISABLED,
        Cohort.DROPOUT,
        Cohort.AT_RISK,
        Cohort.RETURNED,
    }
)
"""Cohorts that say of a child what nobody outside need know."""
_SPLITS: Final = ("organisation", "grade", "class_name", "gender", "origin", "cause", "other")


def too_few(record: YearRecord) -> frozenset[str]:
    """Return the references of the counts that the public does not see.

    These are parts of a sensitive cohort with one or two children in them, and their sisters
    by the same dimensions, for what is missing could be told from the rest. A class is a part.
    """
    parts = list(_parts(record))
    small = {key for key, _, counted in parts if _is_small(counted)}
    return frozenset(ref for key, ref, _ in parts if key in small)


def _parts(record: YearRecord) -> Iterator[tuple[Hashable, str, Population]]:
    is_class = record.organisation.level is Level.CLASS
    for index, counted in enumerate(record.population):
        by = tuple(name for name in _SPLITS if getattr(counted, name) is not None)
        if (by or is_class) and counted.cohort in SENSITIVE:
            yield (counted.cohort, by), item("population", index, counted), counted


def _is_small(counted: Population) -> bool:
    number = counted.count.number if counted.count.is_exact else None
    return number is not None and 0 < number < LEAST
