"""The names that the templates of a pack give to values themselves."""

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import Environment, nodes


@lru_cache(maxsize=8)
def names_given(environment: Environment) -> frozenset[str]:
    """Return every name that a template sets, loops with, imports or defines.

    A template that is included sees those of the one that includes it, so all may be meant.
    All are read for it, which takes a while: once for a pack, whatever is wrong with it.
    """
    loader = environment.loader
    if loader is None:
        return frozenset()
    trees = (
        environment.parse(loader.get_source(environment, template)[0])
        for template in loader.list_templates()
    )
    return frozenset(name for tree in trees for name in _given(tree))


def _given(tree: nodes.Template) -> Iterator[str]:
    yield from (name.name for name in tree.find_all(nodes.Name) if name.ctx != "load")
    yield from (macro.name for macro in tree.find_all(nodes.Macro))
    yield from (imported.target for imported in tree.find_all(nodes.Import))
    for imported in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in imported.names)
