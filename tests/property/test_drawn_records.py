"""Completeness of drawn records: any fields, any values, and no fact untold."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from own_kinds import NUTRITION, heir

TESTS = Path(__file__).parents[1]
SCRIPT = TESTS / "completeness_law.py"
FIELDS = """\
[fields.classrooms]
name = "普通教室"
type = "quantity"
[fields.motto]
name = "校训"
[fields.subsidy]
name = "供餐补贴"
type = "money"
programmes = ["nutrition"]
[fields.opened]
name = "食堂启用时间"
type = "date"
programmes = ["nutrition"]
[fields.rent]
name = "承包费用"
type = "money"
internal = true
"""
"""What no template mentions, beside what those of the example do."""


@pytest.mark.parametrize(("arguments", "drawn"), [((), 100), (("40", "--pack"), 40)])
def test_no_fact_of_a_drawn_record_is_untold(
    arguments: tuple[str, ...], drawn: int, tmp_path: Path
) -> None:
    """The records are drawn in a process of its own: there they are always the same.

    What a pack adds is told like what we have, and what it declares, whoever mentions it.
    """
    if "--pack" in arguments:
        shutil.copytree(NUTRITION, tmp_path / "nutrition")
        arguments = (*arguments, str(heir(tmp_path, "county", "nutrition", fields=FIELDS)))
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
