"""The example records, read and walked: what the tests of `examples/` and others share."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from summarykit.model import YearRecord
from summarykit.model.entity import Entity

FOLDER = Path(__file__).parent.parent / "examples"
FULL = "full-school-year"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
Step = str | int


@cache
def source(name: str) -> str:
    """Return the text of the example `name`."""
    return (FOLDER / f"{name}.yaml").read_text("utf-8")


@cache
def record(name: str) -> YearRecord:
    """Return the example `name` as a record; every scalar is read as text, as written."""
    return YearRecord.model_validate(yaml.load(source(name), Loader=yaml.BaseLoader))  # noqa: S506 - plain text only


def fields(
    entity: Entity, path: tuple[Step, ...] = ()
) -> Iterator[tuple[Entity, str, str, object]]:
    """Yield the entity, the field, its path and its value, for every field below `entity`."""
    for name in type(entity).model_fields:
        value = getattr(entity, name)
        yield entity, name, ".".join(map(str, (*path, name))), value
        for step, inner in _entities(value):
            yield from fields(inner, (*path, name, *step))


def _entities(value: object) -> Iterator[tuple[tuple[Step, ...], Entity]]:
    match value:
        case Entity():
            yield (), value
        case tuple():
            yield from (((i,), e) for i, e in enumerate(value) if isinstance(e, Entity))
        case dict():
            yield from (((str(k),), e) for k, e in value.items() if isinstance(e, Entity))
        case _:
            return
