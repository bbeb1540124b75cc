"""How a value of the record takes its place in a sentence: what leads, what is left of it."""

import re
from dataclasses import replace
from typing import Final

from summarykit.compose.views import Missing, Shown
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values import Frequency, PartialDate
from summarykit.packs import Phrase

LEADERLESS: Final = (
    *("为", "对", "把", "将", "给", "从", "向", "面向", "围绕", "依托", "利用", "按照", "通过"),
    *("组织", "开展", "开设", "开放", "推行", "实行", "实施", "坚持", "安排", "召开", "举办"),
    *("建立", "编制", "制订", "制定", "修订", "编写", "印发", "指导", "培养", "邀请", "聘请"),
    *("研究", "使用", "加强", "定期", "按期", "经常", "常", "逐", "分批", "联系", "主动"),
    *("设置", "设立", "做好", "办好", "落实", "填写", "撰写", "发放", "宣传", "张贴", "掌握"),
)
"""How a clause begins that says what is done, and not by whom."""
_OTHER_LEADER: Final = LazyPattern("[，；]由")
ONCE: Final = ("成立", "修订", "制订", "制定", "建成", "设立", "出台", "印发", "启用", "开办")
"""What is done at one time: 2016年9月成立, never 自2016年9月起成立."""
_PERSON: Final = LazyPattern("(?P<name>[^（）]+)（(?P<office>[^（）]+)）")
_WAYS: Final = ("每{}", "每个{}", "按{}", "逐{}")
_CUSTOMARY: Final = {"每天三次": ("早、中、晚", "早中晚"), "每天两次": ("早、晚", "早晚")}
_SAME_PERIOD: Final = {"天": ("天", "日"), "周": ("周", "星期")}


def leaderless(practice: object) -> bool:
    """Return whether a practice says nobody who does it, so that a doer can stand before it."""
    text = str(practice) if practice else ""
    return text.startswith(LEADERLESS) and not _OTHER_LEADER.search(text)


def once(practice: object) -> bool:
    """Return whether a practice begins with what is done at one time only."""
    return str(practice).startswith(ONCE) if practice else False


def without(text: Shown | Missing, *heads: object) -> Shown | Missing:
    """Return a text without the first words, where they are one of `heads`.

    开学初召开会议 after 2023年9月6日 is 召开会议.
    """
    words = str(text) if text else ""
    head = next((str(h) for h in heads if words.startswith(str(h)) and words != str(h)), "")
    if not head or isinstance(text, Missing):
        return text
    return Shown(text.value, f"{text.ref}#rest", words.removeprefix(head))


def going_on(text: Shown, before: object) -> Shown:
    """Return a text without the words that `before` ends in: 结束, 结束后两周 is 后两周."""
    words, said = str(text), str(before)
    size = next((n for n in range(len(words) - 1, 0, -1) if said.endswith(words[:n])), 0)
    return Shown(text.value, f"{text.ref}#rest", words[size:]) if size else text


def titled_person(person: Shown) -> Shown:
    """Return a person with the office before the name: 周明远（校长） is 校长周明远."""
    found = _PERSON.fullmatch(str(person))
    if found is None:
        return person
    return Shown(person.value, f"{person.ref}#titled", found["office"] + found["name"])


def acted(frequency: Shown, verb: str) -> Shown:
    """Return a frequency with what is done in it: 每学期至少走访一次."""
    value = frequency.value
    if not isinstance(value, Frequency) or value.action or value.count is None:
        return frequency
    return Shown(replace(value, action=verb), f"{frequency.ref}#acted")


def paced(frequency: object, *texts: object) -> bool:
    """Return whether one of `texts` says the frequency already: 按月交流 says 每月一次."""
    value = frequency.value if isinstance(frequency, Shown) else None
    said = [str(text) for text in texts if text]
    if not isinstance(value, Frequency):
        return False
    if any(
        form in text for text in said for form in (str(value), *_CUSTOMARY.get(str(value), ()))
    ):
        return True
    if value.per is None or value.every != 1 or value.times or value.days or value.months:
        return False
    if value.minimum != 1 or value.maximum != 1:
        return False
    periods = _SAME_PERIOD.get(value.per.value, (value.per.value,))
    forms = [way.format(period) for period in periods for way in _WAYS]
    said_so = re.compile(f"(?:{'|'.join(forms)})(?![一二两三四五六日天末])")
    return any(said_so.search(text) for text in said)


def months(start: object, end: object) -> Phrase:
    """Return a stretch of time in months, for what comes back in it: 2023年10月至2024年6月."""
    dates = [_month(date) for date in (start, end) if date]
    return Phrase([dates[0], "至", dates[1]] if len(dates) > 1 else dates)


def _month(date: object) -> object:
    if not isinstance(date, Shown) or not isinstance(date.value, PartialDate):
        return date
    value = date.value
    if value.day is None or value.month is None or value.year is None:
        return date
    return Shown(value, f"{date.ref}#month", f"{value.year}年{value.month}月")
