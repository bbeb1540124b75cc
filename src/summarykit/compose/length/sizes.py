"""About how many characters an entity takes in print, at each depth."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from summarykit.compose.length.depths import Depth, hidden_at
from summarykit.facts import content_fields
from summarykit.model.entity import Entity
from summarykit.model.plan import Measure
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.vocabulary import Choice

_JOINT: Final = 4
"""What the template adds to a value: a verb, a mark."""
_FRAME: Final = 6
"""What it adds to an entity: a number, a heading's stop, the mark at the end."""
_FIGURE: Final[dict[type, int]] = {
    Quantity: 4,
    Money: 6,
    PartialDate: 9,
    Frequency: 6,
    TimeLimit: 7,
}


def size_at(entity: Entity, depth: Depth) -> int:
    """Return about how many characters `entity` takes at `depth`; 0 when it is not told."""
    if depth is Depth.NONE:
        return 0
    held = vars(entity)
    size = _FRAME + sum([_size(held[name]) for name in _fields(type(entity), depth)])
    if isinstance(entity, Measure) and entity.name is None:
        size += len(entity.kind.label)
    return size


@cache
def _fields(kind: type[Entity], depth: Depth) -> tuple[str, ...]:
    hidden = hidden_at(kind, depth)
    return tuple(name for name in content_fields(kind) if name not in hidden)


def _size(value: Any) -> int:  # noqa: ANN401 - whatever a field holds
    if value is None:
        return 0
    kind: type = type(value)
    return len(value) + _JOINT if kind is str else _sizing(kind)(value)


@cache
def _sizing(kind: type) -> Callable[[Any], int]:
    """Return how values of a class are measured; asking each value anew would take long."""
    if issubclass(kind, Choice):
        return lambda _: 0
    if issubclass(kind, str):
        return lambda value: len(value) + _JOINT
    if issubclass(kind, tuple):
        return lambda value: sum([_size(one) for one in value])
    if issubclass(kind, dict):
        return lambda value: sum([_size(one) for one in value.values()])
    if issubclass(kind, Entity):
        return lambda value: size_at(value, Depth.FULL)
    size = _FIGURE.get(kind, 0) + _JOINT
    return lambda _: size
