"""The findings about a pack that say where it went wrong, without all that follows of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.model.vocabulary import Level
from summarykit.packs.places.files import PackFiles
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    REPORTS,
    TERMS,
)

_BESIDE_THE_MANIFEST: Final = (MANIFEST, LAYOUT, TERMS, FIELDS, KINDS, AUDIENCES)


def root_causes(findings: Iterable[Finding], lineage: Lineage) -> Iterator[Finding]:
    """Yield findings about a pack, one alone for each of the slips that lead to many.

    Those are a pack that extends none by mistake, and a file that lies among the reports.
    """
    listed = [*_without_extends(findings, lineage)]
    own = lineage.packs[-1].name
    astray = {f"{own}/{REPORTS}{file}": file for file in _BESIDE_THE_MANIFEST}
    told: set[str] = set()
    for finding in listed:
        source = finding.at.source or ""
        if source not in astray:
            yield finding
        elif source not in told:
            told.add(source)
            said = message("this file lies among the reports, where it is read as one of them")
            hint = message("move it up, beside {path}", path=MANIFEST)
            place = Place(source=source)
            yield Finding(Severity.ERROR, Code.FILE_UNUSED, said, place, hint)


def _without_extends(findings: Iterable[Finding], lineage: Lineage) -> Iterator[Finding]:
    """Yield findings, but for those that all come of a pack that extends none by mistake."""
    own = lineage.packs[-1]
    if len(lineage.packs) > 1 or MANIFEST not in own.texts or _stands_alone(own):
        yield from findings
        return
    source = own.source(MANIFEST)
    hint = message("write: {line}", line='extends = "zh"')
    manifest = own.table(MANIFEST)
    if not isinstance(manifest, Finding) and "extends" not in manifest:
        said = message("{key} is missing", key="extends")
        yield Finding(Severity.ERROR, Code.PACK_INVALID, said, Place(source=source), hint)
    for one in findings:
        if one.at.source != source:
            continue
        if one.at.path == ("extends",):
            yield replace(one, hint=one.hint or hint)
        elif one.message.values.get("key") != "reports":
            yield one


def _stands_alone(own: PackFiles) -> bool:
    """Return whether a pack means to have all that it needs.

    The files of a new pack are there, and say next to nothing without the one it extends.
    """
    layout, terms, manifest = (_table(own, path) for path in (LAYOUT, TERMS, MANIFEST))
    voice = _inner(terms, "voice")
    if {"width", "height"} <= {*_inner(layout, "page")} or len(voice) == len(Level):
        return all(voice.values()) or not voice
    return "reports" in manifest and not {LAYOUT, TERMS} <= {*own.texts}


def _table(own: PackFiles, path: str) -> Mapping[str, object]:
    found = own.table(path)
    return {} if isinstance(found, Finding) else found


def _inner(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = table.get(key)
    return found if isinstance(found, Mapping) else {}
