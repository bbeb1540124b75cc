"""Each row of the check list: one thing is changed in a written file, and just that is said."""

from dataclasses import replace
from typing import Final

import pytest

from documents import ROOT, doc, layout_with, words
from review_files import (
    LAYOUT,
    Edit,
    add_part,
    all_of,
    before,
    edited,
    everywhere,
    found,
    paragraph,
    parts_of,
    pattern,
    run,
    style,
    swap,
    without,
    written,
)
from summarykit.diagnostics import Code
from summarykit.document import Letterhead
from summarykit.layout import Layout

FILE: Final = written()
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"
FOOTER, EVEN, CORE = "word/footer1.xml", "word/footer2.xml", "docProps/core.xml"
BODY = "学校成立领导小组"
UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
SONG = '<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/>'
LINE = '<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="{}"/>'
SIGNED = r'<w:p><w:pPr><w:pStyle w:val="Signature"/>(?:(?!</w:p>).)*</w:p>'
DATED = r'<w:p><w:pPr><w:pStyle w:val="Date"/>(?:(?!</w:p>).)*</w:p>'
THICK = 'single" w:sz="36'
LINES = '<w:tcBorders><w:top w:val="{}"/></w:tcBorders>'
BLANK = '<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>'

ONE: Final[dict[str, tuple[Edit, str]]] = {
    # the page
    "paper": (everywhere(UPRIGHT, '<w:pgSz w:w="11906" w:h="16900"/>'), "P01"),
    "wide paper": (everywhere(UPRIGHT, '<w:pgSz w:w="12240" w:h="16838"/>'), "P01"),
    "top margin": (everywhere('w:top="2098"', 'w:top="2034"'), "P02"),
    "large top margin": (everywhere('w:top="2098"', 'w:top="2700"'), "P02"),
    "left margin": (everywhere('w:left="1587"', 'w:left="1520"'), "P03"),
    "large left margin": (everywhere('w:left="1587"', 'w:left="1800"'), "P03"),
    "right margin": (everywhere('w:right="1474"', 'w:right="1400"'), "P14"),
    "large right margin": (everywhere('w:right="1474"', 'w:right="1800"'), "P14"),
    "bottom margin": (everywhere('w:bottom="1984"', 'w:bottom="1920"'), "P15"),
    "large bottom margin": (everywhere('w:bottom="1984"', 'w:bottom="2300"'), "P15"),
    "text too wide": (
        all_of(
            everywhere('w:left="1587"', 'w:left="1542"'),
            everywhere('w:right="1474"', 'w:right="1429"'),
        ),
        "P04",
    ),
    "text too narrow": (
        all_of(
            everywhere('w:left="1587"', 'w:left="1632"'),
            everywhere('w:right="1474"', 'w:right="1519"'),
        ),
        "P04",
    ),
    "text too high": (
        all_of(
            everywhere('w:top="2098"', 'w:top="2053"'),
            everywhere('w:bottom="1984"', 'w:bottom="1939"'),
        ),
        "P05",
    ),
    "signs a line": (everywhere('w:right="1474"', 'w:right="1502"'), "P07"),
    "top margin on its side": (swap('w:top="1587"', 'w:top="1800"'), "P02"),
    "left margin on its side": (swap('w:left="1984"', 'w:left="1800"'), "P03"),
    "right margin on its side": (swap('w:right="2098"', 'w:right="2300"'), "P14"),
    "bottom margin on its side": (swap('w:bottom="1474"', 'w:bottom="1200"'), "P15"),
    "paper on its side": (swap('w:w="16838" w:h="11906"', 'w:w="15840" w:h="11906"'), "P01"),
    "spacing of signs": (
        style("Normal", '<w:spacing w:val="-5"/>', '<w:spacing w:val="0"/>'),
        "P07",
    ),
    "character grid": (
        everywhere(
            '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:pPr>',
            '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-10"/>'
            "</w:sectPr></w:pPr>",
        ),
        "P08",
    ),
    "line grid": (swap('w:linePitch="579"', 'w:linePitch="312"'), "P09"),
    "gutter": (everywhere('w:gutter="0"', 'w:gutter="15"'), "P10"),
    "columns": (
        everywhere('<w:cols w:space="425"/>', '<w:cols w:num="2" w:space="425"/>'),
        "P10",
    ),
    "portrait flag": (everywhere(' w:orient="landscape"', ""), "P12"),
    "compatibility": (swap('w:val="15"', 'w:val="12"', SETTINGS), "P13"),
    "lines a page": (
        all_of(
            everywhere('w:line="579"', 'w:line="590"', STYLES),
            everywhere('w:linePitch="579"', 'w:linePitch="590"'),
        ),
        "P06",
    ),
    # the title
    "no title": (without("关爱留守儿童工作总结"), "T01"),
    "title font": (style("Title", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"'), "T02"),
    "title size": (style("Title", '<w:sz w:val="44"/>', '<w:sz w:val="36"/>'), "T03"),
    "title left": (style("Title", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'), "T04"),
    "title indent": (
        paragraph("关爱留守儿童工作总结", '<w:ind w:firstLineChars="200" w:firstLine="880"/>'),
        "T04",
    ),
    "title in four lines": (
        swap(
            "关爱留守儿童工作总结</w:t>",
            "关爱</w:t><w:br/><w:t>留守</w:t><w:br/><w:t>儿童工作总结</w:t>",
        ),
        "T05",
    ),
    "title broken in the year": (
        pattern(r"2023—2024学年度</w:t><w:br/><w:t[^>]*>|学年度", "学</w:t><w:br/><w:t>年度"),
        "T06",
    ),
    "title mark": (swap("关爱留守儿童工作总结", "关爱留守儿童，工作总结"), "T07"),
    "title kind": (swap("关爱留守儿童工作总结", "关爱留守儿童工作"), "T08"),
    "title bold": (style("Title", '<w:b w:val="0"/>', "<w:b/>"), "T09"),
    # the text
    "text font": (run(BODY, SONG), "B01"),
    "text size": (run(BODY, '<w:sz w:val="30"/>'), "B02"),
    "all text size": (style("Normal", '<w:sz w:val="32"/>', '<w:sz w:val="30"/>'), "B02"),
    "all line spacing": (style("Normal", 'w:line="579"', 'w:line="600"'), "B06"),
    "no indent": (paragraph(BODY, '<w:ind w:firstLineChars="0" w:firstLine="0"/>'), "B03"),
    "left indent": (paragraph(BODY, '<w:ind w:leftChars="200" w:left="640"/>'), "B03"),
    "indent in twips lost": (paragraph(BODY, '<w:ind w:firstLine="0"/>'), "B04"),
    "indent in twips huge": (paragraph(BODY, '<w:ind w:firstLine="31680"/>'), "B04"),
    "ragged": (paragraph(BODY, '<w:jc w:val="left"/>'), "B05"),
    "line spacing": (paragraph(BODY, LINE.format(500, "exact")), "B06"),
    "line rule": (paragraph(BODY, LINE.format(360, "auto")), "B06"),
    "at least": (paragraph(BODY, LINE.format(579, "atLeast")), "B06"),
    "heading line spacing": (style("Heading1", 'w:line="579"', 'w:line="700"'), "B06"),
    "snapped": (paragraph(BODY, "<w:snapToGrid/>"), "B07"),
    "space before": (paragraph(BODY, '<w:spacing w:before="120"/>'), "B08"),
    "space after in lines": (paragraph(BODY, '<w:spacing w:afterLines="50"/>'), "B08"),
    "space by itself": (paragraph(BODY, '<w:spacing w:beforeAutospacing="1"/>'), "B08"),
    "blank line": (before(BODY, BLANK), "B09"),
    "two blanks below the title": (before("云岭县教育局", BLANK), "B09"),
    "indent by blanks": (swap(BODY, f"\u3000\u3000{BODY}"), "B10"),
    "indent by a tab": (pattern(f"<w:t([^>]*)>{BODY}", rf"<w:tab/><w:t\1>{BODY}"), "B10"),
    "red text": (run(BODY, '<w:color w:val="FF0000"/>'), "B11"),
    "theme colour": (run(BODY, '<w:color w:val="4472C4" w:themeColor="accent1"/>'), "B11"),
    "digits": (run("全校在校学生", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), "B12"),
    "kinsoku": (paragraph(BODY, '<w:kinsoku w:val="0"/>'), "B13"),
    "gaps": (paragraph(BODY, '<w:autoSpaceDN w:val="0"/>'), "B13"),
    "hanging marks": (paragraph(BODY, "<w:overflowPunct/>"), "B14"),
    "language": (run(BODY, '<w:lang w:eastAsia="ja-JP"/>'), "B15"),
    "language of the file": (swap('w:eastAsia="zh-CN"', 'w:eastAsia="ja-JP"', SETTINGS), "B15"),
    "theme font": (run(BODY, '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'), "B16"),
    # headings
    "heading 1 font": (style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="宋体"'), "H01"),
    "heading 1 bold": (style("Heading1", '<w:b w:val="0"/>', "<w:b/>"), "H01"),
    "heading 2 font": (
        style("Heading2", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="黑体"'),
        "H02",
    ),
    "heading 2 size": (run("健全工作机制", '<w:sz w:val="30"/>'), "H02"),
    "run-in heading font": (
        pattern("<w:rFonts[^>]*/>(</w:rPr><w:t[^>]*>（三）)", rf"{SONG}\1"),
        "H02",
    ),
    "heading 3 font": (
        style("Heading3", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"'),
        "H03",
    ),
    "heading 3 bold": (style("Heading3", '<w:b w:val="0"/>', "<w:b/>"), "H03"),
    "number twice": (swap("二、主要措施", "一、主要措施"), "H04"),
    "number skipped": (swap("三、工作成效", "四、工作成效"), "H04"),
    "no number": (swap("三、工作成效", "工作成效"), "H04"),
    "heading gone": (without("三、工作成效"), "H04"),
    "level skipped": (
        all_of(
            everywhere('"Heading3"', '"Heading4"'),
            swap("1.结成", "（1）结成"),
            swap("2.走访", "（2）走访"),
        ),
        "H05",
    ),
    "full stop": (swap("二、主要措施", "二.主要措施"), "H06"),
    "mark after the bracket": (swap("（一）健全", "（一）、健全"), "H06"),
    "number with a mark": (swap("1.结成", "1、结成"), "H06"),
    "blank after the number": (swap("1.结成", "1. 结成"), "H06"),
    "another form": (swap("（一）健全", "㈠健全"), "H06"),
    "half-width brackets": (swap("（一）健全", "(一)健全"), "H07"),
    "mark after the heading": (swap("三、工作成效", "三、工作成效："), "H08"),
    "heading at the margin": (
        style(
            "Heading2",
            '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
            '<w:ind w:firstLineChars="0" w:firstLine="0"/>',
        ),
        "H09",
    ),
    "outline": (style("Heading1", '<w:outlineLvl w:val="0"/>', ""), "H10"),
    "heading alone": (style("Heading1", "<w:keepNext/>", '<w:keepNext w:val="0"/>'), "H11"),
    # the signature
    "other school": (pattern("(Signature.*?)青石镇中心小学", r"\1青山镇中心小学"), "S01"),
    "date in Chinese": (swap("2024年7月5日<", "二〇二四年七月五日<"), "S02"),
    "date with a zero": (swap("2024年7月5日<", "2024年07月05日<"), "S02"),
    "date without day": (swap("2024年7月5日<", "2024年7月<"), "S02"),
    "date with points": (swap("2024年7月5日<", "2024.7.5<"), "S02"),
    "no such day": (swap("2024年7月5日<", "2024年6月31日<"), "S02"),
    "blank at the right": (
        swap('w:rightChars="200" w:right="630"', 'w:rightChars="600" w:right="1890"'),
        "S03",
    ),
    "date above": (pattern(f"({SIGNED})({DATED})", r"\2\1"), "S03"),
    "line above the date": (
        pattern(f"({SIGNED})({DATED})", r"\1<w:p><w:r><w:t>校长签字</w:t></w:r></w:p>\2"),
        "S03",
    ),
    "date at the margin": (
        swap('w:rightChars="400" w:right="1260"', 'w:rightChars="0" w:right="0"'),
        "S03",
    ),
    "no organisation": (pattern(SIGNED, ""), "S01"),
    "signature left": (pattern('(<w:pStyle w:val="Date"/>)', r'\1<w:jc w:val="left"/>'), "S03"),
    "no blank above": (
        pattern(
            r"<w:p><w:pPr><w:keepNext/><w:widowControl/></w:pPr></w:p>"
            r"(<w:p><w:pPr><w:pStyle w:val=\"Signature\")",
            r"\1",
        ),
        "S04",
    ),
    "date too early": (swap("2024年7月5日<", "2023年7月5日<"), "S06"),
    # attachments
    "other title": (pattern("(GwAttTitle.*?)各组活动", r"\1各班活动"), "A01"),
    "mark out of order": (swap(">附件2<", ">附件3<"), "A01"),
    "attachment not there": (
        pattern(
            r'(<w:p><w:pPr><w:pStyle w:val="GwAttNote"/>(?:(?!</w:p>).)*)2\.(.*?</w:p>)',
            r"\g<1>2.\2\g<1>3.\2",
        ),
        "A01",
    ),
    "note without colon": (swap("附件：<", "附件:<"), "A02"),
    "mark after a name": (
        swap("结对名册</w:t></w:r></w:p>", "结对名册；</w:t></w:r></w:p>"),
        "A02",
    ),
    "note indent": (
        pattern('w:leftChars="600" w:left="1890"', 'w:leftChars="400" w:left="1260"'),
        "A03",
    ),
    "attachment on the same page": (style("GwAttMark", "<w:pageBreakBefore/>", ""), "A04"),
    "mark font": (style("GwAttMark", 'w:eastAsia="黑体"', 'w:eastAsia="宋体"'), "A04"),
    "mark centred": (
        style("GwAttMark", '<w:jc w:val="left"/>', '<w:jc w:val="center"/>'),
        "A04",
    ),
    "mark with colon": (swap(">附件1<", ">附件1：<"), "A05"),
    "title on line two": (pattern(r"(附件1</w:t></w:r></w:p>)<w:p></w:p>", r"\1"), "A05"),
    # page numbers
    "no page number": (swap(" PAGE ", " DATE ", FOOTER), "F01"),
    "page number centred": (
        pattern('<w:jc w:val="right"/>', '<w:jc w:val="center"/>', FOOTER),
        "F02",
    ),
    "one footer": (swap("<w:evenAndOddHeaders/>", "", SETTINGS), "F02"),
    "footer font": (style("Footer", 'w:ascii="宋体"', 'w:ascii="Times New Roman"'), "F03"),
    "footer size": (style("Footer", '<w:sz w:val="28"/>', '<w:sz w:val="21"/>'), "F03"),
    "footer form": (pattern("— <", "- <", FOOTER), "F04"),
    "footer too low": (
        everywhere('w:footer="1446" w:gutter', 'w:footer="992" w:gutter'),
        "F05",
    ),
    "footer inset": (
        swap('w:rightChars="100" w:right="280"', 'w:rightChars="0" w:right="0"', FOOTER),
        "F06",
    ),
    # letterhead
    "document number": (
        before(
            "关爱留守儿童工作总结",
            '<w:p><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
            "</w:pPr><w:r><w:t>青小发[2024]05号</w:t></w:r></w:p>",
        ),
        "R01",
    ),
    # tables
    "table too wide": (pattern(r'<w:tblW w:w="8845"', '<w:tblW w:w="9400"'), "G01"),
    "columns too narrow": (pattern(r'<w:gridCol w:w="\d+"/>', '<w:gridCol w:w="100"/>'), "G01"),
    "head not repeated": (everywhere("<w:tblHeader/>", ""), "G02"),
    "rows break": (pattern("<w:cantSplit/>", ""), "G03"),
    "caption number": (pattern(r"(SEQ 表.*?<w:t[^>]*>)1<", r"\g<1>2<"), "G04"),
    "line of a cell": (pattern("<w:tcW[^>]*/>", rf"\g<0>{LINES.format('nil')}"), "G08"),
    "thick line of a cell": (
        pattern("<w:tcW[^>]*/>", rf"\g<0>{LINES.format(THICK)}"),
        "G08",
    ),
    "table borders": (pattern(r'(<w:insideV [^/]*w:sz=")4"', r'\g<1>18"', STYLES), "G07"),
    # signs
    "half-width comma": (swap("每月召开一次会议，", "每月召开一次会议,"), "N01"),
    "half-width brackets in the text": (swap("小禾（化名）", "小禾(化名)"), "N01"),
    "straight quotation marks": (swap("困难和问题", '"困难"和问题'), "N01"),
    "range without unit": (swap("占14.2%", "占13～15%"), "N02"),
    "percentage points": (swap("提高7.9个百分点", "提高7.9%"), "N02"),
    "multiples": (swap("做到不漏一户", "外出减少2倍"), "N02"),
    "blank before digits": (swap("29名教师与87名", "29名教师与 87名"), "N03"),
    "half an ellipsis": (swap("……", "…"), "N04"),
    "points for an ellipsis": (swap("……", "..."), "N04"),
    "full-width digits": (swap("612名", "６１２名"), "N05"),
    "short year": (swap("2023年9月", "23年9月"), "N05"),
    "cited number": (swap("云教〔2023〕5号", "云教[2023]5号"), "N06"),
    # what the words claim
    "claim without a figure": (swap("研究解决困难和问题", "成效十分显著"), "C10"),
    "study under a title of work": (swap("本学年，学校认真", "本课题，学校认真"), "C11"),
    "parts of another whole": (
        swap("87名，占14.2%", "87名，其中男生40名，女生46名，占14.2%"),
        "C12",
    ),
    "plan among measures": (swap("每周开放三次", "将定期开放"), "C13"),
    "end before its beginning": (swap("2023年9月以来", "2023年9月至2023年3月"), "C14"),
    # what is private, and traces
    "child's name": (swap("研究解决困难和问题", "资助王喜鹊同学解决困难"), "V02"),
    "identity number": (swap("小禾（化名）", "小禾110101201503078036"), "V01"),
    "phone number": (swap("每周谈心一次", "每周谈心一次，电话13912345678"), "V01"),
    "card number": (swap("每周谈心一次", "每周谈心一次，账号6222020200112230"), "V01"),
    "date of birth": (swap("小禾（化名）", "小禾，2015年3月7日出生"), "V01"),
    "phone number in the properties": (
        pattern("(<dc:creator>[^<]*)", r"\g<1>办公室13912345678", CORE),
        "V01",
    ),
    "hidden text": (run(BODY, "<w:vanish/>"), "V03"),
    "revision": (swap("<w:p><w:r>", '<w:p><w:ins w:id="1" w:author="李某"/><w:r>'), "V03"),
    "comment": (
        add_part(
            "word/comments.xml", f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/></w:comments>'
        ),
        "V03",
    ),
    "author": (pattern("(<dc:creator>)[^<]*", r"\1王小明", CORE), "V03"),
    "no title in the properties": (pattern("<dc:title>.*?</dc:title>", "", CORE), "X03"),
    "no words for the table": (pattern("<w:tblDescription[^>]*/>", "", count=0), "X03"),
}
THREE: Final = written(
    document=doc(
        "= 青石小学总结\n正文。\n附件： 表；说明\n[横附件] 表\n| 甲\n| 乙\n[附件] 说明\n正文。"
    )
)
PLAIN: Final = written(document=doc("= 青石小学总结\n正文。"))
UPRIGHT_PAGE: Final = (
    f'{UPRIGHT}<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
    ' w:header="851" w:footer="1446"'
)
TURNED_PAGE: Final = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587"'
    ' w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="936"'
)
HEADED_LAYOUT: Final = layout_with(letterhead={"kind": "document"})
HEADED: Final = written(
    HEADED_LAYOUT,
    replace(
        doc(
            "= 青石小学工作情况报告\n正文。\n署名： 青石小学，2024年7月5日",
            organisation="青石小学",
        ),
        letterhead=Letterhead(
            words("青石小学文件"), words("青校发〔2024〕5号"), words("周明远")
        ),
    ),
)
LEAST: Final = 60
BY_DATE: Final = layout_with(signature={"unit": "unless_in_title"})
NO_LINES: Final = pattern("<w:tblBorders>.*?</w:tblBorders>", "", STYLES)
OTHERS: Final[dict[str, tuple[bytes, Layout, Edit, str]]] = {
    "sections that differ": (THREE, LAYOUT, swap('w:left="1587"', 'w:left="1557"'), "P11"),
    "one section with another margin": (
        THREE,
        LAYOUT,
        swap('w:left="1587"', 'w:left="1300"'),
        "P03",
    ),
    "one section on other paper": (
        THREE,
        LAYOUT,
        swap(UPRIGHT, '<w:pgSz w:w="11906" w:h="16900"/>'),
        "P01",
    ),
    "text on a page on its side": (PLAIN, LAYOUT, everywhere(UPRIGHT_PAGE, TURNED_PAGE), "P12"),
    "no number below the head": (
        HEADED,
        HEADED_LAYOUT,
        swap("青校发〔2024〕5号", "青石镇"),
        "R02",
    ),
    "no signer beside the number": (
        HEADED,
        HEADED_LAYOUT,
        swap("签发人：", "承办人："),
        "R02",
    ),
    "organisation though in the title": (FILE, BY_DATE, all_of(), "S01"),
    "tables ruled otherwise": (
        FILE,
        layout_with(table={"borders": "three_line", "inner": "0.5pt"}),
        all_of(),
        "G07",
    ),
    "tables without lines but of a cell": (
        FILE,
        LAYOUT,
        all_of(NO_LINES, pattern("<w:tcW[^>]*/>", rf"\g<0>{LINES.format('single')}")),
        "G07",
    ),
}


ALL: Final = {name: (FILE, LAYOUT, edit, rule) for name, (edit, rule) in ONE.items()} | OTHERS


def codes(data: bytes, layout: Layout) -> list[str]:
    return [finding.code.name for finding in found(data, layout)]


@pytest.fixture(scope="module", name="changed")
def change_each() -> dict[str, bytes]:
    return {name: edited(file, edit) for name, (file, _, edit, _) in ALL.items()}


@pytest.fixture(scope="module", name="named")
def review_each(changed: dict[str, bytes]) -> dict[str, list[str]]:
    return {name: codes(changed[name], layout) for name, (_, layout, _, _) in ALL.items()}


@pytest.mark.parametrize("name", ALL)
def test_what_is_changed_is_named_and_nothing_else(
    name: str, named: dict[str, list[str]]
) -> None:
    assert named[name] == [ALL[name][-1]]


def test_the_files_themselves_have_no_finding() -> None:
    assert {
        tuple(codes(file, layout))
        for file, layout in (
            (FILE, LAYOUT),
            (THREE, LAYOUT),
            (PLAIN, LAYOUT),
            (HEADED, HEADED_LAYOUT),
        )
    } == {()}


def test_the_page_says_how_many_changes_are_named_each_by_its_rule_alone(
    changed: dict[str, bytes], named: dict[str, list[str]]
) -> None:
    files = {
        (tuple(sorted(parts_of(data).items())), repr(ALL[name][1]))
        for name, data in changed.items()
    }
    assert len(files) == len(ALL) > LEAST
    assert named == {name: [rule] for name, (*_, rule) in ALL.items()}
    rules = {rule for *_, rule in ALL.values()}
    page = (ROOT / "docs/review.md").read_text("utf-8")
    assert f"改动 {len(files)} 处，涉及 {len(rules)} 个代码" in page


def test_every_rule_that_needs_no_rendering_is_changed_once() -> None:
    # What words say, C01 and so on, is tested by words: tests/unit/review/prose.
    rules = {code.name for code in Code if code.value[1:3].isdecimal() and code.name[0] != "C"}
    assert rules - {rule for *_, rule in ALL.values()} == {"B17", "S05", "X01", "X02"}


def test_a_page_may_lie_on_either_side() -> None:
    """Its head is at the binding edge, or on the back of a sheet at the other one."""
    other = swap(
        'w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"',
        'w:top="1474" w:right="1984" w:bottom="1587" w:left="2098"',
    )
    foot = swap('w:footer="936"', 'w:footer="1049"')
    assert codes(edited(FILE, other, foot), LAYOUT) == []
