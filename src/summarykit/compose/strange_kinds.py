"""The kinds of a record that was read with another pack: known by their keys, or strange."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import is_
from typing import Any, TypeAlias, cast, get_args

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.model import YearRecord
from summarykit.model.added import AddedKind, AnyMeasure, AnyProgramme, Vocabulary
from summarykit.model.entity import Entity
from summarykit.packs import Pack

_Known: TypeAlias = Mapping[tuple[type[AddedKind], str], AddedKind]


def as_known(record: YearRecord, vocabulary: Vocabulary) -> YearRecord:
    """Return the record with the kinds of the pack that tells it, found by their keys.

    The pack that it was read with may call them otherwise, or put them in other groups.
    """
    if not (vocabulary.added_programmes or vocabulary.added_measures):
        return record
    known = {
        (type(kind), kind.value): kind
        for kind in (*vocabulary.added_programmes, *vocabulary.added_measures)
    }
    return cast("YearRecord", _as_known(record, known))


def _as_known(value: object, known: _Known) -> object:
    """Return a value in which kinds are replaced; the same where none is another one."""
    match value:
        case AddedKind():
            return known.get((type(value), value.value), value)
        case tuple():
            entries = tuple(_as_known(one, known) for one in value)
            return value if all(map(is_, entries, value)) else entries
        case Mapping():
            items = {_as_known(key, known): _as_known(one, known) for key, one in value.items()}
            alike = (map(is_, items, value), map(is_, items.values(), value.values()))
            return value if all(map(all, alike)) else items
        case Entity():
            fields = {name: getattr(value, name) for name in _fields_with_kinds(type(value))}
            found = {name: _as_known(one, known) for name, one in fields.items()}
            changed = {name: one for name, one in found.items() if one is not fields[name]}
            return value.model_copy(update=changed) if changed else value
        case _:
            return value


@cache
def _fields_with_kinds(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields of an entity in which, or below which, a kind may stand.

    Most have none, and a record has thousands of values: each document would look at them all.
    """
    fields = kind.model_fields.items()
    return tuple(name for name, info in fields if _has_kinds(info.annotation, frozenset()))


def _has_kinds(annotation: Any, above: frozenset[object]) -> bool:  # noqa: ANN401 - a type
    if isinstance(annotation, type) and issubclass(annotation, AddedKind):
        return True
    inner: Iterable[Any] = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        if annotation in above:
            return False  # which is looked at already
        above |= {annotation}
        inner = [info.annotation for info in annotation.model_fields.values()]
    return any(_has_kinds(one, above) for one in inner)


def strange_kinds(record: YearRecord, pack: Pack) -> Iterator[Finding]:
    """Yield an error for each kind of the record that another pack adds, and this one does not.

    Nobody knows how to tell it; without the finding it would be left out or told anyhow.
    """
    programmes, measures = pack.vocabulary.programmes, pack.vocabulary.measures
    for kind, programme in record.programmes.items():
        path: Path = ("programmes", kind.value)
        if kind not in programmes:
            yield _strange(kind, pack, path)
        for index, measure in enumerate(programme.measures):
            if measure.kind not in measures:
                yield _strange(measure.kind, pack, (*path, "measures", index, "kind"))


def _strange(kind: AnyProgramme | AnyMeasure, pack: Pack, path: Path) -> Finding:
    said = message("the pack {name} does not know {kind}", name=pack.id, kind=kind)
    hint = message("compose the record with the pack that it was read with: --pack")
    return Finding(Severity.ERROR, Code.KIND_UNKNOWN, said, Place(path=path), hint)
