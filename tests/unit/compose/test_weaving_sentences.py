"""Clauses become sentences in an order; nothing dangles, nothing is said twice."""

import pytest

import template_packs
from summarykit.compose.language.fields import value_of, values_of, views_of
from summarykit.compose.language.weaving import REASON, Clause, fresh, said_as, words_of, woven
from summarykit.compose.outcome.ending import closings
from summarykit.compose.outcome.starting import start_of
from summarykit.compose.outcome.steps import form_of, head_of
from summarykit.compose.outcome.tales import alias_alone, in_order, outcome_of, problem_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.model.outcome import Case, NextStep
from summarykit.model.record import Programme
from summarykit.model.vocabulary import Trend
from summarykit.packs import Phrase

LONG = "把每一名需要关心的孩子都找出来登记好联系上不落下一户一人"


def clauses(**words: str) -> dict[str, Clause]:
    return {name: Clause(f"，{word}"[1:], f"首{word}") for name, word in words.items()}


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ([["a", "b"]], "首甲，乙。"),
        ([["a"], ["b"]], "首甲。首乙。"),
        ([["b", "a"]], "首乙，甲。"),
        ([["c", "a"], ["c"], ["b"]], "首甲。首乙。"),
        ([["a"]], "首甲。首乙。"),
        ([], "首甲。首乙。"),
    ],
)
def test_clauses_follow_the_order_and_none_is_lost(order: list[list[str]], told: str) -> None:
    assert words_of(woven(order, clauses(a="甲", b="乙"))) == told


def test_a_long_sentence_is_parted_between_two_clauses() -> None:
    told = words_of(woven([["a", "b", "c"]], clauses(a=LONG, b=LONG, c="丙")))
    assert told == f"首{LONG}，{LONG}，丙。"
    assert words_of(woven([["a", "b", "c"]], clauses(a=LONG, b=LONG, c=LONG))).count("。") > 1


def test_a_reason_never_stands_alone() -> None:
    words = {REASON: Clause.of(f"由于{LONG}"), "a": Clause.of(LONG * 2)}
    assert words_of(woven([[REASON, "a"]], words)) == f"由于{LONG}，{LONG * 2}。"
    cause = {"cause": Clause.of("是因为人少"), "a": Clause("因而忙", "因此忙", "忙", "致使忙")}
    assert words_of(woven([["cause", "a"]], cause)) == "是因为人少，致使忙。"
    assert (
        words_of(woven([["b", "a"]], cause | {"b": Clause.of("乙")}))
        == "乙，因而忙。是因为人少。"
    )
    effect = {REASON: Clause.of("由于人少"), "a": Clause("因而忙", "因此忙", "忙")}
    assert words_of(woven([[REASON, "a"]], effect)) == "由于人少，忙。"


@pytest.mark.parametrize(
    ("said", "lists", "left"),
    [
        (["基础薄弱"], (["基础薄弱的有", "吃力的有"], ["涉及"]), ("吃力的有",)),
        (["基础薄弱"], (["基础薄弱的有"], ["涉及"]), ("涉及",)),
        (["基础薄弱"], (["基础薄弱的有"],), ["基础薄弱的有"]),
        ([None, ""], (["甲"],), ("甲",)),
        (["薄弱"], (["薄弱之处"], ["乙"]), ("薄弱之处",)),
    ],
)
def test_a_wording_that_repeats_what_was_said_is_passed_over(
    said: list[object], lists: tuple[list[str], ...], left: object
) -> None:
    assert fresh(said, *lists) == left


def test_wordings_need_a_list() -> None:
    with pytest.raises(TypeError, match="fresh needs lists"):
        fresh([])


def test_words_stand_for_a_choice_and_for_nothing_else() -> None:
    said = said_as(Shown(Trend.GROWING, "d.trend"), "还在加重")
    assert isinstance(said, Shown)
    assert (str(said), said.ref, said.value) == ("还在加重", "d.trend#said", Trend.GROWING)
    nothing = Missing("d.trend")
    assert said_as(nothing, "还在加重") is nothing
    with pytest.raises(TypeError, match="said_as needs a choice"):
        said_as(Shown("8名", "d.affected"), "9名")


def test_fields_are_read_by_kind() -> None:
    record = View(template_packs.record(programmes={"safety": {"closing": "好"}}), "")
    organisation = record.template_value("organisation")
    assert isinstance(organisation, View)
    assert str(value_of(organisation, "name")) == str(organisation.name)
    assert values_of(organisation, "parents") == ()
    assert views_of(record, "policies") == ()
    with pytest.raises(TypeError, match="no single value"):
        value_of(record, "organisation")
    with pytest.raises(KeyError):
        value_of(record, "nothing")


def programme(closing: str | None, name: str) -> View:
    return View(Programme.model_validate({"closing": closing}), name)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((), ""),
        ((None,), ""),
        (("学校将做好甲", "学校将做好乙"), "学校将做好甲；将做好乙。"),
        (("学校将做好甲", "班级将做好乙"), "学校将做好甲。班级将做好乙。"),
        (("学校将做好甲", None, "学校将做好甲"), "学校将做好甲。"),
        (("各方支持", "各方支持有力"), "各方支持。各方支持有力。"),
        (
            (f"学校将{LONG * 2}", f"学校将{LONG * 2}吧"),
            f"学校将{LONG * 2}。学校将{LONG * 2}吧。",
        ),
    ],
)
def test_endings_do_not_repeat_their_subject(said: tuple[str | None, ...], told: str) -> None:
    assert words_of(closings(programme(one, f"p{i}") for i, one in enumerate(said))) == told


def step(**fields: object) -> View:
    return View(NextStep.model_validate(fields), "s")


@pytest.mark.parametrize(
    ("steps", "form"),
    [
        ([], "apart"),
        ([step(action="改进")], "apart"),
        ([step(action="改进"), step(action="培训")], "together"),
        ([step(action="改进"), step(action=LONG * 2)], "apart"),
        ([step(action=f"完善档案，{LONG * 2}", actor="教导处")] * 3, "heads"),
        ([step(action=f"完善档案，使{LONG * 2}", actor="教导处")] * 3, "apart"),
        ([step(action=LONG * 2)] * 3, "apart"),
        ([step(action="完善档案", actor="教导处")] * 3, "together"),
    ],
)
def test_steps_take_the_form_that_suits_them(steps: list[View], form: str) -> None:
    assert form_of(steps) == form


def test_the_head_of_a_step_is_its_first_clause() -> None:
    assert str(head_of(step(action="完善学生成长档案，按月核对"))) == "完善学生成长档案"
    assert not head_of(step(action=LONG))


def case(**fields: object) -> View:
    return View(Case.model_validate(fields), "c")


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("开朗起来", "经过帮扶，小禾开朗起来"),
        ("小禾开朗起来", "经过帮扶，小禾开朗起来"),
        ("孩子开朗起来", "经过帮扶，孩子开朗起来"),
        ("半年后开朗起来", "小禾半年后开朗起来"),
        ("半年后她开朗起来", "半年后她开朗起来"),
    ],
)
def test_an_outcome_has_one_subject_and_one_time(outcome: str, told: str) -> None:
    one = case(outcome=outcome, alias="小禾（化名）")
    assert words_of(outcome_of(one, value_of(one, "alias"), "经过帮扶，")) == told


def test_an_outcome_may_lack_all_else() -> None:
    bare = case()
    assert not outcome_of(bare, value_of(bare, "alias"), "")
    told = case(outcome="开朗起来")
    assert words_of(outcome_of(told, value_of(told, "alias"), "")) == "开朗起来"
    assert isinstance(alias_alone(Missing("c.alias")), Missing)


def test_steps_in_order_are_one_sentence_while_they_are_few_and_short() -> None:
    steps = [Shown(word, f"c.steps[{i}]") for i, word in enumerate("甲乙丙丁")]
    assert words_of(in_order(steps[:1])) == "甲"
    assert words_of(in_order(steps[:3])) == "先是甲，接着乙，最后丙"
    assert not in_order(steps)
    assert not in_order([Shown("甲，乙", "c.steps[0]"), steps[1]])


def begun(period: str | None, own: str | None, *kinds: str) -> str:
    data = {kind: {"start": own} for kind in kinds}
    record = template_packs.record(
        period={"kind": "school_year", "programme_start": period}, programmes=data
    )
    view = View(record.programmes[next(iter(record.programmes))], "p")
    return words_of(start_of(view, View(record, "")))


def test_a_programme_begins_when_the_record_says_so_of_it() -> None:
    assert begun("2016-09", None, "safety") == "2016年9月"
    assert begun("2016-09", "2018-09", "safety") == "2018年9月"
    assert begun("2016-09", None, "safety", "home_visits") == ""
    assert begun(None, None, "safety") == ""


def test_the_words_of_a_phrase_are_its_values_and_its_words() -> None:
    assert words_of(Phrase(["由", Shown("教导处", "s.actor"), "负责"])) == "由教导处负责"
    assert words_of(None) == ""
    assert words_of(Missing("s.actor")) == ""


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        ("作业拖拉", "小禾作业拖拉"),
        ("父母不在身边", "父母不在身边"),
        ("入学后小禾很少说话", "入学后小禾很少说话"),
    ],
)
def test_a_problem_has_its_subject(problem: str, told: str) -> None:
    one = case(problem=problem, alias="小禾（化名）")
    assert words_of(problem_of(one, value_of(one, "alias"))) == told


def test_a_problem_may_lack_all_else() -> None:
    bare = case()
    assert not problem_of(bare, value_of(bare, "alias"))
    told = case(problem="作业拖拉")
    assert words_of(problem_of(told, value_of(told, "alias"))) == "该生作业拖拉"


def test_an_outcome_that_says_since_when_needs_no_lead() -> None:
    one = case(outcome="家访以后开朗起来", alias="小禾（化名）")
    told = outcome_of(one, value_of(one, "alias"), "经过帮扶，")
    assert words_of(told) == "小禾家访以后开朗起来"
