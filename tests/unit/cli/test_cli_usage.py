import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarykit.cli import main
from summarykit.cli.console import Console
from summarykit.cli.parser import language_of, refusal

NEWLINE = "\n"


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err.rstrip(NEWLINE).split(NEWLINE)[-1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "summarykit: a command is missing: -h lists them"),
        (["build"], "summarykit build: RECORD, -o/--out is missing"),
        (["check", "a.yaml", "--bogus"], "summarykit check: there is no --bogus here"),
        (["build", "a.yaml", "-o"], "summarykit build: -o/--out needs a value"),
        (["check", "a.yaml", "b.yaml"], "summarykit check: b.yaml is too much here"),
        (["build", "a.yaml", "-o", " "], "summarykit build: -o/--out cannot be empty"),
        (["check", ""], "summarykit check: RECORD cannot be empty"),
        (["check", "a.yaml", "--report", ""], "summarykit check: --report cannot be empty"),
        (["reports", "--pack", ""], "summarykit reports: --pack cannot be empty"),
        (
            ["check", "a.yaml", "--programme", ""],
            "summarykit check: --programme cannot be empty",
        ),
        (["--lang=fr", "demo"], "summarykit: --lang cannot be fr; there are: zh, en"),
        (["check", "-h=x"], "summarykit check: -h/--help takes no value: x"),
        (["reports", "--lang"], "summarykit reports: --lang needs a value"),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_exits_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(["--lang", "en", *arguments], capsys) == said


@pytest.mark.parametrize(
    ("arguments", "said", "near"),
    [
        (["builds", "a.yaml"], "summarykit: 没有 builds 这个命令，可用：demo、", "build"),
        (
            ["check", "a.yaml", "--audiense", "内部"],
            "summarykit check: 没有 --audiense 这个选项",
            "--audience",
        ),
        (["check", "a.yaml", "--lenght=short"], "summarykit check: 没有 --lenght", "--length"),
    ],
)
def test_a_misspelt_word_has_the_nearest_right_one(
    arguments: list[str], said: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    *_, told, hint = capsys.readouterr().err.rstrip(NEWLINE).split(NEWLINE)
    assert told.startswith(said)
    assert hint == f"   提示：是不是 {near}？"


def test_wrong_usage_shows_how_the_command_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["check"])
    usage, *_, said = capsys.readouterr().err.rstrip(NEWLINE).split(NEWLINE)
    assert usage.startswith("用法：summarykit check [-h] [--lang {zh,en}]")
    assert said.startswith("summarykit check: 缺少")


def test_a_refusal_of_argparse_that_we_do_not_know_stays_as_it_is() -> None:
    assert refusal("one of these days", Console("zh")) == "one of these days"


@pytest.mark.parametrize(
    "command", [[], ["demo"], ["build"], ["check"], ["reports"], ["schema"], ["catalogue"]]
)
def test_help_is_in_the_language_asked_for(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, usage in (("zh", "用法："), ("en", "usage: ")):
        with pytest.raises(SystemExit) as left:
            main(["--lang", lang, *command, "--help"])
        assert left.value.code == 0
        words = capsys.readouterr().out
        assert words.startswith(usage)
        has_chinese = any("\u4e00" <= sign <= "\u9fff" for sign in words)
        assert has_chinese == (lang == "zh")


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        ([], "zh"),
        (["--lang", "en"], "en"),
        (["check", "--lang=en"], "en"),
        (["--lang", "fr"], "zh"),
        (["check", "--lang"], "zh"),
        (["--lang", "en", "--lang", "zh"], "zh"),
    ],
)
def test_the_language_is_known_before_anything_is_refused(
    arguments: list[str], lang: str
) -> None:
    assert language_of(arguments) == lang


def test_an_interrupt_leaves_with_its_usual_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("summarykit.cli.reports.run", interrupted)
    assert main(["reports"]) == 130


def test_what_a_command_prints_can_be_caught_by_a_program() -> None:
    caught = io.StringIO()
    with contextlib.redirect_stdout(caught):
        assert main(["reports"]) == 0
    assert "left_behind_care" in caught.getvalue()


def run(code: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    script = tmp_path / "schema.py"
    script.write_text("from summarykit.cli import main; raise SystemExit(main(['schema']))")
    left_at_once = f"{sys.executable} {script} | {sys.executable} -c 'import sys'; exit 0"
    done = run(f"import os; os.system({left_at_once!r})")
    assert done.stderr == b""


def test_a_console_without_chinese_shows_marks_instead_of_failing() -> None:
    code = "from summarykit.cli import main; raise SystemExit(main(['reports']))"
    done = run(code, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"\\u603b\\u7ed3" in done.stdout


def test_what_is_absent_is_not_taken_for_a_slip(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(["build", "a.yaml"], capsys) == "summarykit build: 缺少 -o/--out"
