"""The command line: one module a command."""

from summarykit.cli.entry import main

__all__ = ["main"]
