"""A pack laid open: what a setting is and where it comes from, what differs, a new pack."""

import re
from pathlib import Path

import pytest

import template_packs
from summarykit.api.packs import diff_packs, explain_pack, new_pack, open_pack
from summarykit.diagnostics import SummaryError
from summarykit.packs import Pack, bundled, load_pack, read_pack
from summarykit.packs.tools.comparing import (
    Changed,
    OfferedChanged,
    ReportChanged,
    SectionAdded,
    SectionMoved,
    SectionRemoved,
    TemplateChanged,
)
from summarykit.packs.tools.explaining import TemplateChain
from summarykit.packs.tools.opened import Setting, written

MANIFEST = 'format = 2\nid = "{name}"\nname = "某县"\nversion = "1"\nextends = "{parent}"\n'


def pack_in(folder: Path, name: str, parent: str, **files: str) -> str:
    """Return the folder of a pack; files are given as `layout_toml="…"`."""
    texts = {k.replace("__", "/").replace("_toml", ".toml"): t for k, t in files.items()}
    for path, text in {"pack.toml": MANIFEST.format(name=name, parent=parent), **texts}.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_text(text, "utf-8")
    return str(folder / name)


def chain(pack: str, asked: str) -> list[tuple[str, ...]]:
    """Return name, values and places of what is asked for."""
    found = explain_pack(pack, asked)
    return [
        (
            setting.name,
            *(f"{written(s.value)} {s.place.source}:{s.place.line}" for s in setting.steps),
        )
        for setting in found
        if isinstance(setting, Setting)
    ]


@pytest.fixture(name="school")
def a_school_below_a_county(tmp_path: Path) -> str:
    pack_in(
        tmp_path,
        "county",
        "zh",
        layout_toml='[page]\ntop = "30mm"\n[styles.body]\nline = "28pt"\n',
        terms_toml='[voice.school]\nself = "本校"\n',
    )
    return pack_in(tmp_path, "school", "county", layout_toml='[styles.body]\nline = "26pt"\n')


def line_in_zh(pattern: str) -> int:
    text = (bundled("templates") / "zh/layout.toml").read_text("utf-8")
    (found,) = re.finditer(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1


def test_a_setting_says_its_values_the_nearest_first(school: str) -> None:
    places = [
        "26pt school/layout.toml:2",
        "28pt county/layout.toml:4",
        f"28.95pt zh/layout.toml:{line_in_zh('^line      = .28.95pt')}",
    ]

    assert chain(school, "行距") == [("行距", *places)]
    assert chain(school, "layout.styles.body.line") == [("行距", *places)]
    assert chain(school, "styles.body.line") == [("行距", *places)]


def test_what_a_style_leaves_out_comes_from_body_text(school: str) -> None:
    (found,) = explain_pack(school, "一级标题行距")

    assert isinstance(found, Setting)
    assert (found.name, found.as_body, found.value) == ("一级标题行距", True, "26pt")
    assert chain(school, "layout.styles.heading1.line")[0][1] == "26pt school/layout.toml:2"


def test_the_font_behind_its_part_is_told_too(school: str) -> None:
    assert [name for name, *_ in chain(school, "正文字体")] == ["正文字体", "仿宋字体名"]


def test_a_table_is_all_of_its_settings(school: str) -> None:
    names = [name for name, *_ in chain(school, "页码")]

    assert names == ["页码位置", "页码样子", "页码空字"]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("terms.voice.school.self", "本校"),
        ("terms.period.term", "本学期"),
        ("reports.annual.sections.results.title", "工作成效"),
        ("reports.annual.lengths.short", "1500"),
    ],
)
def test_wording_and_reports_are_asked_for_by_key(asked: str, value: str, school: str) -> None:
    ((_, nearest, *_),) = chain(school, asked)

    assert nearest.startswith(f"{value} ")


def test_a_template_says_the_files_it_is_made_of(tmp_path: Path) -> None:
    pack = pack_in(tmp_path, "county", "zh")
    path = "sections/opening.md.j2"
    (tmp_path / "county/sections").mkdir()
    (tmp_path / "county" / path).write_text(f'{{% extends "parent/{path}" %}}', "utf-8")

    (found,) = explain_pack(pack, path)

    assert found == TemplateChain(path, (f"county/{path}", f"zh/{path}"))


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("行句", "行距"),
        ("上边矩", "上边距"),
        ("layout.page.tpo", "layout.page.top"),
        ("layout.styles.heading1.lien", "layout.styles.heading1.line"),
        ("section/opening.md.j2", "sections/opening.md.j2"),
    ],
)
def test_a_name_that_is_nearly_right_is_suggested(asked: str, meant: str) -> None:
    with pytest.raises(SummaryError) as raised:
        explain_pack("zh", asked)
    (finding,) = raised.value.findings
    assert finding.hint is not None
    assert (finding.code, finding.hint.values["name"]) == ("unknown-key", meant)


REPORT = """\
[[sections]]
id = "results"
title = "主要成绩"
after = "situation"
[[sections]]
id = "closing"
remove = true
[[sections]]
id = "thanks"
title = "致谢"
template = "sections/closing.md.j2"
"""


def test_all_that_a_pack_changes_is_told(tmp_path: Path) -> None:
    pack = pack_in(
        tmp_path,
        "county",
        "zh",
        layout_toml='[page]\ntop = "30mm"\nleft = "28mm"\n[styles.heading1]\nsize = "18pt"\n',
        reports__annual_toml=REPORT,
    )
    (tmp_path / "county/items").mkdir()
    (tmp_path / "county/items/aid.md.j2").write_text("新", "utf-8")

    found = diff_packs(pack)

    assert [type(change) for change in found] == [
        Changed,
        Changed,
        SectionRemoved,
        SectionAdded,
        SectionMoved,
        Changed,
        TemplateChanged,
    ]
    top, size, removed, added, moved, renamed, template = found
    assert values(top) == ("上边距", "37mm", "30mm")
    assert values(size) == ("一级标题字号", "16pt", "18pt")
    assert (getattr(removed, "section", None), getattr(added, "section", None)) == (
        "closing",
        "thanks",
    )
    assert moved == SectionMoved("annual", "results", "主要成绩", "situation")
    assert values(renamed)[1:] == ("工作成效", "主要成绩")
    assert isinstance(template, TemplateChanged)
    assert "+新" in template.lines()


def values(change: object) -> tuple[str, str, str]:
    assert isinstance(change, Changed)
    assert change.before is not None
    assert change.after is not None
    return change.after.name, str(change.before.value), str(change.after.value)


def test_two_packs_are_compared_both_ways(tmp_path: Path, school: str) -> None:
    other = pack_in(tmp_path, "other", "zh", reports__short_toml=template_packs.REPORT)
    (tmp_path / "other/reports/short.toml").write_text(
        template_packs.REPORT.replace('"summary"', '"short"').replace("body.md", "closing.md"),
        "utf-8",
    )

    there, back = diff_packs(school, other), diff_packs(other, school)

    assert len(there) == len(back)
    only = [[c for c in way if isinstance(c, ReportChanged)] for way in (there, back)]
    assert only[0] == [ReportChanged("short", added=True)]
    assert only[1] == [ReportChanged("short", added=False)]
    assert isinstance(there[0], OfferedChanged)
    assert there[0].after == (*there[0].before, "short")
    lines = [values(c)[1:] for c in there if isinstance(c, Changed) and c.before and c.after]
    assert ("26pt", "28.95pt") in lines


def test_a_pack_alone_is_compared_with_nothing() -> None:
    with pytest.raises(SummaryError, match="zh extends no other one"):
        diff_packs("zh")
    assert diff_packs("zh", "zh") == ()


def alike(one: Pack, other: Pack) -> bool:
    mine = (one.layout, one.wording, {**one.reports})
    return mine == (other.layout, other.wording, {**other.reports})


def test_a_new_pack_is_equal_to_the_one_it_extends(tmp_path: Path) -> None:
    written_files = new_pack("yunling", "zh", tmp_path)

    result = read_pack(tmp_path / "yunling")

    assert result.findings == ()
    assert alike(template_packs.ready(result), template_packs.ready(load_pack("zh")))
    assert diff_packs(tmp_path / "yunling") == ()
    names = [path.relative_to(tmp_path / "yunling").as_posix() for path in written_files]
    settings = ["layout.toml", "terms.toml", "audiences.toml"]
    assert names == ["pack.toml", *settings, "reports/annual.toml"]


def test_every_line_of_a_new_pack_says_what_holds(tmp_path: Path) -> None:
    settings = 0
    for path in new_pack("yunling", "zh", tmp_path)[1:]:
        text, count = re.subn(r"^#(?=[^#\s])", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")
        settings += count

    result = read_pack(tmp_path / "yunling")

    assert result.findings == ()
    assert alike(template_packs.ready(result), template_packs.ready(load_pack("zh")))
    pack = template_packs.ready(result)
    assert pack.audiences == template_packs.ready(load_pack("zh")).audiences
    opened = open_pack(tmp_path / "yunling")
    assert len(opened.settings("audiences.toml")) == 8
    layout = opened.settings("layout.toml").values()
    assert all(len(setting.steps) == 2 for setting in layout)
    assert settings > len(layout)


def test_a_new_pack_extends_the_one_beside_it(tmp_path: Path) -> None:
    pack_in(tmp_path, "county", "zh", layout_toml='[page]\ntop = "30mm"\n')

    new_pack("school", "county", tmp_path)

    assert '#top = "30mm"' in (tmp_path / "school/layout.toml").read_text("utf-8")
    assert template_packs.ready(read_pack(tmp_path / "school")).chain[-2:] == (
        "county",
        "school",
    )


@pytest.mark.parametrize(
    ("name", "extends", "said"),
    [
        ("云岭", "zh", "云岭 is not a name: small letters, digits, - and _, a letter first"),
        ("../x", "zh", "../x is not a name: small letters, digits, - and _, a letter first"),
        ("x", "nowhere", "there is no pack nowhere"),
        ("there", "zh", "the folder is there already; nothing is overwritten"),
    ],
)
def test_a_pack_is_not_begun_where_it_cannot_be(
    name: str, extends: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(SummaryError) as raised:
        new_pack(name, extends, tmp_path)

    assert [str(finding.message) for finding in raised.value.findings] == [said]
    assert sorted(tmp_path.rglob("*")) == before


def test_equal_values_are_no_change_however_they_are_written(tmp_path: Path) -> None:
    layout = (
        '[page]\ntop = "3.7厘米"\n[styles.body]\nsize = "三号"\n'
        '[styles.heading1]\nsize = "16pt"\nlatin = "latin"\nbold = true\n'
    )
    pack = pack_in(tmp_path, "county", "zh", layout_toml=layout)

    assert [values(change) for change in diff_packs(pack)] == [
        ("一级标题加粗", "False", "True")
    ]


def test_changes_are_called_so_that_they_can_be_read_aloud(tmp_path: Path) -> None:
    pack = pack_in(
        tmp_path,
        "county",
        "zh",
        terms_toml='[voice.school]\nself = "本校"\n[terms.period]\nterm = "这学期"\n',
        reports__annual_toml=(
            'name = "年度"\nlengths = {short = 1000}\n'
            '[[sections]]\nid = "results"\ntitle = "成绩"\nwhen_empty = "error"\n'
            '[[sections]]\nid = "opening"\nwhen_empty = "omit"\n'
        ),
    )

    assert [change.called for change in diff_packs(pack) if isinstance(change, Changed)] == [
        "学校的自称",
        "时段叫法：学期",
        "报告“学生关爱和控辍保学”的名称",
        "报告“学生关爱和控辍保学”的简短篇幅的字数",
        "报告“学生关爱和控辍保学”“导语”一节没有内容时",
        "报告“学生关爱和控辍保学”“工作成效”一节的标题",
        "报告“学生关爱和控辍保学”“工作成效”一节没有内容时",
    ]


def test_a_new_pack_shows_the_audiences_of_its_forebear(tmp_path: Path) -> None:
    board = '[audiences.board]\nname = "校务版"\nsees = "internal"\nleast = 2\n'
    pack_in(tmp_path, "county", "zh", audiences_toml=board)
    new_pack("school", "county", tmp_path)
    said = (tmp_path / "school" / "audiences.toml").read_text("utf-8")
    assert '#[audiences.board]\n#name = "校务版"' in said
    assert "#least = 2" in said


def test_a_new_pack_begins_the_reports_that_are_asked_for(tmp_path: Path) -> None:
    files = new_pack("yunling", None, tmp_path, ["家访", "left_behind_care"])

    names = [path.relative_to(tmp_path / "yunling").as_posix() for path in files]
    assert names[4:] == ["reports/home_visits.toml", "reports/left_behind_care.toml"]
    text = files[4].read_text("utf-8")
    zh = open_pack("zh")
    assert all(f'#id = "{one}"' in text for one in zh.order("reports/home_visits.toml"))
    assert re.search('#id = "opening" +# 导语\n', text)
    assert "--report 报告的名称" in files[0].read_text("utf-8")
    assert diff_packs(tmp_path / "yunling") == ()


def test_a_report_is_added_to_a_pack_that_is_there(tmp_path: Path) -> None:
    pack_in(tmp_path, "county", "zh", reports__annual_toml='name = "年度"\n')

    (added,) = new_pack("county", folder=tmp_path, reports=["家访"])

    assert added == tmp_path / "county/reports/home_visits.toml"
    with pytest.raises(SummaryError, match="the file is there already"):
        new_pack("county", folder=tmp_path, reports=["年度"])
    with pytest.raises(SummaryError) as raised:
        new_pack("county", folder=tmp_path, reports=["家仿"])
    assert str(raised.value.findings[0].hint) == "did you mean 家访?"
    with pytest.raises(SummaryError) as raised:
        new_pack("county", folder=tmp_path, reports=["zzzzzz"])
    assert "annual（年度）" in str(raised.value.findings[0].hint)


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    pack_in(tmp_path, "county", "zh")
    (tmp_path / "county/reports").write_text("", "utf-8")

    with pytest.raises(SummaryError) as raised:
        new_pack("county", folder=tmp_path, reports=["家访"])

    assert raised.value.findings[0].code == "output-unwritable"


def test_a_broken_pack_is_explained_in_the_words_of_its_maker(tmp_path: Path) -> None:
    pack = pack_in(tmp_path, "county", "zh", layout_toml='[page]\ntop = "3公尺"\n')

    with pytest.raises(SummaryError, match="上边距: 3公尺 is not a length"):
        explain_pack(pack, "上边距")


def test_an_archive_is_suggested_where_its_ending_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "county.zip").write_bytes(b"PK")

    with pytest.raises(SummaryError) as raised:
        open_pack(tmp_path / "county")

    assert str(raised.value.findings[0].hint) == f"did you mean {tmp_path / 'county.zip'}?"
    with pytest.raises(SummaryError, match="there is no pack"):
        open_pack("a\0b")
