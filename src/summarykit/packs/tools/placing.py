"""Where the packs of a lineage say where a section of a report stands, or that it goes."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from summarykit.diagnostics import Finding, Place
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.settings.toml_lines import line_of

PLACES: Final = ("after", "before")
REMOVE: Final = "remove"


class Placed(NamedTuple):
    """What one level says of the place of a section."""

    value: object
    place: Place
    level: int


def placings(lineage: Lineage, file: str, section: str, key: str) -> tuple[Placed, ...]:
    """Return what all levels say for `after`, `before` or `remove`, the nearest first.

    A pack that has a section again which one below it has removed says that it stays.
    """
    found = [*_said(lineage, file, section, key)]
    if key == REMOVE:
        return tuple(found) if any(one.value is True for one in found) else ()
    return tuple(one for one in found if one.value is not None)


def _said(lineage: Lineage, file: str, section: str, key: str) -> Iterator[Placed]:
    for level in reversed(lineage.levels(file)):
        files = lineage.packs[level]
        table = files.table(file)
        listed = None if isinstance(table, Finding) else table.get(SECTIONS)
        for index, one in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(one, Mapping) and one.get("id") == section:
                value = one.get(key, False if key == REMOVE else None)
                path = (SECTIONS, index, key)
                line = line_of(files.texts[file], path)
                yield Placed(value, Place(files.source(file), line, path=path), level)
