"""Completeness of drawn records: any fields, any values, and no fact untold."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from own_kinds import NUTRITION

TESTS = Path(__file__).parents[1]
SCRIPT = TESTS / "completeness_law.py"


@pytest.mark.parametrize(
    ("arguments", "drawn"),
    [
        ((), 100),
        # What a pack adds is told like what we have.
        (("40", "--pack", str(NUTRITION)), 40),
    ],
)
def test_no_fact_of_a_drawn_record_is_untold(arguments: tuple[str, ...], drawn: int) -> None:
    """The records are drawn in a process of its own: there they are always the same."""
    folders = os.pathsep.join([str(TESTS), *filter(None, sys.path)])
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": folders}

    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, f"{drawn} records\n"), done.stderr
