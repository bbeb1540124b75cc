"""A file that cannot be opened, or is no record, is a finding that says what it is."""

import sys
from pathlib import Path

import pytest

from records import YEAR, problems
from summarykit.diagnostics import Place
from summarykit.readers import files, read_record


def test_a_record_file_is_read_by_its_ending(tmp_path: Path) -> None:
    for name in ("year.yaml", "year.YML"):
        (tmp_path / name).write_text(YEAR, "utf-8")
        result = read_record(tmp_path / name)
        assert result.findings == ()
        assert result.record is not None
    (tmp_path / "year.json").write_text("{}", "utf-8")
    assert [f.at.field for f in read_record(str(tmp_path / "year.json")).findings] == [
        "organisation",
        "period",
    ]


def _said_of(path: Path) -> str:
    (finding,) = read_record(path).findings
    assert finding.at == Place(str(path))
    hint = f" / {finding.hint}" if finding.hint else ""
    return f"{finding.code} {finding.message}{hint}"


def test_a_path_that_is_no_record_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "year.yaml").write_text(YEAR, "utf-8")
    (tmp_path / "year.docx").write_text(YEAR, "utf-8")
    (tmp_path / "year.txt").write_text(YEAR, "utf-8")
    (tmp_path / "year").write_text(YEAR, "utf-8")
    assert _said_of(tmp_path) == "file-unreadable a folder stands here"
    assert _said_of(tmp_path / "yaer.yaml") == (
        "file-unreadable there is no such file / did you mean year.yaml?"
    )
    assert _said_of(tmp_path / "q") == "file-unreadable there is no such file"
    # Nothing but the ending is alike.
    assert _said_of(tmp_path / "other.yaml") == "file-unreadable there is no such file"
    assert _said_of(tmp_path / "no" / "q") == "file-unreadable there is no such file"
    assert _said_of(tmp_path / "a\0b.yaml").startswith(
        "file-unreadable this file cannot be read: "  # the rest is the system's
    )
    wrong = "format-unknown a record is a .yaml, .yml, .json file; this one"
    assert _said_of(tmp_path / "year.docx") == (
        "format-unknown this is a Word file (.docx), which cannot be a record"
        " / write the record anew, after one of those in the folder examples"
    )
    save_it = "save the record as a text file that ends in .yaml"
    assert _said_of(tmp_path / "year.txt") == f"{wrong} ends in .txt / {save_it}"
    assert _said_of(tmp_path / "year") == f"{wrong} has no ending / {save_it}"
    monkeypatch.setattr(files, "LARGEST", 100)
    assert _said_of(tmp_path / "year.yaml") == (
        "file-too-large the file has 0 MiB; at most 0 are read / a record of a year has a few"
        " hundred kilobytes; is this the right file?"
    )


def test_a_file_that_may_not_be_read_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "year.yaml").write_text(YEAR, "utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert _said_of(tmp_path / "year.yaml") == (
        "file-unreadable reading this file is not permitted"
    )


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert _said_of(big).startswith("file-too-large the file has 50 MiB; at most 16 are read")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/zero")
def test_a_device_is_not_read() -> None:
    assert _said_of(Path("/dev/zero")) == "file-unreadable this is not a file"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 \xff", "a PDF file (%PDF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (OLE)"),
        (b"PK\x03\x04 word/document.xml \xff", "a Word file (ZIP)"),
        (b"PK\x03\x04 xl/workbook.xml \xff", "an Excel file (ZIP)"),
        (b"PK\x03\x04 ppt/slides \xff", "a PowerPoint file (ZIP)"),
    ],
)
def test_an_office_file_is_known_by_how_it_begins(data: bytes, kind: str) -> None:
    (told,) = problems(data)
    assert f"  this is {kind}, which cannot be a record\n" in told
