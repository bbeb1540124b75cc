"""`summarykit pack`: what somebody needs who makes a template pack of his own."""

import argparse

from summarykit.cli import pack_check, pack_diff, pack_explain, pack_new
from summarykit.cli.commands import add_commands
from summarykit.cli.console import Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message("begin, check, explain and compare template packs")
_COMMANDS = {
    "new": pack_new,
    "check": pack_check,
    "explain": pack_explain,
    "diff": pack_diff,
}


def declare(parser: Parser, console: Console) -> None:
    """Add what can be done with packs."""
    add_commands(parser, console, _COMMANDS, "run_for_packs")


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code of what is to be done with a pack."""
    code: int = chosen.run_for_packs(chosen, console)
    return code
