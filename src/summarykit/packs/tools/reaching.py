"""Which files of a pack nothing uses: templates that no report reaches, files nobody reads."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.l10n.nearest import nearest
from summarykit.model.kinds import DifficultyKind
from summarykit.packs.kinds import known_kinds
from summarykit.packs.manifest import ReportSpec
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    TEMPLATE_SUFFIX,
    TERMS,
)
from summarykit.packs.templates.environment import TemplateEnvironment
from summarykit.packs.templates.loader import PARENT, PackLoader

_CALLED_BY_RULE: Final = (r"measures/.*\.md\.j2", r"items/.*\.md\.j2")
"""Templates whose names are made of the kind of what is told."""
_ANYTHING: Final = ".*"
_REMARK: Final = re.compile(r"{#.*?#}", re.DOTALL)
_NAMING: Final = re.compile(r"{%[-+]?\s*(?:include|extends|import|from)\b.*?%}", re.DOTALL)
"""The tags of a template that name another one."""
_Use = nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport


def unused_files(lineage: Lineage, reports: Iterable[ReportSpec]) -> Iterator[Finding]:
    """Yield a warning for each file of the nearest pack that nothing uses.

    A template is used when a section, or a used template by `include`, `import` or `extends`,
    names it; other files, when they are called like a file of a pack.
    """
    specs = tuple(reports)
    own = lineage.packs[-1]
    has_templates = any(path.endswith(TEMPLATE_SUFFIX) for path in own.texts)
    reached = Reach(lineage).of(specs) if has_templates else frozenset()
    forebears = Lineage(lineage.packs[:-1])
    added = [f"measures/{one.value}.md.j2" for one in known_kinds(lineage).added_measures]
    for path in own.texts:
        if path.endswith(TEMPLATE_SUFFIX):
            unused = path not in reached
            said = message("no report uses this template")
        else:
            unused = path not in _files_read(specs)
            said = message("nothing reads this file")
        if unused:
            # A slip of the name of what a forebear has is likelier than a file left over.
            meant = (*forebears.paths(), *added)
            near = nearest(path, (p for p in meant if p not in own.texts))
            hint = message("did you mean {name}?", name=near) if near else None
            place = Place(source=own.source(path))
            yield Finding(Severity.WARNING, Code.FILE_UNUSED, said, place, hint)


def _files_read(reports: Iterable[ReportSpec]) -> frozenset[str]:
    return frozenset(
        (
            MANIFEST,
            LAYOUT,
            TERMS,
            FIELDS,
            KINDS,
            AUDIENCES,
            *(report.path for report in reports),
        )
    )


class Reach:
    """Which templates of a lineage are reached from sections of reports."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._loader = PackLoader(lineage, {})
        self._environment = TemplateEnvironment(self._loader)
        self._names = self._loader.list_templates()
        self._uses: dict[str, tuple[str, ...]] = {}

    def of(self, reports: Iterable[ReportSpec]) -> frozenset[str]:
        """Return the templates that are reached from any of the reports."""
        sections = {section.template for report in reports for section in report.sections}
        waiting = [name for name in self._names if name in sections]
        waiting += [name for rule in _CALLED_BY_RULE for name in self._called(rule)]
        reached: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += self._used_by(name)
        return frozenset(reached)

    def _used_by(self, name: str) -> tuple[str, ...]:
        if name not in self._uses:
            patterns = _patterns(self._environment, self._loader, name)
            found = (used for pattern in patterns for used in self._called(pattern))
            self._uses[name] = tuple(dict.fromkeys(found))
        return self._uses[name]

    def _called(self, pattern: str) -> list[str]:
        return _called(pattern, self._names, self._lineage)


def _called(pattern: str, names: Iterable[str], lineage: Lineage) -> list[str]:
    """Return the templates that a name like `pattern` may mean.

    Of a name that is made of a kind, those of a kind that there is, or that a forebear has.
    """
    found = [name for name in names if re.fullmatch(pattern, name)]
    forebears = Lineage(lineage.packs[:-1])
    if _ANYTHING not in pattern or not forebears.packs:
        return found
    known = {*forebears.paths()}
    kinds = {*DifficultyKind, *known_kinds(lineage).measures}
    return [name for name in found if name in known or _stem(name) in kinds]


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _patterns(environment: TemplateEnvironment, loader: PackLoader, name: str) -> Iterator[str]:
    """Yield what the names of the templates that a template uses look like."""
    for named in (node.template for node in _uses(environment, loader, name)):
        for one in named.items if isinstance(named, nodes.List | nodes.Tuple) else (named,):
            pattern = _pattern(one)
            if isinstance(one, nodes.Const) and str(one.value).startswith(PARENT):
                pattern = re.escape(loader.joined(str(one.value), name))
            if pattern != _ANYTHING:  # a name out of nowhere is given by rule
                yield pattern


def _uses(environment: TemplateEnvironment, loader: PackLoader, name: str) -> Iterator[_Use]:
    """Yield what in a template names others; the tags that do are all that is parsed of it."""
    text = _REMARK.sub("", loader.get_source(environment, name)[0])
    for tag in _NAMING.findall(text):
        try:
            tree = environment.parse(tag)
        except TemplateSyntaxError:
            continue  # which is said where the pack is read
        yield from tree.find_all(nodes.Include)
        yield from tree.find_all(nodes.Extends)
        yield from tree.find_all(nodes.Import)
        yield from tree.find_all(nodes.FromImport)


def _pattern(expression: nodes.Expr) -> str:
    """Return what an expression that names a template may be."""
    match expression:
        case nodes.Const():
            return re.escape(str(expression.value))
        case nodes.Concat():
            return "".join(map(_pattern, expression.nodes))
        case _:
            return _ANYTHING
