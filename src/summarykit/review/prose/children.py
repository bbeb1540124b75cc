"""V02: children who are named together with a matter of school, family, health or behaviour.

Of children under 14 such matters are sensitive (个人信息保护法, 28; 未成年人保护法, 4 and 63).
"""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.privacy.detecting.matters import matters
from summarykit.privacy.detecting.names import children, masked
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.sentences import Sentence, plain, sentences
from summarykit.review.prose.slips import Slip

_ALL_ALIASES: Final = re.compile("[均皆都全]为?(?:是)?化名")
_READ: Final = frozenset((Kind.TITLE, Kind.HEADING, Kind.TEXT))
_TELLS_WHO: Final = re.compile(
    "[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班|[\u4e00-\u9fff]{2}村(?!委|干|民|级)"
)
"""A class or a village beside an alias; a grade alone does not tell whose matters these are."""
_IN_FULL: Final = 3
_MATTER: Final = re.compile(
    "家|父|母|爸|妈|爷|奶|叔|姨|舅|姑|监护|贫|穷|困难|特困|低保|资助|病|残|智力|心理|孤|单亲|离异|离婚|去世|留守|打工|务工"
    "|辍学|厌学|逃学|流失|返校|复学|失学|上学|不来|休学|学习|成绩|作业|不及格|后进|学困|学优|差|补课|辅导|谈话|谈心|品德|品行"
    "|行为|习惯|纪律|违纪|打架|偷|网吧|上网|沉迷|调皮|捣蛋|性格|内向|孤僻|自卑|叛逆|早恋|批评|帮扶|帮教|资料|表扬|懂事|管"
    "|服刑|坐牢|入狱|吸毒|虐待|遗弃|抱养|收养|性侵|猥亵|自杀|自残|癫痫|自闭|抑郁|焦虑症|脑瘫|瘫痪|[癌瘤聋哑盲]|失明|手术|住院|障碍"
)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each child named, once a passage; an alias that hides one, or a teacher, is none.

    A child that is named in full is known by the name without the surname afterwards.
    """
    told = [each for each in prose.passages if each.kind in _READ]
    yield from _guessed(told)
    if any(_ALL_ALIASES.search(each.text) for each in told):
        return
    given: dict[str, str] = {}
    for passage in told:
        seen: set[str] = set()
        for sentence in sentences(passage):
            if not _MATTER.search(sentence.text):
                continue
            for span in children(sentence.text) or _by_given_name(sentence, given):
                name = sentence.text[span.start : span.end]
                if (who := given.get(name, name)) not in seen:
                    seen.add(who)
                    yield _slip(passage, sentence.start + span.start, name)
                if len(name) == _IN_FULL:
                    given.setdefault(name[1:], name)


def _guessed(told: list[Passage]) -> Iterator[Slip]:
    """Yield what an alias with a class or a village beside it tells all the same."""
    for passage in told:
        aliases = (one.text for one in sentences(passage) if "化名" in one.text)
        if not any(map(_TELLS_WHO.search, aliases)):
            continue
        for span in sorted(matters(plain(passage), ()))[:1]:
            said = message(
                "an alias beside a class or a village does not hide whose this is: {words}",
                words=passage.text[span.start : span.end],
            )
            yield Slip(Code.V02, Severity.WARNING, passage, span.start, span.end, said)


def _by_given_name(sentence: Sentence, given: dict[str, str]) -> Iterator[PrivateSpan]:
    """Yield the children of a sentence that were named in full before."""
    for at in range(len(sentence.text) - 1):
        name = sentence.text[at : at + _IN_FULL - 1]
        if name in given:
            yield PrivateSpan(at, at + len(name), PrivateKind.CHILD_NAME)


def _slip(passage: Passage, start: int, name: str) -> Slip:
    said = message("a child is named together with private matters: {mask}", mask=masked(name))
    return Slip(Code.V02, Severity.ERROR, passage, start, start + len(name), said)
