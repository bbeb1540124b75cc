"""Counts without a unit are told, and printed with the one that the field means."""

import copy
from typing import Any

import pytest

import summarykit as sk
from summarykit import facts
from summarykit.diagnostics import Code, Severity
from summarykit.model import YearRecord

RECORD: dict[str, Any] = {
    "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
    "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
    "population": [{"id": "lb", "cohort": "left_behind", "count": "118名"}],
    "programmes": {
        "left_behind_care": {
            "measures": [
                {"kind": "teacher_pairing", "pairs": "118", "mentors": "29"},
                {"kind": "heart_talk", "practice": "与学生谈心", "count": "1200"},
            ]
        },
        "home_visits": {},
    },
    "home_visits": {
        "campaigns": [
            {
                "name": "寒假家访",
                "households": "109",
                "coverage": [
                    {"group": "留守儿童家庭", "visited": "109", "total": "118"},
                    {"group": "六年级", "visited": "20", "total": "25名"},
                    {"group": "五年级", "visited": "18"},
                ],
            }
        ]
    },
}
CARE = "programmes.left_behind_care.measures"
COVERAGE = "home_visits.campaigns[0].coverage"


def lost(findings: tuple[sk.Finding, ...]) -> dict[str, str]:
    """Return where a unit is lost, with the hint."""
    return {
        one.at.field: sk.describe(one).partition("提示：")[2]
        for one in findings
        if (one.code, one.severity) == (Code.UNIT_LOST, Severity.WARNING)
    }


def test_each_count_without_a_unit_is_told_with_the_one_that_is_meant() -> None:
    assert lost(sk.check(copy.deepcopy(RECORD))) == {
        f"{CARE}[0].pairs": "请写成“118对”",
        f"{CARE}[0].mentors": "请写成“29名”",
        f"{CARE}[1].count": "请在后面写上单位，如 12次、1200份、109户",
        "home_visits.campaigns[0].households": "请写成“109户”",
        f"{COVERAGE}[0].visited": "请写成“109户”",
        f"{COVERAGE}[0].total": "请写成“118户”",
        f"{COVERAGE}[1].visited": "请写成“20名”",
        f"{COVERAGE}[2].visited": "请在后面写上单位，如 12次、1200份、109户",
    }


@pytest.mark.parametrize("words", ["对子118对", "29名", "走访109户", "118户中走访了109户"])
def test_the_summary_has_the_unit_that_is_meant(words: str) -> None:
    summary = sk.compose(copy.deepcopy(RECORD), report="annual")
    assert words in summary.to_bytes("txt").decode()


def test_only_what_is_meant_is_added() -> None:
    record = YearRecord.model_validate(RECORD)
    told = facts.with_units(record)
    changed = {
        fact.ref
        for fact, before in zip(
            facts.index(told).values(), facts.index(record).values(), strict=True
        )
        if fact != before
    }
    assert len(changed) == 6  # neither the talks nor the fifth grade
    assert facts.with_units(told) is told
    assert facts.check(told) == tuple(
        one
        for one in facts.check(record)
        if one.code is not Code.UNIT_LOST or "such as" in str(one.hint)
    )


def test_a_count_of_people_that_is_a_bare_number_is_printed_with_a_unit() -> None:
    data = copy.deepcopy(RECORD)
    data["population"][0]["count"] = 118
    summary = sk.compose(data, report="left_behind_care")
    assert "population[0].count" in lost(summary.findings)
    assert "留守儿童118名" in summary.to_bytes("txt").decode()
