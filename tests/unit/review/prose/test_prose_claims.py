"""Claims that no figure bears out, and rates of nobody knows how many."""

import pytest

from slip_texts import slipped
from summarykit.diagnostics import Code


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("结对活动成效十分显著。", "成效十分显著"),
        ("孩子的习惯明显改善。", "明显改善"),
        ("家校关系得到很大改善。", "得到很大改善"),
        ("亲情电话收到良好的效果。", "收到良好的效果"),
        ("阅读活动极大地激发了孩子的兴趣。", "极大地激发了"),
        ("走访提高了家长的知晓率。", "提高了家长的知晓率"),
        ("孩子们的成绩明显提高了。", "成绩明显提高了"),
        ("活动中涌现出了一大批好家长。", "涌现出了一大批"),
        ("绝大多数学生爱上了读书。", "绝大多数"),
        ("课后服务使家长普遍满意。", "家长普遍满意"),
        ("资助政策全面落到实处。", "全面落到实处"),
        ("辍学儿童全部返校。", "全部返校"),
        ("活动室达到了陪伴孩子的目的。", "达到了陪伴孩子的目的"),
        ("迟到问题,基本解决了,大家高兴。", "基本解决了"),
    ],
)
def test_a_claim_without_a_figure_is_found(line: str, words: str) -> None:
    assert slipped(Code.C10, "学校开展谈心。", line) == [(3, words)]


@pytest.mark.parametrize(
    "lines",
    [
        ("结对活动成效十分显著，29名教师结对87名儿童。",),
        ("29名教师结对87名儿童。活动成效十分显著。",),
        ("活动成效十分显著。全校87名儿童的优秀率由12%提高到20%。",),
        ("走访十五户家庭，家长普遍满意。",),
        ("学校取得了一定成绩。",),
        ("为了使活动成效显著，学校制定了方案。",),
        ("力争辍学儿童全部返校。",),
        ("保证适龄儿童全部入学的规定已经张贴。",),
        ("本年目标如下：一是家长普遍满意。二是儿童全部入学。",),
        ("学校不断提高教师的素质。",),
        ("全面落实资助政策，按月发放。",),
        ("个别孩子成绩明显下降。",),
        ("成绩突出的教师优先评优。",),
        ("上述问题表现突出。",),
        ("孩子的动力绝大多数时候来自家里。",),
    ],
)
def test_a_claim_with_a_figure_or_of_an_aim_is_none(lines: tuple[str, ...]) -> None:
    assert slipped(Code.C10, *lines) == []


def test_a_date_is_no_figure() -> None:
    assert slipped(Code.C10, "2024年3月以来，活动效果明显。") == [(2, "效果明显")]


def test_only_the_sentences_beside_it_bear_a_claim_out() -> None:
    line = "全校有87名留守儿童。学校开展谈心。孩子们爱说话了。活动效果明显。"
    assert slipped(Code.C10, line) == [(2, "效果明显")]


def test_rates_without_a_base_are_one_slip_a_passage() -> None:
    line = "建档率达到100%，家访率达到95.5%。结对率百分之九十。"
    assert slipped(Code.C10, line) == [(2, "100%，家访率达到95.5%。结对率百分之九十")]


@pytest.mark.parametrize(
    "line",
    [
        "87名留守儿童建档率达到100%。",
        "发出问卷200份，满意率为96%。",
        "留守儿童约占学生总数的14%。",
        "全校辍学率为0%。",
        "家访率由92.1%提高到96.4%。",
        "家访率为96.4%，提高4.3个百分点。",
        "家访率为96.4%，按户数的口径计算。",
        "学校的具体目标是家访率达到95%。",
        "2024年6月底前家访率达到95%。",
        "家访率不低于95%。",
        "| 建档率 | 100% |",
        "留守儿童 | 87 | 100%",
    ],
)
def test_a_rate_with_its_base_or_of_an_aim_is_none(line: str) -> None:
    assert slipped(Code.C10, line) == []
