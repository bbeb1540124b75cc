"""The example of a pack that adds a kind of work and kinds of measure, and records for it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import summarykit as sk
from measure_records import ORGANISATIONS, with_measures
from summarykit.compose import Audience, Extent, compose
from summarykit.document import Document
from summarykit.model import YearRecord
from summarykit.model.added import AddedProgramme
from summarykit.packs import Length, Pack

NUTRITION: Final = Path(__file__).parents[1] / "examples/packs/nutrition"
YEAR: Final = NUTRITION / "school-nutrition-year.yaml"
REPORTS: Final = ("nutrition", "annual", "work_plan", "situation_report", "briefing")
"""The reports that tell the work that the pack adds."""


@cache
def pack() -> Pack:
    """Return the pack."""
    return sk.load_pack(NUTRITION)


@cache
def programme() -> AddedProgramme:
    """Return the kind of work that it adds."""
    (added,) = pack().vocabulary.added_programmes
    return added


@cache
def year() -> YearRecord:
    """Return the example record."""
    return sk.read_record(YEAR, pack=pack())


def own_measures(
    fields: Mapping[str, Any], status: str = "ongoing", organisation: str = ORGANISATIONS[0]
) -> YearRecord:
    """Return a record of the work with a measure of each kind that the pack adds."""
    kinds = pack().vocabulary.added_measures
    data = with_measures(fields, status, organisation, kinds)
    (told,) = data["programmes"].values()
    return YearRecord.model_validate({**data, "programmes": {programme(): told}})


def document_of(
    record: YearRecord,
    report: str = "nutrition",
    length: Length = Length.LONG,
    audience: Audience = Audience.INTERNAL,
) -> Document:
    """Return the document that the pack makes of a record."""
    made = compose(record, pack(), report, audience, Extent(length))
    assert made.document is not None, [str(finding) for finding in made.findings]
    return made.document


def heir(folder: Path, name: str = "yunling", extends: str = "zh", **files: str) -> Path:
    """Return a pack in a folder; the names of files have __ for / and no ending."""
    target = folder / name
    target.mkdir()
    manifest = f'format = 2\nid = "{name}"\nname = "{name}"\nversion = "1"\n'
    (target / "pack.toml").write_text(f'{manifest}extends = "{extends}"\n', "utf-8")
    for stem, text in files.items():
        path = target / f"{stem.replace('__', '/')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return target
