"""The small markup: what it makes of a text, and that values pass it untouched."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies_documents import texts
from summarykit.document import (
    Block,
    Fact,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    heading_line,
    plain,
)
from summarykit.document.markup import (
    Anchor,
    Insert,
    MarkupError,
    check_characters,
    mark,
    mend_seams,
    parse,
)

TABLE = Table("", (), ())


def made(text: str, *inserts: Insert) -> tuple[Block, ...]:
    """Return the blocks of a text in which `{0}`, `{1}` … are marks."""
    marks = [mark(number) for number in range(len(inserts))]
    return parse(text.format(*marks), inserts, prefix="s")


def fact(text: str) -> Inlines:
    return (Fact(text, "m1.name"),)


def words(blocks: Sequence[Block]) -> list[str]:
    """Return the words of headings and paragraphs, headings with `#` for each level."""
    return [
        "#" * block.level + " " + plain(heading_line(block))
        if isinstance(block, Heading)
        else plain(block.children)
        for block in blocks
        if isinstance(block, Heading | Paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\u3000\n", []),
        ("甲\n乙\n\n丙", ["甲乙", "丙"]),
        ("    甲  \n\u3000\u3000乙", ["甲乙"]),
        ("## 甲\n乙", ["## 甲", "乙"]),
        ("### 甲\n#### 乙 ####\n丙", ["### 甲", "#### 乙", "丙"]),
        ("## 甲。\n\n乙", ["## 甲。乙"]),
        ("## 甲。\n\n## 乙。", ["## 甲。", "## 乙。"]),
        ("## 甲。\n\n乙\n\n丙", ["## 甲。乙", "丙"]),
        ("## 甲**乙。**\n\n丙", ["## 甲乙。", "丙"]),
        ("## \n\n甲", ["甲"]),
        ("#甲", ["#甲"]),
        ("甲&amp;乙", ["甲&amp;乙"]),
        ("甲\n===", ["甲==="]),
        ("[甲]: 乙", ["[甲]: 乙"]),
        ("见<附件1>说明", ["见<附件1>说明"]),
        ("满意率<90%的班级", ["满意率<90%的班级"]),
        ("甲\\*乙", ["甲*乙"]),
    ],
)
def test_paragraphs_and_headings(text: str, expected: list[str]) -> None:
    assert words(made(text)) == expected


def test_strong_words_may_hold_values() -> None:
    (block,) = made("甲**乙{0}**{1}", fact("丙"), (Strong((Text("丁"),)),))

    assert block == Paragraph(
        "s/1",
        (Text("甲"), Strong((Text("乙"), Fact("丙", "m1.name"))), Strong((Text("丁"),))),
    )


@pytest.mark.parametrize("text", ["**甲。**乙", "甲**乙", "** 甲**"])
def test_stars_that_make_nothing_strong_are_refused(text: str) -> None:
    with pytest.raises(MarkupError) as error:
        made(text)

    assert (error.value.found, error.value.line) == ("**", 1)


def test_a_strong_value_in_strong_words_is_strong_once() -> None:
    (block,) = made("**{0}**", (Strong((Text("丁"),)),))

    assert block == Paragraph("s/1", (Strong((Text("丁"),)),))


def test_an_anchor_gives_the_blocks_after_it_their_ids() -> None:
    blocks = made("甲\n\n{0}\n\n## 乙\n丙\n\n{1}\n\n丁", Anchor("m1"), Anchor("m2"))

    assert [block.id for block in blocks] == ["s/1", "s/m1/1", "s/m1/2", "s/m2/1"]


def test_an_entity_more_leaves_the_ids_of_the_others_as_they_are() -> None:
    few = made("{0}\n\n甲\n\n{1}\n\n乙", Anchor("m1"), Anchor("m3"))
    more = made("{0}\n\n甲\n\n{1}\n\n新\n\n{2}\n\n乙", Anchor("m1"), Anchor("m2"), Anchor("m3"))

    assert {block.id for block in few} < {block.id for block in more}


def test_an_entity_told_twice_has_ids_of_its_own_each_time() -> None:
    blocks = made("{0}\n\n甲\n\n{1}\n\n乙\n\n{0}\n\n丙", Anchor("m1"), Anchor("m2"))

    assert [block.id for block in blocks] == ["s/m1/1", "s/m2/1", "s/m1/2"]


def test_tables_figures_and_page_breaks_stand_alone() -> None:
    figure = Figure("", b"", (), "")

    blocks = made("甲\n\n{0}\n\n{1}\n\n{2}", TABLE, figure, PageBreak(""))

    assert [(type(block), block.id) for block in blocks] == [
        (Paragraph, "s/1"),
        (Table, "s/2"),
        (Figure, "s/3"),
        (PageBreak, "s/4"),
    ]


@pytest.mark.parametrize(("text", "line"), [("甲{0}", 1), ("甲\n\n**乙{0}**", 3)])
def test_a_table_within_a_sentence_is_refused(text: str, line: int) -> None:
    with pytest.raises(MarkupError) as error:
        made(text, TABLE)

    assert (error.value.found, error.value.line) == ("Table", line)


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ("甲\n\n- 乙", "-", 3),
        ("甲\n乙\n丙*丁*", "*", 3),
        ("甲\n\n\n# 乙", "#", 4),
        ("\\\n甲", "\\", 1),
        ("甲\n\n乙\x07", "U+0007", 3),
        ("甲\n\u2066乙", "U+2066", 2),
        ("甲\ufeff", "U+FEFF", 1),
        ("甲\n\n| 乙 | 丙 |\n|---|:-:|\n| 丁 | 戊 |", "|---|", 3),
        ("甲\n乙~~丙~~", "~~", 2),
    ],
)
def test_other_markup_is_refused_with_its_line(text: str, found: str, line: int) -> None:
    for _ in range(2):  # the second time it is not remembered as read
        with pytest.raises(MarkupError) as error:
            made(text)
        assert (error.value.found, error.value.line) == (found, line)


def test_a_mark_without_its_value_is_an_error() -> None:
    with pytest.raises(IndexError):
        parse(mark(0), (), prefix="s")


def test_a_value_of_several_lines_becomes_as_many_paragraphs() -> None:
    blocks = made("甲{0}乙\n\n丙", fact("一\n\n二\n三"))

    assert words(blocks) == ["甲一", "二", "三乙", "丙"]
    assert [block.id for block in blocks] == ["s/1", "s/1.2", "s/1.3", "s/2"]


def test_strong_words_stand_in_the_line_where_they_are() -> None:
    assert words(made("{0}**乙**", fact("一\n二"))) == ["一", "二乙"]
    assert words(made("**乙**{0}", fact("一\n二"))) == ["乙一", "二"]


@pytest.mark.parametrize(
    ("value", "after", "expected"),
    [
        ("甲。", "。乙", "甲。乙"),
        ("甲。", "，乙", "甲。乙"),
        ("甲！", "。", "甲！"),
        ("甲", "。乙", "甲。乙"),
        ("甲。", "“乙”", "甲。“乙”"),
        ("甲", "", "甲"),
    ],
)
def test_a_stop_is_not_doubled_behind_a_value(value: str, after: str, expected: str) -> None:
    assert plain(mend_seams((*fact(value), Text(after)))) == expected


def test_neighbouring_words_of_a_template_become_one() -> None:
    assert mend_seams((Text("甲"), Text("乙"))) == (Text("甲乙"),)


def test_words_that_every_document_can_hold_pass() -> None:
    check_characters("甲\n\t乙\u3000\u200d")


def test_signs_that_make_no_table_and_no_stroke_are_words() -> None:
    assert words(made("甲|乙\n\n9:00~11:00 ~ 丙 | 丁")) == ["甲|乙", "9:00~11:00 ~ 丙 | 丁"]


@settings(deadline=None)
@given(texts)
def test_a_value_is_never_read_as_markup(value: str) -> None:
    blocks = made("甲{0}乙\n\n{0}\n\n## {0}\n\n**{0}**", fact(value))

    said = "".join(
        plain(heading_line(b)) if isinstance(b, Heading) else plain(b.children)
        for b in blocks
        if isinstance(b, Heading | Paragraph)
    )
    assert said.replace("\n", "") == f"甲{value}乙{value}{value}{value}".replace("\n", "")


@settings(deadline=None)
@given(st.lists(texts, max_size=4))
def test_no_two_blocks_share_an_id(values: list[str]) -> None:
    text = "".join(f"甲{mark(number)}\n\n" for number in range(len(values)))

    blocks = parse(text, [fact(value) for value in values], prefix="s")

    ids = [block.id for block in blocks]
    assert len(ids) == len(set(ids))
