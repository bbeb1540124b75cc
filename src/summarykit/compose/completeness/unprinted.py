"""What a record holds and a summary leaves out: bare titles of measures, and photographs."""

from collections.abc import Iterable, Iterator

from summarykit.compose.belonging import is_told_by
from summarykit.compose.outline.items import is_wordless
from summarykit.compose.planning import is_planned
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.document import Block, Document, Paragraph, Table, blocks_of, facts_in
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import MeasureStatus


def untold_measures(
    record: YearRecord, kinds: Iterable[AnyProgramme], document: Document
) -> Iterator[Finding]:
    """Yield a warning for each measure of the programmes that has a title and no content.

    Its title is told, unless it was no more than a title in the source, too; a planned one
    needs no more. And facts kept elsewhere (the leading groups, the aid) may stand in the
    document under a measure that has no words of its own.
    """
    every = {
        item(child(child("programmes", kind.value), "measures"), index, measure): (
            measure,
            Place(path=("programmes", kind.value, "measures", index)),
        )
        for kind in kinds
        for index, measure in enumerate(record.programmes[kind].measures)
    }
    wordless = {
        ref: found
        for ref, found in every.items()
        if is_wordless(found[0]) and not is_planned(found[0])
    }
    holding = _holding(document, every) if wordless else frozenset()
    yield from (_untold(*found) for ref, found in wordless.items() if ref not in holding)


def _holding(document: Document, measures: Iterable[str]) -> frozenset[str]:
    """Return the measures below which something stands that is no measure's own."""
    own = tuple(f"{ref}." for ref in measures)
    blocks = (block for block in blocks_of(document) if _has_other(block, own))
    return frozenset(part for block in blocks for part in block.id.split("/"))


def _has_other(block: Block, own: tuple[str, ...]) -> bool:
    facts = facts_in(block.children) if isinstance(block, Paragraph) else ()
    return isinstance(block, Table) or any(not fact.ref.startswith(own) for fact in facts)


def left_out_photographs(
    record: YearRecord, kinds: Iterable[AnyProgramme]
) -> Iterator[Finding]:
    """Yield a remark for each activity of the programmes whose photographs are not placed.

    A record names picture files and does not hold them; nothing reads them yet.
    """
    told = tuple(kinds)
    for index, activity in enumerate(record.activities):
        if activity.photographs and is_told_by(told, activity.programmes, record):
            said = message(
                "{count} photographs of {name} are left out: summaries hold no pictures yet",
                count=len(activity.photographs),
                name=activity.name,
            )
            place = Place(path=("activities", index, "photographs"))
            yield Finding(Severity.INFO, Code.PHOTOGRAPHS_LEFT_OUT, said, place)


def _untold(measure: Measure, place: Place) -> Finding:
    name = measure.name or measure.kind.label
    said = message("{name} has a title and no content: nothing else is told of it", name=name)
    if measure.status is MeasureStatus.HEADING_ONLY:
        said = message("{name} has a title and no content: it is left out", name=name)
    hint = message("write the practice, or take the measure out")
    return Finding(Severity.WARNING, Code.MEASURE_UNTOLD, said, place, hint)
