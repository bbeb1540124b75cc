"""Findings without the names of children: whatever a rule says, it prints none."""

from collections.abc import Iterable
from dataclasses import replace

from summarykit.diagnostics import Code, Message, Severity
from summarykit.privacy.detecting.names import masked
from summarykit.review.prose.slips import Slip
from summarykit.review.remarks import Remark

_SHORTEST = 2


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
