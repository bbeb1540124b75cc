"""Plans among what has been done."""

import pytest

from slip_texts import slipped
from summarykit.diagnostics import Code

CLOSING = ("各班做了记录。", "学校留有档案。")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("学校重视体检,学校将定期安排儿童体检,费用由学校承担。", "学校将定期安排儿童体检"),
        ("学校拟建立亲情聊天室，方便通话。", "学校拟建立亲情聊天室"),
        ("教导处将对结对情况作一次检查。", "教导处将对结对情况作一次检查"),
    ],
)
def test_a_plan_among_measures_is_found(line: str, words: str) -> None:
    assert slipped(Code.C13, "一、主要措施", line, *CLOSING) == [(3, words)]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、下一步打算", "学校将定期安排体检。"),
        ("一、今后努力方向", "（一）做好体检", "学校将定期安排体检。"),
        ("学校建立了档案。今后，学校将定期安排体检。",),
        ("学校将资料装订成册。",),
        ("学校将对方的意见记下。",),
        ("学校原拟开展的比赛改在室内。",),
        ("学校目前人手不足，将逐步补齐。",),
        ("我校特制定留守儿童关爱工作计划。", "学校将定期安排体检。"),
    ],
)
def test_a_plan_in_its_place_is_none(lines: tuple[str, ...]) -> None:
    assert slipped(Code.C13, *lines, *CLOSING) == []


def test_the_closing_words_may_look_ahead() -> None:
    assert slipped(Code.C13, "各班做了记录。", "学校将继续关心每个孩子。", "青石小学") == []


def test_in_a_plan_all_is_planned() -> None:
    lines = ("学校将定期安排体检。", *CLOSING)
    assert slipped(Code.C13, *lines, title="云岭县青石小学2024年工作计划") == []
    assert slipped(Code.C13, *lines) == [(2, "学校将定期安排体检")]


def test_after_the_part_of_plans_a_new_part_tells_again() -> None:
    lines = (
        "一、下一步打算",
        "学校将定期安排体检。",
        "二、取得成效",
        "学校拟设立书屋。",
        *CLOSING,
    )
    assert slipped(Code.C13, *lines) == [(5, "学校拟设立书屋")]


@pytest.mark.parametrize(
    "plan",
    [
        "学校准备购置课桌",
        "打算再增设亲情电话",
        "我校计划下学期开办家长学校",
        "预计明年全部走访",
        "下学期起我校将每周家访",
    ],
)
def test_a_plan_with_its_time_or_another_verb_is_one(plan: str) -> None:
    lines = (f"学校开展家访，{plan}。", "教师每周谈心。", "家长支持。")
    assert [words for _, words in slipped(Code.C13, *lines)] == [plan]


@pytest.mark.parametrize(
    "done",
    [
        "按计划走访了全部学生家庭",
        "学校打算盘活的教室已经启用",
        "下学期的课表已经排好",
        "教师准备的材料齐全",
    ],
)
def test_what_is_done_as_planned_is_no_plan(done: str) -> None:
    assert slipped(Code.C13, f"学校开展家访，{done}。", "教师每周谈心。", "家长支持。") == []
