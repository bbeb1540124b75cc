"""Lineages as people make them by mistake, or as nobody thought of: each ends sensibly."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import template_packs
import wordfiles
from small_record import SMALL
from summarykit import parse_record
from summarykit.compose import Audience, compose
from summarykit.diagnostics import Finding
from summarykit.document import Document
from summarykit.l10n.messages import describe
from summarykit.packs import Pack, PackResult, load_pack, read_pack
from summarykit.packs.loading import trace_pack
from summarykit.packs.tools.opened import OpenPack
from summarykit.writers import WRITERS

MANIFEST = 'format = 2\nid = "{}"\nname = "某县"\nversion = "1"\nextends = "{}"\n'
ANNUAL, OPENING, THANKS = (
    "reports/annual.toml",
    "sections/opening.md.j2",
    "sections/thanks.md.j2",
)
NAMES = ("county", "town", "school", "grade")
Level = Mapping[str, str]


def lineage(folder: Path, *levels: Level) -> PackResult:
    """Return the nearest of packs that extend one another, the first of them the base pack."""
    parent = "zh"
    for name, files in zip(NAMES, levels, strict=False):
        for path, text in {"pack.toml": MANIFEST.format(name, parent), **files}.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_text(text, "utf-8")
        parent = name
    return read_pack(folder / parent)


def wrong(folder: Path, *levels: Level) -> list[str]:
    """Return what is wrong with the nearest of packs, as people read it."""
    result = lineage(folder, *levels)
    assert result.pack is None
    assert all(describe(finding, "zh") for finding in result.findings)
    return [str(finding) for finding in result.findings]


def sections(*said: str) -> Level:
    return {ANNUAL: "".join(f"[[sections]]\n{one}\n" for one in said)}


def order(pack: Pack) -> list[str]:
    return [section.id for section in pack.reports["annual"].sections]


def composed(pack: Pack, report: str = "left_behind_care") -> Document:
    made = compose(parse_record(SMALL, format="yaml"), pack, report, Audience.PUBLIC)
    assert made.document is not None, made.findings
    return made.document


ADDED = (
    'id = "thanks"\ntitle = "致谢"\ntemplate = "sections/thanks.md.j2"\nbefore = "signature"'
)
NOT_REMOVED = 'id = "thanks"\nremove = true'
GONE = sections('id = "closing"\nremove = true')
WORDS = {THANKS: "感谢。"}
AT = "reports/annual.toml"


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        pytest.param(
            [{**sections(ADDED, NOT_REMOVED), **WORDS}],
            f"county/{AT}:7 sections[1].id  error pack-invalid  the id thanks is there",
            id="added and removed in one file",
        ),
        pytest.param(
            [sections('id = "closing"\ntitle = "甲"', 'id = "closing"\nafter = "opening"')],
            f"county/{AT}:5 sections[1].id  error pack-invalid  the id closing is there more",
            id="changed twice in one file",
        ),
        pytest.param(
            [GONE, sections('id = "closing"\ntitle = "甲"')],
            f"town/{AT}:1 sections[10].template  error template-missing  this section has no"
            " template\n  hint: only a section that a pack below has, too, can do without one",
            id="renamed though a forebear removed it",
        ),
        pytest.param(
            [GONE, sections('id = "results"\nafter = "closing"')],
            f"town/{AT}:3 sections[0].after  error pack-invalid  there is no section closing",
            id="behind one that a forebear removed",
        ),
        pytest.param(
            [GONE, GONE],
            f"town/{AT}:2 sections[0].id  error pack-invalid  there is no section closing to",
            id="removed twice",
        ),
        pytest.param(
            [sections('id = "closing"\nafter = "opening"\nbefore = "results"')],
            f"county/{AT}:4 sections[0].before  error pack-invalid  a section stands after",
            id="in two places",
        ),
        pytest.param(
            [sections('id = "closing"\nafter = "closing"')],
            f"county/{AT}:3 sections[0].after  error pack-invalid  there is no section closing",
            id="behind itself",
        ),
        pytest.param(
            [{**sections('id = "results"\nafter = "thanks"', ADDED), **WORDS}],
            f"county/{AT}:3 sections[0].after  error pack-invalid  the section thanks comes"
            " further down in this file: put it first",
            id="behind one that comes later",
        ),
        pytest.param(
            [sections('id = "closing"\nremove = "yes"')],
            f"county/{AT}:3 sections[0].remove  error pack-invalid  yes is not true or false",
            id="removed in words",
        ),
        pytest.param(
            [sections(f'id = "closing"\nafter = "{"x" * 5_000}"')],
            f"county/{AT}:3 sections[0].after  error pack-invalid  there is no section"
            f" {'x' * 40}… beside it",
            id="behind a name without end",
        ),
        pytest.param(
            [{ANNUAL: "[sections.closing]\nremove = true\n"}, GONE],
            f"county/{AT}:1 sections  error pack-invalid  […] is not a list",
            id="sections that are no list",
        ),
        pytest.param(
            [
                {"layout.toml": '[fonts]\nkai = "楷体"\n'},
                {"layout.toml": '[fonts.kai]\nname = "楷体"\n'},
            ],
            "county/layout.toml:2 fonts.kai  error pack-invalid  楷体 is not a table",
            id="a word between tables",
        ),
        pytest.param(
            [
                {"terms.toml": '[terms]\nmeasures = "甲"\n'},
                {"terms.toml": '[terms.measures]\nleading_group = "乙"\n'},
            ],
            "county/terms.toml:2 terms.measures  error pack-invalid  甲 is not a table",
            id="a word between tables of wording",
        ),
        pytest.param(
            [{ANNUAL: "most = 800\n"}],
            f"county/{AT}:1 most  error pack-invalid  short has 1500 characters; most allows",
            id="a limit below a length of a forebear",
        ),
        pytest.param(
            [{ANNUAL: "[lengths]\nshort = 2000\n"}, {ANNUAL: "[lengths]\nstandard = 1800\n"}],
            f"town/{AT}:1 lengths  error pack-invalid  short has 2000 characters, not less",
            id="lengths of two levels",
        ),
        pytest.param(
            [{"layout.toml": '[page]\nleft = "101mm"\nright = "102mm"\n'}],
            "county/layout.toml:2 page.left  error wrong-value  not one sign of title has room",
            id="a page too narrow for a style of a forebear",
        ),
        pytest.param(
            [
                {"layout.toml": '[styles.title]\nspacing = "-10pt"\n'},
                {"layout.toml": '[styles.body]\nbold = true\n[styles.title]\nsize = "10pt"\n'},
            ],
            "town/layout.toml:3 styles.title  error wrong-value  the spacing of title leaves",
            id="spacing and size by two levels",
        ),
        pytest.param(
            [
                {"layout.toml": '[page_number]\nform = "{page}/{pages}"\n'},
                {"layout.toml": "[cover]\nshown = true\n"},
            ],
            "town/layout.toml:2 cover.shown  error wrong-value  {page}/{pages} would count",
            id="a cover that a number of pages of a forebear would count",
        ),
        pytest.param(
            [{"pack.toml": MANIFEST.format("county", "zh") + 'reports = ["annual"]\n'}]
            + [{"reports/briefing.toml": "name = 3\n"}] * 2,
            "school/reports/briefing.toml:1 name  error pack-invalid  3 is not text",
            id="a report of two heirs is wrong once",
        ),
        pytest.param(
            [{"sections/opening.md.j2": "{% if %}"}, {"sections/opening.md.j2": "好。"}],
            "county/sections/opening.md.j2:1  error template-syntax",
            id="a broken template that an heir replaces",
        ),
    ],
)
def test_what_cannot_be_is_one_finding_where_it_is_said(
    levels: list[Level], said: str, tmp_path: Path
) -> None:
    (finding,) = wrong(tmp_path, *levels)

    assert finding.startswith(said), finding


@pytest.mark.parametrize(
    ("levels", "at", "title"),
    [
        ([{**sections(ADDED), **WORDS}, sections(ADDED.replace("致谢", "再谢"))], -3, "再谢"),
        ([{**sections('id = "closing"\nremove = true', ADDED), **WORDS}], -3, "致谢"),
        (
            [{**sections(ADDED), **WORDS}, {}, sections('id = "thanks"\nafter = "opening"')],
            1,
            "致谢",
        ),
        ([{**sections(ADDED), **WORDS}, sections(NOT_REMOVED), sections(ADDED)], -3, "致谢"),
    ],
    ids=["added twice", "in place of another", "moved two levels up", "removed and back"],
)
def test_a_section_that_several_levels_speak_of(
    levels: list[Level], at: int, title: str, tmp_path: Path
) -> None:
    pack = template_packs.ready(lineage(tmp_path, *levels))

    section = pack.reports["annual"].sections[at]
    assert (section.id, section.title, section.template) == ("thanks", title, THANKS)
    assert order(pack).count("thanks") == 1


def test_a_section_can_be_replaced_as_a_whole_in_one_file(tmp_path: Path) -> None:
    again = 'id = "closing"\ntemplate = "sections/thanks.md.j2"\nbefore = "opening"'

    pack = template_packs.ready(
        lineage(tmp_path, {**sections('id = "closing"\nremove = true', again), **WORDS})
    )

    first = pack.reports["annual"].sections[0]
    assert (first.id, first.title, first.template) == ("closing", "", THANKS)


def test_a_section_stays_where_its_neighbour_has_gone(tmp_path: Path) -> None:
    added = ADDED.replace('before = "signature"', 'after = "closing"')

    pack = template_packs.ready(lineage(tmp_path, {**sections(added), **WORDS}, GONE))

    assert order(pack)[-4:] == ["thanks", "attachment_note", "signature", "attachments"]


def test_a_report_of_two_heirs_is_offered_once(tmp_path: Path) -> None:
    only = {"pack.toml": MANIFEST.format("county", "zh") + 'reports = ["annual"]\n'}
    named = {"reports/briefing.toml": 'name = "快报"\n'}

    pack = template_packs.ready(lineage(tmp_path, only, named, named))

    found = trace_pack(str(tmp_path / "school"))
    assert not isinstance(found, Finding)
    assert OpenPack(found.lineage).offered() == tuple(pack.reports) == ("annual", "briefing")


def test_a_report_that_a_nearer_list_lacks_is_not_offered(tmp_path: Path) -> None:
    lists = ['reports = ["annual", "briefing"]\n', 'reports = ["annual"]\n']
    levels = [
        {"pack.toml": MANIFEST.format(name, parent) + listed}
        for name, parent, listed in zip(
            ("county", "town"), ("zh", "county"), lists, strict=True
        )
    ]

    assert [*template_packs.ready(lineage(tmp_path, *levels)).reports] == ["annual"]


def block(words: str) -> Level:
    head = f'{{% extends "parent/{OPENING}" %}}'
    return {OPENING: f"{head}{{% block transition %}}{words}{{% endblock %}}"}


@pytest.mark.parametrize(
    ("levels", "first"),
    [
        (
            [
                block("甲。{{ super() }}"),
                block("乙。{{ super() }}"),
                block("丙。{{ super() }}"),
            ],
            "丙。乙。甲。现将",
        ),
        ([block("甲。{{ super() }}"), {}, block("乙。{{ super() }}")], "乙。甲。现将"),
        ([{OPENING: "另起一段。"}, {}], "另起一段。"),
        ([block("甲。"), {OPENING: f'乙。{{% include "parent/{OPENING}" %}}'}], "乙。甲。"),
        (
            [
                {**block("{{ terms.our.word }}。"), "terms.toml": '[terms.our]\nword = "甲"\n'},
                {"terms.toml": '[terms.our]\nword = "乙"\n'},
            ],
            "乙。",
        ),
        (
            [
                {**block('{% include "parts/own.md.j2" %}'), "parts/own.md.j2": "甲。"},
                {"parts/own.md.j2": '乙。{% include "parent/parts/own.md.j2" %}'},
            ],
            "乙。甲。",
        ),
    ],
    ids=["three supers", "a level without", "replaced", "included", "words", "parts"],
)
def test_a_template_of_several_levels(levels: list[Level], first: str, tmp_path: Path) -> None:
    document = composed(template_packs.ready(lineage(tmp_path, *levels)))

    assert template_packs.text(document).splitlines()[1].startswith(first)


def test_the_fields_of_a_forebear_are_changed_key_by_key(tmp_path: Path) -> None:
    meals = {"fields.toml": '[fields.meals]\nname = "供餐学生"\nrequired = true\n'}

    pack = template_packs.ready(
        lineage(tmp_path, meals, {"fields.toml": "[fields.meals]\nrequired = false\n"})
    )

    assert (pack.fields["meals"].name, pack.fields["meals"].required) == ("供餐学生", False)


def test_a_file_of_fields_may_say_nothing(tmp_path: Path) -> None:
    assert not template_packs.ready(lineage(tmp_path, {"fields.toml": "# 待定\n"})).fields


def test_a_font_never_stands_in_for_itself(tmp_path: Path) -> None:
    pack = template_packs.ready(
        lineage(tmp_path, {"layout.toml": '[fonts.fangsong]\nname = "仿宋"\n'})
    )

    table = wordfiles.part(WRITERS["docx"](composed(pack), pack.layout), "word/fontTable.xml")
    assert '<w:font w:name="仿宋"><w:altName w:val="FangSong"/>' in table


def test_an_archive_may_stand_between_folders(tmp_path: Path) -> None:
    lineage(
        tmp_path,
        {"layout.toml": '[page]\ntop = "30mm"\n'},
        {"layout.toml": '[page]\nbottom = "30mm"\n'},
        {"layout.toml": '[page]\ntop = "31mm"\n'},
    )
    with zipfile.ZipFile(tmp_path / "town.zip", "w") as archive:
        for path in sorted((tmp_path / "town").iterdir()):
            archive.write(path, path.name)
            path.unlink()
    (tmp_path / "town").rmdir()

    pack = template_packs.ready(load_pack(str(tmp_path / "school")))

    assert pack.chain == ("zh", "county", "town", "school")
    assert (pack.layout.page.top.twips, pack.layout.page.bottom.twips) == (1757, 1701)
