"""The tables of a summary, made of entries of the record; every cell keeps its source."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, cast

from summarykit.compose.situation.crossing import crossed_table
from summarykit.compose.situation.naming import group_name, indicator_name, part_name
from summarykit.compose.situation.rates import rate_of, share_of
from summarykit.compose.situation.sums import given_or_sum
from summarykit.compose.tables.columns import (
    EMPTY,
    bare,
    cell,
    head,
    in_one_unit,
    over,
    unit_of,
)
from summarykit.compose.tables.earlier_tables import compared_table, followed_table
from summarykit.compose.tables.event_tables import (
    activity_table,
    aid_table,
    donation_table,
    duty_table,
    measure_table,
    pupil_table,
    step_table,
    visit_table,
)
from summarykit.compose.tables.flow_tables import flow_table
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.document.nodes import Fact, Inlines, Table, Text
from summarykit.model.population import DIMENSIONS, Population
from summarykit.model.record import Attachment
from summarykit.packs import UnknownNameError, inlines_of

LEAST_ROWS = 2
TOTAL: Final = "合计"


def population_table(
    entries: tuple[View, ...], caption: object = "各类人员人数", by: object = "类别"
) -> Table | None:
    """Return what each count is split by, and the count; nothing for fewer than two rows."""
    counted = [entry for entry in entries if _is_population(entry)]
    if len(counted) < LEAST_ROWS:
        return None
    unit, figures = in_one_unit([(entry.count,) for entry in counted])
    rows = tuple(
        (_split(e) or population_name(e), *f) for e, f in zip(counted, figures, strict=True)
    )
    columns = (head(str(by), weight=2), head("人数"))
    return Table("", columns, rows, unit=over(unit), caption=inlines_of(caption))


def split_table(
    entries: tuple[View, ...],
    split: Names,
    caption: object = "各部分人数",
    counted: object = "人数",
) -> Table | None:
    """Return the parts of a split with their counts and the whole as total.

    By guardianship the share of each part is told beside it; its stage, earlier count and note
    have a column where there are any. `counted` is the head over the counts.
    """
    if len(entries) < LEAST_ROWS:
        return None
    whole = split.whole.count if isinstance(split.whole, View) else split.whole
    counts = [entry.count for entry in entries]
    total = given_or_sum(whole, counts) if split.closed or whole else Missing("population")
    with_total = [*counts, *((total,) if total else ())]
    unit, figures = in_one_unit([(count,) for count in with_total])
    names = [inlines_of(part_name(entry, split.by)) for entry in entries]
    names += [(Text(TOTAL),)] if total else []
    columns = [head(str(split.head), weight=2), head(str(counted))]
    rows = [(name, *figure) for name, figure in zip(names, figures, strict=True)]
    for title, cells in _of_parts(split, entries, whole if isinstance(whole, Shown) else None):
        columns.append(head(title))
        rows = [
            (*row, words)
            for row, words in zip(
                rows, (*cells, *[EMPTY] * (len(rows) - len(cells))), strict=True
            )
        ]
    made = Table("", tuple(columns), tuple(rows), unit=over(unit), caption=inlines_of(caption))
    return replace(made, total=bool(total))


def _of_parts(
    split: Names, entries: Iterable[View], whole: Shown | None
) -> Iterator[tuple[str, list[Inlines]]]:
    """Yield what else there is to say of the parts, with the head of its column."""
    listed = tuple(entries)
    if split.by == "guardianship" and whole:
        yield "占比", [cell(share_of(entry.count, whole)) for entry in listed]
    stages = [part.stage for part in cast("tuple[View, ...]", split.parts)]
    for title, values in (
        ("学段", stages),
        ("上期人数", [entry.previous for entry in listed]),
        ("备注", [entry.note for entry in listed]),
    ):
        if any(values):
            yield title, [cell(value) for value in values]


def cohort_table(
    entries: tuple[View, ...],
    find: Callable[..., object],
    caption: object = "各类学生人数",
    called: Callable[..., object] = group_name,
) -> Table | None:
    """Return cohort, count, the whole it is part of and its share; nothing for fewer than two.

    `find` gives the view that a link names, `called` the name of a count.
    """
    counted = [entry for entry in entries if _is_population(entry)]
    if len(counted) < LEAST_ROWS:
        return None
    unit, figures = in_one_unit([(entry.count,) for entry in counted])
    names = [inlines_of(called(entry)) for entry in counted]
    shares = [_share(entry, find, called) for entry in counted]
    rows = tuple(
        (name, *figure, *part)
        for name, figure, part in zip(names, figures, shares, strict=True)
    )
    columns = (head("对象", weight=2), head("人数"), head("所属群体", weight=2), head("占比"))
    return Table("", columns, rows, unit=over(unit), caption=inlines_of(caption))


def _share(
    entry: View, find: Callable[..., object], called: Callable[..., object]
) -> tuple[Inlines, Inlines]:
    """Return the whole that a count is part of, and its share, if both counts are exact."""
    whole = find(entry.part_of) if entry.part_of else None
    if not isinstance(whole, View):
        return EMPTY, EMPTY
    return inlines_of(called(whole)), cell(_share_of(entry.count, whole.count))


def _share_of(part: object, whole: object) -> object:
    return share_of(part, whole) if part != whole else None


def _is_population(entry: View) -> bool:
    if not isinstance(entry.entity, Population):
        msg = "the population table needs entries of the population"
        raise TypeError(msg)
    return True


def population_name(entry: View) -> Inlines:
    """Return what a count is a count of: its own name, else that of its cohort."""
    name = entry.name
    return name.printed() if isinstance(name, Shown) else cell(entry.cohort)


_WORDS: Final = tuple(name for name in DIMENSIONS if name != "boarding")
"""What a count is split by, in words; that somebody boards is a yes or a no."""


def _split(entry: View, by: Iterable[str] = _WORDS) -> Inlines:
    found = [getattr(entry, name) for name in by]
    words: list[Text | Fact] = []
    for value in found:
        if isinstance(value, Shown):
            words += [Text("，")] if words else []
            words.append(Fact(str(value), value.ref, value.basis))
    return tuple(words)


def indicator_table(
    entries: tuple[View, ...],
    caption: object = "主要指标完成情况表",
    definitions: object = True,  # noqa: FBT002 - a template says definitions=false
) -> Table | None:
    """Return name, count, base and rate of each indicator; nothing for fewer than two.

    Targets, limits, earlier rates and exemptions have a column where there are any, and so
    have dates and definitions unless a template tells the `definitions` itself.
    """
    if len(entries) < LEAST_ROWS:
        return None
    unit = unit_of(value for e in entries for value in (e.numerator, e.denominator))
    columns = [head("指标", weight=2), head("实数"), head("基数"), head("完成值")]
    rows = [_indicator_row(entry, unit) for entry in entries]
    for title, weight, made in (*_BESIDE, *(_DEFINED if definitions else ())):
        cells = [made(entry) for entry in entries]
        if any(words != EMPTY for words in cells):
            columns.append(head(title, weight=weight))
            rows = [(*row, words) for row, words in zip(rows, cells, strict=True)]
    return Table("", tuple(columns), tuple(rows), unit=over(unit), caption=inlines_of(caption))


def _indicator_row(entry: View, unit: str) -> tuple[Inlines, ...]:
    counts = (bare(entry.numerator, unit), bare(entry.denominator, unit))
    return (inlines_of(indicator_name(entry, in_text=False)), *counts, cell(rate_of(entry)))


def _exempted(entry: View) -> Inlines:
    """Return who is left out of the rate, in a cell: 7名（免予测试）."""
    if not (entry.exempt and entry.exemption):
        return cell(entry.exempt or entry.exemption)
    return (*cell(entry.exempt), Text("（"), *cell(entry.exemption), Text("）"))


_Made = Callable[[View], Inlines]
_BESIDE: Final[tuple[tuple[str, float, _Made], ...]] = (
    ("目标值", 1.0, lambda entry: cell(entry.target)),
    ("上期值", 1.0, lambda entry: cell(entry.baseline)),
    ("规定限值", 1.0, lambda entry: cell(entry.limit)),
    ("不计入", 1.6, _exempted),
)
_DEFINED: Final[tuple[tuple[str, float, _Made], ...]] = (
    ("统计时点", 1.2, lambda entry: cell(entry.as_of)),
    ("计算口径", 2.0, lambda entry: cell(entry.definition)),
)


def coverage_table(
    entries: tuple[View, ...], caption: object = "家访覆盖情况表"
) -> Table | None:
    """Return visited and due by group; nothing for fewer than two groups."""
    if len(entries) < LEAST_ROWS:
        return None
    unit, figures = in_one_unit([(entry.total, entry.visited) for entry in entries])
    rows = tuple(
        (cell(entry.group), *counts, cell(entry.rate))
        for entry, counts in zip(entries, figures, strict=True)
    )
    columns = (head("对象", weight=2), head("应访"), head("已访"), head("覆盖率"))
    return Table("", columns, rows, unit=over(unit), caption=inlines_of(caption))


def attachment_table(attachment: View, table_id: str) -> Table | None:
    """Return the table of an attachment as it is given; its title is the attachment's."""
    entity = attachment.entity
    if not isinstance(entity, Attachment) or not (entity.columns or any(map(any, entity.rows))):
        return None
    # A row may be longer than the head of the table: what has no head is printed nevertheless.
    width = max(len(entity.columns), *map(len, entity.rows), 0)
    rows = tuple(
        _row(row, width, f"{attachment.ref}.rows[{index}]")
        for index, row in enumerate(entity.rows)
    )
    heads = (*entity.columns, *[""] * (width - len(entity.columns)))
    columns = tuple(head(name) for name in heads)
    unit = over(entity.unit or "")
    return Table(table_id, columns, rows, unit=unit, description=entity.name)


def _row(texts: tuple[str, ...], width: int, ref: str) -> tuple[Inlines, ...]:
    # A list is made first: rosters have many cells, and this is the fastest way.
    cells = [
        (Fact(text, f"{ref}[{column}]"),) if text else EMPTY
        for column, text in enumerate(texts)
    ]
    return (*cells, *[EMPTY] * (width - len(cells)))


def attachment_in_text(entries: tuple[View, ...], caption: object = None) -> Table | None:
    """Return the table of the first attachment, captioned with its name."""
    made = attachment_table(entries[0], "") if entries else None
    if made is None:
        return None
    return replace(made, caption=inlines_of(caption or entries[0].name))


TableMaker = Callable[..., Table | None]
TABLES: Final[Mapping[str, TableMaker]] = MappingProxyType(
    {
        "activities": activity_table,
        "aid": aid_table,
        "attachment": attachment_in_text,
        "cohorts": cohort_table,
        "compared": compared_table,
        "coverage": coverage_table,
        "crossed": crossed_table,
        "donations": donation_table,
        "duties": duty_table,
        "flow": flow_table,
        "followed": followed_table,
        "indicators": indicator_table,
        "measures": measure_table,
        "next_steps": step_table,
        "population": population_table,
        "pupils": pupil_table,
        "split": split_table,
        "visits": visit_table,
    }
)


def table_called(name: str) -> TableMaker:
    """Return the function that makes the table of that name.

    Raises:
        UnknownNameError: There is no such table.
    """
    if name not in TABLES:
        raise UnknownNameError(f"there is no table {name}", name, TABLES)
    return TABLES[name]
