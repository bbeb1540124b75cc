"""What a summary keeps from its readers, as people and programs read it."""

from typing import TYPE_CHECKING

from summarykit.cli.console import Console
from summarykit.diagnostics import message

if TYPE_CHECKING:
    from summarykit.api import Summary
    from summarykit.privacy.audit import Masked


def print_audit(summary: "Summary", console: Console) -> None:
    """Write a table of what was masked: where it stands, what it is, what stands there now.

    What it was is not in it, so that the list can be kept beside the document.
    """
    said = message("kept from the readers: {count}", count=len(summary.audit))
    console.print(f"\n{console.say(said)}")
    if summary.audit:
        heads = (
            message("place in the record"),
            message("what it is"),
            message("printed instead"),
            message("why"),
        )
        rows = [_row(one, summary, console) for one in summary.audit]
        console.print_table([console.say(head) for head in heads], rows)


def _row(one: "Masked", summary: "Summary", console: Console) -> tuple[str, ...]:
    return (
        str(summary.place(one.path)),
        one.kind.label if console.lang == "zh" else one.kind.value,
        one.instead,
        console.say(one.reason),
    )


def as_json(one: "Masked", summary: "Summary") -> dict[str, object]:
    """Return an entry as JSON holds it: names as they are, the place with its line."""
    place = summary.place(one.path)
    return {
        "path": list(one.path),
        "line": place.line,
        "kind": one.kind.value,
        "instead": one.instead,
    }
