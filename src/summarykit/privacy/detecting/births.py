"""Dates of birth: a day or a month that a text says somebody was born on."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.privacy.detecting.lines import lines_with
from summarykit.privacy.detecting.names import EDGE
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan
from summarykit.privacy.detecting.surnames import LONG_NAME

_YEAR: Final = "(?:(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
_MONTH: Final = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY: Final = (
    "(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_FULL: Final = f"(?:{_YEAR}年{_MONTH}月{_DAY}[日号]|{_YEAR}([-./]){_MONTH}\\1{_DAY}(?![0-9]))"
_MONTHLY: Final = (
    f"{_YEAR}(?:年{_MONTH}月(?:{_DAY}[日号])?|([-./]){_MONTH}(?:\\1{_DAY})?(?![0-9]))"
)
_YEARLY: Final = f"{_MONTH}月{_DAY}[日号]"
_SOMEBODY: Final = f"(?:(?<![\u4e00-\u9fff])|(?<=[他她其])|(?<=该生)|{EDGE}{LONG_NAME})"
"""新生于9月1日报到 and 诞生于 tell of no birth."""
_WORD: Final = re.compile("出生|生[日于]|[0-9日号月]生")
"""What every birth has."""
_BORN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        f"{_FULL}(?:出生|生(?![活态产日效成命长源意字存动机病涯]))",
        f"{_YEAR}年{_MONTH}月(?:出生|生(?=[，。；、）]|$))",
        f"(?:出生(?:日期|年月日?|时间)?(?:于|在|是|为|[：:])?|{_SOMEBODY}生于)\\s*{_MONTHLY}",
        f"生日(?:是|为|在|[：:])?\\s*(?:(?:农历|阴历|阳历)?(?:{_MONTHLY}|{_YEARLY}|{_MONTH}月初?{_DAY}))",
    )
)


def births(text: str) -> Iterator[PrivateSpan]:
    """Yield the dates on which somebody was born, with the word that says so.

    A year alone tells of no one, and 生日会 or 生效 after a date is no birth.
    """
    for start, end in lines_with(_WORD, text):
        for pattern in _BORN:
            for found in pattern.finditer(text, start, end):
                yield PrivateSpan(*found.span(), PrivateKind.BIRTH_DATE)
