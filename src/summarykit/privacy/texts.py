"""The texts of a record: read with their places, and rewritten where they stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeVar, cast

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, Fixed
from summarykit.model.values import Frequency, TimeLimit, UnreadableValue
from summarykit.model.values.reading import Value

E = TypeVar("E", bound=Entity)

_WORDY: Final = frozenset({Frequency, TimeLimit})
"""Values that have words of their own: 接到家长通知后一周内."""


def texts_of(record: YearRecord) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record with its place, ids and links included.

    Values that hold words are texts, too. The time is linear in the size of the record.
    """
    yield from _texts(record, ())


def rewritten(record: YearRecord, texts: Mapping[Path, str]) -> YearRecord:
    """Return `record` with other texts at the places that `texts` names.

    A value that says nothing readable without its words is left out. What does not change is
    the same object as before.
    """
    if not texts:
        return record
    return _rewritten(record, (), texts, _above(texts))


@cache
def _names(kind: type[Entity]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    kind = type(value)
    if kind is str or kind in _WORDY:
        yield path, str(value)
    elif kind is tuple or isinstance(value, (Entity, dict)):
        for key, one in _inside(value):
            if one is not None:
                yield from _texts(one, (*path, key))


def _inside(value: object) -> Iterable[tuple[str | int, object]]:
    """Return what an entity, a list or the programmes hold, by its step in a place."""
    if isinstance(value, Entity):
        fields = value.__dict__
        return [(name, fields[name]) for name in _names(type(value))]
    if isinstance(value, dict):
        return [(str(getattr(key, "value", key)), one) for key, one in value.items()]
    return enumerate(cast("tuple[object, ...]", value))


def _above(texts: Mapping[Path, str]) -> frozenset[Path]:
    """Return the places of the texts and of all that holds them."""
    return frozenset(path[:size] for path in texts for size in range(len(path) + 1))


def _rewritten(entity: E, path: Path, texts: Mapping[Path, str], above: frozenset[Path]) -> E:
    changed = {
        name: _value(getattr(entity, name), (*path, name), texts, above)
        for name in _names(type(entity))
        if (*path, name) in above
    }
    return entity.model_copy(update=changed)


def _value(
    value: object, path: Path, texts: Mapping[Path, str], above: frozenset[Path]
) -> object:
    def inner(one: object, key: str | int) -> object:
        below = (*path, key)
        return _value(one, below, texts, above) if below in above else one

    if isinstance(value, str):
        return texts[path]
    if isinstance(value, Value):
        return _reworded(value, texts[path])
    if isinstance(value, tuple):
        found = (inner(one, index) for index, one in enumerate(value))
        return tuple(one for one in found if one is not None)
    if isinstance(value, dict):
        return Fixed(
            {key: inner(one, str(getattr(key, "value", key))) for key, one in value.items()}
        )
    return _rewritten(cast("Entity", value), path, texts, above)


def _reworded(value: Value, text: str) -> Value | None:
    parse: Callable[[str], Value] = type(value).parse
    try:
        return parse(text)
    except UnreadableValue:
        return None
