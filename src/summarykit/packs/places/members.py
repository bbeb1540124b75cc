"""The entries of an archive: which are files of a pack, and which no honest archive has.

What stands in an archive is never written to the disk, so none of this could do harm here.
It is refused all the same: an archive with such an entry was made to do harm elsewhere, or
would hold another pack on another machine.
"""

import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from summarykit.diagnostics import Finding, Message, Place, message
from summarykit.packs.places.files import invalid, unread
from summarykit.packs.places.paths import MANIFEST, READ_SUFFIXES, REFERENCE

_ENCRYPTED: Final = 0x1
_UTF_8: Final = 0x800
_METHODS: Final = (ZIP_STORED, ZIP_DEFLATED)
"""Others unpack whole blocks of any size at once."""
_KINDS: Final = (0, stat.S_IFREG, stat.S_IFDIR)
_OF_A_MAC: Final = "__MACOSX"
"""The folder in which a Mac keeps the icons and dates of the files."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the pack in the archive, by its path inside the pack."""

    path: str
    entry: ZipInfo


@dataclass(slots=True)
class Members:
    """The files of a pack among the entries of an archive, and what is wrong with those."""

    files: list[Member] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """The paths inside the pack of what nothing reads, those of folders with a slash."""
    findings: list[Finding] = field(default_factory=list)


def members(entries: Iterable[ZipInfo], archive: str) -> Members:
    """Return the files of the pack: at the top of the archive, or in one folder at its top.

    Findings (pack-invalid): names that lead out of the archive, links, names that are no UTF-8
    or stand for the same file on some systems, packs beside one another, encrypted files.
    """
    found = Members()
    sound: list[tuple[str, ZipInfo]] = []
    others: list[str] = []
    for entry in entries:
        name = _name(entry)
        if wrong := _unsafe(name, entry):
            said = message("{found} in the archive: {reason}", found=_shown(name), reason=wrong)
            found.findings.append(invalid(said, Place(source=archive)))
        elif _is_read(name):
            sound.append((name, entry))
        else:
            others.append(name)
    top = _top([name for name, _ in sound], archive, found.findings)
    inside = [(name[len(top) :], entry) for name, entry in sound if name.startswith(top)]
    inside = [(path, entry) for path, entry in inside if _is_of_a_pack(path)]
    found.files = list(_files(inside, archive, found.findings))
    found.others = [name[len(top) :] for name in others if name.startswith(top)]
    return found


def _name(entry: ZipInfo) -> str:
    """Return the name as it stands in the archive; those that are no UTF-8 hold U+FFFD."""
    if entry.flag_bits & _UTF_8:
        return entry.orig_filename
    # Without the flag the name is said to be in the code page of the first PC; it hardly is.
    return entry.orig_filename.encode("cp437", "replace").decode("utf-8", "replace")


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "�" for sign in name[:80])


def _unsafe(name: str, entry: ZipInfo) -> Message | None:
    """Return why no honest archive has an entry of that name and kind."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if stat.S_ISLNK(kind):
        return message("it is a link")
    if kind not in _KINDS:
        return message("this is not a file")
    if "\\" in name:
        return message("a backslash separates no folders in an archive")
    if any(unicodedata.category(sign) == "Cc" for sign in name):
        return message("its name has a control character")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or PureWindowsPath(name).drive:
        return message("its name leads out of the archive")
    return None


def _is_read(name: str) -> bool:
    hidden = any(part.startswith(".") or part == _OF_A_MAC for part in name.split("/"))
    return name.endswith((*READ_SUFFIXES, REFERENCE)) and not hidden


def _is_of_a_pack(path: str) -> bool:
    """Return whether a file is read: of Word files only the one beside the manifest."""
    return path.endswith(READ_SUFFIXES) or path == REFERENCE


def _top(names: list[str], archive: str, findings: list[Finding]) -> str:
    """Return the folder in the archive that holds the pack, with a slash; none is the top."""
    if MANIFEST in names:
        return ""
    tops = [
        name.removesuffix(MANIFEST)
        for name in dict.fromkeys(names)
        if name.count("/") == 1 and name.endswith(f"/{MANIFEST}")
    ]
    if len(tops) > 1:
        told = tuple(_shown(top.removesuffix("/")) for top in tops[:5])
        said = message("more than one pack is in the archive: {names}", names=told)
        findings.append(invalid(said, Place(source=archive)))
    return tops[0] if len(tops) == 1 else ""


def _files(
    entries: Iterable[tuple[str, ZipInfo]], archive: str, findings: list[Finding]
) -> Iterator[Member]:
    seen: dict[str, str] = {}
    for path, entry in entries:
        alike = unicodedata.normalize("NFC", path).casefold()
        source = f"{archive}/{_shown(path)}"
        if alike in seen:
            said = message("{found} is in the archive a second time", found=_shown(path))
            if path != seen[alike]:
                said = message(
                    "{found} and {other} are the same file on some systems",
                    found=_shown(path),
                    other=_shown(seen[alike]),
                )
            findings.append(invalid(said, Place(source=source)))
        elif wrong := _unreadable(path, entry):
            findings.append(unread(source, wrong))
        else:
            yield Member(path, entry)
        seen.setdefault(alike, path)


def _unreadable(path: str, entry: ZipInfo) -> Message | None:
    if "�" in path:
        return message("its name is not UTF-8")
    if entry.flag_bits & _ENCRYPTED:
        return message("it is encrypted")
    if entry.compress_type not in _METHODS:
        return message("it is packed in an unusual way; pack it anew")
    return None
