"""The facts that a summary leaves out, as people and programs read them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarykit.cli.console import Console
from summarykit.diagnostics import message

if TYPE_CHECKING:
    from summarykit.compose.completeness.leaving import LeftOut


def print_left_out(left_out: Iterable["LeftOut"], console: Console) -> None:
    """Write a table for each reason there is, in the order of the reasons."""
    from summarykit.compose.completeness.leaving import (  # noqa: PLC0415 - few ask for it
        LeftOutReason,
    )

    entries = tuple(left_out)
    for reason in LeftOutReason:
        of_it = [entry for entry in entries if entry.reason is reason]
        if of_it:
            said = message("left out, {reason}: {count}", reason=reason, count=len(of_it))
            console.print(f"\n{console.say(said)}")
            _print_table(of_it, console)


def _print_table(entries: list["LeftOut"], console: Console) -> None:
    head = [message("reference"), message("fact"), message("said in")]
    rows = [(e.ref, " ".join(e.text.split("\n")), e.said_in or "") for e in entries]
    # A column that is empty all the way down has nothing to say.
    used = [any(cells) for cells in zip(*rows, strict=True)]
    kept = [console.say(word) for word, shown in zip(head, used, strict=True) if shown]
    console.print_table(kept, [_only(row, used) for row in rows])


def _only(row: tuple[str, ...], used: list[bool]) -> tuple[str, ...]:
    return tuple(cell for cell, shown in zip(row, used, strict=True) if shown)


def as_json(entry: "LeftOut") -> dict[str, object]:
    """Return an entry as JSON holds it: names as they are."""
    return {
        "ref": entry.ref,
        "text": entry.text,
        "reason": entry.reason.value,
        "said_in": entry.said_in,
    }
