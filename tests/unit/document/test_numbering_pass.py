"""The numbering pass on trees a person can read."""

import pytest

from documents import doc
from summarykit.document import (
    Document,
    Figure,
    Heading,
    NumberingScheme,
    Properties,
    Section,
    Table,
    Text,
    number,
    text_of,
)


@pytest.mark.parametrize(
    ("tree", "lines"),
    [
        ("# 甲\n# 乙", ("一、甲", "二、乙")),
        ("# 甲\n## 子\n## 丑\n# 乙\n## 寅", (
            "一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅",
        )),
        ("# 甲\n## 子\n### 鼠\n#### 大", ("一、甲", "（一）子", "1.鼠", "（1）大")),
        ("# 甲\n### 鼠\n## 子", ("一、甲", "（一）鼠", "（二）子")),
        ("## 子\n# 甲", ("一、子", "二、甲")),
        ("# 甲 >> 说明。", ("一、甲。说明。",)),
        ("# 如何做？ >> 说明。", ("一、如何做？说明。",)),
        ("# 甲\n[附件] 表\n# 乙", ("一、甲", "附件", "表", "一、乙")),
        ("[附件] 表\n[附件] 册", ("附件1", "表", "附件2", "册")),
        ("# 甲\n[附件] 表\n# 乙\n## 丙\n[附件] 册\n## 丁", (
            "一、甲", "附件1", "表", "一、乙", "（一）丙", "附件2", "册", "一、丁",
        )),
        ("附件： 表", ("附件：表",)),
        ("附件： 表；册", ("附件：1.表", "2.册")),
        ("表 人数（单位：人）\n| 年级 | 人数\n| 一 | 9", (
            "表1\u3000人数", "单位：人", "年级", "人数", "一", "9",
        )),
    ],
)  # fmt: skip
def test_a_tree_is_numbered_as_it_is_read(tree: str, lines: tuple[str, ...]) -> None:
    assert text_of(doc(tree)) == lines


def test_the_heading_of_a_section_is_on_the_first_level_however_it_is_marked() -> None:
    inner = Heading("h2", 2, (Text("子"),))
    section = Section("s", Heading("h1", 3, (Text("甲"),)), (inner,))
    document = number(Document((), (section,), Properties("", "")))
    assert text_of(document) == ("一、甲", "（一）子")


def test_a_section_without_a_heading_takes_no_number() -> None:
    opening = Section("s0", None, ())
    section = Section("s1", Heading("h1", 1, (Text("甲"),)), ())
    document = number(Document((), (opening, section), Properties("", "")))
    assert text_of(document) == ("一、甲",)


def test_numbers_look_as_the_scheme_says() -> None:
    scheme = NumberingScheme(("第一部分\u3000", "1.", "①", "（1）"), "附表", "插图")
    table = Table("t", (), (), caption=(Text("人数"),))
    figure = Figure("f", b"", (Text("活动"),), "")
    levels = tuple(Heading(f"h{level}", level, (Text("甲"),)) for level in (1, 2, 3, 4))
    document = number(Document((), (*levels, table, figure), Properties("", "")), scheme)
    assert text_of(document) == (
        "第一部分\u3000甲", "1.甲", "①甲", "（1）甲", "附表1\u3000人数", "插图1\u3000活动",
    )  # fmt: skip


def test_a_scheme_without_a_counter_is_refused() -> None:
    scheme = NumberingScheme(("甲、", "（一）", "1.", "（1）"))
    document = Document((), (Heading("h", 1, ()),), Properties("", ""))
    with pytest.raises(ValueError, match=r"^'甲、' holds none of 一, 1 and ①$"):
        number(document, scheme)
