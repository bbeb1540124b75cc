"""The nearest right name for one that is misspelt, in the language it was written in."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile

_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 60
# Two of four characters right is near for a Chinese name that begins like the right one; one
# that does not may be its opposite, and Latin letters agree by chance.
_NEAR_HAN = 0.5
_NEAR = 0.66
_NEAR_HAN_ELSEWHERE = 0.75


def is_chinese(text: str) -> bool:
    """Return whether there is a Chinese character in `text`."""
    return bool(_HAN.search(text))


def nearest(found: str, names: Iterable[str]) -> str | None:
    """Return the name most like `found`, `None` if none is near; case does not count.

    Of names that are as like, the one that begins as `found` does is meant.
    """
    near = nearest_few(found, names, 1, least=_NEAR_HAN)
    return near[0] if near and _is_near(_folded(found), _folded(near[0])) else None


def nearest_few(found: str, names: Iterable[str], count: int, least: float = 0) -> list[str]:
    """Return up to `count` names, most like `found` first; `least` is from 0 to 1."""
    likeness = _Likeness(_folded(found))
    rated = ((likeness.to(_folded(name), least), name) for name in names)
    near = sorted((rating for rating in rated if rating[0] >= least), key=_first, reverse=True)
    return [name for _, name in near[:count]]


def _first(rating: tuple[float, str]) -> float:
    return rating[0]


class _Likeness:
    """How like names are to a word: those that begin alike come before those that do not."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._matcher = SequenceMatcher(None, "", word, autojunk=False)

    def to(self, name: str, least: float) -> float:
        matcher = self._matcher
        matcher.set_seq1(name)
        # Two quick looks spare the slow one for most of very many names.
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            return -1
        same = takewhile(lambda pair: pair[0] == pair[1], zip(self._word, name, strict=False))
        return matcher.ratio() + len(list(same)) / (len(self._word) + 1)


def _is_near(word: str, name: str) -> bool:
    ratio = SequenceMatcher(None, name, word, autojunk=False).ratio()
    if not is_chinese(word):
        return ratio >= _NEAR
    begins_alike = word[:1] == name[:1] or word in name
    return ratio >= (_NEAR_HAN if begins_alike else _NEAR_HAN_ELSEWHERE)


def _folded(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().casefold())[:_LONGEST]
