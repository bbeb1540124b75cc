"""Figures of more or of less than the record is of: 全镇 in the record of a school."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model import YearRecord
from summarykit.model.events import VisitCoverage
from summarykit.model.population import Indicator, Population
from summarykit.model.vocabulary import Level

_WORD: Final = re.compile(r"[全本我](班|校|园|镇|乡|学区|街道|县)(?!级)")
_LEVELS: Final[Mapping[str, Level]] = MappingProxyType(
    {
        "班": Level.CLASS,
        "校": Level.SCHOOL,
        "园": Level.SCHOOL,
        "镇": Level.TOWNSHIP,
        "乡": Level.TOWNSHIP,
        "学区": Level.TOWNSHIP,
        "街道": Level.TOWNSHIP,
        "县": Level.COUNTY,
    }
)


def check_scopes(found: Survey, record: YearRecord) -> Iterator[Finding]:
    """Return a warning for each figure whose words say that it is of another level."""
    level = record.organisation.level
    for path, words in _scopes(found):
        known = _WORD.match(words)
        if known and _LEVELS[known[1]] is not level:
            yield _other(known.group(), level, path)


def _scopes(found: Survey) -> Iterator[tuple[Path, str]]:
    for path, indicator in found.of(Indicator):
        yield (*path, "scope"), indicator.scope or ""
    for path, population in found.of(Population):
        if population.organisation is None:  # which would say whose it is
            yield (*path, "name"), population.name or ""
    for path, coverage in found.of(VisitCoverage):
        yield (*path, "group"), coverage.group


def _other(words: str, level: Level, path: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        Code.SCOPE_DIFFERS,
        message(
            "the figure is of {scope}, the record of one {level}", scope=words, level=level
        ),
        Place(path=path),
        message("give the figure of the organisation itself, or correct the words"),
    )
