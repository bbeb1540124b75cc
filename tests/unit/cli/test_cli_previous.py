"""`--previous` of build, check and explain."""

import json
from pathlib import Path

import pytest

from summarykit.cli import main
from summarykit.packs import bundled

NOW = str(bundled("examples") / "two-years/2023-2024.yaml")
BEFORE = str(bundled("examples") / "two-years/2022-2023.yaml")


@pytest.fixture(autouse=True)
def ask_no_machine_for_its_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarykit.cli.build.installed_fonts", lambda: None)


def test_build_tells_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "总结.txt"
    assert main(["build", NOW, "--previous", BEFORE, "-o", str(target)]) == 0
    text = target.read_text("utf-8")
    assert "比上学年的524名减少13名，下降2.5%" in text
    assert "“腾出两间教室建成亲情通话室”已落实" in text
    told = capsys.readouterr().err
    assert "警告 step-unmentioned  上期的这项打算没有下文：与镇客运站商定周末接送班次" in told
    assert main(["build", NOW, "-o", str(target)]) == 0
    assert "上学年" not in target.read_text("utf-8")


def test_check_lists_both_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", NOW, "--previous", BEFORE, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    copied = next(one for one in found if one["code"] == "text-copied")
    assert f"{BEFORE}:" in copied["message"]
    assert copied["source"] == NOW


def test_a_record_that_is_not_earlier_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", BEFORE, "--previous", NOW]) == 1
    assert "上期的记录并不在前" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["check", BEFORE, "--previous", ""])
    assert "--previous 不能为空" in capsys.readouterr().err


def test_explain_names_the_file_of_an_earlier_figure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", NOW, "132名", "--previous", BEFORE]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("132名  留守儿童 人数 上期")
    assert f"   记录：{BEFORE}:" in shown
    assert main(["explain", NOW, "--previous", BEFORE]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert any(row.startswith("132名") and "2022-2023.yaml:" in row for row in rows)
    assert not any(row.startswith("140名") and "2023-2024.yaml:" in row for row in rows)


def test_explain_knows_a_change_as_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", NOW, "增加8名", "--previous", BEFORE]) == 0
    head, made, now, before, _ = capsys.readouterr().out.splitlines()
    assert head == "8名  留守儿童 人数 增减"
    assert made == "   算出：140名 − 132名 = 8名"
    assert (now.split()[0], before.split()[0]) == ("140名", "132名")
    assert BEFORE in before
    assert main(["explain", NOW, "提高8.3个百分点", "--previous", BEFORE]) == 0
    assert "100% − 91.7% = 8.3个百分点" in capsys.readouterr().out
    assert main(["explain", NOW, "减少8名", "--previous", BEFORE]) == 1
