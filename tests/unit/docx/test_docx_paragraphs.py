"""Each node as the paragraphs it becomes."""

from dataclasses import replace

import pytest

from documents import LAYOUT, doc, layout_with, with_blocks, words
from summarykit.document import Attachment, Document, Heading, Paragraph, Properties, Text
from summarykit.layout import Layout
from summarykit.writers.docx import write_docx
from wordfiles import W, body, lines, opened, paragraph_xml, part

AUTOMATIC = layout_with(numbering={"automatic": True})


def _styles(data: bytes) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in opened(data).paragraphs if each.style]


def test_each_node_has_the_style_that_word_knows() -> None:
    tree = doc("= 总结\n~ （2024年7月5日）\n@ 县教育局\n导语。\n# 甲\n## 乙\n### 丙\n#### 丁")
    assert _styles(write_docx(tree, LAYOUT)) == [
        ("Title", "总结"),
        ("Subtitle", "（2024年7月5日）"),
        ("Normal", ""),
        ("Salutation", "县教育局："),
        ("Normal", "导语。"),
        ("Heading 1", "一、甲"),
        ("Heading 2", "（一）乙"),
        ("Heading 3", "1.丙"),
        ("Heading 4", "（1）丁"),
    ]


def test_words_of_one_look_stand_in_one_run_with_the_chinese_hint() -> None:
    data = write_docx(doc("= 题\n共{87名}，**重点**突出"), LAYOUT)
    hint = '<w:rFonts w:hint="eastAsia"/>'
    text = '<w:t xml:space="preserve">'
    assert paragraph_xml(data, "共87名") == (
        f"<w:p><w:r><w:rPr>{hint}</w:rPr>{text}共87名，</w:t></w:r>"
        f'<w:r><w:rPr><w:rStyle w:val="Strong"/>{hint}</w:rPr>{text}重点</w:t></w:r>'
        f"<w:r><w:rPr>{hint}</w:rPr>{text}突出</w:t></w:r></w:p>"
    )


def test_every_run_has_the_chinese_hint() -> None:
    tree = doc(
        "= 题\n# 甲\n## 乙 >> “丙”……\n表 名（单位：人）\n| 子 | 丑\n| 1 | 2\n附件： 甲；乙"
    )
    for run in body(write_docx(tree, LAYOUT)).iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert fonts.get(f"{W}hint") == "eastAsia"


def test_a_newline_is_a_line_break() -> None:
    tree = with_blocks(doc("= 题"), Paragraph("p", (Text("甲\n乙"),)))
    data = write_docx(tree, LAYOUT)
    assert '甲</w:t><w:br/><w:t xml:space="preserve">乙' in part(data, "word/document.xml")
    assert "甲\n乙" in list(lines(data))


def test_a_long_title_is_broken_and_named_whole_in_the_properties() -> None:
    title = "云岭县青石镇中心小学2023—2024学年度关爱留守儿童工作总结"
    data = write_docx(doc(f"= {title}", organisation="云岭县青石镇中心小学"), LAYOUT)
    first = next(lines(data))
    assert first == "云岭县青石镇中心小学\n2023—2024学年度关爱留守儿童工作总结"
    assert opened(data).core_properties.title == title


@pytest.mark.parametrize(
    ("line", "font"),
    [
        ("# 甲 >> 乙。", ' w:eastAsia="黑体"'),
        ("# 前\n## 甲 >> 乙。", ' w:eastAsia="楷体_GB2312"'),
        ("# 前\n## 前\n### 甲 >> 乙。", ""),
    ],
)
def test_a_run_in_heading_is_text_whose_first_words_have_its_font(line: str, font: str) -> None:
    data = write_docx(doc(f"= 题\n{line}"), LAYOUT)
    xml = paragraph_xml(data, "甲。")
    assert xml.startswith(f'<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"{font}/></w:rPr>')
    assert (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">乙。' in xml
    )


def test_run_in_words_are_set_like_the_text_where_the_layout_says_so() -> None:
    layout = layout_with(numbering={"run_in": "text"}, styles={"heading2": {"bold": True}})
    xml = paragraph_xml(write_docx(doc("= 题\n# 甲\n## 乙 >> 正文。"), layout), "（一）乙。")
    assert "楷体" not in xml
    assert "<w:b/>" not in xml


def test_a_bold_heading_style_makes_its_run_in_words_bold() -> None:
    layout = layout_with(styles={"heading3": {"bold": True}})
    data = write_docx(doc("= 题\n# 前\n## 前\n### 甲 >> 乙。"), layout)
    assert '<w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/></w:rPr>' in paragraph_xml(data, "甲。")


def _numbers(data: bytes) -> list[tuple[str, ...]]:
    """Return list and level of each paragraph that Word counts."""
    found = [each.find(f"{W}pPr/{W}numPr") for each in body(data).iter(f"{W}p")]
    return [
        tuple(child.attrib[f"{W}val"] for child in reversed(each))
        for each in found
        if each is not None
    ]


def test_word_counts_headings_through_their_styles_and_others_directly() -> None:
    tree = doc("= 题\n# 甲\n## 乙 >> 丙。\n[附件] 表\n# 丁\n[附件] 表\n# 戊 >> 己。")
    data = write_docx(tree, AUTOMATIC)
    assert _numbers(data) == [("1", "1"), ("2", "0"), ("3", "0")]
    assert "一、" not in "".join(lines(data))
    assert part(data, "word/numbering.xml").count("<w:num ") == 3
    styles = part(data, "word/styles.xml")
    assert styles.count('<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr>') == 1


def test_a_heading_without_a_number_gets_none_from_its_style() -> None:
    tree = doc("= 题\n# 甲\n## 乙 >> 丙。", numbered=False)
    data = write_docx(tree, AUTOMATIC)
    assert _numbers(data) == [("0",)]
    assert "numbering" not in part(write_docx(tree, LAYOUT), "word/_rels/document.xml.rels")


def test_a_single_attachment_is_noted_without_a_number() -> None:
    data = write_docx(doc("= 题\n正文。\n附件： 统计表"), LAYOUT)
    assert (
        '<w:pStyle w:val="GwAttNote"/><w:ind w:leftChars="500" w:left="1575"'
        ' w:hangingChars="300" w:hanging="945"/>'
    ) in paragraph_xml(data, "附件：")


def test_several_attachments_are_noted_one_under_another() -> None:
    names = "；".join("甲乙丙丁戊己庚辛壬癸")
    data = write_docx(doc(f"= 题\n正文。\n附件： {names}"), LAYOUT)
    first, second, tenth = (paragraph_xml(data, name) for name in ("甲", "乙", "癸"))
    assert 'w:leftChars="600" w:left="1890" w:hangingChars="400" w:hanging="1260"' in first
    assert 'w:leftChars="600" w:left="1890" w:hangingChars="100" w:hanging="315"' in second
    assert 'w:hangingChars="150"' in tenth
    # In the Chinese font a digit and a dot are one character wide together.
    assert 'w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"' in second


def _signature(data: bytes, name: str, date: str) -> tuple[str, str]:
    return paragraph_xml(data, name), paragraph_xml(data, date)


def test_a_signature_has_its_blanks_twice_in_characters_and_in_twips() -> None:
    text = "= 题\n正文。\n署名： 云岭县青石镇中心小学，2024年7月5日"
    name, date = _signature(write_docx(doc(text), LAYOUT), "云岭县青石镇", "2024年7月5日")
    assert '<w:ind w:rightChars="200" w:right="630"/>' in name
    assert '<w:pStyle w:val="Date"/><w:ind w:rightChars="400" w:right="1260"/>' in date


def test_a_sealed_signature_leaves_room_for_the_seal() -> None:
    text = "= 题\n正文。\n印章： 青石小学，2024年7月5日"
    data = write_docx(doc(text), LAYOUT)
    assert list(lines(data))[-5:] == ["正文。", "", "", "青石小学", "2024年7月5日"]
    assert 'w:rightChars="500"' in paragraph_xml(data, "青石小学")


def test_a_signature_without_a_date_is_one_line() -> None:
    data = write_docx(doc("= 题\n正文。\n署名： 青石小学"), LAYOUT)
    assert list(lines(data))[-2:] == ["", "青石小学"]
    assert "keepNext" not in paragraph_xml(data, "青石小学")


def _kept(data: bytes) -> list[str]:
    """Return the words of each paragraph that stays with the next one, headings apart."""
    return [
        "".join(text.text or "" for text in each.iter(f"{W}t"))
        for each in body(data).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}keepNext") is not None
    ]


def test_a_signature_keeps_two_lines_of_text_with_it() -> None:
    text = "= 题\n甲。\n乙。\n丙。\n署名： 青石小学，2024年7月5日"
    assert _kept(write_docx(doc(text), LAYOUT)) == ["乙。", "丙。", "", "青石小学"]


def test_one_long_paragraph_is_text_enough_above_a_signature() -> None:
    long = "正" * 40
    text = f"= 题\n甲。\n{long}\n署名： 青石小学，2024年7月5日"
    data = write_docx(doc(text), LAYOUT)
    assert _kept(data) == [long, "", "青石小学"]
    # At least two of its lines go along.
    assert "<w:keepNext/><w:widowControl/>" in paragraph_xml(data, long)


def test_the_list_of_attachments_stays_between_text_and_signature() -> None:
    text = "= 题\n甲。\n乙。\n附件： 统计表\n署名： 青石小学，2024年7月5日"
    kept = _kept(write_docx(doc(text), LAYOUT))
    assert kept == ["乙。", "", "附件：统计表", "", "青石小学"]


def test_however_long_the_list_of_attachments_the_last_of_the_text_stays_with_it() -> None:
    text = "= 题\n甲。\n乙。\n附件： 甲表；乙表；丙表\n署名： 青石小学，2024年7月5日"
    kept = _kept(write_docx(doc(text), LAYOUT))
    assert kept == ["乙。", "", "附件：1.甲表", "2.乙表", "3.丙表", "", "青石小学"]


def test_an_indent_counts_when_lines_are_counted() -> None:
    last = "春夏秋冬天地人和山水花木日月风云师生家校爱心成长学习"
    text = f"= 题\n甲。\n{last}。\n署名： 青石小学，2024年7月5日"
    assert _kept(write_docx(doc(text), LAYOUT)) == ["甲。", f"{last}。", "", "青石小学"]
    text = text.replace(last, f"{last}读")
    assert _kept(write_docx(doc(text), LAYOUT)) == [f"{last}读。", "", "青石小学"]


def test_under_a_table_its_last_rows_stay_with_the_signature() -> None:
    rows = "\n".join(f"| {i}" for i in range(20))
    text = f"= 题\n| 项\n{rows}\n署名： 青石小学，2024年7月5日"
    kept = _kept(write_docx(doc(text), LAYOUT))
    assert kept == ["项", "18", "19", "", "青石小学"]


def test_a_page_break_goes_to_the_paragraph_that_follows() -> None:
    data = write_docx(doc("= 题\n甲。\n---\n乙。"), LAYOUT)
    assert paragraph_xml(data, "乙").startswith("<w:p><w:pPr><w:pageBreakBefore/></w:pPr>")
    assert list(lines(data)) == ["题", "", "甲。", "乙。"]


def test_a_page_break_before_a_bare_table_needs_an_unseen_paragraph() -> None:
    data = write_docx(doc("= 题\n甲。\n---\n| 项\n| 1\n乙。"), LAYOUT)
    kinds = [child.tag.removeprefix(W) for child in body(data)]
    assert kinds == ["p", "p", "p", "p", "tbl", "p", "sectPr"]
    assert "<w:pageBreakBefore/><w:spacing" in part(data, "word/document.xml")


def _attached(*attachments: Attachment) -> Document:
    return with_blocks(doc("= 题\n正文。"), *doc("= 题\n正文。").blocks, *attachments)


def _attachment(
    name: str, *, landscape: bool, text: str = "甲。", notice: str = ""
) -> Attachment:
    blocks = doc(f"= 题\n{text}").blocks
    return Attachment(name, words(name), blocks, landscape=landscape, notice=notice)


def _sections(data: bytes) -> list[str]:
    found = [each.find(f"{W}pgSz") for each in body(data).iter(f"{W}sectPr")]
    return [each.get(f"{W}orient", "portrait") for each in found if each is not None]


def test_an_attachment_starts_with_its_mark_and_has_its_title_on_the_third_line() -> None:
    data = write_docx(_attached(_attachment("统计表", landscape=False)), LAYOUT)
    assert _styles(data)[3:] == [
        ("附件标识", "附件"),
        ("Normal", ""),
        ("附件标题", "统计表"),
        ("Normal", ""),
        ("Normal", "甲。"),
    ]
    assert _sections(data) == ["portrait"]


@pytest.mark.parametrize(("landscape", "width"), [(False, 8845), (True, 12756)])
def test_a_notice_stands_at_the_other_end_of_the_line_of_the_mark(
    landscape: bool,  # noqa: FBT001 - a parameter of the test
    width: int,
) -> None:
    attachment = _attachment("花名册", landscape=landscape, notice="内部掌握，不得公开")
    data = write_docx(_attached(attachment), LAYOUT)
    assert _styles(data)[3:6] == [
        ("附件标识", "附件\t内部掌握，不得公开"),
        ("Normal", ""),
        ("附件标题", "花名册"),
    ]
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    assert stop in paragraph_xml(data, "内部掌握")


def test_turned_attachments_stand_in_a_section_of_their_own() -> None:
    data = write_docx(
        _attached(
            _attachment("甲表", landscape=True),
            _attachment("乙表", landscape=True, text="| 项\n| 1"),
            _attachment("丙表", landscape=False),
        ),
        LAYOUT,
    )
    assert _sections(data) == ["portrait", "landscape", "portrait"]
    # A section that starts a page needs no second break.
    marks = [each for each in body(data).iter(f"{W}p") if _mark(each)]
    breaks = [each.find(f"{W}pPr/{W}pageBreakBefore") for each in marks]
    assert [each is not None and each.get(f"{W}val") for each in breaks] == ["0", False, "0"]


def _mark(paragraph: object) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")  # type: ignore[attr-defined]
    return style is not None and style.get(f"{W}val") == "GwAttMark"


def test_what_follows_a_turned_attachment_stands_upright_again() -> None:
    tree = _attached(_attachment("甲表", landscape=True))
    tree = replace(tree, blocks=(*tree.blocks, Heading("h", 1, words("后记"))))
    assert _sections(write_docx(tree, LAYOUT)) == ["portrait", "landscape", "portrait"]


def test_tables_on_turned_pages_are_as_wide_as_those() -> None:
    data = write_docx(_attached(_attachment("甲表", landscape=True, text="| 项\n| 1")), LAYOUT)
    assert '<w:tblW w:w="12756" w:type="dxa"/>' in part(data, "word/document.xml")


def test_an_empty_document_is_a_file() -> None:
    data = write_docx(Document((), (), Properties("", "")), LAYOUT)
    assert list(lines(data)) == ["", ""]


@pytest.mark.parametrize("layout", [LAYOUT, AUTOMATIC])
def test_parts_without_words_leave_no_runs(layout: Layout) -> None:
    tree = with_blocks(doc("= 题"), Heading("h", 1, ()))
    assert "<w:t></w:t>" not in part(write_docx(tree, layout), "word/document.xml")
