"""Which facts are no content: choices that decide how an entity is told, not what is said."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pydantic.fields import FieldInfo

from summarykit.compose.completeness.standing import Standing
from summarykit.compose.outcome.citing import is_of_catalogue
from summarykit.facts import child
from summarykit.model.added import AddedMeasure
from summarykit.model.entity import Entity, LinksTo
from summarykit.model.kinds import DifficultyKind, MeasureKind
from summarykit.model.plan import Measure, Policy, Target
from summarykit.model.population import CohortDefinition, Indicator, Population
from summarykit.model.record import ExtraFact
from summarykit.model.values import Text
from summarykit.model.values.reading import Value
from summarykit.model.vocabulary import (
    AidKind,
    Choice,
    Cohort,
    CohortRule,
    Gender,
    Guardianship,
    IndicatorCode,
    Stage,
    Trend,
)

_OPTIONAL_TEXT: Final = Text | None
SAYING: Final[tuple[type[Choice], ...]] = (
    Cohort,
    CohortRule,
    Gender,
    Guardianship,
    IndicatorCode,
    Stage,
    Trend,
)
"""Choices that say something of the children, the schools or the figures themselves."""
NAMING: Final[tuple[type[Choice], ...]] = (AidKind, DifficultyKind, MeasureKind, AddedMeasure)
"""Kinds whose label is the name of an entity that has no words of its own."""


_REPLACED: Final[Mapping[tuple[type[Entity], str], str]] = MappingProxyType(
    {
        (CohortDefinition, "rule"): "text",
        (Indicator, "code"): "name",
        (Measure, "cohort"): "target",
        (Population, "cohort"): "name",
        (Target, "indicator"): "name",
    }
)
"""Choices whose label is printed only where the entity has no words in its place."""


def decides(fact: Standing, is_said: Callable[[str], bool]) -> bool:
    """Return whether a fact decides how something is told, and says nothing itself.

    `is_said` answers for references: a choice with words in its place needs them said.
    """
    value, holder = fact.value, fact.holder.entity
    if isinstance(holder, Policy) and _finds_its_place(holder, fact.field):
        return True
    if not isinstance(value, Choice):
        return False
    if isinstance(value, NAMING):
        return has_words(holder)
    if isinstance(value, SAYING):
        in_its_place = _REPLACED.get((type(holder), fact.field))
        replaced = in_its_place and is_said(child(fact.holder.ref, in_its_place))
        return _is_everybody(fact) or bool(replaced)
    return True


def _is_everybody(fact: Standing) -> bool:
    """Return whether a cohort singles nobody out: 其他对象, pupils where none are counted."""
    counted = isinstance(fact.holder.entity, CohortDefinition | Population)
    return fact.value is Cohort.OTHER or (fact.value is Cohort.ENROLLED and not counted)


def _finds_its_place(policy: Policy, field: str) -> bool:
    """Return whether a field of a policy only finds it, or the place where it is cited.

    What it is applied to decides whether an opening names it as a basis or as something that
    was studied (`compose.citing`); no text that cites a document says what it applies to.
    """
    return field == "applied_to" or is_of_catalogue(policy, field)


def has_words(entity: Entity) -> bool:
    """Return whether an entity has a name or a text, so that its kind need not be told."""
    return any(getattr(entity, name) for name in _texts(type(entity)))


def naming_field(kind: type[Entity]) -> str | None:
    """Return the field that says which one an entity is: the text that it cannot be without."""
    needed = (name for name in _texts(kind) if kind.model_fields[name].is_required())
    return next(needed, None)


@cache
def needed_figure(kind: type[Entity]) -> str | None:
    """Return the figure that an entity cannot be without: what it is there to say."""
    if kind is ExtraFact:
        return "value"
    return next((n for n, info in kind.model_fields.items() if _is_needed(info)), None)


def _is_needed(info: FieldInfo) -> bool:
    kind = info.annotation
    return info.is_required() and isinstance(kind, type) and issubclass(kind, Value)


@cache
def _texts(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields that hold one text of their own, ids and links left out."""
    return tuple(
        name for name, info in kind.model_fields.items() if name != "id" and _is_text(info)
    )


def _is_text(info: FieldInfo) -> bool:
    links = any(isinstance(mark, LinksTo) for mark in info.metadata)
    return info.annotation == _OPTIONAL_TEXT or (info.annotation is str and not links)
