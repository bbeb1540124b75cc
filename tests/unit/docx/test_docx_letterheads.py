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
from wordfiles import lines, names, paragraph_xml, part

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


LETTER = layout_with(letterhead={"kind": "letter"})


def test_a_letter_has_its_mark_and_its_lines_in_frames_and_its_number_at_the_right() -> None:
    data = _written(LETTER)
    assert list(lines(data)) == [
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
    main = part(data, "word/document.xml")
    frames = re.findall('<w:framePr w:w="9638" .*? w:xAlign="center" w:y="(.*?)"/>', main)
    # 30 mm less what is above the signs; 4 mm below them; 20 mm from the lower edge.
    assert frames == ["1611", "2628", "15684"]
    assert re.findall("(thick|thin)(?:Thick|Thin)SmallGap", main) == ["thick", "thin"]
    assert '<w:spacing w:before="92"/>' in paragraph_xml(data, NUMBER)
    assert '<w:jc w:val="right"/>' in paragraph_xml(data, NUMBER)


def test_only_the_first_page_of_a_letter_has_no_number() -> None:
    text = "= 总结\n正文。\n[横附件] 甲\n正文。\n[附件] 乙\n正文。"
    tree = replace(doc(text), letterhead=Letterhead(words(MARK)))
    data = write_docx(tree, LETTER)
    sections = part(data, "word/document.xml").split("<w:sectPr>")[1:]
    assert ["<w:titlePg/>" in each for each in sections] == [True, False, False]
    assert "PAGE" not in part(data, "word/footer3.xml")
    assert all("PAGE" in part(data, f"word/footer{i}.xml") for i in (1, 2))


@pytest.mark.parametrize("position", ["none", "center"])
def test_a_letter_has_no_more_footers_than_it_needs(position: str) -> None:
    layout = layout_with(letterhead={"kind": "letter"}, page_number={"position": position})
    footers = [name for name in names(_written(layout)) if "footer" in name]
    assert len(footers) == {"none": 0, "center": 2}[position]


def test_a_document_without_a_letterhead_is_the_same_whatever_the_layout_says() -> None:
    assert write_docx(TREE, LETTER) == write_docx(TREE, LAYOUT)


def test_a_frame_may_stay_with_what_follows() -> None:
    tree = replace(
        doc("= 题\n署名： 青石小学，2024年7月5日"), letterhead=Letterhead(words(MARK))
    )
    xml = paragraph_xml(write_docx(tree, LETTER), MARK)
    # In the order of the schema.
    assert re.match("<w:p><w:pPr><w:keepNext/><w:framePr .*?/><w:widowControl/><w:spacing", xml)
