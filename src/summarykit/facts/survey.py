"""One walk over a record: its entities, its facts and its links, each with its place."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args

from summarykit.diagnostics import Path
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, LinksTo
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit

E = TypeVar("E", bound=Entity)

FIGURES = (Quantity, Money, PartialDate, Frequency, TimeLimit)
"""The types of values that know what they are; a text field is a fact too, but no figure."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value or a text of the record: what it is called, where it stands."""

    ref: str
    path: Path
    value: object


@dataclass(frozen=True, slots=True)
class Link:
    """An id that a field holds, and the classes of entities it may belong to."""

    path: Path
    target: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Survey:
    """What a walk found, in the order of the record."""

    leaves: list[Leaf] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    entities: dict[type[Entity], list[tuple[Path, Entity]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    named: list[tuple[Path, Entity, str]] = field(default_factory=list)
    """Every entity with an id, duplicates included."""

    def of(self, kind: type[E]) -> list[tuple[Path, E]]:
        """Return the entities of exactly this class with their places, in order."""
        return cast("list[tuple[Path, E]]", self.entities.get(kind, []))


def survey(record: YearRecord) -> Survey:
    """Return everything there is in `record`, in time linear in its size."""
    found = Survey()
    _entity(found, record, "", ())
    return found


@cache
def links_of(kind: type[Entity]) -> dict[str, tuple[str, ...]]:
    """Return the fields of `kind` that hold ids, with the classes the ids may belong to."""
    targets = {name: _targets(info.annotation) for name, info in kind.model_fields.items()}
    for name, info in kind.model_fields.items():
        targets[name] += _marked(info.metadata)
    return {name: kinds for name, kinds in targets.items() if kinds}


def _targets(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type or a form of typing
    own = _marked(getattr(annotation, "__metadata__", ()))
    return own or tuple(kind for part in get_args(annotation) for kind in _targets(part))


def _marked(metadata: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands beside a type
    return tuple(kind for mark in metadata if isinstance(mark, LinksTo) for kind in mark.kinds)


def _entity(found: Survey, entity: Entity, ref: str, path: Path) -> None:
    kind = type(entity)
    found.entities[kind].append((path, entity))
    links = links_of(kind)
    for name, value in entity.__dict__.items():
        if value is None or value == ():
            continue
        here = (*path, name)
        if name == "id":
            found.named.append((here, entity, value))
        elif name in links:
            _links(found, value, here, links[name])
        else:
            _value(found, value, child(ref, name), here)


def _links(
    found: Survey, value: str | tuple[str, ...], path: Path, kinds: tuple[str, ...]
) -> None:
    if isinstance(value, str):
        found.links.append(Link(path, value, kinds))
        return
    found.links.extend(Link((*path, index), one, kinds) for index, one in enumerate(value))


def _value(found: Survey, value: object, ref: str, path: Path) -> None:
    if isinstance(value, FIGURES) or type(value) is str:
        if value != "":
            found.leaves.append(Leaf(ref, path, value))
    elif isinstance(value, Entity):
        _entity(found, value, ref, path)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            _value(found, one, item(ref, index, one), (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            name = str(key.value if isinstance(key, Enum) else key)
            _value(found, one, child(ref, name), (*path, name))
