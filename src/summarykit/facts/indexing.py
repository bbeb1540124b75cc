"""The index of facts: every value and text of a record by its reference."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Path
from summarykit.facts.partitions import Shares, partitions
from summarykit.facts.survey import FIGURES, survey
from summarykit.model import YearRecord
from summarykit.model.record import ExtraFact
from summarykit.model.values import Money, PartialDate, Quantity, UnreadableValue
from summarykit.model.values.reading import Value
from summarykit.model.vocabulary import Choice


class FactKind(StrEnum):
    """Whether a fact is a figure (a count, an amount, a date …) or words, choices included."""

    FIGURE = "figure"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FactEntry:
    """One fact: what it is called, what the record says, and where."""

    ref: str
    value: object
    path: Path

    @property
    def kind(self) -> FactKind:
        """Whether the fact is a figure or words."""
        return FactKind.FIGURE if type(self.value) in FIGURES else FactKind.TEXT

    def __str__(self) -> str:
        """Return the fact as it is printed: a choice by its Chinese label."""
        return self.value.label if isinstance(self.value, Choice) else str(self.value)


Facts = Mapping[str, tuple[object, Path]]


class FactIndex(Mapping[str, FactEntry]):
    """The facts of one record by reference, in the order of the record; never changed."""

    def __init__(
        self,
        facts: Facts,
        sources: Mapping[str, str] = MappingProxyType({}),
        shares: Callable[[], Shares] = dict,
    ) -> None:
        self._facts = facts
        self._sources = sources
        self._shares = cache(shares)  # few ask for any

    def source(self, ref: str) -> str:
        """Return the reference of what a fact really is: itself, but for one that stands in."""
        return self._sources.get(ref, ref)

    def apportioned(self, basis: tuple[str, ...]) -> Decimal | None:
        """Return the share of the first count in the second, where rounding would be another.

        See `facts.partitions`.
        """
        return self._shares().get(basis[0], {}).get(basis[-1])

    def __getitem__(self, ref: str) -> FactEntry:
        """Return the fact called exactly `ref`; a KeyError when there is none."""
        return FactEntry(ref, *self._facts[ref])

    def __iter__(self) -> Iterator[str]:
        """Return the references in the order of the record."""
        return iter(self._facts)

    def __len__(self) -> int:
        """Return how many facts there are."""
        return len(self._facts)

    def __repr__(self) -> str:
        """Return a line that says how much is in it."""
        return f"<{type(self).__name__}: {len(self)} facts>"


_DECLARED: Final[Mapping[str, type[Value]]] = MappingProxyType(
    {"quantity": Quantity, "money": Money, "date": PartialDate}
)


def declared_value(extra: ExtraFact) -> Value | str:
    """Return the value of an extra fact as the type it declares.

    Raises:
        UnreadableValue: The text is no value of that type; it is a ValueError.
    """
    kind = _DECLARED.get(extra.type)
    return kind.parse(extra.value) if kind else extra.value


def index(record: YearRecord) -> FactIndex:
    """Return every fact of `record` by its reference; see `facts.reference` for how it is made.

    Where two entities share an id, which `check` reports, the first one's facts are in it. An
    extra fact has the type it declares, or is text where it cannot be read as that.
    """
    return FactIndex(facts_of(record), shares=lambda: partitions(record).adjusted())


def facts_of(record: YearRecord) -> Facts:
    """Return every fact of `record` by its reference, with its place; see `index`."""
    found = survey(record)
    facts: dict[str, tuple[object, Path]] = {}
    for ref, value, path in found.facts:
        facts.setdefault(ref, (value, path))
    extras = {(*path, "value"): extra for path, extra in found.of(ExtraFact)}
    for ref, _, path in found.facts if extras else ():
        if path in extras and facts[ref][1] == path:
            facts[ref] = (value_of(extras[path]), path)
    return facts


def value_of(extra: ExtraFact) -> Value | str:
    """Return the value of an extra fact as its type, or as words where it is none of it."""
    try:
        return declared_value(extra)
    except UnreadableValue:
        return extra.value
