"""What is told in a line among its neighbours: how it was held, how much of it, and when."""

from typing import Any, Final

import pytest

from outlines import AID, CARE, GIFT, every, lines, measure, outline, record, text
from summarykit.compose.length.depths import Depth, Shortening
from summarykit.compose.outline.outlining import Outline


def test_a_figure_does_not_say_the_name_again() -> None:
    rounds = [{"name": "寒假走访", "households": "34户"}, {"name": "家访", "households": "9户"}]
    short = Shortening({f"home_visits.campaigns[{n}]": Depth.LINE for n in (0, 1)})
    told = record({"home_visits": {}}, home_visits={"campaigns": rounds})
    plan = outline(told, "home_visits", shortening=short)
    assert lines((*every(plan), *plan.merged)) == ["work：寒假走访共34户、家访走访9户"]


def test_a_line_says_each_thing_as_what_it_is() -> None:
    measures = [
        {"kind": "heart_talk", "name": "谈心", "frequency": "每周一次"},
        {"kind": "facilities", "name": "之家", "frequency": "每周三下午"},
        {"kind": "growth_diary", "name": "日记", "status": "planned", "frequency": "每周一篇"},
    ]
    told = record(
        {CARE: {"measures": measures}},
        activities=[
            {"kind": "theme", "name": "合唱", "count": "3场", "date": "2024-05"},
            {"kind": "theme", "name": "露营活动", "status": "planned"},
        ],
        aid=AID,
        donations=[GIFT],
        slogans=[{"name": "四个一", "target": "教师"}],
    )
    cut = ("first", "second", "donations[0]")
    short = Shortening(dict.fromkeys(cut, Depth.LINE))
    plan = outline(told, planning="both", shortening=short)
    assert lines((*every(plan), *plan.merged)) == [
        "work：谈心每周一次、之家每周三下午",
        "slogan：“四个一”要求",
        "activity：5月合唱活动3场",
        "aid：学杂费惠及学生9名、救助惠及学生3名",
        "donor：镇商会捐赠书包",
        "planned：日记每周一篇",
        "coming：露营活动",
    ]


def test_the_first_day_of_many_is_not_told_as_the_day() -> None:
    event = {"kind": "reading", "name": "阅读月", "date": "2024-04-01"}
    for end, told in (({}, "4月1日阅读月"), ({"end": "2024-04-30"}, "阅读月")):
        items = every(outline(record({CARE: {}}, activities=[event | end])))
        assert lines(items) == [f"activity：{told}"]


def test_a_line_has_eight_entries_at_most() -> None:
    measures = [{"kind": "heart_talk", "name": f"第{n}项", "count": "3次"} for n in range(11)]
    found = lines(every(outline(record({CARE: {"measures": measures}}))))
    assert [line.count("谈心3次") for line in found] == [8, 3]


def test_no_sentence_of_a_line_is_too_long() -> None:
    measures = [
        {"id": f"m{n}", "kind": kind, "name": f"一项名称较长的工作制度{n}", "reached": "58名"}
        for n, kind in enumerate(["heart_talk", "home_visit", "facilities"] * 5)
    ]
    told = record({CARE: {"measures": measures}})
    short = Shortening({f"m{n}": Depth.LINE for n in range(len(measures))})
    plan = outline(told, shortening=short)
    assert sum(len(line) for line in lines((*every(plan), *plan.merged))) > 240
    assert max(map(len, lines((*every(plan), *plan.merged)))) <= 120


def told_in_lines(*activities: dict[str, Any], **parts: object) -> str:
    """Return the text of one measure told in full and activities told in a line each."""
    events = [{"id": f"a{n}", **event} for n, event in enumerate(activities)]
    talk = [measure("heart_talk", "谈心", effect="有效果" * 60)]
    told = record({CARE: {"measures": talk}}, activities=events, **parts)
    short = Shortening({f"a{n}": Depth.LINE for n in range(len(activities))})
    return text(told, shortening=short)


MEETING: Final = {"kind": "meeting", "name": "控辍部署会", "date": "2023-09-08T09:00"}


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("meeting", "控辍部署会", "召开控辍部署会"),
        ("family", "秋季家长会", "召开秋季家长会"),
        ("theme", "集体生日会", "举办集体生日会"),
        ("training", "班主任培训", "举办班主任培训"),
        ("safety", "防溺水演练", "组织防溺水演练"),
        ("visit", "节前慰问", "开展节前慰问"),
        ("lecture", "法治副校长进校园", "举办法治副校长进校园讲座"),
        ("theme", "红领巾心向党", "举办红领巾心向党活动"),
    ],
)
def test_an_activity_is_held_as_its_name_says(kind: str, name: str, words: str) -> None:
    assert f"9月8日{words}。" in told_in_lines(
        {"kind": kind, "name": name, "date": "2023-09-08"}
    )


def test_a_line_has_no_hour_and_no_year_that_the_period_says() -> None:
    assert "9月8日召开控辍部署会。" in told_in_lines(MEETING)
    later = MEETING | {"date": "2024-09-08T09:00"}
    assert "2024年9月8日召开控辍部署会。" in told_in_lines(later)
    years = {"kind": "multi_year", "start": "2021-09-01", "end": "2024-07-05"}
    assert "2023年9月8日召开" in told_in_lines(MEETING, period=years)


def test_activities_of_one_month_say_it_once() -> None:
    drill = {"kind": "safety", "name": "消防演练", "date": "2023-09-20"}
    party = {"kind": "volunteer", "name": "读书会", "date": "2023-09-08"}
    told = told_in_lines(party, drill | {"kind": "volunteer"})
    assert "9月举办读书会（8日），组织消防演练（20日）。" in told
    other = told_in_lines(party, drill | {"kind": "volunteer", "date": "2023-10-20"})
    assert "举办读书会（9月8日），组织消防演练（10月20日）。" in other


def test_how_often_something_was_held_stands_with_its_name() -> None:
    series = {"kind": "theme", "name": "集体生日会", "count": "9场", "date": "2023-10"}
    assert "举办集体生日会9场。" in told_in_lines(series | {"end": "2024-06"})


LINES: Final = [
    ({"kind": "experience_exchange", "frequency": "每学期一次"}, "做法每学期开展一次"),
    ({"kind": "growth_diary", "frequency": "每周一篇"}, "做法每周一篇"),
    ({"kind": "counselling", "frequency": "每周三下午"}, "做法每周三下午进行"),
    ({"kind": "facilities", "frequency": "周一至周五下午"}, "做法周一至周五下午开放"),
    ({"kind": "responsibility_contract", "frequency": "每学年一次"}, "做法每学年签订一次"),
    ({"kind": "guardian_meeting", "count": "3场"}, "做法共召开3场"),
    (
        {"kind": "guardian_meeting", "name": "监护人座谈会", "frequency": "每学期至少一次"},
        "监护人座谈会每学期至少召开一次",
    ),
    ({"kind": "teacher_pairing", "pairs": "87对"}, "做法结成对子87对"),
    ({"kind": "excursion", "reached": "42名"}, "做法有42名学生参加"),
    ({"kind": "financial_aid", "name": "精准资助", "reached": "126名"}, "精准资助学生126名"),
    ({"kind": "register_files", "reached": "87名"}, "做法建档学生87名"),
    ({"kind": "policy_publicity", "reached": "600余人"}, "做法覆盖600余人"),
]


@pytest.mark.parametrize(("fields", "words"), LINES)
def test_a_figure_follows_its_measure_with_a_verb_that_fits(
    fields: dict[str, Any], words: str
) -> None:
    talk = measure("heart_talk", "谈心", effect="有效果" * 60)
    short = {"id": "m", "name": "做法", **fields}
    plan = outline(
        record({CARE: {"measures": [talk, short]}}), shortening=Shortening({"m": Depth.LINE})
    )
    assert clauses(plan) == [words]


def clauses(plan: Outline) -> list[str]:
    """Return what goes on from the names of all that is told in a line."""
    items = [i for group in plan.groups for i in group.merged] + list(plan.merged)
    return lines(tuple(items), going_on=True)


def test_two_things_told_behind_others_do_not_both_begin_with_also() -> None:
    talks = [{"kind": "growth_diary", "name": "日记", "count": "9篇"}]
    told = record(
        {CARE: {"measures": [measure("heart_talk", "谈心", effect="有效果" * 60), *talks]}},
        activities=[MEETING | {"id": "a"}],
        responsibilities={"leading_groups": [{"id": "led", "name": "领导小组"}]},
        slogans=[{"name": "四个一"}],
    )
    short = Shortening({"a": Depth.LINE, "led": Depth.LINE})
    assert text(told, shortening=short).count("还") <= 1


def test_what_follows_all_groups_does_not_begin_like_the_line_before_it() -> None:
    kinds = ("rules_and_plans", "appraisal_incentive", "census_survey", "heart_talk")
    many = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds * 2)]
    events = [
        {"id": "a", "kind": "lecture", "name": "防溺水讲座", "date": "2024-03-01"},
        {"id": "b", "kind": "training", "name": "家访培训", "date": "2024-05-01"},
    ]
    more = measure("policy_publicity", "政策宣传", reached="9名")
    told = record({CARE: {"measures": [*many, more]}}, activities=events)
    short = Shortening(dict.fromkeys(("a", "b"), Depth.LINE))
    said = text(told, shortening=short)
    assert "此外，3月1日举办防溺水讲座。\n另外，5月1日举办家访培训。" in said
