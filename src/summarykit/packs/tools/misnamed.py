"""Files of a pack to whose names an editor has added an ending, which machines hide."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.packs.places.files import MOST_FILES
from summarykit.packs.places.paths import LAYOUT, MANIFEST, READ_SUFFIXES, TERMS

_ADDED: Final = (".txt", ".TXT")
_NAMES: Final = (MANIFEST, LAYOUT, TERMS)


def misnamed(folder: Path, name: str) -> Iterator[Finding]:
    """Yield a warning for each file in the folder of the pack `name` that ends in .txt, too."""
    files = sorted(islice((p for end in _ADDED for p in folder.rglob(f"*{end}")), MOST_FILES))
    for path in files:
        bare = path.with_suffix("")
        meant = bare.name if bare.suffix in READ_SUFFIXES else f"{bare.name}.toml"
        if bare.suffix in READ_SUFFIXES or meant in _NAMES:
            said = message("nothing reads this file")
            hint = message(
                "call it {name}; if the ending is not shown, have the file manager show it",
                name=meant,
            )
            place = Place(source=f"{name}/{path.relative_to(folder).as_posix()}")
            yield Finding(Severity.WARNING, Code.FILE_UNUSED, said, place, hint)
