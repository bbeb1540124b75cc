"""`summarykit pack check`: everything that is wrong with a pack, all at once."""

import argparse
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from summarykit.cli.check import tell_findings
from summarykit.cli.choices import add_format, named
from summarykit.cli.console import Console
from summarykit.cli.machine import installed_fonts
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

ABOUT = message("say what is wrong with a pack; exit code 1 when there are errors")
_PATIENCE: Final = 1.0
"""So many seconds nobody asks whether anything happens."""


def declare(parser: Parser, console: Console) -> None:
    """Add what `pack check` is told."""
    words = console.say(message("the pack, by name or folder"))
    parser.add_argument("pack", type=named, metavar="PACK", help=words)
    add_format(parser, console)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return 1 when there are errors, having written all findings."""
    from summarykit.api.pack_checking import check_pack  # noqa: PLC0415 - others need no jinja2

    findings = check_pack(
        chosen.pack, installed=installed_fonts(), progress=_Patience(console).told
    )
    return tell_findings(findings, chosen.pack, chosen.format, console)


@dataclass(slots=True)
class _Patience:
    """Shows how far the work is once it takes long."""

    console: Console
    begun: float = field(default_factory=monotonic)

    def told(self, done: int, total: int) -> None:
        if monotonic() - self.begun > _PATIENCE:
            self.console.progress(done, total)
