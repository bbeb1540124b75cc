"""N01, H07 in text without a layout: half-width marks and brackets (GB/T 15834-2011)."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.marks import SAID, half_width
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.slips import Slip

_FULL_WIDTH: Final = re.compile("[，（）；：]")
_HALF_BRACKETS: Final = re.compile(r"[(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]")
_NUMBER: Final = message("the brackets of a number are full-width, not as in {found}")


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the first of each half-width mark of a passage; of its number, the brackets.

    Where no mark at all is full-width, how numbers are written is the least of it.
    """
    if any(_FULL_WIDTH.search(passage.text) for passage in prose.passages):
        yield from _numbers(prose)
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


def _numbers(prose: Prose) -> Iterator[Slip]:
    """Yield the numbers of passages that have half-width brackets: (二) after （一）."""
    for passage in prose.body:
        if passage.ordinal is None:
            continue
        begins = passage.text.index(passage.ordinal.bare)
        if found := _HALF_BRACKETS.match(passage.text, begins):
            said = Message(_NUMBER.text, {"found": found.group()})
            yield Slip(Code.H07, Severity.ERROR, passage, *found.span(), said)
