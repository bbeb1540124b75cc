"""Dates that are out of order."""

import pytest

from review_files import edited, found, swap, written
from slip_texts import TITLE, slipped
from summarykit.diagnostics import Code

YEAR = "云岭县青石小学2023—2024学年工作总结"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("活动自2024年9月1日至2023年9月30日开展。", "2024年9月1日至2023年9月30日"),
        ("活动自2024年9月20日至9月5日开展。", "2024年9月20日至9月5日"),
        ("统计时间为2024年9月—2023年12月。", "2024年9月—2023年12月"),
    ],
)
def test_an_end_before_its_beginning_is_found(line: str, words: str) -> None:
    assert slipped(Code.C14, line) == [(2, words)]


@pytest.mark.parametrize(
    "line",
    [
        "活动自2023年9月1日至2024年6月30日开展。",
        "活动自2023年9月至次年1月开展。",
        "活动自2023年9月至1月开展。",
        "活动自2023年9月5日至9月5日开展。",
    ],
)
def test_what_goes_on_is_none(line: str) -> None:
    assert slipped(Code.C14, line) == []


@pytest.mark.parametrize(
    ("title", "signed", "count"),
    [
        (YEAR, "2023年12月8日", 1),
        (YEAR, "2024年6月28日", 0),
        ("青石小学2024年春季学期工作总结", "2024年3月4日", 1),
        ("青石小学2024年春季学期工作总结", "2024年7月4日", 0),
        ("青石小学2024年秋季学期工作总结", "2024年9月4日", 1),
        ("青石小学2024年秋季学期工作总结", "2025年1月4日", 0),
        ("青石小学2024年度工作总结", "2024年3月4日", 1),
        ("青石小学2024年度工作总结", "2024年12月4日", 0),
        ("青石小学2024年度工作计划", "2024年3月4日", 0),
        (TITLE, "2024年3月4日", 0),
        (YEAR, "2024年2月1", 0),
    ],
)
def test_nobody_signs_before_the_end_of_the_period(title: str, signed: str, count: int) -> None:
    expected = [(3, signed)] * count
    assert slipped(Code.C14, "学校开展谈心。", signed, title=title) == expected


def test_a_signature_in_a_line_with_the_name_is_one() -> None:
    line = "四年级班主任：李老师　2023年9月4日"
    assert slipped(Code.C14, line, "学校开展谈心。", title=YEAR) == [(2, "2023年9月4日")]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("2024年6月1日，学校举办活动。", 1),
        ("2024年4月1日，学校举办活动。", 0),
        ("学校计划在2024年9月1日举办活动。", 0),
        ("2024年9月底前，选派教师参加培训。", 0),
    ],
)
def test_a_text_tells_of_no_day_after_its_signature(line: str, count: int) -> None:
    expected = [(3, "2024年5月8日")] * count
    assert slipped(Code.C14, line, "2024年5月8日") == expected


def test_days_under_a_heading_of_plans_may_come_later() -> None:
    lines = ("一、下一步打算", "（一）走访", "2024年9月10日，教师走访家庭。", "2024年5月8日")
    assert slipped(Code.C14, *lines) == []
    assert slipped(Code.C14, "一、主要措施", *lines[1:]) == [(5, "2024年5月8日")]


def test_of_a_word_file_only_s06_tells_so() -> None:
    file = edited(written(), swap("每周谈心一次", "2024年7月9日谈心一次"))
    assert [finding.code.name for finding in found(file)] == ["S06"]


def test_a_word_file_is_not_signed_before_the_end_of_its_period() -> None:
    file = edited(written(), swap("2024年7月5日", "2023年11月5日"))
    assert "C14" in {finding.code.name for finding in found(file)}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2月30日召开家长会。", ["2月30日"]),
        ("9月31日、11月31日各一次。", ["9月31日", "11月31日"]),
        ("13月5日走访，2024年0月成立小组。", ["13月5日", "2024年0月"]),
        ("2023年2月29日走访，2024-02-30家访。", ["2023年2月29日", "2024-02-30"]),
        ("2024年2月29日走访，2月29日家访，12月31日总结。", []),
        ("历时13个月，每月5日、15日报送，住3月楼。", []),
    ],
)
def test_days_that_no_calendar_has_are_found(line: str, words: list[str]) -> None:
    assert slipped(Code.C14, line) == [(2, each) for each in words]
