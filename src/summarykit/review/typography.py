"""N01 to N06: punctuation and figures (GB/T 15834-2011, GB/T 15835-2011, CLREQ)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.layout import Layout
from summarykit.review.casting import BLANKS
from summarykit.review.marks import CHINESE as _H
from summarykit.review.marks import CITED, SAID, half_width
from summarykit.review.ordinals import ordinal_of
from summarykit.review.remarks import ERROR, WARNING, Remark, View
from summarykit.review.roles import HEADED, Role
from summarykit.review.wordfile import Para

_PERCENT: Final = r"\d{1,9}(?:\.\d{1,4})?%"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must not stand in a text, and what is said of it."""

    code: Code
    severity: Severity
    find: Callable[[str], Iterator[re.Match[str]]]
    said: Message


_RULES: Final = (
    _Rule(Code.N01, ERROR, half_width, SAID),
    _Rule(
        Code.N02,
        WARNING,
        re.compile(
            r"(?<!\d)\d{1,9}(?:\.\d{1,4})?\s?[～~—－-]\s?\d{1,9}(?:\.\d{1,4})?\s?[%％万亿]"
        ).finditer,
        message("both ends of a range have their unit (15%～30%): {mark}"),
    ),
    _Rule(
        Code.N02,
        WARNING,
        re.compile(
            rf"由{_PERCENT}(?:提高|上升|下降|降低|降|升)[至到为]{_PERCENT}，"
            rf"(?:提高|上升|下降|降低|增长|增加|减少)了?{_PERCENT}"
        ).finditer,
        message("the difference of two percentages is in 个百分点: {mark}"),
    ),
    _Rule(
        Code.N02,
        WARNING,
        re.compile(
            r"(?:减少|下降|降低)了?[\d一二两三四五六七八九十]{1,9}(?:\.\d{1,4})?倍"
        ).finditer,
        message("what decreases does so by a percentage, not by a multiple: {mark}"),
    ),
    _Rule(
        Code.N02,
        WARNING,
        re.compile(
            rf"(?<=[\d{_H[1:-1]}])~(?=\d)|(?<!\d)\d、\d(?=[个名人天次年月岁所])"
        ).finditer,
        message("a range has ～ or —, and 三四个 stands for about so many: {mark}"),
    ),
    _Rule(
        Code.N03,
        WARNING,
        re.compile(
            rf"(?<={_H})[ \xa0]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])[ \xa0]+(?={_H})"
        ).finditer,
        message("no blank stands between Chinese characters and figures or letters"),
    ),
    _Rule(
        Code.N04,
        WARNING,
        re.compile(
            r"(?<!…)…(?:…{2,})?(?!…)|\.{3,}|。{2,}|--+|(?<!—)—{3}(?!—)|(?<!-)–{2,}"
        ).finditer,
        message("the ellipsis is …… and the dash ——, not {mark}"),
    ),
    _Rule(
        Code.N05,
        ERROR,
        re.compile(r"[０-９]+").finditer,
        message("figures are half-width, not {mark}"),
    ),
    _Rule(
        Code.N05,
        ERROR,
        re.compile(
            r"(?<![\d.])\d{2}年(?=\d{1,2}月|春|秋|上半年|下半年|度)|(?<!\d)\d{2}[—-]\d{2}学年"
        ).finditer,
        message("years have four figures, not {mark}"),
    ),
    _Rule(
        Code.N06,
        WARNING,
        CITED.finditer,
        message("the year of a cited document stands in 〔〕: {mark}"),
    ),
)
_UNCHECKED: Final = frozenset({Role.BLANK, Role.OTHER, Role.LETTERHEAD})
_NEIGHBOUR: Final = 2


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with punctuation and figures, wherever they stand."""
    for para in view.word.texts:
        if para.role not in _UNCHECKED:
            yield from _paragraph(para, _words(para, view.layout))


def _words(para: Para, layout: Layout) -> str:
    """Return the text without what other rules look at: its number, its place."""
    text = para.text.strip(BLANKS)
    if para.role in HEADED:
        ordinal = ordinal_of(text, layout.numbering.headings)
        return text[len(ordinal.written) :] if ordinal else text
    if para.role is Role.NOTE:
        return re.sub(r"^(?:附\s*件\s*[：:])?\s*(?:\d{1,2}\s*[.．、])?", "", text)
    # A date under the text, and the colon of an addressee, have rules of their own.
    return "" if para.role is Role.DATE else text


def _paragraph(para: Para, text: str) -> Iterator[Remark]:
    for rule in _RULES:
        marks: dict[str, None] = {}
        for found in rule.find(text):
            marks.setdefault(found.group().strip() or " ")
        for mark in marks:
            said = Message(rule.said.text, {"mark": mark})
            yield Remark(rule.code, rule.severity, para.spot, said)
