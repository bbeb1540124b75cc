"""Files of a pack that nothing reads, though their names nearly say what they are for."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    READ_SUFFIXES,
    REFERENCE,
    TERMS,
    TOML,
)

_ADDED: Final = ".txt"
_NAMES: Final = (MANIFEST, LAYOUT, TERMS)
_FILES: Final = (*_NAMES, FIELDS, KINDS, AUDIENCES, REFERENCE)
_LETTERHEAD: Final = PurePosixPath(REFERENCE).stem
_OF_WORD: Final = (".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt")


def misnamed(unread: Iterable[str], name: str) -> Iterator[Finding]:
    """Yield a warning for each file of the pack `name` that is meant, but not read.

    It ends in .txt, too, or it is a letterhead of another name or form, or a folder. `unread`
    holds the paths inside the pack of what nothing reads, those of folders with a slash.
    """
    for path in sorted(unread):
        if hint := _meant(path):
            said = message("nothing reads this file")
            place = Place(source=f"{name}/{path.rstrip('/')}")
            yield Finding(Severity.WARNING, Code.FILE_UNUSED, said, place, hint)


def _meant(path: str) -> Message | None:
    """Return what somebody has to do who means this file to be read, if anybody does."""
    low = path.lower()
    if path.endswith("/"):
        is_file = low.rstrip("/") in _FILES
        return message("this is a folder, where a file is read: rename it") if is_file else None
    if low in {REFERENCE, f"{REFERENCE}.docx"}:
        return _call_it(REFERENCE)
    if low in {f"{_LETTERHEAD}{ending}" for ending in _OF_WORD}:
        return message("save it in Word as {name}", name=REFERENCE)
    bare = PurePosixPath(path).with_suffix("")
    if not low.endswith(_ADDED):
        return None
    if bare.suffix in READ_SUFFIXES:
        return _call_it(bare.name)
    added = f"{bare.name}{TOML}"
    return _call_it(added) if added in _NAMES else None


def _call_it(name: str) -> Message:
    return message(
        "call it {name}; if the ending is not shown, have the file manager show it", name=name
    )
