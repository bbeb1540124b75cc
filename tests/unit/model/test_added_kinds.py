"""Kinds that a pack adds: used like members of our own lists, wherever a record names one."""

import copy
import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from summarykit.l10n.messages import shown
from summarykit.model import MeasureKind, YearRecord
from summarykit.model.added import (
    OUR_OWN,
    AddedKind,
    AddedMeasure,
    AddedProgramme,
    Vocabulary,
    in_order,
)
from summarykit.model.kinds import MeasureGroup
from summarykit.model.page import fields_page
from summarykit.model.schema import json_schema
from summarykit.model.vocabulary import Choice, Cohort, ProgrammeKind

NUTRITION = AddedProgramme("nutrition", "营养改善", "学生在校吃饭", "营养餐", [Cohort.BOARDING])
MEALS = AddedMeasure("shared_meals", "食堂陪餐", MeasureGroup.CARE)
KNOWN = Vocabulary((NUTRITION,), (MEALS,))
DATA: dict[str, Any] = {
    "organisation": {"name": "青石镇中心小学", "level": "school"},
    "period": {"kind": "school_year"},
    "programmes": {
        "营养改善": {"measures": [{"kind": "食堂陪餐"}, {"kind": "home_visit"}]},
        "home_visits": {},
    },
    "cases": [{"alias": "小禾（化名）", "programmes": "nutrition"}],
}


def read(**changed: object) -> YearRecord:
    return YearRecord.model_validate({**DATA, **changed}, context=KNOWN)


@pytest.mark.parametrize("kind", [NUTRITION, MEALS])
def test_an_added_kind_has_what_our_own_have(kind: AddedProgramme | AddedMeasure) -> None:
    assert isinstance(kind, Choice)
    assert kind == kind.value
    assert hash(kind) == hash(kind.value)
    assert type(kind.value) is str
    assert kind.name == kind.value.upper()
    assert f"{kind}" == str(kind) == kind.value
    assert repr(kind) == f"<{type(kind).__name__} {kind.value}: {kind.label}>"
    assert (shown(kind, "zh"), shown(kind, "en")) == (kind.label, kind.value)


@pytest.mark.parametrize("kind", [NUTRITION, MEALS, AddedKind("reading", "课外阅读")])
def test_an_added_kind_never_changes_and_travels(kind: AddedKind) -> None:
    with pytest.raises(AttributeError, match=f"{type(kind).__name__}.label never changes"):
        kind.label = "别的"
    for copied in (pickle.loads(pickle.dumps(kind)), copy.deepcopy(kind)):  # noqa: S301 - our own
        assert copied == kind
        slots = type(kind).__slots__
        assert [getattr(copied, n) for n in slots] == [getattr(kind, n) for n in slots]
        assert copied.label == kind.label


def test_a_programme_that_says_no_more_has_its_label_as_its_short_name() -> None:
    plain = AddedProgramme("reading", "课外阅读")
    assert (plain.short, plain.about, plain.cohorts) == ("课外阅读", "", ())


def test_a_record_names_what_a_vocabulary_adds_by_key_or_by_label() -> None:
    record = read()
    programme, visits = record.programmes

    assert programme is NUTRITION
    assert visits is ProgrammeKind.HOME_VISITS
    assert record.cases[0].programmes == (NUTRITION,)
    measures = [measure.kind for measure in record.programmes[NUTRITION].measures]
    assert measures == [MEALS, MeasureKind.HOME_VISIT]
    assert "nutrition, home_visits" in repr(record)


def test_a_record_with_added_kinds_is_written_and_read_again() -> None:
    record = read()

    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own
    assert hash(copy.deepcopy(record)) == hash(record)
    written = record.model_dump_json()
    assert '"nutrition":{' in written
    assert YearRecord.model_validate_json(written, context=KNOWN) == record
    # What a program has in its hands is known already.
    assert YearRecord.model_validate(record.model_dump()) == record
    assert record.model_dump(mode="json")["cases"][0]["programmes"] == ["nutrition"]


def test_without_the_vocabulary_an_added_kind_is_refused() -> None:
    for context in (None, OUR_OWN):
        with pytest.raises(ValidationError) as refused:
            YearRecord.model_validate(DATA, context=context)
        assert {error["type"] for error in refused.value.errors()} == {"enum"}


def test_a_kind_that_nobody_knows_is_told_with_all_there_are() -> None:
    with pytest.raises(ValidationError, match="'student_aid', 'nutrition'"):
        read(programmes={"nutritious": {}})
    with pytest.raises(ValidationError, match="programmes"):
        read(programmes={3: {}})


def test_the_order_of_the_domain_has_what_is_added_last() -> None:
    given = (NUTRITION, ProgrammeKind.SAFETY, ProgrammeKind.HOME_VISITS)
    assert in_order(given) == (ProgrammeKind.HOME_VISITS, ProgrammeKind.SAFETY, NUTRITION)


def test_the_schema_allows_what_is_added_by_both_names() -> None:
    definitions: Any = json_schema(KNOWN)["$defs"]

    assert {"nutrition", "营养改善"} <= {*definitions["ProgrammeKind"]["enum"]}
    assert {"shared_meals", "食堂陪餐"} <= {*definitions["MeasureKind"]["enum"]}
    assert "nutrition" not in str(json_schema())


def test_the_page_of_fields_lists_what_is_added_and_says_what_it_is() -> None:
    page = fields_page(KNOWN)

    assert "| 营养改善 | `nutrition` |\n" in page
    assert "| 食堂陪餐 | `shared_meals` | 结对与关爱 |\n" in page
    assert "- 营养改善：学生在校吃饭\n" in page
    assert "nutrition`" not in fields_page()
