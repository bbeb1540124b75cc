"""Headings over groups of measures: what they say, how long they are, what leads them in."""

from itertools import pairwise
from typing import Any, Final

from outlines import ANNUAL, CARE, every, measure, outline, record, text, titles
from summarykit.compose.language.weaving import words_of
from summarykit.compose.length.depths import Depth, Shortening
from summarykit.compose.outline.outlining import Style
from summarykit.model import YearRecord

SCHOOLS: Final = tuple(f"{name}街小学" for name in "东南西北中前后左右")
"""Schools whose hashes differ, so that all wordings of a heading have their turn."""


def headings(told: YearRecord, report: str = CARE) -> list[str]:
    return [words_of(group.heading) for group in outline(told, report).groups]


def headings_of(kinds: tuple[str, ...]) -> list[list[str]]:
    """Return the headings over measures of these kinds, as each of the schools gets them."""
    many = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds)]
    by = [{"organisation": {"name": school, "level": "school"}} for school in SCHOOLS]
    return [headings(record({CARE: {"measures": many}}, **one)) for one in by]


def test_neighbouring_headings_are_of_like_length() -> None:
    kinds = ("leading_group", "rules_and_plans", "heart_talk", "home_visit", "home_visit")
    alone = ("zone_contracting", "census_survey", "census_survey", "facilities", "home_visit")
    for found in (*headings_of((*kinds, "staff_development")), *headings_of(alone)):
        assert {len(heading) for heading in found} == {13}, found


def test_kinds_whose_first_wordings_share_a_verb_are_both_named_with_others() -> None:
    kinds = ("heart_talk", "home_visit", "fundraising", "action_research", "teaching_reform")
    for found in headings_of(("counselling", "counselling", *kinds)):
        verbs = [[phrase[:2] for phrase in heading.split("，")] for heading in found]
        assert all(len(set(pair)) == len(pair) for pair in verbs), found
        assert "课题" in found[-1], found


def test_a_heading_does_not_take_up_the_verbs_of_the_one_before_it() -> None:
    kinds = ("leading_group", "rules_and_plans", "census_survey", "register_files")
    for found in headings_of((*kinds, "heart_talk", "counselling", "home_visit")):
        for one, other in pairwise(found):
            verbs = [{phrase[:2] for phrase in h.split("，")} for h in (one, other)]
            assert not verbs[0] & verbs[1], found


def test_a_heading_over_many_kinds_speaks_of_what_is_there() -> None:
    kinds = ("boarding_priority", "activity_programme", "excursion", "activity_programme")
    for found in headings_of(("census_survey", "register_files", *kinds)):
        assert "阵地" not in found[-1]
        assert "活动" in found[-1] or "校园生活" in found[-1]


def test_who_leads_stands_before_the_meeting_and_all_measures() -> None:
    measures = [measure("rules_and_plans", "方案"), measure("leading_group", "领导小组")]
    event = {"kind": "meeting", "name": "部署会", "place": "礼堂", "date": "2023-09-08"}
    told = record({CARE: {"measures": measures}}, activities=[event])
    assert titles(every(outline(told))) == ["领导小组", "部署会", "方案"]


LED: Final = {"leading_groups": [{"id": "led", "name": "关爱领导小组"}]}


def test_who_leads_is_told_before_the_items_also_in_a_line() -> None:
    kinds = ("rules_and_plans", "appraisal_incentive", "census_survey", "heart_talk")
    many = [measure(kind, f"做法{n}", reached="9名") for n, kind in enumerate(kinds * 2)]
    told = record({CARE: {"measures": many}}, responsibilities=LED)
    group = outline(told, shortening=Shortening({"led": Depth.LINE})).groups[0]
    assert titles(group.lead) == ["关爱领导小组"]
    assert not group.merged


SHARED: Final[dict[str, Any]] = {CARE: {"measures": [measure("heart_talk", "谈心")]}}


def test_a_line_on_who_leads_all_programmes_is_no_heading() -> None:
    told = record(
        SHARED | {"home_visits": {"measures": [measure("home_visit", "家访制度")]}},
        responsibilities=LED,
    )
    plan = outline(told, ANNUAL, shortening=Shortening({"led": Depth.LINE}))
    assert titles(plan.lead) == ["关爱领导小组"]
    assert [words_of(group.heading) for group in plan.groups] == ["关爱留守儿童", "家访"]


def test_what_all_programmes_share_beside_who_leads_is_told_last() -> None:
    told = record(
        SHARED | {"home_visits": {"measures": [measure("home_visit", "家访制度")]}},
        aid=[{"id": "a", "kind": "waived", "name": "学杂费", "beneficiaries": "9名"}],
    )
    plan = outline(told, ANNUAL, shortening=Shortening({"a": Depth.LINE}))
    assert not plan.lead
    assert titles(plan.merged) == ["学杂费"]


def test_the_items_of_a_slogan_have_no_ordinals_within_ordinals() -> None:
    items = [{"text": f"每周给孩子做好第{n}件事，不间断"} for n in "甲乙丙丁戊己庚辛壬"]
    slogan = {"name": "九个一", "items": items}
    told = record({CARE: {"measures": [measure("heart_talk", "谈心")]}}, slogans=[slogan])
    for school in SCHOOLS:
        told = told.model_copy(
            update={"organisation": told.organisation.model_copy(update={"name": school})}
        )
        assert text(told).count("一是") <= 1, text(told)


def test_a_programme_told_in_a_line_has_its_heading_in_that_line() -> None:
    visits = {"measures": [measure("home_visit", "家访制度", id="m", frequency="每月一次")]}
    talks = [measure("heart_talk", f"谈心{n}", effect="有效果" * 30) for n in "甲乙"]
    told = record({CARE: {"measures": talks}, "home_visits": visits})
    plan = outline(told, ANNUAL, shortening=Shortening({"m": Depth.LINE}))
    assert [group.run_in for group in plan.groups] == [False, True]
    slim = record(SHARED | {"home_visits": visits})
    assert all(group.run_in for group in outline(slim, ANNUAL).groups)
    assert "（一）关爱留守儿童。" in text(slim, ANNUAL)


def test_a_single_slight_item_is_told_in_the_line_of_its_heading() -> None:
    talks = [measure("heart_talk", f"谈心{n}", effect="有效果" * 30) for n in "甲乙"]
    visit = {"kind": "visit", "name": "中秋慰问", "place": "学生家中", "programmes": ["safety"]}
    told = record({CARE: {"measures": talks}, "safety": {}}, activities=[visit])
    assert [group.run_in for group in outline(told, ANNUAL).groups] == [False, True]
    assert "（二）安全教育。中秋慰问：活动在学生家中举行。" in text(told, ANNUAL)
    longer = visit | {"outcome": "孩子露出笑容，" * 12}
    more = record({CARE: {"measures": talks}, "safety": {}}, activities=[longer])
    assert not any(group.run_in for group in outline(more, ANNUAL).groups)


def test_a_single_item_is_not_numbered() -> None:
    talk = [measure("heart_talk", "谈心", effect="有效果" * 60)]
    told = record({CARE: {"measures": talk}})
    assert outline(told).style is Style.MERGED
    assert "（一）" not in text(told).split("下一步")[0]
