"""The names a template can use: views of the record, cut to what a report is about."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from summarykit.compose.offers import offers
from summarykit.compose.period import period_name
from summarykit.compose.views import Names, ShownList, View, view
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.outcome import Case
from summarykit.model.vocabulary import Cohort, ProgrammeKind, Sensitivity
from summarykit.packs import Pack, ReportSpec

BY_PROGRAMME = (
    "indicators",
    "policies",
    "slogans",
    "activities",
    "aid",
    "donations",
    "rules",
    "attachments",
    "extra",
)


class Audience(StrEnum):
    """For whom a summary is: `internal` goes to the bureau, `public` may hang on the wall."""

    INTERNAL = "internal"
    PUBLIC = "public"


def programmes_of(record: YearRecord, report: ReportSpec) -> tuple[ProgrammeKind, ...]:
    """Return the programmes of the record that the report tells, in the order of the domain."""
    wanted = [ProgrammeKind(kind) for kind in report.programmes] or list(ProgrammeKind)
    return tuple(kind for kind in wanted if kind in record.programmes)


def scope(record: YearRecord, pack: Pack, report: ReportSpec, audience: Audience) -> dict[str, Any]:
    """Return the names that the templates of `report` can use."""
    kinds = programmes_of(record, report)
    programmes = tuple(_programme(record, kind) for kind in kinds)
    level = record.organisation.level
    return {
        "record": View(record, ""),
        "organisation": View(record.organisation, "organisation"),
        "period": View(record.period, "period"),
        "period_name": period_name(record.period),
        "programmes": programmes,
        "programme": programmes[0] if programmes else None,
        "report": Names({"id": report.id, "name": report.name, "cohorts": report.cohorts}),
        "voice": Names(pack.wording.voice[level.value]),
        "terms": Names({k: Names(v) for k, v in pack.wording.terms.items()}),
        "population": _population(record, report),
        "flows": view(record.enrolment_flow, "enrolment_flow"),
        "cases": _cases(record, kinds, audience),
        **{name: relevant(record, name, kinds) for name in BY_PROGRAMME},
        **offers(record),
    }


def _programme(record: YearRecord, kind: ProgrammeKind) -> View:
    return View(
        record.programmes[kind],
        child("programmes", kind.value),
        kind=kind.value,
        label=kind.label,
    )


def relevant(record: YearRecord, name: str, kinds: Iterable[ProgrammeKind]) -> ShownList:
    """Return the views of those entries of a list that belong to one of the programmes."""
    wanted = set(kinds)
    entries: tuple[Any, ...] = getattr(record, name)
    return _chosen(entries, name, lambda e: not e.programmes or wanted & set(e.programmes))


def _population(record: YearRecord, report: ReportSpec) -> ShownList:
    wanted = {Cohort(name) for name in report.cohorts} or set(Cohort)
    return _chosen(record.population, "population", lambda entry: entry.cohort in wanted)


def _cases(record: YearRecord, kinds: Iterable[ProgrammeKind], audience: Audience) -> ShownList:
    wanted = set(kinds)

    def told(case: Case) -> bool:
        if audience is Audience.PUBLIC:
            allowed = case.consent and case.sensitivity is Sensitivity.PUBLIC
        else:
            allowed = case.sensitivity is not Sensitivity.CONFIDENTIAL
        return allowed and (not case.programmes or bool(wanted & set(case.programmes)))

    return _chosen(record.cases, "cases", told)


def _chosen(entries: Iterable[Entity], ref: str, wanted: Callable[[Any], object]) -> ShownList:
    chosen = ShownList(
        View(entry, item(ref, index, entry)) for index, entry in enumerate(entries) if wanted(entry)
    )
    chosen.ref = ref
    return chosen


