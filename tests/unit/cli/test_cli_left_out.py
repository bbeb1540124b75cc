"""What `build` says of the facts that a summary leaves out."""

import json
import re
from pathlib import Path

import pytest

from example_records import FOLDER, FULL
from small_pack import small_pack
from small_record import SMALL, UNSOUND
from summarykit.cli import main

CASE = """\
cases:
  - {id: c1, situation: 父母外出, outcome: 变得开朗, consent: true, sensitivity: public}
"""


@pytest.fixture(name="build")
def the_words_that_build_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr("summarykit.cli.build.installed_fonts", lambda: None)
    record = tmp_path / "year.yaml"
    record.write_text(SMALL + CASE, "utf-8")
    out = str(tmp_path / "out.txt")
    return ["build", str(record), "-o", out, "--pack", str(small_pack(tmp_path)), "--left-out"]


def test_build_lists_what_is_left_out_by_reason(
    build: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(build) == 0
    first, *lines = capsys.readouterr().out.split("\n")
    assert first.startswith(f"{tmp_path / 'out.txt'}：云岭县青石镇中心小学关爱留守儿童工作总结")
    assert lines[:10] == [
        "",
        "未写入（漏写）：4 项",
        "位置          内容",
        "------------  --------------",
        "period.name   2023—2024学年",
        "period.start  2023年9月1日",
        "period.end    2024年7月5日",
        "c1.outcome    变得开朗",
        "",
        "未写入（不向读者公开）：1 项",
    ]


def test_what_the_reader_must_not_see_is_listed_without_its_words(
    build: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(build) == 0
    public = capsys.readouterr().out
    assert main([*build, "--audience", "internal"]) == 0
    internal = capsys.readouterr().out

    assert "c1.situation" in public
    assert "父母外出" not in public
    assert "父母外出" in internal


def test_what_is_said_elsewhere_is_found_by_the_words_that_say_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("summarykit.cli.build.installed_fonts", lambda: None)
    year, out = str(FOLDER / f"{FULL}.yaml"), str(tmp_path / "out.txt")
    built = ["build", year, "-o", out, "--left-out"]
    assert main([*built, "--report", "left_behind_care"]) == 0
    text = (tmp_path / "out.txt").read_text("utf-8")
    _, _, said = capsys.readouterr().out.partition("已写在\n")
    places = [re.split(" {2,}", row)[-1] for row in said.split("\n\n")[0].split("\n")[1:]]
    quoted = [place for place in places if place.endswith("…")]
    assert quoted
    assert all(place[:-1] in text for place in quoted)
    assert not [place for place in places if "#" in place or "/" in place]


def test_json_has_everything_for_a_program(
    build: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*build, "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)

    assert made["path"] == str(tmp_path / "out.txt")
    assert made["report"] == "left_behind_care"
    assert made["title"] == "云岭县青石镇中心小学关爱留守儿童工作总结"
    assert (made["characters"], made["figures"], made["findings"]) == (97, 4, [])
    assert {entry["ref"]: entry for entry in made["left_out"]}["c1.situation"] == {
        "ref": "c1.situation",
        "text": "",
        "reason": "private",
        "said_in": None,
    }
    asked = [word for word in build if word != "--left-out"]
    assert main([*asked, "--format", "json"]) == 0
    assert "left_out" not in json.loads(capsys.readouterr().out)


def test_json_says_that_nothing_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "year.yaml"
    record.write_text(UNSOUND, "utf-8")
    pack = str(small_pack(tmp_path))
    out = tmp_path / "out.txt"
    assert main(["build", str(record), "-o", str(out), "--pack", pack, "--format", "json"]) == 1
    shown = capsys.readouterr()
    made = json.loads(shown.out)
    assert made["path"] is None
    assert [finding["code"] for finding in made["findings"]] == ["subset-exceeds-whole"]
    assert shown.err == ""
    assert not out.exists()
