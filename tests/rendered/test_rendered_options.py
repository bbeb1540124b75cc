"""What the finished page looks like with the options that counties' rule sheets vary."""

from dataclasses import replace

import pytest

from documents import LAYOUT, doc, layout_with, words
from rendering import MM, TWIP, Line, Page, need_renderer, rendered
from summarykit.document import Imprint, Letterhead
from summarykit.layout import Layout
from summarykit.writers.docx import write_docx

pytestmark = pytest.mark.rendered

LEFT, RIGHT = 1587 * TWIP, (1587 + 8845) * TWIP
TOP, BOTTOM = 2098 * TWIP, (2098 + 12756) * TWIP
CELL = 315 * TWIP
UNIT = "云岭县青石镇中心小学"
# So many lines of text stand above the signature that it comes near the end of a page.
LENGTHS = range(8, 22)


def _signed(lines: int, title: str = "总结") -> str:
    return f"= {title}\n" + "行文。\n" * lines + f"署名： {UNIT}，2024年7月5日"


def _numbered(position: str, form: str) -> Layout:
    return layout_with(page_number={"position": position, "form": form})


def _one_left(count: int) -> str:
    """Return a paragraph of `count` lines and a sign with its mark."""
    signs = "春夏秋冬天地人和山水花木日月风云师生家校爱心成长学习读书"
    return f"{signs[2:]}{signs * (count - 1)}好。"


ENDS = "\n".join(
    (
        *map(_one_left, range(1, 6)),
        f"学校共走访196户，其中留守儿童家庭87户，覆盖率为100%，{'家' * 51}好。",
        f"2024年7月共16人，2025年7月共18人，家长{'家' * 59}好。",
    )
)
HEADED = doc(
    f"= {UNIT}2023—2024学年度关爱留守儿童和随迁子女入学、控辍保学、家访工作总结\n"
    "@ 云岭县教育局\n" + "学校把关爱工作摆在重要位置，逐户走访。\n" * 20 + "# 基本情况\n正文。",
    organisation=UNIT,
)
END = Imprint(
    tuple(map(words, ("云岭县民政局", "云岭县残疾人联合会", "青石镇人民政府", "青石镇派出所"))),
    words("学校办公室"),
    words("2024年7月8日"),
)
COVERED = doc(
    f"= {UNIT}2023—2024学年度关爱留守儿童工作总结\n"
    + "行文。\n" * 30
    + f"署名： {UNIT}，2024年7月5日\n[横附件] 表\n正文。",
    organisation=UNIT,
)
LETTERHEADS = {
    "signed": Letterhead(words(f"{UNIT}文件"), words("青校发〔2024〕5号"), words("周明远")),
    "numbered": Letterhead(words(f"{UNIT}文件"), words("青校发〔2024〕5号")),
}
FILES = {
    "ends": (f"= 总结\n{ENDS}", LAYOUT),
    "mended": (f"= 总结\n{ENDS}", layout_with(last_line={"characters": 2})),
    "chinese": (_signed(3), layout_with(signature={"date": "chinese"})),
    "once": (_signed(3, f"{UNIT}工作总结"), layout_with(signature={"unit": "unless_in_title"})),
    "left": (_signed(30), _numbered("left", "-{page}-")),
    "right": (_signed(30), _numbered("right", "{page}")),
    "center": (_signed(50), _numbered("center", "第{page}页\u3000共{pages}页")),
    "none": (_signed(30), _numbered("none", "{page}")),
    **{
        f"blanks{lines}": (_signed(lines), layout_with(signature={"blank_lines": 9}))
        for lines in LENGTHS
    },
}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    need_renderer()
    files = {name: write_docx(doc(text), layout) for name, (text, layout) in FILES.items()}
    for name, head in LETTERHEADS.items():
        files[name] = write_docx(replace(HEADED, letterhead=head), LAYOUT)
    letter = layout_with(letterhead={"kind": "letter"})
    headed = replace(HEADED, letterhead=Letterhead(words(UNIT), words("青校函〔2024〕5号")))
    files["letter"] = write_docx(headed, letter)
    files["issued"] = write_docx(replace(COVERED, imprint=END), LAYOUT)
    files["covered"] = write_docx(COVERED, layout_with(cover={"shown": True}))
    return rendered(files, tmp_path_factory.mktemp("options"))


def _footers(pages: tuple[Page, ...]) -> list[Line]:
    footers = [page.footer for page in pages if page.footer]
    assert len(footers) == len(pages) > 1
    return footers


def test_a_date_in_chinese_numerals_starts_where_the_block_is_worked_out(
    books: dict[str, tuple[Page, ...]],
) -> None:
    *_, name, date = books["chinese"][0].lines
    assert (name.bare, date.bare) == (UNIT, "二〇二四年七月五日")
    assert RIGHT - name.right == pytest.approx(2 * CELL, abs=1)
    assert date.left - name.left == pytest.approx(2 * CELL, abs=1)


def test_a_lone_date_stands_two_characters_from_the_margin(
    books: dict[str, tuple[Page, ...]],
) -> None:
    *_, text, date = books["once"][0].lines
    assert (text.bare, date.bare) == ("行文。", "2024年7月5日")
    assert RIGHT - date.right == pytest.approx(2 * CELL, abs=1)
    assert date.baseline - text.baseline == pytest.approx(2 * 28.95, abs=1)


@pytest.mark.parametrize("lines", LENGTHS)
def test_nine_blank_lines_never_part_a_signature_from_the_text(
    books: dict[str, tuple[Page, ...]], lines: int
) -> None:
    pages = [page.texts() for page in books[f"blanks{lines}"] if UNIT in page.texts()]
    assert [texts[-3:] for texts in pages] == [["行文。", UNIT, "2024年7月5日"]]


def test_the_signature_with_nine_blank_lines_comes_on_both_sides_of_a_page_end(
    books: dict[str, tuple[Page, ...]],
) -> None:
    assert {len(books[f"blanks{lines}"]) for lines in LENGTHS} == {1, 2}


def test_page_numbers_at_a_side_keep_their_blank_on_every_page(
    books: dict[str, tuple[Page, ...]],
) -> None:
    lefts, rights = _footers(books["left"]), _footers(books["right"])
    assert [each.bare for each in lefts] == ["-1-", "-2-"]
    assert [each.bare for each in rights] == ["1", "2"]
    for each in lefts:
        assert each.left - LEFT == pytest.approx(14, abs=2)
    for each in rights:
        assert RIGHT - each.right == pytest.approx(14, abs=2)


def test_page_numbers_can_say_how_many_pages_there_are(
    books: dict[str, tuple[Page, ...]],
) -> None:
    footers = _footers(books["center"])
    assert [each.bare.replace("\u3000", "") for each in footers] == [
        f"第{page}页共3页" for page in (1, 2, 3)
    ]
    for each in footers:
        assert (each.left + each.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)
        assert each.baseline - 14 * 0.36 - BOTTOM == pytest.approx(7 * MM, abs=1.5 * MM)


def test_pages_can_have_no_number(books: dict[str, tuple[Page, ...]]) -> None:
    assert [page.footer for page in books["none"]] == [None, None]
    assert all(line.baseline < BOTTOM for page in books["none"] for line in page.lines)


def test_a_last_line_of_one_sign_goes_up_where_its_paragraph_has_the_room(
    books: dict[str, tuple[Page, ...]],
) -> None:
    ends, mended = (
        [text for page in books[name] for text in page.texts() if text.endswith("好。")]
        for name in ("ends", "mended")
    )
    assert ends == ["好。"] * 7
    # The one line of the first paragraph has not the room for two more signs.
    assert mended[0] == "好。"
    assert min(len(text) for text in mended[1:]) > 26


@pytest.mark.parametrize("name", LETTERHEADS)
def test_a_first_page_with_a_letterhead_and_a_long_title_shows_the_text(
    books: dict[str, tuple[Page, ...]], name: str
) -> None:
    first = books[name][0]
    assert first.texts()[0] == f"{UNIT}文件"
    assert first.texts().count("学校把关爱工作摆在重要位置，逐户走访。") >= 5


def test_the_mark_of_a_letterhead_is_35_millimetres_below_the_head_of_the_type_area(
    books: dict[str, tuple[Page, ...]],
) -> None:
    mark, number, title, *_ = books["numbered"][0].lines
    head = mark.baseline - 36 * 0.86
    assert head - TOP == pytest.approx(35 * MM, abs=MM)
    middle = (LEFT + RIGHT) / 2
    for line in (mark, number, title):
        assert (line.left + line.right) / 2 == pytest.approx(middle, abs=MM)
    # Two blank lines above the number, and two between the red line and the title.
    assert number.baseline - mark.baseline == pytest.approx(3 * 28.95 + 9, abs=6)
    assert title.baseline - number.baseline == pytest.approx(3 * 28.95 + 4 * MM, abs=6)


def test_number_and_signer_stand_one_character_from_either_side(
    books: dict[str, tuple[Page, ...]],
) -> None:
    line = books["signed"][0].lines[1]
    assert line.bare == "\u3000青校发〔2024〕5号签发人：周明远"
    assert line.left - LEFT == pytest.approx(CELL, abs=1)
    assert RIGHT - line.right == pytest.approx(CELL, abs=1)
    assert "FandolKai" in line.fonts["远"]
    assert "FandolFang" in line.fonts["签"]


def test_a_letter_has_its_mark_30_millimetres_from_the_edge_and_its_first_page_no_number(
    books: dict[str, tuple[Page, ...]],
) -> None:
    first, second = books["letter"]
    mark, number, *_ = first.lines
    assert (mark.bare, number.bare) == (UNIT, "青校函〔2024〕5号")
    assert mark.baseline - 36 * 0.86 == pytest.approx(30 * MM, abs=MM)
    assert (mark.left + mark.right) / 2 == pytest.approx(first.width / 2, abs=MM)
    assert number.right == pytest.approx(RIGHT, abs=1)
    # Below mark, gap and lines by seven eighths of its size.
    lines_end = 30 * MM + 36 + 4 * MM + 3
    assert number.baseline - 16 * 0.86 - lines_end == pytest.approx(14, abs=MM)
    assert first.footer is None
    assert second.footer is not None
    assert second.footer.bare == "—2—"
    assert second.lines[0].baseline - 16 * 0.86 > TOP


def test_a_cover_is_set_in_the_middle_and_the_pages_after_it_count_from_one(
    books: dict[str, tuple[Page, ...]],
) -> None:
    cover, *pages = books["covered"]
    assert cover.texts() == [
        UNIT,
        "2023—2024学年度关爱留守儿童工作总结",
        UNIT,
        "2024年7月5日",
    ]
    for line in cover.lines:
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=MM)
    assert cover.footer is None
    assert cover.lines[0].top - TOP == pytest.approx(60 * MM, abs=5 * MM)
    assert cover.lines[2].top - TOP == pytest.approx(180 * MM, abs=5 * MM)
    footers = [page.footer for page in pages]
    assert [each and each.bare for each in footers] == ["—1—", "—2—", "—3—"]
    assert footers[0] is not None
    assert RIGHT - footers[0].right == pytest.approx(14, abs=2)


def test_an_imprint_is_the_last_on_an_upright_page_one_character_from_either_side(
    books: dict[str, tuple[Page, ...]],
) -> None:
    page = books["issued"][-1]
    assert page.height > page.width
    copies, more, issue = page.lines[-3:]
    assert copies.bare.startswith("抄送：云岭县民政局，")
    assert issue.bare == "学校办公室2024年7月8日印发"
    for line in (copies, issue):
        assert line.left - LEFT == pytest.approx(14, abs=1)
    assert more.left - LEFT == pytest.approx(4 * 14, abs=1)
    assert RIGHT - issue.right == pytest.approx(14, abs=1)
