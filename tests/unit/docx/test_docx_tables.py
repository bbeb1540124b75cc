"""Tables: rows, widths, captions."""

from dataclasses import replace

import pytest

from documents import LAYOUT, doc, layout_with, with_blocks, words
from summarykit.document import Align, Column, Document, Figure, Table, number
from summarykit.writers.docx import write_docx
from summarykit.writers.docx.tables import column_widths
from wordfiles import W, body, lines, opened, paragraph_xml, part

ROW = '<w:cantSplit/><w:trHeight w:val="454" w:hRule="atLeast"/>'
PADDING = LAYOUT.table.padding.twips


def _table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_a_table_has_caption_unit_head_and_rows() -> None:
    data = write_docx(
        doc("= 题\n表 人数（单位：人）\n| 年级 | 人数\n| 一 | 12\n|= 合计 | 12"), LAYOUT
    )
    assert list(lines(data))[2:-1] == [
        "表1\u3000人数",
        "单位：人",
        *["年级", "人数", "一", "12", "合计", "12"],
    ]
    table = opened(data).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["年级", "人数"]


def test_only_the_head_is_repeated_and_no_row_splits() -> None:
    xml = part(write_docx(doc("= 题\n| 项\n| 1\n| 2\n正文。"), LAYOUT), "word/document.xml")
    assert xml.count(f"<w:trPr>{ROW}<w:tblHeader/></w:trPr>") == 1
    assert xml.count(f"<w:trPr>{ROW}</w:trPr>") == 2


def test_a_table_says_what_it_is_to_those_who_cannot_see_it() -> None:
    table = replace(
        _table(doc('= 题\n表 "人数"&比例\n| 项\n| 1')), description="按年级列出\n留守儿童"
    )
    xml = part(write_docx(with_blocks(doc("= 题"), table), LAYOUT), "word/document.xml")
    assert '<w:tblCaption w:val="&quot;人数&quot;&amp;比例"/>' in xml
    assert '<w:tblDescription w:val="按年级列出 留守儿童"/>' in xml


def test_the_number_of_a_caption_is_a_field_that_shows_it() -> None:
    data = write_docx(doc("= 题\n表 甲\n| 项\n| 1\n表 乙\n| 项\n| 1"), LAYOUT)
    xml = part(data, "word/document.xml")
    assert xml.count("<w:instrText") == 2
    assert xml.count("> SEQ 表 \\* ARABIC </w:instrText>") == 2
    assert [line for line in lines(data) if line.startswith("表")] == [
        "表1\u3000甲",
        "表2\u3000乙",
    ]


def test_a_caption_that_breaks_the_sequence_restarts_it() -> None:
    table = replace(_table(doc("= 题\n表 甲\n| 项\n| 1")), number="附表7")
    xml = part(write_docx(with_blocks(doc("= 题"), table), LAYOUT), "word/document.xml")
    assert "> SEQ 附表 \\* ARABIC \\r 7 </w:instrText>" in xml


@pytest.mark.parametrize("given", ["表一", "7a"])
def test_a_number_that_word_cannot_count_is_words(given: str) -> None:
    table = replace(_table(doc("= 题\n表 甲\n| 项\n| 1")), number=given)
    data = write_docx(with_blocks(doc("= 题"), table), LAYOUT)
    assert "instrText" not in part(data, "word/document.xml")
    assert f"{given}\u3000甲" in list(lines(data))


def test_a_total_is_set_like_a_head_and_never_stands_alone() -> None:
    rows = "\n".join(f"| {i}" for i in range(30))
    data = write_docx(doc(f"= 题\n| 项\n{rows}\n|= 合计\n正文。"), LAYOUT)
    assert '<w:pStyle w:val="GwTableHead"/></w:pPr>' in paragraph_xml(data, "合计")
    assert '<w:pStyle w:val="GwTableText"/><w:keepNext/>' in paragraph_xml(data, ">29<")
    assert "keepNext" not in paragraph_xml(data, ">28<")


def test_the_rows_of_a_small_table_stay_together() -> None:
    data = write_docx(doc("= 题\n| 项\n| 1\n| 2\n| 3\n正文。"), LAYOUT)
    kept = [">1<", ">2<"]
    assert all("<w:keepNext/>" in paragraph_xml(data, words) for words in kept)
    assert "keepNext" not in paragraph_xml(data, ">3<")


@pytest.mark.parametrize("rows", ["", "\n|= 1"])
def test_a_table_may_have_few_rows_or_none(rows: str) -> None:
    data = write_docx(doc(f"= 题\n| 项{rows}\n正文。"), LAYOUT)
    assert len(opened(data).tables[0].rows) == 1 + len(rows.split()) // 2


def test_cells_are_set_as_their_column_says() -> None:
    table = Table(
        "t",
        (
            Column(words("甲")),
            Column(words("乙"), Align.LEFT),
            Column(words("丙"), Align.RIGHT),
        ),
        ((words("一"), words("二"), words("三")),),
    )
    data = write_docx(with_blocks(doc("= 题"), table), LAYOUT)
    assert "<w:jc" not in paragraph_xml(data, "一")
    assert '<w:jc w:val="left"/>' in paragraph_xml(data, "二")
    assert '<w:jc w:val="right"/>' in paragraph_xml(data, "三")
    assert "<w:jc" not in paragraph_xml(data, "丙")


def test_cells_keep_their_looks_and_their_signs() -> None:
    text = "= 题\n| 项 | 数\n| **重** {1}点 | a<b\n| 甲&乙 | 2"
    data = write_docx(doc(text), LAYOUT)
    assert [row.cells[0].text for row in opened(data).tables[0].rows] == [
        "项",
        "重 1点",
        "甲&乙",
    ]
    assert '<w:rStyle w:val="Strong"/>' in paragraph_xml(data, "重")


# Of a character, in the font of the figures: Times New Roman, and 宋体 beside it.
WIDTHS = {".": 0.25, "%": 0.833, **dict.fromkeys("0123456789", 0.5)}


def width_of(text: str) -> float:
    return sum(WIDTHS.get(sign, 1.0) for sign in text)


@pytest.mark.parametrize(
    "figure", ["0.5%", "12%", "100%", "99.35%", "约0.5%", "7名", "600余份"]
)
@pytest.mark.parametrize("columns", [4, 8, 12])
def test_a_figure_and_its_unit_stay_on_one_line(figure: str, columns: int) -> None:
    long = "教师与学生结对谈心、家访和学习辅导"
    rows = [["项目", *["率"] * columns], [long, *[figure] * columns]]
    widths = column_widths(rows, [1] * (columns + 1), LAYOUT, 8845)
    size = LAYOUT.styles.table_text.cell
    room = [(each - 2 * PADDING) / size for each in widths[1:]]
    if columns * width_of(figure) * size < 8845 - (columns + 1) * 2 * PADDING - 4 * size:
        assert min(room) >= width_of(figure)


def test_a_percentage_is_measured_in_whatever_line_it_stands() -> None:
    rows = [["学校", "巩固率"], ["一年级合计", "0.5%"], ["中心校", "未统计\n100.0%"]]
    narrow = column_widths(rows, [1, 1], LAYOUT, 8845)
    wide = column_widths([[a, b.replace("%", "")] for a, b in rows], [1, 1], LAYOUT, 8845)
    assert narrow[1] > wide[1]


def test_a_row_must_have_one_cell_a_column() -> None:
    table = Table("t", (Column(words("甲")), Column(words("乙"))), ((words("一"),),))
    with pytest.raises(ValueError, match="zip"):
        write_docx(with_blocks(doc("= 题"), table), LAYOUT)


def test_two_tables_do_not_grow_together() -> None:
    table = _table(doc("= 题\n| 项\n| 1"))
    data = write_docx(with_blocks(doc("= 题"), table, replace(table, id="u")), LAYOUT)
    assert [child.tag.removeprefix(W) for child in body(data)][2:] == [
        "tbl", "p", "tbl", "p", "sectPr",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "weights", "widths"),
    [
        ([["甲", "乙"]], [1, 1], [500, 500]),
        ([["序号", "12345678901234567890123456789012345678"]], [1, 1], [143, 857]),
        ([["甲", "乙"]], [1, 3], [288, 712]),
    ],
)
def test_widths_follow_content_and_weight(
    rows: list[list[str]], weights: list[float], widths: list[int]
) -> None:
    found = column_widths(rows, weights, LAYOUT, 8845)
    assert sum(found) == 8845
    shares = [round(each * 1000 / 8845) for each in found]
    assert shares == pytest.approx(widths, abs=25)


def test_words_stay_on_one_line_where_the_page_has_the_room() -> None:
    rows = [["2023年10月9日", "关爱与控辍工作部署会", "领导小组办公室", "全体教职工"]]
    found = column_widths(rows, [1.0] * 4, LAYOUT, 8845)
    room = [(each - 2 * PADDING) / 240 for each in found]
    assert all(has > needs for has, needs in zip(room, (8.75, 10, 7, 5), strict=True))


def test_the_widest_column_gives_way_to_the_others() -> None:
    rows = [
        ["一二三四五六七八九", "一二三四五六七八九十", "一二三四五六七", "一二三四五六七八九"]
    ]
    found = column_widths(rows, [1.0] * 4, LAYOUT, 8845)
    room = [(each - 2 * PADDING) / 240 for each in found]
    assert [has > needs for has, needs in zip(room, (9, 10, 7, 9), strict=True)] == [
        True, False, True, True,
    ]  # fmt: skip
    assert room[1] > 8


HOME_VISITS = """
| 轮次 | 起止时间 | 家访人员 | 家访教师（名） | 走访家庭（户） | 已访学生（名） | 主要方式
| 秋季全员家访 | 2023年10月9日—11月30日 | 班主任和科任教师 | 43 | 548 | 589 | 入户、视频连线
| 寒假前留守儿童走访 | 2024年1月15日—31日 | 结对教师 | 29 | 78 | 87 | 入户
"""


def _home_visits() -> list[list[str]]:
    return [line[2:].split(" | ") for line in HOME_VISITS.strip().splitlines()]


def test_units_in_heads_and_words_are_broken_before_dates_are() -> None:
    found = column_widths(_home_visits(), [1.0] * 7, LAYOUT, 12000)
    room = [(each - 2 * PADDING) / 240 for each in found]
    assert sum(found) == 12000
    assert room[1] > 13.75
    assert all(4 <= each < 7 for each in room[3:6])


def test_a_date_that_must_be_broken_has_room_up_to_its_dash() -> None:
    rows = [["起止时间", *["应访户数"] * 6], ["2023年10月9日—11月30日", *["12"] * 6]]
    found = column_widths(rows, [1.0] * 7, LAYOUT, 8845)
    assert 8.75 <= (found[0] - 2 * PADDING) / 240 < 13.75


def test_a_table_that_is_too_wide_is_set_smaller() -> None:
    data = write_docx(doc(f"= 题\n正文。{HOME_VISITS}正文。"), LAYOUT)
    small = '<w:sz w:val="21"/><w:szCs w:val="21"/>'
    assert small in paragraph_xml(data, "结对教师")
    assert small in paragraph_xml(data, "轮次")
    assert small not in paragraph_xml(data, "正文")
    assert small not in paragraph_xml(write_docx(doc("= 题\n| 项\n| 1"), LAYOUT), "项")


def test_long_words_stand_at_the_left_and_numbers_in_the_middle() -> None:
    long = "关爱留守儿童工作领导小组办公室会同各年级组分头落实"
    text = f"= 题\n| 做法 | 日期 | 人数\n| {long} | 2024年7月5日 | 12\n| 甲 | 7月 | 3"
    data = write_docx(doc(text), LAYOUT)
    assert '<w:jc w:val="left"/>' in paragraph_xml(data, long)
    assert '<w:jc w:val="left"/>' in paragraph_xml(data, ">甲<")
    assert "<w:jc" not in paragraph_xml(data, "做法")
    assert "<w:jc" not in paragraph_xml(data, "2024年7月5日")
    assert "<w:jc" not in paragraph_xml(data, ">12<")


def test_short_words_stay_on_one_line_beside_long_ones() -> None:
    rows = [["留守儿童", *("很长的说明" * 4 for _ in range(7))]]
    found = column_widths(rows, [1.0] * 8, LAYOUT, 8845)
    assert sum(found) == 8845
    assert found[0] >= 4 * 240 + 2 * PADDING


def test_a_number_too_long_for_the_page_leaves_the_others_their_room() -> None:
    found = column_widths([[*["留守儿童"] * 6, "1" * 32]], [1.0] * 7, LAYOUT, 8845)
    assert sum(found) == 8845
    assert min(found[:6]) >= 4 * 240 + 2 * PADDING


def test_more_columns_than_the_page_holds_still_add_up() -> None:
    found = column_widths([["留守儿童"] * 30], [1.0] * 30, LAYOUT, 8845)
    assert sum(found) == 8845
    assert max(found) - min(found) <= 1


def test_three_lines_have_no_verticals() -> None:
    layout = layout_with(table={"borders": "three_line", "frame": "1.5pt", "inner": "0.75pt"})
    styles = part(write_docx(doc("= 题"), layout), "word/styles.xml")
    borders = styles[styles.index("<w:tblBorders>") : styles.index("</w:tblBorders>")]
    assert borders.count('w:sz="12"') == 2
    assert "insideV" not in borders
    assert (
        'w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6"'
        in styles
    )


def test_a_caption_of_a_figure_stands_below_it() -> None:
    from strategies_documents import PIXEL  # noqa: PLC0415 - one picture is enough

    figure = Figure("f", PIXEL, words("活动"), "学生们在操场上")
    data = write_docx(number(with_blocks(doc("= 题"), figure)), LAYOUT)
    assert list(lines(data))[2:] == ["", "图1\u3000活动"]
    assert "> SEQ 图 \\* ARABIC </w:instrText>" in part(data, "word/document.xml")
