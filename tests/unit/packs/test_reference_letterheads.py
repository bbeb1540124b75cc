"""A pack may hold a letterhead from Word: its page and its styles are taken over."""

from pathlib import Path

import pytest

import reference_docx
from reference_docx import changed, fonts, letterhead, packed, size
from reference_packs import county, in_section, in_styles, layout_of, ready, warnings
from summarykit.layout import Length, Pitch
from summarykit.packs.reference.lengths import on_paper


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


@pytest.mark.parametrize("side", ["left", "right", "footer"])
def test_other_margins_below_nothing_are_left_out(tmp_path: Path, side: str) -> None:
    usual = layout_of(tmp_path, in_section(f' w:{side}="', ' w:no="'))
    below = layout_of(tmp_path, in_section(f' w:{side}="', f' w:{side}="-'))
    assert below.page == usual.page != layout_of(tmp_path, packed(letterhead())).page


def test_a_length_in_a_unit_that_nobody_knows_is_left_out_and_named(tmp_path: Path) -> None:
    place = county(tmp_path, in_section('w:right="1531"', 'w:right="3公分"'))

    assert [one for one in warnings(place) if "公分" in one] == [
        (
            "county/reference.docx  warning reference-left-out"
            '  not taken over: w:pgMar w:right="3公分", which is not known'
        )
    ]
    assert ready(place).layout.page.right == Length.read("26mm")


def test_a_length_of_a_style_that_is_none_is_left_out_and_named(tmp_path: Path) -> None:
    found = in_styles('<w:sz w:val="32"/>', '<w:sz w:val="三号"/>')
    place = county(tmp_path, found)

    assert any('w:sz w:val="三号", which is not known' in one for one in warnings(place))
    assert ready(place).layout.styles.body.size == Length.read("16pt")


def test_facing_pages_are_taken_over(tmp_path: Path) -> None:
    mirrored = changed(
        settings=lambda text: text.replace("<w:default", "<w:mirrorMargins/><w:default")
    )
    assert layout_of(tmp_path, mirrored).page.mirror


def test_the_styles_are_taken_over(tmp_path: Path) -> None:
    styles = layout_of(tmp_path, packed(letterhead())).styles

    body = styles.body
    assert (body.font, body.latin, body.size, body.line) == (
        "fangsong", "latin", Length(320), Pitch(560),
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
    assert (body.font, body.size, body.line) == ("fangsong", Length(320), Pitch(579))


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
    assert layout_of(tmp_path, reference).styles.body.line == Pitch(pitch)


def test_without_a_grid_a_single_line_is_that_of_the_type(tmp_path: Path) -> None:
    def styles(text: str) -> str:
        return text.replace('<w:spacing w:line="560" w:lineRule="exact"/>', "", 1)

    def document(text: str) -> str:
        return text.replace('<w:docGrid w:type="lines" w:linePitch="560"/>', "")

    layout = layout_of(tmp_path, changed(styles=styles, document=document))
    assert layout.styles.body.line == Pitch(parts=240)


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
