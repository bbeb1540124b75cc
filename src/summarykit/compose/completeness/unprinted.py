"""What a record holds and a summary leaves out: bare titles of measures, and photographs."""

from collections.abc import Iterable, Iterator
from typing import Final

from summarykit.compose.planning import is_planned
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.document import Document, blocks_of
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import ProgrammeKind

WORDLESS: Final = frozenset(
    {"id", "kind", "name", "status", "cohort", "serves", "policies", "population"}
)
"""Fields that say which measure it is and what it belongs to, and nothing of what was done."""


def untold_measures(
    record: YearRecord, kinds: Iterable[ProgrammeKind], document: Document
) -> Iterator[Finding]:
    """Yield a warning for each measure of the programmes that has a title and no content.

    A planned one is told by its title alone; and facts kept elsewhere (the leading groups, the
    aid) may stand in the document under a measure that has no words of its own.
    """
    told = {part for block in blocks_of(document) for part in block.id.split("/")}
    for kind in kinds:
        path = ("programmes", kind.value, "measures")
        measures = child(child("programmes", kind.value), "measures")
        for index, measure in enumerate(record.programmes[kind].measures):
            if _is_wordless(measure) and item(measures, index, measure) not in told:
                yield _untold(measure, Place(path=(*path, index)))


def left_out_photographs(
    record: YearRecord, kinds: Iterable[ProgrammeKind]
) -> Iterator[Finding]:
    """Yield a remark for each activity of the programmes whose photographs are not placed.

    A record names picture files and does not hold them; nothing reads them yet.
    """
    told = set(kinds)
    for index, activity in enumerate(record.activities):
        if activity.photographs and (not activity.programmes or told & {*activity.programmes}):
            said = message(
                "{count} photographs of {name} are left out: summaries hold no pictures yet",
                count=len(activity.photographs),
                name=activity.name,
            )
            place = Place(path=("activities", index, "photographs"))
            yield Finding(Severity.INFO, Code.PHOTOGRAPHS_LEFT_OUT, said, place)


def _is_wordless(measure: Measure) -> bool:
    planned = is_planned(measure)
    return not planned and not any(value for name, value in measure if name not in WORDLESS)


def _untold(measure: Measure, place: Place) -> Finding:
    name = measure.name or measure.kind.label
    said = message("{name} has a title and no content: it is left out", name=name)
    hint = message("write the practice, or take the measure out")
    return Finding(Severity.WARNING, Code.MEASURE_UNTOLD, said, place, hint)
