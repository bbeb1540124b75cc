"""Invented records are sound, always the same for a number, and of every kind there is."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from generated_records import SCHOOLS, generated, similar
from summarykit import facts
from summarykit.model import DifficultyKind, MeasureKind, YearRecord
from summarykit.model.vocabulary import Level, MeasureStatus, PeriodKind, ProgrammeKind

CARE = ProgrammeKind.LEFT_BEHIND_CARE
SAMPLE = [generated(seed) for seed in range(100)]


def measures_of(record: YearRecord) -> int:
    """Return how many measures a record has."""
    return sum(len(programme.measures) for programme in record.programmes.values())


@pytest.mark.parametrize("seed", range(0, 500, 10))
def test_nothing_in_an_invented_record_contradicts_anything_else(seed: int) -> None:
    assert [str(finding) for finding in facts.check(generated(seed))] == []


@pytest.mark.parametrize("number", range(0, SCHOOLS, 7))
def test_nothing_in_a_similar_record_contradicts_anything_else(number: int) -> None:
    assert facts.check(similar(number)) == ()


def test_a_number_always_gives_the_same_record() -> None:
    assert generated(7) == generated(7)
    assert similar(7) == similar(7)
    assert generated(7) != generated(8)


def test_a_number_gives_the_same_record_in_every_process() -> None:
    code = "from generated_records import generated; print(generated(11).model_dump_json())"
    paths = os.pathsep.join(filter(None, sys.path))
    told = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "PYTHONPATH": paths,
            "PYTHONHASHSEED": "5",
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().strip() == generated(11).model_dump_json()


def test_there_are_records_of_every_level_period_and_programme() -> None:
    assert {record.organisation.level for record in SAMPLE} == set(Level)
    assert {record.period.kind for record in SAMPLE} == set(PeriodKind)
    assert {kind for record in SAMPLE for kind in record.programmes} == set(ProgrammeKind)
    assert {len(record.programmes) for record in SAMPLE} == set(range(1, 8))


def test_there_are_measures_and_difficulties_of_every_kind() -> None:
    programmes = [one for record in SAMPLE for one in record.programmes.values()]
    measures = [measure for one in programmes for measure in one.measures]
    assert {measure.kind for measure in measures} == set(MeasureKind)
    assert {measure.status for measure in measures} >= set(MeasureStatus)
    assert {d.kind for one in programmes for d in one.difficulties} == set(DifficultyKind)


def test_records_have_from_three_to_forty_measures_and_some_have_little_else() -> None:
    sizes = Counter(map(measures_of, SAMPLE))
    assert min(sizes) == 3
    assert 30 < max(sizes) <= 40
    sparse = [one for one in SAMPLE if measures_of(one) == 3 and not one.population]
    assert sparse


def test_each_field_of_a_measure_is_now_filled_in_and_now_not() -> None:
    measures = [m for record in SAMPLE for p in record.programmes.values() for m in p.measures]
    for name in type(measures[0]).model_fields:
        filled = sum(bool(getattr(measure, name)) for measure in measures)
        # What it carries on of the year before, only a second record could say.
        assert filled > 0 or name == "follows", name
        assert filled < len(measures) or name in ("kind", "status")


def test_the_similar_schools_differ_in_name_and_counts_and_share_their_kinds_of_measures() -> (
    None
):
    records = [similar(number) for number in range(SCHOOLS)]
    assert len({record.organisation.name for record in records}) == SCHOOLS
    kinds = {tuple(m.kind for m in r.programmes[CARE].measures) for r in records}
    assert len(kinds) == 1
    assert len({record.population[0].count for record in records}) > SCHOOLS // 2
    with pytest.raises(ValueError, match="there are schools 0 to 49"):
        similar(SCHOOLS)
