"""Titles whose subject, year or writer is not that of the text."""

import pytest

from slip_texts import slipped
from summarykit.diagnostics import Code

LONG = "教师走进学生家中，和家长谈学习、谈生活，商量怎样一起教育孩子。" * 12


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("青石小学关爱留守儿童工作总结", ["留守"]),
        ("青石小学控辍保学工作总结", ["控辍保学"]),
        ("青石小学教育教学工作总结", []),
        ("青石小学控辍保学和家庭教育工作总结", ["控辍保学"]),
    ],
)
def test_a_subject_that_the_text_never_names_is_found(title: str, words: list[str]) -> None:
    assert [said for _, said in slipped(Code.C11, LONG, title=title)] == words


@pytest.mark.parametrize(
    ("title", "mention", "words"),
    [
        ("青石小学控辍保学工作总结", "没有学生辍学。", ["控辍保学"]),
        ("青石小学控辍保学工作总结", "没有学生辍学。教师劝返流失学生。", []),
        ("青石小学学生资助工作总结", "工作中也有困难，教师不怕困难。", ["资助"]),
        ("青石小学学生资助工作总结", "补助贫困学生。", []),
    ],
)
def test_a_subject_that_is_only_mentioned_is_not_dealt_with(
    title: str, mention: str, words: list[str]
) -> None:
    assert [said for _, said in slipped(Code.C11, LONG + mention, title=title)] == words


def test_a_text_that_names_one_of_several_subjects_is_about_it() -> None:
    title = "青石小学留守儿童心理健康工作总结"
    assert slipped(Code.C11, LONG + "学校关心学生心理。", title=title) == []
    assert slipped(Code.C11, "教师家访。", title=title) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2019年3月开展家访，2019年9月又去一次。", ["2019年"]),
        ("2023年9月开展家访，2019年9月的档案也在。", []),
        ("2024年1月放假，2024年1月家访。", []),
        ("2019年印发的办法仍然有效。", []),
    ],
)
def test_a_text_of_other_years_than_its_title_is_found(line: str, words: list[str]) -> None:
    title = "青石小学2023年家访工作总结"
    assert [said for _, said in slipped(Code.C11, line, "教师家访。", title=title)] == words


def test_a_title_names_who_writes() -> None:
    of_school = "我校有教师，我校成立小组，我校定期检查。"
    assert slipped(Code.C11, of_school, title="三年级教学工作总结") == [(1, "三年级")]
    assert slipped(Code.C11, of_school, title="青石小学教学工作总结") == []


@pytest.mark.parametrize(
    ("title", "words"),
    [("青石小学进城务工人员随迁子女工作总结", ["在农场工作"]), ("青石小学工作总结", [])],
)
def test_a_farm_is_no_place_of_those_who_went_to_town(title: str, words: list[str]) -> None:
    line = "家长安心在农场工作，随迁子女和同学一起上课。"
    assert [said for _, said in slipped(Code.C11, line, title=title)] == words
    assert slipped(Code.C11, "家长安心在工厂工作，随迁子女入学。", title=title) == []
