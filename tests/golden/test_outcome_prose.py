"""Difficulties, next steps and figures read as people write them, each where it belongs."""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest

from prose import check, document_of, of
from summarykit.document import Heading, blocks_of, plain
from summarykit.model.vocabulary import Trend

SCHOOLS = ("青石镇中心小学", "柳溪镇中心学校", "松岭乡中心小学")
TROUBLES = [
    {"id": "d_load", "kind": "teacher_workload", "text": "教师教学任务重，家访多在晚上进行"},
    {"id": "d_reach", "kind": "guardian_unreachable", "text": "部分父母更换号码，急事难以联系"},
    {"id": "d_rest", "kind": "generic_shortfall"},
]
STEP: dict[str, dict[str, Any]] = {
    "answers": {"answers": ["d_load"]},
    "actor": {"actor": "教导处"},
    "by": {"by": "2024-12"},
    "target": {"target": {"name": "持证教师", "at_least": "2名", "at_most": "9名"}},
    "appeal_to": {"appeal_to": "县教育局"},
}
SUBSETS = [subset for size in range(len(STEP) + 1) for subset in combinations(STEP, size)]


def at_school(data: dict[str, Any], name: str) -> dict[str, Any]:
    return data | {"organisation": {"name": name, "level": "school"}}


def steps_of(text: str) -> str:
    return text.split("下一步打算\n")[1]


def step(subset: Iterable[str], action: str = "统筹课表，安排集中家访时段") -> dict[str, Any]:
    fields: dict[str, Any] = {"action": action}
    for name in subset:
        fields |= STEP[name]
    return fields


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("subset", SUBSETS)
def test_a_step_reads_whole_with_any_of_its_fields(
    subset: tuple[str, ...], school: str
) -> None:
    one = step(subset)
    for steps in ([one], [one, step((), "更新联系卡，登记紧急联系人"), one]):
        data = at_school(of(difficulties=TROUBLES, next_steps=steps), school)
        text = steps_of(check(data))
        assert ("由教导处" in text) == ("actor" in subset)
        assert ("2024年12月底前" in text) == ("by" in subset)
        assert ("使持证教师不少于2名，不超过9名" in text) == ("target" in subset)
        assert ("提请县教育局支持" in text) == ("appeal_to" in subset)
        assert ("教师教学任务重的" in text) == ("answers" in subset)
        assert "统筹课表" in text


def test_a_step_calls_its_difficulty_by_its_head() -> None:
    listed = [{"action": "改进", "answers": [d["id"]]} for d in TROUBLES]
    own = steps_of(check(of(difficulties=TROUBLES, next_steps=listed)))
    assert "教师教学任务重的" in own
    assert "部分父母更换号码的" in own
    told = check(
        of(
            difficulties=[
                TROUBLES[0],
                {"id": "d_reach", "kind": "high_mobility", "text": "由外地转来的多"},
            ],
            next_steps=listed[:2],
        )
    )
    heads = [
        line.partition("）")[2].partition("。")[0]
        for line in told.split("\n")
        if line[:1] == "（"
    ]
    assert all(f"{head}的" in steps_of(told) for head in heads[-2:])


@pytest.mark.parametrize(
    ("answers", "told"),
    [(["d_load"], ""), (["d_rest"], ""), (["d_load", "d_reach"], "困难|问题")],
)
def test_a_step_does_not_say_what_it_answers_where_that_is_clear(
    answers: list[str], told: str
) -> None:
    troubles = [d for d in TROUBLES if d["id"] in answers or d["id"] == "d_rest"]
    steps = steps_of(
        check(of(difficulties=troubles, next_steps=[step([]) | {"answers": answers}]))
    )
    assert bool(re.search(told or "针对|问题|状况", steps)) == bool(told)
    assert "统筹课表，安排集中家访时段" in steps


def test_steps_on_one_difficulty_name_it_once() -> None:
    steps = [step(["answers"]), step(["answers"], "更新联系卡，登记紧急联系人")]
    text = steps_of(check(of(difficulties=TROUBLES, next_steps=steps)))
    assert text.count("教师教学任务重") == 1


def test_short_steps_share_a_sentence_and_long_ones_have_heads() -> None:
    short = [{"action": "更新联系卡"}, {"action": "开好家长会"}]
    assert steps_of(check(of(next_steps=short))) == "一是更新联系卡；二是开好家长会。"
    whole = "把每名学生的情况逐项登记清楚并且按月核对，做到家庭、班级和学校三方信息一致"
    long = [
        {"action": f"完善{what}档案，{whole}", "actor": "教导处", "by": "2024-12"}
        for what in ("学籍", "家访", "资助")
    ]
    text = check(of(next_steps=long))
    assert "（三）完善资助档案。把每名学生的情况" in text
    assert "一是" not in steps_of(text)
    assert text.count("由教导处负责，2024年12月底前完成。") == len(long)


@pytest.mark.parametrize("trend", Trend)
def test_a_difficulty_says_where_it_is_heading(trend: str) -> None:
    fields = {"text": "不少学生辍学源于厌学，基础薄弱", "cause": "方法单一"}
    for more in ({}, {"text": None}):
        listed = [{"kind": "school_aversion", **fields, **more}]
        still = check(of(difficulties=listed))
        moving = check(of(difficulties=[listed[0] | {"trend": trend}]))
        assert len(moving) > len(still)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("教师教学任务重，家访多在晚上进行", "（一）教师教学任务重。家访多在晚上进行。"),
        ("部分父母更换号码，不易联系", "。部分父母更换号码，不易联系。"),
        ("由祖辈监护的，老人文化程度有限", "。由祖辈监护的，老人文化程度有限。"),
        ("人手不足", "。人手不足。"),
    ],
)
def test_a_difficulty_is_headed_by_its_own_words_where_they_stand_alone(
    text: str, heading: str
) -> None:
    other = {"kind": "high_mobility", "text": "学生来去频繁，学籍核对工作量大"}
    assert heading in check(
        of(difficulties=[{"kind": "teacher_workload", "text": text}, other])
    )


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("2024-11-30", "2024年11月30日前"),
        ("2024-12", "2024年12月底前"),
        ("2024年7月初", "2024年7月初"),
        ("2024年秋", "2024年秋季"),
        ("2024年底", "2024年底前"),
        ("2025", "2025年底前"),
    ],
)
@pytest.mark.parametrize("school", SCHOOLS)
def test_a_deadline_is_said_as_people_say_it(by: str, told: str, school: str) -> None:
    data = of(next_steps=[{"action": "培训", "actor": "教导处", "by": by}])
    text = steps_of(check(at_school(data, school)))
    ways = (
        f"{told}，由教导处培训。",
        f"由教导处在{told}培训。",
        f"培训，由教导处负责，{told}完成。",
    )
    assert text in ways


@pytest.mark.parametrize(
    ("action", "by", "told"),
    [
        ("九月完成摸底", "2024-09", "2024年9月底前完成摸底。"),
        ("9月底前，完成摸底", "2024-09-20", "2024年9月20日前完成摸底。"),
        ("会同村里在九月完成摸底", "2024-09", "2024年会同村里在九月完成摸底。"),
        ("每九月完成一次", "2024-09", "2024年9月底前每九月完成一次。"),
        ("十一月完成摸底", "2024-01", "2024年1月底前十一月完成摸底。"),
        ("2024年9月完成摸底", "2024-09", "2024年9月完成摸底。"),
    ],
)
@pytest.mark.parametrize("school", SCHOOLS)
def test_the_month_of_a_deadline_is_said_once(
    action: str, by: str, told: str, school: str
) -> None:
    data = of(next_steps=[{"action": action, "by": by}])
    assert steps_of(check(at_school(data, school))) == told


@pytest.mark.parametrize("school", SCHOOLS)
def test_what_a_school_cannot_change_is_not_to_be_solved(school: str) -> None:
    lasting = [
        {"id": "away", "kind": "parental_absence", "text": "父母在外务工"},
        {"id": "poor", "kind": "family_poverty", "text": "家里困难"},
        {"id": "kin", "kind": "grandparent_or_kin_custody", "text": "老人带孩子"},
    ]
    steps = [
        {"action": f"逐人了解，第{at}组负责", "answers": [d["id"]], "actor": "德育处"}
        for at, d in enumerate(lasting)
    ]
    text = steps_of(check(at_school(of(difficulties=lasting, next_steps=steps), school)))
    assert "解决" not in text
    assert "改变" not in text


def test_what_is_planned_is_counted_on_behind_the_steps() -> None:
    measures = [{"kind": "heart_talk", "practice": "每周谈心", "status": "planned"}]
    activity = {"kind": "theme", "name": "暑期课堂", "status": "planned"}
    step = {"action": "统筹课表，为边远片区家访安排集中时段，并报销往返的交通费用"}
    text = steps_of(
        check(of(next_steps=[step], measures=measures) | {"activities": [activity]})
    )
    assert [line[:2] for line in text.split("\n")[:2]] == ["一是", "二是"]


def test_closings_that_speak_of_the_future_say_so_once() -> None:
    programmes = {
        "left_behind_care": {"closing": "今后把家访作为必修课"},
        "safety": {"closing": "今后继续排查隐患"},
    }
    text = check(of() | {"programmes": programmes}, "annual")
    assert "今后把家访作为必修课；继续排查隐患。" in text


def test_planned_measures_and_activities_stand_among_the_next_steps() -> None:
    measures = [{"kind": "heart_talk", "practice": "每周谈心", "status": "planned"}]
    activity = {"kind": "theme", "name": "暑期课堂", "status": "planned"}
    own = activity | {"programmes": ["left_behind_care"]}
    data = of(measures=measures) | {"activities": [own, activity | {"name": "阅读月"}]}
    for report in ("left_behind_care", "annual"):
        text = check(data | {"programmes": data["programmes"] | {"safety": {}}}, report)
        _, steps = text.split("下一步打算")
        assert "将每周谈心" in steps
        assert steps.index("开展暑期课堂") < steps.index("开展阅读月")
        assert "主要措施" not in text


def test_one_closing_speaks_of_the_whole() -> None:
    programmes = {
        "left_behind_care": {"closing": "这些成绩离不开各方支持"},
        "safety": {"closing": "学校将坚持下去"},
    }
    text = check(of() | {"programmes": programmes}, "annual")
    assert re.search("、结语\n总的(来)?看，这些成绩离不开各方支持。学校将坚持下去。$", text)


def test_closings_that_go_on_share_their_subject() -> None:
    programmes = {
        "left_behind_care": {"closing": "学校将做细谈心"},
        "home_visits": {"closing": "学校将坚持上门家访"},
        "safety": {"closing": "各方支持十分重要"},
        "student_aid": {"closing": "各方支持十分重要"},
    }
    text = check(of() | {"programmes": programmes}, "annual")
    assert text.endswith("\n学校将做细谈心；将坚持上门家访。各方支持十分重要。")


def test_what_was_learnt_stands_before_the_closing() -> None:
    text = check(of(insights=["家长愿意合作", "要多走一步"], closing="学校将坚持下去"))
    assert re.search("：一是家长愿意合作；二是要多走一步。\n学校将坚持下去。$", text)
    assert re.search("体会到，家长愿意合作。$", check(of(insights="家长愿意合作")))


def test_those_who_are_not_satisfied_do_not_say_that_they_are() -> None:
    share = {"code": "satisfaction", "numerator": "30人", "denominator": "90人"}
    text = check(
        of(results=[{"text": "有所改善"}]) | {"indicators": [share | {"name": "不满意率"}]}
    )
    assert "有效问卷90人，其中30人" in text
    text = check(
        of(results=[{"text": "有所改善"}]) | {"indicators": [share | {"name": "满意率"}]}
    )
    assert "有效问卷90人，表示满意30人" in text


RATE = {"code": "other", "name": "达标率", "numerator": "9名", "denominator": "10名"}


def test_in_the_annual_report_each_fact_stands_under_its_programme() -> None:
    own = {"programmes": ["safety"]}
    data = of(results=[{"text": "有所改善"}]) | {
        "indicators": [RATE | own, {**RATE, "name": "满意率"}],
        "cases": [{"alias": "小禾（化名）", **own}, {"alias": "小安（化名）"}],
        "extra": [{"name": "演练经费", "type": "money", "value": "2万元", **own}],
        "activities": [{"kind": "safety", "name": "演练", "count": "2次", **own}],
        "donations": [{"donor": "镇商会", "amount": "2万元"}],
    }
    data["programmes"]["safety"] = {}
    text = check(data, "annual").split("工作成效\n")[1]
    told = ["关爱留守儿童方面，有所改善", "安全教育方面，", "演练经费2万元", "典型案例：小禾"]
    places = [text.index(words) for words in (*told, "满意率", "典型案例：小安")]
    assert places == sorted(places)
    assert "达标率为90.0%（统计10名，符合9名）。" in text
    data["programmes"]["safety"] = {"results": [{"text": "没有事故，" * 80 + "平安"}]}
    document = document_of(data, "annual")
    heads = [plain(b.children) for b in blocks_of(document) if isinstance(b, Heading)]
    assert heads[-5:] == ["工作成效", "关爱留守儿童", "安全教育", "其他指标", "典型案例"]


def test_one_programme_of_several_stands_under_no_heading_of_its_own() -> None:
    troubles = [
        {"kind": kind, "text": "人手不足"} for kind in ("teacher_workload", "high_mobility")
    ]
    own = {
        "goals": [{"text": "摸清底数"}, {"text": "建齐档案"}],
        "difficulties": troubles,
        "next_steps": [{"action": "更新联系卡"}, {"action": "开好家长会"}],
    }
    data = of() | {"programmes": {"left_behind_care": own, "safety": {}}}
    text = check(data, "annual")
    assert "（一）关爱留守儿童" not in text
    assert re.search("工作目标\n关爱留守儿童方面，.*一是摸清底数", text)
    assert "存在的困难\n关爱留守儿童方面还存在以下困难。\n（一）" in text
    assert "下一步打算\n关爱留守儿童方面有以下打算。\n一是" in text
    assert "工作安排\n关爱留守儿童方面安排如下。\n一是" in check(data, "work_plan")
    data["programmes"]["safety"] = own
    assert check(data, "annual").count("（一）关爱留守儿童") == len(own)


def test_a_stop_of_the_record_does_not_cut_a_sentence() -> None:
    steps = [{"action": "引导家长多通话。", "appeal_to": "民政部门"}]
    data = of(results=[{"text": "学生全部入学。", "value": "23名"}], next_steps=steps)
    text = check(data)
    assert "学生全部入学，共23名。" in text
    assert "引导家长多通话，提请民政部门支持。" in text


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        (["safety"], "安全教育工作总结"),
        (["safety", "home_visits"], "家访和安全教育工作总结"),
        (["safety", "home_visits", "student_aid"], "学生关爱工作总结"),
        (["safety", "home_visits", "dropout_prevention"], "学生关爱和控辍保学工作总结"),
    ],
)
def test_the_title_of_the_year_claims_no_more_than_it_tells(
    kinds: list[str], title: str
) -> None:
    document = document_of(of() | {"programmes": {kind: {} for kind in kinds}}, "annual")
    assert plain(document.title) == f"青石镇中心小学{title}"
