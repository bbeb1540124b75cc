"""What cannot be parsed, decoded or opened is a finding with its place, never an exception."""

import sys
from pathlib import Path

import pytest
import yaml

from records import HEAD, YEAR, found_in, problems
from summarykit.diagnostics import Code, Place
from summarykit.readers import files, read_record, read_text, tree

BEGIN = "begin with the lines `summarykit: 1`, `organisation:` and `period:`"


@pytest.fixture(params=["libyaml", "pure"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")


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


def test_of_very_many_refused_characters_the_first_are_told() -> None:
    found = found_in(HEAD + "addressee: 甲" + "\x07" * 50)
    assert len(found) == 21
    assert str(found[0]) == "year.yaml  error text-refused  30 more such characters"


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


def test_a_file_of_more_values_than_any_record_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tree, "MOST_VALUES", 10)
    assert problems("a: [" + "1," * 20 + "]") == [
        "year.yaml:1:21 a[8]  error file-too-large  the file holds more than 10 values"
    ]


@pytest.mark.parametrize(
    "text", ["{" + "a: 1, " * 2000 + "}", "[" + "*a," * 2000 + "]", "[" + "!a 1," * 2000 + "]"]
)
def test_a_file_with_a_thousand_problems_is_not_read_on(text: str) -> None:
    found = problems(text)
    assert len(found) == 1001
    assert found[-1].endswith("reading stops here, after 1000 problems")


@pytest.mark.parametrize("count", [1200, 5000])
def test_of_very_many_wrong_fields_the_first_thousand_are_told(count: int) -> None:
    found = problems(HEAD + "population:\n" + "  - 3\n" * count)
    assert len(found) == 1001
    assert found[0] == (
        "year.yaml  error wrong-value  there are more problems, which are not listed\n"
        "  hint: mend those that are, then check again"
    )


def test_keys_tags_and_aliases_without_end_are_cut_where_they_are_told() -> None:
    for text in ("a" * 5000 + ": 1", "a: !" + "a" * 5000 + " 1", "a: *" + "a" * 5000):
        assert all(len(said) < 1000 for said in problems(text))


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert {Code.SYNTAX_REFUSED} <= {f.code for f in found_in(bomb)}


def test_a_record_file_is_read_by_its_ending(tmp_path: Path) -> None:
    for name in ("year.yaml", "year.YML"):
        (tmp_path / name).write_text(YEAR, "utf-8")
        result = read_record(tmp_path / name)
        assert result.findings == ()
        assert result.record is not None
    (tmp_path / "year.json").write_text("{}", "utf-8")
    assert [f.at.field for f in read_record(str(tmp_path / "year.json")).findings] == [
        "organisation",
        "period",
    ]


def _said_of(path: Path) -> str:
    (finding,) = read_record(path).findings
    assert finding.at == Place(str(path))
    hint = f" / {finding.hint}" if finding.hint else ""
    return f"{finding.code} {finding.message}{hint}"


def test_a_path_that_is_no_record_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "year.yaml").write_text(YEAR, "utf-8")
    (tmp_path / "year.docx").write_text(YEAR, "utf-8")
    (tmp_path / "year.txt").write_text(YEAR, "utf-8")
    (tmp_path / "year").write_text(YEAR, "utf-8")
    assert _said_of(tmp_path) == "file-unreadable a folder stands here"
    assert _said_of(tmp_path / "yaer.yaml") == (
        "file-unreadable there is no such file / did you mean year.yaml?"
    )
    assert _said_of(tmp_path / "q") == "file-unreadable there is no such file"
    # Nothing but the ending is alike.
    assert _said_of(tmp_path / "other.yaml") == "file-unreadable there is no such file"
    assert _said_of(tmp_path / "no" / "q") == "file-unreadable there is no such file"
    assert _said_of(tmp_path / "a\0b.yaml").startswith(
        "file-unreadable this file cannot be read: "  # the rest is the system's
    )
    wrong = "format-unknown a record is a .yaml, .yml, .json file; this one"
    assert _said_of(tmp_path / "year.docx") == (
        "format-unknown this is a Word file (.docx), which cannot be a record"
        " / write the record anew, after one of those in the folder examples"
    )
    save_it = "save the record as a text file that ends in .yaml"
    assert _said_of(tmp_path / "year.txt") == f"{wrong} ends in .txt / {save_it}"
    assert _said_of(tmp_path / "year") == f"{wrong} has no ending / {save_it}"
    monkeypatch.setattr(files, "LARGEST", 100)
    assert _said_of(tmp_path / "year.yaml") == (
        "file-too-large the file has 0 MiB; at most 0 are read / a record of a year has a few"
        " hundred kilobytes; is this the right file?"
    )


def test_a_file_that_may_not_be_read_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "year.yaml").write_text(YEAR, "utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert _said_of(tmp_path / "year.yaml") == (
        "file-unreadable reading this file is not permitted"
    )


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert _said_of(big).startswith("file-too-large the file has 50 MiB; at most 16 are read")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/zero")
def test_a_device_is_not_read() -> None:
    assert _said_of(Path("/dev/zero")) == "file-unreadable this is not a file"


PROGRAMME = """\
单位:
  名称: 青石小学
  层级: 学校
时段: {类型: 学年}
人数:
  - {编号: 在校, 对象: 在校学生, 人数: 612名}
工作:
  关爱留守儿童:
    工作目标:
      - 编号: 目标1
        内容: 结对
"""
COLON = "a full-width colon ： stands behind {}"
NO_BLANK = "no blank stands behind the colon of {}"
COMMA = "a full-width comma ， stands before {}"
SPACES = "the line is indented with full-width spaces"
DASH = "no blank stands behind the dash"


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("单位:\n", "单位：\n", ["1:3 " + COLON.format("单位")]),
        ("名称: ", "名称：", ["2:5 " + COLON.format("名称")]),
        ("层级: ", "层级：", ["3:5 " + COLON.format("层级")]),
        ("  名称: 青石小学\n  层级: ", "  层级：", ["2:3 " + COLON.format("层级")]),
        ("  层级: ", "    层级：", ["2:7 " + COLON.format("层级")]),
        ("类型: ", "类型：", ["4:6 " + COLON.format("类型")]),
        ("儿童:", "儿童：", ["8:9 " + COLON.format("关爱留守儿童")]),
        ("编号: 目标1", "编号：目标1", ["10:11 " + COLON.format("编号")]),
        ("\n        内容: ", "，内容: ", ["10:16 " + COMMA.format("内容")]),
        ("名称: ", "名称:", ["2:5 " + NO_BLANK.format("名称")]),
        ("层级: ", "层级:", ["3:5 " + NO_BLANK.format("层级")]),
        ("类型: ", "类型:", ["4:6 " + NO_BLANK.format("类型")]),
        ("校, 对象", "校，对象", ["6:12 " + COMMA.format("对象")]),
        ("学生, 人数: ", "学生，人数：", ["6:18 " + COMMA.format("人数")]),
        ("{类型: 学年}", "｛类型: 学年｝", ["4:5 ｛ is a full-width bracket"]),
        ("{类型: 学年}", "｛类型｝", ["4:5 ｛ is a full-width bracket"]),
        ("  名称", "　名称", ["2:1 " + SPACES]),
        ("  - {", "　- {", ["6:1 " + SPACES]),
        ("  名称: 青石小学\n  ", "　名称: 青石小学\n　", ["2:1 " + SPACES, "3:1 " + SPACES]),
        ("- {", "-{", ["6:3 " + DASH]),
        ("- 编号", "-编号", ["10:7 " + DASH]),
        ("      - 编号: 目标1\n        内", "      -内", ["10:7 " + DASH]),
    ],
)
def test_a_slip_of_the_keyboard_is_told_with_its_line_and_nothing_else(
    right: str, wrong: str, told: list[str]
) -> None:
    assert found_in(PROGRAMME) == ()
    assert right in PROGRAMME
    found = found_in(PROGRAMME.replace(right, wrong, 1))
    assert [f"{f.at.line}:{f.at.column} {f.message}" for f in found] == told
    assert {f.code for f in found} == {Code.SYNTAX_ERROR}
    assert all(f.hint for f in found)


def test_a_comma_in_a_text_is_not_blamed_for_the_colon_after_it() -> None:
    (finding,) = found_in(HEAD + "signature: {unit: 注意，即: 甲}\n")
    assert str(finding.message) == "a bracket is not closed"


def test_full_width_signs_in_a_text_are_no_slip() -> None:
    text = "　　关爱：对留守儿童，做到：一人一档"
    assert found_in(HEAD + f"addressee: {text}\nsignature: {{unit: 甲，乙：丙}}\n") == ()


@pytest.mark.usefixtures("_loader")
def test_a_key_without_a_colon_is_told_where_it_stands() -> None:
    (finding,) = found_in(PROGRAMME.replace("层级: ", "层级 "))
    assert (finding.at.line, str(finding.message)) == (3, "a key has no colon")


def test_ids_in_one_piece_are_told_to_be_taken_apart() -> None:
    written = PROGRAMME + "    工作成效: [{内容: 好, 对应目标: 目标1、目标2}]\n"
    (finding,) = found_in(written)
    assert str(finding.hint) == "write several as [one, two], with ASCII commas"


@pytest.mark.usefixtures("_loader")
def test_a_quotation_mark_without_its_fellow_is_told_where_it_opens() -> None:
    (finding,) = found_in("单位:\n  名称: '青石小学\n  层级: 学校\n")
    assert (finding.at.line, str(finding.message)) == (2, "a quotation mark is not closed")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 \xff", "a PDF file (%PDF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (OLE)"),
        (b"PK\x03\x04 word/document.xml \xff", "a Word file (ZIP)"),
        (b"PK\x03\x04 xl/workbook.xml \xff", "an Excel file (ZIP)"),
        (b"PK\x03\x04 ppt/slides \xff", "a PowerPoint file (ZIP)"),
    ],
)
def test_an_office_file_is_known_by_how_it_begins(data: bytes, kind: str) -> None:
    (told,) = problems(data)
    assert f"  this is {kind}, which cannot be a record\n" in told
