"""`summarykit reports`: which reports a pack offers."""

import argparse

from summarykit import api
from summarykit.cli.choices import add_pack
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message("list the reports of a pack")


def declare(parser: Parser, console: Console) -> None:
    """Add what `reports` is told."""
    add_pack(parser, console)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the reports with the kinds of work they tell."""
    pack = api.load_pack(chosen.pack)
    rows = [
        (report.id, report.name, console.show(report.programmes or message("all")))
        for report in pack.reports.values()
    ]
    head = (message("report"), message("name"), message("tells of"))
    console.print_table([console.say(word) for word in head], rows)
    return DONE
