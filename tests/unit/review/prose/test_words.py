"""Words that are wrong where they stand: what is found, where, and what is right."""

from itertools import pairwise

import pytest

from spending import seconds
from summarykit.diagnostics import Code
from summarykit.l10n.messages import translate
from summarykit.review.prose import losses, misspellings, spinning
from summarykit.review.prose.passages import of_lines
from summarykit.review.prose.slips import Slip
from summarykit.review.prose.words import Context, Entry, Words, entries_of, words_of

KINDS = ("spun", "typo")
FAMILIES = (spinning, misspellings, losses)


def slips(text: str) -> list[Slip]:
    prose = of_lines(f"青石镇中心小学工作总结\n{text}")
    return [slip for family in FAMILIES for slip in family.check(prose)]


def said(text: str) -> list[tuple[str, str]]:
    return [(slip.code.name, slip.words) for slip in slips(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_has_each_word_once_and_none_that_is_right(kind: str) -> None:
    entries = entries_of(kind)
    wrong = [entry.wrong for entry in entries]
    assert len(wrong) == len(set(wrong))
    assert not [entry for entry in entries if entry.wrong == entry.right or not entry.right]
    assert sum(len(entries_of(one)) for one in KINDS) > 300


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_right_is_not_found_again(kind: str) -> None:
    words = words_of(kind)
    again = [entry for entry in entries_of(kind) if [*words.found(entry.right)]]
    assert again == []


@pytest.mark.parametrize("kind", KINDS)
def test_contexts_have_words_and_none_is_both_wrong_and_right(kind: str) -> None:
    for entry in entries_of(kind):
        assert all(one.before or one.after for one in (*entry.where, *entry.unless)), entry
        assert not set(entry.where) & set(entry.unless), entry


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("全体教师进取参加培训。", "C02", "进取"),
        ("家校构成合力。", "C02", "构成"),
        ("学校透过家长会讲清政策。", "C02", "透过"),
        ("班主任签订了目标职责书。", "C02", "职责"),
        ("各方面力气共同关心孩子。", "C02", "力气"),
        ("学校供应了帮助。", "C02", "供应"),
        ("孩子的厌学心情少了。", "C02", "心情"),
        ("家校亲密联系。", "C02", "亲密"),
        ("青年自愿者来校。", "C05", "自愿者"),
        ("家长支持学校育教学工作。", "C05", "育教学"),
        ("学校因材教，育好人。", "C05", "因材教"),
        ("学校资助苦难学生。", "C05", "苦难"),
        ("学校处在重要位臵。", "C05", "臵"),
        ("这项工作因该早做。", "C05", "因该"),
        ("学生己经返校。", "C05", "己经"),
        ("教师深人开展家访。", "C05", "深人"),
        ("家长会由校长主持，会上讲了了政策。", "C05", "了了"),
        ("学校加强加强了门卫。", "C05", "加强加强"),
        ("学校加强的了值班。", "C05", "加强的了"),
        ("可喜地是孩子都回来了。", "C05", "可喜地是"),
        ("现将以来的工作汇报如下。", "C06", "现将以来"),
        ("门卫换了。们都知道。", "C06", "们"),
        ("入学率达%。", "C06", "达%"),
        ("学校开展了“”活动。", "C06", "“”"),
        ("每名教师结对23名儿童。", "C06", "23"),
        ("学校开了家长会，走访了住得远的家庭，给他们讲了资助的政策和办法，", "C06", "，"),
    ],
)
def test_a_word_is_found_in_its_place(text: str, code: str, words: str) -> None:
    assert said(text) == [(code, words)]
    (slip,) = slips(text)
    assert slip.passage.spot.numbers == (2,)
    assert slip.passage.text[slip.start : slip.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "学校圆满完成任务，积极积累经验，职工做的饭菜好。",
        "家访既使家长安心，又使儿童高兴，符合下列人员的要求。",
        "教师开拓进取，积极参加培训。",
        "透过现象看本质。",
        "校长的职责由制度规定。",
        "天气暖和，学生到操场上课。",
        "自己经手的事自己管。",
        "学校的的确确做了。",
        "班主任进行了了解。",
        "孩子们脚踏实地地学。",
        "每班23名学生，每名教师结对2名儿童。",
        "入学率达100%。",
        "存在的问题已经改正。",
        "学校开了家长会，走访了住得远的家庭，给他们讲了资助的政策和办法，\n并且发了信。",
    ],
)
def test_a_word_that_is_right_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_finding_says_what_was_meant() -> None:
    (spun,), (typo,) = slips("教师进取参加培训。"), slips("这项工作因该早做。")
    assert translate(spun.said, "zh") == "“进取”在这里不通，原来可能是“积极”"
    assert translate(typo.said, "zh") == "“因该”可能是“应该”之误"
    assert (spun.code, typo.code) == (Code.C02, Code.C05)


def test_a_shorter_word_is_found_where_the_longer_one_is_right() -> None:
    longer = Entry("甲乙丙", "丁", unless=(Context("", "戊"),))
    words = Words((longer, Entry("乙丙", "己")))
    assert [(at, entry.right) for at, entry in words.found("甲乙丙戊，甲乙丙")] == [
        (1, "己"),
        (5, "丁"),
    ]


def test_twice_the_text_takes_about_twice_the_time() -> None:
    sentence = "教师进取参加培训，这项工作因该早做，现将以来的工作汇报如下，的的确确做了"
    times = [seconds(lambda n=n: slips(sentence * n)) for n in (200, 400, 800)]  # type: ignore[misc]
    assert all(after < 3.5 * before + 0.05 for before, after in pairwise(times))
