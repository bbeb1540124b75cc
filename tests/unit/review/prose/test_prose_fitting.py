"""Titles that name another kind, period or subject than the text has."""

import pytest

from slip_texts import slipped
from summarykit.diagnostics import Code

TOLD = "班主任记录孩子的情绪，联系家长，安排同桌帮助，每天放学后陪读。" * 4


def test_a_text_that_sums_up_has_no_title_of_a_reflection() -> None:
    title = "青石小学控辍保学工作心得"
    assert slipped(Code.C11, "现将本年的工作总结如下：", title=title) == [(1, "心得")]
    assert slipped(Code.C11, "我有三点感受：", title=title) == []
    assert slipped(Code.C11, "现将本年的工作总结如下：") == []


def test_a_text_that_makes_a_plan_is_no_summary() -> None:
    line = "为做好这项工作，我校特制定关爱工作计划。"
    assert slipped(Code.C11, line) == [(2, "特制定关爱工作计划")]
    assert slipped(Code.C11, line, title="青石小学关爱工作计划") == []
    assert slipped(Code.C11, "学校制定了工作计划，召开了会议。") == []
    assert slipped(Code.C11, "各班结合实际，制定了家访工作方案。") == []


def test_a_text_about_a_study_has_no_title_of_a_reflection() -> None:
    line = "本课题由四名教师承担。"
    assert slipped(Code.C11, line, title="青石小学家校合作工作心得") == [(1, "心得")]
    assert slipped(Code.C11, line, title="青石小学家校合作课题研究总结") == []


def test_a_second_title_names_the_same_kind() -> None:
    assert slipped(Code.C11, "走访心得体会", TOLD) == [(2, "走访心得体会")]
    assert slipped(Code.C11, "留守儿童工作总结", TOLD) == []
    assert slipped(Code.C11, "各班交流走访心得体会。", TOLD) == []


@pytest.mark.parametrize("word", ["范文", "模板"])
def test_a_title_says_nothing_of_samples(word: str) -> None:
    assert slipped(Code.C11, TOLD, title=f"学校关爱工作总结{word}") == [(1, word)]


def test_a_title_of_one_year_has_no_text_of_several() -> None:
    title = "2023年关爱留守儿童工作总结"
    line = "现将这两年多来的工作总结如下。"
    assert slipped(Code.C11, line, title=title) == [(2, "这两年多来")]
    assert slipped(Code.C11, line) == []
    assert slipped(Code.C11, "现将2023年的工作总结如下。", title=title) == []


def test_a_text_under_a_title_of_visits_tells_of_visits() -> None:
    title = "青石小学家访工作总结"
    assert slipped(Code.C11, *(TOLD,) * 8, title=title) == [(1, "家访")]
    assert slipped(Code.C11, *(f"{TOLD}教师走访家庭。",) * 8, title=title) == []
