"""Body paragraphs whose last line would be too short are set a little closer, and only they."""

import re

import pytest

from documents import LAYOUT, doc, layout_with
from summarykit.document import Document
from summarykit.writers.docx import write_docx
from wordfiles import paragraph_xml, part

ON = layout_with(last_line={"characters": 2})
THREE = "字" * (26 + 28)
CLOSER = '<w:rFonts w:hint="eastAsia"/><w:spacing w:val="-17"/></w:rPr>'


def _written(text: str | Document) -> str:
    tree = doc(f"= 题\n{text}") if isinstance(text, str) else text
    return part(write_docx(tree, ON), "word/document.xml")


def test_without_the_option_no_run_is_spaced() -> None:
    assert "<w:spacing" not in part(
        write_docx(doc(f"= 题\n{THREE}末。"), LAYOUT), "word/document.xml"
    )


def test_a_paragraph_that_ends_in_one_sign_is_set_closer_and_its_neighbours_are_not() -> None:
    data = write_docx(doc(f"= 题\n前。\n{THREE}末。\n{THREE}末尾。"), ON)
    xml = paragraph_xml(data, f"{THREE}末。")
    assert CLOSER in xml
    assert part(data, "word/document.xml").count("<w:spacing") == 1


def test_every_run_of_the_paragraph_is_set_closer() -> None:
    xml = _written(f"{THREE[:-6]}**强调**，{{87名}}末。")
    runs = re.findall("<w:rPr>.*?</w:rPr>", xml.split("<w:sectPr")[0])[1:]
    assert len(runs) == 3
    assert all('<w:spacing w:val="-17"/></w:rPr>' in run for run in runs)


@pytest.mark.parametrize(
    ("heading", "number", "count", "spacings"),
    [
        ("# 前\n## 前\n### 名称", "1.", 50, 2),
        ("# 前\n## 名称", "（一）", 48, 0),  # a change of fonts takes a little more room
    ],
)
def test_a_run_in_heading_is_part_of_its_paragraph(
    heading: str, number: str, count: int, spacings: int
) -> None:
    xml = _written(f"{heading} >> {'字' * count}末。")
    assert f"{number}名称。" in xml
    assert xml.count("<w:spacing") == spacings


def test_words_on_turned_pages_are_measured_by_those() -> None:
    turned = "字" * (38 + 40 * 2)
    xml = _written(f"前。\n[横附件] 表\n{turned}末。\n{THREE}末。")
    assert re.findall('<w:spacing w:val="(.*?)"/>', xml) == ["-10"]
