"""Record and pack to document: the sections a report declares, in order, numbered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from summarykit.compose.closing import attachment_note, attachments, signature
from summarykit.compose.scope import Audience, programmes_of, scope
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.document import (
    Block,
    Document,
    Heading,
    NumberingScheme,
    Properties,
    Section,
    Text,
    number,
    plain,
)
from summarykit.layout import break_title, text_width
from summarykit.model import YearRecord
from summarykit.packs import Filled, Pack, ReportSpec, SectionKind, SectionSpec, WhenEmpty

MOST_TITLE_LINES = 3
"""A longer title cannot be set as a trapezium or a diamond (GB/T 9704-2012, 7.3.1)."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, or nothing when there were errors, and all findings."""

    document: Document | None
    findings: tuple[Finding, ...]


def compose(record: YearRecord, pack: Pack, report: str, audience: Audience) -> Composed:
    """Return the document that `report` of `pack` makes of `record`.

    Findings: report-unknown, programme-missing, section-empty, attachment-missing, and whatever
    the templates give (template-failed and its kin, with file and line).
    """
    spec = pack.reports.get(report)
    if spec is None:
        return Composed(None, (_unknown_report(report, pack),))
    if not programmes_of(record, spec):
        return Composed(None, (_no_programme(spec),))
    work = _Work(record, pack, spec, scope(record, pack, spec, audience))
    document = _document(work)
    failed = any(finding.is_error for finding in work.findings)
    return Composed(None if failed else document, tuple(work.findings))


@dataclass(slots=True)
class _Work:
    record: YearRecord
    pack: Pack
    spec: ReportSpec
    scope: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)

    def keep(self, filled: Filled) -> tuple[Block, ...]:
        self.findings.extend(filled.findings)
        return filled.blocks


def _document(work: _Work) -> Document:
    title, filled = work.pack.fill_line(work.spec.title_template, work.scope)
    work.keep(filled)
    subtitle, filled = work.pack.fill_line(work.spec.subtitle_template, work.scope)
    work.keep(filled)
    blocks = tuple(block for spec in work.spec.sections for block in _section(spec, work))
    addressee = work.record.addressee
    document = Document(
        title=title,
        subtitle=subtitle,
        addressee=(Text(addressee),) if addressee else (),
        blocks=blocks,
        properties=_properties(work, plain(title)),
    )
    work.findings.extend(_long_title(work, plain(title)))
    return number(document, _scheme(work.pack))


def _long_title(work: _Work, title: str) -> Iterator[Finding]:
    rule = work.pack.layout.title
    lines = break_title(title, work.record.organisation.name, rule.characters)
    if len(lines) > MOST_TITLE_LINES or any(text_width(ln) > rule.characters for ln in lines):
        said = message("the title takes {count} lines: {title}", count=len(lines), title=title)
        hint = message("give the programme a shorter title")
        place = Place(path=("programmes", programmes_of(work.record, work.spec)[0]))
        yield Finding(Severity.WARNING, Code.TITLE_TOO_LONG, said, place, hint)


def _scheme(pack: Pack) -> NumberingScheme:
    numbering = pack.layout.numbering
    first, second, third, fourth = (str(form) for form in numbering.headings)
    return NumberingScheme((first, second, third, fourth), numbering.table, numbering.figure)


def _properties(work: _Work, title: str) -> Properties:
    signed = work.record.signature
    date = signed.date if signed else None
    return Properties(
        title=title,
        creator=work.record.organisation.name,
        subject=work.spec.name,
        keywords=tuple(k.label for k in programmes_of(work.record, work.spec)),
        date=date.edtf if date is not None and date.day is not None else "",
    )


def _section(spec: SectionSpec, work: _Work) -> Iterator[Block]:
    match spec.kind:
        case SectionKind.TEXT:
            yield from _text(spec, work)
        case SectionKind.SIGNATURE:
            made = signature(work.record, spec.id)
            yield from (made,) if made else _nothing(spec, work)
        case SectionKind.ATTACHMENT_NOTE:
            note = attachment_note(work.scope["attachments"], spec.id)
            yield from (note,) if note else _nothing(spec, work)
        case SectionKind.ATTACHMENTS:
            pages, findings = attachments(work.scope["attachments"], spec.id)
            work.findings.extend(findings)
            yield from pages or _nothing(spec, work)


def _text(spec: SectionSpec, work: _Work) -> Iterator[Block]:
    filled = work.pack.fill(spec.template, work.scope, prefix=spec.id)
    blocks = work.keep(filled)
    if blocks:
        heading = Heading(spec.id, 1, (Text(spec.title),)) if spec.title else None
        yield Section(f"{spec.id}/section", heading, blocks)
    elif not filled.findings:
        yield from _nothing(spec, work)


def _nothing(spec: SectionSpec, work: _Work) -> tuple[()]:
    if spec.when_empty is not WhenEmpty.OMIT:
        severity = Severity.ERROR if spec.when_empty is WhenEmpty.ERROR else Severity.WARNING
        said = message(
            "the record has nothing for the section {title}", title=spec.title or spec.id
        )
        place = Place(source=f"{work.pack.id}/reports/{work.spec.id}.toml")
        work.findings.append(Finding(severity, Code.SECTION_EMPTY, said, place))
    return ()


def _unknown_report(report: str, pack: Pack) -> Finding:
    near = get_close_matches(report, pack.reports, n=1)
    hint = message("did you mean {name}?", name=near[0]) if near else None
    said = message("the pack has no report {name}", name=report)
    hint = hint or message("there are: {names}", names="、".join(pack.reports))
    return Finding(Severity.ERROR, Code.REPORT_UNKNOWN, said, hint=hint)


def _no_programme(spec: ReportSpec) -> Finding:
    said = message("the record has no programme that the report {name} tells", name=spec.name)
    wanted = "、".join(spec.programmes)
    hint = message("it tells: {names}", names=wanted) if wanted else None
    return Finding(
        Severity.ERROR, Code.PROGRAMME_MISSING, said, Place(path=("programmes",)), hint
    )
