"""H04 in plain text: numbers that are missing, repeated, begin anew, or are glued in."""

import pytest

from prose_slips import slips_in
from slip_texts import slipped
from summarykit.diagnostics import Code

TEXT = "教师每月到学生家中走访一次，记录家长的意见并及时反馈。"
LONG = (
    "老师们利用周末和晚上走村入户逐一核对学生的就读去向和家庭情况以及家长的联系方式，做了登记。"
    + TEXT
)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("一、家访", TEXT, "二、谈心", TEXT), []),
        (("二、家访", TEXT, "三、谈心", TEXT), [(1, "二、")]),
        (("1、家访。", "2、谈心。", "4、座谈。", "5、回访。"), [(3, "4、")]),
        (("1、家访。", "2、谈心。", "4、座谈。", "3、回访。"), [(3, "4、"), (4, "3、")]),
        (("1、家访。", "2、谈心。", "2、座谈。"), [(3, "2、")]),
        (("1、家访。", "2、谈心。", "1、座谈。", "2、回访。"), [(3, "1、")]),
        (("1、家访。", "2、谈心。", TEXT, "1、座谈。", "2、回访。"), [(4, "1、")]),
        (("1、家访。", "2、谈心。", "还有以下困难：", "1、路远。", "2、人少。"), []),
        (("一、家访", "1、家长。", "2、学生。", "二、谈心", "1、时间。", "2、地点。"), []),
        (("1、家访。", "2、谈心。", "三、座谈。"), [(3, "三、")]),
        (("一、家访", "（一）家长", TEXT, "二、谈心", TEXT), [(2, "（一）")]),
        (("一、家访", TEXT, "二、" + LONG, "三、谈心", TEXT), [(3, "二、")]),
        (("（一）、家访。", "（二）谈心。"), [(1, "（一）、")]),
        (("按第（一）、（二）项办理，见表（1），共三户。",), []),
        (("3 名教师负责家访。", TEXT), []),
        (("七、八年级家访情况", TEXT, "10 月 8 日"), []),
    ],
)
def test_numbers_of_lines_count_on(
    lines: tuple[str, ...], found: list[tuple[int, str]]
) -> None:
    assert slips_in(*lines, code="H04") == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("（1）家访。", "（2）谈心，每周一次。（3）座谈。", "（4）回访。"), [(2, "（3）")]),
        (("（1）家访。", "（2）分两步：先摸底；（1）问家长；（2）问村里。"), []),
        (("措施如下。首先，家访。", "其次，谈心。", "再次，座谈。"), [(1, "首先")]),
        (("首先，家访。", "其次，谈心。老师很忙。再次，座谈。"), []),
        (("首先，家访。", "其次，谈心。", "老师很忙。再次，座谈。"), [(3, "再次")]),
        (("一是家访。二是谈心。三是座谈。", TEXT), []),
        (("三月份：", "摸底。四月份："), [(2, "四月份：")]),
        (("三月份：", "摸底。要求如下："), []),
    ],
)
def test_a_number_within_a_paragraph_begins_a_line_where_the_others_do(
    lines: tuple[str, ...], found: list[tuple[int, str]]
) -> None:
    assert slips_in(*lines, code="H04") == found


def test_an_attachment_has_numbers_of_its_own() -> None:
    assert (
        slips_in("1、家访。", "2、谈心。", "附件1", "名册", "1、甲。", "2、乙。", code="H04")
        == []
    )


def test_half_width_brackets_of_numbers_are_found_among_full_width_marks() -> None:
    lines = (
        "一、主要做法",
        "（一）建立档案",
        "每人一份，及时更新。",
        "(二)开展家访",
        "走访87户。",
    )
    assert slipped(Code.H07, *lines) == [(5, "(二)")]
    half = ("一、主要做法", "(一)建立档案", "每人一份,及时更新。", "(二)开展家访", "走访87户。")
    assert slipped(Code.H07, *half) == []
