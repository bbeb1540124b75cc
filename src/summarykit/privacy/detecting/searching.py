"""Everything private in a text, as spans that do not meet."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from summarykit.privacy.detecting.addresses import addresses
from summarykit.privacy.detecting.births import births
from summarykit.privacy.detecting.guardians import guardians
from summarykit.privacy.detecting.matters import matters
from summarykit.privacy.detecting.names import children, known
from summarykit.privacy.detecting.numbers import numbers
from summarykit.privacy.detecting.spans import PrivateSpan

_NUMBERED: Final = re.compile("[0-9]{4}|[一二][〇零○九]|[〇零○一二三四五六七八九幺]{7}|生日")
"""What every number and every birth has."""
_PLAIN: Final = tuple(
    zip("０１２３４５６７８９－Ｘ,;:?!()•・‧", "0123456789-X，；：？！（）···", strict=True)
)
"""Digits are read as half-width ones, marks as full-width ones, dots in names as one."""


def private_spans(text: str, names: Collection[str] = ()) -> tuple[PrivateSpan, ...]:
    """Return what a text tells that is private, in order; no two spans meet.

    `names` are those of a roster: they are found wherever they stand. Other children are found
    by what stands beside their names. A text in half-width marks is read like any other.
    """
    plain = _plain(text)
    named = [*known(plain, names), *children(plain)]
    found = (*_numbered(plain), *named, *guardians(plain), *matters(plain, named))
    return apart(found, len(text))


def numbered_spans(text: str) -> tuple[PrivateSpan, ...]:
    """Return the numbers, births and addresses of a text alone, in order."""
    return apart(_numbered(_plain(text)), len(text))


def _plain(text: str) -> str:
    for found, read in _PLAIN:
        text = text.replace(found, read)
    return text


def _numbered(plain: str) -> Iterator[PrivateSpan]:
    if _NUMBERED.search(plain):
        yield from numbers(plain)
        yield from births(plain)
    yield from addresses(plain)


def apart(spans: Iterable[PrivateSpan], length: int) -> tuple[PrivateSpan, ...]:
    """Return the spans in order, without those that meet one that was told before."""
    taken: list[PrivateSpan] = []
    covered = bytearray(length)
    for span in spans:
        if not any(covered[span.start : span.end]):
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
            taken.append(span)
    return tuple(sorted(taken))
