"""C06: words or digits that are missing, so that a sentence breaks (现将以来的工作)."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.passages import Kind, Prose
from summarykit.review.prose.slips import Slip

_STOPS: Final = "。！？!?；;"
_LOST: Final = re.compile(
    # A time of which only the frame is left.
    r"现将以来|(?<![来独各亲])自以来|从以来|(?<=[，,。])年以来|(?:自|从|于|截至|截止)年月"
    r"|(?:开学|放假|考试|开会)前天"
    # A preposition without what it governs.
    r"|(?<![存实现所内外正潜])在的(?=领导|关心|支持|帮助|指导|带领|努力)"
    r"|以为(?=核心|抓手|载体|契机|导向|己任|突破口)"
    r"|(?:随着|按照|围绕|本着|针对|由于|为了)[，,。；;、]|现将[，,。]|随着(?:发展|变化)[，,]"
    # A verb or an adjective without the noun that it needs.
    r"|留守的(?=资助|管理|教育|关爱|关心|工作)|微薄的(?:学校|家庭|社会)(?![之的力收资])"
    r"|达到更好[，,。]|开展\w{2,16}工作中。|制[定订]了\w{4,16}(?:儿童|学生)。"
    # Quotes with nothing in them.
    r"|“”|《》|‘’"
    # Digits of which only the unit is left.
    r"|(?:率|达|为|到|占|于|近|超过)[%％]"
    r"|每(?:周|月|学期|学年)次(?!数)"
)
_LONG: Final = 30
"""A paragraph of so many characters is no address (尊敬的各位领导，) and no line of a poem."""
_ENDLESS: Final = re.compile(r"(?:[，,、]|以及|因为|由于)$")
_WITHOUT: Final = re.compile(r"(?:^|(?<=[。；;]))(?:要求|做好)[^，,。；;除]{4,30}外[，,]")
"""What goes before 外 needs a 除."""
_BEGINNING: Final = re.compile(
    rf"(?:^|(?<=[{_STOPS}]))[\s　]*"
    r"(?:的(?![确士话])|们|了(?=[给让使保])|[，,、；;](?![\s　]*$)|级[是共有])"
)
_RANGE: Final = re.compile(
    r"每[位名个班人]\w{0,6}(?:推荐|结对|帮扶|联系|家访|走访)了?(12|23|34|45|56|67|78|89)[名个次人户]"
)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each place where something is missing."""
    for passage, after in zip_longest(prose.passages, prose.passages[1:]):
        spans = list(_lost(passage.text))
        # In text that is wrapped by hand, a line may end anywhere if another goes on.
        goes_on = after is not None and after.kind is Kind.TEXT and after.ordinal is None
        if passage.kind is Kind.TEXT and len(passage.text) >= _LONG and not goes_on:
            spans += (seen.span() for seen in _ENDLESS.finditer(passage.text.rstrip()))
        for start, end in spans:
            said = message("words are missing at {words}", words=passage.text[start:end])
            yield Slip(Code.C06, Severity.WARNING, passage, start, end, said)


def _lost(text: str) -> Iterator[tuple[int, int]]:
    for wanted in (_LOST, _BEGINNING, _WITHOUT):
        yield from (seen.span() for seen in wanted.finditer(text))
    yield from (seen.span(1) for seen in _RANGE.finditer(text))
