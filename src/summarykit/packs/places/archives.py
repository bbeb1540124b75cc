"""A pack in a .zip file: its texts read into memory; nothing is ever unpacked to the disk.

What the archive says of itself is believed in nothing: how large a file is shows when it is
read, and no more is read than a pack may have.
"""

import stat
from io import BytesIO
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final
from zipfile import ZipFile, ZipInfo

from summarykit.diagnostics import Finding, Message, Place, message
from summarykit.l10n.system_errors import reason_of
from summarykit.packs.places.files import (
    LARGEST_IN_ALL,
    MOST_FILES,
    PackFiles,
    Stamp,
    contents_of,
    invalid,
    most_of,
    too_many,
    too_much,
)
from summarykit.packs.places.members import members

SUFFIX: Final = ".zip"
LARGEST_ARCHIVE: Final = 16 * 1024 * 1024
"""The most bytes of an archive, with pictures and whatever else it holds beside the pack."""
MOST_ENTRIES: Final = 20_000
MOST_TIMES: Final = 100
"""How many times its own size the texts of an archive may have; words shrink to a fifth."""
_ENTRY: Final = b"PK\x01\x02"


def stamp_of(archive: Path) -> Stamp:
    """Return what differs as soon as the archive has been changed."""
    try:
        found = archive.stat()
    except OSError:
        return ((str(archive), 0, 0, 0),)
    return ((str(archive), found.st_mtime_ns, found.st_ctime_ns, found.st_size),)


def read_archive(archive: Path, name: str) -> tuple[PackFiles, tuple[Finding, ...]]:
    """Return the texts of the pack in an archive, and what is wrong with the archive."""
    data = _data_of(archive)
    if isinstance(data, Message):
        return _nothing(name, data)
    opened = _opened(data)
    if isinstance(opened, Message):
        return _nothing(name, opened)
    with opened:
        found = members(opened.infolist(), name)
        many = [too_many(name)] if len(found.files) > MOST_FILES else []
        limit = min(LARGEST_IN_ALL, MOST_TIMES * len(data))
        excess = _grown(name) if limit < LARGEST_IN_ALL else too_much(name)
        contents = (
            (file.path, _content(opened, file.entry, most_of(file.path)))
            for file in found.files[:MOST_FILES]
        )
        files, others = contents_of(name, contents, limit, excess)
    return files, (*found.findings, *many, *others)


def unread_in(archive: Path) -> tuple[str, ...]:
    """Return the paths of what nothing reads in the pack of an archive, of folders too.

    They are as many as the archive has; of one that is damaged there are none.
    """
    data = _data_of(archive)
    opened = data if isinstance(data, Message) else _opened(data)
    if isinstance(opened, Message):
        return ()
    with opened:
        others = members(opened.infolist(), "").others
    # An archive need not name its folders.
    parents = {f"{above}/" for path in others for above in PurePosixPath(path).parents}
    return (*others, *(parents - {"./", *others}))


def _nothing(name: str, reason: Message) -> tuple[PackFiles, tuple[Finding, ...]]:
    said = message("the archive cannot be read: {reason}", reason=reason)
    return PackFiles(name, MappingProxyType({})), (invalid(said, Place(source=name)),)


def _data_of(archive: Path) -> bytes | Message:
    """Return the bytes of an archive, or why it is not read."""
    try:
        if not stat.S_ISREG(archive.stat().st_mode):
            return message("this is not a file")
        with archive.open("rb") as file:
            data = file.read(LARGEST_ARCHIVE + 1)
    except OSError as error:
        reason = reason_of(error)
        return reason if isinstance(reason, Message) else Message(reason)
    if len(data) > LARGEST_ARCHIVE:
        return message("it has more than {limit} KiB", limit=LARGEST_ARCHIVE // 1024)
    if data.count(_ENTRY) > MOST_ENTRIES:
        return message("it has more than {limit} entries", limit=MOST_ENTRIES)
    return data


def _opened(data: bytes) -> ZipFile | Message:
    try:
        return ZipFile(BytesIO(data))
    except UnicodeDecodeError:
        return message("a name in it is not UTF-8")
    except Exception:  # noqa: BLE001 - it is read from bytes of any kind, and raises of any kind
        return message("it is no .zip file, or damaged")


def _grown(name: str) -> Finding:
    said = message("the archive unpacks to more than {times} times its size", times=MOST_TIMES)
    return invalid(said, Place(source=name))


def _content(opened: ZipFile, entry: ZipInfo, most: int) -> bytes | Message:
    """Return what one entry holds, at most one byte more than is allowed, or why nothing."""
    try:
        with opened.open(entry) as file:
            return file.read(most + 1)
    except Exception:  # noqa: BLE001 - as when it is opened
        return message("it is damaged")
