"""The figures of a document: each once, with its places, its origin and how it is computed."""

from decimal import Decimal

import pytest

import example_records
import summarykit as sk
from summarykit import facts
from summarykit.diagnostics import SummaryError
from summarykit.document import Fact, Strong, blocks_of, facts_of, lines_of, plain
from summarykit.document.placing import placed_lines
from summarykit.facts.naming import called

FULL = example_records.record("full-school-year")
SUMMARY = sk.compose(FULL, audience="internal", length="long")
FIGURES = {figure.ref: figure for figure in SUMMARY.figures}


def where(ref: str) -> list[str]:
    return [str(one) for one in FIGURES[ref].where]


def test_a_figure_is_listed_once_with_all_its_places_and_forms() -> None:
    enrolled = FIGURES["enrolled.count"]
    assert (enrolled.value, enrolled.name) == ("612名", "在校学生 小学 人数")
    assert enrolled.printed == ("612名", "612")
    assert where("enrolled.count")[0] == "一、基本情况, paragraph 2"
    assert where("enrolled.count")[-1] == "附件1, row 7 of the table"
    assert len(FIGURES) == len(SUMMARY.figures)


def test_what_is_printed_of_the_record_is_listed_and_nothing_else() -> None:
    known = facts.index(FULL)
    printed = {
        fact.ref if fact.basis else fact.ref.partition("#")[0]
        for fact in facts_of(SUMMARY.document)
    }
    words = {ref for ref in printed if ref in known and known[ref].kind is facts.FactKind.TEXT}
    assert printed - words - {"att_grades"} == set(FIGURES)  # that is 附件1, and no figure


@pytest.mark.parametrize(
    ("ref", "spelled"),
    [
        ("left_behind.count#share", "87名 ÷ 612名 × 100% ≈ 14.2%"),
        ("enrolled#change", "612名 − 598名 = 14名"),
        ("enrolled#change_rate", "|612名 − 598名| ÷ 598名 × 100% ≈ 2.3%"),
        ("left_behind#change", "87名 − 92名 = −5名"),
        ("i_visit#change", "96.2% − 88.5% = 7.7个百分点"),
        ("flow_school.newly_enrolled#sum", "98名 + 34名 + 6名 = 138名"),
        ("home_visits.visits#count", "visit_a、visit_b、visit_c：3次"),
    ],
)
def test_a_computed_figure_shows_its_sum(ref: str, spelled: str) -> None:
    figure = FIGURES[ref]
    assert figure.calculation is not None
    assert figure.calculation.spelled(figure.value) == spelled
    assert figure.path == ()


def test_every_computed_figure_is_computed_again_to_what_is_printed() -> None:
    computed = [figure for figure in FIGURES.values() if "#" in figure.ref]
    assert len(computed) > 15
    for figure in computed:
        assert figure.calculation is not None, figure.ref
        number = Decimal("".join(s for s in figure.value if s.isdigit() or s == "."))
        assert figure.calculation.result == number


def test_a_rate_that_the_record_leaves_out_is_computed_in_turn() -> None:
    record = sk.parse_record(
        {
            "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
            "period": {"kind": "school_year", "comparison": {"name": "上学年"}},
            "indicators": [
                {"id": "i", "code": "visit_coverage", "numerator": "45名",
                 "denominator": "60名", "baseline": "70%"}
            ],
            "programmes": {
                "home_visits": {"results": [{"text": "家访覆盖面扩大", "indicator": "i"}]}
            },
        }
    )  # fmt: skip
    (change,) = sk.compose(record, report="home_visits").explain("i#change")
    assert change.calculation is not None
    assert change.calculation.spelled(change.value) == "75% − 70% = 5个百分点"
    rate, base = change.calculation.operands
    assert rate.calculation is not None
    assert rate.calculation.spelled(rate.text) == "45名 ÷ 60名 × 100% = 75%"
    assert base.path == ("indicators", 0, "baseline")


@pytest.mark.parametrize(
    ("asked", "refs"),
    [
        ("left_behind.count", ["left_behind.count"]),
        ("14.2%", ["left_behind.count#share"]),
        (" 138 ", ["flow_school.newly_enrolled#sum"]),
        ("建校时间", ["x_founded.value"]),
        ("77%", ["lb_state.count#share"]),
        ("１４.２％", ["left_behind.count#share"]),
        ("7月5日", ["period.end"]),
        ("flow_school.newly_enrolled#", ["flow_school.newly_enrolled#sum"]),
        ("增加14名", ["enrolled#change"]),
        ("净增加了14名", ["enrolled#change"]),
        ("增长2.3%", ["enrolled#change_rate"]),
        ("提高了7.7个百分点", ["i_visit#change"]),
        ("减少5名", ["left_behind#change"]),
        ("减少到87名", ["left_behind.count"]),
    ],
)
def test_a_figure_is_found_as_printed_by_name_or_by_id(asked: str, refs: list[str]) -> None:
    assert [figure.ref for figure in SUMMARY.explain(asked)] == refs


def test_a_figure_of_the_record_that_is_not_printed_is_explained_too() -> None:
    briefing = sk.compose(FULL, report="briefing")
    assert "flow_school.opening" not in {one.ref for one in briefing.figures}
    (opening,) = briefing.explain("flow_school.opening")
    assert (opening.value, opening.where) == ("598名", ())
    assert opening.path == ("enrolment_flow", 0, "opening")


def test_what_is_no_figure_is_a_finding() -> None:
    for asked in ("98765名", "33%", "43户", "", "  ", "减少14名", "增加5名", "增加612名"):
        with pytest.raises(SummaryError, match="neither summary nor record"):
            SUMMARY.explain(asked)


def test_every_line_of_a_document_has_a_place() -> None:
    document = SUMMARY.document
    placed = [plain(line.words) for line in placed_lines(document)]
    missing = {plain(line) for line in lines_of(document)} - set(placed) - {""}
    # Marks and units are printed by rule; they hold no figure.
    assert {text for text in missing if not text.startswith(("附件", "单位："))} == set()
    ids = {block.id for block in blocks_of(document)}
    assert {line.block for line in placed_lines(document)} - {""} <= ids
    with_facts = [fact for line in placed_lines(document) for fact in _facts(line.words)]
    assert with_facts == list(facts_of(document))


def _facts(words: tuple[object, ...]) -> list[Fact]:
    found: list[Fact] = []
    for one in words:
        found += [one] if isinstance(one, Fact) else []
        found += _facts(one.children) if isinstance(one, Strong) else []
    return found


def test_every_fact_of_a_record_has_a_name() -> None:
    for fact in facts.index(FULL).values():
        name = called(FULL, fact.path)
        assert name
        assert len(name) <= 60, name
    names = {
        called(FULL, ("period", "start")): "2023—2024学年 开始",
        called(FULL, ("population", 9, "count")): "在校学生 女 人数",
    }
    assert all(found == wanted for found, wanted in names.items())
