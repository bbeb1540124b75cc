"""A record in, a summary out: what somebody asks for is looked at, and made."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from summarykit.api.loading import DEFAULT_PACK, pack_of
from summarykit.api.records import Found, RecordOrPath, found_record
from summarykit.api.summaries import Account, Kept, Summary
from summarykit.api.wishes import (
    REPORTS,
    Wish,
    audience_of,
    kinds_of,
    told_elsewhere,
    wrong_wishes,
)
from summarykit.api.year_on_year import Beside, set_beside
from summarykit.diagnostics import Finding, SummaryError, has_errors
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme

if TYPE_CHECKING:
    import os

    from summarykit.packs import Pack, PackResult

LengthName: TypeAlias = Literal["short", "standard", "long", "简短", "标准", "详细"]


def compose(  # noqa: PLR0913 - what is asked for, one by one
    record: RecordOrPath,
    *,
    report: str | None = None,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    audience: str = "public",
    length: LengthName = "standard",
    programmes: Iterable[str] = (),
    previous: RecordOrPath | None = None,
) -> Summary:
    """Return the summary that `report` of `pack` makes of a record, or of the file of one.

    A mapping is read as by `parse_record`; `pack` is a name, a folder or a loaded pack, and the
    record may name the kinds of work and of measure that it adds.
    `report` is an id or a name (`left_behind_care`, `关爱留守儿童`); without one, it is the
    report that tells most of the record, or of the `programmes` asked for, and least beside.
    Given a file, findings have its lines. `audience` is one of the pack, by its id or name:
    `public` (公开) leaves out what may not hang on the wall; `internal` (内部) is for the
    bureau.
    What is kept from the readers is in `Summary.audit`. `length` drops and merges what
    matters least until the text is about as long as the report says; `long` tells everything
    that the report has room for; it has Chinese names, too (`简短`).
    `programmes` names the kinds of work to tell, by their English or Chinese names, where a
    report tells several; none means all.
    `previous` is the record of the same organisation for the period before: then the summary
    tells what has changed where both were counted alike, and what became of its next steps
    where the record says so; what does not agree and what was copied are findings.

    Raises:
        SummaryError: There are errors; all findings are in it, and where the record itself has
            errors, what it leaves unsaid (`facts.weak_links`), too.
    """
    wish = Wish(report, pack, audience, length, programmes, previous)
    read = asked_for(record, wish)
    summary, findings = composed_as(read, wish)
    if summary is None:
        # Whoever has to mend the record sees in one run all there is to mend.
        raise SummaryError((*findings, *(_weak_links(read) if read.is_wrong else ())))
    return summary


def check(  # noqa: PLR0913 - as above
    record: RecordOrPath,
    *,
    report: str | None = None,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    audience: str = "internal",
    length: LengthName = "long",
    programmes: Iterable[str] = (),
    previous: RecordOrPath | None = None,
) -> tuple[Finding, ...]:
    """Return all findings of a record, or of the file of one, and of composing it.

    What goals, measures, results and next steps leave unsaid (`facts.weak_links`) comes last.
    Errors are findings too: nothing is raised. It is composed for the bureau and in full unless
    told otherwise, since the more is told, the more is found. `previous` is as in `compose`.
    """
    wish = Wish(report, pack, audience, length, programmes, previous)
    read = asked_for(record, wish)
    _, findings = composed_as(read, wish)
    return (*findings, *_weak_links(read))


def fitting_report(record: YearRecord, pack: "Pack", asked: Iterable[AnyProgramme] = ()) -> str:
    """Return the report that tells most of the record and, among these, least beside it.

    Where some of the work is `asked` for, it is the one that tells most of that.
    """
    present = set(asked) or set(record.programmes)

    def fit(report: str) -> tuple[int, int]:
        told = set(pack.reports[report].programmes or pack.vocabulary.programmes)
        return len(told & present), -len(told)

    return max(pack.reports, key=fit)


@dataclass(frozen=True, slots=True)
class Asked:
    """The pack and the record that are asked for, and what is wrong with them."""

    loaded: "PackResult"
    beside: Beside
    findings: tuple[Finding, ...]
    is_wrong: bool
    """Whether the record itself has errors, not only what is asked for beside it."""

    @property
    def found(self) -> Found:
        """The record, without the one before."""
        return self.beside.own


def asked_for(record: RecordOrPath, wish: Wish) -> Asked:
    """Return what somebody asks for, read and looked at."""
    loaded = pack_of(wish.pack)
    found, wrong = found_record(record, loaded.vocabulary)
    pack = loaded.pack
    wishes = wrong_wishes(wish, loaded.vocabulary, pack.audiences) if pack else ()
    beside, differing = set_beside(found, wish.previous, loaded.vocabulary)
    findings = (*wrong, *loaded.findings, *wishes, *differing)
    return Asked(loaded, beside, findings, has_errors(wrong))


def _weak_links(read: Asked) -> tuple[Finding, ...]:
    """Return what a record leaves unsaid, if it can be read at all."""
    from summarykit import facts  # noqa: PLC0415 - see the package's docstring

    if read.found.record is None:
        return ()
    return tuple(map(read.found.placed, facts.weak_links(read.found.record)))


def composed_as(read: Asked, wish: Wish) -> tuple[Summary | None, tuple[Finding, ...]]:
    """Return the summary, unless there are errors, and the findings of every stage."""
    from summarykit.compose import Extent  # noqa: PLC0415 - see the package's docstring
    from summarykit.compose import compose as composing  # noqa: PLC0415 - as above
    from summarykit.compose.completeness.leaving import Telling  # noqa: PLC0415 - as above
    from summarykit.compose.scope import Assignment  # noqa: PLC0415 - as above
    from summarykit.compose.strange_kinds import as_known  # noqa: PLC0415 - as above
    from summarykit.packs import Length  # noqa: PLC0415 - as above

    pack, known, found = read.loaded.pack, read.loaded.vocabulary, read.found
    if found.record is None or pack is None or has_errors(read.findings):
        return None, read.findings  # only of a sound record are its templates judged
    record = as_known(found.record, known)
    chosen = _report_id(wish, record, pack)
    extent = Extent(Length(wish.length), kinds_of(wish, known), read.beside.year_on_year)
    if elsewhere := told_elsewhere(extent.programmes, pack.reports.get(chosen)):
        return None, (*read.findings, *elsewhere)
    audience = audience_of(wish, pack.audiences)
    assert audience is not None  # noqa: S101 - `asked_for` has looked
    composed = composing(record, pack, chosen, audience, extent)
    findings = (*read.findings, *map(found.placed, composed.findings))
    if composed.document is None or has_errors(findings):
        return None, findings
    task = Assignment(pack, pack.reports[chosen], audience, extent.programmes)
    made = Summary(
        report=chosen,
        record=composed.record or record,
        document=composed.document,
        layout=pack.layout,
        findings=findings,
        audit=composed.audit,
        _account=Account(Telling.of(task, composed.shortening)),
        _kept=Kept(read.beside, composed.taken),
    )
    return made, made.findings


def _report_id(wish: Wish, record: YearRecord, pack: "Pack") -> str:
    """Return the id of the report that is asked for by id or name, or the one that fits."""
    if wish.report is None:
        return fitting_report(record, pack, kinds_of(wish, pack.vocabulary))
    called = (spec.id for spec in pack.reports.values() if wish.report in (spec.id, spec.name))
    return next(called, _elsewhere(str(wish.report), pack))


def _elsewhere(report: str, pack: "Pack") -> str:
    """Return the report that people call so, if the pack has it; else the name as it is."""
    other = REPORTS.get(report, report)
    return other if other in pack.reports else report
