"""What a reader of many summaries trips over: told twice, without a subject, ill named."""

from typing import Any

import pytest

from outlines import record, text
from prose import check, of
from summarykit.compose.length.depths import Depth, Shortening

CARE = "left_behind_care"
DROPOUT = "dropout_prevention"
LAW = {
    "id": "spared",
    "kind": "programme",
    "title": "甲资助政策",
    "short_names": [{"name": "两免一补", "items": ["免学杂费", "补生活费"]}],
}
AID = {"kind": "waived", "name": "免除学杂费", "beneficiaries": "612名", "policy": "spared"}
PAIRING = {"kind": "teacher_pairing", "name": "教师结对帮扶", "practice": "为孩子配备教师"}
CLASSES = {"kind": "legal_safety_education", "name": "法治课堂", "practice": "由民警讲课"}
GROUP = {"leading_groups": [{"name": "关爱领导小组"}]}


def annual(
    measures: dict[str, list[dict[str, Any]]], report: str = "annual", **more: object
) -> str:
    """Return the text of a report on several programmes with these measures."""
    programmes = {kind: {"measures": some} for kind, some in measures.items()}
    return check(of() | {"programmes": programmes, "policies": []} | more, report)


def test_what_a_policy_grants_is_told_once() -> None:
    for measures in ([], [{"kind": "financial_aid", "practice": "逐户核对"}]):
        told = check(of(measures=measures) | {"policies": [LAW], "aid": [AID]})
        assert told.count("免学杂费、补生活费") == 1
        assert told.count("甲资助政策") <= 2


def test_what_a_measure_rests_on_is_told_in_full_with_the_aid() -> None:
    measure = {"kind": "financial_aid", "practice": "逐户核对", "policies": ["spared"]}
    told = check(of(measures=[measure]) | {"policies": [LAW], "aid": [AID]})
    assert told.count("免学杂费、补生活费") == 1


def test_the_only_measure_of_a_programme_is_introduced_by_a_sentence() -> None:
    told = annual({CARE: [PAIRING], "legal_education": [CLASSES]})
    assert "方面，为孩子" not in told
    first = "主要做法是教师结对帮扶。" in told and "以法治课堂为主。" in told
    assert first or ("以教师结对帮扶为主。" in told and "主要做法是法治课堂。" in told)


def test_a_programme_that_has_the_only_measure_wants_no_numbered_heading() -> None:
    told = annual({CARE: [PAIRING], "legal_education": []})
    assert "关爱留守儿童方面，主要做法是教师结对帮扶。" in told
    assert "（一）" not in told


def test_what_stands_before_all_measures_has_a_subject() -> None:
    programmes = {CARE: {"measures": [PAIRING]}, "legal_education": {"measures": [CLASSES]}}
    short = Shortening({"responsibilities.leading_groups[0]": Depth.LINE})
    said = text(record(programmes, responsibilities=GROUP), "annual", short)
    assert said.startswith(("我校设有关爱领导小组。", "我校成立了关爱领导小组。"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("必访制度", "落实必访制度（每学期一次，走访学生9名）"),
        ("上门走访", "上门走访每学期开展一次，走访学生9名"),
    ],
)
def test_a_rule_is_carried_out_and_not_held(name: str, said: str) -> None:
    visit = {"kind": "home_visit", "name": name, "frequency": "每学期一次", "reached": "9名"}
    programmes = {CARE: {"measures": [PAIRING]}, "home_visits": {"measures": [visit]}}
    short = Shortening({"programmes.home_visits.measures[0]": Depth.LINE})
    assert said in text(record(programmes), "annual", short)


def test_a_heading_on_single_visits_is_not_said_again() -> None:
    visits = [
        {"date": f"2024-03-0{n}", "visitors": "班主任", "findings": "作息不规律"}
        for n in (1, 2)
    ]
    measures = [
        {"kind": "home_visit", "name": f"走访{n}", "practice": "上门走访" * 9} for n in "甲乙丙"
    ]
    data = of() | {
        "programmes": {"home_visits": {"measures": measures}},
        "home_visits": {"visits": visits},
    }
    assert "个别家访。共开展2次。" in check(data, "home_visits")


def test_a_round_at_home_goes_from_door_to_door() -> None:
    rounds = [
        {
            "name": f"第{n}轮家访",
            "visitors": "班主任",
            "modes": ["入户"],
            "households": f"{n}8户",
        }
        for n in (3, 4)
    ]
    data = of() | {"programmes": {"home_visits": {}}, "home_visits": {"campaigns": rounds}}
    told = check(data, "home_visits")
    assert "班主任入户走访" in told
    assert "通过入户" not in told


def test_those_who_are_to_come_are_not_taken_for_people_on_leave() -> None:
    activity = {
        "name": "暑期课堂",
        "kind": "theme",
        "status": "planned",
        "date": "2024-07",
        "participants": [{"group": "假期留守儿童"}],
    }
    told = check(of(goals=[{"text": "安心"}]) | {"activities": [activity]}, "work_plan")
    assert "参加对象为假期留守儿童" in told
    assert "请假期" not in told


def test_a_short_register_goes_on_from_those_it_is_kept_of() -> None:
    alert = {
        "kind": "dropout_alert",
        "practice": "各班设信息员，发现苗头即报告，由教导处研判上报",
        "cohort": "at_risk",
        "reached": "9名",
        "registers": [{"name": "预警单", "count": "10份"}],
    }
    programmes = {DROPOUT: {"measures": [alert]}}
    told = check(of() | {"programmes": programmes}, DROPOUT)
    assert "9名，填写预警单10份。" in told or "9名，建立预警单10份。" in told


def test_counts_in_a_second_sentence_go_on_from_the_first() -> None:
    kinds = ("hardship", "struggling", "behaviour", "single_parent", "orphan", "disabled")
    counts = [{"id": k, "cohort": k, "count": f"{n}1名"} for n, k in enumerate(kinds, 1)]
    short = Shortening(dict.fromkeys(kinds, Depth.LINE))
    assert "另有" in text(record({CARE: {}, DROPOUT: {}}, population=counts), "annual", short)


def test_a_plan_is_called_by_all_that_it_plans() -> None:
    step = {"next_steps": [{"action": "逐户走访"}]}
    programmes = {CARE: step, DROPOUT: step, "home_visits": step}
    told = check(of() | {"programmes": programmes}, "work_plan")
    assert told.startswith("青石镇中心小学学生关爱和控辍保学工作计划\n")


def test_what_stands_first_below_a_heading_has_a_subject() -> None:
    heads = ("分片包干", "督导问责", "考核奖惩")
    kinds = ("zone_contracting", "supervision_accountability", "appraisal_incentive")
    other = ("register_files", "census_survey")
    measures = [
        {"kind": kind, "name": name, "practice": "由校级干部逐月落实" * 4}
        for kind, name in zip((*kinds, *other), (*heads, "建档", "摸底"), strict=True)
    ]
    short = Shortening({"responsibilities.leading_groups[0]": Depth.LINE})
    told = text(record({CARE: {"measures": measures}}, responsibilities=GROUP), CARE, short)
    assert "\n我校设有关爱领导小组。" in told or "\n我校成立了关爱领导小组。" in told
