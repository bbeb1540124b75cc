"""Goals of every kind: one, several, with figures, dates, parts and those who see to them."""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest

from prose import check, of
from summarykit.model.vocabulary import GoalKind

SCHOOLS = ("青石镇中心小学", "柳溪镇中心学校", "松岭乡中心小学")
FIELDS: dict[str, Any] = {
    "target": {"name": "建档率", "at_least": "95%"},
    "deadline": "2024-06",
    "actor": "教导处",
    "items": ["查户籍", "查学籍"],
}
SUBSETS = [subset for size in range(len(FIELDS) + 1) for subset in combinations(FIELDS, size)]
KINDS = [None, *GoalKind]


def goal(
    kind: str | None, subset: Iterable[str] = (), text: str = "摸清底数"
) -> dict[str, Any]:
    return {"text": text, **({"kind": kind} if kind else {}), **{f: FIELDS[f] for f in subset}}


def told(goals: list[dict[str, Any]], school: str = SCHOOLS[0]) -> str:
    data = of(goals=goals) | {"organisation": {"name": school, "level": "school"}}
    return check(data).split("工作目标\n")[1]


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("subset", SUBSETS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_goal_reads_whole_with_any_of_its_fields(
    kind: str | None, subset: tuple[str, ...], school: str
) -> None:
    one = goal(kind, subset)
    others = [goal("purpose", (), "让孩子安心"), goal("slogan", (), "一个都不少")]
    for goals in (
        [one],
        [one, *others],
        [others[0], one],
        [others[1], one, goal(None, subset, "建齐档案")],
    ):
        text = told(goals, school)
        assert "摸清底数" in text
        assert ("建档率不低于95%" in text) == ("target" in subset)
        assert ("2024年6月底前" in text) == ("deadline" in subset)
        assert ("由教导处" in text) == ("actor" in subset)
        assert ("查户籍、查学籍" in text) == ("items" in subset)


@pytest.mark.parametrize(
    ("goals", "form"),
    [
        ([goal(None, ["target", "deadline"])], "摸清底数，2024年6月底前建档率不低于95%。"),
        ([goal(None, ["deadline"])], "摸清底数，2024年6月底前完成。"),
        ([goal("checklist")], "(工作)?任务是摸清底数。"),
        ([goal("slogan")], "目标是“摸清底数”。"),
        ([goal("purpose", (), "让孩子安心")], "(宗旨是|旨在|是为了)让孩子安心。"),
        ([goal("purpose", (), "孩子都安心")], "工作的宗旨是孩子都安心。"),
        (
            [goal(None), goal("purpose", (), "让孩子安心")],
            "让孩子安心。具体(目标|要求)是摸清底数。",
        ),
        (
            [goal(None), goal(None, (), "建齐档案")],
            "：?一是摸清底数；二是建齐档案。",
        ),
        (
            [goal("slogan"), goal("purpose", (), "让孩子安心"), goal(None, (), "建齐档案")],
            "一是努力实现“摸清底数”；二是让孩子安心；三是建齐档案。",
        ),
        (
            [goal(None, ["items"]), goal(None, (), "建齐档案")],
            "一是摸清底数，包括查户籍、查学籍；二是建齐档案。",
        ),
        ([goal(None, ["items"])], "摸清底数。(为此|为实现这一目标)，要查户籍、查学籍。"),
        (
            [{"text": "建档率达到95%", "target": {"indicator": "filing", "equals": "95%"}}],
            "目标是建档率达到95%。",
        ),
    ],
)
def test_goals_are_put_as_people_put_them(goals: list[dict[str, Any]], form: str) -> None:
    assert re.search(f"{form}$", told(goals))


def test_a_goal_that_speaks_of_what_is_asked_is_not_introduced_as_that() -> None:
    for school in SCHOOLS:
        goals = [goal("purpose", (), "让孩子安心"), goal(None, (), "覆盖面达到要求")]
        assert "具体目标是覆盖面达到要求。" in told(goals, school)


def test_several_goals_are_not_called_one() -> None:
    for school in SCHOOLS:
        goals = [goal(None), goal(None, ["items"], "建齐档案")]
        assert "建齐档案。为此，要查户籍、查学籍。" in told(goals, school)


def test_long_goals_are_a_sentence_each() -> None:
    text = "把每一名需要关心的孩子都找出来、登记好、联系上，不落下一户一人，也不重复登记"
    assert (
        told(
            [goal(None, (), text), goal(None, (), f"按月{text}"), goal(None, (), f"按周{text}")]
        ).count("。")
        == 3
    )


def test_a_goal_of_several_programmes_follows_what_it_is_for() -> None:
    programmes = {
        "left_behind_care": {"goals": [goal(None)], "background": "外出务工的家长多"},
        "safety": {"goals": [goal(None)]},
    }
    text = check(of() | {"programmes": programmes}, "annual").split("工作目标\n")[1]
    assert re.match(
        "（一）关爱留守儿童\n外出务工的家长多。(本项工作的)?目标是摸清底数。\n（二）安全教育\n",
        text,
    )


def test_single_goals_of_several_programmes_are_called_goals_once() -> None:
    programmes = {
        "left_behind_care": {"goals": [goal(None)]},
        "home_visits": {"goals": [goal("slogan")]},
        "safety": {"goals": [goal(None, (), "守住底线")]},
    }
    text = check(of() | {"programmes": programmes}, "annual").split("工作目标\n")[1]
    lead, first, second, third = text.split("。")[:4]
    assert lead in {"各项工作的目标如下", "各项工作确定了以下目标"}
    assert first == "关爱留守儿童方面，摸清底数"
    assert second == "家访方面，努力实现“摸清底数”"
    assert third == "安全教育方面，守住底线"
