"""Which of several wordings a document takes: by who writes it, of which year, and where."""

from functools import lru_cache
from hashlib import blake2b
from typing import Final

from summarykit.compose.views import Shown, View
from summarykit.model import YearRecord

_BYTES: Final = 8


class Variety:
    """Picks wordings for one record: the same record always gives the same text.

    The pick is a hash of the organisation's name, the year and the place in the document, so
    two schools of one county, or two years of one school, do not read alike; no chance and no
    clock has a part in it.
    """

    def __init__(self, record: YearRecord) -> None:
        start, name = record.period.start, record.period.name
        year = start.year if start is not None and start.year is not None else name
        self._writer = f"{record.organisation.name}\n{year or ''}\n"

    def pick(self, place: str, count: int) -> int:
        """Return which of `count` wordings stands at `place`: 0 for the first."""
        return _hash(self._writer + place) % count

    def choose(self, place: object, *wordings: object, turn: object = 0) -> object:
        """Return one of `wordings`, given one by one or as a list.

        `place` is a name or an entity. `turn` moves the choice on, so that neighbours which
        count their turns differ: the first wording picked is followed by the next.

        Raises:
            TypeError: There is nothing to choose from, or `turn` is no number, or `place` is
                something that has no name, such as a phrase.
        """
        listed = (
            wordings[0] if len(wordings) == 1 else wordings
        )  # a list of terms.toml, or words
        if isinstance(listed, str):
            return listed
        if not isinstance(listed, tuple | list) or not listed or not isinstance(turn, int):
            msg = "choose needs a place and wordings"
            raise TypeError(msg)
        if not isinstance(place, View | Shown | str):
            msg = "choose needs an entity or a name as its place"
            raise TypeError(msg)
        where = place.ref if isinstance(place, View) else str(place)
        return listed[(self.pick(where, len(listed)) + turn) % len(listed)]


@lru_cache(maxsize=4096)
def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=_BYTES).digest())
