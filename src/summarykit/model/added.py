"""Kinds that a pack adds to those of the domain: programmes (工作) and kinds of measure.

An added kind stands wherever a member of `ProgrammeKind` or `MeasureKind` does, and is used
alike: it is a text equal to its key, with a value, a name and a label. Which there are is said
by a `Vocabulary`, which whoever reads a record is given; without one there are only our own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, Self, TypeAlias

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from summarykit.model.kinds import MeasureGroup, MeasureKind
from summarykit.model.vocabulary import Choice, Cohort, ProgrammeKind

if TYPE_CHECKING:
    from enum import Enum


class AddedKind(Choice, str):
    """A kind that a pack adds; it never changes, and two of one key are equal."""

    __slots__ = ("label",)

    def __new__(cls, value: str, label: str) -> Self:
        """Return the kind that records write as `value` or as `label`."""
        kind = str.__new__(cls, value)
        object.__setattr__(kind, "label", label)
        return kind

    @property
    def value(self) -> str:
        """The key, as a bare text."""
        return str(self)

    @property
    def name(self) -> str:
        """The key as members of our own lists are called in Python."""
        return self.value.upper()

    def __repr__(self) -> str:
        """Return one line: key and label."""
        return f"<{type(self).__name__} {self.value}: {self.label}>"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Raise: a kind never changes."""
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make it anew, for copies and other processes."""
        return type(self), (self.value, self.label)


class AddedProgramme(AddedKind):
    """A kind of work that a pack adds."""

    __slots__ = ("about", "cohorts", "short")

    label: str
    about: str
    """What it is, in one line."""
    short: str
    """What it is called in few words (营养餐); the label where nothing else is said."""
    cohorts: tuple[Cohort, ...]
    """Whom it is for, the foremost first; none means all pupils."""

    def __new__(
        cls,
        value: str,
        label: str,
        about: str = "",
        short: str = "",
        cohorts: Iterable[Cohort] = (),
    ) -> Self:
        """Return the programme that records write as `value` or as `label`."""
        kind = super().__new__(cls, value, label)
        object.__setattr__(kind, "about", about)
        object.__setattr__(kind, "short", short or label)
        object.__setattr__(kind, "cohorts", tuple(cohorts))
        return kind

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make it anew, for copies and other processes."""
        return type(self), (self.value, self.label, self.about, self.short, self.cohorts)


OF_PUPILS: Final = frozenset({MeasureGroup.CARE, MeasureGroup.SUPPORT, MeasureGroup.ACTIVITIES})
"""The groups whose measures reach pupils; others may reach families or staff as well."""


class AddedMeasure(AddedKind):
    """A kind of measure that a pack adds, and the group it stands in."""

    __slots__ = ("group",)

    group: MeasureGroup

    def __new__(cls, value: str, label: str, group: MeasureGroup) -> Self:
        """Return the kind of measure that records write as `value` or as `label`."""
        kind = super().__new__(cls, value, label)
        object.__setattr__(kind, "group", group)
        return kind

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make it anew, for copies and other processes."""
        return type(self), (self.value, self.label, self.group)


AnyProgramme: TypeAlias = ProgrammeKind | AddedProgramme
AnyMeasure: TypeAlias = MeasureKind | AddedMeasure


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The kinds that records may name beside our own: those that a pack adds.

    No two are equal: kinds of one key are, and may have other labels all the same.
    """

    added_programmes: tuple[AddedProgramme, ...] = ()
    added_measures: tuple[AddedMeasure, ...] = ()

    @property
    def programmes(self) -> tuple[AnyProgramme, ...]:
        """All kinds of work: our own, then those that are added."""
        return (*ProgrammeKind, *self.added_programmes)

    @property
    def measures(self) -> tuple[AnyMeasure, ...]:
        """All kinds of measure: our own, then those that are added."""
        return (*MeasureKind, *self.added_measures)

    def added(self, kind: "type[Enum]") -> tuple[AddedKind, ...]:
        """Return what is added to one of our lists of choices."""
        if kind is ProgrammeKind:
            return self.added_programmes
        return self.added_measures if kind is MeasureKind else ()


GROWING: Final = (ProgrammeKind, MeasureKind)
"""The lists of choices that a pack can add to."""

OUR_OWN: Final = Vocabulary()
"""The vocabulary to which nothing is added."""


def in_order(kinds: Iterable[AnyProgramme]) -> tuple[AnyProgramme, ...]:
    """Return kinds of work in the order of the domain, those that are added behind them."""
    given = tuple(kinds)
    return (
        *(kind for kind in ProgrammeKind if kind in given),
        *(kind for kind in given if isinstance(kind, AddedProgramme)),
    )


@dataclass(frozen=True, slots=True)
class _OneOf:
    """Reads a member of our own list, or what the vocabulary of the reader adds to it.

    The vocabulary is the context of the validation. The JSON Schema is that of our own list;
    `model.schema` adds the rest.
    """

    kind: "type[Enum]"
    added: type[AddedKind]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return how a value is read."""
        del source
        return core_schema.with_info_wrap_validator_function(
            self._read,
            handler.generate_schema(self.kind),
            serialization=core_schema.plain_serializer_function_ser_schema(_as_it_is),
        )

    def _read(self, given: Any, read: Callable[[Any], Any], info: ValidationInfo) -> object:  # noqa: ANN401 - what somebody wrote
        if isinstance(given, self.added):
            return given
        if not isinstance(info.context, Vocabulary):
            return read(given)
        kinds = info.context.added(self.kind)
        found = [k for k in kinds if isinstance(given, str) and given in (k.value, k.label)]
        if found:
            return found[0]
        try:
            return read(given)
        except ValueError:
            expected = ", ".join(f"'{one}'" for one in (*self.kind, *kinds))
            raise PydanticCustomError(
                "enum", "Input should be {expected}", {"expected": expected}
            ) from None


def _as_it_is(kind: object) -> object:
    return kind


if TYPE_CHECKING:
    OneProgramme: TypeAlias = AnyProgramme
    OneMeasure: TypeAlias = AnyMeasure
else:
    OneProgramme = Annotated[AnyProgramme, _OneOf(ProgrammeKind, AddedProgramme)]
    OneMeasure = Annotated[AnyMeasure, _OneOf(MeasureKind, AddedMeasure)]
