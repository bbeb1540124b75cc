"""The measure of variety: what texts share, with the values and without."""

import pytest

import measure_variety
from measure_variety import body, jaccard, of_record, of_templates, overlap, shared_paragraphs
from prose import BASE
from prose_notation import text
from summarykit.compose.language.variety import Variety
from summarykit.model import YearRecord

ONE = text("# 措施", "## 谈心。 >> ⟨逐个谈心⟩，每周一次。", "[table]", "由⟨甲⟩负责，每月一次。")
OTHER = text("# 措施", "## 家访。 >> ⟨上门走访⟩，每周一次。", "由⟨乙⟩负责，每月一次。")


def test_the_body_has_no_headings_marks_or_tables() -> None:
    assert body(ONE) == "逐个谈心每周一次由甲负责每月一次"


def test_the_words_of_templates_have_a_sign_for_each_value() -> None:
    assert "值每周一次" in of_templates(ONE)
    assert of_record(ONE) == "逐个谈心\n甲"


def test_texts_that_are_the_same_share_all_and_others_nothing() -> None:
    assert jaccard(frozenset("甲乙"), frozenset("甲乙")) == 1
    assert jaccard(frozenset(), frozenset()) == 0
    same = overlap(["每个学期开学以后", "每个学期开学以后"])
    assert (same.mean, same.p95, same.most) == (1, 1, 1)
    some = overlap(["每个学期开学以后", "每个学期开学以前", "教师上门走访学生家庭"])
    assert some.most == pytest.approx(0.5)
    assert some.mean == pytest.approx(0.5 / 3)


def test_pairs_with_a_paragraph_in_common_are_counted() -> None:
    third = text("由⟨甲⟩负责，每月一次。", "⟨短句⟩。")
    pairs, texts = shared_paragraphs([ONE, OTHER, third, text("⟨短句⟩。")])
    assert pairs == 1
    assert texts == {"由甲负责，每月一次。": 1}


def test_the_report_gives_the_figures_of_all_three() -> None:
    told = measure_variety.report("now", [ONE, OTHER, ONE])
    assert "one paragraph the same  1 of 3 pairs" in told
    assert told.count("mean") == 3


def test_before_is_the_first_wording_of_each_choice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[int] = []
    variety = Variety(YearRecord.model_validate(BASE))

    def picked() -> list[object]:
        seen.append(variety.pick("place", 9))
        return [ONE, OTHER, ONE]

    monkeypatch.setattr(Variety, "pick", lambda *_: 5)
    monkeypatch.setattr(measure_variety, "documents", picked)
    measure_variety.main()
    assert seen == [0, 5]
    assert "before: " in capsys.readouterr().out
