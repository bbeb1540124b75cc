"""N01 in text without a layout: half-width marks among Chinese characters (GB/T 15834-2011)."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Message, Severity
from summarykit.review.marks import SAID, half_width
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.slips import Slip


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the first of each half-width mark of a passage, but for those of its number."""
    for passage in prose.passages:
        begins = 0
        if passage.ordinal is not None:
            begins = passage.text.index(passage.ordinal.bare) + len(passage.ordinal.written)
        seen: set[str] = set()
        for found in half_width(passage.text):
            mark = found.group().strip()
            if found.start() < begins or mark in seen:
                continue
            seen.add(mark)
            said = Message(SAID.text, {"mark": mark})
            yield Slip(Code.N01, Severity.ERROR, passage, found.start(), found.end(), said)
