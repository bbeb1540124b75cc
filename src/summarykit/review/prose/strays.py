"""C03: marks that belong to nothing: lone ' and `, “控辍“, 。。 and stops inside a sentence."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.marks import CHINESE
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.quotes import quotes_of
from summarykit.review.prose.slips import Slip

_STOPS: Final = "，、；：。,;:"
_CLASHING: Final = re.compile(f"[{_STOPS}](?:\\s*[{_STOPS}])+|[？！?!]\\s*[{_STOPS}]")
_LONE: Final = re.compile(f"(?<={CHINESE})['`]|['`](?={CHINESE})")
_AFTER_OF: Final = re.compile(f"(?<=的)[.．](?={CHINESE})")
_SPEECH: Final = re.compile(r"(?<=[说道问答])[;；。](?=[”“])")
_CARING: Final = "(?:帮助|督促|关心|关爱|关注|引导|鼓励|指导|尊重|爱护|协助|提醒|监督|教导)"
_BEFORE_ITS_OBJECT: Final = re.compile(
    f"{_CARING}(?:、{_CARING})*(?P<mark>、)(?:每一?[个名位]|(?:家长|学生|孩子|他们|她们)(?![、的]))"
)
_ONLY_BY: Final = re.compile(
    "(?:^|(?<=[。！？]))(?:第[一二三四五六七八九十]+[，,、])?(?:严格|认真)?(?:按照|按|根据|依照|遵照)"
    "[^。，,；;：:！？]{2,40}的(?:要求|规定|精神|原则|安排|部署)(?P<mark>。)(?=\\S)"
)
_BECAUSE: Final = re.compile(
    "由于[^。！？，,；;]{2,60}(?:[，,](?:加之|加上|再加上|加以|又因|又由于)[^。！？，,；;]{2,60})*"
    "(?P<mark>。)(?:因此|所以|因而)"
)
_ONLY_FOR: Final = re.compile(
    "(?:^|(?<=[。！？]))为了?(?:深入|进一步|切实|认真|全面|更好|贯彻|落实|加强)"
    "(?:(?!我[校们镇县园班]|学校|本校|特|决定|了)[^。！？；：;:])*(?P<mark>。)(?=根据|按照|结合|依据)"
)
_CUT: Final = (_AFTER_OF, _SPEECH, _BEFORE_ITS_OBJECT, _ONLY_BY, _ONLY_FOR, _BECAUSE)
_NO_PART: Final = message("this mark belongs to nothing: {mark}")
_WRONG_HERE: Final = message("a sentence is cut by this mark: {mark}")
_WRONG_QUOTE: Final = message("this quotation mark is the wrong one of its pair: {mark}")


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the marks that belong to nothing, each with a character or two around it."""
    for passage in prose.passages:
        if passage.kind is Kind.CELL:
            continue
        yield from _clashing(passage)
        yield from _lone(passage)
        for at in quotes_of(passage.text).turned:
            yield _slip(passage, at, at + 1, _WRONG_QUOTE)
        yield from _cutting(passage)


def _cutting(passage: Passage) -> Iterator[Slip]:
    for pattern in _CUT:
        for found in pattern.finditer(passage.text):
            if pattern is _AFTER_OF and "。" not in passage.text:
                continue  # its writer has . for every 。
            at = found.start("mark") if "mark" in pattern.groupindex else found.start()
            yield _slip(passage, at, at + 1, _WRONG_HERE)


def _clashing(passage: Passage) -> Iterator[Slip]:
    for found in _CLASHING.finditer(passage.text):
        yield _slip(passage, found.start(), found.end(), _NO_PART)


def _lone(passage: Passage) -> Iterator[Slip]:
    """Yield ' and ` that have no other in their passage to pair with."""
    places: dict[str, list[int]] = {}
    for found in _LONE.finditer(passage.text):
        places.setdefault(found.group(), []).append(found.start())
    for found_at in places.values():
        if len(found_at) % 2:
            after_of = [at for at in found_at if passage.text[at - 1 : at] == "的"]
            at = (after_of or found_at)[-1]
            yield _slip(passage, at, at + 1, _NO_PART)


def _slip(passage: Passage, start: int, end: int, said: Message) -> Slip:
    mark = passage.text[start:end]
    shown = Message(said.text, {"mark": passage.text[max(0, start - 3) : end + 3].strip()})
    severity = Severity.ERROR if mark in "'`“”" else Severity.WARNING
    return Slip(Code.C03, severity, passage, start, end, shown)
