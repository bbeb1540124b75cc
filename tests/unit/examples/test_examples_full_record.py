"""The full example uses every part of the model, and its figures agree."""

from collections.abc import Iterator
from dataclasses import fields as value_fields
from decimal import Decimal

import pytest

from example_records import FULL, fields, record
from summarykit.facts import declared_value
from summarykit.model import DifficultyKind, MeasureKind
from summarykit.model.entity import Entity, Item
from summarykit.model.outcome import Difficulty
from summarykit.model.plan import Measure
from summarykit.model.record import Attachment, ExtraFact
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.values.figure_words import Qualifier, Status
from summarykit.model.values.time_limit import Relation
from summarykit.model.vocabulary import AttachmentKind, ProgrammeKind

VALUES = (Quantity, Money, PartialDate, Frequency, TimeLimit)
# The format has one version, so its number cannot differ from the default.
ALWAYS_DEFAULT = {("YearRecord", "summarykit"), ("Pupil", "name")}
"""What the example does not say: its format is the default, and no child has a name in it."""


def entity_classes(root: type[Entity] = Entity) -> Iterator[type[Entity]]:
    for found in root.__subclasses__():
        if found is not Item and found.__module__.startswith("summarykit.model."):
            yield found
        yield from entity_classes(found)


ENTITIES = sorted(set(entity_classes()), key=str)


def said() -> set[tuple[str, str]]:
    return {
        (type(entity).__name__, name)
        for entity, name, _, value in fields(record(FULL))
        if value != type(entity).model_fields[name].default
    }


def values(kind: type) -> Iterator[object]:
    for entity, name, _, value in fields(record(FULL)):
        declared = isinstance(entity, ExtraFact) and name == "value"
        found = declared_value(entity) if declared and isinstance(entity, ExtraFact) else value
        if isinstance(found, kind):
            yield found


def cell(table: Attachment, row: int, column: int) -> Decimal:
    return Decimal(table.rows[row][column])


def attachment(name: str) -> Attachment:
    return next(a for a in record(FULL).attachments if a.id == name)


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_field_of_every_entity_is_said_somewhere(entity: type[Entity]) -> None:
    wanted = {(entity.__name__, name) for name in entity.model_fields} - ALWAYS_DEFAULT
    assert wanted - said() == set()


@pytest.mark.parametrize("kind", VALUES)
def test_every_part_of_every_value_type_is_written_somewhere(kind: type) -> None:
    unused = {
        part.name
        for part in value_fields(kind)
        if len({repr(getattr(value, part.name)) for value in values(kind)}) < 2
    }
    assert unused == set()


def test_every_way_of_qualifying_a_figure_is_written_somewhere() -> None:
    found = [q for q in values(Quantity) if isinstance(q, Quantity)]
    assert {q.qualifier for q in found} == set(Qualifier)
    assert {q.status for q in found} == set(Status)


def test_every_kind_of_time_limit_is_written_somewhere() -> None:
    found = [t for t in values(TimeLimit) if isinstance(t, TimeLimit)]
    assert {t.relation for t in found} == set(Relation)


def test_all_kinds_of_measure_are_taken() -> None:
    kinds = {e.kind for e, name, _, _ in fields(record(FULL)) if isinstance(e, Measure)}
    assert kinds == set(MeasureKind)


def test_at_least_twelve_kinds_of_difficulty_are_met() -> None:
    kinds = {e.kind for e, name, _, _ in fields(record(FULL)) if isinstance(e, Difficulty)}
    assert len(kinds) >= 12
    assert DifficultyKind.GENERIC_SHORTFALL not in kinds


def test_all_programmes_are_told_and_every_kind_of_attachment_is_there() -> None:
    told = record(FULL)
    assert set(told.programmes) == set(ProgrammeKind)
    assert {a.kind for a in told.attachments} == set(AttachmentKind)


@pytest.mark.parametrize("kind", ProgrammeKind)
def test_every_goal_has_a_result_and_every_difficulty_a_next_step(kind: ProgrammeKind) -> None:
    programme = record(FULL).programmes[kind]
    goals = {g.id for g in programme.goals}
    assert goals == {goal for r in programme.results for goal in r.goal}
    assert goals == {goal for m in programme.measures for goal in m.serves}
    answered = {d for step in programme.next_steps for d in step.answers}
    assert answered == {d.id for d in programme.difficulties}
    assert all(r.evidence for r in programme.results)


@pytest.mark.parametrize(
    ("whole", "part"),
    [("enrolled", ""), ("left_behind", "lb_"), ("migrant", "mg_"), ("hardship", "hs_")],
)
def test_the_grades_of_a_cohort_add_up_to_it(whole: str, part: str) -> None:
    people = {p.id: p.count.value for p in record(FULL).population}
    grades = [people[f"{part}grade_{grade}"] or 0 for grade in range(1, 7)]
    assert sum(grades) == people[whole]


def test_the_table_of_visits_repeats_the_campaigns() -> None:
    table, visits = attachment("att_visits"), record(FULL).home_visits
    assert visits is not None
    for row, campaign in enumerate(visits.campaigns):
        assert table.rows[row][0] == campaign.name
        told = (
            campaign.visitor_count,
            campaign.households,
            campaign.coverage[0].visited,
            campaign.coverage[0].total,
        )
        cells = [cell(table, row, column) for column in (3, 4, 6, 7)]
        assert [quantity.value for quantity in told if quantity] == cells


def test_mentors_look_after_as_many_children_as_there_are_pairs() -> None:
    told = record(FULL)
    pairing = next(
        m
        for m in told.programmes[ProgrammeKind.LEFT_BEHIND_CARE].measures
        if m.id == "lb_pairing"
    )
    groups = [(g.count, g.each) for g in pairing.mentor_groups]
    assert all(count and each for count, each in groups)
    pupils = sum((c.value or 0) * (e.value or 0) for c, e in groups if c and e)
    assert pairing.pairs is not None
    assert pupils == pairing.pairs.value


def test_no_group_is_so_small_that_its_count_names_a_child() -> None:
    told = record(FULL)
    counts = {p.id: p.count.value for p in told.population}
    for flow in told.enrolment_flow:
        for name in type(flow).model_fields:
            moved = getattr(flow, name)
            if isinstance(moved, Quantity):
                counts[f"{flow.id} {name}"] = moved.value
    assert {name: n for name, n in counts.items() if n is not None and 0 < n < 5} == {}


def test_the_rates_of_the_year_rest_on_the_pupils_who_came_and_went() -> None:
    flow = next(f for f in record(FULL).enrolment_flow if f.id == "flow_school")
    arrived = (flow.opening, flow.newly_enrolled, flow.transferred_in, flow.returned)
    left = (flow.graduated, flow.transferred_out)
    due = sum(q.value or 0 for q in arrived if q) - sum(q.value or 0 for q in left if q)
    bases = {i.id: i.denominator for i in record(FULL).indicators}
    assert [q.value for q in (bases["i_year"], bases["i_dropout"]) if q] == [due, due]


def test_an_event_is_told_once_as_a_measure_or_as_an_activity() -> None:
    told = record(FULL)
    measures = {m.name for p in told.programmes.values() for m in p.measures}
    assert measures.isdisjoint({a.name for a in told.activities})


def test_nothing_is_announced_for_a_time_before_the_signature() -> None:
    told = record(FULL)
    signed = told.signature and told.signature.date
    assert signed
    assert signed.month is not None
    due = [s.by for p in told.programmes.values() for s in p.next_steps if s.by]
    assert [d for d in due if d.year == signed.year and (d.month or 12) < signed.month] == []
    early = [d for d in due if (d.year, d.month) == (signed.year, signed.month)]
    assert [str(d) for d in early] == ["2024年7月底"]
