"""Where a pack comes from: a folder, by path or by name."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summarykit.diagnostics import Finding
from summarykit.packs.files import PackFiles, Stamp, bundled, read_files, stamp_of

MANIFEST = "pack.toml"


class PackSource(Hashable, Protocol):
    """A place that holds one pack."""

    @property
    def name(self) -> str:
        """What findings call the pack."""

    def stamp(self) -> Stamp:
        """Return what differs as soon as a file of the pack has been changed."""

    def read(self) -> tuple[PackFiles, tuple[Finding, ...]]:
        """Return the files of the pack, and what is wrong with them."""

    def beside(self, name: str) -> "PackSource | None":
        """Return the pack of that name that lies in the same place, if there is one."""


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A pack in a folder."""

    folder: Path

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.name

    def stamp(self) -> Stamp:
        """Return the times and sizes of the files."""
        return stamp_of(self.folder)

    def read(self) -> tuple[PackFiles, tuple[Finding, ...]]:
        """Return the texts in the folder, and what is no text of its own."""
        return read_files(self.folder)

    def beside(self, name: str) -> PackSource | None:
        """Return the pack in the folder of that name beside this one."""
        return _at(self.folder.parent / name)


def find_pack(name: str) -> PackSource | None:
    """Return the pack given by path or, for one that ships with us, by name.

    Raises:
        OSError: There is none, and the system refused to look for it.
    """
    refused: OSError | None = None
    for path in (Path(name), bundled("templates") / name):
        try:
            if found := _at(path):
                return found
        except OSError as error:
            refused = refused or error
    if refused:
        raise refused
    return None


def find_parent(name: str, child: PackSource) -> PackSource | None:
    """Return the pack that `child` extends: the one beside it, else one that ships with us."""
    return child.beside(name) or _at(bundled("templates") / name)


def _at(path: Path) -> PackSource | None:
    return FolderSource(path.resolve()) if (path / MANIFEST).is_file() else None
