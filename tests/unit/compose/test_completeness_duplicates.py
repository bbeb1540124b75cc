"""What a document says already in other words: each way, and its limit."""

import pytest

from hand_made_documents import CARE, MEASURE, R, left, of, paragraph, reasons, said
from summarykit.document import Column, Table, Text


def test_words_are_said_by_a_text_of_the_same_entity_and_of_no_other() -> None:
    other = {"id": "m2", "kind": "heart_talk", "practice": "校医上门体检", "actors": ["家长"]}
    record = of(MEASURE | {"actors": ["家长", "校医"]}, other)
    blocks = [paragraph(record, f"measures/m{n}/1", f"m{n}.practice") for n in (1, 2)]
    assert said(record, "m1.actors[0]", *blocks) == "m1.practice"
    assert said(record, "m1.actors[1]", *blocks) is R.UNTOLD
    assert said(record, "m2.actors[0]", *blocks) is R.UNTOLD


def test_who_writes_is_said_by_the_organisation() -> None:
    record = of(MEASURE | {"actors": ["青石小学"]})
    block = paragraph(record, "measures/m1/1", "m1.practice")
    assert said(record, "m1.actors[0]", block) == "organisation.name"


def test_a_figure_is_said_by_the_same_figure_of_what_it_is_linked_to() -> None:
    record = of(
        MEASURE | {"reached": "87名", "population": "p"},
        {"id": "m2", "kind": "heart_talk", "reached": "87名"},
        population=[{"id": "p", "cohort": "left_behind", "count": "八十七名"}],
    )
    block = paragraph(record, "situation/1", "p.count")
    assert said(record, "m1.reached", block) == "p.count"
    assert said(record, "m2.reached", block) is R.UNTOLD


def test_two_equal_figures_of_one_entity_are_two_facts_unless_it_says_so() -> None:
    counted = {"id": "p", "cohort": "dropout", "count": "0名", "previous": "0名"}
    record = of(
        population=[counted],
        enrolment_flow=[{"id": "f", "dropped_out": "0名", "exempt": "0名"}],
    )
    alone = paragraph(record, "situation/1", "p.count", "f.dropped_out")
    alike = paragraph(record, "situation/1", "p.count", "，与上学年持平。")
    assert said(record, "f.exempt", alone) is R.UNTOLD
    assert said(record, "p.previous", alone) is R.UNTOLD
    assert said(record, "p.previous", alike) == "p.count"


def test_one_entry_of_a_list_speaks_for_the_others_when_all_are_alike() -> None:
    groups = [{"who": "教师", "each": "3名"}, {"who": "党员", "each": "3名"}]
    alike = of(MEASURE | {"mentor_groups": groups})
    mixed = of(MEASURE | {"mentor_groups": [*groups, {"who": "干部", "each": "2名"}]})
    refs = [f"m1.mentor_groups[{n}].each" for n in range(3)]
    block = "measures/m1/1"
    assert said(alike, refs[1], paragraph(alike, block, refs[0])) == refs[0]
    assert said(mixed, refs[1], paragraph(mixed, block, refs[0], refs[2])) is R.UNTOLD


@pytest.mark.parametrize(
    ("practice", "is_said"), [("每班3名教师结对", True), ("每班13名教师结对", False)]
)
def test_a_figure_in_a_text_is_whole(practice: str, *, is_said: bool) -> None:
    record = of(
        {"id": "m1", "kind": "teacher_pairing", "practice": practice, "per_class": "3名"}
    )
    block = paragraph(record, "measures/m1/1", "m1.practice")
    assert said(record, "m1.per_class", block) == ("m1.practice" if is_said else R.UNTOLD)


def test_a_frequency_is_said_by_a_text_that_gives_the_pace_and_not_by_another_frequency() -> (
    None
):
    record = of(
        MEASURE | {"practice": "按月交流", "frequency": "每月一次"},
        slogans=[
            {
                "id": "s",
                "name": "三个一",
                "items": [
                    {"text": "通一次电话", "frequency": "每月一次"},
                    {"text": "谈一次心", "frequency": "每周一次"},
                    {"text": "写一封信", "frequency": "每月一次"},
                ],
            }
        ],
    )
    work = paragraph(record, "measures/m1/1", "m1.practice")
    slogan = paragraph(record, "measures/s/1", "s.items[0].frequency", "s.items[1].frequency")
    assert said(record, "m1.frequency", work, slogan) == "m1.practice"
    assert said(record, "s.items[2].frequency", work, slogan) is R.UNTOLD


def test_a_date_is_said_once_for_all_that_is_counted_then_but_deadlines_are_not() -> None:
    step = {"action": "增设心理课", "by": "2024-12"}
    record = of(
        programmes={CARE: {"next_steps": [{"id": "n1", **step}, {"id": "n2", **step}]}},
        population=[
            {"id": "p1", "cohort": "enrolled", "count": "600名", "date": "2024-06-30"},
            {"id": "p2", "cohort": "left_behind", "count": "87名", "date": "2024-06-30"},
        ],
    )
    situation = paragraph(record, "situation/1", "p1.date", "p1.count", "p2.count")
    steps = paragraph(record, "next_steps/n1/1", "n1.by", "n1.action")
    assert said(record, "p2.date", situation, steps) == "p1.date"
    assert said(record, "n2.by", situation, steps) is R.UNTOLD


def test_the_name_of_a_period_says_its_dates() -> None:
    days = {"start": "2023-09-01", "end": "2024-07-05"}
    year = of(period={"kind": "school_year", "name": "2023—2024学年", **days})
    other = of(period={"kind": "campaign", "name": "2023—2024学年", **days})
    title = "青石小学2023—2024学年工作总结"
    assert said(year, "period.start", title=title) == "title"
    assert said(year, "period.end", title=title) == "title"
    assert said(year, "period.end", title="青石小学工作总结") is R.UNTOLD
    assert said(other, "period.start", title=title) is R.UNTOLD


def test_a_person_is_told_of_where_the_name_stands() -> None:
    record = of(
        responsibilities={
            "leading_groups": [{"id": "g", "name": "领导小组", "chairs": ["周明远"]}]
        },
        people=[{"id": "a", "name": "周明远", "post": "校长", "role": "领导小组组长"}],
    )
    words = ("g.name", "由校长", "g.chairs[0]", "任组长。")
    block = paragraph(record, "measures/g/1", *words)
    assert [said(record, ref, block) for ref in ("a.name", "a.post", "a.role")] == [
        "measures/g/1"
    ] * 3


def test_a_law_is_said_without_the_name_of_the_state_and_a_term_by_its_quoted_name() -> None:
    record = of(
        {
            "id": "m1",
            "kind": "financial_aid",
            "practice": "发放“贫困生活补助”",
            "policies": ["q"],
        },
        policies=[
            {"id": "p", "title": "中华人民共和国教师法"},
            {"id": "q", "title": "省“贫困生活补助”政策"},
            {"id": "r", "title": "省“贫困交通补助”政策"},
        ],
    )
    block = paragraph(record, "measures/m1/1", "m1.practice", "，学习教师法")
    assert said(record, "p.title", block) == "measures/m1/1"
    assert said(record, "q.title", block) == "m1.practice"
    assert said(record, "r.title", block) is R.UNTOLD


def test_a_slogan_says_how_many_items_it_has() -> None:
    items = [{"text": "自理"}, {"text": "自律"}]
    record = of(
        slogans=[
            {"id": "s", "name": "两自教育", "declared": "2项", "items": items},
            {"id": "t", "name": "自立教育", "declared": "2项", "items": items},
        ]
    )
    refs = ("s.name", "t.name", "t.items[0].text")
    block = paragraph(record, "measures/s/1", *refs)
    assert said(record, "s.declared", block) == "s.name"
    assert said(record, "t.declared", block) is R.UNTOLD
    whole = paragraph(record, "measures/s/1", *refs, "t.items[1].text")
    assert said(record, "t.declared", whole) == "t.items[0].text"


def test_the_year_before_says_the_dates_of_the_comparison() -> None:
    earlier = {"start": "2022-09-01", "end": "2023-07-07"}
    year = of(period={"kind": "school_year", "start": "2023-09-01", "comparison": earlier})
    ref = "period.comparison.start"
    assert said(year, ref, paragraph(year, "situation/1", "比上学年增加")) == "situation/1"
    assert said(year, ref, title="与2022—2023学年相比") == "title"
    assert said(year, ref) is R.NO_WORDS


def test_a_policy_is_said_by_its_short_name_where_it_is_applied() -> None:
    short = {"name": "两免一补", "items": ["免学杂费"]}
    record = of(
        {"id": "m1", "kind": "financial_aid", "practice": "落实两免一补", "policies": ["p"]},
        policies=[{"id": "p", "title": "“两免一补”政策", "short_names": [short]}],
    )
    block = paragraph(record, "measures/m1/1", "m1.practice")
    assert said(record, "p.title", block) == "m1.practice"
    assert said(record, "p.short_names[0].items[0]", block) is R.UNTOLD


def test_what_the_catalogue_adds_to_a_title_and_a_short_name_need_not_be_told() -> None:
    record = of(
        policies=[
            {"id": "p", "catalogue": "义务教育法", "applied_to": "全体师生"},
            {"id": "q", "title": "资助政策", "short_names": [{"name": "两免一补"}]},
        ]
    )
    block = paragraph(record, "opening/1", "p.title", "和", "q.short_names[0].name")
    found = left(record, block)
    assert reasons(found, "p.catalogue", "p.issuer", "p.issued") == [R.STRUCTURE] * 3
    assert found["p.applied_to"].reason is R.STRUCTURE
    assert said(record, "q.short_names[0].items[0]", block) == "q.short_names[0].name"


def test_a_definition_is_said_once_for_all_counts_of_its_cohort() -> None:
    counted = {"cohort": "left_behind", "count": "8名"}
    record = of(
        population=[
            {"id": "p1", **counted, "definition": "both_parents_away"},
            {"id": "p2", **counted, "definition": "both_parents_away"},
            {"id": "p3", **counted, "definition": "six_months"},
        ],
    )
    words = ("p1.count", "（", "p1.definition", "）。", "p2.count", "。", "p3.count")
    block = paragraph(record, "situation/1", *words)
    assert said(record, "p2.definition", block) == "p1.definition"
    assert said(record, "p3.definition", block) is R.UNTOLD


def test_a_count_stands_in_a_table_under_its_grade_and_its_cohort() -> None:
    counted = {"cohort": "enrolled", "grade": "一年级"}
    record = of(
        population=[
            {"id": "p", **counted, "count": "99名"},
            {"id": "q", **counted, "count": "98名", "gender": "female"},
        ]
    )
    heads = tuple(Column((Text(head),)) for head in ("年级", "在校学生"))
    table = Table("situation/2", heads, (((Text("一年级"),), (Text("99"),)),))
    assert said(record, "p.count", table) == "situation/2"
    assert said(record, "p.grade", table) == "situation/2"
    assert said(record, "q.count", table) is R.UNTOLD


def test_an_indicator_is_said_by_the_printed_share_of_the_same_count() -> None:
    rate = {"code": "guardianship_share", "denominator": "87名", "numerator": "55名"}
    record = of(
        population=[
            {"id": "all", "cohort": "left_behind", "count": "87名"},
            {"id": "some", "cohort": "left_behind", "count": "55名"},
        ],
        indicators=[
            {"id": "i", **rate, "name": "祖辈监护占比", "value": "63.2%"},
            {"id": "j", **rate, "numerator": "50名", "value": "57.5%"},
        ],
    )
    words = ("all.count", "，祖辈监护", "some.count", "（占", "some.count#share=63.2%", "）")
    block = paragraph(record, "situation/1", *words)
    parts = [said(record, f"i.{field}", block) for field in ("name", "value", "numerator")]
    assert parts == ["some.count#share"] * 3
    assert said(record, "i.denominator", block) == "all.count"
    assert said(record, "j.value", block) is R.UNTOLD


def test_a_cohort_is_said_by_the_title_and_by_what_people_call_it() -> None:
    record = of(
        MEASURE | {"cohort": "left_behind"},
        {"id": "m2", "kind": "heart_talk", "cohort": "parent", "practice": "谈心"},
    )
    block = paragraph(record, "measures/m1/1", "m1.practice")
    assert said(record, "m1.cohort", block, title="关爱留守儿童工作总结") == "title"
    assert said(record, "m1.cohort", block) is R.UNTOLD
    assert said(record, "m2.cohort", block) is R.UNTOLD


def test_a_law_is_found_by_its_title_and_a_document_by_the_year_of_its_number() -> None:
    law = {
        "kind": "law",
        "issuer": "全国人大常委会",
        "issued": "2020-10-17",
        "number": "第57号",
    }
    record = of(
        policies=[
            {"id": "l", "title": "样例法", **law},
            {"id": "n", "title": "通知", "number": "云教〔2023〕11号", "issued": "2023"},
            {"id": "m", "title": "意见", "number": "云教〔2023〕12号", "issued": "2023-08"},
        ]
    )
    block = paragraph(record, "opening/1", "l.title", "和", "n.number", "和", "m.number")
    assert [said(record, f"l.{name}", block) for name in ("issuer", "issued", "number")] == [
        "l.title"
    ] * 3
    assert said(record, "n.issued", block) == "n.number"
    assert said(record, "m.issued", block) == "m.number"
    assert said(record, "l.issued") is R.UNTOLD


def test_of_many_that_say_it_the_first_of_the_record_is_named() -> None:
    rule = {"id": "rule", "title": "家访制度", "kind": "school_rule", "issued": "2023-09"}
    names = [f"m{at}" for at in range(9)]
    since = {"kind": "home_visit", "since": "2023-09", "policies": ["rule"]}
    record = of(*({"id": name, **since} for name in names), policies=[rule])
    blocks = [paragraph(record, f"measures/{n}/1", f"{n}.since") for n in names]
    assert said(record, "rule.issued", *blocks) == "m0.since"


def test_a_text_of_several_lines_that_the_record_itself_holds_is_looked_for() -> None:
    record = of(MEASURE, addressee="云岭县教育局\n云岭县妇联")
    block = paragraph(record, "measures/m1/1", "m1.practice")

    assert left(record, block)["addressee"].reason is R.UNTOLD
