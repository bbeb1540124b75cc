"""Which reports the changes of a pack can reach: the others need not be tried out again.

A pack that ships is tried out before it does. So what is to be tried of one that extends it are
the reports whose files it changes, and those that a template it changes is reached from. The
extra facts and the kinds of a pack may be told anywhere. Words that take the place of words,
and how many characters a line of the title has, can only make a title too long.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from summarykit.packs.manifest import ReportSpec
from summarykit.packs.places.files import bundled
from summarykit.packs.places.lineage import Lineage, Traced
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    TEMPLATE_SUFFIX,
    TERMS,
)
from summarykit.packs.places.sources import FolderSource
from summarykit.packs.tools.opened import OpenPack
from summarykit.packs.tools.reaching import Reach

_TITLE: Final = ("title", "characters")


@dataclass(frozen=True, slots=True)
class Affected:
    """What of a pack is to be tried out."""

    wholly: tuple[str, ...]
    """The reports that have to be made in every way."""
    titles: bool
    """Whether the titles of all others may have become too long."""


def affected(traced: Traced, reports: Iterable[ReportSpec]) -> Affected:
    """Return the reports that differ from those of the pack that ships, on which it builds."""
    specs, lineage = tuple(reports), traced.lineage
    size = _shipped(traced)
    if size == 0:
        return Affected(tuple(spec.id for spec in specs), titles=False)
    below, pack = OpenPack(Lineage(lineage.packs[:size])), OpenPack(lineage)
    words = _changed(below, pack, TERMS)
    anywhere = any(_changed(below, pack, file) for file in (FIELDS, KINDS, AUDIENCES))
    everything = anywhere or not all(map(_is_like, *_words(words)))
    if everything:
        return Affected(tuple(spec.id for spec in specs), titles=False)
    templates = _changed_templates(lineage, size)
    reach = Reach(lineage)
    wholly = tuple(
        spec.id
        for spec in specs
        if _changed(below, pack, spec.path) or (templates and templates & reach.of((spec,)))
    )
    return Affected(wholly, bool(words) or _TITLE in _changed(below, pack, LAYOUT))


def _shipped(traced: Traced) -> int:
    """Return how many packs of a lineage ship, or are extended by one that does.

    The nearest one counts as one that does not: it is what is tried out.
    """
    home = bundled("templates").resolve()
    sources = [source for source, _ in reversed(traced.stamps)]
    ship = [
        isinstance(source, FolderSource) and source.folder.parent == home for source in sources
    ]
    return max((size for size in range(1, len(ship)) if ship[size - 1]), default=0)


_Values = Mapping[tuple[str, ...], tuple[object, object]]


def _changed(below: OpenPack, pack: OpenPack, file: str) -> _Values:
    """Return the settings of a file that differ, with both of their values."""
    old = {keys: one.value for keys, one in below.settings(file).items()}
    new = {keys: one.value for keys, one in pack.settings(file).items()}
    together = {keys: (old.get(keys), new.get(keys)) for keys in (*old, *new)}
    moved = list(old) != list(new)
    return {keys: pair for keys, pair in together.items() if moved or pair[0] != pair[1]}


def _words(changed: _Values) -> tuple[list[object], list[object]]:
    return [old for old, _ in changed.values()], [new for _, new in changed.values()]


def _is_like(old: object, new: object) -> bool:
    """Return whether words take the place of words, or as many wordings that of as many."""
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new)
    return isinstance(old, str) and isinstance(new, str)


def _changed_templates(lineage: Lineage, size: int) -> frozenset[str]:
    paths = {path for files in lineage.packs[size:] for path in files.texts}
    return frozenset(path for path in paths if path.endswith(TEMPLATE_SUFFIX))
