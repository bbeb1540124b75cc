"""Text fit for any document: cleaned where that loses nothing, else refused."""

import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from summarykit.l10n.patterns import LazyPattern

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_REFUSED = LazyPattern(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # they reorder what is read on the page
    f"\ud800-\udfff{_NONCHARACTERS}"
    "]"
)
_BREAKS = LazyPattern("\r\n|[\r\x85\u2028\u2029]")
_BLANKS = LazyPattern("[\t\xa0\u1680\u2000-\u200a\u202f\u205f]")
# Marks without width are invisible on the page and break every search; U+200C and U+200D stay
# because emoji and some scripts are spelt with them.
_INVISIBLE = LazyPattern("[\ufeff\u200b\u200e\u200f\u061c\u2060]")


class RefusedText(ValueError):  # noqa: N818 - it names what was found, like UnreadableValue
    """Raised for a character no document may hold; says which one and where (from 1)."""

    def __init__(self, character: str, position: int) -> None:
        self.code_point = f"U+{ord(character):04X}"
        self.position = position
        super().__init__(f"character {self.code_point} at position {position} is not text")


def clean(text: str) -> str:
    r"""Return `text` in NFC, with `\n` as its only line break and plain spaces, ends stripped.

    Byte-order marks, zero-width spaces and direction marks are dropped wherever they stand:
    they are leftovers of copying. Ideographic spaces (U+3000) inside the text stay.

    Raises:
        RefusedText: A control character, a lone surrogate, a noncharacter or a mark that
            reorders text (bidi override) is in it.
    """
    # What is refused or replaced is never printable in Python's sense: a quick test.
    if not text.replace("\n", "").isprintable():
        text = _replace_unusual(text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.strip()


def _replace_unusual(text: str) -> str:
    if found := _REFUSED.search(text):
        raise RefusedText(found.group(), found.start() + 1)
    text = _BREAKS.sub("\n", text)
    text = _BLANKS.sub(" ", text)
    return _INVISIBLE.sub("", text)


def _clean_text(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return clean(value)
    except RefusedText as refused:
        raise PydanticCustomError(
            "text_refused",
            "character {code_point} at position {position} is not text",
            {"code_point": refused.code_point, "position": refused.position},
        ) from None


Text = Annotated[
    str, StringConstraints(strict=True, min_length=1), BeforeValidator(_clean_text)
]
"""Cleaned text of at least one character, the only kind of string in a record."""
