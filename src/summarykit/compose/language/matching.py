"""Whether something has been said: what keeps a template from telling a thing twice."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.l10n.patterns import LazyPattern
from summarykit.packs import Phrase

LISTING: Final = ("活动", "工作", "会", "课")
"""Endings that a list gives its entries and a sentence does not: 研讨会 is said by 举办研讨."""
PERSONS: Final = ("工作人员", "全体成员", "人员", "成员")
"""Endings of people whose office or body alone says them: 食堂人员 is said by 食堂."""
OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "书信": ("写信", "来信"),
        "电话": ("通话",),
        "贫困学生": ("困难学生",),
    }
)
"""What else people call the same: who let children 写信 need not be told of 书信."""
_MAKING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"档案": ("建档",), "卡": ("制卡", "建卡", "发卡")}
)
"""What making a register is called, by how its name ends: 逐人建档 says 学生档案."""
PLACES: Final = "镇乡县市区省村"
SHORTEST: Final = 2
_FEW: Final = 4
_EDGE: Final = LazyPattern("(?:^|[、，；。“（和与及由向请设责展办])$")
_STRUGGLING: Final = LazyPattern("(?:学习|学业)(?:困难|吃力)的?(?:学生|孩子)|学困生")
_POOR: Final = LazyPattern("(?:家庭)?(?:经济|家境)?(?:困难|贫困)的?(?:家庭)?(?:学生|孩子|生)")
_CHILDREN: Final = LazyPattern("留守(?:儿童|学生|孩子)|儿童|学生|孩子")
_AND: Final = LazyPattern("[和与及同]")


def told(value: object, *texts: object) -> bool:
    """Return whether the words of `value` stand in one of `texts`; no words stand nowhere."""
    words = _words(value)
    return bool(words) and any(words in _words(text) for text in texts)


def named(value: object, *texts: object) -> bool:
    """Return whether one of `texts` says `value`, be it in a shorter or a customary form.

    青石镇妇联 is said by 妇联, 领导小组全体成员 by 领导小组, 班主任和家长 by 班主任、家长, and
    学习辅导 by 辅导 where that stands by itself: 负责谈心、辅导.
    """
    words = _words(value)
    return bool(words) and any(_named(words, _words(text)) for text in texts)


def made(value: object, *texts: object) -> bool:
    """Return whether one of `texts` says a register, or that one is made: 逐人建档、制卡."""
    words = _words(value)
    return told(value, *texts) or any(_is_made(words, _words(text)) for text in texts)


def unsaid(values: ShownList | Missing, *texts: object) -> ShownList | Missing:
    """Return the entries of a list that none of `texts` says; nothing when all are said."""
    every = tuple(map(_words, values))
    said = "\n".join(map(_words, texts))
    left = (v for v in values if not (named(v, *texts) and _tells(_words(v), every, said)))
    return ShownList.named(values.ref, left) or Missing(values.ref)


def _tells(entry: str, every: Sequence[str], said: str) -> bool:
    """Return whether what says an entry of a list says it, and not what it shares with others.

    任务 says neither 控辍任务 nor 帮扶任务.
    """
    alike = [o for o in every if o != entry and o[-SHORTEST:] == entry[-SHORTEST:]]
    return not alike or len(entry) <= SHORTEST or entry[:SHORTEST] in said


def listed(values: Sequence[object]) -> Phrase:
    """Return the values in a row: 、 between them, or ； when one of them has a mark itself."""
    marked = any(mark in _words(value) for value in values for mark in "，、；")
    parts: list[object] = []
    for value in values:
        parts += [*(["；" if marked else "、"] if parts else ()), value]
    return Phrase(parts)


def length_of(text: object) -> int:
    """Return how many characters a text has, for choosing how a sentence goes on."""
    return len(_words(text))


def begins(value: object, *words: object) -> bool:
    """Return whether the text begins with one of `words`: so 将 is not put before 将."""
    return _words(value).startswith(tuple(map(str, words)))


def ends(value: object, *words: object) -> bool:
    """Return whether the text ends in one of `words`: so 的 is not put behind 的."""
    return _words(value).endswith(tuple(map(str, words)))


def type_of(entity: View) -> str:
    """Return the English name of what kind of entity a link led to: `Population`."""
    return type(entity.entity).__name__


def _named(words: str, text: str) -> bool:
    cores = (words.removesuffix(end) for end in (*LISTING, *PERSONS) if words.endswith(end))
    forms = (words, *cores, *OTHER_WORDS.get(words, ()))
    return (
        any(len(form) >= SHORTEST and form in text for form in forms)
        or words in text
        or _plain(words) in _plain(text)
        or _turned(words) in text
        or _is_parted(words, text)
        or _is_made(words, text)
        or any(_stands(words, start, text) for start in range(1, len(words) - 1))
    )


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """Return a text with one word for each cohort and one mark in lists: 指导孩子 says 学生."""
    kinds = _POOR.sub("困难生", _STRUGGLING.sub("学困生", text))
    return _AND.sub("、", _CHILDREN.sub("孩子", kinds))


def _is_parted(words: str, text: str) -> bool:
    """Return whether both halves of a name stand near one another: 对重点生及时家访.

    They stand in their order and in one clause, with a few characters between them.
    """
    halves = ((words[:at], words[at:]) for at in range(SHORTEST, len(words) - SHORTEST + 1))
    return any(_is_near(one, other, text) for one, other in halves)


def _is_near(one: str, other: str, text: str) -> bool:
    at = text.find(one)
    if at < 0 or other not in text:
        return False
    end = at + len(one)
    between, found, _ = text[end : end + _FEW + len(other)].partition(other)
    return bool(found) and not any(mark in between for mark in "，；。、")


def _is_made(words: str, text: str) -> bool:
    return any(
        words.endswith(end) and any(verb in text for verb in verbs)
        for end, verbs in _MAKING.items()
    )


def _turned(words: str) -> str:
    """Return four characters with their halves changed over: 信息比对 is 比对信息."""
    half = SHORTEST
    return words[half:] + words[:half] if len(words) == half + half else words


def _stands(words: str, start: int, text: str) -> bool:
    """Return whether what is left of a name behind `start` is said by itself.

    Behind the name of a place it may stand anywhere; other endings (教师, 干部) only as a part
    of a list or behind a verb, for 结对教师 does not say 科任教师.
    """
    ending = words[start:]
    if words[start - 1] in PLACES:
        return ending in text
    at = text.find(ending)
    return at >= 0 and start <= SHORTEST and bool(_EDGE.search(text[:at])) and at > 0


def _words(value: object) -> str:
    if isinstance(value, ShownList):
        return "、".join(map(_words, value))
    return str(value) if isinstance(value, (str, Shown)) and value else ""
