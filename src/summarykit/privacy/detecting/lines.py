"""The lines of a text that are worth a closer look."""

import re
from collections.abc import Iterator


def lines_with(anchor: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line in which `anchor` is found, in order.

    A pattern that begins with anything takes long; the few signs that it cannot do without are
    found at once.
    """
    at = 0
    while (found := anchor.search(text, at)) is not None:
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        at = len(text) if end < 0 else end
        yield start, at
