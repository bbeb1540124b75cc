"""`summarykit check`: the findings of a record, and nothing else."""

import argparse
from collections.abc import Sequence

from summarykit import api
from summarykit.cli.choices import add_format, add_record, add_wishes, wishes_of
from summarykit.cli.console import DONE, FOUND_ERRORS, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import Finding, Severity, has_errors, message

ABOUT = message("say what is wrong with a record; exit code 1 when there are errors")


def declare(parser: Parser, console: Console) -> None:
    """Add what `check` is told."""
    add_record(parser, console)
    add_wishes(parser, console, audience="internal", length="long")
    add_format(parser, console)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return 1 when there are errors, having written all findings."""
    findings = api.check(chosen.record, **wishes_of(chosen))
    return tell_findings(findings, chosen.record, chosen.format, console)


def tell_findings(
    findings: Sequence[Finding], path: str, format_: str, console: Console
) -> int:
    """Return 1 when there are errors, having written the findings of a file or folder."""
    if format_ == "json":
        console.print_json([console.as_json(finding) for finding in findings])
        return FOUND_ERRORS if has_errors(findings) else DONE
    code = console.report(findings)
    counts = {
        severity.value: sum(finding.severity is severity for finding in findings)
        for severity in Severity
    }
    said = message(
        "{path}: errors {error}, warnings {warning}, remarks {info}",
        path=path,
        **counts,
    )
    console.print(console.say(said))
    return code
