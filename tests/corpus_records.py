"""Records made from real texts and the tables of what those texts say, read and typed.

`tests/corpus/<id>.yaml` is the record, `tests/corpus/<id>.facts.toml` lists every fact of the
source in its order: where the record holds it, or why the model cannot.
"""

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

import summarykit as sk
from summarykit.model.vocabulary import Level, ProgrammeKind

FOLDER = Path(__file__).parent / "corpus"
_TABLE = ".facts.toml"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
TABLES = tuple(sorted(path.name.removesuffix(_TABLE) for path in FOLDER.glob(f"*{_TABLE}")))
_ONLY_KNOWN = ConfigDict(extra="forbid")


class Style(StrEnum):
    """What kind of text the source is."""

    SUMMARY = "summary"
    REFLECTION = "reflection"
    PLAN = "plan"
    REPORT = "report"
    BRIEFING = "briefing"
    CASE = "case"


@dataclass(frozen=True, config=_ONLY_KNOWN)
class SourceFact:
    """One thing the source states: where the record holds it, or why it cannot."""

    says: str
    at: str
    """The reference of the fact in the record; "" when the model cannot carry it."""
    why: str = ""
    """Why the model cannot carry it."""


@dataclass(frozen=True, config=_ONLY_KNOWN)
class FactsTable:
    """Every fact of one source text, in the order of the text."""

    source: str
    level: Level
    programme: ProgrammeKind
    style: Style
    title: str
    facts: tuple[SourceFact, ...]

    @property
    def carried(self) -> tuple[SourceFact, ...]:
        """The facts that the record holds."""
        return tuple(fact for fact in self.facts if fact.at)


@cache
def record(name: str) -> sk.YearRecord:
    """Return the record of the corpus text `name`.

    Raises:
        SummaryError: The file cannot be read, or holds errors.
    """
    return sk.read_record(FOLDER / f"{name}.yaml")


@cache
def facts_table(name: str) -> FactsTable:
    """Return the facts of the corpus text `name`.

    Raises:
        TOMLDecodeError: The file is no TOML; it is a ValueError.
        ValidationError: A key is missing or unknown, or the level, programme or style is.
    """
    text = (FOLDER / f"{name}{_TABLE}").read_text("utf-8")
    return TypeAdapter(FactsTable).validate_python(tomllib.loads(text))
