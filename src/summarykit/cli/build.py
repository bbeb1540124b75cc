"""`summarykit build`: one record to one file."""

import argparse
import contextlib
from collections.abc import Sequence
from pathlib import Path

from summarykit import api
from summarykit.api import Summary
from summarykit.cli.audit import as_json as audit_as_json
from summarykit.cli.audit import print_audit
from summarykit.cli.choices import add_format, add_record, add_wishes, named, wishes_of
from summarykit.cli.console import DONE, FOUND_ERRORS, Console
from summarykit.cli.folders import made
from summarykit.cli.left_out import as_json, print_left_out
from summarykit.cli.machine import installed_fonts
from summarykit.cli.parser import Parser
from summarykit.diagnostics import Code, Finding, Severity, SummaryError, message
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
    parser.add_argument("-o", "--out", type=named, required=True, metavar="OUT", help=words)
    add_wishes(parser, console, audience="public", length="standard")
    words = console.say(
        message("list the facts of the record that the summary does not print, with reasons")
    )
    parser.add_argument("--left-out", action="store_true", help=words)
    words = console.say(
        message("list what is kept from the readers, where it stands in the record and why")
    )
    parser.add_argument("--audit", action="store_true", help=words)
    words = console.say(
        message(
            "add an attachment that says where each figure comes from and how it is computed;"
            " a .docx has each figure in a content control, too"
        )
    )
    parser.add_argument("--sources", action="store_true", help=words)
    add_format(parser, console)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the file, its path and the findings."""
    try:
        summary, saved, renamed = _built(chosen)
    except SummaryError as error:
        if chosen.format == "json":
            console.print_json({"path": None, "findings": _listed(error.findings, console)})
            return FOUND_ERRORS
        code = console.report(error.findings)
        console.tell(console.say(message("nothing was written")))
        return code
    findings = (*summary.findings, *renamed, *_fonts_missed(summary, saved))
    if chosen.format == "json":
        listed = {"findings": _listed(findings, console)}
        if chosen.left_out:
            listed["left_out"] = [as_json(entry) for entry in summary.left_out]
        if chosen.audit:
            listed["audit"] = [audit_as_json(one, summary) for one in summary.audit]
        console.print_json({"path": str(saved), **_told(summary), **listed})
        return DONE
    _tell(summary, saved, findings, console)
    if chosen.left_out:
        print_left_out(summary, console)
    if chosen.audit:
        print_audit(summary, console)
    return DONE


def _built(chosen: argparse.Namespace) -> tuple[Summary, Path, tuple[Finding, ...]]:
    summary = api.compose(chosen.record, **wishes_of(chosen))
    # Written before anything is said: whoever reads along may leave in between.
    try:
        out, renamed = _target(chosen.out, Path(chosen.record).stem, summary)
        return summary, summary.save(out, sources=chosen.sources), renamed
    except SummaryError as error:
        raise SummaryError([*summary.findings, *error.findings]) from error


def _fonts_missed(summary: Summary, saved: Path) -> tuple[Finding, ...]:
    installed = installed_fonts() if saved.suffix.lower() == ".docx" else None
    return () if installed is None else tuple(missing_fonts(summary.layout, installed))


def _tell(summary: Summary, saved: Path, findings: Sequence[Finding], console: Console) -> None:
    console.report(findings)
    said = message(
        "{path}: {title}, {characters} characters, {figures} figures of the record",
        path=saved,
        **_told(summary),
    )
    console.print(console.say(said))


def _told(summary: Summary) -> dict[str, object]:
    """Return what is said of a summary, by name."""
    return {
        "report": summary.report,
        "title": summary.title,
        "characters": summary.characters,
        "figures": len(summary.figures),
    }


def _listed(findings: Sequence[Finding], console: Console) -> list[dict[str, object]]:
    return [console.as_json(finding) for finding in findings]


def _target(out: str, record: str, summary: Summary) -> tuple[Path, tuple[Finding, ...]]:
    """Return the file to write: `out`, or one called by record and report in that folder.

    A child that the name of the record's file tells is called otherwise, with a warning.
    """
    path = Path(out)
    if out.endswith(("/", "\\")):
        made(path)
    with contextlib.suppress(OSError, ValueError):  # which saving it will meet, too
        if path.is_dir():
            name = summary.file_name(record)
            saved = path / f"{name}-{summary.report}.docx"
            return saved, () if name == record else (_renamed(saved),)
    return path, ()


def _renamed(saved: Path) -> Finding:
    said = message(
        "the name of the record's file tells what is private; the document is {name}",
        name=saved.name,
    )
    return Finding(Severity.WARNING, Code.PRIVATE_MASKED, said)
