"""C10: claims of success, of coverage or of a quantity that no figure bears out."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.sentences import Sentence, plain, told
from summarykit.review.prose.slips import Slip

_VERY: Final = "(?:十分|非常|极其|极为|较为|比较|特别|很|更|较)?"
_GOOD: Final = "(?:显著|突出|明显|良好|优异|圆满|喜人|可喜|丰硕|斐然|骄人|长足|巨大|好|大)"
_DEED: Final = "(?:提高|提升|减轻|激发|增强|改善|保证|保障|调动|降低|促进)"
_BARE: Final = re.compile(
    r"成绩(?:都|也|均|有了)?(?:稳步|明显|显著|大幅|大大)?(?:提高|上升|进步)了"
    rf"|(?<!问题)(?<!厌学)(?:成绩|成效|效果|成果|表现){_VERY}(?:显著|突出|明显|良好|优异|圆满|喜人|斐然)"
    r"(?!的|提高|提升|上升|进步|下降|下滑|退步|落后|不|偏|低)"
    rf"|(?:取得|收到|获得)了?{_VERY}{_GOOD}的?[^，。；、]{{0,4}}?(?:成绩|成效|效果|成果|进步)"
    rf"|(?:大大|极大|有效|有力|明显|显著|大幅|不断|稳步)[地的]?{_DEED}了"
    r"|(?:提高|提升)了[^，。；]{0,18}?(?:率|成绩|素质|质量)"
    r"|(?:学习|成绩)(?:稳步|明显|显著|大幅)(?:提高|提升|上升|进步)"
    r"|成绩(?:突飞猛进|大有长进|大有进步)"
    r"|(?:涌现|培养|带动|吸引)(?:出)?了(?:一?大批|更多|许多|很多|众多|不少)"
    r"|(?:绝大(?:多数|部分)|几乎(?:所有|每个))(?=[^，。；]{0,5}(?:生|长|师|儿童|孩子|同学|家庭|人))"
    r"|基本(?:上)?(?:解决|消除|杜绝)了"
    r"|全面落(?:实|到实处)(?=[。；]?$)"
    r"|全部(?:入学|返校|复学|到校)|无(?:一人?|人|学生)(?:掉队|辍学|流失)(?:、无人(?:掉队|辍学|流失))*"
    r"|达到了[^，。；]{1,10}的目的"
    r"|(?:明显|显著|大幅度?|大为|大大)(?:提高|提升|改善|好转|改观|增强)(?=[，。；])"
    r"|(?:得到|有)了?(?:很大|极大|较大|明显|显著|大幅度?|质)的?(?:提高|提升|改善|好转|改观|增强|进步|飞跃)"
    r"|(?:学生|孩子|同学|儿童)们?(?:都|也)?很快就?[^，。；]{0,3}(?:适应|融入|跟上|跟进|转变|改正|赶上|喜欢上)[^，。；]{0,6}了[^，。；]{0,6}(?=[，。；])"
    r"|家长们?(?:都|也|普遍)?(?:感到|表示)?(?:很|非常|十分|普遍)满意"
)
_COUNTED: Final = "名人户位所对份例次个场节项件篇张本套台"
_TENS: Final = "一二三四五六七八九十百千万零"
_COUNT: Final = re.compile(
    rf"[0-9](?:余|多|几)?[万千百]?[{_COUNTED}元]|[二两三四五六七八九十百千][{_TENS}余多]{{0,8}}[{_COUNTED}元]"
)
"""A number of something; years, days and 一次, 一个 are none."""
_BASE: Final = re.compile(
    rf"[0-9]\s*(?:余|多)?万?(?:[名人户位所对例份]|个(?!百分点))|[{_TENS}两][名人户位所]|占[^，。；]{{0,10}}(?:总数|人数)|口径"
)
_SHARE: Final = re.compile(
    r"(?<![0-9.])(?!0[%％])[0-9]+(?:\.[0-9]+)?[%％]|百分之[一二三四五六七八九十百零点]+"
)
_COURSE: Final = re.compile(
    r"[由从][^，。；]{0,16}?[%％][^，。；]{0,6}(?:提高|上升|增加|提升|降低?|下降|减少)[^，。；]{0,4}[0-9.]+[%％]"
    r"|[0-9]个百分点"
)
"""How a rate changed tells something, whatever its base is."""
_LONGEST_CLAUSE: Final = 60
_CLAUSE: Final = re.compile("[，；：]")
_AIMS: Final = re.compile(
    r"(?:以下|如下|具体|主要)(?:工作)?(?:目标|要求|打算)|(?:目标|要求|打算|宗旨)(?:如下|是|有|[：:])"
)
"""What begins a list of aims."""
_AIM: Final = re.compile(
    r"宗旨|力争|争取|确保|保证(?!了)|努力(?:实现|做到|使|让|达到)|要求|目标|打算|计划|下一步|今后|为了|力求|以便|必须"
    r"|应该?|才能|如果|只有|能否|怎样|不[低高少多]于|[月日底]前"
)
"""What tells that a clause is about what is wanted."""


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each claim that has no figure in its sentence or in those beside it.

    What is told as an aim claims nothing. Rates of one passage are one slip.
    """
    for passage in told(prose):
        aims = _AIMS.search(plain(passage[0].passage))
        bound = aims.start() if aims else len(passage[0].passage.text)
        rates: list[tuple[int, int]] = []
        for sentence, beside in _with_neighbours(passage):
            if not (_COUNT.search(beside) or _SHARE.search(beside)):
                yield from _claims(sentence, bound)
            if not (_BASE.search(beside) or _COURSE.search(sentence.text)):
                rates += _stated(_SHARE, sentence, bound)
        if rates:
            start, end = rates[0][0], rates[-1][1]
            words = passage[0].passage.text[start : rates[0][1]]
            said = message("nobody can tell of how many this rate is: {words}", words=words)
            yield Slip(Code.C10, Severity.WARNING, passage[0].passage, start, end, said)


def _with_neighbours(passage: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence, and its words with those of the sentences beside it."""
    for at, sentence in enumerate(passage):
        yield sentence, "".join(each.text for each in passage[max(0, at - 1) : at + 2])


def _claims(sentence: Sentence, bound: int) -> Iterator[Slip]:
    for start, end in _stated(_BARE, sentence, bound):
        words = sentence.passage.text[start:end]
        said = message("no figure bears out this claim: {words}", words=words)
        yield Slip(Code.C10, Severity.WARNING, sentence.passage, start, end, said)


def _stated(
    pattern: re.Pattern[str], sentence: Sentence, bound: int
) -> Iterator[tuple[int, int]]:
    """Yield where in the passage words of that pattern tell what is so, before `bound`."""
    clauses = [0, *(mark.end() for mark in _CLAUSE.finditer(sentence.text))]
    for found in pattern.finditer(sentence.text):
        clause = clauses[bisect_right(clauses, found.start()) - 1]
        before = max(clause, found.start() - _LONGEST_CLAUSE)
        start, end = (sentence.start + at for at in found.span())
        if start < bound and not _AIM.search(sentence.text, before, found.start()):
            yield start, end
