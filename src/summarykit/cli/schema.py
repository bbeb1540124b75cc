"""`summarykit schema`: the JSON Schema of a record, or the page of its fields."""

import argparse

from summarykit import api
from summarykit.api.loading import vocabulary_of
from summarykit.cli.choices import named
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message
from summarykit.model.page import fields_page

ABOUT = message(
    "print the JSON Schema (2020-12) of a record, for editors that complete and check it"
)


def declare(parser: Parser, console: Console) -> None:
    """Add what `schema` is told."""
    words = console.say(
        message("json, the schema (default), or md, a page of all fields and their values")
    )
    parser.add_argument("--format", choices=("json", "md"), default="json", help=words)
    words = console.say(
        message("the pack whose own kinds of work and of measure are allowed, too")
    )
    parser.add_argument("--pack", type=named, metavar="PACK", help=words)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the schema or the page."""
    if chosen.format == "md":
        console.print(fields_page(vocabulary_of(chosen.pack)).removesuffix("\n"))
        return DONE
    console.print_json(api.json_schema(pack=chosen.pack))
    return DONE
