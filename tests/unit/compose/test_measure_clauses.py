"""What the paragraph on a measure says of people, pairs, steps, contents and rules."""

from typing import Any

import pytest

from measure_paragraphs import item_of, telling_of, told
from summarykit.compose.views import View
from summarykit.document import plain
from summarykit.packs import inlines_of

PAIRING = {
    "met": True,
    "mentors": "参与结对的教师",
    "mentors_join": "参与结对",
    "mentors_are": "参与帮扶的有",
    "each": "每人结对…",
    "by_class": "每班结对…",
    "reached": "帮扶…",
}
GROUPS = [
    {"who": "女教师", "count": "18名", "each": "3名"},
    {"who": "男教师", "count": "11名", "each": "3名"},
]
UNLIKE = [GROUPS[0], {"who": "志愿者", "each": "2名"}]


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        (
            {
                "mentors": "29名",
                "mentor_groups": GROUPS,
                "reached": "80名",
                "cohort": "left_behind",
                "pairs": "87对",
            },
            "29名教师（女教师18名、男教师11名）与80名留守儿童结成对子87对，每人结对3名。",
        ),
        ({"pairs": "87对"}, "共结成对子87对。"),
        ({"pairs": "87对", "mentors": "29名"}, "29名教师参与结对，结成对子87对。"),
        (
            {"pairs": "87对", "mentors": "29名", "status": "planned"},
            "拟由29名教师参与结对，拟结成对子87对。",
        ),
        ({"mentors": "29名", "per_mentor": "3名"}, "参与结对的教师29名，每人结对3名。"),
        ({"mentor_groups": GROUPS}, "参与帮扶的有女教师18名、男教师11名，每人结对3名。"),
        (
            {"mentors": "29名", "mentor_groups": UNLIKE},
            "参与结对的教师29名。其中女教师18名，每人结对3名；志愿者，每人结对2名。",
        ),
        (
            {"mentors": "29名", "mentor_groups": UNLIKE, "status": "planned"},
            "拟安排29名参与，其中女教师18名，每人结对3名；志愿者，每人结对2名。",
        ),
        (
            {"mentor_groups": GROUPS, "per_mentor": "2名"},
            "每人结对2名。参与帮扶的有女教师18名，每人结对3名；男教师11名，每人结对3名。",
        ),
        ({"per_class": "4—5名"}, "每班结对4～5名。"),
        ({"per_class": "若干名"}, "每班几名。"),
        ({"per_class": "若干"}, ""),
    ],
)
def test_pairs_and_mentors_are_told_together(fields: dict[str, Any], sentences: str) -> None:
    assert told("teacher_pairing", wording=PAIRING, **fields) == sentences


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reached": "58名", "cohort": "left_behind"}, "走访留守儿童58名。"),
        # More than there are of the cohort: it is not they who are counted.
        ({"reached": "90名", "cohort": "left_behind"}, "走访学生90名。"),
        ({"reached": "58户"}, "走访58户。"),
        ({"reached": "58名"}, "走访留守儿童58名。"),
        ({"reached": "58名", "population": "left"}, "走访留守儿童58名，占87名的66.7%。"),
        ({"reached": "87名", "population": "left"}, "走访留守儿童87名。"),
        ({"reached": "16名", "target": "劝返复学学生"}, "走访劝返复学学生16名。"),
        ({"reached": "58名", "status": "planned"}, "预计走访留守儿童58名。"),
        ({"amount": "4600元"}, "安排资金4600元。"),
        ({"amount": "4600元", "status": "planned"}, "预计安排资金4600元。"),
    ],
)
def test_who_is_reached_is_called_as_the_record_calls_them(
    fields: dict[str, Any], sentence: str
) -> None:
    assert told("home_visit", wording={"reached": "走访…"}, **fields) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"target": "学困生", "practice": "给学习困难学生补课"}, "给学习困难学生补课。"),
        ({"cohort": "hardship", "practice": "看望困难学生"}, "看望困难学生。"),
        ({"cohort": "left_behind", "practice": "上好每一节课"}, "上好每一节课。"),
        (
            {"cohort": "parent", "practice": "开设夜间课堂"},
            "面向家长开设夜间课堂。",
        ),
        (
            {"target": "品行偏差、心理障碍两类孩子", "practice": "及时疏导"},
            "及时疏导，主要面向品行偏差、心理障碍两类孩子。",
        ),
        ({"target": "重点学生", "reached": "58名"}, "覆盖重点学生58名。"),
        (
            {"target": "单亲家庭学生（重点）", "practice": "逐户走访，了解情况"},
            "逐户走访，了解情况。这项工作以单亲家庭学生为重点。",
        ),
        (
            {"target": "品行偏差的孩子", "responsible": "德育处", "frequency": "每月两次"},
            "这项工作主要面向品行偏差的孩子，由德育处负责，每月开展两次。",
        ),
        (
            {"target": "新生家长", "actors": ["校医"], "responsible": "德育处"},
            "这项工作主要面向新生家长，由德育处牵头，校医承担。",
        ),
    ],
)
def test_whom_it_is_for_is_said_once_and_where_it_fits(
    fields: dict[str, Any], sentence: str
) -> None:
    assert told("academic_tutoring", **fields) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"actors": ["班主任", "科任教师"]}, "学生一起写作业，由班主任和科任教师承担。"),
        (
            {"actors": ["班主任"], "responsible": "德育处"},
            "学生一起写作业。这项工作由德育处牵头，班主任承担。",
        ),
        ({"actors": ["学生", "班主任"]}, "学生一起写作业，参与的还有班主任。"),
        ({"actors": ["学校"]}, "学生一起写作业。"),
        (
            {"actors": ["班主任"], "status": "planned"},
            "将由学生一起写作业，拟由班主任实施。",
        ),
        (
            {"actors": ["班主任"], "wording": {"doers": ["参与的有…", "辅导由…承担"]}},
            "学生一起写作业，辅导由班主任承担。",
        ),
        ({"partners": ["镇妇联"]}, "学生一起写作业。镇妇联参与。"),
        ({"partners": ["镇妇联", "镇团委"]}, "学生一起写作业。镇妇联和镇团委共同参与。"),
        (
            {"partners": ["镇妇联"], "status": "planned"},
            "将由学生一起写作业。拟请镇妇联参与。",
        ),
    ],
)
def test_those_the_practice_does_not_name_have_a_place(
    fields: dict[str, Any], sentence: str
) -> None:
    assert told("peer_pairing", practice="学生一起写作业", **fields) == sentence


@pytest.mark.parametrize(
    ("steps", "sentences"),
    [
        (["登门"], "步骤为登门。"),
        (["班级登记", "入户核实", "汇总复核"], "按照班级登记、入户核实、汇总复核的步骤进行。"),
        (
            ["上门了解孩子不愿上学的原因", "讲明法律规定的义务"],
            "先上门了解孩子不愿上学的原因，再讲明法律规定的义务。",
        ),
        (
            [
                "由班主任上门了解孩子不愿上学的原因，记录在册",
                "由村干部讲明法律规定的义务",
                "约定返校日期",
            ],
            "先由班主任上门了解孩子不愿上学的原因，记录在册；再由村干部讲明法律规定的义务；最后约定返校日期。",
        ),
        (
            [f"第{place}个步骤里要做的一件不算很短的事情" for place in "甲乙丙丁"],
            (
                "先第甲个步骤里要做的一件不算很短的事情，再第乙个步骤里要做的一件不算很短的事情，"
                "然后第丙个步骤里要做的一件不算很短的事情，最后第丁个步骤里要做的一件不算很短的事情。"
            ),
        ),
        (
            [f"{place}班的教师一户一户上门核实孩子的去向" for place in "一二三四五六"],
            "步骤依次是："
            + "；".join(f"{p}班的教师一户一户上门核实孩子的去向" for p in "一二三四五六")
            + "。",
        ),
    ],
)
def test_steps_are_told_in_their_order(steps: list[str], sentences: str) -> None:
    assert told("return_and_placement", steps=steps) == sentences


def test_long_steps_are_sentences_of_their_own() -> None:
    step = (
        "由班主任会同村干部上门了解孩子不愿上学的原因，把谈话的要点和"
        "家长的态度记录在册，当天报告学校"
    )
    text = told(
        "return_and_placement",
        steps=[step, step.replace("上门", "再次上门"), "约定返校日期"],
    )
    assert text.count("。") == 3
    assert text.startswith("先由班主任")
    assert "。最后约定返校日期。" in text


def test_of_steps_and_contents_only_the_rest_is_told() -> None:
    practice = "先由班级登记，再入户核实，逐项汇总复核"
    steps = ["班级登记", "入户核实", "汇总复核", "张榜公布"]
    assert told(practice=practice, steps=steps).endswith("此外还有张榜公布这一环节。")
    contents = ["谈心", "辅导", "家访", "购书"]
    text = told("teacher_pairing", practice="教师谈心、辅导、家访", contents=contents)
    assert text == "教师谈心、辅导、家访，主要内容还有购书。"
    laws = ["教育法", "教师法", "义务教育法"]
    text = told("staff_development", practice="组织教师学习教育法律", contents=laws)
    assert text == "组织教师学习教育法律，主要内容包括教育法、教师法、义务教育法。"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"contents": ["谈心"]}, "主要内容是谈心。"),
        ({"contents": ["谈心", "家访"]}, "主要内容包括谈心、家访。"),
        ({"channels": ["电话", "书信"]}, "主要渠道有电话、书信。"),
        (
            {"channels": ["电话", "书信"], "practice": "教师打电话"},
            "教师打电话，还通过书信进行。",
        ),
        (
            {
                "channels": ["电话", "校讯通"],
                "practice": "教师与家长保持往来",
                "wording": {"channels": "通过…联系"},
            },
            "教师与家长保持往来，通过电话、校讯通联系。",
        ),
        (
            {
                "channels": ["校讯通"],
                "wording": {"channels": ["渠道有…", "通过…联系"]},
            },
            "通过校讯通联系。",
        ),
    ],
)
def test_contents_and_channels_are_led_up_to(fields: dict[str, Any], sentence: str) -> None:
    assert told("teaching_reform", **fields) == sentence


def test_entries_that_end_alike_are_not_said_by_their_common_word() -> None:
    contents = ["控辍任务", "帮扶任务"]
    text = told("responsibility_contract", practice="写清对象、任务和期限", contents=contents)
    assert "控辍任务、帮扶任务" in text


@pytest.mark.parametrize(
    ("trigger", "sentence"),
    [
        (
            {
                "condition": "学生流露不想读书的念头",
                "action": "安排教师谈话",
                "within": "两天内",
            },
            "学生流露不想读书的念头的，两天内安排教师谈话。",
        ),
        (
            {"condition": "一轮辅导结束", "action": "了解变化", "within": "辅导结束后两周"},
            "一轮辅导结束后两周，了解变化。",
        ),
        ({"condition": "请假超过三天时", "action": "上门了解"}, "请假超过三天时，上门了解。"),
    ],
)
def test_what_is_done_in_a_case_reads_as_a_rule(
    trigger: dict[str, object], sentence: str
) -> None:
    assert told("dropout_alert", triggers=[trigger]) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"effect": "孩子开朗起来"}, "孩子开朗起来。"),
        ({"effect": "使孩子开朗起来"}, "这使孩子开朗起来。"),
        (
            {"effect": "孩子开朗起来", "practice": "与孩子谈心"},
            "与孩子谈心。由此，孩子开朗起来。",
        ),
        (
            {"effect": "孩子开朗起来", "practice": "与孩子谈心", "contents": ["学习"]},
            "与孩子谈心，主要内容是学习。孩子开朗起来。",
        ),
        (
            {"effect": "孩子由此开朗起来", "practice": "与孩子谈心"},
            "与孩子谈心。孩子由此开朗起来。",
        ),
        ({"effect": "孩子开朗起来", "status": "planned"}, "力求孩子开朗起来。"),
    ],
)
def test_what_came_of_it_ends_the_paragraph(fields: dict[str, Any], sentence: str) -> None:
    assert told("heart_talk", **fields) == sentence


def test_a_policy_is_told_with_the_first_measure_that_does_not_name_it() -> None:
    links = ["rule", "terms", "law"]
    telling, (first, second, third) = telling_of(
        {"kind": "home_visit", "practice": "按照家访制度上门", "policies": links},
        {"kind": "home_visit", "practice": "上门走访", "policies": links},
        {"kind": "home_visit", "practice": "再次上门", "policies": links},
    )
    texts = [
        plain(inlines_of(telling.measure_told(item_of(m)))) for m in (first, second, third)
    ]
    assert texts == [
        "按照家访制度上门。落实两免一补。",
        "上门走访。这项工作依照《家访制度》执行。",
        "再次上门。",
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"name": "重点生家访", "practice": "对重点生及时家访"},
            "将对重点生及时家访。",
        ),
        (
            {"name": "结对过程跟踪", "practice": "由学校跟踪每一对子，并组织评比"},
            "计划开展结对过程跟踪，学校跟踪每一对子，并组织评比。",
        ),
        ({"name": "考勤制度"}, "计划建立考勤制度。"),
        ({"name": "签订责任书", "date": "2024-09"}, "2024年9月，计划签订责任书。"),
        ({"name": "家长课堂", "since": "2024-09"}, "自2024年9月起，计划开展家长课堂。"),
        ({"name": "家长会", "purpose": "听取意见"}, "计划召开家长会，旨在听取意见。"),
        ({"practice": "各班设信息员"}, "将由各班设信息员。"),
        ({"practice": "由各班建立档案"}, "将由各班建立档案。"),
        ({"practice": "拟于年底走访"}, "拟于年底走访。"),
    ],
)
def test_a_plan_is_announced_once(fields: dict[str, Any], sentence: str) -> None:
    telling, views = telling_of({"kind": "teaching_reform", "status": "planned", **fields})
    assert plain(inlines_of(telling.planned_told(views[0]))) == sentence


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        (
            {"practice": "及时疏导。", "target": "品行偏差的孩子"},
            "及时疏导，主要面向品行偏差的孩子。",
        ),
        ({"practice": "及时疏导。", "purpose": "使孩子开朗。"}, "为使孩子开朗，及时疏导。"),
        ({"contents": ["谈心。", "辅导。"]}, "主要内容包括谈心、辅导。"),
    ],
)
def test_a_stop_of_the_record_stands_where_a_sentence_ends(
    fields: dict[str, Any], sentences: str
) -> None:
    assert told("counselling", **fields) == sentences


def test_only_measures_are_told() -> None:
    telling, _ = telling_of()
    people = View(telling.around.record.population[0], "all")
    with pytest.raises(TypeError, match="measures only"):
        telling.planned_told(people)
