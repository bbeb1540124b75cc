"""What a situation and its attachments are made of, offered to the templates of one report."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol, cast

from summarykit.compose.belonging import kinds_told, of_programmes
from summarykit.compose.language.period import is_comparison_named
from summarykit.compose.offers import Offer
from summarykit.compose.situation.aims import met_as, standing_of
from summarykit.compose.situation.movement import moved, movement, nobody_as
from summarykit.compose.situation.naming import group_name, indicator_name, is_staged, part_name
from summarykit.compose.situation.people import Surroundings, people
from summarykit.compose.tables.annexes import (
    Annexes,
    Sources,
    generated,
    pupils_of,
    wants_table,
)
from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.vocabulary import AttachmentSource, Cohort
from summarykit.packs import ReportSpec, SectionKind

_S: Final = AttachmentSource
_FULL: Final = "full"
EVERYBODY: Final = "全部"
"""What the whole of an organisation is called where the pack has no word for it."""


class Showing(Protocol):
    """What of a record an audience may see, in full."""

    @property
    def record(self) -> YearRecord:
        """The whole record."""

    def told(self, name: str) -> ShownList:
        """Return the entries of a list that belongs to programmes."""

    def population(self, report: ReportSpec) -> ShownList:
        """Return the counts of the cohorts that a report is about."""

    def programme(self, kind: AnyProgramme) -> View:
        """Return a programme."""


def situated(
    names: Mapping[str, Any], showing: Showing, report: ReportSpec
) -> dict[str, object]:
    """Return `names` with the functions of the situation, and attachments with their tables.

    `names` are those of the scope of a document; `showing` is the record as its reader may
    see it, without anything left out for length.
    """
    listed = _attachments(names, showing, report)
    attached = any(section.kind is SectionKind.ATTACHMENTS for section in report.sections)
    annexes = Annexes(_views(listed) if attached else ())
    around = _surroundings(names, showing, report, annexes)
    own = showing.record.organisation.name
    functions: dict[str, Callable[..., object]] = {
        "annexed": annexes.made_from,
        "comparison_named": lambda: is_comparison_named(showing.record.period),
        "indicator_name": indicator_name,
        "group_name": lambda entry, whole=None: group_name(entry, own, whole),
        "met_as": met_as,
        "moved": moved,
        "movement": lambda flows: movement(flows, own),
        "nobody_as": nobody_as,
        "part_name": part_name,
        "themes": lambda counts, *options: people(counts, around, *options),
        "staged": lambda flow: is_staged(flow.entity),
        "standing_of": standing_of,
    }
    offered = {name: Offer(function) for name, function in functions.items()}
    return {**names, "attachments": listed, **offered}


def _attachments(names: Mapping[str, Any], showing: Showing, report: ReportSpec) -> ShownList:
    """Return the attachments, those that are made from the record with the table `made`."""
    listed: ShownList = names["attachments"]
    views = _views(listed)
    if not any(map(wants_table, views)):
        return listed
    sources = _sources(names, showing, report)
    made = (View(v.entity, v.ref, made=generated(v, sources)) for v in views)
    return ShownList.named(listed.ref, made)


def _sources(names: Mapping[str, Any], showing: Showing, report: ReportSpec) -> Sources:
    kinds = kinds_told(names["programmes"], showing.record)
    lists = {
        source: tuple(of_programmes(showing.told(source.value), kinds, showing.record))
        for source in _BY_PROGRAMME
    }
    visits, duties = names["record"].home_visits, names["record"].responsibilities
    entries: dict[AttachmentSource, tuple[View, ...]] = {
        **lists,
        _S.POPULATION: _views(showing.population(report)),
        _S.ENROLMENT_FLOW: _views(names["flows"]),
        _S.HOME_VISITS: _views(visits.campaigns) if visits else (),
        _S.RESPONSIBILITIES: (*_views(duties.areas), *_views(duties.lines)) if duties else (),
        _S.MEASURES: tuple(_told_in(showing, kinds, "measures")),
        _S.NEXT_STEPS: tuple(_told_in(showing, kinds, "next_steps")),
        _S.PUPILS: pupils_of(_views(names["record"].pupils), showing.record, kinds),
    }
    organisation = showing.record.organisation.name
    voice = names["voice"]
    everybody = str(voice.all) if "all" in voice.template_names else EVERYBODY
    return Sources(entries, names["linked"], organisation, everybody)


_BY_PROGRAMME: Final = (_S.INDICATORS, _S.ACTIVITIES, _S.AID, _S.DONATIONS)


def _told_in(showing: Showing, kinds: Iterable[AnyProgramme], name: str) -> Iterable[View]:
    """Yield the entries of a list of each programme, which say what they are told in."""
    for kind in kinds:
        for entry in _views(getattr(showing.programme(kind), name)):
            yield View(entry.entity, entry.ref, told_in=(kind,))


def _surroundings(
    names: Mapping[str, Any], showing: Showing, report: ReportSpec, annexes: Annexes
) -> Surroundings:
    as_of = names["period"].as_of
    depth = names["depth"]
    return Surroundings(
        every=_views(showing.population(report)),
        partitions=_views(names["record"].partitions),
        definitions=_of_cohorts(_views(names["record"].definitions), report),
        find=names["linked"],
        holder=annexes.holding,
        own=showing.record.organisation.name,
        as_of=cast("Shown | Missing", as_of[-1] if as_of else Missing("period.as_of")),
        is_full=lambda entry: bool(depth(entry) == _FULL),
    )


def _of_cohorts(definitions: Iterable[View], report: ReportSpec) -> tuple[View, ...]:
    """Return the definitions of the cohorts that a report is about."""
    labels = {cohort.label for cohort in report.cohorts or tuple(Cohort)}
    return tuple(d for d in definitions if str(d.cohort) in labels)


def _views(listed: object) -> tuple[View, ...]:
    return cast("tuple[View, ...]", tuple(listed)) if isinstance(listed, ShownList) else ()
