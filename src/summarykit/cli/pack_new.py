"""`summarykit pack new`: the folder of a new pack, to be changed line by line."""

import argparse

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
        default=DEFAULT_PACK,
        metavar="PACK",
        help=console.say(said),
    )
    words = console.say(message("folder to write it into (default: this one)"))
    parser.add_argument(
        "--in", type=named, default=".", metavar="DIR", dest="folder", help=words
    )


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the files and their paths."""
    from summarykit.api.packs import new_pack  # noqa: PLC0415 - others need no jinja2

    written = new_pack(chosen.name, chosen.extends, chosen.folder)
    for path in written:
        console.print(str(path))
    folder = written[0].parent
    said = message("after a change, see: summarykit pack check {folder}", folder=folder)
    console.tell(console.say(said))
    return DONE
