"""A name that a pack can have, made of what somebody would call it: 云岭县 is `ylx`.

Names of packs are in small letters, since they are names of folders on every machine. Chinese
characters give the initials of their pinyin: GB 2312 has its common ones in that order.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import Final

from summarykit.packs.manifest import IDENTIFIER

_INITIALS: Final = "abcdefghjklmnopqrstwxyz"
_FIRST: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""The first character of GB 2312 for each initial."""
_LAST: Final = "座"
_LONGEST: Final = 30


def suggested(name: str) -> str:
    """Return a name that a pack can have instead of `name`; "county" if none is like it."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    letters = "".join(sign if sign.isascii() else _initial(sign) for sign in plain)
    words = re.sub(r"[^a-z0-9_]+", "-", letters).strip("-_")[:_LONGEST]
    found = re.sub(r"^[^a-z]+", "", words)
    # One letter again and again says nothing.
    said = re.fullmatch(IDENTIFIER, found) and (len(found) == 1 or len({*found}) > 1)
    return found if said else "county"


def _initial(sign: str) -> str:
    """Return the initial of a common Chinese character; nothing for any other sign."""
    bounds = [first.encode("gb2312") for first in _FIRST]
    try:
        code = sign.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    if not bounds[0] <= code <= _LAST.encode("gb2312"):
        return ""
    return _INITIALS[bisect_right(bounds, code) - 1]
