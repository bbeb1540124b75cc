import json
import re
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import summarykit as sk
from small_pack import small_pack
from small_record import HALF_TOLD, SMALL, UNSOUND
from summarykit.api import load_pack
from summarykit.cli import main
from summarykit.model.catalogue import load_catalogue
from summarykit.packs import bundled
from summarykit.version import __version__

Written = Callable[[str], str]


@pytest.fixture(autouse=True)
def ask_no_machine_for_its_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarykit.cli.build.installed_fonts", lambda: None)


@pytest.fixture(name="written")
def write_into_a_folder_of_its_own(tmp_path: Path) -> Written:
    def written(text: str) -> str:
        path = tmp_path / "year.yaml"
        path.write_text(text, "utf-8")
        return str(path)

    return written


@pytest.fixture(name="pack")
def write_the_pack(tmp_path: Path) -> str:
    return str(small_pack(tmp_path))


def test_build_writes_the_file_and_says_what_is_in_it(
    written: Written, pack: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.docx"
    english = ["--lang", "en"]
    assert main([*english, "build", written(SMALL), "-o", str(out), "--pack", pack]) == 0
    shown = capsys.readouterr()
    title = "云岭县青石镇中心小学关爱留守儿童工作总结"
    counts = "97 characters, 4 figures of the record"
    assert shown.out == f"{out}: {title}, {counts}\n"
    assert shown.err == ""
    assert out.read_bytes().startswith(b"PK")


def test_build_calls_a_file_in_a_folder_by_record_and_report(
    written: Written, pack: str, tmp_path: Path
) -> None:
    record = written(SMALL)
    assert main(["build", record, "-o", str(tmp_path), "--pack", pack]) == 0
    assert (tmp_path / "year-left_behind_care.docx").is_file()
    assert main(["build", record, "-o", f"{tmp_path}/new/", "--pack", pack]) == 0
    assert (tmp_path / "new" / "year-left_behind_care.docx").is_file()
    named = ["--report", "全年", "--audience", "内部", "-o", f"{tmp_path}/a.md"]
    assert main(["build", record, *named, "--pack", pack]) == 0
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# 云岭县青石镇中心小学全年")


def test_build_shows_warnings_and_writes_all_the_same(
    written: Written, pack: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, out = written(HALF_TOLD), tmp_path / "a.txt"
    assert main(["--lang", "en", "build", record, "-o", str(out), "--pack", pack]) == 0
    said = "attachment-missing  the attachment 结对名册 has no content and is left out"
    assert capsys.readouterr().err == f"{record}:13:5 attachments[0]  warning {said}\n"
    assert out.is_file()


def test_build_writes_nothing_when_there_are_errors(
    written: Written, pack: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.docx"
    assert main(["build", written(UNSOUND), "-o", str(out), "--pack", pack]) == 1
    shown = capsys.readouterr()
    assert "错误 subset-exceeds-whole" in shown.err
    assert shown.err.endswith("\n没有写出文件\n")
    assert shown.out == ""
    assert not out.exists()


@pytest.mark.parametrize("out", ["a.odt", "none/a.docx", "a" * 300, "a\0/b.docx"])
def test_build_says_why_it_cannot_write(
    written: Written, pack: str, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", written(SMALL), "-o", out, "--pack", pack]) == 1
    assert capsys.readouterr().err.startswith(f"{out}  错误 ")


def test_check_shows_findings_to_people(
    written: Written, pack: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record = written(SMALL)
    assert main(["check", record, "--pack", pack]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{record}：")
    assert shown.err == ""
    assert main(["check", written(UNSOUND), "--pack", pack, "--lang", "en"]) == 1
    shown = capsys.readouterr()
    assert shown.out == f"{record}: errors 1, warnings 0, remarks 0\n"
    assert shown.err.startswith(
        f"{record}:6:51 population[1].count  error subset-exceeds-whole"
    )


def test_check_gives_findings_to_programs(
    written: Written, pack: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record = written(UNSOUND)
    assert main(["check", record, "--pack", pack, "--format", "json"]) == 1
    shown = capsys.readouterr()
    (finding,) = json.loads(shown.out)
    assert (finding["source"], finding["line"]) == (record, 6)
    assert (finding["severity"], finding["code"]) == ("error", "subset-exceeds-whole")
    assert shown.err == ""
    assert main(["check", written(SMALL), "--pack", pack, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("content", [b"", b"\x00\x01PK", b"- a\n- b\n", b"a: [", b"\xff\xfe"])
def test_bad_input_is_a_finding_and_never_a_traceback(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    assert main(["check", str(path)]) == 1
    assert main(["build", str(path), "-o", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(str(path))
    assert list(tmp_path.iterdir()) == [path]


def test_reports_lines_up_whatever_the_width_of_a_character(
    pack: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reports", "--pack", pack]) == 0
    head, *lines = capsys.readouterr().out.split("\n")
    assert head.startswith("总结              名称          ")
    assert lines == [
        "----------------  ------------  ------------",
        "annual            全年          全部",
        "left_behind_care  关爱留守儿童  关爱留守儿童",
        "home_visits       家访          家访",
        "",
    ]
    assert main(["reports", "--pack", "nowhere"]) == 1
    assert "pack-not-found" in capsys.readouterr().err


def test_reports_tell_of_their_work_by_the_names_of_the_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["reports", "--lang", "en"]) == 0
    assert (
        "left_behind_care    关爱留守儿童        left_behind_care\n" in capsys.readouterr().out
    )
    assert main(["reports"]) == 0
    words = capsys.readouterr().out.split()
    assert words.count("关爱留守儿童") == 2  # the name of the report, and of its work


def test_the_catalogue_tells_what_each_entry_is_and_where_it_is_published(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["catalogue"]) == 0
    lines = capsys.readouterr().out.splitlines()
    told = load_catalogue()
    assert len(lines) == 3 * (len(told.documents) + len(told.terms))
    at = lines.index("compulsory_education_law  法律  1986  全国人民代表大会")
    assert lines[at + 1] == "  中华人民共和国义务教育法"
    assert re.fullmatch(r"  https://www\.moe\.gov\.cn/\S+", lines[at + 2])
    at = lines.index("两免一补  简称  2015")
    assert lines[at + 1] == "  免除学杂费；免费提供教科书；补助家庭经济困难寄宿生生活费"
    unsure = [line for line in lines if line.endswith("未核实，引用前请核对")]
    assert len(unsure) == sum(
        not entry.is_confirmed for entry in (*told.documents, *told.terms)
    )
    assert main(["catalogue", "--lang", "en"]) == 0
    assert "两免一补  term  2015\n" in capsys.readouterr().out


def test_the_catalogue_is_json_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    known = load_catalogue()
    assert [one["id"] for one in told["documents"]] == [one.id for one in known.documents]
    assert [one["name"] for one in told["terms"]] == [one.name for one in known.terms]
    (law,) = (one for one in told["documents"] if one["id"] == "minors_protection_law")
    assert (law["kind"], law["year"], law["issued"]) == ("law", 1991, "1991-09-04")
    assert {"id", "title", "issuer", "year", "kind", "source"} <= law.keys()


def test_schema_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["organisation"]["title"] == "单位"


def test_demo_writes_every_example_and_all_reports_of_the_full_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", str(tmp_path / "new" / "out")]) == 0
    head, rule, *rows = capsys.readouterr().out.rstrip("\n").split("\n")
    assert head.split()[:3] == ["文件", "总结", "字数"]
    assert set(rule) == {"-", " "}
    files = {path.stem for path in (tmp_path / "new" / "out").iterdir()}
    assert len(rows) == len(files)
    examples = {path.stem for path in bundled("examples").glob("*.yaml")}
    assert len(examples) >= 6
    assert {stem.rpartition("-")[0] for stem in files} == examples
    told = {stem.rpartition("-")[2] for stem in files if stem.startswith("full-school-year-")}
    assert told == set(load_pack().reports)


@pytest.fixture(name="few")
def ship_two_examples_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "examples"
    folder.mkdir()
    for name in ("first", "second"):
        (folder / f"{name}.yaml").write_text(SMALL, "utf-8")
    monkeypatch.setattr("summarykit.packs.bundled", lambda _: folder)


@pytest.mark.usefixtures("few")
def test_demo_says_which_example_fails_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "first-left_behind_care.docx"
    blocked.mkdir()
    assert main(["demo", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith(f"{blocked}  错误 output-unwritable  ")
    assert len(shown.out.splitlines()) == 3
    assert (tmp_path / "second-left_behind_care.docx").is_file()


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_a_file_is_not_called_by_the_name_of_a_child(
    audience: str, pack: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "王喜鹊帮扶.yaml"
    record.write_text(f"{SMALL}\n学生:\n  - 姓名: 王喜鹊\n", "utf-8")
    out = tmp_path / "out"
    wish = ["--pack", pack, "--audience", audience, "--sources"]
    assert main(["build", str(record), "-o", f"{out}/", *wish]) == 0
    (saved,) = out.iterdir()
    assert saved.name == "学生A帮扶-left_behind_care.docx"
    said = capsys.readouterr()
    assert "警告 private-masked" in said.err
    summary = sk.compose(record, pack=pack, audience=audience)
    assert "王喜鹊" not in summary.to_bytes("txt", sources=True).decode()
    assert summary.file_name("年报") == "年报"


def test_demo_needs_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["demo", str(file)]) == 1
    assert capsys.readouterr().err.startswith(f"{file}  错误 output-unwritable  ")


@pytest.mark.usefixtures("few")
def test_demo_shows_people_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["demo", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "\r0/2\r1/2\r\x1b[K"


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["summarykit", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("summarykit", run_name="__main__")
    assert left.value.code == 0
    assert capsys.readouterr().out == f"summarykit {__version__}\n"


def test_build_adds_the_sources_of_figures_when_asked(
    written: Written, pack: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.md"
    build = ["build", written(SMALL), "-o", str(out), "--pack", pack]
    assert main(build) == 0
    assert "数据来源" not in out.read_text("utf-8")
    assert main([*build, "--sources"]) == 0
    assert "（第10行）" in out.read_text("utf-8").partition("数据来源")[2]
