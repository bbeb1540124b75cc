"""Whether something has been said: what keeps a template from telling a thing twice."""

from collections.abc import Sequence
from typing import Final

from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.packs import Phrase

FEWEST_SAID: Final = 2
LISTING: Final = ("活动", "工作", "会", "课")
"""Endings that a list gives its entries and a sentence does not: 研讨会 is said by 举办研讨."""


def told(value: object, *texts: object) -> bool:
    """Return whether the words of `value` stand in one of `texts`; no words stand nowhere."""
    words = _words(value)
    return bool(words) and any(words in _words(text) for text in texts)


def unsaid(values: ShownList | Missing, *texts: object) -> ShownList | Missing:
    """Return the entries of a list that none of `texts` says; none when it says most of them.

    A practice that names two entries or more, and at least half, has told the list: what is
    left would repeat it in other words.
    """
    left = ShownList.named(values.ref, (value for value in values if not _said(value, texts)))
    said = len(values) - len(left)
    if not left or (said >= FEWEST_SAID and said >= len(left)):
        return Missing(values.ref)
    return left


def listed(values: Sequence[object]) -> Phrase:
    """Return the values in a row: 、 between them, or ； when one of them has a mark itself."""
    marked = any(mark in _words(value) for value in values for mark in "，、；")
    parts: list[object] = []
    for value in values:
        parts += [*(["；" if marked else "、"] if parts else ()), value]
    return Phrase(parts)


def length_of(text: object) -> int:
    """Return how many characters a text has, for choosing how a sentence goes on."""
    return len(_words(text))


def begins(value: object, *words: object) -> bool:
    """Return whether the text begins with one of `words`: so 将 is not put before 将."""
    return _words(value).startswith(tuple(map(str, words)))


def ends(value: object, *words: object) -> bool:
    """Return whether the text ends in one of `words`: so 的 is not put behind 的."""
    return _words(value).endswith(tuple(map(str, words)))


def type_of(entity: View) -> str:
    """Return the English name of what kind of entity a link led to: `Population`."""
    return type(entity.entity).__name__


def _said(value: object, texts: Sequence[object]) -> bool:
    words = _words(value)
    core = next((words.removesuffix(end) for end in LISTING if words.endswith(end)), words)
    return told(core if len(core) > 1 else words, *texts)


def _words(value: object) -> str:
    return str(value) if isinstance(value, (str, Shown)) and value else ""
