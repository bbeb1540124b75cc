"""What is private is in no document for the public, and the list says where it stood.

200 records, each with a secret in every field that takes text: names, numbers, illness.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

import summarykit as sk
from seeded_secrets import Seeded, seeded
from summarykit.model import YearRecord
from summarykit.privacy.audit import MaskedKind

RECORDS = 200
AT_ONCE = 10
CHUNKS = tuple(range(0, RECORDS, AT_ONCE))


def words(summary: sk.Summary) -> Iterator[str]:
    """Yield all that a reader can get: the files, what is in them, what the summary says."""
    yield from (summary.to_bytes(form).decode() for form in ("md", "txt"))
    with zipfile.ZipFile(BytesIO(summary.to_bytes("docx"))) as parts:
        for part in parts.infolist():
            yield part.filename
            yield parts.read(part).decode("utf-8", "surrogateescape")
    yield repr(summary)
    yield summary._repr_html_()
    yield "".join(f"{one.path} {one.instead}" for one in summary.audit)


def without_rosters(record: YearRecord) -> YearRecord:
    return record.model_copy(update={"attachments": ()})


def survivors(found: Seeded, summary: sk.Summary) -> list[str]:
    told = "\n".join(words(summary))
    return [secret for secret in found.secrets if secret in told]


@pytest.mark.parametrize("first", CHUNKS)
def test_nothing_private_survives_in_the_public_version(first: int) -> None:
    for number in range(first, first + AT_ONCE):
        found = seeded(number)
        before = found.record.model_dump_json()
        assert all(secret in before or secret[0] in before for secret in found.secrets)
        summary = sk.compose(found.record, length="long")
        assert survivors(found, summary) == [], number
        told = summary.record.model_dump_json()
        assert [secret for secret in found.secrets if secret in told] == [], number
        audited = {one.path for one in summary.audit}
        assert found.places <= audited, number


@pytest.mark.parametrize("number", range(0, RECORDS, 20))
def test_nor_in_the_lists_of_figures_and_of_what_is_left_out(number: int) -> None:
    found = seeded(number)
    summary = sk.compose(found.record)
    told = f"{summary.figures} {summary.left_out}"
    assert [secret for secret in found.secrets if secret in told] == []


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("report", ["annual", "work_plan", "briefing", "work_report"])
def test_nor_in_any_report(report: str, number: int) -> None:
    found = seeded(number)
    summary, findings = _made(found.record, report)
    if summary is None:
        assert any(one.is_error for one in findings)
        return
    assert survivors(found, summary) == []


def _made(record: YearRecord, report: str) -> tuple[sk.Summary | None, tuple[sk.Finding, ...]]:
    try:
        return sk.compose(record, report=report), ()
    except sk.SummaryError as error:
        return None, tuple(error.findings)


@pytest.mark.parametrize("number", range(0, RECORDS, 20))
def test_the_bureau_reads_names_and_numbers_nowhere_but_in_a_marked_roster(
    number: int,
) -> None:
    found = seeded(number)
    summary = sk.compose(found.record, audience="internal", length="long")
    told = without_rosters(summary.record).model_dump_json()
    of_insiders = {"白血病", "癫痫", "父母离异", "服刑"}
    assert [secret for secret in found.secrets - of_insiders if secret in told] == []
    roster = summary.record.attachments[0]
    assert roster.rows == found.record.attachments[0].rows
    kinds = {one.kind for one in summary.audit}
    assert MaskedKind.CHILD_NAME in kinds
    assert MaskedKind.ILLNESS not in kinds
