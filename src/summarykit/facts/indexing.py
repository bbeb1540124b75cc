"""The index of facts: every value and text of a record by its reference."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.facts.survey import FactEntry, survey
from summarykit.model import YearRecord
from summarykit.model.record import ExtraFact
from summarykit.model.values import Money, PartialDate, Quantity, UnreadableValue
from summarykit.model.values.reading import Value


class FactIndex(Mapping[str, FactEntry]):
    """The facts of one record by reference, in the order of the record; never changed."""

    def __init__(self, entries: Mapping[str, FactEntry]) -> None:
        self._entries = MappingProxyType(dict(entries))

    def __getitem__(self, ref: str) -> FactEntry:
        """Return the fact called exactly `ref`; a KeyError when there is none."""
        return self._entries[ref]

    def __iter__(self) -> Iterator[str]:
        """Return the references in the order of the record."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many facts there are."""
        return len(self._entries)

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
    found = survey(record)
    entries: dict[str, FactEntry] = {}
    for fact in found.facts:
        entries.setdefault(fact.ref, fact)
    extras = {(*path, "value"): extra for path, extra in found.of(ExtraFact)}
    for fact in found.facts if extras else ():
        if fact.path in extras and entries[fact.ref] is fact:
            entries[fact.ref] = replace(fact, value=_declared_or_text(extras[fact.path]))
    return FactIndex(entries)


def _declared_or_text(extra: ExtraFact) -> Value | str:
    try:
        return declared_value(extra)
    except UnreadableValue:
        return extra.value
