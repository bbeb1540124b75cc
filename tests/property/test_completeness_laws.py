"""Completeness: every fact of a record is in its document, or left out for a reason."""

from pathlib import Path

import pytest

from left_out_table import account, files
from prose import pack
from record_documents import documents, record
from summarykit.compose import Audience, Extent
from summarykit.compose.completeness.leaving import LeftOutReason
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.packs import Length

LONG = Extent(Length.LONG)
DOCUMENTS = documents(files())
OF_EXAMPLES = documents(path for path in files() if path.parent.name == "examples")


def untold(found: YearRecord, report: str, audience: Audience, extent: Extent) -> list[str]:
    """Return what a document says nothing of, and no reason is found for, with its words."""
    left, errors = account(found, pack(), report, audience, extent)
    assert errors == ()
    missed = (entry for entry in left if entry.reason is LeftOutReason.UNTOLD)
    return [f"{entry.ref}: {entry.text}" for entry in missed]


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize(("path", "report"), DOCUMENTS)
def test_every_fact_is_told_or_left_out_for_a_reason(
    path: Path, report: str, audience: Audience
) -> None:
    assert untold(record(path), report, audience, LONG) == []


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize(("path", "report"), OF_EXAMPLES)
def test_what_a_shorter_document_does_not_tell_is_left_out_for_its_length(
    path: Path, report: str, audience: Audience
) -> None:
    assert untold(record(path), report, audience, Extent(Length.STANDARD)) == []
