"""Findings about a pack in the words of somebody with a rule sheet, and its names."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from summarykit.api.pack_checking import check_pack
from summarykit.packs.tools.key_names import key_names
from summarykit.packs.tools.naming import suggested
from summarykit.packs.tools.value_names import names_of_values, same, spoken, value_called

MANIFEST = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "{}"\n'


@pytest.fixture(autouse=True)
def try_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarykit.api.pack_checking.tried_out", lambda *_: ())


def told(folder: Path, path: str, text: str, parent: str = "zh") -> list[tuple[str, str, str]]:
    """Return where, what and the hint of all that is said of a pack with one file."""
    for name, words in {"pack.toml": MANIFEST.format(parent), path: text}.items():
        (folder / "county" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "county" / name).write_text(words, "utf-8")
    return [
        (str(one.at).removeprefix("county/"), str(one.message), str(one.hint or ""))
        for one in check_pack(folder / "county")
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[styles.title]\nfont = "宋体"', 'write "song"'),
        ('[styles.title]\nfont = "方正小标宋简体"', 'write "title"'),
        (
            '[styles.title]\nfont = "隶书"',
            (
                "allowed: song（宋体）, fangsong（仿宋）, kai（楷体）, hei（黑体）,"
                " title（小标宋）, latin（西文）"
            ),
        ),
        ('[page_number]\nposition = "居中"', 'write "center"'),
        ('[signature]\ndate = "汉字"', 'write "chinese"'),
        ("[signature]\ndate = 2024-07-05", "allowed: arabic（阿拉伯数字）, chinese（汉字）"),
        ('top = "3cm"', "write top = … below [page]"),
        ('[styles.body]\ntop = "3cm"', "write top = … below [page]"),
        ('[page]\n"上边距" = "3cm"', "write top = … below [page]"),
        ('"页面" = 3', "write: [page]"),
        ('"印章" = 3', "docs/your-county.md lists the keys with their Chinese names"),
        ('[styles]\nfont = "song"', "write font = … below [styles.body]"),
        ("[title]\nbold = true", "write bold = … below [styles.title]"),
        ('line = "28pt"', "write line = … below [styles.body]"),
        ('[page]\nline = "28磅"', "write line = … below [styles.body]"),
        ('[page]\nbefore = "1字"', "write before = … below [styles.body]"),
        ('[page_number]\nfont = "song"', "write font = … below [styles.footer]"),
        ('[cover]\nline = "1pt"', "write line = … below [letterhead]"),
        ('[page]\ntops = "1cm"', "did you mean top?"),
        ('indent = "2字"', "write indent = … below [styles.body]"),
        ('[page]\nTop = "3cm"', "did you mean top?"),
        ('[fonts]\nsong = "宋体"', "write name = … below [fonts.song]"),
        ("[nothing]\nelse = 1", ""),
    ],
)
def test_a_layout_says_where_and_what(text: str, hint: str, tmp_path: Path) -> None:
    ((_, _, found),) = told(tmp_path, "layout.toml", text)

    assert found == hint


SECTIONS = "the sections are: opening, situation（基本情况）, goals（工作目标）, "


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ('[[sections]]\nid = "result"\ntitle = "甲"', "a section that is new needs a template",
         "did you mean results?"),
        ('[[sections]]\nid = "x"\ntemplate = "no.j2"', "the pack has no template no.j2", ""),
        ('[[sections]]\nid = "工作成效"\ntitle = "甲"', None, 'write "results"'),
        ('[[sections]]\nid = "results"\nafter = "基本情况"',
         "there is no section 基本情况 beside it", 'write "situation"'),
        ('[[sections]]\nid = "results"\nafter = "甲"', "there is no section 甲 beside it",
         SECTIONS),
        ('[[sections]]\nid = "x"\nremove = true', "there is no section x to remove", SECTIONS),
        ('[[sections]]\nid = "results"\nremove = "true"', "true is not true or false",
         "write true or false, without quotation marks"),
        ('[[sections]]\nid = "results"\nwhen_empty = "提醒"', "提醒 is not allowed here",
         'write "warn"'),
        ('[[sections]]\nid = "results"\ntitle = 3', "3 is not text",
         'put it in quotation marks: "3"'),
        ('[sections]\nid = "results"', "[…] is not a list", "write: [[sections]]"),
        ('most = "3000字"', "3000字 is not a whole number", "write the number alone: 3000"),
        ('most = "三千"', "三千 is not a whole number", ""),
    ],
)  # fmt: skip
def test_a_report_says_which_section(
    text: str, said: str | None, hint: str, tmp_path: Path
) -> None:
    ((_, sentence, found), *_) = told(tmp_path, "reports/annual.toml", text)

    assert said in (sentence, None)
    assert found.startswith(hint)
    assert bool(found) == bool(hint)


def test_a_file_of_a_report_with_a_slip_in_its_name_is_told_once(tmp_path: Path) -> None:
    assert told(tmp_path, "reports/annul.toml", 'title = "甲"') == [
        (
            "reports/annul.toml",
            "there is no report annul that this file could change",
            "did you mean reports/annual.toml?",
        )
    ]


def test_a_new_report_says_what_it_lacks(tmp_path: Path) -> None:
    found = told(tmp_path, "reports/quite_another_thing.toml", 'title = "甲"')

    assert [said for _, said, _ in found] == [
        "id is missing",
        "name is missing",
        "sections is missing",
    ]


def test_a_voice_without_a_level_is_told_where_it_goes(tmp_path: Path) -> None:
    ((_, _, hint),) = told(tmp_path, "terms.toml", 'self = "本校"')

    assert hint == "write self = … below [voice.school]"


@pytest.mark.parametrize(
    ("parent", "hint"),
    [
        ("yunling", "put the pack yunling beside this one, as a folder or .zip file"),
        ("zhh", "did you mean zh?"),
    ],
)
def test_a_forebear_that_is_nowhere_is_all_that_is_said(
    parent: str, hint: str, tmp_path: Path
) -> None:
    found = told(tmp_path, "terms.toml", 'self = "本校"', parent)

    assert found == [("pack.toml:5 extends", f"there is no pack {parent}", hint)]


def test_a_pack_alone_is_told_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "county/reports").mkdir(parents=True)
    (tmp_path / "county/pack.toml").write_text(
        'format = 2\nid = "county"\nname = "甲"\nversion = "1"\nreports = ["annual"]\n', "utf-8"
    )
    (tmp_path / "county/reports/annual.toml").write_text('title = "甲"\n', "utf-8")

    found = check_pack(tmp_path / "county")

    assert "id is missing" in [str(one.message) for one in found]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("丙县", "bx"),
        ("云岭县", "ylx"),
        ("Yun Ling", "yun-ling"),
        ("2丙", "b"),
        ("西乡县", "county"),
        ("鿍", "county"),
        ("∀", "county"),
        ("鑫", "county"),
        ("…/", "county"),
    ],
)
def test_a_name_for_a_pack_is_made_of_what_it_is_called(wanted: str, name: str) -> None:
    assert suggested(wanted) == name


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("page.top", "37mm", "37毫米"),
        ("styles.title.size", "22pt", "二号（22磅）"),
        ("styles.title.size", "13pt", "13磅"),
        ("styles.title.size", "三号", None),
        ("styles.title.bold", True, "加粗"),
        ("imprint.shown", False, "否"),
        ("page_number.position", "outer", "单页居右、双页居左"),
        ("title.characters", 22, None),
    ],
)
def test_a_value_is_said_as_people_say_it(key: str, value: object, words: str | None) -> None:
    assert spoken(tuple(key.split(".")), value) == words


def test_lengths_that_are_equal_are_the_same() -> None:
    assert same(("page", "top"), "37mm", "3.7厘米")
    assert same(("styles", "body", "size"), "16pt", "三号")
    assert not same(("page", "top"), "37mm", "38mm")
    assert not same(("styles", "body", "font"), "song", "kai")
    assert not same(("fonts", "song", "name"), "宋体", "SimSun")


def test_every_value_that_can_be_chosen_has_a_name() -> None:
    from summarykit.layout.models import Layout  # noqa: PLC0415

    for key in key_names():
        model = Layout
        for step in key:
            field = model.model_fields[step] if hasattr(model, "model_fields") else None
            model = field.annotation if field else None  # type: ignore[assignment]
        choices = getattr(model, "__args__", ())
        if choices and all(isinstance(one, str) for one in choices):
            assert {*names_of_values(key)} == {*choices}, key
            assert value_called(key, next(iter(names_of_values(key).values()))) == choices[0]


ALONE = 'format = 2\nid = "{}"\nname = "某县"\nversion = "1"\n'


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        (ALONE.format("county"), [("extends is missing", 'write: extends = "zh"')]),
        (
            ALONE.format("county").replace('"1"', "1"),
            [
                ("extends is missing", 'write: extends = "zh"'),
                ("1 is not text", 'put it in quotation marks: "1"'),
            ],
        ),
        (
            MANIFEST.format("../zh"),
            [
                (
                    "../zh is not a name: small letters, digits, - and _, a letter first",
                    'write: extends = "zh"',
                )
            ],
        ),
        (
            MANIFEST.format("zh").replace("id =", "id ："),
            [("this is not TOML: ： stands here instead of =", 'write: id = "county"')],
        ),
        (
            MANIFEST.format("zh").replace('"county"', '"丙县"'),
            [
                (
                    "丙县 is not a name: small letters, digits, - and _, a letter first",
                    "for example bx",
                )
            ],
        ),
        (
            MANIFEST.format("zh") + 'reports = "annual"\n',
            [("annual is not a list", 'write: reports = ["annual"]')],
        ),
        (
            MANIFEST.format("zh") + 'reports = ["annul"]\n',
            [("the pack has no file reports/annul.toml", "did you mean reports/annual.toml?")],
        ),
    ],
)
def test_a_manifest_is_told_what_to_write(
    manifest: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "county").mkdir()
    (tmp_path / "county/pack.toml").write_text(manifest, "utf-8")

    found = check_pack(tmp_path / "county")

    assert [(str(one.message), str(one.hint or "")) for one in found] == expected


def test_a_title_that_is_no_template_has_the_line_of_its_file(tmp_path: Path) -> None:
    text = '# 标题\ntitle = "{{ organisation.name }总结"\n'

    ((place, _, _),) = told(tmp_path, "reports/annual.toml", text)

    assert place == "reports/annual.toml:2 title"


def test_words_that_are_empty_are_told_once(tmp_path: Path) -> None:
    found = told(tmp_path, "terms.toml", '[terms.period]\nschool_year = ""\n')

    assert found == [("terms.toml:2 terms.period.school_year", "there is nothing here", "")]


OPENING = "sections/opening.md.j2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{% extends "parent/sections/opening.md.j2" %}\n{% block transitiox %}{%endblock%}',
            [(f"{OPENING}:2", "did you mean transition?")],
        ),
        (
            '{% extends "parent/sections/opening.md.j2" %}\n{% block zzz %}甲{% endblock %}',
            [(f"{OPENING}:2", "there are: ")],
        ),
        (
            (
                '{% extends "parent/sections/opening.md.j2" %}\n'
                "{% block transition %}{% block own %}甲{% endblock %}{% endblock %}"
            ),
            [],
        ),
        ('{% extends "parent/sections/opening.md.j2" %}', []),
        ('{% extends "parent/section/opening.md.j2" %}{% block a %}{% endblock %}', []),
        ("{% block a %}甲{% endblock %}", [(f"{OPENING}:1", "to keep the rest of it")]),
        (f'{{% extends "{OPENING}" %}}{{% block a %}}甲{{% endblock %}}', []),
    ],
)
def test_a_block_that_nothing_prints_is_told(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    found = told(tmp_path, OPENING, text)

    assert [(place, hint[: len(start)]) for (place, _, hint), (_, start) in zip(
        found, expected, strict=True
    )] == expected  # fmt: skip


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("layout.txt", "call it layout.toml; if the ending is not shown, "),
        ("reports/annual.toml.txt", "call it annual.toml; if the ending is not shown, "),
        ("sections/closing.md.j2.TXT", "call it closing.md.j2; if the ending is not shown, "),
        ("说明.txt", ""),
        ("Reference.docx", "call it reference.docx; "),
        ("reference.docx.docx", "call it reference.docx; "),
        ("reference.docm", "save it in Word as reference.docx"),
        ("reference.wps", "save it in Word as reference.docx"),
        ("reference.docx/x.txt", "this is a folder, where a file is read: rename it"),
        ("kinds.toml/x.txt", "this is a folder, where a file is read: rename it"),
        ("docs/Reference.docx", ""),
        ("样子.docx", ""),
    ],
)
def test_a_file_that_is_meant_but_not_read_is_told(
    path: str, hint: str, tmp_path: Path
) -> None:
    found = told(tmp_path, path, "")
    archive = tmp_path / "county.zip"
    with ZipFile(archive, "w") as packed:
        for file in ("pack.toml", path):
            packed.write(tmp_path / "county" / file, f"某县/{file}")

    top = path.removesuffix("/x.txt")
    assert [(place, told[: len(hint)]) for place, _, told in found] == (
        [(top, hint)] if hint else []
    )
    assert [(str(one.at), str(one.hint)) for one in check_pack(archive)] == [
        (f"county/{place}", told) for place, _, told in found
    ]


@pytest.mark.parametrize(
    ("text", "where", "said", "hint"),
    [
        (
            '[styles.body]\nline = "28.95公分"',
            "layout.toml:2 styles.body.line",
            "行距: one line of 28.95公分 is higher than the page",
            "write a distance of lines such as 28磅, 1.5倍, 单倍",
        ),
        (
            '[styles.title]\nline = "40厘米"\nsize = "三号"',
            "layout.toml:2 styles.title.line",
            "标题行距: one line of 40厘米 is higher than the page",
            "write a distance of lines such as 28磅, 1.5倍, 单倍",
        ),
        (
            '[page]\nleft = "200mm"\nright = "9mm"',
            "layout.toml:2 page.left",
            None,
            "",
        ),
        (
            '[signature]\nright = "4个字"',
            "layout.toml:2 signature.right",
            "署名右空: 4个字 is not a length",
            'write "4字"',
        ),
        (
            "[last_line]\ncharacters = 1",
            "layout.toml:2 last_line.characters",
            "every last line has one character: this changes nothing",
            "for no last line of a single character write 2",
        ),
        ("[last_line]\ncharacters = 2", "", None, ""),
    ],
)
def test_what_a_rule_sheet_says_literally_is_told_where_it_stands(
    text: str, where: str, said: str | None, hint: str, tmp_path: Path
) -> None:
    found = told(tmp_path, "layout.toml", text)

    assert [place for place, _, _ in found] == ([where] if where else [])
    if said:
        assert found == [(where, said, hint)]
