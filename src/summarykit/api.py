"""What other software calls: a record in, a summary out; the one place that raises findings.

What a function needs beyond the model (YAML, jinja2, python-docx) is imported when called.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Place,
    Severity,
    SummaryError,
    has_errors,
    message,
)
from summarykit.document import Document, characters_of, facts_of, plain
from summarykit.model import YearRecord
from summarykit.model.vocabulary import ProgrammeKind

if TYPE_CHECKING:
    from summarykit.compose.completeness.leaving import LeftOut, Telling
    from summarykit.l10n.messages import Language
    from summarykit.layout import Layout
    from summarykit.packs import Pack, PackResult, ReportSpec
    from summarykit.readers import Places

Data = Mapping[str, object]
RecordOrPath = YearRecord | Data | str | os.PathLike[str]
DEFAULT_PACK = "zh"
_TEXT_FORMATS = ("yaml", "json")


@dataclass(slots=True)
class _Account:
    """What a document was to tell, and what it left out once somebody has asked."""

    telling: "Telling"
    left_out: "tuple[LeftOut, ...] | None" = None


@dataclass(frozen=True, slots=True, repr=False)
class Summary:
    """A composed summary: what it says, how it looks, and what was found on the way.

    A notebook shows its text and its findings.
    """

    report: str
    """The id of the report it is."""
    record: YearRecord
    document: Document
    layout: "Layout"
    findings: tuple[Finding, ...] = ()
    """Warnings and remarks; with an error there is no summary."""
    _account: _Account = field(kw_only=True, compare=False)

    @property
    def left_out(self) -> "tuple[LeftOut, ...]":
        """The facts of the record that the document does not print, each with the reason.

        Every other fact is printed. They are looked up when they are first asked for; what the
        reader must not see is listed without its words.
        """
        if self._account.left_out is None:
            from summarykit.compose.completeness.accounting import (  # noqa: PLC0415 - who asks
                left_out,
            )

            self._account.left_out = left_out(self.record, self.document, self._account.telling)
        return self._account.left_out

    @property
    def title(self) -> str:
        """The title in one line."""
        return plain(self.document.title)

    @property
    def characters(self) -> int:
        """How many characters are printed up to the attachments (字数); blanks do not count."""
        return characters_of(self.document)

    @property
    def figures(self) -> int:
        """How many different figures of the record are printed: counts, sums, dates, rates."""
        from summarykit import facts  # noqa: PLC0415 - only who asks needs the walk

        known = facts.index(self.record)
        used: set[str] = set()
        for fact in facts_of(self.document):
            # What is counted or computed from the record is called `<reference>#<how>`.
            ref, computed, _ = fact.ref.partition("#")
            if computed or (ref in known and known[ref].kind is facts.FactKind.FIGURE):
                used.add(ref)
        return len(used)

    def __repr__(self) -> str:
        """Return one line: report, title, and how much there is."""
        counts = f"{self.characters} characters, {len(self.findings)} findings"
        return f"<{type(self).__name__} {self.report}: {self.title}, {counts}>"

    def to_bytes(self, format: str = "docx") -> bytes:  # noqa: A002 - the word people look for
        """Return the summary as a file of that format: `docx`, `md` or `txt`.

        A point before it does no harm. The same summary gives the same bytes.

        Raises:
            SummaryError: There is no such format.
        """
        from summarykit.writers import WRITERS  # noqa: PLC0415 - see the module's docstring

        asked = str(format)
        writer = WRITERS.get(asked.lower().removeprefix("."))
        if writer is None:
            raise SummaryError([_unknown_format(asked, Place(), WRITERS)])
        return writer(self.document, self.layout)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Return the path once the summary is written there, in the format its suffix names.

        The file is complete or untouched: the bytes go to a new file first, which then takes
        its place. A process that is killed meanwhile may leave `.summarykit-….tmp` beside it.

        Raises:
            SummaryError: The suffix names no format, or the file cannot be written.
        """
        from summarykit.writers import WRITERS  # noqa: PLC0415 - see the module's docstring
        from summarykit.writers.saving import save  # noqa: PLC0415 - as above

        target = Path(path)
        format_ = target.suffix.removeprefix(".").lower()
        if format_ not in WRITERS:
            place = Place(source=os.fspath(path))
            raise SummaryError([_unknown_format(target.suffix, place, WRITERS)])
        finding = save(self.to_bytes(format_), path)
        if finding is not None:
            raise SummaryError([finding])
        return target

    def _repr_html_(self) -> str:
        """Return the text and the findings for a notebook."""
        # Columns line up where a Chinese character is two wide; no two blanks become one.
        style = "white-space:pre-wrap;font-family:'Noto Sans Mono CJK SC',SimSun,monospace"
        text = f'<pre style="{style}">{escape(self.to_bytes("txt").decode())}</pre>'
        found = "".join(f"<li><pre>{escape(line)}</pre></li>" for line in self._described())
        return f"{text}<ul>{found}</ul>" if found else text

    def _repr_markdown_(self) -> str:
        """Return the text and the findings for a notebook that shows Markdown."""
        # An indented block, in which nothing is markup.
        lines = [f"    {line}" for text in self._described() for line in text.split("\n")]
        return "\n".join([self.to_bytes("md").decode(), *lines])

    def _described(self) -> list[str]:
        return [describe(finding) for finding in self.findings]


def read_record(path: str | os.PathLike[str]) -> YearRecord:
    """Return the record of a YAML or JSON file.

    Its warnings are found again by `compose` and `check`.

    Raises:
        SummaryError: The file cannot be read, or holds errors; all findings are in it.
    """
    from summarykit import readers  # noqa: PLC0415 - see the module's docstring

    read = readers.read_record(path)
    if read.record is None or has_errors(read.findings):
        raise SummaryError(read.findings)
    return read.record


def parse_record(
    data: str | bytes | Data,
    *,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002 - the word people look for
) -> YearRecord:
    """Return the record of a text in that format, or of a mapping of fields.

    A mapping has what JSON has, and dates, value types and entities of `summarykit.model`.
    `format` is for texts only.

    Raises:
        SummaryError: There are errors; all findings are in it.
    """
    from summarykit import readers  # noqa: PLC0415 - see the module's docstring

    if format not in _TEXT_FORMATS:
        raise SummaryError([_not_read_as(format)])
    if isinstance(data, (str, bytes)):
        read = readers.read_text(data, format=format, source="")
    else:
        read = readers.read_data(data)
    if read.record is None or has_errors(read.findings):
        nameless = (replace(f, at=replace(f.at, source=None)) for f in read.findings)
        raise SummaryError(nameless)
    return read.record


def compose(  # noqa: PLR0913 - what is asked for, one by one
    record: RecordOrPath,
    *,
    report: str | None = None,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    audience: Literal["internal", "public"] = "public",
    length: Literal["short", "standard", "long"] = "standard",
    programmes: Iterable[str] = (),
) -> Summary:
    """Return the summary that `report` of `pack` makes of a record, or of the file of one.

    A mapping is read as by `parse_record`; `pack` is a name, a folder or a loaded pack.
    `report` is an id or a name (`left_behind_care`, `关爱留守儿童`); without one, it is the
    report that tells most of the record, and among these the one that tells least beside it.
    Given a file, findings have its lines. `audience` decides which cases and attachments are
    told: `public` leaves out what may not hang on the wall. `length` drops and merges what
    matters least until the text is about as long as the report says; `long` tells everything.
    `programmes` names the kinds of work to tell, by their English or Chinese names, where a
    report tells several; none means all.

    Raises:
        SummaryError: There are errors; all findings are in it.
    """
    wish = _Wish(report, pack, audience, length, _several(programmes))
    summary, findings = _composed(record, wish)
    if summary is None:
        raise SummaryError(findings)
    return summary


def check(  # noqa: PLR0913 - as above
    record: RecordOrPath,
    *,
    report: str | None = None,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    audience: Literal["internal", "public"] = "internal",
    length: Literal["short", "standard", "long"] = "long",
    programmes: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return all findings of a record, or of the file of one, and of composing it.

    Errors are findings too: nothing is raised. It is composed for the bureau and in full unless
    told otherwise, since the more is told, the more is found.
    """
    wish = _Wish(report, pack, audience, length, _several(programmes))
    return _composed(record, wish)[1]


def load_pack(pack: str | os.PathLike[str] = DEFAULT_PACK) -> "Pack":
    """Return the pack in the folder `pack`, or the one of that name that ships with us.

    Threads may share it; another process loads its own, since compiled templates do not travel.

    Raises:
        SummaryError: There is no such pack, or it has errors; all findings are in it.
    """
    from summarykit import packs  # noqa: PLC0415 - see the module's docstring

    loaded = packs.load_pack(os.fspath(pack))
    if loaded.pack is None:
        raise SummaryError(loaded.findings)
    return loaded.pack


def describe(finding: Finding, lang: "Language" = "zh") -> str:
    """Return a finding as people read it, in Chinese or English: place, sentence and hint."""
    from summarykit.l10n import messages  # noqa: PLC0415 - see the module's docstring

    return messages.describe(finding, lang)


def json_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a record: either name of a field is a key.

    Titles and descriptions are Chinese.
    """
    from summarykit.model import schema  # noqa: PLC0415 - see the module's docstring

    return schema.json_schema()


def fitting_report(record: YearRecord, pack: "Pack") -> str:
    """Return the report that tells most of the record and, among these, least beside it."""
    present = set(record.programmes)

    def fit(report: str) -> tuple[int, int]:
        told = set(pack.reports[report].programmes or ProgrammeKind)
        return len(told & present), -len(told)

    return max(pack.reports, key=fit)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What somebody asks for; nothing of it has been looked at yet."""

    report: str | None
    pack: "Pack | str | os.PathLike[str]"
    audience: str
    length: str
    programmes: tuple[str, ...]


def _several(programmes: Iterable[str]) -> tuple[str, ...]:
    # One name alone is a text, whose letters are not names.
    return (programmes,) if isinstance(programmes, str) else tuple(programmes)


def _composed(record: RecordOrPath, wish: _Wish) -> tuple[Summary | None, tuple[Finding, ...]]:
    """Return the summary, unless there are errors, and the findings of every stage."""
    from summarykit.compose import Audience, Extent  # noqa: PLC0415 - see the module's docstring
    from summarykit.compose import compose as composing  # noqa: PLC0415 - as above
    from summarykit.compose.completeness.leaving import Telling  # noqa: PLC0415 - as above
    from summarykit.compose.scope import Assignment  # noqa: PLC0415 - as above
    from summarykit.packs import Length  # noqa: PLC0415 - as above

    found, read = _record(record)
    loaded = _pack(wish.pack)
    findings = [*read, *loaded.findings, *_unknown_choices(wish)]
    if found.record is None or loaded.pack is None or has_errors(findings):
        return None, tuple(findings)  # only of a sound record are its templates judged
    chosen = _report_id(wish.report, loaded.pack) or fitting_report(found.record, loaded.pack)
    extent = Extent(Length(wish.length), _kinds(wish.programmes))
    if elsewhere := _told_elsewhere(extent.programmes, loaded.pack.reports.get(chosen)):
        return None, (*findings, *elsewhere)
    audience = Audience(wish.audience)
    composed = composing(found.record, loaded.pack, chosen, audience, extent)
    findings += (found.placed(finding) for finding in composed.findings)
    if composed.document is None or has_errors(findings):
        return None, tuple(findings)
    task = Assignment(loaded.pack, loaded.pack.reports[chosen], audience, extent.programmes)
    made = Summary(
        report=chosen,
        record=found.record,
        document=composed.document,
        layout=loaded.pack.layout,
        findings=tuple(findings),
        _account=_Account(Telling.of(task, composed.shortening)),
    )
    return made, made.findings


def _unknown_choices(wish: _Wish) -> Iterator[Finding]:
    """Yield an error for each choice that is none of those there are."""
    from summarykit.compose import Audience  # noqa: PLC0415 - see the module's docstring
    from summarykit.packs import Length  # noqa: PLC0415 - as above

    if wish.audience not in set(Audience):
        yield _unknown(message("there is no audience {found}", found=wish.audience), Audience)
    if wish.length not in set(Length):
        yield _unknown(message("there is no length {found}", found=wish.length), Length)
    for name in wish.programmes:
        if name not in _PROGRAMMES:
            yield _unknown_work(name)


_PROGRAMMES: Final = {name: kind for kind in ProgrammeKind for name in (kind.value, kind.label)}


def _unknown_work(found: str) -> Finding:
    from summarykit.l10n.nearest import nearest  # noqa: PLC0415 - see the module's docstring

    said = message("there is no kind of work {found}", found=found)
    if near := nearest(str(found), _PROGRAMMES):
        hint = message("did you mean {name}?", name=near)
        return Finding(Severity.ERROR, Code.WRONG_VALUE, said, hint=hint)
    return _unknown(said, tuple(f"{kind.value}（{kind.label}）" for kind in ProgrammeKind))


def _told_elsewhere(
    asked: tuple[ProgrammeKind, ...], spec: "ReportSpec | None"
) -> list[Finding]:
    """Return an error when the report tells none of the work that is asked for."""
    if not asked or spec is None or not spec.programmes or set(asked) & set(spec.programmes):
        return []
    said = message("the report {name} does not tell of {names}", name=spec.name, names=asked)
    hint = message("choose a report that tells of it: `summarykit reports` lists them")
    return [Finding(Severity.ERROR, Code.PROGRAMME_MISSING, said, hint=hint)]


def _kinds(names: Iterable[str]) -> tuple[ProgrammeKind, ...]:
    return tuple(_PROGRAMMES[name] for name in names)


def _pack(pack: "Pack | str | os.PathLike[str]") -> "PackResult":
    """Return the pack, loaded or given."""
    from summarykit import packs  # noqa: PLC0415 - see the module's docstring

    if isinstance(pack, packs.Pack):
        return packs.PackResult(pack, ())
    return packs.load_pack(os.fspath(pack))


def _report_id(report: str | None, pack: "Pack") -> str | None:
    """Return the id of the report that is called so, by its id or by its name."""
    called = (spec.id for spec in pack.reports.values() if report in (spec.id, spec.name))
    return next(called, report)


@dataclass(frozen=True, slots=True)
class _Found:
    """A record, and where its fields stand when it came from a file."""

    record: YearRecord | None
    places: "Places | None" = None

    def placed(self, finding: Finding) -> Finding:
        """Return the finding with the line of the field it is about."""
        if self.places is None or finding.at.source is not None or not finding.at.path:
            return finding
        return replace(finding, at=self.places.place(finding.at.path))


def _record(record: RecordOrPath) -> tuple[_Found, tuple[Finding, ...]]:
    if isinstance(record, YearRecord):
        from summarykit import facts  # noqa: PLC0415 - see the module's docstring

        return _Found(record), tuple(facts.check(record))
    from summarykit import readers  # noqa: PLC0415 - as above

    if isinstance(record, Mapping):
        read = readers.read_data(record)
        return _Found(read.record), read.findings
    read = readers.read_record(record)
    return _Found(read.record, read.places), read.findings


def _unknown(said: Message, known: Iterable[str]) -> Finding:
    hint = message("there are: {names}", names=tuple(map(str, known)))
    return Finding(Severity.ERROR, Code.WRONG_VALUE, said, hint=hint)


def _not_read_as(found: str) -> Finding:
    said = message("records are not read as {found}", found=found)
    hint = message("there are: {names}", names=_TEXT_FORMATS)
    return Finding(Severity.ERROR, Code.FORMAT_UNKNOWN, said, hint=hint)


def _unknown_format(found: str, place: Place, known: Iterable[str]) -> Finding:
    if not found:
        said = message("the name says no format")
        hint = message("add {endings} to it", endings=tuple(f".{name}" for name in known))
        return Finding(Severity.ERROR, Code.WRITER_UNKNOWN, said, place, hint)
    said = message("summaries are not written as {found}", found=found)
    hint = message("there are: {names}", names=tuple(known))
    return Finding(Severity.ERROR, Code.WRITER_UNKNOWN, said, place, hint)
