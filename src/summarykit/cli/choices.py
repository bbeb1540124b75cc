"""The options that several commands share."""

import argparse
from collections.abc import Mapping
from typing import TypedDict

from summarykit.api import DEFAULT_PACK, LENGTHS
from summarykit.api.composing import LengthName
from summarykit.cli.console import Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message


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


def add_wishes(parser: Parser, console: Console, *, audience: str, length: str) -> None:
    """Add what somebody can ask of a summary; the audience and length are those by default."""
    _add_report(parser, console)
    add_pack(parser, console)
    _add_audience(parser, console, audience)
    _add_length(parser, console, length)
    _add_programmes(parser, console)
    add_previous(parser, console)


class Wishes(TypedDict):
    """What somebody asks of a summary, as `api.compose` and `api.check` take it."""

    report: str | None
    pack: str
    audience: str
    length: LengthName
    programmes: list[str]
    previous: str | None


def wishes_of(chosen: argparse.Namespace) -> Wishes:
    """Return what `add_wishes` has been told."""
    return Wishes(
        report=chosen.report,
        pack=chosen.pack,
        audience=chosen.audience,
        length=chosen.length,
        programmes=chosen.programmes,
        previous=chosen.previous,
    )


def add_format(parser: Parser, console: Console) -> None:
    """Add for whom the output is: people or programs."""
    words = console.say(
        message("text on stderr for people (default), or json on stdout for programs")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words)


def add_pack(parser: Parser, console: Console) -> None:
    """Add the pack, by name or folder."""
    words = console.say(
        message("template pack, by name or folder (default: {name})", name=DEFAULT_PACK)
    )
    parser.add_argument("--pack", type=named, default=DEFAULT_PACK, metavar="PACK", help=words)


def _add_report(parser: Parser, console: Console) -> None:
    """Add the report, by its id or name."""
    words = console.say(
        message("report, by id or name (default: the one that fits; see the command reports)")
    )
    parser.add_argument("--report", type=named, metavar="ID", help=words)


def _add_audience(parser: Parser, console: Console, default: str) -> None:
    """Add for whom the summary is."""
    words = console.say(
        message(
            "for whom: internal, public, or another audience of the pack (default: {name})",
            name=default,
        )
    )
    parser.add_argument("--audience", type=named, metavar="ID", default=default, help=words)


def _add_length(parser: Parser, console: Console, default: str) -> None:
    """Add how long the summary is to be."""
    words = console.say(
        message("how long: short, standard or long (default: {name})", name=default)
    )
    parser.add_argument(
        "--length",
        type=lambda found: LENGTHS.get(found, found),
        choices=(*LENGTHS.values(), *LENGTHS),
        metavar=_either(LENGTHS),
        default=default,
        help=words,
    )


def _either(names: Mapping[str, str]) -> str:
    # Usage shows the English names only, a refusal both.
    return f"{{{','.join(names.values())}}}"


def _add_programmes(parser: Parser, console: Console) -> None:
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


def add_previous(parser: Parser, console: Console) -> None:
    """Add the record of the period before."""
    words = console.say(
        message("record of the period before: tells changes, and what became of its next steps")
    )
    parser.add_argument("--previous", type=named, metavar="FILE", help=words)
