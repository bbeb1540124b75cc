"""What checking costs as records grow, beside reading them and all that `check` does.

`python tests/bench/checks.py` prints the table of docs/speed.md; `--quick` measures little and
shows only that everything runs.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml

from large_records import large_data
from summarykit import api, facts, readers
from summarykit.model import YearRecord


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    sys.stdout.write("| CPU ms | check | weak links | index | read YAML | api.check |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    for times in (1,) if quick else (1, 3, 10):
        sys.stdout.write(row(times, 1 if quick else 5))


def row(times: int, rounds: int) -> str:
    """Return the row of a record that holds the full example so many times."""
    data = large_data(times)
    text = yaml.safe_dump(data, allow_unicode=True)
    record = YearRecord.model_validate(data)
    works: tuple[Callable[[], object], ...] = (
        lambda: facts.check(record),
        lambda: facts.weak_links(record),
        lambda: facts.index(record),
        lambda: readers.read_text(text, format="yaml", source="year.yaml"),
        lambda: api.check(record),
    )
    spent = " | ".join(f"{milliseconds(work, rounds):.0f}" for work in works)
    return f"| {len(facts.index(record))} facts | {spent} |\n"


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Return the CPU time of a piece of work, the least of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time_ns()
        work()
        times.append(time.process_time_ns() - start)
    return min(times) / 1e6


if __name__ == "__main__":
    main()
