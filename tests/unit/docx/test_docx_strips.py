"""Headers and footers that were drawn in Word stand in every file, with what they need."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

import reference_docx
from documents import LAYOUT, doc, layout_with, words
from reference_docx import changed, emblem, field, letterhead, packed, part
from review_files import TREE, described
from summarykit.document import Letterhead
from summarykit.layout import Furniture, Layout, Picture, Strip
from summarykit.packs.places.files import PackFiles
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.reference.laying import with_reference
from summarykit.packs.reference.taking import furniture, model_of, taken
from summarykit.packs.settings.merging import Source
from summarykit.review.reviewing import review
from summarykit.writers.docx import write_docx
from wordfiles import names, opened
from wordfiles import part as part_of

HEAD = Letterhead(words("青石小学"), words("青校函〔2024〕5号"), words("周明远"))


def drawn(reference: bytes, *, keeps: bool = True, **tables: Mapping[str, object]) -> Layout:
    """Return a layout with the letterhead; `tables` are of its own layout.toml."""
    model = model_of(reference)
    assert not model.refused
    found = taken(model, LAYOUT.model_dump(mode="json")).table
    merged = {name: dict(table) for name, table in found.items()}  # type: ignore[call-overload]
    for name, table in tables.items():
        merged[name] = {**merged.get(name, {}), **table}
    return layout_with(**merged).furnished(furniture(model, keeps_number=keeps))


def written(layout: Layout) -> bytes:
    return write_docx(described(TREE), layout)


LETTERHEAD = packed(letterhead())
BOTH_SIDES = changed(
    settings=lambda _: part("settings", "<w:evenAndOddHeaders/>"),
    document=lambda text: text.replace('type="first"', 'type="even"').replace(
        "<w:titlePg/>", ""
    ),
)
NO_NUMBER = changed(
    footer1=lambda _: part("ftr", reference_docx.paragraph("地址：云岭县城关镇")),
    footer2=lambda _: part("ftr", "<w:p/>"),
)
IN_HEADER = changed(
    header1=lambda text: text.replace("</w:hdr>", f"<w:p>{field('PAGE')}</w:p></w:hdr>"),
    footer1=lambda _: part("ftr", "<w:p/>"),
    footer2=lambda _: part("ftr", "<w:p/>"),
)
TABLED = changed(
    footer1=lambda _: part(
        "ftr",
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        f"<w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>{field('PAGE')}</w:p></w:tc></w:tr></w:tbl><w:p/>",
    )
)
SHAPE = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
    'markup-compatibility/2006"><mc:Choice xmlns:x="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape" Requires="x"><w:drawing><wp:inline distT="0" distB="0" distL="0"'
    ' distR="0"><wp:extent cx="5400000" cy="1"/><wp:docPr id="7" name="红线"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<x:wsp><x:cNvCnPr/><x:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1"/>'
    "</a:xfrm>"
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="19050"><a:solidFill>'
    '<a:schemeClr val="accent1"/></a:solidFill></a:ln></x:spPr><x:bodyPr/></x:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
ONLY_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol'
    ' w:w="8000"/></w:tblGrid><w:tr/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl><w:tbl/>'
)
TABLE_HEADER = changed(header1=lambda _: part("hdr", ONLY_TABLE))
SHAPED = changed(header1=lambda text: text.replace("</w:hdr>", f"{SHAPE}</w:hdr>"))
LAYOUTS: Mapping[str, Callable[[], Layout]] = {
    "letterhead": lambda: drawn(LETTERHEAD),
    "of its own number": lambda: drawn(
        LETTERHEAD, keeps=False, page_number={"position": "outer", "inset": "1字"}
    ),
    "no number": lambda: drawn(LETTERHEAD, keeps=False, page_number={"position": "none"}),
    "both sides": lambda: drawn(BOTH_SIDES),
    "without a number": lambda: drawn(NO_NUMBER),
    "number in the header": lambda: drawn(IN_HEADER),
    "number in a table": lambda: drawn(TABLED),
    "only a table": lambda: drawn(TABLE_HEADER),
    "shape": lambda: drawn(SHAPED),
    "letter": lambda: drawn(NO_NUMBER, letterhead={"kind": "letter"}),
    "cover": lambda: drawn(LETTERHEAD, cover={"shown": True}),
}


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Layout:
    return LAYOUTS[request.param]()


def test_a_file_with_a_letterhead_has_no_finding(layout: Layout) -> None:
    assert [str(finding) for finding in review(written(layout), layout)] == []


def test_the_same_input_gives_the_same_bytes(layout: Layout) -> None:
    assert written(layout) == written(layout)


def test_the_body_is_that_of_any_file(layout: Layout) -> None:
    plain = [para.text for para in opened(written(LAYOUT)).paragraphs]
    found = [para.text for para in opened(written(layout)).paragraphs]
    assert found[-len(plain) :] == plain


def test_the_validators_find_nothing(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "总结.docx"
    head = HEAD if layout.letterhead.kind != "none" else None
    path.write_bytes(write_docx(replace(described(TREE), letterhead=head), layout))

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    assert [str(finding) for finding in check(str(path))] == []


def test_readers_find_the_headers_and_footers() -> None:
    section = opened(written(drawn(LETTERHEAD))).sections[0]

    assert section.different_first_page_header_footer
    assert [para.text for para in section.header.paragraphs] == ["云岭县教育局"]
    assert [para.text for para in section.first_page_header.paragraphs] == ["", "云岭县教育局"]
    assert [para.text for para in section.footer.paragraphs] == ["— 1 —"]
    assert section.header_distance is not None
    assert round(section.header_distance.mm, 1) == 15.0


def test_a_picture_is_kept_once_and_as_it_was() -> None:
    twice = changed(
        header1=lambda text: text.replace(
            "</w:hdr>",
            f"<w:p><w:r>{reference_docx.picture()}{reference_docx.picture()}</w:r></w:p></w:hdr>",
        )
    )
    parts = {
        **letterhead(),
        "word/header1.xml": part_of(twice, "word/header1.xml"),
        "word/_rels/header1.xml.rels": reference_docx.relations(("image", "media/image1.png")),
    }
    file = written(drawn(packed(parts)))

    assert [name for name in names(file) if "media" in name] == ["word/media/letterhead1.png"]
    # Two in the headers of the pages, one more in that of the first.
    shown = [part_of(file, f"word/header{n}.xml") for n in (1, 2)]
    assert [text.count('r:embed="rId1"') for text in shown] == [2, 1]
    identities = re.findall(r'docPr id="(\d+)"', "".join(shown))
    assert len({*identities}) == len(identities)


def test_a_picture_of_the_third_kind_is_declared() -> None:
    gif = b"GIF89a\x08\0\x08\0" + bytes(20) + b";"
    file = written(drawn(packed({**letterhead(), "word/media/image1.png": gif})))

    assert 'Extension="gif"' in part_of(file, "[Content_Types].xml")
    assert "word/media/letterhead1.gif" in names(file)
    assert emblem() not in file


def test_what_the_layout_says_of_the_number_replaces_the_paragraph_of_the_number() -> None:
    own = {"position": "center", "form": "-{page}-", "inset": "0字"}
    layout = drawn(
        changed(
            footer1=lambda text: text.replace(
                "<w:p>", f"{reference_docx.paragraph('地址')}<w:p>", 1
            )
        ),
        keeps=False,
        page_number=own,
    )
    section = opened(written(layout)).sections[0]
    assert [para.text for para in section.footer.paragraphs] == ["地址", "-1-"]


def test_without_a_number_the_layouts_stands_below_what_was_drawn() -> None:
    section = opened(written(drawn(NO_NUMBER))).sections[0]
    found = [para.text for para in section.footer.paragraphs]
    assert found == ["地址：云岭县城关镇", "— 1 —"]
    assert [p.text for p in section.even_page_footer.paragraphs] == found
    assert [p.text for p in section.first_page_footer.paragraphs][-1] == "— 1 —"
    # Word has another header for even pages as soon as there is another footer.
    assert [para.text for para in section.even_page_header.paragraphs] == ["云岭县教育局"]


def test_a_letter_has_no_number_on_its_first_page() -> None:
    layout = drawn(NO_NUMBER, letterhead={"kind": "letter"})
    file = write_docx(replace(TREE, letterhead=HEAD), layout)
    first = opened(file).sections[0].first_page_footer
    assert [para.text for para in first.paragraphs] == [""]


def test_no_number_is_asked_for_and_none_is_there() -> None:
    layout = drawn(LETTERHEAD, keeps=False, page_number={"position": "none"})
    section = opened(written(layout)).sections[0]
    assert [para.text for para in section.footer.paragraphs] == [""]


def test_a_number_in_the_header_is_the_only_one() -> None:
    file = written(drawn(IN_HEADER))
    assert not [name for name in names(file) if "footer" in name]
    assert "PAGE" in part_of(file, "word/header1.xml")


def test_pages_that_only_some_footers_number_stay_as_drawn() -> None:
    one = changed(footer2=lambda _: part("ftr", reference_docx.paragraph("首页")))
    section = opened(written(drawn(one))).sections[0]
    assert [para.text for para in section.first_page_footer.paragraphs] == ["首页"]
    own = drawn(one, keeps=False, page_number={"form": "{page}"})
    section = opened(written(own)).sections[0]
    assert [para.text for para in section.first_page_footer.paragraphs] == ["首页"]
    assert [para.text for para in section.footer.paragraphs] == ["1"]


def test_styles_go_along_under_names_of_their_own() -> None:
    styles = part_of(written(drawn(LETTERHEAD)), "word/styles.xml")

    found = re.findall(r'w:styleId="(GwRef\w+)"', styles)
    assert found[:2] == ["GwRefRoot", "GwRefBase"]
    assert len(found) == 2 + len({"header", "Normal", "footer"})
    header = part_of(written(drawn(LETTERHEAD)), "word/header1.xml")
    assert {*re.findall(r'pStyle w:val="(\w+)"', header)} < {*found}


def test_a_shape_keeps_its_line_and_loses_the_old_form() -> None:
    header = part_of(written(drawn(SHAPED)), "word/header1.xml")
    assert '<mc:Choice Requires="wps"><w:drawing>' in header
    assert "<wps:wsp>" in header
    assert "w:pict" not in header
    assert "Fallback" not in header


def test_headers_and_cells_end_with_a_paragraph() -> None:
    header = part_of(written(drawn(TABLE_HEADER)), "word/header1.xml")
    assert re.search(r"<w:tc><w:tcPr/><w:p>.*</w:p></w:tc></w:tr></w:tbl><w:p>", header)
    assert header.count("<w:tbl>") == header.count("<w:tr>") == 1


def test_the_plain_form_of_a_place_stays() -> None:
    place = '<wp:positionH relativeFrom="page"><wp:posOffset>1</wp:posOffset></wp:positionH>'
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    either = (
        f'<mc:AlternateContent xmlns:mc="{space}"><mc:Choice Requires="wp14"><x/></mc:Choice>'
        f"<mc:Fallback>{place}</mc:Fallback></mc:AlternateContent>"
    )
    reference = changed(header2=lambda text: text.replace("<wp:docPr", f"{either}<wp:docPr", 1))
    assert not model_of(reference).left_out
    header = part_of(written(drawn(reference)), "word/header2.xml")
    assert f"{place}<wp:docPr" in header
    assert "AlternateContent" not in header


def test_a_layout_without_a_letterhead_is_written_as_before() -> None:
    assert LAYOUT.furniture == Furniture()
    assert LAYOUT.furnished(Furniture()) == LAYOUT
    assert write_docx(doc("= 甲\n乙\n"), LAYOUT) == write_docx(
        doc("= 甲\n乙\n"), LAYOUT.furnished(Furniture())
    )


def test_layouts_with_other_letterheads_are_not_the_same() -> None:
    other = Furniture(headers=(("default", Strip("<w:p/>")),), pictures=(Picture("png", b""),))
    layout = LAYOUT.furnished(other)
    assert layout != LAYOUT
    assert hash(layout) != hash(LAYOUT)
    assert layout.model_copy(update={"cover": LAYOUT.cover}).furniture == other
    assert layout.furniture.pages == {"default"}
    assert not layout.furniture.counts


def test_a_letterhead_lies_above_the_layouts_below_it() -> None:
    lineage = Lineage((PackFiles("a", {}), PackFiles("b", {}, LETTERHEAD), PackFiles("c", {})))
    tables, _ = with_reference(lineage, [(Source(0), {}), (Source(1), {}), (Source(2), {})])
    assert [source for source, _ in tables] == [
        (0, ""), (1, "reference.docx"), (1, ""), (2, ""),
    ]  # fmt: skip


THEME = part(
    "theme",
    '<a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="AA0011"/></a:accent1></a:clrScheme><a:fontScheme><a:minorFont>'
    '<a:latin typeface="Cambria"/><a:ea typeface="华文中宋"/></a:minorFont></a:fontScheme>'
    "</a:themeElements>",
)


def test_fonts_and_colours_of_a_theme_are_named() -> None:
    themed = '<w:rFonts w:asciiTheme="minorAscii" w:eastAsiaTheme="minorEastAsia"/>'
    red = '<w:color w:val="AA0011" w:themeColor="accent1" w:themeShade="80"/>'
    header = reference_docx.paragraph("红", "", themed + red)
    reference = packed(
        {
            **letterhead(),
            "word/theme/theme1.xml": THEME,
            "word/header1.xml": part("hdr", header + SHAPE),
        }
    )

    file = written(drawn(reference))

    written_header = part_of(file, "word/header1.xml")
    assert (
        '<w:rFonts w:ascii="Cambria" w:eastAsia="华文中宋"/><w:color w:val="AA0011"/>'
        in written_header
    )
    assert '<a:srgbClr val="AA0011"/>' in written_header
    assert "heme" not in re.sub(r"xmlns:\w+=\"[^\"]*\"", "", written_header)
    # So do the defaults of the file.
    assert 'w:ascii="Cambria"' in part_of(file, "word/styles.xml")


def test_a_number_from_words_gallery_is_understood() -> None:
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    inner = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{number}</w:p>'
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent><w:smartTag w:element="x">'
        f"</w:smartTag>{inner}</w:sdtContent></w:sdt>"
    )
    foot = part("ftr", gallery)
    layout = drawn(changed(footer1=lambda _: foot, footer2=lambda _: foot))

    assert (layout.page_number.position, layout.page_number.form) == ("right", "{page}")
    section = opened(written(layout)).sections[0]
    assert len(section.footer.paragraphs) == 1
    footer = part_of(written(layout), "word/footer1.xml")
    assert 'w:instr="PAGE"' in footer
    assert "sdt" not in footer
    assert [str(finding) for finding in review(written(layout), layout)] == []


def test_styles_of_characters_and_tables_go_along() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="c1"><w:name w:val="红字"/><w:rPr>'
        '<w:color w:val="FF0000"/></w:rPr></w:style><w:style w:type="table" w:styleId="t1">'
        '<w:name w:val="线"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0"'
        ' w:color="auto"/></w:tblBorders></w:tblPr></w:style>'
    )
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="t1"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        "<w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
        + reference_docx.paragraph("左", "", '<w:rStyle w:val="c1"/>')
        + "</w:tc></w:tr></w:tbl>"
        + reference_docx.paragraph("右", '<w:pStyle w:val="none"/>', '<w:rStyle w:val="none"/>')
    )
    reference = changed(
        styles=lambda text: text.replace("</w:styles>", f"{styles}</w:styles>"),
        header1=lambda _: part("hdr", table),
    )
    file = written(drawn(reference))

    header, found = part_of(file, "word/header1.xml"), part_of(file, "word/styles.xml")
    kinds = dict(re.findall(r'w:type="(\w+)" w:customStyle="1" w:styleId="(GwRef\d)"', found))
    assert {"character", "table", "paragraph"} <= {*kinds}
    assert f'<w:rStyle w:val="{kinds["character"]}"/>' in header
    assert f'<w:tblStyle w:val="{kinds["table"]}"/>' in header
    assert header.count("<w:rStyle") == 1
    assert "none" not in header


def test_a_file_without_styles_has_those_of_word() -> None:
    parts = letterhead()
    del parts["word/styles.xml"]
    file = written(drawn(packed(parts)))
    header = part_of(file, "word/header1.xml")
    assert 'w:pStyle w:val="GwRefBase"' in header
    assert 'w:styleId="GwRefBase"' in part_of(file, "word/styles.xml")


def test_so_many_styles_are_not_taken_along() -> None:
    count = 300
    styles = "".join(reference_docx.style(f"s{n}", f"样式{n}", "", "") for n in range(count))
    header = "".join(
        reference_docx.paragraph("行", f'<w:pStyle w:val="s{n}"/>') for n in range(count)
    )
    reference = changed(
        styles=lambda text: text.replace("</w:styles>", f"{styles}</w:styles>"),
        header1=lambda _: part("hdr", header),
    )
    found = part_of(written(drawn(reference)), "word/styles.xml")
    assert found.count('w:customStyle="1" w:styleId="GwRef') == 202
