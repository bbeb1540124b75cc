"""What a pack adds gets what is ours: every report, every length, every reader, every field."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest

import summarykit as sk
from left_out_table import account
from measure_records import FULL, ORGANISATIONS, VARIANTS
from own_kinds import (
    NUTRITION,
    REPORTS,
    YEAR,
    document_of,
    heir,
    own_measures,
    pack,
    programme,
    year,
)
from prose import BASE, seams
from provenance import numbers_from_nowhere
from summarykit.compose import Audience, Extent, compose
from summarykit.document import Document, facts_of, repeated_ids, text_of
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.model.vocabulary import MeasureStatus
from summarykit.packs import Length, load_pack

SCHOOL: Final = {name: BASE[name] for name in ("organisation", "period")}
LENGTHS: Final = (Length.SHORT, Length.STANDARD, Length.LONG)


def text(document: Document) -> str:
    return "\n".join(text_of(document))


def untold(record: YearRecord, report: str, audience: Audience) -> list[str]:
    left, errors = account(record, pack(), report, audience, Extent(Length.LONG))
    assert errors == ()
    return [entry.ref for entry in left if entry.reason == "untold"]


def with_programmes(*, of: dict[Any, Any], **more: object) -> YearRecord:
    return YearRecord.model_validate({**BASE, "programmes": of, **more})


def test_the_example_reads_well_and_its_measures_are_told_in_their_words() -> None:
    told = text(document_of(year()))

    for words in (
        "2023—2024学年营养改善工作总结",
        "二、供餐情况\n全校供餐学生有612名，供餐方式为食堂供餐，使用膳食补助资金61.2万元。",
        "每天陪餐一次，共陪餐186次。",
        "食材按照定点采购、双人验收、分类存放、分餐留样的次序管理。",
        "公示由总务处负责，每周开展一次。",
        "由总务处在2024年12月底前改造闲置教室",
    ):
        assert words in told
    assert "结成对子" not in told
    assert "关爱留守儿童和营养改善工作总结" in text(document_of(year(), "annual"))


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize("report", REPORTS)
def test_every_report_of_the_example_is_whole(report: str, audience: Audience) -> None:
    for length in LENGTHS:
        document = document_of(year(), report, length, audience)
        assert seams(document) == []
        assert repeated_ids(document) == ()
        assert numbers_from_nowhere(document, year()) == []
    assert untold(year(), report, audience) == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_whatever_fields_an_own_measure_has_are_told_in_whole_sentences(variant: str) -> None:
    for organisation in ORGANISATIONS:
        record = own_measures(VARIANTS[variant], "ongoing", organisation)
        assert seams(document_of(record)) == []
        missed = untold(record, "nutrition", Audience.INTERNAL)
        assert [ref for ref in missed if "measures[" in ref] == []


@pytest.mark.parametrize("status", MeasureStatus)
@pytest.mark.parametrize("length", LENGTHS)
def test_own_measures_read_whole_in_every_status_and_length(
    status: MeasureStatus, length: Length
) -> None:
    for fields in ({}, FULL):
        document = document_of(own_measures(fields, status), "nutrition", length)
        assert seams(document) == []
        assert repeated_ids(document) == ()


@pytest.mark.parametrize("report", ["nutrition", "annual", "situation_report", "briefing"])
def test_a_programme_of_which_little_is_known_is_told_without_gaps(report: str) -> None:
    for inside in ({}, {"measures": [{"kind": kind} for kind in own_kinds()]}):
        record = with_programmes(of={programme(): inside})
        assert seams(document_of(record, report)) == []


def own_kinds() -> Iterable[object]:
    return pack().vocabulary.added_measures


def test_own_measures_stand_under_the_headings_of_their_pack() -> None:
    headings = [line for line in text_of(document_of(year())) if line.startswith("（")]
    wordings = pack().wording.terms["measures"]

    for kind in own_kinds():
        assert any(words in line for words in wordings[str(kind)] for line in headings), kind


def test_a_plan_tells_own_measures_that_are_to_come() -> None:
    planned = text(document_of(own_measures(FULL, "planned"), "work_plan"))

    assert "陪餐" in planned
    assert "营养改善" in planned


def test_entries_of_an_own_programme_are_told_where_it_is_told() -> None:
    care: dict[str, Any] = {"measures": [{"kind": "teacher_pairing", "pairs": "87对"}]}
    activity = {"name": "食堂开放日", "kind": "family", "programmes": [programme()]}
    people = [
        {"name": "甲某", "post": "副校长", "role": "分管营养餐"},
        {"name": "乙某", "post": "主任", "role": "负责安全教育"},
    ]
    record = with_programmes(
        of={programme(): {}, "left_behind_care": care}, activities=[activity], people=people
    )

    assert "食堂开放日" in text(document_of(record))
    assert "副校长甲某分管营养餐" in text(document_of(record))
    elsewhere = text(document_of(record, "left_behind_care"))
    assert "食堂开放日" not in elsewhere
    assert "营养餐" not in elsewhere
    assert untold(record, "left_behind_care", Audience.INTERNAL) == []


def test_what_a_public_reader_may_not_see_of_an_own_programme_is_left_out() -> None:
    case = {
        "alias": "小禾（化名）",
        "situation": "家在山里，中午不能回家",
        "steps": ["食堂安排热饭热菜"],
        "programmes": [programme()],
    }
    record = with_programmes(of={programme(): {}}, cases=[case])

    assert "小禾" in text(document_of(record))
    assert "小禾" not in text(document_of(record, audience=Audience.PUBLIC))


def test_a_kind_without_a_template_is_told_in_the_general_wording(tmp_path: Path) -> None:
    folder = heir(
        tmp_path, kinds='[measures.book_corner]\nlabel = "图书角"\ngroup = "activities"\n'
    )
    measure = {"kind": "图书角", "responsible": "教导处", "frequency": "每周一次"}
    data = {**SCHOOL, "programmes": {"safety": {"measures": [measure, {"kind": "谈心"}]}}}
    summary = sk.compose(data, pack=folder, report="annual", audience="internal")

    assert "图书角" in text(summary.document)
    assert "教导处负责这项工作，每周开展一次。" in text(summary.document)
    assert [entry.ref for entry in summary.left_out if entry.reason == "untold"] == []


def test_a_record_is_not_composed_with_a_pack_that_does_not_know_its_kinds() -> None:
    measure = {"kind": next(iter(own_kinds()))}
    record = with_programmes(
        of={programme(): {}, "safety": {"measures": [{"kind": "heart_talk"}, measure]}}
    )
    made = compose(record, load_pack("zh").pack, "annual", Audience.PUBLIC)  # type: ignore[arg-type]  # it ships with us

    assert made.document is None
    assert [str(finding) for finding in made.findings] == [
        (
            f"programmes.{path}  error kind-unknown  the pack zh does not know {kind}\n"
            "  hint: compose the record with the pack that it was read with: --pack"
        )
        for path, kind in (
            ("nutrition", "nutrition"),
            ("safety.measures[1].kind", "shared_meals"),
        )
    ]


def test_a_report_without_any_programme_of_the_record_says_what_there_is() -> None:
    empty = YearRecord.model_validate(BASE)
    made = compose(empty, pack(), "annual", Audience.PUBLIC)

    assert any("student_aid, nutrition" in str(finding) for finding in made.findings)


@pytest.mark.parametrize("report", REPORTS)
def test_a_file_of_the_example_is_as_the_pack_wants_it(report: str) -> None:
    summary = sk.compose(year(), pack=pack(), report=report, audience="internal")
    found = sk.review(summary.to_bytes("docx"), pack=pack())
    assert found == ()


def test_a_record_of_a_program_may_name_what_the_pack_adds() -> None:
    data = {
        **SCHOOL,
        "programmes": {"nutrition": {"measures": [{"kind": "食堂陪餐", "count": "186次"}]}},
    }
    summary = sk.compose(data, pack=NUTRITION)

    assert summary.report == "nutrition"
    assert "共陪餐186次" in text(summary.document)
    assert sk.parse_record(data, pack=NUTRITION) == summary.record
    assert sk.check(YEAR, pack=NUTRITION) == ()
    chosen = sk.compose(YEAR, pack=NUTRITION, programmes="营养改善", report="annual")
    assert "营养改善工作总结" in chosen.title
    assert {fact.ref.partition(".")[0] for fact in facts_of(chosen.document)} >= {"m_shared"}
    with pytest.raises(sk.SummaryError) as raised:
        sk.compose(YEAR, pack=NUTRITION, programmes="营养餐饮")
    assert "是不是" in sk.describe(raised.value.findings[0])


def test_the_api_reads_with_a_pack_and_refuses_without() -> None:
    written = YEAR.read_text("utf-8")

    assert sk.read_record(str(YEAR), pack=str(NUTRITION)) == year()
    assert sk.parse_record(written, pack=NUTRITION) == year()
    assert "nutrition" in str(sk.json_schema(pack=NUTRITION))
    with pytest.raises(sk.SummaryError) as raised:
        sk.read_record(YEAR)
    assert "unknown-key" in {finding.code for finding in raised.value.findings}
    with pytest.raises(sk.SummaryError):
        sk.parse_record(written)
    with pytest.raises(sk.SummaryError) as raised:
        sk.read_record(YEAR, pack="no-such-pack")
    assert raised.value.findings[0].code == "pack-not-found"


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("length", LENGTHS)
def test_a_briefing_says_the_name_of_a_leading_group_once(
    length: Length, *, alone: bool
) -> None:
    extent = Extent(length, (programme(),) if alone else ())
    made = compose(year(), pack(), "briefing", Audience.INTERNAL, extent)

    assert made.document is not None
    assert text(made.document).count("营养改善工作领导小组") == 1
