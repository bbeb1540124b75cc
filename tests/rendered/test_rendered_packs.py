"""Each example of a rule sheet, measured on the pages of its files: what the sheet asks for.

Of each pack there are two files, all set in one run of LibreOffice: one of signs that fill its
lines, and the annual summary of the fullest example record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType

import pytest

import example_records
from documents import doc
from rendering import MM, TWIP, Line, Page, need_renderer, rendered
from summarykit.api import load_pack
from summarykit.compose import Audience, compose
from summarykit.model import YearRecord
from summarykit.packs import bundled
from summarykit.writers.docx import write_docx

pytestmark = pytest.mark.rendered

UNIT = "云岭县青石镇中心小学"
SIGNS = "春夏秋冬天地人和山水花木日月风云师生家校爱心成长学习读书写字"
TEXT = f"""
= {UNIT}2024年工作总结
@ 云岭县教育局
# 2024年基本情况
## 2024年工作机制
### 2024年工作方案
全校共612名。
{SIGNS * 80}
行文。
行文。
行文。
署名： {UNIT}，2024年7月8日
"""
# Times New Roman is set in Liberation Serif, and each Chinese font in one of its design.
TITLE = ("SemiBold", "LiberationSerif")
SONG_BOLD = ("NotoSerifCJKjp-Bold", "LiberationSerif-Bold")
HEI, KAI = ("NotoSansCJKjp-Regular", "LiberationSerif"), ("FandolKai", "LiberationSerif")
FANGSONG = ("FandolFang", "LiberationSerif")
# There is no bold cut of these: that they are bold is seen of the digits in their lines.
KAI_BOLD = ("FandolKai", "LiberationSerif-Bold")
FANGSONG_BOLD = ("FandolFang", "LiberationSerif-Bold")
HEI_BOLD = ("NotoSansCJKjp-Bold", "LiberationSerif-Bold")
PLAIN = MappingProxyType(
    {
        "云岭县青石镇中心小学2024年工作总结": TITLE,
        "一、2024年基本情况": HEI,
        "（一）2024年工作机制": KAI,
        "1.2024年工作方案": FANGSONG,
        "全校共612名。": FANGSONG,
    }
)
TITLE_LINE, FIRST, SECOND, THIRD, _ = PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a rule sheet asks for, as its pack tells; GB/T 9704-2012 where it is silent."""

    margins: tuple[float, float, float, float] = (37, 35, 28, 26)
    """Above, below, at the left and at the right, in millimetres."""
    pitch: float = 28.95
    lines: int = 22
    characters: int = 28
    cell: float = 315 * TWIP
    fonts: Mapping[str, tuple[str, str]] = field(default_factory=lambda: PLAIN)
    number: str = "—{}—"
    is_outer: bool = True
    below: float = 7
    """From the text to the number of the page, in millimetres."""
    signed: tuple[tuple[str, float], ...] = ((UNIT, 2), ("2024年7月8日", 4))
    """The lines of the signature with a seal, each with the characters at its right."""
    unsealed: tuple[float, ...] = (2, 4)
    """The same without a seal."""
    voice: str = "我校"

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """The type area: its upper, lower, left and right edge, in points."""
        top, bottom, left, right = (length * MM for length in self.margins)
        return top, 297 * MM - bottom, left, 210 * MM - right


LOOSE = Sheet(
    margins=(20, 20, 25, 20),
    pitch=26,
    lines=28,
    characters=29,
    fonts=PLAIN | {TITLE_LINE: SONG_BOLD, SECOND: KAI_BOLD},
    below=5.5,
    signed=((UNIT, 3.5), ("二〇二四年七月八日", 4)),
    unsealed=(2, 1),
)
SHEETS = {
    "strict-county": Sheet(),
    "loose-county": LOOSE,
    "loose-school": replace(LOOSE, voice="本校"),
    "wide-margins": Sheet(
        margins=(30, 30, 30, 30),
        pitch=28,
        lines=23,
        characters=26,
        cell=16,
        fonts=PLAIN
        | {TITLE_LINE: SONG_BOLD, FIRST: HEI_BOLD, SECOND: KAI_BOLD, THIRD: FANGSONG_BOLD},
        number="-{}-",
        is_outer=False,
        below=7.5,
        signed=(("2024年7月8日", 4),),
        unsealed=(2,),
    ),
    "red-head": Sheet(),
    "nutrition": Sheet(),
}
PACKS = bundled("examples") / "packs"
Books = Mapping[str, tuple[Page, ...]]


@pytest.fixture(name="books", scope="module")
def set_both_files_of_each_pack(tmp_path_factory: pytest.TempPathFactory) -> Books:
    need_renderer()
    record = example_records.record(example_records.FULL)
    files = {"fed": _annual("nutrition", _fed())}
    for name in SHEETS:
        layout = load_pack(PACKS / name).layout
        files[name] = write_docx(doc(TEXT, organisation=UNIT), layout)
        files[f"{name}-annual"] = _annual(name, record)
    return rendered(files, tmp_path_factory.mktemp("packs"))


def _annual(name: str, record: YearRecord) -> bytes:
    pack = load_pack(PACKS / name)
    annual = compose(record, pack, "annual", Audience.PUBLIC).document
    assert annual is not None
    return write_docx(annual, pack.layout)


def _fed() -> YearRecord:
    """Return a record with the number that the pack on meals asks for."""
    text = example_records.record("school-left-behind-year").model_dump(
        mode="json", exclude_unset=True
    )
    meals = {"id": "x_meals", "name": "供餐学生", "value": "300名"}
    return YearRecord.model_validate(text | {"extra": [*text.get("extra", ()), meals]})


def _full(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages that signs fill from the first line to the last."""
    full = [page for page in pages if all(set(line.bare) <= set(SIGNS) for line in page.lines)]
    assert len(full) > 1
    return tuple(full)


def _upright(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    return tuple(page for page in pages if page.height > page.width)


def test_every_example_pack_is_measured() -> None:
    # The letterhead from Word has measures of its own.
    every = {path.parent.name for path in PACKS.glob("*/pack.toml")}
    assert every == {*SHEETS, "letterhead"}


@pytest.mark.parametrize("name", SHEETS)
def test_a_full_page_has_so_many_lines_of_so_many_signs(name: str, books: Books) -> None:
    sheet = SHEETS[name]
    for page in _full(books[name]):
        lengths = [len(line.bare) for line in page.lines]
        assert len(lengths) == sheet.lines
        assert set(lengths[1:]) == {sheet.characters}
        steps = [after.baseline - before.baseline for before, after in pairwise(page.lines)]
        assert steps == pytest.approx([sheet.pitch] * (sheet.lines - 1), abs=0.2)


@pytest.mark.parametrize("name", SHEETS)
def test_full_pages_fill_the_type_area_within_a_millimetre(name: str, books: Books) -> None:
    sheet = SHEETS[name]
    top, bottom, left, right = sheet.edges
    for page in _full(books[name]):
        assert min(line.left for line in page.lines) == pytest.approx(left, abs=MM)
        for line in page.lines:
            assert line.right == pytest.approx(right, abs=MM)
        # LibreOffice sets what there is no line for in halves above and below.
        rest = (bottom - top - sheet.lines * sheet.pitch) / 2
        assert 0 <= 2 * rest < sheet.pitch
        # A sign of 16 points hangs in the middle of its line, within a millimetre.
        head, foot = page.lines[0].baseline - 16 * 0.86, page.lines[-1].baseline + 16 * 0.14
        air = rest + (sheet.pitch - 16) / 2
        assert (head - top, bottom - foot) == pytest.approx((air, air), abs=MM + 1)


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_stands_in_the_margins_of_a_summary(name: str, books: Books) -> None:
    top, bottom, left, right = SHEETS[name].edges
    pages = _upright(books[f"{name}-annual"])
    assert len(pages) > 3
    for line in (line for page in pages for line in page.lines):
        assert line.left > left - MM
        assert line.right < right + MM
        assert top - MM < line.baseline - 16 * 0.86 < line.baseline < bottom


@pytest.mark.parametrize("name", SHEETS)
def test_pages_on_their_side_have_the_margins_turned(name: str, books: Books) -> None:
    top, bottom, left, right = (length * MM for length in SHEETS[name].margins)
    pages = [page for page in books[f"{name}-annual"] if page.width > page.height]
    assert pages
    for line in (line for page in pages for line in page.lines):
        assert bottom - MM < line.left < line.right < 297 * MM - top + MM
        assert left - MM < line.baseline - 12 * 0.86 < line.baseline < 210 * MM - right


@pytest.mark.parametrize("name", SHEETS)
def test_each_part_is_set_in_the_font_of_its_role(name: str, books: Books) -> None:
    lines = {line.bare: line for line in books[name][0].lines}
    for text, (han, latin) in SHEETS[name].fonts.items():
        fonts = lines[text].fonts
        assert han in fonts[text[-2] if text.endswith("。") else text[-1]], text
        digit = next(sign for sign in text if sign in "0246")
        assert fonts[digit] == latin, text


@pytest.mark.parametrize("name", SHEETS)
def test_pages_are_numbered_in_the_form_and_at_the_place(name: str, books: Books) -> None:
    sheet = SHEETS[name]
    _, bottom, left, right = sheet.edges
    for count, page in enumerate(books[name], start=1):
        foot = page.footer
        assert foot is not None
        assert foot.bare == sheet.number.format(count)
        assert "NotoSerifCJKjp-Regular" in foot.fonts[str(count)[-1]]
        middle = foot.baseline - 14 * 0.36
        assert middle - bottom == pytest.approx(sheet.below * MM, abs=MM)
        if not sheet.is_outer:
            assert (foot.left + foot.right) / 2 == pytest.approx((left + right) / 2, abs=1)
        elif count % 2:
            assert right - foot.right == pytest.approx(14, abs=2)
        else:
            assert foot.left - left == pytest.approx(14, abs=2)


def _end(pages: tuple[Page, ...], sheet: Sheet) -> list[Line]:
    """Return the lines of the signature, which is the last thing before the attachments."""
    date = sheet.signed[-1][0]
    (page,) = [page for page in pages if date in page.texts()]
    at = page.texts().index(date)
    return list(page.lines[max(0, at - 2) : at + 1])


@pytest.mark.parametrize("name", SHEETS)
def test_a_signature_has_its_lines_and_the_blanks_at_its_right(name: str, books: Books) -> None:
    sheet = SHEETS[name]
    *_, right = sheet.edges
    due = len(sheet.signed)
    for book, blanks in (
        (books[f"{name}-annual"], [blank for _, blank in sheet.signed]),
        (books[name], list(sheet.unsealed)),
    ):
        lines = _end(book, sheet)
        assert [line.bare for line in lines[-due:]] == [text for text, _ in sheet.signed]
        assert lines[0].bare != UNIT
        found = [(right - line.right) / sheet.cell for line in lines[-due:]]
        assert found == pytest.approx(blanks, abs=0.15)


@pytest.mark.parametrize("name", SHEETS)
def test_the_school_calls_itself_as_its_terms_say(name: str, books: Books) -> None:
    text = "".join(text for page in books[f"{name}-annual"] for text in page.texts())
    other = {"我校": "本校", "本校": "我校"}[SHEETS[name].voice]
    assert SHEETS[name].voice in text
    assert other not in text


def test_no_paragraph_of_the_strict_county_ends_in_one_sign(books: Books) -> None:
    """The same record has such ends by the layout that does not ask for it."""
    short = {
        name: [
            text
            for page in books[f"{name}-annual"]
            for text in page.texts()
            if text.endswith("。") and len(text) == len("字。")
        ]
        for name in ("strict-county", "nutrition")
    }
    assert short["strict-county"] == []
    assert short["nutrition"]


def test_a_red_head_has_its_mark_its_number_its_signer_and_its_line(books: Books) -> None:
    first = books["red-head-annual"][0]
    top, _, left, right = SHEETS["red-head"].edges
    mark, number, title, *_ = first.lines
    cell = SHEETS["red-head"].cell
    assert (mark.bare, set(mark.fonts.values())) == (f"{UNIT}文件", {mark.fonts["云"]})
    assert "SemiBold" in mark.fonts["云"]
    assert mark.baseline - 36 * 0.86 - top == pytest.approx(35 * MM, abs=MM)
    assert (mark.left + mark.right) / 2 == pytest.approx((left + right) / 2, abs=MM)
    assert number.bare == "\u3000青校发〔2024〕12号签发人：周明远"
    assert (number.left - left, right - number.right) == pytest.approx((cell, cell), abs=1)
    assert "FandolKai" in number.fonts["远"]
    # Two blank lines above the number, and two below the red line, which is 4 mm below it.
    assert number.baseline - mark.baseline == pytest.approx(3 * 28.95 + 9, abs=6)
    assert title.baseline - number.baseline == pytest.approx(3 * 28.95 + 4 * MM, abs=6)
    assert len(first.rules) == 1
    line = first.rules[0]
    assert line.colour == pytest.approx((1, 0, 0))
    assert (line.left, line.right) == pytest.approx((left, right), abs=MM)
    assert line.top - (number.baseline + 16 * 0.14) == pytest.approx(4 * MM, abs=MM)
    assert all(not page.rules for page in books["red-head-annual"][1:7])


def test_an_imprint_ends_a_summary_with_a_red_head(books: Books) -> None:
    copies, issue = books["red-head-annual"][-1].lines[-2:]
    assert copies.bare == "抄送：青石镇人民政府。"
    assert issue.bare == f"{UNIT}办公室2024年7月10日印发"


def test_a_section_that_a_pack_adds_is_set_as_any_other(books: Books) -> None:
    lines = [line for page in books["fed"] for line in page.lines]
    (at,) = [at for at, line in enumerate(lines) if line.bare.endswith("、供餐情况")]
    assert "NotoSansCJKjp-Regular" in lines[at].fonts["供"]
    assert "300名" in lines[at + 1].bare
    assert "FandolFang" in lines[at + 1].fonts["名"]
