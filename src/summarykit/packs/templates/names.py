"""The names that the templates of a pack give to values themselves."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from jinja2 import BaseLoader, Environment, nodes

_READING: Final = Environment(autoescape=True)
"""Only reads: which names a text gives is the same with any filters and tests."""


def names_given(loader: BaseLoader) -> frozenset[str]:
    """Return every name that a template sets, loops with, imports or defines.

    A template that is included sees those of the one that includes it, so all may be meant.
    """
    texts = (loader.get_source(_READING, name)[0] for name in loader.list_templates())
    return frozenset(name for text in texts for name in _given(text))


@lru_cache(maxsize=1024)
def _given(text: str) -> frozenset[str]:
    """Return the names that a text gives; reading it takes a while, and heirs share most."""
    return frozenset(_names(_READING.parse(text)))


def _names(tree: nodes.Template) -> Iterator[str]:
    yield from (name.name for name in tree.find_all(nodes.Name) if name.ctx != "load")
    yield from (macro.name for macro in tree.find_all(nodes.Macro))
    yield from (imported.target for imported in tree.find_all(nodes.Import))
    for imported in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in imported.names)
