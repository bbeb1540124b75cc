"""`summarykit schema`: the JSON Schema of a record."""

import argparse

from summarykit import api
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message(
    "print the JSON Schema (2020-12) of a record, for editors that complete and check it"
)


def declare(parser: Parser, console: Console) -> None:
    """Add nothing: `schema` needs to be told nothing."""
    del parser, console


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the schema."""
    del chosen
    console.print_json(api.json_schema())
    return DONE
