"""The packs that a pack is made of: what it extends, what that extends, and itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.nearest import nearest
from summarykit.l10n.system_errors import reason_of
from summarykit.packs.manifest import IDENTIFIER
from summarykit.packs.places.files import (
    LARGEST_IN_ALL,
    MOST_FILES,
    PackFiles,
    Stamp,
    bundled_packs,
    too_many,
    too_much,
)
from summarykit.packs.places.formats import is_newer
from summarykit.packs.places.installed import installed_packs
from summarykit.packs.places.paths import MANIFEST
from summarykit.packs.places.sources import PackSource, find_parent
from summarykit.packs.settings.toml_lines import line_of

DEEPEST: Final = 12
"""From the nation to the class there are fewer packs than this."""
_EXTENDS: Final = ("extends",)


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
    unusable: bool
    """Whether no more is said than `findings`.

    So it is when a file of a pack cannot be read, when all are too large together, and when
    what one extends is nowhere or leads back: what it lacks then, that file or pack may have.
    """


def traced(source: PackSource) -> Traced:
    """Return the lineage of the pack that lies at `source`.

    Findings: pack-invalid for files that cannot be read, for packs that extend one another, for
    a chain that is too long and for one that is too large together; pack-not-found for a
    forebear that is nowhere.
    """
    stamps: list[Stamped] = []
    packs: list[PackFiles] = []
    findings: list[Finding] = []
    unread_files = False
    following: PackSource | None = source
    while following is not None:
        stamp = following.stamp()
        files, unread = _read_once(following, stamp)
        stamps.append((following, stamp))
        packs.append(files)
        findings.extend(unread)
        unread_files = unread_files or bool(unread)
        following = _forebear(following, packs, findings)
    together = [] if findings else [*_too_large(packs)]
    findings.extend(together)
    lost = any(finding.at.path == _EXTENDS for finding in findings)
    unusable = bool(together or lost or unread_files)
    return Traced(tuple(stamps), Lineage(tuple(reversed(packs))), tuple(findings), unusable)


def _too_large(packs: list[PackFiles]) -> Iterator[Finding]:
    """Yield what is wrong with the size of all packs together; each is within the limits."""
    source = " → ".join(files.name for files in packs)
    if sum(len(files.texts) for files in packs) > MOST_FILES:
        yield too_many(source)
    if sum(files.size for files in packs) > LARGEST_IN_ALL:
        yield too_much(source)


@lru_cache(maxsize=64)
def _read_once(source: PackSource, stamp: Stamp) -> tuple[PackFiles, tuple[Finding, ...]]:
    del stamp  # a pack that has changed is another one
    return source.read()


def _forebear(
    child: PackSource, packs: list[PackFiles], findings: list[Finding]
) -> PackSource | None:
    """Return the pack that the last of `packs` extends; `findings` keeps why there is none."""
    files = packs[-1]
    table = files.table(MANIFEST)
    name = None if isinstance(table, Finding) or is_newer(table) else table.get("extends")
    if not isinstance(name, str) or not re.fullmatch(IDENTIFIER, name):
        return None  # what is wrong with it is found when the manifest is read
    found = _found(name, child)
    if isinstance(found, Message):
        hint = _where_else(name)
        findings.append(_at_extends(files, Code.PACK_NOT_FOUND, found, hint))
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


def _where_else(name: str) -> Message:
    """Return what to do about a forebear that is nowhere."""
    near = nearest(name, (*bundled_packs(), *installed_packs()))
    if near is not None:
        return message("did you mean {name}?", name=near)
    return message("put the pack {name} beside this one, as a folder or .zip file", name=name)


def _found(name: str, child: PackSource) -> PackSource | Message:
    """Return the pack that `child` extends, or why there is none."""
    try:
        found = find_parent(name, child)
    except OSError as error:
        reason = reason_of(error)
        return message("the pack {name} cannot be read: {reason}", name=name, reason=reason)
    return found or message("there is no pack {name}", name=name)


def _chain(packs: list[PackFiles], found: PackSource) -> str:
    return " → ".join([*(files.name for files in packs), found.name])


def _at_extends(
    files: PackFiles, code: Code, said: Message, hint: Message | None = None
) -> Finding:
    line = line_of(files.texts[MANIFEST], _EXTENDS)
    place = Place(source=files.source(MANIFEST), line=line, path=_EXTENDS)
    return Finding(Severity.ERROR, code, said, place, hint)
