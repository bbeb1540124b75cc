"""What Word can put around and into a paragraph, and what is seen of it."""

import pytest

from documents import LAYOUT, doc, with_blocks, words
from review_files import (
    Edit,
    edited,
    everywhere,
    found,
    of_blocks,
    parts_of,
    pattern,
    run,
    swap,
    written,
)
from strategies_documents import PIXEL
from summarykit.diagnostics import Code
from summarykit.document import Figure
from summarykit.ooxml.opening import Package, opened
from summarykit.review.casting import cast
from summarykit.review.reading import read
from summarykit.review.roles import Role
from summarykit.review.wordfile import Word

CENTRED = '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
TITLE = (
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>青石小学工作总结</w:t></w:r></w:p>'
)
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def para(text: str, properties: str = "", look: str = "") -> str:
    """Return a paragraph of one run."""
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def word_of(*blocks: str) -> Word:
    package = opened(of_blocks(*blocks))
    assert isinstance(package, Package)
    word = read(package)
    cast(word, LAYOUT)
    return word


def style_named(identity: str, name: str) -> Edit:
    """Return the edit that adds a paragraph style."""
    end = "</w:styles>"
    told = f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
    return swap(end, f"{told}</w:style>{end}", "word/styles.xml")


def roles(*blocks: str) -> list[Role]:
    return [each.role for each in word_of(*blocks).paragraphs]


def said(*blocks: str) -> set[str]:
    codes = {finding.code.name for finding in found(of_blocks(*blocks))}
    return codes - {"X03", "S01"}


def test_text_is_read_through_what_is_around_it() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    inside = (
        f"<w:hyperlink>{run.format('甲')}</w:hyperlink><w:ins>{run.format('乙')}</w:ins>"
        f"<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
        f"<w:sdt><w:sdtContent>{run.format('丁')}</w:sdtContent></w:sdt>"
        f'<w:fldSimple w:instr=" DATE ">{run.format("戊")}</w:fldSimple>'
        "<w:r><w:t>己</w:t><w:noBreakHyphen/><w:cr/><w:t>庚</w:t></w:r>"
    )
    whole = f"<w:sdt><w:sdtContent><w:p>{inside}</w:p></w:sdtContent></w:sdt>"
    (only,) = word_of(whole).paragraphs
    assert only.text == "甲乙丁戊己-\n庚"
    assert {"V03"} <= said(TITLE, whole)


def test_tables_in_cells_and_rows_in_controls_are_read() -> None:
    inner = f"<w:tbl><w:tr>{CELL.format('内')}</w:tr></w:tbl>"
    rows = f"<w:tr>{CELL.format('外')}<w:tc>{inner}<w:p/></w:tc></w:tr>"
    word = word_of(
        f"<w:tbl><w:sdt><w:sdtContent>{rows}</w:sdtContent></w:sdt></w:tbl>", para("文")
    )
    assert [each.text for each in word.texts] == ["外", "内", "", "文"]
    assert len(word.grids) == 1


@pytest.mark.parametrize(
    ("between", "starts"),
    [
        ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>', True),
        ('<w:p><w:r><w:t>文</w:t><w:br w:type="page"/></w:r></w:p>', True),
        ('<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>文</w:t></w:r></w:p>', False),
        ("<w:p><w:r><w:t>文</w:t><w:br/></w:r></w:p>", False),
    ],
)
def test_a_page_that_is_broken_by_hand_is_a_new_page(between: str, starts: bool) -> None:  # noqa: FBT001 - a row of the table
    word = word_of(TITLE, between, para("附件1"))
    assert word.paragraphs[-1].role is Role.MARK
    assert word.paragraphs[-1].starts_page is starts


def test_a_red_head_is_no_title() -> None:
    red = para("青石镇中心小学文件", CENTRED, '<w:color w:val="FF0000"/>')
    number = para("青小发〔2024〕5号", CENTRED)
    head = (red, number, "<w:p><w:pPr/></w:p>", TITLE, para("正文。"))
    assert roles(*head)[:4] == [Role.LETTERHEAD, Role.LETTERHEAD, Role.BLANK, Role.TITLE]
    assert said(*head) == set()
    assert said(red, para("青小发（2024）第5号", CENTRED), TITLE, para("正文。")) == {"R01"}


def test_titles_and_what_is_under_them_are_told_by_their_look() -> None:
    large = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'
    blocks = (
        para("云岭县青石镇中心小学", CENTRED, large),
        para("控辍保学工作总结", CENTRED, large),
        para("（2024年7月5日）", CENTRED),
        para("县教育局：", '<w:ind w:firstLineChars="0" w:firstLine="0"/>'),
        para("正文。"),
    )
    assert roles(*blocks) == [
        Role.TITLE, Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE, Role.BODY,
    ]  # fmt: skip


def test_captions_and_pictures() -> None:
    picture = Figure("f1", PIXEL, words("走访现场"), "教师走访")
    tree = with_blocks(doc("= 青石小学总结"), *doc("正文。").blocks, picture)
    data = written(document=tree)
    assert found(data) == ()
    blind = edited(data, pattern('descr="[^"]*"', 'descr=""', count=0))
    assert [finding.code for finding in found(blind)] == [Code.X03]
    above = para("图1　走访现场", '<w:pStyle w:val="Caption"/>')
    assert "G04" in said(TITLE, above, para("正文。"))
    below = para("表1　人数", '<w:pStyle w:val="Caption"/>')
    assert "G04" in said(TITLE, below, para("正文。"))
    twice = para("表二　人数", '<w:pStyle w:val="Caption"/>')
    assert "G04" in said(TITLE, twice)


def test_a_unit_above_a_table_is_no_text() -> None:
    grid = f"<w:tbl><w:tr>{CELL.format('甲')}</w:tr></w:tbl>"
    assert roles(para("单位：人"), grid)[0] is Role.UNIT
    assert roles(para("表1　各年级人数"), grid)[0] is Role.CAPTION


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("云岭县青石镇中心小学关爱留守儿童", "工作", "和控辍保学义务教育情况总结"), {"T06"}),
        (("云岭县青石镇中心小学", "关爱留守儿童工作总结"), set()),
        (("云岭县青石镇中心小学留守儿童、随迁子女、残疾儿童", "工作总结"), {"T05"}),
        (("云岭县青石镇《关爱", "办法》工作总结"), {"T06"}),
    ],
)
def test_a_title_may_be_broken_badly(lines: tuple[str, ...], codes: set[str]) -> None:
    broken = "</w:t><w:br/><w:t>".join(lines)
    assert said(TITLE.replace("青石小学工作总结", broken), para("正文。")) == codes


def test_a_long_title_is_broken_by_word_itself() -> None:
    long = "云岭县青石镇中心小学2023—2024学年度关爱留守儿童工作总结"
    assert said(TITLE.replace("青石小学工作总结", long), para("正文。")) == set()
    cut = "云岭县青石镇中心小学关于落实《关爱留守儿童办法》的工作总结"
    assert said(TITLE.replace("青石小学工作总结", cut), para("正文。")) == {"T06"}


def test_a_first_page_may_have_no_number_and_no_footer_is_an_error() -> None:
    cover = edited(written(), swap("<w:sectPr>", "<w:sectPr><w:titlePg/>"))
    assert found(cover) == ()
    none = edited(written(), pattern("<w:footerReference [^>]*/>", "", count=0))
    assert {finding.code for finding in found(none)} == {Code.F01}


def test_a_file_without_sections_and_styles_is_looked_at_all_the_same() -> None:
    parts = parts_of(written())
    bare = edited(written(), pattern("<w:sectPr>.*?</w:sectPr>", "", count=0))
    assert {finding.code for finding in found(bare)} <= {Code.G01, Code.A04}
    assert "word/styles.xml" in parts


NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/>{}</w:pPr><w:r><w:t>— </w:t></w:r>'
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>12</w:t></w:r></w:fldSimple>'
    "<w:r><w:t> —</w:t></w:r></w:p>"
)
BOX = (
    "<w:p><w:r><w:drawing><wp:anchor "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    "{}<w:txbxContent>{}</w:txbxContent></wp:anchor></w:drawing></w:r></w:p>"
)
ALIGN = "<wp:positionH><wp:align>{}</wp:align></wp:positionH>"
FRAME = '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="{}"/>'


@pytest.mark.parametrize(
    ("footer", "codes"),
    [
        (BOX.format(ALIGN.format("outside"), NUMBER.format("")), set()),
        (BOX.format(ALIGN.format("right"), NUMBER.format("")), set()),
        (BOX.format(ALIGN.format("center"), NUMBER.format("")), {"F02"}),
        (BOX.format("", NUMBER.format("")), set()),
        (NUMBER.format(FRAME.format("outside")), set()),
        (NUMBER.format(FRAME.format("inside")), {"F02"}),
        (NUMBER.format(""), {"F06"}),
    ],
)
def test_a_page_number_may_stand_in_a_box_or_a_frame(footer: str, codes: set[str]) -> None:
    boxed = pattern("<w:p>.*</w:p>", footer, "word/footer1.xml")
    assert {finding.code.name for finding in found(edited(written(), boxed))} == codes


def test_digits_may_be_in_the_type_of_the_text_if_all_are() -> None:
    serif, text = 'w:ascii="Times New Roman"', 'w:ascii="仿宋"'
    like_text = edited(written(), everywhere(serif, text, "word/styles.xml"))
    assert found(like_text) == ()
    mixed = edited(like_text, run("全校在校学生", f"<w:rFonts {serif}/>"))
    assert {finding.code for finding in found(mixed)} == {Code.B12}


SECTION = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="500" w:right="500" w:bottom="500" w:left="500" w:footer="300"/>'
    "</w:sectPr></w:pPr></w:p>"
)
COVER = (para("工作总结汇编", CENTRED), "<w:p/>", "<w:p/>", para("青石小学", CENTRED))


@pytest.mark.parametrize("end", [SECTION, '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'])
def test_no_rule_speaks_of_a_cover(end: str) -> None:
    assert said(*COVER, end, TITLE, para("正文。")) == set()
    # A page with a sentence on it is no cover.
    assert "T01" in said(*COVER, para("正文。"), end, TITLE, para("正文。"))
    assert "T01" in said(*COVER, end, para("正文。"), TITLE)


def test_contents_are_no_title() -> None:
    entry = para("一、基本情况\t1", '<w:pStyle w:val="TOC1"/>')
    contents = style_named("TOC1", "toc 1")
    listed = of_blocks(para("目　录", CENTRED), entry, TITLE, para("正文。"))
    assert "T01" not in {finding.code.name for finding in found(edited(listed, contents))}
