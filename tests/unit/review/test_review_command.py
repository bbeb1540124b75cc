"""`summarykit review` and `sk.review`: files and bytes in, findings and exit codes out."""

import json
from pathlib import Path

import pytest

import summarykit as sk
from documents import ROOT
from review_files import edited, run, style, swap, written
from school_file import school_file
from small_pack import small_pack
from summarykit.cli import main
from summarykit.diagnostics import Code

FILE = written()
ARIAL = style("Normal", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="Arial"')


@pytest.fixture(name="path")
def write_the_file(tmp_path: Path) -> Path:
    path = tmp_path / "总结.docx"
    path.write_bytes(FILE)
    return path


def test_a_path_and_bytes_are_the_same(path: Path) -> None:
    assert sk.review(path) == sk.review(str(path)) == sk.review(FILE) == ()
    wrong = edited(FILE, ARIAL)
    path.write_bytes(wrong)
    named, bare = sk.review(path), sk.review(wrong)
    assert [f.message for f in named] == [f.message for f in bare]
    assert {f.at.source for f in named} == {str(path)}
    assert {f.at.source for f in bare} == {None}


def test_what_is_asked_for_wrongly_is_a_finding(path: Path) -> None:
    (finding,) = sk.review(3)  # type: ignore[arg-type]
    assert finding.code is Code.WRONG_TYPE
    (finding,) = sk.review(path, pack="no-such-pack")
    assert finding.code is Code.PACK_NOT_FOUND
    (finding,) = sk.review(path.parent / "none.docx")
    assert finding.code is Code.FILE_UNREADABLE


def test_the_layout_is_that_of_the_pack(path: Path, tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    layout = sk.load_pack(pack).layout
    assert sk.review(written(layout), pack=pack) == ()
    assert sk.review(path, pack=sk.load_pack("zh")) == ()


def test_the_command_says_what_is_wrong_and_how_much(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(path)]) == 0
    shown = capsys.readouterr()
    unseen = "没有排成页面来检查（b17、s05、x02 三项），需要时加 --render\n"
    assert shown.out == f"{path}：错误 0 条，警告 0 条，提示 0 条\n{unseen}"
    assert shown.err == ""
    path.write_bytes(edited(FILE, run("学校成立领导小组", '<w:sz w:val="24"/>')))
    assert main(["review", str(path), "--lang", "en"]) == 1
    shown = capsys.readouterr()
    said = "the size of the text should be 三号 (16 pt), but is 小四 (12 pt)"
    assert shown.err.splitlines()[0] == (
        f"{path}  error b02-text-size  {said} (paragraph 11 “学校成立领导小组，每月召…”)"
    )
    assert shown.out.splitlines()[0] == f"{path}: errors 2, warnings 0, remarks 0"


def test_the_command_tells_programs_where(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(edited(FILE, ARIAL))
    assert main(["review", str(path), "--format", "json"]) == 1
    (first, *_) = json.loads(capsys.readouterr().out)
    assert (first["severity"], first["code"]) == ("error", "b01-text-font")
    assert first["path"] == ["paragraph", 4]
    path.write_bytes(FILE)
    assert main(["review", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_command_takes_any_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(school_file())
    assert main(["review", str(path)]) == 1
    capsys.readouterr()
    plain = path.with_suffix(".md")
    plain.write_text("# 关爱工作总结\n\n我校有留守儿童xx名。\n", "utf-8")
    assert main(["review", str(plain)]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith(f"{plain}  错误 c01-placeholder  这里还没有填：xx（见第 3 行")
    assert shown.out == f"{plain}：错误 1 条，警告 0 条，提示 0 条\n"
    plain.write_bytes("我校".encode("gbk"))
    assert main(["review", str(plain)]) == 1
    assert "这个文件不是 UTF-8 编码的文本，可能是 GBK 编码" in capsys.readouterr().err
    plain.write_text(" \n", "utf-8")
    assert main(["review", str(plain)]) == 1
    assert "文件中没有文字" in capsys.readouterr().err
    assert main(["review", str(path.with_name("none.docx"))]) == 1
    assert "没有这个文件" in capsys.readouterr().err


def test_the_page_shows_what_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    small = run("学校成立领导小组", '<w:sz w:val="30"/>')
    song = style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="宋体"')
    form = swap("（一）健全", "(一)健全")
    path.write_bytes(edited(FILE, small, song, form))
    assert main(["review", path.name]) == 1
    shown = capsys.readouterr()
    page = (ROOT / "docs/review.md").read_text("utf-8")
    assert f"```text\n{shown.err}{shown.out}```\n" in page


def test_a_report_without_a_record_is_a_wrong_usage(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(path), "--report", "annual"]) == 2
    assert "--record" in capsys.readouterr().err
    (finding,) = sk.review(path, report="annual")
    assert finding.code is Code.WRONG_VALUE


def test_plain_text_has_no_pages_to_render(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("青石小学工作总结\n\n教师家访。\n", "utf-8")
    assert main(["review", str(path), "--render"]) == 0
    assert "纯文本没有页面" in capsys.readouterr().err


def test_text_in_gbk_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(b"# A\n\n" + "教师家访。".encode("gbk"))
    (finding,) = sk.review(path)
    assert (finding.code, finding.at.line) == (Code.FILE_NOT_TEXT, 3)


@pytest.mark.parametrize(
    ("name", "data", "said", "hint"),
    [
        ("year.yaml", b"organisation: {}", "this is a record", "summarykit check"),
        ("year.json", b"{}", "this is a record", "summarykit check"),
        ("a.pdf", b"%PDF-1.7", "this is a PDF file", ".docx, .md, .txt"),
        ("a.odt", b"none", "this is not a Word file", ".docx, .md, .txt"),
    ],
)
def test_what_is_no_summary_is_told_where_it_goes(
    tmp_path: Path, name: str, data: bytes, said: str, hint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (finding,) = sk.review(path)
    assert finding.code is Code.FORMAT_UNKNOWN
    assert str(finding.message).startswith(said)
    assert hint in str(finding.hint)
