"""`summarykit pack diff`: what differs between two packs."""

import argparse

from summarykit.cli.choices import named
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message("say what differs between two packs, or between a pack and what it extends")


def declare(parser: Parser, console: Console) -> None:
    """Add what `pack diff` is told."""
    words = console.say(message("the pack, by name or folder"))
    parser.add_argument("first", type=named, metavar="PACK", help=words)
    words = console.say(
        message("the pack to compare it with (default: the one that it extends)")
    )
    parser.add_argument("second", type=named, nargs="?", metavar="OTHER", help=words)
    words = console.say(message("show the changed lines of templates, too"))
    parser.add_argument("--templates", action="store_true", help=words)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written a line for each difference."""
    from summarykit.api.packs import diff_packs  # noqa: PLC0415 - other commands need no jinja2
    from summarykit.cli.pack_lines import Lines  # noqa: PLC0415 - as above

    lines = Lines(console)
    found = diff_packs(chosen.first, chosen.second)
    for change in found:
        console.print(lines.changed(change))
        if chosen.templates:
            for line in lines.template_lines(change):
                console.print(line)
    if not found:
        console.print(console.say(message("there is no difference")))
    return DONE
