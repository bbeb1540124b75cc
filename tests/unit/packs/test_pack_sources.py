"""A pack is the same wherever it lies: a folder, an archive, an installed distribution."""

import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

import template_packs
from summarykit.packs import load_pack, read_pack
from summarykit.packs.places import installed
from summarykit.packs.places.formats import CHANGES

BASE = 'format = 1\nid = "base"\nname = "某市"\nversion = "1"\nreports = ["summary"]\n'
COUNTY = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "base"\n'
WRONG = '\n[page]\ntop = "wide"\n'
SAID = "county/layout.toml:3 page.top  error wrong-value  wide is not a length"


def base(folder: Path) -> Path:
    """Return a pack that others extend."""
    plain = template_packs.write_pack(folder, {"pack.toml": BASE})
    return plain.rename(folder / "base")


def archive(path: Path, files: Mapping[str, str]) -> Path:
    """Return an archive with these files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name, text)
    return path


def folder(path: Path, files: Mapping[str, str]) -> Path:
    """Return a folder with these files."""
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, "utf-8")
    return path


def texts(pack: Path) -> dict[str, str]:
    """Return the files of a pack in a folder."""
    paths = [path for path in pack.rglob("*") if path.is_file()]
    return {path.relative_to(pack).as_posix(): path.read_text("utf-8") for path in paths}


def distribution(site: Path, value: str, name: str = "county") -> None:
    """Write what pip writes for a distribution that offers a pack."""
    folder(
        site / f"{name}_words-1.dist-info",
        {
            "METADATA": f"Metadata-Version: 2.1\nName: {name}-words\nVersion: 1\n",
            "entry_points.txt": f"[summarykit.packs]\n{name} = {value}\n",
        },
    )


def heard(name: str) -> list[str]:
    """Return the first lines of the findings of a pack."""
    return [str(finding).partition("\n")[0] for finding in load_pack(name).findings]


@pytest.mark.parametrize("top", ["", "county/", "某县模板/"])
def test_an_archive_holds_a_pack_at_its_top_or_in_one_folder(top: str, tmp_path: Path) -> None:
    files = {"pack.toml": COUNTY, "layout.toml": '[page]\ntop = "30mm"\n', "README": "甲"}
    base(tmp_path)
    path = archive(tmp_path / "county.zip", {top + name: text for name, text in files.items()})

    pack = template_packs.ready(load_pack(str(path)))

    assert (pack.id, pack.chain, pack.layout.page.top.twips) == (
        "county",
        ("base", "county"),
        1701,
    )
    assert load_pack(str(path)).pack is pack
    assert template_packs.ready(read_pack(path)).reports == pack.reports


def test_an_archive_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    base(tmp_path)
    path = archive(tmp_path / "county.zip", {"pack.toml": COUNTY})
    first = template_packs.ready(load_pack(str(path)))

    archive(path, {"pack.toml": COUNTY.replace("某县", "另一个县")})

    assert (first.name, template_packs.ready(load_pack(str(path))).name) == ("某县", "另一个县")


def test_a_pack_extends_one_in_an_archive_beside_it_unless_a_folder_is_there(
    tmp_path: Path,
) -> None:
    plain = base(tmp_path)
    files = {**texts(plain), "layout.toml": texts(plain)["layout.toml"] + "# zipped\n"}
    archive(tmp_path / "base.zip", {**files, "sections/new.md.j2": "新。"})
    county = folder(tmp_path / "county", {"pack.toml": COUNTY})
    assert (
        not template_packs.ready(load_pack(str(county)))
        .fill("sections/new.md.j2", {}, prefix="n")
        .blocks
    )

    plain.rename(tmp_path / "elsewhere")

    pack = template_packs.ready(load_pack(str(county)))
    assert pack.chain == ("base", "county")
    assert pack.fill("sections/new.md.j2", {}, prefix="n").blocks


@pytest.mark.parametrize(
    ("value", "inside"),
    [
        ("county_words", "county_words"),
        ("county_words.packs.county", "county_words/packs/county"),
        ("county_words.packs.module", "county_words/packs"),
    ],
)
def test_an_installed_pack_is_found_and_none_of_its_code_runs(
    value: str, inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    distribution(site, value)
    folder(site / inside, {"pack.toml": COUNTY.replace("base", "zh"), "layout.toml": WRONG})
    folder(site / "county_words", {"__init__.py": "raise SystemExit('run')"})
    monkeypatch.syspath_prepend(site)

    assert heard("county") == [SAID]
    assert "county_words" not in sys.modules


def test_findings_are_the_same_wherever_a_pack_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"pack.toml": COUNTY, "layout.toml": WRONG, "sections/x.md.j2": "{{ a }"}
    for place in ("folder", "zipped", "site"):
        (tmp_path / place).mkdir()
        base(tmp_path / place)
    in_folder = folder(tmp_path / "folder/county", files)
    zipped = archive(tmp_path / "zipped/county.zip", files)
    folder(tmp_path / "site/words", files)
    distribution(tmp_path / "site", "words")
    monkeypatch.syspath_prepend(tmp_path / "site")

    assert heard(str(in_folder)) == heard(str(zipped)) == heard("county")
    assert heard("county")[0] == SAID


def test_what_lies_beside_a_pack_comes_before_what_is_installed_and_that_before_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = COUNTY.replace("base", "zh")
    county = folder(tmp_path / "here/county", {"pack.toml": child})
    assert len(template_packs.ready(load_pack(str(county))).reports) > 1

    offered = template_packs.write_pack(tmp_path / "site", {})
    distribution(tmp_path / "site", "pack", "zh")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert template_packs.ready(load_pack(str(county))).name == "某县"
    assert [*template_packs.ready(load_pack(str(county))).reports] == ["summary"]

    archive(tmp_path / "here/zh.zip", {**texts(offered), "sections/new.md.j2": "新。"})
    pack = template_packs.ready(load_pack(str(county)))
    assert pack.fill("sections/new.md.j2", {}, prefix="n").blocks
    assert template_packs.ready(load_pack("zh")).version != "1"


def test_a_pack_that_is_offered_twice_is_the_first_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for site in ("second", "first"):
        distribution(tmp_path / site, f"{site}_words")
        manifest = COUNTY.replace("base", "zh").replace("某县", site)
        folder(tmp_path / site / f"{site}_words", {"pack.toml": manifest})
        monkeypatch.syspath_prepend(tmp_path / site)

    assert template_packs.ready(load_pack("county")).name == "first"


@pytest.mark.parametrize(
    "value",
    ["no_such_package", "../..", "os:path", "", ".", "json", "sys", "zipimport", "甲乙"],
)
def test_a_distribution_that_offers_what_it_does_not_have_offers_nothing(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution(tmp_path, value)
    monkeypatch.syspath_prepend(tmp_path)

    assert heard("county") == ["county  error pack-not-found  there is no pack county"]


@pytest.mark.parametrize(
    "points", [b"[summarykit.packs]\ncounty\n", b"\xff\xfe\x00", b"county = x\n", b"[[[\n="]
)
def test_metadata_that_cannot_be_read_stops_nobody(
    points: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution(tmp_path, "words", "other")
    (tmp_path / "other_words-1.dist-info/entry_points.txt").write_bytes(points)
    distribution(tmp_path, "words")
    folder(tmp_path / "words", {"pack.toml": COUNTY.replace("base", "zh")})
    monkeypatch.syspath_prepend(tmp_path)

    assert template_packs.ready(load_pack("county")).id == "county"


def test_a_finder_that_fails_is_one_that_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(name: str) -> None:
        raise RuntimeError(name)

    distribution(tmp_path, "words")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(installed, "find_spec", failing)

    assert heard("county") == ["county  error pack-not-found  there is no pack county"]


def test_packs_that_are_installed_are_named_where_none_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution(tmp_path, "words")
    folder(tmp_path / "words", {"pack.toml": COUNTY})
    monkeypatch.syspath_prepend(tmp_path)

    assert str(load_pack("nowhere").findings[0]).endswith("hint: there are: zh, county")


def test_a_forebear_whose_name_no_system_takes_is_a_finding(tmp_path: Path) -> None:
    manifest = COUNTY.replace("base", "b" * 300)
    county = folder(tmp_path / "county", {"pack.toml": manifest})

    assert heard(str(county))[0].startswith(
        "county/pack.toml:5 extends  error pack-not-found  the pack bbb"
    )


def test_packs_of_one_chain_share_the_limits_of_one(tmp_path: Path) -> None:
    many = {f"parts/{number}.md.j2": "甲" * 20_000 for number in range(10)}
    base(tmp_path)
    folder(tmp_path / "base", many)
    assert template_packs.ready(load_pack(str(tmp_path / "base"))).id == "base"
    county = folder(tmp_path / "county", {"pack.toml": COUNTY, **many})

    assert heard(str(county)) == [
        (
            "county → base  error pack-invalid  the files of the pack have more than 1024 KiB"
            " together"
        )
    ]


def test_a_newer_format_is_all_that_is_said_of_a_pack(tmp_path: Path) -> None:
    manifest = COUNTY.replace("= 2", "= 3").replace("base", "nowhere")
    county = folder(tmp_path / "county", {"pack.toml": manifest + "more = 1\n"})

    assert [str(finding) for finding in load_pack(str(county)).findings] == [
        (
            "county/pack.toml:1 format  error pack-invalid  the pack has format 3; this"
            " summarykit reads the formats 1, 2\n"
            "  hint: update summarykit, or ask for the pack in one of these formats"
        )
    ]


SECTIONS = '[[sections]]\nid = "work"\nremove = true\n'
CHANGE = (
    "a pack may extend another one (extends), and move or remove its sections (after, before,"
    " remove)\n  hint: write format = 2 in pack.toml"
)


def test_a_pack_of_the_first_format_cannot_use_what_the_second_brought(tmp_path: Path) -> None:
    base(tmp_path)
    files = {"pack.toml": COUNTY.replace("= 2", "= 1"), "reports/summary.toml": SECTIONS}
    county = folder(tmp_path / "county", files)

    said = [str(finding) for finding in load_pack(str(county)).findings]

    assert said == [
        (
            "county/pack.toml:5 extends  error pack-invalid  extends belongs to format 2:"
            f" {CHANGE}"
        ),
        (
            "county/reports/summary.toml:3 sections[0].remove  error pack-invalid  remove"
            f" belongs to format 2: {CHANGE}"
        ),
    ]


@pytest.mark.parametrize("said", ["0", "-1", "true", "1.0", '"2"', "[]", "2024-01-01"])
def test_what_is_no_format_is_refused(said: str, tmp_path: Path) -> None:
    manifest = COUNTY.replace("base", "zh").replace("format = 2", f"format = {said}")
    county = folder(tmp_path / "county", {"pack.toml": manifest})

    (line, *_) = heard(str(county))

    assert line.startswith("county/pack.toml:1 format  error pack-invalid  ")


def test_every_format_has_a_sentence_on_what_it_brought() -> None:
    assert tuple(CHANGES) == (1, 2)
