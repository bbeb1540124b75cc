"""One table out of those of a lineage: merged key by key, sections by their ids.

The tables of a forebear and of its heirs are laid over one another. Tables merge key by key;
any other value of an heir replaces what stood there. The sections of a report merge by id: an
heir changes the keys of a section, moves it (`after`, `before`), takes it out (`remove`), or
adds one. Where each value comes from is kept, so that findings and people find its line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from summarykit.diagnostics import Message, Path, message

SECTIONS: Final = "sections"
_AFTER, _BEFORE, _REMOVE = "after", "before", "remove"


class Origin(NamedTuple):
    """Where a value stands: in the file of which level of the lineage, and at which key."""

    level: int
    path: Path


class Layer(NamedTuple):
    """What one level of the lineage has at some place."""

    value: object
    origin: Origin


class Misplaced(NamedTuple):
    """What is wrong with the place of a section, and where that is said."""

    said: Message
    origin: Origin


@dataclass(slots=True)
class Merged:
    """The merged table, the origins of its values, the nearest last, and what is wrong."""

    table: dict[str, object] = field(default_factory=dict)
    origins: dict[Path, tuple[Layer, ...]] = field(default_factory=dict)
    misplaced: list[Misplaced] = field(default_factory=list)


def merge(tables: Sequence[tuple[int, Mapping[str, object]]]) -> Merged:
    """Return one table of those of several levels, the furthest forebear first."""
    merged = Merged()
    layers = [Layer(table, Origin(level, ())) for level, table in tables]
    merged.origins[()] = tuple(layers)
    merged.table = _tables(layers, (), merged)
    return merged


def _tables(layers: Sequence[Layer], path: Path, merged: Merged) -> dict[str, object]:
    table: dict[str, object] = {}
    for key in dict.fromkeys(key for layer in layers for key in _mapping(layer)):
        found = [_below(layer, key) for layer in layers if key in _mapping(layer)]
        table[key] = _value(found, (*path, key), merged)
    return table


def _value(layers: Sequence[Layer], path: Path, merged: Merged) -> object:
    """Return what the layers make at one place; only those over the last break count."""
    merged.origins[path] = tuple(layers)
    last = layers[-1].value
    if isinstance(last, Mapping):
        return _tables(list(_unbroken(layers, Mapping)), path, merged)
    if path == (SECTIONS,) and all(map(_is_list_of_tables, layers)):
        return _Sections(merged).of(layers)
    _keep_lists(layers[-1], path, merged)
    return last


def _keep_lists(layer: Layer, path: Path, merged: Merged) -> None:
    """Keep the origins of what stands in a list, which an heir replaces as a whole."""
    if isinstance(layer.value, Sequence) and not isinstance(layer.value, str):
        for index, value in enumerate(layer.value):
            inner = Layer(value, Origin(layer.origin.level, (*layer.origin.path, index)))
            merged.origins[(*path, index)] = (inner,)


def _unbroken(layers: Sequence[Layer], kind: type) -> Iterator[Layer]:
    """Yield the layers of a kind that no layer of another kind has replaced since."""
    start = 0
    for index, layer in enumerate(layers):
        if not isinstance(layer.value, kind):
            start = index + 1
    yield from layers[start:]


def _mapping(layer: Layer) -> Mapping[str, object]:
    return layer.value if isinstance(layer.value, Mapping) else {}


def _below(layer: Layer, key: str | int) -> Layer:
    inside = layer.value[key] if isinstance(layer.value, Mapping | list) else None  # type: ignore[index]  # a key of its own
    return Layer(inside, Origin(layer.origin.level, (*layer.origin.path, key)))


def _is_list_of_tables(layer: Layer) -> bool:
    value = layer.value
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)


class _Sections:
    """The sections of a report, in the order that the heirs give them."""

    def __init__(self, merged: Merged) -> None:
        self._merged = merged
        self._order: list[str] = []
        self._layers: dict[str, list[Layer]] = {}

    def of(self, layers: Sequence[Layer]) -> list[object]:
        """Return the sections that the lists of several levels make."""
        for layer in layers:
            size = len(layer.value) if isinstance(layer.value, list) else 0
            for index in range(size):
                self._lay(_below(layer, index))
        made: list[object] = []
        for index, name in enumerate(self._order):
            path = (SECTIONS, index)
            self._merged.origins[path] = tuple(self._layers[name])
            made.append(_tables([*map(_without_place, self._layers[name])], path, self._merged))
        return made

    def _lay(self, layer: Layer) -> None:
        """Lay one section over those there are."""
        name = _mapping(layer).get("id")
        # One without an id, or twice in one file, is found when the report is read.
        known = name if isinstance(name, str) else f"#{len(self._layers)}"
        before = self._layers.get(known)
        if before and before[-1].origin.level == layer.origin.level:
            known = f"{known}#{len(self._layers)}"
            before = None
        if _mapping(layer).get(_REMOVE) is True:
            self._remove(known, layer)
            return
        self._layers.setdefault(known, []).append(layer)
        if before is None:
            self._order.append(known)
        self._place(known, layer)

    def _remove(self, name: str, layer: Layer) -> None:
        if name in self._layers:
            self._order.remove(name)
            del self._layers[name]
        else:
            self._wrong(message("there is no section {name} to remove", name=name), layer, "id")

    def _place(self, name: str, layer: Layer) -> None:
        """Move a section to behind or before the one that it names."""
        for word, step in ((_AFTER, 1), (_BEFORE, 0)):
            other = _mapping(layer).get(word)
            if other is None:
                continue
            if other == name or other not in self._order:
                said = message("there is no section {name} beside it", name=other)
                self._wrong(said, layer, word)
                return
            self._order.remove(name)
            self._order.insert(self._order.index(str(other)) + step, name)

    def _wrong(self, said: Message, layer: Layer, key: str) -> None:
        self._merged.misplaced.append(Misplaced(said, _below(layer, key).origin))


def _without_place(layer: Layer) -> Layer:
    """Return a section without what only says where it stands."""
    kept = {k: v for k, v in _mapping(layer).items() if k not in {_AFTER, _BEFORE, _REMOVE}}
    return Layer(kept, layer.origin)
