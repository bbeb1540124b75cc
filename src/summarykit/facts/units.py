"""Counts that lost their unit: 对数 118, 已访 109, 数量 1200.

What a field counts may be clear from the field (pairs come in 对) or from the figure beside it
(应访 118户). Then the unit is taken as meant, and told nevertheless: whoever wrote the record
may have meant something else. Where several things are counted (数量: 次, 份, 场), nothing is
taken as meant. Figures of a table, such as those of a flow, stand without a unit.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.survey import Survey, survey
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, Fixed
from summarykit.model.events import (
    Activity,
    Aid,
    AidShare,
    Donation,
    VisitCampaign,
    VisitCoverage,
)
from summarykit.model.organisation import StaffCount
from summarykit.model.outcome import Difficulty
from summarykit.model.plan import InventoryItem, Measure, MentorGroup, Register
from summarykit.model.population import Population, PopulationShare
from summarykit.model.values import Quantity

_HEADS: Final = "名"
_HOMES: Final = "户"
_Said: TypeAlias = Callable[[Any], str]
"""What an entry says that one of its fields is counted in; nothing where it may be several."""


def _beside(entity: Entity, *, name: str, usual: str) -> str:
    """Return the unit of the figure beside it, else the usual one."""
    other: Quantity | None = getattr(entity, name)
    return other.unit if other is not None and other.unit else usual


def _called_on(coverage: VisitCoverage, *, name: str) -> str:
    """Return what those to visit are counted in: families in 户, children in either."""
    return _beside(coverage, name=name, usual=_HOMES if "家" in coverage.group else "")


def _always(unit: str) -> _Said:
    return lambda _: unit


_FIELDS: Final[Mapping[type[Entity], Mapping[str, _Said]]] = MappingProxyType(
    {
        Population: {
            "count": partial(_beside, name="previous", usual=_HEADS),
            "previous": partial(_beside, name="count", usual=_HEADS),
        },
        PopulationShare: {"count": _always(_HEADS)},
        StaffCount: {"count": _always(_HEADS)},
        Measure: {
            "pairs": _always("对"),
            "mentors": _always(_HEADS),
            "per_mentor": _always(_HEADS),
            "reached": _always(_HEADS),
            "count": _always(""),
        },
        MentorGroup: {"count": _always(_HEADS), "each": _always(_HEADS)},
        Register: {"count": _always("")},
        InventoryItem: {"count": _always("")},
        Activity: {"count": _always("次")},
        VisitCampaign: {"visitor_count": _always(_HEADS), "households": _always(_HOMES)},
        VisitCoverage: {
            "visited": partial(_called_on, name="total"),
            "total": partial(_called_on, name="visited"),
        },
        Aid: {"beneficiaries": _always(_HEADS)},
        AidShare: {"count": _always(_HEADS)},
        Donation: {"beneficiaries": _always(_HEADS)},
        Difficulty: {"affected": _always(_HEADS)},
    }
)
"""The counts that are told in sentences, where a bare number says nothing."""
_TOLD_ELSEWHERE: Final = frozenset({Population})
"""Whose counts `heads` looks at: those of nobody (12%) are told there, too."""


@dataclass(frozen=True, slots=True)
class _Bare:
    """A count without a unit, and the one that is meant, if that is clear."""

    path: Path
    count: Quantity
    unit: str
    kind: type[Entity]


def check_units(found: Survey) -> Iterator[Finding]:
    """Return every count that says no unit, though it is told in a sentence."""
    for one in _bare(found):
        if one.kind in _TOLD_ELSEWHERE:
            continue
        if one.unit:
            hint = message("write {figure}", figure=replace(one.count, unit=one.unit))
        else:
            hint = message("write what is counted behind it, such as 12次, 1200份, 109户")
        said = message("{amount} has no unit", amount=one.count)
        place = Place(path=one.path)
        yield Finding(Severity.WARNING, Code.UNIT_LOST, said, place, hint)


def with_units(record: YearRecord) -> YearRecord:
    """Return the record with the units that are meant; the same where none is missing.

    It is what a summary tells: 结成对子118对, though the record says 118.
    """
    for one in _bare(survey(record)):
        if one.unit:
            record = cast(
                "YearRecord", _put(record, one.path, replace(one.count, unit=one.unit))
            )
    return record


def _bare(found: Survey) -> Iterator[_Bare]:
    for kind, fields in _FIELDS.items():
        for path, entity in found.of(kind):
            for name, meant in fields.items():
                count: Quantity | None = getattr(entity, name)
                if count is not None and count.value is not None and not count.unit:
                    yield _Bare((*path, name), count, meant(entity), kind)


def _put(value: object, path: Path, figure: Quantity) -> object:
    """Return what holds a figure at `path` with another one there."""
    if not path:
        return figure
    step, deeper = path[0], path[1:]
    match value:
        case Entity():
            changed = _put(getattr(value, str(step)), deeper, figure)
            return value.model_copy(update={str(step): changed})
        case Fixed():
            return Fixed(
                (key, _put(one, deeper, figure) if getattr(key, "value", key) == step else one)
                for key, one in value.items()
            )
        case tuple():
            place = int(step)
            return (*value[:place], _put(value[place], deeper, figure), *value[place + 1 :])
        case _:
            return value
