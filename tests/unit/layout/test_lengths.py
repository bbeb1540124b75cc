"""Lengths: what is read, to which twip, and what is refused."""

import pytest

from summarykit.layout import Length, text_width


@pytest.mark.parametrize(
    ("text", "twips"),
    [
        ("210mm", 11906),
        ("297mm", 16838),
        ("37mm", 2098),
        ("35mm", 1984),
        ("28mm", 1587),
        ("26mm", 1474),
        ("25.5mm", 1446),
        ("28.95pt", 579),
        ("-0.25pt", -5),
        ("0.5cm", 283),
        ("579twip", 579),
        (" 16 pt ", 320),
        ("3号", 320),
        ("小三号", 300),
        ("小4", 240),
        ("初号", 840),
        ("八号", 100),
        ("七号字", 110),
    ],
)
def test_a_length_is_read_to_the_nearest_twip(text: str, twips: int) -> None:
    assert Length.read(text) == Length(twips)


def test_characters_are_kept_in_hundredths_until_the_text_is_known() -> None:
    two = Length.read("2字")
    assert (two.hundredths, two.characters) == (200, 2.0)
    assert two.over(320) == 640
    assert two.over(315) == 630
    assert Length.read("0.5字").over(320) == 160


@pytest.mark.parametrize("text", ["", "37", "mm", "37 寸", "1,5mm", "１mm", "2字mm"])
def test_a_length_without_number_or_unit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="one of the units twip, pt, mm, cm, 字"):
        Length.read(text)


@pytest.mark.parametrize("length", [Length(579), Length(hundredths=150), Length(-5), Length()])
def test_a_length_reads_what_it_prints(length: Length) -> None:
    assert Length.read(str(length)) == length


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("汉字", 2), ("2024", 2), ("2024年7月5日", 6), ("“××”—…", 6), ("e\u0301", 0.5)],
)
def test_digits_and_letters_are_half_as_wide_as_characters(text: str, width: float) -> None:
    assert text_width(text) == width
