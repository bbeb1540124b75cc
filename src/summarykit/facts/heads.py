"""Counts of people: 87 lost its unit; 12%, 87元 and 8O名 count nobody."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model.population import Population
from summarykit.model.values import Quantity

# A rate, a sum of money, a letter for a digit (8O名), a unit written twice (5名名).
_NOBODY: Final = re.compile(r".*[%‰]|.*百分点|[元角分]|[A-Za-z].*|(.+)\1")
_WRITE: Final = message("write it like 87名")


def check_heads(found: Survey) -> Iterator[Finding]:
    """Return every count of a population that counts nobody, or does not say what it counts."""
    for path, population in found.of(Population):
        for name in ("count", "previous"):
            count = getattr(population, name)
            if count is not None and count.value is not None:
                yield from _head(count, (*path, name))


def counts_nobody(count: Quantity) -> bool:
    """Return whether a count has a unit that no people are counted in: 12%, 87元."""
    return bool(_NOBODY.fullmatch(count.unit))


def _head(count: Quantity, path: Path) -> Iterator[Finding]:
    if counts_nobody(count):
        said = message("{found} is no count of people", found=count)
        yield _finding(Severity.ERROR, Code.WRONG_VALUE, said, path)
    elif not count.unit and count.value is not None and count.value % 1:
        said = message("{found} is not a whole number", found=count)
        yield _finding(Severity.ERROR, Code.WRONG_VALUE, said, path)
    elif not count.unit:
        said = message("{amount} has no unit", amount=count)
        yield _finding(Severity.WARNING, Code.UNIT_LOST, said, path)


def _finding(severity: Severity, code: Code, said: Message, path: Path) -> Finding:
    return Finding(severity, code, said, Place(path=path), _WRITE)
