"""A measure of every kind reads whole, whatever fields it has, and tells each of them once."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import pytest

from measure_records import (
    ALONE,
    BESIDE,
    BRIEF,
    FULL,
    NAMELESS,
    ORGANISATIONS,
    SOME,
    VARIANTS,
    with_measures,
)
from prose import BASE, check, document_of, of, pack, seams, template_words
from summarykit.compose import Audience
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOutReason, Telling
from summarykit.compose.scope import Assignment
from summarykit.document import Document, facts_of, repeated_ids, text_of
from summarykit.model import MeasureKind, YearRecord
from summarykit.model.vocabulary import MeasureStatus
from summarykit.packs import Length, bundled

REPORT: Final = "left_behind_care"
LONGEST: Final = 120
LONG: Final = "留意孩子在学习和生活上的难处，能办的当场办好，办不了的记下来逐项跟进"
_UNTOLD: Final = frozenset({LeftOutReason.UNTOLD, LeftOutReason.LENGTH})
_SAID_AGAIN: Final = (".practice", ".kind")
"""What a sentence prints in two parts, or what a heading says too."""


def written(data: Mapping[str, Any]) -> tuple[YearRecord, Document]:
    record = YearRecord.model_validate(data)
    return record, document_of(record, REPORT, Length.LONG)


def untold(record: YearRecord, document: Document) -> list[str]:
    """Return the facts of the measures that the document does not tell."""
    telling = Telling.of(Assignment(pack(), pack().reports[REPORT], Audience.INTERNAL))
    entries = left_out(record, document, telling)
    return [e.ref for e in entries if "measures[" in e.ref and e.reason in _UNTOLD]


def told_again(document: Document) -> list[str]:
    """Return the values of measures that the document prints more than once."""
    refs = (
        fact.ref.partition("#")[0] for fact in facts_of(document) if "#share" not in fact.ref
    )
    counted = Counter(ref for ref in refs if "measures[" in ref)
    return [ref for ref, n in counted.items() if n > 1 and not ref.endswith(_SAID_AGAIN)]


def long_sentences(document: Document) -> list[str]:
    return [s for line in text_of(document) for s in line.split("。") if len(s) > LONGEST]


def faults(data: Mapping[str, Any]) -> list[object]:
    record, document = written(data)
    return [
        *seams(document),
        *repeated_ids(document),
        *untold(record, document),
        *told_again(document),
        *long_sentences(document),
    ]


def test_every_kind_has_a_template_and_no_other_has() -> None:
    folder = bundled("templates") / "zh/measures"
    names = {path.name.removesuffix(".md.j2") for path in folder.iterdir()}
    assert names == set(MeasureKind)


@pytest.mark.parametrize("variant", VARIANTS)
def test_whatever_fields_a_measure_has_are_told_once_in_whole_sentences(variant: str) -> None:
    several = variant not in {*ALONE, *BESIDE}
    # One field has its own three wordings in three documents, all fields in one.
    for turn, organisation in enumerate(ORGANISATIONS):
        if several or turn == len(variant) % len(ORGANISATIONS):
            assert faults(with_measures(VARIANTS[variant], "ongoing", organisation)) == []


@pytest.mark.parametrize("variant", [name for name in VARIANTS if name not in BESIDE])
def test_what_is_planned_is_told_once_and_never_as_done(variant: str) -> None:
    organisation = ORGANISATIONS[len(variant) % len(ORGANISATIONS)]
    record, document = written(with_measures(VARIANTS[variant], "planned", organisation))
    assert seams(document) == []
    assert untold(record, document) == []
    assert told_again(document) == []
    assert not re.search("已|(?<!为)了", template_words(document))


@pytest.mark.parametrize("status", MeasureStatus)
@pytest.mark.parametrize("length", [Length.SHORT, Length.STANDARD])
def test_every_kind_reads_whole_in_every_status_and_length(status: str, length: Length) -> None:
    for fields in ({}, FULL):
        document = document_of(with_measures(fields, status), REPORT, length)
        assert seams(document) == []
        assert repeated_ids(document) == ()


def test_each_kind_has_wordings_that_differ_from_school_to_school() -> None:
    alike = []
    for kind in MeasureKind:
        texts = set()
        for organisation in ORGANISATIONS:
            _, document = written(with_measures(BRIEF, "ongoing", organisation, [kind]))
            texts.add(template_words(document).split("\n", 3)[-1])
        alike += [kind] if len(texts) < len(ORGANISATIONS) else []
    assert alike == []


def test_each_kind_has_words_of_its_own() -> None:
    words = {}
    for kind in MeasureKind:
        _, document = written(with_measures(NAMELESS, "ongoing", kinds=[kind]))
        words[kind] = "\n".join(text_of(document)[-2:])
    assert len(set(words.values())) == len(MeasureKind)


def test_what_is_little_is_one_paragraph() -> None:
    measures = [
        {"kind": "home_visit", "practice": "走访留守儿童家庭", "frequency": "每学期一次"},
        {"kind": "teacher_pairing", "name": "一对一帮扶", "pairs": "20对"},
        {"kind": "heart_talk", "practice": "与孩子谈心", "frequency": "经常"},
    ]
    assert (
        "一是一对一帮扶。共结成对子20对。二是经常与孩子谈心。三是每学期走访留守儿童家庭。"
    ) in check(of(measures=measures))
    assert check(of(measures=measures[:1])).endswith("\n每学期走访留守儿童家庭。")


def test_pairs_are_told_as_a_school_office_tells_them() -> None:
    measure = {
        "kind": "teacher_pairing",
        "name": "一对一帮扶",
        "practice": "按照就近的办法配备教师",
        "cohort": "left_behind",
        "pairs": "87对",
        "mentors": "29名",
        "mentor_groups": [
            {"who": "女教师", "count": "18名"},
            {"who": "男教师", "count": "11名"},
        ],
        "reached": "87名",
        "per_mentor": "3名",
    }
    text = check(of(measures=[measure]))
    assert re.search(
        "29名教师（女教师18名、男教师11名）与87名留守儿童结成对子87对，每人(结对|帮扶)3名。",
        text,
    )


def test_a_single_measure_has_no_title_that_its_text_says_at_once() -> None:
    kinds = ("home_visit", "census_survey", "register_files", "heart_talk", "counselling")
    names = ("定期家访", "全员摸底", "学生档案", "课余谈心", "心理辅导课")
    measures = [
        {"kind": kind, "name": name, "practice": f"安排{name}，{LONG}"}
        for kind, name in zip(kinds, names, strict=True)
    ]
    lines = check(of(measures=measures)).split("\n")
    assert f"安排定期家访，{LONG}。" in lines
    assert f"课余谈心。安排课余谈心，{LONG}。" not in lines


def test_contracts_do_not_say_again_what_their_measure_says() -> None:
    name, parties = "控辍责任状", [["校长", "班主任和科任教师"], ["镇中心校", "学校"]]
    measure = {
        "kind": "responsibility_contract",
        "name": name,
        "practice": "校长同班主任、科任教师签订控辍责任状，逐级落实",
    }
    contracts = [{"name": name, "parties": row} for row in parties]
    programmes = {"dropout_prevention": {"measures": [measure]}}
    for signed in (contracts[:1], contracts):
        duties = {"contracts": signed}
        data = {**BASE, "programmes": programmes, "responsibilities": duties}
        text = check(data, "dropout_prevention")
        assert text.count("签订控辍责任状") == 1
        assert ("镇中心校与学校分别签订" in text) == (len(signed) > 1)


def test_a_planned_activity_is_told_in_a_plan_with_bare_verbs() -> None:
    activity = {
        "id": "a1",
        "name": "暑期课堂",
        "kind": "theme",
        "status": "planned",
        "date": "2024-07",
        "organiser": "德育处",
        "co_organisers": ["镇团委"],
        "contents": ["作业辅导", "防溺水教育"],
        "programmes": ["left_behind_care"],
    }
    data = of(goals=[{"text": "孩子快乐成长"}]) | {"activities": [activity]}
    text = check(data, "work_plan")
    assert "2024年7月开展，由德育处组织，请镇团委协办，内容包括作业辅导、防溺水教育。" in text


def test_some_fields_of_a_measure_are_some_of_all() -> None:
    assert all(set(fields) < set(FULL) for fields in SOME.values())


def test_a_field_that_is_a_stop_and_nothing_else_stays_as_it_is() -> None:
    measure = {"kind": "supervision_accountability", "purpose": "摸清底数", "effect": "。"}
    told = text_of(document_of(of(measures=[measure]), "left_behind_care"))
    assert any("摸清底数" in line and line.endswith("。") for line in told)
