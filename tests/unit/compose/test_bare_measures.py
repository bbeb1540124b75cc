"""A measure that has only a name says whom it is for, where its name does not."""

import pytest

import prose
from summarykit.document import text_of


@pytest.mark.parametrize(
    ("cohort", "said"),
    [
        ("disabled", "电话书信面向残疾儿童少年"),
        ("left_behind", "电话书信"),
        ("enrolled", "电话书信"),
    ],
)
def test_whom_a_bare_measure_is_for_is_told(cohort: str, said: str) -> None:
    measures = [
        {"kind": "home_visit", "practice": "每学期走访一次，了解孩子的生活。"},
        {"kind": "family_contact", "cohort": cohort},
    ]
    data = {
        "organisation": {"name": "青石小学", "level": "school"},
        "period": {"kind": "school_year"},
        "programmes": {"left_behind_care": {"measures": measures}},
    }
    made = prose.composed(data, "left_behind_care")
    assert made.document is not None
    text = "".join(text_of(made.document))
    assert "电话书信" in text
    assert ("面向" in text) is (said != "电话书信")
    assert said in text
