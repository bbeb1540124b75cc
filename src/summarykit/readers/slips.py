"""The slips of a Chinese keyboard in YAML: full-width signs, and blanks that were forgotten."""

import re
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Message, message
from summarykit.readers.lines import Lines
from summarykit.readers.shape import all_names

WIDE_SPACE: Final = "\u3000"
WIDE_COLON: Final = message("write an ASCII colon and a space instead of ：")
_WIDE_COMMA: Final = message("write an ASCII comma and a space instead of ，")
_BLANK: Final = message("put a blank after the colon")

_BEGIN = "^[ \t]*(?:- +)*"
_KEY = r"(?P<key>[^\W\d]\w*)"
_KEY_IN_BRACKETS = rf"[{{,，]\s*{_KEY}"
# A multi-line value hides the line that is wrong from the one where the reader stumbles.
_LINES_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a sign, how to write it, and at which character of the text."""

    what: Message
    hint: Message
    at: int = 0


def wide_space(at: int = 0) -> Slip:
    """Return the slip of a line that begins with full-width spaces."""
    hint = message("indent with ordinary spaces")
    return Slip(message("the line is indented with full-width spaces"), hint, at)


def _wide_colon(key: str, at: int) -> Slip:
    return Slip(message("a full-width colon ： stands behind {key}", key=key), WIDE_COLON, at)


def _wide_comma(key: str, at: int) -> Slip:
    return Slip(message("a full-width comma ， stands before {key}", key=key), _WIDE_COMMA, at)


def _no_blank(key: str, at: int) -> Slip:
    return Slip(message("no blank stands behind the colon of {key}", key=key), _BLANK, at)


def _wide_bracket(found: str, at: int) -> Slip:
    what = message("{found} is a full-width bracket", found=found)
    return Slip(what, message("write the ASCII bracket"), at)


def _dash(_key: str, at: int) -> Slip:
    what = message("no blank stands behind the dash")
    return Slip(what, message("put a blank after the dash"), at)


# Each with the sign that is wrong as `sign`; of several in a line, the first counts.
_IN_A_LINE = tuple(
    (re.compile(pattern), slip)
    for pattern, slip in (
        (rf"{_BEGIN}{_KEY}(?P<sign>：)", _wide_colon),
        (rf"{{.*?{_KEY_IN_BRACKETS}(?P<sign>：)", _wide_colon),
        (rf"^\s*{{?{_KEY}(?P<sign>：)", _wide_colon),
        (rf"(?P<sign>，)\s*{_KEY}\s*[:：]", _wide_comma),
        (rf"{_BEGIN}{_KEY}(?P<sign>:)(?=[^\s/])", _no_blank),
        (rf"{{(?:.*?,)?\s*{_KEY}(?P<sign>:)(?=[^\s/])", _no_blank),
        (r"(?:^|[-:] +)(?P<sign>(?P<key>[｛［]))", _wide_bracket),
        (r"^[ \t]*(?P<sign>-)(?:(?P<key>[{\[])|[^\W\d]\w*\s*[:：])", _dash),
    )
)
_INDENTED = re.compile(rf"^[ \t]*(?:- +)*(?P<sign>{WIDE_SPACE})\s*(?:-|\w+\s*[:：])")
_ALONE = tuple(
    (re.compile(pattern), slip)
    for pattern, slip in (
        (rf"{_KEY}\s*(?P<sign>：)", _wide_colon),
        (rf"{_KEY}\s*(?P<sign>:)", _no_blank),
        (r"(?P<sign>(?P<key>[｛［]))", _wide_bracket),
        (rf"(?P<sign>-){_KEY}", _dash),
    )
)


def slip_near(lines: Lines, line: int) -> tuple[int, Slip] | None:
    """Return the slip of a line, or of one shortly above it, with the line it is in."""
    for number in range(line, max(line - _LINES_ABOVE, 1) - 1, -1):
        if slip := _slip_in(lines.text_of(number)):
            return number, slip
    return None


def _slip_in(text: str) -> Slip | None:
    if found := _INDENTED.match(text):
        return wide_space(found.start("sign"))
    slips = [
        slip(found["key"], found.start("sign"))
        for pattern, slip in _IN_A_LINE
        for found in pattern.finditer(text)
        # A comma is right in a text, whatever comes after it.
        if slip is not _wide_comma or found["key"] in all_names()
    ]
    return min(slips, key=lambda slip: slip.at, default=None)


def slip_of(text: str) -> tuple[Slip, str] | None:
    """Return the slip that made a key, or a key and its value, one piece; and the key meant."""
    for pattern, slip in _ALONE:
        if found := pattern.match(text):
            return slip(found["key"], found.start("sign")), found["key"]
    return None


def swallowed(text: str, key: str) -> Slip | None:
    """Return the slip by which a value swallowed the field `key` that comes after it."""
    found = re.search(rf"(?P<comma>，?)\s*{re.escape(key)}\s*(?P<colon>[：:])", text)
    if not found:
        return None
    if found["comma"]:
        return _wide_comma(key, found.start("comma"))
    slip = _wide_colon if found["colon"] == "：" else _no_blank
    return slip(key, found.start("colon"))
