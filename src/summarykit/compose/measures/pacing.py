"""How often, how many times, until when: each with a verb of its own or before the verb."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.matching import told as is_said
from summarykit.compose.language.phrasing import (
    acted,
    begins_with_noun,
    doer_of,
    leaderless,
    paced,
)
from summarykit.compose.measures.draft import Draft
from summarykit.compose.views import Shown
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.added import AddedMeasure
from summarykit.model.values import Frequency, Quantity, TimeLimit
from summarykit.packs import Phrase

_SET_UP: Final = LazyPattern(
    "建立|成立|制定|制订|修订|设立|设置|设有|建成|配备|招募|聘(?!请的)|结成|明确|划分|划为"
    "|签订|编制|挑选|选定|选出|确定|推荐|安排|制作|设"
)
"""What is done once, even where what follows from it comes back."""
_COMING_BACK: Final = LazyPattern(
    "组织|开展|召开|召集|举办|走访|走进|深入|上门|登门|逐户|逐人|逐一|逐班|核实|核对"
    "|检查|抽查|督查|排查|(?:随机)?查[班册房岗夜]|听取|邀请|评选|考核|评比|辅导|清点|总结|回顾|分析|比对|研究"
    "|统计|开放|陪伴|(?:利用[^，；。]{2,8})?[与同和找][^，；。]{1,8}(?:谈心|交谈|谈话|座谈|交流|通话)"
)
"""What a practice begins with that is done each time, all of its clauses."""
_OTHERS: Final = LazyPattern("[和与及同、][^，；。]{2,20}")
_TIMES: Final = frozenset("次回遍趟")
_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "篇": "撰写",
        "封": "写",
        "节": "安排",
        "堂": "安排",
        "课时": "安排",
        "场": "举办",
        "期": "举办",
    }
)
"""What is done with what a frequency counts, where that is not times."""
_TIMED: Final = LazyPattern("[^，；。]{0,4}(?:开学|入学|学期|学年|招生|期[初中末]|假)")
"""How a practice begins that has a time of its own: 开学前核对教材."""
_WHEN: Final = LazyPattern(
    "每|逢|周末|[寒暑]*假期|节假日|课[后余]|平时|长期|[定按]期|经常|随时"
)
"""How a practice begins that says when, or how often, itself."""
_LEADING: Final = LazyPattern("(?:为|在|按照|根据|针对|围绕|结合|本着)[^，；。]{2,20}，")
_ASKING: Final = ("", "由", "要求", "请", "安排")
"""What stands before those who do something, beside nothing."""
_CALENDAR: Final = (
    "开学",
    "学期",
    "学年",
    "期中",
    "期末",
    "放假",
    "寒假",
    "暑假",
    "年底",
    "新学",
)


@dataclass(frozen=True, slots=True)
class Fronted:
    """A frequency that stands before the verb, and how many characters are before that."""

    frequency: Shown
    at: int = 0


def fronted(d: Draft) -> Fronted | None:
    """Return the frequency as it stands before the verb of the practice; None if it cannot.

    每学期一次 is 每学期, for what is done each term is done once a term: 班主任每学期走访. All
    of the practice is done each time, and nothing in it once and for all.
    """
    frequency = d.value("frequency")
    text = str(d.practice) if d.practice else ""
    if not text or not frequency or is_told(d):
        return None
    if _SET_UP.search(text.removeprefix("安排")):
        return None
    at = _verb_at(d, text)
    single = not any(mark in text[at:] for mark in "，；。")
    if _WHEN.match(text[at:]) or begins_with_noun(text[at:]):
        return None  # 周末请志愿者开门, 考核结果张榜公布
    comes_back = _COMING_BACK.match(text[at:])
    if not comes_back and not (single and leaderless(text[at:])):
        return None
    found = _before_the_verb(frequency, d.terms("rounds"))
    return Fronted(found, at) if found is not None else None


def _verb_at(d: Draft, text: str) -> int:
    """Return where the verb stands: behind what leads up to it, and behind who does it."""
    leading = _LEADING.match(text)
    at = leading.end() if leading else 0
    for actor in map(str, d.entries("actors")):
        for asked in _ASKING:
            if text.startswith(asked + actor, at):
                return _behind_others(text, at + len(asked + actor))
    return _behind_others(text, at + len(doer_of(text[at:])))


def _behind_others(text: str, at: int) -> int:
    """Return where the verb stands behind those who do it too: 甲和聘请的乙排查隐患."""
    others = _OTHERS.match(text[at:])
    verb = _COMING_BACK.search(others.group()) if others else None
    return at + verb.start() if verb else at


def _before_the_verb(frequency: object, own: tuple[str, ...]) -> Shown | None:
    """Return a frequency without its number; `own` verbs of the kind say no more than that."""
    value = frequency.value if isinstance(frequency, Shown) else None
    if not isinstance(frequency, Shown) or not isinstance(value, Frequency):
        return None
    if value.action and value.action not in own:
        return None
    if value.count is None:
        return None if value.action else frequency
    once = value.minimum == value.maximum == 1 and value.count.unit in _TIMES and not value.each
    if not once or value.per is None:
        return None
    bare = replace(value, count=None, action="")
    return Shown(frequency.value, f"{frequency.ref}#front", str(bare)) if _reads(bare) else None


def _reads(bare: Frequency) -> bool:
    return str(bare).startswith(("每", "周")) or bool(bare.adverb)


def is_told(d: Draft) -> bool:
    """Return whether the practice says how often, or a room is open just then."""
    frequency = d.value("frequency")
    if paced(frequency, d.practice):
        return True
    return any(f.hours and f.hours == frequency for f in d.views("facilities"))


@dataclass(frozen=True, slots=True)
class Pace:
    """The clause that says how often; a general one does not say what is done: 每月开展一次."""

    words: object = ""
    is_general: bool = False
    is_counted: bool = False
    """Whether it counts how many times, and nothing else: 每月核对一次."""
    is_a_time: bool = False
    """Whether it says when rather than how often: 周一至周四下午课后进行."""


def how_often(d: Draft) -> Pace:
    """Return the clause that says how often: 每学期走访一次, 定期开展, 每周三下午开放."""
    frequency = d.value("frequency")
    if not frequency or is_told(d):
        return Pace()
    value = frequency.value if isinstance(frequency, Shown) else None
    if not isinstance(value, Frequency) or value.action or not isinstance(frequency, Shown):
        return Pace(frequency)
    own = _own_verb(d)
    if value.adverb:
        return Pace(Phrase((frequency, d.words("frequency"))), is_general=True)
    if value.count is None:
        return Pace(
            Phrase((frequency, d.term("hours", "进行"))), is_general=True, is_a_time=True
        )
    if value.count.unit[:1] in _TIMES:
        words = acted(frequency, own or d.words("frequency"))
        return Pace(words, not own, is_counted=True)
    return Pace(acted(frequency, _VERBS.get(value.count.unit, "")))


def _own_verb(d: Draft) -> str:
    """Return what the practice or the name calls it that is done again and again."""
    return next((verb for verb in d.terms("rounds") if is_said(verb, *d.said)), "")


def how_many(d: Draft) -> object:
    """Return the clause that says how many: 共召开3场, 拟开展3次, 预计共收到90份."""
    count = d.value("count")
    if not count or is_said(count, d.practice, *d.told_beside):
        return ""
    unit = count.value.unit if isinstance(count.value, Quantity) else ""
    verb = d.term("sums") or _VERBS.get(unit, "")
    if unit in _TIMES and not verb:
        verb = _own_verb(d) or d.words("frequency")
    if d.looks_ahead:
        return Phrase((d.will, verb or "完成", count))
    if d.is_planned and is_said(verb, d.practice) and not _is_one(count.value):
        verb = ""
    expected = "预计" if d.is_planned else ""
    whole = "" if str(count).startswith("多达") or _is_one(count.value) else "共"
    return Phrase(("" if verb else _what(d), expected, whole, verb, count))


def _what(d: Draft) -> str:
    """Return what is counted where no verb says so: 图书角共14个.

    Kinds that a pack adds may count anything, and 共14个 alone says nothing of what.
    """
    kind = d.entity.kind
    return kind.label if isinstance(kind, AddedMeasure) else ""


def _is_one(count: object) -> bool:
    return isinstance(count, Quantity) and count.number == 1


def until_when(d: Draft) -> object:
    """Return the clause that says until when: 开学两周内完成."""
    limit = d.value("time_limit")
    if not limit or is_said(limit, d.practice):
        return ""
    if d.wording.get("limit"):
        return d.put("limit", limit)
    found = (verb for verb in d.terms("limits") if is_said(verb, *d.said))
    return Phrase((limit, next(found, "完成")))


def moment(d: Draft) -> Shown | None:
    """Return a time limit that can stand first as the time it was done: 开学两周内.

    It counts from the calendar, and not from what may happen: 接到通知后一周内 is a rule.
    """
    limit = d.value("time_limit")
    if not isinstance(limit, Shown) or not isinstance(limit.value, TimeLimit):
        return None
    if d.looks_ahead or not str(limit).startswith(_CALENDAR) or is_said(limit, d.practice):
        return None
    if _TIMED.match(str(d.practice) if d.practice else ""):
        return None
    return limit
