"""At which line of a TOML file a field stands, which tomllib does not tell."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from summarykit.diagnostics import Path

_PART: Final = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEYS: Final = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE: Final = re.compile(rf"\s*(\[\[?)\s*({_KEYS})\s*\]\]?\s*(?:#.*)?")
_KEY: Final = re.compile(rf"\s*({_KEYS})\s*=(.*)")
_LONG_QUOTES: Final = ('"""', "'''")


def line_of(text: str, path: Path) -> int | None:
    """Return the line of the field at `path`, or of what stands nearest around it.

    What is in a list or table written in brackets has the line of its key.
    """
    lines = _lines(text)
    known = (lines.get(path[:size]) for size in range(len(path), 0, -1))
    return next((line for line in known if line is not None), None)


@lru_cache(maxsize=32)
def _lines(text: str) -> Mapping[Path, int]:
    """Return the first line of each table and key, and of all that stands inside them."""
    lines: dict[Path, int] = {}
    for number, stands in _fields(text):
        for size in range(1, len(stands) + 1):
            lines.setdefault(stands[:size], number)
    return lines


def _fields(text: str) -> Iterator[tuple[int, Path]]:
    """Yield the line and the path of each table and key."""
    table: Path = ()
    counts: dict[Path, int] = {}
    quotes = ""
    for number, line in enumerate(text.split("\n"), 1):
        if quotes:
            quotes = "" if quotes in line else quotes
        elif found := _TABLE.fullmatch(line):
            table = _table(_parts(found[2]), counts, listed=found[1] == "[[")
            yield number, table
        elif found := _KEY.match(line):
            yield number, (*table, *_parts(found[1]))
            quotes = next((sign for sign in _LONG_QUOTES if found[2].count(sign) == 1), "")


def _table(parts: list[str], counts: dict[Path, int], *, listed: bool) -> Path:
    """Return the path of a table; one of a list of tables has its place in the list."""
    path: Path = ()
    for part in parts:
        path = (*path, part)
        if listed and part is parts[-1]:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _parts(keys: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_PART, keys)]
