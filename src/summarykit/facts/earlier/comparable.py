"""Figures of two periods that may be compared, and why others may not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message, of_previous
from summarykit.facts.earlier.differing import Definitions, Difference, difference
from summarykit.facts.earlier.pairing import Pair
from summarykit.facts.partitions import Partitions
from summarykit.facts.rates import share
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, VisitCampaign, VisitCoverage
from summarykit.model.organisation import AreaUnit, StaffCount
from summarykit.model.plan import Measure
from summarykit.model.population import EnrolmentFlow, Indicator, Population
from summarykit.model.values import Money, Quantity

RATES: Final[Mapping[type[Entity], tuple[str, str, str]]] = MappingProxyType(
    {
        Indicator: ("value", "numerator", "denominator"),
        VisitCoverage: ("rate", "visited", "total"),
    }
)
"""The field of a rate, and the counts it is computed from where it is not stated."""
_FIGURES: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Population: ("count",),
        Indicator: ("value",),
        VisitCoverage: ("rate",),
        EnrolmentFlow: (
            *("newly_enrolled", "transferred_in", "transferred_out", "dropped_out"),
            *("returned", "suspended", "graduated", "exempt"),
        ),
        Aid: ("beneficiaries", "amount"),
        VisitCampaign: ("visitor_count", "households"),
        Measure: ("pairs", "mentors", "reached", "count", "amount"),
        Activity: ("count",),
        StaffCount: ("count",),
        AreaUnit: ("count",),
    }
)
"""The figures of an entry that say the same thing every period."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """A figure of this record and the same one of the record of the period before."""

    pair: Pair
    field: str
    figure: Quantity | Money
    before: Quantity | Money
    is_part: bool = False
    """Whether it counts a part of a whole: one grade, one sex."""

    @property
    def is_changed(self) -> bool:
        """Return whether it is another figure than before; their units are the same."""
        now, before = (
            one.amount if isinstance(one, Money) else one for one in (self.figure, self.before)
        )
        return now.number != before.number

    @property
    def path(self) -> Path:
        """Where the figure of this record stands, or would stand: it may be computed."""
        return (*self.pair.path, self.field)

    @property
    def before_path(self) -> Path:
        """Where the earlier figure stands in its record."""
        return (*self.pair.before_path, self.field)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What two records say around the entries that are the same in both."""

    definitions: Definitions
    wholes: frozenset[Path]
    """The counts of whole cohorts in this record."""
    parted: Partitions
    parted_before: Partitions


def comparable(pair: Pair, around: Surroundings) -> Iterator[Comparable | Finding]:
    """Yield the figures of a pair that may be compared, and a warning for each that may not.

    Only figures that are exact in both are looked at. What they count has to be defined alike,
    counted in one unit and at one time of the year.
    """
    for name in _FIGURES[type(pair.entity)]:
        now = _figure(pair.entity, name, pair.path, around.parted)
        before = _figure(pair.before, name, pair.before_path, around.parted_before)
        if now is None or before is None:
            continue
        found = Comparable(pair, name, now, before, _is_part(pair, around.wholes))
        if _has_lost_unit(pair.entity, now):
            continue  # which is told as such
        why = difference(pair, now, before, around.definitions)
        yield found if why is None else _incomparable(found, why)


def _has_lost_unit(entity: Entity, now: Quantity | Money) -> bool:
    """Return whether a figure of this record lost its unit; what a field means is put there."""
    if isinstance(now, Money):
        return now.unit_lost
    return isinstance(entity, Measure) and not now.unit


def _is_part(pair: Pair, wholes: frozenset[Path]) -> bool:
    match pair.entity:
        case Population():
            return pair.path not in wholes
        case EnrolmentFlow(grade=grade):
            return grade is not None
        case _:
            return False


def _figure(
    entity: Entity, name: str, path: Path, parted: Partitions
) -> Quantity | Money | None:
    """Return an exact figure of an entry, a rate from its counts where it is not stated."""
    value = getattr(entity, name)
    if isinstance(entity, Indicator):
        value = parted.rate(int(path[-1]), entity)
    elif value is None and type(entity) in RATES:
        _, part, whole = RATES[type(entity)]
        value = share(getattr(entity, part), getattr(entity, whole))
    amount = value.amount if isinstance(value, Money) else value
    exact = isinstance(amount, Quantity) and amount.is_exact and amount.number is not None
    return value if exact else None


def _incomparable(found: Comparable, why: Difference) -> Finding:
    return Finding(
        Severity.WARNING,
        Code.PREVIOUS_INCOMPARABLE,
        message(
            "{figure} and {before} before are not compared: {field} is {now} here,"
            " and {then} in {place}",
            figure=found.figure,
            before=found.before,
            field=why.field,
            now=why.now,
            then=why.before,
            place=Place(path=of_previous(why.before_path or found.before_path)),
        ),
        Place(path=why.path or found.path),
        message("count both in one way; until then no change is told"),
    )
