"""A document is kept to its length by telling the least important in less."""

import pytest

import summarykit as sk
from example_records import FULL, record
from outlines import record as record_of
from outlines import text
from prose import check, of, pack
from summarykit.compose import Audience, Extent, compose
from summarykit.compose.length.depths import Depth, Shortening, hidden_at, steps_of
from summarykit.compose.length.fitting import Reductions, Search, reducible
from summarykit.compose.length.importance import bearing, importance
from summarykit.compose.length.sizes import size_at
from summarykit.document import characters_of
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.events import Visit
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import Length

TOPICS = ("left_behind_care", "migrant_enrolment", "dropout_prevention", "home_visits")
KINDS = tuple(record(FULL).programmes)


def characters(report: str, length: Length, data: YearRecord | None = None) -> int:
    made = compose(data or record(FULL), pack(), report, Audience.PUBLIC, Extent(length))
    assert made.document is not None, made.findings
    return characters_of(made.document)


def savable(entity: Entity) -> int:
    least = (*steps_of(type(entity)), Depth.FULL)[-2]
    return size_at(entity, Depth.FULL) - size_at(entity, least)


@pytest.mark.parametrize("report", [*TOPICS, "annual"])
def test_the_full_example_is_as_long_as_summaries_are_at_standard(report: str) -> None:
    assert 2500 <= characters(report, Length.STANDARD) <= 3500


@pytest.mark.parametrize("report", TOPICS)
def test_short_is_shorter_than_standard_and_long_is_longest(report: str) -> None:
    sizes = [characters(report, length) for length in Length]
    assert sizes == sorted(sizes)
    assert sizes[0] <= 1700


def test_a_record_with_little_is_the_same_at_every_length() -> None:
    data = YearRecord.model_validate(of(measures=[{"kind": "heart_talk", "practice": "谈心"}]))
    assert len({characters("left_behind_care", length, data) for length in Length}) == 1


def test_what_is_kept_at_a_depth_is_a_field() -> None:
    for _, _, entity in reducible(record(FULL), pack().reports["annual"], KINDS):
        kind = type(entity)
        for depth in steps_of(kind):
            hidden = hidden_at(kind, depth)
            assert hidden <= set(kind.model_fields)
            assert depth is Depth.NONE or len(hidden) < len(kind.model_fields)


def test_each_further_step_saves_something_or_nothing() -> None:
    for _, _, entity in reducible(record(FULL), pack().reports["annual"], KINDS):
        sizes = [size_at(entity, d) for d in (Depth.FULL, *steps_of(type(entity)))]
        assert sizes == sorted(sizes, reverse=True)


def test_a_visit_is_told_in_its_core_before_it_is_not_told_at_all() -> None:
    assert steps_of(Visit) == (Depth.CORE, Depth.NONE)
    assert hidden_at(Visit, Depth.CORE) == {"findings", "advice"}
    visit = {
        "id": "v",
        "visitors": "班主任",
        "findings": "作息不规律",
        "outcome": "作息恢复正常",
    }
    told = record_of({"home_visits": {}}, home_visits={"visits": [visit]})
    short = text(told, "home_visits", Shortening({"v": Depth.CORE}))
    assert "作息恢复正常" in short
    assert "作息不规律" not in short


def test_the_least_important_gives_way_first() -> None:
    data = record(FULL)
    spec = pack().reports["left_behind_care"]
    kinds = KINDS[:1]
    told = {one.ref: one.entity for one in reducible(data, spec, kinds)}
    room = sum(savable(entity) for entity in told.values()) - 1
    (changed,) = Reductions(data, spec, kinds).to(room).refs
    weights = bearing(data, spec.emphasis)
    assert importance(told[changed], weights) == min(
        importance(entity, weights) for entity in told.values()
    )


def test_of_several_programmes_each_is_told_by_its_best() -> None:
    data = record(FULL)
    spec = pack().reports["annual"]
    shortened = Reductions(data, spec, KINDS).to(1500)
    weights = bearing(data, spec.emphasis)
    order = tuple(Depth)  # from all to nothing
    for programme in data.programmes.values():
        best, *rest = sorted(programme.measures, key=lambda one: -importance(one, weights))
        depths = [order.index(shortened.depth(one.id or "")) for one in (best, *rest)]
        assert depths[0] == min(depths)
        assert depths[0] < order.index(Depth.NONE)


def test_with_room_for_all_nothing_is_left_out() -> None:
    assert not Reductions(record(FULL), pack().reports["annual"], KINDS).to(10**6)


def test_figures_goals_and_evidence_make_a_measure_important() -> None:
    bare = Measure.model_validate({"id": "m", "kind": "heart_talk", "practice": "谈心"})
    weights = bearing(record(FULL), ())
    for more in (
        {"frequency": "每周一次"},
        {"reached": "5名"},
        {"serves": ["g"]},
        {"effect": "好"},
    ):
        richer = bare.model_copy(
            update=Measure.model_validate({**bare.model_dump(), **more}).__dict__
        )
        assert importance(richer, weights) > importance(bare, weights)
    assert importance(bare, bearing(record(FULL), (bare.kind,))) > importance(bare, weights)


def test_a_programme_can_be_told_alone() -> None:
    text = sk.compose(record(FULL), report="annual", programmes=["safety"]).to_bytes("txt")
    assert "安全" in text.decode()
    assert "结对" not in text.decode()


def test_length_and_programme_that_are_not_there_are_findings() -> None:
    with pytest.raises(sk.SummaryError, match="there is no length brief"):
        sk.compose(record(FULL), length="brief")  # type: ignore[arg-type]
    with pytest.raises(sk.SummaryError, match="there is no kind of work football"):
        sk.compose(record(FULL), programmes=["football"])


def test_a_page_of_three_measures_can_be_read() -> None:
    kinds = ("heart_talk", "home_visit", "growth_diary")
    text = check(of(measures=[{"kind": kind, "name": kind} for kind in kinds]))
    assert "总结" in text


def test_the_search_closes_in_on_what_is_aimed_at() -> None:
    search = Search(100)
    while search.goes_on(search.room * 3 - 600, lambda room: room):
        assert 0 < search.room <= 600
    assert abs(search.room - 200) <= 1


def test_the_search_takes_larger_steps_until_something_changes() -> None:
    search = Search(770)
    assert search.goes_on(1, lambda room: room // 100)
    assert search.room < 700


def test_the_search_ends_where_nothing_can_change() -> None:
    assert not Search(100).goes_on(50, lambda _: "the same")


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("programmes", [(), *((kind,) for kind in KINDS)], ids=str)
def test_a_briefing_never_has_more_than_its_limit(
    length: Length, programmes: tuple[ProgrammeKind, ...]
) -> None:
    extent = Extent(length, programmes)
    made = compose(record(FULL), pack(), "briefing", Audience.INTERNAL, extent)
    assert made.document is not None
    assert characters_of(made.document) <= 800


def test_the_step_that_stays_answers_the_difficulty_that_stays() -> None:
    made = compose(record(FULL), pack(), "annual", Audience.PUBLIC, Extent(Length.STANDARD))
    answers = {
        step.id: step.answers
        for programme in record(FULL).programmes.values()
        for step in programme.next_steps
    }
    told = {ref for ref, depth in made.shortening.depths.items() if depth is not Depth.NONE}
    steps = [found for found in told if answers.get(found)]
    assert steps
    assert all(any(link in told for link in answers[step]) for step in steps)
