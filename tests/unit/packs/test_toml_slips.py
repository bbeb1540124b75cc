"""What people write who know no TOML: each slip is told with the line to write instead."""

import tomllib

import pytest

from summarykit.diagnostics import Finding
from summarykit.packs.settings.toml_texts import parsed

LAYOUT = "layout.toml"


def told(path: str, text: str) -> tuple[int | None, str, str]:
    """Return the line of what is wrong with a file, what is said and the hint."""
    found = parsed(text, f"county/{path}")
    assert isinstance(found, Finding)
    said = str(found.message).removeprefix("this is not TOML: ")
    return found.at.line, said, str(found.hint or "")


CHINESE = "{} is a Chinese name; a key is in English letters"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("[page]\ntop = 37mm", "37mm needs quotation marks", 'top = "37mm"'),
        ("[page]\ntop = 3厘米 # 上", "3厘米 needs quotation marks", 'top = "3厘米" # 上'),
        ("\nposition = center", "center needs quotation marks", 'position = "center"'),
        ("\ndate = 2012.10.16", "2012.10.16 needs quotation marks", 'date = "2012.10.16"'),
        ("\ndate = 2024-13-45", "2024-13-45 needs quotation marks", 'date = "2024-13-45"'),
        ("[styles.title]\nbold = True", "True is written true here", "bold = true"),
        ("[styles.title]\nbold = FALSE # x", "FALSE is written false here", "bold = false # x"),
        ("\nbold = 是", "是 is written true here", "bold = true"),
        ("\nbold = 否", "否 is written false here", "bold = false"),
        ("\ntop ＝ “37mm”", "＝ is a full-width sign; TOML has =", 'top = "37mm"'),
        ('\ntop = “37mm"', '“ is a full-width sign; TOML has "', 'top = "37mm"'),
        ("【page】", "【 is a full-width sign; TOML has [", "[page]"),
        ("\na = [“仿宋”，“楷”]", '“ is a full-width sign; TOML has "', 'a = ["仿宋","楷"]'),
        ('\ntop: "3cm"', ": stands here instead of =", 'top = "3cm"'),
        ("\ntop：3cm", "： stands here instead of =", 'top = "3cm"'),
        ("\ntop 3cm", "an = is missing behind the key", 'top = "3cm"'),
        ('\ntop = "3cm', "a quotation mark is not closed", 'top = "3cm"'),
        ('\ntop = 3cm"', "a quotation mark is not closed", 'top = "3cm"'),
        ('\nname = "某"县"', "a quotation mark is not closed", 'name = "某”县"'),
        ("\ntop = '3cm'。", "。 stands behind the value", "top = '3cm'"),
        ("[page\ntop = '3cm'", "] is missing", "[page]"),
        ("[[sections]\nid = 'x'", "] is missing", "[[sections]]"),
        ("[page]]\ntop = '3cm'", "there is one ] too many", "[page]"),
        ("// 说明", "a remark begins with #", "# 说明"),
        (
            "[页面]\ntop = '3cm'",
            "[页面] is a Chinese name of a table; its key is needed",
            "[page]",
        ),
        ("[page]\n上边距 = 3cm", CHINESE.format("上边距"), 'top = "3cm"'),
        ("[styles.title]\n标题加粗 ＝ 是", CHINESE.format("标题加粗"), "bold = true"),
    ],
)
def test_a_slip_is_told_with_the_line_to_write(text: str, said: str, line: str) -> None:
    number, *rest = told(LAYOUT, text)

    assert number is not None
    assert rest == [said, f"write: {line}"]
    assert tomllib.loads("\n".join([*text.split("\n")[: number - 1], line])) is not None


@pytest.mark.parametrize(
    ("path", "text", "key", "hint"),
    [
        (LAYOUT, "上边距：3厘米", "上边距", 'write top = "3厘米" below [page]'),
        (LAYOUT, "[page]\n字体 = 宋体", "字体", 'write font = "song" below [styles.body]'),
        (
            LAYOUT,
            "印章 = 3",
            "印章",
            "docs/your-county.md lists the keys with their Chinese names",
        ),
        ("terms.toml", "[voice.school]\n自称 = 本校", "自称", 'write: self = "本校"'),
        ("pack.toml", '名称 = "丙县"', "名称", 'write: name = "丙县"'),
        ("reports/annual.toml", "标题 = 主要成绩", "标题", 'write: title = "主要成绩"'),
    ],
)
def test_a_chinese_key_is_told_in_english(path: str, text: str, key: str, hint: str) -> None:
    assert told(path, text)[1:] == (CHINESE.format(key), hint)


def test_a_chinese_name_of_a_table_lists_what_it_has() -> None:
    _, _, hint = told(LAYOUT, '页边距 = "3cm"')

    assert hint.startswith("write [page], and below it a line for each: width（纸宽）, ")


def test_a_level_that_speaks_has_its_english_name() -> None:
    assert told("terms.toml", "[voice.学校]\nself = '本校'")[2] == "write: [voice.school]"
    assert told("terms.toml", "[voice.工厂]\nself = '本厂'")[2] == ""


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        (
            '[page]\ntop = "3cm"\nleft = "2cm"\n\ntop = "4cm"\n',
            5,
            "top stands in line 2, too",
            "keep the right one of the two lines, and delete the other",
        ),
        (
            '[page]\ntop = "3cm"\n[title]\n[page]\nleft = "3cm"',
            4,
            "[page] stands in line 1, too",
            "put the lines below it under the first one, and delete this head",
        ),
        ("x = {a = 1, a = 2}", 1, "a is given twice", ""),
        ('"a b" = 1\n"a b" = 2\n', 2, "a key is given twice", ""),
    ],
)
def test_what_is_given_twice_is_told_with_both_lines(
    text: str, line: int, said: str, hint: str
) -> None:
    assert told(LAYOUT, text) == (line, said, hint)


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (
            "top =",
            "nothing stands behind =",
            "write a value behind =, or put # before the line",
        ),
        ("top = = 3", "the value is none that TOML knows", ""),
        ('form = "\\d"', "write two backslashes", ""),
        ("a = ['仿宋'\n'楷体']", "a list is not closed: ] is missing", ""),
        (
            "a = [\n“仿宋”，\n]",
            "the value is none that TOML knows",
            '“ is a full-width sign: write "',
        ),
    ],
)
def test_what_cannot_be_guessed_is_told_as_it_is(text: str, said: str, hint: str) -> None:
    _, found, shown = told(LAYOUT, text)

    assert found in (said, "a list is not closed: ] is missing")
    assert shown == hint


def test_signs_within_quotation_marks_stay() -> None:
    assert parsed('name = "“某”县，（一）。"', "county/pack.toml") == {
        "name": "“某”县，（一）。"
    }
    assert told("pack.toml", 'name ＝ "“某”县，。"')[2] == 'write: name = "“某”县，。"'
