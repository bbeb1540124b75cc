"""Every section comes out as whole sentences, whatever its facts leave empty."""

import re
from typing import Any

import pytest

from prose import BASE, REPORTS, check, document_of, of, template_words
from summarykit.model.vocabulary import (
    ActivityKind,
    AidKind,
    GoalKind,
    IndicatorCode,
    ResultKind,
    Strength,
)
from work_records import Fields, optional

GOAL = {"text": "目标内容", "deadline": "2024-06", "items": ["甲", "乙，丙"]}
TARGETS: list[dict[str, str]] = [
    {"indicator": "dropout", "at_most": "0.5%"},
    {"indicator": "filing", "at_least": "100%"},
    {"name": "持证教师", "at_least": "2名", "at_most": "9名"},
    {"equals": "3场"},
    {"indicator": "filing"},
]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("kind", [None, *GoalKind])
def test_goals_read_whole(target: dict[str, str], kind: str | None) -> None:
    kinds = {"kind": kind} if kind else {}
    bare = {"text": "目标内容", **kinds}
    check(of(goals=[bare]))
    check(of(goals=[bare, GOAL | kinds, bare | {"target": target}]))


@pytest.mark.parametrize(
    "field", ["value", "date", "awarded_by", "indicator", "evidence", "strength"]
)
@pytest.mark.parametrize("kind", ResultKind)
def test_results_read_whole(field: str, kind: str) -> None:
    values = {
        "value": "46名",
        "date": "2024-05",
        "awarded_by": "县教育局",
        "indicator": "rate",
        "evidence": ["m", "rate", "people", "event"],
        "strength": "testimonial",
    }
    data = of(
        measures=[{"id": "m", "kind": "heart_talk", "pairs": "3对"}],
        results=[{"text": "有所改善", "kind": kind, field: values[field]}],
    ) | {
        "indicators": [
            {"id": "rate", "code": "filing", "numerator": "3名", "denominator": "4名"}
        ],
        "activities": [{"id": "event", "kind": "theme", "name": "活动甲", "count": "2场"}],
    }
    check(data)
    assert "建档率为75.0%（应建档4名，已建档3名）" in check(data)


def test_an_asserted_result_gets_no_word_that_the_record_does_not_have() -> None:
    document = document_of(
        of(results=[{"text": "成绩较大", "strength": "asserted"}]), "left_behind_care"
    )
    assert "·。" in template_words(document).split("\n")


INDICATOR = {"code": "filing", "value": "80%", "scope": "全校"}
ROSE = (
    "全校建档率为80%，比上学年的78.5%提高1.5个百分点。",
    "全校建档率为80%，较上学年的78.5%提高1.5个百分点。",
    "全校建档率由上学年的78.5%提高到80%，提高1.5个百分点。",
)
FELL = tuple(t.replace("78.5%提高", "82%下降").replace("提高1.5", "下降2") for t in ROSE)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"target": "80%"},
            ("全校建档率为80%，达到80%的目标。", "全校建档率为80%，实现了80%的目标。"),
        ),
        (
            {"target": "75%"},
            ("全校建档率为80%，超过75%的目标。", "全校建档率为80%，高于75%的目标。"),
        ),
        (
            {"target": "90%"},
            ("全校建档率为80%，与90%的目标尚有差距。", "全校建档率为80%，尚未达到90%的目标。"),
        ),
        ({"baseline": "78.5%"}, ROSE),
        ({"baseline": "82%"}, FELL),
        (
            {"baseline": "80%"},
            ("全校建档率为80%，与上学年持平。", "全校建档率为80%，同上学年持平。"),
        ),
        ({"baseline": "约80%"}, ("全校建档率为80%，上学年约80%。",)),
        ({"limit": "70%"}, ("全校建档率为80%，不低于70%的规定值。",)),
        ({"exempt": "1人", "exemption": "长期住院"}, ("除长期住院的1人外，全校建档率为80%。",)),
        ({"exempt": "1人", "exemption": "住院，休学"}, ("除1人（住院，休学）外，全校建档率",)),
        (
            {"definition": "建档数与总数之比"},
            ("全校建档率为80%，计算口径为建档数与总数之比。",),
        ),
        ({"code": "dropout", "target": "90%"}, ("全校辍学率为80%，低于90%的目标。",)),
        ({"code": "dropout", "limit": "70%"}, ("全校辍学率为80%，超过70%的限值。",)),
        ({"code": "other", "name": "达标率", "target": "90%"}, ("80%，低于90%的目标值。",)),
        ({"code": "other", "name": "达标率", "limit": "5%"}, ("80%，规定的限值为5%。",)),
        ({"scope": "", "cohort": "left_behind"}, ("留守儿童建档率为80%。",)),
    ],
)
def test_an_indicator_is_compared_as_its_figures_allow(
    more: dict[str, str], told: tuple[str, ...]
) -> None:
    known = {key: value for key, value in (INDICATOR | more).items() if value}
    text = check(of() | {"indicators": [known]})
    assert any(sentence in text for sentence in told), text


ACTIVITY = optional("activities")
EVENTS: dict[str, Fields] = {
    "aid": optional("aid"),
    "donations": optional("donations"),
    "rules": optional("rules"),
    "cases": {
        "alias": "小禾（化名）",
        "grade": "四年级",
        "situation": "随祖母生活",
        "problem": "不爱说话",
        "steps": ["谈心", "家访"],
        "outcome": "开朗起来",
        "quote": "我不怕了！",
        "pupil": "pupil",
    },
}
REQUIRED = {
    "aid": {"kind": "waived"},
    "donations": {"donor": "镇商会"},
    "rules": {"condition": "学生缺课", "action": "联系家长"},
    "cases": {},
}


@pytest.mark.parametrize("field", ["none", "all", *ACTIVITY])
def test_every_kind_of_activity_reads_whole(field: str) -> None:
    some = {field: ACTIVITY[field]} if field in ACTIVITY else {}
    fields = ACTIVITY if field == "all" else some
    done = [{"kind": kind, "name": f"活动{kind.label}", **fields} for kind in ActivityKind]
    planned = [{"kind": "theme", "name": "暑期课堂", "status": "planned", **fields}]
    text = check(of() | {"activities": [*done, *planned]})
    assert "计划开展暑期课堂" in text


def test_what_is_said_of_a_planned_activity_is_told() -> None:
    event = {"kind": "theme", "name": "暑期课堂", "status": "planned", "quote": "盼着早点开课"}
    for report in ("annual", "work_plan"):
        text = check(of() | {"activities": [event]}, report)
        assert "这项活动，有人说：“盼着早点开课。”" in text


def test_a_measure_without_a_practice_is_told_with_its_kind() -> None:
    visits = {"measures": [{"kind": "heart_talk", "since": "2023-09", "status": "done"}]}
    programmes = {"home_visits": visits, "safety": {"background": "学校临近公路"}}
    text = check(of() | {"programmes": programmes}, "annual")
    assert re.search("谈心.*自2023年9月起实行", text)


@pytest.mark.parametrize(
    ("where", "field"),
    [(where, field) for where, fields in EVENTS.items() for field in ("none", "all", *fields)],
)
def test_what_took_place_reads_whole_with_whatever_fields_it_has(
    where: str, field: str
) -> None:
    known = EVENTS[where]
    some = {field: known[field]} if field in known else {}
    entry = REQUIRED[where] | (known if field == "all" else some)
    data = of() | {where: [entry, entry], "pupils": [{"id": "pupil", "alias": "小安（化名）"}]}
    check(data)
    check(data | {"programmes": {"left_behind_care": {}, "student_aid": {}}}, "annual")


@pytest.mark.parametrize("kind", AidKind)
def test_aid_of_every_kind_has_its_name(kind: AidKind) -> None:
    entry = {"kind": kind, "beneficiaries": "9名"}
    names = {"waived": "免除费用", "reduced": "减收费用", "deferred": "缓交费用"}
    names |= {"textbooks": "免费教科书"}
    text = check(of() | {"aid": [entry]})
    name = names.get(kind.value, kind.label)
    assert any(f"{name}{verb}学生9名。" in text for verb in ("惠及", "受益"))


CAMPAIGN = optional("campaigns")


@pytest.mark.parametrize("field", ["none", "all", *CAMPAIGN])
def test_home_visit_campaigns_read_whole(field: str) -> None:
    some = {field: CAMPAIGN[field]} if field in CAMPAIGN else {}
    fields = CAMPAIGN if field == "all" else some
    visits = {
        "campaigns": [{"name": "秋季家访", **fields}],
        "visits": [{"trigger": "缺课"}, {}],
    }
    data = BASE | {"home_visits": visits, "programmes": {"home_visits": {}}}
    text = check(data, "home_visits")
    assert "共开展2次。" in text or "个别家访2次。" in text
    assert "由是缺课。" in text or "因是缺课。" in text
    check(data, "annual")


DUTIES: dict[str, list[dict[str, Any]]] = {
    "leading_groups": [
        {"name": "领导小组甲", "chairs": "校长", "vice_chairs": "副校长", "members": ["主任"]},
        {"name": "领导小组乙", "vice_chairs": "副校长", "office": "德育处", "duties": ["检查"]},
        {"name": "领导小组丙"},
    ],
    "areas": [
        {"area": "北片", "holder": "甲", "duty": "包入学"},
        {"area": "南片", "holder": "乙"},
    ],
    "lines": [
        {"line": "学籍", "holder": "教导处", "duty": "核对"},
        {"line": "资助", "holder": "总务处"},
    ],
    "chains": [{"name": "行政线", "links": ["镇", "村"]}, {"name": "教育线"}],
    "contracts": [
        {"name": "责任书甲", "parties": ["学校", "班主任"], "count": "16份", "tied_to": "考核"},
        {"name": "责任书乙", "signed": "2023-09"},
        {"name": "责任书丙"},
    ],
}


@pytest.mark.parametrize("part", ["all", *DUTIES])
@pytest.mark.parametrize("measured", [True, False])
@pytest.mark.parametrize("report", ["left_behind_care", "annual"])
def test_duties_are_told_once_and_read_whole(part: str, measured: bool, report: str) -> None:  # noqa: FBT001 - both are tried
    duties = DUTIES if part == "all" else {part: DUTIES[part]}
    kinds = ("leading_group", "zone_contracting", "responsibility_contract") if measured else ()
    measures = [{"kind": k, "practice": "落实责任"} for k in kinds for _ in range(2)]
    text = check(of(measures=measures) | {"responsibilities": duties}, report)
    for entries in duties.values():
        first = next(str(v) for v in entries[0].values())
        assert text.count(first) == 1


PERSON: dict[str, Any] = {
    "name": "留守学生",
    "definition": "both_parents_away",
    "defined_by": "own",
    "organisation": "本部",
    "date": "2024-06-30",
    "grade": "六年级",
    "class_name": "一班",
    "previous": "9名",
    "note": "部分家长返乡",
    "part_of": "all",
}


@pytest.mark.parametrize("field", ["all", "none", *PERSON])
@pytest.mark.parametrize("report", REPORTS)
def test_numbers_of_people_read_whole(field: str, report: str) -> None:
    some = {field: PERSON[field]} if field in PERSON else {}
    fields = PERSON if field == "all" else some
    whole = {"id": "all", "cohort": "enrolled", "count": "60名"}
    kind = "left_behind_care" if report == "annual" else report
    people = [whole, {"cohort": "left_behind", "count": "8名", **fields}, whole | {"id": "b"}]
    data = BASE | {
        "population": [*people, {"cohort": "enrolled", "count": "xx名"}],
        "definitions": [{"id": "own", "cohort": "left_behind", "text": "父母外出"}],
        "programmes": {kind: {}},
    }
    check(data, report)


SIX_MONTHS = (
    "8名（口径为父母双方外出务工），上学年为9名。上学年的人数按“父母一方或双方外出务工"
    "连续六个月以上”的口径统计，两期口径不同，不作比较。"
)


def moved(previous: str, amount: str) -> tuple[str, ...]:
    """Return the ways to say how 8名 came of an earlier count."""
    return (
        f"比上学年的{previous}{amount}。",
        f"较上学年的{previous}{amount}。",
        f"上学年为{previous}，{amount}。",
    )


@pytest.mark.parametrize(
    ("previous", "before", "told"),
    [
        ("9名", "both_parents_away", moved("9名", "减少1名")),
        ("7名", "both_parents_away", moved("7名", "增加1名")),
        ("8名", "both_parents_away", ("与上学年持平。", "同上学年持平。")),
        ("9名", "six_months", (SIX_MONTHS,)),
        ("约9名", "both_parents_away", ("8名（口径为父母双方外出务工），上学年约9名。",)),
        ("9户", "both_parents_away", ("8名（口径为父母双方外出务工），上学年为9户。",)),
        ("xx名", "both_parents_away", ("8名（口径为父母双方外出务工）。",)),
    ],
)
def test_numbers_are_compared_only_under_the_same_definition(
    previous: str, before: str, told: tuple[str, ...]
) -> None:
    person = {
        "cohort": "left_behind",
        "count": "8名",
        "definition": "both_parents_away",
        "previous": previous,
        "previous_definition": before,
    }
    text = check(of() | {"population": [person]})
    assert any(sentence in text for sentence in told), text


SPLITS = {
    "organisation": "本部",
    "stage": "primary",
    "grade": "六年级",
    "class_name": "一班",
    "gender": "female",
    "guardianship": "none",
    "origin": "外省",
    "cause": "厌学",
    "other": "其他",
}


@pytest.mark.parametrize("by", [*SPLITS, "boarding", "date"])
@pytest.mark.parametrize("parts", [2, 5])
def test_partitions_read_whole(by: str, parts: int) -> None:
    names = [f"p{i}" for i in range(parts)]
    split = {by: SPLITS[by]} if by in SPLITS else {}
    people = [{"id": n, "cohort": "left_behind", "count": "4名", **split} for n in names]
    whole = {"id": "whole", "cohort": "left_behind", "count": "20名"}
    cut = {"whole": "whole", "parts": names, "by": by.removesuffix("_name")}
    check(of() | {"population": [whole, *people], "partitions": [cut]})


FLOW = {
    "opening": "516名",
    "transferred_in": "9名",
    "transferred_out": "12名",
    "newly_enrolled": "98名",
    "dropped_out": "0名",
    "returned": "1名",
    "suspended": "1名",
    "graduated": "3名",
    "exempt": "0名",
    "other_in": "1名",
    "other_out": "0名",
    "closing": "612名",
    "start": "2023-08-31",
    "end": "2024-06-30",
    "stage": "primary",
    "grade": "六年级",
    "organisation": "本部",
}


@pytest.mark.parametrize("field", ["all", "none", *FLOW])
def test_enrolment_flows_read_whole(field: str) -> None:
    some = {field: FLOW[field]} if field in FLOW else {}
    fields = FLOW if field == "all" else some
    programmes: dict[str, dict[str, str]] = {"dropout_prevention": {}}
    data = BASE | {"enrolment_flow": [fields, {"opening": "9名"}], "programmes": programmes}
    check(data, "dropout_prevention")


@pytest.mark.parametrize("code", IndicatorCode)
def test_every_indicator_is_told_once(code: IndicatorCode) -> None:
    text = check(of() | {"indicators": [{"code": code, "value": "87.5%"}]})
    assert text.count("87.5%") == 1


@pytest.mark.parametrize("strength", Strength)
def test_how_well_a_result_is_supported_is_heard(strength: str) -> None:
    text = check(of(results=[{"text": "孩子开朗起来", "strength": strength}]))
    assert ("反映" in text) == (strength == "testimonial")
