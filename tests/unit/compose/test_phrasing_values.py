"""How values take their place in a sentence: what leads, what is left, how often."""

import pytest

from summarykit.compose.language.phrasing import (
    acted,
    going_on,
    leaderless,
    months,
    once,
    paced,
    titled_person,
    without,
)
from summarykit.compose.views import Missing, Shown
from summarykit.document import plain
from summarykit.document.nodes import Fact
from summarykit.model.values import Frequency, PartialDate, TimeLimit
from summarykit.packs import inlines_of

NOTHING = Missing("m.practice")


def practice(text: str) -> Shown:
    return Shown(text, "m.practice")


def often(text: str) -> Shown:
    return Shown(Frequency.parse(text), "m.frequency")


def date(text: str) -> Shown:
    return Shown(PartialDate.parse(text), "a.date")


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("为结对的孩子写成长日记", True),
        ("开设心理健康活动课", True),
        ("从留守学生中选定对象，由教师常与孩子交谈", False),
        ("班主任逐户核实", False),
        ("入学时建立成长档案", False),
    ],
)
def test_a_doer_can_stand_before_a_clause_that_has_none(text: str, *, led: bool) -> None:
    assert leaderless(practice(text)) is led


def test_no_practice_has_no_place_for_a_doer_and_nothing_done_once() -> None:
    assert not leaderless(NOTHING)
    assert not once(NOTHING)


def test_founding_is_done_once_and_teaching_is_not() -> None:
    assert once(practice("成立领导小组"))
    assert not once(practice("开展校本课题"))


def test_the_beginning_of_term_is_left_out_where_its_date_stands() -> None:
    rest = without(practice("开学初召开会议"), "学年初", "开学初")

    assert inlines_of(rest) == (Fact("召开会议", "m.practice#rest"),)
    assert str(without(practice("召开会议"), "开学初")) == "召开会议"
    assert str(without(practice("开学初"), "开学初")) == "开学初"
    assert without(NOTHING, "开学初") is NOTHING


def test_a_time_limit_goes_on_from_the_condition() -> None:
    limit = Shown(TimeLimit.parse("辅导结束后两周"), "t.within")

    assert str(going_on(limit, "一轮个别辅导结束")) == "后两周"
    assert going_on(limit, "学生缺课") is limit


def test_the_office_stands_before_the_name() -> None:
    assert str(titled_person(Shown("周明远（校长）", "g.chairs[0]"))) == "校长周明远"
    assert str(titled_person(Shown("校长", "g.chairs[0]"))) == "校长"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("每学期至少一次", "每学期至少走访一次"),
        ("每周谈心一次", "每周谈心一次"),
        ("每周三下午", "每周三下午"),
    ],
)
def test_what_is_done_stands_inside_a_frequency_that_counts(text: str, said: str) -> None:
    assert str(acted(often(text), "走访")) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每月一次", "教师按月交流观察记录"),
        ("每月一次", "每月听取一次汇报"),
        ("每学期两次", "家长课每学期两次"),
        ("每周一次", "每星期谈心"),
        ("每天三次", "班主任早、中、晚点名"),
        ("不定期", "不定期检查"),
    ],
)
def test_a_frequency_is_said_in_other_words(text: str, words: str) -> None:
    assert paced(often(text), NOTHING, practice(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每月两次", "每月交流"),
        ("每周一次", "每周五放学前提醒"),
        ("每两周一次", "每周交流"),
        ("每周三下午", "每周谈心"),
        ("不定期", "每周谈心"),
    ],
)
def test_another_frequency_does_not_say_it(text: str, words: str) -> None:
    assert not paced(often(text), practice(words))
    assert not paced(NOTHING, practice(words))


def test_what_comes_back_is_dated_by_its_months() -> None:
    start, end = date("2023年10月26日下午"), date("2024年6月")

    assert plain(inlines_of(months(start, end))) == "2023年10月至2024年6月"
    assert plain(inlines_of(months(start, Missing("a.end")))) == "2023年10月"
    assert plain(inlines_of(months("春季", end))) == "春季至2024年6月"
