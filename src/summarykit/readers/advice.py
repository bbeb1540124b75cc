"""What to write in a field: an example, and the values it allows."""

from summarykit.diagnostics import Message, Path, message
from summarykit.model.entity import Entity
from summarykit.readers.places import Places
from summarykit.readers.shape import Choice, Slot

MOST_CHOICES = 12
_SOME = 6


def how_to_write(slot: Slot) -> Message | None:
    """Return the values that are allowed, or examples of those that are read."""
    if slot.choices:
        return message("allowed: {allowed}", allowed=some(slot.choices))
    if slot.value and slot.value.examples:
        return message("write it like {examples}", examples=slot.value.examples)
    return None


def how_to_add(path: Path, places: Places, *, chinese: bool) -> Message:
    """Return an example of the field at `path` with its key, in the language of the file."""
    around, slot, name = places.slot(path[:-1]), places.slot(path), str(path[-1])
    label, english = around.spellings(name)
    example = f"{label if chinese else english}: {_example(slot, chinese=chinese)}"
    if slot.choices:
        return message(
            "write for example `{example}`; allowed: {allowed}",
            example=example,
            allowed=some(slot.choices),
        )
    if slot.value:
        return message(
            "write for example `{example}`; other values look like {examples}",
            example=example,
            examples=slot.value.examples[1:],
        )
    about = around.entity.model_fields[english].description if around.entity else None
    return message("write for example `{example}` ({about})", example=example, about=about)


def kind_meant(
    near: str | None, allowed: tuple[str, ...] = (), *, many: bool = False
) -> Message:
    """Return what to do about an unknown kind: the nearest or all, or the pack that adds it.

    Nothing is `allowed` where the finding lists the choices itself, if they are not too `many`.
    """
    if near:
        return message("did you mean {name}? or name the pack that adds it: --pack", name=near)
    if many:
        return message(
            "`summarykit schema --format md` lists all of them;"
            " if a pack adds it, name the pack: --pack"
        )
    if not allowed:
        return message("if a pack adds it, name the pack: --pack")
    return message(
        "allowed: {allowed}; if a pack adds it, name the pack: --pack", allowed=allowed
    )


def may_be_left_out(path: Path, places: Places) -> bool:
    """Return whether the field at `path` is one that a record can do without."""
    entity, name = places.slot(path[:-1]).entity, path[-1]
    english = places.slot(path[:-1]).english(str(name))
    return bool(entity and english and not entity.model_fields[english].is_required())


def some(choices: tuple[Choice, ...]) -> tuple[object, ...]:
    """Return all choices of a short list, the first of a long one and a mark of more."""
    return choices if len(choices) <= MOST_CHOICES else (*choices[:_SOME], "…")


def _example(slot: Slot, *, chinese: bool) -> str:
    if slot.entity:
        return f"{{{', '.join(_required(slot.entity, slot, chinese=chinese)) or '…'}}}"
    if slot.choices:
        first = slot.choices[0]
        return first.label if chinese and first.label else first.value
    if slot.item:
        return f"[{_example(slot.item, chinese=chinese)}]"
    return slot.value.examples[0] if slot.value else "…"


def _required(entity: type[Entity], slot: Slot, *, chinese: bool) -> list[str]:
    return [
        f"{info.alias if chinese else name}: {_example(slot.inside(name), chinese=chinese)}"
        for name, info in entity.model_fields.items()
        if info.is_required()
    ]
