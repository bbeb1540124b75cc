"""About how many characters an entity takes in print, at each depth."""

from functools import cache
from typing import Any, Final

from summarykit.compose.depths import Depth, hidden_at
from summarykit.facts import content_fields
from summarykit.model.entity import Entity
from summarykit.model.plan import Measure
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.vocabulary import Labelled

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
    hidden = hidden_at(type(entity), depth)
    told = (name for name in _fields(type(entity)) if name not in hidden)
    size = _FRAME + sum(_size(entity.__dict__[name]) for name in told)
    if isinstance(entity, Measure) and entity.name is None:
        size += len(entity.kind.label)
    return size


@cache
def _fields(kind: type[Entity]) -> tuple[str, ...]:
    return content_fields(kind)


def _size(value: Any) -> int:  # noqa: ANN401 - whatever a field holds
    if value is None or isinstance(value, Labelled):
        return 0
    if isinstance(value, str):
        return len(value) + _JOINT
    if isinstance(value, tuple):
        return sum(_size(one) for one in value)
    if isinstance(value, dict):
        return sum(_size(one) for one in value.values())
    if isinstance(value, Entity):
        return size_at(value, Depth.FULL)
    return _FIGURE.get(type(value), 0) + _JOINT
