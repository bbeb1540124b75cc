"""How long the document of the benchmark takes, beside docxtpl and what nobody can avoid.

`python tests/bench/speed.py` prints the tables of docs/speed.md; `--quick` measures little and
shows only that everything runs.
"""

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import bench_document as bench

SIZES = (1, 2, 5, 10, 20, 50)
HEAVY = ("babel", "docx", "jinja2", "lxml", "markdown_it", "yaml")
PEER, FLOOR, OWN, WHOLE = "docxtpl", "floor", "summarykit", "summarykit, validation too"
Work = Callable[[], object]


def main() -> None:
    """Measure and print; with `--peak`, run one subject in this process and print its peak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--peak", choices=[FLOOR, OWN, WHOLE, PEER])
    parser.add_argument("--file", type=Path)
    chosen = parser.parse_args()
    if chosen.peak:
        say(str(peak_here(chosen.peak, chosen.file)))
        return
    rounds, sizes = (1, (1, 2)) if chosen.quick else (21, SIZES)
    say(steady_table(rounds))
    say(growth_table(sizes, 1 if chosen.quick else 3))
    say(import_table(1 if chosen.quick else 9))


def say(words: str) -> None:
    """Print words and a blank line."""
    sys.stdout.write(f"{words}\n\n")


def subject(name: str, size: int = 1, file: bytes = b"") -> Work:
    """Return what is measured; everything that is ready beforehand is made here."""
    if name == PEER:
        values = bench.context(size)
        return lambda: bench.by_docxtpl(values)
    if name == FLOOR:
        body, others = bench.pieces(file)
        return lambda: bench.floor(body, others)
    data = bench.record_data(size)
    if name == WHOLE:
        return lambda: bench.ours(bench.validated(data))
    record = bench.validated(data)
    return lambda: bench.ours(record)


def own_file() -> bytes:
    """Return the document as we write it."""
    return bench.ours(bench.validated(bench.record_data()))


def cpu(work: Work, times: int = 1) -> float:
    """Return the CPU time of one run in milliseconds, user and system."""
    start = time.process_time_ns()
    for _ in range(times):
        work()
    return (time.process_time_ns() - start) / times / 1e6


def steady(rounds: int) -> dict[str, float]:
    """Return the median of `rounds` alternated runs of each subject, after a warm-up."""
    file = own_file()
    works = {name: subject(name, file=file) for name in (FLOOR, OWN, WHOLE, PEER)}
    found: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(cpu(work, 1 if name == PEER else 5))
    return {name: statistics.median(times) for name, times in found.items()}


def steady_table(rounds: int) -> str:
    """Return the table of one document: ratios first, they mean the same on any machine."""
    times = steady(rounds)
    lines = ["| | × docxtpl | × floor | CPU ms | peak MB |", "|---|---|---|---|---|"]
    for name, own in times.items():
        ratios = f"{own / times[PEER]:.3f} | {own / times[FLOOR]:.1f}"
        lines.append(f"| {name} | {ratios} | {own:.2f} | {peak(name):.0f} |")
    return "\n".join(lines)


def peak(name: str) -> float:
    """Return the peak memory in megabytes of a process that runs the subject 20 times."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "own.docx"
        file.write_bytes(own_file())
        command = [sys.executable, __file__, "--peak", name, "--file", str(file)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return float(done.stdout)


def peak_here(name: str, file: Path) -> float:
    """Return the peak memory of this process after 20 runs, in megabytes."""
    work = subject(name, file=file.read_bytes())
    for _ in range(20):
        work()
    status = Path("/proc/self/status")
    if status.exists():  # on Linux `ru_maxrss` is that of the parent when the parent was larger
        return float(status.read_text("utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth_table(sizes: Sequence[int], rounds: int) -> str:
    """Return CPU time by length, and the exponent of growth from each length to the next."""
    names = (OWN, PEER)
    found: dict[str, list[float]] = {name: [] for name in names}
    for size in sizes:
        for name in names:
            work = subject(name, size)
            work()
            found[name].append(statistics.median(cpu(work) for _ in range(rounds)))
    heads = " | ".join(f"{size}×" for size in sizes)
    lines = [f"| CPU ms | {heads} | exponent |", f"|---|{'---|' * len(sizes)}---|"]
    for name, times in found.items():
        cells = " | ".join(f"{each:.1f}" for each in times)
        lines.append(f"| {name} | {cells} | {exponent(sizes, times):.2f} |")
    steps = [
        f"{math.log(after / before) / math.log(b / a):.2f}"
        for (a, b), (before, after) in zip(pairwise(sizes), pairwise(found[OWN]), strict=True)
    ]
    return "\n".join([*lines, "", f"Exponent from each length to the next: {', '.join(steps)}"])


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """Return the slope of the line through the logarithms: 1 is linear."""
    slope = statistics.linear_regression(
        [math.log(size) for size in sizes], [math.log(each) for each in times]
    )
    return float(slope.slope)


def import_table(rounds: int) -> str:
    """Return how long an import takes beside what it imports of others, in fresh processes."""
    every = "import summarykit; [getattr(summarykit, name) for name in summarykit.__all__]"
    nothing = imported("pass", rounds)
    lines = ["| | ms | heavy modules loaded |", "|---|---|---|"]
    for name, code in (
        ("import summarykit", "import summarykit"),
        ("every public name of it", every),
        ("its dependency: from pydantic import BaseModel", "from pydantic import BaseModel"),
    ):
        took = imported(code, rounds) - nothing
        heavy = json.loads(in_python(f"{code}\n{LOADED}"))
        lines.append(f"| {name} | {took:.0f} | {', '.join(heavy) or 'none'} |")
    return "\n".join(lines)


LOADED = f"import json, sys; print(json.dumps([n for n in {HEAVY!r} if n in sys.modules]))"


def imported(code: str, rounds: int) -> float:
    """Return the median time of some imports in a fresh process, in milliseconds."""
    timed = (
        f"import time\nstart = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    )
    return statistics.median(float(in_python(timed)) for _ in range(rounds)) * 1000


def in_python(code: str) -> str:
    """Return what a fresh Python prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
