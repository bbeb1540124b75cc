"""`summarykit pack new`: the folder of a new pack, to be changed line by line."""

import argparse
from pathlib import Path

from summarykit.api import DEFAULT_PACK
from summarykit.cli.choices import named
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message("write a new pack that extends another one; every line can be changed")


def declare(parser: Parser, console: Console) -> None:
    """Add what `pack new` is told."""
    words = console.say(
        message("name of the pack and of its folder: small letters, digits, - and _")
    )
    parser.add_argument("name", type=named, metavar="NAME", help=words)
    said = message("the pack that it extends (default: {name})", name=DEFAULT_PACK)
    parser.add_argument(
        "--extends",
        type=named,
        metavar="PACK",
        help=console.say(said),
    )
    words = console.say(
        message(
            "report whose file is begun, by id or name; may be given again (default: the one"
            " that tells most; a pack that is there already gets the file added)"
        )
    )
    parser.add_argument(
        "--report",
        type=named,
        action="append",
        default=[],
        dest="reports",
        metavar="ID",
        help=words,
    )
    words = console.say(message("folder to write it into (default: this one)"))
    parser.add_argument(
        "--in", type=named, default=".", metavar="DIR", dest="folder", help=words
    )


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the files and their paths."""
    from summarykit.api.packs import new_pack  # noqa: PLC0415 - others need no jinja2

    for path in new_pack(chosen.name, chosen.extends, chosen.folder, chosen.reports):
        console.print(str(path))
    folder = Path(chosen.folder) / chosen.name
    said = message("after a change, see: summarykit pack check {folder}", folder=folder)
    console.tell(console.say(said))
    return DONE
