"""Files of a pack that nothing reads, though their names nearly say what they are for."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.packs.places.files import MOST_FILES
from summarykit.packs.places.paths import (
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    READ_SUFFIXES,
    REFERENCE,
    TERMS,
)

_ADDED: Final = (".txt", ".TXT")
_NAMES: Final = (MANIFEST, LAYOUT, TERMS)
_FILES: Final = (*_NAMES, FIELDS, KINDS, REFERENCE)
_LETTERHEAD: Final = Path(REFERENCE).stem
_OF_WORD: Final = (".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt")


def misnamed(folder: Path, name: str) -> Iterator[Finding]:
    """Yield a warning for each file of the pack `name` that is meant, but not read.

    It ends in .txt, too, or it is a letterhead of another name or form, or a folder.
    """
    yield from _with_endings(folder, name)
    for path in sorted(islice(folder.iterdir(), MOST_FILES)):
        low = path.name.lower()
        place = Place(source=f"{name}/{path.name}")
        if path.is_dir() and low in _FILES:
            yield _unread(place, message("this is a folder, where a file is read: rename it"))
        elif path.is_dir() or path.name == REFERENCE:
            continue
        elif low in {REFERENCE, f"{REFERENCE}.docx"}:
            yield _unread(place, _call_it(REFERENCE))
        elif low in {f"{_LETTERHEAD}{ending}" for ending in _OF_WORD}:
            yield _unread(place, message("save it in Word as {name}", name=REFERENCE))


def _with_endings(folder: Path, name: str) -> Iterator[Finding]:
    files = sorted(islice((p for end in _ADDED for p in folder.rglob(f"*{end}")), MOST_FILES))
    for path in files:
        bare = path.with_suffix("")
        meant = bare.name if bare.suffix in READ_SUFFIXES else f"{bare.name}.toml"
        if bare.suffix in READ_SUFFIXES or meant in _NAMES:
            place = Place(source=f"{name}/{path.relative_to(folder).as_posix()}")
            yield _unread(place, _call_it(meant))


def _call_it(name: str) -> Message:
    return message(
        "call it {name}; if the ending is not shown, have the file manager show it", name=name
    )


def _unread(place: Place, hint: Message) -> Finding:
    said = message("nothing reads this file")
    return Finding(Severity.WARNING, Code.FILE_UNUSED, said, place, hint)
