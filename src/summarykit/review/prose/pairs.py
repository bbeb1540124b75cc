"""C04: brackets and quotation marks that do not pair (GB/T 15834-2011, 4.8 and 4.9)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.casting import BLANKS
from summarykit.review.prose.passages import Passage, Prose
from summarykit.review.prose.quotes import quotes_of
from summarykit.review.prose.slips import Slip

_CLOSING: Final = {
    **dict.fromkeys("）)", "（("),
    **dict.fromkeys("]］", "[［"),
    "】": "【",
    "〕": "〔",
    "》": "《",
    "〉": "〈",
    "』": "『",
    "」": "「",
}
_OPENING: Final = frozenset("".join(_CLOSING.values()))
_NUMBERED: Final = 3
"""So many signs from the start, a ) may be that of a number: 1)."""
_ALONE: Final = message("this mark has no other to pair with: {mark}")


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the marks that pair with none."""
    for passage, after in pairwise([*prose.passages, None]):
        if passage is None:
            continue
        quotes = quotes_of(passage.text)
        for at in quotes.alone:
            # Speech of several paragraphs begins anew in each, and ends in the last.
            goes_on = after is not None and after.text.strip(BLANKS).startswith("“")
            if not (goes_on and passage.text[at] == "“"):
                yield _slip(passage, at)
        for at in _brackets(passage.text):
            yield _slip(passage, at)


def _slip(passage: Passage, at: int) -> Slip:
    shown = passage.text[max(0, at - 4) : at + 5].strip()
    said = Message(_ALONE.text, {"mark": shown})
    return Slip(Code.C04, Severity.ERROR, passage, at, at + 1, said)


def _brackets(text: str) -> Iterator[int]:
    """Yield the places of brackets that have no other, or one of another kind."""
    begun: list[int] = []
    indent = len(text) - len(text.lstrip(BLANKS))
    for at, sign in enumerate(text):
        if sign in _OPENING:
            begun.append(at)
        elif sign in _CLOSING:
            if begun and text[begun[-1]] in _CLOSING[sign]:
                begun.pop()
            elif not _of_a_number(text, at, indent):
                yield at
    yield from begun


def _of_a_number(text: str, at: int, indent: int) -> bool:
    before = text[at - 1 : at]
    return (
        text[at] in "）)"
        and (at - indent < _NUMBERED or before.isdecimal())
        and before.isalnum()
    )
