"""`summarykit review`: what is wrong with a finished file, its layout and its words."""

import argparse
from dataclasses import replace

from summarykit import api
from summarykit.cli.choices import add_pack, add_previous, named
from summarykit.cli.console import DONE, FOUND_ERRORS, WRONG_USAGE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import Finding, Place, Severity, has_errors, message

_UNSEEN = message("the pages themselves were not looked at (b17, s05, x02): --render does that")
ABOUT = message(
    "say what is wrong with a finished file: its layout, its words; exit code 1 for errors"
)


def declare(parser: Parser, console: Console) -> None:
    """Add what `review` is told."""
    words = console.say(message("the file (.docx, .md or .txt), whoever wrote it"))
    parser.add_argument("file", type=named, metavar="FILE", help=words)
    add_pack(parser, console)
    words = console.say(
        message("the record that the file is about: its figures are compared with the record's")
    )
    parser.add_argument("--record", type=named, metavar="RECORD", help=words)
    words = console.say(
        message("with --record: the report that the file is (default: the likeliest one)")
    )
    parser.add_argument("--report", type=named, metavar="ID", help=words)
    add_previous(parser, console)
    words = console.say(
        message("look at the pages, too, as LibreOffice sets them (takes some seconds)")
    )
    parser.add_argument("--render", action="store_true", help=words)
    words = console.say(
        message("text on stderr for people (default), or json on stdout for programs")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return 1 when there are errors, having written all findings; 2 for a wrong usage."""
    if chosen.report is not None and chosen.record is None:
        console.tell(f"summarykit review: {console.say(api.reviewing.NO_RECORD)}")
        return WRONG_USAGE
    findings = api.review(
        chosen.file,
        pack=chosen.pack,
        render=chosen.render,
        record=chosen.record,
        report=chosen.report,
        previous=chosen.previous,
    )
    if chosen.format == "json":
        console.print_json([console.as_json(finding) for finding in findings])
        return FOUND_ERRORS if has_errors(findings) else DONE
    code = console.report([_told(finding) for finding in findings])
    counts = {
        severity.value: sum(finding.severity is severity for finding in findings)
        for severity in Severity
    }
    said = message(
        "{path}: errors {error}, warnings {warning}, remarks {info}",
        path=chosen.file,
        **counts,
    )
    console.print(console.say(said))
    if not chosen.render and chosen.file.lower().endswith(".docx"):
        console.print(console.say(_UNSEEN))
    return code


def _told(finding: Finding) -> Finding:
    """Return the finding as people read it: its sentence names the place."""
    return replace(finding, at=Place(finding.at.source))
