"""What all files of a layout share, and the archive around it."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from documents import LAYOUT, doc, layout_with
from summarykit.document import Document, Properties
from summarykit.writers import WRITERS
from summarykit.writers.docx import write_docx
from wordfiles import W, names, opened, part

TREE = doc("= 总结\n正文。", organisation="青石小学", date="2024-07-05")
DATA = write_docx(TREE, LAYOUT)


def test_the_archive_is_sound_and_without_a_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_every_part_has_its_type_and_is_well_formed() -> None:
    types = part(DATA, "[Content_Types].xml")
    for name in names(DATA):
        ET.fromstring(part(DATA, name))  # noqa: S314 - our own
        assert name.endswith(".rels") or name == "[Content_Types].xml" or f'"/{name}"' in types


def test_properties_tell_the_school_and_the_day_and_no_person() -> None:
    properties = opened(DATA).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (
        "总结", "青石小学", "青石小学",
    )  # fmt: skip
    assert properties.language == "zh-CN"
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2024-07-05"
    assert properties.modified == properties.created


@pytest.mark.parametrize("date", ["", "2024-07", "2024年7月5日"])
def test_without_a_full_date_there_is_none(date: str) -> None:
    tree = Document((), (), Properties("题", "校", "主题", ("甲", "乙&丙"), date))
    core = part(write_docx(tree, LAYOUT), "docProps/core.xml")
    assert "dcterms:created" not in core
    assert "<dc:subject>主题</dc:subject>" in core
    assert "<cp:keywords>甲，乙&amp;丙</cp:keywords>" in core


def test_the_page_is_that_of_the_standard() -> None:
    assert part(DATA, "word/document.xml").endswith(
        '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="even" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851"'
        ' w:footer="1446" w:gutter="0"/><w:cols w:space="425"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>'
    )


@pytest.mark.parametrize(
    ("grid", "written"),
    [
        ("none", '<w:cols w:space="425"/></w:sectPr>'),
        ("word", '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>'),
    ],
)
def test_the_grid_can_be_another(grid: str, written: str) -> None:
    data = write_docx(TREE, layout_with(page={"grid": grid}))
    assert written in part(data, "word/document.xml")
    # The character grid sets the pitch itself; condensing as well would fit 29.
    assert ('<w:spacing w:val="-5"/>' in part(data, "word/styles.xml")) == (grid == "none")


def _style(identity: str) -> ET.Element:
    styles = ET.fromstring(part(DATA, "word/styles.xml"))  # noqa: S314 - our own
    return next(each for each in styles if each.get(f"{W}styleId") == identity)


@pytest.mark.parametrize(
    ("identity", "name", "font", "size", "line"),
    [
        ("Normal", "Normal", "仿宋_GB2312", "32", "579"),
        ("Title", "Title", "方正小标宋简体", "44", "700"),
        ("Subtitle", "Subtitle", "楷体_GB2312", "32", "579"),
        ("Heading1", "heading 1", "黑体", "32", "579"),
        ("Heading2", "heading 2", "楷体_GB2312", "32", "579"),
        ("Heading3", "heading 3", "仿宋_GB2312", "32", "579"),
        ("GwAttMark", "附件标识", "黑体", "32", "579"),
        ("GwTableText", "表格文字", "仿宋_GB2312", "24", "360"),
        ("Footer", "footer", "宋体", "28", "280"),
    ],
)
def test_styles_have_chinese_fonts_and_an_exact_pitch_off_the_grid(
    identity: str, name: str, font: str, size: str, line: str
) -> None:
    style = _style(identity)
    found = {
        path: style.find("/".join(f"{W}{step}" for step in path.split("/")))
        for path in ("name", "rPr/rFonts", "rPr/sz", "pPr/spacing", "pPr/snapToGrid", "pPr/ind")
    }
    assert all(each is not None for each in found.values())
    told = {path: each.attrib for path, each in found.items() if each is not None}
    assert told["name"][f"{W}val"] == name
    assert told["rPr/rFonts"][f"{W}eastAsia"] == font
    assert told["rPr/sz"][f"{W}val"] == size
    assert told["pPr/spacing"][f"{W}line"] == line
    assert told["pPr/spacing"][f"{W}lineRule"] == "exact"
    assert told["pPr/snapToGrid"][f"{W}val"] == "0"
    characters = int(told["pPr/ind"][f"{W}firstLineChars"])
    assert int(told["pPr/ind"][f"{W}firstLine"]) == characters * int(size) // 10


def test_headings_are_in_the_outline_and_stay_with_their_text() -> None:
    for level in range(4):
        style = _style(f"Heading{level + 1}")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        assert outline is not None
        assert outline.get(f"{W}val") == str(level)
        keep = style.find(f"{W}pPr/{W}keepNext")
        assert keep is not None
        assert keep.get(f"{W}val") is None


def test_no_font_comes_from_the_theme_and_all_is_chinese() -> None:
    styles = part(DATA, "word/styles.xml")
    assert "Theme" not in styles
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in styles
    settings = part(DATA, "word/settings.xml")
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' in settings
    assert 'w:name="compatibilityMode"' in settings


def test_fonts_name_what_replaces_them() -> None:
    fonts = part(DATA, "word/fontTable.xml")
    assert (
        '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/>' in fonts
    )
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in fonts
    assert '<w:altName w:val="Liberation Serif"/><w:charset w:val="00"/>' in fonts


@pytest.mark.parametrize(
    ("position", "footers", "alternating"),
    [
        ("outer", ["right", "left"], True),
        ("center", ["center"], False),
        ("right", ["right"], False),
        ("left", ["left"], False),
        ("none", [], False),
    ],
)
def test_page_numbers_stand_where_the_layout_says(
    position: str, footers: list[str], *, alternating: bool
) -> None:
    data = write_docx(TREE, layout_with(page_number={"position": position}))
    written = [part(data, name) for name in names(data) if "footer" in name]
    assert len(written) == len(footers)
    for xml, side in zip(written, footers, strict=True):
        assert f'<w:jc w:val="{side}"/>' in xml
        assert (f'w:{side}Chars="100" w:{side}="280"' in xml) == (side != "center")
        assert "> PAGE </w:instrText>" in xml
        assert '<w:t xml:space="preserve">— </w:t>' in xml
    assert ("evenAndOddHeaders" in part(data, "word/settings.xml")) == alternating


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("-{page}-", ["-", "PAGE", "1", "-"]),
        ("{page}", ["PAGE", "1"]),
        ("第{page}页 共{pages}页", ["第", "PAGE", "1", "页 共", "NUMPAGES", "1", "页"]),
        ("{pages}-{page}", ["NUMPAGES", "1", "-", "PAGE", "1"]),
    ],
)
def test_a_page_number_has_the_form_of_the_layout(form: str, shown: list[str]) -> None:
    data = write_docx(TREE, layout_with(page_number={"form": form, "position": "center"}))
    footer = ET.fromstring(part(data, "word/footer1.xml"))  # noqa: S314 - our own
    pieces = [each for each in footer.iter() if each.tag in {f"{W}t", f"{W}instrText"}]
    assert [(each.text or "").strip() for each in pieces] == shown


def test_margins_can_be_mirrored() -> None:
    assert "mirrorMargins" not in part(DATA, "word/settings.xml")
    mirrored = write_docx(TREE, layout_with(page={"mirror": True}))
    assert "<w:mirrorMargins/>" in part(mirrored, "word/settings.xml")


def test_names_of_fonts_are_escaped() -> None:
    layout = layout_with(fonts={"hei": {"name": 'A&B"<', "alternatives": []}})
    data = write_docx(TREE, layout)
    assert 'w:name="A&amp;B&quot;&lt;"' in part(data, "word/fontTable.xml")
    ET.fromstring(part(data, "word/styles.xml"))  # noqa: S314 - our own


@pytest.mark.parametrize("suffix", ["docx", "md", "txt"])
def test_every_writer_is_a_function_from_tree_and_layout_to_bytes(suffix: str) -> None:
    data = WRITERS[suffix](TREE, LAYOUT)
    assert data == WRITERS[suffix](TREE, LAYOUT)
    assert data if suffix == "docx" else "正文。" in data.decode()
