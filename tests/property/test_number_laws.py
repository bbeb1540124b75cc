"""Nothing in a document comes from nowhere: each number is a fact or stands in a text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from left_out_table import files
from prose import pack
from provenance import numbers_from_nowhere
from record_documents import documents, record
from strategies_records import records
from summarykit.compose import Audience, Extent, compose
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.packs import Length

LAW = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def nowhere(found: YearRecord, report: str, audience: Audience, length: Length) -> list[str]:
    """Return the numbers of a document that are not the record's."""
    made = compose(found, pack(), report, audience, Extent(length))
    assert made.document is not None, [str(finding) for finding in made.findings]
    return numbers_from_nowhere(made.document, made.record or found)


DOCUMENTS = documents(files())
GENERAL = ("annual", "work_plan", "situation_report", "briefing")
"""The reports that tell any programme, one of each kind."""


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize(("path", "report"), DOCUMENTS)
def test_no_number_comes_from_nowhere(path: Path, report: str, audience: Audience) -> None:
    assert nowhere(record(path), report, audience, Length.LONG) == []


@pytest.mark.parametrize(("path", "report"), DOCUMENTS)
def test_no_number_of_a_short_document_does(path: Path, report: str) -> None:
    assert nowhere(record(path), report, Audience.INTERNAL, Length.SHORT) == []


@LAW
@given(report=st.sampled_from(GENERAL), found=records())
def test_whatever_a_record_holds_no_number_comes_from_nowhere(
    report: str, found: YearRecord
) -> None:
    assert nowhere(found, report, Audience.INTERNAL, Length.LONG) == []
