"""To which programmes an entry of the record belongs, and which reports tell it."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from summarykit.compose.views import View
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme

BY_PROGRAMME: Final = (
    "indicators",
    "policies",
    "slogans",
    "activities",
    "aid",
    "donations",
    "rules",
    "attachments",
    "cases",
    "extra",
)
"""The lists of a record whose entries say to which programmes they belong."""


def is_told_by(
    kinds: Iterable[AnyProgramme], own: Collection[AnyProgramme], record: YearRecord
) -> bool:
    """Return whether a report on `kinds` tells what belongs to the programmes `own`.

    What belongs to none, or to none that the record has, is told by any report.
    """
    present = record.programmes.keys() & {*own}
    return not present or not present.isdisjoint(kinds)


def kinds_told(programmes: Iterable[object], record: YearRecord) -> tuple[AnyProgramme, ...]:
    """Return the kinds of the programmes that a document tells, views that say their kind."""
    keys = [str(getattr(programme, "kind", "")) for programme in programmes]
    kinds = {kind.value: kind for kind in record.programmes}
    return tuple(kinds[key] for key in keys if key in kinds)


def of_programmes(
    entries: Iterable[object], kinds: Iterable[AnyProgramme], record: YearRecord
) -> Iterator[View]:
    """Yield those entries that a report on `kinds` tells, by `is_told_by`."""
    told = tuple(kinds)
    for entry in entries:
        if isinstance(entry, View) and is_told_by(told, _own(entry), record):
            yield entry


def _own(entry: View) -> Collection[AnyProgramme]:
    found: Collection[AnyProgramme] = getattr(entry.entity, "programmes", ())
    return found


def settled(record: YearRecord) -> YearRecord:
    """Return the record in which an entry that belongs to none of its programmes says none."""
    changed = {}
    for name in BY_PROGRAMME:
        entries = getattr(record, name)
        homes = [record.programmes.keys() & {*entry.programmes} for entry in entries]
        if any(e.programmes and not home for e, home in zip(entries, homes, strict=True)):
            changed[name] = tuple(
                entry if home else entry.model_copy(update={"programmes": ()})
                for entry, home in zip(entries, homes, strict=True)
            )
    return record.model_copy(update=changed) if changed else record
