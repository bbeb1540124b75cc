"""From the words of a command line to an exit code: 0 done, 1 errors found, 2 wrong usage."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from summarykit.cli import build, catalogue, check, demo, explain, pack, reports, review, schema
from summarykit.cli.commands import add_commands
from summarykit.cli.console import FOUND_ERRORS, Console
from summarykit.cli.parser import Parser, language_of
from summarykit.cli.streams import OutputLost, flush_results
from summarykit.diagnostics import SummaryError, message
from summarykit.version import __version__

_COMMANDS = {
    "demo": demo,
    "build": build,
    "check": check,
    "explain": explain,
    "review": review,
    "reports": reports,
    "schema": schema,
    "catalogue": catalogue,
    "pack": pack,
}


def run(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of the command that `arguments` name; wrong usage exits with 2."""
    given = sys.argv[1:] if arguments is None else arguments
    _write_whatever_comes()
    console = Console(language_of(given))
    chosen = _parser(console).parse_args(given)
    try:
        code: int = chosen.run(chosen, console)
        flush_results()
    except SummaryError as error:
        return console.report(error.findings)
    except OutputLost as error:
        lost = message("the output cannot be written: {reason}", reason=error.reason)
        console.tell(console.say(lost))
        return FOUND_ERRORS
    return code


def _write_whatever_comes() -> None:
    # A console that cannot show Chinese shows marks instead of failing.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser(console: Console) -> Parser:
    about = message("write the work summaries of a school's year as Word files")
    parser = Parser(console, prog="summarykit", description=console.say(about))
    parser.add_argument(
        "--version",
        action="version",
        version=f"summarykit {__version__}",
        help=console.say(message("show the version")),
    )
    add_commands(parser, console, _COMMANDS, "run")
    return parser
