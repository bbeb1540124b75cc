"""Which “ and ” of a passage pair, which are written the wrong way round, which are alone."""

from dataclasses import dataclass
from typing import Final

_OPEN: Final = "“"
_CLOSE: Final = "”"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Places in the text of a passage."""

    pairs: tuple[tuple[int, int], ...]
    """Where quoted words begin and where they end."""
    turned: tuple[int, ...]
    """An opening mark that closes, or a closing one that opens."""
    alone: tuple[int, ...]
    """What has no other mark to pair with."""


def quotes_of(text: str) -> Quotes:
    """Return what the quotation marks of a text do, by the marks that follow each.

    In “甲“乙 the second closes, as no ” comes before the next “; in “甲“乙” the first is alone.
    """
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    begun: int | None = None
    marks = [at for at, sign in enumerate(text) if sign in (_OPEN, _CLOSE)]
    for at, after in zip(marks, [*marks[1:], len(text)], strict=False):
        closes_next = text[after : after + 1] == _CLOSE
        if begun is None:
            opens = text[at] == _OPEN or closes_next
            begun = at if opens else None
            alone += [] if opens else [at]
        elif text[at] == _OPEN and closes_next:
            alone.append(begun)
            begun = at
        else:
            pairs.append((begun, at))
            begun = None
    turned = [start for start, _ in pairs if text[start] == _CLOSE]
    turned += [end for _, end in pairs if text[end] == _OPEN]
    alone += [] if begun is None else [begun]
    return Quotes(tuple(pairs), tuple(sorted(turned)), tuple(alone))
