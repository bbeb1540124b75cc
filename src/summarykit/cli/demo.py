"""`summarykit demo`: the example records that ship with the package, as Word files."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from summarykit import api
from summarykit.cli.console import DONE, Console
from summarykit.cli.folders import made
from summarykit.cli.parser import Parser
from summarykit.diagnostics import SummaryError, message
from summarykit.model import YearRecord

if TYPE_CHECKING:
    from summarykit.packs import Pack

ABOUT = message("turn the example records into Word files, and show what is in them")
DEFAULT_FOLDER = "summarykit-demo"
_HEAD = (
    message("file"),
    message("report"),
    message("characters"),
    message("figures of the record"),
    message("findings"),
)


def declare(parser: Parser, console: Console) -> None:
    """Add what `demo` is told."""
    words = console.say(message("folder for the files (default: {name})", name=DEFAULT_FOLDER))
    parser.add_argument(
        "folder",
        nargs="?",
        default=DEFAULT_FOLDER,
        metavar="DIR",
        help=words,
    )


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written the files and a table of them."""
    folder = made(Path(chosen.folder))
    pack = api.load_pack()
    wanted = list(_wanted(pack))
    rows: list[tuple[str, ...]] = []
    code = DONE
    for index, (path, record, report) in enumerate(wanted):
        console.progress(index, len(wanted))
        try:
            summary = api.compose(record, report=report)
            saved = summary.save(folder / f"{path.stem}-{report}.docx")
        except SummaryError as error:
            code = console.report(error.findings)
            continue
        counts = (summary.characters, len(summary.figures), len(summary.findings))
        rows.append((str(saved), pack.reports[report].name, *map(str, counts)))
    console.progress(len(wanted), len(wanted))
    console.print_table([console.say(word) for word in _HEAD], rows)
    return code


def _wanted(pack: "Pack") -> Iterator[tuple[Path, YearRecord, str]]:
    """Yield each example with its report; one that every report can be made of with all."""
    from summarykit.packs import bundled  # noqa: PLC0415 - the other commands need no jinja2

    for path in sorted(bundled("examples").glob("*.yaml")):
        record = api.read_record(path)
        present = {kind.value for kind in record.programmes}
        told = [r.id for r in pack.reports.values() if present & set(r.programmes or present)]
        all_of_them = len(told) == len(pack.reports)
        for report in told if all_of_them else [api.fitting_report(record, pack)]:
            yield path, record, report
