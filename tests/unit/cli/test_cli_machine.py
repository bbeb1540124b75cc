import subprocess
from pathlib import Path

import pytest

from summarykit.cli import main
from summarykit.cli.machine import families, installed_fonts
from summarykit.packs import bundled

RECORD = str(bundled("examples") / "class-left-behind-term.yaml")


def listing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    program = tmp_path / "fc-list"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


def test_families_are_read_from_a_listing_with_their_other_names() -> None:
    listed = "黑体,SimHei\n仿宋\n\n"
    assert families(listed) == frozenset({"黑体", "SimHei", "仿宋"})
    assert families("") is None


def test_a_machine_without_fontconfig_cannot_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert installed_fonts() is None


def test_a_program_that_fails_says_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("fc-list", 5)

    listing(monkeypatch, tmp_path, "echo 黑体")
    monkeypatch.setattr(subprocess, "run", fails)
    assert installed_fonts() is None


def test_build_says_which_fonts_the_machine_lacks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing(monkeypatch, tmp_path, "echo 仿宋; echo 楷体; echo 宋体; echo Times New Roman")
    assert main(["build", RECORD, "-o", str(tmp_path / "a.docx")]) == 0
    said = capsys.readouterr().err
    assert "提示 font-missing  本机没有字体 黑体\n" in said
    assert main(["build", RECORD, "-o", str(tmp_path / "a.txt")]) == 0
    assert "font-missing" not in capsys.readouterr().err
