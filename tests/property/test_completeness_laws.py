"""Completeness: every fact of a record is in its document, or left out for a reason."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import summarykit as sk
from left_out_table import account, fields_of, files, reports
from strategies_records import records
from summarykit.compose import Audience, Extent
from summarykit.compose.completeness.leaving import LeftOutReason
from summarykit.model import YearRecord
from summarykit.packs import Length, Pack

LAW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
LONG = Extent(Length.LONG)
ODD = frozenset(
    {
        # Flows that nothing tells apart: which one began when cannot be said in a sentence.
        *("EnrolmentFlow.start", "EnrolmentFlow.end", "EnrolmentFlow.stage"),
        # A count split by several dimensions at once of which its table or sentence has one.
        *("Population.class_name", "Population.gender", "Population.grade"),
        *("Population.guardianship", "Population.organisation", "Population.other"),
        *("Population.origin", "Population.cause", "Population.boarding", "Population.stage"),
        *("Population.definition", "Population.previous_definition"),
        # The dates of a calendar year under a name that has no year.
        *("Period.start", "Period.end"),
        # A measure without name and practice, told in a paragraph without headings.
        "Measure.kind",
        # Figures of which the record gives some that no sentence can take.
        *("Indicator.cohort", "Indicator.exempt", "Indicator.limit", "Indicator.target"),
        *("Activity.end", "Difficulty.cohort", "ShortName.name", "ShortName.items"),
        *("Target.name", "Target.indicator"),
    }
)
"""Fields that a record drawn at random may give in a way that nobody would, and that then are
told nowhere; the records of people, below, tell all of them."""


@cache
def pack() -> Pack:
    return sk.load_pack()


@cache
def record(path: Path) -> YearRecord:
    return sk.read_record(path)


def documents(paths: Iterable[Path]) -> list[ParameterSet]:
    """Return each record with each report that tells one of its programmes."""
    return [
        pytest.param(path, report, id=f"{path.stem}-{report}")
        for path in paths
        for report in reports(record(path), pack())
    ]


DOCUMENTS = documents(files())
OF_EXAMPLES = documents(path for path in files() if path.parent.name == "examples")


def untold_fields(found: YearRecord, audience: Audience) -> set[str]:
    """Return the fields, but the odd ones, of which a summary says nothing for no reason."""
    left, errors = account(found, pack(), "annual", audience, LONG)
    assert errors == ()
    missed = [entry for entry in left if entry.reason is LeftOutReason.UNTOLD]
    return {f"{field} {ref}" for field, ref in fields_of(found, missed) if field not in ODD}


def untold(found: YearRecord, report: str, audience: Audience, extent: Extent) -> list[str]:
    """Return what a document says nothing of, and no reason is found for, with its words."""
    left, errors = account(found, pack(), report, audience, extent)
    assert errors == ()
    missed = (entry for entry in left if entry.reason is LeftOutReason.UNTOLD)
    return [f"{entry.ref}: {entry.text}" for entry in missed]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(("path", "report"), DOCUMENTS)
def test_every_fact_is_told_or_left_out_for_a_reason(
    path: Path, report: str, audience: Audience
) -> None:
    assert untold(record(path), report, audience, LONG) == []


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(("path", "report"), OF_EXAMPLES)
def test_what_a_shorter_document_does_not_tell_is_left_out_for_its_length(
    path: Path, report: str, audience: Audience
) -> None:
    assert untold(record(path), report, audience, Extent(Length.STANDARD)) == []


@LAW
@given(audience=st.sampled_from(Audience), found=records())
def test_whatever_a_record_holds_every_fact_is_told_or_left_out_for_a_reason(
    audience: Audience, found: YearRecord
) -> None:
    assert untold_fields(found, audience) == set()
