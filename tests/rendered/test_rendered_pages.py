"""What the finished page looks like, measured on the PDF that LibreOffice makes of it."""

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest

from documents import LAYOUT, doc, layout_with, with_blocks, words
from rendering import MM, TWIP, Page, need_renderer, rendered
from summarykit.document import Attachment, number, text_of
from summarykit.writers.docx import write_docx

pytestmark = pytest.mark.rendered

LEFT, RIGHT = 1587 * TWIP, (1587 + 8845) * TWIP
TOP, BOTTOM = 2098 * TWIP, (2098 + 12756) * TWIP
PITCH = 28.95
# So many lines stand above the signature that it comes near the end of a page.
LENGTHS = range(14, 24)


def _han(count: int) -> str:
    common = "春夏秋冬天地人和山水花木日月风云师生家校爱心成长学习读书写字"
    return (common * (count // len(common) + 1))[:count]


def _signed(lines: int, last: str) -> str:
    """Return a summary of about one page whose last paragraph is `last`."""
    return (
        "= 总结\n" + "行文。\n" * lines + f"{last}\n署名： 云岭县青石镇中心小学，2024年7月5日"
    )


def _roster(rows: int) -> str:
    return "\n".join(("| 序号 | 姓名", *(f"| {i} | 李某某" for i in range(1, rows + 1))))


def _clauses(count: int) -> str:
    """Return text in which marks come at the end of many lines, at every place of a line."""
    marks = "，、；，。：，"
    signs = (f"{_han(3 + i * 7 % 11)}{i % 9 or ''}{marks[i % 7]}" for i in range(count))
    return "".join(signs)


# So many lines stand together at the end: text, blank, attachments, blank, signature.
TAILS = {"bare": 2 + 1 + 2, "listed": 2 + 1 + 2 + 1 + 2}
VISITS = """
表 家访（单位：名）
| 活动 | 时间 | 组织者 | 对象
| 关爱与控辍工作部署会 | 2023年9月6日 | 领导小组办公室 | 全体教职工
| 走进县科技馆研学活动 | 2023年10月起每月 | 学校 | 随迁子女和同班同学
"""
FILES = {
    "marks": doc("= 总结\n" + "\n".join(_clauses(count) for count in range(2, 60, 3))),
    "visits": doc(f"= 总结\n正文。{VISITS}正文。"),
    "secret": number(
        with_blocks(
            doc("= 总结"),
            Attachment("a", words("花名册"), (), notice="内部掌握，不得公开"),
        )
    ),
    "text": doc("= 工作总结\n" + f"{_han(3000)}\n"),
    "roles": doc(
        "= 青石镇中心小学2024年工作总结\n~ （2024年7月5日）\n@ 县教育局\n"
        f"导语“引语”……——第3次。\n# 基本情况\n## 组织领导\n### 制定方案\n{_han(900)}"
    ),
    "roster": doc(f"= 花名册\n正文。\n{_roster(60)}\n正文。"),
    "small": doc("= 总结\n" + "行文。\n" * 16 + f"表 名称（单位：人）\n{_roster(9)}\n正文。"),
    "turned": doc(f"= 总结\n正文。\n[横附件] 花名册\n{_roster(40)}\n[附件] 一览\n正文。"),
    "note": doc(
        "= 总结\n正文。\n附件： 统计表；花名册；一览\n署名： 青石镇中心小学，2024年7月5日"
    ),
    **{f"short{n}": doc(_signed(n, "行文。")) for n in LENGTHS},
    **{f"long{n}": doc(_signed(n, _han(130))) for n in LENGTHS},
    **{f"bare{n}": doc(_signed(n, _han(40))) for n in LENGTHS},
    **{f"listed{n}": doc(_signed(n, f"{_han(40)}\n附件： 甲表；乙表")) for n in LENGTHS},
}
COUNTED = doc("= 总结\n# 甲\n## 乙\n### 丙\n#### 丁 >> 戊。\n# 己\n[附件] 庚\n# 辛\n## 壬")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    need_renderer()
    files = {name: write_docx(tree, LAYOUT) for name, tree in FILES.items()}
    files["counted"] = write_docx(COUNTED, layout_with(numbering={"automatic": True}))
    files["centred"] = write_docx(COUNTED, layout_with(page_number={"position": "center"}))
    return rendered(files, tmp_path_factory.mktemp("rendered"))


def test_a_full_page_has_22_lines_at_an_even_pitch(books: dict[str, tuple[Page, ...]]) -> None:
    for page in books["text"][1:4]:
        assert len(page.lines) == 22
        baselines = [line.baseline for line in page.lines]
        steps = [after - before for before, after in pairwise(baselines)]
        assert all(abs(step - PITCH) < 0.2 for step in steps)


def test_a_full_line_has_28_characters(books: dict[str, tuple[Page, ...]]) -> None:
    lines = [line for page in books["text"][1:4] for line in page.lines]
    assert {len(line.bare) for line in lines} == {28}


def test_the_text_fills_the_type_area_within_a_millimetre(
    books: dict[str, tuple[Page, ...]],
) -> None:
    page = books["text"][1]
    assert min(line.left for line in page.lines) == pytest.approx(LEFT, abs=MM)
    assert max(line.right for line in page.lines) == pytest.approx(RIGHT, abs=MM)
    # The first line hangs in the middle of its pitch, the last one stands in the middle of its.
    first, last = page.lines[0].baseline - 16 * 0.86, page.lines[-1].baseline + 16 * 0.14
    assert first == pytest.approx(TOP + (PITCH - 16) / 2, abs=MM + 1)
    assert first > TOP
    assert last < BOTTOM


def _bare(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def test_no_sign_is_lost_where_marks_end_lines(books: dict[str, tuple[Page, ...]]) -> None:
    printed = _bare(text for page in books["marks"] for text in page.texts())
    assert printed == _bare(text_of(FILES["marks"]))
    ends = [line.bare[-1] for page in books["marks"] for line in page.lines]
    assert sum(end in "，、；：" for end in ends) > 20


def test_nothing_stands_in_the_margins(books: dict[str, tuple[Page, ...]]) -> None:
    for name in ("marks", "text", "roles", "visits", "secret"):
        for line in (line for page in books[name] for line in page.lines):
            assert line.left > LEFT - MM
            assert line.right < RIGHT + MM
            assert TOP < line.top + 16 * 0.5 < line.baseline < BOTTOM


def test_no_line_starts_with_a_mark(books: dict[str, tuple[Page, ...]]) -> None:
    starts = {line.bare[0] for page in books["marks"] for line in page.lines}
    assert not starts & set("，、；：。")


def test_a_paragraph_starts_two_characters_in(books: dict[str, tuple[Page, ...]]) -> None:
    first = next(line for line in books["text"][0].lines if line.bare.startswith("春夏秋冬"))
    assert first.left - LEFT == pytest.approx(32, abs=1)
    assert len(first.bare) == 26


def test_page_numbers_stand_outside_seven_millimetres_below_the_text(
    books: dict[str, tuple[Page, ...]],
) -> None:
    for count, page in enumerate(books["text"], start=1):
        assert page.footer is not None
        assert page.footer.text.strip() == f"— {count} —"
        middle = page.footer.baseline - 14 * 0.36
        assert middle - BOTTOM == pytest.approx(7 * MM, abs=1.5 * MM)
        if count % 2:
            assert RIGHT - page.footer.right == pytest.approx(14, abs=2)
        else:
            assert page.footer.left - LEFT == pytest.approx(14, abs=2)


def test_page_numbers_can_stand_in_the_middle(books: dict[str, tuple[Page, ...]]) -> None:
    for page in books["centred"]:
        assert page.footer is not None
        assert (page.footer.left + page.footer.right) / 2 == pytest.approx(
            (LEFT + RIGHT) / 2, abs=1
        )


@pytest.mark.parametrize(
    ("line", "sign", "font"),
    [
        ("青石镇中心小学2024年工作总结", "青", "NotoSerifCJK"),
        ("青石镇中心小学2024年工作总结", "2", "LiberationSerif"),
        ("（2024年7月5日）", "年", "FandolKai"),
        ("县教育局：", "县", "FandolFang"),
        ("导语“引语”……——第3次。", "导", "FandolFang"),
        ("导语“引语”……——第3次。", "“", "FandolFang"),
        ("导语“引语”……——第3次。", "…", "FandolFang"),
        ("导语“引语”……——第3次。", "—", "FandolFang"),
        ("导语“引语”……——第3次。", "3", "LiberationSerif"),
        ("一、基本情况", "基", "NotoSansCJK"),
        ("（一）组织领导", "组", "FandolKai"),
        ("1.制定方案", "制", "FandolFang"),
    ],
)
def test_each_part_is_set_in_its_font(
    books: dict[str, tuple[Page, ...]], line: str, sign: str, font: str
) -> None:
    found = next(each for each in books["roles"][0].lines if each.bare == line)
    assert font in found.fonts[sign]


def test_page_numbers_are_set_in_song(books: dict[str, tuple[Page, ...]]) -> None:
    footer = books["roles"][0].footer
    assert footer is not None
    assert "NotoSerifCJK" in footer.fonts["1"]


@pytest.mark.parametrize("kind", ["short", "long"])
@pytest.mark.parametrize("lines", LENGTHS)
def test_a_signature_has_two_lines_of_text_above_it(
    books: dict[str, tuple[Page, ...]], kind: str, lines: int
) -> None:
    pages = [page for page in books[f"{kind}{lines}"] if "云岭县青石镇中心小学" in page.texts()]
    assert len(pages) == 1
    texts = pages[0].texts()
    place = texts.index("云岭县青石镇中心小学")
    assert texts[place + 1] == "2024年7月5日"
    assert place >= 2


def test_the_signature_comes_on_both_sides_of_a_page_end(
    books: dict[str, tuple[Page, ...]],
) -> None:
    assert {len(books[f"short{lines}"]) for lines in LENGTHS} == {1, 2}
    assert {len(books[f"long{lines}"]) for lines in LENGTHS} >= {2}


@pytest.mark.parametrize("kind", TAILS)
@pytest.mark.parametrize("lines", LENGTHS)
def test_a_page_before_a_signature_is_as_full_as_can_be(
    books: dict[str, tuple[Page, ...]], kind: str, lines: int
) -> None:
    *before, _ = books[f"{kind}{lines}"]
    for page in before:
        # A line ends a sixth of a pitch below its signs.
        free = (BOTTOM - page.lines[-1].baseline) / PITCH - 1 / 6
        assert free < TAILS[kind]


def test_the_signature_keeps_its_blanks_at_the_right(
    books: dict[str, tuple[Page, ...]],
) -> None:
    lines = {line.bare: line for page in books["short14"] for line in page.lines}
    cell = 315 * TWIP
    organisation, date = lines["云岭县青石镇中心小学"], lines["2024年7月5日"]
    assert RIGHT - organisation.right == pytest.approx(2 * cell, abs=1)
    assert RIGHT - date.right == pytest.approx(4 * cell, abs=1)


def test_a_long_table_repeats_its_head_on_every_page(
    books: dict[str, tuple[Page, ...]],
) -> None:
    pages = [page for page in books["roster"] if any("李某某" in text for text in page.texts())]
    assert len(pages) >= 3
    assert all("序号姓名" in page.texts() for page in pages)


def test_words_of_a_table_are_not_broken_if_they_fit(
    books: dict[str, tuple[Page, ...]],
) -> None:
    texts = books["visits"][0].texts()
    assert "关爱与控辍工作部署会2023年9月6日领导小组办公室全体教职工" in texts
    assert "走进县科技馆研学活动2023年10月起每月学校随迁子女和同班同学" in texts


def test_a_notice_stands_right_of_the_mark(books: dict[str, tuple[Page, ...]]) -> None:
    mark, title = books["secret"][-1].lines[:2]
    assert (mark.bare.split(), title.bare) == (["附件内部掌握，不得公开"], "花名册")
    assert mark.left == pytest.approx(LEFT, abs=1)
    assert mark.right == pytest.approx(RIGHT, abs=MM)
    assert 2 * PITCH <= title.baseline - mark.baseline < 2.5 * PITCH


def test_a_small_table_stays_on_one_page_with_its_caption(
    books: dict[str, tuple[Page, ...]],
) -> None:
    first, second = books["small"]
    assert not any("李某某" in text for text in first.texts())
    assert second.texts()[:2] == ["表1\u3000名称", "单位：人"]


def test_a_turned_attachment_lies_on_its_side_and_the_next_one_stands(
    books: dict[str, tuple[Page, ...]],
) -> None:
    turned = [page.width > page.height for page in books["turned"]]
    assert turned[0] is False
    assert turned[1:-1] == [True] * (len(turned) - 2)
    assert turned[-1] is False
    assert books["turned"][1].texts()[0] == "附件1"


def test_an_attachment_starts_at_the_head_and_its_title_on_line_three(
    books: dict[str, tuple[Page, ...]],
) -> None:
    mark, title = books["turned"][-1].lines[:2]
    assert (mark.bare, title.bare) == ("附件2", "一览")
    assert mark.left == pytest.approx(LEFT, abs=1)
    # Two pitches down, and lower by what a taller line adds above its signs.
    assert 2 * PITCH <= title.baseline - mark.baseline < 2.5 * PITCH


def test_names_of_attachments_stand_under_one_another(
    books: dict[str, tuple[Page, ...]],
) -> None:
    lines = [
        line for line in books["note"][0].lines if re.search("统计表|花名册|一览", line.text)
    ]
    first, second, third = lines
    cell = 315 * TWIP
    assert first.left - LEFT == pytest.approx(2 * cell, abs=1)
    assert second.left - LEFT == pytest.approx(5 * cell, abs=1)
    assert third.left == pytest.approx(second.left, abs=0.1)


def test_word_counts_headings_like_the_numbering_pass(
    books: dict[str, tuple[Page, ...]],
) -> None:
    counted = [text for page in books["counted"] for text in page.texts()]
    written = [text for page in books["centred"] for text in page.texts()]
    assert counted == written
    assert "（1）丁。戊。" in written
