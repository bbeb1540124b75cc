"""From the place of a pack to the pack: its lineage read, merged, checked and compiled."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Place,
    Severity,
    has_errors,
    message,
)
from summarykit.l10n.nearest import nearest
from summarykit.l10n.system_errors import reason_of
from summarykit.layout import Layout, read_layout
from summarykit.packs.audiences import read_audiences
from summarykit.packs.kinds import named_like_reports, read_kinds, worded
from summarykit.packs.manifest import (
    ExtraField,
    ExtraFields,
    Manifest,
    ReportSpec,
    SectionKind,
    Wording,
)
from summarykit.packs.pack import Pack, PackResult
from summarykit.packs.places.files import bundled_packs
from summarykit.packs.places.formats import newer, too_old
from summarykit.packs.places.installed import installed_packs
from summarykit.packs.places.lineage import Lineage, Stamped, Traced, traced
from summarykit.packs.places.paths import (
    FIELDS,
    LAYOUT,
    MANIFEST,
    TERMS,
    report_of,
    report_path,
)
from summarykit.packs.places.sources import (
    FolderSource,
    archive_called,
    find_pack,
    is_folder,
    packs_beside,
    source_at,
)
from summarykit.packs.reference.furnishing import furniture_of, overridden
from summarykit.packs.settings.declarations import declared
from summarykit.packs.settings.declared_files import MOST_FINDINGS, Declaration, DeclaredFiles
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.settings.root_causes import root_causes
from summarykit.packs.settings.unread_kinds import without_unread_kinds
from summarykit.packs.templates.environment import TemplateEnvironment
from summarykit.packs.templates.faults import missing_template, syntax_fault
from summarykit.packs.templates.loader import Line, PackLoader

_WITH_MANIFEST = message("name the folder in which the {file} of the pack lies").text


def load_pack(name: str) -> PackResult:
    """Return the pack in the folder or .zip file `name`, or the one of that name.

    Looked for in this order: the path given, the packs that ship with us (inside the package,
    else in the checkout), those that installed distributions offer. It is read and compiled
    once, and again when one of its files, or of those of a pack that it extends, has changed.
    Findings: pack-not-found, pack-invalid, template-syntax, template-missing.
    """
    found = trace_pack(name)
    if isinstance(found, Finding):
        return PackResult(None, (found,))
    return _built_once(found.stamps)


def trace_pack(name: str) -> Traced | Finding:
    """Return where the pack of that name or folder and its forebears lie, and their files.

    There is a finding instead, pack-not-found, when there is no such pack.
    """
    try:
        source = find_pack(name)
    except OSError as error:
        said = message(
            "the pack {name} cannot be read: {reason}", name=name, reason=reason_of(error)
        )
        return _not_found(name, said)
    if source is None:
        said = message("there is no pack {name}", name=name)
        if archive := archive_called(name):
            return _not_found(name, said, message("did you mean {name}?", name=archive))
        if is_folder(name):
            said = message("the folder {name} has no {file}", name=name, file=MANIFEST)
            return _not_found(name, said, message(_WITH_MANIFEST, file=MANIFEST))
        return _not_found(name, said, _others(name))
    return traced(source)


def _others(name: str) -> Message:
    """Return the pack that is nearly called so, or all that are known by name."""
    names = tuple(dict.fromkeys((*bundled_packs(), *installed_packs())))
    if near := nearest(name, (*packs_beside(name), *names)):
        return message("did you mean {name}?", name=near)
    return message("there are: {names}", names=names)


def sound_reports(lineage: Lineage) -> tuple[ReportSpec, ...] | None:
    """Return the reports of a pack that may have errors elsewhere; none if one of them has."""
    files = DeclaredFiles(lineage)
    manifests = [
        declared(files, files.own(level, MANIFEST), Manifest)
        for level in range(len(lineage.packs))
    ]
    read_kinds(files)
    reports = tuple(spec for spec, _ in _reports(files, manifests))
    broken = any(finding.code is not Code.TEMPLATE_MISSING for finding in files.findings)
    return None if broken else reports


def read_pack(place: Path) -> PackResult:
    """Return the pack in a folder or .zip file, read anew."""
    return _built(traced(source_at(place) or FolderSource(place.resolve())))


def _not_found(name: str, said: Message, hint: Message | None = None) -> Finding:
    return Finding(Severity.ERROR, Code.PACK_NOT_FOUND, said, Place(source=name), hint)


@lru_cache(maxsize=32)
def _built_once(stamps: tuple[Stamped, ...]) -> PackResult:
    """Return the pack that lies first; the other stamps tell whether a forebear has changed."""
    (source, _), *_ = stamps
    return _built(traced(source))


def _built(found: Traced) -> PackResult:
    unknown = tuple(newer(found.lineage.packs))
    if unknown or found.unusable:
        return PackResult(None, unknown or found.findings)
    early = islice(too_old(found.lineage.packs), MOST_FINDINGS)
    files = DeclaredFiles(found.lineage, [*found.findings, *early])
    manifests = [
        declared(files, files.own(level, MANIFEST), Manifest)
        for level in range(len(found.lineage.packs))
    ]
    manifest = manifests[-1]
    wording = declared(files, files.read(TERMS), Wording)
    kinds = read_kinds(files)
    declared_reports = list(_reports(files, manifests))
    reports = {spec.id: spec for spec, _ in declared_reports}
    named_like_reports(files, kinds, reports.values())
    layout = _layout(files)
    fields = _fields(files)
    audiences = read_audiences(files)
    loader = PackLoader(found.lineage, dict(_lines(declared_reports)))
    environment = _compiled(loader, files)
    findings = tuple(root_causes(without_unread_kinds(files.findings), found.lineage))
    if has_errors(findings) or not (manifest and wording and layout):
        return PackResult(None, findings, files.vocabulary)
    pack = Pack(
        id=found.lineage.name,
        name=manifest.name,
        version=manifest.version,
        chain=found.lineage.names,
        layout=layout,
        wording=worded(wording, kinds),
        vocabulary=files.vocabulary,
        reports=MappingProxyType(reports),
        fields=MappingProxyType(fields),
        audiences=audiences,
        _environment=environment,
        _loader=loader,
    )
    return PackResult(pack, findings, files.vocabulary)


def _layout(files: DeclaredFiles) -> Layout | None:
    read = files.read(LAYOUT)
    if read is None:
        return None
    layout, wrong = read_layout(read.table, files.lineage.source(LAYOUT))
    files.findings.extend((*read.placed(wrong), *overridden(read)))
    return layout and layout.furnished(furniture_of(read))


def _fields(files: DeclaredFiles) -> dict[str, ExtraField]:
    """Return the extra fields of a pack; it need not have any."""
    if not files.lineage.levels(FIELDS):
        return {}
    found = declared(files, files.read(FIELDS), ExtraFields)
    return found.fields if found else {}


def _reports(
    files: DeclaredFiles, manifests: list[Manifest | None]
) -> Iterator[tuple[ReportSpec, Declaration]]:
    for report_id in _offered(files, manifests):
        read = files.read(report_path(report_id))
        spec = declared(files, read, ReportSpec)
        if read is None or spec is None:
            continue
        if spec.id != report_id:
            said = message("the id {found} is not the name of the file", found=spec.id)
            files.wrong(said, read.place(("id",)))
            continue
        yield spec, read
        for index, section in enumerate(spec.sections):
            if section.kind is SectionKind.TEXT and not files.lineage.levels(section.template):
                place = read.place((SECTIONS, index, "template"))
                files.findings.append(missing_template(section.template, place))


def _offered(files: DeclaredFiles, manifests: list[Manifest | None]) -> Iterator[str]:
    """Yield the reports of a pack: those that the nearest list names, and new ones since.

    An heir that names none adds those that it has a file for.
    """
    named = [level for level, one in enumerate(manifests) if one and one.reports]
    if not named:
        if all(manifests):  # else what is wrong with a manifest has been said
            said = message("{key} is missing", key="reports")
            files.wrong(said, Place(source=files.lineage.packs[0].source(MANIFEST)))
        return
    nearest = manifests[named[-1]]
    listed = nearest.reports if nearest and nearest.reports else ()
    yield from listed
    new = Lineage(files.lineage.packs[named[-1] + 1 :])
    for path in new.paths():
        name = report_of(path)
        if name is not None and name not in listed:
            yield name


def _lines(
    reports: Iterable[tuple[ReportSpec, Declaration]],
) -> Iterator[tuple[str, Line]]:
    """Yield the titles that are templates, by the names under which they are compiled."""
    for spec, read in reports:
        titles = {spec.title_template: spec.title, spec.subtitle_template: spec.subtitle}
        for template, text in titles.items():
            name = template.removeprefix(f"{spec.path}#")
            yield template, Line(text, f"{read.place((name,)).source}#{name}")


def _compiled(loader: PackLoader, files: DeclaredFiles) -> TemplateEnvironment:
    environment = TemplateEnvironment(loader)
    for name in loader.list_templates():
        try:
            environment.get_template(name)
        except Exception as error:  # noqa: BLE001 - loops too deep for Python, and whatever else
            files.findings.append(syntax_fault(error, loader.source(name)))
    return environment
