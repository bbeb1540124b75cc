"""Blocks, lines and facts in reading order."""

from dataclasses import replace

import pytest

from documents import doc, words
from summarykit.document import (
    Attachment,
    Document,
    Fact,
    Figure,
    Heading,
    Paragraph,
    Properties,
    Section,
    Signature,
    Strong,
    Text,
    blocks_of,
    facts_in,
    facts_of,
    lines_of,
    plain,
    repeated_ids,
    text_of,
)

WHOLE = """
= 关爱**留守儿童**工作总结
~ （2024年7月）
@ 县教育局
# 基本情况
共有{87名}。
---
表 人数
| 年级 | 人数
| 一 | {9}
| 二 |
附件： 统计表
署名： 中心小学，{2024年7月5日}
[附件] 统计表
附后。
"""


def test_lines_come_as_they_are_read() -> None:
    assert text_of(doc(WHOLE)) == (
        "关爱留守儿童工作总结",
        "（2024年7月）",
        "县教育局：",
        "一、基本情况",
        "共有87名。",
        "表1\u3000人数",
        "年级",
        "人数",
        "一",
        "9",
        "二",
        "附件：统计表",
        "中心小学",
        "2024年7月5日",
        "附件",
        "统计表",
        "附后。",
    )


def test_facts_come_as_often_as_they_are_printed() -> None:
    assert facts_of(doc(WHOLE)) == tuple(Fact(t, "test") for t in ("87名", "9", "2024年7月5日"))


def test_a_fact_inside_strong_words_is_a_fact() -> None:
    fact = Fact("87名", "left_behind.count")
    assert facts_in((Text("共"), Strong((Text("足足"), fact)))) == (fact,)


def test_an_addressee_keeps_the_colon_it_has() -> None:
    assert text_of(doc("@ 县教育局：")) == ("县教育局：",)


def test_the_notice_of_an_attachment_stands_under_its_mark() -> None:
    attachment = Attachment("a", words("花名册"), (), notice="内部掌握，不得公开")
    document = Document((), (attachment,), Properties("", ""))
    assert text_of(document) == ("附件", "内部掌握，不得公开", "花名册")


def test_blank_cells_are_lines_without_words() -> None:
    lines = [plain(line) for line in lines_of(doc("| 年级 | 人数\n| 二 |"))]
    assert lines[-2:] == ["二", ""]


def test_a_figure_is_told_by_its_caption() -> None:
    figure = Figure("f", b"", words("读书活动"), "学生在读书")
    document = Document((), (figure, replace(figure, id="g", caption=())), Properties("", ""))
    assert text_of(document) == ("读书活动",)


def test_blocks_come_depth_first() -> None:
    inner = Paragraph("p", ())
    section = Section("s", Heading("h", 1, ()), (inner,))
    bare = Section("t", None, ())
    attachment = Attachment("a", (), (Paragraph("q", ()),))
    document = Document((), (section, bare, attachment), Properties("", ""))
    assert [block.id for block in blocks_of(document)] == ["s", "h", "p", "t", "a", "q"]


@pytest.mark.parametrize(
    ("ids", "repeated"), [(("a", "b"), ()), (("a", "b", "a", "b", "c"), ("a", "b"))]
)
def test_ids_that_two_blocks_share_are_found(
    ids: tuple[str, ...], repeated: tuple[str, ...]
) -> None:
    blocks = tuple(Signature(name, (), ()) for name in ids)
    assert repeated_ids(Document((), blocks, Properties("", ""))) == repeated
