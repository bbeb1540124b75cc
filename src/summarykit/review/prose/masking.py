"""Findings without the names of children: whatever a rule says, it prints none."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from summarykit.diagnostics import Code, Message, Severity
from summarykit.privacy.detecting.names import masked
from summarykit.review.casting import BLANKS
from summarykit.review.prose.slips import Slip
from summarykit.review.remarks import Remark

_SHORTEST = 2
_LONG_LINE: Final = 40
_AROUND: Final = 8
_MARGIN: Final = 20
"""So many more signs show a name or a number as a whole."""
_BY_BEGINNING: Final = frozenset((Code.C15, Code.V01, Code.V02))
"""What tells the words around a figure itself, and what is private: those are not shown."""
_NUMBER: Final = re.compile(r"\d{5,}")


def names_of(slips: Iterable[Slip]) -> tuple[str, ...]:
    """Return the names that V02 speaks of, the longest first."""
    names = {
        slip.words
        for slip in slips
        if slip.code is Code.V02 and slip.severity is Severity.ERROR
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def unnamed(remark: Remark, names: tuple[str, ...]) -> Remark:
    """Return the remark with 王×× for each name, in what it says and in its place."""
    if not names:
        return remark
    values = {
        key: _masked(value, names) if isinstance(value, str) else value
        for key, value in remark.said.values.items()
    }
    spot = replace(remark.spot, words=_masked(remark.spot.words, names))
    return replace(remark, spot=spot, said=Message(remark.said.text, values))


def _masked(text: str, names: tuple[str, ...]) -> str:
    """Return a text without names; the words of a place may end in the middle of one."""
    for name in names:
        text = text.replace(name, masked(name))
        for length in range(len(name) - 1, _SHORTEST - 1, -1):
            if text.endswith(name[:length]):
                text = text[:-length] + masked(name[:length])
    return text


def around(slip: Slip, names: tuple[str, ...]) -> str:
    """Return the words by which a slip is found: those around it where its line is long.

    What is cut out has neither half a name nor half a number in it.
    """
    text = slip.passage.text
    is_first = slip.start < _LONG_LINE and not text[: max(0, slip.start - _AROUND)].strip(
        BLANKS
    )
    if len(text) <= _LONG_LINE or is_first or slip.code in _BY_BEGINNING:
        return slip.passage.spot.words
    start, end = slip.start - _AROUND, slip.start + 2 * _AROUND
    # Of a long line the same is looked at for each slip: no more than is needed.
    wide = max(0, start - _MARGIN)
    near = text[wide : end + _MARGIN]
    for name in names:
        near = near.replace(name, masked(name))
    near = _NUMBER.sub(lambda found: "×" * len(found.group()), near)
    rest = "…" if text[end : end + _MARGIN].strip(BLANKS) else ""
    return f"…{near[start - wide : end - wide].rstrip(BLANKS)}{rest}"
