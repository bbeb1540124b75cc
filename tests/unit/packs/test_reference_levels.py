"""Which file counts where packs lie upon one another, and where a letterhead may lie."""

import os
import shutil
import zipfile
from pathlib import Path

import reference_docx
import template_packs
from reference_docx import letterhead, packed
from reference_packs import county, explained, in_section, ready, school, warnings
from summarykit.api.packs import diff_packs, new_pack
from summarykit.layout import Length
from summarykit.packs import load_pack, read_pack
from summarykit.packs.tools.comparing import Changed

OVERRIDDEN = "warning reference-overridden  {} counts here, not {} of county/reference.docx"


def test_explain_names_the_word_file(tmp_path: Path) -> None:
    place = county(tmp_path, packed(letterhead()))
    assert explained(place, "下边距") == ["32.5mm county/reference.docx", "35mm zh/layout.toml"]


def test_diff_shows_what_the_word_file_changes(tmp_path: Path) -> None:
    place = county(tmp_path, packed(letterhead()))
    changes = [change for change in diff_packs(str(place)) if isinstance(change, Changed)]
    assert {"layout.page.bottom", "layout.styles.heading2.bold"} < {
        change.after.key for change in changes if change.after
    }


def test_the_layout_of_the_same_level_wins_and_a_warning_says_so(tmp_path: Path) -> None:
    layout = '[page]\ntop = "37mm"\nbottom = "30mm"\n[styles.heading2]\nbold = false\n'
    place = county(tmp_path, packed(letterhead()), layout)

    assert ready(place).layout.page.bottom == Length.read("30mm")
    assert warnings(place) == [
        f"county/layout.toml:3 page.bottom  {OVERRIDDEN.format('30mm', '32.5mm')}",
        f"county/layout.toml:5 styles.heading2.bold  {OVERRIDDEN.format('false', 'true')}",
    ]


def test_the_layout_of_an_heir_wins_without_a_word(tmp_path: Path) -> None:
    county(tmp_path, packed(letterhead()))
    heir = school(tmp_path, layout='[page]\nbottom = "30mm"\n')

    assert ready(heir).layout.page.bottom == Length.read("30mm")
    assert ready(heir).layout.page.left == Length.read("27mm")
    assert ready(heir).layout.furniture.headers
    assert warnings(heir) == []
    assert explained(heir, "下边距") == [
        "30mm school/layout.toml", "32.5mm county/reference.docx", "35mm zh/layout.toml",
    ]  # fmt: skip


def test_a_nearer_word_file_wins_over_a_farther_layout(tmp_path: Path) -> None:
    county(tmp_path, layout='[page]\nbottom = "30mm"\n')
    heir = school(tmp_path, packed(letterhead()))

    assert ready(heir).layout.page.bottom == Length.read("32.5mm")
    assert warnings(heir) == []


def test_a_nearer_word_file_replaces_a_farther_one(tmp_path: Path) -> None:
    county(tmp_path, packed(letterhead()))
    plain = {
        name: data
        for name, data in letterhead().items()
        if name in {"[Content_Types].xml", "_rels/.rels"}
    }
    plain["word/document.xml"] = reference_docx.part("document", "<w:body><w:p/></w:body>")

    heir = ready(school(tmp_path, packed(plain)))

    zh = template_packs.ready(load_pack("zh")).layout
    assert heir.layout == zh
    assert heir.layout.furniture == zh.furniture


def test_a_pack_in_an_archive_has_its_letterhead(tmp_path: Path) -> None:
    folder = county(tmp_path / "x", packed(letterhead()))
    archive = tmp_path / "county.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for name in ("pack.toml", "reference.docx"):
            file.write(folder / name, f"county/{name}")
        file.writestr("county/sections/reference.docx", b"not looked at")
        file.writestr("county/other.docx", b"not looked at")

    assert ready(archive).layout == ready(folder).layout


def test_only_the_file_beside_the_manifest_is_read(tmp_path: Path) -> None:
    place = county(tmp_path)
    for name in ("other.docx", "sections/reference.docx"):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(b"not looked at")

    assert ready(place).layout == template_packs.ready(load_pack("zh")).layout


def test_a_letterhead_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    place = county(tmp_path, packed(letterhead()))
    first = template_packs.ready(load_pack(str(place)))
    assert load_pack(str(place)).pack is first

    (place / "reference.docx").write_bytes(in_section('w:bottom="1843"', 'w:bottom="1701"'))
    os.utime(place / "reference.docx", ns=(1, 1))

    assert template_packs.ready(load_pack(str(place))).layout.page.bottom == Length(1701)


def test_a_letterhead_that_is_added_or_taken_away_is_noticed(tmp_path: Path) -> None:
    place = county(tmp_path)
    zh = template_packs.ready(load_pack(str(place))).layout
    (place / "reference.docx").write_bytes(packed(letterhead()))
    assert template_packs.ready(load_pack(str(place))).layout != zh
    (place / "reference.docx").unlink()
    assert template_packs.ready(load_pack(str(place))).layout == zh


def test_a_new_pack_on_top_begins_with_the_values_of_the_word_file(tmp_path: Path) -> None:
    county(tmp_path, packed(letterhead()))
    shutil.copytree(tmp_path / "county", tmp_path / "x/county")

    new_pack("school", "county", tmp_path / "x")

    text = (tmp_path / "x/school/layout.toml").read_text("utf-8")
    assert '#bottom = "32.5mm"' in text
    assert diff_packs(str(tmp_path / "x/school")) == ()


def test_a_value_that_no_layout_can_have_is_an_error_at_the_word_file(tmp_path: Path) -> None:
    place = county(tmp_path, in_section('w:left="1531"', 'w:left="11906"'))
    result = read_pack(place)
    assert result.pack is None
    assert [finding.at.source for finding in result.findings] == ["county/reference.docx"]
