"""What a document takes from the record of the period before, and the index of both records."""

from collections.abc import Mapping
from dataclasses import dataclass

from summarykit.diagnostics import PREVIOUS, Path, of_previous
from summarykit.facts.indexing import FactIndex, Facts, facts_of
from summarykit.facts.partitions import Shares, partitions
from summarykit.facts.reference import child
from summarykit.model import YearRecord


@dataclass(frozen=True, slots=True)
class Standin:
    """A figure that stands where a record could have told it of the period before.

    It is printed as if it stood there; `source` is the fact of the earlier record that it is,
    or what computes it: `previous.filing.value#computed`.
    """

    value: object
    source: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The record of the period before, and what a document tells of it, by reference."""

    previous: YearRecord
    standins: Mapping[str, Standin]


def index_of_both(record: YearRecord, taken: Taken) -> FactIndex:
    """Return the facts of a record and of the one before, which are called `previous.…`.

    A figure that stands in is there, too, by the name it is printed under.
    """
    earlier = _named_previous(facts_of(taken.previous))
    facts = {**earlier, **facts_of(record)}
    for ref, one in taken.standins.items():
        facts[ref] = earlier.get(one.source, (one.value, ()))
    sources = {ref: one.source for ref, one in taken.standins.items()}
    return FactIndex(facts, sources, lambda: _shares_of_both(record, taken.previous))


def _shares_of_both(record: YearRecord, previous: YearRecord) -> Shares:
    before = {
        child(PREVIOUS, part): {child(PREVIOUS, whole): share for whole, share in of.items()}
        for part, of in partitions(previous).adjusted().items()
    }
    return {**before, **partitions(record).adjusted()}


def _named_previous(facts: Facts) -> dict[str, tuple[object, Path]]:
    return {
        child(PREVIOUS, ref): (value, of_previous(path)) for ref, (value, path) in facts.items()
    }
