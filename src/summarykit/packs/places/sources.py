"""Where a pack comes from: a folder, an archive, an installed distribution; all are alike."""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from summarykit.diagnostics import Finding
from summarykit.packs.places import archives, folders
from summarykit.packs.places.files import PackFiles, Stamp, bundled
from summarykit.packs.places.installed import installed_packs
from summarykit.packs.places.paths import MANIFEST

_MOST_BESIDE: Final = 1_000
"""The most files of a folder that are looked at for a pack with a name like another one."""


class PackSource(Hashable, Protocol):
    """A place that holds one pack."""

    @property
    def name(self) -> str:
        """What findings call the pack."""

    def stamp(self) -> Stamp:
        """Return what differs as soon as a file of the pack has been changed."""

    def read(self) -> tuple[PackFiles, tuple[Finding, ...]]:
        """Return the files of the pack, and what is wrong with them."""

    def unread(self) -> tuple[str, ...]:
        """Return the paths of what nothing reads in it, those of folders with a slash."""

    def beside(self, name: str) -> "PackSource | None":
        """Return the pack of that name that lies in the same place, if there is one."""


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A pack in a folder."""

    folder: Path
    called: str = ""
    """The name of the pack where it is not that of the folder."""

    @property
    def name(self) -> str:
        """The name of the pack."""
        return self.called or folders.legible(self.folder.name)

    def stamp(self) -> Stamp:
        """Return the times and sizes of the files."""
        return folders.stamp_of(self.folder)

    def read(self) -> tuple[PackFiles, tuple[Finding, ...]]:
        """Return the texts in the folder, and what is no text of its own."""
        return folders.read_folder(self.folder, self.name)

    def unread(self) -> tuple[str, ...]:
        """Return what in the folder is neither a text of the pack nor its letterhead."""
        return folders.unread_in(self.folder)

    def beside(self, name: str) -> PackSource | None:
        """Return the pack in the folder or archive of that name beside this folder."""
        return _beside(self.folder, name)


@dataclass(frozen=True, slots=True)
class ArchiveSource:
    """A pack in a .zip file."""

    archive: Path

    @property
    def name(self) -> str:
        """The name of the archive, without `.zip`."""
        return folders.legible(self.archive.stem)

    def stamp(self) -> Stamp:
        """Return the time and size of the archive."""
        return archives.stamp_of(self.archive)

    def read(self) -> tuple[PackFiles, tuple[Finding, ...]]:
        """Return the texts in the archive, and what is wrong with it."""
        return archives.read_archive(self.archive, self.name)

    def unread(self) -> tuple[str, ...]:
        """Return what in the archive is neither a text of the pack nor its letterhead."""
        return archives.unread_in(self.archive)

    def beside(self, name: str) -> PackSource | None:
        """Return the pack in the folder or archive of that name beside this archive."""
        return _beside(self.archive, name)


def find_pack(name: str) -> PackSource | None:
    """Return the pack given by path, that of a folder or of a .zip file, or by name.

    Of a name, the pack that ships with us comes before one that is installed.

    Raises:
        OSError: There is none, and the system refused to look for it.
    """
    refused: OSError | None = None
    for path in (Path(name), bundled("templates") / name):
        try:
            if found := source_at(path):
                return found
        except OSError as error:
            refused = refused or error
    if found := _installed(name):
        return found
    if refused:
        raise refused
    return None


def archive_called(name: str) -> str | None:
    """Return the path of the .zip file that somebody names without its ending, if it is one."""
    path = Path(f"{name.rstrip('/')}{archives.SUFFIX}")
    try:
        return str(path) if path.is_file() else None
    except (OSError, ValueError):  # no path, or nobody may look there
        return None


def is_folder(name: str) -> bool:
    """Return whether there is a folder of that path."""
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):  # no path, or nobody may look there
        return False


def packs_beside(name: str) -> tuple[str, ...]:
    """Return the paths of the packs in the folder in which somebody looks for one in vain."""
    try:
        inside = Path(name).parent
        packs = (path for path in islice(inside.iterdir(), _MOST_BESIDE) if source_at(path))
        # Spelt as the path that is asked for, ./ and all.
        return tuple(sorted(f"{name[: -len(Path(name).name)]}{path.name}" for path in packs))
    except (OSError, ValueError):
        return ()


def find_parent(name: str, child: PackSource) -> PackSource | None:
    """Return the pack that `child` extends.

    Looked for beside the child (a folder, then a .zip file), among the packs that are
    installed, and last among those that ship: who puts a pack beside another means that one.
    """
    return child.beside(name) or _installed(name) or source_at(bundled("templates") / name)


def source_at(path: Path) -> PackSource | None:
    """Return the pack in the folder or .zip file at `path`, if there is one.

    Raises:
        OSError: The system refused to look for it.
    """
    if (path / MANIFEST).is_file():
        return FolderSource(path.resolve())
    if path.suffix.lower() == archives.SUFFIX and path.is_file():
        return ArchiveSource(path.resolve())
    return None


def _beside(place: Path, name: str) -> PackSource | None:
    near = place.parent
    return source_at(near / name) or source_at(near / f"{name}{archives.SUFFIX}")


def _installed(name: str) -> PackSource | None:
    folder = installed_packs().get(name)
    return None if folder is None else FolderSource(folder, name)
