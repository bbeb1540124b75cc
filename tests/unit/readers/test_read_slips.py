"""A slip of the keyboard is told where it stands, and nothing else is told with it."""

import pytest

from records import HEAD, found_in
from summarykit.diagnostics import Code

PROGRAMME = """\
单位:
  名称: 青石小学
  层级: 学校
时段: {类型: 学年}
人数:
  - {编号: 在校, 对象: 在校学生, 人数: 612名}
工作:
  关爱留守儿童:
    工作目标:
      - 编号: 目标1
        内容: 结对
"""
COLON = "a full-width colon ： stands behind {}"
NO_BLANK = "no blank stands behind the colon of {}"
COMMA = "a full-width comma ， stands before {}"
SPACES = "the line is indented with full-width spaces"
DASH = "no blank stands behind the dash"


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("单位:\n", "单位：\n", ["1:3 " + COLON.format("单位")]),
        ("名称: ", "名称：", ["2:5 " + COLON.format("名称")]),
        ("层级: ", "层级：", ["3:5 " + COLON.format("层级")]),
        ("  名称: 青石小学\n  层级: ", "  层级：", ["2:3 " + COLON.format("层级")]),
        ("  层级: ", "    层级：", ["2:7 " + COLON.format("层级")]),
        ("类型: ", "类型：", ["4:6 " + COLON.format("类型")]),
        ("儿童:", "儿童：", ["8:9 " + COLON.format("关爱留守儿童")]),
        ("编号: 目标1", "编号：目标1", ["10:11 " + COLON.format("编号")]),
        ("\n        内容: ", "，内容: ", ["10:16 " + COMMA.format("内容")]),
        ("名称: ", "名称:", ["2:5 " + NO_BLANK.format("名称")]),
        ("层级: ", "层级:", ["3:5 " + NO_BLANK.format("层级")]),
        ("类型: ", "类型:", ["4:6 " + NO_BLANK.format("类型")]),
        ("校, 对象", "校，对象", ["6:12 " + COMMA.format("对象")]),
        ("学生, 人数: ", "学生，人数：", ["6:18 " + COMMA.format("人数")]),
        ("{类型: 学年}", "｛类型: 学年｝", ["4:5 ｛ is a full-width bracket"]),
        ("{类型: 学年}", "｛类型｝", ["4:5 ｛ is a full-width bracket"]),
        ("  名称", "　名称", ["2:1 " + SPACES]),
        ("  - {", "　- {", ["6:1 " + SPACES]),
        ("  名称: 青石小学\n  ", "　名称: 青石小学\n　", ["2:1 " + SPACES, "3:1 " + SPACES]),
        ("- {", "-{", ["6:3 " + DASH]),
        ("- 编号", "-编号", ["10:7 " + DASH]),
        ("      - 编号: 目标1\n        内", "      -内", ["10:7 " + DASH]),
    ],
)
def test_a_slip_of_the_keyboard_is_told_with_its_line_and_nothing_else(
    right: str, wrong: str, told: list[str]
) -> None:
    assert found_in(PROGRAMME) == ()
    assert right in PROGRAMME
    found = found_in(PROGRAMME.replace(right, wrong, 1))
    assert [f"{f.at.line}:{f.at.column} {f.message}" for f in found] == told
    assert {f.code for f in found} == {Code.SYNTAX_ERROR}
    assert all(f.hint for f in found)


def test_a_comma_in_a_text_is_not_blamed_for_the_colon_after_it() -> None:
    (finding,) = found_in(HEAD + "signature: {unit: 注意，即: 甲}\n")
    assert str(finding.message) == "a bracket is not closed"


def test_full_width_signs_in_a_text_are_no_slip() -> None:
    text = "　　关爱：对留守儿童，做到：一人一档"
    assert found_in(HEAD + f"addressee: {text}\nsignature: {{unit: 甲，乙：丙}}\n") == ()


@pytest.mark.usefixtures("_loader")
def test_a_key_without_a_colon_is_told_where_it_stands() -> None:
    (finding,) = found_in(PROGRAMME.replace("层级: ", "层级 "))
    assert (finding.at.line, str(finding.message)) == (3, "a key has no colon")


def test_ids_in_one_piece_are_told_to_be_taken_apart() -> None:
    written = PROGRAMME + "    工作成效: [{内容: 好, 对应目标: 目标1、目标2}]\n"
    (finding,) = found_in(written)
    assert str(finding.hint) == "write several as [one, two], with ASCII commas"


@pytest.mark.usefixtures("_loader")
def test_a_quotation_mark_without_its_fellow_is_told_where_it_opens() -> None:
    (finding,) = found_in("单位:\n  名称: '青石小学\n  层级: 学校\n")
    assert (finding.at.line, str(finding.message)) == (2, "a quotation mark is not closed")
