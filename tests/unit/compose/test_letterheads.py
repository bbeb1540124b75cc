"""The head of an official document: where there is one, what it says, and what it lacks."""

from dataclasses import replace
from typing import Any

import pytest

import example_records
from documents import layout_with
from prose import pack
from summarykit.compose import Audience, Composed, compose
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOutReason, Telling
from summarykit.compose.letterhead import has_letterhead, in_brackets
from summarykit.compose.scope import Assignment
from summarykit.document import Fact, Text, characters_of, plain
from summarykit.model import YearRecord
from summarykit.packs import Pack, SectionKind

REFS = ("signature.document_number", "signature.signer")


def _headed(kind: str = "document", **rule: object) -> Pack:
    return replace(pack(), layout=layout_with(letterhead={"kind": kind, **rule}))


def _record(**signature: Any) -> YearRecord:  # noqa: ANN401 - fields of a signature
    told = example_records.record("school-migrant-year")
    signed = told.signature
    assert signed is not None
    return told.model_copy(update={"signature": signed.model_copy(update=signature)})


def _made(record: YearRecord, used: Pack, report: str = "migrant_enrolment") -> Composed:
    return compose(record, used, report, Audience.INTERNAL)


def _reasons(record: YearRecord, used: Pack, report: str) -> dict[str, LeftOutReason]:
    document = _made(record, used, report).document
    assert document is not None
    telling = Telling.of(Assignment(used, used.reports[report], Audience.INTERNAL))
    found = left_out(record, document, telling)
    return {entry.ref: entry.reason for entry in found if entry.ref in REFS}


NUMBERED = _record(document_number="青校发[2024]5号", signer="周明远")


def test_a_layout_without_a_letterhead_has_none_and_the_same_text() -> None:
    plain_one, headed = _made(NUMBERED, pack()).document, _made(NUMBERED, _headed()).document
    assert plain_one is not None
    assert headed is not None
    assert plain_one.letterhead is None
    assert replace(headed, letterhead=None) == plain_one
    assert characters_of(headed) == characters_of(plain_one)


def test_a_letterhead_has_the_name_of_the_organisation_the_number_and_the_signer() -> None:
    made = _made(NUMBERED, _headed())
    assert made.document is not None
    head = made.document.letterhead
    assert head is not None
    name = Fact(NUMBERED.organisation.name, "organisation.name")
    assert head.mark == (name, Text("文件"))
    assert head.number == (Fact("青校发〔2024〕5号", "signature.document_number"),)
    assert head.signer == (Fact("周明远", "signature.signer"),)
    assert not [each for each in made.findings if "letterhead" in str(each)]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("{organisation}", "{}"),
        ("云岭县教育局文件", "云岭县教育局文件"),
        ("（{organisation}）", "（{}）"),
    ],
)
def test_the_mark_is_what_the_layout_says(mark: str, words: str) -> None:
    document = _made(NUMBERED, _headed(mark=mark)).document
    assert document is not None
    assert document.letterhead is not None
    assert plain(document.letterhead.mark) == words.format(NUMBERED.organisation.name)


@pytest.mark.parametrize(
    "number", ["青校发〔2024〕5号", "青校发[2024]5号", "青校发（2024）5号", "青校发【2024】5号"]
)
def test_the_year_of_a_number_stands_in_its_own_brackets(number: str) -> None:
    assert in_brackets(number) == "青校发〔2024〕5号"


def test_a_letterhead_without_a_number_is_a_warning() -> None:
    made = _made(_record(signer="周明远"), _headed())
    assert made.document is not None
    assert made.document.letterhead is not None
    assert made.document.letterhead.number == ()
    (told,) = (str(each) for each in made.findings if "letterhead" in str(each))
    assert told == (
        "signature  warning section-empty"
        "  a letterhead has the number of the document, and the record has none\n"
        "  hint: add document_number to the record"
    )


def test_a_briefing_has_no_letterhead() -> None:
    record = example_records.record(example_records.FULL)
    for report, headed in {"annual": True, "briefing": False}.items():
        document = _made(record, _headed(), report).document
        assert document is not None
        assert (document.letterhead is not None) is headed


def test_what_nobody_signs_has_no_letterhead() -> None:
    rule, report = _headed().layout.letterhead, pack().reports["annual"]
    unsigned = tuple(each for each in report.sections if each.kind is not SectionKind.SIGNATURE)
    assert has_letterhead(rule, report)
    assert not has_letterhead(rule, report.model_copy(update={"sections": unsigned}))


def test_number_and_signer_are_told_in_a_letterhead_and_otherwise_of_other_documents() -> None:
    other = dict.fromkeys(REFS, LeftOutReason.OTHER_REPORT)
    assert _reasons(NUMBERED, _headed(), "migrant_enrolment") == {}
    assert _reasons(NUMBERED, pack(), "migrant_enrolment") == other
    full = example_records.record(example_records.FULL)
    assert _reasons(full, _headed(), "briefing") == other


def test_a_letter_has_another_mark_and_no_signer() -> None:
    letter = _headed(kind="letter")
    document = _made(NUMBERED, letter).document
    assert document is not None
    assert document.letterhead is not None
    assert plain(document.letterhead.mark) == NUMBERED.organisation.name
    assert document.letterhead.signer == ()
    reasons = _reasons(NUMBERED, letter, "migrant_enrolment")
    assert reasons == {"signature.signer": LeftOutReason.OTHER_REPORT}
