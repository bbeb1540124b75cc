"""Nothing in a document comes from nowhere: each number is a fact or stands in a text."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import summarykit as sk
from left_out_table import files, reports
from provenance import numbers_from_nowhere
from strategies_records import records
from summarykit.compose import Audience, Extent, compose
from summarykit.model import YearRecord
from summarykit.packs import Length, Pack

LAW = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@cache
def pack() -> Pack:
    return sk.load_pack()


@cache
def record(path: Path) -> YearRecord:
    return sk.read_record(path)


def nowhere(found: YearRecord, report: str, audience: Audience, length: Length) -> list[str]:
    """Return the numbers of a document that are not the record's."""
    made = compose(found, pack(), report, audience, Extent(length))
    assert made.document is not None, [str(finding) for finding in made.findings]
    return numbers_from_nowhere(made.document, found)


DOCUMENTS = [
    pytest.param(path, report, id=f"{path.stem}-{report}")
    for path in files()
    for report in reports(record(path), pack())
]
GENERAL = ("annual", "work_plan", "situation_report", "briefing")
"""The reports that tell any programme, one of each kind."""


@pytest.mark.parametrize("audience", Audience)
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
