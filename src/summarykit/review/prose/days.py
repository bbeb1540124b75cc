"""C14: days and months that no calendar has: 2月30日, 9月31日, 13月."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.passages import Passage
from summarykit.review.prose.sentences import plain
from summarykit.review.prose.slips import Slip

_WRITTEN: Final = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年度?)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号](?!楼))?(?!份?[至到—～~-])"
)
_DASHED: Final = re.compile(
    r"(?<![\d.-])(?P<year>(?:19|20)\d\d)([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d.-])"
)
_LEAP: Final = 2024
_MONTHS: Final = 12


def impossible(passage: Passage) -> Iterator[Slip]:
    """Yield the dates of a passage that cannot be; without a year, 2月29日 can."""
    text = plain(passage)
    for pattern in (_WRITTEN, _DASHED):
        for found in pattern.finditer(text):
            if not _can_be(found):
                said = message("there is no such date: {words}", words=found.group())
                yield Slip(Code.C14, Severity.ERROR, passage, *found.span(), said)


def _can_be(found: re.Match[str]) -> bool:
    year, month, day = int(found["year"] or _LEAP), int(found["month"]), found["day"]
    if not 1 <= month <= _MONTHS:
        return False
    return day is None or 1 <= int(day) <= monthrange(year, month)[1]
