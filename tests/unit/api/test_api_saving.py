import os
import stat
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

import summarykit as sk
from small_pack import small_pack
from small_record import SMALL
from summarykit.writers.saving import save


@pytest.fixture(name="summary", scope="module")
def compose_once(tmp_path_factory: pytest.TempPathFactory) -> sk.Summary:
    folder = tmp_path_factory.mktemp("record")
    path = folder / "year.yaml"
    path.write_text(SMALL, "utf-8")
    return sk.compose(path, pack=small_pack(folder))


def sentence(summary: sk.Summary, path: Path | str) -> str:
    with pytest.raises(sk.SummaryError) as raised:
        summary.save(path)
    (finding,) = raised.value.findings
    assert finding.at.source == os.fspath(path)
    return f"{finding.code}: {finding.message}"


@pytest.mark.parametrize("name", ["总结.docx", "总结.md", "总结.txt", "总结.TXT"])
def test_the_suffix_names_the_format(summary: sk.Summary, tmp_path: Path, name: str) -> None:
    path = summary.save(tmp_path / name)
    assert path == tmp_path / name
    assert path.read_bytes() == summary.to_bytes(path.suffix.removeprefix("."))
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_word_file_is_a_zip_with_a_document(summary: sk.Summary, tmp_path: Path) -> None:
    with ZipFile(summary.save(str(tmp_path / "a.docx"))) as package:
        assert "word/document.xml" in package.namelist()


def test_an_unknown_format_is_a_finding(summary: sk.Summary, tmp_path: Path) -> None:
    said = "writer-unknown: summaries are not written as {}"
    assert sentence(summary, tmp_path / "a.odt") == said.format(".odt")
    assert sentence(summary, tmp_path / "a") == "writer-unknown: the name says no format"
    with pytest.raises(
        sk.SummaryError, match=r"written as pdf\n  hint: there are: docx, md, txt"
    ):
        summary.to_bytes("pdf")


def test_what_stands_in_the_way_is_a_finding(summary: sk.Summary, tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe.docx")
    said = "output-unwritable: {}"
    assert sentence(summary, tmp_path / "folder.docx") == said.format("a folder stands here")
    missing = said.format(f"there is no folder {tmp_path / 'none'}")
    assert sentence(summary, tmp_path / "none" / "a.docx") == missing
    no_folder = said.format(f"there is no folder {tmp_path / 'file'}")
    assert sentence(summary, tmp_path / "file/a.txt") == no_folder
    assert sentence(summary, tmp_path / "pipe.docx") == said.format("this is not a file")
    refused = sentence(summary, f"{tmp_path}/a\0b.docx")
    assert refused.startswith("output-unwritable: this file cannot be written: ")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder.docx", "pipe.docx"]


def fail(error: BaseException) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space"), "the disk is full / choose another folder"),
        (OSError(99, "no such thing"), "no such thing / choose another folder"),
        (
            PermissionError(13, "in use"),
            "it is not permitted / close it where it is open, or choose another folder",
        ),
    ],
)
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_the_old_file_stays_when_the_new_one_cannot_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str, step: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    monkeypatch.setattr(step, fail(error))
    finding = save(b"new", path)
    monkeypatch.undo()
    assert finding is not None
    assert f"{finding.message} / {finding.hint}" == f"this file cannot be written: {told}"
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_save_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", fail(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        save(b"new", tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_write_protected_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)  # to root, nothing is write-protected
    finding = save(b"new", path)
    assert finding is not None
    assert str(finding.message) == "this file is write-protected"
    assert path.read_text("utf-8") == "old"
    finding = save(b"new", tmp_path / "b.txt")
    assert finding is not None
    assert str(finding.message) == f"the folder {tmp_path} is write-protected"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    assert save(b"new", link) is None
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new"


def test_a_new_file_is_readable_as_the_umask_says_and_an_old_one_as_it_was(
    tmp_path: Path,
) -> None:
    plain, new, old = tmp_path / "plain", tmp_path / "new", tmp_path / "old"
    plain.touch()
    old.touch()
    old.chmod(0o640)
    assert save(b"", new) is None
    assert save(b"", old) is None
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("总" * 83 + ".docx")
    assert save(b"new", path) is None
    assert path.read_bytes() == b"new"
