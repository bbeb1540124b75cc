"""The tables of a summary, made of entries of the record; every cell keeps its source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.compose.columns import (
    EMPTY,
    bare,
    cell,
    head,
    in_one_unit,
    over,
    unit_of,
)
from summarykit.compose.rates import rate_of, share_of
from summarykit.compose.views import Shown, View
from summarykit.document.nodes import Fact, Inlines, Table, Text
from summarykit.model.population import EnrolmentFlow, Population
from summarykit.model.record import Attachment
from summarykit.packs import UnknownNameError, inlines_of

LEAST_ROWS = 2


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


def cohort_table(
    entries: tuple[View, ...], find: Callable[..., object], caption: object = "各类学生人数"
) -> Table | None:
    """Return cohort, count, the whole it is part of and its share; nothing for fewer than two.

    `find` gives the view that a link names.
    """
    counted = [entry for entry in entries if _is_population(entry)]
    if len(counted) < LEAST_ROWS:
        return None
    unit, figures = in_one_unit([(entry.count,) for entry in counted])
    names = [_full_name(entry) for entry in counted]
    shares = [_share(entry, find) for entry in counted]
    rows = tuple(
        (name, *figure, *part)
        for name, figure, part in zip(names, figures, shares, strict=True)
    )
    columns = (head("对象", weight=2), head("人数"), head("所属群体", weight=2), head("占比"))
    return Table("", columns, rows, unit=over(unit), caption=inlines_of(caption))


def _share(entry: View, find: Callable[..., object]) -> tuple[Inlines, Inlines]:
    """Return the whole that a count is part of, and its share, if both counts are exact."""
    whole = find(entry.part_of) if entry.part_of else None
    if not isinstance(whole, View):
        return EMPTY, EMPTY
    return _full_name(whole), cell(_share_of(entry.count, whole.count))


def _share_of(part: object, whole: object) -> object:
    if isinstance(part, Shown) and isinstance(whole, Shown) and part != whole:
        return share_of(part, whole)
    return None


def _full_name(entry: View) -> Inlines:
    """Return the name of a count, else its cohort with what it is split by in brackets."""
    split = _split(entry, ("organisation", "grade", "class_name", *SPLITS[4:]))
    if isinstance(entry.name, Shown) or not split:
        return population_name(entry)
    return (*population_name(entry), Text("（"), *split, Text("）"))


def _is_population(entry: View) -> bool:
    if not isinstance(entry.entity, Population):
        msg = "the population table needs entries of the population"
        raise TypeError(msg)
    return True


def population_name(entry: View) -> Inlines:
    """Return what a count is a count of: its own name, else that of its cohort."""
    name = entry.name
    return name.printed() if isinstance(name, Shown) else cell(entry.cohort)


SPLITS: Final = (
    "organisation",
    "stage",
    "grade",
    "class_name",
    "gender",
    "guardianship",
    "origin",
    "cause",
    "other",
)


def _split(entry: View, by: Iterable[str] = SPLITS) -> Inlines:
    found = [getattr(entry, name) for name in by]
    words: list[Text | Fact] = []
    for value in found:
        if isinstance(value, Shown):
            words += [Text("，")] if words else []
            words.append(Fact(str(value), value.ref))
    return tuple(words)


FLOW_FIELDS: Final = (
    ("opening", "期初"),
    ("newly_enrolled", "新入学"),
    ("transferred_in", "转入"),
    ("returned", "复学"),
    ("other_in", "其他增加"),
    ("transferred_out", "转出"),
    ("dropped_out", "辍学"),
    ("suspended", "休学"),
    ("graduated", "毕业"),
    ("exempt", "免学缓学"),
    ("other_out", "其他减少"),
    ("closing", "期末"),
)
ALWAYS_TOLD: Final = "dropped_out"
"""That nobody left is worth a column."""


def flow_table(
    entries: tuple[View, ...],
    caption: object = "学生变动情况表",
    whole: object = "",
    whole_name: object = "全部",
) -> Table | None:
    """Return one row a flow and one column for each movement that occurs.

    `whole` is the name of the organisation whose flow is called `whole_name`.
    """
    flows = [e for e in entries if isinstance(e.entity, EnrolmentFlow)]
    used = [(name, title) for name, title in FLOW_FIELDS if _occurs(flows, name)]
    if not flows or len(used) <= LEAST_ROWS:
        return None
    unit, figures = in_one_unit([[getattr(f, name) for name, _ in used] for f in flows])
    scopes = [_flow_scope(flow, flows, str(whole), str(whole_name)) for flow in flows]
    rows = tuple((scope, *figure) for scope, figure in zip(scopes, figures, strict=True))
    columns = (head("范围", weight=1.6), *(head(title) for _, title in used))
    return Table("", columns, rows, unit=over(unit), caption=inlines_of(caption))


def _occurs(flows: list[View], name: str) -> bool:
    """Return whether a movement is more than 0 in one of the flows."""
    known = [v for v in (getattr(flow, name) for flow in flows) if v]
    return any(name == ALWAYS_TOLD or v.number != 0 for v in known)


def _flow_scope(flow: View, flows: list[View], whole: str, whole_name: str) -> Inlines:
    """Return of whom a flow is: the stage is said where the whole has several flows."""
    elsewhere = isinstance(flow.organisation, Shown) and str(flow.organisation) != whole
    wholes = [
        f for f in flows if not f.grade and (not f.organisation or str(f.organisation) == whole)
    ]
    names = [
        *(["organisation"] if elsewhere else []),
        *(["stage"] if elsewhere or len(wholes) > 1 else []),
        "grade",
    ]
    named = [getattr(flow, name) for name in names]
    words = tuple(Fact(str(v), v.ref) for v in named if isinstance(v, Shown))
    return words or (Text(whole_name),)


def indicator_table(
    entries: tuple[View, ...], caption: object = "主要指标完成情况表"
) -> Table | None:
    """Return name, count, base and rate of each indicator; nothing for fewer than two.

    Targets and exemptions have a column where there are any.
    """
    if len(entries) < LEAST_ROWS:
        return None
    unit = unit_of(value for e in entries for value in (e.numerator, e.denominator))
    columns = [head("指标", weight=2), head("实际数"), head("应有数"), head("完成值")]
    rows = [_indicator_row(entry, unit) for entry in entries]
    if any(entry.target for entry in entries):
        columns.append(head("目标值"))
        rows = [(*row, cell(entry.target)) for row, entry in zip(rows, entries, strict=True)]
    if any(entry.exempt for entry in entries):
        columns.append(head("不计入", weight=1.6))
        rows = [(*row, _exempted(entry)) for row, entry in zip(rows, entries, strict=True)]
    return Table("", tuple(columns), tuple(rows), unit=over(unit), caption=inlines_of(caption))


def _indicator_row(entry: View, unit: str) -> tuple[Inlines, ...]:
    counts = (bare(entry.numerator, unit), bare(entry.denominator, unit))
    return (cell(entry.name or entry.code), *counts, cell(rate_of(entry)))


def _exempted(entry: View) -> Inlines:
    """Return who is left out of the rate, in a cell: 7名（免予测试）."""
    if not (entry.exempt and entry.exemption):
        return cell(entry.exempt)
    return (*cell(entry.exempt), Text("（"), *cell(entry.exemption), Text("）"))


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
    if not isinstance(entity, Attachment) or not entity.columns:
        return None
    width = len(entity.columns)
    rows = tuple(
        _row(row[:width], width, f"{attachment.ref}.rows[{index}]")
        for index, row in enumerate(entity.rows)
    )
    columns = tuple(head(name) for name in entity.columns)
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
        "attachment": attachment_in_text,
        "cohorts": cohort_table,
        "coverage": coverage_table,
        "flow": flow_table,
        "indicators": indicator_table,
        "population": population_table,
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
