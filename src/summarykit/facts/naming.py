"""What a person calls a fact: the entry it belongs to, and the Chinese name of the field."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.population import Population
from summarykit.model.vocabulary import Choice

_NAMES: Final = (
    *("name", "title", "alias", "text", "action", "area", "line", "who"),
    *("kind", "code", "cohort", "visited_group"),
)
"""The fields that say what an entry is, the one that says most first."""
_MARKS: Final = (
    *("organisation", "stage", "grade", "class_name", "gender", "guardianship"),
    *("origin", "cause", "other"),
)
"""The fields that tell one part of a cohort from another."""
_ENOUGH: Final = 16
"""So many characters of a text say which entry is meant."""


def field_labels() -> frozenset[str]:
    """Return the Chinese names of all fields of a record: they say nothing of anybody."""
    return frozenset(_labels(YearRecord, set()))


def _labels(kind: type[Entity], seen: set[type[Entity]]) -> Iterator[str]:
    if kind in seen:
        return
    seen.add(kind)
    for info in kind.model_fields.values():
        yield str(info.alias)
        for inner in _entities(info.annotation):
            yield from _labels(inner, seen)


def _entities(annotation: Any) -> Iterator[type[Entity]]:  # noqa: ANN401 - a form of typing
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
    for part in get_args(annotation):
        yield from _entities(part)


def called(record: YearRecord, path: Path) -> str:
    """Return what the fact at `path` is called: `留守儿童 数量`, `时段 开始`.

    It is the nearest entry around it that has a name, or the field that holds it, and the label
    of the field itself. `path` is one of `facts.index`.
    """
    value: object = record
    owner, field = "", ""
    for step in path:
        if isinstance(value, Entity):
            owner = _own_name(value) or f"{owner} {field}".strip()
            field = str(type(value).model_fields[str(step)].alias)
            value = getattr(value, str(step))
        elif isinstance(value, Mapping):
            value = next(one for key, one in value.items() if str(key) == str(step))
        elif isinstance(value, tuple):
            value = value[int(step)]
    return f"{owner} {field}".strip()


def _own_name(entity: Entity) -> str:
    fields = type(entity).model_fields
    if isinstance(entity, YearRecord):
        return ""
    given = (getattr(entity, name) for name in _NAMES if name in fields)
    name = _words(next((one for one in given if one), ""))
    if isinstance(entity, Population):
        name = " ".join((name, *(mark for mark in _marks(entity) if mark not in name)))
    return name if len(name) <= _ENOUGH else f"{name[:_ENOUGH]}…"


def _marks(counted: Population) -> Iterator[str]:
    """Yield what tells a count from others of its cohort."""
    yield from (_words(getattr(counted, name)) for name in _MARKS if getattr(counted, name))
    if counted.boarding is not None:
        yield "寄宿" if counted.boarding else "走读"


def _words(value: object) -> str:
    return value.label if isinstance(value, Choice) else str(value)
