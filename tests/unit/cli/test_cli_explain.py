"""`summarykit explain`: a figure's origin, sum and places, for people and for programs."""

import json
from pathlib import Path

import pytest

from summarykit.cli import main
from summarykit.packs import bundled

RECORD = str(bundled("examples") / "full-school-year.yaml")


def test_a_computed_figure_is_told_with_the_lines_of_its_sum(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", RECORD, "14.2%"]) == 0
    head, made, part, whole, where = capsys.readouterr().out.splitlines()
    assert head == "14.2%  留守儿童 人数 占比"
    assert made == "   算出：87名 ÷ 612名 × 100% ≈ 14.2%"
    assert part.endswith("full-school-year.yaml:84:12 population[16].count")
    assert whole.strip().startswith("612名  ")
    assert where == "   写在：“一、基本情况”第2段"


def test_a_line_of_the_record_is_told_of_a_recorded_figure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", RECORD, "i_visit.numerator", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    line = next(
        number
        for number, text in enumerate(Path(RECORD).read_text("utf-8").splitlines(), start=1)
        if "id: i_visit," in text
    )
    assert f"full-school-year.yaml:{line}:" in shown
    assert "recorded: " in shown
    assert "printed: " in shown


def test_all_figures_are_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", RECORD, "--report", "home_visits"]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["数据", "名称", "从哪里来", "写在哪里"]
    assert len(rows) > 30
    assert any("96.2% − 88.5% = 7.7个百分点" in row for row in rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_its_help_is_shown(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["explain", "-h", "--lang", lang])
    assert left.value.code == 0
    assert "14.2%" in capsys.readouterr().out


def test_programs_get_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", RECORD, "14.2%", "--format", "json"]) == 0
    (figure,) = json.loads(capsys.readouterr().out)
    assert figure["computed"]["formula"] == "rate"
    assert [one["ref"] for one in figure["computed"]["operands"]] == [
        "left_behind.count",
        "enrolled.count",
    ]
    assert figure["computed"]["operands"][0]["source"]["line"] == 84
    assert figure["source"] is None


THIRDS = """\
organisation: {name: 云岭县青石镇中心小学, level: school}
period: {kind: school_year, name: 2023—2024学年, start: 2023-09-01, end: 2024-07-05}
indicators:
  - {id: i, code: satisfaction, name: 满意率, numerator: 30人, denominator: 90人}
  - {code: satisfaction, name: 基本满意率, numerator: 30人, denominator: 90人}
  - {code: satisfaction, name: 不满意率, numerator: 30人, denominator: 90人}
programmes: {home_visits: {results: [{text: 家长放心, indicator: i}]}}
"""


def test_an_apportioned_share_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "year.yaml"
    record.write_text(THIRDS, "utf-8")
    sum_ = "30人 ÷ 90人 × 100% ≈ 33.4%"
    assert main(["explain", str(record), "33.4%"]) == 0
    assert f"算出：{sum_}（按最大余额法取整，使各项之和为100%）" in capsys.readouterr().out
    assert main(["explain", str(record), "33.3%"]) == 0
    assert "最大余额法" not in capsys.readouterr().out
    assert main(["explain", str(record), "--lang", "en"]) == 0
    noted = f"{sum_} (rounded by largest remainders, so that the shares add up to 100%)"
    assert noted in capsys.readouterr().out
    assert main(["explain", str(record), "33.4%", "--format", "json"]) == 0
    (figure,) = json.loads(capsys.readouterr().out)
    assert figure["computed"]["apportioned"] is True
    assert figure["computed"]["sum"] == sum_


def test_a_figure_that_is_nowhere_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", RECORD, "98765名"]) == 1
    shown = capsys.readouterr()
    assert "总结和记录里都没有 98765名 这个数据" in shown.err
    assert shown.out == ""
