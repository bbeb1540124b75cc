"""The names a template can use: views of the record, cut to what a report is about."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from summarykit.compose.offers import offers
from summarykit.compose.period import period_name
from summarykit.compose.views import Missing, Names, Shown, ShownList, View, view
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.facts import declared_value
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, Item
from summarykit.model.events import Visit
from summarykit.model.outcome import Case
from summarykit.model.record import Attachment, ExtraFact
from summarykit.model.vocabulary import Cohort, ProgrammeKind, Sensitivity
from summarykit.packs import Pack, ReportSpec

BY_PROGRAMME: Final = (
    "indicators",
    "policies",
    "slogans",
    "activities",
    "aid",
    "donations",
    "rules",
    "attachments",
    "cases",
    "extra",
)


class Audience(StrEnum):
    """For whom a summary is: `internal` goes to the bureau, `public` may hang on the wall."""

    INTERNAL = "internal"
    PUBLIC = "public"


def programmes_of(record: YearRecord, report: ReportSpec) -> tuple[ProgrammeKind, ...]:
    """Return the programmes of the record that the report tells, in the order it names them.

    A report that names none tells all, in the order of the domain.
    """
    wanted = report.programmes or tuple(ProgrammeKind)
    return tuple(kind for kind in wanted if kind in record.programmes)


def scope(
    record: YearRecord, pack: Pack, report: ReportSpec, audience: Audience
) -> dict[str, Any]:
    """Return the names that the templates of `report` can use.

    What the audience must not see is in none of them, `record` and `linked` included.
    """
    kinds = programmes_of(record, report)
    programmes = tuple(_programme(record, kind) for kind in kinds)
    told = _told(record, audience)
    lists = {name: _relevant(entries, kinds) for name, entries in told.items()}
    return {
        "record": View(record, "", **told, home_visits=_visits(record, audience)),
        "organisation": View(record.organisation, "organisation"),
        "period": View(record.period, "period"),
        "period_name": period_name(record.period),
        "programmes": programmes,
        "programme": programmes[0] if programmes else None,
        "report": _report(report),
        "voice": Names(pack.wording.voice[record.organisation.level]),
        "terms": Names({k: Names(v) for k, v in pack.wording.terms.items()}),
        "population": _population(record, report),
        "flows": view(record.enrolment_flow, "enrolment_flow"),
        **lists,
        **offers(record, _withheld(record, audience)),
    }


def _programme(record: YearRecord, kind: ProgrammeKind) -> View:
    ref = child("programmes", kind.value)
    return View(record.programmes[kind], ref, kind=kind.value, label=kind.label)


def _report(report: ReportSpec) -> Names:
    cohorts = tuple(cohort.value for cohort in report.cohorts)
    sections = tuple(section.id for section in report.sections)
    names = {"id": report.id, "name": report.name, "cohorts": cohorts, "sections": sections}
    return Names(names)


def _told(record: YearRecord, audience: Audience) -> dict[str, ShownList]:
    """Return the lists that belong to programmes, cut to what is for the audience."""
    return {name: _list(record, name, audience) for name in BY_PROGRAMME}


def _list(record: YearRecord, name: str, audience: Audience) -> ShownList:
    entries = enumerate(getattr(record, name))
    told = ((i, entry) for i, entry in entries if is_for(audience, entry))
    return ShownList.named(
        name, (_entry(entry, item(name, i, entry), audience) for i, entry in told)
    )


def _entry(entry: Entity, ref: str, audience: Audience) -> View:
    if isinstance(entry, ExtraFact):
        return View(entry, ref, value=Shown(_declared(entry), child(ref, "value")))
    return _reduced(entry, ref) if audience is Audience.PUBLIC else View(entry, ref)


PRIVATE: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Case: ("pupil", "situation", "quote"),
        Visit: ("pupil", "trigger", "findings", "advice", "outcome"),
    }
)
"""What tells a reader who knows the place which child is meant."""


def _reduced(entry: Entity, ref: str) -> View:
    """Return the view of an entry without what only insiders may know of a child."""
    hidden = PRIVATE.get(type(entry), ())
    return View(entry, ref, **{name: Missing(child(ref, name)) for name in hidden})


def _visits(record: YearRecord, audience: Audience) -> object:
    """Return the home visits; of single ones the public sees no more than how many."""
    home = record.home_visits
    if home is None or audience is Audience.INTERNAL:
        return view(home, "home_visits")
    ref = "home_visits.visits"
    visits = (_reduced(one, item(ref, i, one)) for i, one in enumerate(home.visits))
    return View(home, "home_visits", visits=ShownList.named(ref, visits))


def _declared(extra: ExtraFact) -> object:
    try:
        return declared_value(extra)
    except ValueError:  # the check of the record has told it; here it is words
        return extra.value


def is_for(audience: Audience, entry: Entity) -> bool:
    """Return whether the audience may see the entry: some cases and attachments are not."""
    public = audience is Audience.PUBLIC
    match entry:
        case Case(sensitivity=Sensitivity.CONFIDENTIAL):
            return False
        case Case():
            return not public or (entry.consent and entry.sensitivity is Sensitivity.PUBLIC)
        case Attachment():
            return not (public and entry.confidential)
        case _:
            return True


def _withheld(record: YearRecord, audience: Audience) -> frozenset[str]:
    """Return the ids of the entries that are kept from the audience, in whole or in part."""
    entries: list[Item] = [
        entry for entry in (*record.cases, *record.attachments) if not is_for(audience, entry)
    ]
    if audience is Audience.PUBLIC:
        entries += [*record.cases, *(record.home_visits.visits if record.home_visits else ())]
    return frozenset(entry.id for entry in entries if entry.id)


def without_consent(record: YearRecord, told: Iterable[View]) -> Iterator[Finding]:
    """Yield a warning for each case that is told though no guardian has agreed to it."""
    entities = [view.entity for view in told]
    for index, case in enumerate(record.cases):
        if not case.consent and any(case is entity for entity in entities):
            said = message("a case is told without the consent of the guardian")
            hint = message("ask the guardian, or mark the case as confidential")
            place = Place(path=("cases", index))
            yield Finding(Severity.WARNING, Code.CASE_WITHOUT_CONSENT, said, place, hint)


def _relevant(entries: ShownList, kinds: Iterable[ProgrammeKind]) -> ShownList:
    """Return those entries of a list that belong to one of the programmes, or to none."""
    wanted = set(kinds)
    return ShownList.named(entries.ref, (e for e in entries if _belongs(e, wanted)))


def _belongs(view: Any, wanted: set[ProgrammeKind]) -> bool:  # noqa: ANN401 - entities of many classes
    own = view.entity.programmes
    return not own or bool(wanted.intersection(own))


def _population(record: YearRecord, report: ReportSpec) -> ShownList:
    wanted = report.cohorts or tuple(Cohort)
    entries = enumerate(record.population)
    kept = (View(e, item("population", i, e)) for i, e in entries if e.cohort in wanted)
    return ShownList.named("population", kept)
