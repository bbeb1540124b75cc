"""What templates see of a record: read-only views that remember where each value stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Self

from summarykit.compose.language.numerals import in_figures
from summarykit.compose.length.depths import UNSHORTENED, Shortening
from summarykit.document.nodes import Fact, Inlines
from summarykit.facts.reference import child, item
from summarykit.model.entity import Entity
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.vocabulary import Choice
from summarykit.packs import MissingValueError, Printable, Visible

VALUES: Final = (Frequency, Money, PartialDate, Quantity, TimeLimit)
_FIGURES: Final = frozenset(VALUES)
_PLAIN: Final = frozenset({str, *VALUES})
"""What most fields hold, and what is shown as it is."""
_COUNTED: Final = frozenset({Money, Quantity})
"""What may stand in figures though the record has it in words."""
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


@cache
def _is_choice(kind: type) -> bool:
    return issubclass(kind, Choice)  # to ask this of each value would take long


@cache
def _value_names(kind: type) -> frozenset[str]:
    return _CHOICE_NAMES if _is_choice(kind) else _NAMES.get(kind, frozenset())


class Shown(Printable, Visible):
    """A value of the record as a template sees it: printable, comparable, true if known."""

    __slots__ = ("_is_reworded", "_text", "basis", "ref", "value")

    def __init__(
        self, value: object, ref: str, text: str | None = None, basis: tuple[str, ...] = ()
    ) -> None:
        self.value = value
        self.ref = ref
        self.basis = basis
        """What a computed value is computed from, by reference; see `document.nodes.Fact`."""
        self._text = text
        self._is_reworded = text is not None

    @property
    def template_names(self) -> frozenset[str]:
        """The properties of the value that a template may read."""
        kind: type = type(self.value)
        return _value_names(kind)

    def template_value(self, name: str) -> object:
        """Return a property of the value, plain: for comparing, not for printing."""
        if name not in self.template_names:
            raise KeyError(name)
        return str(self.value) if name == "key" else getattr(self.value, name)

    def __str__(self) -> str:
        """Return the value as it is printed."""
        text = self._text
        if text is None:
            value: Any = self.value
            kind: type = type(value)
            self._text = text = value.label if _is_choice(kind) else str(value)
        return text

    def printed(self) -> Inlines:
        """Return the value as a fact of the tree, exact counts in Arabic figures."""
        figures = self._figures()
        if figures is None:
            return (Fact(str(self), self.ref, self.basis),)
        return (Fact(figures, f"{self.ref}#figure"),)

    def words(self) -> str:
        """Return the words of that fact."""
        return self._figures() or str(self)

    def _figures(self) -> str | None:
        value = self.value
        if type(value) not in _COUNTED:
            return None
        figures = in_figures(value)
        if figures is not None and self._is_reworded and str(self) != str(value):
            return None
        return figures

    def __bool__(self) -> bool:
        """Return whether there is something to print: masked and lost values are not."""
        value = self.value
        if type(value) is PartialDate and value.year_pattern:
            return False
        return bool(value)

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same; words are compared with the key of a choice."""
        if isinstance(other, Shown):
            return bool(self.value == other.value)
        value = self.value
        if isinstance(other, str):
            return str(self) == other or (type(value) not in _FIGURES and value == other)
        return bool(value == other)

    def __hash__(self) -> int:
        """Return the hash of the value."""
        return hash(self.value)


class Missing(Printable, Visible):
    """A field that the record leaves empty: false, and a finding when it is printed."""

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


class View(Visible):
    """An entity as a template sees it: its fields by name, nothing else.

    `more` are names beside the fields, or in place of them. What `shortening` leaves out is
    missing, in the entity and in all that stands below it.

    What was read once stands in the instance's own dictionary: a template asks whether a field
    is there and then prints it, and Python finds it there without asking.
    """

    __slots__ = ("__dict__", "_hidden", "_shortening", "entity", "ref")

    def __init__(
        self, entity: Entity, ref: str, shortening: Shortening = UNSHORTENED, **more: object
    ) -> None:
        self.entity = entity
        self.ref = ref
        self._shortening = shortening
        self._hidden = shortening.hidden(entity, ref)
        self.__dict__ = more

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read: the fields, and what was given beside them."""
        return _field_names(type(self.entity)).union(self.__dict__)

    def template_value(self, name: str) -> object:
        """Return the view of a field; raises KeyError when there is none of that name."""
        read = self.__dict__
        if name in read:
            return read[name]
        entity = self.entity
        if name not in _field_names(type(entity)):
            raise KeyError(name)
        value = None if name in self._hidden else getattr(entity, name)
        read[name] = seen = view(value, child(self.ref, name), self._shortening)
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
    def of(
        cls, values: tuple[object, ...], ref: str, shortening: Shortening = UNSHORTENED
    ) -> Self:
        """Return the views of the entries of the list called `ref`, but for dropped ones."""
        if not values:
            return cls.named(ref, ())
        named = [(one, item(ref, i, one)) for i, one in enumerate(values)]
        if shortening:
            named = [pair for pair in named if not shortening.drops(pair[1])]
        return cls.named(ref, [view(one, called, shortening) for one, called in named])


def view(value: object, ref: str, shortening: Shortening = UNSHORTENED) -> object:
    """Return what a template sees of `value`, which is called `ref`."""
    if value is None:
        return Missing(ref)
    kind: type = type(value)
    if kind in _PLAIN:
        return Shown(value, ref)
    return _seeing(kind)(value, ref, shortening)


Seeing = Callable[[Any, str, Shortening], object]


@cache
def _seeing(kind: type) -> Seeing:
    """Return how values of a class are seen; asking each value anew would take long."""
    if issubclass(kind, tuple):
        return ShownList.of
    if issubclass(kind, Entity):
        return View
    if issubclass(kind, bool):
        return lambda value, _ref, _shortening: value
    if issubclass(kind, dict):
        return _names
    return lambda value, ref, _shortening: Shown(value, ref)


def _names(values: Mapping[object, object], ref: str, shortening: Shortening) -> "Names":
    entries = ((str(key), one, child(ref, str(key))) for key, one in values.items())
    return Names({key: view(one, called, shortening) for key, one, called in entries})


class Names(Visible):
    """A fixed set of names and what they stand for (`voice.self`)."""

    __slots__ = ("_names",)

    def __init__(self, names: Mapping[str, object]) -> None:
        self._names = dict(names)

    @property
    def template_names(self) -> frozenset[str]:
        """The names of the set."""
        return frozenset(self._names)

    def template_value(self, name: str) -> object:
        """Return what the name stands for; raises KeyError when it is not one of them."""
        return self._names[name]
