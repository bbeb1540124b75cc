"""The packs that a pack is made of: what it extends, what that extends, and itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.packs.files import PackFiles, Stamp
from summarykit.packs.manifest import IDENTIFIER
from summarykit.packs.sources import MANIFEST, PackSource, find_parent
from summarykit.packs.toml_lines import line_of
from summarykit.packs.toml_texts import parsed

DEEPEST: Final = 12
"""From the nation to the class there are fewer packs than this."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The files of a pack and of all that it extends, the furthest forebear first."""

    packs: tuple[PackFiles, ...]

    @property
    def name(self) -> str:
        """What findings call the pack."""
        return self.packs[-1].name

    @property
    def names(self) -> tuple[str, ...]:
        """What findings call the packs, in their order."""
        return tuple(files.name for files in self.packs)

    def levels(self, path: str) -> tuple[int, ...]:
        """Return the places of the packs that have a file of that path."""
        return tuple(level for level, files in enumerate(self.packs) if path in files.texts)

    def source(self, path: str) -> str:
        """Return how findings call the file of that path that counts: `county/terms.toml`."""
        levels = self.levels(path)
        return self.packs[levels[-1] if levels else -1].source(path)

    def paths(self) -> Iterator[str]:
        """Yield every path that one of the packs has a file for, once."""
        yield from dict.fromkeys(path for files in self.packs for path in files.texts)


Stamped = tuple[PackSource, Stamp]


@dataclass(frozen=True, slots=True)
class Traced:
    """Where the packs of a lineage lie, their files, and what is wrong so far."""

    stamps: tuple[Stamped, ...]
    lineage: Lineage
    findings: tuple[Finding, ...]


def traced(source: PackSource) -> Traced:
    """Return the lineage of the pack that lies at `source`.

    Findings: pack-invalid for files that cannot be read, for packs that extend one another and
    for a chain that is too long; pack-not-found for a forebear that is nowhere.
    """
    stamps: list[Stamped] = []
    packs: list[PackFiles] = []
    findings: list[Finding] = []
    following: PackSource | None = source
    while following is not None:
        stamp = following.stamp()
        files, unread = _read_once(following, stamp)
        stamps.append((following, stamp))
        packs.append(files)
        findings.extend(unread)
        following = _forebear(following, packs, findings)
    return Traced(tuple(stamps), Lineage(tuple(reversed(packs))), tuple(findings))


@lru_cache(maxsize=64)
def _read_once(source: PackSource, stamp: Stamp) -> tuple[PackFiles, tuple[Finding, ...]]:
    del stamp  # a pack that has changed is another one
    return source.read()


def _forebear(
    child: PackSource, packs: list[PackFiles], findings: list[Finding]
) -> PackSource | None:
    """Return the pack that the last of `packs` extends; `findings` keeps why there is none."""
    files = packs[-1]
    table = parsed(files.texts.get(MANIFEST, ""), files.source(MANIFEST))
    name = None if isinstance(table, Finding) else table.get("extends")
    if not isinstance(name, str) or not re.fullmatch(IDENTIFIER, name):
        return None  # what is wrong with it is found when the manifest is read
    found = find_parent(name, child)
    if found is None:
        said = message("there is no pack {name}", name=name)
        findings.append(_at_extends(files, Code.PACK_NOT_FOUND, said))
        return None
    if found.name in {pack.name for pack in packs}:
        said = message("the packs extend one another: {names}", names=_chain(packs, found))
        findings.append(_at_extends(files, Code.PACK_INVALID, said))
        return None
    if len(packs) >= DEEPEST:
        said = message("more than {limit} packs extend one another", limit=DEEPEST)
        findings.append(_at_extends(files, Code.PACK_INVALID, said))
        return None
    return found


def _chain(packs: list[PackFiles], found: PackSource) -> str:
    return " → ".join([*(files.name for files in packs), found.name])


def _at_extends(files: PackFiles, code: Code, said: Message) -> Finding:
    line = line_of(files.texts[MANIFEST], ("extends",))
    place = Place(source=files.source(MANIFEST), line=line, path=("extends",))
    return Finding(Severity.ERROR, code, said, place)
