"""Each relation of a record, broken alone, gives one finding; the good record gives none."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarykit import facts
from summarykit.diagnostics import Code, Finding, Severity
from summarykit.model import YearRecord

Change = Callable[[dict[str, Any]], object]

GOOD: dict[str, Any] = {
    "organisation": {"name": "青石镇中心小学", "level": "school"},
    "period": {
        "kind": "school_year",
        "start": "2023-09-01",
        "end": "2024-07-05",
        "comparison": {"start": "2022-09-01", "end": "2023-07-05"},
    },
    "pupils": [{"id": "s1", "alias": "小明（化名）"}],
    "population": [
        {"id": "enrolled", "cohort": "enrolled", "count": "612名"},
        {"id": "left_behind", "cohort": "left_behind", "count": "87人", "part_of": "enrolled"},
        {"id": "girls", "cohort": "left_behind", "name": "留守女童", "count": "42名"},
        {"id": "boys", "cohort": "left_behind", "name": "留守男童", "count": "45名"},
        {"id": "some", "cohort": "orphan", "count": "约700名", "part_of": "enrolled"},
        {"id": "homes", "cohort": "other", "count": "900户", "part_of": "enrolled"},
    ],
    "partitions": [{"whole": "left_behind", "parts": ["girls", "boys"], "by": "gender"}],
    "enrolment_flow": [
        {"opening": "80", "transferred_out": "3", "transferred_in": "1", "closing": "78"},
        {"opening": "80", "suspended": "1", "closing": "80"},
        {"opening": "80", "suspended": "1", "closing": "79"},
        {"opening": "80", "dropped_out": "若干名", "closing": "70"},
        {"opening": "约80名", "closing": "70"},
    ],
    "indicators": [
        {"code": "return", "value": "66.7%", "numerator": "2人", "denominator": "3人"},
        {
            "code": "filing",
            "name": "复核率",
            "value": "66.67%",
            "numerator": "2人",
            "denominator": "3人",
        },
        {"code": "aid_coverage", "value": "20%左右", "numerator": "1人", "denominator": "2人"},
        {"code": "filing", "value": "100%"},
        {"code": "enrolment", "value": "99.8%", "exempt": "1名", "exemption": "重度残疾"},
        {"code": "satisfaction", "value": "9分", "exempt": "1名"},
        {"code": "filing", "numerator": "9人", "denominator": "9人"},
    ],
    "activities": [
        {"kind": "theme", "name": "读书月", "date": "2024-04", "end": "2024-05"},
        {"kind": "theme", "name": "夏令营", "date": "2024-08", "status": "planned"},
        {"kind": "theme", "name": "重阳节", "date": "10月23日"},
        {"kind": "sports", "name": "运动会"},
    ],
    "home_visits": {
        "campaigns": [
            {
                "id": "c1",
                "name": "暑期家访",
                "start": "2024-06",
                "coverage": [
                    {"group": "六年级", "visited": "45户", "total": "50户", "rate": "90%"}
                ],
            }
        ],
        "visits": [{"pupil": "s1", "date": "2024-03-02"}],
    },
    "aid": [{"kind": "meals", "amount": "4600元"}],
    "donations": [{"donor": "爱心企业", "amount": "2万元", "date": "2024年春季"}],
    "slogans": [
        {"name": "五必访", "declared": "2项", "items": [{"text": "甲"}, {"text": "乙"}]},
        {"name": "两个必访", "items": [{"text": "甲"}, {"text": "乙"}]},
        {"name": "两免一补", "items": [{"text": "甲"}]},
        {"name": "五必访"},
    ],
    "policies": [{"id": "law", "title": "义务教育法"}],
    "programmes": {
        "left_behind_care": {
            "start": "2023-09",
            "goals": [{"id": "g1", "text": "全部结对"}],
            "measures": [
                {"id": "m1", "kind": "teacher_pairing", "serves": "g1", "policies": ["law"]}
            ],
            "results": [{"text": "全部结对", "goal": "g1", "evidence": ["m1", "c1"]}],
            "difficulties": [{"id": "d1", "kind": "funding_shortage"}],
            "next_steps": [{"action": "争取经费", "answers": "d1"}],
        }
    },
    "signature": {"date": "2024-07-05"},
    "extra": [{"id": "x1", "name": "绿化面积", "type": "quantity", "value": "300平方米"}],
}


def checked(*changes: Change) -> tuple[Finding, ...]:
    """Return the findings on the good record after `changes`."""
    data = copy.deepcopy(GOOD)
    for change in changes:
        change(data)
    return facts.check(YearRecord.model_validate(data))


def put(path: str, value: object) -> Change:
    """Return the change that sets the field at `path` (`population.1.count`)."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]

    def change(data: dict[str, Any]) -> None:
        holder: Any = data
        for step in way:
            holder = holder[step]
        holder[last] = value

    return change


def test_the_good_record_has_no_findings() -> None:
    assert checked() == ()


PROGRAMME = "programmes.left_behind_care"
MEASURE = f"{PROGRAMME}.measures.0"

ONE_BROKEN = {
    "a subset larger than its whole": [put("population.1.part_of", "girls")],
    "a lower bound above the whole": [put("population.4.count", "700余名")],
    "parts that do not sum to the whole": [put("population.3.count", "44名")],
    "incomplete parts above the whole": [
        put("population.3.count", "46名"),
        put("partitions.0.complete", value=False),
    ],
    "an overlapping part above the whole": [
        put("population.3.count", "90名"),
        put("partitions.0.exclusive", value=False),
    ],
    "an enrolment flow that does not close": [put("enrolment_flow.0.closing", "79")],
    "a rate that differs from its counts": [put("indicators.0.value", "66.6%")],
    "a full rate beside an exemption": [put("indicators.4.value", "100%")],
    "a full rate beside a number of exempt pupils": [put("indicators.3.exempt", "1名")],
    "a coverage that differs from its counts": [
        put("home_visits.campaigns.0.coverage.0.rate", "95%")
    ],
    "more visited than there are": [
        put("home_visits.campaigns.0.coverage.0.visited", "55户"),
        put("home_visits.campaigns.0.coverage.0.rate", None),
    ],
    "a slogan with fewer items than declared": [put("slogans.0.declared", "5")],
    "a slogan with fewer items than in its name": [put("slogans.1.name", "五个一活动")],
    "an amount without its unit": [put("aid.0.amount", "450万")],
    "a period that ends before it starts": [
        put("period.comparison.start", "2023-09-01"),
    ],
    "an activity outside the period": [put("activities.3.date", "2024-09")],
    "a visit before the period": [
        put("home_visits.visits.0.date", "2023-08-31"),
        put("period.end", None),
    ],
    "a signature before the end of the period": [put("signature.date", "2024-07-01")],
    "a programme that starts after the period": [put(f"{PROGRAMME}.start", "2024-09")],
    "work that starts after the period": [put("period.programme_start", "2025")],
    "two entries with one id": [put("policies.0.id", "m1"), put(f"{MEASURE}.policies", [])],
    "an id with a dot": [put("extra.0.id", "m1.pairs")],
    "an id that is the name of a field": [put("extra.0.id", "period")],
    "an unknown id like a known one": [put("population.1.part_of", "enroled")],
    "an unknown id like none": [put(f"{PROGRAMME}.next_steps.0.answers", ["d1", "没有"])],
    "a link to the wrong kind of entry": [put(f"{MEASURE}.serves", ["d1"])],
    "a count that is part of itself": [
        put("population.2.part_of", "boys"),
        put("population.3.part_of", "girls"),
        put("population.3.count", "42名"),
        put("population.1.count", "84人"),
    ],
    "an extra fact that is not what it declares": [put("extra.0.value", "不少")],
}


@pytest.mark.parametrize("broken", ONE_BROKEN)
def test_one_broken_relation_gives_one_finding(broken: str) -> None:
    texts = (Path(__file__).parent / "one_finding.txt").read_text("utf-8")
    expected = dict(part.split("\n", 1) for part in texts[2:].split("\n\n# "))
    findings = checked(*ONE_BROKEN[broken])
    assert "\n".join(map(str, findings)) == expected[broken].rstrip("\n")


LET_PASS = {
    "parts that are not exact": [put("population.3.count", "约40名")],
    "parts counted in something else": [put("population.3.count", "40户")],
    "a whole that is not exact": [put("population.1.count", "80余人")],
    "overlapping parts below the whole": [
        put("partitions.0.exclusive", value=False),
        put("population.3.count", "80名"),
    ],
    "an overlapping part reported as a subset already": [
        put("population.3.part_of", "left_behind"),
        put("partitions.0.exclusive", value=False),
    ],
    "incomplete parts below the whole": [
        put("population.3.count", "40名"),
        put("partitions.0.complete", value=False),
    ],
    "a rate of nothing": [
        put("indicators.0.numerator", "0人"),
        put("indicators.0.denominator", "0人"),
    ],
    "a rate in points": [put("indicators.0.value", "60分")],
    "a masked rate": [put("indicators.0.value", "xx%")],
    "an activity in an open period": [put("period.start", None), put("period.end", None)],
    "a signature without a year": [put("signature.date", "5月1日")],
    "an unsigned record": [put("signature", None)],
}


@pytest.mark.parametrize("passed", LET_PASS)
def test_what_may_be_right_is_let_pass(passed: str) -> None:
    assert checked(*LET_PASS[passed]) == ()


def test_a_partition_of_unknown_counts_is_reported_once_for_each_link() -> None:
    findings = checked(put("partitions.0.whole", "nobody"), put("partitions.0.parts", ["no"]))
    assert [finding.code for finding in findings] == [Code.UNKNOWN_ID] * 2


def test_only_the_first_unknown_ids_get_a_suggestion() -> None:
    wrong = [f"d1{number}" for number in range(25)]
    findings = checked(put(f"{PROGRAMME}.next_steps.0.answers", wrong))
    assert [finding.hint is not None for finding in findings] == [True] * 20 + [False] * 5


def test_findings_of_a_record_are_errors_unless_it_may_be_printed() -> None:
    findings = checked(put("activities.3.date", "2024-09"), put("slogans.0.declared", "5"))
    assert [finding.severity for finding in findings] == [Severity.ERROR, Severity.WARNING]
