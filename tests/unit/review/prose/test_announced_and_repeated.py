"""C08 and C09: announced counts against their lists, and what is said twice."""

from functools import partial
from random import Random

import pytest

from prose_slips import slips_in
from spending import calls
from summarykit.review.prose.passages import of_lines
from summarykit.review.prose.reviewing import slips_of


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("做好以下四方面工作：", "1、家访。", "2、谈心。", "3、座谈。"), ["以下四方面"]),
        (("做好以下三方面工作：", "1、家访。", "2、谈心。", "3、座谈。"), []),
        (("采取五条措施：一是家访；二是谈心；三是座谈。",), ["五条措施"]),
        (("采取三条措施：一是家访；二是谈心；三是座谈。",), []),
        (("有两个问题：（1）路远；（2）人少；（3）钱少。",), ["两个问题"]),
        (("开展了以下四项活动：一是家访；二是谈心；三是座谈。",), ["以下四项活动"]),
        (("做了四件事：一是家访；二是谈心；三是座谈。",), ["四件事"]),
        (("办好三件实事：一是家访；二是谈心；三是座谈。",), []),
        (("分三个阶段：", "（1）摸底。", "每户都到。", "（2）劝返。"), ["三个阶段"]),
        (("开展“三个一”活动，即上一堂课、写一封信。",), ["三个一"]),
        (("开展“三个一”活动，即上一堂课、写一封信、交一次心。",), []),
        (("做好以下四方面工作：各班摸底，逐户走访。",), []),
        (("全校有四个方面的进步。一是家访；二是谈心。",), []),
    ],
)
def test_an_announced_count_is_that_of_the_list_at_once_after_it(
    lines: tuple[str, ...], words: list[str]
) -> None:
    assert [found for _, found in slips_in(*lines, code="C08")] == words


SAID = "班主任逐户核对学生去向并当面听取家长的意见"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (f"{SAID}。", f"{SAID}。", [f"{SAID}。"]),
        (f"{SAID}。", f"{SAID.replace('当面', '当场')}。", ["班主任"]),
        (f"三月，{SAID}。", f"各班上报名单，{SAID}，随后建档立卡并每周回访一次。", [SAID]),
        ("七年级共有学生120名均已按时入学。", "八年级共有学生118名均已按时入学。", []),
        ("班主任每月家访。", "班主任每月家访。", []),
        (
            "学习《中华人民共和国义务教育法及其实施细则和配套规定》。",
            "宣传《中华人民共和国义务教育法及其实施细则和配套规定》。",
            [],
        ),
    ],
)
def test_what_is_said_again_is_found_where_it_stands_again(
    first: str, second: str, words: list[str]
) -> None:
    found = slips_in(first, second, code="C09")

    assert [line for line, _ in found] == [2] * len(words)
    assert all(word.rstrip("。") in told for word, (_, told) in zip(words, found, strict=True))


SIGNS = [chr(sign) for sign in range(0x4E00, 0x9000)]


def _text(paragraphs: int) -> str:
    lines = ["总结"]
    for at in range(paragraphs):
        dice = Random(at)  # noqa: S311 - it invents, it hides nothing
        name = "".join(dice.choices(SIGNS, k=30))
        lines += [f"{at % 9 + 1}、{name}，“每月”走访（一次）。", SAID + "，有以下三点："]
    return "\n".join(lines)


def test_the_work_grows_with_the_length_of_the_text() -> None:
    short, long = (of_lines(_text(paragraphs)) for paragraphs in (50, 200))

    few, many = (calls(partial(slips_of, text, lines=True)) for text in (short, long))

    assert many < 5 * few
