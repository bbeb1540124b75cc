"""The nearest right name for one that is misspelt, in the language it was written in."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 60
# Two of three characters right is near for a Chinese label; Latin letters agree by chance.
_NEAR_HAN = 0.5
_NEAR_LATIN = 0.66


def is_chinese(text: str) -> bool:
    """Return whether there is a Chinese character in `text`."""
    return bool(_HAN.search(text))


def nearest(found: str, names: Iterable[str]) -> str | None:
    """Return the name most like `found`, `None` if none is near; case does not count."""
    near = nearest_few(found, names, 1, _NEAR_HAN if is_chinese(found) else _NEAR_LATIN)
    return near[0] if near else None


def nearest_few(found: str, names: Iterable[str], count: int, near: float = 0) -> list[str]:
    """Return up to `count` names, most like `found` first; `near` is from 0 to 1."""
    known = {_folded(name): name for name in names}
    word = _folded(found)[:_LONGEST]
    return [known[name] for name in get_close_matches(word, known, count, near)]


def _folded(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().casefold())
