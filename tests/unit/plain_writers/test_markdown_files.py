"""Markdown as a person reads it, and text that could be markup."""

import pytest

from documents import LAYOUT, SUMMARY, doc, layout_with, with_blocks, words
from strategies_documents import PIXEL
from summarykit.document import (
    Align,
    Column,
    Document,
    Fact,
    Figure,
    Paragraph,
    Properties,
    Section,
    Strong,
    Table,
    Text,
)
from summarykit.document.nodes import Inlines
from summarykit.writers import WRITERS
from summarykit.writers.markdown import write_markdown

EMPTY = Document((), (), Properties("", ""))


def written(*paragraph: Text | Fact | Strong) -> str:
    """Return how one paragraph is written."""
    return write_markdown(with_blocks(EMPTY, Paragraph("p", paragraph)), LAYOUT).decode()


def test_a_summary_is_written_from_title_to_attachment() -> None:
    assert write_markdown(doc(SUMMARY), LAYOUT).decode() == (
        "# 关爱留守儿童工作总结\n\n"
        "（2024年7月）\n\n"
        "县教育局：\n\n"
        "## 一、基本情况\n\n"
        "共有87名，**全部**建档。\n\n"
        "（一）摸底。逐户走访。\n\n"
        "### （二）结对\n\n"
        "表1\u3000人数\n\n"
        "单位：人\n\n"
        "| 年级 | 人数 |\n| :---: | :---: |\n| 一 | 9 |\n| 合计 | 109 |\n\n"
        "---\n\n"
        "附件：1.统计表\n\n2.花名册\n\n"
        "中心小学\n\n2024年7月5日\n\n"
        "---\n\n附件1\n\n## 统计表\n\n### 一、说明\n\n"
        "---\n\n附件2\n\n## 花名册\n"
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("德育&智育 并举", r"德育\&智育 并举"),
        ("满意率<90%的班级", r"满意率\<90%的班级"),
        ("见<附件1>说明", r"见\<附件1\>说明"),
        ("1. 项", r"1\. 项"),
        ("2024.5", "2024.5"),
        ("1) 项", r"1\) 项"),
        ("- 项", r"\- 项"),
        ("+ 项", r"\+ 项"),
        ("3-5天", "3-5天"),
        ("题\n===", "题\\\n\\==="),
        ("甲\n乙", "甲\\\n乙"),
        ("甲\n\n乙", "甲<br>\\\n乙"),
        ("\n甲", "<br>甲"),
        ("甲 \n\u3000乙", "甲&#32;\\\n&#12288;乙"),
        ("a*b_c`d[e]|f~g#h\\", r"a\*b\_c\`d\[e\]\|f\~g\#h" + "\\\\"),
    ],
)
def test_text_that_could_be_markup_is_only_itself(text: str, markdown: str) -> None:
    assert written(Text(text)) == f"{markdown}\n"


@pytest.mark.parametrize(
    ("paragraph", "markdown"),
    [
        ((Text("共"), Strong((Fact("87名", "x"),)), Text("。")), "共**87名**。"),
        ((Strong((Text("甲"),)), Strong((Text("乙"),))), "**甲乙**"),
        ((Strong((Text("“甲”"),)), Text("乙")), "<strong>“甲”</strong>乙"),
        ((Strong(()), Text("乙")), "乙"),
    ],
)
def test_strong_words_are_marked_so_that_every_reader_sees_it(
    paragraph: Inlines, markdown: str
) -> None:
    assert written(*paragraph) == f"{markdown}\n"


def test_a_paragraph_without_words_leaves_no_trace() -> None:
    assert written(Text("\n")) == ""


def test_columns_are_aligned_and_cells_keep_their_breaks() -> None:
    columns = tuple(Column(words(f"{align}"), align) for align in Align)
    table = Table("t", columns, (((), words("甲\n乙"), words("a|b")),))
    assert write_markdown(with_blocks(EMPTY, table), LAYOUT).decode() == (
        "| left | center | right |\n| :--- | :---: | ---: |\n|  | 甲<br>乙 | a\\|b |\n"
    )


def test_a_table_without_columns_leaves_only_its_caption() -> None:
    table = Table("t", (), (), caption=words("人数"))
    assert write_markdown(with_blocks(EMPTY, table), LAYOUT).decode() == "人数\n"


@pytest.mark.parametrize(("data", "kind"), [(PIXEL, "png"), (b"\xff\xd8\xff", "jpeg")])
def test_a_picture_is_embedded_above_its_caption(data: bytes, kind: str) -> None:
    figure = Figure("f", data, words("读书活动"), alt="学生\n在读书[1]")
    picture, caption = write_markdown(with_blocks(EMPTY, figure), LAYOUT).decode().split("\n\n")
    assert picture.startswith(f"![学生 在读书\\[1\\]](data:image/{kind};base64,")
    assert caption == "读书活动\n"


def test_a_section_without_heading_is_only_its_blocks() -> None:
    section = Section("s", None, (Paragraph("p", words("我校……")),))
    assert write_markdown(with_blocks(EMPTY, section), LAYOUT) == "我校……\n".encode()


def test_words_and_separators_are_those_of_the_layout() -> None:
    layout = layout_with(numbering={"attachment": "附录", "separator": " "})
    tree = doc("表 人数\n| 一\n附件： 统计表")
    written_so = write_markdown(tree, layout).decode()
    assert written_so == "表1 人数\n\n| 一 |\n| :---: |\n\n附录：统计表\n"


def test_the_writers_of_text_are_in_the_table_of_writers() -> None:
    assert WRITERS["md"](doc("= 总结"), LAYOUT) == "# 总结\n".encode()
    assert WRITERS["txt"](doc("= 总结"), LAYOUT) == "总结\n".encode()


def test_a_signature_is_printed_as_the_layout_asks() -> None:
    layout = layout_with(signature={"unit": "unless_in_title", "date": "chinese"})
    tree = doc("= 中心小学总结\n正文。\n署名： 中心小学，2024年7月5日")
    assert write_markdown(tree, layout).decode().endswith("\n\n正文。\n\n二〇二四年七月五日\n")
