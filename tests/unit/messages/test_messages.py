"""Findings as people and programs read them, in both languages."""

import subprocess
import sys

import pytest

from records import found_in
from summarykit.diagnostics import Code, Finding, Place, Severity, Term, message
from summarykit.l10n.messages import as_json, describe, translate
from summarykit.model.values import PartialDate, Quantity
from summarykit.model.vocabulary import Level

MORE = Finding(
    Severity.ERROR,
    Code.SUBSET_EXCEEDS_WHOLE,
    message(
        "{part} {count} is more than {whole} {total}",
        part="留守儿童",
        count=Quantity.parse("87名"),
        whole="在校学生",
        total=Quantity.parse("61名"),
    ),
    Place("year.yaml", 14, 5, ("population", 1, "count")),
    message("compare the two counts, or correct {field}", field=Term("part_of", "属于")),
)


def test_a_finding_is_described_in_chinese() -> None:
    assert describe(MORE, "zh") == (
        "year.yaml:14:5 population[1].count  错误 subset-exceeds-whole"
        "  留守儿童 87名 多于在校学生 61名\n"
        "   提示：请核对两处人数，或改正属于（part_of）"
    )


def test_a_finding_is_described_in_english() -> None:
    assert describe(MORE, "en") == (
        "year.yaml:14:5 population[1].count  error subset-exceeds-whole"
        "  留守儿童 87名 is more than 在校学生 61名\n"
        "   hint: compare the two counts, or correct part_of"
    )


def test_a_name_of_the_model_is_in_the_language_of_the_sentence() -> None:
    said = message("add {field} to the record", field=Term("signature", "署名"))
    assert translate(said, "zh") == "请在记录中补上署名（signature）"
    assert translate(said, "en") == str(said) == "add signature to the record"


def test_a_finding_without_place_and_hint_is_one_line() -> None:
    finding = Finding(Severity.WARNING, Code.FILE_EMPTY, message("the file is empty"))
    assert describe(finding, "zh") == "警告 file-empty  文件中没有内容"
    assert describe(finding, "en") == "warning file-empty  the file is empty"


def test_a_finding_is_json_with_names_untranslated() -> None:
    assert as_json(MORE, "zh") == {
        "severity": "error",
        "code": "subset-exceeds-whole",
        "message": "留守儿童 87名 多于在校学生 61名",
        "hint": "请核对两处人数，或改正属于（part_of）",
        "source": "year.yaml",
        "line": 14,
        "column": 5,
        "field": "population[1].count",
        "path": ["population", 1, "count"],
    }
    bare = Finding(Severity.INFO, Code.FILE_EMPTY, message("the file is empty"))
    assert as_json(bare, "en") == {
        "severity": "info",
        "code": "file-empty",
        "message": "the file is empty",
        "hint": None,
        "source": None,
        "line": None,
        "column": None,
        "field": "",
        "path": [],
    }


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Level.SCHOOL, "学校", "school"),
        (Severity.INFO, "info", "info"),
        (PartialDate.parse("2024-07"), "2024年7月", "2024年7月"),
        (("甲", Level.CLASS), "甲、班级", "甲, class"),
        (message("a list"), "列表", "a list"),
        ("{name} of 100%", "{name} of 100%", "{name} of 100%"),
        (3, "3", "3"),
    ],
)
def test_a_value_in_a_sentence_is_shown_in_the_language_of_the_sentence(
    value: object, zh: str, en: str
) -> None:
    said = message("{problem}", problem=value)
    assert translate(said, "zh") == zh
    assert translate(said, "en") == en


def test_a_sentence_nobody_translated_stays_english_and_a_gap_nobody_fills_stays_visible() -> (
    None
):
    assert translate(message("no {thing} for {whom}", thing="bread"), "zh") == (
        "no bread for {whom}"
    )


def test_a_misspelt_choice_is_told_whole_in_chinese() -> None:
    text = "organisation: {name: 青石小学, level: 学交}\nperiod: {kind: term}\n"
    (finding,) = found_in(text)
    assert describe(finding, "zh") == (
        "year.yaml:1:35 organisation.level  错误 wrong-value  此处不能写 学交，"
        "可用：class 班级、school 学校、township 乡镇、county 县区\n"
        "   提示：是不是 学校？"
    )


def test_babel_is_loaded_only_when_something_is_translated() -> None:
    code = "import sys, summarykit.l10n.messages; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
