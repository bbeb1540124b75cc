"""A pack in a folder: its files read once into memory."""

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from summarykit.diagnostics import Finding, Message, message
from summarykit.l10n.system_errors import reason_of
from summarykit.packs.places.files import (
    LARGEST,
    LARGEST_IN_ALL,
    MOST_FILES,
    PackFiles,
    Stamp,
    bundled,
    contents_of,
    most_of,
    too_many,
    too_much,
)
from summarykit.packs.places.paths import READ_SUFFIXES, REFERENCE


def legible(name: str) -> str:
    """Return the name of a file, with U+FFFD for what is no UTF-8 in it."""
    return os.fsencode(name).decode("utf-8", "replace")


def stamp_of(folder: Path) -> Stamp:
    """Return what differs as soon as a file of the pack in `folder` has been changed."""
    return tuple(_stamps(folder))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    for path in _paths(folder):
        try:
            found = os.stat(path)  # noqa: PTH116 - for each summary: a Path takes twice as long
        except OSError:
            yield path, 0, 0, 0
        else:
            # A change of what may be read shows in the ctime only.
            yield path, found.st_mtime_ns, found.st_ctime_ns, found.st_size


def _paths(folder: Path) -> list[str]:
    """Return the files of a pack, one more than are read at most; links are not followed."""
    found: list[str] = []
    for inside, folders, names in os.walk(folder):
        folders.sort()
        if inside == str(folder) and REFERENCE in names:
            found.append(f"{inside}/{REFERENCE}")
        found += [f"{inside}/{name}" for name in sorted(names) if name.endswith(READ_SUFFIXES)]
        if len(found) > MOST_FILES:
            break
    return sorted(found)[: MOST_FILES + 1]


def read_folder(folder: Path, name: str) -> tuple[PackFiles, tuple[Finding, ...]]:
    """Return the texts of the pack in `folder`; what is no text of its own is a finding."""
    root = folder.resolve()
    paths = _paths(root)
    many = [too_many(name)] if len(paths) > MOST_FILES else []
    named = ((legible(p.relative_to(root).as_posix()), p) for p in map(Path, paths))
    contents = (
        (path, _data_of(file, root, most_of(path))) for path, file in islice(named, MOST_FILES)
    )
    files, findings = contents_of(name, contents, LARGEST_IN_ALL, too_much(name))
    return files, (*many, *findings)


def unread_in(folder: Path) -> tuple[str, ...]:
    """Return the paths of what nothing reads in a pack, those of folders with a slash."""
    return tuple(islice(_unread_in(folder.resolve()), MOST_FILES))


def _unread_in(root: Path) -> Iterator[str]:
    for inside, folders, names in os.walk(root):
        folders.sort()
        within = Path(inside).relative_to(root)
        yield from (f"{legible((within / name).as_posix())}/" for name in folders)
        others = (name for name in sorted(names) if not name.endswith(READ_SUFFIXES))
        for path in (legible((within / name).as_posix()) for name in others):
            if path != REFERENCE:
                yield path


def _data_of(path: Path, root: Path, most: int = LARGEST) -> bytes | Message:
    """Return the bytes of one file, one more than are read at most, or why it is not read."""
    if str(path) != legible(str(path)):
        return message("its name is not UTF-8")
    try:
        if not path.resolve().is_relative_to(root) and not _ships_with_us(root):
            return message("it lies outside the folder of the pack")
        # A pipe would keep whoever opens it waiting.
        if not stat.S_ISREG(path.stat().st_mode):
            return message("this is not a file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        reason = reason_of(error)
        return reason if isinstance(reason, Message) else Message(reason)


def _ships_with_us(root: Path) -> bool:
    # Some installers link the files of a package into the place where it is installed.
    return root.is_relative_to(bundled("templates").resolve())
