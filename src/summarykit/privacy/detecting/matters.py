"""Illness and misfortune in the family, where a text tells whose they are.

Such matters of children under 14 are sensitive (个人信息保护法, 28; 未成年人保护法, 4 and 63).
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from summarykit.privacy.detecting.lines import lines_with
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan

_ILLNESS: Final = re.compile(
    "(?:(?:重度|中度|轻度|[一二三四]级)?(?:肢体|智力|听力|视力|言语|语言|精神|多重|听力言语)?残疾)|(?:智力|精神|听力|视力|语言|言语|发育)(?:障碍|迟缓|低下|缺陷)"
    "|智障|弱智|智残|聋哑|失聪|失明|脑瘫|瘫痪|自闭症|孤独症|多动症|抑郁症?|焦虑症|强迫症|精神病|精神分裂症?|癫痫"
    "|白血病|淋巴瘤|肿瘤|脑瘤|[肺胃肝骨]癌|癌症|先天性?心脏病|先心病|心脏病|尿毒症|肾病(?:综合征)?|肾衰竭?|肾炎|肝炎|乙肝|肺结核|结核病"
    "|艾滋病?|糖尿病|血友病|地中海贫血|再生障碍性贫血|唐氏综合[征症]|侏儒症?|肌无力|肌营养不良|小儿麻痹症?|脊柱侧弯|唇腭裂|兔唇"
    "|哮喘|红斑狼疮|重病|大病|绝症|截肢|自残|自杀|自伤|遗尿|尿床"
    "|住院|手术(?!室)|化疗|透析|[用服吃]药|[发犯]病|病[情重危]|治病"
)
_FAMILY: Final = re.compile(
    "父母(?:均|都|双方)?(?:离异|离婚|分居|双亡|去世|病逝)|离异|离婚|再婚|改嫁|再嫁|单亲|父母双亡|双亡|丧父|丧母|孤儿"
    "|(?:父|母|爸|妈|双亲|父母)[^，。；\n]{0,6}(?:去世|病逝|亡故|身亡|死亡|过世|早逝|失踪|出走|失联)|服刑|坐牢|[入出]狱|刑满|劳改|拘留|监狱|劳教|羁押|判刑|吸毒|戒毒|赌博|酗酒"
    "|家暴|家庭暴力|虐待|遗弃|弃婴|非婚生|私生|抱养|收养|性侵|猥亵|特困供养|低保(?:户|家庭)?|建档立卡|脱贫户|贫困户|特困户"
)
_CLASS: Final = re.compile(
    "[一二三四五六七八九1-9]年级|[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班|[\u4e00-\u9fff]{2}村(?!委|干|民|级)"
)
_ALIAS: Final = re.compile("[（(][^）)\n]{0,4}化名[）)]")
_SENTENCE: Final = re.compile("[^。！？!?\n]+[。！？!?\n]?")
_GOES_ON: Final = re.compile(
    r"^[\s”’]*(?:他|她|其|该生|该[同女男]|孩子的?[父母爸妈家]|父母|父亲|母亲|爸爸|妈妈|爷爷|奶奶|家[里中境庭])"
)
"""How a sentence begins that goes on about the one who was named."""


def matters(text: str, named: Collection[PrivateSpan]) -> Iterator[PrivateSpan]:
    """Yield illness and family matters of those who are named, also where a sentence goes on.

    An alias names somebody where a class or a village stands beside it: who it is can be told.
    """
    for start, end in _lines_of(text, named):
        yield from _in_a_line(text, start, end, named)


def _lines_of(text: str, named: Collection[PrivateSpan]) -> list[tuple[int, int]]:
    """Return the lines in which somebody is named."""
    own = ((text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)) for one in named)
    ends = ((start, len(text) if end < 0 else end) for start, end in own)
    return sorted({*ends, *lines_with(_ALIAS, text)})


def _in_a_line(
    text: str, start: int, end: int, named: Collection[PrivateSpan]
) -> Iterator[PrivateSpan]:
    own = [one for one in named if start <= one.start < end]
    sentences = [found.span() for found in _SENTENCE.finditer(text, start, end)]
    whose = [_tells_whose(text, first, last, own) for first, last in sentences]
    for (first, last), of_one in zip(sentences, _carried(text, sentences, whose), strict=True):
        for pattern, kind in _MATTERS if of_one else ():
            for found in pattern.finditer(text, first, last):
                yield PrivateSpan(*found.span(), kind)


def matters_of_one(text: str) -> Iterator[PrivateSpan]:
    """Yield illness and family matters of a text that is about one child."""
    for pattern, kind in _MATTERS:
        for found in pattern.finditer(text):
            yield PrivateSpan(*found.span(), kind)


def _tells_whose(text: str, start: int, end: int, named: Collection[PrivateSpan]) -> bool:
    if any(start <= span.start < end for span in named):
        return True
    alias, place = (pattern.search(text, start, end) for pattern in (_ALIAS, _CLASS))
    return alias is not None and place is not None


def _carried(text: str, sentences: list[tuple[int, int]], whose: list[bool]) -> list[bool]:
    """Return of which sentences the subject is known, from themselves or the one before."""
    told = whose[:1]
    for (_, start), own in zip(
        pairwise(start for start, _ in sentences), whose[1:], strict=True
    ):
        goes_on = told[-1] and _GOES_ON.match(text[start : start + 12]) is not None
        told.append(own or goes_on)
    return told


_MATTERS: Final = ((_ILLNESS, PrivateKind.ILLNESS), (_FAMILY, PrivateKind.FAMILY))
