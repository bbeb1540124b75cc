"""Attachments: which have content, what they are called in the text, and tables for them.

An attachment that names a source (`from_record`) and has no rows of its own is made from the
record: every entry that the reader may see and that belongs to the programmes is in it, also
where the text of a short document leaves it out.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, cast

from summarykit.compose.situation.crossing import crossed_table
from summarykit.compose.situation.splitting import splits_of
from summarykit.compose.tables.columns import EMPTY, head
from summarykit.compose.tables.event_tables import (
    activity_table,
    aid_table,
    donation_table,
    duty_table,
    measure_table,
    pupil_table,
    step_table,
    visit_table,
)
from summarykit.compose.tables.flow_tables import flow_table
from summarykit.compose.tables.record_tables import (
    attachment_table,
    cohort_table,
    indicator_table,
    split_table,
)
from summarykit.compose.views import Missing, Shown, View
from summarykit.document import Table, plain
from summarykit.document.lines import ATTACHMENT
from summarykit.document.nodes import Column, Text
from summarykit.model.added import AnyProgramme
from summarykit.model.record import Attachment, YearRecord
from summarykit.model.vocabulary import AttachmentSource, ProgrammeKind

WIDE: Final = 8
"""A table of so many columns is set across the page."""
LEAST_PARTS: Final = 3
"""A split of so many parts makes a table by itself."""
Find = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Sources:
    """What attachments are made from: the entries of each source that may be shown."""

    entries: Mapping[AttachmentSource, tuple[View, ...]]
    find: Find
    """Gives the view that a link names."""
    organisation: str
    everybody: str
    """What the whole of the organisation is called (全校)."""


_Maker = Callable[[tuple[View, ...], Sources], Table | None]


def _population(entries: tuple[View, ...], sources: Sources) -> Table | None:
    """Return the counts by two dimensions, else by one, else as a list."""
    made = crossed_table(entries)
    if made is not None:
        return made
    splits = splits_of([entry for entry in entries if entry.count], (), sources.find)
    largest = max(splits, key=lambda split: len(split.parts), default=None)
    if largest is not None and len(largest.parts) >= LEAST_PARTS:
        whole = largest.of.name or largest.of.cohort
        return split_table(largest.parts, largest.names(), "", whole)
    return cohort_table(entries, sources.find)


def _flows(entries: tuple[View, ...], sources: Sources) -> Table | None:
    return flow_table(entries, "", sources.organisation, sources.everybody)


_S = AttachmentSource
_MAKERS: Final[Mapping[AttachmentSource, _Maker]] = MappingProxyType(
    {
        _S.POPULATION: _population,
        _S.ENROLMENT_FLOW: _flows,
        _S.INDICATORS: lambda entries, _: indicator_table(entries, ""),
        _S.ACTIVITIES: lambda entries, _: activity_table(entries, ""),
        _S.HOME_VISITS: lambda entries, _: visit_table(entries, ""),
        _S.AID: lambda entries, _: aid_table(entries, ""),
        _S.DONATIONS: lambda entries, _: donation_table(entries, ""),
        _S.MEASURES: lambda entries, _: measure_table(entries, ""),
        _S.NEXT_STEPS: lambda entries, sources: step_table(entries, sources.find, ""),
        _S.RESPONSIBILITIES: lambda entries, _: duty_table(entries, ""),
        _S.PUPILS: lambda entries, _: pupil_table(entries, ""),
    }
)


def is_generated(attachment: Attachment) -> bool:
    """Return whether an attachment is made from the record; typed rows and texts win."""
    return attachment.from_record is not None and not (attachment.rows or attachment.text)


def wants_table(attachment: View) -> bool:
    """Return whether the table of an attachment is made from the record."""
    return is_generated(_entity(attachment))


def generated(attachment: View, sources: Sources) -> Table | None:
    """Return the table that an attachment is made of, with the columns that it names.

    Only entries of the attachment's programmes are in it. Nothing when there are none.
    """
    entity = _entity(attachment)
    if entity.from_record is None or not is_generated(entity):
        return None
    entries = sources.entries.get(entity.from_record, ())
    own = tuple(entry for entry in entries if _belongs(entry, entity.programmes))
    made = _MAKERS[entity.from_record](own, sources)
    return made and _chosen(made, entity.columns)


def pupils_of(
    pupils: Iterable[View], record: YearRecord, kinds: Collection[AnyProgramme]
) -> tuple[View, ...]:
    """Return the pupils that a report on `kinds` of work may list.

    A pupil belongs to the work of the cases that tell of him or her, and of the visits to the
    home; a pupil that nothing tells of, or a case of no work in particular, to all.
    """
    homes = _homes_of_pupils(record)
    listed = ((view, homes.get(view.ref, set())) for view in pupils)
    return tuple(
        View(view.entity, view.ref, told_in=tuple(own)) if own else view
        for view, own in listed
        if not own or own.intersection(kinds)
    )


def _homes_of_pupils(record: YearRecord) -> Mapping[str, set[AnyProgramme]]:
    homes: dict[str, set[AnyProgramme]] = defaultdict(set)
    for case in record.cases:
        if case.pupil:
            homes[case.pupil].update(case.programmes or record.programmes)
    for visit in record.home_visits.visits if record.home_visits else ():
        if visit.pupil:
            homes[visit.pupil].add(ProgrammeKind.HOME_VISITS)
    return homes


def _belongs(entry: View, wanted: Sequence[AnyProgramme]) -> bool:
    own = getattr(entry.entity, "programmes", ()) or _told_in(entry)
    return not (own and wanted) or bool(set(own).intersection(wanted))


def _told_in(entry: View) -> tuple[AnyProgramme, ...]:
    """Return the programme that a measure or a step stands in."""
    named = "told_in" in entry.template_names
    return cast("tuple[AnyProgramme, ...]", entry.told_in) if named else ()


def _chosen(table: Table, names: Sequence[str]) -> Table:
    """Return a table with the columns of those heads, empty where the record has none."""
    if not names:
        return table
    heads = [plain(column.head).partition("（")[0] for column in table.columns]
    order = [_place(name.partition("（")[0], heads) for name in names]
    columns = [
        head(name) if i is None else _named(table.columns[i], name)
        for name, i in zip(names, order, strict=True)
    ]
    rows = tuple(tuple(EMPTY if i is None else row[i] for i in order) for row in table.rows)
    return replace(table, columns=tuple(columns), rows=rows)


def _place(name: str, heads: Sequence[str]) -> int | None:
    """Return which head is meant: that one, else one that begins alike (活动, 活动名称)."""
    alike = [head for head in heads if head.startswith(name) or name.startswith(head)]
    meant = name if name in heads else next(iter(alike), None)
    return None if meant is None else heads.index(meant)


def _named(column: Column, name: str) -> Column:
    return replace(column, head=(Text(name),)) if "（" in name else column


def table_of(attachment: View, table_id: str) -> Table | None:
    """Return the table of an attachment: its own rows, else what was made of the record."""
    made = attachment.made if "made" in attachment.template_names else None
    if not isinstance(made, Table):
        return attachment_table(attachment, table_id)
    entity = _entity(attachment)
    unit = made.unit or (f"单位：{entity.unit}" if entity.unit else "")
    return replace(made, id=table_id, unit=unit, caption=(), description=entity.name)


def has_content(attachment: View) -> bool:
    """Return whether there is something to attach: rows, a text, or a table that was made."""
    entity = _entity(attachment)
    made = "made" in attachment.template_names and attachment.made
    return entity.present and bool(has_cells(entity) or entity.text or made)


def has_cells(entity: Attachment) -> bool:
    """Return whether an attachment has a table of its own: heads over rows, or filled cells."""
    return bool(entity.columns and entity.rows) or any(map(any, entity.rows))


def is_turned(attachment: View, table: Table | None) -> bool:
    """Return whether an attachment is set across the page: as told, or made and wide."""
    entity = _entity(attachment)
    wide = table is not None and is_generated(entity) and len(table.columns) >= WIDE
    return entity.landscape or wide


class Annexes:
    """The attachments of one document as the text refers to them: 附件, 附件2."""

    def __init__(self, listed: Iterable[View]) -> None:
        self._present = [view for view in listed if has_content(view)]

    def made_from(self, source: object) -> Shown | Missing:
        """Return what the attachment is called that is made from that part of the record."""
        for index, view in enumerate(self._present):
            entity = _entity(view)
            if is_generated(entity) and entity.from_record == str(source):
                return self._called(index)
        return Missing("attachments")

    def holding(self, column: str, heads: Sequence[str]) -> Shown | Missing:
        """Return what the attachment is called that has that column and one for each head."""
        for index, view in enumerate(self._present):
            table = table_of(view, "")
            titles = [plain(one.head) for one in table.columns] if table else []
            if column in titles and all(any(h in title for title in titles) for h in heads):
                return self._called(index)
        return Missing("attachments")

    def _called(self, index: int) -> Shown:
        number = str(index + 1) if len(self._present) > 1 else ""
        ref = f"{self._present[index].ref}#number"
        return Shown(ATTACHMENT, ref, f"{ATTACHMENT}{number}")


def _entity(view: View) -> Attachment:
    entity = view.entity
    if not isinstance(entity, Attachment):
        msg = "an attachment is needed"
        raise TypeError(msg)
    return entity
