"""What is more than any record has is refused at once, and told in few words."""

import pytest

from records import HEAD, found_in, problems
from summarykit.diagnostics import Code
from summarykit.readers import tree


def test_of_very_many_refused_characters_the_first_are_told() -> None:
    found = found_in(HEAD + "addressee: 甲" + "\x07" * 50)
    assert len(found) == 21
    assert str(found[0]) == "year.yaml  error text-refused  30 more such characters"


def test_a_file_of_more_values_than_any_record_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tree, "MOST_VALUES", 10)
    assert problems("a: [" + "1," * 20 + "]") == [
        "year.yaml:1:21 a[8]  error file-too-large  the file holds more than 10 values"
    ]


@pytest.mark.parametrize(
    "text", ["{" + "a: 1, " * 2000 + "}", "[" + "*a," * 2000 + "]", "[" + "!a 1," * 2000 + "]"]
)
def test_a_file_with_a_thousand_problems_is_not_read_on(text: str) -> None:
    found = problems(text)
    assert len(found) == 1001
    assert found[-1].endswith("reading stops here, after 1000 problems")


@pytest.mark.parametrize("count", [1200, 5000])
def test_of_very_many_wrong_fields_the_first_thousand_are_told(count: int) -> None:
    found = problems(HEAD + "population:\n" + "  - 3\n" * count)
    assert len(found) == 1001
    assert found[0] == (
        "year.yaml  error wrong-value  there are more problems, which are not listed\n"
        "  hint: mend those that are, then check again"
    )


def test_keys_tags_and_aliases_without_end_are_cut_where_they_are_told() -> None:
    for text in ("a" * 5000 + ": 1", "a: !" + "a" * 5000 + " 1", "a: *" + "a" * 5000):
        assert all(len(said) < 1000 for said in problems(text))


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert {Code.SYNTAX_REFUSED} <= {f.code for f in found_in(bomb)}
