"""The look of a number, read from how the first one looks."""

import pytest

from summarykit.layout import Counter, NumberForm


@pytest.mark.parametrize(
    ("sample", "form"),
    [
        ("一、", NumberForm("", Counter.CHINESE, "、")),
        ("（一）", NumberForm("（", Counter.CHINESE, "）")),
        ("1.", NumberForm("", Counter.ARABIC, ".")),
        ("（1）", NumberForm("（", Counter.ARABIC, "）")),
        ("①", NumberForm("", Counter.CIRCLED, "")),
    ],
)
def test_a_form_is_read_from_its_first_number(sample: str, form: NumberForm) -> None:
    assert NumberForm.read(sample) == form
    assert str(form) == sample


@pytest.mark.parametrize("sample", ["", "甲、", "一1", "11", "第二、"])
def test_a_form_shows_exactly_one_first_number(sample: str) -> None:
    with pytest.raises(ValueError, match="does not hold exactly one of 一, 1 and ①"):
        NumberForm.read(sample)
