"""The benchmark compares like with like, and runs; it sets no limit in time."""

import subprocess
import sys
from pathlib import Path

import bench_document as bench

HERE = Path(__file__).parent


def test_both_make_the_same_text_of_the_document() -> None:
    own = bench.words_of(bench.ours(bench.validated(bench.record_data())))

    assert own == bench.words_of(bench.by_docxtpl(bench.context()))
    assert len(own) > 800


def test_the_benchmark_runs() -> None:
    command = [sys.executable, str(HERE / "speed.py"), "--quick"]

    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603

    assert done.returncode == 0, done.stderr
    assert [line.split(" | ")[0] for line in done.stdout.splitlines()[2:6]] == [
        "| floor",
        "| summarykit",
        "| summarykit, validation too",
        "| docxtpl",
    ]


def test_the_benchmark_of_lineages_runs() -> None:
    command = [sys.executable, str(HERE / "lineages.py"), "--quick"]

    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603

    assert done.returncode == 0, done.stderr
    assert [line.split(" | ")[0] for line in done.stdout.splitlines() if "|" in line] == [
        "|",
        "|---|---|---|",
        "| zh",
        "| five levels",
        "| five blocks",
        "| until a pack is ready",
        "|---|---|",
        "| zh, in a fresh process",
        "| five levels, in a fresh process",
        "| five levels, read anew where zh has been compiled",
        "| five levels, asked for again",
    ]


def test_the_benchmark_of_checks_runs() -> None:
    command = [sys.executable, str(HERE / "checks.py"), "--quick"]

    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603

    assert done.returncode == 0, done.stderr
    assert [line.split(" | ")[0].rstrip(" |") for line in done.stdout.splitlines()] == [
        "| CPU ms",
        "|---|---|---|---|---|---",
        "| 2037 facts",
    ]
