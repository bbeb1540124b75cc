"""Names of children, known by their surname and by the words beside them.

Of children under 14 whatever tells who they are is sensitive (个人信息保护法, 28).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

from summarykit.privacy.detecting.no_names import is_no_child, is_no_name
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan
from summarykit.privacy.detecting.surnames import (
    BEFORE,
    COMMON,
    DOTS,
    GIVEN,
    GOES_ON,
    INITIALS,
    LONG_NAME,
    MIDDLE,
    NAME,
    SURNAMES,
    dotted_beginnings,
)

EDGE: Final = rf"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[{BEFORE}]))"
"""Where a name may begin."""
_ALIAS: Final = "(?![（(][^）)]{0,4}化名)"
_COUNT: Final = "[0-9一二三四五六七八九十]"
_KIN: Final = (
    "父母|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|姥姥|姥爷"
    "|表?[叔姑姨舅]|姨[夫父妈]|表[叔哥姐弟妹]|哥哥|姐姐|弟弟|妹妹|家长|监护人"
)
_CHILD: Final = (
    "[学男女困难进差宿读]生|儿童|孩子|幼儿|男孩|女孩|孤儿|小?同学|小朋友|子女|少先队员|班长"
)
_AND: Final = "(?:[、，和与及]|以及)"
_ITEM: Final = "(?:(?![和与及以])[\u4e00-\u9fff·]){2,12}"
"""One of a list; what parts items is in none, so that a long list is read in one way only."""
_GROUP: Final = (
    f"(?:等{_COUNT}*[两]?(?:余|多)?(?:名|位|个)?|(?:{_COUNT}+|两)(?:[名位个]|人(?!次)))"
)
"""How a list of names ends: 等12名, 三位."""
_CLASS: Final = rf"(?:[（(]?{_COUNT}{{1,2}}[）)]?班|年级)的?"
_GOING_ON: Final = (
    rf"的(?:{_KIN}|家)|(?:{_KIN})|因|家(?:里|中|住|境|庭)|从小|今年|来自|平时|性格|[和与]"
    "|由(?:其|他|她|奶|爷|外|祖|亲)|得[了过]|患|生病|看病|说|成绩|进步|转[入学]|休学|辍学|退学|厌学|返校|复学|入学"
    "|享受|随[父母奶爷外]|跟[着父母奶爷外]|爱|喜欢|劝[返回]|家[，。、访]|缺课|带头|很|非常|十分|获|荣获|参加|代表|拾|主动|已(?:返|复|经|转)|在(?:校|县|市|省|家)|送教|被(?:评|查|诊)"
)
"""How a sentence goes on after the name of a child."""
_ILL: Final = "身?患(?!者)|因病|确诊|被诊断"
_TAUGHT: Final = (
    "送教|劝[返回]|办理(?:转|休|复|入)学|补[课习]|返校|复学|辍学|转[入学]|休学|退学"
)
"""What is done for children, and what only they do."""
_STATE: Final = (
    "(?:生病|患病|重病|受伤|失学|辍学|厌学|休学|残疾|单亲|离异|留守|困难|贫困"
    "|患有?[^，。；\n]{1,8})"
)
_YOUNG: Final = "[1-9]|1[0-8]|[一二三四五六七八九]|十[一二三四五六七八]?"
"""Years of age under which somebody is a child."""
_BEGINNING: Final = re.compile(
    # The surname comes first, so that the text is searched for it and not tried everywhere.
    rf"[{INITIALS}](?:(?<=^.)|(?<=[^\u4e00-\u9fff].)|(?<=[{BEFORE}].))(?<!由于){GOES_ON}"
)
"""Where a name may begin, its first sign."""
_FOLLOWED: Final = (
    re.compile(rf"(?P<name>{NAME}){_ALIAS}[”’]?(?:小?同学|小朋友)(?!们)"),
    re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}[”’]?学生(?!们|家长)(?=[，。；、的\n]|$)"),
    re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}(?:的(?:{_KIN})|(?={_TAUGHT}))"),
    re.compile(
        rf"(?P<name>{NAME}){_ALIAS}(?=(?:{_AND}{NAME})+等?(?:{_COUNT}+|两)[名位个](?:同学|学生|小朋友|孩子))"
    ),
    re.compile(
        rf"(?P<name>{LONG_NAME}){_ALIAS}(?=父母|爸爸|妈妈|爷爷|奶奶|外公|外婆|监护人|{_ILL})"
    ),
    re.compile(
        rf"(?P<name>{LONG_NAME}){_ALIAS}"
        rf"(?=[（(，,](?:[男女][，,、]?(?:{_YOUNG})岁"
        rf"|(?:[0-9]|1[0-8])岁|[一二三四五六七八九][^，。；\n]{{0,8}}班?(?:学生|[）)])))"
    ),
    re.compile(
        # 黄土坡12名学生 tells a place: who is counted alone stands before 等.
        rf"(?P<name>{LONG_NAME}){_ALIAS}(?=(?:等|{_AND}[\u4e00-\u9fff]))"
        rf"(?=(?:{_AND}{_ITEM}){{0,8}}{_GROUP}"
        "(?:留守|贫困|困难|特困|辍学|残疾|低保|随迁|优秀|品学兼优|进步|获奖|受助|单亲|寄宿|毕业|同学|学生|儿童|孩子|小朋友|幼儿))"
    ),
)
"""Words behind a name that show it to be a child's."""
_LED_BEGINNING: Final = re.compile(
    rf"[{INITIALS}](?<=[生童子儿孩学友班级员女长的：“（].){GOES_ON}"
)
"""Where a name may begin behind words that end in one of these signs."""
_LED_TO: Final = (
    (
        re.compile(rf"(?:{_CHILD})[：“（]?$"),
        re.compile(
            rf"(?P<name>{LONG_NAME}|[{COMMON}]{GIVEN}){_ALIAS}"
            rf"(?=[，。；、）”（]|{_GOING_ON}|{_ILL})"
        ),
    ),
    (
        re.compile(rf"{_CLASS}$"),
        re.compile(
            rf"(?P<name>{LONG_NAME}|[{COMMON}]{GIVEN}){_ALIAS}"
            rf"(?=[，。；、）”\n]|{_GOING_ON}|{_ILL}|是|$)"
        ),
    ),
    (
        re.compile(rf"{_STATE}的$"),
        re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}(?=[，。；、）”\n]|{_GOING_ON}|$)"),
    ),
    (
        re.compile(rf"(?<![0-9一二三四五六七八九十])(?:{_YOUNG})岁的$"),
        re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}"),
    ),
    (
        re.compile("(?:学生|儿童|孩子|幼儿)(?:姓名|名单)[：:]$"),
        re.compile(rf"(?P<name>{NAME}){_ALIAS}(?![\u4e00-\u9fff])"),
    ),
)
"""Words before a name, and what may stand behind it, that show it to be a child's."""
_LEAD: Final = 8
"""So many signs have the words before a name."""
_OTHERS: Final = re.compile(
    rf"[让叫帮助给与带和是、](?P<name>{LONG_NAME}){_ALIAS}(?=[来去、，。和管等])"
)
"""Who stands beside a child that is named as one."""
_SENTENCE_END: Final = re.compile("[。！？\n]|$")
_NEXT: Final = re.compile(
    rf"[、和与](?P<name>{LONG_NAME}|[{SURNAMES}]{GIVEN}){_ALIAS}(?=[、，。；和与等（）\n]|同学|小朋友|$)"
)
_LAST: Final = re.compile(rf"(?P<name>{LONG_NAME})[、和与]$")
_COUNTED: Final = re.compile(
    rf"(?:[、和与]{_ITEM})*等?(?:{_COUNT}+|两)[余多]?(?:[名位个]|人(?!次))"
)
"""How a list goes on that ends in how many they are: all that it lists are names."""
_ANY: Final = f"{GIVEN}{MIDDLE}{{1,3}}"
_NEXT_COUNTED: Final = re.compile(
    rf"[、和与](?P<name>{LONG_NAME}|{_ANY}){_ALIAS}(?=[、和与等两]|{_COUNT})"
)
_LAST_COUNTED: Final = re.compile(rf"(?P<name>{LONG_NAME}|(?<=、){_ANY})[、和与]$")
_LONGEST_NAME: Final = 18
_SHORTEST: Final = 2


def children(text: str) -> list[PrivateSpan]:
    """Return where children are named, in order; an alias, a teacher or 李某某 is none."""
    dotted = dotted_beginnings(text)
    found = set(_led_to(text, {*_starts(_LED_BEGINNING, text), *dotted}))
    for at in {*_starts(_BEGINNING, text), *dotted}:
        found |= {s for s in map(_name, (p.match(text, at) for p in _FOLLOWED)) if s}
    if found:
        found |= set(_others(text, found))
        found |= {each for span in tuple(found) for each in _listed(text, span)}
    return sorted(found)


def _starts(beginning: re.Pattern[str], text: str) -> Iterator[int]:
    return (found.start() for found in beginning.finditer(text))


def _led_to(text: str, beginnings: Iterable[int]) -> Iterator[PrivateSpan]:
    for at in beginnings:
        before = text[max(0, at - _LEAD) : at]
        for lead, pattern in _LED_TO:
            if lead.search(before) and (span := _name(pattern.match(text, at))):
                yield span


def _listed(text: str, span: PrivateSpan) -> Iterator[PrivateSpan]:
    """Yield the names that stand in one list with a child's, before and after it."""
    counted = _COUNTED.match(text, span.end) is not None
    following, preceding = (_NEXT_COUNTED, _LAST_COUNTED) if counted else (_NEXT, _LAST)
    at = span.end
    while (after := _name(following.match(text, at))) is not None:
        yield after
        at = after.end
    at = span.start
    while before := _name(preceding.search(text, max(0, at - _LONGEST_NAME), at)):
        yield before
        at = before.start


def _others(text: str, found: Collection[PrivateSpan]) -> Iterator[PrivateSpan]:
    """Yield who stands beside a child, in the sentences that name one."""
    for start in {_start(text, one.start) for one in found}:
        end = _SENTENCE_END.search(text, start)
        within = _OTHERS.finditer(text, start, end.start() + 1 if end else len(text))
        yield from filter(None, map(_name, within))


def _start(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in "。！？\n") + 1


def _name(found: re.Match[str] | None) -> PrivateSpan | None:
    """Return the span of a name that was found, unless it is no name or a teacher's."""
    if found is None:
        return None
    if is_no_child(found["name"], found.string, found.end("name")):
        return None
    return PrivateSpan(*found.span("name"), PrivateKind.CHILD_NAME)


def known(
    text: str, names: Collection[str], kind: PrivateKind = PrivateKind.CHILD_NAME
) -> Iterator[PrivateSpan]:
    """Yield where those names stand, also with blanks or dots inside, as in lists (王 鹊)."""
    wanted = _wanted(frozenset(name for name in names if len(name) >= _SHORTEST))
    for found in wanted.finditer(text) if wanted else ():
        yield PrivateSpan(*found.span(), kind)


@lru_cache(maxsize=8)
def _wanted(names: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds any of the names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    spaced = (_SPACE.join(map(re.escape, name)) for name in ordered)
    return re.compile("|".join(spaced)) if names else None


def masked(name: str) -> str:
    """Return a name as a text for others may print it: 王××."""
    return name[0] + "×" * (len(name) - 1)


def looks_named(words: str) -> bool:
    """Return whether words alone could be the name of somebody: a surname, one or two signs."""
    name = "".join(words.split())
    return _WHOLE_NAME.fullmatch(name) is not None and not is_no_name(name)


_SPACE: Final = rf"[ \u3000{DOTS}]*"
_WHOLE_NAME: Final = re.compile(
    f"{LONG_NAME}|[{SURNAMES}](?:{MIDDLE}|[年生平和明水应])?[\u4e00-\u9fff]"
)
