"""One TOML text of a pack becomes a table, or the finding that says why not."""

import re
import tomllib
from collections.abc import Mapping
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.packs.settings.reasons import toml_reason
from summarykit.packs.settings.toml_slips import HALF_WIDTH, Slip, slip
from summarykit.packs.settings.toml_twice import given_twice

_AT_LINE: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")
_AT_END: Final = re.compile(r" \(at end of document\)$")

DEEPEST: Final = 20
"""Tables in tables of a pack are four deep."""


_LONGEST_SHOWN: Final = 40
Table = dict[str, object]


def parsed(text: str, source: str) -> Table | Finding:
    """Return the tables of a TOML text, or what is wrong with it and where."""
    try:
        table = tomllib.loads(text)
        return table if _is_shallow(table) else _no_toml(RecursionError(), text, source)
    except (ValueError, RecursionError) as error:
        # Besides what it means to raise: numbers longer than Python reads, and tables in
        # tables deeper than it goes.
        return _no_toml(error, text, source)


def _is_shallow(table: Table) -> bool:
    """Return whether tables in tables end somewhere: a key of dots is as deep as it is long."""
    level: list[object] = [table]
    for _ in range(DEEPEST):
        tables = [one for one in level if isinstance(one, dict)]
        lists = [one for one in level if isinstance(one, list)]
        level = [inner for one in tables for inner in one.values()]
        level += [inner for one in lists for inner in one]
    return not any(isinstance(one, dict | list) for one in level)


def _no_toml(error: Exception, text: str, source: str) -> Finding:
    reason: Message | str = str(error)
    place = Place(source=source)
    if isinstance(error, RecursionError):
        reason = message("it is nested too deeply")
    elif not isinstance(error, tomllib.TOMLDecodeError):
        reason = message("a number in it is too long")
    elif found := _AT_LINE.search(str(error)):
        reason = toml_reason(str(error)[: found.start()])
        place = Place(source=source, line=int(found[1]), column=int(found[2]))
    elif found := _AT_END.search(str(error)):
        reason = toml_reason(str(error)[: found.start()])
        place = Place(source=source, line=len(text.splitlines()) or 1)
    meant = _meant(str(error), text, place)
    if meant is not None:
        reason = meant.said
    said = message("this is not TOML: {reason}", reason=reason)
    hint = meant.hint if meant else _full_width(text, place.line)
    return Finding(Severity.ERROR, Code.PACK_INVALID, said, place, hint)


def _meant(reason: str, text: str, place: Place) -> Slip | None:
    """Return what the line at fault is meant to be, as far as it can be told."""
    if place.line is None:
        return None
    if re.match(r"Cannot (?:overwrite|declare)|Duplicate", reason):
        return given_twice(text, place.line)
    path = (place.source or "").partition("/")[2]
    return slip(text, place.line, path)


def _full_width(text: str, line: int | None) -> Message | None:
    """Return which sign of a line is a full-width one that TOML does not know, if one is."""
    lines = text.split("\n")
    words = lines[line - 1] if line and line <= len(lines) else ""
    sign = next((sign for sign in words if sign in HALF_WIDTH), None)
    if sign is None:
        return None
    return message(
        "{sign} is a full-width sign: write {plain}", sign=sign, plain=HALF_WIDTH[sign]
    )


def shown(value: object) -> object:
    """Return `value` as the file spells it; what is long is only hinted at."""
    match value:
        case bool():
            return str(value).lower()
        case Mapping() | list() | tuple():
            return "[…]"
        case str() if len(value) > _LONGEST_SHOWN:
            return f"{value[:_LONGEST_SHOWN]}…"
        case _:
            return value
