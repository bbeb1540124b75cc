"""Everything that is wrong with a record comes in one run, whatever else is wrong with it."""

from typing import Any

import pytest

import summarykit as sk
from summarykit.diagnostics import Code, message

WRONG_SUM = [
    {"id": "lb", "cohort": "left_behind", "count": "87名"},
    {"id": "girls", "cohort": "left_behind", "gender": "female", "count": "42名"},
    {"id": "boys", "cohort": "left_behind", "gender": "male", "count": "47名"},
]


def wrong(**programme: object) -> dict[str, Any]:
    """Return the fields of a record with a wrong sum and a goal, a step and a title as weak."""
    return {
        "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
        "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
        "population": WRONG_SUM,
        "partitions": [{"whole": "lb", "parts": ["girls", "boys"], "by": "gender"}],
        "programmes": {
            "left_behind_care": {
                "title": "青石镇中心小学2021年关爱留守儿童工作总结",
                "goals": [{"id": "g1", "text": "人人有结对教师"}],
                "measures": [{"kind": "teacher_pairing", "practice": "将定期开展谈心"}],
                "results": [{"text": "有87名学生结对", "goal": ["g1"]}],
                "next_steps": [{"action": "选派教师参加培训"}],
                **programme,
            }
        },
    }


EVERY = {
    Code.PARTS_DIFFER_FROM_WHOLE,
    Code.TITLE_DIFFERS,
    Code.PLANNED_TOLD_AS_DONE,
    Code.NEXT_STEP_OPEN,
}


def test_check_tells_what_is_weak_beside_an_error() -> None:
    assert {one.code for one in sk.check(wrong())} == EVERY


def test_what_cannot_be_composed_for_an_error_of_the_record_raises_all_of_it() -> None:
    with pytest.raises(sk.SummaryError) as raised:
        sk.compose(wrong())
    assert {one.code for one in raised.value.findings} == EVERY


def test_what_is_weak_is_not_told_for_an_error_outside_of_the_record() -> None:
    sound = wrong() | {"population": WRONG_SUM[:1], "partitions": []}
    with pytest.raises(sk.SummaryError) as raised:
        sk.compose(sound, report="nope")
    assert not EVERY & {one.code for one in raised.value.findings}


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("results", {"text": "有87名学生结对", "goal": ["g2"]}),
        (
            "next_steps",
            {"action": "培训", "actor": "教导处", "by": "2024-12", "answers": ["x"]},
        ),
    ],
)
def test_a_link_that_leads_nowhere_gives_no_second_finding(field: str, entry: object) -> None:
    data = wrong(difficulties=[{"id": "d1", "kind": "teacher_workload"}], **{field: [entry]})
    codes = [one.code for one in sk.check(data)]
    assert Code.UNKNOWN_ID in codes
    missed = {
        "results": Code.GOAL_WITHOUT_RESULT,
        "next_steps": Code.DIFFICULTY_WITHOUT_STEP,
    }
    assert missed[field] not in codes


def test_the_text_of_the_exception_begins_with_the_errors() -> None:
    remark = sk.Finding(sk.Severity.INFO, Code.PRIVATE_MASKED, message("a remark"))
    error = sk.Finding(sk.Severity.ERROR, Code.WRONG_VALUE, message("an error"))
    raised = sk.SummaryError([remark, error])
    assert str(raised).startswith(str(error))
    assert raised.findings == (remark, error)
