"""How much a reader would miss an entity: what decides what a short document tells.

Figures, goals and evidence weigh most: a summary is read for what was reached and by what. The
weights are ours; a report may name the measures it is about (`emphasis`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch
from typing import Final

from summarykit.model import YearRecord
from summarykit.model.added import AnyMeasure
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, Donation, VisitCampaign
from summarykit.model.outcome import Case, Difficulty, NextStep, Result
from summarykit.model.plan import (
    AreaDuty,
    ConditionalRule,
    Contract,
    DutyChain,
    Goal,
    LeadingGroup,
    LineDuty,
    Measure,
    Slogan,
)
from summarykit.model.population import EnrolmentFlow, Indicator, Population
from summarykit.model.vocabulary import MeasureStatus, ResultKind, Strength, Trend

MOST_FOR_FIGURES: Final = 4
_FIGURES: Final = ("frequency", "pairs", "mentors", "reached", "count", "amount", "time_limit")
_BY_KIND: Final[dict[type[Entity], int]] = {
    Goal: 7,
    Population: 6,
    VisitCampaign: 6,
    Indicator: 6,
    EnrolmentFlow: 5,
    LeadingGroup: 4,
    Contract: 4,
    AreaDuty: 3,
    LineDuty: 3,
    DutyChain: 3,
    ConditionalRule: 3,
    Slogan: 3,
    Case: 3,
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a report and a record say of the weight of their entities."""

    emphasis: frozenset[AnyMeasure]
    evidence: frozenset[str]
    """Ids of what results rest on."""
    answered: frozenset[str]
    """Ids of the difficulties that a next step answers."""
    compared: frozenset[str]
    """Ids of the indicators that have a target, a limit or an earlier value to stand beside."""


def bearing(record: YearRecord, emphasis: Iterable[AnyMeasure]) -> Bearing:
    """Return what the links of `record` and the emphasis of a report lay weight on."""
    programmes = tuple(record.programmes.values())
    results = [result for programme in programmes for result in programme.results]
    steps = [step for programme in programmes for step in programme.next_steps]
    evidence = {link for result in results for link in result.evidence}
    answered = {link for step in steps for link in step.answers}
    compared = {i.id for i in record.indicators if i.id and (i.target or i.limit or i.baseline)}
    return Bearing(
        frozenset(emphasis), frozenset(evidence), frozenset(answered), frozenset(compared)
    )


@singledispatch
def importance(entity: Entity, bearing: Bearing) -> int:
    """Return the weight of an entity: the higher, the longer it stays in a short document."""
    del bearing
    return _BY_KIND.get(type(entity), 2)


@importance.register
def _measure(entity: Measure, bearing: Bearing) -> int:
    if entity.status is MeasureStatus.HEADING_ONLY:
        return 1
    figures = sum(bool(getattr(entity, name)) for name in _FIGURES)
    return (
        2
        + min(figures, MOST_FOR_FIGURES)
        + 2 * bool(entity.serves)
        + 2 * (entity.id in bearing.evidence)
        + bool(entity.effect)
        + 3 * (entity.kind in bearing.emphasis)
    )


@importance.register
def _activity(entity: Activity, bearing: Bearing) -> int:
    counted = any(share.count for share in entity.participants)
    own = bool(entity.count) + counted + bool(entity.outcome)
    return 2 + own + 2 * (entity.id in bearing.evidence)


@importance.register
def _aid(entity: Aid, bearing: Bearing) -> int:
    del bearing
    return 3 + 2 * bool(entity.beneficiaries) + 2 * bool(entity.amount)


@importance.register
def _donation(entity: Donation, bearing: Bearing) -> int:
    del bearing
    return 2 + 2 * bool(entity.amount)


@importance.register
def _result(entity: Result, bearing: Bearing) -> int:
    if entity.indicator or entity.value or entity.strength is Strength.MEASURED:
        return 18 + 2 * (entity.indicator in bearing.compared)
    if entity.kind is ResultKind.AWARD:
        return 10
    return 5 if entity.strength is Strength.TESTIMONIAL else 3 + bool(entity.evidence)


@importance.register
def _difficulty(entity: Difficulty, bearing: Bearing) -> int:
    answered = entity.id in bearing.answered
    return 5 + bool(entity.affected) + answered + (entity.trend is Trend.GROWING)


@importance.register
def _next_step(entity: NextStep, bearing: Bearing) -> int:
    del bearing
    return 7 + bool(entity.by) + bool(entity.actor) + bool(entity.target)
