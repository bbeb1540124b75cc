"""What the summaries of all records leave out: counts by reason, and what is untold.

`PYTHONPATH=src:tests python tests/left_out_table.py [RECORD …] [--length long] [--audience …]
[--duplicates]` goes through the examples and the corpus, or through the files it is given. At
the end, the fields that are untold anywhere are listed, those of most records first: that is
what templates have to tell.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import summarykit as sk
from summarykit.compose import Audience, Extent, compose
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOut, LeftOutReason, Telling
from summarykit.compose.completeness.standing import Standings
from summarykit.compose.scope import Assignment
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.packs import Length, Pack

FOLDERS = (Path(__file__).parent.parent / "examples", Path(__file__).parent / "corpus")


@dataclass(frozen=True, slots=True)
class Account:
    """What one document leaves out; nothing, with the errors, where there is no document."""

    record: str
    report: str
    audience: Audience
    left_out: tuple[LeftOut, ...]
    errors: tuple[str, ...] = ()

    def of(self, reason: LeftOutReason) -> list[LeftOut]:
        """Return the entries with that reason."""
        return [entry for entry in self.left_out if entry.reason is reason]


def files(named: Iterable[str] = ()) -> list[Path]:
    """Return the files that are named, else all examples and the corpus."""
    given = [Path(name) for name in named]
    return given or [path for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))]


def reports(record: YearRecord, pack: Pack) -> list[str]:
    """Return the reports that tell one of the programmes of the record."""
    own = set(record.programmes)
    return [
        spec.id
        for spec in pack.reports.values()
        if not spec.programmes or own.intersection(spec.programmes)
    ]


def account(
    record: YearRecord, pack: Pack, report: str, audience: Audience, extent: Extent
) -> tuple[tuple[LeftOut, ...], tuple[str, ...]]:
    """Return what a report of a record leaves out, or nothing and the errors."""
    made = compose(record, pack, report, audience, extent)
    if made.document is None:
        return (), tuple(str(finding) for finding in made.findings if finding.is_error)
    task = Assignment(pack, pack.reports[report], audience, extent.programmes)
    told = made.record or record
    return left_out(told, made.document, Telling.of(task, made.shortening)), ()


def accounts(
    path: Path, pack: Pack, audiences: Iterable[Audience], extent: Extent
) -> Iterator[Account]:
    """Yield what each report of a record leaves out, for each audience."""
    record = sk.read_record(path)
    for report in reports(record, pack):
        for audience in audiences:
            left, errors = account(record, pack, report, audience, extent)
            yield Account(path.stem, report, audience, left, errors)


def lines(found: Account, shown: Iterable[LeftOutReason]) -> Iterator[str]:
    """Yield an account as people read it: the counts, then the entries of some reasons."""
    counts = Counter(entry.reason for entry in found.left_out)
    said = ", ".join(f"{reason.value} {counts[reason]}" for reason in LeftOutReason)
    said = "; ".join(found.errors) or said
    yield f"{found.record} {found.report} {found.audience.id}: {said}"
    for reason in shown:
        for entry in found.of(reason):
            place = f"  <- {entry.said_in}" if entry.said_in else ""
            yield f"  {reason.value}  {entry.ref}  {entry.text[:60]}{place}"


def fields_of(record: YearRecord, entries: Iterable[LeftOut]) -> Iterator[tuple[str, str]]:
    """Yield the class and field of each entry, and its reference."""
    standings = Standings(record)
    for entry in entries:
        fact = standings.fact(entry.ref)
        if fact is not None:
            yield f"{type(fact.holder.entity).__name__}.{fact.field}", entry.ref


def _audience(name: str) -> Audience:
    return next(one for one in AUDIENCES if one.id == name)


def main(arguments: list[str] | None = None) -> int:
    """Return 1 when anything is untold or cannot be composed, having printed the accounts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", nargs="*")
    parser.add_argument("--length", type=Length, default=Length.LONG)
    parser.add_argument("--audience", type=_audience, action="append")
    parser.add_argument("--duplicates", action="store_true", help="list them, too")
    chosen = parser.parse_args(arguments)
    shown = (LeftOutReason.UNTOLD, *([LeftOutReason.DUPLICATE] if chosen.duplicates else []))
    pack = sk.load_pack()
    places: dict[str, set[str]] = defaultdict(set)
    failed = False
    for path in files(chosen.records):
        record = sk.read_record(path)
        for found in accounts(path, pack, chosen.audience or AUDIENCES, Extent(chosen.length)):
            sys.stdout.write("\n".join(("", *lines(found, shown), "")))
            untold = found.of(LeftOutReason.UNTOLD)
            failed = failed or bool(untold or found.errors)
            for field, ref in fields_of(record, untold):
                places[field].add(f"{found.record}:{found.report}:{ref}")
    sys.stdout.write("\nuntold fields, and in how many places:\n")
    for field, where in sorted(places.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        sys.stdout.write(f"  {len(where):4}  {field}  {min(where)}\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
