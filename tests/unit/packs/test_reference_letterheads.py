"""A pack may hold a letterhead from Word: page, styles, headers and footers are taken over."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest

import reference_docx
import template_packs
from reference_docx import changed, fonts, letterhead, packed, size
from summarykit.api.packs import diff_packs, explain_pack, new_pack
from summarykit.layout import Layout, Length
from summarykit.packs import Pack, load_pack, read_pack
from summarykit.packs.opened import Setting
from summarykit.packs.reference.lengths import on_paper

COUNTY = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
SCHOOL = COUNTY.replace("county", "school").replace("zh", "county")
STRANGE = '<w:rPr><w:rFonts w:ascii="华文彩云"/></w:rPr>'
OVERRIDDEN = "warning reference-overridden  {} counts here, not {} of county/reference.docx"
NUMBER_OF_ZH = ("outer", "— {page} —", Length(hundredths=100))


def county(folder: Path, reference: bytes | None = None, layout: str = "") -> Path:
    """Return the folder of a county's pack with that letterhead."""
    return _pack(folder, "county", COUNTY, reference, layout)


def school(folder: Path, reference: bytes | None = None, layout: str = "") -> Path:
    """Return the folder of a school's pack that extends the county's."""
    return _pack(folder, "school", SCHOOL, reference, layout)


def _pack(folder: Path, name: str, manifest: str, reference: bytes | None, layout: str) -> Path:
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "pack.toml").write_text(manifest, "utf-8")
    if layout:
        (place / "layout.toml").write_text(layout, "utf-8")
    if reference is not None:
        (place / "reference.docx").write_bytes(reference)
    return place


def ready(place: Path) -> Pack:
    return template_packs.ready(read_pack(place))


def layout_of(folder: Path, reference: bytes, layout: str = "") -> Layout:
    return ready(county(folder, reference, layout)).layout


def warnings(place: Path) -> list[str]:
    return [str(finding) for finding in read_pack(place).findings]


def explained(place: Path, asked: str) -> list[str]:
    """Return each value of a setting with its file, the nearest first."""
    (setting,) = explain_pack(str(place), asked)
    assert isinstance(setting, Setting)
    return [f"{step.value} {step.place.source}" for step in setting.steps]


def number_of(layout: Layout) -> tuple[str, str, Length]:
    rule = layout.page_number
    return rule.position, rule.form, rule.inset


def in_styles(old: str, new: str) -> bytes:
    """Return the letterhead with its styles changed."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return changed(styles=edit)


def in_section(old: str, new: str) -> bytes:
    """Return the letterhead with its page set-up changed."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return changed(document=edit)


def test_the_committed_letterhead_is_the_one_that_is_made() -> None:
    assert reference_docx.PLACE.read_bytes() == packed(letterhead())


def test_making_it_anew_writes_the_same_file(tmp_path: Path) -> None:
    place = tmp_path / "reference.docx"
    reference_docx.main(place)
    assert place.read_bytes() == reference_docx.PLACE.read_bytes()


def test_the_page_is_taken_over(tmp_path: Path) -> None:
    page = layout_of(tmp_path, packed(letterhead())).page

    sides = (page.top, page.bottom, page.left, page.right, page.footer)
    assert [round(side.twips * 25.4 / 1440, 1) for side in sides] == [37, 32.5, 27, 27, 23]
    assert (page.width.twips, page.height.twips, page.grid) == (11906, 16838, "lines")


@pytest.mark.parametrize(
    ("old", "new", "grid"),
    [
        ('w:type="lines"', 'w:type="linesAndChars" w:charSpace="0"', "word"),
        ('w:type="lines" ', "", "none"),
        ('<w:docGrid w:type="lines" w:linePitch="560"/>', "", "none"),
    ],
)
def test_the_grid_is_taken_over(tmp_path: Path, old: str, new: str, grid: str) -> None:
    assert layout_of(tmp_path, in_section(old, new)).page.grid == grid


def test_a_character_grid_says_how_close_signs_stand(tmp_path: Path) -> None:
    grid = 'w:type="linesAndChars" w:charSpace="-842"'
    layout = layout_of(tmp_path, in_section('w:type="lines"', grid))
    assert layout.styles.body.spacing == Length(-4)


def test_margins_that_word_keeps_negative_are_margins(tmp_path: Path) -> None:
    assert layout_of(tmp_path, in_section('w:top="2098"', 'w:top="-1134"')).page.top == Length(
        1134
    )


def test_facing_pages_are_taken_over(tmp_path: Path) -> None:
    mirrored = changed(
        settings=lambda text: text.replace("<w:default", "<w:mirrorMargins/><w:default")
    )
    assert layout_of(tmp_path, mirrored).page.mirror


def test_the_styles_are_taken_over(tmp_path: Path) -> None:
    styles = layout_of(tmp_path, packed(letterhead())).styles

    body = styles.body
    assert (body.font, body.latin, body.size, body.line) == (
        "fangsong", "latin", Length(320), Length(560),
    )  # fmt: skip
    assert (body.indent, body.align, body.widow) == (Length(hundredths=200), "both", False)
    assert (styles.title.font, styles.title.size, styles.title.align) == (
        "title", Length(440), "center",
    )  # fmt: skip
    assert (styles.heading1.font, styles.heading1.keep_next) == ("hei", True)
    assert (styles.heading2.font, styles.heading2.bold) == ("kai", True)
    assert styles.heading1.bold is False


def test_what_nobody_has_chosen_in_word_is_as_the_pack_below_says(tmp_path: Path) -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    unchanged = f'<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr>{themed}{size(10.5)}</w:rPr>'

    def edit(text: str) -> str:
        start = text.index("<w:pPr>", text.index('w:val="Normal"/>'))
        return text[:start] + unchanged + text[text.index("</w:style>", start) :]

    reference = changed(
        styles=edit, document=lambda text: text.replace('linePitch="560"', 'linePitch="312"')
    )
    body = layout_of(tmp_path, reference).styles.body
    assert (body.font, body.size, body.line) == ("fangsong", Length(320), Length(579))


@pytest.mark.parametrize(
    ("spacing", "pitch"),
    [
        ('w:line="600" w:lineRule="exact"', 600),
        ('w:line="400" w:lineRule="atLeast"', 416),
        ('w:line="500" w:lineRule="atLeast"', 500),
        ('w:line="360" w:lineRule="auto"', 840),  # one and a half of a line of the grid
        ('w:line="240" w:lineRule="auto"', 560),
    ],
)
def test_lines_are_as_far_apart_as_in_word(tmp_path: Path, spacing: str, pitch: int) -> None:
    reference = in_styles('w:line="560" w:lineRule="exact"', spacing)
    assert layout_of(tmp_path, reference).styles.body.line == Length(pitch)


def test_without_a_grid_a_single_line_is_that_of_the_type(tmp_path: Path) -> None:
    def styles(text: str) -> str:
        return text.replace('<w:spacing w:line="560" w:lineRule="exact"/>', "", 1)

    def document(text: str) -> str:
        return text.replace('<w:docGrid w:type="lines" w:linePitch="560"/>', "")

    layout = layout_of(tmp_path, changed(styles=styles, document=document))
    assert layout.styles.body.line == Length(416)


@pytest.mark.parametrize(
    ("said", "indent"),
    [
        ('w:firstLine="480"', Length(480)),
        ('w:firstLine="0"', Length()),
        ('w:firstLineChars="0" w:firstLine="480"', Length(480)),
        ('w:firstLineChars="0"', Length()),
        ('w:firstLineChars="150" w:firstLine="10"', Length(hundredths=150)),
    ],
)
def test_indents_are_taken_over(tmp_path: Path, said: str, indent: Length) -> None:
    reference = in_styles('w:firstLineChars="200" w:firstLine="640"', said)
    assert layout_of(tmp_path, reference).styles.body.indent == indent


def test_lengths_are_told_in_as_few_digits_as_say_them() -> None:
    assert [on_paper(twips) for twips in (2098, 1446, 2001)] == ["37mm", "25.5mm", "35.3mm"]
    for twips in range(0, 31680, 7):
        assert Length.read(on_paper(twips)).twips == twips
    assert on_paper(10**20).endswith("mm")


def test_signs_stand_as_close_as_in_word(tmp_path: Path) -> None:
    close = in_styles('<w:kern w:val="2"/>', '<w:spacing w:val="-5"/>')
    assert layout_of(tmp_path, close).styles.body.spacing == Length(-5)


def test_space_around_is_taken_over_in_lines_and_in_points(tmp_path: Path) -> None:
    spaced = '<w:keepNext/><w:spacing w:beforeLines="50" w:before="1" w:after="100"/>'
    heading = layout_of(tmp_path, in_styles("<w:keepNext/>", spaced)).styles.heading1
    assert (heading.before, heading.after) == (Length(280), Length(100))


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ('<w:color w:val="c00000"/>', "C00000"),
        ('<w:color w:val="auto"/>', "000000"),
        ('<w:color w:val="2F5496" w:themeColor="accent1"/>', "000000"),  # nobody chose it
    ],
)
def test_colours_are_taken_over(tmp_path: Path, said: str, colour: str) -> None:
    layout = layout_of(tmp_path, in_styles(fonts("黑体"), fonts("黑体") + said))
    assert layout.styles.heading1.colour == colour
    assert layout.styles.heading2.colour == "000000"


def test_a_font_that_stands_for_one_of_the_layout_names_it(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, in_styles("仿宋_GB2312", "方正仿宋_GBK"))
    assert layout.styles.body.font == "fangsong"
    assert layout.fonts.fangsong.name == "方正仿宋_GBK"
    assert layout.fonts.fangsong.alternatives[0] == "仿宋_GB2312"


def test_a_font_that_nobody_knows_plays_the_part_of_the_one_it_replaces(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, in_styles("方正小标宋简体", "华文新魏"))
    assert (layout.styles.title.font, layout.fonts.title.name) == ("title", "华文新魏")


def test_fonts_for_which_no_part_is_left_are_named(tmp_path: Path) -> None:
    faces = {"Subtitle": "华文彩云", "caption": "华文琥珀", "附件标题": "华文行楷"}
    more = "".join(
        reference_docx.style(f"x{n}", name, "", fonts(face))
        for n, (name, face) in enumerate(faces.items())
    )
    place = county(tmp_path, in_styles("</w:styles>", f"{more}</w:styles>"))

    # 楷体, 黑体 and 小标宋 are the fonts of other styles.
    assert warnings(place) == [
        f"county/reference.docx  warning reference-left-out  not taken over: the font {face}"
        f" of {style}"
        for style, face in zip(
            ("副标题样式", "附件标题样式", "表题样式"),
            ("华文彩云", "华文行楷", "华文琥珀"),
            strict=True,
        )
    ]


def test_the_page_number_is_taken_over_as_settings(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, packed(letterhead()))

    assert number_of(layout) == ("center", "— {page} —", Length())
    footer = layout.styles.footer
    assert (footer.latin, footer.size, footer.line) == ("song", Length(280), Length(280))
    assert layout.furniture.keeps_number
    assert [pages for pages, _ in layout.furniture.footers] == ["default", "first"]


def test_numbers_outside_are_told_by_two_footers(tmp_path: Path) -> None:
    parts = letterhead()
    foot = str(parts["word/footer1.xml"])
    inset = '<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
    for name, side in (("footer1", "right"), ("footer2", "left")):
        parts[f"word/{name}.xml"] = foot.replace("</w:pPr>", inset.format(side=side), 1)
    parts["word/settings.xml"] = reference_docx.part("settings", "<w:evenAndOddHeaders/>")
    parts["word/document.xml"] = (
        str(parts["word/document.xml"])
        .replace('<w:footerReference w:type="first"', '<w:footerReference w:type="even"')
        .replace("<w:titlePg/>", "")
    )

    layout = layout_of(tmp_path, packed(parts))

    assert number_of(layout) == NUMBER_OF_ZH
    assert layout.furniture.pages == {"default", "even"}


@pytest.mark.parametrize(
    "foot",
    [
        "<w:p><w:r><w:tab/></w:r>{number}</w:p>",
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>{number}</w:p></w:tc></w:tr></w:tbl><w:p/>",
        '<w:p><w:pPr><w:jc w:val="distribute"/></w:pPr>{number}</w:p>',
        "<w:p>{number}{section}</w:p>",
        f"<w:p><w:r>{STRANGE}<w:instrText>PAGE</w:instrText></w:r></w:p>",
    ],
)
def test_a_number_that_no_layout_can_say_is_there_as_it_was_drawn(
    tmp_path: Path, foot: str
) -> None:
    number, section = reference_docx.field("PAGE"), reference_docx.field("SECTIONPAGES")
    content = foot.format(number=number, section=section)
    drawn = reference_docx.part("ftr", content)

    layout = layout_of(tmp_path, changed(footer1=lambda _: drawn, footer2=lambda _: drawn))

    assert layout.page_number.position == "none"
    assert layout.furniture.counts
    assert layout.furniture.keeps_number


def test_numbers_that_differ_on_even_pages_are_there_as_they_were_drawn(tmp_path: Path) -> None:
    parts = letterhead()
    parts["word/settings.xml"] = reference_docx.part("settings", "<w:evenAndOddHeaders/>")
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(
        '<w:footerReference w:type="first"', '<w:footerReference w:type="even"'
    )
    parts["word/footer2.xml"] = str(parts["word/footer2.xml"]).replace("— </w:t>", "- </w:t>")

    assert layout_of(tmp_path, packed(parts)).page_number.position == "none"


def test_a_number_in_the_header_is_there_as_it_was_drawn(tmp_path: Path) -> None:
    number = f"<w:p>{reference_docx.field('PAGE')}</w:p>"

    layout = layout_of(
        tmp_path,
        changed(
            header1=lambda text: text.replace("</w:hdr>", f"{number}</w:hdr>"),
            footer1=lambda _: reference_docx.part("ftr", "<w:p/>"),
            footer2=lambda _: reference_docx.part("ftr", "<w:p/>"),
        ),
    )

    assert layout.page_number.position == "none"
    assert layout.furniture.footers == ()
    assert layout.furniture.counts


def test_without_a_number_the_pages_are_counted_as_the_layout_says(tmp_path: Path) -> None:
    blank = reference_docx.part("ftr", "<w:p/>")
    layout = layout_of(tmp_path, changed(footer1=lambda _: blank, footer2=lambda _: blank))

    assert number_of(layout) == NUMBER_OF_ZH
    assert layout.furniture.footers == ()


def test_explain_names_the_word_file(tmp_path: Path) -> None:
    place = county(tmp_path, packed(letterhead()))
    assert explained(place, "下边距") == ["32.5mm county/reference.docx", "35mm zh/layout.toml"]


def test_diff_shows_what_the_word_file_changes(tmp_path: Path) -> None:
    place = county(tmp_path, packed(letterhead()))
    assert any(
        "page.bottom" in str(change) or "bottom" in repr(change)
        for change in diff_packs(str(place))
    )


def test_the_layout_of_the_same_level_wins_and_a_warning_says_so(tmp_path: Path) -> None:
    layout = '[page]\ntop = "37mm"\nbottom = "30mm"\n[styles.heading2]\nbold = false\n'
    place = county(tmp_path, packed(letterhead()), layout)

    assert ready(place).layout.page.bottom == Length.read("30mm")
    assert warnings(place) == [
        f"county/layout.toml:3 page.bottom  {OVERRIDDEN.format('30mm', '32.5mm')}",
        f"county/layout.toml:5 styles.heading2.bold  {OVERRIDDEN.format('false', 'true')}",
    ]


def test_the_layout_of_an_heir_wins_without_a_word(tmp_path: Path) -> None:
    county(tmp_path, packed(letterhead()))
    heir = school(tmp_path, layout='[page]\nbottom = "30mm"\n')

    assert ready(heir).layout.page.bottom == Length.read("30mm")
    assert ready(heir).layout.page.left == Length.read("27mm")
    assert ready(heir).layout.furniture.headers
    assert warnings(heir) == []
    assert explained(heir, "下边距") == [
        "30mm school/layout.toml", "32.5mm county/reference.docx", "35mm zh/layout.toml",
    ]  # fmt: skip


def test_a_nearer_word_file_wins_over_a_farther_layout(tmp_path: Path) -> None:
    county(tmp_path, layout='[page]\nbottom = "30mm"\n')
    heir = school(tmp_path, packed(letterhead()))

    assert ready(heir).layout.page.bottom == Length.read("32.5mm")
    assert warnings(heir) == []


def test_a_nearer_word_file_replaces_a_farther_one(tmp_path: Path) -> None:
    county(tmp_path, packed(letterhead()))
    plain = {
        name: data
        for name, data in letterhead().items()
        if name in {"[Content_Types].xml", "_rels/.rels"}
    }
    plain["word/document.xml"] = reference_docx.part("document", "<w:body><w:p/></w:body>")

    heir = ready(school(tmp_path, packed(plain)))

    zh = template_packs.ready(load_pack("zh")).layout
    assert heir.layout == zh
    assert heir.layout.furniture == zh.furniture


def test_settings_of_a_number_let_the_layout_write_it(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, packed(letterhead()), '[page_number]\nform = "-{page}-"\n')
    assert not layout.furniture.keeps_number
    assert number_of(layout) == ("center", "-{page}-", Length())


def test_a_pack_in_an_archive_has_its_letterhead(tmp_path: Path) -> None:
    folder = county(tmp_path / "x", packed(letterhead()))
    archive = tmp_path / "county.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for name in ("pack.toml", "reference.docx"):
            file.write(folder / name, f"county/{name}")
        file.writestr("county/sections/reference.docx", b"not looked at")
        file.writestr("county/other.docx", b"not looked at")

    assert ready(archive).layout == ready(folder).layout


def test_only_the_file_beside_the_manifest_is_read(tmp_path: Path) -> None:
    place = county(tmp_path)
    for name in ("other.docx", "sections/reference.docx"):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(b"not looked at")

    assert ready(place).layout == template_packs.ready(load_pack("zh")).layout


def test_a_letterhead_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    place = county(tmp_path, packed(letterhead()))
    first = template_packs.ready(load_pack(str(place)))
    assert load_pack(str(place)).pack is first

    (place / "reference.docx").write_bytes(in_section('w:bottom="1843"', 'w:bottom="1701"'))
    os.utime(place / "reference.docx", ns=(1, 1))

    assert template_packs.ready(load_pack(str(place))).layout.page.bottom == Length(1701)


def test_a_letterhead_that_is_added_or_taken_away_is_noticed(tmp_path: Path) -> None:
    place = county(tmp_path)
    zh = template_packs.ready(load_pack(str(place))).layout
    (place / "reference.docx").write_bytes(packed(letterhead()))
    assert template_packs.ready(load_pack(str(place))).layout != zh
    (place / "reference.docx").unlink()
    assert template_packs.ready(load_pack(str(place))).layout == zh


def test_a_new_pack_on_top_begins_with_the_values_of_the_word_file(tmp_path: Path) -> None:
    county(tmp_path, packed(letterhead()))
    shutil.copytree(tmp_path / "county", tmp_path / "x/county")

    new_pack("school", "county", tmp_path / "x")

    text = (tmp_path / "x/school/layout.toml").read_text("utf-8")
    assert '#bottom = "32.5mm"' in text
    assert diff_packs(str(tmp_path / "x/school")) == ()


def test_a_value_that_no_layout_can_have_is_an_error_at_the_word_file(tmp_path: Path) -> None:
    place = county(tmp_path, in_section('w:left="1531"', 'w:left="11906"'))
    result = read_pack(place)
    assert result.pack is None
    assert [finding.at.source for finding in result.findings] == ["county/reference.docx"]
