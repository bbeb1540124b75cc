"""Words of another level in the text of a school, a class, an office."""

import pytest

from slip_texts import slipped
from summarykit.diagnostics import Code

OWN = "我校召开会议。全校教师参加。"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("学校要求各校做好登记。", "各校"),
        ("本学年我学区有儿童612名。", "我学区"),
        ("我们在全镇范围内开展了结对。", "全镇"),
        ("我校各级党政领导都来听课。", "各级党政领导"),
        ("学校成立了县教育局关爱工作领导小组。", "县教育局关爱工作领导小组"),
        ("中心学校制定了考核办法。", "中心学校"),
    ],
)
def test_a_school_speaks_for_itself(line: str, words: str) -> None:
    assert slipped(Code.C11, OWN, line) == [(3, words)]


@pytest.mark.parametrize(
    "lines",
    [
        ("我学区召开会议，要求各校做好登记。",),
        ("各校做好登记。", "我镇开展检查，我镇教师参加。", "我校参加。全校动员。"),
        (OWN, "全镇适龄儿童多在我校就读。"),
        (OWN, "集团内各校共用一份名册。"),
        (OWN, "青石镇中心学校制定了考核办法。"),
        (OWN, "学校成立了关爱工作领导小组。"),
    ],
)
def test_an_office_speaks_of_its_schools(lines: tuple[str, ...]) -> None:
    assert slipped(Code.C11, *lines) == []


def test_a_class_does_not_direct_classes() -> None:
    lines = ("我班开展结对。", "我班教师参加。本班学生高兴。", "每班推荐两名学生。")
    assert slipped(Code.C11, *lines) == [(4, "每班")]
    assert slipped(Code.C11, OWN, lines[-1]) == []


def test_a_primary_school_has_no_pupils_of_a_middle_school() -> None:
    line = "鼓励孩子争做合格中学生。"
    assert slipped(Code.C11, "青石小学开展活动。", line) == [(3, "合格中学生")]
    assert slipped(Code.C11, "青石中学开展活动。", line, title="青石中学工作总结") == []


def test_who_has_several_schools_is_none() -> None:
    lines = ("全镇共有小学6所。", "留守儿童由我校登记。")
    assert slipped(Code.C11, *lines) == [(3, "我校")]
    assert slipped(Code.C11, "青石小学有教师29名。", lines[1]) == []
