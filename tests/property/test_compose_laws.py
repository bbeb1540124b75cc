"""Laws of composing: every fact printed is the record's, and nothing kept back is shown."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

import prose
import template_packs
from strategies_records import records
from summarykit.compose import Audience, compose
from summarykit.document import Document, facts_of, repeated_ids
from summarykit.facts import child, index, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.vocabulary import Labelled
from summarykit.packs import Pack
from summarykit.privacy.protecting import protected

INTERNAL = Audience.INTERNAL
LAW = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def pack(name: str) -> Pack:
    return template_packs.lasting_pack() if name == "plain" else prose.pack()


def report(name: str) -> str:
    return "summary" if name == "plain" else "annual"


def composed(record: YearRecord, name: str, audience: Audience = INTERNAL) -> Document:
    made = compose(record, pack(name), report(name), audience)
    assert made.document is not None, [str(finding) for finding in made.findings]
    return made.document


def choices(value: object, ref: str = "") -> Iterator[tuple[str, str]]:
    """Yield the reference and the Chinese word of each choice of a record, and each link."""
    if isinstance(value, str):
        yield ref, value.label if isinstance(value, Labelled) else value
    elif isinstance(value, Entity):
        for name in type(value).model_fields:
            yield from choices(getattr(value, name), child(ref, name))
    elif isinstance(value, tuple):
        for at, entry in enumerate(value):
            yield from choices(entry, item(ref, at, entry))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from choices(entry, child(ref, key))


@pytest.mark.parametrize("name", ["plain", "zh"])
@LAW
@given(record=records())
def test_every_fact_printed_is_what_the_record_says_there(
    name: str, record: YearRecord
) -> None:
    told = protected(record, INTERNAL).record
    said = dict(choices(told))
    said |= {ref: str(entry) for ref, entry in index(told).items()}

    for fact in facts_of(composed(record, name)):
        if "#" not in fact.ref:
            value = said[fact.ref]
            assert fact.text == value or fact.text in value.split("\n"), fact


@pytest.mark.parametrize("name", ["plain", "zh"])
@LAW
@given(record=records())
def test_the_same_record_makes_the_same_tree_without_repeated_ids(
    name: str, record: YearRecord
) -> None:
    document = composed(record, name)

    assert document == composed(record.model_copy(deep=True), name)
    assert repeated_ids(document) == ()


@LAW
@given(record=records())
def test_texts_of_a_record_come_out_as_they_went_in(record: YearRecord) -> None:
    said = re.sub(r"\s", "", template_packs.all_text(composed(record, "plain")))

    for programme in record.programmes.values():
        for text in (
            *(measure.practice for measure in programme.measures),
            *(goal.text for goal in programme.goals),
            programme.background,
        ):
            assert re.sub(r"\s", "", text or "") in said


@LAW
@given(record=records())
def test_the_public_sees_no_case_or_attachment_that_is_kept_back(record: YearRecord) -> None:
    document = composed(record, "plain", Audience.PUBLIC)

    shown = {fact.ref for fact in facts_of(document)}
    kept_back = {
        item("attachments", at, entry)
        for at, entry in enumerate(record.attachments)
        if entry.confidential
    } | {
        item("cases", at, case)
        for at, case in enumerate(record.cases)
        if not (case.consent and case.sensitivity == "public")
    }
    assert not [ref for ref in shown for kept in kept_back if ref.startswith(f"{kept}.")]
