"""What the model expects at each place of a record: fields, lists, values, choices."""

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.added import GROWING, OUR_OWN, AddedKind, Vocabulary
from summarykit.model.entity import Entity
from summarykit.model.values.reading import Value


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values allowed: as it is stored, and its Chinese label where it has one."""

    value: str
    label: str | None = None

    def __str__(self) -> str:
        """Return value and label: `school 学校`."""
        return f"{self.value} {self.label}" if self.label else self.value


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the model; at most one of its parts is set, and none where text stands."""

    entity: type[Entity] | None = None
    value: type[Value] | None = None
    choices: tuple[Choice, ...] = ()
    item: "Slot | None" = None
    keys: tuple[Choice, ...] = ()
    held: "Slot | None" = None
    yes_no: bool = False
    vocabulary: Vocabulary = OUR_OWN
    """The kinds that are allowed in it beside our own."""
    is_open: bool = False
    """Whether a pack can add to its choices or keys, and none was named that did."""

    @property
    def names(self) -> tuple[Choice, ...]:
        """The keys allowed here: English names with their labels."""
        return self.keys or (_fields(self.entity) if self.entity else ())

    def english(self, step: str) -> str | None:
        """Return the English name of a key, `None` if it is not allowed here."""
        return next((c.value for c in self.names if step in (c.value, c.label)), None)

    def spellings(self, step: str) -> tuple[str, ...]:
        """Return both names of a key, the label first; the key alone if it is unknown."""
        found = (c for c in self.names if step in (c.value, c.label))
        return next(((c.label or c.value, c.value) for c in found), (step,))

    def inside(self, step: str | int) -> "Slot":
        """Return what is expected one step further in; an empty slot where nothing is."""
        if isinstance(step, int):
            return self.item or NOTHING
        name = self.english(step)
        if self.entity and name:
            return _slot_of(self.entity, name, self.vocabulary)
        return self.held or NOTHING


NOTHING = Slot()
RECORD = Slot(entity=YearRecord)


def record_slot(vocabulary: Vocabulary) -> Slot:
    """Return what the model expects of a record that may name the kinds of a vocabulary."""
    return RECORD if vocabulary is OUR_OWN else Slot(entity=YearRecord, vocabulary=vocabulary)


@cache
def _fields(entity: type[Entity]) -> tuple[Choice, ...]:
    return tuple(Choice(name, info.alias) for name, info in entity.model_fields.items())


# Packs are few; of each, the fields that something is found out about.
@lru_cache(maxsize=2048)
def _slot_of(entity: type[Entity], name: str, vocabulary: Vocabulary) -> Slot:
    return _slot(entity.model_fields[name].annotation, vocabulary)


def _slot(annotation: Any, known: Vocabulary) -> Slot:  # noqa: ANN401 - a type expression is of any type
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _slot(inner[0], known)
    if origin in (Union, UnionType):
        kinds = [kind for kind in inner if kind is not NoneType and not _is_added(kind)]
        return _slot(kinds[0], known) if len(kinds) == 1 else NOTHING
    if origin is tuple:
        return Slot(item=_slot(inner[0], known))
    if origin is dict:
        keys = _slot(inner[0], known)
        held = _slot(inner[1], known)
        return Slot(keys=keys.choices, held=held, is_open=keys.is_open)
    if origin is Literal:
        return Slot(choices=tuple(Choice(str(value)) for value in inner))
    return _slot_of_class(annotation, known)


def _is_added(kind: object) -> bool:
    """Return whether a class has what a pack adds to the list of choices beside it."""
    return isinstance(kind, type) and issubclass(kind, AddedKind)


def _slot_of_class(kind: type[object], known: Vocabulary) -> Slot:
    if issubclass(kind, Entity):
        return Slot(entity=kind, vocabulary=known)
    if issubclass(kind, Value):
        return Slot(value=kind)
    if issubclass(kind, Enum):
        members = (*kind, *known.added(kind))
        choices = tuple(Choice(m.value, getattr(m, "label", None)) for m in members)
        return Slot(choices=choices, is_open=kind in GROWING and known is OUR_OWN)
    return Slot(yes_no=kind is bool)


@cache
def all_names() -> frozenset[str]:
    """Return every key that stands somewhere in a record, in both languages."""
    names: set[str] = set()
    waiting, seen = [RECORD], set[type[Entity]]()
    while waiting:
        slot = waiting.pop()
        inner = slot.item or slot.held
        if inner:
            waiting.append(inner)
        if slot.entity and slot.entity not in seen:
            seen.add(slot.entity)
            waiting.extend(slot.inside(choice.value) for choice in slot.names)
        names.update(name for c in slot.names for name in (c.value, c.label) if name)
    return frozenset(names)


def slot_at(path: Path, vocabulary: Vocabulary = OUR_OWN) -> Slot:
    """Return what the model expects at `path`, in either language."""
    slot = record_slot(vocabulary)
    for step in path:
        slot = slot.inside(step)
    return slot


def english_path(path: Path, vocabulary: Vocabulary = OUR_OWN) -> Path:
    """Return `path` with English names, with the index of a list that has a single element.

    Steps out of the model, such as the marks pydantic adds for the members of a union, end
    the path; a misspelt key stays as its last step.
    """
    slot, steps = record_slot(vocabulary), list[str | int]()
    for step in path:
        if isinstance(step, str) and slot.item:
            slot = slot.item
            steps.append(0)
        if isinstance(step, str) and not (slot.names):
            break
        steps.append(slot.english(step) or step if isinstance(step, str) else step)
        slot = slot.inside(step)
    return tuple(steps)
