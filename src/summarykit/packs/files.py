"""Where packs lie and what is in them: a folder read once into memory."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.system_errors import reason_of

TEMPLATE_SUFFIX = ".j2"
LARGEST: Final = 1024 * 1024
MOST_FILES: Final = 2_000
_READ = (".toml", TEMPLATE_SUFFIX)

Stamp = tuple[tuple[str, int, int, int], ...]
"""What tells whether the files of a pack have changed."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The texts of a pack by their path inside it, and the name findings give the pack."""

    name: str
    texts: Mapping[str, str]

    def source(self, path: str) -> str:
        """Return how findings call the file at `path`: `zh/reports/annual.toml`."""
        return f"{self.name}/{path}"

    def templates(self) -> tuple[str, ...]:
        """Return the paths of all templates."""
        return tuple(path for path in self.texts if path.endswith(TEMPLATE_SUFFIX))


def bundled(folder: str) -> Path:
    """Return where a folder that ships with us lies: in the package, or in the checkout."""
    package = Path(__file__).parents[1]
    inside = package / "_bundled" / folder
    return inside if inside.is_dir() else package.parents[1] / folder


def bundled_packs() -> tuple[str, ...]:
    """Return the names of the packs that ship with us."""
    return tuple(sorted(path.parent.name for path in bundled("templates").glob("*/pack.toml")))


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
        found += [f"{inside}/{name}" for name in sorted(names) if name.endswith(_READ)]
        if len(found) > MOST_FILES:
            break
    return sorted(found)[: MOST_FILES + 1]


def read_files(folder: Path) -> tuple[PackFiles, tuple[Finding, ...]]:
    """Return the texts of the pack in `folder`; what is no text of its own is a finding."""
    root = folder.resolve()
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    paths = _paths(root)
    if len(paths) > MOST_FILES:
        said = message("a pack has at most {limit} files", limit=MOST_FILES)
        findings.append(_invalid(said, Place(source=root.name)))
    for path in map(Path, paths[:MOST_FILES]):
        inner = path.relative_to(root).as_posix()
        text = _text_of(path, root)
        if isinstance(text, str):
            texts[inner] = text
        else:
            said = message("this file of the pack cannot be read: {reason}", reason=text)
            findings.append(_invalid(said, Place(source=f"{root.name}/{inner}")))
    return PackFiles(root.name, MappingProxyType(texts)), tuple(findings)


def _text_of(path: Path, root: Path) -> str | Message:
    """Return the text of one file, or why it is not read."""
    try:
        if not path.resolve().is_relative_to(root) and not _ships_with_us(root):
            return message("it lies outside the folder of the pack")
        # A pipe would keep whoever opens it waiting.
        if not stat.S_ISREG(path.stat().st_mode):
            return message("this is not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = reason_of(error)
        return reason if isinstance(reason, Message) else Message(reason)
    if len(data) > LARGEST:
        return message("it has more than {limit} KiB", limit=LARGEST // 1024)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return message("line {line} is not UTF-8", line=line)


def _ships_with_us(root: Path) -> bool:
    # Some installers link the files of a package into the place where it is installed.
    return root.is_relative_to(bundled("templates").resolve())


def _invalid(said: Message, place: Place) -> Finding:
    return Finding(Severity.ERROR, Code.PACK_INVALID, said, place)
