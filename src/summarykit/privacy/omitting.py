"""Texts without numbers: a word for each kind, so that what is left reads as a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.privacy.detecting import PrivateKind, PrivateSpan
from summarykit.privacy.detecting.no_names import POSTS
from summarykit.privacy.detecting.surnames import NAME

_K = PrivateKind
_NOUNS: Final[Mapping[PrivateKind, str]] = MappingProxyType(
    {
        _K.IDENTITY_NUMBER: "证件号码",
        _K.TELEPHONE: "电话",
        _K.BANK_CARD: "卡号",
        _K.BIRTH_DATE: "出生日期",
        _K.ADDRESS: "住址",
        _K.ILLNESS: "病情",
        _K.FAMILY: "家庭情况",
    }
)
_OF_NETS: Final = (("QQ", "QQ号"), ("qq", "QQ号"), ("微信", "微信号"))
_NUMBERS: Final = frozenset((_K.IDENTITY_NUMBER, _K.TELEPHONE, _K.BANK_CARD))
_LABEL: Final = (
    "(?:联系|家庭|家里|办公|移动|手机|本人)?(?:电话|手机|座机|联系方式|QQ|qq|微信|身份证|护照|证件|学籍|户口簿|银行卡|卡)"
    "(?:号码?)?"
)
_BEFORE: Final = re.compile(
    f"(?P<open>[（(]?)(?P<label>(?:{_LABEL})?)(?:是|为|[：:])?[ \u3000]*$"
)
_BETWEEN: Final = re.compile("[ \u3000，,：:]+$")
_OF_WHOM: Final = re.compile("儿童|学生|孩子|幼儿|少年")
_LONGEST: Final = 16
"""So many signs have a label and what is before it."""
_ONE: Final = (
    f"(?:[\u4e00-\u9fff]{{0,12}}(?:{NAME}|{'|'.join(POSTS)}|老师|教师|[处室办组会部]))"
    "(?:[（(][^）)]{1,12}[）)])?"
)
_WHO: Final = re.compile(f"{_ONE}(?:[、，]{_ONE})*")
"""A text that says nothing but who somebody is, by name, post or office."""
_RARE: Final = re.compile("[\u4e00-\u9fff]{2,4}")
"""What is so short before a number is most likely a name, though a rare one."""


@dataclass(frozen=True, slots=True)
class Omitted:
    """What is left out of a text, and what stands there instead; `span` tells why."""

    span: PrivateSpan
    start: int
    end: int
    instead: str = ""


def omitted(text: str, spans: Iterable[PrivateSpan]) -> Iterator[Omitted]:
    """Yield what is left out of a text where it tells private matters other than names.

    电话138… is 电话（略）, and so are QQ and 微信; a text that says only who somebody is needs
    no word for the number.
    """
    numbers = [_whole(text, span) for span in spans]
    rest = _without(text, [one for one in numbers if one.span.kind in _NUMBERS])
    is_rare = text.startswith(rest) and _RARE.fullmatch(rest) is not None
    is_who = is_rare or _WHO.fullmatch(rest) is not None
    for one in numbers:
        if one.span.kind not in _NUMBERS or not is_who:
            yield _worded(text, one)
        else:
            yield one


def _whole(text: str, span: PrivateSpan) -> Omitted:
    """Return a number with its label, its brackets and what parts it from a name."""
    first = max(0, span.start - _LONGEST)
    before = _BEFORE.search(text[first : span.start])
    start = first + before.start() if before else span.start
    closes = bool(before and before["open"]) and text[span.end : span.end + 1] in ("）", ")")
    if before and before["open"] and not closes:
        start += 1
    parted = None if closes else _BETWEEN.search(text, 0, start)
    return Omitted(span, parted.start() if parted else start, span.end + closes)


def _without(text: str, numbers: Iterable[Omitted]) -> str:
    for one in reversed(list(numbers)):
        text = text[: one.start] + text[one.end :]
    return text


def _worded(text: str, one: Omitted) -> Omitted:
    """Return a number with the word for its kind, unless a label before it says the kind."""
    span = one.span
    if span.kind not in _NUMBERS:
        # 残疾儿童王… is 儿童A.
        word = "" if _OF_WHOM.match(text, span.end) else f"（{_NOUNS[span.kind]}略）"
        return Omitted(span, span.start, span.end, word)
    told = text[one.start : span.start]
    if one.end > span.end:  # in brackets of its own
        noun = next((noun for word, noun in _OF_NETS if word in told), _NOUNS[span.kind])
        return Omitted(span, one.start, one.end, f"（{noun}略）")
    labelled = re.search(_LABEL, told) is not None
    start = span.start - (len(told) - len(told.rstrip(" \u3000")))
    return Omitted(
        span, start, span.end, "（略）" if labelled else f"（{_NOUNS[span.kind]}略）"
    )
