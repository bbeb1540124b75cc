"""What a template says beside the one it extends, and nobody ever reads: misspelt blocks."""

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.nearest import nearest
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import TEMPLATE_SUFFIX
from summarykit.packs.templates.environment import TemplateEnvironment
from summarykit.packs.templates.loader import PARENT, PackLoader

_MUCH_SHORTER: Final = 3
"""So many times longer is the text that is lost."""
_BLOCK: Final = re.compile(r"{%[-+]?\s*(?:block|extends)\b")


def unprinted(lineage: Lineage) -> Iterator[Finding]:
    """Yield a warning for what templates of the nearest pack say in vain.

    In a template that extends another one, a block is printed only where the other one has it,
    and what stands outside of all blocks never is.
    """
    own = lineage.packs[-1]
    templates = _Templates(lineage)
    for path in own.texts:
        tree = templates.tree(path) if path.endswith(TEMPLATE_SUFFIX) else None
        if tree is None or _extended(tree) is None:
            continue
        known = templates.blocks_below(path, tree)
        for node in tree.body:
            said, hint = None, None
            if isinstance(node, nodes.Block) and known and node.name not in known:
                said = message(
                    "the template that this one extends has no block {name}", name=node.name
                )
                hint = _near(node.name, known)
            elif isinstance(node, nodes.Output) and not _is_blank(node):
                said = message("what stands outside of the blocks is not printed")
            if said:
                place = Place(source=own.source(path), line=node.lineno)
                yield Finding(Severity.WARNING, Code.FILE_UNUSED, said, place, hint)


def replaced(lineage: Lineage) -> Iterator[Finding]:
    """Yield a remark on each template that replaces one of blocks with a block, or with little.

    Without `extends` nothing of the text of the forebear is left, which few mean who only
    change a sentence of it.
    """
    *forebears, own = lineage.packs
    templates = _Templates(lineage)
    for path in own.texts if forebears else ():
        above = Lineage(tuple(forebears))
        tree = templates.tree(path) if above.levels(path) else None
        if tree is None or not path.endswith(TEMPLATE_SUFFIX) or tree.find(nodes.Extends):
            continue
        text = above.packs[above.levels(path)[-1]].texts[path]
        has_block = tree.find(nodes.Block) is not None
        is_short = len(own.texts[path]) * _MUCH_SHORTER < len(text)
        if _BLOCK.search(text) and (has_block or is_short):
            said = message("this template replaces all of the one that it is called like")
            line = f'{{% extends "{PARENT}{path}" %}}'
            hint = message("to keep the rest of it, write as the first line: {line}", line=line)
            place = Place(source=own.source(path), line=1)
            yield Finding(Severity.INFO, Code.FILE_UNUSED, said, place, hint)


class _Templates:
    """The templates of a lineage, as they are parsed."""

    def __init__(self, lineage: Lineage) -> None:
        self._loader = PackLoader(lineage, {})
        self._environment = TemplateEnvironment(self._loader)

    def tree(self, name: str) -> nodes.Template | None:
        """Return a template parsed; nothing of one that is not there or is no template."""
        try:
            text = self._loader.get_source(self._environment, name)[0]
            return self._environment.parse(text)
        except (TemplateNotFound, TemplateSyntaxError):
            return None  # which is said where the pack is read

    def blocks_below(self, name: str, tree: nodes.Template) -> frozenset[str]:
        """Return the blocks of all that a template extends; none where that is not certain."""
        found: set[str] = set()
        seen: set[str] = set()
        above: nodes.Template | None = tree
        while above is not None and (extended := _extended(above)) is not None:
            name = self._loader.joined(extended, name)
            above = self.tree(name)
            if above is None or name in seen:
                return frozenset()
            seen.add(name)
            found |= {block.name for block in above.find_all(nodes.Block)}
        return frozenset(found)


def _extended(tree: nodes.Template) -> str | None:
    """Return the name of the template that one extends, if it says one."""
    extends = tree.find(nodes.Extends)
    named = extends.template if extends else None
    return str(named.value) if isinstance(named, nodes.Const) else None


def _is_blank(output: nodes.Output) -> bool:
    return all(
        isinstance(piece, nodes.TemplateData) and not piece.data.strip()
        for piece in output.nodes
    )


def _near(name: str, known: frozenset[str]) -> Message | None:
    if near := nearest(name, sorted(known)):
        return message("did you mean {name}?", name=near)
    return message("there are: {names}", names=tuple(sorted(known)))
