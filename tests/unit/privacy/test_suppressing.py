"""Small counts are hidden so that nobody can compute them, which is tried here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.privacy.protecting import protected
from summarykit.privacy.suppressing import suppressed

LEAST = 3
Values = Mapping[Path, int]
Sum = tuple[Path, tuple[Path, ...]]
"""A whole and the parts that are as many together."""


def year(**fields: object) -> YearRecord:
    head = {
        "organisation": {"name": "青石小学", "level": "school"},
        "period": {"kind": "school_year"},
    }
    return YearRecord.model_validate(head | fields)


def hidden(record: YearRecord) -> set[Path]:
    found = suppressed(record, LEAST)
    return {*found.small, *found.revealing}


STEPS = (1, -1, 0, 2, -2)


def certain(values: Values, unknown: set[Path], sums: Sequence[Sum], asked: Path) -> bool:
    """Return whether nothing but its own number is possible for a hidden count.

    Solved by trying: each hidden count may be up to two more or less, but not less than none;
    a sum is tried as soon as all in it is chosen.
    """
    order = _beside(asked, unknown, sums)
    places = {path: at for at, path in enumerate(order)}
    due: dict[int, list[Sum]] = defaultdict(list)
    for whole, parts in sums:
        met = [places[path] for path in (whole, *parts) if path in places]
        if met:
            due[max(met)].append((whole, parts))

    def possible(chosen: dict[Path, int], at: int) -> bool:
        if at == len(order):
            return True
        for step in STEPS if at else (1, -1, 2, -2):
            trial = chosen | {order[at]: values[order[at]] + step}
            fits = (trial[w] == sum(trial[p] for p in parts) for w, parts in due[at])
            if trial[order[at]] >= 0 and all(fits) and possible(trial, at + 1):
                return True
        return False

    return not possible(dict(values), 0)


def _beside(asked: Path, unknown: set[Path], sums: Sequence[Sum]) -> list[Path]:
    """Return the hidden counts with the asked one first, and those that meet in sums near."""
    order = [asked]
    for path in order:
        for whole, parts in sums:
            if path in (whole, *parts):
                order += sorted({whole, *parts} & unknown - set(order), key=str)
    return order


# the counts of a cohort, by grade and gender

GRADES = ("一年级", "二年级", "三年级")
GENDERS = ("male", "female")
CROSSED = st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=3, max_size=3)


def counted(table: list[list[int]]) -> tuple[YearRecord, dict[Path, int], list[Sum]]:
    """Return a record with all sums of a table of grades and genders, and what holds in it."""
    entries: list[dict[str, Any]] = []
    values: dict[Path, int] = {}

    def add(number: int, **fields: str) -> Path:
        path: Path = ("population", len(entries), "count")
        entries.append({"cohort": "disabled", "count": f"{number}名", **fields})
        values[path] = number
        return path

    whole = add(sum(map(sum, table)))
    grades = [add(sum(row), grade=g) for g, row in zip(GRADES, table, strict=True)]
    genders = [add(sum(row[i] for row in table), gender=one) for i, one in enumerate(GENDERS)]
    cells = [
        [add(n, grade=g, gender=one) for n, one in zip(row, GENDERS, strict=True)]
        for g, row in zip(GRADES, table, strict=True)
    ]
    sums: list[Sum] = [(whole, tuple(grades)), (whole, tuple(genders))]
    sums += [(grade, tuple(row)) for grade, row in zip(grades, cells, strict=True)]
    sums += [(gender, tuple(row[i] for row in cells)) for i, gender in enumerate(genders)]
    return year(population=entries), values, sums


@settings(deadline=None)
@given(table=CROSSED)
def test_no_small_count_can_be_computed_from_those_that_are_shown(
    table: list[list[int]],
) -> None:
    record, values, sums = counted(table)
    found = suppressed(record, LEAST)
    unknown = {*found.small, *found.revealing}
    parts = {path for path, number in values.items() if path[1] != 0 and 0 < number < LEAST}
    assert set(found.small) == parts
    for path in found.small:
        assert not certain(values, unknown, sums, path), (path, table)


@settings(deadline=None)
@given(table=CROSSED)
def test_where_nothing_is_small_nothing_is_hidden(table: list[list[int]]) -> None:
    record, _, _ = counted([[number + LEAST for number in row] for row in table])
    assert hidden(record) == set()


# movements of pupils

FLOWS = st.lists(st.tuples(*[st.integers(0, 9)] * 4), min_size=2, max_size=3)


@settings(deadline=None)
@given(movements=FLOWS)
def test_no_small_number_of_dropouts_can_be_computed_from_movements(
    movements: list[tuple[int, int, int, int]],
) -> None:
    entries: list[dict[str, str]] = []
    values: dict[Path, int] = {}
    sums: list[Sum] = []
    names = ("opening", "transferred_in", "transferred_out", "dropped_out", "closing")

    def add(numbers: Sequence[int], **fields: str) -> list[Path]:
        paths: list[Path] = [("enrolment_flow", len(entries), name) for name in names]
        values.update(zip(paths, numbers, strict=True))
        told = {name: f"{number}名" for name, number in zip(names, numbers, strict=True)}
        entries.append(told | fields)
        opening, came, left, dropped, closing = paths
        both: Path = ("sum", len(sums))
        values[both] = numbers[0] + numbers[1]
        sums.extend([(both, (opening, came)), (both, (left, dropped, closing))])
        return paths

    rows = [(100 + o, i, out, d, 100 + o + i - out - d) for o, i, out, d in movements]
    whole = add([sum(row[at] for row in rows) for at in range(len(names))])
    parts = [add(row, grade=grade) for row, grade in zip(rows, GRADES, strict=False)]
    sums += [(one, tuple(part[at] for part in parts)) for at, one in enumerate(whole)]
    found = suppressed(year(enrolment_flow=entries), LEAST)
    # What is in no record is unknown, too: how many there were together.
    unknown = {*found.small, *found.revealing, *(path for path in values if path[0] == "sum")}
    for path in found.small:
        assert not certain(values, unknown, sums, path), (path, movements)


# typed tables

TABLES = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=3), min_size=2, max_size=3)


@settings(deadline=None)
@given(table=TABLES.filter(lambda rows: len({len(row) for row in rows}) == 1))
def test_no_small_number_of_a_typed_table_can_be_computed(table: list[list[int]]) -> None:
    width = len(table[0])
    totals = [sum(column) for column in zip(*table, strict=True)]
    numbers = [[*row, sum(row)] for row in (*table, totals)]
    labels = [*GRADES[: len(table)], "合计"]
    rows = [[label, *map(str, row)] for label, row in zip(labels, numbers, strict=True)]
    columns = ["年级", *("甲班", "乙班", "丙班")[:width], "合计"]
    attachment = {"name": "残疾学生统计表", "columns": columns, "rows": rows}
    values: dict[Path, int] = {
        ("attachments", 0, "rows", r, c): number
        for r, row in enumerate(numbers)
        for c, number in enumerate(row, 1)
    }

    def at(row: int, column: int) -> Path:
        return ("attachments", 0, "rows", row, column)

    sums: list[Sum] = [
        (at(r, width + 1), tuple(at(r, c) for c in range(1, width + 1)))
        for r in range(len(numbers))
    ]
    sums += [
        (at(len(table), c), tuple(at(r, c) for r in range(len(table))))
        for c in range(1, width + 2)
    ]
    found = suppressed(year(attachments=[attachment]), LEAST)
    unknown = {*found.small, *found.revealing}
    for path in found.small:
        assert not certain(values, unknown, sums, path), (path, table)


# what readers get


def test_hidden_counts_are_unknown_for_the_public_and_shown_to_the_bureau() -> None:
    population = [
        {"id": "whole", "cohort": "orphan", "count": "9名"},
        {"id": "a", "cohort": "orphan", "grade": "一年级", "count": "2名"},
        {"id": "b", "cohort": "orphan", "grade": "二年级", "count": "7名"},
    ]
    record = year(population=population)
    public = protected(record, Audience.PUBLIC)
    assert [str(one.count) for one in public.record.population] == ["9名", "若干名", "若干名"]
    assert [(one.path[1], one.kind.value) for one in public.audit] == [
        (1, "small_count"),
        (2, "revealing_count"),
    ]
    assert protected(record, Audience.INTERNAL).record == record


@pytest.mark.parametrize("cohort", ["left_behind", "enrolled"])
def test_small_counts_of_others_are_shown(cohort: str) -> None:
    parts = [{"cohort": cohort, "grade": "一年级", "count": "1名"}]
    assert hidden(year(population=parts)) == set()


@pytest.mark.parametrize("cell", ["1", "1人", "一名", "１", "2 名", "两名"])
def test_a_cell_may_say_its_unit(cell: str) -> None:
    table = {"name": "统计表", "columns": ["年级", "残疾学生"], "rows": [["一年级", cell]]}
    assert hidden(year(attachments=[table])) == {("attachments", 0, "rows", 0, 1)}


def test_a_class_is_a_part_as_a_whole() -> None:
    head = {"organisation": {"name": "青石小学六（1）班", "level": "class"}}
    record = year(population=[{"cohort": "orphan", "count": "1名"}], **head)
    assert hidden(record) == {("population", 0, "count")}
    assert hidden(year(population=[{"cohort": "orphan", "count": "1名"}])) == set()
