"""More than there are can be reached where a measure or aid is not for them alone."""

from typing import Any

import pytest

from summarykit import facts
from summarykit.model import YearRecord

MEASURES: dict[str, dict[str, Any]] = {
    "a lesson for all pupils": {"kind": "legal_safety_education", "reached": "600名"},
    "a meeting of parents": {"kind": "guardian_meeting", "reached": "230名"},
    "a target of its own": {"kind": "heart_talk", "reached": "130名", "target": "毕业班学生"},
    "about as many": {"kind": "heart_talk", "reached": "约130名"},
}
AID: dict[str, dict[str, Any]] = {
    "aid for many kinds": {
        "kind": "meals",
        "name": "困境和留守儿童午餐",
        "beneficiaries": "200名",
    },
    "heads counted each time": {"kind": "meals", "name": "营养餐", "beneficiaries": "1224人次"},
}


def record(measures: list[dict[str, Any]], aid: list[dict[str, Any]]) -> YearRecord:
    return YearRecord.model_validate(
        {
            "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
            "period": {"kind": "school_year"},
            "population": [
                {"cohort": "enrolled", "count": "612名"},
                {"cohort": "left_behind", "count": "118名"},
            ],
            "programmes": {"left_behind_care": {"measures": measures}},
            "aid": aid,
        }
    )


@pytest.mark.parametrize("passed", MEASURES)
def test_a_measure_that_is_for_others_too_is_let_pass(passed: str) -> None:
    assert facts.check(record([MEASURES[passed]], [])) == ()


@pytest.mark.parametrize("passed", AID)
def test_aid_that_is_for_others_too_is_let_pass(passed: str) -> None:
    assert facts.check(record([], [AID[passed]])) == ()
