"""The options that several commands share."""

from collections.abc import Mapping

from summarykit.api import DEFAULT_PACK
from summarykit.cli.console import Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message

_AUDIENCES = {"内部": "internal", "公开": "public"}
_LENGTHS = {"简短": "short", "标准": "standard", "详细": "long"}


def named(found: str) -> str:
    """Return what is named on the command line.

    Raises:
        ValueError: Nothing is.
    """
    if not found.strip():
        raise ValueError(found)
    return found


def add_record(parser: Parser, console: Console) -> None:
    """Add the record, a file."""
    words = console.say(message("the record, a YAML or JSON file"))
    parser.add_argument("record", type=named, metavar="RECORD", help=words)


def add_pack(parser: Parser, console: Console) -> None:
    """Add the pack, by name or folder."""
    words = console.say(
        message("template pack, by name or folder (default: {name})", name=DEFAULT_PACK)
    )
    parser.add_argument("--pack", type=named, default=DEFAULT_PACK, metavar="PACK", help=words)


def add_report(parser: Parser, console: Console) -> None:
    """Add the report, by its id or name."""
    words = console.say(
        message("report, by id or name (default: the one that fits; see the command reports)")
    )
    parser.add_argument("--report", type=named, metavar="ID", help=words)


def add_audience(parser: Parser, console: Console, default: str) -> None:
    """Add for whom the summary is."""
    words = console.say(message("for whom: internal or public (default: {name})", name=default))
    parser.add_argument(
        "--audience",
        type=lambda found: _AUDIENCES.get(found, found),
        choices=(*_AUDIENCES.values(), *_AUDIENCES),
        metavar=_either(_AUDIENCES),
        default=default,
        help=words,
    )


def add_length(parser: Parser, console: Console, default: str) -> None:
    """Add how long the summary is to be."""
    words = console.say(
        message("how long: short, standard or long (default: {name})", name=default)
    )
    parser.add_argument(
        "--length",
        type=lambda found: _LENGTHS.get(found, found),
        choices=(*_LENGTHS.values(), *_LENGTHS),
        metavar=_either(_LENGTHS),
        default=default,
        help=words,
    )


def _either(names: Mapping[str, str]) -> str:
    # Usage shows the English names only, a refusal both.
    return f"{{{','.join(names.values())}}}"


def add_programmes(parser: Parser, console: Console) -> None:
    """Add the kinds of work to tell, where a report tells several."""
    words = console.say(
        message("kind of work to tell; may be given again (default: all of the report)")
    )
    parser.add_argument(
        "--programme",
        type=named,
        action="append",
        default=[],
        dest="programmes",
        metavar="KIND",
        help=words,
    )
