"""What cannot be parsed or decoded is a finding with its place, never an exception."""

import pytest

from records import HEAD, YEAR, found_in, problems
from summarykit.diagnostics import Code, Place
from summarykit.readers import read_text

BEGIN = "begin with the lines `summarykit: 1`, `organisation:` and `period:`"


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "a: b: c",
            (
                "year.yaml:1:5 a  error syntax-error  a colon stands where none can\n"
                "  hint: put text that holds a colon and a space in quotes,"
                " or check the indentation"
            ),
        ),
        (
            "a:\n\tb: 1",
            (
                "year.yaml:2:1 a  error syntax-error"
                "  the line is indented with a tab\n"
                "  hint: indent with spaces, not with tabs"
            ),
        ),
        (
            "a: `b`",
            (
                "year.yaml:1:4 a  error syntax-error"
                "  a value cannot begin with this character\n"
                "  hint: put the text in quotes"
            ),
        ),
        (
            "a: 'x",
            (
                "year.yaml:1:6 a  error syntax-error  a quotation mark is not closed\n"
                "  hint: add the closing quotation mark"
            ),
        ),
        (
            "a: [1, 2\nb: 3",
            (
                "year.yaml:1:4 a[2]  error syntax-error  a bracket is not closed\n"
                "  hint: add the closing bracket"
            ),
        ),
        (
            "- a\nb: 1",
            (
                "year.yaml:2:1 [1]  error syntax-error  this does not fit the lines above\n"
                "  hint: check the indentation of this line and the line above"
            ),
        ),
        (
            "  a: 1\n b: 2",
            (
                "year.yaml:2:2  error syntax-error  the text goes on after its end\n"
                "  hint: check the indentation of this line and the line above"
            ),
        ),
        (
            "单位：青石小学\n时段: 学年",
            (
                "year.yaml:1:3  error syntax-error  a full-width colon ： stands behind 单位\n"
                "  hint: write an ASCII colon and a space instead of ："
            ),
        ),
        (
            "!x!y a: 1",
            (
                "year.yaml:1:1  error syntax-error  this is not YAML\n"
                "  hint: put the text in quotes"
            ),
        ),
        (
            "? [a]\n: 1",
            (
                "year.yaml:1:3  error syntax-refused  a list or mapping cannot be a key\n"
                "  hint: write text that begins with a bracket in quotes"
            ),
        ),
        (
            "a: 1\n---\nb: 2",
            (
                "year.yaml:2:1  error syntax-refused  a second document begins here\n"
                "  hint: a file holds one record; delete the line ---"
            ),
        ),
        (
            HEAD + "addressee: *all",
            (
                "year.yaml:3:12 addressee  error syntax-refused  the alias *all is not read\n"
                "  hint: write the value itself, or put the text in quotes"
            ),
        ),
        (
            HEAD + "addressee: !!python/object:os.system 县教育局",
            (
                "year.yaml:3:12 addressee  error syntax-refused"
                "  the tag tag:yaml.org,2002:python/object:os.system is not read\n"
                "  hint: delete it, or put the text in quotes"
            ),
        ),
        (
            HEAD + "people: !list [{name: 甲}]",
            (
                "year.yaml:3:9 people  error syntax-refused  the tag !list is not read\n"
                "  hint: delete it, or put the text in quotes"
            ),
        ),
        (
            HEAD + "addressee: 甲\n~: 乙\naddressee: 丙",
            (
                "year.yaml:5:1 addressee  error duplicate-key  addressee is given twice\n"
                "  hint: it was first given at 3:1"
            ),
        ),
        (
            "[" * 60,
            (
                f"year.yaml:1:51 {'[0]' * 50}  error syntax-refused"
                "  lists and mappings are nested more than 50 deep"
            ),
        ),
        (
            "- a",
            (
                "year.yaml:1:1  error wrong-type"
                f"  a record is a mapping of fields; a list stands here\n  hint: {BEGIN}"
            ),
        ),
        (
            "单位：青石小学",
            (
                "year.yaml:1:1  error syntax-error  a full-width colon ： stands behind 单位\n"
                "  hint: write an ASCII colon and a space instead of ："
            ),
        ),
        (
            "---\n\n  \n  # -",
            f"year.yaml  error file-empty  the file is empty\n  hint: {BEGIN}",
        ),
        ("# nothing yet", f"year.yaml  error file-empty  the file is empty\n  hint: {BEGIN}"),
        (" \n\t", f"year.yaml  error file-empty  the file is empty\n  hint: {BEGIN}"),
    ],
)
def test_what_yaml_cannot_say_is_told_whole(text: str, told: str) -> None:
    assert told in problems(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a" 1}', "1:6 a  error syntax-error  a colon is expected here"),
        (
            '{"a"：1}',
            ("1:5 a  error syntax-error  a colon is expected here\n  hint: write ASCII"
            " punctuation: : , { } [ ] and straight quotation marks"),
        ),
        (
            "{'a': 1}",
            ("1:2  error syntax-error  a key in quotation marks is expected here\n"
            "  hint: use double quotation marks"),
        ),
        (
            '{"a": 1 // b\n}',
            ("1:9 a  error syntax-error  a comma or } is expected here\n"
            "  hint: JSON has no comments; use YAML if you want them"),
        ),
        (
            '{\n "a": 1,\n}',
            ("3:1 a  error syntax-error  a value is expected after the comma\n"
            "  hint: delete the comma before }"),
        ),
        (
            '{"a": [1, NaN]}',
            ("1:11 a[1]  error syntax-error  NaN is not a JSON value\n"
            "  hint: put the text in quotes"),
        ),
        (
            '{"a": -Infinity}',
            ("1:7 a  error syntax-error  -Infinity is not a JSON value\n"
            "  hint: put the text in quotes"),
        ),
        ('{"a": }', "1:7 a  error syntax-error  a value is expected here"),
        ("{", "1:2  error syntax-error  a key in quotation marks is expected here"),
        ("{} {}", "1:4  error syntax-error  the text goes on after its end"),
        (
            '{"a": "b\nc"}',
            ("1:7 a  error syntax-error  a quotation mark is not closed\n"
            "  hint: close it on the same line; a line break is written \\n"),
        ),
        (
            '{"a": "b\\q"}',
            ("1:9 a  error syntax-error"
            "  a backslash stands before a character it does not go with\n"
            "  hint: write two backslashes"),
        ),
        (
            '{"addressee": "甲\\ud800乙"}',
            ("1:15 addressee  error text-refused  character U+D800 at position 2 is not text\n"
            "  hint: delete it"),
        ),
        (
            '{"a\\ud800": "甲"}',
            ("1:2  error text-refused  character U+D800 at position 2 is not text\n"
            "  hint: delete it"),
        ),
        (
            '{"a": 1, "a": 2}',
            "1:10 a  error duplicate-key  a is given twice\n  hint: it was first given at 1:2",
        ),
        (
            '{"people": [{"name": true}]}',
            "1:22 people[0].name  error wrong-type  true stands where text is expected",
        ),
        ("[" * 60, (f"1:51 {'[0]' * 50}  error syntax-refused"
            "  lists and mappings are nested more than 50 deep")),
    ],
)  # fmt: skip
def test_what_json_cannot_say_is_told_whole(text: str, told: str) -> None:
    assert f"year.json:{told}" in problems(text, "json")


def test_json_escapes_and_numbers_are_read_as_they_are_written() -> None:
    text = (
        '{"organisation": {"name": "\\u9752\\u77f3\\n\\ud83d\\ude00", "level": "school"},'
        '"period": {"kind": "term"}, "people": [], "signature": {"seal": true},'
        '"indicators": [{"code": "other", "value": 1000000000000, "name": null}]}'
    )
    result = read_text(text, format="json", source="year.json")
    assert result.findings == ()
    assert result.record is not None
    assert result.record.organisation.name == "青石\n😀"
    assert str(result.record.indicators[0].value) == "1000000000000"


def test_a_number_beyond_all_reason_is_a_finding_and_not_a_rounded_one() -> None:
    digits = "1" * 5000
    (finding,) = found_in(
        '{"organisation": {"name": "甲", "level": "school"}, "period": {"kind": "term"},'
        f' "population": {{"cohort": "new", "count": {digits}}}}}',
        "json",
    )
    assert str(finding.message).startswith(f"{'1' * 39}… is not a quantity")


def test_plain_values_of_yaml_stay_text() -> None:
    text = (
        HEAD
        + "people:\n  - {name: no, post: 12:30, role: 1_000}\n  - {name: 0o17, post: null}\n"
    )
    result = read_text(text, format="yaml", source="year.yaml")
    assert result.record is not None
    assert [(p.name, p.post, p.role) for p in result.record.people] == [
        ("no", "12:30", "1_000"),
        ("0o17", None, None),
    ]


def test_a_quoted_null_is_text() -> None:
    result = read_text(HEAD + "people: [{name: 'null'}]", format="yaml", source="year.yaml")
    assert result.record is not None
    assert result.record.people[0].name == "null"


def test_characters_that_no_document_may_hold_have_their_place_and_hide_nothing_else() -> None:
    assert problems("organisation: {name: 青\x07石, level: school}\nperiod: {kind: trm}\n") == [
        "year.yaml:1:23  error text-refused  character U+0007 is not text\n  hint: delete it",
        (
            "year.yaml:2:16 period.kind  error wrong-value  trm is not allowed here; allowed:"
            " term 学期, school_year 学年, calendar_year 年度, campaign 专项活动,"
            " multi_year 多年,"
            " since_start 启动以来, single_event 单次活动\n  hint: did you mean term?"
        ),
    ]


@pytest.mark.parametrize("text", ["\x07", "*all"])
def test_a_file_of_nothing_but_what_is_refused_is_not_called_empty(text: str) -> None:
    (finding,) = found_in(text)
    assert finding.code in (Code.TEXT_REFUSED, Code.SYNTAX_REFUSED)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_do_not_move_places(end: str, mark: str) -> None:
    text = mark + YEAR.replace("612名", "许多人").replace("\n", end)
    (finding,) = found_in(text.encode())
    assert finding.at == Place("year.yaml", 5, 45, ("population", 0, "count"))


def test_line_separators_that_editors_do_not_count_do_not_move_places() -> None:
    text = HEAD + "addressee: 甲\u2028乙\u0085丙\npeople: [3]\n"
    assert [f.at.line for f in found_in(text)] == [4]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            YEAR.encode("gb18030"),
            (
                "year.yaml:2:22  error file-not-text  the file looks like GBK\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            YEAR.encode("utf-16"),
            (
                "year.yaml  error file-not-text  the file looks like UTF-16\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            YEAR.encode("utf-16-be"),
            (
                "year.yaml  error file-not-text  the file looks like UTF-16\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            b"name: caf\xe9!",
            (
                "year.yaml:1:10  error file-not-text  this byte is not UTF-8\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            b"name: \x81\x40\x81\x41",
            (
                "year.yaml:1:7  error file-not-text  this byte is not UTF-8\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            b"name:\n \xa4\xff\xfe",
            (
                "year.yaml:2:2  error file-not-text  this byte is not UTF-8\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            "name: Müller Ünal Çelik Ğ".encode("iso-8859-9"),
            (
                "year.yaml:1:8  error file-not-text  this byte is not UTF-8\n"
                "  hint: save the file as UTF-8"
            ),
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00\xff",
            (
                "year.yaml  error format-unknown"
                "  this is a compressed file (ZIP), which cannot be a record\n"
                "  hint: write the record anew, after one of those in the folder examples"
            ),
        ),
        (b"a: b\x00\xff", "year.yaml  error file-not-text  the file holds binary data"),
        (b"a: b\x00c", "year.yaml  error file-not-text  the file holds binary data"),
    ],
)
def test_bytes_that_are_not_utf8_text_are_told_whole(data: bytes, told: str) -> None:
    assert problems(data) == [told]
