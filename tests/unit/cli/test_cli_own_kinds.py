"""The commands with a pack that adds kinds: known with `--pack`, and told of without it."""

import json
from pathlib import Path

import pytest

from own_kinds import NUTRITION, YEAR
from summarykit.cli import main

PACK = ["--pack", str(NUTRITION)]


@pytest.fixture(autouse=True)
def ask_no_machine_for_its_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarykit.cli.build.installed_fonts", lambda: None)


def test_a_record_is_checked_and_built_with_the_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "总结.txt"
    assert main(["check", str(YEAR), *PACK]) == 0
    assert main(["build", str(YEAR), "-o", str(out), *PACK, "--programme", "营养改善"]) == 0
    assert "营养改善工作总结" in out.read_text("utf-8")
    assert capsys.readouterr().err == ""


def test_without_the_pack_a_record_has_errors_that_name_the_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(YEAR)]) == 1
    told = capsys.readouterr()
    assert "营养改善" in told.err
    assert "要是模板包自己增加的，请指明模板包（--pack）" in told.err


def test_the_schema_and_the_page_have_what_the_pack_adds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["schema", *PACK]) == 0
    definitions = json.loads(capsys.readouterr().out)["$defs"]
    assert "食堂陪餐" in definitions["MeasureKind"]["enum"]
    assert main(["schema", "--format", "md", *PACK]) == 0
    assert "- 营养改善：学校食堂供餐、膳食管理和学生营养改善工作" in capsys.readouterr().out
    assert main(["schema", "--pack", "nowhere"]) == 1
    assert "pack-not-found" in capsys.readouterr().err


def test_the_reports_of_the_pack_tell_of_what_it_adds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["reports", *PACK]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split() == ["nutrition", "营养改善", "营养改善"] for line in lines)
    assert main(["--lang", "en", "reports", *PACK]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split() == ["nutrition", "营养改善", "nutrition"] for line in lines)
