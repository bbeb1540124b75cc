"""Where lines end, worked out from widths, and what keeps the last one from being too short."""

import pytest

from documents import LAYOUT, layout_with
from summarykit.layout import Layout, spacing_change
from summarykit.layout.breaking import READINGS, Measure, Reading

ROOM, INDENT = 8845, 640
BODY = Measure(ROOM, INDENT, 320, -5)
WORD, LIBRE = READINGS
FIRST, FULL = 26, 28
"""How many characters the first line of a paragraph and another one hold."""


def _last(text: str, measure: Measure = BODY) -> list[str]:
    return [measure.last_line(text, reading) for reading in READINGS]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("字" * FIRST, "字" * FIRST),
        ("字" * FIRST + "末", "末"),
        ("字" * (FIRST + FULL) + "末", "末"),
        ("字" * (FIRST + FULL - 1) + "尾。", "尾。"),  # a mark takes a sign along
        ("字" * (FIRST + FULL - 1) + "尾”。）", "尾”。）"),
        ("字" * (FIRST - 1) + "（末）", "（末）"),
        ("字" * (FIRST - 1) + "《“末", "《“末"),
        ("字" * (FIRST - 1) + "2024年", "2024年"),  # a number is not broken
        ("字" * (FIRST - 2) + "99.5%的", "99.5%的"),
        ("字" * (FIRST - 3) + "第6末尾", "尾"),  # two gaps beside a digit
        ("", ""),
    ],
)
def test_a_line_breaks_where_it_is_full_and_may_break(text: str, last: str) -> None:
    assert _last(text) == [last, last]


def test_signs_that_may_break_nowhere_are_broken_where_the_line_is_full() -> None:
    assert _last("。" * (FIRST + 3)) == ["。。。", "。。。"]
    assert {len(last) for last in _last("8" * 60)} <= {7, 8}


def test_digits_take_half_and_marks_of_the_latin_font_less() -> None:
    half = Measure(ROOM, INDENT, 320, -5, proportional=False)
    text = "字" * (FIRST - 4) + "1.51.5末"
    assert _last(text, half) == ["末", "末"]
    assert _last(text) == [text, text]


def test_word_processors_differ_beside_digits_quotes_and_fonts() -> None:
    quoted = "字" * FIRST + "“末"
    assert [WORD.gap, LIBRE.gap] == [0.25, 0.2]
    assert _last(quoted) == ["“末", "字“末"]
    # Twenty-seven signs fit if the last one before a new font, and of the line, is set closer.
    tight = Measure(ROOM, INDENT, 320, -17, seam=10)
    assert _last("字" * (FIRST + 1), tight) == ["字" * (FIRST + 1), "字"]
    equal = Reading(0.25, spaced_ends=False)
    assert equal.kept_with_last == frozenset()


def _change(text: str, seam: int = 0, layout: Layout = LAYOUT, **rule: object) -> int:
    rules = {"characters": 2, **rule}
    changed = layout_with(last_line=rules) if layout is LAYOUT else layout
    return spacing_change(text, changed, ROOM, seam)


THREE = "字" * (FIRST + FULL) + "末。"
LONG = "字" * (FIRST + 2 * FULL) + "末"


def test_nothing_is_changed_unless_a_layout_asks_for_it() -> None:
    assert spacing_change(THREE, LAYOUT, ROOM) == 0


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (LONG, -11),  # one of the lines takes one more sign
        (THREE, -12),  # both lines must
        ("字" * (FIRST + FULL) + "末尾。", 0),
        ("字" * (FIRST + FULL - 1) + "末尾。", -12),
        ("好。", 0),  # a paragraph of one line has no line above
        ("字" * FIRST + "末。", 0),  # not by so little
        (f"前\n{'字' * 2 * FULL}末", -11),  # after a line break, there is no indent
        ("", 0),
    ],
)
def test_signs_are_set_closer_until_the_last_line_goes_up(text: str, change: int) -> None:
    assert _change(text) == change


def test_no_more_than_is_allowed_is_tried() -> None:
    assert _change(THREE, condense="0.55pt") == 0
    assert _change(THREE, condense="0pt") == 0


def test_signs_are_set_wider_where_closer_is_not_enough() -> None:
    two = "字" * FIRST + "末"
    assert _change(two, condense="0.5pt") == 0
    assert _change(two, condense="0.5pt", widen="0.05pt") == 1
    assert _change("字" * (FIRST - 1) + "字末。", widen="0.05pt") == 1


def test_more_characters_can_be_asked_for() -> None:
    text = "字" * (FIRST + 2 * FULL) + "末尾。"
    assert _change(text, characters=2) == 0
    assert _change(text, characters=3) == -12


def test_a_heading_of_another_font_counts() -> None:
    assert _change(THREE) == -12
    assert _change(THREE, seam=5) == 0


def test_on_a_character_grid_nothing_is_changed() -> None:
    grid = layout_with(page={"grid": "word"}, last_line={"characters": 2})
    assert spacing_change(LONG, grid, ROOM) == 0


@pytest.mark.parametrize(
    ("before", "after", "lasts", "change"),
    [
        (48, 48, ["末。", "字" * 26 + "末。"], -2),
        (20, 21, ["字末。", "末。"], -10),
    ],
)
def test_a_last_line_that_is_short_to_one_word_processor_only_is_mended_for_both(
    before: int, after: int, lasts: list[str], change: int
) -> None:
    text = "字" * before + "16次" * 5 + "字" * after + "末。"
    assert _last(text) == lasts
    assert _change(text) == change
    changed = Measure(ROOM, INDENT, 320, -5 + change)
    assert all(len(last) > len("末。") for last in _last(text, changed))
