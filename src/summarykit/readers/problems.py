"""What pydantic found wrong, as findings a person can act on: place, choice, hint."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Path,
    Place,
    Severity,
    message,
)
from summarykit.l10n.nearest import is_chinese, nearest, nearest_few
from summarykit.model.values import UnreadableValue
from summarykit.model.values.reading import Value
from summarykit.readers.advice import (
    MOST_CHOICES,
    how_to_add,
    how_to_write,
    kind_meant,
    may_be_left_out,
    some,
)
from summarykit.readers.belonging import where_it_belongs
from summarykit.readers.places import Places
from summarykit.readers.shape import Choice, Slot, english_path
from summarykit.readers.slips import Slip, slip_of, swallowed
from summarykit.readers.tree import MOST_FINDINGS, Mapping, Node, Scalar, Sequence

_FEW = 3
_QUOTES = "“”‘’「」"
_LONGEST = 40
# A cell of a table may give two; beyond that it takes longer to look than anyone will wait.
_MOST_ERRORS = 3 * MOST_FINDINGS


def findings_of(error: ValidationError, places: Places) -> list[Finding]:
    """Return a finding for each thing that is wrong; their paths are spelt as in the file."""
    errors = error.errors(include_url=False, include_input=False)
    problems = _distinct(errors[:_MOST_ERRORS], places)
    suggested = {
        (*path[:-1], near)
        for kind, path in problems
        if kind == "extra_forbidden" and (near := _meant(path, places))
    }
    unknown = {path for kind, path in problems if kind == "key"}
    # A misspelt key is one mistake; that the field it was meant for is missing is no news, and
    # nor is what would be wrong with the entry if its key were right.
    news = [
        (kind, path, details)
        for (kind, path), details in problems.items()
        if not (kind == "missing" and path in suggested)
        and (kind == "key" or not _is_within(path, unknown))
    ]
    told = _without_echoes([_finding(*problem, places) for problem in news[:MOST_FINDINGS]])
    if len(news) > MOST_FINDINGS or len(errors) > _MOST_ERRORS:
        told.append(_more(places.source))
    return told


def _is_within(path: Path, others: set[Path]) -> bool:
    return (
        any(path[:length] in others for length in range(1, len(path) + 1)) if others else False
    )


def _without_echoes(told: list[Finding]) -> list[Finding]:
    """Return the findings without what else is wrong with a value that swallowed a field."""
    slips = {(f.at.line, f.at.column) for f in told if f.code is Code.SYNTAX_ERROR}
    return [
        f for f in told if f.code is Code.SYNTAX_ERROR or (f.at.line, f.at.column) not in slips
    ]


def _more(source: str) -> Finding:
    what = message("there are more problems, which are not listed")
    hint = message("mend those that are, then check again")
    return _error(Code.WRONG_VALUE, what, Place(source), hint)


def _distinct(
    errors: Iterable[ErrorDetails], places: Places
) -> dict[tuple[str, Path], ErrorDetails]:
    """Return the errors by kind and path, one for each value: a union gives one a member."""
    found: dict[tuple[str, Path], ErrorDetails] = {}
    for details in errors:
        kind, loc = details["type"], details["loc"]
        if loc[-1:] == ("[key]",):
            found["key", loc[:-1]] = details
        elif kind in ("missing", "extra_forbidden"):
            found[kind, loc] = details
        else:
            length = len(english_path(loc, places.vocabulary))
            found.setdefault(("value", loc[:length]), details)
    return found


def _meant(path: Path, places: Places) -> str | None:
    """Return the English name of the field that the key at the end of `path` is near."""
    slot, key = places.slot(path[:-1]), str(path[-1])
    slipped = slip_of(key)
    near = slipped[1] if slipped else _nearest_name(key, slot.names)
    return slot.english(near) if near else None


def _finding(kind: str, path: Path, details: ErrorDetails, places: Places) -> Finding:
    match kind:
        case "missing":
            return _missing(path, places)
        case "extra_forbidden":
            return _extra(path, places)
        case "key":
            return _unknown_key(path, places)
        case _:
            return _wrong(path, details, places)


def _error(code: Code, what: Message, at: Place, hint: Message | None) -> Finding:
    return Finding(Severity.ERROR, code, what, at, hint)


def _missing(path: Path, places: Places) -> Finding:
    name = str(path[-1])
    around = places.node(path[:-1])
    label = places.slot(path[:-1]).spellings(name)[0]
    if swallow := _swallowing(around, (label, name)):
        key, slip = swallow
        return _slipped(slip, places.place((*path[:-1], key)))
    what = message("{name} ({label}) is missing", name=name, label=label)
    keys = around.entries if isinstance(around, Mapping) else ()
    hint = how_to_add(path, places, chinese=any(map(is_chinese, keys)))
    return _error(Code.MISSING_FIELD, what, places.place(path), hint)


def _swallowing(around: Node | None, names: tuple[str, str]) -> tuple[str, Slip] | None:
    """Return the key whose value holds a field that should come after it, and by what slip."""
    for key, entry in around.entries.items() if isinstance(around, Mapping) else ():
        value = entry.node.value if isinstance(entry.node, Scalar) else None
        for name in names if isinstance(value, str) else ():
            if slip := swallowed(str(value), name):
                return key, slip
    return None


def _slipped(slip: Slip, at: Place) -> Finding:
    return _error(Code.SYNTAX_ERROR, slip.what, at, slip.hint)


def _extra(path: Path, places: Places) -> Finding:
    key = str(path[-1])
    slot = places.slot(path[:-1])
    if not slot.english(key):
        return _unknown_key(path, places)
    other = next(name for name in slot.spellings(key) if name != key)
    what = message("{found} and {other} are the same field", found=key, other=other)
    hint = message("keep one of the two")
    return _error(Code.DUPLICATE_KEY, what, places.key_place(path), hint)


def _unknown_key(path: Path, places: Places) -> Finding:
    key = str(path[-1])
    if slipped := slip_of(key):
        slip, meant = slipped
        at = replace(places.key_place(path), path=(*path[:-1], meant))
        return _slipped(slip, at)
    what = message("{found} is not a field here", found=_shown_text(key))
    return _error(Code.UNKNOWN_KEY, what, places.key_place(path), _key_meant(path, places))


def _key_meant(path: Path, places: Places) -> Message:
    """Return what to do about an unknown key: a field elsewhere, the nearest one, or all."""
    key, names = str(path[-1]), places.slot(path[:-1]).names
    near = _nearest_name(key, names)
    # A whole list of entries was hardly meant for a field that is merely called alike.
    holds_entries = isinstance(places.node(path), Mapping | Sequence)
    elsewhere = where_it_belongs(path, places) if holds_entries or not near else None
    if elsewhere:
        return elsewhere
    if places.slot(path[:-1]).is_open:
        return kind_meant(near, tuple(_in_language_of(key, names)))
    if near:
        return message("did you mean {name}?", name=near)
    return message("allowed: {allowed}", allowed=tuple(_in_language_of(key, names)))


def _wrong(path: Path, details: ErrorDetails, places: Places) -> Finding:
    """Return the finding for a value, by what the model expects in its place."""
    slot, node = places.slot(path), places.node(path)
    at = places.place(path)
    if isinstance(node, Scalar) and isinstance(node.value, str):
        slipped = slip_of(node.value) if (slot.item or slot).names else None
        if slipped:
            return _slipped(slipped[0], at)
        found = _wrong_text(slot, node.value)
    elif expected := _expected_instead(slot, node):
        found = _wrong_kind(slot, node, expected)
    else:
        found = None
    code, what, hint = found or _as_pydantic_says(details)
    if slot.value and not hint and may_be_left_out(path, places):
        hint = message("if it is not known, leave the field out")
    return _error(code, what, at, hint)


_Found = tuple[Code, Message, Message | None]


def _as_pydantic_says(details: ErrorDetails) -> _Found:
    told = details.get("ctx", {})
    match details["type"]:
        case "unknown_document":
            return _unknown_document(**told)
        case "several_documents":
            what = message(
                "{found} is the name of several documents of the catalogue: {allowed}", **told
            )
            return Code.WRONG_VALUE, what, message("write the one that is meant")
        case _:
            return (
                Code.WRONG_VALUE,
                message("this is not allowed: {problem}", problem=details["msg"]),
                None,
            )


def _unknown_document(found: str, allowed: tuple[str, ...]) -> _Found:
    what = message(
        "{found} is no document of the catalogue; the nearest are {allowed}",
        found=_shown_text(found),
        allowed=allowed,
    )
    near = nearest(found.strip(f"《》{_QUOTES}"), allowed)
    if near:
        return Code.WRONG_VALUE, what, message("did you mean {name}?", name=near)
    hint = message("write the title of the document, and its issuer and number, instead")
    return Code.WRONG_VALUE, what, hint


def _wrong_text(slot: Slot, text: str) -> _Found | None:
    if slot.choices:
        return _wrong_choice(slot, text)
    if slot.value:
        return _unreadable(slot.value, text)
    if expected := _expected_instead(slot, Scalar(text, 0, 0)):
        return _wrong_kind(slot, Scalar(text, 0, 0), expected)
    if not text:
        what = message("the text is empty")
        return Code.WRONG_VALUE, what, message("write something, or leave the field out")
    return None


def _wrong_choice(slot: Slot, text: str) -> _Found:
    choices = slot.choices
    near = _nearest_name(text, choices)
    hint = message("did you mean {name}?", name=near) if near else None
    if slot.is_open:
        hint = kind_meant(near, many=len(choices) > MOST_CHOICES)
    if any(sign in text for sign in "，、"):
        hint = message("write several as [one, two], with ASCII commas")
    few = _few(choices, text)
    if len(choices) > MOST_CHOICES:
        hint = hint or message("`summarykit schema --format md` lists all of them")
        what = message(
            "{found} is none of the {count} values allowed; the nearest are {allowed}",
            found=_shown_text(text),
            count=len(choices),
            allowed=few,
        )
    else:
        what = message(
            "{found} is not allowed here; allowed: {allowed}",
            found=_shown_text(text),
            allowed=few,
        )
    return Code.WRONG_VALUE, what, hint


def _unreadable(kind: type[Value], text: str) -> _Found | None:
    """Return what the value type says of `text`, by its template, which can be translated."""
    try:
        kind.parse(text)
    except UnreadableValue as error:
        values: dict[str, Any] = error.context | {"found": _shown_text(text)}
        if "allowed" in values:
            values["allowed"] = kind.examples  # a tuple, listed as the language lists
        return Code.WRONG_VALUE, message(error.template, **values), None
    return None


def _wrong_kind(slot: Slot, node: Node | None, expected: Message) -> _Found:
    what = message(
        "{found} stands where {expected} is expected", found=shown(node), expected=expected
    )
    return Code.WRONG_TYPE, what, _hint_for_kind(slot)


def _hint_for_kind(slot: Slot) -> Message | None:
    inner = slot.item or slot
    if inner.names:
        return message("its fields are {allowed}", allowed=some(inner.names))
    return how_to_write(inner)


def _expected_instead(slot: Slot, node: Node | None) -> Message | None:
    """Return what is expected where something of another kind stands, `None` if it does not."""
    if slot.names:
        return None if isinstance(node, Mapping) else message("a mapping of fields")
    if slot.item:
        return None if isinstance(node, Sequence) else message("a list")
    if slot.yes_no:
        return message("yes or no")
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return None
    return message("text")


def shown(node: Node | None) -> Message | str:
    """Return how a value of the file is named in a sentence."""
    match node:
        case Mapping():
            return message("a mapping")
        case Sequence():
            return message("a list")
        case Scalar(value=str() as text):
            return _shown_text(text)
        case Scalar(value=bool() as value):
            return str(value).lower()
        case _:
            return message("nothing")


def _shown_text(text: str) -> str:
    """Return text on one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _nearest_name(found: str, choices: tuple[Choice, ...]) -> str | None:
    return nearest(found.strip(_QUOTES), _in_language_of(found, choices))


def _in_language_of(found: str, choices: Iterable[Choice]) -> Iterator[str]:
    chinese = is_chinese(found)
    return (c.label if chinese and c.label else c.value for c in choices)


def _few(choices: tuple[Choice, ...], found: str) -> tuple[Choice, ...]:
    """Return all choices of a short list, those nearest to `found` of a long one."""
    if len(choices) <= MOST_CHOICES:
        return choices
    names = dict(zip(_in_language_of(found, choices), choices, strict=True))
    return tuple(names[name] for name in nearest_few(found, names, _FEW))
