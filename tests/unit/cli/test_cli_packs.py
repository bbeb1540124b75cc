"""`summarykit pack`: what people see."""

import json
import re
from pathlib import Path

import pytest

from summarykit.cli import main
from summarykit.packs import bundled

NEWLINE = "\n"
MANIFEST = (
    'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
    'reports = ["annual"]\n'
)


@pytest.fixture(name="county")
def a_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("summarykit.cli.pack_check.installed_fonts", lambda: None)
    (tmp_path / "county").mkdir()
    (tmp_path / "county/pack.toml").write_text(MANIFEST, "utf-8")
    layout = '[page]\ntop = "30mm"\n[styles.body]\nline = "28pt"\n'
    (tmp_path / "county/layout.toml").write_text(layout, "utf-8")
    return tmp_path / "county"


def in_zh(pattern: str) -> str:
    """Return the place of a line of the layout that ships."""
    text = (bundled("templates") / "zh/layout.toml").read_text("utf-8")
    (found,) = re.finditer(pattern, text, re.MULTILINE)
    return f"zh/layout.toml:{text.count(NEWLINE, 0, found.start()) + 1}"


LINE = in_zh(r'^line +?= "28.95pt"')
TOP = in_zh(r'^top +?= "37mm"')


def out(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["pack", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("county")
def test_explain_shows_values_and_files_the_nearest_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert out(["explain", "county", "行距"], capsys) == [
        f"行距 28pt ← county/layout.toml:4 （原为 28.95pt ← {LINE}）"
    ]
    assert out(["explain", "zh", "行距"], capsys) == [f"行距 28.95pt ← {LINE}"]
    assert out(["explain", "county", "一级标题的行距"], capsys) == [
        "一级标题行距 28pt ← county/layout.toml:4（没有另设，与正文相同）"
    ]
    assert out(["explain", "county", "sections/opening.md.j2"], capsys) == [
        "sections/opening.md.j2 ← zh/sections/opening.md.j2"
    ]


def test_explain_without_a_key_shows_all_changes(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = (
        '[[sections]]\nid = "thanks"\ntitle = "致谢"\ntemplate = "sections/closing.md.j2"\n'
    )
    (county / "reports").mkdir()
    (county / "reports/annual.toml").write_text(report, "utf-8")

    lines = out(["explain", "county"], capsys)

    assert lines[1:] == [
        f"上边距 30mm ← county/layout.toml:2 （原为 37mm ← {TOP}）",
        f"行距 28pt ← county/layout.toml:4 （原为 28.95pt ← {LINE}）",
        "报告 学生关爱和控辍保学：增加部分 致谢 ← county/reports/annual.toml:2",
    ]
    assert lines[0].startswith("可选的报告：关爱留守儿童、")
    assert lines[0].endswith(" → 学生关爱和控辍保学")


def test_a_third_pack_shows_all_that_went_before(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    school = county.parent / "school"
    school.mkdir()
    (school / "pack.toml").write_text(MANIFEST.replace('"zh"', '"county"'), "utf-8")
    (school / "layout.toml").write_text('[styles.body]\nline = "26pt"\n', "utf-8")

    assert out(["explain", "school", "行距"], capsys) == [
        (
            "行距 26pt ← school/layout.toml:2 （原为 28pt ← county/layout.toml:4；"
            f"再前为 28.95pt ← {LINE}）"
        )
    ]


def test_a_value_that_says_the_same_again_was_nothing_else(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    school = county.parent / "school"
    school.mkdir()
    (school / "pack.toml").write_text(MANIFEST.replace('"zh"', '"county"'), "utf-8")
    (school / "layout.toml").write_text('[page]\ntop = "3cm"\nwidth = "21cm"\n', "utf-8")

    assert out(["explain", "school", "上边距"], capsys) == [
        f"上边距 3cm ← school/layout.toml:2 （原为 37mm ← {TOP}）"
    ]
    assert out(["explain", "school", "纸宽"], capsys) == ["纸宽 21cm ← school/layout.toml:3"]


def test_diff_shows_both_values_and_lines_of_templates(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "items").mkdir()
    (county / "items/aid.md.j2").write_text("新。\n", "utf-8")
    (county / "layout.toml").write_text('[styles.heading1]\nsize = "18pt"\n', "utf-8")

    assert out(["diff", "county"], capsys)[1:] == [
        "一级标题字号  三号（16磅）（与正文相同） → 小二（18磅）",
        "模板 items/aid.md.j2：有改动",
    ]
    assert "+新。" in out(["diff", "county", "--templates"], capsys)
    assert out(["diff", "county", "zh"], capsys)[1:] == [
        "一级标题字号  小二（18磅） → 三号（16磅）（与正文相同）",
        "模板 items/aid.md.j2：有改动",
    ]
    assert out(["diff", "zh", "zh"], capsys) == ["没有不同"]


@pytest.mark.usefixtures("county")
def test_a_new_pack_is_written_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "new", "village", "--extends", "county", "--in", "."]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0] == str(Path("village/pack.toml"))
    assert shown.err == "改了以后检查：summarykit pack check village\n"
    assert out(["explain", "village"], capsys) == ["这个模板包没有改动"]

    assert main(["pack", "new", "village"]) == 1
    assert "文件夹已经有了，不覆盖" in capsys.readouterr().err


def test_check_writes_findings_and_counts_them(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "layout.toml").write_text('[page]\ntop = "很宽"\n', "utf-8")

    assert main(["pack", "check", "county"]) == 1
    shown = capsys.readouterr()
    assert shown.err.splitlines()[0] == (
        "county/layout.toml:2 page.top  错误 wrong-value  “上边距”一项：很宽 不是长度"
    )
    assert shown.out == "county：错误 1 条，警告 0 条，提示 0 条\n"


def test_check_gives_json_to_programs(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "old.toml").write_text("", "utf-8")

    assert main(["pack", "check", "county", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["source"]) == ("file-unused", "county/old.toml")


def test_long_work_shows_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps: list[tuple[int, int]] = []
    monkeypatch.setattr("summarykit.cli.pack_check._PATIENCE", -1.0)
    monkeypatch.setattr("summarykit.cli.pack_check.installed_fonts", lambda: None)
    monkeypatch.setattr(
        "summarykit.cli.console.Console.progress", lambda _, *step: steps.append(step)
    )
    monkeypatch.setattr(
        "summarykit.api.pack_checking.check_pack",
        lambda _, *, installed, progress: progress(1, 2) or installed or (),
    )

    assert main(["pack", "check", "zh"]) == 0
    assert steps == [(1, 2)]
    assert capsys.readouterr().err == ""


def test_a_command_of_packs_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", "pack"])
    assert left.value.code == 2
    assert capsys.readouterr().err.endswith(
        "summarykit pack: a command is missing: -h lists them\n"
    )
