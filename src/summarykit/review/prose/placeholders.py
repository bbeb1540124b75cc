"""C01: what was to be filled in and never was: xx学校, 20xx年, ****, {{ }}, None."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.slips import Slip

_EMPHASIS: Final = re.compile(
    r"\*\*(?![年月日名人个户元次级班所%，。、,])[^*\n]{1,200}\*\*(?![*年月日])"
)
"""Markdown sets words in bold with the same marks, but they do not begin with 年 or 人."""
_LEFT: Final = re.compile(
    r"(?:19|20)?[xX×Ｘ]{2,}"
    r"|(?<![A-Za-z0-9])[xX×Ｘ](?=[名人所个户次年月日级班校、])"
    r"|[*＊]{2,}|_{2,}|＿{2,}|(?<![一二三四五六七八九○〇])[○〇]{2,}(?![一二三四五六七八九○〇])|[□■]{2,}"
    r"|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\b(?:None|null|nan|NaN|undefined|TODO)\b"
    r"|[（(【\[]\s*(?:此处|这里|请)[^）)】\]]{0,20}?(?:填写|补充|插入|填入)[^）)】\]]{0,20}[）)】\]]"
)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each place that is still to be filled in."""
    for passage in prose.passages:
        words = _EMPHASIS.sub(_without_marks, passage.text)
        for found in _LEFT.finditer(words):
            said = message("this was to be filled in: {words}", words=found.group())
            yield Slip(Code.C01, Severity.ERROR, passage, found.start(), found.end(), said)


def _without_marks(bold: re.Match[str]) -> str:
    """Return words in bold with blanks for the marks, so that all places stay."""
    return f"  {bold[0][2:-2]}  "
