import pytest

from records import found_in
from summarykit.diagnostics import Code, Severity
from summarykit.l10n.messages import translate

RECORD = """
organisation: {name: 青石小学, level: school}
period: {kind: term}
population: {cohort: left_behind, count: COUNT}
"""


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("12%", "12% 不是人数"),
        ("87元", "87元 不是人数"),
        ("3万元", "3万元 不是人数"),
        ("5名名", "5名名 不是人数"),
        ("8O名", "8O名 不是人数"),
        ("3个百分点", "3个百分点 不是人数"),
        ("87.5", "87.5 不是整数"),
    ],
)
def test_what_counts_nobody_is_no_count_of_people(count: str, said: str) -> None:
    (finding,) = found_in(RECORD.replace("COUNT", count))
    assert (finding.severity, finding.code) == (Severity.ERROR, Code.WRONG_VALUE)
    assert translate(finding.message, "zh") == said
    assert finding.at.field == "population[0].count"


def test_a_count_without_a_unit_is_told() -> None:
    (finding,) = found_in(RECORD.replace("COUNT", "87, previous: 80名"))
    assert (finding.severity, finding.code) == (Severity.WARNING, Code.UNIT_LOST)
    assert str(finding.hint) == "write it like 87名"
    (finding,) = found_in(RECORD.replace("COUNT", "87名, previous: 80"))
    assert finding.at.field == "population[0].previous"


@pytest.mark.parametrize("count", ["87名", "600余人", "87名学生", "40户", "若干人", "未统计"])
def test_people_are_counted_in_any_word_for_them(count: str) -> None:
    assert list(found_in(RECORD.replace("COUNT", count))) == []
