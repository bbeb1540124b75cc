"""Values for the settings of a layout: to each another one that is as good, and its TOML."""

import json
import re
import tomllib
from functools import cache
from typing import Any, Final, get_args

from pydantic import BaseModel

from summarykit.layout import Layout
from summarykit.packs import bundled
from summarykit.packs.tools.key_names import key_names

Key = tuple[str, ...]
_LENGTH: Final = re.compile(r"(-?[0-9.]+)(\D+)")
_COLOUR: Final = re.compile(r"[0-9A-F]{6}")
_SMALL: Final = 1
"""Of numbers below this, a quarter is a step; of others, one is."""


@cache
def base_layout() -> dict[str, Any]:
    """Return the tables of the layout that ships."""
    return tomllib.loads((bundled("templates") / "zh/layout.toml").read_text("utf-8"))


def settings() -> list[Key]:
    """Return every setting of a layout that has a name: what is no table of others."""
    known = key_names()
    return [key for key in known if not any(k[: len(key)] == key for k in known if k != key)]


def value_in(table: dict[str, Any], key: Key) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return what a layout says for a setting; a style says what body text does."""
    if key[0] == "styles":
        return {**table["styles"]["body"], **table["styles"].get(key[1], {})}[key[2]]
    for step in key:
        table = table[step]
    return table


def other_value(key: Key, value: Any) -> Any:  # noqa: ANN401 - as above
    """Return another value that the setting may have, near `value`."""
    choices = _choices(key)
    if choices:
        return choices[(choices.index(value) + 1) % len(choices)]
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case list():  # of forms of numbers, the others; of fonts, another one before them
            return value[::-1] if key[0] == "numbering" else [f"{value[0]}乙", *value]
        case _:
            return _other_text(value)


def _other_text(value: str) -> str:
    """Return another colour, another length, or other words."""
    if _COLOUR.fullmatch(value):
        return "C00000"
    length = _LENGTH.fullmatch(value)
    if length is None:
        return f"{value}乙"
    number = float(length[1])
    step = 1 if abs(number) >= _SMALL else 0.25
    return f"{number + step:g}{length[2]}"


def _choices(key: Key) -> tuple[str, ...]:
    """Return the words that a setting takes, if it takes no others."""
    kind: Any = Layout
    for step in key:
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            return ()
        kind = kind.model_fields[step].annotation
    words = get_args(kind)
    return words if words and all(isinstance(word, str) for word in words) else ()


def as_toml(value: object) -> str:
    """Return a value as TOML holds it in one line."""
    match value:
        case dict():
            inside = ", ".join(f"{key} = {as_toml(one)}" for key, one in value.items())
            return f"{{{inside}}}"
        case list() | tuple():
            return f"[{', '.join(map(as_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)
