"""The counts of a record that could tell which child is meant, and those beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.population import EnrolmentFlow, Population
from summarykit.model.record import Attachment
from summarykit.model.values import Money, Quantity
from summarykit.model.vocabulary import Cohort, Level
from summarykit.privacy.groups import Group, groups_of

SENSITIVE: Final = frozenset(
    {
        Cohort.HARDSHIP,
        Cohort.REGISTERED_POVERTY,
        Cohort.STRUGGLING,
        Cohort.BEHAVIOUR,
        Cohort.SINGLE_PARENT,
        Cohort.ORPHAN,
        Cohort.DISABLED,
        Cohort.DROPOUT,
        Cohort.AT_RISK,
        Cohort.RETURNED,
    }
)
"""Cohorts that say of a child what nobody outside need know."""
SPLITS: Final = ("organisation", "grade", "class_name", "gender", "origin", "cause", "other")
"""Dimensions whose values name a group that is known to everybody there."""
TOTALS: Final = frozenset(("合计", "总计", "共计", "小计", "总数", "全校", "全镇", "全县"))
WORDS: Final = re.compile(
    "困难|贫困|特困|低保|建档立卡|脱贫|学困|后进|行为偏差|单亲|孤儿|残疾|残障|辍学|复学|离异"
)
"""What a head of a table, or the name of a group, says of such children."""
_FLOW: Final = tuple(
    name
    for name, info in EnrolmentFlow.model_fields.items()
    if "Quantity" in str(info.annotation)
)
_SENSITIVE_FLOW: Final = ("dropped_out", "returned", "suspended", "exempt")
_WHOLE: Final = re.compile(
    "\\s*(?P<count>[0-9]{1,6}|[一二两三四五六七八九])\\s*[名人个位户]?\\s*"
)
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_WRITTEN: Final = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))


@dataclass(frozen=True, slots=True)
class Cell:
    """One count: where it stands, what it is, and whether it is too small to be shown."""

    path: Path
    value: Decimal
    is_small: bool = False


def cells_of(record: YearRecord, least: int) -> Iterator[Cell]:
    """Yield the exact counts of a record that others could be told from.

    Small are those of fewer than `least` and more than none, of a sensitive cohort in a part of
    those whom the record is about; a class is such a part as a whole.
    """
    for index, counted in enumerate(record.population):
        yield from _of_population(("population", index), counted, record, least)
    for index, flow in enumerate(record.enrolment_flow):
        yield from _of_flow(("enrolment_flow", index), flow, record, least)
    for group in groups_of(record):
        yield from _of_group(group, record, least)
    for index, attachment in enumerate(record.attachments):
        yield from _of_table(("attachments", index, "rows"), attachment, least)


def is_class(record: YearRecord) -> bool:
    """Return whether all of a record is of one class."""
    return record.organisation.level is Level.CLASS


def _of_population(
    path: Path, counted: Population, record: YearRecord, least: int
) -> Iterator[Cell]:
    is_part = any(getattr(counted, name) is not None for name in SPLITS) or is_class(record)
    asked = least if is_part and counted.cohort in SENSITIVE else 0
    yield from _cell((*path, "count"), counted.count, asked)
    yield from _cell((*path, "previous"), counted.previous, asked)


def _of_flow(path: Path, flow: EnrolmentFlow, record: YearRecord, least: int) -> Iterator[Cell]:
    is_part = flow.grade is not None or flow.organisation is not None or is_class(record)
    for name in _FLOW:
        asked = least if is_part and name in _SENSITIVE_FLOW else 0
        yield from _cell((*path, name), getattr(flow, name), asked)


def _of_group(group: Group, record: YearRecord, least: int) -> Iterator[Cell]:
    """Yield the counts of a group; with a small one, what tells it is hidden, too."""
    is_told = group.cohort in SENSITIVE or bool(WORDS.search(group.about + group.words))
    is_part = group.is_part or is_class(record)
    asked = least if is_told and is_part else 0
    counts = [(name, exact(getattr(group.entry, name))) for name in group.counts]
    implied = _implied(group, record) if group.path[0] == "aid" else None
    small = any(0 < number < asked for _, number in counts if number is not None)
    small = small or (implied is not None and 0 < implied < asked)
    for name, number in counts:
        if number is not None:
            yield Cell((*group.path, name), number, 0 < number < asked)
    for name in group.beside:
        number = exact(getattr(group.entry, name))
        if number is not None:
            yield Cell((*group.path, name), number, small)


def _implied(group: Group, record: YearRecord) -> Decimal | None:
    """Return how many an amount is for, by the standard of the aid."""
    each = exact(record.aid[int(group.path[1])].per_head)
    amount = exact(getattr(group.entry, "amount", None))
    return amount / each if amount is not None and each else None


def exact(found: Quantity | Money | None) -> Decimal | None:
    """Return the number of a count, or the yuan of an amount, if it is exact."""
    if isinstance(found, Money):
        return found.yuan if found.amount.is_exact else None
    return found.number if found is not None and found.is_exact else None


def _cell(path: Path, found: Quantity | None, least: int) -> Iterator[Cell]:
    """Yield a count if it is exact; `least` is 0 where no number of such is too small."""
    number = exact(found)
    if number is not None:
        yield Cell(path, number, 0 < number < least)


def _of_table(path: Path, attachment: Attachment, least: int) -> Iterator[Cell]:
    """Yield the whole numbers of a typed table; its totals are no part."""
    labels = "\n".join(row[0] for row in attachment.rows if row)
    if not WORDS.search("\n".join((attachment.name, *attachment.columns, labels))):
        return  # it is of nobody whom a number could tell
    whole = bool(WORDS.search(attachment.name))
    told = [whole or bool(WORDS.search(head)) for head in attachment.columns]
    for at, row in enumerate(attachment.rows):
        label = row[0] if row else ""
        for column, cell in enumerate(row[1:], 1):
            found = _WHOLE.fullmatch(cell.translate(_FULL_WIDTH))
            if found is None:
                continue
            written = found["count"]
            number = _WRITTEN.get(written) or int(written)
            of_such = (column < len(told) and told[column]) or bool(WORDS.search(label))
            is_part = label.strip() not in TOTALS
            small = of_such and is_part and 0 < number < least
            yield Cell((*path, at, column), Decimal(number), small)
