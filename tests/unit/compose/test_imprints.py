"""The imprint of an official document: where there is one, and what it says."""

from dataclasses import replace
from typing import Any

import pytest

import example_records
from documents import layout_with
from prose import pack
from summarykit.compose import Audience, compose
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOutReason, Telling
from summarykit.compose.scope import Assignment
from summarykit.document import Document, Fact, characters_of
from summarykit.packs import Pack

FULL = example_records.record(example_records.FULL)
REFS = {"signature.copies_to[0]", "signature.issued_by", "signature.issued_on"}


def _pack(**tables: Any) -> Pack:  # noqa: ANN401 - tables of a layout
    return replace(pack(), layout=layout_with(**tables))


SHOWN = _pack(imprint={"shown": True})
LETTER = _pack(imprint={"shown": True}, letterhead={"kind": "letter"})


def _document(used: Pack, report: str = "annual") -> Document:
    document = compose(FULL, used, report, Audience.INTERNAL).document
    assert document is not None
    return document


def _elsewhere(used: Pack, report: str = "annual") -> set[str]:
    telling = Telling.of(Assignment(used, used.reports[report], Audience.INTERNAL))
    found = left_out(FULL, _document(used, report), telling)
    return {
        entry.ref
        for entry in found
        if entry.ref in REFS and entry.reason is LeftOutReason.OTHER_REPORT
    }


def test_a_layout_without_an_imprint_has_none_and_the_same_text() -> None:
    usual, shown = _document(pack()), _document(SHOWN)
    assert usual.imprint is None
    assert replace(shown, imprint=None) == usual
    assert characters_of(shown) == characters_of(usual)


def test_an_imprint_says_who_gets_copies_and_who_issued_the_document_when() -> None:
    end = _document(SHOWN).imprint
    assert end is not None
    assert end.copies == ((Fact("青石镇人民政府", "signature.copies_to[0]"),),)
    assert end.issuer == (Fact("云岭县青石镇中心小学办公室", "signature.issued_by"),)
    assert end.date == (Fact("2024年7月10日", "signature.issued_on"),)


def test_a_letter_says_only_who_gets_copies() -> None:
    end = _document(LETTER).imprint
    assert end is not None
    assert (len(end.copies), end.issuer, end.date) == (1, (), ())


def test_a_record_that_says_nothing_of_it_has_no_imprint() -> None:
    record = example_records.record("school-migrant-year")
    made = compose(record, SHOWN, "migrant_enrolment", Audience.INTERNAL).document
    assert made is not None
    assert made.imprint is None


@pytest.mark.parametrize(
    ("used", "report", "elsewhere"),
    [
        (pack(), "annual", REFS),
        (SHOWN, "annual", set()),
        (LETTER, "annual", REFS - {"signature.copies_to[0]"}),
        (SHOWN, "briefing", REFS),
    ],
)
def test_what_the_imprint_would_say_is_otherwise_of_other_documents(
    used: Pack, report: str, elsewhere: set[str]
) -> None:
    assert _elsewhere(used, report) == elsewhere
