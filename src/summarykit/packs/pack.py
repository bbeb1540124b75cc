"""The pack: layout, wording, reports and compiled templates; frozen, safe to share."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from pydantic import ValidationError

from summarykit.diagnostics import Code, Finding, Place, Severity, has_errors, message
from summarykit.document.markup import Insert, parse
from summarykit.document.nodes import Block, Inlines, Paragraph
from summarykit.layout import Layout, read_layout
from summarykit.packs.environment import TemplateEnvironment
from summarykit.packs.faults import fault, missing_template, syntax_fault
from summarykit.packs.files import PackFiles, TomlReader, find_pack, read_files
from summarykit.packs.manifest import Declared, Manifest, ReportSpec, SectionKind, Wording
from summarykit.packs.printing import INSERTS, OutputLimitError

MOST_CHARACTERS = 2_000_000

D = TypeVar("D", bound=Declared)


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

    def fill(self, template: str, scope: Mapping[str, Any], *, prefix: str) -> Filled:
        """Return the blocks that `template` makes of `scope`, their ids beginning with `prefix`.

        A template that fails gives no blocks and one finding with its file and line.
        """
        inserts: list[Insert] = []
        token = INSERTS.set(inserts)
        try:
            text = self._render(template, scope)
            return Filled(parse(text, inserts, prefix=prefix))
        except Exception as error:  # noqa: BLE001 - a pack may come from anywhere: all it raises is a finding
            return Filled((), (fault(error, f"{self.id}/{template}", self.id),))
        finally:
            INSERTS.reset(token)

    def fill_line(self, template: str, scope: Mapping[str, Any]) -> tuple[Inlines, Filled]:
        """Return the words of a template that makes one line, such as a title."""
        filled = self.fill(template, scope, prefix="line")
        first = next((b for b in filled.blocks if isinstance(b, Paragraph)), None)
        return (first.children if first else ()), filled

    def _render(self, template: str, scope: Mapping[str, Any]) -> str:
        compiled = self._environment.get_template(template)
        context = compiled.new_context(dict(scope))
        try:
            return _text(compiled.root_render_func(context))
        except Exception:  # noqa: BLE001 - raised again below, with the lines of the template
            self._environment.handle_exception()


def _text(chunks: Iterable[str]) -> str:
    kept: list[str] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_CHARACTERS:
            raise OutputLimitError(size)
        kept.append(chunk)
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class PackResult:
    """A pack, or nothing when there are errors, and all findings about it."""

    pack: Pack | None
    findings: tuple[Finding, ...]


class _Loader(BaseLoader):
    """Gives jinja2 the texts of a pack; there is no path out of them."""

    def __init__(self, files: PackFiles, lines: Mapping[str, str]) -> None:
        self._files = files
        self._texts = {**files.texts, **lines}

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, the name findings give it, and that it is current."""
        del environment
        if template not in self._texts:
            raise TemplateNotFound(template)
        return self._texts[template], self._files.source(template), lambda: True


@lru_cache(maxsize=32)
def load_pack(name: str) -> PackResult:
    """Return the pack in the folder `name`, or the one of that name that ships with us.

    Looked for in this order: the path given, the copy inside the package, the checkout. Read and
    compiled once a process. Findings: pack-not-found, pack-invalid, template-syntax,
    template-missing.
    """
    folder = find_pack(name)
    if folder is None:
        said = message("there is no pack {name}", name=name)
        return PackResult(None, (Finding(Severity.ERROR, Code.PACK_NOT_FOUND, said),))
    return read_pack(folder)


def read_pack(folder: Path) -> PackResult:
    """Return the pack in `folder`, read anew."""
    files, unread = read_files(folder)
    toml = TomlReader(files, list(unread))
    manifest = _declared(toml, "pack.toml", Manifest)
    wording = _declared(toml, "terms.toml", Wording)
    reports = _reports(toml, manifest)
    table = toml.table("layout.toml")
    layout, wrong = read_layout(table, files.source("layout.toml")) if table else (None, ())
    toml.findings.extend(wrong)
    environment = _compiled(toml, reports)
    findings = tuple(toml.findings)
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
    )
    return PackResult(pack, findings)


def _reports(toml: TomlReader, manifest: Manifest | None) -> dict[str, ReportSpec]:
    reports = {}
    for report_id in manifest.reports if manifest else ():
        spec = _declared(toml, f"reports/{report_id}.toml", ReportSpec)
        if spec is not None:
            reports[report_id] = spec
            toml.findings.extend(_missing_templates(spec, toml.files))
    return reports


def _missing_templates(spec: ReportSpec, files: PackFiles) -> list[Finding]:
    source = files.source(f"reports/{spec.id}.toml")
    return [
        missing_template(section.template, Place(source=source, path=("sections", i, "template")))
        for i, section in enumerate(spec.sections)
        if section.kind is SectionKind.TEXT and section.template not in files.texts
    ]


def _compiled(toml: TomlReader, reports: Mapping[str, ReportSpec]) -> TemplateEnvironment:
    lines = {spec.title_template: spec.title for spec in reports.values()}
    lines |= {spec.subtitle_template: spec.subtitle for spec in reports.values()}
    environment = TemplateEnvironment(_Loader(toml.files, lines), {})
    for name in [*toml.templates(), *lines]:
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            toml.findings.append(syntax_fault(error, toml.files.source(name)))
    return environment


def _declared(toml: TomlReader, path: str, kind: type[D]) -> D | None:
    table = toml.table(path)
    if table is None:
        return None
    try:
        return kind.model_validate(table)
    except ValidationError as errors:
        for detail in errors.errors(include_url=False):
            said = message("{reason}, found {found}", reason=detail["msg"], found=detail["input"])
            place = Place(source=toml.files.source(path), path=detail["loc"])
            toml.findings.append(Finding(Severity.ERROR, Code.PACK_INVALID, said, place))
        return None
