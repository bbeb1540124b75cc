"""What is told under 主要措施: what is an item, with which it stands, under which heading."""

from typing import Any, Final

import pytest

from outlines import (
    AID,
    ANNUAL,
    CARE,
    GIFT,
    every,
    hosted,
    measure,
    outline,
    record,
    text,
    titles,
)
from summarykit.compose.language.weaving import words_of
from summarykit.compose.length.depths import Depth, Shortening
from summarykit.compose.outline.outlining import Style
from summarykit.model import YearRecord

VISITS: Final[dict[str, Any]] = {
    "campaigns": [
        {"name": "春季家访", "start": "2024-03-04", "households": "9户"},
        {"name": "秋季家访", "start": "2023-10-09", "households": "8户"},
    ],
    "visits": [{"trigger": "缺课"}],
}


def test_rounds_of_visits_follow_the_rule_of_visiting_in_the_order_of_time() -> None:
    measures = [
        measure("guardian_meeting", "座谈"),
        measure("home_visit", "家访制度"),
        measure("leading_group", "小组"),
    ]
    told = record({CARE: {"measures": measures}}, home_visits=VISITS)
    assert titles(every(outline(told))) == [
        "小组",
        "家访制度",
        "秋季家访",
        "春季家访",
        "个别家访",
        "座谈",
    ]


def test_activities_stand_in_the_order_of_time_and_undated_ones_last() -> None:
    events = [
        {"kind": "theme", "name": "丙", "place": "操场"},
        {"kind": "theme", "name": "乙", "date": "2024-05"},
        {"kind": "theme", "name": "甲", "date": "2023-10-01"},
    ]
    assert titles(every(outline(record({CARE: {}}, activities=events)))) == ["甲", "乙", "丙"]


def test_dates_without_a_year_leave_the_order_of_the_record() -> None:
    events = [
        {"kind": "theme", "name": "乙", "date": "5月"},
        {"kind": "theme", "name": "甲", "date": "3月"},
    ]
    assert titles(every(outline(record({CARE: {}}, activities=events)))) == ["乙", "甲"]


def test_a_gift_is_told_with_the_activity_where_it_was_made() -> None:
    event = {"kind": "donation", "name": "捐书仪式", "place": "操场", "sponsors": ["镇商会"]}
    told = record({CARE: {}}, activities=[event], donations=[GIFT])
    items = every(outline(told))
    assert titles(items) == ["捐书仪式"]
    assert hosted(items[0], "donations") == ["donations[0]"]
    assert text(told).count("书包") == 1


@pytest.mark.parametrize(
    ("event", "gift"),
    [
        ({"kind": "theme"}, {}),
        ({"sponsors": ["县图书馆"]}, {}),
        ({"date": "2024-03-01"}, {"date": "2024-04-01"}),
        ({"status": "planned"}, {}),
    ],
)
def test_a_gift_of_another_day_giver_or_kind_stands_by_itself(
    event: dict[str, Any], gift: dict[str, Any]
) -> None:
    known = {"kind": "donation", "name": "仪式", "place": "操场", "sponsors": ["镇商会"]}
    told = record({CARE: {}}, activities=[known | event], donations=[GIFT | gift])
    assert "社会捐赠" in titles(every(outline(told)))


def test_a_gift_raised_on_the_day_of_a_collection_is_told_there() -> None:
    measures = [
        measure("social_mobilisation", "社会力量"),
        measure("fundraising", "募捐", date="2023-11-15"),
    ]
    gifts = [GIFT | {"date": "2023-11-15"}, GIFT | {"donor": "县图书馆"}]
    told = record({CARE: {"measures": measures}}, donations=gifts)
    hosts = {words_of(i.title): hosted(i, "donations") for i in every(outline(told))}
    assert hosts == {"社会力量": ["donations[1]"], "募捐": ["donations[0]"]}


def test_a_promise_is_told_with_the_promises_of_parents_and_a_contract_with_contracts() -> None:
    measures = [
        measure("responsibility_contract", "责任书制度"),
        measure("parent_commitment", "家长承诺"),
    ]
    contracts = [
        {"name": "控辍责任书", "parties": ["校长", "班主任"]},
        {"name": "共育承诺书", "parties": ["学校", "家长"]},
    ]
    told = record({CARE: {"measures": measures}}, responsibilities={"contracts": contracts})
    hosts = {words_of(i.title): len(hosted(i, "contracts")) for i in every(outline(told))}
    assert hosts == {"责任书制度": 1, "家长承诺": 1}
    assert text(told).count("共育承诺书") == 1


def test_a_slogan_is_told_in_the_measure_of_its_name_and_its_programme() -> None:
    slogan = {"name": "五必访", "items": [{"text": "新生必访"}, {"text": "孤儿必访"}]}
    measures = [measure("home_visit", "五必访制度"), measure("heart_talk", "谈心")]
    told = record({CARE: {"measures": measures}}, slogans=[slogan])
    assert titles(every(outline(told))) == ["谈心", "五必访制度"]
    assert text(told).count("新生必访") == 1
    other = slogan | {"programmes": ["student_aid"]}
    apart = record({CARE: {"measures": measures}, "student_aid": {}}, slogans=[other])
    assert "“五必访”要求" in titles(every(outline(apart, ANNUAL)))


def test_a_slogan_that_says_what_it_is_gets_no_word_more() -> None:
    names = ["五自教育", "四个一"]
    slogans = [{"name": name, "items": [{"text": "自信"}]} for name in names]
    told = record({CARE: {}}, slogans=slogans)
    assert titles(every(outline(told))) == ["“五自教育”", "“四个一”要求"]


def test_a_slogan_of_a_name_only_is_told_in_a_line() -> None:
    counted = [{"name": "五必访", "declared": "5项"}, {"name": "必访制度", "declared": "3项"}]
    plan = outline(record({CARE: {}}, slogans=counted))
    assert titles(plan.merged) == ["“五必访”要求"]
    assert titles(plan.groups[0].items) == ["“必访制度”"]
    assert "共3项" in text(record({CARE: {}}, slogans=counted))


def test_aid_told_in_a_line_does_not_take_the_rest_with_it() -> None:
    told = record({CARE: {}}, aid=AID)
    plan = outline(told, shortening=Shortening({"first": Depth.LINE}))
    (item,) = plan.groups[0].items
    assert [view.ref for view in item.entities] == ["second"]
    assert titles(plan.groups[0].merged) == ["学杂费"]


def test_what_has_nothing_left_at_its_length_is_told_in_a_line() -> None:
    rooms = {"id": "m", "kind": "facilities", "name": "之家", "facilities": [{"name": "书屋"}]}
    plan = outline(
        record({CARE: {"measures": [rooms]}}), shortening=Shortening({"m": Depth.CORE})
    )
    assert not plan.groups
    told = outline(record({CARE: {"measures": [rooms]}}))
    assert titles(every(told)) == ["之家"]


def test_few_items_stand_side_by_side_and_many_in_groups_with_headings() -> None:
    few = [measure("heart_talk", f"谈心{n}", effect="有效果" * 30) for n in "甲乙"]
    assert outline(record({CARE: {"measures": few}})).style is Style.FLAT
    short = [measure("heart_talk", "谈心")]
    assert outline(record({CARE: {"measures": short}})).style is Style.MERGED
    kinds = ("leading_group", "census_survey", "heart_talk", "home_visit", "facilities")
    many = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds)]
    plan = outline(record({CARE: {"measures": many}}))
    assert plan.style is Style.GROUPED
    assert [len(group.items) for group in plan.groups] == [2, 2, 1]
    assert all(words_of(group.heading) for group in plan.groups)


def test_two_phrases_of_a_heading_begin_with_different_verbs() -> None:
    kinds = ("leading_group", "home_visit", "parent_feedback", "fundraising", "excursion")
    for school in "东南西北中":
        many = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds)]
        told = record(
            {CARE: {"measures": many}},
            organisation={"name": f"{school}街小学", "level": "school"},
        )
        for group in outline(told).groups:
            phrases = words_of(group.heading).split("，")
            assert len({phrase[:2] for phrase in phrases}) == len(phrases)


def grouped(name: str, **more: object) -> YearRecord:
    """Return a record in whose outline one item stands alone under its heading."""
    kinds = ("leading_group", "rules_and_plans", "census_survey", "register_files")
    others = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds)]
    last = {"kind": "return_and_placement", "practice": "逐户上门做工作", "name": name}
    return record({CARE: {"measures": [*others, {**last, **more}]}})


@pytest.mark.parametrize(
    ("name", "titled", "heading"),
    [
        ("劝返安置", False, "劝返安置"),
        ("春风行动", True, "劝返安置"),
    ],
)
def test_a_heading_and_the_only_title_below_it_do_not_say_the_same(
    name: str,
    titled: bool,  # noqa: FBT001 - what is expected
    heading: str,
) -> None:
    told = grouped(name)
    group = outline(told).groups[-1]
    assert group.titled is titled
    assert words_of(group.heading).split("，")[0].endswith(heading)
    assert (f"{name}。" in text(told)) is titled


def test_rules_alone_need_no_title_below_their_heading() -> None:
    rule = {"condition": "学生缺课", "action": "联系家长"}
    kinds = ("leading_group", "rules_and_plans", "census_survey", "register_files")
    others = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds)]
    told = record({CARE: {"measures": others}}, rules=[rule])
    assert outline(told).groups[-1].titled is False
    assert "分类处置办法" not in text(told)


def test_a_heading_over_a_donation_does_not_speak_of_visits() -> None:
    event = {"kind": "donation", "name": "捐书仪式", "place": "操场"}
    kinds = ("leading_group", "rules_and_plans", "census_survey", "register_files")
    others = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds)]
    told = record({CARE: {"measures": others}}, activities=[event])
    assert "走访" not in words_of(outline(told).groups[-1].heading)


def test_what_several_programmes_share_is_called_what_it_is() -> None:
    both: dict[str, Any] = {CARE: {}, "student_aid": {}}
    group = {"leading_groups": [{"name": "工作小组", "chairs": ["校长"]}]}
    only_led = outline(record(both, responsibilities=group), ANNUAL)
    assert words_of(only_led.groups[0].heading) == "组织领导"
    mixed = outline(record(both, responsibilities=group, aid=AID), ANNUAL)
    assert words_of(mixed.groups[0].heading) in ("综合工作", "共同工作")


def test_an_activity_that_is_a_measure_is_told_with_it() -> None:
    event = {"kind": "meeting", "name": "部署会", "date": "2023-09-06", "place": "礼堂"}
    meeting = measure("deployment_meeting", "部署会议", date="2023-09-06")
    told = record({CARE: {"measures": [meeting]}}, activities=[event])
    assert titles(every(outline(told))) == ["部署会议"]
    later = record({CARE: {"measures": [meeting]}}, activities=[event | {"date": "2023-09-08"}])
    assert titles(every(outline(later))) == ["部署会议", "部署会"]
