"""What of a record a plan tells: what is planned, and whether the record itself is a plan."""

from collections.abc import Iterable
from typing import Final

from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.entity import Entity
from summarykit.model.vocabulary import MeasureStatus
from summarykit.packs import DocumentKind, ReportSpec

_STANDING: Final = frozenset(
    {
        *("goals", "slogans", "rules", "responsibilities", "home_visits", "aid", "donations"),
        *("period.name", "period.start", "period.end", "period.comparison"),
    }
)
"""What a year had, and which year it was: a plan made of it is for the time after."""


def is_plan(record: YearRecord, kinds: Iterable[AnyProgramme]) -> bool:
    """Return whether every measure of the programmes is planned: the record is a plan."""
    measures = [m for kind in kinds for m in record.programmes[kind].measures]
    return bool(measures) and all(map(is_planned, measures))


def is_planned(entity: Entity) -> bool:
    """Return whether a measure or an activity is planned, not done; others never are."""
    return getattr(entity, "status", None) is MeasureStatus.PLANNED


def left_out_fields(
    record: YearRecord, spec: ReportSpec, kinds: Iterable[AnyProgramme]
) -> frozenset[str]:
    """Return the fields of the record and of its programmes that a report does not tell."""
    is_of_a_year = spec.kind is DocumentKind.PLAN and not is_plan(record, kinds)
    return frozenset(spec.leaves_out) | (_STANDING if is_of_a_year else frozenset())
