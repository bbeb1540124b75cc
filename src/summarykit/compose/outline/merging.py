"""What is told in a line among its neighbours: sorted by what it is, a few in a sentence."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarykit.compose.language.weaving import size_of
from summarykit.compose.outline.items import Item
from summarykit.compose.outline.key_figures import key_figures
from summarykit.compose.views import Names
from summarykit.packs import Phrase

MOST_IN_A_LINE: Final = 8
LONGEST_LINE: Final = 84
_KINDS: Final = (
    ("body", ("leading_groups",)),
    ("work", ("measure", "duties", "contracts", "visits", "rules", "campaign")),
    ("slogan", ("slogan",)),
    ("activity", ("activity",)),
    ("aid", ("aid",)),
    ("donor", ("donation",)),
)
"""What a sentence of such a line is about, in the order of the sentences, and the roles."""
ACTIVITY: Final = "activity"
PLANNED: Final = "planned"
COMING: Final = "coming"


def lines_of(items: Sequence[Item]) -> tuple[Names, ...]:
    """Return the sentences of what is told in a line, each with its `kind` and `entries`.

    The kinds are `body` (who leads), `work`, `slogan`, `activity`, `aid`, `donor` and, last,
    what is `planned` and which activities are `coming`. An entry has a `title` and `figures`,
    a phrase or nothing; work with figures and work that is only named stand in sentences of
    their own, `counted` says which. `more` says that a sentence goes on with what the one
    before it is about.
    """
    done = [item for item in items if not item.is_planned]
    found = [(kind, [i for i in done if i.role in roles]) for kind, roles in _KINDS]
    ahead = [item for item in items if item.is_planned]
    found.append((PLANNED, [item for item in ahead if item.role != ACTIVITY]))
    found.append((COMING, [item for item in ahead if item.role == ACTIVITY]))
    return tuple(line for kind, some in found for line in _lines(kind, some))


def _lines(kind: str, items: Iterable[Item]) -> Iterator[Names]:
    entries = [_entry(item) for item in items]
    parted = [[e for e in entries if e.figures], [e for e in entries if not e.figures]]
    told = 0
    for some in parted if kind == "work" else [entries]:
        for row in _rows(some):
            counted = all(entry.figures for entry in row)
            line = {"kind": kind, "entries": row, "counted": counted, "more": told > 0}
            yield Names(line)
            told += 1


def _entry(item: Item) -> Names:
    figures = key_figures(item.entity)
    parts = [part for figure in figures for part in ("、", figure)][1:]
    return Names({"title": item.title, "figures": Phrase(parts), "item": item})


def _rows(entries: Iterable[Names]) -> Iterator[tuple[Names, ...]]:
    row: list[Names] = []
    size = 0
    for entry in entries:
        length = size_of(entry.title) + size_of(entry.figures) + 1
        if row and (len(row) == MOST_IN_A_LINE or size + length > LONGEST_LINE):
            yield tuple(row)
            row, size = [], 0
        row.append(entry)
        size += length
    if row:
        yield tuple(row)
