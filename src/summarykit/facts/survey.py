"""One walk over a record: its entities, its facts and its links, each with its place."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Final, TypeVar, cast, get_args

from summarykit.diagnostics import Path
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, LinksTo
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit

E = TypeVar("E", bound=Entity)

_FIGURES: Final = frozenset({Quantity, Money, PartialDate, Frequency, TimeLimit})
_FACTS: Final = _FIGURES | {str}
# Most lists of a record are empty; the empty tuple is one object, the fastest test there is.
_NOTHING: Final[tuple[()]] = ()


class FactKind(StrEnum):
    """Whether a fact is a figure (a count, an amount, a date, a frequency …) or words."""

    FIGURE = "figure"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FactEntry:
    """One fact: what it is called, what the record says, and where."""

    ref: str
    value: object
    path: Path

    @property
    def kind(self) -> FactKind:
        """Whether the fact is a figure or words."""
        return FactKind.FIGURE if type(self.value) in _FIGURES else FactKind.TEXT

    def __str__(self) -> str:
        """Return the fact as the record prints it."""
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Link:
    """An id that a field holds, and the classes of entities it may belong to."""

    path: Path
    target: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Survey:
    """What a walk found, in the order of the record; `named` has every entity with an id."""

    facts: list[FactEntry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    named: list[tuple[Path, Entity, str]] = field(default_factory=list)
    entities: dict[type[Entity], list[tuple[Path, Entity]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def of(self, kind: type[E]) -> list[tuple[Path, E]]:
        """Return the entities of exactly this class with their places, in order."""
        return cast("list[tuple[Path, E]]", self.entities.get(kind, []))


def survey(record: YearRecord) -> Survey:
    """Return everything there is in `record`, in time linear in its size."""
    found = Survey()
    _entity(found, record, "", ())
    return found


@cache
def _plan(kind: type[Entity]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields that hold facts, entities or ids, with what the ids may belong to.

    Choices, truth values and the id itself are left out: they are no facts that are printed.
    """
    return tuple(
        (name, (*_marked(info.metadata), *_targets(info.annotation)))
        for name, info in kind.model_fields.items()
        if name != "id" and any(map(_is_walked, _types(info.annotation)))
    )


def _is_walked(kind: type) -> bool:
    return kind in _FACTS or issubclass(kind, Entity)


def _types(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - a type or a form of typing
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _targets(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    own = _marked(getattr(annotation, "__metadata__", ()))
    return own or tuple(kind for part in get_args(annotation) for kind in _targets(part))


def _marked(metadata: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands beside a type
    return tuple(kind for mark in metadata if isinstance(mark, LinksTo) for kind in mark.kinds)


def _entity(found: Survey, entity: Entity, ref: str, path: Path) -> None:
    fields = entity.__dict__
    found.entities[type(entity)].append((path, entity))
    if name := fields.get("id"):
        found.named.append(((*path, "id"), entity, name))
    for name, targets in _plan(type(entity)):
        value = fields[name]
        if value is None or value is _NOTHING:
            continue
        if targets:
            _links(found, value, (*path, name), targets)
        else:
            _value(found, value, child(ref, name), (*path, name))


def _links(
    found: Survey, value: str | tuple[str, ...], path: Path, kinds: tuple[str, ...]
) -> None:
    if isinstance(value, str):
        found.links.append(Link(path, value, kinds))
        return
    found.links.extend(Link((*path, index), one, kinds) for index, one in enumerate(value))


def _value(found: Survey, value: object, ref: str, path: Path) -> None:
    if type(value) in _FACTS:
        if value != "":
            found.facts.append(FactEntry(ref, value, path))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            _value(found, one, item(ref, index, one), (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            name = str(key.value if isinstance(key, Enum) else key)
            _value(found, one, child(ref, name), (*path, name))
    else:
        _entity(found, cast("Entity", value), ref, path)
