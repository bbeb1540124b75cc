"""What a pack is in memory: its texts by their paths, and how much of them there may be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.packs.places.paths import MANIFEST, REFERENCE
from summarykit.packs.settings.toml_texts import Table, parsed

LARGEST: Final = 64 * 1024
"""The most bytes a file of a pack may have; the largest of the one that ships has 28 000."""
LARGEST_REFERENCE: Final = 2 * 1024 * 1024
"""The most bytes of a `reference.docx`: a letterhead has a picture or two."""
LARGEST_IN_ALL: Final = 1024 * 1024
"""The most bytes the files of a pack, and of all it extends, may have together.

The pack that ships has a quarter of it, and takes a second to compile.
"""
MOST_FILES: Final = 2_000
"""The most files a pack may have, alone and with all it extends."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NO_UTF_8: Final = message("line {line} is not UTF-8").text
_TO_UTF_8: Final = message(
    "save it as UTF-8: in Notepad choose Save as, and UTF-8 as the encoding"
).text

Stamp = tuple[tuple[str, int, int, int], ...]
"""What tells whether the files of a pack have changed."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The texts of a pack by their path inside it, and the name findings give the pack."""

    name: str
    texts: Mapping[str, str]
    reference: bytes | None = field(default=None, repr=False)
    """The bytes of its `reference.docx`, if it has one."""
    _tables: dict[str, Table | Finding] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def size(self) -> int:
        """How many bytes all texts have together."""
        return sum(len(text.encode()) for text in self.texts.values())

    def table(self, path: str) -> Table | Finding:
        """Return the tables of a TOML file, which nobody changes, or what is wrong with it.

        It is read once, for the pack and for all that extend it; a missing file is empty.
        """
        if path not in self._tables:
            self._tables[path] = parsed(self.texts.get(path, ""), self.source(path))
        return self._tables[path]

    def source(self, path: str) -> str:
        """Return how findings call the file at `path`: `zh/reports/annual.toml`."""
        return f"{self.name}/{path}"


def bundled(folder: str) -> Path:
    """Return where a folder that ships with us lies: in the package, or in the checkout."""
    package = Path(__file__).parents[2]
    inside = package / "_bundled" / folder
    return inside if inside.is_dir() else package.parents[1] / folder


def bundled_packs() -> tuple[str, ...]:
    """Return the names of the packs that ship with us."""
    found = bundled("templates").glob(f"*/{MANIFEST}")
    return tuple(sorted(path.parent.name for path in found))


def most_of(path: str) -> int:
    """Return how many bytes the file of that path may have."""
    return LARGEST_REFERENCE if path == REFERENCE else LARGEST


def contents_of(
    name: str, contents: Iterable[tuple[str, bytes | Message]], limit: int, excess: Finding
) -> tuple[PackFiles, list[Finding]]:
    """Return what the pack `name` holds, and what is wrong with its files.

    `contents` holds what each file has, or why it has nothing. With more than `limit` bytes of
    texts together the rest is not looked at, and `excess` says so.
    """
    texts: dict[str, str] = {}
    reference: bytes | None = None
    findings: list[Finding] = []
    size = 0
    for path, data in contents:
        size += len(data) if isinstance(data, bytes) and path != REFERENCE else 0
        if size > limit:
            findings.append(excess)
            break
        match _held(path, data):
            case str() as text:
                texts[path] = text
            case bytes() as reference:
                pass
            case Message() as reason:
                findings.append(unread(f"{name}/{path}", reason))
    return PackFiles(name, MappingProxyType(texts), reference), findings


def _held(path: str, data: bytes | Message) -> str | bytes | Message:
    """Return the text of a file, the bytes of a `reference.docx`, or why it is not read."""
    if isinstance(data, Message):
        return data
    if len(data) > most_of(path):
        return message("it has more than {limit} KiB", limit=most_of(path) // 1024)
    return data if path == REFERENCE else _text_of(data)


def _text_of(data: bytes) -> str | Message:
    """Return the text that bytes of a file are, or why they are none."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return message(_NO_UTF_8, line=line)
    # With some of them values leave their marks in a filled text; nobody else may write those.
    if control := _CONTROL.search(text):
        return message(
            "line {line} has the control character {code_point}",
            line=text.count("\n", 0, control.start()) + 1,
            code_point=f"U+{ord(control.group()):04X}",
        )
    return text


def too_many(source: str) -> Finding:
    """Return the finding for a pack of more files than one may have."""
    said = message("a pack has at most {limit} files", limit=MOST_FILES)
    return invalid(said, Place(source=source))


def too_much(source: str) -> Finding:
    """Return the finding for a pack whose files are too large together."""
    limit = LARGEST_IN_ALL // 1024
    said = message("the files of the pack have more than {limit} KiB together", limit=limit)
    return invalid(said, Place(source=source))


def unread(source: str, reason: Message | str) -> Finding:
    """Return the finding for a file of a pack that cannot be read."""
    said = message("this file of the pack cannot be read: {reason}", reason=reason)
    found = invalid(said, Place(source=source))
    is_encoding = isinstance(reason, Message) and reason.text == _NO_UTF_8
    return replace(found, hint=message(_TO_UTF_8)) if is_encoding else found


def invalid(said: Message, place: Place) -> Finding:
    """Return the finding that something is wrong with a pack."""
    return Finding(Severity.ERROR, Code.PACK_INVALID, said, place)
