"""What templates see of a record: read-only views that remember where each value stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import ClassVar, Final, Self

from summarykit.document.nodes import Fact, Inlines
from summarykit.facts.reference import child, item
from summarykit.model.entity import Entity
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.vocabulary import Labelled
from summarykit.packs import MissingValueError, Printable

VALUES: Final = (Frequency, Money, PartialDate, Quantity, TimeLimit)
_QUANTITY_NAMES = frozenset({"number", "low", "high", "unit", "is_known", "is_exact"})
_CHOICE_NAMES = frozenset({"key"})
_NAMES: Final[Mapping[type, frozenset[str]]] = MappingProxyType(
    {
        Quantity: _QUANTITY_NAMES,
        Money: frozenset({"is_known", "is_exact"}),
        PartialDate: frozenset({"year", "month", "day"}),
        Frequency: frozenset({"count", "action", "adverb", "days", "times", "months"}),
    }
)


class Shown(Printable):
    """A value of the record as a template sees it: printable, comparable, true if known."""

    __slots__ = ("_text", "ref", "value")

    def __init__(self, value: object, ref: str, text: str | None = None) -> None:
        self.value = value
        self.ref = ref
        self._text = text

    @property
    def template_names(self) -> frozenset[str]:
        """The properties of the value that a template may read."""
        if isinstance(self.value, Labelled):
            return _CHOICE_NAMES
        return _NAMES.get(type(self.value), frozenset())

    @property
    def key(self) -> str:
        """The English name of a choice (`heart_talk`)."""
        return str(self.value)

    def __getattr__(self, name: str) -> object:
        """Return a property of the value, plain: for comparing, not for printing."""
        if name in self.template_names:
            return getattr(self.value, name)
        raise AttributeError(name)

    def __str__(self) -> str:
        """Return the value as it is printed."""
        if self._text is not None:
            return self._text
        return self.value.label if isinstance(self.value, Labelled) else str(self.value)

    def printed(self) -> Inlines:
        """Return the value as a fact of the tree."""
        return (Fact(str(self), self.ref),)

    def __bool__(self) -> bool:
        """Return whether there is something to print: masked and lost values are not."""
        if isinstance(self.value, PartialDate) and self.value.year_pattern:
            return False
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same; words are compared with the key of a choice."""
        if isinstance(other, Shown):
            return bool(self.value == other.value)
        return bool(self.value == other) or (isinstance(other, str) and str(self) == other)

    def __hash__(self) -> int:
        """Return the hash of the value."""
        return hash(self.value)


class Missing(Printable):
    """A field that the record leaves empty: false, and a finding when it is printed."""

    template_names: ClassVar = frozenset[str]()
    __slots__ = ("ref",)

    def __init__(self, ref: str) -> None:
        self.ref = ref

    def __bool__(self) -> bool:
        """Return that there is nothing here."""
        return False

    def __iter__(self) -> Iterator[object]:
        """Return an iterator over nothing."""
        return iter(())

    def __len__(self) -> int:
        """Return 0."""
        return 0

    def printed(self) -> Inlines:
        """Raise `MissingValueError`: nothing never prints as a blank."""
        raise MissingValueError(self.ref)


@cache
def _field_names(kind: type[Entity]) -> frozenset[str]:
    return frozenset(kind.model_fields)


class View:
    """An entity as a template sees it: its fields by name, nothing else.

    `more` are names beside the fields, or in place of them.
    """

    def __init__(self, entity: Entity, ref: str, **more: object) -> None:
        self.entity = entity
        self.ref = ref
        self._more = more

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read: the fields, and what was given beside them."""
        names = _field_names(type(self.entity))
        return names.union(self._more) if self._more else names

    def __getattr__(self, name: str) -> object:
        """Return the view of a field; raises AttributeError when there is none of that name."""
        if name in self._more:
            return self._more[name]
        if name not in _field_names(type(self.entity)):
            raise AttributeError(name)
        seen = view(getattr(self.entity, name), child(self.ref, name))
        # A template asks whether a field is there and then prints it: the second time it is
        # an attribute like any other.
        self.__dict__[name] = seen
        return seen

    def __eq__(self, other: object) -> bool:
        """Return whether both are views of the same place."""
        return isinstance(other, View) and self.ref == other.ref

    def __hash__(self) -> int:
        """Return the hash of the place."""
        return hash(self.ref)


class ShownList(tuple[object, ...]):  # noqa: SLOT001 - a tuple with a name cannot have slots
    """A list of the record as a template sees it; `ref` is the reference of the list."""

    ref: str

    @classmethod
    def named(cls, ref: str, views: Iterable[object]) -> Self:
        """Return `views` as the list called `ref`."""
        listed = cls(views)
        listed.ref = ref
        return listed

    @classmethod
    def of(cls, values: tuple[object, ...], ref: str) -> Self:
        """Return the views of the entries of the list called `ref`."""
        return cls.named(ref, (view(one, item(ref, i, one)) for i, one in enumerate(values)))


def view(value: object, ref: str) -> object:
    """Return what a template sees of `value`, which is called `ref`."""
    match value:
        case None:
            return Missing(ref)
        case bool():
            return value
        case Entity():
            return View(value, ref)
        case tuple():
            return ShownList.of(value, ref)
        case dict():
            return Names({str(key): view(one, child(ref, key)) for key, one in value.items()})
        case _:
            return Shown(value, ref)


class Names:
    """A fixed set of names and what they stand for, read as attributes (`voice.self`)."""

    def __init__(self, names: Mapping[str, object]) -> None:
        self._names = dict(names)
        self.template_names = frozenset(names)

    def __getattr__(self, name: str) -> object:
        """Return what the name stands for; raises AttributeError when it is not one of them."""
        try:
            return self.__dict__["_names"][name]
        except KeyError:
            raise AttributeError(name) from None
