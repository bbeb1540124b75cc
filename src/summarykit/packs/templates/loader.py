"""Gives jinja2 the templates of a lineage by name; there is no path out of them.

A template is called by its path, and the nearest pack that has one of that path counts. What an
heir has replaced is still there for it as `parent/<path>`: it can extend it and change a block.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from jinja2 import BaseLoader, Environment, TemplateNotFound

from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import TEMPLATE_SUFFIX

PARENT: Final = "parent/"
_LEVEL: Final = ":"
"""Between the name of a pack and a path: the name of a template that an heir has replaced."""


class Line(NamedTuple):
    """A template that stands in a report: what it says, and how findings call its file."""

    text: str
    source: str


class PackLoader(BaseLoader):
    """Finds templates by their names, and knows in which file each stands."""

    def __init__(self, lineage: Lineage, lines: Mapping[str, Line]) -> None:
        self._lineage = lineage
        self._lines = lines
        self._levels = {
            path: lineage.levels(path)
            for path in lineage.paths()
            if path.endswith(TEMPLATE_SUFFIX)
        }
        self._replaced = dict(self._names_of_replaced())

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, the name findings give it, and that it is current."""
        del environment
        if template in self._lines:
            line = self._lines[template]
            return line.text, line.source, lambda: True
        place = self._place(template)
        if place is None:
            raise TemplateNotFound(template)
        level, path = place
        files = self._lineage.packs[level]
        return files.texts[path], files.source(path), lambda: True

    def source(self, template: str) -> str:
        """Return how findings call the file of a template."""
        if template in self._lines:
            return self._lines[template].source
        level, path = self._place(template) or (-1, template)
        return self._lineage.packs[level].source(path)

    def list_templates(self) -> list[str]:
        """Return the names of all templates: those that count, replaced ones, and lines."""
        return [*self._levels, *self._replaced, *self._lines]

    def joined(self, template: str, within: str) -> str:
        """Return the name of the template that `within` calls `template`."""
        if not template.startswith(PARENT):
            return template
        path = template.removeprefix(PARENT)
        own, _ = self._place(within) or (len(self._lineage.packs), "")
        below = [level for level in self._levels.get(path, ()) if level < own]
        return self._name(below[-1], path) if below else template

    def _place(self, template: str) -> tuple[int, str] | None:
        """Return the level and the path of a template."""
        if template in self._levels:
            return self._levels[template][-1], template
        return self._replaced.get(template)

    def _name(self, level: int, path: str) -> str:
        if level == self._levels[path][-1]:
            return path
        return f"{self._lineage.packs[level].name}{_LEVEL}{path}"

    def _names_of_replaced(self) -> Iterator[tuple[str, tuple[int, str]]]:
        for path, levels in self._levels.items():
            for level in levels[:-1]:
                yield self._name(level, path), (level, path)
