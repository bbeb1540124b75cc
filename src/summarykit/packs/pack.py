"""The pack: layout, wording, reports and compiled templates; frozen, safe to share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound

from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Place,
    Severity,
    has_errors,
    message,
)
from summarykit.document.markup import MarkupError, parse
from summarykit.document.nodes import Block, Inline, Inlines, Paragraph
from summarykit.l10n.system_errors import reason_of
from summarykit.layout import Layout, read_layout
from summarykit.packs.declarations import declared
from summarykit.packs.environment import TemplateEnvironment
from summarykit.packs.faults import fault, missing_template, refused, syntax_fault
from summarykit.packs.files import (
    PackFiles,
    Stamp,
    TomlReader,
    bundled_packs,
    find_pack,
    read_files,
    stamp_of,
)
from summarykit.packs.manifest import Manifest, ReportSpec, SectionKind, Wording
from summarykit.packs.names import names_given
from summarykit.packs.printing import FILLING, Filling
from summarykit.packs.tracing import TracingEnvironment


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
    layout: Layout
    wording: Wording
    reports: Mapping[str, ReportSpec]
    _environment: TemplateEnvironment = field(repr=False, compare=False)
    _loader: BaseLoader = field(repr=False, compare=False)

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
            source = f"{self.id}/{template}"
            names = sorted({*scope, *names_given(self._environment)})
            return Filled((), (fault(error, source, self.id, names),))
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
                place = Place(source=f"{self.id}/{template}")
                error = MarkupError(type(block).__name__, 1)
                return (), Filled((), (refused(error, place),))
            words.extend(block.children)
        return tuple(words), filled

    def _traced(self, template: str, scope: Mapping[str, Any], line: int) -> Place:
        token = FILLING.set(Filling())
        try:
            found = TracingEnvironment(self._loader).place(template, scope, line)
        except Exception:  # noqa: BLE001 - traces can lead a template elsewhere; the file is known
            found = None
        finally:
            FILLING.reset(token)
        name, at = found or (template, None)
        return Place(source=f"{self.id}/{name}", line=at)


@dataclass(frozen=True, slots=True)
class PackResult:
    """A pack, or nothing when there are errors, and all findings about it."""

    pack: Pack | None
    findings: tuple[Finding, ...]


class _Loader(BaseLoader):
    """Gives jinja2 the texts of a pack; there is no path out of them."""

    def __init__(self, files: PackFiles, lines: Mapping[str, str]) -> None:
        self._files = files
        self._texts = {**{name: files.texts[name] for name in files.templates()}, **lines}

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, the name findings give it, and that it is current."""
        del environment
        if template not in self._texts:
            raise TemplateNotFound(template)
        return self._texts[template], self._files.source(template), lambda: True

    def list_templates(self) -> list[str]:
        """Return the names of all templates, the lines that stand in reports included."""
        return list(self._texts)


def load_pack(name: str) -> PackResult:
    """Return the pack in the folder `name`, or the one of that name that ships with us.

    Looked for in this order: the path given, the copy inside the package, the checkout. A
    folder is read and compiled once, and again when one of its files has changed. Findings:
    pack-not-found, pack-invalid, template-syntax, template-missing.
    """
    try:
        folder = find_pack(name)
    except OSError as error:
        said = message(
            "the pack {name} cannot be read: {reason}", name=name, reason=reason_of(error)
        )
        return _not_found(name, said)
    if folder is None:
        said = message("there is no pack {name}", name=name)
        return _not_found(name, said, message("there are: {names}", names=bundled_packs()))
    folder = folder.resolve()
    return _read_once(folder, stamp_of(folder))


def _not_found(name: str, said: Message, hint: Message | None = None) -> PackResult:
    place = Place(source=name)
    return PackResult(None, (Finding(Severity.ERROR, Code.PACK_NOT_FOUND, said, place, hint),))


@lru_cache(maxsize=32)
def _read_once(folder: Path, stamp: Stamp) -> PackResult:
    del stamp  # a pack that has changed is another one
    return read_pack(folder)


def read_pack(folder: Path) -> PackResult:
    """Return the pack in `folder`, read anew."""
    files, unread = read_files(folder)
    toml = TomlReader(files, list(unread))
    manifest = declared(toml, "pack.toml", Manifest)
    wording = declared(toml, "terms.toml", Wording)
    reports = _reports(toml, manifest)
    table = toml.table("layout.toml")
    layout = None
    if table is not None:
        layout, wrong = read_layout(table, files.source("layout.toml"))
        toml.findings.extend(wrong)
    loader = _Loader(files, _lines(reports))
    environment = _compiled(loader, toml)
    findings = toml.placed()
    if has_errors(findings) or not (manifest and wording and layout):
        return PackResult(None, findings)
    pack = Pack(
        id=files.name,
        name=manifest.name,
        version=manifest.version,
        layout=layout,
        wording=wording,
        reports=MappingProxyType(reports),
        _environment=environment,
        _loader=loader,
    )
    return PackResult(pack, findings)


def _reports(toml: TomlReader, manifest: Manifest | None) -> dict[str, ReportSpec]:
    reports = {}
    for report_id in manifest.reports if manifest else ():
        path = f"reports/{report_id}.toml"
        spec = declared(toml, path, ReportSpec)
        if spec is not None and spec.id != report_id:
            place = Place(source=toml.files.source(path), path=("id",))
            said = message("the id {found} is not the name of the file", found=spec.id)
            toml.findings.append(Finding(Severity.ERROR, Code.PACK_INVALID, said, place))
        elif spec is not None:
            reports[report_id] = spec
            toml.findings.extend(_missing_templates(spec, toml.files))
    return reports


def _missing_templates(spec: ReportSpec, files: PackFiles) -> list[Finding]:
    source = files.source(f"reports/{spec.id}.toml")
    return [
        missing_template(
            section.template, Place(source=source, path=("sections", i, "template"))
        )
        for i, section in enumerate(spec.sections)
        if section.kind is SectionKind.TEXT and section.template not in files.texts
    ]


def _lines(reports: Mapping[str, ReportSpec]) -> dict[str, str]:
    titles = {spec.title_template: spec.title for spec in reports.values()}
    return titles | {spec.subtitle_template: spec.subtitle for spec in reports.values()}


def _compiled(loader: _Loader, toml: TomlReader) -> TemplateEnvironment:
    environment = TemplateEnvironment(loader)
    for name in loader.list_templates():
        try:
            environment.get_template(name)
        except Exception as error:  # noqa: BLE001 - loops too deep for Python, and whatever else
            toml.findings.append(syntax_fault(error, toml.files.source(name)))
    return environment
