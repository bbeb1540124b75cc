"""Everything private in a text, as spans that do not meet."""

from collections.abc import Collection, Iterable
from typing import Final

from summarykit.privacy.detecting.addresses import addresses
from summarykit.privacy.detecting.births import births
from summarykit.privacy.detecting.matters import matters
from summarykit.privacy.detecting.names import children, known
from summarykit.privacy.detecting.numbers import numbers
from summarykit.privacy.detecting.spans import PrivateSpan

_PLAIN: Final = str.maketrans("０１２３４５６７８９－Ｘ,;:?!()", "0123456789-X，；：？！（）")
"""Digits are read as half-width ones, marks as full-width ones."""


def private_spans(text: str, names: Collection[str] = ()) -> tuple[PrivateSpan, ...]:
    """Return what a text tells that is private, in order; no two spans meet.

    `names` are those of a roster: they are found wherever they stand. Other children are found
    by what stands beside their names. A text in half-width marks is read like any other.
    """
    plain = text.translate(_PLAIN)
    certain = [*numbers(plain), *births(plain), *addresses(plain)]
    named = [*known(plain, names), *children(plain)]
    return _apart([*certain, *named, *matters(plain, named)], len(text))


def _apart(spans: Iterable[PrivateSpan], length: int) -> tuple[PrivateSpan, ...]:
    """Return the spans in order, without those that meet one that was told before."""
    taken: list[PrivateSpan] = []
    covered = bytearray(length)
    for span in spans:
        if not any(covered[span.start : span.end]):
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
            taken.append(span)
    return tuple(sorted(taken))
