"""Each figure of a finished file is held against its own place, with its unit and direction."""

import random
import re
from dataclasses import replace
from itertools import pairwise

import pytest

import example_records
import summarykit as sk
from summarykit.review.prose import edited_figures
from summarykit.review.prose.passages import Passage, Prose, of_lines

RECORD = example_records.record("full-school-year")
FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
BY_RULE = re.compile(
    r"^\W*(?:附件(?:\d+|：1)?(?=\.|\s|$)|\d+\.|（\d+）|[表图]\d+|[一二三四五六七八九十]+、)"
)
SUMMARIES = {
    ("home_visits", "txt"): sk.compose(RECORD, report="home_visits", audience="internal"),
    ("annual", "md"): sk.compose(RECORD, report="annual", audience="internal", length="short"),
}
PROSE = {
    asked: of_lines(summary.to_bytes(asked[1]).decode()) for asked, summary in SUMMARIES.items()
}


def said(asked: tuple[str, str], prose: Prose) -> list[str]:
    document = SUMMARIES[asked].document
    return [str(slip.said) for slip in edited_figures.check(prose, document)]


def words(asked: tuple[str, str], prose: Prose) -> list[str]:
    return [slip.words for slip in edited_figures.check(prose, SUMMARIES[asked].document)]


def neighbours(passage: Passage) -> list[tuple[re.Match[str], re.Match[str]]]:
    by_rule = BY_RULE.match(passage.text)
    found = list(FIGURE.finditer(passage.text, by_rule.end() if by_rule else 0))
    return [(one, other) for one, other in pairwise(found) if one.group() != other.group()]


def swapped(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    between = text[one.end() : other.start()]
    return f"{text[: one.start()]}{other.group()}{between}{one.group()}{text[other.end() :]}"


def put(prose: Prose, at: int, text: str) -> Prose:
    passages = list(prose.passages)
    passages[at] = replace(passages[at], text=text)
    return Prose(tuple(passages))


@pytest.mark.parametrize("reworded", [False, True])
@pytest.mark.parametrize("asked", PROSE)
def test_two_figures_that_changed_places_are_found(
    asked: tuple[str, str],
    reworded: bool,  # noqa: FBT001 - one of the cases
) -> None:
    prose = PROSE[asked]
    places = [
        (at, *pair) for at, passage in enumerate(prose.passages) for pair in neighbours(passage)
    ]
    assert len(places) > 150
    for at, one, other in places[:: 4 if reworded else 1]:
        text = swapped(prose.passages[at].text, one, other)
        is_row = "|" in text or "  " in text.strip()
        if reworded and not is_row:
            text = (
                text.replace("学校", "我校")
                .replace("组织", "开展")
                .replace("。", "，另外，", 1)
            )
        found = words(asked, put(prose, at, text))
        assert found == [other.group(), one.group()], text


def test_every_swap_within_a_sentence_is_found_in_the_whole_review() -> None:
    asked = ("annual", "md")
    text = SUMMARIES[asked].to_bytes("md").decode()
    old = "598名增加到612名"
    assert old in text
    wrong = text.replace(old, "612名增加到598名")
    found = sk.review(wrong.encode(), record=RECORD, report="annual")
    assert [str(one.code) for one in found if one.code.value.startswith("c15")] == [
        "c15-figure-differs"
    ] * 2


@pytest.mark.parametrize("asked", PROSE)
@pytest.mark.parametrize("seed", range(4))
def test_moved_sentences_paragraphs_and_rows_are_let_pass(
    asked: tuple[str, str], seed: int
) -> None:
    pick = random.Random(seed)  # noqa: S311 - sentences are shuffled, no secret
    passages = list(PROSE[asked].passages)
    long = [at for at, one in enumerate(passages) if one.text.count("。") > 1]
    rows = [at for at, one in enumerate(passages) if re.search(r"\S {3,}\S|\|.*\d", one.text)]
    for at in pick.sample(long, 5):
        parts = re.findall("[^。]+。?", passages[at].text)
        clauses = parts[0].rstrip("。").split("，")
        parts[0] = "，".join(pick.sample(clauses, len(clauses))) + "。"
        pick.shuffle(parts)
        passages[at] = replace(passages[at], text="".join(parts))
    away, to = pick.sample(long, 2)
    gone = {away, *pick.sample(rows, 2)}
    moved = [passages[away]]
    kept = [one for at, one in enumerate(passages) if at not in gone]
    place = to - sum(1 for at in gone if at < to)
    assert rows
    assert said(asked, Prose((*kept[:place], *moved, *kept[place:]))) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("612名", "612户", "612户 where the record has 612名"),
        ("612名", "612人次", "612人次 where the record has 612名"),
        ("4.8万元", "4.8元", "4.8元 where the record has 4.8万元"),
        ("增加14名", "减少14名", "减少14名 where the record has 增加14名"),
        ("减少5名", "增加5名", "增加5名 where the record has 减少5名"),
        ("增长2.3%", "下降了2.3%", "下降了2.3% where the record has 增长2.3%"),
        ("高于99%", "低于99%", "低于99% where the record has 高于99%"),
        ("不低于95%", "不高于95%", "不高于95% where the record has 不低于95%"),
        ("达到预定目标", "未达到预定目标", "未达到 where the record has 达到"),
    ],
)
def test_the_unit_and_the_direction_belong_to_a_figure(old: str, new: str, told: str) -> None:
    whole = sk.compose(RECORD, report="annual", audience="internal")
    text = whole.to_bytes("md").decode()
    assert old in text
    (slip,) = edited_figures.check(of_lines(text.replace(old, new, 1)), whole.document)
    assert f"the file has {told}: " in str(slip.said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("87名", "八十七名"),
        ("612名", "六百一十二位"),
        ("46名", "46人"),
        ("100%", "百分之百"),
        ("两次", "2次"),
        ("增加14名", "多了14名"),
        ("增长2.3%", "提高2.3%"),
    ],
)
def test_other_words_for_the_same_figure_are_let_pass(old: str, new: str) -> None:
    whole = sk.compose(RECORD, report="annual", audience="internal")
    text = whole.to_bytes("md").decode()
    assert old in text
    assert list(edited_figures.check(of_lines(text.replace(old, new)), whole.document)) == []
