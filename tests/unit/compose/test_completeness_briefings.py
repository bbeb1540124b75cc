"""What a briefing need not tell: counts that its work is not for, rates that show no result."""

from hand_made_documents import R, left, of, paragraph, reasons, telling
from summarykit.packs import DocumentKind

RECORD = of(
    population=[
        {"id": "class", "cohort": "left_behind", "count": "7名", "class_name": "三班"},
        {"id": "all", "cohort": "left_behind", "count": "87名", "note": "九月底统计"},
        {"id": "others", "cohort": "orphan", "count": "2名"},
    ],
    indicators=[
        {"id": "shown", "code": "filing", "value": "98%"},
        {"id": "second", "code": "filing", "value": "97%"},
        {"id": "alone", "code": "filing", "value": "96%"},
    ],
    programmes={
        "left_behind_care": {
            "results": [{"id": "r", "text": "档案齐全", "evidence": ["shown", "second"]}]
        }
    },
)


def test_a_briefing_owes_the_total_of_whom_the_work_is_for() -> None:
    told = telling(kind=DocumentKind.BRIEFING)
    found = left(RECORD, paragraph(RECORD, "results/1", "r.text"), told=told)
    assert reasons(found, "all.count", "all.cohort") == [R.UNTOLD, R.UNTOLD]
    beside = ("class.count", "class.class_name", "all.note", "others.count")
    assert reasons(found, *beside) == [R.OTHER_REPORT] * len(beside)


def test_a_briefing_owes_the_rate_that_shows_a_result() -> None:
    told = telling(kind=DocumentKind.BRIEFING)
    found = left(RECORD, paragraph(RECORD, "results/1", "r.text"), told=told)
    assert found["shown.value"].reason is R.UNTOLD
    assert reasons(found, "second.value", "alone.value") == [R.OTHER_REPORT] * 2


def test_a_summary_owes_all_of_them() -> None:
    found = left(RECORD, paragraph(RECORD, "results/1", "r.text"))
    assert reasons(found, "class.count", "alone.value") == [R.UNTOLD, R.UNTOLD]
