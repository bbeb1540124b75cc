import pytest

from summarykit.l10n.patterns import LazyPattern


def test_a_pattern_is_compiled_at_its_first_use_and_kept() -> None:
    pattern = LazyPattern(r"\d+")
    assert "fullmatch" not in vars(pattern)
    assert pattern.fullmatch("12")
    assert pattern.search("a1")
    assert pattern.findall("1 2") == ["1", "2"]
    assert pattern.fullmatch is vars(pattern)["fullmatch"]


def test_a_pattern_has_only_the_methods_of_a_pattern() -> None:
    with pytest.raises(AttributeError, match="colour"):
        LazyPattern("a").colour  # noqa: B018 - the access is the test
