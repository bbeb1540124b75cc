"""Packs that other installed distributions offer; nothing of theirs is imported or run.

A distribution offers a pack by an entry point: its name is that of the pack, its value the
package whose folder holds `pack.toml`.

    [project.entry-points."summarykit.packs"]
    county = "county_pack"
"""

import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final

from summarykit.packs.places.paths import MANIFEST

GROUP: Final = "summarykit.packs"


def installed_packs() -> Mapping[str, Path]:
    """Return the folders of the packs that are installed, by their names.

    Of two of one name the first on the path of Python counts, as for modules. A distribution
    whose metadata cannot be read offers none.
    """
    return _found(tuple(_places()))


def _places() -> Iterator[tuple[str, int]]:
    """Yield what changes when something is installed or removed: times of the folders."""
    for entry in sys.path:
        try:
            yield entry, Path(entry or ".").stat().st_mtime_ns
        except (OSError, ValueError):
            yield entry, 0


@lru_cache(maxsize=4)
def _found(places: tuple[tuple[str, int], ...]) -> Mapping[str, Path]:
    del places  # they are what the packs were looked for in
    packs: dict[str, Path] = {}
    for distribution in distributions():
        for name, package in _offered(distribution):
            if name not in packs and (folder := _folder(package)):
                packs[name] = folder
    return MappingProxyType(packs)


def _offered(distribution: Distribution) -> list[tuple[str, str]]:
    """Return the names and packages of the packs that a distribution offers."""
    try:
        points = distribution.entry_points.select(group=GROUP)
        return [(point.name, point.value) for point in points]
    except Exception:  # noqa: BLE001 - what is wrong with a distribution is not for us to say
        return []


def _folder(package: str) -> Path | None:
    """Return the folder of a package, or of a module in one, without importing either."""
    first, *others = package.split(".")
    if not all(map(str.isidentifier, (first, *others))):
        return None
    for top in _folders_of(first):
        inside = top.joinpath(*others)
        for folder in (inside, inside.parent) if others else (inside,):
            if (folder / MANIFEST).is_file():
                return folder.resolve()
    return None


def _folders_of(package: str) -> list[Path]:
    """Return where a package lies that stands at the top: looking for it runs none of it."""
    try:
        spec = find_spec(package)
    except Exception:  # noqa: BLE001 - finders of other distributions raise whatever they like
        return []
    return [Path(folder) for folder in (spec and spec.submodule_search_locations) or ()]
