"""From the tables of a `layout.toml` to a `Layout`, or to what is wrong with them."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.layout.lengths import UNITS
from summarykit.layout.models import Layout

_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "length": "{found} is not a length",
        "absolute_length": "{found} counts characters where there is no text to measure by",
        "relative_length": "{found} does not count characters",
        "font_size": "{found} is not a font size: whole half points are needed",
        "number_form": "{found} does not show how a number looks",
        "no_room": "the margins leave no room for text",
        "bool_type": "{found} is not true or false",
        "int_type": "{found} is not a whole number",
        "string_type": "{found} is not text",
        "tuple_type": "{found} is not a list",
        "model_type": "{found} is not a table",
    }
)
_TYPES = frozenset(name for name in _SENTENCES if name.endswith("_type"))


def read_layout(
    table: Mapping[str, object], source: str
) -> tuple[Layout | None, tuple[Finding, ...]]:
    """Return the layout that `table` describes, and every finding; an error leaves none.

    `table` holds the tables of one `layout.toml`, or of several merged key by key; `source` is
    the file the findings name.
    """
    try:
        return Layout.model_validate(table), ()
    except ValidationError as errors:
        details = errors.errors(include_url=False)
        return None, tuple(_findings(details, table, source))


def _findings(
    details: list[ErrorDetails], table: Mapping[str, object], source: str
) -> Iterator[Finding]:
    for detail in details:
        path = detail["loc"]
        # What a style took from `body` is reported there, once.
        if path[:1] == ("styles",) and path[1:2] != ("body",) and not _stands_in(table, path):
            continue
        yield _finding(detail, Place(source=source, path=path))


def _stands_in(table: object, path: Path) -> bool:
    for step in path:
        if isinstance(table, Mapping) and step in table:
            table = table[step]
        elif not isinstance(table, list) or not isinstance(step, int):
            return False
    return True


def _finding(detail: ErrorDetails, place: Place) -> Finding:
    kind, found = detail["type"], _shown(detail["input"])
    match kind:
        case "extra_forbidden":
            return _unknown_key(place)
        case "missing":
            return _error(
                Code.MISSING_FIELD, message("{key} is missing", key=place.path[-1]), place
            )
        case "literal_error":
            allowed = message("allowed: {allowed}", allowed=detail["ctx"]["expected"])
            return _error(Code.WRONG_VALUE, _not_allowed(found), place, allowed)
    code = Code.WRONG_TYPE if kind in _TYPES else Code.WRONG_VALUE
    sentence = _SENTENCES.get(kind)
    text = message(sentence, found=found) if sentence else _not_allowed(found)
    return _error(code, text, place, _hint(kind))


def _hint(kind: str) -> Message | None:
    match kind:
        case "length":
            return message("write a number and a unit: {units}", units=UNITS)
        case "number_form":
            return message("write the first number as it looks, for example （一）")
        case "string_pattern_mismatch":
            return message("write {gap} where the number stands", gap="{page}")
    return None


def _not_allowed(found: object) -> Message:
    return message("{found} is not allowed here", found=found)


def _shown(value: object) -> object:
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return "[…]"
    return value


def _unknown_key(place: Place) -> Finding:
    key = str(place.path[-1])
    near = get_close_matches(key, _known(place.path[:-1]), n=1)
    hint = message("did you mean {name}?", name=near[0]) if near else None
    return _error(
        Code.UNKNOWN_KEY, message("{key} is not a setting of a layout", key=key), place, hint
    )


def _known(path: Path) -> list[str]:
    model: type[BaseModel] = Layout
    for step in path:
        inner: Any = model.model_fields[str(step)].annotation
        model = inner
    return list(model.model_fields)


def _error(code: Code, text: Message, at: Place, hint: Message | None = None) -> Finding:
    return Finding(Severity.ERROR, code, text, at, hint)
