"""A pack holds only what differs from the pack that it extends, to any depth."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import template_packs
from summarykit.document import plain
from summarykit.model.vocabulary import Level
from summarykit.packs import Pack, load_pack, read_pack
from summarykit.packs.settings.merging import Source, merge

COUNTY = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
SCHOOL = COUNTY.replace("county", "school").replace("zh", "county")


def written(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """Return the folder of a pack with these files."""
    for path, text in files.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_text(text, "utf-8")
    return folder / name


def county(folder: Path, **files: str) -> Pack:
    """Return a pack that extends the one that ships; files are given as `terms__toml="…"`."""
    named = {name.replace("__", "/").replace("_toml", ".toml"): t for name, t in files.items()}
    pack = written(folder, "county", {"pack.toml": COUNTY, **named})
    return template_packs.ready(read_pack(pack))


def wrong(folder: Path) -> list[str]:
    """Return the findings of a pack that cannot be had."""
    result = read_pack(folder)
    assert result.pack is None
    return [str(finding) for finding in result.findings]


def test_a_pack_that_says_nothing_is_the_pack_it_extends(tmp_path: Path) -> None:
    base = template_packs.ready(load_pack("zh"))

    heir = county(tmp_path)

    assert (heir.id, heir.name, heir.chain) == ("county", "某县", ("zh", "county"))
    assert (heir.layout, heir.wording, heir.reports) == (
        base.layout,
        base.wording,
        base.reports,
    )


def test_tables_merge_key_by_key_to_any_depth(tmp_path: Path) -> None:
    county(
        tmp_path,
        layout_toml='[page]\ntop = "30mm"\nbottom = "30mm"\n[styles.body]\nline = "28pt"\n',
        terms_toml='[voice.school]\nself = "本校"\n',
    )
    school = written(
        tmp_path,
        "school",
        {"pack.toml": SCHOOL, "layout.toml": '[page]\ntop = "20mm"\n'},
    )

    pack = template_packs.ready(read_pack(school))

    page, styles = pack.layout.page, pack.layout.styles
    assert (page.top.twips, page.bottom.twips, page.left.twips) == (1134, 1701, 1587)
    assert (styles.body.line.twips, styles.heading1.line.twips) == (560, 560)
    voice = pack.wording.voice[Level.SCHOOL]
    assert (voice["self"], voice["all"]) == ("本校", "全校")
    assert pack.chain == ("zh", "county", "school")


ANNUAL = """\
id = "annual"
name = "全面工作"
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
template = "sections/thanks.md.j2"
before = "signature"
"""


def test_sections_are_renamed_moved_removed_and_added(tmp_path: Path) -> None:
    base = template_packs.ready(load_pack("zh")).reports["annual"]
    written(tmp_path, "county", {"sections/thanks.md.j2": "感谢。"})

    report = county(tmp_path, reports__annual_toml=ANNUAL).reports["annual"]

    ids = [section.id for section in report.sections]
    before = [section.id for section in base.sections]
    assert ids.index("results") == ids.index("situation") + 1
    assert ids.index("thanks") == ids.index("signature") - 1
    assert {*ids} == {*before} - {"closing"} | {"thanks"}
    (results,) = (section for section in report.sections if section.id == "results")
    assert (results.title, results.template) == ("主要成绩", "sections/results.md.j2")
    assert (report.name, report.lengths) == ("全面工作", base.lengths)


def test_a_report_that_a_pack_has_a_file_for_is_offered(tmp_path: Path) -> None:
    base = template_packs.ready(load_pack("zh"))
    written(tmp_path, "county", {"sections/body.md.j2": "正文。"})

    pack = county(tmp_path, reports__summary_toml=template_packs.REPORT)

    assert [*pack.reports] == [*base.reports, "summary"]


def test_a_list_of_reports_says_which_are_offered_and_in_what_order(tmp_path: Path) -> None:
    listing = COUNTY + 'reports = ["briefing", "annual"]\n'

    assert [*county(tmp_path, pack_toml=listing).reports] == ["briefing", "annual"]


def pair(folder: Path, template: str, child: str) -> Pack:
    """Return a pack with one template that extends the plain one with another."""
    template_packs.write_pack(folder, {"sections/x.md.j2": template})
    manifest = COUNTY.replace('"zh"', '"pack"')
    heir = written(folder, "county", {"pack.toml": manifest, "sections/x.md.j2": child})
    return template_packs.ready(read_pack(heir))


def words(pack: Pack) -> str:
    filled = pack.fill("sections/x.md.j2", {}, prefix="x")
    assert filled.findings == ()
    return "".join(plain(block.children) for block in filled.blocks)  # type: ignore[union-attr]  # paragraphs


def test_a_block_changes_one_sentence_of_a_forebear(tmp_path: Path) -> None:
    template = "甲。{% block middle %}乙。{% endblock %}{% block last %}丙。{% endblock %}"
    child = (
        '{% extends "parent/sections/x.md.j2" %}'
        "{% block middle %}新。{{ super() }}{% endblock %}"
    )

    assert words(pair(tmp_path, template, child)) == "甲。新。乙。丙。"


def test_what_a_forebear_includes_is_the_nearest_of_that_path(tmp_path: Path) -> None:
    template_packs.write_pack(
        tmp_path,
        {"sections/x.md.j2": '{% include "parts/y.md.j2" %}', "parts/y.md.j2": "旧。"},
    )
    manifest = COUNTY.replace('"zh"', '"pack"')
    heir = written(tmp_path, "county", {"pack.toml": manifest, "parts/y.md.j2": "新。"})

    assert words(template_packs.ready(read_pack(heir))) == "新。"


def test_a_parent_that_is_not_there_is_a_finding_with_its_file(tmp_path: Path) -> None:
    pack = county(tmp_path)
    written(tmp_path, "county", {"sections/z.md.j2": '{% extends "parent/sections/z.md.j2" %}'})

    pack = template_packs.ready(read_pack(tmp_path / "county"))

    assert [
        str(finding) for finding in pack.fill("sections/z.md.j2", {}, prefix="z").findings
    ] == [
        (
            "county/sections/z.md.j2:1  error template-missing  the pack has no template"
            " parent/sections/z.md.j2"
        )
    ]


def test_what_fails_in_a_forebear_has_the_place_there(tmp_path: Path) -> None:
    template = "{% block one %}甲。{% endblock %}\n{{ nobody }}"
    child = '{% extends "parent/sections/x.md.j2" %}{% block one %}乙。{% endblock %}'

    filled = pair(tmp_path, template, child).fill("sections/x.md.j2", {}, prefix="x")

    assert [str(finding.at) for finding in filled.findings] == ["pack/sections/x.md.j2:2"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "layout.toml",
            '\n[page]\ntop = "wide"\n',
            "county/layout.toml:3 page.top  error wrong-value  wide is not a length",
        ),
        (
            "layout.toml",
            '[page]\ntopp = "3cm"\n',
            "county/layout.toml:2 page.topp  error unknown-key  topp is not a setting",
        ),
        (
            "layout.toml",
            '[page]\nleft = "110mm"\nright = "110mm"\n',
            "county/layout.toml:1 page  error wrong-value  the margins leave no room for text",
        ),
        (
            "reports/annual.toml",
            '[[sections]]\nid = "results"\nafter = "nowhere"\n',
            (
                "county/reports/annual.toml:3 sections[0].after  error pack-invalid  there is"
                " no section nowhere beside it"
            ),
        ),
        (
            "reports/annual.toml",
            '[[sections]]\nid = "nothing"\nremove = true\n',
            (
                "county/reports/annual.toml:2 sections[0].id  error pack-invalid  there is no"
                " section nothing to remove"
            ),
        ),
        (
            "reports/annual.toml",
            '[[sections]]\nid = "results"\ntitel = "成绩"\n',
            (
                "county/reports/annual.toml:3 sections[4].titel  error pack-invalid  titel is"
                " not a key of this file\n  hint: did you mean title?"
            ),
        ),
        (
            "terms.toml",
            "[voice.school]\nself = 3\n",
            "county/terms.toml:2 voice.school.self  error pack-invalid  3 is not text",
        ),
        (
            "pack.toml",
            COUNTY.replace('"zh"', '"nowhere"'),
            "county/pack.toml:5 extends  error pack-not-found  there is no pack nowhere",
        ),
        (
            "pack.toml",
            COUNTY.replace('"zh"', '"../zh"'),
            (
                "county/pack.toml:5 extends  error pack-invalid  ../zh is not a name: small"
                " letters, digits, - and _, a letter first"
            ),
        ),
    ],
)
def test_what_an_heir_says_wrongly_has_its_own_file_and_line(
    name: str, text: str, said: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, "county", {"pack.toml": COUNTY, name: text})

    assert any(line.startswith(said) for line in wrong(folder)), wrong(folder)


def test_packs_that_extend_one_another_are_a_finding(tmp_path: Path) -> None:
    written(tmp_path, "county", {"pack.toml": COUNTY.replace('"zh"', '"school"')})
    school = written(tmp_path, "school", {"pack.toml": SCHOOL})

    (found,) = wrong(school)
    assert found == (
        "county/pack.toml:5 extends  error pack-invalid  the packs extend one another:"
        " school → county → school"
    )


def test_a_chain_of_packs_ends_somewhere(tmp_path: Path) -> None:
    for number in range(14):
        manifest = COUNTY.replace("county", f"p{number}").replace('"zh"', f'"p{number + 1}"')
        written(tmp_path, f"p{number}", {"pack.toml": manifest})

    assert wrong(tmp_path / "p0")[0] == (
        "p11/pack.toml:5 extends  error pack-invalid  more than 12 packs extend one another"
    )


def test_a_pack_is_read_anew_when_its_forebear_has_changed(tmp_path: Path) -> None:
    county(tmp_path, layout_toml='[page]\ntop = "30mm"\n')
    school = str(written(tmp_path, "school", {"pack.toml": SCHOOL}))
    first = load_pack(school)
    assert load_pack(school) is first

    written(tmp_path, "county", {"layout.toml": '[page]\ntop = "31mm"\n# mended\n'})

    assert template_packs.ready(load_pack(school)).layout.page.top.twips == 1757


def test_a_value_between_tables_is_wrong_and_hides_none_of_them() -> None:
    tables: tuple[dict[str, object], ...] = ({"a": {"b": 1}}, {"a": 3}, {"a": {"c": 4}})
    merged = merge([(Source(level), table) for level, table in enumerate(tables)])

    assert merged.table == {"a": {"b": 1, "c": 4}}
    assert [layer.origin for layer in merged.origins[("a", "c")]] == [(2, ("a", "c"), "")]
    ((said, origin),) = merged.misplaced
    assert (str(said), origin) == ("3 is not a table", (1, ("a",), ""))


def test_a_value_replaces_what_stood_there() -> None:
    tables: tuple[dict[str, object], ...] = (
        {"a": {"b": 1}, "c": 1},
        {"a": 3, "c": {"d": 2}},
    )
    merged = merge([(Source(level), table) for level, table in enumerate(tables)])

    assert merged.table == {"a": 3, "c": {"d": 2}}
    assert merged.misplaced == []
