"""A figure that another figure contradicts gives one finding; the sound record gives none."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarykit import facts
from summarykit.diagnostics import Finding
from summarykit.model import YearRecord

Change = Callable[[dict[str, Any]], object]

MEASURES = "programmes.left_behind_care.measures"
COVERAGE = "home_visits.campaigns.0.coverage"

SOUND: dict[str, Any] = {
    "organisation": {
        "name": "青石镇中心小学",
        "level": "school",
        "stages": ["primary", "teaching_point"],
        "staff": [{"kind": "专任教师", "count": "43名"}, {"kind": "教职工", "count": "46名"}],
    },
    "period": {"kind": "school_year"},
    "population": [
        {"id": "all", "cohort": "enrolled", "count": "612名", "stage": "primary"},
        {
            "id": "lb",
            "cohort": "left_behind",
            "count": "87名",
            "part_of": "all",
            "definition": "six_months",
            "previous": "92名",
            "previous_definition": "six_months",
        },
        {"id": "with", "cohort": "left_behind", "count": "55名", "part_of": "lb"},
        {"id": "grand", "cohort": "left_behind", "count": "31名", "part_of": "lb"},
        {
            "id": "three",
            "cohort": "enrolled",
            "count": "102名",
            "part_of": "all",
            "grade": "三",
        },
        {"id": "some", "cohort": "orphan", "count": "3名", "part_of": "three"},
        {"id": "board", "cohort": "boarding", "count": "148名", "boarding": "是"},
        {"id": "rural", "cohort": "other", "name": "石门村学生", "count": "41名"},
        {"id": "one", "cohort": "other", "count": "4名"},
        {"id": "two", "cohort": "other", "count": "5名"},
        {"id": "cause", "cohort": "dropout", "count": "2名", "part_of": "all", "cause": "厌学"},
    ],
    "indicators": [
        {"code": "gross_enrolment", "numerator": "620人", "denominator": "612人"},
        {"code": "other", "name": "完成率", "numerator": "60人", "denominator": "50人"},
        {"code": "return", "numerator": "3人", "denominator": "3人"},
        {"code": "other", "name": "生均图书", "value": "25.5册"},
    ],
    "home_visits": {
        "campaigns": [
            {
                "name": "家访",
                "visitor_count": "46名",
                "coverage": [
                    {"group": "全校学生", "total": "612名"},
                    {"group": "留守儿童家庭", "total": "78户"},
                    {"group": "石门村学生", "total": "41名"},
                    {"group": "住校生", "total": "148名"},
                    {"group": "六年级", "total": "104名"},
                    {"group": "孤儿", "total": "2名"},
                    {"group": "在校学生", "total": "600余名"},
                    {"group": "在校学生"},
                ],
            }
        ]
    },
    "aid": [
        {
            "kind": "boarding",
            "beneficiaries": "48名",
            "amount": "48000元",
            "per_head": "每人每年1000元",
            "of_whom": [{"group": "孤儿", "count": "48名"}, {"group": "其他"}],
        },
        {
            "kind": "meals",
            "beneficiaries": "612名",
            "amount": "4万元",
            "per_head": "5元/生·天",
        },
        {
            "kind": "cash",
            "beneficiaries": "12名",
            "amount": "每人500元",
            "per_head": "每人400元",
        },
        {"kind": "cash", "beneficiaries": "12户", "amount": "9元", "per_head": "每人400元"},
        {"kind": "cash", "beneficiaries": "约12名", "amount": "9元", "per_head": "400元"},
        {"kind": "cash", "beneficiaries": "12名", "amount": "9余元", "per_head": "400元"},
        {"kind": "cash", "beneficiaries": "2名", "amount": "8元", "per_head": "4元"},
    ],
    "donations": [
        {"donor": "商会", "amount": "2万元", "spent": "20000元"},
        {"donor": "校友", "spent": "20000元"},
    ],
    "programmes": {
        "left_behind_care": {
            "measures": [
                {
                    "kind": "teacher_pairing",
                    "population": "lb",
                    "pairs": "87对",
                    "mentors": "46名",
                    "reached": "87名",
                    "per_mentor": "2.5名",
                },
                {"kind": "heart_talk", "cohort": "left_behind", "reached": "87名"},
                {"kind": "peer_pairing", "cohort": "left_behind", "mentors": "87名"},
                {"kind": "counselling", "mentors": "50名", "partners": ["大学"]},
                {"kind": "excursion", "cohort": "orphan", "reached": "30名", "pairs": "9对"},
                {"kind": "heart_talk", "cohort": "left_behind", "reached": "400人次"},
                {"kind": "heart_talk", "cohort": "left_behind", "pairs": "90余对"},
                {"kind": "heart_talk", "cohort": "left_behind", "pairs": "900次"},
            ]
        }
    },
}


def checked(*changes: Change) -> tuple[Finding, ...]:
    """Return the findings on the sound record after `changes`."""
    data = copy.deepcopy(SOUND)
    data["partitions"] = [{"whole": "lb", "parts": ["with"], "by": "cause", "complete": False}]
    for change in changes:
        change(data)
    return facts.check(YearRecord.model_validate(data))


def _reach(data: dict[str, Any], path: str) -> tuple[Any, Any]:
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = data
    for step in way:
        holder = holder[step]
    return holder, last


def put(path: str, value: object) -> Change:
    """Return the change that sets the field at `path` (`population.1.count`)."""

    def change(data: dict[str, Any]) -> None:
        holder, last = _reach(data, path)
        holder[last] = value

    return change


def add(*entries: dict[str, Any]) -> Change:
    """Return the change that puts more entries behind the population."""
    return lambda data: data["population"].extend(copy.deepcopy(entries))


def part(count: str, **values: object) -> dict[str, Any]:
    """Return an entry that counts some of the left-behind children."""
    return {"cohort": "left_behind", "part_of": "lb", "count": count, **values}


def test_the_sound_record_has_no_findings() -> None:
    assert checked() == ()


SEX = [part("45名", gender="male"), part("43名", gender="female")]

ONE_BROKEN = {
    "a group to visit that is counted otherwise": [put(f"{COVERAGE}.0.total", "600名")],
    "a named group to visit that is counted otherwise": [put(f"{COVERAGE}.2.total", "40名")],
    "a cohort by another name to visit": [
        put(f"{COVERAGE}.4", {"group": "全体留守学生", "total": "78人"})
    ],
    "more homes than children": [put(f"{COVERAGE}.1.total", "88户")],
    "more pairs than children": [put(f"{MEASURES}.0.pairs", "88对")],
    "more pairs than there are of the cohort": [
        put(f"{MEASURES}.1.pairs", "88对"),
    ],
    "more reached than the linked count": [put(f"{MEASURES}.0.reached", "88名")],
    "more reached than there are of the cohort": [put(f"{MEASURES}.1.reached", "88人")],
    "more mentors than staff": [put(f"{MEASURES}.0.mentors", "47名")],
    "more visitors than staff": [put("home_visits.campaigns.0.visitor_count", "47名")],
    "fewer pairs than the helpers have": [put(f"{MEASURES}.0.per_mentor", "2名")],
    "half a person": [put("aid.2.beneficiaries", "87.5名")],
    "a count stated twice": [add({"cohort": "left_behind", "count": "78名"})],
    "a count of a grade stated twice": [
        add({"cohort": "enrolled", "count": "99名", "part_of": "all", "grade": "三"})
    ],
    "a count stated with and without its definition": [
        put("population.1.definition", None),
        add({"cohort": "left_behind", "count": "78名", "definition": "six_months"}),
    ],
    "a total that is not the standard for all": [put("aid.0.amount", "84000元")],
    "a total for a year that is not the standard for all": [put("aid.0.amount", "每年84000元")],
    "a total for homes that is not the standard for all": [
        put("aid.3.per_head", "每户400元"),
    ],
    "a total for people that is not the standard for all": [put("aid.6.amount", "9元")],
    "more of one group than were helped": [put("aid.0.of_whom.0.count", "49名")],
    "more spent than given": [put("donations.0.spent", "20001元")],
    "parts of one split above the whole": [add(*SEX)],
    "a change between two definitions": [
        put("population.1.previous_definition", "both_parents_away")
    ],
    "a numerator above its denominator": [put("indicators.2.numerator", "4人")],
}


@pytest.mark.parametrize("broken", ONE_BROKEN)
def test_one_figure_contradicted_gives_one_finding(broken: str) -> None:
    texts = (Path(__file__).parent / "figures_agree.txt").read_text("utf-8")
    expected = dict(text.split("\n", 1) for text in texts[2:].split("\n\n# "))
    findings = checked(*ONE_BROKEN[broken])
    assert "\n".join(map(str, findings)) == expected[broken].rstrip("\n")


LET_PASS = {
    "a split above the whole that a partition answers for": [
        add(*[entry | {"id": f"p{place}"} for place, entry in enumerate(SEX)]),
        put(
            "partitions",
            [{"whole": "lb", "parts": ["p0", "p1"], "by": "gender", "exclusive": False}],
        ),
    ],
    "parts of two splits": [
        add(
            part("45名", gender="male"),
            part("43名", guardianship="relatives"),
            part("44名", gender="female", grade="三"),
        )
    ],
    "a split of a whole that is not exact": [
        put("population.1.count", "约80名"),
        add(*SEX),
    ],
    "a split that is not exact": [
        add(part("45名", gender="male"), part("80余名", gender="female"))
    ],
    "two counts under two definitions": [
        add({"cohort": "left_behind", "count": "38名", "definition": "both_parents_away"})
    ],
    "two counts of two dates": [
        add({"cohort": "left_behind", "count": "92名", "date": "2023-09-15"})
    ],
    "two counts of two organisations": [
        add({"cohort": "left_behind", "count": "60名", "organisation": "石门教学点"})
    ],
    "a count said again": [add({"cohort": "left_behind", "count": "八十七名"})],
    "a count that may be the same": [add({"cohort": "left_behind", "count": "约80名"})],
    "a part by name": [add({"cohort": "left_behind", "name": "留守女童", "count": "42名"})],
    "a change without a figure": [
        put("population.1.previous", "不详"),
        put("population.1.previous_definition", "both_parents_away"),
    ],
    "more visitors than the only staff told of": [
        put("organisation.staff", [{"kind": "班主任", "count": "16名"}])
    ],
    "more visitors than about so many staff": [put("organisation.staff.1.count", "约40名")],
    "a yearly standard in a record of many years": [
        put("period.kind", "multi_year"),
        put("aid.0.amount", "84000元"),
    ],
    "a group to visit of a stage of two": [
        put("organisation.stages", ["primary", "junior"]),
        put(f"{COVERAGE}.0.total", "900名"),
    ],
    "a name for two groups to visit": [
        add({"cohort": "other", "name": "石门村学生", "count": "9名", "grade": "三"}),
        put(f"{COVERAGE}.2.total", "40名"),
    ],
}


@pytest.mark.parametrize("passed", LET_PASS)
def test_what_may_agree_is_let_pass(passed: str) -> None:
    assert checked(*LET_PASS[passed]) == ()


def test_a_single_part_above_its_whole_is_reported_once() -> None:
    findings = checked(add(part("88名", gender="male"), part("43名", gender="female")))
    assert [str(finding.code) for finding in findings] == ["subset-exceeds-whole"]
