"""A letterhead from anywhere: what must not go into other files is refused, by name."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

import reference_docx
from documents import LAYOUT
from reference_docx import changed, field, letterhead, packed, paragraph, part, relations
from summarykit.diagnostics import Code, Severity
from summarykit.ooxml import opening, refusals
from summarykit.packs import read_pack
from summarykit.packs.places.files import PackFiles
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.reference.laying import with_reference
from summarykit.packs.reference.taking import model_of
from summarykit.packs.settings.merging import Source

COUNTY = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = (
    '<Relationship Id="rId9" Type="{related}/{kind}" Target="{target}" TargetMode="External"/>'
    "</Relationships>"
)


def said_of(reference: bytes) -> list[str]:
    """Return what is said of a letterhead; it is refused, or has warnings."""
    lineage = Lineage((PackFiles("county", MappingProxyType({}), reference),))
    own = ((Source(0), LAYOUT.model_dump(mode="json")),)
    tables, findings = with_reference(lineage, own)
    assert (len(tables) > 1) == all(f.severity is Severity.WARNING for f in findings)
    assert all(f.at.source == "county/reference.docx" for f in findings)
    return [str(f.message) for f in findings]


def test_a_pack_whose_letterhead_is_refused_cannot_be_used(tmp_path: Path) -> None:
    place = tmp_path / "county"
    place.mkdir()
    (place / "pack.toml").write_text(COUNTY, "utf-8")
    (place / "reference.docx").write_bytes(b"")
    result = read_pack(place)
    assert result.pack is None
    assert [finding.code for finding in result.findings] == [Code.REFERENCE_REFUSED]


PAGES_FROM = "the first page number or its form"


def in_section(said: str) -> bytes:
    """Return the letterhead with something more said of its page."""
    return changed(document=lambda text: text.replace("<w:cols", f"{said}<w:cols"))


def with_part(name: str, data: str | bytes = b"x") -> bytes:
    return packed({**letterhead(), name: data})


def with_type(kind: str) -> bytes:
    parts = letterhead()
    types = str(parts["[Content_Types].xml"])
    override = f'<Override PartName="/word/x.xml" ContentType="{kind}"/></Types>'
    return packed({**parts, "[Content_Types].xml": types.replace("</Types>", override)})


def with_relation(kind: str, target: str = "x.bin", *, outside: bool = False) -> bytes:
    parts = letterhead()
    name = "word/_rels/document.xml.rels"
    more = OUTSIDE.format(related=RELATED, kind=kind, target=target)
    more = more if outside else more.replace(' TargetMode="External"', "")
    return packed({**parts, name: str(parts[name]).replace("</Relationships>", more)})


def in_header(content: str) -> bytes:
    return changed(header1=lambda text: text.replace("</w:hdr>", f"{content}</w:hdr>"))


def in_second_header(content: str) -> bytes:
    """Return the letterhead with more in the header that has a picture."""
    return changed(header2=lambda text: text.replace("</w:hdr>", f"{content}</w:hdr>"))


def drawn_with(old: str, new: str) -> str:
    """Return a picture with something else in it; it is the one of the second header."""
    assert old in reference_docx.picture()
    return reference_docx.picture().replace(old, new)


def in_run(drawing: str) -> str:
    return f"<w:p><w:r>{drawing}</w:r></w:p>"


def in_body(content: str) -> bytes:
    return changed(document=lambda text: text.replace("<w:body>", f"<w:body>{content}"))


ONLY = "where only page numbers can be"
MACROS = "it holds macros: save it as .docx, not as .docm"
OBJECTS = "it holds objects of other programs: delete them"
CONTROLS = "it holds ActiveX controls: delete them"
PIECES = "it holds pieces of other files: put their content in instead"
LINKS = "it holds a link: turn the link into plain text"
CHANGES = "changes are tracked in it: accept or reject all of them"
COMMENTS = "there are comments in it: delete them"


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        (with_part("word/vbaProject.bin"), MACROS),
        (with_part("word/VBADATA.xml", "<x/>"), MACROS),
        (with_type("application/vnd.ms-word.document.macroEnabled.main+xml"), MACROS),
        (with_relation("vbaProject"), MACROS),
        (with_part("word/embeddings/oleObject1.bin"), OBJECTS),
        (with_type("application/vnd.openxmlformats-officedocument.oleObject"), OBJECTS),
        (with_relation("oleObject"), OBJECTS),
        (with_part("word/activeX/activeX1.xml", "<x/>"), CONTROLS),
        (with_type("application/vnd.ms-office.activeX+xml"), CONTROLS),
        (with_relation("control"), CONTROLS),
        (with_relation("aFChunk"), PIECES),
        (with_relation("hyperlink", "http://example.org", outside=True), LINKS),
        (
            with_relation("attachedTemplate", "file:///C:/x.dotm", outside=True),
            "it refers to something outside, file:///C:/x.dotm (attachedTemplate)",
        ),
        (
            with_part(
                "customXml/_rels/item1.xml.rels",
                relations(("image", "x")).replace('get="x"', 'get="//x" TargetMode="External"'),
            ),
            "it refers to something outside, //x (image)",
        ),
        (
            with_part("customXml/_rels/item1.xml.rels", "<x"),
            "the part customXml/_rels/item1.xml.rels of the file is damaged",
        ),
        (
            with_part("[Content_Types].xml", "<x"),
            "the part [Content_Types].xml of the file is damaged",
        ),
        (in_header('<w:p><w:hyperlink w:anchor="x"/></w:p>'), LINKS),
        (in_header("<w:p><w:r><w:object/></w:r></w:p>"), OBJECTS),
        (in_header('<w:altChunk r:id="x"/>'), PIECES),
        (in_header(f"<w:ins>{paragraph('新')}</w:ins>"), CHANGES),
        (in_header("<w:p><w:pPr><w:pPrChange/></w:pPr></w:p>"), CHANGES),
        (in_header('<w:p><w:commentRangeStart w:id="1"/></w:p>'), COMMENTS),
    ],
)
def test_what_must_not_travel_is_refused(reference: bytes, reason: str) -> None:
    assert said_of(reference) == [f"this Word file is refused: {reason}"]


def without(name: str) -> bytes:
    return packed({key: data for key, data in letterhead().items() if key != name})


def with_relations(old: str, new: str) -> bytes:
    parts = letterhead()
    name = "word/_rels/document.xml.rels"
    assert old in str(parts[name])
    return packed({**parts, name: str(parts[name]).replace(old, new)})


MISSING = "a header or footer of it is missing: save it anew in Word"
DAMAGED = "the part word/document.xml of the file is damaged"


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        (without("word/header2.xml"), MISSING),
        (without("word/footer1.xml"), MISSING),
        (without("word/_rels/document.xml.rels"), MISSING),
        (with_relations('Id="rId3"', 'Id="rId33"'), MISSING),
        (with_relations("header1.xml", "styles.xml"), MISSING),
        (with_relations("header1.xml", "footer1.xml"), MISSING),
        (with_relations("/header", "/styles"), MISSING),
        (changed(document=lambda _: "<html/>"), DAMAGED),
        (changed(document=lambda _: part("document", "")), DAMAGED),
    ],
)
def test_headers_that_are_not_there_are_missed(reference: bytes, reason: str) -> None:
    assert said_of(reference) == [f"this Word file is refused: {reason}"]


@pytest.mark.parametrize(
    "code",
    ["INCLUDEPICTURE http://x", "DDEAUTO cmd", "HYPERLINK x", "DATE", "IF 1 = 1", "", "AUTHOR"],
)
@pytest.mark.parametrize(
    "spelt",
    [
        field,
        lambda code: f'<w:fldSimple w:instr="{code}"/>',
        lambda code: f"<w:r><w:instrText>{code}</w:instrText></w:r>",
        lambda code: "".join(
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                *(f"<w:r><w:instrText>{sign}</w:instrText></w:r>" for sign in code),
            )
        ),
    ],
)
def test_only_fields_that_count_pages_may_stand_there(
    code: str, spelt: Callable[[str], str]
) -> None:
    name = code.split(maxsplit=1)[0] if code else "?"
    assert said_of(in_header(f"<w:p>{spelt(code)}</w:p>")) == [
        f"this Word file is refused: there is a field {name} in a header or footer, {ONLY}"
    ]


def test_a_field_within_a_field_is_seen() -> None:
    outer = field("PAGE").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/>', field("LINK x") + "<w:r>", 1
    )
    assert "field LINK" in said_of(in_header(f"<w:p>{outer}</w:p>"))[0]


LOST = "a picture in a header or footer is missing: insert it anew"
DAMAGED_PICTURE = "the picture image1.png is damaged"
PIXELS = "the picture image1.png has too many pixels"
EMBLEM = reference_docx.emblem(8)


def gif(width: int, height: int, end: bytes = b";") -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(3) + end


def jpeg(width: int, height: int, end: bytes = b"\xff\xd9") -> bytes:
    """Return a JPEG that starts as those of cameras do: filling, a restart, other segments."""
    before = b"\xff\xd8\xff\xff\xe0\0\4ab\xff\xd0\xff\xc4\0\3x"
    return before + b"\xff\xc2\0\x0b\x08" + struct.pack(">HH", height, width) + bytes(4) + end


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (gif(0, 0), DAMAGED_PICTURE),
        (gif(8, 8, b""), DAMAGED_PICTURE),
        (b"GIF89a", DAMAGED_PICTURE),
        (gif(60_000, 60_000), PIXELS),
        (jpeg(8, 0), DAMAGED_PICTURE),
        (jpeg(8, 8, b""), DAMAGED_PICTURE),
        (jpeg(8, 8)[:20], DAMAGED_PICTURE),
        (b"\xff\xd8\xff\xda\0\2", DAMAGED_PICTURE),
        (b"\xff\xd8\xff", DAMAGED_PICTURE),
        (jpeg(60_000, 60_000), PIXELS),
        (EMBLEM[:16] + bytes(8) + EMBLEM[24:], DAMAGED_PICTURE),
        (EMBLEM[:-20], DAMAGED_PICTURE),
        (EMBLEM[:12], DAMAGED_PICTURE),
    ],
)
def test_sizes_of_pictures_are_read_whatever_their_kind(picture: bytes, reason: str) -> None:
    said = said_of(with_part("word/media/image1.png", picture))
    assert said == [f"this Word file is refused: {reason}"]


@pytest.mark.parametrize("picture", [gif(8, 8), jpeg(8, 8), EMBLEM])
def test_sound_pictures_of_three_kinds_are_taken_over(picture: bytes) -> None:
    assert said_of(with_part("word/media/image1.png", picture)) == []


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"\x01\0\0\0emf", "the picture image1.png is neither PNG, JPEG nor GIF"),
        (b"<svg/>", "the picture image1.png is neither PNG, JPEG nor GIF"),
        (b"", LOST),
        (b"\xff\xd8\xff" + bytes(1024 * 1024), "the picture image1.png has more than 1024 KiB"),
        (
            reference_docx.emblem(8)[:16] + b"\0\1\0\0\0\1\0\0" + reference_docx.emblem(8)[24:],
            "the picture image1.png has too many pixels",
        ),
    ],
)
def test_pictures_of_other_kinds_are_refused(picture: bytes, reason: str) -> None:
    said = said_of(with_part("word/media/image1.png", picture))
    assert said == [f"this Word file is refused: {reason}"]


def test_a_picture_that_is_nowhere_is_missed() -> None:
    lost = f"this Word file is refused: {LOST}"
    for name in ("word/media/image1.png", "word/_rels/header2.xml.rels"):
        assert said_of(without(name)) == [lost]


def test_a_damaged_picture_is_no_picture() -> None:
    with_crc = bytearray(packed(letterhead()))
    at = with_crc.index(b"IDAT")
    with_crc[at + 50] ^= 1
    assert opening.other_part(bytes(with_crc), "word/media/image1.png", 10**6) == b""


def test_what_is_no_word_file_is_refused() -> None:
    for data in (b"", b"hello", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\3\4"):
        (said,) = said_of(data)
        assert said.startswith("this Word file is refused: ")


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    (said,) = said_of(with_part("word/header1.xml", bomb))
    assert "declares entities" in said


def test_a_bomb_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in letterhead().items():
            archive.writestr(name, data)
        archive.writestr("word/media/x.bin", bytes(3 * 1024 * 1024))
    (said,) = said_of(file.getvalue())
    assert "would unfold to 3 MiB" in said


def test_too_many_parts_are_refused() -> None:
    many = {f"word/x{n}.bin": b"" for n in range(300)}
    (said,) = said_of(packed({**letterhead(), **many}))
    assert said == "this Word file is refused: the file has 312 parts, more than are read"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "county"
    place.mkdir()
    (place / "pack.toml").write_text(COUNTY, "utf-8")
    (place / "reference.docx").write_bytes(bytes(2 * 1024 * 1024 + 1))
    archive = tmp_path / "packed.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for name in ("pack.toml", "reference.docx"):
            file.write(place / name, name)
    for source in (place, archive):
        (finding,) = read_pack(source).findings
        assert finding.code is Code.PACK_INVALID
        assert str(finding.message).endswith("it has more than 2048 KiB")


def test_a_header_that_is_too_long_is_refused() -> None:
    (said,) = said_of(in_header(paragraph("字" * 300_000)))
    assert said == "this Word file is refused: a header or footer of it is too long"


PICT = "<w:r><w:pict/></w:r>"
CHART = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData"
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
HUGE = "99999999999999"
RUN = "<w:r><w:t>字</w:t></w:r>"
UNKNOWN = (
    ("<w:p><w:pPr><w:foo/></w:pPr></w:p>", "w:foo, which is not known"),
    ("<w:p><w:pPr><w:script>x</w:script></w:pPr></w:p>", "w:script, which is not known"),
    ("<w:p><w:r><w:rPr><w:script/></w:rPr></w:r></w:p>", "w:script, which is not known"),
    ('<w:p><w:pPr><w:jc w:val="foo"/></w:pPr></w:p>', 'w:jc="foo", which is not known'),
    ("<w:p><w:pPr><w:jc/></w:pPr></w:p>", "w:jc, which is not known"),
    (
        '<w:p><w:r><w:rPr><w:sz w:val="-99999"/></w:rPr></w:r></w:p>',
        'w:sz="-99999", which is not known',
    ),
    (
        '<w:p><w:r><w:rPr><w:sz w:val="x"/></w:rPr></w:r></w:p>',
        'w:sz="x", which is not known',
    ),
    (f"<w:p><w:p>{RUN}</w:p></w:p>", "w:p where it cannot stand"),
    (RUN, "w:r where it cannot stand"),
    (f"<w:p>{RUN}<w:pPr/></w:p>", "w:pPr where it cannot stand"),
    ("<w:p><w:pPr><w:b/></w:pPr></w:p>", "w:b where it cannot stand"),
    ("<w:p>散落的字</w:p>", "散落的字, which is not known"),
    ("<w:p/>末尾", "末尾, which is not known"),
    (
        f'<w:p><m:oMath xmlns:m="{MATH}"><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>',
        "m:oMath, which is not known",
    ),
    (
        f'<w:p><oMath xmlns="{MATH}"><t>x=1</t></oMath></w:p>',
        "oMath, which is not known",
    ),
    (
        in_run(drawn_with("<wp:docPr", "<wp:foo/><wp:docPr")),
        "wp:foo, which is not known",
    ),
    (
        in_run(drawn_with("<wp:docPr", "<w:p/><wp:docPr")),
        "w:p where it cannot stand",
    ),
    (
        in_run(drawn_with('cx="432000"', f'cx="{HUGE}"')),
        f'cx="{HUGE}", which is not known',
    ),
    (
        in_run(drawn_with('cy="432000"', 'cy="-1"')),
        'cy="-1", which is not known',
    ),
    (
        in_run(drawn_with("<wp:docPr", f"<wp:posOffset>{HUGE}</wp:posOffset><wp:docPr")),
        f'posOffset="{HUGE}", which is not known',
    ),
)


@pytest.mark.parametrize(
    ("reference", "left"),
    [
        (in_header(f"<w:p>{PICT}</w:p>"), "a drawing of an old or uncommon kind"),
        (in_header(f"<w:p>{CHART}</w:p>"), "a chart, a diagram or a group of drawings"),
        (
            in_header(
                f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wpg">'
                f"{CHART}</mc:Choice><mc:Fallback>{PICT}</mc:Fallback></mc:AlternateContent>"
                "</w:r></w:p>"
            ),
            "a drawing of an old or uncommon kind",
        ),
        (in_header("<w:p><w:pPr><w:numPr/></w:pPr></w:p>"), "automatic numbers"),
        (in_header("<w:ruby/>"), "w:ruby, which is not known"),
        *((in_second_header(content), left) for content, left in UNKNOWN),
        (
            in_body(paragraph("这里是一段给人看的样例文字")),
            "the text of the body, “这里是一段给人看的样例文…”",
        ),
        (in_body("<w:tbl/>"), "the tables of the body"),
        (in_body(f"<w:p>{PICT}</w:p>"), "the pictures and text boxes of the body"),
        (
            in_body(f"<w:p><w:pPr><w:sectPr>{reference_docx.SECTION}</w:sectPr></w:pPr></w:p>"),
            "the 1 sections after the first",
        ),
        (
            changed(document=lambda text: text.replace("<w:cols", "<w:pgBorders/><w:cols")),
            "a border around the page",
        ),
        (
            changed(document=lambda text: text.replace("<w:cols", "<w:bidi/><w:cols")),
            "w:bidi, which is not known",
        ),
        (
            changed(document=lambda text: text.replace("<w:cols", '<w:cols w:num="2"')),
            "the columns",
        ),
        (
            changed(document=lambda text: text.replace('w:gutter="0"', 'w:gutter="100"')),
            "the gutter",
        ),
        (
            changed(document=lambda text: text.replace('w:left="1531"', 'w:left="-1531"')),
            "a left margin of less than 0",
        ),
        (
            changed(document=lambda text: text.replace('w:right="1531"', 'w:right="-2cm"')),
            "a right margin of less than 0",
        ),
        (
            changed(document=lambda text: text.replace('w:header="850"', 'w:header="-850"')),
            "a header at less than 0 from the edge",
        ),
        (
            changed(document=lambda text: text.replace('w:footer="1304"', 'w:footer="-1"')),
            "a footer at less than 0 from the edge",
        ),
        (in_section('<w:pgNumType w:fmt="upperRoman"/>'), PAGES_FROM),
        (in_section('<w:pgNumType w:fmt="decimal" w:start="3"/>'), PAGES_FROM),
        (in_section('<w:textDirection w:val="tbRl"/>'), "vertical text"),
        (in_section('<w:vAlign w:val="center"/>'), "text in the middle of the page"),
        (
            changed(document=lambda text: text.replace('w:w="11906"', 'w:w="20000"')),
            "the page that lies on its side",
        ),
        (
            changed(
                styles=lambda text: text.replace("<w:keepNext/>", '<w:ind w:left="9"/>', 1)
            ),
            "the indent of all lines of 一级标题样式",
        ),
        (
            changed(styles=lambda text: text.replace("<w:b/>", '<w:u w:val="single"/>')),
            "underlining of 二级标题样式",
        ),
        (
            changed(
                styles=lambda text: text.replace("<w:keepNext/>", '<w:jc w:val="distribute"/>')
            ),
            "the alignment of 一级标题样式, 二级标题样式",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_named(reference: bytes, left: str) -> None:
    assert said_of(reference) == [f"not taken over: {left}"]


def test_what_is_as_usual_is_not_named() -> None:
    # As LibreOffice writes it.
    usual = (
        '<w:pgNumType w:fmt="decimal"/><w:formProt w:val="false"/><w:vAlign w:val="top"/>'
        '<w:textDirection w:val="lrTb"/>'
    )
    assert said_of(in_section(usual)) == []
    assert said_of(in_section('<w:pgNumType w:start="1"/>')) == []


def test_each_reason_is_given_once() -> None:
    assert len(refusals._KINDS) > len({*refusals._KINDS.values()})
    parts = {**letterhead(), "word/vbaProject.bin": b"", "word/vbaData.xml": "<x/>"}
    assert len(said_of(packed(parts))) == 1


def test_a_file_without_styles_or_a_section_says_nothing() -> None:
    kept = ("[Content_Types].xml", "_rels/.rels")
    parts = {name: letterhead()[name] for name in kept}
    parts["word/document.xml"] = part("document", "<w:body/>")
    assert said_of(packed(parts)) == []


def test_what_programs_add_beside_is_left_out_in_silence() -> None:
    added = '<x:size xmlns:x="urn:x"><x:width>0</x:width></x:size><a:extLst/><wp:docPr'
    drawing = drawn_with("<wp:docPr", added)
    assert said_of(in_second_header(in_run(drawing))) == []
    header = model_of(in_second_header(in_run(drawing))).strips[1].before
    assert "extLst" not in header
    assert "size" not in header
