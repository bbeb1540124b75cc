"""Every example is a record that a school clerk could have filled in."""

import re
from pathlib import Path

import pytest

from example_records import FOLDER, FULL, NAMES, fields, record, source
from summarykit.diagnostics import Severity
from summarykit.facts import check
from summarykit.model.events import Activity, Photograph, Visit, VisitCampaign
from summarykit.model.organisation import Organisation, Pupil
from summarykit.model.outcome import Case, Difficulty, Result
from summarykit.model.plan import Measure
from summarykit.model.record import Programme
from summarykit.model.vocabulary import Level, MeasureStatus, ProgrammeKind, Strength
from summarykit.readers import read_record

CLAUSES = {
    Measure: {"practice", "effect"},
    Programme: {"background", "closing"},
    Organisation: {"profile"},
    Result: {"text"},
    Difficulty: {"text", "cause", "consequence"},
    Case: {"situation", "problem", "outcome"},
    Activity: {"outcome"},
    Visit: {"findings", "advice", "outcome"},
}
LISTS = {Activity: {"contents"}, VisitCampaign: {"contents", "findings"}, Case: {"steps"}}
PERSONAL = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{11}(?!\d)|(?<!\d)\d{17}[\dXx](?![\dXx])"
    r"|\d{4}年\d{1,2}月\d{1,2}日出?生"
)


def figures(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?", text)


def test_there_are_five_transcribed_records_and_a_full_one() -> None:
    assert NAMES == (
        "class-left-behind-term",
        "full-school-year",
        "school-left-behind-visits",
        "school-left-behind-year",
        "school-migrant-year",
        "township-dropout-year",
    )


@pytest.mark.parametrize("name", NAMES)
def test_each_example_is_a_record_without_contradictions(name: str) -> None:
    errors = [f for f in check(record(name)) if f.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("name", [n for n in NAMES if n != "township-dropout-year"])
def test_only_the_contradictory_source_leaves_a_warning(name: str) -> None:
    assert check(record(name)) == ()


def test_a_full_rate_reported_beside_an_exemption_is_carried_and_flagged() -> None:
    found = check(record("township-dropout-year"))
    assert [(str(f.severity), str(f.code), f.at.path) for f in found] == [
        ("warning", "exemption-against-full-rate", ("indicators", 0, "value")),
        ("warning", "exemption-against-full-rate", ("indicators", 3, "value")),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_example_is_read_from_its_file_as_it_is_written(name: str) -> None:
    assert read_record(FOLDER / f"{name}.yaml").record == record(name)


@pytest.mark.parametrize("name", NAMES)
def test_each_example_says_at_its_head_what_it_is(name: str) -> None:
    assert source(name).startswith("# ")


@pytest.mark.parametrize("name", NAMES)
def test_clauses_are_complete_and_leave_the_full_stop_to_the_templates(name: str) -> None:
    for entity, field, path, value in fields(record(name)):
        if field in CLAUSES.get(type(entity), ()) and value is not None:
            assert not re.search(r"[。；，、：！？.;,]$", str(value)), path
            assert "。。" not in str(value), path


@pytest.mark.parametrize("name", NAMES)
def test_names_and_list_items_are_phrases_without_a_stop(name: str) -> None:
    for entity, field, path, value in fields(record(name)):
        items = value if isinstance(value, tuple) else (value,)
        if field == "name" or field in LISTS.get(type(entity), ()):
            assert not [i for i in items if re.search(r"[。；，、：]$", str(i))], path


@pytest.mark.parametrize("name", NAMES)
def test_a_practice_leaves_the_voice_to_the_level(name: str) -> None:
    for _, field, path, value in fields(record(name)):
        if field in {"practice", "effect", "action"}:
            assert not str(value).startswith(("我校", "我班", "我镇", "我县", "我们")), path


@pytest.mark.parametrize("name", NAMES)
def test_no_example_holds_what_looks_like_personal_data(name: str) -> None:
    assert PERSONAL.search(source(name)) is None


@pytest.mark.parametrize("name", NAMES)
def test_children_stand_under_aliases_that_say_so(name: str) -> None:
    for entity, field, path, value in fields(record(name)):
        if isinstance(entity, (Pupil, Case)) and field == "alias":
            assert re.fullmatch(r"小.（化名）", str(value)), path


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_stands_in_its_field_and_not_again_in_the_prose_beside_it(name: str) -> None:
    seen: dict[int, tuple[set[str], list[str]]] = {}
    for entity, field, _, value in fields(record(name)):
        if not isinstance(entity, (Measure, Result, Difficulty)):
            continue
        counted, prose = seen.setdefault(id(entity), (set(), []))
        if field in CLAUSES[type(entity)]:
            prose.extend(figures(str(value or "")))
        elif not isinstance(value, (tuple, type(None))):
            counted.update(figures(str(value)))
    assert [p for counted, prose in seen.values() for p in prose if p in counted] == []


def test_headings_without_a_body_carry_nothing_but_their_name() -> None:
    told = record("school-left-behind-year").programmes[ProgrammeKind.LEFT_BEHIND_CARE].measures
    bare = [m for m in told if m.status is MeasureStatus.HEADING_ONLY]
    assert len(bare) == 6
    assert all(m.model_fields_set == {"id", "kind", "name", "status"} for m in bare)


def test_what_the_source_only_claims_is_carried_as_a_claim() -> None:
    programme = record("class-left-behind-term").programmes[ProgrammeKind.LEFT_BEHIND_CARE]
    assert {r.strength for r in programme.results} == {Strength.ASSERTED}


def test_what_the_source_only_announces_is_carried_as_planned() -> None:
    programme = record("class-left-behind-term").programmes[ProgrammeKind.LEFT_BEHIND_CARE]
    planned = [m.id for m in programme.measures if m.status is MeasureStatus.PLANNED]
    assert planned == ["m_tracking"]


def test_the_examples_speak_with_the_voices_of_a_class_a_school_and_a_township() -> None:
    levels = {record(name).organisation.level for name in NAMES}
    assert levels == {Level.CLASS, Level.SCHOOL, Level.TOWNSHIP}


def test_the_photographs_are_small_pictures_beside_the_record() -> None:
    files = {
        str(value)
        for entity, field, _, value in fields(record(FULL))
        if isinstance(entity, Photograph) and field == "file"
    }
    pictures = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.png")}
    assert files == set(pictures)
    assert all(is_small_png(path) for path in pictures.values())


def is_small_png(path: Path) -> bool:
    data = path.read_bytes()
    return data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) < 10_000
