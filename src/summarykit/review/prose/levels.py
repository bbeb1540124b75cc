"""C11: words of an office above, or of another kind of school, in a text of a school."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.prose.passages import Kind, Prose
from summarykit.review.prose.sentences import plain
from summarykit.review.prose.slips import Slip

_SCHOOL: Final = re.compile("我校|我园|本校|全校")
_CLASS: Final = re.compile("我们?班|本班|全班")
_OFFICE: Final = re.compile("我学区|我区|我县|我市|我镇|我乡|我局")
_LEAST: Final = 2
_MOST: Final = 3
"""A word that a text says of itself at least so often says what it is."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """Words that do not fit, what the text must say of itself, and what excuses them."""

    words: re.Pattern[str]
    said: Message
    asks: re.Pattern[str] = _SCHOOL
    least: int = _LEAST
    excused: re.Pattern[str] | None = None


_RULES: Final = (
    _Rule(
        re.compile("各校|各(?:村|乡)小学|各中小学|各(?:初级)?中学|我学区"),
        message("a school's text speaks as an office above it: {words}"),
        excused=re.compile("集团|校区|联盟|联校|教学点"),
    ),
    _Rule(
        re.compile(
            "全[镇乡县区](?=范围内?(?:启动|开展|实施|推行)|(?:共)?(?:确立|建立|成立|配备))"
            "|(?<=我校)各级(?:党政领导|党委|政府|部门)"
        ),
        message("a school's text speaks as an office above it: {words}"),
    ),
    _Rule(
        re.compile(
            "(?<=成立了)以?[县市区镇乡](?:教育局|教体局|教育和体育局|政府)[^，。；]{0,25}领导小组"
        ),
        message("a school cannot set up what an office above it sets up: {words}"),
    ),
    _Rule(
        re.compile(
            "(?:^|(?<=。))中心学校(?=[^，。；]{0,4}(?:做到|研究|成立|制定|建立|要求|召开|组织))"
        ),
        message("the text calls itself 我校, and here tells of another: {words}"),
        excused=re.compile("[镇乡]中心学校"),
    ),
    _Rule(
        re.compile("每班(?=推荐|推选|选出)|各班(?=推荐|都|均|成立|建立)"),
        message("a class's text speaks as its school: {words}"),
        asks=_CLASS,
        least=_MOST,
    ),
    _Rule(
        re.compile("(?:合格|优秀|文明)的?中学生"),
        message("a primary school's text speaks of pupils of another school: {words}"),
        asks=re.compile("[\u4e00-\u9fff]{2}小学(?!生|和|、|阶段|毕业|六年级|升)"),
        least=1,
        excused=re.compile("初中|九年一贯|[\u4e00-\u9fff]{2}中学(?!生)"),
    ),
    _Rule(
        re.compile("我校"),
        message("the text counts its schools, and here calls itself one: {words}"),
        asks=re.compile("(?:共有|现有|辖有?)(?:中学|小学|学校)[^，。；]{0,4}所"),
        least=1,
    ),
)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield words that somebody above or beside the one who writes would use."""
    texts = [(each, plain(each)) for each in prose.passages]
    everything = "\n".join(text for _, text in texts)
    if len(_OFFICE.findall(everything)) >= max(len(_SCHOOL.findall(everything)), 1):
        return
    for rule in _RULES:
        if not _applies(rule, everything):
            continue
        for passage, text in texts:
            for found in rule.words.finditer(text) if passage.kind is Kind.TEXT else ():
                said = Message(rule.said.text, {"words": found.group()})
                start, end = found.span()
                yield Slip(Code.C11, Severity.WARNING, passage, start, end, said)


def _applies(rule: _Rule, everything: str) -> bool:
    if rule.excused is not None and rule.excused.search(everything):
        return False
    return len(rule.asks.findall(everything)) >= rule.least
