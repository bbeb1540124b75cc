"""The formats a pack may be written in, and what each has brought.

A pack says in `pack.toml` which format it is written in. One that says less than it uses is
refused, so that a pack is never read by an older summarykit as something else than it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Finding, Message, Path, Place, message
from summarykit.packs.places.files import PackFiles, invalid
from summarykit.packs.places.paths import MANIFEST, report_of
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.settings.toml_lines import line_of
from summarykit.packs.settings.toml_texts import Table

CHANGES: Final[Mapping[int, Message]] = MappingProxyType(
    {
        1: message("a pack holds all that it needs"),
        2: message(
            "a pack may extend another one (extends), and move or remove its sections"
            " (after, before, remove)"
        ),
    }
)
"""What each format has brought."""
_SINCE: Final = MappingProxyType({"extends": 2, "after": 2, "before": 2, "remove": 2})
"""The keys of the manifest and of sections that the first format does not have."""


def newer(packs: Iterable[PackFiles]) -> Iterator[Finding]:
    """Yield a finding for each of the packs whose format is newer than those that are read."""
    for files in packs:
        found = _format(files)
        if found > max(CHANGES):
            said = message(
                "the pack has format {found}; this summarykit reads the formats {formats}",
                found=found,
                formats=tuple(CHANGES),
            )
            hint = message("update summarykit, or ask for the pack in one of these formats")
            yield _at(files, MANIFEST, ("format",), said, hint)


def too_old(packs: Iterable[PackFiles]) -> Iterator[Finding]:
    """Yield a finding for each key that the format of its pack does not have."""
    for files in packs:
        own = _format(files)
        for path, keys in _used(files):
            since = _SINCE[str(keys[-1])]
            if 0 < own < since:
                said = message(
                    "{key} belongs to format {since}: {change}",
                    key=keys[-1],
                    since=since,
                    change=CHANGES[since],
                )
                hint = message("write format = {since} in pack.toml", since=since)
                yield _at(files, path, keys, said, hint)


def is_newer(manifest: Table) -> bool:
    """Return whether the manifest is written in a format that is not read yet."""
    return _number(manifest) > max(CHANGES)


def _format(files: PackFiles) -> int:
    return _number(_table(files, MANIFEST))


def _number(manifest: Table) -> int:
    """Return the format of a manifest; 0 when it says none, which is found when it is read."""
    said = manifest.get("format")
    return said if type(said) is int else 0


def _used(files: PackFiles) -> Iterator[tuple[str, Path]]:
    """Yield the file and the keys of each use of what came after the first format."""
    if "extends" in _table(files, MANIFEST):
        yield MANIFEST, ("extends",)
    for path in files.texts:
        if report_of(path) is None:
            continue
        sections = _table(files, path).get(SECTIONS)
        for index, section in enumerate(sections if isinstance(sections, list) else ()):
            for key in section if isinstance(section, Mapping) else ():
                if key in _SINCE:
                    yield path, (SECTIONS, index, key)


def _table(files: PackFiles, path: str) -> Table:
    """Return the table of a file; what is wrong with the file is said when it is read."""
    table = files.table(path)
    return {} if isinstance(table, Finding) else table


def _at(files: PackFiles, path: str, keys: Path, said: Message, hint: Message) -> Finding:
    place = Place(files.source(path), line_of(files.texts[path], keys), path=keys)
    found = invalid(said, place)
    return Finding(found.severity, found.code, said, place, hint)
