"""The number that a line begins with, and what is none."""

import pytest

from summarykit.review.ordinals import ordinal_of


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("1.教师结对", "1."),
        ("1.2023年秋季家访", "1."),
        ("三、2023年工作", "三、"),
        ("1.5万元", None),
        ("2024年春季", None),
        ("1.2.3", None),
        ("1.2023", None),
    ],
)
def test_a_number_of_a_heading_is_told_from_others(line: str, written: str | None) -> None:
    found = ordinal_of(line)
    assert (found and found.written) == written
