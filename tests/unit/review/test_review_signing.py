"""Who signs a file and where: with a name, without one, with the date above or alone."""

import pytest

from documents import LAYOUT, doc, layout_with
from review_files import Edit, edited, found, of_blocks, pattern, swap, written
from summarykit.layout import Layout

UNIT = "云岭县青石镇中心小学"
BY_DATE = layout_with(signature={"unit": "unless_in_title"})
SIGNED = r'<w:p><w:pPr><w:pStyle w:val="Signature"/>(?:(?!</w:p>).)*</w:p>'
BLANK = "<w:p><w:pPr><w:keepNext/><w:widowControl/></w:pPr></w:p>"
FILE = written(
    document=doc(f"= {UNIT}工作总结\n正文。\n署名： {UNIT}，2024年7月5日", organisation=UNIT)
)
ALONE = written(
    BY_DATE, doc(f"= {UNIT}工作总结\n正文。\n署名： {UNIT}，2024年7月5日", organisation=UNIT)
)
NAMELESS = written(document=doc(f"= 工作总结\n正文。\n署名： {UNIT}，2024年7月5日"))


def codes(data: bytes, layout: Layout = LAYOUT) -> list[str]:
    return [finding.code.name for finding in found(data, layout)]


def test_the_layout_says_whether_a_title_that_names_the_organisation_is_enough() -> None:
    assert codes(FILE) == codes(ALONE, BY_DATE) == codes(NAMELESS, BY_DATE) == []
    assert codes(ALONE) == ["S01"]
    assert codes(FILE, BY_DATE) == ["S01"]
    assert codes(edited(NAMELESS, pattern(SIGNED, "")), BY_DATE) == ["S01"]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (swap('w:rightChars="200" w:right="630"', 'w:rightChars="400" w:right="1260"'), ""),
        (swap('w:rightChars="200" w:right="630"', 'w:rightChars="700" w:right="2205"'), "S03"),
        (pattern('(<w:pStyle w:val="Date"/>)', r'\1<w:jc w:val="center"/>'), "S03"),
        (pattern(f'{BLANK}(<w:p><w:pPr><w:pStyle w:val="Date")', r"\1"), "S04"),
    ],
)
def test_a_date_that_stands_alone_has_its_place(edit: Edit, said: str) -> None:
    assert "".join(codes(edited(ALONE, edit), BY_DATE)) == said


def test_a_date_above_the_organisation_is_seen_without_styles() -> None:
    def line(text: str, right: int) -> str:
        place = f'<w:ind w:firstLineChars="0" w:firstLine="0" w:rightChars="{right}00"/>'
        look = f'{place}<w:jc w:val="right"/>'
        return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    title = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{UNIT}总结</w:t></w:r></w:p>'
    )
    text = "<w:p><w:r><w:t>正文。</w:t></w:r></w:p><w:p/>"
    name, date = line(UNIT, 2), line("2024年7月5日", 4)
    assert "S03" not in codes(of_blocks(title, text, name, date))
    assert "S03" in codes(of_blocks(title, text, date, name))


@pytest.mark.parametrize(
    "date", ["2024.7.5", "2024年7月05日", "二〇二四年七月五日", "2024年7月"]
)
def test_a_wrong_date_is_named_once_whatever_its_length(date: str) -> None:
    assert codes(edited(FILE, swap("2024年7月5日<", f"{date}<"))) == ["S02"]
