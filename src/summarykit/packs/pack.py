"""The pack: layout, wording, reports and compiled templates; frozen, safe to share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from summarykit.diagnostics import Finding, Place
from summarykit.document.markup import MarkupError, parse
from summarykit.document.nodes import Block, Inline, Inlines, Paragraph
from summarykit.layout import Layout
from summarykit.model.added import OUR_OWN, Vocabulary
from summarykit.model.audience import Audience
from summarykit.packs.manifest import ExtraField, ReportSpec, Wording
from summarykit.packs.templates.environment import TemplateEnvironment, UnknownNameError
from summarykit.packs.templates.faults import fault, refused
from summarykit.packs.templates.loader import PackLoader
from summarykit.packs.templates.names import names_given
from summarykit.packs.templates.printing import FILLING, Filling
from summarykit.packs.templates.tracing import TracingEnvironment


@dataclass(frozen=True, slots=True)
class Filled:
    """What a template gave: its blocks, or the finding that says why there are none."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A template pack, ready: everything is read, checked and compiled."""

    id: str
    name: str
    version: str
    chain: tuple[str, ...]
    """The packs it is made of, by what findings call them: the furthest forebear first."""
    layout: Layout
    wording: Wording
    vocabulary: Vocabulary
    """The kinds of work and of measure that it knows: our own, and those that it adds."""
    reports: Mapping[str, ReportSpec]
    fields: Mapping[str, ExtraField]
    """The facts of the record's `extra` that its templates know, by the names they use."""
    audiences: Mapping[str, Audience]
    """For whom its documents may be, by the ids that are asked for."""
    _environment: TemplateEnvironment = field(repr=False, compare=False)
    _loader: PackLoader = field(repr=False, compare=False)

    def __repr__(self) -> str:
        """Return one line: id, name, version, and its reports."""
        name = f"{self.name} {self.version}"
        return f"<{type(self).__name__} {self.id}: {name}, {', '.join(self.reports)}>"

    def fill(self, template: str, scope: Mapping[str, Any], *, prefix: str) -> Filled:
        """Return the blocks that `template` makes of `scope`, their ids begin with `prefix`.

        A template that fails gives no blocks and one finding with its file and line.
        """
        filling = Filling()
        token = FILLING.set(filling)
        try:
            text = self._environment.text(template, scope)
        except Exception as error:  # noqa: BLE001 - a pack may come from anywhere: all it raises is a finding
            names = self._names(scope) if isinstance(error, UnknownNameError) else []
            source = self._loader.source(template)
            return Filled((), (fault(error, source, self.chain, names),))
        finally:
            FILLING.reset(token)
        try:
            return Filled(parse(text, filling.inserts, prefix=prefix))
        except MarkupError as error:
            return Filled((), (refused(error, self._traced(template, scope, error.line)),))

    def fill_line(self, template: str, scope: Mapping[str, Any]) -> tuple[Inlines, Filled]:
        """Return the words of a template that makes one line, such as a title.

        What is not a paragraph cannot stand there: it is a finding, as in `fill`.
        """
        filled = self.fill(template, scope, prefix="line")
        words: list[Inline] = []
        for block in filled.blocks:
            if not isinstance(block, Paragraph):
                place = Place(source=self._loader.source(template))
                error = MarkupError(type(block).__name__, 1)
                return (), Filled((), (refused(error, place),))
            words.extend(block.children)
        return tuple(words), filled

    def _names(self, scope: Mapping[str, Any]) -> list[str]:
        """Return all names that a template can use."""
        return sorted({*scope, *names_given(self._loader)})

    def _traced(self, template: str, scope: Mapping[str, Any], line: int) -> Place:
        token = FILLING.set(Filling())
        try:
            found = TracingEnvironment(self._loader).place(template, scope, line)
        except Exception:  # noqa: BLE001 - traces can lead a template elsewhere; the file is known
            found = None
        finally:
            FILLING.reset(token)
        name, at = found or (template, None)
        return Place(source=self._loader.source(name), line=at)


@dataclass(frozen=True, slots=True)
class PackResult:
    """A pack, or nothing when there are errors, and all findings about it."""

    pack: Pack | None
    findings: tuple[Finding, ...]
    vocabulary: Vocabulary = OUR_OWN
    """The kinds that a record for it may name, also where the pack has errors elsewhere."""
