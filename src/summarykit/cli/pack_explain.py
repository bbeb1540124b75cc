"""`summarykit pack explain`: what a setting of a pack is, and which file says so."""

import argparse

from summarykit.cli.choices import named
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message("say what a setting of a pack is and where it comes from")


def declare(parser: Parser, console: Console) -> None:
    """Add what `pack explain` is told."""
    words = console.say(message("the pack, by name or folder"))
    parser.add_argument("pack", type=named, metavar="PACK", help=words)
    words = console.say(
        message(
            "a Chinese name (行距), a key (layout.page.top) or the path of a template"
            " (default: all that the pack changes)"
        )
    )
    parser.add_argument("key", type=named, nargs="?", metavar="KEY", help=words)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written each setting with its files, the nearest first."""
    from summarykit.api.packs import diff_packs, explain_pack  # noqa: PLC0415 - other commands need no jinja2
    from summarykit.cli.pack_lines import Lines  # noqa: PLC0415 - as above

    lines = Lines(console)
    if chosen.key is not None:
        for found in explain_pack(chosen.pack, chosen.key):
            console.print(lines.explained(found))
        return DONE
    found_changes = diff_packs(chosen.pack)
    for change in found_changes:
        console.print(lines.origin_of(change))
    if not found_changes:
        console.print(console.say(message("the pack changes nothing")))
    return DONE
