"""What keeps a template from telling a thing twice, and how figures of two periods compare."""

from collections.abc import Mapping
from typing import Any

import pytest

from summarykit.compose.language.matching import (
    begins,
    ends,
    length_of,
    listed,
    named,
    told,
    type_of,
    unsaid,
)
from summarykit.compose.language.spans import span
from summarykit.compose.offers import grouped
from summarykit.compose.situation.changes import change_of
from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.document import plain
from summarykit.model.outcome import Difficulty
from summarykit.model.plan import Measure
from summarykit.model.population import Indicator, Population
from summarykit.model.values import PartialDate
from summarykit.packs import inlines_of

PRACTICE = Shown("每月举办研讨，由教导处负责谈心、家访", "m.practice")
NOTHING = Missing("m.nothing")


def entries(*words: str) -> ShownList:
    return ShownList.of(words, "m.contents")


def words(value: object) -> str:
    return plain(inlines_of(value))


def test_what_a_text_says_is_told_and_what_is_missing_is_not() -> None:
    assert told(Shown("教导处", "m.responsible"), PRACTICE)
    assert told("谈心", NOTHING, PRACTICE)
    assert not told(Shown("德育处", "m.responsible"), PRACTICE)
    assert not told(NOTHING, PRACTICE)
    assert not told("谈心", NOTHING)


@pytest.mark.parametrize(
    ("contents", "left"),
    [
        (("谈心", "辅导", "通话"), ("辅导", "通话")),
        (("谈心", "家访", "辅导", "通话"), ("辅导", "通话")),
        (("谈心", "家访"), ()),
        (("研讨会", "家访活动"), ()),
        (("座谈会", "会"), ("座谈会", "会")),
        ((), ()),
    ],
)
def test_nothing_of_a_list_is_dropped_but_what_the_practice_says(
    contents: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert tuple(map(str, unsaid(entries(*contents), PRACTICE))) == left


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("青石镇妇联", "与镇关工委、妇联建立联席制度"),
        ("云岭县实验小学", "与县实验小学结成协作学校"),
        ("领导小组全体成员", "领导小组每位成员负责一片"),
        ("食堂人员", "食堂优先保障三餐"),
        ("学生", "指导孩子记录生活"),
        ("无父母照料的留守儿童", "关心无父母照料的孩子"),
        ("书信", "请家长写信给孩子"),
        ("信息比对", "与民政部门比对信息"),
        ("班主任和科任教师", "校长同班主任、科任教师签订责任状"),
        ("学习辅导", "结对教师负责谈心、辅导、家访"),
        ("研讨会", "按期举办研讨、座谈"),
    ],
)
def test_a_name_is_said_by_its_short_and_its_customary_forms(name: str, text: str) -> None:
    assert named(Shown(name, "m.partners[0]"), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("科任教师", "结对教师检查当天作业"),
        ("包片领导", "由校级和中层干部包片"),
        ("青石镇司法所", "派出所民警担任法治副校长"),
        ("视频通话", ""),
        ("会", "按期座谈"),
    ],
)
def test_a_part_of_another_name_does_not_say_it(name: str, text: str) -> None:
    assert not named(Shown(name, "m.partners[0]"), text)


def test_a_name_is_looked_for_in_every_entry_of_a_list() -> None:
    assert named("青石镇妇联", entries("团委", "妇联"))
    assert not named(NOTHING, entries("团委"))


def test_a_missing_list_has_nothing_unsaid() -> None:
    assert not unsaid(NOTHING, PRACTICE)


def test_a_list_is_separated_by_a_stronger_mark_when_an_entry_has_one_itself() -> None:
    assert words(listed(entries("谈心", "家访"))) == "谈心、家访"
    assert words(listed(entries("谈心，每周一次", "家访"))) == "谈心，每周一次；家访"
    assert words(listed(entries("甲、乙档案", "家访"))) == "甲、乙档案；家访"
    assert words(listed(entries("谈心"))) == "谈心"


def test_a_template_can_ask_how_a_text_begins_and_ends_and_how_long_it_is() -> None:
    assert begins(PRACTICE, "将", "每月")
    assert not begins(PRACTICE, "将")
    assert ends(PRACTICE, "的", "家访")
    assert not ends(NOTHING, "的")
    assert (length_of("谈心"), length_of(NOTHING)) == (2, 0)


def test_a_template_can_ask_what_a_link_led_to() -> None:
    assert (
        type_of(View(Difficulty.model_validate({"kind": "school_aversion"}), "d"))
        == "Difficulty"
    )


def moved(data: Mapping[str, Any]) -> str:
    kind = Population if "cohort" in data else Indicator
    change: Any = change_of(View(kind.model_validate(data), "x"))
    if not change:
        return ""
    ways = [way for way in ("up", "down", "same") if getattr(change, way)]
    assert change.amount.ref == "x#change"
    return f"{ways[0]} {change.amount}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"count": "87名", "previous": "92名"}, "down 5名"),
        ({"count": "87名", "previous": "87名"}, "same 0名"),
        ({"count": "87名", "previous": "约90名"}, ""),
        ({"count": "八九名", "previous": "9名"}, ""),
        ({"count": "87名", "previous": "40户"}, ""),
        ({"count": "87名"}, ""),
        ({"count": "xx名", "previous": "9名"}, ""),
        ({"count": "8名", "previous": "9名", "definition": "six_months"}, ""),
    ],
)
def test_a_number_of_people_moves_only_between_exact_figures_of_one_definition(
    data: dict[str, str], expected: str
) -> None:
    assert moved({"cohort": "left_behind", **data}) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"value": "99.8%", "baseline": "99.6%"}, "up 0.2个百分点"),
        ({"numerator": "3名", "denominator": "4名", "baseline": "80%"}, "down 5个百分点"),
        ({"value": "99.8%"}, ""),
        ({"baseline": "99.8%"}, ""),
    ],
)
def test_rates_move_by_percentage_points(data: dict[str, str], expected: str) -> None:
    assert moved({"code": "filing", **data}) == expected


def test_only_populations_and_indicators_change() -> None:
    with pytest.raises(TypeError, match="change_of needs a population or an indicator"):
        change_of(View(Difficulty.model_validate({"kind": "school_aversion"}), "d"))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-09-01", "2024-07-05", "2023年9月1日至2024年7月5日"),
        ("2024-03-04", "2024-04-12", "2024年3月4日至4月12日"),
        ("2024年", "2024年", "2024年至2024年"),
        ("3月", "5月", "3月至5月"),
        ("2024-03-04", None, "2024年3月4日"),
        (None, "2024-04-12", "2024年4月12日"),
    ],
)
def test_a_stretch_of_time_says_its_year_once(
    start: str | None, end: str | None, expected: str
) -> None:
    dates = [Shown(PartialDate.parse(d), "a.date") if d else NOTHING for d in (start, end)]
    assert words(span(*dates)) == expected


def test_measures_are_grouped_in_the_order_of_the_domain() -> None:
    kinds = ("home_visit", "leading_group", "family_contact")
    measures = [View(Measure.model_validate({"kind": k}), k) for k in kinds]
    found: Any = grouped(measures)
    assert [(g.id, len(g.measures)) for g in found] == [("organisation", 1), ("home_school", 2)]
    every: Any = grouped(measures, every=True)
    assert len(every) == 8
