"""A key that stands in the wrong place of a record is told where it belongs."""

import pytest

from records import HEAD, found_in, problems
from summarykit.l10n.messages import describe

CHINESE = "单位: {名称: 青石小学, 层级: 学校}\n时段: {类型: 学年}\n"
PAIRING = "[{类型: 教师结对, 对数: 87对}]"


def hint_of(text: str) -> str:
    (finding,) = problems(text)
    assert " error unknown-key " in finding
    return finding.partition("  hint: ")[2]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        # Under the programme, which is called as the record calls it.
        (f"主要措施: {PAIRING}\n工作: {{家访: {{}}}}\n", "主要措施 belongs in 工作.家访"),
        (f"主要措施: {PAIRING}\n", "主要措施 belongs in 工作.关爱留守儿童"),
        # The last word of a name is enough where a list of entries stands.
        (f"措施: {PAIRING}\n工作: {{家访: {{}}}}\n", "主要措施 belongs in 工作.家访"),
        ("目标: [{内容: 人人有结对教师}]\n", "工作目标 belongs in 工作.关爱留守儿童"),
        # Between the programmes instead of in one of them: one mistake, not two.
        (f"工作: {{措施: {PAIRING}}}\n", "主要措施 belongs in 工作.关爱留守儿童"),
        # One level too deep.
        (
            "工作: {家访: {人数: [{对象: 留守儿童, 人数: 3名}]}}\n",
            "人数 belongs at the top of the record",
        ),
        (
            "工作: {家访: {主要措施: [{类型: 家访, 署名: {日期: 2024}}]}}\n",
            "署名 belongs at the top of the record",
        ),
        ("姓名: 林秀文\n", "姓名 belongs in 人员[…]"),
        ("主要措施: 结对\n", "主要措施 belongs in 工作.关爱留守儿童"),
    ],
)
def test_a_key_of_another_level_has_the_place_where_it_belongs(text: str, hint: str) -> None:
    assert hint_of(CHINESE + text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "measures: [{kind: teacher_pairing, pairs: 87对}]\n",
            "measures belongs in programmes.left_behind_care",
        ),
        (
            "programmes: {home_visits: {signature: {date: 2024}}}\n",
            "signature belongs at the top of the record",
        ),
        ("pairs: 87对\n", "pairs belongs in programmes.left_behind_care.measures[…]"),
    ],
)
def test_the_place_is_spelt_as_the_key_is(text: str, hint: str) -> None:
    assert hint_of(HEAD + text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        # Many entities have a name: which is meant, nobody knows.
        ("名称: 青石小学\n", "allowed: "),
        # A slip of the pen is nearer than a field elsewhere.
        ("署明: {日期: 2024}\n", "did you mean 署名?"),
        # A text cannot be meant for a list of entries that is only called alike.
        ("措施: 结对\n", "措施 belongs in 工作.关爱留守儿童.下一步打算[…]"),
        ("情形: [一, 二]\n", "allowed: "),
        ("乱七八糟: 1\n", "allowed: "),
    ],
)
def test_a_key_that_may_be_meant_for_anything_is_not_sent_elsewhere(
    text: str, hint: str
) -> None:
    assert hint_of(CHINESE + text).startswith(hint)


def test_the_place_is_told_in_chinese() -> None:
    (finding,) = found_in(f"{CHINESE}措施: {PAIRING}\n")
    assert describe(finding, "zh") == (
        "year.yaml:3:1 措施  错误 unknown-key  此处没有 措施 这个字段\n"
        "   提示：主要措施应写在 工作.关爱留守儿童 之下"
    )
