"""The script counts what the rules find, the record's own apart, and fails for hard seams."""

import sys

import pytest

import review_prose
from prose_seams import Seam
from review_prose import ANNUAL, FAILED, Reading, examples, goldens, invented, review, table
from summarykit.compose import Audience
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES

ONE = {
    "organisation": {"name": "青石镇中心小学", "level": "school"},
    "period": {"kind": "school_year", "name": "2023—2024学年"},
    "signature": {"date": "2024-07-05"},
}
XX = {"kind": "heart_talk", "practice": "教师同xx名孩子谈心"}


def reading(report: str = "left_behind_care", **fields: object) -> Reading:
    """Return one made-up summary to compose."""
    data = ONE | {"programmes": {"left_behind_care": fields}}
    return Reading("golden", "one", YearRecord.model_validate(data), report)


def test_what_a_record_says_is_counted_apart() -> None:
    found = review([reading(measures=[XX])])
    kind = found["a word that holds a place"]
    assert (kind.hard, kind.counts.total(), kind.by_record) == (True, 0, 1)
    assert "record" in table(found)


def test_a_summary_that_cannot_be_composed_is_a_hard_finding() -> None:
    found = review([reading("home_visits", measures=[XX])])
    assert found[FAILED].counts == {"golden": 1}
    shown = examples(found, 1)
    assert shown.startswith(f"hard: {FAILED}\n  one.home_visits.internal")


def test_equal_findings_are_shown_once(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [Seam("a blank", "b1", "甲 乙"), Seam("a blank", "b2", "甲 乙")]
    monkeypatch.setattr(review_prose, "hard_seams", lambda *_: twice)
    found = review([reading(measures=[XX])])
    assert found["a blank"].counts["golden"] == 2
    assert examples(found, 3).count("甲 乙") == 1


def test_goldens_and_invented_records_are_read_for_both_audiences() -> None:
    assert {one.audience for one in goldens()} == {Audience.INTERNAL}
    readings = list(invented(range(8)))
    assert {one.audience for one in readings} == set(AUDIENCES)
    assert sum(one.report == ANNUAL for one in readings) == 8


@pytest.mark.parametrize(("seams", "code"), [([], 0), ([Seam("a blank", "b1", "甲 乙")], 1)])
def test_the_script_fails_when_there_is_a_hard_seam(
    seams: list[Seam],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(review_prose, "hard_seams", lambda *_: seams)
    monkeypatch.setattr(review_prose, "goldens", lambda: [reading(measures=[XX])])
    monkeypatch.setattr(review_prose, "transcribed", list)
    monkeypatch.setattr(sys, "argv", ["review_prose.py", "--generated", "0"])
    assert review_prose.main() == code
    assert "1 golden" in capsys.readouterr().out
