"""One table out of those of a lineage: merged key by key, sections by their ids.

The tables of a forebear and of its heirs are laid over one another. Tables merge key by key;
any other value of an heir replaces what stood there. The sections of a report merge by id: an
heir changes the keys of a section, moves it (`after`, `before`), takes it out (`remove`), or
adds one, in the order of its file. Where each value comes from is kept, so that findings and
people find its line.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from summarykit.diagnostics import Message, Path, message
from summarykit.packs.settings.toml_texts import shown

SECTIONS: Final = "sections"
_AFTER, _BEFORE, _REMOVE = "after", "before", "remove"


class Source(NamedTuple):
    """A table's place: a level of the lineage, and its file if not that of the path merged."""

    level: int
    file: str = ""


class Origin(NamedTuple):
    """Where a value stands: in the file of which level of the lineage, and at which key."""

    level: int
    path: Path
    file: str = ""
    """The file, where it is not the one of the path that is merged."""


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


def merge(tables: Sequence[tuple[Source, Mapping[str, object]]]) -> Merged:
    """Return one table of those of several levels, the furthest forebear first."""
    merged = Merged()
    layers = [Layer(table, Origin(at.level, (), at.file)) for at, table in tables]
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
    """Return what the layers make: one table, one list of sections, or the last value."""
    merged.origins[path] = tuple(layers)
    last = layers[-1]
    if _is_table(last):
        said = "{found} is not a table"
        return _tables(_alike(layers, _is_table, said, merged), path, merged)
    if path == (SECTIONS,) and _is_list_of_tables(last):
        said = "{found} is not a list"
        return _Sections(merged).of(_alike(layers, _is_list_of_tables, said, merged))
    _keep_lists(last, path, merged)
    return last.value


def _keep_lists(layer: Layer, path: Path, merged: Merged) -> None:
    """Keep the origins of what stands in a list, which an heir replaces as a whole."""
    if isinstance(layer.value, Sequence) and not isinstance(layer.value, str):
        for index, value in enumerate(layer.value):
            inner = Layer(value, _inside(layer.origin, index))
            merged.origins[(*path, index)] = (inner,)


def _alike(
    layers: Sequence[Layer], is_fit: Callable[[Layer], bool], said: str, merged: Merged
) -> list[Layer]:
    """Return the layers that fit the last one; one that a fitting one lies below is wrong."""
    fitting = [layer for layer in layers if is_fit(layer)]
    for layer in layers[layers.index(fitting[0]) :]:
        if not is_fit(layer):
            wrong = message(said, found=shown(layer.value))
            merged.misplaced.append(Misplaced(wrong, layer.origin))
    return fitting


def _is_table(layer: Layer) -> bool:
    return isinstance(layer.value, Mapping)


def _mapping(layer: Layer) -> Mapping[str, object]:
    return layer.value if isinstance(layer.value, Mapping) else {}


def _below(layer: Layer, key: str | int) -> Layer:
    inside = layer.value[key] if isinstance(layer.value, Mapping | list) else None  # type: ignore[index]  # a key of its own
    return Layer(inside, _inside(layer.origin, key))


def _inside(origin: Origin, key: str | int) -> Origin:
    return origin._replace(path=(*origin.path, key))


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
            self._lay_all([_below(layer, index) for index in range(size)])
        made: list[object] = []
        for index, name in enumerate(self._order):
            path = (SECTIONS, index)
            self._merged.origins[path] = tuple(self._layers[name])
            made.append(_tables([*map(_without_place, self._layers[name])], path, self._merged))
        return made

    def _lay_all(self, sections: Sequence[Layer]) -> None:
        """Lay the sections of one level over those there are, in the order of its file."""
        names = [_mapping(section).get("id") for section in sections]
        for index, (name, section) in enumerate(zip(names, sections, strict=True)):
            if not isinstance(name, str):
                self._add(f"#{len(self._layers)}", section)  # found when the report is read
            elif name in names[:index] and name in self._layers:
                said = message("the id {name} is there more than once", name=shown(name))
                self._wrong(said, section, "id")
            elif self._is_removed(section):
                self._remove(name, section)
            else:
                self._add(name, section)
                self._place(name, section, names[index + 1 :])

    def _add(self, name: str, layer: Layer) -> None:
        if name not in self._layers:
            self._order.append(name)
        self._layers.setdefault(name, []).append(layer)

    def _is_removed(self, layer: Layer) -> bool:
        said = _mapping(layer).get(_REMOVE, False)
        if not isinstance(said, bool):
            wrong = message("{found} is not true or false", found=shown(said))
            self._wrong(wrong, layer, _REMOVE)
        return said is True

    def _remove(self, name: str, layer: Layer) -> None:
        if name in self._layers:
            self._order.remove(name)
            del self._layers[name]
        else:
            said = message("there is no section {name} to remove", name=shown(name))
            self._wrong(said, layer, "id")

    def _place(self, name: str, layer: Layer, later: Sequence[object]) -> None:
        """Move a section to behind or before the one that it names."""
        said = [word for word in (_AFTER, _BEFORE) if word in _mapping(layer)]
        if len(said) > 1:
            both = message("a section stands after another one or before one, not both")
            self._wrong(both, layer, _BEFORE)
        elif said:
            other = _mapping(layer)[said[0]]
            if other == name or other not in self._order:
                self._wrong(_nowhere(other, later), layer, said[0])
                return
            self._order.remove(name)
            step = 1 if said == [_AFTER] else 0
            self._order.insert(self._order.index(str(other)) + step, name)

    def _wrong(self, said: Message, layer: Layer, key: str) -> None:
        self._merged.misplaced.append(Misplaced(said, _below(layer, key).origin))


def _nowhere(name: object, later: Sequence[object]) -> Message:
    """Return that there is no section of that name to stand beside, or only further down."""
    if name in later:
        return message(
            "the section {name} comes further down in this file: put it first", name=shown(name)
        )
    return message("there is no section {name} beside it", name=shown(name))


def _without_place(layer: Layer) -> Layer:
    """Return a section without what only says where it stands."""
    kept = {k: v for k, v in _mapping(layer).items() if k not in {_AFTER, _BEFORE, _REMOVE}}
    return Layer(kept, layer.origin)
