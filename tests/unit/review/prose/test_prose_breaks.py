"""Words that grammar asks for and that are missing, or have a wrong character."""

import pytest

from slip_texts import slipped
from summarykit.diagnostics import Code


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("在镇教育办的正确领导，学校开展家访。", "在镇教育办的正确领导"),
        ("学校积极开展家访工作中。", "开展家访工作中"),
        ("贫困家庭学生中进行评选。", "学生中"),
        ("勤学上进的学生为典型，开展宣讲。", "为典型"),
        ("教师多与他们谈心等有效措施，让孩子安心。", "等有效措施"),
        ("对学习吃力的学生，采取了同伴互助。", "采取了"),
        ("学校制定了青石小学关爱留守儿童。", "制定了青石小学关爱留守儿童"),
        ("这些学生是最容易成为辍学群体。", "是最容易成为辍学群体"),
        ("两个村是属于耕地较少。", "是属于耕地较少"),
        ("巩固率达到更好。", "率达到更好"),
        ("加强贫困留守的资助工作。", "留守的"),
        ("只靠微薄的学校是不够的。", "微薄的"),
        ("学校对每名学生进行，教师配合。", "对每名学生进行"),
        ("把安全教育纳入，教师配合。", "把安全教育纳入"),
        ("全校共有名学生住校。", "共有名"),
        ("全校学生共有612，教师34名。", "学生共有612"),
        ("开展了（）活动。", "（）"),
        ("级是团结的大家庭。", "级"),
    ],
)
def test_a_sentence_that_breaks_is_found(line: str, words: str) -> None:
    assert slipped(Code.C06, line) == [(2, words)]


@pytest.mark.parametrize(
    "line",
    [
        "在镇教育办的正确领导下，学校开展家访。",
        "这些做法体现在学校开展的家访工作中。",
        "在贫困家庭学生中进行评选，从学生中选出代表。",
        "以勤学上进的学生为典型，开展宣讲。",
        "采取谈心等有效措施，让孩子安心。",
        "对学习吃力的学生，采取同伴互助的办法。",
        "学校制定了关爱留守儿童的工作计划。",
        "这些学生是最容易辍学的，家访不是很容易。",
        "巩固率达到100%，村子是属于山区的。",
        "关爱留守的学生，凭微薄的收入养家。",
        "学籍核对按照比对系统、签字归档的步骤进行。",
        "家访正在有序进行，把安全教育纳入课程。",
        "全校共有著名景点两处，有名的教师多。",
        "全校学生共有612名，教师34名。",
        "学校无所作为的说法不对，教师深深感受到，该享受的都享受到了。",
    ],
)
def test_a_whole_sentence_is_none(line: str) -> None:
    assert slipped(Code.C06, line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("即注重学习，又注重品行。", "即"),
        ("每月谈心，—个孩子也不落下。", "—"),
        ("实际上市家长不放心。", "实际上市"),
        ("老师喜欢他，侧课程有吸引力。", "侧"),
        ("学校建立的统一台账，并实现了动态更新。", "建立的"),
        ("各班做的很扎实。", "做的很扎实"),
        ("家访能很大帮助。", "能很大帮助"),
        ("成立关爱留守儿童关爱小组。", "关爱留守儿童关爱"),
        ("这是一项系列工程。", "一项系列"),
        ("我校在成立领导小组，明确分工。", "我校在成立"),
        ("学校走访了留守童。", "留守童"),
        ("留守学生不辍学，留学生不掉队。", "留学生"),
    ],
)
def test_a_character_that_grammar_refuses_is_found(line: str, words: str) -> None:
    assert slipped(Code.C05, line) == [(2, words)]


@pytest.mark.parametrize(
    "line",
    [
        "即使下雨，也要家访，又要谈心。",
        "2023年9月—次年6月，家校—社区联动。",
        "老师喜欢他，侧重谈心，责任到人。",
        "学校建立的统一台账已经启用，并且更新了。",
        "各班做的很多工作都有记录。",
        "家访能有很大帮助。",
        "关爱留守儿童，帮扶小组进村。",
        "一系列活动，一个系列。",
        "我校在成立领导小组的基础上明确分工。",
        "留守学生和出国的留学生，心理健康教育。",
    ],
)
def test_what_grammar_allows_is_right(line: str) -> None:
    assert slipped(Code.C05, line) == []


ENDED = "教师每月走访一次，把孩子在家的情况记进档案，再和班主任商量怎样帮助。"
UNENDED = "教师每月走访一次。孩子在家的情况都记进档案，再和班主任商量怎样帮助"


def test_a_paragraph_without_its_stop_is_found_among_those_that_have_one() -> None:
    assert slipped(Code.C06, *[ENDED] * 5, UNENDED, "附件：名册") == [(7, "怎样帮助")]
    assert slipped(Code.C06, *[ENDED] * 3, *[UNENDED] * 3) == []
    assert slipped(Code.C06, *[ENDED] * 5, UNENDED + "等") == []
