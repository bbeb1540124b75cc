"""Records made from real texts and the tables of what those texts say, read and typed.

`tests/corpus/<id>.facts.toml` lists every fact of the source in its order: where the record
holds it, or why the model cannot. The record is `tests/corpus/<id>.yaml`, or the example that
the table names.
"""

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

import summarykit as sk
from summarykit.model.vocabulary import Level, ProgrammeKind

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "corpus"
_TABLE = ".facts.toml"
NAMES = tuple(sorted(path.name.removesuffix(_TABLE) for path in FOLDER.glob(f"*{_TABLE}")))
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
    record: str = ""
    """The file of the record, below the root of the project; "" when it is beside the table."""

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
    return sk.read_record(record_path(name))


def record_path(name: str) -> Path:
    """Return the file of the record made from the corpus text `name`.

    Raises:
        TOMLDecodeError: The table of the text is no TOML; it is a ValueError.
        ValidationError: The table is not one.
    """
    named = facts_table(name).record
    return ROOT / named if named else FOLDER / f"{name}.yaml"


@cache
def facts_table(name: str) -> FactsTable:
    """Return the facts of the corpus text `name`.

    Raises:
        TOMLDecodeError: The file is no TOML; it is a ValueError.
        ValidationError: A key is missing or unknown, or the level, programme or style is.
    """
    text = (FOLDER / f"{name}{_TABLE}").read_text("utf-8")
    return TypeAdapter(FactsTable).validate_python(tomllib.loads(text))
