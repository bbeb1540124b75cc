"""Runs every check of the project; the exit code is 1 if any of them fails.

    python tests/gate.py

Each check runs whatever became of the one before, with the Python that runs this.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent
# A file of tests goes to one process, which makes what they share once.
PYTEST = ("pytest", "-n", "auto", "--dist", "loadfile", "--durations", "12")
UNIT = "tests/unit"

CHECKS = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
    "lint-imports": ("lint-imports",),
    "codespell": ("codespell",),
    "validate-pyproject": ("validate-pyproject", "pyproject.toml"),
    # What the tests of single things run is counted. Counting more than doubles the time: the
    # others, which make whole documents again and again, are done without.
    "pytest tests/unit": (*PYTEST, UNIT, "--cov", "--cov-report="),
    "coverage": ("coverage", "report"),
    "pytest, all others": (*PYTEST, "--ignore", UNIT),
}


def passes(name: str, command: tuple[str, ...]) -> bool:
    """Return whether the command ends well, with its output shown."""
    program, *arguments = command
    installed = shutil.which(program, path=SCRIPTS) or program
    print(f"\n== {name}", flush=True)
    start = monotonic()
    done = subprocess.run([installed, *arguments], cwd=ROOT, check=False)  # noqa: S603 - see CHECKS
    print(f"== {name}: exit code {done.returncode}, {monotonic() - start:.0f} s", flush=True)
    return done.returncode == 0


def main() -> int:
    """Return 0 when every check passes, else 1, with the names of those that do not."""
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    print(f"\n== {'failed: ' + ', '.join(failed) if failed else 'all checks pass'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
