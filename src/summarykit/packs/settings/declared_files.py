"""The TOML files of a lineage: read, merged, and with the place of each of their values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.layout import judged_with
from summarykit.model.added import OUR_OWN, Vocabulary
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import LAYOUT
from summarykit.packs.reference.laying import with_reference
from summarykit.packs.settings.merging import Layer, Merged, Source, merge
from summarykit.packs.settings.toml_lines import line_of
from summarykit.packs.settings.toml_texts import Table

MOST_FINDINGS: Final = 100
"""The most findings about one file; nobody reads more, and each looks for its line."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the files of one path declare together."""

    path: str
    lineage: Lineage
    merged: Merged

    @property
    def table(self) -> Table:
        """The merged table."""
        return self.merged.table

    def place(self, keys: Path) -> Place:
        """Return the file and line of the value at `keys`, or of what stands around it."""
        layers = self.layers(keys)
        if not layers:
            return Place(source=self.lineage.source(self.path), path=keys)
        return self.place_of(layers[-1], keys)

    def nearest(self, several: Iterable[Path]) -> Place:
        """Return the place of that one of several values which the nearest pack says.

        What is wrong with them together is its doing. Of those of one pack, the first counts.
        """
        return self.place(max(several, key=self._level))

    def _level(self, keys: Path) -> int:
        layers = self.layers(keys)
        return layers[-1].origin.level if layers else -1

    def place_of(self, layer: Layer, keys: Path) -> Place:
        """Return the file and line of the value of one level at `keys`."""
        level, inside, other = layer.origin
        files = self.lineage.packs[level]
        if other:  # a Word file has no lines
            return Place(files.source(other), path=keys)
        text = files.texts.get(self.path, "")
        return Place(files.source(self.path), line_of(text, inside), path=keys)

    def layers(self, keys: Path) -> tuple[Layer, ...]:
        """Return the values of all levels at `keys`, or around it, the nearest level last."""
        for size in range(len(keys), 0, -1):
            if found := self.merged.origins.get(keys[:size]):
                return found
        return ()

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings about the merged table with the file and line that they are about."""
        for found in islice(findings, MOST_FINDINGS):
            yield replace(found, at=self.nearest((found.at.path, *judged_with(found))))


@dataclass(slots=True)
class DeclaredFiles:
    """Reads the TOML files of a lineage, keeping what is wrong with them."""

    lineage: Lineage
    findings: list[Finding] = field(default_factory=list)
    vocabulary: Vocabulary = OUR_OWN
    """The kinds that they may name, once it is known what the pack adds."""

    def read(self, path: str) -> Declaration | None:
        """Return what the files at `path` declare, unless there are none or one is broken."""
        levels = self.lineage.levels(path)
        tables = [(level, self._table(level, path)) for level in levels]
        sound = [(Source(level), table) for level, table in tables if table is not None]
        if not levels:
            said = message("the pack has no file {path}", path=path)
            self.wrong(said, Place(source=self.lineage.source(path)))
        if not levels or len(sound) < len(tables):
            return None
        if path == LAYOUT:
            sound, found = with_reference(self.lineage, sound)
            self.findings.extend(found)
        declaration = Declaration(path, self.lineage, merge(sound))
        for said, origin in declaration.merged.misplaced[:MOST_FINDINGS]:
            layer = Layer(None, origin)
            self.wrong(said, declaration.place_of(layer, origin.path))
        return declaration

    def own(self, level: int, path: str) -> Declaration | None:
        """Return what the file of one level alone declares."""
        if path not in self.lineage.packs[level].texts:
            said = message("the pack has no file {path}", path=path)
            self.wrong(said, Place(source=self.lineage.packs[level].source(path)))
            return None
        table = self._table(level, path)
        return (
            None
            if table is None
            else Declaration(path, self.lineage, merge([(Source(level), table)]))
        )

    def wrong(self, said: Message, place: Place) -> None:
        """Keep that something is wrong with the pack."""
        self.findings.append(Finding(Severity.ERROR, Code.PACK_INVALID, said, place))

    def _table(self, level: int, path: str) -> Table | None:
        table = self.lineage.packs[level].table(path)
        if isinstance(table, Finding):
            self.findings.append(table)
            return None
        return table
