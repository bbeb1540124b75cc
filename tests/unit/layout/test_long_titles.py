"""Where long titles are broken (GB/T 9704-2012, 7.3.1)."""

import pytest

from documents import LAYOUT, layout_with
from summarykit.layout import break_title, text_width

SCHOOL = "云岭县青石镇中心小学"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("控辍保学工作总结", ("控辍保学工作总结",)),
        (
            "柳溪镇中心学校2022年关爱留守儿童工作总结",
            ("柳溪镇中心学校2022年", "关爱留守儿童工作总结"),
        ),
        (
            "青石镇中心小学四年级2013年春学期关爱留守儿童工作总结",
            ("青石镇中心小学四年级", "2013年春学期关爱留守儿童工作总结"),
        ),
        (
            "云岭县青石镇中心小学控辍保学工作总结二〇",
            ("云岭县青石镇中心小学控辍保学工作总结二〇",),
        ),
        (
            "云岭县青石镇中心小学2023—2024学年度关爱留守儿童工作总结",
            ("云岭县青石镇中心小学", "2023—2024学年度关爱留守儿童工作总结"),
        ),
        (
            "关于报送《云岭县青石镇中心小学控辍保学工作实施方案》的报告",
            ("关于报送《云岭县青石镇中心小学", "控辍保学工作实施方案》的报告"),
        ),
        (
            "云岭县教育体育局关于全县农村留守儿童和困境儿童关爱保护工作及控辍保学专项行动的报告",
            (
                "云岭县教育体育局",
                "关于全县农村留守儿童和困境儿童关爱保护",
                "工作及控辍保学专项行动的报告",
            ),
        ),
    ],
)
def test_a_title_is_broken_where_names_and_words_end(
    title: str, lines: tuple[str, ...]
) -> None:
    assert break_title(title, SCHOOL, 20) == lines


def test_no_line_is_wider_than_the_page_and_nothing_is_lost() -> None:
    title = "甲乙丙丁戊己庚辛" * 12
    lines = break_title(title, "", 20)
    assert "".join(lines) == title
    assert max(map(text_width, lines)) <= 20
    assert len(lines) == 5


def test_a_name_that_fills_more_than_a_line_is_broken_after_all() -> None:
    name = "云岭县青石镇中心小学附属白沙教学点暨留守儿童之家工作站"
    lines = break_title(f"{name}工作总结", name, 20)
    assert "".join(lines) == f"{name}工作总结"
    assert len(lines) == 2


def test_a_title_stays_whole_if_no_sign_fits() -> None:
    assert break_title("工作总结", "", 0.5) == ("工作总结",)  # type: ignore[arg-type]


def test_a_line_more_is_better_than_a_word_cut_in_two() -> None:
    title = f"{SCHOOL}2023—2024学年学生关爱和控辍保学工作总结"
    assert break_title(title, SCHOOL, 17) == (
        SCHOOL,
        "2023—2024学年学生关爱和",
        "控辍保学工作总结",
    )


def test_a_line_of_large_type_holds_less_than_the_rule_says() -> None:
    large = layout_with(styles={"title": {"size": "26pt"}})
    assert (LAYOUT.title_characters, large.title_characters) == (20, 17)
