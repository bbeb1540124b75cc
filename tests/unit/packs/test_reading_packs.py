"""A pack is read once, whole, with every finding about its files."""

import os
from pathlib import Path

import pytest

import template_packs
from summarykit.packs import PackResult, bundled, load_pack, read_pack
from summarykit.packs.places import files, folders

UNREAD = "error pack-invalid  this file of the pack cannot be read: "


def test_the_pack_that_ships_is_found_by_name_and_read_once() -> None:
    result = load_pack("zh")

    assert result.pack is not None
    assert (result.pack.id, result.findings) == ("zh", ())
    assert load_pack("zh") is result
    assert repr(result.pack).startswith("<Pack zh: ")


def test_a_pack_is_found_by_its_path_however_that_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    by_path = load_pack(str(folder))

    monkeypatch.chdir(folder)
    assert load_pack(".") is by_path
    assert template_packs.ready(by_path).id == "pack"


def test_a_pack_that_is_nowhere_is_a_finding() -> None:
    assert load_pack("no-such-pack") == PackResult(None, load_pack("no-such-pack").findings)
    assert [str(finding) for finding in load_pack("no-such-pack").findings] == [
        (
            "no-such-pack  error pack-not-found  there is no pack no-such-pack\n"
            "  hint: there are: zh"
        )
    ]


def test_a_copy_inside_the_package_comes_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "src/package/_bundled/templates"
    inside.mkdir(parents=True)
    monkeypatch.setattr(files, "__file__", str(tmp_path / "src/package/packs/places/files.py"))

    assert bundled("templates") == inside
    assert bundled("examples") == tmp_path / "examples"


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    (folder / "terms.toml").unlink()
    (folder / "reports/summary.toml").unlink()
    (folder / "layout.toml").unlink()

    assert [str(finding) for finding in read_pack(folder).findings] == [
        "pack/terms.toml  error pack-invalid  the pack has no file terms.toml",
        (
            "pack/reports/summary.toml  error pack-invalid  the pack has no file"
            " reports/summary.toml"
        ),
        "pack/layout.toml  error pack-invalid  the pack has no file layout.toml",
    ]


def test_a_file_that_is_no_text_is_a_finding(tmp_path: Path) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    (folder / "sections/work.md.j2").write_bytes(b"\xff\xfe")

    (unread,) = [str(finding) for finding in read_pack(folder).findings]

    assert unread.startswith(f"pack/sections/work.md.j2  {UNREAD}line 1 is not UTF-8\n  hint:")


@pytest.mark.parametrize("sign", ["\0", "\2", "\3", "\x1c", "\x7f"])
def test_a_template_cannot_write_the_marks_that_values_leave(sign: str, tmp_path: Path) -> None:
    folder = template_packs.write_pack(tmp_path, {"sections/x.md.j2": f"甲\n{sign}0\3"})

    assert [str(finding) for finding in read_pack(folder).findings] == [
        f"pack/sections/x.md.j2  {UNREAD}line 2 has the control character U+{ord(sign):04X}"
    ]


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm(tmp_path: Path) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    for path in (folder / "pack.toml", folder / "sections/work.md.j2"):
        text = path.read_text("utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert read_pack(folder).findings == ()


def test_a_pack_that_was_mended_is_read_anew(tmp_path: Path) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    sound = (folder / "pack.toml").read_text("utf-8")
    (folder / "pack.toml").write_text("format", "utf-8")
    assert load_pack(str(folder)).pack is None

    (folder / "pack.toml").write_text(sound, "utf-8")
    assert template_packs.ready(load_pack(str(folder))).id == "pack"


def test_a_pack_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    (tmp_path / "secret").write_text("甲", "utf-8")
    (folder / "sections/a.md.j2").symlink_to(tmp_path / "secret")
    (folder / "sections/b.md.j2").symlink_to("work.md.j2")
    (folder / "sections/c.md.j2").symlink_to("nothing")
    (folder / "others").symlink_to(tmp_path)

    assert [str(finding) for finding in load_pack(str(folder)).findings] == [
        f"pack/sections/a.md.j2  {UNREAD}it lies outside the folder of the pack",
        f"pack/sections/c.md.j2  {UNREAD}No such file or directory",
    ]


def test_links_to_the_files_that_ship_with_us_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    elsewhere = tmp_path / "work.md.j2"
    (folder / "sections/work.md.j2").rename(elsewhere)
    (folder / "sections/work.md.j2").symlink_to(elsewhere)
    monkeypatch.setattr(folders, "bundled", lambda _: tmp_path)

    assert read_pack(folder).findings == ()


def test_a_pack_reads_files_of_a_sane_size_and_no_pipes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = template_packs.write_pack(tmp_path, {})
    os.mkfifo(folder / "sections/a.md.j2")
    (folder / "sections/b.md.j2").write_text("甲" * 400_000, "utf-8")
    assert [str(finding) for finding in read_pack(folder).findings] == [
        f"pack/sections/a.md.j2  {UNREAD}this is not a file",
        f"pack/sections/b.md.j2  {UNREAD}it has more than 64 KiB",
    ]

    monkeypatch.setattr(folders, "MOST_FILES", 2)
    monkeypatch.setattr(files, "MOST_FILES", 2)
    assert str(read_pack(folder).findings[0]) == (
        "pack  error pack-invalid  a pack has at most 2 files"
    )


def test_a_place_the_system_refuses_to_look_at_is_a_finding() -> None:
    (finding,) = load_pack("x" * 300).findings

    assert finding.code == "pack-not-found"
    assert str(finding.message) == f"the pack {'x' * 300} cannot be read: the name is too long"
