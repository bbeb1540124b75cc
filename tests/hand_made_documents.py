"""Documents made by hand, and what they leave out of small records: for tests of reasons."""

from typing import Any

import template_packs
from prose import pack
from summarykit.compose import Audience
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOut, LeftOutReason, Telling
from summarykit.compose.scope import Assignment
from summarykit.document import Document, Fact, Inline, Paragraph, Properties, Table, Text
from summarykit.facts import index
from summarykit.model import YearRecord
from summarykit.model.vocabulary import ProgrammeKind

R = LeftOutReason
CARE, VISITS = ProgrammeKind.LEFT_BEHIND_CARE, ProgrammeKind.HOME_VISITS
WORK = {"kind": "teacher_pairing", "practice": "班主任和家长结对谈心"}
MEASURE = {"id": "m1", **WORK}


def of(*measures: dict[str, Any], **fields: object) -> YearRecord:
    """Return a record of one programme with these measures and fields."""
    told = {"programmes": {"left_behind_care": {"measures": measures}}}
    return template_packs.record(**{**told, **fields})


def paragraph(record: YearRecord, block: str, *words: str) -> Paragraph:
    """Return a paragraph: a word that is called like a fact is that fact."""
    return Paragraph(block, tuple(_inline(record, word) for word in words))


def _inline(record: YearRecord, word: str) -> Inline:
    ref, _, how = word.partition("#")
    text, _, printed = how.partition("=")
    known = index(record)
    if ref not in known:
        return Text(word)
    return Fact(printed or str(known[ref]), f"{ref}#{text}" if how else ref)


def telling(audience: Audience = Audience.INTERNAL, **changes: object) -> Telling:
    """Return what a report of all programmes and cohorts tells."""
    spec = pack().reports["annual"].model_copy(update=changes)
    return Telling.of(Assignment(pack(), spec, audience))


def left(
    record: YearRecord, *blocks: Paragraph | Table, told: Telling | None = None, title: str = ""
) -> dict[str, LeftOut]:
    """Return what a document of these blocks leaves out, by reference."""
    document = Document((Text(title),), blocks, Properties(title, "青石小学"))
    return {entry.ref: entry for entry in left_out(record, document, told or telling())}


def reasons(found: dict[str, LeftOut], *refs: str) -> list[LeftOutReason]:
    return [found[ref].reason for ref in refs]


def said(record: YearRecord, ref: str, *blocks: Paragraph | Table, title: str = "") -> object:
    """Return what says a fact that is not printed; its reason when nothing does."""
    entry = left(record, *blocks, title=title)[ref]
    return entry.said_in if entry.reason is R.DUPLICATE else entry.reason
