"""Where a paragraph breaks into lines: how many signs fill one, and which may not start it.

It is arithmetic on widths, without a font: word processors agree with it in most paragraphs,
not in all. Where they are known to differ from one another, there is a reading for each.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from unicodedata import category

from summarykit.layout.widths import text_width

# What GB/T 15834-2011 (5.1) keeps from the start and the end of a line, with the signs that
# word processors add for simplified Chinese.
_NOT_FIRST: Final = frozenset("！），．：；？］｝、。〉》」』】〕〗”’…‰℃％!%),.:;?]}·")
_NOT_LAST: Final = frozenset("（［｛〈《「『【〔〖“‘([{￥$")
_IN_WORDS: Final = frozenset("%.,-/()+:;= ")

# Shares of the size that signs of Times New Roman take, if not half of it.
_NARROW: Final = MappingProxyType(
    {
        "%": 0.833,
        ".": 0.25,
        ",": 0.25,
        " ": 0.25,
        "-": 0.333,
        "(": 0.333,
        ")": 0.333,
        "/": 0.278,
        ":": 0.278,
        ";": 0.278,
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word processor sets lines: what it leaves between Han signs and digits, and so on.

    `gap` is a share of the size. With `spaced_ends`, the spacing of signs holds for the last
    one of a line, too, and where Han signs, digits and fonts meet. `kept_with_last` are signs
    that never start a line.
    """

    gap: float
    spaced_ends: bool
    kept_with_last: frozenset[str] = frozenset()


READINGS: Final = (
    # Word, as its settings are described; nothing was measured.
    Reading(0.25, spaced_ends=True),
    # LibreOffice 7.4, as measured on its pages.
    Reading(0.2, spaced_ends=False, kept_with_last=frozenset("“‘")),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a line has room for, and the signs that stand in it; lengths in twips.

    `seam` is the place in the text from which its font is another one. Marks and digits are
    those of Times New Roman if the Latin font is `proportional`; otherwise each is half a sign.
    """

    room: int
    indent: int
    size: int
    spacing: float
    seam: int = 0
    proportional: bool = True

    def last_line(self, text: str, reading: Reading) -> str:
        """Return the words of the last line of a paragraph; all of them if it has but one."""
        start, at, used = 0, 0, float(self.indent)
        room = self.room if reading.spaced_ends else self.room + self.spacing
        while at < len(text):
            width = self._width(text, at, reading, first=at == start)
            if used + width > room and at > start:
                start = at = _break(text, start, at, reading)
                used = 0.0
                continue
            used += width
            at += 1
        return text[start:]

    def _width(self, text: str, at: int, reading: Reading, *, first: bool) -> float:
        """Return the width of a sign with what stands between it and the one before."""
        sign = text[at]
        narrow = _NARROW.get(sign) if self.proportional else None
        share = narrow or text_width(sign)
        width = share * self.size + self.spacing
        if first or (sign.isascii() == text[at - 1].isascii() and at != self.seam):
            return width
        if not reading.spaced_ends:
            width -= self.spacing
        both = {_kind(sign), _kind(text[at - 1])}
        return width + (reading.gap * self.size if both == {"Han", "Latin"} else 0)


def _kind(sign: str) -> str:
    if sign.isascii():
        return "Latin" if sign.isalnum() or sign == "%" else ""
    return "Han" if category(sign) == "Lo" else ""


def _break(text: str, start: int, at: int, reading: Reading) -> int:
    """Return where the next line starts if the sign `at` has no more room on this one."""
    for place in range(at, start, -1):
        if _may_break(text[place - 1], text[place], reading):
            return place
    return at


def _may_break(before: str, after: str, reading: Reading) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after in reading.kept_with_last:
        return False
    return not (_in_word(before) and _in_word(after))


def _in_word(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in _IN_WORDS)
