"""Commands by name, each of which declares what it is told and runs."""

import argparse
from collections.abc import Mapping
from typing import Protocol

from summarykit.cli.console import Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import Message, message


class Command(Protocol):
    """What the module of a command has."""

    ABOUT: Message

    def declare(self, parser: Parser, console: Console) -> None:
        """Add what the command is told."""

    def run(self, chosen: argparse.Namespace, console: Console) -> int:
        """Return the exit code, having done the work."""


def add_commands(
    parser: Parser, console: Console, commands: Mapping[str, Command], chosen: str
) -> None:
    """Add commands to a parser, which keeps what runs the one given under the name `chosen`."""
    group = parser.add_subparsers(
        title=console.say(message("commands")),
        metavar="COMMAND",
        required=True,
    )
    for name, command in commands.items():
        does = console.say(command.ABOUT)
        inner = group.add_parser(
            name, console=console, prog=f"{parser.prog} {name}", description=does, help=does
        )
        inner.set_defaults(**{chosen: command.run})
        command.declare(inner, console)
