"""The signature in a Word file as the sheets of counties ask for it."""

import pytest

from documents import LAYOUT, doc, layout_with
from summarykit.layout import Layout
from summarykit.writers.docx import write_docx
from wordfiles import lines, paragraph_xml

CHINESE = layout_with(signature={"date": "chinese"})
ONCE = layout_with(signature={"unit": "unless_in_title"})
SIGNED = "正文。\n署名： 青石镇中心小学，2024年7月5日"
NAMED = f"= 青石镇中心小学2024年工作总结\n2024年7月5日开会。\n{SIGNED}"


def _blank(data: bytes, words: str) -> str:
    return paragraph_xml(data, words).split("<w:ind ")[1].split("/>")[0]


def test_only_the_date_of_the_signature_is_in_chinese_numerals() -> None:
    data = write_docx(doc(NAMED), CHINESE)
    assert list(lines(data)) == [
        "青石镇中心小学2024年工作总结",
        "",
        "2024年7月5日开会。",
        "正文。",
        "",
        "青石镇中心小学",
        "二〇二四年七月五日",
    ]
    # The date is nine characters wide, longer than the name.
    assert _blank(data, "二〇二四年七月五日") == 'w:rightChars="200" w:right="630"'
    assert _blank(data, ">青石镇中心小学<") == 'w:rightChars="600" w:right="1890"'


def test_where_the_title_names_the_unit_the_date_stands_alone() -> None:
    data = write_docx(doc(NAMED), ONCE)
    assert list(lines(data))[-3:] == ["正文。", "", "2024年7月5日"]
    assert _blank(data, "2024年7月5日<") == 'w:rightChars="200" w:right="630"'


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"= 2024年工作总结\n{SIGNED}", ["", "青石镇中心小学", "2024年7月5日"]),
        (f"= 工作总结\n~ 青石镇中心小学\n{SIGNED}", ["正文。", "", "2024年7月5日"]),
        ("= 青石小学工作总结\n正文。\n署名： 青石小学", ["正文。", "", "青石小学"]),
    ],
)
def test_the_unit_is_left_out_only_where_the_head_names_it_and_a_date_is_left(
    text: str, last: list[str]
) -> None:
    assert list(lines(write_docx(doc(text), ONCE)))[-3:] == last


@pytest.mark.parametrize("layout", [LAYOUT, ONCE])
@pytest.mark.parametrize("count", [0, 2, 3, 4, 9])
def test_any_blank_lines_above_a_signature_stay_with_it(layout: Layout, count: int) -> None:
    rule = layout.signature.model_copy(update={"blank_lines": count})
    data = write_docx(doc(NAMED), layout.model_copy(update={"signature": rule}))
    last = paragraph_xml(data, "正文。")
    assert "<w:keepNext/>" in last
    below = list(lines(data))[4:]
    assert below[:count] == [""] * count
    assert below[count:][-1] == "2024年7月5日"
    assert "".join(below).count("青石镇") == (layout is LAYOUT)
