"""The page number of a letterhead from Word, as settings of a layout or as it was drawn."""

from pathlib import Path

import pytest

import reference_docx
from reference_docx import changed, letterhead, packed
from reference_packs import layout_of
from summarykit.layout import Layout, Length, Pitch

STRANGE = '<w:rPr><w:rFonts w:ascii="华文彩云"/></w:rPr>'
NUMBER_OF_ZH = ("outer", "— {page} —", Length(hundredths=100))


def number_of(layout: Layout) -> tuple[str, str, Length]:
    rule = layout.page_number
    return rule.position, rule.form, rule.inset


def test_the_page_number_is_taken_over_as_settings(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, packed(letterhead()))

    assert number_of(layout) == ("center", "— {page} —", Length())
    footer = layout.styles.footer
    assert (footer.latin, footer.size, footer.line) == ("song", Length(280), Pitch(280))
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


def test_settings_of_a_number_let_the_layout_write_it(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, packed(letterhead()), '[page_number]\nform = "-{page}-"\n')
    assert not layout.furniture.keeps_number
    assert number_of(layout) == ("center", "-{page}-", Length())


def spread(*codes: str) -> str:
    """Return a page number whose code is spread over several runs."""
    runs = '</w:instrText></w:r><w:r><w:instrText xml:space="preserve">'.join(codes)
    return reference_docx.field("PAGE").replace(" PAGE ", runs)


@pytest.mark.parametrize(
    "codes",
    [(" PA", "GE "), (" PAGE ", "\\* MERGEFORMAT "), (" page ",), (" ", "P", "A", "G", "E")],
)
def test_a_number_whose_code_is_spread_is_taken_over_once(
    tmp_path: Path, codes: tuple[str, ...]
) -> None:
    foot = reference_docx.FOOT.replace(reference_docx.field("PAGE"), spread(*codes))
    drawn = reference_docx.part("ftr", foot)

    layout = layout_of(tmp_path, changed(footer1=lambda _: drawn, footer2=lambda _: drawn))

    assert number_of(layout) == ("center", "— {page} —", Length())
    assert layout.furniture.counts
    assert [strip.before + strip.after for _, strip in layout.furniture.footers] == ["", ""]
