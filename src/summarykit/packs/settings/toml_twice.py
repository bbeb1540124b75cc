"""Which key or table a TOML file gives twice, and where it stands before."""

from collections.abc import Iterator

from summarykit.diagnostics import message
from summarykit.packs.settings.toml_slips import Slip, head_of, key_of, table_above


def given_twice(text: str, line: int) -> Slip | None:
    """Return what the line gives, or the last one above it, that has been given before."""
    lines = text.split("\n")
    number = _last_told(lines, min(line, len(lines)))
    if number is None:
        return None
    here, above = lines[number - 1], lines[: number - 1]
    head = head_of(here)
    if head is not None:
        before = next((n for n, one in enumerate(above, 1) if head_of(one) == head), None)
        said = message("[{name}] stands in line {line}, too", name=head, line=before)
        hint = message("put the lines below it under the first one, and delete this head")
        return Slip(said, hint) if before else None
    key, table = key_of(here), table_above(above)
    before = next((n for n, found in _keys(above, table) if found == key), None)
    said = message("{name} stands in line {line}, too", name=key, line=before)
    hint = message("keep the right one of the two lines, and delete the other")
    return Slip(said, hint) if before else None


def _last_told(lines: list[str], last: int) -> int | None:
    """Return the last line that gives a key or begins a table: a file may end behind it."""
    told = (n for n in range(last, 0, -1) if key_of(lines[n - 1]) or head_of(lines[n - 1]))
    return next(told, None)


def _keys(lines: list[str], table: str) -> Iterator[tuple[int, str]]:
    """Yield the keys of the last table, which is called `table`, with their lines."""
    begin = max((n for n, line in enumerate(lines, 1) if head_of(line) == table), default=0)
    for number, line in enumerate(lines[begin:], begin + 1):
        if key := key_of(line):
            yield number, key
