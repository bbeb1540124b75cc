"""C12: two statements of a text that cannot both be true, as far as that is certain."""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.sentences import Sentence, plain, told
from summarykit.review.prose.slips import Slip

_RATED: Final = (
    "入学|就学|巩固|毕业|返校|复学|覆盖|结对|建档|家访|走访|参保|升学|及格|合格|参与|参加|完成"
)
_SAME_RATE: Final = MappingProxyType(
    {"走访": "家访", "就学": "入学", "合格": "及格", "参加": "参与"}
)
_SOME: Final = "[0-9一二两三四五六七八九十]{1,6}(?:名|人|户|个)"
_EXCEPT: Final = re.compile(
    rf"除(?:了|有)?{_SOME}(?![^，。；]{{0,12}}(?:送教|免试|免考|转学|转出|外转))[^，。；]{{0,12}}(?:以|之)?外"
    rf"[^。]{{0,20}}?(?P<rated>{_RATED})"
    rf"|有{_SOME}[^，。；]{{0,10}}(?:未|没有?|尚未)(?:能|按时|正常)?(?P<missed>{_RATED})(?!率)"
)
_FULL: Final = re.compile(
    rf"(?P<rated>{_RATED})率?(?:均|都|全部|也|仍)?(?:达到?|为|是|保持在?)?了?"
    "(?:100(?:\\.0+)?[%％]|百分之百)"
)
_ALL_STAY: Final = re.compile(
    "(?:全校|我校|全镇|全县|辖区|学区|全班|我班)[^，。；0-9]{0,16}?"
    "(?:个个[^。；]{0,8}留得住|无一?(?:人|名学生|例)?[^，。；级]{0,4}辍学|没有(?:一名|一个)?学生辍学"
    "|辍学率(?:一直)?(?:为|是|降到了?)(?:0|零)(?![.0-9]))"
)
_SOME_LEFT: Final = re.compile(
    "辍学率(?:[^，。；0-9]{0,8})(?!0(?:\\.0+)?[%％])[0-9]+(?:\\.[0-9]+)?[%％]"
    "|(?<!疑似)(?<!防止)(?<!倾向)辍学(?:学生|的)?(?:有|为|共)?[1-9][0-9]*(?:名|人)(?!次)"
)
_OTHER_TIME: Final = re.compile(
    "上(?:学期|学年|年|届)|去年|往年|以前|过去|曾|[降减][到至低少为]|由|从|目标|不[超高]|低于|劝返|返校|复学|规定|要求"
)
_PARTS: Final = re.compile(
    r"(?<![0-9])(?P<whole>[0-9]{1,8})(?P<unit>名|人|个|户)[^。；0-9]{0,14}?其中(?:有)?[，：]?"
    r"(?:男(?:生|童|孩|性)?(?P<male>[0-9]{1,8})(?:名|人|个)[，、；和]?女(?:生|童|孩|性)?(?P<female>[0-9]{1,8})(?:名|人|个)"
    r"|女(?:生|童|孩|性)?(?P<first>[0-9]{1,8})(?:名|人|个)[，、；和]?男(?:生|童|孩|性)?(?P<second>[0-9]{1,8})(?:名|人|个))"
)
_OF: Final = re.compile(
    r"(?<![0-9.])(?P<whole>[0-9]{1,8})(?P<unit>名|户)(?P<noun>[\u4e00-\u9fff]{2,10})(?:家庭)?中[，]?(?:有|共有|已有)?"
    r"(?P<part>[0-9]{1,8})(?P=unit)(?!次)"
)
_AMONG_THEM: Final = re.compile(
    r"(?<![0-9.])(?P<whole>[0-9]{1,8})(?P<unit>名|户)(?:[\u4e00-\u9fff]{0,10})中[，]?"
    r"[^，。；0-9个]{0,4}(?:走访|家访|结对|建档|资助|返校|完成)(?:了|到)?(?P<part>[0-9]{1,8})(?P=unit)(?!次)"
)
_DUE: Final = re.compile(
    r"应(?:访|入学|结对|走访|家访|到校|返校|参加|参保)(?P<whole>[0-9]{1,8})(?P<unit>名|户|人)[，、；]"
    r"(?:实际?|已)(?:访|入学|结对|走访|家访|到校|返校|参加|参保)了?(?P<part>[0-9]{1,8})(?P=unit)(?!次)"
)
"""What was due and what was done (应访112户，实访109户)."""
_VISITED: Final = re.compile(
    r"(?<![0-9.])(?P<whole>[0-9]{1,8})户(?P<noun>[\u4e00-\u9fff]{2,10})[，。；]?[^。0-9]{0,16}"
    r"(?:走访|家访)(?:了)?(?P<part>[0-9]{1,8})户(?!次)"
)
_AMONG: Final = re.compile(
    r"(?<![0-9.])(?P<whole>[0-9]{1,8})(?P<unit>名|人|户)[，,]?其中(?:有)?[^。；，0-9]{0,10}"
    r"(?P<part>[0-9]{1,8})(?P=unit)(?!次)"
)
_SHARE: Final = re.compile(
    r"(?<![0-9.])(?P<whole>[0-9]{1,8})(?:名|人|户)(?!次)[^。；0-9]{0,20}(?:其中|有|共)[^。；，0-9]{0,14}"
    r"(?P<part>[0-9]{1,8})(?:名|人|户)(?!次)[^。；，0-9]{0,10}，?占(?:全校|全班|全镇|全体|学生|在校|总)?[^。；，0-9]{0,10}?"
    r"(?P<rate>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]"
)
_LEFT: Final = re.compile(
    r"(?<![0-9.])(?P<whole>[0-9]{2,8})(?:名|人)(?!次)[^0-9]{0,12}(?P<what>辍学|流失)(?:学生)?(?P<part>[0-9]{1,6})(?:名|人)，?"
    r"(?P=what)率(?:为|是|仅为|达)?(?P<rate>[0-9]{1,2}(?:\.[0-9]{1,2})?)[%％]"
)
"""Those who left and their rate, often in the sentence after the one that counts them all."""
_SMALL: Final = 0.1
_FROM_TO: Final = re.compile(
    r"[由从][^，。；0-9]{0,8}(?P<from>[0-9]{1,8}(?:\.[0-9]+)?)(?P<unit>名|人|户|[%％])[^，。；0-9]{0,6}"
    r"(?P<way>增加|提高|上升|增长|减少|降低|下降)(?:到|至|为)了?[^，。；0-9]{0,6}(?P<to>[0-9]{1,8}(?:\.[0-9]+)?)(?P=unit)"
)
_ROUNDED: Final = 1.0
"""So far a share may be off that somebody rounded; a rate of those who left is far smaller."""
_MORE: Final = frozenset(("增加", "提高", "上升", "增长"))
_HAS: Final = re.compile(
    r"(?P<what>(?:我校|全校|我班|全班|我镇|全镇|全县|学校|班级)(?:现有|共有|目前有|现共有)(?:在校|在读)?)"
    r"(?:(?P<noun>学生|留守儿童|随迁子女|教师|教职工|教学班)(?P<count>[0-9]{1,8})(?:名|人|个)"
    r"|(?P<number>[0-9]{1,8})(?:名|人|个)(?P<thing>学生|留守儿童|随迁子女|教师|教职工|教学班))"
)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the later of two statements that contradict each other."""
    sentences = tuple(chain.from_iterable(told(prose)))
    for rule in _RULES:
        yield from rule(sentences)


def _exceptions(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield what is full though some are told to be excepted (除1名…外, and 100%)."""
    excepted: dict[str, str] = {}
    for sentence in sentences:
        now = {} if _OTHER_TIME.search(sentence.text) else _excepted(sentence.text)
        for found in _FULL.finditer(sentence.text):
            rated = _rated(found)
            start, why = now.get(rated, (len(sentence.text), ""))
            if start < found.start() or (why := excepted.get(rated, "")):
                said = message(
                    "{words} is not true: the text says {why}", words=found.group(), why=why
                )
                yield _slip(sentence, found, said)
        for found in _EXCEPT.finditer(sentence.text):
            if found["rated"]:
                excepted.setdefault(_rated(found), _first_clause(found))


def _excepted(text: str) -> dict[str, tuple[int, str]]:
    """Return what is told in a sentence to lack some, where, and in which words."""
    return {
        _rated(found): (found.start(), _first_clause(found)) for found in _EXCEPT.finditer(text)
    }


def _rated(found: re.Match[str]) -> str:
    rated = next(word for word in (found["rated"], found.groupdict().get("missed")) if word)
    return _SAME_RATE.get(rated, rated)


def _first_clause(found: re.Match[str]) -> str:
    return found.group().split("，")[0]


def _stayers(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield who left where nobody is told to have left."""
    stay: str | None = None
    for sentence in sentences:
        after = 0
        if stay is None and (all_stay := _ALL_STAY.search(sentence.text)):
            stay, after = all_stay.group(), all_stay.end()
        if stay is not None and not _OTHER_TIME.search(sentence.text):
            for found in _SOME_LEFT.finditer(sentence.text, after):
                said = message(
                    "{words} is not true: the text says {why}", words=found.group(), why=stay
                )
                yield _slip(sentence, found, said)


def _parts(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield boys and girls that are not all the pupils."""
    for sentence in sentences:
        for found in _PARTS.finditer(sentence.text):
            parts = [int(found[name] or 0) for name in ("male", "female", "first", "second")]
            if sum(parts) != int(found["whole"]):
                said = message(
                    "the parts are {total} together, not {whole}",
                    total=sum(parts),
                    whole=found["whole"],
                )
                yield _slip(sentence, found, said)


def _more(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield a part that is more than the whole, and more households visited than there are."""
    for sentence in sentences:
        patterns = (_OF, _AMONG_THEM, _DUE, _VISITED, _AMONG)
        for found in chain.from_iterable(one.finditer(sentence.text) for one in patterns):
            if int(found["part"]) > int(found["whole"]):
                said = message(
                    "{part} are more than the {whole} there are",
                    part=found["part"],
                    whole=found["whole"],
                )
                yield _slip(sentence, found, said)


def _counts(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield a number of the same people that differs from the first one."""
    first: dict[tuple[str, str], str] = {}
    for sentence in sentences:
        for found in _HAS.finditer(sentence.text):
            count = found["count"] or found["number"]
            thing = (found["what"], found["noun"] or found["thing"])
            known = first.setdefault(thing, count)
            if known != count:
                said = message(
                    "{words}: the text says {known} before", words=found.group(), known=known
                )
                yield _slip(sentence, found, said)


def _slip(sentence: Sentence, found: re.Match[str], said: Message) -> Slip:
    start, end = (sentence.start + at for at in found.span())
    return Slip(Code.C12, Severity.WARNING, sentence.passage, start, end, said)


def _shares(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield shares that are not those of the counts beside them (50名…其中10名，占30%)."""
    for sentence in sentences:
        for found in _SHARE.finditer(sentence.text):
            if said := _differs(found, _ROUNDED):
                yield _slip(sentence, found, said)
    for passage in dict.fromkeys(each.passage for each in sentences):
        for found in _LEFT.finditer(plain(passage)):
            if said := _differs(found, _SMALL):
                yield Slip(Code.C12, Severity.WARNING, passage, *found.span(), said)


def _differs(found: re.Match[str], most: float) -> Message | None:
    """Return what is to be said if a share is further off that of its counts than `most`."""
    whole, part, rate = (float(found[name]) for name in ("whole", "part", "rate"))
    if not whole or abs(100 * part / whole - rate) <= most:
        return None
    return message(
        "{part} of {whole} are {share}%, not {rate}%",
        part=found["part"],
        whole=found["whole"],
        share=f"{100 * part / whole:.1f}",
        rate=found["rate"],
    )


def _courses(sentences: tuple[Sentence, ...]) -> Iterator[Slip]:
    """Yield what is told to rise and falls, or the other way round (由30名增加到28名)."""
    for sentence in sentences:
        for found in _FROM_TO.finditer(sentence.text):
            begin, end = float(found["from"]), float(found["to"])
            if begin != end and (found["way"] in _MORE) != (end > begin):
                said = message("this goes the other way: {words}", words=found.group())
                yield _slip(sentence, found, said)


_RULES: Final[tuple[Callable[[tuple[Sentence, ...]], Iterator[Slip]], ...]] = (
    _exceptions,
    _stayers,
    _parts,
    _more,
    _counts,
    _shares,
    _courses,
)
