"""Laws of drawn records that name what a pack adds; completeness is in test_drawn_records."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from own_kinds import REPORTS, document_of, pack
from provenance import numbers_from_nowhere
from strategies_records import records
from summarykit.compose import Audience
from summarykit.document import repeated_ids, text_of
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.packs import Length
from summarykit.readers import ReadResult
from summarykit.readers.data import read_data

LAW = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
DRAWN = records(pack().vocabulary)


@LAW
@given(report=st.sampled_from(REPORTS), audience=st.sampled_from(AUDIENCES), found=DRAWN)
def test_no_number_comes_from_nowhere_and_no_block_is_called_like_another(
    report: str, audience: Audience, found: YearRecord
) -> None:
    document = document_of(found, report, Length.LONG, audience)

    assert numbers_from_nowhere(document, found) == []
    assert repeated_ids(document) == ()


def said(read: ReadResult) -> set[str]:
    return {str(finding) for finding in read.findings}


@LAW
@given(found=DRAWN)
def test_a_record_is_the_same_as_data_and_as_json_and_so_is_its_document(
    found: YearRecord,
) -> None:
    data = found.model_dump(mode="json")
    known = pack().vocabulary

    assert YearRecord.model_validate(data, context=known) == found
    assert YearRecord.model_validate_json(found.model_dump_json(), context=known) == found
    again = YearRecord.model_validate(data, context=known)
    assert text_of(document_of(again)) == text_of(document_of(found))
    # What is wrong with it is found alike, whether it comes as parts or as JSON.
    assert said(read_data(found, known)) == said(read_data(data, known))
