"""Record and pack to document: the sections a report declares, in order, numbered."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from summarykit.compose.belonging import settled
from summarykit.compose.completeness.unprinted import left_out_photographs, untold_measures
from summarykit.compose.extra_fields import required_names, told_refs, typed, wrong_fields
from summarykit.compose.imprint import imprint, printed_fields
from summarykit.compose.length.depths import UNSHORTENED, Shortening
from summarykit.compose.length.fitting import Reductions, Search
from summarykit.compose.letterhead import NUMBER, has_letterhead, letterhead
from summarykit.compose.missing import no_programme, unknown_report
from summarykit.compose.planning import left_out_fields
from summarykit.compose.scope import Assignment, scope, without_consent
from summarykit.compose.situation.stating import printed_refs, with_unstated
from summarykit.compose.strange_kinds import as_known, strange_kinds
from summarykit.compose.tables.closing import attachment_note, attachments, signature, undated
from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, Term, message
from summarykit.document import (
    Block,
    Document,
    Heading,
    Inlines,
    Letterhead,
    NumberingScheme,
    Properties,
    Section,
    Text,
    characters_of,
    number,
    plain,
)
from summarykit.layout import break_title, text_width
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.audience import Audience
from summarykit.model.record import Programme
from summarykit.model.vocabulary import MeasureStatus
from summarykit.packs import (
    DocumentKind,
    Filled,
    Length,
    Pack,
    ReportSpec,
    SectionKind,
    SectionSpec,
    WhenEmpty,
)
from summarykit.privacy.audit import Masked
from summarykit.privacy.masking import ALONE, Family
from summarykit.privacy.protecting import protected

if TYPE_CHECKING:
    from summarykit.facts.earlier import Taken, YearOnYear

MOST_TITLE_LINES = 3
"""A longer title cannot be set as a trapezium or a diamond (GB/T 9704-2012, 7.3.1)."""

MOST_ATTEMPTS: Final = 5
_MEASURES: Final = "measures"
_NEAR: Final = 0.1
"""How far from the length aimed at is near enough."""

_BY_RULE: Final = MappingProxyType(
    {
        SectionKind.SIGNATURE: "signature",
        SectionKind.ATTACHMENT_NOTE: "attachments",
        SectionKind.ATTACHMENTS: "attachments",
    }
)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is told: of which programmes (none means all), at what length, beside what."""

    length: Length = Length.STANDARD
    programmes: tuple[AnyProgramme, ...] = ()
    earlier: "YearOnYear | None" = None


WHOLE: Final = Extent()


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, or nothing when there were errors, and all findings."""

    document: Document | None
    findings: tuple[Finding, ...]
    shortening: Shortening = UNSHORTENED
    """What is told in less than full, to keep the document to its length."""
    record: YearRecord | None = None
    """What was told: the record as the audience may have it; None when nothing was."""
    audit: tuple[Masked, ...] = ()
    """What is kept from the audience."""
    taken: "Taken | None" = None
    """What is told of the period before."""


def compose(
    record: YearRecord,
    pack: Pack,
    report: str,
    audience: Audience,
    extent: Extent = WHOLE,
) -> Composed:
    """Return the document that `report` of `pack` makes of `record`.

    `extent` says of which programmes it tells, how long it is to be, and what is known of the
    period before. Findings:
    kind-unknown, alias-like-a-name, alias-styles-mixed, name-also-a-word, private-masked,
    report-unknown, programme-missing, section-empty, attachment-missing, document-too-long,
    and whatever the templates give (template-failed and its kin, with file and line).
    """
    known = as_known(record, pack.vocabulary)
    if strange := tuple(strange_kinds(known, pack)):
        return Composed(None, strange)
    family = ALONE
    if extent.earlier is not None:
        beside = as_known(extent.earlier.previous, pack.vocabulary)
        previous = protected(beside, audience, Family(first=(known,))).record
        extent = replace(extent, earlier=replace(extent.earlier, previous=previous))
        family = Family(then=(beside,))
    safe = protected(known, audience, family)
    made = _composed(safe.record, pack, report, audience, extent)
    findings = (*safe.findings, *made.findings)
    return replace(made, findings=findings, record=safe.record, audit=safe.audit)


def _composed(
    record: YearRecord, pack: Pack, report: str, audience: Audience, extent: Extent
) -> Composed:
    record = settled(typed(record, pack.fields))
    spec = pack.reports.get(report)
    if spec is None:
        return Composed(None, (unknown_report(report, pack),))
    assignment = Assignment(pack, spec, audience, extent.programmes)
    if not assignment.kinds(record):
        return Composed(None, (no_programme(extent.programmes or spec.programmes, pack),))
    if extent.earlier is not None:
        from summarykit.compose.earlier.carrying import beside  # noqa: PLC0415 - few have it

        record, assignment = beside(record, assignment, extent.earlier, extent.length)
    # A document is tried at several lengths, of one record.
    assignment = replace(assignment, shares=assignment.shares_of(record))
    aim = spec.most if extent.length is Length.LONG else spec.lengths.get(extent.length)
    made = (
        _attempt(record, assignment, UNSHORTENED)
        if aim is None
        else _at_length(record, assignment, aim)
    )
    return replace(made, taken=assignment.taken)


def _at_length(record: YearRecord, assignment: Assignment, aim: int) -> Composed:
    """Return the document at about `aim` characters: what templates add is only known then."""
    spec = assignment.report
    asked = required_names(assignment.pack.fields)
    steps = Reductions(record, spec, assignment.kinds(record), asked)
    search = Search(aim)
    best: tuple[tuple[bool, int], Composed] | None = None
    for _ in range(MOST_ATTEMPTS):
        shortening = steps.to(search.room)
        made = _attempt(record, assignment, shortening)
        if made.document is None:
            return made
        over = characters_of(made.document) - aim
        rank = (spec.most is not None and over + aim > spec.most, abs(over))
        if best is None or rank < best[0]:
            best = rank, made
        if _is_near(over, aim, spec) or (over < 0 and not shortening):
            break
        if not search.goes_on(over, lambda room: steps.to(room).depths):
            break
    assert best is not None  # noqa: S101 - there is at least one attempt
    return _judged(best[1], spec)


def _is_near(over: int, aim: int, spec: ReportSpec) -> bool:
    most = spec.most - aim if spec.most is not None else aim * _NEAR
    return -aim * _NEAR <= over <= most


def _judged(made: Composed, spec: ReportSpec) -> Composed:
    """Return what was made, with a warning when it is longer than it may be."""
    count = characters_of(made.document) if made.document else 0
    if spec.most is None or count <= spec.most:
        return made
    said = message(
        "{name} may have {most} characters and has {count}",
        name=spec.name,
        most=spec.most,
        count=count,
    )
    hint = message("ask for fewer programmes")
    warned = Finding(Severity.WARNING, Code.DOCUMENT_TOO_LONG, said, hint=hint)
    return replace(made, findings=(*made.findings, warned))


def _attempt(record: YearRecord, assignment: Assignment, shortening: Shortening) -> Composed:
    """Return the document; facts of the pack that no template mentions are told unasked."""
    made, left = _filled(record, assignment, shortening)
    return _filled(record, assignment, shortening, left)[0] if left else made


def _filled(
    record: YearRecord,
    assignment: Assignment,
    shortening: Shortening,
    unmentioned: frozenset[str] = frozenset(),
) -> tuple[Composed, frozenset[str]]:
    """Return the document, and the facts of the pack that it says nothing of."""
    names = scope(record, assignment, shortening, unmentioned)
    work = _Work(record, assignment, names)
    document = _document(work)
    failed = any(finding.is_error for finding in work.findings)
    made = Composed(None if failed else document, tuple(work.findings), shortening)
    known = frozenset() if failed else told_refs(names["fields"])
    return made, known - printed_refs(document) if known else known


@dataclass(slots=True)
class _Work:
    record: YearRecord
    assignment: Assignment
    scope: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)

    @property
    def pack(self) -> Pack:
        return self.assignment.pack

    @property
    def spec(self) -> ReportSpec:
        return self.assignment.report

    @property
    def kinds(self) -> tuple[AnyProgramme, ...]:
        return self.assignment.kinds(self.record)

    def keep(self, filled: Filled) -> tuple[Block, ...]:
        self.findings.extend(filled.findings)
        return filled.blocks


def _document(work: _Work) -> Document:
    title, filled = work.pack.fill_line(work.spec.title_template, work.scope)
    work.keep(filled)
    subtitle, filled = work.pack.fill_line(work.spec.subtitle_template, work.scope)
    work.keep(filled)
    blocks = tuple(block for spec in work.spec.sections for block in _section(spec, work))
    document = Document(
        title=title,
        subtitle=subtitle,
        addressee=_addressee(work),
        letterhead=_letterhead(work),
        imprint=imprint(work.record, printed_fields(work.pack.layout, work.spec)),
        blocks=blocks,
        properties=_properties(work, plain(title)),
    )
    document = with_unstated(document, work.scope["extra"])
    work.findings.extend(_long_title(work, plain(title)))
    work.findings.extend(wrong_fields(work.record, work.pack.fields, work.kinds))
    work.findings.extend(without_consent(work.record, work.scope["cases"]))
    work.findings.extend(untold_measures(work.record, work.kinds, document))
    work.findings.extend(left_out_photographs(work.record, work.kinds))
    return number(document, _scheme(work.pack))


def _letterhead(work: _Work) -> Letterhead | None:
    """Return the letterhead if the layout asks for one; it should have a number."""
    rule = work.pack.layout.letterhead
    if not has_letterhead(rule, work.spec):
        return None
    head = letterhead(work.record, rule)
    if not head.number:
        field = Term(*NUMBER)
        said = message("a letterhead has the number of the document, and the record has none")
        hint = message("add {field} to the record", field=field)
        place = Place(path=("signature",))
        work.findings.append(Finding(Severity.WARNING, Code.SECTION_EMPTY, said, place, hint))
    return head


def _addressee(work: _Work) -> Inlines:
    """Return to whom the document goes; a report goes to somebody (主送机关)."""
    if not left_out_fields(work.record, work.spec, work.kinds).isdisjoint({"addressee"}):
        return ()
    if work.record.addressee:
        return (Text(work.record.addressee),)
    if work.spec.kind is DocumentKind.REPORT:
        field = Term("addressee", str(YearRecord.model_fields["addressee"].alias))
        said = message("a report goes to somebody, and the record does not say to whom")
        hint = message("add {field} to the record", field=field)
        place = Place(path=("addressee",))
        work.findings.append(Finding(Severity.WARNING, Code.SECTION_EMPTY, said, place, hint))
    return ()


def _long_title(work: _Work, title: str) -> Iterator[Finding]:
    most = work.pack.layout.title_characters
    lines = break_title(title, work.record.organisation.name, most)
    if len(lines) > MOST_TITLE_LINES or any(text_width(line) > most for line in lines):
        said = message("the title takes {count} lines: {title}", count=len(lines), title=title)
        hint = message("give the programme a shorter title")
        place = Place(path=("programmes", work.kinds[0]))
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
        keywords=tuple(k.label for k in work.kinds),
        date=date.edtf if date is not None and date.day is not None else "",
    )


def _section(spec: SectionSpec, work: _Work) -> Iterator[Block]:
    match spec.kind:
        case SectionKind.TEXT:
            yield from _text(spec, work)
        case SectionKind.SIGNATURE:
            made = signature(work.record, spec.id)
            work.findings.extend(undated(made))
            yield from (made,) if made else _nothing(spec, work)
        case SectionKind.ATTACHMENT_NOTE:
            note = attachment_note(work.scope["attachments"], spec.id)
            yield from (note,) if note else _nothing(spec, work)
        case SectionKind.ATTACHMENTS:
            pages, findings = attachments(work.scope["attachments"], spec.id, work.record)
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
        path, field = _field(spec, work)
        said = message(
            "the record has nothing for the section {title}",
            title=spec.title or field or spec.id,
        )
        hint = _hint(field, work) if field else None
        place = Place(path=path)
        work.findings.append(Finding(severity, Code.SECTION_EMPTY, said, place, hint))
    return ()


def _hint(field: Term, work: _Work) -> Message:
    """Return what to do about a field that has nothing to tell.

    What was done is nothing for a plan, which tells of the measures that are planned.
    """
    if work.spec.kind is DocumentKind.PLAN and field.name == _MEASURES:
        return message(
            "give the {field} that are to come the status {status}",
            field=field,
            status=MeasureStatus.PLANNED,
        )
    return message("add {field} to the record", field=field)


def _field(spec: SectionSpec, work: _Work) -> tuple[Path, Term | None]:
    """Return where the record would have what a section tells, and the field's names.

    That is known of a section that is called like a field; others tell of the programme.
    """
    name = _BY_RULE.get(spec.kind, spec.id)
    programme = ("programmes", work.kinds[0].value)
    if name in YearRecord.model_fields:
        return (name,), Term(name, str(YearRecord.model_fields[name].alias))
    if name in Programme.model_fields:
        return (*programme, name), Term(name, str(Programme.model_fields[name].alias))
    return programme, None
