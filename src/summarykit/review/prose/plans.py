"""C13: plans and promises told among what has been done."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.l10n.tenses import lies_ahead
from summarykit.review.ordinals import Kind as Counting
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.sentences import Sentence, plain, sentences
from summarykit.review.prose.slips import Slip

LATER: Final = re.compile(
    r"下一?(?:步|阶段|年度?|学期|学年)|今后|将来|未来|以后|明年|来年|新(?:学期|学年|的一年)|打算|设想|展望"
    r"|努力方向"
)
"""What leads over to what is to come."""
_OF_PLANS: Final = re.compile(
    rf"{LATER.pattern}|计划|方案|思路|目标|要求|整改|改进|建议|对策|结语|结束语|致谢"
)
"""A heading under which nothing is told as done."""
_SELF: Final = re.compile(r"(?:制定|制订|定|拟定)[^，。；]{0,20}(?:计划|方案)(?:如下)?[。：]")
_CLOSING: Final = re.compile(r"总之|综上|决心|信心|不足|困难|问题|挑战")
_TIME: Final = (
    "下(?:个|一)?(?:学期|学年|阶段|半年|一?步)|明年|来年|新(?:学期|学年)|今后|寒假|暑假|年底"
)
_OF_LATER: Final = re.compile(
    f"(?:计划|准备|打算|预计|拟|将)(?:于|在|从)?(?:{_TIME})"
    f"|(?:{_TIME})(?:起|开始|内|里|中)?[，]?(?:我校|学校|我园|我班|班级|我们|本校)?(?:还|也)?(?:将|要|计划|准备|打算|预计|拟)(?!求|点)"
)
"""A plan whose time is told with it."""
_TIMED: Final = re.compile(_TIME)
_DOING: Final = (
    "购置|购买|添置|新建|改建|修建|新增|增设|增加|增配|扩大|配备|聘请|邀请|走访|家访|资助|结对|培训|制定|制订|编写|编制"
    "|推广|试点|启动|申请|争取|联系|选派|派出|评选|表彰|实现|达到|完成"
)
_PLANNED: Final = re.compile(
    f"(?<![按照据有订定依原曾的本该套])(?:计划|打算|准备|预计)(?:再|先|还|分批|逐一|集中)?(?:{_DOING})(?!了|的)"
)
_EARLIER: Final = re.compile(
    r"上(?:一个?)?(?:学期|学年|年度?)[^，。；]{0,6}(?:打算|计划|措施|任务)中"
)
"""What became of what was planned a year ago, which is told with the words of then."""
_CLAUSE: Final = re.compile("[^，；：。！？]+")


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each plan that stands in a part about what has been done.

    What stands under a heading of plans, after a word such as 今后, or in the closing words is
    where it belongs; in a plan, all is.
    """
    if _is_plan(prose):
        return
    closing = [each for each in prose.passages if each.kind is Kind.TEXT][-2:]
    for passage in told_as_done(prose):
        if passage not in closing:
            yield from _plans(passage)


def told_as_done(prose: Prose) -> Iterator[Passage]:
    """Yield the text that stands under no heading of plans, nor under one of its parts."""
    ahead: int | None = None
    for passage in prose.body:
        if passage.kind is Kind.HEADING:
            rank = _rank(passage)
            if ahead is None or rank <= ahead:
                ahead = rank if _OF_PLANS.search(passage.text) else None
        elif ahead is None:
            yield passage


def _rank(heading: Passage) -> int:
    """Return how far down a heading stands, 1 for the first."""
    if heading.level or heading.ordinal is None:
        return max(heading.level, 1)
    return 1 + tuple(Counting).index(heading.ordinal.kind)


def _is_plan(prose: Prose) -> bool:
    title = prose.title.text if prose.title else ""
    opening = (plain(each) for each in prose.body[:2])
    return bool(re.search("计划|方案|要点", title)) or any(map(_SELF.search, opening))


def _plans(passage: Passage) -> Iterator[Slip]:
    """Yield the plans of a passage up to the first word that leads over to what is to come."""
    for sentence in sentences(passage):
        if _CLOSING.search(sentence.text):
            return
        if _EARLIER.search(sentence.text):
            continue
        if LATER.search(sentence.text):
            yield from _clauses(sentence, _OF_LATER)
            if not _PLANNED.search(sentence.text) or _TIMED.search(sentence.text):
                return
        yield from _clauses(sentence)


def _clauses(sentence: Sentence, pattern: re.Pattern[str] = _PLANNED) -> Iterator[Slip]:
    for clause in _CLAUSE.finditer(sentence.text):
        if pattern.search(clause.group()) or (
            pattern is _PLANNED and lies_ahead(clause.group())
        ):
            said = message(
                "this tells a plan among what has been done: {words}",
                words=clause.group().strip(),
            )
            start, end = (sentence.start + at for at in clause.span())
            yield Slip(Code.C13, Severity.WARNING, sentence.passage, start, end, said)
