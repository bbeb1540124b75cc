"""A figure that somebody changed in a finished file is found; changed words are let pass."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import example_records
import summarykit as sk
from review_files import edited, swap
from spending import calls
from summarykit.cli import main
from summarykit.diagnostics import Code
from summarykit.packs import bundled
from summarykit.review.prose import edited_figures
from summarykit.review.prose.passages import Prose, of_lines
from summarykit.review.reviewing import prose_of

RECORD = example_records.record("full-school-year")
SUMMARY = sk.compose(RECORD, report="home_visits", audience="internal")
DOCUMENT = SUMMARY.document
PROSE = {
    "docx": prose_of(SUMMARY.to_bytes("docx"), SUMMARY.layout),
    "md": of_lines(SUMMARY.to_bytes("md").decode()),
    "txt": of_lines(SUMMARY.to_bytes("txt").decode()),
}
EVERY = {"docx": 1, "md": 4, "txt": 4}
"""Of a Word file each figure is changed in turn; the others are read by the same rules."""
FIGURE = re.compile(r"\d+(?:\.\d+)?")
NUMBERS_LINES = re.compile(
    r"^\W*(?:附件(?:\d+|：1)?(?=\.|\s|$)|\d+\.|（\d+）|[表图]\d+|[一二三四五六七八九十]+、)"
)
WORDS = {
    "组织": "开展",
    "学校": "我校",
    "，": "；",
    "开展": "做了",
    "实行": "推行",
    "同": "一起",
}


def found(prose: Prose) -> list[tuple[str, str]]:
    return [(slip.words, str(slip.said)) for slip in edited_figures.check(prose, DOCUMENT)]


def changed(prose: Prose, at: int, text: str) -> Prose:
    passages = list(prose.passages)
    passages[at] = replace(passages[at], text=text)
    return Prose(tuple(passages))


@pytest.mark.parametrize("format_", PROSE)
def test_a_file_as_it_was_written_has_the_figures_of_the_record(format_: str) -> None:
    assert found(PROSE[format_]) == []


@pytest.mark.parametrize("format_", PROSE)
def test_every_figure_that_is_changed_is_found(format_: str) -> None:
    prose, tried, turn = PROSE[format_], 0, 0
    for at, passage in enumerate(prose.passages):
        by_rule = NUMBERS_LINES.match(passage.text)
        for figure in FIGURE.finditer(passage.text):
            turn += 1
            if (by_rule and figure.start() < by_rule.end()) or turn % EVERY[format_]:
                continue
            new = str(int(float(figure.group())) + 1)
            text = passage.text[: figure.start()] + new + passage.text[figure.end() :]
            ((words, said),) = found(changed(prose, at, text))
            assert words.rstrip("%") == new
            assert figure.group() in said
            tried += 1
    assert tried > 150 / EVERY[format_]


@pytest.mark.parametrize(
    ("report", "audience"), [("annual", "internal"), ("left_behind_care", "public")]
)
def test_a_figure_that_became_another_one_of_the_text_is_found(
    report: str, audience: str
) -> None:
    summary = sk.compose(RECORD, report=report, audience=audience)
    prose = prose_of(summary.to_bytes("docx"), summary.layout)
    places = [
        (at, figure)
        for at, passage in enumerate(prose.passages)
        for figure in FIGURE.finditer(passage.text)
        if not (by_rule := NUMBERS_LINES.match(passage.text)) or figure.start() >= by_rule.end()
    ]
    values = sorted({figure.group() for _, figure in places})
    assert list(edited_figures.check(prose, summary.document)) == []
    for turn, (at, figure) in enumerate(places[:: len(places) // 40]):
        own = values.index(figure.group())
        new = values[(own + 1 + turn) % len(values)]
        if new == figure.group():
            continue
        text = prose.passages[at].text
        there = changed(prose, at, text[: figure.start()] + new + text[figure.end() :])
        assert list(edited_figures.check(there, summary.document)), (text, new)


@pytest.mark.parametrize("format_", PROSE)
def test_other_words_with_the_same_figures_are_let_pass(format_: str) -> None:
    passages = []
    for passage in PROSE[format_].passages:
        text = passage.text
        for old, new in WORDS.items():
            text = text.replace(old, new)
        passages.append(replace(passage, text=text))
    assert tuple(passages) != PROSE[format_].passages
    assert found(Prose(tuple(passages))) == []


def test_what_is_taken_out_or_put_in_is_held_against_the_record() -> None:
    passages = PROSE["docx"].passages
    assert found(Prose(passages[:20] + passages[30:])) == []
    new = replace(passages[20], text="为612名学生每人送去书包一个，共花费98765元。")
    with_new = Prose((*passages[:20], new, *passages[20:]))
    said = "the record has no figure 98765: 书包一个，共花费98765元。"
    assert found(with_new) == [("98765", said)]


def test_figures_in_words_are_figures_too() -> None:
    at, passage = next(
        (at, one) for at, one in enumerate(PROSE["docx"].passages) if "召开两次" in one.text
    )
    text = passage.text.replace("召开两次", "召开三次")
    ((words, said),) = found(changed(PROSE["docx"], at, text))
    assert words == "三"
    assert said.startswith("the file has 三 where the record has 两: ")


def test_the_work_grows_with_the_length_and_not_faster_than_its_square() -> None:
    def compared(many: int) -> int:
        lines = [f"第{n}所学校走访学生{n}名，送去图书{n}册。" for n in range(1000, 1000 + many)]
        prose = of_lines("\n".join(["总结", *lines]))
        return calls(lambda: list(edited_figures.check(prose, DOCUMENT)))

    assert compared(160) < 20 * compared(40)


def test_an_edited_word_file_is_held_against_its_record() -> None:
    data = sk.compose(RECORD, report="home_visits", length="short").to_bytes("docx")
    wrong = edited(data, swap("589名", "598名"))
    assert sk.review(data, record=RECORD) == ()
    (finding,) = sk.review(wrong, record=RECORD)
    assert finding.code is Code.C15
    assert "598 where the record has 589" in str(finding.message)
    (same,) = sk.review(wrong, record=RECORD, report="home_visits")
    assert same == finding
    assert sk.review(wrong) == ()


def test_a_file_of_another_record_is_not_compared() -> None:
    data = SUMMARY.to_bytes("docx")
    other = bundled("examples") / "class-left-behind-term.yaml"
    (finding,) = sk.review(data, record=other)
    assert "no summary of this record" in str(finding.message)
    assert "--report" in str(finding.hint)


def test_a_record_with_errors_is_told_and_the_file_is_reviewed_all_the_same() -> None:
    codes = [
        one.code.value for one in sk.review(SUMMARY.to_bytes("docx"), record={"period": {}})
    ]
    assert "missing-field" in codes
    codes = [one.code.value for one in sk.review(b"", record=RECORD)]
    assert "file-empty" in codes


def test_the_command_takes_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "总结.md"
    text = sk.compose(RECORD, report="briefing").to_bytes("md").decode()
    assert "87名" in text
    path.write_text(text.replace("87名", "78名", 1), "utf-8")
    record = str(bundled("examples") / "full-school-year.yaml")
    assert main(["review", str(path), "--record", record]) == 1
    assert "文件写的是 78，记录是 87：“" in capsys.readouterr().err


@pytest.mark.parametrize("format_", PROSE)
def test_a_frequency_without_digits_is_compared(format_: str) -> None:
    prose, tried = PROSE[format_], 0
    for at, passage in enumerate(prose.passages):
        if "每学期" in passage.text:
            tried += 1
            text = passage.text.replace("每学期", "每月", 1)
            assert [words for words, _ in found(changed(prose, at, text))] == ["每月"]
            same = passage.text.replace("每学期", "每月都在每学期", 1)
            assert found(changed(prose, at, same)) == []
    assert tried


def _before(text: str, name: str) -> str:
    at = text.index(name)
    return f"{text[max(0, at - 4) : at]}{name[:2]}喜"


def test_names_of_persons_are_compared() -> None:
    prose = PROSE["txt"]
    names = ("周明远", "林秀文")
    places = [
        (at, name)
        for at, one in enumerate(prose.passages)
        for name in names
        if name in one.text
    ]
    assert places
    for at, name in places:
        text = prose.passages[at].text
        other = name[:2] + "喜"
        assert found(changed(prose, at, text.replace(name, other))) == [
            (
                other,
                f"the file has {other} where the record has {name}: {_before(text, name)}",
            )
        ]
        assert found(changed(prose, at, text.replace(name, "有关同志"))) == []
        assert found(changed(prose, at, text.replace(name, ""))) == []


def test_what_takes_the_place_of_an_alias_is_not_printed() -> None:
    made = sk.compose(RECORD, report="annual", audience="internal", length="long")
    text = made.to_bytes("txt").decode()
    assert "小禾（化名）" in text
    named = of_lines(text.replace("小禾（化名）", "王喜鹊", 1))
    (slip,) = edited_figures.check(named, made.document)
    assert slip.words == "王喜鹊"
    assert "喜鹊" not in str(slip.said)
