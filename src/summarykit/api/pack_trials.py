"""A pack tried out: every report composed of much and of next to nothing.

The records are the fullest one there is and one with an organisation, a period and a single
programme; both audiences and each length are tried. What is said about the records is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from summarykit.api.records import read_record
from summarykit.compose import Audience, Composed, Extent, compose
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.document import Section, plain
from summarykit.model import YearRecord
from summarykit.model.added import AddedMeasure
from summarykit.model.plan import Measure
from summarykit.model.record import ExtraFact, Programme
from summarykit.model.vocabulary import MeasureStatus, ProgrammeKind
from summarykit.packs import (
    Length,
    Pack,
    ReportSpec,
    SectionKind,
    SectionSpec,
    WhenEmpty,
    bundled,
)
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.tools.affected import Affected
from summarykit.packs.tools.opened import OpenPack

_FULLEST: Final = "full-school-year.yaml"
_Way = tuple[Audience, Length]
_WAYS: Final[tuple[_Way, ...]] = tuple(
    (audience, length) for audience in (Audience.PUBLIC, Audience.INTERNAL) for length in Length
)
"""The last one tells most."""
_VALUES: Final = {
    "quantity": "12名",
    "money": "1200元",
    "date": "2024-03-05",
    "text": "示例",
}
_OF_TEMPLATES: Final = frozenset(
    {
        Code.TEMPLATE_MISSING,
        Code.TEMPLATE_SYNTAX,
        Code.TEMPLATE_FAILED,
        Code.TEMPLATE_LIMIT,
        Code.MARKUP_REFUSED,
    }
)


def tried_out(
    pack: Pack, opened: OpenPack, reach: Affected, progress: Callable[[int, int], None]
) -> Iterator[Finding]:
    """Yield what is wrong with a pack that only its documents show, once for each place.

    The reports that its changes reach are made in every way; of the others it may be that the
    titles are looked at.
    """
    fullest = _with_kinds(_with_fields(_fullest(), pack), pack)
    reports = [_forgiving(spec) for spec in pack.reports.values()]
    forgiving = replace(pack, reports={spec.id: spec for spec in reports})
    tried = [spec for spec in reports if reach.titles or spec.id in reach.wholly]
    plans = [(spec, _plan(spec, fullest, wholly=spec.id in reach.wholly)) for spec in tried]
    total, done = sum(len(plan) for _, plan in plans), 0
    seen: set[tuple[Code, Place]] = set()
    for spec, plan in plans:
        trial = _Trial(spec)
        for record, (audience, length) in plan:
            progress(done, total)
            trial.keep(compose(record, forgiving, spec.id, audience, Extent(length)))
            done += 1
        if spec.id in reach.wholly:
            _fill_what_is_empty(trial, forgiving)
        failures = (_of_file(one, spec, opened) for one in trial.failures)
        judged = _judged(trial, opened, wholly=spec.id in reach.wholly)
        for finding in (*failures, *judged):
            if (finding.code, finding.at) not in seen:
                seen.add((finding.code, finding.at))
                yield finding
    progress(total, total)


def _plan(
    spec: ReportSpec, fullest: YearRecord, *, wholly: bool
) -> list[tuple[YearRecord, _Way]]:
    """Return the records to make a report of, and in which ways.

    A record that says next to nothing has nothing to hide or to shorten: one way shows all. So
    it is with words that differ: whatever is left out has been printed at full length.
    """
    empty = (_emptiest(spec), _WAYS[-1])
    return [*((fullest, way) for way in (_WAYS if wholly else _WAYS[-1:])), empty]


def _with_fields(record: YearRecord, pack: Pack) -> YearRecord:
    """Return the record with a value for each fact that the pack alone knows."""
    facts = tuple(
        ExtraFact(name=one.name, type=one.type, value=_VALUES[one.type])
        for one in pack.fields.values()
    )
    return record.model_copy(update={"extra": (*record.extra, *facts)})


def _with_kinds(record: YearRecord, pack: Pack) -> YearRecord:
    """Return the record with a programme for each that the pack adds, and all its measures."""
    measures = tuple(_measures_of_all(pack.vocabulary.added_measures, record))
    if not (measures or pack.vocabulary.added_programmes):
        return record
    first = next(iter(record.programmes))
    own = record.programmes[first]
    changed = {first: own.model_copy(update={"measures": (*own.measures, *measures)})}
    added = dict.fromkeys(pack.vocabulary.added_programmes, _nameless(own, measures))
    return record.model_copy(update={"programmes": {**record.programmes, **changed, **added}})


def _nameless(programme: Programme, measures: tuple[Measure, ...]) -> Programme:
    """Return a programme with other measures, its entries without ids that others have."""
    bare = {
        name: tuple(entry.model_copy(update={"id": None}) for entry in getattr(programme, name))
        for name in ("goals", "results", "difficulties", "next_steps")
    }
    return programme.model_copy(update={**bare, "measures": measures, "title": None})


def _measures_of_all(kinds: Iterable[AddedMeasure], record: YearRecord) -> Iterator[Measure]:
    """Yield the fullest measure there is and one that is only practised, of every kind."""
    every = [m for programme in record.programmes.values() for m in programme.measures]
    fullest = max(every, key=lambda measure: len(measure.model_fields_set))
    practice = fullest.practice or fullest.kind.label
    for kind in kinds:
        yield fullest.model_copy(update={"id": None, "kind": kind, "name": None})
        yield Measure(kind=kind, practice=practice)


def _forgiving(spec: ReportSpec) -> ReportSpec:
    """Return a report that does not mind what a record lacks."""
    sections = tuple(
        section.model_copy(update={"when_empty": WhenEmpty.OMIT}) for section in spec.sections
    )
    return spec.model_copy(update={"sections": sections})


def _emptiest(spec: ReportSpec) -> YearRecord:
    """Return the record that says least of those that a report can be made of."""
    kind = spec.programmes[0] if spec.programmes else ProgrammeKind.LEFT_BEHIND_CARE
    return YearRecord.model_validate(
        {
            "organisation": {"name": "青石镇中心小学", "level": "school"},
            "period": {"kind": "school_year"},
            "programmes": {kind: {}},
        }
    )


def _fill_what_is_empty(trial: "_Trial", pack: Pack) -> None:
    """Look for a record that has something for the sections that have been empty so far.

    The fullest one is too much for a short report, and no plan.
    """
    for record in _others():
        if not trial.empty():
            return
        for length in Length:
            extent = Extent(length)
            trial.keep(compose(record, pack, trial.spec.id, Audience.INTERNAL, extent))


@cache
def _fullest() -> YearRecord:
    return read_record(bundled("examples") / _FULLEST)


@cache
def _others() -> tuple[YearRecord, ...]:
    """Return the other examples, and what the fullest one would be as a plan."""
    paths = sorted(bundled("examples").glob("*.yaml"))
    full = _fullest()
    return (
        *(read_record(path) for path in paths if path.name != _FULLEST),
        full.model_copy(
            update={
                "programmes": {k: _planned(p) for k, p in full.programmes.items()},
                "activities": (),
            }
        ),
    )


def _planned(programme: Programme) -> Programme:
    planned = {"status": MeasureStatus.PLANNED}
    measures = tuple(one.model_copy(update=planned) for one in programme.measures)
    return programme.model_copy(update={"measures": measures, "results": ()})


@dataclass(slots=True)
class _Trial:
    """What the documents of one report have shown."""

    spec: ReportSpec
    failures: list[Finding] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    untitled: bool = False
    long_title: Finding | None = None

    def empty(self) -> tuple[SectionSpec, ...]:
        """Return the sections that no document has had so far."""
        return tuple(
            section
            for section in self.spec.sections
            if section.kind is SectionKind.TEXT and f"{section.id}/section" not in self.filled
        )

    def keep(self, made: Composed) -> None:
        """Keep what one document shows."""
        self.failures += (one for one in made.findings if one.code in _OF_TEMPLATES)
        for finding in made.findings:
            if finding.code is Code.TITLE_TOO_LONG:
                self.long_title = finding
        if made.document is not None:
            self.untitled |= not plain(made.document.title).strip()
            self.filled |= {b.id for b in made.document.blocks if isinstance(b, Section)}


def _judged(trial: _Trial, opened: OpenPack, *, wholly: bool) -> Iterator[Finding]:
    """Yield what no single document shows of a report."""
    if trial.untitled:
        said = message("the title of the report is empty with some records")
        at = _place(trial.spec, ("title",), opened)
        yield Finding(Severity.ERROR, Code.PACK_INVALID, said, at)
    if trial.long_title:
        hint = message("shorten the title of the report")
        yield replace(trial.long_title, at=_place(trial.spec, ("title",), opened), hint=hint)
    if trial.failures or not wholly:
        return  # a section that fails is empty, too
    for section in trial.empty():
        title = section.title or section.id
        said = message("the section {title} is empty with every record", title=title)
        at = _place(trial.spec, (SECTIONS, section.id, "id"), opened)
        yield Finding(Severity.WARNING, Code.SECTION_NEVER_FILLED, said, at)


def _of_file(finding: Finding, spec: ReportSpec, opened: OpenPack) -> Finding:
    """Return what fails in a title, a template in a file, with the line of that file."""
    _, stands, key = (finding.at.source or "").rpartition("#")
    return replace(finding, at=_place(spec, (key,), opened)) if stands else finding


def _place(spec: ReportSpec, keys: tuple[str, ...], opened: OpenPack) -> Place:
    """Return the line of the nearest file that says something of the report at `keys`."""
    setting = opened.settings(spec.path).get(keys)
    return setting.steps[0].place if setting else Place(source=opened.lineage.source(spec.path))
