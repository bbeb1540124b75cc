"""The tables of a summary, made of entries of the record; every cell keeps its source."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.compose.views import Missing, Shown, View
from summarykit.document.nodes import Align, Column, Fact, Inlines, Table, Text
from summarykit.facts import rate as rate_from
from summarykit.facts.reference import child
from summarykit.model.population import EnrolmentFlow, Indicator, Population
from summarykit.model.record import Attachment
from summarykit.packs import UnknownNameError, inlines_of

LEAST_ROWS = 2
EMPTY: Inlines = (Text("—"),)


def _head(text: str, align: Align = Align.CENTER, weight: float = 1.0) -> Column:
    return Column((Text(text),), align, weight)


def _cell(value: object) -> Inlines:
    return value.printed() if isinstance(value, Shown) and value else EMPTY


def population_table(
    entries: tuple[View, ...], caption: object = "基本情况统计表"
) -> Table | None:
    """Return cohort, what it is split by, and count; nothing for fewer than two rows."""
    rows = tuple(_population_row(entry) for entry in entries)
    if len(rows) < LEAST_ROWS:
        return None
    columns = (_head("对象", weight=2), _head("范围", weight=2), _head("人数"))
    return Table("", columns, rows, caption=inlines_of(caption))


def _population_row(entry: View) -> tuple[Inlines, ...]:
    population = entry.entity
    if not isinstance(population, Population):
        msg = "the population table needs entries of the population"
        raise TypeError(msg)
    return (population_name(entry), _split(entry), _cell(entry.count))


def population_name(entry: View) -> Inlines:
    """Return what a count is a count of: its own name, else that of its cohort."""
    name = entry.name
    return name.printed() if isinstance(name, Shown) else _cell(entry.cohort)


SPLITS: Final = (
    "organisation",
    "stage",
    "grade",
    "class_name",
    "gender",
    "guardianship",
    "origin",
)


def _split(entry: View) -> Inlines:
    found = [getattr(entry, name) for name in (*SPLITS, "cause", "other")]
    words: list[Text | Fact] = []
    for value in found:
        if isinstance(value, Shown):
            words += [Text("，")] if words else []
            words.append(Fact(str(value), value.ref))
    return tuple(words) or EMPTY


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
    ("other_out", "其他减少"),
    ("closing", "期末"),
)


def flow_table(entries: tuple[View, ...], caption: object = "学生变动情况表") -> Table | None:
    """Return one row a flow and one column for each movement that occurs."""
    flows = [e for e in entries if isinstance(e.entity, EnrolmentFlow)]
    used = [(name, head) for name, head in FLOW_FIELDS if any(getattr(f, name) for f in flows)]
    if not flows or len(used) <= LEAST_ROWS:
        return None
    columns = (_head("范围", weight=1.6), *(_head(head) for _, head in used))
    rows = tuple(
        (_flow_scope(flow), *(_cell(getattr(flow, name)) for name, _ in used)) for flow in flows
    )
    return Table("", columns, rows, caption=inlines_of(caption))


def _flow_scope(flow: View) -> Inlines:
    named = [getattr(flow, name) for name in ("organisation", "stage", "grade")]
    words = tuple(Fact(str(v), v.ref) for v in named if isinstance(v, Shown))
    return words or (Text("全部"),)


def indicator_table(
    entries: tuple[View, ...], caption: object = "主要指标完成情况表"
) -> Table | None:
    """Return name, count, base and rate of each indicator; nothing for fewer than two."""
    rows = tuple(_indicator_row(entry) for entry in entries)
    if len(rows) < LEAST_ROWS:
        return None
    columns = (
        _head("指标", weight=2),
        _head("实际数"),
        _head("应有数"),
        _head("完成值"),
        _head("目标值"),
    )
    return Table("", columns, rows, caption=inlines_of(caption))


def _indicator_row(entry: View) -> tuple[Inlines, ...]:
    rate = rate_of(entry)
    counts = (entry.numerator, entry.denominator)
    return tuple(map(_cell, (entry.name or entry.code, *counts, rate, entry.target)))


def rate_of(indicator: View) -> Shown | Missing:
    """Return the rate of an indicator: as stated, else computed from its counts."""
    entity = indicator.entity
    if not isinstance(entity, Indicator):
        msg = "rate_of needs an indicator"
        raise TypeError(msg)
    ref = child(indicator.ref, "value")
    value = rate_from(entity)
    if value is None:
        return Missing(ref)
    return Shown(value, ref if entity.value is not None else f"{ref}#computed")


def coverage_table(
    entries: tuple[View, ...], caption: object = "家访覆盖情况表"
) -> Table | None:
    """Return visited and due by group; nothing for fewer than two groups."""
    rows = tuple(
        (_cell(e.group), _cell(e.visited), _cell(e.total), _cell(e.rate)) for e in entries
    )
    if len(rows) < LEAST_ROWS:
        return None
    columns = (_head("对象", weight=2), _head("应访"), _head("已访"), _head("覆盖率"))
    ordered = tuple((group, total, visited, rate) for group, visited, total, rate in rows)
    return Table("", columns, ordered, caption=inlines_of(caption))


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
    columns = tuple(_head(name) for name in entity.columns)
    unit = f"单位：{entity.unit}" if entity.unit else ""
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
