import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import summarykit as sk
from summarykit.cli import main

ROOT = Path(__file__).parent.parent
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
PAGES = [*READMES.values(), ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(path), re.DOTALL | re.MULTILINE)


def code(path: Path) -> list[str]:
    return [block for language in ("sh", "yaml", "python") for block in blocks(path, language)]


def test_both_readmes_give_the_same_commands_record_and_example() -> None:
    assert code(READMES["en"]) == code(READMES["zh"])
    windows = [re.findall(r"`(py -3\.11 .*)`", text_of(path)) for path in READMES.values()]
    assert windows[0] == windows[1]
    assert len(windows[0]) == 2


def test_each_command_is_one_line_and_the_gate_takes_the_second() -> None:
    demo, test = blocks(READMES["en"], "sh")
    assert demo.count("\n") == test.count("\n") == 1
    assert demo.endswith(".venv/bin/summarykit demo\n")
    marked = text_of(READMES["en"]).partition("<!-- test command -->\n```sh\n")[2]
    assert marked.startswith(test)
    assert shlex.split(test)[-1] == "tests/gate.py"


def test_the_windows_commands_say_the_same() -> None:
    commands = [line.strip() for line in blocks(READMES["en"], "sh")]
    windows = re.findall(r"`(py -3\.11 .*)`", text_of(READMES["en"]))
    as_windows = [
        command.replace("python3.11", "py -3.11")
        .replace(".venv/bin/", ".venv\\Scripts\\")
        .replace("tests/", "tests\\")
        for command in commands
    ]
    assert windows == as_windows


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = blocks(READMES["en"], "python")
    assert len(examples) == 2
    for example in examples:
        assert len([line for line in example.splitlines() if line]) <= 10
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for example in examples:
        exec(compile(example, "README.md", "exec"), names)  # noqa: S102 - the reader would run it too
    assert "87对" in names["summary"].to_bytes("txt").decode()
    assert (tmp_path / "总结.docx").read_bytes().startswith(b"PK")


@pytest.fixture(name="record")
def write_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (record,) = blocks(READMES["en"], "yaml")
    monkeypatch.chdir(tmp_path)
    Path("year.yaml").write_text(record, "utf-8")
    return Path("year.yaml")


def test_the_record_makes_a_summary(record: Path) -> None:
    summary = sk.compose(record)
    text = summary.to_bytes("txt").decode()
    assert not [finding for finding in summary.findings if finding.is_error]
    assert summary.report == "left_behind_care"
    for figure in ("87名", "87对", "29名"):
        assert figure in text


def test_the_record_in_chinese_makes_a_summary_without_a_finding(tmp_path: Path) -> None:
    (record,) = blocks(READMES["zh"], "yml")
    assert not re.findall(r"[a-z]{3,}", record)
    (tmp_path / "year.yaml").write_text(record, "utf-8")
    summary = sk.compose(tmp_path / "year.yaml")
    assert summary.findings == ()
    assert "87对" in summary.to_bytes("txt").decode()


@pytest.mark.parametrize("lang", READMES)
def test_the_finding_shown_is_the_finding_given(
    record: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record.write_text(text_of(record).replace("count: 87名", "count: 700名"), "utf-8")
    assert main(["check", str(record), "--lang", lang]) == 1
    assert capsys.readouterr().err in blocks(READMES[lang], "text")


@pytest.mark.parametrize("lang", READMES)
def test_the_commands_shown_are_the_commands_there_are(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (listed,) = (block for block in blocks(READMES[lang], "text") if "summarykit demo" in block)
    shown = re.findall(r"^summarykit (\w+)", listed, re.MULTILINE)
    with pytest.raises(SystemExit):
        main(["--help"])
    helped = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert shown == helped


@pytest.mark.usefixtures("record")
def test_the_commands_of_the_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [block for block in blocks(READMES["en"], "text") if "summarykit build y" in block]
    assert shown == [b for b in blocks(READMES["zh"], "text") if "summarykit build y" in b]
    commands = shown[0].splitlines()
    assert len(commands) == 4
    for command in commands:
        assert main(shlex.split(command)[1:]) == 0, capsys.readouterr().err
    assert {path.suffix for path in Path().iterdir()} == {".yaml", ".docx", ".md", ""}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_into_the_repository_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text_of(page))
    assert [target for target in targets if not (page.parent / target).exists()] == []
