import pytest
from pydantic import TypeAdapter, ValidationError

from summarykit.model.values import RefusedText, Text, clean

TEXT: TypeAdapter[str] = TypeAdapter(Text)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("学校组织家访。", "学校组织家访。"),
        ("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁"),
        ("甲\u2028乙\u2029丙\x85丁", "甲\n乙\n丙\n丁"),
        ("甲\t乙\xa0丙", "甲 乙 丙"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("\u3000\u3000首行缩进 \n", "首行缩进"),
        ("\ufeff甲\ufeff乙\u200b丙\u200e丁", "甲乙丙丁"),
        ("cafe\u0301", "caf\u00e9"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("𠮷", "𠮷"),
        ("", ""),
    ],
)
def test_text_is_cleaned_where_nothing_is_lost(given: str, kept: str) -> None:
    assert clean(given) == kept


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x0c", "U+000C"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x84", "U+0084"),
        ("\x9f", "U+009F"),
        ("\ud800", "U+D800"),
        ("\udfff", "U+DFFF"),
        ("\ufdd0", "U+FDD0"),
        ("\ufdef", "U+FDEF"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\U0001ffff", "U+1FFFF"),
        ("\U0010fffe", "U+10FFFE"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
    ],
)
def test_a_character_no_document_may_hold_is_named_with_its_place(
    character: str, name: str
) -> None:
    with pytest.raises(RefusedText) as refused:
        clean(f"甲\t乙{character}丙")
    assert str(refused.value) == f"character {name} at position 4 is not text"
    assert (refused.value.code_point, refused.value.position) == (name, 4)


def test_a_field_of_text_is_clean_and_never_empty() -> None:
    assert TEXT.validate_python(" 甲\r\n乙 ") == "甲\n乙"
    with pytest.raises(ValidationError) as empty:
        TEXT.validate_python(" \ufeff\n ")
    assert empty.value.errors()[0]["type"] == "string_too_short"


def test_a_field_of_text_is_not_a_number() -> None:
    with pytest.raises(ValidationError) as wrong:
        TEXT.validate_python(5)
    assert wrong.value.errors()[0]["type"] == "string_type"


def test_a_refused_character_is_an_error_with_its_parts() -> None:
    with pytest.raises(ValidationError) as refused:
        TEXT.validate_python("甲\x07")
    error = refused.value.errors()[0]
    assert error["type"] == "text_refused"
    assert error["msg"] == "character U+0007 at position 2 is not text"
    assert error["ctx"] == {"code_point": "U+0007", "position": 2}
