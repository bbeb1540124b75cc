"""Each soft rule finds the text that has its habit, and nothing in one that reads well."""

import pytest

from prose_habits import soft_seams
from prose_notation import text

LONG = "a sentence over 120 characters"
SENTENCES = "three sentences in a row that open alike"
PARAGRAPHS = "three paragraphs in a row that open alike"
NEAR = "a sentence nearly said before"
ALIKE = "most paragraphs are one sentence that opens alike"
HEADING = "a heading said again at once"

HABITS = [
    (LONG, ["教师逐户登记" * 21 + "。"]),
    (SENTENCES, ["截至⟨6月⟩，甲班⟨3名⟩。截至⟨7月⟩，乙班⟨4名⟩。截至⟨8月⟩，丙班⟨5名⟩。"]),
    (PARAGRAPHS, ["计划开展⟨谈心⟩。", "计划召开⟨家长会⟩。", "计划修建⟨操场⟩。"]),
    (
        NEAR,
        [
            "由⟨德育处⟩在每个学期开学以后两周之内组织完成一次。",
            "由⟨教导处⟩在每个学期开学以后两周之内组织完成一次。",
        ],
    ),
    (
        ALIKE,
        ["针对⟨甲⟩去做。", "⟨逐户登记⟩。", "针对⟨乙⟩去办。", "⟨建立档案⟩。", "针对⟨丙⟩去查。"],
    ),
    (
        "因而 more than 2.0 times in 1000 characters",
        ["⟨甲⟩因而⟨乙⟩，⟨丙⟩因而⟨丁⟩。⟨戊⟩因而⟨己⟩，⟨庚⟩因而⟨辛⟩。"],
    ),
    (
        "由…负责 more than 3.0 times in 1000 characters",
        ["⟨谈心⟩由⟨甲⟩负责。⟨家访⟩由⟨乙⟩负责。⟨辅导⟩由⟨丙⟩负责。⟨学籍⟩由⟨丁⟩负责。"],
    ),
    (HEADING, ["## 控辍保学小组。 >> 控辍保学小组由⟨校长⟩任组长。"]),
]

CLEAN = [
    ["## 教师结对。 >> ⟨按村组结对⟩，每周一次。结成对子⟨87对⟩。由⟨德育主任⟩负责。"],
    ["一是⟨办家长学校⟩。", "一是⟨修操场⟩。", "一是⟨添图书⟩。"],
    ["截至⟨6月⟩有⟨3名⟩。⟨教师⟩都去了。截至⟨7月⟩有⟨4名⟩。截至⟨8月⟩有⟨5名⟩。"],
    ["⟨谈心⟩由⟨甲⟩负责。⟨家访⟩由⟨乙⟩负责。"],
    ["⟨逐户登记⟩，数字见下表。", "[table]", "⟨另有一户⟩没有登记。"],
]

RECORDS_OWN = [
    (LONG, ["⟨" + "教师逐户登记" * 21 + "⟩。"]),
    (SENTENCES, ["⟨教师登记⟩。⟨教师核实⟩。⟨教师汇总⟩。"]),
    (PARAGRAPHS, ["⟨教师登记⟩。", "⟨教师核实⟩。", "⟨教师汇总⟩。"]),
    (
        NEAR,
        [
            "⟨甲班在每个学期开学以后两周之内组织完成一次⟩。",
            "⟨乙班在每个学期开学以后两周之内组织完成一次⟩。",
        ],
    ),
    (HEADING, ["## ⟨控辍保学小组⟩。 >> ⟨控辍保学小组设在教导处⟩。"]),
]


@pytest.mark.parametrize(("rule", "lines"), HABITS)
def test_a_text_with_one_habit_has_that_one(rule: str, lines: list[str]) -> None:
    found = soft_seams(text(*lines))
    assert [(seam.rule, seam.by_record) for seam in found] == [(rule, False)]


@pytest.mark.parametrize("lines", CLEAN)
def test_a_text_that_reads_well_has_none(lines: list[str]) -> None:
    assert soft_seams(text(*lines)) == []


@pytest.mark.parametrize(("rule", "lines"), RECORDS_OWN)
def test_what_the_record_says_so_itself_is_its_own(rule: str, lines: list[str]) -> None:
    found = soft_seams(text(*lines))
    assert [(seam.rule, seam.by_record) for seam in found] == [(rule, True)]


def test_what_a_value_says_is_no_connective_of_the_template() -> None:
    assert soft_seams(text("⟨甲因而乙，丙因而丁，戊因而己，庚因而辛⟩。")) == []
