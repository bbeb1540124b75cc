"""The imprint in a Word file, and in the other formats (GB/T 9704-2012, 7.4)."""

import re
from dataclasses import replace

import pytest

from documents import LAYOUT, doc, layout_with, words
from summarykit.document import Document, Imprint, Letterhead, text_of
from summarykit.writers.docx import write_docx
from summarykit.writers.markdown import write_markdown
from summarykit.writers.plain import write_text
from wordfiles import W, body, lines, paragraph_xml, part

COPIES = (words("云岭县民政局"), words("青石镇人民政府"))
WHOLE = Imprint(COPIES, words("学校办公室"), words("2024年7月8日"))
HEAD = Letterhead(words("青石小学"))
COPIED, ISSUED = "抄送：云岭县民政局，青石镇人民政府。", "学校办公室\t2024年7月8日印发"


def _ended(end: Imprint = WHOLE, text: str = "= 题\n正文。") -> Document:
    return replace(doc(text), imprint=end)


def _lines(data: bytes) -> list[str]:
    return re.findall('<w:(?:top|bottom) w:val="(?:single|nil)".*?/>', _table(data))


def _table(data: bytes) -> str:
    main = part(data, "word/document.xml")
    return main[main.index("<w:tbl>") : main.index("</w:tbl>")]


def test_an_imprint_is_a_table_that_floats_to_the_foot_of_the_page() -> None:
    data = write_docx(_ended(), LAYOUT)
    assert list(lines(data))[-4:] == ["", COPIED, ISSUED, ""]
    assert [child.tag.removeprefix(W) for child in body(data)][-3:] == ["tbl", "p", "sectPr"]
    assert 'w:vertAnchor="margin"' in _table(data)
    assert 'w:tblpYSpec="bottom"' in _table(data)
    assert '<w:tblW w:w="8845" w:type="dxa"/>' in _table(data)


def test_its_outer_lines_are_heavier_than_the_one_between() -> None:
    found = _lines(write_docx(_ended(), LAYOUT))
    assert [re.findall('w:sz="(.)"', line) for line in found] == [["8"], ["6"], ["6"], ["8"]]


def test_copies_stand_one_character_from_either_side_and_under_one_another() -> None:
    data = write_docx(_ended(), LAYOUT)
    copied, issued = paragraph_xml(data, "抄送"), paragraph_xml(data, "印发")
    assert 'w:left="1120" w:right="280" w:firstLineChars="0" w:hanging="840"/>' in copied
    assert '<w:tab w:val="right" w:pos="8565"/>' in issued
    assert '<w:sz w:val="28"/>' in copied


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (Imprint(copies=COPIES), [COPIED]),
        (Imprint(issuer=words("学校办公室")), ["学校办公室\t"]),
        (Imprint(date=words("2024年7月8日")), ["\t2024年7月8日印发"]),
    ],
)
def test_what_is_not_known_is_not_printed(end: Imprint, told: list[str]) -> None:
    data = write_docx(_ended(end), LAYOUT)
    assert list(lines(data))[-2:-1] == told
    assert [re.findall('w:sz="(.)"', line) for line in _lines(data)] == [["8"], ["8"]]


def test_a_letter_has_no_lines_about_its_imprint() -> None:
    letter = layout_with(letterhead={"kind": "letter"})
    assert "single" not in _table(write_docx(replace(_ended(), letterhead=HEAD), letter))
    assert "single" in _table(write_docx(_ended(), letter))


def test_after_a_turned_attachment_the_imprint_stands_upright() -> None:
    data = write_docx(_ended(text="= 题\n正文。\n[横附件] 表\n| 项\n| 1"), LAYOUT)
    sections = re.findall("<w:pgSz .*?/>", part(data, "word/document.xml"))
    assert ["landscape" in each for each in sections] == [False, True, False]


def test_every_format_ends_with_the_imprint() -> None:
    told = ["抄送：云岭县民政局，青石镇人民政府。", "学校办公室", "2024年7月8日印发"]
    assert list(text_of(_ended()))[-3:] == told
    assert write_text(_ended(), LAYOUT).decode().endswith("\n\n" + "\n".join(told) + "\n")
    markdown = write_markdown(_ended(), LAYOUT).decode()
    assert markdown.endswith("\n\n" + "\n\n".join(told) + "\n")
