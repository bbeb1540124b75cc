"""The `reference.docx` of the nearest pack that has one, laid between the layouts of levels."""

from collections.abc import Sequence

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import REFERENCE
from summarykit.packs.settings.merging import Source, merge
from summarykit.packs.settings.toml_texts import Table


def level_of(lineage: Lineage) -> int | None:
    """Return the level whose reference.docx counts: the nearest that has one."""
    levels = [at for at, pack in enumerate(lineage.packs) if pack.reference is not None]
    return levels[-1] if levels else None


def with_reference(
    lineage: Lineage, tables: Sequence[tuple[Source, Table]]
) -> tuple[list[tuple[Source, Table]], tuple[Finding, ...]]:
    """Return the tables of a layout with that of the reference.docx below its level's own.

    Findings: why it is refused, or what of it cannot be taken over.
    """
    level = level_of(lineage)
    data = None if level is None else lineage.packs[level].reference
    if level is None or data is None:
        return list(tables), ()
    from summarykit.packs.reference.taking import model_of, taken  # noqa: PLC0415 - most packs need no lxml

    place = Place(source=lineage.packs[level].source(REFERENCE))
    model = model_of(data)
    if model.refused:
        return list(tables), tuple(_refused(said, place) for said in model.refused)
    below = [(source, table) for source, table in tables if source.level <= level]
    found = taken(model, merge(below).table)
    own = (Source(level, REFERENCE), dict(found.table))
    farther = [each for each in tables if each[0].level < level]
    nearer = [each for each in tables if each[0].level >= level]
    return [*farther, own, *nearer], tuple(_left_out(said, place) for said in found.left_out)


def _refused(said: Message, place: Place) -> Finding:
    text = message("this Word file is refused: {reason}", reason=said)
    return Finding(Severity.ERROR, Code.REFERENCE_REFUSED, text, place)


def _left_out(said: Message, place: Place) -> Finding:
    text = message("not taken over: {what}", what=said)
    return Finding(Severity.WARNING, Code.REFERENCE_LEFT_OUT, text, place)
