"""What is printed can be had as bare words, and the same words stand in the document."""

from pathlib import Path

import pytest
from markupsafe import Markup

import template_packs
from summarykit.compose.views import Missing, Shown
from summarykit.document.markup import MarkupError, check_characters, mark
from summarykit.document.nodes import Fact, Table, Text
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import Cohort
from summarykit.packs import MissingValueError, Phrase, inlines_of, words_of
from summarykit.packs.templates.printing import FILLING, Filling, print_value

VALUES = (
    "甲",
    "",
    Shown("甲\n乙", "a"),
    Shown(Cohort.LEFT_BEHIND, "a"),
    Shown(Quantity.parse("六百名"), "a"),
    Shown(Quantity.parse("十余名"), "a"),
    Shown(Quantity.parse("六百名"), "a#said", "六百多"),
    Phrase(("由", Shown("德育处", "a"), Phrase(("负责", "。")))),
    Phrase(()),
    Cohort.ENROLLED,
)


@pytest.mark.parametrize("value", VALUES, ids=words_of)
def test_bare_words_are_those_that_stand_in_the_document(value: object) -> None:
    assert words_of(value) == "".join(getattr(i, "text", "") for i in inlines_of(value))


def test_captured_words_and_their_values_are_words() -> None:
    filling = Filling()
    token = FILLING.set(filling)
    try:
        captured = Markup("共" + filling.put((Fact("87名", "a"),)))  # noqa: S704 - a mark

        assert words_of(Phrase((captured, "。"))) == "共87名。"
    finally:
        FILLING.reset(token)


def test_what_cannot_be_printed_has_no_words() -> None:
    with pytest.raises(MissingValueError):
        words_of(Phrase(("由", Missing("a"))))
    with pytest.raises(MarkupError):
        words_of("甲\x07")
    with pytest.raises(MarkupError):
        words_of(Phrase(("甲\u202e",)))


def test_the_words_and_values_of_a_phrase_are_put_aside_together() -> None:
    filling = Filling()
    token = FILLING.set(filling)
    try:
        printed = print_value(
            Phrase(("由", Shown("德育处", "a"), "负责", Shown("校长", "b"), "由"))
        )
    finally:
        FILLING.reset(token)

    assert printed == mark(0)
    assert filling.inserts == [
        (Text("由"), Fact("德育处", "a"), Text("负责"), Fact("校长", "b"), Text("由"))
    ]


def test_a_block_in_a_phrase_stands_between_its_words() -> None:
    filling = Filling()
    token = FILLING.set(filling)
    table = Table("t", (), ())
    try:
        printed = print_value(Phrase(("前", table, "后")))
    finally:
        FILLING.reset(token)

    assert printed == f"{mark(0)}\n\n{mark(1)}\n\n{mark(2)}"
    assert filling.inserts == [(Text("前"),), table, (Text("后"),)]


@pytest.mark.parametrize("character", ["\x00", "\x1f", "\x7f", "\u200b", "\u2028", "\ufeff"])
def test_characters_that_no_document_can_hold_are_found_among_printable_ones(
    character: str,
) -> None:
    check_characters("甲\n乙\u3000丙\t丁")
    with pytest.raises(MarkupError, match=f"U\\+{ord(character):04X}"):
        check_characters(f"甲{character}乙")


def test_a_mark_in_quotation_marks_is_not_quoted_again(tmp_path: Path) -> None:
    template = (
        "{{ '甲' | quoted }}{{ '“乙”' | quoted }}{{ '《丙》' | quoted }}{{ '丁' | titled }}"
        "{% set words %}“戊{{ '己' }}”{% endset %}{{ words | quoted }}"
        "{{ ['甲', '', '乙'] | present | joined('、', '和') }}{{ ['甲', '乙'] | joined }}"
        "{{ '无' if false }}{{ ['甲'] | map('quoted') | first }}"
    )

    result = template_packs.filled(tmp_path, template, {})

    (paragraph,) = result.blocks
    assert "".join(inline.text for inline in paragraph.children) == (  # type: ignore[union-attr]
        "“甲”“乙”《丙》《丁》“戊己”甲和乙甲、乙“甲”"
    )
