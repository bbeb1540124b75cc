"""Files that others made: what is said of them is complete and reads well."""

import io
import re

import docx
import pytest

from documents import LAYOUT
from review_files import (
    before,
    edited,
    found,
    of_blocks,
    paragraph,
    parts_of,
    pattern,
    run,
    style,
    swap,
    written,
)
from school_file import school_file
from summarykit.diagnostics import Code
from summarykit.l10n.messages import describe
from summarykit.review.reviewing import review

SCHOOL = review(school_file(), LAYOUT, "总结.docx")
SAID = [describe(finding, "zh") for finding in SCHOOL]
FILE = written()
FOOTERS = ("word/footer1.xml", "word/footer2.xml")


def test_the_findings_on_a_schools_file_are_complete() -> None:
    named = dict.fromkeys(finding.code.name for finding in SCHOOL)
    assert " ".join(named) == (
        "P01 P02 P03 P13 P14 P15 T02 T03 T07 T09 B01 B02 B03 B05 B06 B08 B09 B10 B11 B12"
        " B14 B15 B16 H01 H02 H03 H04 H06 H07 H08 H09 H10 H11 S02 S03 S04 A01 A02 A03 F01 F02"
        " G02 G03 G07 N01 N03 N04 N05 N06 V03 X03"
    )


FIRST, SECOND = "第 1 段“青石镇中心小学2023-…”", "第 2 段“我校高度重视留守儿童工作…”"


@pytest.mark.parametrize(
    ("code", "said", "place"),
    [
        (
            "p01-page-size",
            "纸张应为宽210毫米、高297毫米，实为宽215.9毫米、高279.4毫米",
            "第 1 节",
        ),
        ("t03-title-size", "标题的字号应为二号（22磅），实为小二（18磅）", FIRST),
        ("t07-title-marks", "标题中不用“。”", FIRST),
        ("b02-text-size", "正文的字号应为三号（16磅），实为四号（14磅）", f"{SECOND}等 5 处"),
        ("b06-line-spacing", "行距应为固定值28.95磅，实为1.15倍行距", f"{SECOND}等 11 处"),
        ("b09-blank-lines", "这里有多余的空行，共 3 行", "第 10 段"),
        ("b11-colour", "文字颜色应为黑色，实为365F91", "第 3 段“一.基本情况”等 2 处"),
        ("h04-heading-sequence", "序号应为“（二）”，实为“(三)”", "第 8 段“(三)结对帮扶”"),
        ("h06-number-form", "序号的写法应为“一、”，实为“一.”", "第 3 段“一.基本情况”"),
        ("h06-number-form", "序号的写法应为“1.”，实为“1、”", "第 9 段“1、29名教师与留守儿童…”"),
        (
            "h07-number-brackets",
            "序号的写法应为“（一）”，实为“(一)”",
            "第 6 段“(一)加强领导”等 2 处",
        ),
        ("f01-page-number", "没有页码", "页脚"),
        ("n05-digits", "数字应为半角，不写“８７”", "第 4 段“全校共有学生612名，其…”"),
        ("v03-traces", "文件属性中的作者是“python-docx”，不是单位名称", ""),
    ],
)
def test_the_findings_read_well(code: str, said: str, place: str) -> None:
    whole = f"{code}  {said}（见{place}）" if place else f"{code}  {said}"
    assert [line for line in SAID if line.endswith(whole)]


def test_a_finding_has_its_place_for_programs() -> None:
    places = {finding.code: finding.at.field for finding in SCHOOL}
    assert places[Code.B09] == "paragraph[10]"
    assert places[Code.G02] == "table[1]"
    assert places[Code.P01] == "section[1]"
    assert places[Code.F01] == "footer[1]"
    assert places[Code.P13] == ""
    cell = next(f for f in SCHOOL if f.code is Code.B12 and "Cambria" in str(f))
    assert cell.at.field == "table[1].row[2].column[1]"


def test_the_empty_template_of_python_docx_is_an_empty_file() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    (finding,) = found(out.getvalue())
    assert finding.code is Code.FILE_EMPTY


def codes(data: bytes) -> set[str]:
    return {finding.code.name for finding in found(data)}


def inlined(parts: dict[str, str]) -> None:
    """Set directly what paragraph styles say, so that nothing has a style of its own."""
    said = {}
    for found_style in re.finditer(
        r'<w:style w:type="paragraph"[^>]*w:styleId="(\w+)">.*?</w:style>',
        parts["word/styles.xml"],
    ):
        inside = found_style[0]
        about = [re.search(f"<w:{p}>(.*?)</w:{p}>", inside) for p in ("pPr", "rPr")]
        said[found_style[1]] = tuple(each[1] if each else "" for each in about)

    def bare(paragraph_found: re.Match[str]) -> str:
        xml = paragraph_found[0]
        named = re.search(r'<w:pStyle w:val="(\w+)"/>', xml)
        if named is None:
            return xml
        shape, look = said[named[1]]
        direct = re.search(f"{re.escape(named[0])}(.*?)</w:pPr>", xml)
        assert direct
        own = set(re.findall(r"<w:(\w+)", direct[1]))
        kept = "".join(
            each[0]
            for each in re.finditer(r"<w:(\w+)[^>]*/>", shape)
            if each[1] not in own or each[1] == "ind"
        )
        kept = re.sub("<w:ind[^>]*/>", "", kept) if "ind" in own else kept
        xml = xml.replace(named[0], kept, 1)
        return re.sub(r"<w:rPr>(<w:rFonts w:hint=\"eastAsia\"/>)?", f"<w:rPr>{look}", xml)

    main = parts["word/document.xml"]
    parts["word/document.xml"] = re.sub("<w:p>.*?</w:p>", bare, main)


def test_roles_are_seen_without_styles() -> None:
    """As after pasting into an empty file: each is told by its look and its words."""
    assert "pStyle" not in parts_of(edited(FILE, inlined))["word/document.xml"]
    assert found(edited(FILE, inlined)) == ()


def test_numbers_that_word_counts_are_read_as_text() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    part = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="{}"/>'
        '<w:numFmt w:val="{}"/><w:suff w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
    )
    chinese = "chineseCounting"

    def counted(*how: object) -> set[str]:
        def edit(parts: dict[str, str]) -> None:
            parts["word/numbering.xml"] = part.format(*how)

        lone = swap("二、主要措施", "主要措施"), paragraph("主要措施<", numbered)
        return codes(edited(FILE, *lone, edit))

    assert counted(2, chinese, "nothing", "%1、") == set()
    assert counted(3, chinese, "nothing", "%1、") == {"H04"}
    assert counted(2, chinese, "tab", "%1、") == {"H06"}
    assert counted(2, chinese, "nothing", "%1.") == {"H06"}
    assert counted(2, "bullet", "nothing", "●") == {"H04"}
    assert counted(2, "decimal", "nothing", "%1、") == {"H06"}


def test_bold_in_both_kinds_of_style_is_not_bold() -> None:
    bold = style("Heading1", '<w:b w:val="0"/>', "<w:b/>")
    strong = pattern("<w:rPr>(.*?基本情况)", r'<w:rPr><w:rStyle w:val="Strong"/>\1')
    assert "H01" in codes(edited(FILE, bold))
    twice = found(edited(FILE, bold, strong))
    assert "第 2 段" not in " ".join(describe(f, "zh") for f in twice if f.code is Code.H01)


def test_a_style_that_is_based_on_itself_is_no_trap() -> None:
    loop = style("Heading1", '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Heading2"/>')
    back = style("Heading2", '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Heading1"/>')
    assert codes(edited(FILE, loop, back)) == set()


def test_a_title_in_two_paragraphs_is_one() -> None:
    more = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>云岭县</w:t></w:r></w:p>'
    assert "T01" not in codes(edited(FILE, before("关爱留守儿童工作总结", more)))
    text = "<w:p><w:r><w:t>说明文字放在标题之上。</w:t></w:r></w:p>"
    assert "T01" in codes(edited(FILE, before("关爱留守儿童工作总结", text)))


@pytest.mark.parametrize(
    "name", ["FangSong", "仿宋", "FANGSONG_GB2312", "华文仿宋", "STFangsong"]
)
def test_other_names_of_a_font_are_as_good(name: str) -> None:
    font = f'<w:rFonts w:hint="eastAsia" w:eastAsia="{name}"/>'
    assert codes(edited(FILE, run("学校成立领导小组", font))) == set()


def lines(*texts: str) -> list[str]:
    """Return what is said of a file with these lines below a title."""
    title = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>青石小学总结</w:t></w:r></w:p>'
    )
    told = found(
        of_blocks(title, *(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))
    )
    kept = [f for f in told if f.code.name not in {"H01", "H10", "H11", "X03"}]
    return [f"{finding.code.name} {finding.message}" for finding in kept]


def test_a_numbered_sentence_is_no_heading_with_a_mark_too_many() -> None:
    assert lines("学校做了以下工作。", "1.每月走访一次。", "2.每周谈心一次。") == []
    assert lines("一、每月走访一次。")[0].startswith("H08")


def test_a_list_may_begin_anew_after_plain_text() -> None:
    first = ("做法如下。", "1.每月走访一次。", "2.每周谈心一次。", "成效如下。")
    assert lines(*first, "1.入学率提高。") == []
    assert lines(*first, "2.入学率提高。")[0].startswith("H04 the number should be “3.”")


def test_levels_that_are_skipped_are_named() -> None:
    assert "H05" not in " ".join(lines("一、做法", "1.走访", "二、成效", "1.入学"))
    skipped = " ".join(lines("一、做法", "（1）走访", "（一）谈心", "1.入学"))
    assert "H05 level 4 follows level 1, with none between" in skipped
    inverted = " ".join(lines("1.走访", "一、做法", "（一）谈心"))
    assert "H05 a heading of level 3 stands before any above it" in inverted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("入学率由90.1%提高到95.2%，提高5.1%。", "N02"),
        ("发放3、4个书包，辍学减少了2倍。", "N02 N02"),
        ("走访15-20%的家庭。", "C10 N02"),
        ("召开8:30的例会，网址www.example.cn，共1.5万元，得分3:2。", ""),
        ("依据（云教〔2024〕5号）和云教（2024）5号、教基〔2019〕12 号办理。", "N06 N03"),
        ("“六一”—— 儿童节——开展活动……做到全覆盖。", ""),
        ("在19年9月、2019年9月和2019—2020学年，19年间入学。", "N05"),
        ("2023—2024学年，从一年级到六年级，A类12人，B类3人。", ""),
    ],
)
def test_signs_and_figures_are_read_with_care(text: str, said: str) -> None:
    assert sorted(line.split()[0] for line in lines(text)) == sorted(said.split())


@pytest.mark.parametrize(
    "code",
    [
        " page ",
        ' PA</w:instrText></w:r><w:r><w:instrText xml:space="preserve">GE ',
        " PAGE </w:instrText></w:r><w:r><w:instrText>\\* MERGEFORMAT",
    ],
)
def test_a_page_number_is_found_however_its_code_is_written(code: str) -> None:
    assert found(edited(FILE, *(swap(" PAGE ", code, each) for each in FOOTERS))) == ()
