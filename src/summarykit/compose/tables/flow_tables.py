"""The table of enrolment flows: one row a part, and the whole as the total last."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from summarykit.compose.language.matching import told
from summarykit.compose.language.spans import span
from summarykit.compose.situation.movement import (
    HEADS,
    SCOPES,
    elsewhere,
    same_times,
    scope_of,
    whole_and_parts,
)
from summarykit.compose.situation.naming import is_staged
from summarykit.compose.situation.sums import sum_of
from summarykit.compose.tables.columns import EMPTY, head, in_one_unit, over
from summarykit.compose.views import Shown, View
from summarykit.document.nodes import Column, Fact, Inlines, Table, Text
from summarykit.model.values import Quantity
from summarykit.packs import Phrase, inlines_of

TOTAL: Final = "合计"
_LEAST: Final = 2


def flow_table(
    entries: Iterable[View],
    caption: object = "学生变动情况表",
    whole: object = "",
    whole_name: object = "全部",
) -> Table | None:
    """Return one row a flow and one column for each movement that is told, the total last.

    The total is the flow of the whole where the parts reach it; parts that do not are told
    under `whole_name`. Without a whole it is added up, where all parts are of one kind, of the
    same dates and exact. `whole` is the name of the organisation that writes. Flows of
    different times have a column for them.
    """
    body, parts = whole_and_parts(entries, str(whole))
    rows = [*((body,) if body else ()), *parts]
    used = [name for name in HEADS if _occurs(rows, name)]
    if not used or (len(rows) < _LEAST and len(used) <= _LEAST):
        return None
    figures = [[getattr(flow, name) for name in used] for flow in parts]
    names = [_scope(flow, str(whole), parts) for flow in parts]
    total = _total(body, parts, figures, used)
    if total:
        figures, names = [*figures, total], [*names, (Text(TOTAL),)]
    elif body:
        own = [getattr(body, name) for name in used]
        figures, names = [own, *figures], [(Text(str(whole_name)),), *names]
    unit, cells = in_one_unit(figures)
    told = [body, *parts] if body and not total else [*parts, body]
    dated, dates = _dated(told, rows)
    lines = tuple((n, *d, *f) for n, d, f in zip(names, dates, cells, strict=False))
    first = head(scope_of(parts) or "范围", weight=1.6)
    columns = (first, *dated, *(head(HEADS[name]) for name in used))
    made = Table("", columns, lines, unit=over(unit), caption=inlines_of(caption))
    return replace(made, total=bool(total))


def _dated(
    told: Sequence[View | None], flows: Sequence[View]
) -> tuple[tuple[Column, ...], list[tuple[Inlines, ...]]]:
    """Return the column of the times of flows, and its cells; none where all are the same."""
    if same_times(flows):
        return (), [()] * len(told)
    return (head("起止时间", weight=1.6),), [(_times(flow),) for flow in told]


def _times(flow: View | None) -> Inlines:
    """Return between which dates a flow runs."""
    if flow is None or not (flow.start or flow.end):
        return EMPTY
    if flow.start and flow.end:
        return inlines_of(span(flow.start, flow.end))
    return inlines_of(Phrase([flow.start, "起"] if flow.start else ["截至", flow.end]))


def _occurs(flows: Iterable[View], name: str) -> bool:
    """Return whether a movement is told of one of the flows, be it that of nobody."""
    return any(getattr(flow, name) for flow in flows)


def _total(
    whole: View | None,
    parts: Sequence[View],
    figures: Sequence[Sequence[object]],
    used: Sequence[str],
) -> list[object]:
    """Return the figures of the last row, or nothing when there is no total to give."""
    if len(parts) < _LEAST or len({_kind(flow) for flow in parts}) > 1:
        return []
    sums = [sum_of(line[column] for line in figures) for column in range(len(used))]
    if whole is None:
        # Counts of different days do not add up.
        return list(sums) if sums[0] and sums[-1] and same_times(parts) else []
    given = [getattr(whole, name) for name in used]
    known = [_agree(total, own) for total, own in zip(sums, given, strict=True) if total]
    return given if known and all(known) else []


def _agree(total: object, own: object) -> bool:
    match total, own:
        case Shown(value=Quantity() as one), Shown(value=Quantity() as other):
            return one.agrees_with(other)
        case _:
            return False


def _kind(flow: View) -> tuple[bool, ...]:
    return tuple(bool(getattr(flow, name)) for name in SCOPES)


def _scope(flow: View, whole: str, flows: Sequence[View]) -> Inlines:
    """Return of whom a flow is: the unit if it is another one, the stage, the grade."""
    away = elsewhere(flow, whole)
    alone = len(flows) == 1 or is_staged(flow.entity)
    staged = not told(flow.stage, flow.organisation) if away else not alone
    names = [
        *(["organisation"] if away else []),
        *(["stage"] if staged else []),
        "grade",
    ]
    named = [getattr(flow, name) for name in names]
    words = tuple(Fact(str(v), v.ref, v.basis) for v in named if isinstance(v, Shown))
    return words or (Text("全部"),)
