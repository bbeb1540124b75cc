"""Where in a record a key belongs that stands in the wrong place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarykit.diagnostics import Message, Path, message
from summarykit.l10n.nearest import is_chinese
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.readers.places import Places
from summarykit.readers.shape import RECORD, Choice, Slot
from summarykit.readers.tree import Mapping, Node, Scalar, Sequence

# A key of many entities (名称, 说明) may be meant for any of them, or for none.
_MOST_HOMES = 2
_ENTRY = "[…]"
_PROGRAMME = Choice(ProgrammeKind.LEFT_BEHIND_CARE.value, ProgrammeKind.LEFT_BEHIND_CARE.label)


@dataclass(frozen=True, slots=True)
class _Home:
    """A field of the model, and the way to what holds it: keys, and `None` for an entry."""

    around: tuple[Choice | None, ...]
    field: Choice
    slot: Slot


def where_it_belongs(path: Path, places: Places) -> Message | None:
    """Return where the key at the end of `path` belongs, `None` where that is not certain."""
    key, node = str(path[-1]), places.node(path)
    here = places.slot(path[:-1])
    homes = [home for home in _homes() if _fits(home.slot, node)]
    named = [home for home in _homes() if key in (home.field.value, home.field.label)]
    exact = [home for home in named if home in homes]
    # Short of its first word, the name of a single value says too little: 人数 of what?
    ending = [
        home
        for home in homes
        if is_chinese(key) and home.slot.item and str(home.field.label).endswith(key)
    ]
    # What has only one place belongs there, whatever stands in it.
    only = named if len(named) == 1 else []
    for found in (exact, ending if isinstance(node, Sequence) else [], only):
        elsewhere = [home for home in found if home.field not in here.names]
        if elsewhere and len(elsewhere) <= _MOST_HOMES:
            return _told(key, min(elsewhere, key=lambda home: len(home.around)), places)
    return None


def _told(key: str, home: _Home, places: Places) -> Message:
    name = home.field.label if is_chinese(key) else home.field.value
    if not home.around:
        return message("{name} belongs at the top of the record", name=name)
    around = "".join(_steps(home, places, chinese=is_chinese(key))).removeprefix(".")
    return message("{name} belongs in {place}", name=name, place=around)


def _steps(home: _Home, places: Places, *, chinese: bool) -> Iterator[str]:
    for step in home.around:
        if step is None:
            yield _ENTRY
        elif step is _PROGRAMME:
            yield f".{_programme(places) or (step.label if chinese else step.value)}"
        else:
            yield f".{step.label if chinese else step.value}"


def _programme(places: Places) -> str | None:
    """Return the first programme of the record as the file spells it, if there is one."""
    programmes = places.node(("programmes",))
    known = places.slot(("programmes",))
    keys = programmes.entries if isinstance(programmes, Mapping) else ()
    return next((key for key in keys if known.english(key)), None)


def _fits(slot: Slot, node: Node | None) -> bool:
    """Return whether what stands at a key is of the kind that the field expects."""
    match node:
        case Sequence(items):
            entries = any(isinstance(item, Mapping) for item in items)
            return slot.item is not None and bool(slot.item.names) == entries
        case Mapping():
            return bool(slot.names)
        case Scalar(value=None) | None:
            return True
        case Scalar():
            return not slot.names and not (slot.item and slot.item.names)


@cache
def _homes() -> tuple[_Home, ...]:
    """Return every field of the model, each entity once and where it stands first."""
    return tuple(_within(RECORD, (), set()))


def _within(
    slot: Slot, around: tuple[Choice | None, ...], seen: set[object]
) -> Iterator[_Home]:
    if slot.entity is None or slot.entity in seen:
        return
    seen.add(slot.entity)
    inner = [(field, slot.inside(field.value)) for field in slot.names]
    for field, held in inner:
        yield _Home(around, field, held)
    for field, held in inner:
        yield from _deeper(held, (*around, field), seen)


def _deeper(
    slot: Slot, around: tuple[Choice | None, ...], seen: set[object]
) -> Iterator[_Home]:
    if slot.item:
        yield from _within(slot.item, (*around, None), seen)
    elif slot.held:
        yield from _within(slot.held, (*around, _PROGRAMME), seen)
    else:
        yield from _within(slot, around, seen)
