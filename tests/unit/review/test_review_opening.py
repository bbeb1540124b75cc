"""Files that are no sound Word file: each is a finding, never a traceback."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

import summarykit as sk
from documents import LAYOUT
from review_files import MAIN, edited, found, packed, parts_of, written
from summarykit.diagnostics import Code, Finding
from summarykit.l10n.messages import describe
from summarykit.ooxml import opening
from summarykit.review import files, load
from summarykit.review.reviewing import review

FILE = written()
PARTS = parts_of(FILE)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED = OLD + "EncryptedPackage".encode("utf-16-le")


def only(data: bytes, source: str = "总结.docx") -> Finding:
    (finding,) = review(data, LAYOUT, source)
    assert finding.is_error
    assert describe(finding, "zh").startswith(f"{source}  错误 ")
    return finding


@pytest.mark.parametrize(
    ("data", "source", "code", "said"),
    [
        (b"", "a.docx", Code.FILE_EMPTY, "文件中没有内容"),
        (OLD, "a.doc", Code.FORMAT_UNKNOWN, "旧格式的文件（.doc 或 .wps）"),
        (LOCKED, "a.docx", Code.FORMAT_UNKNOWN, "加了密码"),
        (b"%PDF-1.7", "a.pdf", Code.FORMAT_UNKNOWN, "这是 PDF 文件"),
        (b"{\\rtf1 a}", "a.doc", Code.FORMAT_UNKNOWN, "这是 RTF 文件"),
        (b" <HTML>", "a.doc", Code.FORMAT_UNKNOWN, "这是 HTML 文件"),
        ("总结".encode(), "a.docx", Code.FORMAT_UNKNOWN, "这不是 Word 文件"),
        (b"PK\3\4" + b"x" * 40, "a.docx", Code.X01, "无法解开"),
        (FILE[: len(FILE) // 2], "a.docx", Code.X01, "无法解开"),
        (packed({"xl/workbook.xml": "<a/>"}), "a.docx", Code.FORMAT_UNKNOWN, "没有 Word 文档"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_said(data: bytes, source: str, code: Code, said: str) -> None:
    finding = only(data, source)
    assert finding.code is code
    assert said in describe(finding, "zh")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<w:document",
        PARTS[MAIN][:-20],
        PARTS[MAIN].replace('encoding="UTF-8"', 'encoding="KOI-99"'),
        "\0\0\0",
    ],
)
def test_a_damaged_part_is_named(text: str) -> None:
    finding = only(packed(PARTS | {MAIN: text}))
    assert finding.code is Code.X01
    assert "word/document.xml" in describe(finding, "zh")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>'.encode(encoding)
    finding = only(packed(PARTS | {"word/styles.xml": bomb}))
    assert finding.code is Code.X01
    assert "声明了实体" in describe(finding, "zh")


def test_a_file_of_the_machine_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")
    text = f'<!DOCTYPE a [<!ENTITY a SYSTEM "{secret.as_uri()}">]><a>&a;</a>'
    assert "机密" not in describe(only(packed(PARTS | {MAIN: text})), "zh")


def test_what_would_unfold_into_very_much_is_not_unfolded() -> None:
    huge = packed(PARTS | {"word/media/a.xml": b" " * (opening._SMALL * 4)})
    finding = only(huge)
    assert finding.code is Code.X01
    assert "word/media/a.xml 解开后有 4 MiB" in describe(finding, "zh")


def test_many_parts_and_large_sums_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = packed(PARTS | {f"a{n}": "" for n in range(opening._MOST_PARTS)})
    assert "个部件" in describe(only(many), "zh")
    monkeypatch.setattr(opening, "_LARGEST_IN_ALL", 1000)
    assert "加起来太大" in describe(only(FILE), "zh")
    monkeypatch.setattr(opening, "_LARGEST_PART", 1000)
    assert "解开后有" in describe(only(FILE), "zh")


def test_a_part_that_lies_about_its_size_ends_in_a_finding() -> None:
    data = bytearray(FILE)
    for sign, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = data.find(sign)
        while start >= 0:
            struct.pack_into("<I", data, start + at, 7)
            start = data.find(sign, start + 4)
    assert only(bytes(data)).code is Code.X01


def test_a_part_with_a_password_is_said() -> None:
    data = bytearray(FILE)
    at = data.find(b"PK\1\2")
    struct.pack_into("<H", data, at + 8, 1)
    assert "加了密码" in describe(only(bytes(data)), "zh")


def test_a_compression_nobody_knows_is_a_finding() -> None:
    data = bytearray(FILE)
    start = data.find(b"PK\1\2")
    while start >= 0:
        struct.pack_into("<H", data, start + 10, 97)
        start = data.find(b"PK\1\2", start + 4)
    assert only(bytes(data)).code is Code.X01


def test_a_file_without_text_is_empty() -> None:
    empty = PARTS[MAIN].partition("<w:body>")[0] + "<w:body/></w:document>"
    assert only(packed(PARTS | {MAIN: empty})).code is Code.FILE_EMPTY
    assert only(packed(PARTS | {MAIN: "<a/>"})).code is Code.FILE_EMPTY


def test_only_the_document_is_needed() -> None:
    codes = {finding.code for finding in found(packed({MAIN: PARTS[MAIN]}))}
    assert {Code.B01, Code.F01, Code.P13, Code.X03} <= codes


def test_the_strict_form_is_read_like_the_usual_one() -> None:
    def strict(parts: dict[str, str]) -> None:
        usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        for name, text in parts.items():
            new = text.replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            parts[name] = new

    assert found(edited(FILE, strict)) == ()


def test_files_that_cannot_be_read_are_findings(tmp_path: Path) -> None:
    folder, missing = load(str(tmp_path)), load(str(tmp_path / "none.docx"))
    null = load("a\0b")
    for finding in (folder, missing, null):
        assert isinstance(finding, Finding)
        assert finding.code is Code.FILE_UNREADABLE


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(FILE)
    assert load(str(path)) == FILE
    monkeypatch.setattr(files, "LARGEST_FILE", 100)
    finding = load(str(path))
    assert isinstance(finding, Finding)
    assert finding.code is Code.FILE_TOO_LARGE


def test_an_archive_may_have_odd_names() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        archive.writestr("../../etc/passwd.xml", "<a/>")
        archive.writestr("word/", "")
    assert found(out.getvalue()) == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_bytes_that_are_text_are_reviewed_as_text(mark: str) -> None:
    text = mark + "2024年工作总结\n\n学校取得了了进步。\n"
    codes = {one.code for one in sk.review(text.encode())}
    assert Code.C05 in codes
    assert Code.FORMAT_UNKNOWN not in codes
    (finding,) = sk.review("工作总结\n学校做了工作。\n".encode("gb18030"))
    assert finding.code is Code.FILE_NOT_TEXT


@pytest.mark.parametrize(
    "data", [OLD, b"%PDF-1.7", b"{\\rtf1 a}", b"\n<html>", b"\xff\xff\xff", b"a\0b"]
)
def test_bytes_of_other_files_are_no_text(data: bytes) -> None:
    (finding,) = sk.review(data)
    assert finding.code is Code.FORMAT_UNKNOWN
