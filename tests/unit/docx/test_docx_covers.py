"""A cover in a Word file: what stands on it, and how the pages after it are counted."""

import re
from dataclasses import replace

import pytest

from documents import LAYOUT, doc, layout_with, words
from summarykit.document import Document, Letterhead
from summarykit.writers.docx import write_docx
from wordfiles import lines, paragraph_xml, part

COVERED = layout_with(cover={"shown": True})
UNIT = "云岭县青石镇中心小学"
TEXT = f"= 工作总结\n正文。\n署名： {UNIT}，2024年7月5日"


def _sections(data: bytes) -> list[str]:
    return re.findall("<w:sectPr>.*?</w:sectPr>", part(data, "word/document.xml"))


def _tree(text: str = TEXT) -> Document:
    return doc(text, organisation=UNIT)


def test_a_cover_has_title_organisation_and_date_and_the_text_follows_as_ever() -> None:
    below = list(lines(write_docx(_tree(), LAYOUT)))
    assert list(lines(write_docx(_tree(), COVERED))) == [
        "工作总结",
        UNIT,
        "2024年7月5日",
        *below,
    ]


def test_a_cover_has_no_number_and_the_page_after_it_is_the_first() -> None:
    cover, text, attached = _sections(write_docx(_tree(f"{TEXT}\n[横附件] 表"), COVERED))
    assert "footerReference" not in cover
    assert text.count("footerReference") == attached.count("footerReference") == 2
    starts = ['<w:pgNumType w:start="1"/>' in each for each in (cover, text, attached)]
    assert starts == [False, True, False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("= 总结\n正文。", ["总结", UNIT]),
        (f"= 总结\n正文。\n署名： {UNIT}", ["总结", UNIT]),
        (f"= 总结\n[附件] 表\n署名： {UNIT}，2024年7月", ["总结", UNIT, "2024年7月"]),
    ],
)
def test_what_is_not_known_is_not_on_the_cover(text: str, told: list[str]) -> None:
    data = write_docx(_tree(text), COVERED)
    assert list(lines(data))[: len(told) + 1] == [*told, "总结"]


def test_the_date_is_printed_as_in_the_signature() -> None:
    layout = layout_with(cover={"shown": True}, signature={"date": "chinese"})
    assert list(lines(write_docx(_tree(), layout)))[2] == "二〇二四年七月五日"


def test_the_parts_of_a_cover_stand_where_the_layout_says() -> None:
    layout = layout_with(cover={"shown": True, "top": "10mm", "unit_top": "100mm"})
    data = write_docx(_tree(), layout)
    title, unit = paragraph_xml(data, "工作总结"), paragraph_xml(data, UNIT)
    assert '<w:spacing w:before="567" w:after="0" w:line="780" w:lineRule="exact"/>' in title
    # 100 mm less 10 mm and the line of the title.
    assert '<w:spacing w:before="4322" w:after="0" w:line="540" w:lineRule="exact"/>' in unit
    assert '<w:sz w:val="52"/>' in title
    assert '<w:sz w:val="36"/>' in unit
    # Digits are in the Latin font of the text.
    assert '<w:rFonts w:hint="eastAsia" w:eastAsia="楷体_GB2312"/>' in unit


def test_a_long_title_is_broken_as_above_the_text_and_smaller_if_need_be() -> None:
    title = f"{UNIT}2023—2024学年度关爱留守儿童工作总结"
    data = write_docx(_tree(TEXT.replace("工作总结", title)), COVERED)
    on_cover, *_, above_text, _, _, _, _, _ = list(lines(data))
    assert on_cover == above_text == f"{UNIT}\n2023—2024学年度关爱留守儿童工作总结"
    assert '<w:sz w:val="47"/>' in paragraph_xml(data, UNIT)


def test_a_letter_may_have_a_cover() -> None:
    layout = layout_with(cover={"shown": True}, letterhead={"kind": "letter"})
    cover, text = _sections(
        write_docx(replace(_tree(), letterhead=Letterhead(words(UNIT))), layout)
    )
    assert "titlePg" not in cover
    assert '<w:pgNumType w:start="1"/><w:cols w:space="425"/><w:titlePg/>' in text
