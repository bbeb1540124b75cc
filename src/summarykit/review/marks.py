"""Half-width marks in Chinese text, and the numbers of documents that are quoted with them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from sys import maxsize
from typing import Final

from summarykit.diagnostics import message

CHINESE: Final = "[\u3400-\u9fff]"
HALF_WIDTH: Final = re.compile(
    rf"(?<={CHINESE})\s?[,;:?!](?=\s?{CHINESE}|\s*$|[“”《》（）])"
    rf"|(?<={CHINESE})\s?\((?=\S)|\)(?=\s?{CHINESE})"
    rf'|(?<={CHINESE})"|"(?={CHINESE})|(?<={CHINESE})\.(?={CHINESE}|\s*$)'
)
CITED: Final = re.compile(
    rf"{CHINESE}\s?[（(\[［【]\s?(?:19|20)\d\d\s?[）)\]］】]\s?第?\s?\d+\s?号"
)
"""The number of a document with its year in other brackets than 〔〕, which N06 looks at."""
SAID: Final = message("marks between Chinese characters are full-width, not {mark}")


def half_width(text: str) -> Iterator[re.Match[str]]:
    """Yield the half-width marks among Chinese characters, but for those of cited numbers."""
    cited = [found.span() for found in CITED.finditer(text)]
    for found in HALF_WIDTH.finditer(text):
        if not _within(found.start(), cited):
            yield found


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Return whether a place is in one of the spans, which are in order."""
    before = bisect_right(spans, (at, maxsize)) - 1
    return before >= 0 and at < spans[before][1]
