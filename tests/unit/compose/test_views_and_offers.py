"""What templates see of a record, the functions they may call, and how a period is called."""

from contextlib import suppress
from typing import Any

import pytest

import template_packs
from summarykit.compose.language.period import period_name
from summarykit.compose.offers import offers
from summarykit.compose.scope import Assignment, scope
from summarykit.compose.views import Missing, Names, Shown, ShownList, View, view
from summarykit.document import Fact
from summarykit.document.markup import Anchor
from summarykit.model.audience import Audience
from summarykit.model.organisation import Period
from summarykit.model.values import PartialDate, Quantity
from summarykit.model.vocabulary import Cohort
from summarykit.packs import MissingValueError, Phrase, inlines_of

RECORD = template_packs.record(
    population=[
        {"id": "all", "cohort": "enrolled", "count": "600名"},
        {"id": "few", "cohort": "left_behind", "count": "87名"},
        {"id": "lost", "cohort": "left_behind", "count": "若干名"},
    ],
    indicators=[
        {"id": "i1", "code": "pairing_coverage", "value": "99%"},
        {"code": "pairing_coverage", "numerator": "87名", "denominator": "100名"},
        {"code": "pairing_coverage"},
    ],
    programmes={"safety": {"measures": [{"id": "m1", "kind": "home_visit"}]}},
    extra=[
        {"name": "面积", "type": "quantity", "value": "３０ 平方米"},
        {"name": "面积", "type": "quantity", "value": "不小"},
    ],
)
ROOT: Any = View(RECORD, "")


def call(name: str, *args: object) -> Any:  # noqa: ANN401 - what a template gets
    return offers(RECORD, frozenset({"few"}))[name](*args)


def said(value: object) -> str:
    return "".join(getattr(inline, "text", "") for inline in inlines_of(value))


def refs(value: object) -> list[str]:
    return [inline.ref for inline in inlines_of(value) if isinstance(inline, Fact)]


def test_a_value_prints_as_a_fact_with_its_reference() -> None:
    assert ROOT.population[1].count.printed() == (Fact("87名", "few.count"),)
    assert ROOT.population[1].cohort.printed() == (Fact("留守儿童", "few.cohort"),)
    assert ROOT.indicators[1].numerator.ref == "indicators[1].numerator"


def test_a_choice_is_compared_by_key_and_by_word() -> None:
    cohort = ROOT.population[1].cohort

    assert cohort == "left_behind"
    assert cohort == "留守儿童"
    assert cohort == ROOT.population[2].cohort
    assert cohort != ROOT.population[0].cohort
    assert cohort != "enrolled"
    assert cohort != 1
    assert cohort.key == "left_behind"
    assert hash(cohort) == hash(Cohort.LEFT_BEHIND)


def test_properties_of_a_value_are_plain() -> None:
    count = ROOT.population[0].count

    assert (count.number, count.unit, count.is_exact) == (600, "名", True)
    assert ROOT.period.start.year == 2023
    with pytest.raises(AttributeError):
        count.as_tuple  # noqa: B018 - reading it is the test


def test_what_is_masked_is_false_and_still_a_value() -> None:
    lost = ROOT.population[2].count

    assert not lost
    assert said(lost) == "若干名"


def test_a_year_that_is_not_told_is_no_date_to_print() -> None:
    assert not Shown(PartialDate.parse("20××年5月"), "x")
    assert Shown(PartialDate.parse("2024年5月"), "x")


def test_an_empty_field_is_false_and_cannot_be_printed() -> None:
    missing = ROOT.population[0].name

    assert (bool(missing), list(missing), len(missing)) == (False, [], 0)
    with pytest.raises(MissingValueError, match=r"all\.name"):
        missing.printed()


def test_views_are_equal_at_the_same_place() -> None:
    assert View(RECORD.period, "period") == ROOT.period
    assert len({View(RECORD.period, "period"), ROOT.period}) == 1
    assert ROOT.period != RECORD.period


def test_what_a_view_keeps_of_what_was_read_are_names_a_template_may_read() -> None:
    seen = View(RECORD, "", more="甲")
    for name in ("period", "programmes", "more", "nothing", "entity", "_hidden"):
        with suppress(KeyError):
            seen.template_value(name)

    assert set(vars(seen)) == {"period", "programmes", "more"} <= seen.template_names
    assert seen.period is seen.template_value("period")


def test_names_that_are_not_there_are_no_attributes() -> None:
    with pytest.raises(AttributeError):
        ROOT.nothing  # noqa: B018 - reading it is the test
    with pytest.raises(AttributeError):
        Names({"a": 1}).b  # noqa: B018 - reading it is the test


def test_truth_values_and_keyed_parts_of_a_record_are_seen() -> None:
    assert view(value=True, ref="x") is True
    assert ROOT.programmes.safety.measures[0].kind.key == "home_visit"
    assert ROOT.programmes.template_names == {"safety"}


def test_an_anchor_is_called_like_its_entity() -> None:
    assert call("at", ROOT.population[0]) == Anchor("all")


def test_entries_are_counted() -> None:
    counted = call("counted", ROOT.population, "类")

    assert (said(counted), refs(counted)) == ("3类", ["population#count"])
    assert isinstance(call("counted", ShownList.named("x", ()), "类"), Missing)


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, ("99%", ["i1.value"])), (1, ("87.0%", ["indicators[1].value#computed"]))],
)
def test_a_rate_is_the_stated_one_or_computed(index: int, expected: tuple[str, object]) -> None:
    rate = call("rate_of", ROOT.indicators[index])

    assert (said(rate), refs(rate)) == expected


def test_a_rate_without_figures_is_missing_and_other_things_have_none() -> None:
    assert isinstance(call("rate_of", ROOT.indicators[2]), Missing)
    with pytest.raises(TypeError, match="rate_of needs an indicator"):
        call("rate_of", ROOT.period)


def test_a_share_needs_two_exact_counts() -> None:
    whole, part, lost = (entry.count for entry in ROOT.population)

    share = call("share_of", part, whole)
    assert (said(share), refs(share)) == ("14.5%", ["few.count#share"])
    assert isinstance(call("share_of", lost, whole), Missing)
    assert isinstance(call("share_of", part, ROOT.period.start), Missing)


def test_a_span_has_the_dates_that_are_known() -> None:
    start, end, none = ROOT.period.start, ROOT.period.end, Missing("x")
    same = Shown(PartialDate.parse("2023年12月"), "y")

    assert said(call("span", start, end)) == "2023年9月至2024年7月"
    assert said(call("span", start, same)) == "2023年9月至12月"
    assert said(call("span", none, end)) == "2024年7月"
    assert not call("span", none, none)
    assert said(call("span", Phrase(["春"]), Phrase(["秋"]))) == "春至秋"


def test_the_year_of_a_date() -> None:
    assert said(call("year_of", ROOT.period.start)) == "2023年"
    assert isinstance(call("year_of", Shown(PartialDate.parse("9月"), "x")), Missing)
    assert isinstance(call("year_of", Shown(Quantity.of(1), "x")), Missing)
    assert call("year_of", Missing("x")).ref == "x"


def test_a_link_leads_to_the_view_of_its_entity_unless_that_is_withheld() -> None:
    assert call("linked", Shown("all", "r1.evidence[0]")) == ROOT.population[0]
    assert call("linked", Shown("m1", "r1.evidence[0]")).ref == "m1"
    assert not call("linked", Shown("few", "r1.evidence[0]"))
    assert call("linked", Shown("no", "r1.evidence[0]")).ref == "r1.evidence[0]"


def test_an_extra_fact_is_seen_as_the_value_it_declares(tmp_path: Any) -> None:  # noqa: ANN401
    pack = template_packs.plain_pack(tmp_path)
    names = scope(RECORD, Assignment(pack, pack.reports["summary"], Audience.INTERNAL))

    assert [said(extra.value) for extra in names["extra"]] == ["30平方米", "不小"]
    assert [said(extra.value) for extra in names["record"].extra] == ["30平方米", "不小"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "term", "name": "春季学期", "start": "2024-02"}, "春季学期"),
        ({"kind": "school_year", "start": "2023-09"}, "2023—2024学年"),
        ({"kind": "calendar_year", "start": "2023"}, "2023年度"),
        ({"kind": "term", "start": "2023-09"}, "2023年秋季学期"),
        ({"kind": "term", "start": "2024-02"}, "2024年春季学期"),
        ({"kind": "term", "start": "2024"}, None),
        ({"kind": "campaign", "start": "2024-02"}, None),
        ({"kind": "term"}, None),
        ({"kind": "term", "start": "9月"}, None),
    ],
)
def test_a_period_is_called_by_its_name_or_its_kind_and_start(
    fields: dict[str, str], expected: str | None
) -> None:
    name = period_name(Period.model_validate(fields))

    assert (said(name) if name else None) == expected
