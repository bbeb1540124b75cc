"""Each reason for leaving a fact out, looked up in documents made by hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import template_packs
from hand_made_documents import (
    CARE,
    MEASURE,
    VISITS,
    WORK,
    R,
    left,
    of,
    paragraph,
    reasons,
    telling,
)
from prose import pack
from summarykit.compose import Audience, compose
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOut, Telling
from summarykit.compose.scope import Assignment
from summarykit.document import Document, Properties, Text
from summarykit.facts import index
from summarykit.model.vocabulary import Cohort, ProgrammeKind
from summarykit.packs import DocumentKind, SectionKind
from summarykit.privacy.protecting import protected


def test_every_fact_is_told_or_left_out_and_none_is_both() -> None:
    record = of(MEASURE)
    block = paragraph(record, "measures/m1/1", "m1.practice")

    found = left(record, block)

    assert sorted([*found, "m1.practice"]) == sorted(index(record))


def test_what_nothing_says_is_untold() -> None:
    record = of(MEASURE | {"effect": "孩子更开朗"})
    block = paragraph(record, "measures/m1/1", "m1.practice")
    assert left(record, block)["m1.effect"] == LeftOut("m1.effect", "孩子更开朗", R.UNTOLD)


def test_a_fact_is_told_by_a_part_of_it_but_not_by_what_is_computed_from_it() -> None:
    record = of(
        population=[
            {"id": "all", "cohort": "enrolled", "count": "100名"},
            {"id": "some", "cohort": "left_behind", "count": "50名", "part_of": "all"},
        ],
        enrolment_flow=[{"id": "f", "opening": "100名"}],
    )
    block = paragraph(record, "s/1", "some.count#share=50%", "f.opening#figure=100")

    found = left(record, block)

    assert found["some.count"].reason is R.UNTOLD
    assert "f.opening" not in found


@pytest.mark.parametrize(
    ("printed", "is_told"),
    [
        (["m1.practice#rest=召开部署会，明确分工"], True),
        (["m1.practice#lead=开学初召开部署会", "m1.practice#rest=明确分工"], True),
        (["m1.practice#lead=开学初召开部署会"], False),
        (["m1.practice#rest=明确分工"], False),
        (["m1.practice#titled=分工明确，开学初召开部署会"], True),
    ],
)
def test_a_text_is_told_when_no_more_than_a_few_words_of_it_are_missing(
    printed: list[str], *, is_told: bool
) -> None:
    record = of({"id": "m1", "kind": "heart_talk", "practice": "开学初召开部署会，明确分工"})
    found = left(record, paragraph(record, "measures/m1/1", *printed))
    assert ("m1.practice" not in found) is is_told


def test_heads_and_units_of_an_attachment_are_told_without_a_fact(tmp_path: Path) -> None:
    rows = {"columns": ["年级", "人数"], "rows": [["一年级", "3"]], "unit": "名"}
    secret = {"confidential": True, "note": "内部掌握，不得公开。"}
    record = of(attachments=[{"id": "a", "name": "统计表", **rows, **secret}])
    plain = template_packs.plain_pack(tmp_path)
    task = Assignment(plain, plain.reports["summary"], Audience.INTERNAL)
    made = compose(record, plain, "summary", Audience.INTERNAL)
    assert made.document is not None

    found = left_out(record, made.document, Telling.of(task))

    assert [entry.ref for entry in found if entry.ref.startswith("a.")] == ["a.kind"]


def test_the_addressee_is_told_without_a_fact() -> None:
    record = of(addressee="云岭县教育局")
    written = Document((), (), Properties("", ""), addressee=(Text("云岭县教育局"),))
    assert [e.ref for e in left_out(record, written, telling()) if e.ref == "addressee"] == []
    assert left(record)["addressee"].reason is R.UNTOLD


# other reports


def test_a_programme_a_cohort_and_an_entry_outside_the_report_are_in_other_reports() -> None:
    record = of(
        programmes={CARE: {}, VISITS: {"background": "走进家庭"}},
        population=[{"id": "p", "cohort": "disabled", "count": "9名"}],
        donations=[{"id": "d", "donor": "商会", "programmes": [VISITS]}],
        home_visits={"campaigns": [{"id": "c", "name": "寒假家访"}]},
    )
    care = telling(programmes=(CARE,), cohorts=(Cohort.LEFT_BEHIND,))
    refs = (f"programmes.{VISITS}.background", "p.count", "d.donor", "c.name")

    assert reasons(left(record, told=care), *refs) == [R.OTHER_REPORT] * 4
    assert reasons(left(record), *refs) == [R.UNTOLD] * 4


def test_home_visits_belong_to_every_report_of_a_record_without_that_programme() -> None:
    record = of(home_visits={"campaigns": [{"id": "c", "name": "寒假家访"}]})
    care = telling(programmes=(CARE,))
    assert left(record, told=care)["c.name"].reason is R.UNTOLD


def test_the_title_of_one_programme_is_for_its_own_report() -> None:
    titled = {CARE: {"title": "关爱工作总结"}, ProgrammeKind.SAFETY: {"title": "安全工作总结"}}
    own = Assignment(pack(), pack().reports["left_behind_care"], Audience.INTERNAL)
    alone = of(programmes={ProgrammeKind.SAFETY: titled[ProgrammeKind.SAFETY]})

    every, care, safety = left(of(programmes=titled)), Telling.of(own), left(alone)

    refs = [f"programmes.{kind}.title" for kind in titled]
    assert reasons(every, *refs) == [R.OTHER_REPORT, R.OTHER_REPORT]
    assert left(of(programmes=titled), told=care)[refs[0]].reason is R.UNTOLD
    # No report is for safety alone.
    assert safety[refs[1]].reason is R.UNTOLD


def test_what_a_report_leaves_out_or_has_no_section_for_is_in_others() -> None:
    record = of(
        programmes={CARE: {"goals": [{"id": "g", "text": "不让一个掉队"}]}},
        donations=[{"id": "d", "donor": "商会"}],
        signature={"date": "2024-07-05"},
    )
    sections = pack().reports["annual"].sections
    unsigned = tuple(s for s in sections if s.kind is not SectionKind.SIGNATURE)
    fewer = telling(sections=unsigned, leaves_out=("goals", "donations"))
    refs = ("g.text", "d.donor", "signature.date")

    assert reasons(left(record, told=fewer), *refs) == [R.OTHER_REPORT] * 3
    assert reasons(left(record), *refs) == [R.UNTOLD] * 3


def test_a_report_may_leave_out_a_field_of_an_entity() -> None:
    record = of(
        programmes={CARE: {"next_steps": [{"id": "n", "action": "家访", "by": "2025-06"}]}},
        period={"kind": "term", "as_of": ["2024-06-30"], "start": "2024-03-01"},
        population=[{"cohort": "enrolled", "count": "8名"}],
    )
    brief = telling(leaves_out=("period.as_of", "next_steps.by"))
    found = left(record, told=brief)
    assert reasons(found, "period.as_of[0]", "n.by") == [R.OTHER_REPORT] * 2
    assert reasons(found, "period.start", "n.action") == [R.UNTOLD] * 2


def test_a_plan_leaves_what_was_done_to_the_summary() -> None:
    record = of(MEASURE, {"id": "m2", **WORK, "status": "planned"})
    plan = telling(kind=DocumentKind.PLAN)
    found = left(record, told=plan)
    assert reasons(found, "m1.practice", "m2.practice") == [R.OTHER_REPORT, R.UNTOLD]


def test_a_person_of_another_programme_is_in_another_report() -> None:
    record = of(
        programmes={CARE: {}, VISITS: {"background": "由林秀文带队家访"}},
        people=[{"id": "a", "name": "林秀文"}, {"id": "b", "name": "何立新"}],
    )
    found = left(record, told=telling(programmes=(CARE,)))
    assert reasons(found, "a.name", "b.name") == [R.OTHER_REPORT, R.NO_WORDS]


def test_the_start_of_another_programme_is_in_its_report() -> None:
    started = {"kind": "school_year", "programme_start": "2016-09"}
    both = of(programmes={CARE: {}, VISITS: {"start": "2016-09"}}, period=started)
    care = telling(programmes=(CARE,))
    assert left(both, told=care)["period.programme_start"].reason is R.OTHER_REPORT
    alone = of(programmes={CARE: {}, VISITS: {}}, period=started)
    # It is the start of both: the report on both has it.
    assert left(alone, told=care)["period.programme_start"].reason is R.OTHER_REPORT
    assert left(alone)["period.programme_start"].reason is R.UNTOLD


# private


CASE = {
    "id": "c",
    "pupil": "p",
    "situation": "父母外出",
    "outcome": "变得开朗",
    "consent": True,
    "sensitivity": "public",
}
PUPIL = {"id": "p", "alias": "小禾（化名）", "gender": "female"}


def test_the_public_is_not_told_who_a_child_is_nor_shown_the_words() -> None:
    record = of(cases=[CASE], pupils=[PUPIL])

    public = left(record, told=telling(Audience.PUBLIC))

    assert public["c.situation"] == LeftOut("c.situation", "", R.PRIVATE)
    assert public["p.alias"] == LeftOut("p.alias", "", R.PRIVATE)
    assert public["c.outcome"] == LeftOut("c.outcome", "变得开朗", R.UNTOLD)
    assert reasons(left(record), "c.situation", "p.alias") == [R.UNTOLD, R.UNTOLD]


def test_what_is_confidential_is_kept_from_the_bureau_too_and_its_pupil_with_it() -> None:
    record = of(cases=[CASE | {"sensitivity": "confidential"}], pupils=[PUPIL])
    assert reasons(left(record), "c.outcome", "p.alias") == [R.PRIVATE, R.PRIVATE]


def test_counts_of_so_few_children_that_they_are_known_are_private_to_the_public() -> None:
    counted = {"cohort": "orphan", "grade": "三年级"}
    record = of(
        population=[
            {"id": "p", **counted, "count": "2名"},
            {"id": "q", **counted, "count": "9名"},
        ]
    )
    told = protected(record, Audience.PUBLIC).record
    public = left(told, told=telling(Audience.PUBLIC))
    assert public["p.count"] == LeftOut("p.count", "若干名", R.MASKED)
    assert public["q.count"] == LeftOut("q.count", "若干名", R.MASKED)
    assert left(record)["p.count"] == LeftOut("p.count", "2名", R.UNTOLD)


def test_an_attachment_for_internal_use_is_private_to_the_public_only() -> None:
    roster = {"id": "a", "name": "名册", "text": "小禾", "confidential": True}
    record = of(attachments=[roster])
    public, internal = left(record, told=telling(Audience.PUBLIC)), left(record)
    assert public["a.text"] == LeftOut("a.text", "", R.PRIVATE)
    assert internal["a.text"] == LeftOut("a.text", "小禾", R.UNTOLD)


# masked


def test_masked_and_lost_figures_and_years_are_masked_and_what_is_there_to_say_them() -> None:
    record = of(
        MEASURE | {"pairs": "xx对", "count": "3次"},
        population=[{"id": "p", "cohort": "parent", "name": "省外家长", "count": "未统计"}],
        extra=[{"id": "x", "name": "迁校时间", "type": "date", "value": "196x年"}],
    )
    found = left(record)
    masked = ("m1.pairs", "p.count", "p.name", "x.name", "x.value")
    assert reasons(found, *masked) == [R.MASKED] * 5
    assert found["m1.count"].reason is R.UNTOLD


# structure


def test_choices_that_only_classify_are_structure_and_those_that_say_something_are_not() -> (
    None
):
    record = of(
        MEASURE,
        population=[
            {
                "id": "p",
                "cohort": "left_behind",
                "count": "9名",
                "gender": "female",
                "name": "女童",
            },
            {"id": "q", "cohort": "left_behind", "count": "9名", "guardianship": "relatives"},
        ],
    )
    found = left(record, paragraph(record, "situation/1", "p.name", "p.count"))
    classify = ("organisation.level", "period.kind", "m1.kind", "m1.status", "p.cohort")
    assert reasons(found, *classify) == [R.STRUCTURE] * 5
    assert reasons(found, "q.cohort", "q.guardianship") == [R.UNTOLD, R.UNTOLD]
    assert (found["p.gender"].reason, found["p.gender"].said_in) == (R.DUPLICATE, "p.name")
    # Words that are not printed are not in the place of the choice.
    assert left(record)["p.cohort"].reason is R.UNTOLD


def test_the_kind_of_what_has_no_words_is_its_name() -> None:
    record = of(
        programmes={
            CARE: {
                "difficulties": [
                    {"id": "d1", "kind": "family_poverty"},
                    {"id": "d2", "kind": "family_poverty", "text": "部分家庭拮据"},
                    {"id": "d3", "kind": "teacher_workload"},
                ]
            }
        }
    )
    block = paragraph(record, "difficulties/d1/1", "存在家庭经济困难的问题。")
    assert reasons(left(record, block), "d1.kind", "d2.kind", "d3.kind") == [
        R.DUPLICATE,
        R.STRUCTURE,
        R.UNTOLD,
    ]


# no words, length


def test_what_the_composer_warns_of_has_no_words() -> None:
    picture = {"file": "a.png", "caption": "生日会"}
    record = of(
        {"id": "m1", "kind": "heart_talk", "name": "谈心制度", "status": "heading_only"},
        activities=[{"id": "a", "kind": "theme", "name": "生日会", "photographs": [picture]}],
        attachments=[{"id": "t", "name": "问卷原件", "present": False, "note": "存档备查"}],
    )
    found = left(record)
    assert reasons(found, "m1.name", "a.photographs[0].file", "t.note") == [R.NO_WORDS] * 3
    letter = of(attachments=[{"id": "t", "name": "信", "text": "各位家长", "unit": "名"}])
    assert reasons(left(letter), "t.unit", "t.text") == [R.NO_WORDS, R.UNTOLD]
    assert found["a.name"].reason is R.UNTOLD


def test_what_is_cut_for_length_says_so_unless_it_is_said_elsewhere() -> None:
    group = {"who": "教师", "count": "3名"}
    record = of(
        MEASURE | {"actors": ["家长"], "effect": "更开朗", "mentor_groups": [group]},
        {"id": "m2", "kind": "heart_talk", "effect": "更开朗", "policies": ["p"]},
        policies=[{"id": "p", "title": "关爱方案", "issuer": "教育局"}],
    )
    cut = replace(telling(), shortened=frozenset({"m1"}))
    found = left(record, paragraph(record, "measures/m1/1", "m1.practice"), told=cut)
    assert reasons(found, "m1.effect", "m1.mentor_groups[0].who") == [R.LENGTH, R.LENGTH]
    assert reasons(found, "m1.actors[0]", "m2.effect", "p.issuer") == [
        R.DUPLICATE,
        R.UNTOLD,
        R.UNTOLD,
    ]
    less = replace(telling(), shortened=frozenset({"m2"}))
    assert left(record, told=less)["p.issuer"].reason is R.LENGTH


def test_people_of_what_is_cut_are_cut_with_it() -> None:
    record = of(
        responsibilities={
            "leading_groups": [{"id": "g", "name": "小组", "chairs": ["周明远"]}]
        },
        people=[{"id": "a", "name": "周明远", "post": "校长"}, {"id": "b", "name": "林秀文"}],
    )
    cut = replace(telling(), shortened=frozenset({"g"}))
    assert reasons(left(record, told=cut), "a.post", "b.name") == [R.LENGTH, R.NO_WORDS]


def test_a_record_of_many_alike_facts_is_gone_through() -> None:
    texts = [f"第{n}项内容" for n in range(600)]
    record = of(MEASURE | {"contents": texts, "steps": texts[:3]})
    refs = [f"m1.contents[{n}]" for n in range(300)]
    block = paragraph(record, "measures/m1/1", *refs)

    found = left(record, block)

    assert found["m1.steps[0]"].reason is R.DUPLICATE
    assert found["m1.contents[599]"].reason is R.UNTOLD


def test_what_goes_with_nothing_has_no_words() -> None:
    period = {"kind": "term", "as_of": ["2024-06-30"], "comparison": {"name": "上学期"}}
    dated = {"id": "f", "start": "2024-03-01"}
    bare: dict[str, Any] = {
        "period": period,
        "enrolment_flow": [dated],
        "definitions": [{"id": "d", "cohort": "left_behind"}],
        "pupils": [{"id": "p", "alias": "小禾（化名）"}],
        "people": [{"id": "a", "name": "何立新", "post": "教师"}],
    }
    refs = ("f.start", "d.cohort", "p.alias", "a.post")
    dates = ("period.as_of[0]", "period.comparison.name")

    empty = left(of(**bare))
    full = left(
        of(
            period=period,
            population=[{"id": "c", "cohort": "enrolled", "count": "8名", "previous": "9名"}],
            enrolment_flow=[{**dated, "opening": "8名"}],
            people=[{"id": "a", "name": "何立新", "role": "联络员"}],
        )
    )

    assert reasons(empty, *refs, *dates) == [R.NO_WORDS] * 6
    assert reasons(full, "f.start", "a.name", *dates) == [R.UNTOLD] * 4
