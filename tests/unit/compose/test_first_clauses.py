"""The first clause of a text serves as a heading where it can stand alone."""

import pytest

from summarykit.compose.language.clauses import lead_of, rest_of
from summarykit.compose.views import Missing, Shown


@pytest.mark.parametrize(
    ("text", "lead", "rest"),
    [
        ("教师任务重，家访多在晚上", "教师任务重", "家访多在晚上"),
        ("人手不足", "人手不足", ""),
        ("由祖辈监护的，老人精力有限", "", "老人精力有限"),
        ("一二三四五六七八九十一二三，余下的", "", "余下的"),
        ("好；更好，最好", "好", "更好，最好"),
    ],
)
def test_the_first_clause_and_the_rest_keep_where_they_stand(
    text: str, lead: str, rest: str
) -> None:
    shown = Shown(text, "d.text")

    assert (bool(lead_of(shown)), bool(rest_of(shown))) == (bool(lead), bool(rest))
    if lead:
        assert (str(lead_of(shown)), lead_of(shown).ref) == (lead, "d.text#lead")
    if rest:
        assert (str(rest_of(shown)), rest_of(shown).ref) == (rest, "d.text#rest")


def test_no_text_has_neither() -> None:
    assert not lead_of(Missing("d.text"))
    assert not rest_of(Missing("d.text"))
