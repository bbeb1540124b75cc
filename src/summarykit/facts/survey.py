"""One walk over a record: its entities, its facts and its links, each with its place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, cast, get_args

from summarykit.diagnostics import Path
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, LinksTo
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.vocabulary import Choice

E = TypeVar("E", bound=Entity)

FIGURES: Final = frozenset({Quantity, Money, PartialDate, Frequency, TimeLimit})
_FACTS: Final = FIGURES | {str}
# Most lists of a record are empty; the empty tuple is one object, the fastest test there is.
_NOTHING: Final[tuple[()]] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An id that a field holds, and the classes of entities it may belong to."""

    path: Path
    target: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Survey:
    """What a walk found, in the order of the record.

    `facts` are references with values and places, bare because there are thousands; `named` has
    every entity with an id.
    """

    facts: list[tuple[str, object, Path]] = field(default_factory=list)
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

    Truth values and ids, its own and those of an earlier record, are left out: they are never
    printed, nor are they anything in this record.
    """
    return tuple(
        (name, tuple(target for mark in links for target in mark.kinds))
        for name, info in kind.model_fields.items()
        if name != "id" and any(map(_is_walked, _types(info.annotation)))
        for links in [tuple(_links_in((*info.metadata, info.annotation)))]
        if not any(mark.earlier for mark in links)
    )


def content_fields(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields of an entity that hold facts, or entities that do: no ids, no links."""
    return tuple(name for name, targets in _plan(kind) if not targets)


def _is_walked(kind: type) -> bool:
    return kind in _FACTS or issubclass(kind, Entity | Choice)


def _types(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - a type or a form of typing
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _links_in(parts: Iterable[Any]) -> Iterator[LinksTo]:
    """Yield the marks that say what the ids of a field belong to."""
    for part in parts:
        if isinstance(part, LinksTo):
            yield part
        else:
            yield from _links_in(get_args(part))


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
    if type(value) in _FACTS or isinstance(value, Choice):
        if value != "":
            found.facts.append((ref, value, path))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            _value(found, one, item(ref, index, one), (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            name = str(key.value if isinstance(key, Enum) else key)
            _value(found, one, child(ref, name), (*path, name))
    else:
        _entity(found, cast("Entity", value), ref, path)
