"""Earlier figures put where a record could have told them itself, so that all is told alike."""

from dataclasses import replace
from typing import Any, Final, NamedTuple

from summarykit.compose.belonging import settled
from summarykit.compose.earlier.beside import Earlier
from summarykit.compose.earlier.comparing import named_previous
from summarykit.compose.earlier.seeing import Seen
from summarykit.compose.extra_fields import typed
from summarykit.compose.scope import Assignment, scope
from summarykit.compose.views import Shown
from summarykit.diagnostics import Path
from summarykit.facts.earlier import Comparable, Standin, Taken, YearOnYear
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.population import Indicator, Population
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import Cohort
from summarykit.packs import Length

_EARLIER: Final = {Population: "previous", Indicator: "baseline"}
"""The field in which an entry tells its figure of the period before."""


_LEADING: Final = (Cohort.ENROLLED, Cohort.LEFT_BEHIND, Cohort.MIGRANT, Cohort.DROPOUT)
"""Whom a report is about that names no cohorts."""


_MOST: Final = {Length.SHORT: 3, Length.STANDARD: 12, Length.LONG: 40}
"""How many figures are told side by side at a length: a sentence, a table, a long one."""


class _Carried(NamedTuple):
    """One figure of the earlier record, and the field of this one that it fills."""

    path: Path
    field: str
    value: Quantity
    source: str


def beside(
    record: YearRecord, assignment: Assignment, earlier: YearOnYear, length: Length
) -> tuple[YearRecord, Assignment]:
    """Return the record with the counts and rates of the period before, and what tells it.

    A figure that the record has itself stays, and one that has not changed is not told. Of
    counts, those of whole cohorts that the report is about have their change told in sentences;
    others stand in a list (`comparing`). Nothing is taken that the reader of the document would
    not see in one on the earlier record; what is private in that has been masked.
    """
    pack = assignment.pack
    previous = settled(typed(earlier.previous, pack.fields))
    seen = Seen(previous, scope(previous, assignment))
    leading = assignment.report.cohorts or _LEADING
    figures = (one for one in earlier.figures if one.is_changed and _is_led(one, leading))
    carried = [one for figure in figures if (one := _carried(figure, record, seen)) is not None]
    standins = {
        child(_ref(record, one.path), one.field): Standin(one.value, one.source)
        for one in carried
    }
    taken = Taken(previous, standins)
    told = Earlier(_MOST[length], earlier, seen, taken)
    return _filled(record, carried), replace(assignment, earlier=told)


def _is_led(figure: Comparable, leading: tuple[Cohort, ...]) -> bool:
    """Return whether a figure has its change told where it stands."""
    match figure.pair.entity:
        case Indicator():
            return True
        case Population() as entry:
            return entry.cohort in leading and not figure.is_part
        case _:
            return False


def _carried(figure: Comparable, record: YearRecord, seen: Seen) -> _Carried | None:
    entity = _entry(record, figure.pair.path)
    field = _EARLIER.get(type(entity))
    if field is None or getattr(entity, field) is not None:
        return None
    if isinstance(entity, Population) and not _takes(entity):
        return None
    shown = named_previous(seen.figure(figure.before_path))
    if not isinstance(shown, Shown) or not isinstance(shown.value, Quantity) or not shown:
        return None
    # A computed rate keeps the decimals it is printed with.
    value = Quantity.parse(str(shown)) if shown.basis else shown.value
    return _Carried(figure.pair.path, field, value, shown.ref)


def _takes(entry: Population) -> bool:
    """Return whether a count that the reader sees has nothing to say of another definition."""
    return entry.previous_definition is None and entry.count.is_exact


def _entry(record: YearRecord, path: Path) -> Entity:
    entries: tuple[Entity, ...] = getattr(record, str(path[0]))
    return entries[int(path[1])]


def _ref(record: YearRecord, path: Path) -> str:
    """Return what the entry of a list of the record is called."""
    return item(str(path[0]), int(path[1]), _entry(record, path))


def _filled(record: YearRecord, carried: list[_Carried]) -> YearRecord:
    changed: dict[str, list[Any]] = {}
    for one in carried:
        name, index = str(one.path[0]), int(one.path[1])
        entries = changed.setdefault(name, list(getattr(record, name)))
        update: dict[str, Any] = {one.field: one.value}
        if isinstance(entries[index], Population):
            update["previous_definition"] = entries[index].definition
        entries[index] = entries[index].model_copy(update=update)
    return record.model_copy(update={name: tuple(new) for name, new in changed.items()})
