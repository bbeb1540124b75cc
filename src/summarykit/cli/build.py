"""`summarykit build`: one record to one file."""

import argparse
import contextlib
from pathlib import Path

from summarykit import api
from summarykit.cli.choices import (
    add_audience,
    add_length,
    add_pack,
    add_programmes,
    add_record,
    add_report,
)
from summarykit.cli.console import Console
from summarykit.cli.folders import made
from summarykit.cli.machine import installed_fonts
from summarykit.cli.parser import Parser
from summarykit.diagnostics import SummaryError, message
from summarykit.layout import missing_fonts

ABOUT = message("write the summary of a record to a file")


def declare(parser: Parser, console: Console) -> None:
    """Add what `build` is told."""
    add_record(parser, console)
    words = console.say(
        message(
            "file to write (.docx, .md or .txt), or the folder for a .docx;"
            " one that ends in / is made where it is missing"
        )
    )
    parser.add_argument("-o", "--out", type=_named, required=True, metavar="OUT", help=words)
    add_report(parser, console)
    add_pack(parser, console)
    add_audience(parser, console, "public")
    add_length(parser, console, "standard")
    add_programmes(parser, console)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the file, its path and the findings."""
    try:
        return _build(chosen, console)
    except SummaryError as error:
        code = console.report(error.findings)
        console.tell(console.say(message("nothing was written")))
        return code


def _build(chosen: argparse.Namespace, console: Console) -> int:
    summary = api.compose(
        chosen.record,
        report=chosen.report,
        pack=chosen.pack,
        audience=chosen.audience,
        length=chosen.length,
        programmes=chosen.programmes,
    )
    # Written before anything is said: whoever reads along may leave in between.
    try:
        saved = summary.save(target(chosen.out, chosen.record, summary.report))
    except SummaryError as error:
        raise SummaryError([*summary.findings, *error.findings]) from error
    code = console.report(summary.findings)
    installed = installed_fonts() if saved.suffix.lower() == ".docx" else None
    if installed is not None:
        console.report(missing_fonts(summary.layout, installed))
    said = message(
        "{path}: {title}, {characters} characters, {figures} figures of the record",
        path=saved,
        title=summary.title,
        characters=summary.characters,
        figures=summary.figures,
    )
    console.print(console.say(said))
    return code


def target(out: str, record: str, report: str) -> Path:
    """Return the file to write: `out`, or one called by record and report in that folder."""
    path = Path(out)
    if out.endswith(("/", "\\")):
        made(path)
    with contextlib.suppress(OSError, ValueError):  # which saving it will meet, too
        if path.is_dir():
            return path / f"{Path(record).stem}-{report}.docx"
    return path


def _named(out: str) -> str:
    if not out.strip():
        raise ValueError(out)
    return out
