"""What an archive from anywhere may hold: nothing of it does harm, all of it is a finding."""

import stat
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest

import template_packs
from summarykit.packs import load_pack
from summarykit.packs.places import archives, files

MANIFEST = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
UNREAD = "error pack-invalid  this file of the pack cannot be read: "


def entry(name: str, **attributes: int) -> ZipInfo:
    """Return an entry with attributes of its own."""
    made = ZipInfo("x")
    # A name is kept as it is given only when it is put there afterwards.
    made.filename = name
    for attribute, value in attributes.items():
        setattr(made, attribute, value)
    return made


def zipped(*entries: tuple[ZipInfo | str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Return an archive of a sound manifest and further entries."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as made:
        for name, data in (("pack.toml", MANIFEST), *entries):
            made.writestr(name, data, None if isinstance(name, ZipInfo) else method)
    return stream.getvalue()


def heard(folder: Path, data: bytes) -> list[str]:
    """Return the findings of an archive."""
    path = folder / "county.zip"
    path.write_bytes(data)
    before = sorted(folder.rglob("*"))
    result = load_pack(str(path))
    assert sorted(folder.rglob("*")) == before
    assert (result.pack is None) == bool(result.findings)
    return [str(finding) for finding in result.findings]


LINK, PIPE = stat.S_IFLNK << 16, stat.S_IFIFO << 16
OUT = "its name leads out of the archive"
ENTRIES: list[tuple[ZipInfo, str, str]] = [
    (entry("../x.md.j2"), "../x.md.j2", OUT),
    (entry("a/../../README"), "a/../../README", OUT),
    (entry("/etc/x.md.j2"), "/etc/x.md.j2", OUT),
    (entry("//host/x.toml"), "//host/x.toml", OUT),
    (entry("C:/x.md.j2"), "C:/x.md.j2", OUT),
    (entry("c:x.md.j2"), "c:x.md.j2", OUT),
    (
        entry("sections\\x.md.j2"),
        "sections\\x.md.j2",
        "a backslash separates no folders in an archive",
    ),
    (entry("x.md.j2", external_attr=LINK), "x.md.j2", "it is a link"),
    (entry("README", external_attr=LINK), "README", "it is a link"),
    (entry("x.toml", external_attr=PIPE), "x.toml", "this is not a file"),
    (entry("a\nb.toml"), "a�b.toml", "its name has a control character"),
]


@pytest.mark.parametrize(("made", "name", "reason"), ENTRIES)
def test_an_entry_that_no_honest_archive_has_is_a_finding(
    made: ZipInfo, name: str, reason: str, tmp_path: Path
) -> None:
    assert heard(tmp_path, zipped((made, "甲"))) == [
        f"county  error pack-invalid  {name} in the archive: {reason}"
    ]


def test_what_is_no_file_of_a_pack_is_not_read(tmp_path: Path) -> None:
    others = [
        ("README.md", b"\xff"),
        ("pictures/seal.png", b"\x89PNG"),
        ("sections/x.pyc", b"\0"),
        ("base.docx", zipped(("x", "y"))),
        ("__MACOSX/._pack.toml", b"\0\5"),
        (".git/config.toml", b"="),
        ("sections/", b""),
        ("sections.toml/", b""),
    ]

    assert heard(tmp_path, zipped(*others)) == []


def test_a_file_that_is_there_twice_is_a_finding(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("x.md.j2", "甲"), ("x.md.j2", "乙"))

    assert heard(tmp_path, data) == [
        "county/x.md.j2  error pack-invalid  x.md.j2 is in the archive a second time"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("a/x.md.j2", "A/x.md.j2"), ("é.md.j2", "e\N{COMBINING ACUTE ACCENT}.md.j2")],
)
def test_files_that_are_one_on_some_systems_are_a_finding(
    one: str, other: str, tmp_path: Path
) -> None:
    same = f"{other} and {one} are the same file on some systems"

    assert heard(tmp_path, zipped((one, "甲"), (other, "乙"))) == [
        f"county/{other}  error pack-invalid  {same}"
    ]


def test_two_packs_in_one_archive_are_a_finding(tmp_path: Path) -> None:
    data = zipped(("a/pack.toml", MANIFEST), ("b/pack.toml", MANIFEST))
    with ZipFile(BytesIO(data)) as made:
        names = made.namelist()
    assert names[0] == "pack.toml"
    assert heard(tmp_path, data) == []  # one at the top is the pack

    stream = BytesIO()
    with ZipFile(stream, "w") as without:
        for name in names[1:]:
            without.writestr(name, MANIFEST)
    assert heard(tmp_path, stream.getvalue())[0] == (
        "county  error pack-invalid  more than one pack is in the archive: a, b"
    )


def test_an_archive_without_a_pack_says_what_is_missing(tmp_path: Path) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("a/b/pack.toml", MANIFEST)

    assert heard(tmp_path, stream.getvalue())[0] == (
        "county/pack.toml  error pack-invalid  the pack has no file pack.toml"
    )


def with_flag(data: bytes, flag: int) -> bytes:
    """Return an archive in which the last entry has one more flag, of the 16 there are."""
    local, central = data.rindex(b"PK\3\4"), data.rindex(b"PK\1\2")
    changed = bytearray(data)
    for place in (local + 6, central + 8):
        changed[place] |= flag & 0xFF
        changed[place + 1] |= flag >> 8
    return bytes(changed)


def test_an_encrypted_file_is_a_finding(tmp_path: Path) -> None:
    assert heard(tmp_path, with_flag(zipped(("x.md.j2", "甲")), 1)) == [
        f"county/x.md.j2  {UNREAD}it is encrypted"
    ]


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_what_is_packed_so_that_it_cannot_be_read_in_part_is_not_read(
    method: int, tmp_path: Path
) -> None:
    bomb = zipped(("x.md.j2", b"\0" * 20_000_000), method=method)

    assert heard(tmp_path, bomb) == [
        f"county/{name}  {UNREAD}it is packed in an unusual way; pack it anew"
        for name in ("pack.toml", "x.md.j2")
    ]


def named(name: bytes, *, utf_8: bool) -> bytes:
    """Return an archive with one entry of that name as it stands in the file."""
    data = zipped((f"sections/{'x' * len(name)}.md.j2", "甲"))
    changed = data.replace(b"x" * len(name), name)
    return with_flag(changed, 0x800) if utf_8 else changed


def test_names_are_utf_8_whether_the_archive_says_so_or_not(tmp_path: Path) -> None:
    for utf_8 in (True, False):
        data = named("某县".encode(), utf_8=utf_8)
        assert heard(tmp_path, data) == []
        pack = template_packs.ready(load_pack(str(tmp_path / "county.zip")))
        assert pack.fill("sections/某县.md.j2", {}, prefix="x").blocks


def test_names_that_are_no_utf_8_are_findings_where_a_file_is_read(tmp_path: Path) -> None:
    assert heard(tmp_path, named("某县".encode("gbk"), utf_8=False)) == [
        f"county/sections/ĳ��.md.j2  {UNREAD}its name is not UTF-8"
    ]
    assert heard(tmp_path, named("某县".encode("gbk"), utf_8=True)) == [
        "county  error pack-invalid  the archive cannot be read: a name in it is not UTF-8"
    ]
    assert heard(tmp_path, zipped((entry("说明.txt"), "甲"))) == []


def test_a_file_that_unpacks_to_too_much_is_read_no_further(tmp_path: Path) -> None:
    large = zipped(("x.md.j2", "甲" * 10_000_000), ("y.bin", bytes(range(256)) * 2_000))
    assert len(large) > files.LARGEST_IN_ALL // archives.MOST_TIMES

    assert heard(tmp_path, large) == [f"county/x.md.j2  {UNREAD}it has more than 64 KiB"]


def test_an_archive_that_grows_too_much_is_refused(tmp_path: Path) -> None:
    assert heard(tmp_path, zipped(("x.md.j2", "甲" * 21_500), ("y.md.j2", "甲" * 21_500))) == [
        "county  error pack-invalid  the archive unpacks to more than 100 times its size"
    ]


def test_all_files_together_have_a_limit(tmp_path: Path) -> None:
    noise = Random(1).randbytes(30_000)  # noqa: S311 - what cannot be packed any smaller
    many = [(f"{number}.md.j2", "甲乙丙丁" * 5_000) for number in range(18)]
    data = zipped(("noise.bin", noise), *many)

    assert heard(tmp_path, data) == [
        "county  error pack-invalid  the files of the pack have more than 1024 KiB together"
    ]


def test_entries_that_share_their_bytes_count_each(tmp_path: Path) -> None:
    data = zipped(("a.md.j2", "甲" * 60_000), method=ZIP_DEFLATED)
    start = data.rindex(b"PK\1\2")
    end = data.rindex(b"PK\5\6")
    directory = data[start:end]
    entries = b"".join(
        directory.replace(b"a.md.j2", f"{number}.md.j2".encode()) for number in range(9)
    )
    first = data[data.index(b"PK\1\2") : start]
    tail = bytearray(data[end:])
    struct.pack_into("<HHL", tail, 8, 10, 10, len(first) + len(entries))

    found = heard(tmp_path, data[: data.index(b"PK\1\2")] + first + entries + bytes(tail))

    # Each names a file that is another one where its bytes stand.
    assert found == [f"county/{number}.md.j2  {UNREAD}it is damaged" for number in range(9)]


def test_more_files_than_a_pack_may_have_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 2)
    monkeypatch.setattr(files, "MOST_FILES", 2)
    data = zipped(*((f"{number}.md.j2", "甲") for number in range(3)))

    assert heard(tmp_path, data)[0] == "county  error pack-invalid  a pack has at most 2 files"


def test_an_archive_of_more_entries_than_anyone_needs_is_not_opened(tmp_path: Path) -> None:
    data = zipped() + archives._ENTRY * (archives.MOST_ENTRIES + 1)

    assert heard(tmp_path, data) == [
        "county  error pack-invalid  the archive cannot be read: it has more than 20000 entries"
    ]


def test_an_archive_larger_than_any_pack_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST_ARCHIVE", 4096)

    assert heard(tmp_path, zipped(("x.png", bytes(5000)), method=ZIP_STORED)) == [
        "county  error pack-invalid  the archive cannot be read: it has more than 4 KiB"
    ]


def lying(data: bytes) -> bytes:
    """Return an archive that says its last entry is ten bytes long."""
    changed = bytearray(data)
    struct.pack_into("<L", changed, data.rindex(b"PK\1\2") + 24, 10)
    return bytes(changed)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a size that is not so": lying,
    "other bytes": lambda data: data.replace("甲".encode(), "乙".encode()),
    "no local header": lambda data: data.replace(b"PK\3\4", b"PK\3\5"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_entry_that_is_damaged_is_a_finding(damage: str, tmp_path: Path) -> None:
    sound = zipped(("x.md.j2", "甲" * 20), method=ZIP_STORED)

    assert f"county/x.md.j2  {UNREAD}it is damaged" in heard(tmp_path, DAMAGES[damage](sound))


@pytest.mark.parametrize("size", [0, 1, 30, 200, -1, -10, -22, -40, -90])
def test_an_archive_that_was_cut_off_is_a_finding(size: int, tmp_path: Path) -> None:
    assert heard(tmp_path, zipped(("x.md.j2", "甲"))[:size]) == [
        "county  error pack-invalid  the archive cannot be read: it is no .zip file, or damaged"
    ]


def test_a_text_that_is_none_has_its_place_in_the_archive(tmp_path: Path) -> None:
    (only,) = heard(tmp_path, zipped(("x.md.j2", b"\n\xff"), ("y.md.j2", "{{")))

    assert only.partition("\n")[0] == f"county/x.md.j2  {UNREAD}line 2 is not UTF-8"
