"""How much of an entity a document tells: all of it, what matters most, one line, nothing."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, Donation, Visit, VisitCampaign
from summarykit.model.organisation import Organisation
from summarykit.model.outcome import Case, Difficulty, NextStep, Result
from summarykit.model.plan import (
    ConditionalRule,
    Contract,
    Goal,
    LeadingGroup,
    Measure,
    Slogan,
)
from summarykit.model.population import Indicator, Population
from summarykit.model.record import Programme


class Depth(StrEnum):
    """How much of an entity is told, from all to nothing."""

    FULL = "full"
    CORE = "core"
    LINE = "line"
    NONE = "none"


_MEASURE_LINE: Final = "id kind name status cohort frequency pairs reached count serves"
_MEASURE_CORE: Final = (
    f"{_MEASURE_LINE} practice actors target since date time_limit mentors per_mentor amount"
    " responsible effect population purpose"
)

_KEPT: Final[Mapping[type[Entity], Mapping[Depth, str]]] = MappingProxyType(
    {
        Measure: {Depth.CORE: _MEASURE_CORE, Depth.LINE: _MEASURE_LINE},
        Activity: {
            Depth.CORE: "id kind name date end recurrence count place organiser participants"
            " outcome status programmes",
            Depth.LINE: "id kind name date count status programmes",
        },
        VisitCampaign: {
            Depth.CORE: "id name start end visitors visitor_count households coverage",
            Depth.LINE: "id name households",
        },
        Visit: {Depth.CORE: "id pupil date visitors trigger outcome"},
        Aid: {
            Depth.CORE: "id kind name beneficiaries amount per_head programmes",
            Depth.LINE: "id kind name beneficiaries amount programmes",
        },
        Donation: {
            Depth.CORE: "id donor amount goods date use recipients programmes",
            Depth.LINE: "id donor amount goods programmes",
        },
        LeadingGroup: {Depth.CORE: "id name chairs", Depth.LINE: "id name"},
        Slogan: {Depth.LINE: "id name target programmes"},
        ConditionalRule: {Depth.CORE: "id condition action deadline programmes"},
        Goal: {Depth.CORE: "id text kind target deadline actor"},
        Result: {
            Depth.CORE: "id text kind goal indicator value strength date awarded_by",
        },
        Difficulty: {
            Depth.CORE: "id kind text affected cohort",
            Depth.LINE: "id kind text",
        },
        NextStep: {Depth.CORE: "id action actor appeal_to by"},
        Case: {
            Depth.CORE: "id alias pupil grade problem outcome consent sensitivity programmes"
        },
        Population: {
            Depth.CORE: "id cohort count name organisation stage grade class_name gender"
            " guardianship origin boarding cause other part_of defined_by definition date"
            " previous previous_definition",
        },
        Indicator: {
            Depth.CORE: "id code name value numerator denominator target baseline limit"
            " exempt exemption stage scope cohort as_of programmes",
        },
        Contract: {Depth.CORE: "id name parties count signed"},
        Programme: {
            Depth.CORE: "name title start goals measures results difficulties next_steps"
            " closing",
        },
        Organisation: {
            Depth.CORE: "name short_name level parents stages location area staff",
        },
    }
)
"""Which fields of an entity stay at a depth; what decides its place and its id always does."""


_LASTING: Final = frozenset({Organisation, Programme})
"""What is never left out whole: who the organisation is, and what it works on."""


@cache
def steps_of(kind: type[Entity]) -> tuple[Depth, ...]:
    """Return the depths that entities of `kind` can be reduced to, one after the other."""
    return (*_KEPT.get(kind, {}), *(() if kind in _LASTING else (Depth.NONE,)))


@cache
def hidden_at(kind: type[Entity], depth: Depth) -> frozenset[str]:
    """Return the fields of `kind` that are not told at `depth`.

    Lists are without what is dropped; where a link leads to it, it shows the least it can.
    """
    kept = _KEPT.get(kind, {})
    shown = depth if depth in kept else (*kept, Depth.FULL)[len(kept) - 1 if kept else 0]
    if depth is Depth.FULL or shown is Depth.FULL:
        return frozenset()
    return frozenset(kind.model_fields).difference(kept[shown].split())


class Shortening:
    """Which entities a document tells in less than full, by reference; never changed."""

    __slots__ = ("depths",)

    def __init__(self, depths: Mapping[str, Depth]) -> None:
        self.depths: Final = MappingProxyType(dict(depths))

    def __bool__(self) -> bool:
        """Return whether anything is told in less than full."""
        return bool(self.depths)

    def depth(self, ref: str) -> Depth:
        """Return how much is told of the entity called `ref`."""
        return self.depths.get(ref, Depth.FULL)

    def drops(self, ref: str) -> bool:
        """Return whether the entity called `ref` is not told at all."""
        return self.depths.get(ref) is Depth.NONE

    @property
    def refs(self) -> frozenset[str]:
        """The references of all entities that are told in less than full."""
        return frozenset(self.depths)

    def hidden(self, entity: Entity, ref: str) -> frozenset[str]:
        """Return the fields of `entity` that are not told."""
        return hidden_at(type(entity), self.depth(ref))


UNSHORTENED: Final = Shortening({})
