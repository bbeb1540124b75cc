"""Sums, differences, numerals, and how a rate stands to what it was to reach."""

from typing import Any

import pytest

from summarykit.compose.language.numerals import in_figures
from summarykit.compose.situation.aims import standing_of
from summarykit.compose.situation.sums import difference, given_or_sum, sum_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.model.organisation import AreaUnit
from summarykit.model.population import Indicator
from summarykit.model.values import Money, Quantity


def counts(*texts: str) -> list[Shown | Missing]:
    """Return counts as templates see them; an empty text is a missing one."""
    return [
        Shown(Quantity.parse(text), f"c{i}.count") if text else Missing(f"c{i}.count")
        for i, text in enumerate(texts)
    ]


def amounts(*texts: str) -> list[Shown]:
    return [Shown(Money.parse(text), f"a{i}.amount") for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        (counts("3名", "4名"), "7名"),
        (counts("0名"), "0名"),
        (counts("1.2万人", "0.3万人"), "1.5万人"),
        (amounts("4.8万元", "3.2万元"), "8万元"),
        (amounts("4350元", "500元"), "4850元"),
        (amounts("4.8万元", "500元"), "4.85万元"),
    ],
)
def test_exact_figures_in_one_unit_add_up(figures: list[Shown], total: str) -> None:
    added = sum_of(figures)
    assert str(added) == total
    assert added.ref == f"{figures[0].ref}#sum"


@pytest.mark.parametrize(
    "figures",
    [
        [],
        counts("3名", ""),
        counts("3名", "4户"),
        counts("3名", "约4名"),
        counts("3名", "八九名"),
        counts("3名", "xx名"),
        amounts("每人500元", "每人300元"),
        amounts("每月500元"),
        amounts("450万", "500元"),
        [Shown("words", "x")],
    ],
)
def test_other_figures_do_not(figures: list[Shown | Missing]) -> None:
    assert not sum_of(figures)


def test_a_sum_of_sums_refers_to_the_first_figure() -> None:
    rows = [sum_of(counts("3名", "4名"), "#sum_row"), *counts("1名")]
    assert sum_of(rows, "#sum_all").ref == "c0.count#sum_all"


def test_the_total_of_a_record_wins_unless_the_figures_say_another_one() -> None:
    given = counts("7名")[0]
    assert given_or_sum(given, counts("3名", "4名")) == given
    assert given_or_sum(given, counts("3名", "")) == given
    assert not given_or_sum(given, counts("3名", "3名"))
    assert str(given_or_sum(Missing("x"), counts("3名", "3名"))) == "6名"


def test_a_difference_has_no_sign() -> None:
    three, five, some = counts("3名", "5名", "约5名")
    assert str(difference(three, five, "d")) == "2名"
    assert str(difference(five, three, "d")) == "2名"
    assert not difference(five, some, "d")
    assert not difference(five, Missing("x"), "d")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("七十一对", "71对"),
        ("两名", "2名"),
        ("十二万人", "12万人"),
        ("百分之三十七", "37%"),
        ("71对", None),
        ("八九人", None),
        ("十余人", None),
        ("三成", None),
    ],
)
def test_exact_counts_stand_in_arabic_figures(text: str, figures: str | None) -> None:
    quantity = Quantity.parse(text)
    assert in_figures(quantity) == figures
    (printed,) = Shown(quantity, "c.count").printed()
    assert printed.text == (figures or text)  # type: ignore[union-attr]  # a fact
    assert printed.ref == ("c.count#figure" if figures else "c.count")  # type: ignore[union-attr]


def test_amounts_stand_in_arabic_figures_and_words_stay_words() -> None:
    assert in_figures(Money.parse("每人五百元")) == "每人500元"
    assert in_figures("七十一对") is None


def standing(**fields: str) -> tuple[str, str]:
    """Return how a rate of 80% stands to its target and its limit."""
    data = {"code": "filing", "value": "80%", **fields}
    found: Any = standing_of(View(Indicator.model_validate(data), "i"))
    return found.target, found.limit


@pytest.mark.parametrize(
    ("target", "is_"),
    [
        ("80%", "met"),
        ("75%", "beaten"),
        ("90%", "missed"),
        ("80%以上", "met"),
        ("85%以上", "missed"),
        ("80%以下", "met"),
        ("79%以下", "missed"),
        ("75%～85%", "met"),
        ("约80%", "named"),
        ("80名", "named"),
        ("xx%", ""),
    ],
)
def test_a_rate_stands_to_its_target(target: str, is_: str) -> None:
    assert standing(target=target) == (is_, "")


@pytest.mark.parametrize(
    ("code", "limit", "is_"),
    [
        ("filing", "80%", "kept"),
        ("filing", "70%", "kept"),
        ("filing", "90%", "broken"),
        ("dropout", "90%", "kept"),
        ("dropout", "80%", "kept"),
        ("dropout", "70%", "broken"),
        ("other", "70%", "named"),
        ("filing", "约70%", "named"),
    ],
)
def test_a_rate_stands_to_its_limit(code: str, limit: str, is_: str) -> None:
    assert standing(code=code, limit=limit) == ("", is_)


@pytest.mark.parametrize(("target", "is_"), [("70%", "above"), ("90%", "below")])
def test_what_nobody_knows_to_be_better_is_only_compared(target: str, is_: str) -> None:
    assert standing(code="other", target=target) == (is_, "")


def test_a_rate_that_is_not_exact_is_not_judged() -> None:
    assert standing(value="约80%", target="75%", limit="70%") == ("named", "named")


def test_only_indicators_have_a_standing() -> None:
    unit = AreaUnit.model_validate({"kind": "行政村", "count": "3个"})
    with pytest.raises(TypeError, match="standing_of needs an indicator"):
        standing_of(View(unit, "x"))
