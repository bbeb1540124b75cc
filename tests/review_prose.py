"""Reads every text there is for seams and habits: examples, real texts, invented records.

`PYTHONPATH=src:tests python tests/review_prose.py [--generated 500]` prints how many there are
of each kind, and the first of each with where they are; with a hard one it ends with 1.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import corpus_records
import golden_texts
from generated_records import generated
from prose import composed, pack
from prose_habits import soft_seams
from prose_seams import Seam, hard_seams
from summarykit.api import fitting_report
from summarykit.compose import Audience, Composed
from summarykit.model import YearRecord
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import Length

FAILED: Final = "no document"
ANNUAL: Final = "annual"
_SOURCES: Final = ("golden", "corpus", "generated")


@dataclass(frozen=True)
class Reading:
    """One summary to compose: a record, a report and for whom."""

    source: str
    name: str
    record: YearRecord
    report: str
    audience: Audience = Audience.INTERNAL
    length: Length = Length.STANDARD

    @property
    def title(self) -> str:
        """What the reading is called in the list of findings."""
        return f"{self.name}.{self.report}.{self.audience.id}.{self.length}"

    @property
    def made(self) -> Composed:
        """What is composed for the reading."""
        return composed(self.record, self.report, self.audience, self.length)


@dataclass
class Found:
    """What was found of one kind, by where the texts come from."""

    hard: bool
    counts: Counter[str] = field(default_factory=Counter)
    by_record: int = 0
    examples: dict[str, str] = field(default_factory=dict)
    """Where each of the words was first found."""


def goldens() -> Iterator[Reading]:
    """Yield the examples with the reports that have a golden text."""
    for golden in golden_texts.goldens():
        length = golden.length
        yield Reading("golden", golden.name, golden.record, golden.report, length=length)


def transcribed() -> Iterator[Reading]:
    """Yield the texts of the corpus with every report that tells one of their programmes."""
    for name in corpus_records.NAMES:
        record = corpus_records.record(name)
        for report in pack().reports.values():
            told = set(report.programmes or ProgrammeKind)
            if told & set(record.programmes):
                yield Reading("corpus", name, record, report.id)


def invented(seeds: Iterable[int]) -> Iterator[Reading]:
    """Yield invented records with the report that fits and the annual one, for both readers."""
    for seed in seeds:
        record = generated(seed)
        audience = (Audience.INTERNAL, Audience.PUBLIC)[seed % 2]
        length = tuple(Length)[seed % len(Length)]
        for report in dict.fromkeys((fitting_report(record, pack()), ANNUAL)):
            yield Reading("generated", f"seed {seed}", record, report, audience, length)


def hard_of(reading: Reading) -> list[Seam]:
    """Return the hard seams of one summary; one that cannot be composed is a seam itself."""
    made = reading.made
    if made.document is None:
        return [_failed(reading, made)]
    return hard_seams(made.document, reading.record)


def _failed(reading: Reading, made: Composed) -> Seam:
    first = next(finding for finding in made.findings if finding.is_error)
    return Seam(FAILED, reading.title, str(first))


def review(readings: Iterable[Reading]) -> Mapping[str, Found]:
    """Return all that was found in the readings, by kind."""
    found: dict[str, Found] = {}
    for reading in readings:
        made = reading.made
        if made.document is None:
            _keep(found, reading, [_failed(reading, made)], hard=True)
            continue
        _keep(found, reading, hard_seams(made.document, reading.record), hard=True)
        _keep(found, reading, soft_seams(made.document), hard=False)
    return found


def _keep(found: dict[str, Found], reading: Reading, seams: list[Seam], *, hard: bool) -> None:
    for seam in seams:
        kind = found.setdefault(seam.rule, Found(hard))
        if seam.by_record:
            kind.by_record += 1
            continue
        kind.counts[reading.source] += 1
        kind.examples.setdefault(seam.shown, f"{reading.title} {seam.where}")


def table(found: Mapping[str, Found]) -> str:
    """Return the counts as a table, hard kinds first."""
    lines = [f"{'':<58}{'golden':>8}{'corpus':>8}{'generated':>11}{'record':>8}"]
    for hard, head in ((True, "HARD"), (False, "SOFT")):
        kinds = sorted((rule, one) for rule, one in found.items() if one.hard is hard)
        total: Counter[str] = sum((one.counts for _, one in kinds), Counter())
        lines += [_row(rule, one.counts, one.by_record) for rule, one in kinds]
        lines.append(_row(head, total, sum(one.by_record for _, one in kinds)))
    return "\n".join(lines)


def _row(head: str, counts: Mapping[str, int], by_record: int) -> str:
    golden, corpus, invented_ = (counts.get(source, 0) for source in _SOURCES)
    return f"{head:<58}{golden:>8}{corpus:>8}{invented_:>11}{by_record:>8}"


def examples(found: Mapping[str, Found], most: int) -> str:
    """Return the first findings of each kind, values between ⟨ and ⟩."""
    hard_first = sorted(found.items(), key=lambda one: (not one[1].hard, one[0]))
    return "\n\n".join(
        "\n  ".join((f"{'hard' if one.hard else 'soft'}: {rule}", *_first(one, most)))
        for rule, one in hard_first
        if one.examples
    )


def _first(kind: Found, most: int) -> Iterator[str]:
    for shown, where in islice(kind.examples.items(), most):
        yield f"{where}: {shown}"


def main() -> int:
    """Review and print; return 1 when there is a hard seam."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--generated", type=int, default=500, metavar="N")
    parser.add_argument("--examples", type=int, default=3, metavar="N")
    chosen = parser.parse_args()
    start = time.process_time()
    readings = (*goldens(), *transcribed(), *invented(range(chosen.generated)))
    found = review(readings)
    counts = Counter(reading.source for reading in readings)
    told = ", ".join(f"{count} {source}" for source, count in counts.items())
    seconds = time.process_time() - start
    parts = (table(found), examples(found, chosen.examples), f"{told}, {seconds:.0f} s of CPU")
    sys.stdout.write("\n\n".join(parts) + "\n")
    return 1 if any(one.hard and one.counts for one in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
