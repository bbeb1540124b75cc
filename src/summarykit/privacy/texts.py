"""The texts of a record: read with their places, and rewritten where they stand."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeVar, cast, get_args

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, Fixed
from summarykit.model.values import Frequency, TimeLimit, UnreadableValue
from summarykit.model.values.reading import Value

E = TypeVar("E", bound=Entity)
Change = Callable[[Any], Any]
"""What becomes of one entry."""

_WORDY: Final = frozenset({Frequency, TimeLimit})
"""Values that have words of their own: 接到家长通知后一周内."""


def texts_of(record: YearRecord) -> list[tuple[Path, str]]:
    """Return every text of a record with its place, ids and links included; no empty ones.

    Values that hold words are texts, too. The time is linear in the size of the record.
    """
    found: list[tuple[Path, str]] = []
    _collect(record, (), found)
    return found


def rewritten(record: YearRecord, texts: Mapping[Path, str | None]) -> YearRecord:
    """Return `record` with other texts at the places that `texts` names, or none there.

    A value that says nothing readable without its words is left out. What does not change is
    the same object as before.
    """
    if not texts:
        return record
    return _rewritten(record, (), texts, _above(texts))


def changed_at(record: YearRecord, changes: Mapping[Path, Change]) -> YearRecord:
    """Return `record` with other entries at the places that `changes` names."""
    for path, change in changes.items():
        record = _changed(record, path, change)
    return record


def _changed(value: Any, path: Path, change: Change) -> Any:  # noqa: ANN401 - what is at a step
    if not path:
        return change(value)
    step, rest = path[0], path[1:]
    if isinstance(value, Entity):
        inner = _changed(getattr(value, str(step)), rest, change)
        return value.model_copy(update={str(step): inner})
    if isinstance(value, tuple):
        at = int(step)
        return (*value[:at], _changed(value[at], rest, change), *value[at + 1 :])
    keys = {str(getattr(key, "value", key)): key for key in value}
    key = keys[str(step)]
    return Fixed({**value, key: _changed(value[key], rest, change)})


@cache
def _names(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields that may hold a text, or something that does."""
    fields = kind.model_fields.items()
    return tuple(name for name, info in fields if _may_hold(info.annotation))


def _may_hold(annotation: Any) -> bool:  # noqa: ANN401 - a type or a form of typing
    if isinstance(annotation, type):
        return annotation is str or annotation in _WORDY or issubclass(annotation, Entity)
    return any(map(_may_hold, get_args(annotation)))


def _collect(value: object, path: Path, found: list[tuple[Path, str]]) -> None:
    kind = type(value)
    if kind is str or kind in _WORDY:
        found.append((path, str(value)))
    elif kind is tuple or isinstance(value, (Entity, dict)):
        for key, one in _inside(value):
            if type(one) is str:  # most are, and there are thousands
                if one:
                    found.append(((*path, key), one))
            elif one is not None:
                _collect(one, (*path, key), found)


def _inside(value: object) -> Iterable[tuple[str | int, object]]:
    """Return what an entity, a list or the programmes hold, by its step in a place."""
    if isinstance(value, Entity):
        fields = value.__dict__
        return [(name, fields[name]) for name in _names(type(value))]
    if isinstance(value, dict):
        return [(str(getattr(key, "value", key)), one) for key, one in value.items()]
    return enumerate(cast("tuple[object, ...]", value))


def _above(texts: Iterable[Path]) -> frozenset[Path]:
    """Return the places of the texts and of all that holds them."""
    return frozenset(path[:size] for path in texts for size in range(len(path) + 1))


def _rewritten(
    entity: E, path: Path, texts: Mapping[Path, str | None], above: frozenset[Path]
) -> E:
    changed = {
        name: _value(getattr(entity, name), (*path, name), texts, above)
        for name in _names(type(entity))
        if (*path, name) in above
    }
    return entity.model_copy(update=changed)


def _value(
    value: object, path: Path, texts: Mapping[Path, str | None], above: frozenset[Path]
) -> object:
    def inner(one: object, key: str | int) -> object:
        below = (*path, key)
        return _value(one, below, texts, above) if below in above else one

    if isinstance(value, str):
        return texts[path]
    if isinstance(value, Value):
        text = texts[path]
        return None if text is None else _reworded(value, text)
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
