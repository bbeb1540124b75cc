"""What a summary says of the period before, given its record, word for word."""

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from prose import pack, seams, tables
from summarykit.compose import Audience, Extent, compose
from summarykit.diagnostics import has_errors
from summarykit.document import Document, repeated_ids, text_of
from summarykit.facts.earlier import year_on_year
from summarykit.model import YearRecord
from summarykit.packs import Length

Data = dict[str, Any]

NOW: Data = {
    "organisation": {"name": "青石镇中心小学", "level": "school", "stages": ["primary"]},
    "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
    "population": [
        {"id": "all", "cohort": "enrolled", "count": "612名"},
        {"id": "left", "cohort": "left_behind", "count": "87名"},
        {"id": "poor", "cohort": "hardship", "count": "60名"},
        {"id": "poor3", "cohort": "hardship", "count": "12名", "grade": "三年级"},
        {"id": "poor4", "cohort": "hardship", "count": "9名", "grade": "四年级"},
    ],
    "enrolment_flow": [{"id": "f", "organisation": "青石镇中心小学", "stage": "primary",
                        "transferred_in": "34名", "dropped_out": "0名"}],
    "indicators": [
        {"id": "i", "code": "filing", "numerator": "87名", "denominator": "87名"},
    ],
    "aid": [{"id": "a", "kind": "meals", "name": "营养改善计划", "beneficiaries": "80名",
             "amount": "40000元"}],
    "home_visits": {"campaigns": [
        {"id": "v", "name": "2023年秋季家访", "coverage": [
            {"group": "留守儿童", "visited": "80名", "total": "87名"}]},
    ]},
    "programmes": {"left_behind_care": {
        "measures": [{"id": "m", "kind": "teacher_pairing", "practice": "教师结对帮扶",
                      "pairs": "87对"}],
        "results": [{"id": "r", "text": "孩子比以前开朗"}],
    }},
}  # fmt: skip
BEFORE: Data = NOW | {
    "period": {"kind": "school_year", "start": "2022-09-01", "end": "2023-07-05"}
}


def changed(data: Data, **values: object) -> Data:
    """Return a record with other values at places such as `population_0_count`."""
    made = copy.deepcopy(data)
    for path, value in values.items():
        *steps, last = path.split("__")
        here: Any = made
        for step in steps:
            here = here[int(step)] if step.isdecimal() else here[step]
        here[last] = value
    return made


def document(
    now: Data,
    before: Data,
    audience: Audience = Audience.INTERNAL,
    length: Length = Length.STANDARD,
    report: str = "annual",
) -> Document:
    records = [YearRecord.model_validate(one) for one in (now, before)]
    both = year_on_year(*records)
    assert not has_errors(both.findings)
    extent = Extent(length, earlier=both)
    made = compose(records[0], pack(), report, audience, extent)
    assert made.document is not None, [str(one) for one in made.findings]
    assert seams(made.document) == []
    assert repeated_ids(made.document) == ()
    return made.document


def text(now: Data, before: Data, **options: Any) -> str:  # noqa: ANN401 - as `document` takes
    return "\n".join(text_of(document(now, before, **options)))


def test_nothing_is_told_of_a_year_in_which_nothing_changed() -> None:
    record = YearRecord.model_validate(NOW)
    alone = compose(record, pack(), "annual", Audience.INTERNAL).document
    assert document(NOW, BEFORE) == alone


@pytest.mark.parametrize(
    ("values", "ways"),
    [
        ({"population__0__count": "580名"},
         ("在校学生612名，比上学年的580名增加32名，增长5.5%",
          "在校学生612名，上学年为580名，增加32名，增长5.5%",
          "在校学生612名，较上学年的580名增加32名，增长5.5%",
          "在校学生由上学年的580名增加到612名，增加32名，增长5.5%")),
        ({"population__1__count": "92名"},
         ("留守儿童87名，占在校学生的14.2%，比上学年的92名减少5名",
          "留守儿童87名，比上学年的92名减少5名", "留守儿童87名，上学年为92名，减少5名",
          "留守儿童87名，较上学年的92名减少5名", "留守儿童由上学年的92名减少到87名，减少5名")),
        ({"indicators__0__numerator": "80名"},
         ("由上学年的92.0%提高到100%（应建档87名，已建档87名），提高8.0个百分点",
          "较上学年的92.0%提高8.0个百分点", "比上学年的92.0%提高8.0个百分点")),
        ({"population__2__count": "66名"},
         ("与上学年相比，家庭经济困难学生由66名减少到60名，减少6名。",)),
        ({"population__2__count": "0名"},
         ("与上学年相比，家庭经济困难学生由0名增加到60名，增加60名。",)),
        ({"enrolment_flow__0__transferred_in": "30名"},
         ("与上学年相比，转入学生由30名增加到34名，增加4名。",)),
        ({"aid__0__amount": "32000元"},
         ("与上学年相比，营养改善计划金额由32000元增加到40000元，增加8000元，增长25%。",
          "与上学年相比，营养改善计划金额由32000元增加到40000元，增加8000元，增长25.0%。")),
        ({"aid__0__amount": "3.2万元"},
         ("与上学年相比，营养改善计划金额由3.2万元增加到4万元，增加0.8万元，增长25%。",
          "与上学年相比，营养改善计划金额由3.2万元增加到4万元，增加0.8万元，增长25.0%。")),
        ({"aid__0__amount": "三万二千元"},
         ("与上学年相比，营养改善计划金额由32000元增加到40000元，增加8000元，增长25%。",
          "与上学年相比，营养改善计划金额由32000元增加到40000元，增加8000元，增长25.0%。")),
        ({"aid__0__amount": "4.00015万元"},
         ("营养改善计划金额由40001.5元减少到40000元，减少1.5元",)),
        ({"home_visits__campaigns__0__coverage__0__visited": "75名",
          "home_visits__campaigns__0__name": "2022年秋季家访"},
         ("与上学年相比，留守儿童家访覆盖率由86.2%提高到92.0%，提高5.8个百分点。",)),
        ({"programmes__left_behind_care__measures__0__pairs": "80对"},
         ("与上学年相比，教师结对由80对增加到87对，增加7对。",)),
        ({"population__3__count": "10名"},
         ("与上学年相比，三年级家庭经济困难学生由10名增加到12名，增加2名。",)),
    ],
)  # fmt: skip
def test_one_figure_that_changed_is_told_and_no_other(
    values: Mapping[str, object], ways: tuple[str, ...]
) -> None:
    told = text(NOW, changed(BEFORE, **values))
    assert any(way in told for way in ways), told
    assert told.count("上学年") == 1


def test_many_changes_are_a_table_with_what_matters_most_first() -> None:
    values = {
        "programmes__left_behind_care__measures__0__pairs": "80对",
        "aid__0__beneficiaries": "85名",
        "population__2__count": "55名",
        "population__3__count": "10名",
        "enrolment_flow__0__dropped_out": "1名",
    }
    before = changed(BEFORE, **values)
    (table,) = [one for one in tables(document(NOW, before)) if "数据对比" in one[0]]
    assert table == [
        "与上学年数据对比表",
        "项目 上学年 本学年 增减",
        "家庭经济困难学生 55名 60名 增加5名",
        "辍学学生 1名 0名 减少1名",
        "营养改善计划受益人数 85名 80名 减少5名",
        "教师结对 80对 87对 增加7对",
        "三年级家庭经济困难学生 10名 12名 增加2名",
    ]
    short = text(NOW, before, length=Length.SHORT)
    assert "与上学年相比，家庭经济困难学生由55名增加到60名，增加5名；辍学学生由1名" in short
    assert "教师结对由" not in short


def test_by_how_much_a_count_has_grown_follows_at_once() -> None:
    """Neither a definition in brackets nor a share stands between 增加到 and 增加多少."""
    people = changed(NOW, population__1__definition="both_parents_away")
    shared = changed(NOW, population__1__part_of="all")
    turned = 0
    for data in (people, shared):
        for number in "一二三四五六七八九十":
            own = changed(data, organisation__name=f"青石镇第{number}小学")
            before = changed(own, population__1__count="80名", period=BEFORE["period"])
            told = text(own, before)
            turned += "由上学年的80名增加到" in told
            if "由上学年的80名增加到" in told:
                assert "增加到87名，增加7名" in told
    assert turned


def test_amounts_side_by_side_are_in_one_unit_also_in_a_table() -> None:
    now = changed(NOW, aid__0__amount="9.2万元", population__3__count="11名")
    values = {"programmes__left_behind_care__measures__0__pairs": "80对",
              "aid__0__amount": "80000元", "aid__0__beneficiaries": "85名",
              "population__2__count": "55名"}  # fmt: skip
    (table,) = [
        one for one in tables(document(now, changed(BEFORE, **values))) if "对比" in one[0]
    ]
    assert "营养改善计划金额 8万元 9.2万元 增加1.2万元" in table


def test_what_the_record_tells_itself_of_the_period_before_stays() -> None:
    now = changed(NOW, population__0__previous="590名")
    before = changed(BEFORE, population__0__count="580名")
    told = text(now, before)
    assert "590名" in told
    assert "580名" not in told


def test_several_rounds_of_visits_are_told_apart() -> None:
    group = {"group": "留守儿童", "visited": "80名", "total": "87名"}
    rounds = [{"name": "秋季家访", "coverage": [group]}, {"name": "春季家访"}]
    earlier = [{"name": "秋季家访", "coverage": [group | {"rate": "80%"}]}]
    now = changed(NOW, home_visits__campaigns=rounds)
    before = changed(BEFORE, home_visits__campaigns=earlier)
    assert "与上学年相比，秋季家访中留守儿童家访覆盖率由80%提高到92.0%" in text(now, before)


@pytest.mark.parametrize("hidden", ["2名", "1名"])
def test_the_public_does_not_see_of_the_year_before_what_it_would_not_have_seen_then(
    hidden: str,
) -> None:
    before = changed(BEFORE, population__3__count=hidden, population__4__count="30名")
    public, internal = (
        text(NOW, before, audience=one) for one in (Audience.PUBLIC, Audience.INTERNAL)
    )
    assert "上学年" not in public  # nor its sister, from which the other could be told
    assert hidden in internal
    assert "30名" in internal


STEPS = [
    {"id": "room", "action": "建成亲情通话室"},
    {"id": "talk", "action": "每月开一次家长会。"},
    {"id": "staff", "action": "配备心理教师"},
    {"id": "bus", "action": "商定周末班次"},
]


def followed(*follows: tuple[str, str]) -> str:
    """Return what is told where measures of these ids and statuses follow last year's steps."""
    measures = [
        {"id": f"m{at}", "kind": "heart_talk", "practice": f"做法{at}", "status": status,
         "follows": name}
        for at, (name, status) in enumerate(follows)
    ]  # fmt: skip
    work = {**NOW["programmes"]["left_behind_care"], "measures": measures}
    now = changed(NOW, programmes={"left_behind_care": work})
    earlier = {**work, "next_steps": STEPS}
    return text(now, changed(BEFORE, programmes={"left_behind_care": earlier}))


def test_what_became_of_one_step_is_a_sentence() -> None:
    assert "\n上学年提出的“建成亲情通话室”，现已落实。" in followed(("room", "done"))
    assert "上学年提出的“每月开一次家长会”，正在推进。" in followed(("talk", "ongoing"))


def test_several_steps_are_told_together_by_what_became_of_them() -> None:
    told = followed(("room", "done"), ("talk", "ongoing"), ("bus", "in_place"))
    assert (
        "上学年提出的打算中，“建成亲情通话室”“商定周末班次”均已落实，"
        "“每月开一次家长会”正在推进。"
    ) in told


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INTERNAL])
def test_a_child_named_in_the_year_before_is_not_named_now(audience: Audience) -> None:
    steps = [{"id": "x", "action": "每周到田小穗同学家走访一次，电话13800138000"}]
    results = [{"text": "成效", "follows": "x"}]
    now = changed(NOW, programmes={"left_behind_care": {"results": results}})
    before = changed(BEFORE, programmes={"left_behind_care": {"next_steps": steps}})
    told = text(now, before, audience=audience)
    assert "上学年提出的“每周到" in told
    assert "田小穗" not in told
    assert "13800138000" not in told


def test_marks_within_quoted_words_are_single() -> None:
    steps = [{"id": "x", "action": "“一把手”负责制要写进“十条”。"}]
    results = [{"text": "成效", "follows": "x"}]
    now = changed(NOW, programmes={"left_behind_care": {"results": results}})
    before = changed(BEFORE, programmes={"left_behind_care": {"next_steps": steps}})
    assert "上学年提出的“‘一把手’负责制要写进‘十条’”，现已落实。" in text(now, before)


@pytest.mark.parametrize("where", [{"stage": "primary"}, {"organisation": "青石镇中心小学"}])
def test_what_narrows_nothing_makes_no_part(where: Data) -> None:
    people = [{"id": "all", "cohort": "enrolled", "count": "612名", **where}]
    now = changed(NOW, population=people)
    before = changed(BEFORE, population=[people[0] | {"count": "600名"}])
    told = text(now, before)
    assert "与上学年相比" not in told
    assert "12名，增长2%" in told


def test_a_step_that_nothing_names_is_not_told_even_if_words_agree() -> None:
    work = {"measures": [{"kind": "facilities", "practice": "学校今年建成亲情通话室"}]}
    now = changed(NOW, programmes={"left_behind_care": work})
    before = changed(BEFORE, programmes={"left_behind_care": {"next_steps": STEPS}})
    assert "上学年提出" not in text(now, before)


def test_many_steps_are_a_table() -> None:
    steps = [{"id": f"s{at}", "action": f"打算{at}"} for at in range(6)]
    results = [{"text": f"成效{at}", "follows": f"s{at}"} for at in range(6)]
    now = changed(NOW, programmes={"left_behind_care": {"results": results}})
    before = changed(BEFORE, programmes={"left_behind_care": {"next_steps": steps}})
    (table,) = [one for one in tables(document(now, before)) if "打算" in one[0]]
    long = "与镇政府、派出所、卫生院和各村商定每学期联合走访一次，走访的情况由各方当面记录签字"
    few = [step | {"action": long} for step in steps[:3]]
    now = changed(NOW, programmes={"left_behind_care": {"results": results[:3]}})
    before = changed(BEFORE, programmes={"left_behind_care": {"next_steps": few}})
    assert any("打算" in one[0] for one in tables(document(now, before)))
    assert table[:3] == ["上学年打算落实情况表", "打算 落实情况", "打算0 已落实"]


def test_steps_of_work_that_a_report_does_not_tell_are_not_told() -> None:
    results = [{"text": "成效", "follows": "x"}]
    steps = [{"id": "x", "action": "别处的打算"}]
    care = NOW["programmes"]["left_behind_care"]
    now = changed(
        NOW, programmes={"left_behind_care": care, "home_visits": {"results": results}}
    )
    before = changed(BEFORE, programmes={"left_behind_care": care,
                                         "home_visits": {"next_steps": steps}})  # fmt: skip
    assert "别处的打算" in text(now, before)
    assert "别处的打算" not in text(now, before, report="left_behind_care")
