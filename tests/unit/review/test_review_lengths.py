"""Word files whose lengths have units (ISO/IEC 29500-1, 22.9.2.15) read as those without."""

import re
from pathlib import Path

import pytest
from lxml import etree

from documents import LAYOUT
from reference_docx import letterhead, packed
from reference_packs import county, ready
from review_files import edited, found, written
from summarykit.ooxml.elements import MAIN, w
from summarykit.ooxml.measures import count_lengths

FILE = written()
HALF_POINTS = re.compile(r'(<w:(?:sz|szCs|kern|position) w:val=")(-?\d+)"')
_LENGTHS = r"top|bottom|left|right|header|footer|gutter|w|h|space|line|before|after|firstLine"
TWIPS = re.compile(
    rf'(?<=[ ])(w:(?:{_LENGTHS}|linePitch|pos)=")(-?\d+)"(?![^<]*w:type="(?:pct|auto)")'
)


def with_units(text: str) -> str:
    """Return a part with its lengths in points."""
    text = HALF_POINTS.sub(lambda m: f'{m[1]}{int(m[2]) / 2:g}pt"', text)

    def element(match: re.Match[str]) -> str:
        return TWIPS.sub(lambda m: f'{m[1]}{int(m[2]) / 20:g}pt"', match[0])

    names = "pgSz|pgMar|ind|cols|spacing|docGrid|gridCol|tblW|tcW|tblInd"
    return re.sub(rf"<w:(?:{names}) [^>]*>", element, text)


def test_a_file_in_points_is_as_right_as_one_in_twips() -> None:
    def edit(parts: dict[str, str]) -> None:
        for name in ("word/document.xml", "word/styles.xml"):
            changed = with_units(parts[name])
            assert changed.count('pt"') > 5
            parts[name] = changed

    assert found(edited(FILE, edit)) == ()


def test_a_letterhead_in_points_says_the_same_as_one_in_twips(tmp_path: Path) -> None:
    parts = letterhead()
    units = {
        name: with_units(data) if isinstance(data, str) and "word/" in name else data
        for name, data in parts.items()
    }
    assert 'w:top="104.9pt"' in str(units["word/document.xml"])
    assert '<w:sz w:val="16pt"/>' in str(units["word/styles.xml"])

    twips, points = (
        ready(county(tmp_path / name, packed(each))).layout
        for name, each in (("twips", parts), ("points", units))
    )

    assert points == twips != LAYOUT


@pytest.mark.parametrize(
    ("written_as", "read_as"),
    [
        ('<w:pgSz w:w="210mm" w:h="29.7cm"/>', {"w": "11906", "h": "16838"}),
        ('<w:pgMar w:top="1in" w:left="-2pc" w:right=" 2pi "/>',
         {"top": "1440", "left": "-480", "right": "480"}),
        ('<w:spacing w:line="28pt" w:lineRule="exact"/>', {"line": "560", "lineRule": "exact"}),
        ('<w:sz w:val="16pt"/>', {"val": "32"}),
        ('<w:sz w:val="32"/>', {"val": "32"}),
        ('<w:tblW w:w="10cm" w:type="auto"/>', {"w": "5669", "type": "dxa"}),
        ('<w:tblW w:w="100%" w:type="dxa"/>', {"w": "5000", "type": "pct"}),
        ('<w:ind w:left="50%"/>', {"left": "50%"}),
        ('<w:ind w:left="5ells"/>', {"left": "5ells"}),
        ('<w:top w:val="single" w:sz="1pt"/>', {"val": "single", "sz": "1pt"}),
        ('<w:name w:val="16pt"/>', {"val": "16pt"}),
    ],
)  # fmt: skip
def test_a_length_is_counted_in_the_unit_of_its_attribute(
    written_as: str, read_as: dict[str, str]
) -> None:
    root = etree.fromstring(f'<w:all xmlns:w="{MAIN[1:-1]}">{written_as}</w:all>')
    count_lengths(root)
    assert dict(root[0].attrib) == {w(name): said for name, said in read_as.items()}
