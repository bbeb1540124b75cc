"""Every record there is, with every report that tells something of it: for laws of them all."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import summarykit as sk
from left_out_table import reports
from prose import pack
from summarykit.model import YearRecord


@cache
def record(path: Path) -> YearRecord:
    """Return the record of a file, read once."""
    return sk.read_record(path)


def documents(paths: Iterable[Path]) -> list[ParameterSet]:
    """Return each record with each report that tells one of its programmes."""
    return [
        pytest.param(path, report, id=f"{path.stem}-{report}")
        for path in paths
        for report in reports(record(path), pack())
    ]
