"""The names a template can use: views of the record, cut to what a report is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from summarykit.compose.belonging import BY_PROGRAMME, of_programmes
from summarykit.compose.extra_fields import is_internal, told_fields
from summarykit.compose.language.period import period_name
from summarykit.compose.length.depths import UNSHORTENED, Shortening
from summarykit.compose.measures.offering import measure_offers
from summarykit.compose.offers import Offer, offers
from summarykit.compose.outline.items import Material
from summarykit.compose.outline.merging import Lines
from summarykit.compose.outline.outlining import Outliner
from summarykit.compose.planning import is_plan, left_out_fields
from summarykit.compose.situation.rates import portions
from summarykit.compose.situation.situating import situated
from summarykit.compose.views import Missing, Names, Shown, ShownList, View, view
from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts import value_of
from summarykit.facts.partitions import PARTS, Shares, partitions
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.added import AddedProgramme, AnyProgramme, in_order
from summarykit.model.audience import Audience
from summarykit.model.entity import Entity, Item
from summarykit.model.record import ExtraFact, Programme
from summarykit.model.vocabulary import Cohort, ProgrammeKind
from summarykit.packs import Pack, ReportSpec
from summarykit.privacy.withholding import hidden_fields, is_for

if TYPE_CHECKING:
    from summarykit.compose.earlier.beside import Earlier
    from summarykit.facts.earlier import Taken

E = TypeVar("E", bound=Entity)


def programmes_of(
    record: YearRecord, report: ReportSpec, chosen: tuple[AnyProgramme, ...] = ()
) -> tuple[AnyProgramme, ...]:
    """Return the programmes of the record that the report tells, in the order it names them.

    A report that names none tells all, in the order of the domain, those that a pack adds last;
    `chosen` are those asked for, none means all.
    """
    wanted = report.programmes or in_order(record.programmes)
    asked = chosen or wanted
    return tuple(kind for kind in wanted if kind in record.programmes and kind in asked)


TOLD_WITH: Final[Mapping[AnyProgramme, tuple[Path, ...]]] = MappingProxyType(
    {
        ProgrammeKind.DROPOUT_PREVENTION: (
            *(("responsibilities", name) for name in ("areas", "lines", "chains", "contracts")),
            ("enrolment_flow",),
        ),
        ProgrammeKind.HOME_VISITS: (("home_visits",),),
    }
)
"""What belongs to one programme, though the record keeps it beside the programmes."""


def elsewhere(record: YearRecord, kinds: Iterable[AnyProgramme]) -> frozenset[Path]:
    """Return the places of what a report on `kinds` leaves to the report that it belongs to.

    A record without that programme has no such report; then any report tells it.
    """
    others = set(record.programmes).difference(kinds)
    return frozenset(path for kind in others for path in TOLD_WITH.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is to be written: which report of a pack, for whom, of which programmes."""

    pack: Pack
    report: ReportSpec
    audience: Audience
    programmes: tuple[AnyProgramme, ...] = ()
    """The programmes to tell; none means all that the report tells."""

    earlier: "Earlier | None" = None
    """What is told of the period before, where its record is given."""

    shares: Shares | None = None
    """The shares of the record that are apportioned; None where they are not yet known."""

    @property
    def taken(self) -> "Taken | None":
        """What is taken from the record of the period before."""
        return None if self.earlier is None else self.earlier.taken

    def shares_of(self, record: YearRecord) -> Shares:
        """Return the shares of `record` that are not what they would be if rounded singly."""
        return partitions(record).adjusted() if self.shares is None else self.shares

    def kinds(self, record: YearRecord) -> tuple[AnyProgramme, ...]:
        """Return the programmes of `record` that are told, in the order the report has them."""
        return programmes_of(record, self.report, self.programmes)


def scope(
    record: YearRecord,
    assignment: Assignment,
    shortening: Shortening = UNSHORTENED,
    unmentioned: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return the names that the templates of a report can use.

    What the audience must not see is in none of them, `record` and `linked` included.
    `unmentioned` are the facts declared by the pack that its templates are known not to tell.
    """
    report, terms = assignment.report, assignment.pack.wording.terms
    kinds = assignment.kinds(record)
    absent = left_out_fields(record, report, kinds)
    internal = _internal(record, assignment)
    withheld = _withheld(record, assignment.audience) | internal
    shares = assignment.shares_of(record)
    seen = _Seen(record, assignment.audience, shortening, absent, internal, shares)
    told = {name: seen.told(name) for name in BY_PROGRAMME}
    lists = {
        name: ShownList.named(entries.ref, of_programmes(entries, kinds, record))
        for name, entries in told.items()
    }
    fields, lists["extra"] = told_fields(lists["extra"], assignment.pack.fields, unmentioned)
    programmes = tuple(seen.programme(kind) for kind in kinds)
    apart = elsewhere(record, kinds).union((name,) for name in absent)
    visits, duties = seen.visits(apart), seen.duties(apart)
    material = partial(
        Material, programmes, lists, duties, visits, terms=terms, shortening=shortening
    )
    names = {
        "record": seen.whole(told, visits, duties),
        **_surroundings(record, assignment, shortening),
        "programmes": programmes,
        "programme": programmes[0] if programmes else None,
        "all_planned": is_plan(record, kinds),
        "fields": fields,
        "population": seen.population(report),
        "flows": seen.flows(apart),
        **lists,
        "outline": Offer(Outliner(record, material)),
        "lines_of": Offer(Lines(terms, record.period)),
        **offers(record, withheld, shortening, shares),
    }
    names |= measure_offers(record, names, terms)
    names |= _of_earlier(record, names, assignment.earlier)
    return situated(names, replace(seen, shortening=UNSHORTENED), report)


def _of_earlier(
    record: YearRecord, names: Mapping[str, Any], earlier: "Earlier | None"
) -> dict[str, Offer]:
    """Return what tells of the period before; nothing is told without its record."""
    if earlier is None:
        return {"compared": Offer(tuple), "followed_up": Offer(tuple)}
    return {
        "compared": Offer(lambda: earlier.compared(record, names)),
        "followed_up": Offer(earlier.followed_up),
    }


def _surroundings(
    record: YearRecord, assignment: Assignment, shortening: Shortening
) -> dict[str, object]:
    """Return what stands around the work: who writes, of when, which report, in what words."""
    wording = assignment.pack.wording
    return {
        "organisation": View(record.organisation, "organisation", shortening),
        "period": View(record.period, "period"),
        "period_name": period_name(record.period),
        "report": _report(assignment.report),
        "voice": Names(wording.voice[record.organisation.level]),
        "terms": Names({kind: Names(terms) for kind, terms in wording.terms.items()}),
    }


def _report(report: ReportSpec) -> Names:
    cohorts = tuple(cohort.value for cohort in report.cohorts)
    sections = tuple(section.id for section in report.sections)
    names = {
        "id": report.id,
        "name": report.name,
        "kind": report.kind.value,
        "cohorts": cohorts,
        "sections": sections,
    }
    return Names(names)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What of a record an audience may see, in a document of a length."""

    record: YearRecord
    audience: Audience
    shortening: Shortening
    absent: frozenset[str]
    """Fields of the record and of its programmes that the report does not tell."""
    internal: frozenset[str]
    """The facts that the pack declares for the bureau alone, where the public reads."""
    shares: Shares
    """The shares of parts that are apportioned otherwise than they would be rounded."""

    def programme(self, kind: AnyProgramme) -> View:
        """Return a programme, with its English and Chinese names beside its fields.

        One that a pack adds says whom it is for, too.
        """
        ref = child("programmes", kind.value)
        programme = self.record.programmes[kind]
        told: dict[str, object] = {
            name: Missing(child(ref, name))
            for name in self.absent
            if name in Programme.model_fields
        }
        if isinstance(kind, AddedProgramme):
            told["cohorts"] = kind.cohorts or (Cohort.ENROLLED,)
        return View(programme, ref, self.shortening, kind=kind.value, label=kind.label, **told)

    def whole(
        self, told: Mapping[str, ShownList], visits: View | Missing, duties: View | Missing
    ) -> View:
        """Return the record, with what may be told of it in place of all that it holds."""
        cut = {**self._otherwise(), **told, "home_visits": visits, "responsibilities": duties}
        return View(self.record, "", self.shortening, **cut)

    def _otherwise(self) -> dict[str, object]:
        """Return the fields of the record that are told otherwise than they stand, or not."""
        names = self.absent.intersection(YearRecord.model_fields).difference(BY_PROGRAMME)
        missing = {name: Missing(name) for name in names - {"home_visits", "responsibilities"}}
        return {"partitions": self._partitions(), **missing}

    def _partitions(self) -> ShownList:
        """Return the partitions whose parts are all told."""
        entries = self._entries("partitions", self.record.partitions)
        whole = (p for p in entries if not any(map(self.shortening.drops, p[1].parts)))
        views = (View(entry, ref, self.shortening) for ref, entry in whole)
        return ShownList.named("partitions", views)

    def flows(self, apart: frozenset[Path]) -> object:
        """Return the movements of pupils."""
        flows = () if ("enrolment_flow",) in apart else self.record.enrolment_flow
        return view(flows, "enrolment_flow", self.shortening)

    def told(self, name: str) -> ShownList:
        """Return those entries of a list that belongs to programmes that may be told."""
        listed = () if name in self.absent else getattr(self.record, name)
        entries = self._entries(name, listed)
        shown = (pair for pair in entries if pair[0] not in self.internal)
        told = (pair for pair in shown if is_for(self.audience, pair[1]))
        return ShownList.named(name, (self._entry(entry, ref) for ref, entry in told))

    def population(self, report: ReportSpec) -> ShownList:
        """Return the counts of the cohorts that a report is about."""
        wanted = report.cohorts or tuple(Cohort)
        entries = self._entries("population", self.record.population)
        told = ((ref, e) for ref, e in entries if e.cohort in wanted)
        kept = (self._part(entry, ref) for ref, entry in told)
        return ShownList.named("population", kept)

    def duties(self, apart: frozenset[Path]) -> View | Missing:
        """Return who answers for what, but for what another report tells."""
        ref, duties = "responsibilities", self.record.responsibilities
        if duties is None or (ref,) in apart:
            return Missing(ref)
        names = [path[1] for path in apart if path[0] == ref and len(path) > 1]
        hidden = {str(name): Missing(child(ref, str(name))) for name in names}
        return View(duties, ref, self.shortening, **hidden)

    def visits(self, apart: frozenset[Path]) -> View | Missing:
        """Return the home visits; of single ones the public sees little more than how many."""
        home = self.record.home_visits
        if home is None or ("home_visits",) in apart:
            return Missing("home_visits")
        ref = "home_visits.visits"
        visits = (self._reduced(e, called) for called, e in self._entries(ref, home.visits))
        shown = ShownList.named(ref, visits)
        return View(home, "home_visits", self.shortening, visits=shown)

    def _entries(self, ref: str, entries: Iterable[E]) -> Iterator[tuple[str, E]]:
        named = ((item(ref, i, entry), entry) for i, entry in enumerate(entries))
        return (pair for pair in named if not self.shortening.drops(pair[0]))

    def _entry(self, entry: Entity, ref: str) -> View:
        if isinstance(entry, ExtraFact):
            value = Shown(value_of(entry), child(ref, "value"))
            return View(entry, ref, value=value, declared=False)
        return self._reduced(entry, ref)

    def _reduced(self, entry: Entity, ref: str) -> View:
        """Return the view of an entry without what the audience may not know of a child."""
        hidden = hidden_fields(self.audience, type(entry))
        missing = {name: Missing(child(ref, name)) for name in hidden}
        return self._part(entry, ref, **missing)

    def _part(self, entry: Entity, ref: str, **more: object) -> View:
        """Return the view of an entry, its count with the share that is apportioned to it."""
        own = portions(entry, ref, self.shares) if type(entry) in PARTS else {}
        return View(entry, ref, self.shortening, **own, **more)


def _withheld(record: YearRecord, audience: Audience) -> frozenset[str]:
    """Return the ids of the entries that are kept from the audience, in whole or in part."""
    visits = record.home_visits.visits if record.home_visits else ()
    entries: list[Item] = [*record.cases, *visits, *record.attachments]
    kept = (e for e in entries if not is_for(audience, e) or hidden_fields(audience, type(e)))
    return frozenset(entry.id for entry in kept if entry.id)


def _internal(record: YearRecord, assignment: Assignment) -> frozenset[str]:
    """Return the facts that the audience must not see since the pack says so."""
    if not assignment.audience.is_public:
        return frozenset()
    fields = assignment.pack.fields
    named = ((item("extra", i, fact), fact) for i, fact in enumerate(record.extra))
    return frozenset(ref for ref, fact in named if is_internal(fact, fields))


def without_consent(record: YearRecord, told: Iterable[View]) -> Iterator[Finding]:
    """Yield a warning for each case that is told though no guardian has agreed to it."""
    entities = [view.entity for view in told]
    for index, case in enumerate(record.cases):
        if not case.consent and any(case is entity for entity in entities):
            said = message("a case is told without the consent of the guardian")
            hint = message("ask the guardian, or mark the case as confidential")
            place = Place(path=("cases", index))
            yield Finding(Severity.WARNING, Code.CASE_WITHOUT_CONSENT, said, place, hint)
