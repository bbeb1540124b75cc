"""The red head of an official document in a Word file (GB/T 9704-2012, 7.2.4 to 7.2.7)."""

import re
from dataclasses import replace

import pytest

from documents import LAYOUT, doc, layout_with, words
from summarykit.document import Document, Letterhead, text_of
from summarykit.layout import Layout
from summarykit.writers.docx import write_docx
from summarykit.writers.markdown import write_markdown
from summarykit.writers.plain import write_text
from wordfiles import lines, paragraph_xml, part

MARK, NUMBER, SIGNER = "青石镇中心小学文件", "青校发〔2024〕5号", "周明远"
TREE = doc("= 总结\n@ 县教育局\n正文。")


def _headed(mark: str = MARK, number: str = NUMBER, signer: str = "") -> Document:
    return replace(TREE, letterhead=Letterhead(words(mark), words(number), words(signer)))


def _written(layout: Layout = LAYOUT, **head: str) -> bytes:
    return write_docx(_headed(**head), layout)


def test_a_letterhead_stands_above_the_title_with_two_blank_lines_on_either_side() -> None:
    assert list(lines(_written())) == [
        MARK,
        "",
        "",
        NUMBER,
        "",
        "",
        "总结",
        "",
        "县教育局：",
        "正文。",
    ]
    one = layout_with(letterhead={"blank_lines": 1})
    assert list(lines(_written(one)))[:5] == [MARK, "", NUMBER, "", "总结"]


def test_the_mark_is_large_and_red_and_stands_35_millimetres_down() -> None:
    xml = paragraph_xml(_written(), MARK)
    # 35 mm, less what is above the signs in their line.
    assert '<w:spacing w:before="1894" w:after="0" w:line="900" w:lineRule="exact"/>' in xml
    assert '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>' in xml
    assert 'w:eastAsia="方正小标宋简体"' in xml
    assert '<w:color w:val="FF0000"/><w:spacing w:val="0"/><w:sz w:val="72"/>' in xml


@pytest.mark.parametrize(("count", "size"), [(12, "72"), (13, "68"), (24, "36"), (400, "2")])
def test_a_mark_that_is_too_long_for_a_line_is_smaller(count: int, size: str) -> None:
    assert f'<w:sz w:val="{size}"/>' in paragraph_xml(_written(mark="校" * count), "校校")


def test_a_red_line_stands_below_the_number() -> None:
    xml = paragraph_xml(_written(), NUMBER)
    border = '<w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/>'
    assert f"<w:pPr><w:pBdr>{border}</w:pBdr>" in xml
    assert '<w:jc w:val="center"/>' in xml


def test_a_signer_stands_on_the_line_of_the_number_in_the_other_font() -> None:
    data = _written(signer=SIGNER)
    xml = paragraph_xml(data, SIGNER)
    assert list(lines(data))[3] == f"\u3000{NUMBER}\t签发人：{SIGNER}"
    assert '<w:tabs><w:tab w:val="right" w:pos="8530"/></w:tabs>' in xml
    assert re.search(f'楷体_GB2312"/></w:rPr><w:t xml:space="preserve">{SIGNER}<', xml)


def test_without_number_and_signer_the_red_line_is_there() -> None:
    data = _written(number="")
    assert list(lines(data))[:7] == [MARK, *[""] * 5, "总结"]
    assert part(data, "word/document.xml").count("<w:pBdr>") == 1


@pytest.mark.parametrize(
    ("rule", "border"),
    [
        ({"line": "0pt"}, 'w:val="nil"'),
        ({"line": "3pt"}, 'w:sz="24"'),
        ({"line_gap": "0mm"}, 'w:space="0"'),
        ({"line_gap": "100mm"}, 'w:space="31"'),
    ],
)
def test_the_red_line_is_as_the_layout_says(rule: dict[str, str], border: str) -> None:
    xml = paragraph_xml(_written(layout_with(letterhead=rule)), NUMBER)
    assert border in xml.split("</w:pBdr>")[0]


def test_every_format_has_the_letterhead_first() -> None:
    tree = _headed(signer=SIGNER)
    signer = f"签发人：{SIGNER}"
    assert text_of(tree)[:4] == (MARK, NUMBER, signer, "总结")
    markdown = write_markdown(tree, LAYOUT).decode()
    assert markdown.startswith(f"{MARK}\n\n{NUMBER}\n\n{signer}\n\n# 总结\n\n")
    text = write_text(tree, LAYOUT).decode()
    assert text.startswith(f"{MARK}\n{NUMBER}\n{signer}\n\n总结\n\n县教育局：\n")
