"""The search for numbers that come from nowhere finds what is planted, and nothing else."""

import pytest

from hand_made_documents import MEASURE, of, paragraph
from provenance import numbers_from_nowhere, numbers_in
from summarykit.document import (
    Column,
    Document,
    Fact,
    Heading,
    Inline,
    Paragraph,
    Properties,
    Table,
    Text,
)
from summarykit.document.nodes import Attachment, Block
from summarykit.model import YearRecord

RECORD = of(
    MEASURE | {"contents": ["谈心", "辅导"], "reached": "七十一名", "amount": "1.2万元"},
    population=[
        {"id": "all", "cohort": "enrolled", "count": "600名", "previous": "580名"},
        {"id": "some", "cohort": "left_behind", "count": "87名"},
        {"id": "more", "cohort": "left_behind", "count": "13名"},
    ],
    indicators=[{"id": "i", "code": "filing", "numerator": "87名", "denominator": "90名"}],
)


def found(*blocks: Block, title: str = "工作总结") -> list[str]:
    return numbers_from_nowhere(document(RECORD, *blocks, title=title), RECORD)


def document(record: YearRecord, *blocks: Block, title: str = "") -> Document:
    return Document((Text(title),), blocks, Properties(title, record.organisation.name))


def words(*inlines: Inline) -> Paragraph:
    return Paragraph("measures/m1/1", inlines)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("共开展3次", ["3"]),
        ("达到98.5％", ["98.5", "％"]),
        ("有五名学生", ["五"]),
        ("约三十余户", ["三十余"]),
        ("提高百分之五", ["百分之"]),
        ("一是摸底；二是建档。十是总结", []),
        ("落实一人一案，一名学生变得开朗", []),
        ("进一步统一认识，十分重视，一些家长", []),
    ],
)
def test_figures_are_numbers_and_ordinals_and_idioms_are_not(
    said: str, numbers: list[str]
) -> None:
    assert numbers_in(said) == numbers


def test_what_a_template_counts_is_from_nowhere() -> None:
    assert found(words(Text("共开展3次")), title="五年工作总结") == [
        "title: 五 of '五年工作总结' is in no fact",
        "measures/m1/1: 3 of '共开展3次' is in no fact",
    ]


@pytest.mark.parametrize(
    ("ref", "right", "wrong"),
    [
        ("some.count", "87名", "78名"),
        ("m1.reached#figure", "71", "70"),
        ("m1.amount#figure", "1.2", "12"),
        ("period.start#year", "2023年", "2024年"),
        ("period.start#period", "2023—2024学年", "2024—2025学年"),
        ("nobody.count", "", "1名"),
    ],
)
def test_a_fact_prints_what_the_record_says_there(ref: str, right: str, wrong: str) -> None:
    if right:
        assert found(words(Fact(right, ref))) == []
    assert found(words(Fact(wrong, ref))) == [
        f"measures/m1/1: {wrong!r} is not what the record says at {ref}"
    ]


@pytest.mark.parametrize(
    ("ref", "basis", "right", "wrong"),
    [
        ("m1.contents#count", ("m1.contents[0]", "m1.contents[1]"), "2项", "3项"),
        ("some.count#share", ("some.count", "all.count"), "14.5%", "15.4%"),
        ("i.value#computed", ("i.numerator", "i.denominator"), "96.7%", "97.6%"),
        ("all#change", ("all.count", "all.previous"), "20名", "30名"),
        ("all#change_rate", ("all.count", "all.previous"), "3.4%", "4.3%"),
        ("some.count#sum", ("some.count", "more.count"), "100名", "101名"),
        ("m1.contents#count", ("m1.contents[0]", "m1.contents[2]"), "", "2项"),
        ("some.count#share", ("some.count", "nobody.count"), "", "14.5%"),
        ("some.count#share", (), "", "14.5%"),
    ],
)
def test_a_computed_fact_prints_what_comes_out_of_its_basis(
    ref: str, basis: tuple[str, ...], right: str, wrong: str
) -> None:
    if right:
        assert found(words(Fact(right, ref, basis))) == []
    assert found(words(Fact(wrong, ref, basis))) == [
        f"measures/m1/1: {wrong!r} is not what the record says at {ref}"
    ]


def test_numbers_of_headings_tables_and_attachments_are_no_figures() -> None:
    table = Table(
        "t", (Column((Text("人数"),)),), (((Fact("87名", "some.count"),),),), number="表1"
    )
    annex = Attachment("attachments/a", (Text("名册"),), (table,), number="2")
    heading = Heading("h", 1, (Text("主要措施"),), number="三、")
    see = words(Text("见"), Fact("附件2", "a#number"))
    assert found(heading, annex, see) == []
    assert found(annex, words(Fact("附件1", "a#number"))) != []


def test_heads_of_attachments_are_texts_of_the_record() -> None:
    rows = {"columns": ["3年以上教龄"], "rows": [["5"]], "unit": "名"}
    record = of(attachments=[{"id": "a", "name": "教师", **rows}])
    cell = (Fact("5", "a.rows[0][0]"),)
    table = Table("t", (Column((Text("3年以上教龄"),)),), ((cell,),), unit="单位：名")
    assert numbers_from_nowhere(document(record, table), record) == []
    other = Table("t", (Column((Text("4年以上教龄"),)),), ((cell,),))
    assert len(numbers_from_nowhere(document(record, other), record)) == 1


def test_a_text_of_the_record_may_hold_any_number() -> None:
    record = of({"id": "m1", "kind": "heart_talk", "practice": "每周三谈心2次，覆盖五名学生"})
    assert (
        numbers_from_nowhere(document(record, paragraph(record, "b", "m1.practice")), record)
        == []
    )
