"""Laws of the list of facts left out, whatever the templates tell: it is total and honest."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from strategies_records import records
from summarykit.compose import Audience, compose
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOut, LeftOutReason, Telling
from summarykit.compose.scope import Assignment
from summarykit.document import Document, blocks_of, facts_of
from summarykit.facts import index
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.privacy.protecting import protected
from template_packs import lasting_pack

LAW = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def told(record: YearRecord, audience: Audience) -> tuple[Document, Telling]:
    """Return a document of the record and what it was to tell."""
    made = compose(record, lasting_pack(), "summary", audience)
    assert made.document is not None, [str(finding) for finding in made.findings]
    task = Assignment(lasting_pack(), lasting_pack().reports["summary"], audience)
    return made.document, Telling.of(task, made.shortening)


def account(record: YearRecord, audience: Audience) -> tuple[Document, tuple[LeftOut, ...]]:
    document, telling = told(record, audience)
    return document, left_out(protected(record, audience).record, document, telling)


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@LAW
@given(record=records())
def test_each_fact_is_printed_or_listed_and_listed_once(
    audience: Audience, record: YearRecord
) -> None:
    document, left = account(record, audience)

    listed = [entry.ref for entry in left]
    known = list(index(protected(record, audience).record))
    assert listed == [ref for ref in known if ref in set(listed)]
    printed = {fact.ref.partition("#")[0] for fact in facts_of(document)}
    by_rule = {"addressee"} | {
        ref for ref in known if ".columns[" in ref or ref.endswith(".unit")
    }
    # What an attachment is headed with stands there without a fact.
    by_rule |= {ref for ref in known if ref.endswith(".note")}
    assert set(known) - set(listed) <= printed | by_rule


@LAW
@given(record=records())
def test_what_says_a_duplicate_is_in_the_document(record: YearRecord) -> None:
    document, left = account(record, Audience.INTERNAL)

    places = {fact.ref for fact in facts_of(document)}
    places |= {block.id for block in blocks_of(document)} | {"title", "organisation.name"}
    for entry in left:
        is_duplicate = entry.reason is LeftOutReason.DUPLICATE
        assert (entry.said_in in places) if is_duplicate else entry.said_in is None, entry


@LAW
@given(record=records())
def test_what_the_public_must_not_see_is_listed_without_its_words(record: YearRecord) -> None:
    _, public = account(record, Audience.PUBLIC)
    _, internal = account(record, Audience.INTERNAL)

    known = index(protected(record, Audience.INTERNAL).record)
    kept = LeftOutReason.PRIVATE
    assert all((entry.text == "") is (entry.reason is kept) for entry in public)
    assert all(entry.text == str(known[entry.ref]) for entry in internal)
    hidden = {entry.ref for entry in public if entry.reason is kept}
    assert {entry.ref for entry in internal if entry.reason is kept} <= hidden


@LAW
@given(record=records())
def test_a_document_that_says_less_leaves_out_more(record: YearRecord) -> None:
    document, telling = told(record, Audience.INTERNAL)
    record = protected(record, Audience.INTERNAL).record
    less = replace(document, blocks=document.blocks[:-2])

    whole = {entry.ref for entry in left_out(record, document, telling)}
    more = {entry.ref for entry in left_out(record, less, telling)}

    assert whole <= more
    nothing = replace(document, title=(), subtitle=(), addressee=(), blocks=())
    assert [entry.ref for entry in left_out(record, nothing, telling)] == list(index(record))
