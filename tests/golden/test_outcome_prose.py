"""Difficulties, next steps and figures read as people write them, each where it belongs."""

from typing import Any

import pytest

from prose import check, document_of, of
from summarykit.document import Heading, blocks_of, plain
from summarykit.model import DifficultyKind
from summarykit.model.vocabulary import Trend

DIFFICULTY = {
    "text": "人手不足",
    "cause": "编制有限",
    "consequence": "跟进不够及时",
    "trend": "growing",
    "affected": "9名",
    "cohort": "left_behind",
}


@pytest.mark.parametrize("field", ["all", "none", *DIFFICULTY])
def test_every_kind_of_difficulty_reads_whole(field: str) -> None:
    some = {field: DIFFICULTY[field]} if field in DIFFICULTY else {}
    fields = DIFFICULTY if field == "all" else some
    listed = [{"id": f"d_{kind}", "kind": kind, **fields} for kind in DifficultyKind]
    steps = [
        {"action": "改进", "answers": [f"d_{kind}" for kind in DifficultyKind]},
        {
            "action": "培训",
            "actor": "教导处",
            "by": "2024-12",
            "target": {"name": "持证教师", "at_least": "2名", "at_most": "9名"},
        },
        {"action": "请教导处组织培训", "actor": "教导处", "answers": "d_teacher_workload"},
    ]
    text = check(of(difficulties=listed, next_steps=steps))
    assert "笼统不足" not in text
    assert "针对教师负担较重的问题，请教导处组织培训。" in text
    assert "2024年12月底前，由教导处培训，使持证教师" in text
    check(of(difficulties=listed[:1], next_steps=steps[:1]))
    check(of(difficulties=listed[-1:]))


@pytest.mark.parametrize("trend", Trend)
def test_a_difficulty_says_where_it_is_heading_if_it_moves(trend: str) -> None:
    fields = {"text": "不少学生辍学源于厌学，基础薄弱", "cause": "方法单一", "trend": trend}
    for listed in ([fields], [fields, fields], [{"cause": "方法单一", "trend": trend}]):
        told = check(of(difficulties=[{"kind": "school_aversion", **d} for d in listed]))
        assert ("有加重的趋势" in told) == (trend == "growing")
        assert ("已有所缓解" in told) == (trend == "easing")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("教师教学任务重，家访多在晚上进行", "（一）教师教学任务重。家访多在晚上进行。"),
        ("部分父母更换号码，不易联系", "（一）教师负担较重。部分父母更换号码，不易联系。"),
        ("由祖辈监护的，老人文化程度有限", "（一）教师负担较重。由祖辈监护的，老人文"),
        ("人手不足", "（一）教师负担较重。人手不足。"),
    ],
)
def test_a_difficulty_is_headed_by_its_own_words_where_they_stand_alone(
    text: str, heading: str
) -> None:
    difficulty = {"kind": "teacher_workload", "text": text}
    assert heading in check(of(difficulties=[difficulty, difficulty]))


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("2024-11-30", "2024年11月30日前，"),
        ("2024-12", "2024年12月底前，"),
        ("2024年7月初", "2024年7月初，"),
        ("2024年秋", "2024年秋季，"),
        ("2024年底", "2024年底前，"),
        ("2025", "2025年底前，"),
    ],
)
def test_a_deadline_is_said_as_people_say_it(by: str, told: str) -> None:
    assert f"{told}由教导处培训。" in check(
        of(next_steps=[{"action": "培训", "actor": "教导处", "by": by}])
    )


def test_planned_measures_and_activities_stand_among_the_next_steps() -> None:
    measures = [{"kind": "heart_talk", "practice": "每周谈心", "status": "planned"}]
    activity = {"kind": "theme", "name": "暑期课堂", "status": "planned"}
    own = activity | {"programmes": ["left_behind_care"]}
    data = of(measures=measures) | {"activities": [own, activity | {"name": "阅读月"}]}
    for report in ("left_behind_care", "annual"):
        text = check(data | {"programmes": data["programmes"] | {"safety": {}}}, report)
        _, steps = text.split("下一步打算")
        assert "将每周谈心" in steps
        assert steps.index("计划开展暑期课堂") < steps.index("计划开展阅读月")
        assert "主要措施" not in text


def test_one_closing_speaks_of_the_whole() -> None:
    programmes = {
        "left_behind_care": {"closing": "这些成绩离不开各方支持"},
        "safety": {"closing": "学校将坚持下去"},
    }
    text = check(of() | {"programmes": programmes}, "annual")
    assert text.endswith("、结语\n总的来看，这些成绩离不开各方支持。学校将坚持下去。")


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
    document = document_of(data, "annual")
    text = check(data, "annual")
    heads = [plain(b.children) for b in blocks_of(document) if isinstance(b, Heading)]
    assert heads[-5:] == ["工作成效", "关爱留守儿童", "安全教育", "其他指标", "典型案例"]
    assert "达标率为90.0%（统计10名，符合9名）。" in text
    assert text.index("演练经费2万元") < text.index("典型案例：小禾") < text.index("满意率")


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        (
            [{"text": "甲项达标"}, {"kind": "slogan", "text": "进得来"}],
            "一是甲项达标；二是努力实现“进得来”。",
        ),
        (
            [{"text": "弥补不足", "items": ["家庭教育"]}, {"text": "乙项"}],
            "一是弥补不足，包括家庭教育；二是乙项。",
        ),
        ([{"text": "底数清", "items": ["查户籍"]}], "工作目标是底数清。为此，要查户籍。"),
        (
            [
                {
                    "text": "结对",
                    "target": {"name": "覆盖率", "equals": "100%"},
                    "deadline": "2024-06",
                }
            ],
            "结对，2024年6月底前覆盖率达到100%。",
        ),
        ([{"text": "结对", "deadline": "2024-06-30"}], "结对，2024年6月30日前完成。"),
    ],
)
def test_goals_are_one_sentence(goals: list[dict[str, Any]], told: str) -> None:
    assert told in check(of(goals=goals))


@pytest.mark.parametrize(
    ("more", "period", "told"),
    [
        (
            {"start": "2016-09"},
            {"kind": "school_year"},
            "我校自2016年9月起开展关爱留守儿童工作。",
        ),
        ({"title": "总结"}, {"kind": "school_year"}, "现将本学年工作情况总结如下。"),
        (
            {"start": "2016-09"},
            {"kind": "since_start"},
            "现将我校关爱留守儿童工作开展以来的情况总结如下。",
        ),
    ],
)
def test_the_opening_leads_to_the_text(
    more: dict[str, str], period: dict[str, str], told: str
) -> None:
    assert told in check(of(**more) | {"period": period})


def test_titles_with_numbers_are_kept_apart() -> None:
    laws = [
        {"title": "甲法", "kind": "law"},
        {"title": "乙意见", "kind": "opinion", "number": "国发〔2016〕13号"},
        {"title": "丙通知", "kind": "notice"},
    ]
    assert "根据《甲法》《乙意见》（国发〔2016〕13号）、《丙通知》，我校" in check(
        of() | {"policies": laws}
    )


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
