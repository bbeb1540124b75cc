"""What five packs that extend one another cost: a document, and getting ready.

`python tests/bench/lineages.py` prints the tables of docs/speed.md; `--quick` measures little
and shows only that everything runs.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from five_levels import REPORT, five_levels
from summarykit.api import read_record
from summarykit.compose import Audience, compose
from summarykit.packs import Pack, bundled, load_pack, read_pack
from summarykit.writers import WRITERS

BASE = "zh"
FRESH = """\
import sys, time
from summarykit.packs import load_pack
start = time.process_time()
assert load_pack(sys.argv[1]).pack
print(time.process_time() - start)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    rounds = 1 if parser.parse_args().quick else 41
    with TemporaryDirectory() as folder:
        for name in ("settings", "blocks"):
            (Path(folder) / name).mkdir()
        settings = five_levels(Path(folder) / "settings", blocks=False)
        blocks = five_levels(Path(folder) / "blocks", blocks=True)
        sys.stdout.write(document_table(settings, blocks, rounds))
        sys.stdout.write(ready_table(blocks, max(1, rounds // 8)))


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU time of one run in milliseconds."""
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6


def pack_of(place: str | Path) -> Pack:
    """Return a pack that is there."""
    pack = load_pack(str(place)).pack
    assert pack is not None
    return pack


def document_table(settings: Path, blocks: Path, rounds: int) -> str:
    """Return what a document costs by each pack, medians of alternated rounds."""
    record = read_record(bundled("examples") / "school-left-behind-year.yaml")
    named: dict[str, str | Path] = {BASE: BASE, "five levels": settings, "five blocks": blocks}
    packs = {name: pack_of(place) for name, place in named.items()}
    found: dict[str, list[float]] = {name: [] for name in packs}

    def document(pack: Pack) -> None:
        made = compose(record, pack, REPORT, Audience.PUBLIC).document
        assert made is not None
        WRITERS["docx"](made, pack.layout)

    for pack in packs.values():
        document(pack)
    order = list(packs.items())
    for _ in range(rounds):
        order.append(order.pop(0))  # none is always the one after another
        for name, pack in order:
            found[name].append(cpu(lambda pack=pack: document(pack)))  # type: ignore[misc]  # mypy: a default
    times = {name: statistics.median(each) for name, each in found.items()}
    lines = ["| | × zh | CPU ms |", "|---|---|---|"]
    lines += [
        f"| {name} | {own / times[BASE]:.3f} | {own:.1f} |" for name, own in times.items()
    ]
    return "\n".join([*lines, "", ""])


def ready_table(place: Path, rounds: int) -> str:
    """Return how long it takes until a pack can be used."""
    times = {
        "zh, in a fresh process": statistics.median(fresh(BASE) for _ in range(rounds)),
        "five levels, in a fresh process": statistics.median(
            fresh(str(place)) for _ in range(rounds)
        ),
        "five levels, read anew where zh has been compiled": statistics.median(
            cpu(lambda: read_pack(place)) for _ in range(rounds)
        ),
        "five levels, asked for again": statistics.median(
            cpu(lambda: load_pack(str(place))) for _ in range(rounds)
        ),
    }
    lines = ["| until a pack is ready | CPU ms |", "|---|---|"]
    lines += [f"| {name} | {own:.1f} |" for name, own in times.items()]
    return "\n".join([*lines, "", ""])


def fresh(place: str) -> float:
    """Return the CPU time in milliseconds that a fresh process takes to load a pack."""
    command = [sys.executable, "-c", FRESH, place]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return float(done.stdout) * 1000


if __name__ == "__main__":
    main()
