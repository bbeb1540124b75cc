"""The number at the start of a line: 一、 （一） 1. （1） ①, and what people write for them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from summarykit.l10n.numerals import from_chinese, to_chinese
from summarykit.layout import Counter, NumberForm

_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_IN_BRACKETS: Final = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_CHINESE_IN_BRACKETS: Final = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_CHINESE: Final = "[一二三四五六七八九十]{1,3}"
_BRACKETED: Final = re.compile(
    rf"(?P<open>[（(〔\[])\s*(?P<count>{_CHINESE}|\d{{1,2}})\s*(?P<close>[）)〕\]])"
    r"(?P<after>[、.．，,]?\s*)"
)
_NO_DIGIT: Final = r"(?:(?!\d)|(?=(?:19|20)\d{2}年))"
"""1.5 is no number of a heading; 1.2023年 is one before a year."""
_BARE: Final = re.compile(
    rf"(?P<count>{_CHINESE})(?P<after>[、.．，,]+\s*|\s+(?=\S))"
    rf"|(?P<digits>\d{{1,2}})(?P<mark>(?:[、，,)）]|[.．]{_NO_DIGIT})+\s*"
    r"|\s+(?=[\u4e00-\u9fff]))"
)
_SINGLE: Final = re.compile(
    f"(?P<sign>[{_CIRCLED}{_IN_BRACKETS}{_CHINESE_IN_BRACKETS}])(?P<after>[、.．，,]?\\s*)"
)


class Kind(StrEnum):
    """What a number counts with, and whether brackets are around it."""

    CHINESE = "一"
    CHINESE_BRACKETED = "（一）"
    ARABIC = "1"
    ARABIC_BRACKETED = "（1）"
    CIRCLED = "①"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number as it is written, with what it counts to."""

    kind: Kind
    count: int
    written: str

    @property
    def bare(self) -> str:
        """The number without blanks after it."""
        return self.written.rstrip(" \t\u3000\xa0")

    @property
    def is_spaced(self) -> bool:
        """Whether blanks stand between the number and the words."""
        return self.bare != self.written


def ordinal_of(text: str, forms: tuple[NumberForm, ...] = ()) -> Ordinal | None:
    """Return the number that `text` begins with: in one of the `forms`, or as others write it.

    None if there is none: `一是`, `1.5万元`, `2024年`, `三年级` are no numbers of headings.
    """
    for form in forms:
        if ordinal := _formed(text, form):
            return ordinal
    if found := _BRACKETED.match(text):
        return _bracketed(found)
    if found := _SINGLE.match(text):
        return _single(found)
    found = _BARE.match(text)
    if found is None:
        return None
    if found["digits"]:
        return Ordinal(Kind.ARABIC, int(found["digits"]), found[0])
    count = _counted(found["count"])
    return Ordinal(Kind.CHINESE, count, found[0]) if count else None


def _formed(text: str, form: NumberForm) -> Ordinal | None:
    """Return the number if it is in a form that is more than a usual one."""
    if not form.before and not form.after:
        return None
    counts = {
        Counter.CHINESE: _CHINESE,
        Counter.ARABIC: r"\d{1,2}",
        Counter.CIRCLED: f"[{_CIRCLED}]",
    }[form.counter]
    after = re.escape(form.after)
    found = re.match(
        f"{re.escape(form.before)}({counts}){after}(?![、.．，,])\\s*{_NO_DIGIT}", text
    )
    count = _counted(found[1]) if found else 0
    return Ordinal(kind_of(form), count, found[0]) if found and count else None


def _bracketed(found: re.Match[str]) -> Ordinal | None:
    count = _counted(found["count"])
    chinese = not found["count"].isdecimal()
    kind = Kind.CHINESE_BRACKETED if chinese else Kind.ARABIC_BRACKETED
    return Ordinal(kind, count, found[0]) if count else None


def _single(found: re.Match[str]) -> Ordinal:
    sign = found["sign"]
    for signs, kind in (
        (_CIRCLED, Kind.CIRCLED),
        (_IN_BRACKETS, Kind.ARABIC_BRACKETED),
        (_CHINESE_IN_BRACKETS, Kind.CHINESE_BRACKETED),
    ):
        if sign in signs:
            return Ordinal(kind, signs.index(sign) + 1, found[0])
    raise AssertionError(sign)


def _counted(written: str) -> int:
    """Return the number, 0 if it is none: 一二 counts nothing."""
    if written.isdecimal():
        return int(written)
    if written in _CIRCLED:
        return _CIRCLED.index(written) + 1
    try:
        return int(from_chinese(written))
    except ValueError:
        return 0


def kind_of(form: NumberForm) -> Kind:
    """Return what kind of number a form of the layout makes."""
    brackets = form.before.endswith(("（", "("))
    if form.counter is Counter.CHINESE:
        return Kind.CHINESE_BRACKETED if brackets else Kind.CHINESE
    if form.counter is Counter.ARABIC:
        return Kind.ARABIC_BRACKETED if brackets else Kind.ARABIC
    return Kind.CIRCLED


def written(form: NumberForm, count: int) -> str:
    """Return a number as the layout writes it."""
    said = str(count)
    if form.counter is Counter.CHINESE:
        said = to_chinese(count)
    elif form.counter is Counter.CIRCLED and count <= len(_CIRCLED):
        said = _CIRCLED[count - 1]
    return f"{form.before}{said}{form.after}"
