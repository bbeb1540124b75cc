"""C06: words or digits that are missing, so that a sentence breaks (现将以来的工作)."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.breaks import breaks
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.slips import Slip
from summarykit.review.prose.verbless import verbless

_STOPS: Final = "。！？!?；;"
_LOST: Final = re.compile(
    # A time of which only the frame is left.
    r"现将以来|(?<![来独各亲])自以来|从以来|(?<=[，,。])年以来|(?:自|从|于|截至|截止)年月"
    r"|(?:开学|放假|考试|开会)前天"
    # A preposition without what it governs.
    r"|(?<![存实现所内外正潜])在的(?=领导|关心|支持|帮助|指导|带领|努力)"
    r"|以为(?=核心|抓手|载体|契机|导向|己任|突破口)"
    r"|(?:随着|按照|围绕|本着|针对|由于|为了)[，,。；;、]|现将[，,。]|随着(?:发展|变化)[，,]"
    # Quotes with nothing in them.
    r"|“”|《》|‘’"
    # Digits of which only the unit is left.
    r"|(?:率|达|为|到|占|于|近|超过)[%％]"
    r"|每(?:周|月|学期|学年)次(?!数)"
)
_LONG: Final = 30
"""A paragraph of so many characters is no address (尊敬的各位领导，) and no line of a poem."""
_ENDLESS: Final = re.compile(r"(?:[，,、]|以及|因为|由于)$")
_BEGINNING: Final = re.compile(
    rf"(?:^|(?<=[{_STOPS}]))[\s　]*"
    r"(?:的(?![确士话])|们|了(?![解却结然如得事断不])|[，,、；;](?![\s　]*$))"
)
_UNENDED: Final = re.compile(r"[\u4e00-\u9fff](?<![等略])\s*$")
_PAUSES: Final = frozenset("。，；,;")
_ENOUGH: Final = 4
_FEW: Final = 0.2
_TAIL: Final = 4
_RANGE: Final = re.compile(
    r"每[位名个班人]\w{0,6}(?:推荐|结对|帮扶|联系|家访|走访)了?(12|23|34|45|56|67|78|89)[名个次人户]"
)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each place where something is missing."""
    all_stop = _all_stop(prose)
    for passage, after in zip_longest(prose.passages, prose.passages[1:]):
        spans = list(_lost(passage.text))
        # In text that is wrapped by hand, a line may end anywhere if another goes on.
        goes_on = after is not None and after.kind is Kind.TEXT and after.ordinal is None
        is_text = passage.kind is Kind.TEXT and len(passage.text) >= _LONG
        if is_text and not goes_on:
            spans += (seen.span() for seen in _ENDLESS.finditer(passage.text.rstrip()))
        if all_stop and is_text and _is_unended(passage.text):
            yield _unended(passage)
        if passage.kind in {Kind.TEXT, Kind.HEADING}:
            spans += breaks(passage)
            spans += verbless(passage)
        for start, end in dict.fromkeys(spans):
            said = message("words are missing at {words}", words=passage.text[start:end])
            yield Slip(Code.C06, Severity.WARNING, passage, start, end, said)


def _is_unended(text: str) -> bool:
    """Return whether a text with pauses in it ends with a word."""
    return not _PAUSES.isdisjoint(text) and _UNENDED.search(text[-_LONG:]) is not None


def _unended(passage: Passage) -> Slip:
    end = len(passage.text.rstrip())
    said = message(
        "the paragraph ends without a stop: {words}", words=passage.text[end - _TAIL : end]
    )
    return Slip(Code.C06, Severity.WARNING, passage, end - _TAIL, end, said)


def _all_stop(prose: Prose) -> bool:
    """Return whether the paragraphs of a text end with a stop, but for a few."""
    long = [
        each.text
        for each in prose.passages
        if each.kind is Kind.TEXT and len(each.text) >= _LONG
    ]
    unended = sum(_is_unended(text) for text in long)
    return len(long) >= _ENOUGH and unended <= len(long) * _FEW


def _lost(text: str) -> Iterator[tuple[int, int]]:
    for wanted in (_LOST, _BEGINNING):
        yield from (seen.span() for seen in wanted.finditer(text))
    yield from (seen.span(1) for seen in _RANGE.finditer(text))
