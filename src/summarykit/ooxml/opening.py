"""From bytes to the parts of a Word file: nothing in it is believed, followed or unfolded.

An archive can be made to unfold into gigabytes, and XML can be made to name other files. Here
both end in a finding before anything large is in memory.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.ooxml.elements import STRICT, w
from summarykit.ooxml.measures import count_lengths

LARGEST_FILE: Final = 64 * 1024 * 1024
_LARGEST_PART: Final = 64 * 1024 * 1024
_LARGEST_IN_ALL: Final = 256 * 1024 * 1024
_MOST_PARTS: Final = 4096
# Text shrinks to about a tenth; a picture hardly at all. Small parts may be all blanks.
_MOST_RATIO: Final = 200
_SMALL: Final = 1024 * 1024
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MAIN: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_KINDS: Final = ((b"{\\rtf", "RTF"), (b"%PDF", "PDF"), (b"<html", "HTML"), (b"<!DOC", "HTML"))
_DECLARED: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SAVE_AGAIN: Final = message("open it in Word or WPS and save it as .docx")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read: its largest part, all parts together, how many of them."""

    part: int
    in_all: int
    parts: int


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that are looked at, parsed; all names in `names`."""

    parts: Mapping[str, Element]
    names: frozenset[str]
    main: str
    """The name of the part that the text stands in."""

    def part(self, name: str) -> Element | None:
        """Return the root of the part, or nothing."""
        return self.parts.get(name)


def opened(
    data: bytes, source: str | None = None, limits: Limits | None = None
) -> Package | Finding:
    """Return the parts of the Word file `data`, or the finding that says why there are none."""
    place = Place(source)
    if not data:
        return _refused(place, message("the file is empty"), None, Code.FILE_EMPTY)
    if wrong := _wrong_kind(data):
        return _refused(place, *wrong)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, place, limits or _usual())
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        said = message("the file is damaged: it cannot be unpacked")
    except RuntimeError:  # what the standard library raises for a part with a password
        said = message("the file is locked with a password")
    return _damaged(place, said)


def other_part(data: bytes, name: str, most: int) -> bytes:
    """Return the bytes of a part of a file that has been opened, at most one more than `most`.

    What cannot be unpacked is empty.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as part:
            return part.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError):
        return b""


def _usual() -> Limits:
    return Limits(_LARGEST_PART, _LARGEST_IN_ALL, _MOST_PARTS)


def _wrong_kind(data: bytes) -> tuple[Message, Message | None] | None:
    """Return what is said of a file that is no .docx at all."""
    if data.startswith(_OLD):
        return _old(data)
    for start, kind in _KINDS:
        if data.lstrip()[:5].lower().startswith(start.lower()):
            return message("this is a {kind} file, not a Word file", kind=kind), _SAVE_AGAIN
    if data.startswith(b"PK"):
        return None
    return message("this is not a Word file (.docx)"), _SAVE_AGAIN


def _old(data: bytes) -> tuple[Message, Message | None]:
    """Return what is said of an archive of the old form, which also holds what is locked."""
    if _ENCRYPTED in data[:_SMALL]:
        said = message("the file is locked with a password")
        return said, message("open it in Word and save a copy without a password")
    return message("this is a file of the old form (.doc or .wps)"), _SAVE_AGAIN


def _read(archive: zipfile.ZipFile, place: Place, limits: Limits) -> Package | Finding:
    entries = archive.infolist()
    if wrong := _too_much(entries, limits):
        return _damaged(place, wrong)
    if any(entry.flag_bits & 1 for entry in entries):
        return _damaged(place, message("the file is locked with a password"))
    names = frozenset(entry.filename for entry in entries)
    main = _main_part(archive, names)
    parts: dict[str, Element] = {}
    for name in sorted(names):
        if name != main and not _looked_at(name, posixpath.dirname(main)):
            continue
        part = parsed(archive.read(name), name)
        if isinstance(part, Message):
            return _damaged(place, part)
        parts[name] = part
    if main not in parts or (main != _MAIN and parts[main].tag != w("document")):
        said = message("this is an archive without a Word document in it")
        return _refused(place, said, _SAVE_AGAIN)
    return Package(parts, names, main)


def _main_part(archive: zipfile.ZipFile, names: frozenset[str]) -> str:
    """Return the part that the file says is its text, else what Word calls that (11.3.10)."""
    root = parsed(archive.read(_RELATIONS), _RELATIONS) if _RELATIONS in names else ()
    for each in () if isinstance(root, Message) else root:
        target = posixpath.normpath(posixpath.join("/", str(each.get("Target", ""))))
        kind = str(each.get("Type", "")).rpartition("/")[2]
        if kind == "officeDocument" and target.lstrip("/") in names:
            return target.lstrip("/")
    return _MAIN


def _too_much(entries: list[zipfile.ZipInfo], limits: Limits) -> Message | None:
    if len(entries) > limits.parts:
        return message("the file has {count} parts, more than are read", count=len(entries))
    for entry in entries:
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > limits.part or (entry.file_size > _SMALL and ratio > _MOST_RATIO):
            size = entry.file_size // (1024 * 1024)
            return message(
                "{part} would unfold to {size} MiB", part=entry.filename[:60], size=size
            )
    if sum(entry.file_size for entry in entries) > limits.in_all:
        return message("the parts of the file are too large together")
    return None


def _looked_at(name: str, folder: str) -> bool:
    """Return whether a part is read: text of the document and what says how it looks.

    `folder` is that of the main part, which may lie beside the content types.
    """
    beside = f"{folder}/" if folder else ""
    within = name.startswith((beside, "word/", "docProps/", "_rels/"))
    outside = ("word/media/", "word/embeddings/", "word/fonts/", "word/glossary/")
    return within and name.endswith((".xml", ".rels")) and not name.startswith(outside)


def parsed(data: bytes, name: str) -> Element | Message:
    """Return the root of a part, or what is wrong with it; no entity of it is unfolded."""
    said = message("the part {part} of the file is damaged", part=name[:60])
    if _DECLARED.search(data) or _DECLARED.search(data.replace(b"\0", b"")):
        return message(
            "the part {part} declares entities, as no Word file does", part=name[:60]
        )
    if b"purl.oclc.org/ooxml" in data[:8192]:
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return said
    count_lengths(root)
    return root


def _refused(
    place: Place, said: Message, hint: Message | None, code: Code = Code.FORMAT_UNKNOWN
) -> Finding:
    return Finding(Severity.ERROR, code, said, place, hint)


def _damaged(place: Place, said: Message) -> Finding:
    hint = message("open it in Word and save it anew, or ask for another copy")
    return Finding(Severity.ERROR, Code.X01, said, place, hint)
