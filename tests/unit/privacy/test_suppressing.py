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


# aid, and other groups that a text names

SHARES = st.lists(st.integers(0, 6), min_size=2, max_size=3)


@settings(deadline=None)
@given(
    numbers=SHARES,
    others=st.integers(0, 4),
    told=st.sets(st.sampled_from(["money", "standard", "total", "population"])),
)
def test_no_small_number_of_those_who_were_helped_can_be_computed(
    numbers: list[int], others: int, told: set[str]
) -> None:
    groups = [f"{grade}残疾学生" for grade in GRADES[: len(numbers)]]
    every = sum(numbers) + others
    groups += ["残疾学生", "孤儿"] if "total" in told else ["孤儿"]
    of_each = [*numbers, sum(numbers), others] if "total" in told else [*numbers, others]

    def counts(name: str, number: int) -> dict[str, str]:
        return {name: f"{number}名"} | (
            {"amount": f"{number * 500}元"} if "money" in told else {}
        )

    shares = [
        {"group": group} | counts("count", number)
        for group, number in zip(groups, of_each, strict=True)
    ]
    aid = {"kind": "cash", "of_whom": shares, **counts("beneficiaries", every)}
    if "standard" in told:
        aid["per_head"] = "每人500元"
    population = [
        {"cohort": "disabled", "grade": grade, "count": f"{number}名"}
        for grade, number in zip(GRADES, numbers, strict=False)
        if "population" in told
    ]
    record = year(aid=[aid], population=population)
    found = suppressed(record, LEAST)
    unknown = {*found.small, *found.revealing}
    values, sums = _helped([*of_each, every], told)
    assert unknown <= values.keys()
    assert {(*SHARES_AT, at, "count") for at, n in enumerate(numbers) if 0 < n < LEAST} == {
        path for path in found.small if path[0] == "aid" and path[-1] == "count"
    }
    for path in found.small:
        assert not certain(values, unknown, sums, path), (path, record)


SHARES_AT: Path = ("aid", 0, "of_whom")


def _helped(numbers: list[int], told: set[str]) -> tuple[dict[Path, int], list[Sum]]:
    """Return what holds between the counts of an aid and its amounts, these told in heads.

    The last number is of all, the one before it of others; before that may be a total.
    """
    counts: list[Path] = [(*SHARES_AT, at, "count") for at in range(len(numbers) - 1)]
    counts.append(("aid", 0, "beneficiaries"))
    values: dict[Path, int] = dict(zip(counts, numbers, strict=True))
    parts = counts[: -3 if "total" in told else -2]
    sums: list[Sum] = [(counts[-1], (*parts, counts[-2]))]
    if "total" in told:
        sums.append((counts[-3], tuple(parts)))
    for count in counts if "money" in told else ():
        amount: Path = (*count[:-1], "amount")
        values[amount] = values[count]
        sums.append((amount, (count,)))
    for at, part in enumerate(parts if "population" in told else ()):
        path: Path = ("population", at, "count")
        values[path] = values[part]
        sums.append((path, (part,)))
    return values, sums


def test_what_the_population_says_of_a_group_is_not_said_again() -> None:
    shares = [
        {"group": "一年级残疾学生", "count": "1名"},
        {"group": "二年级残疾学生", "count": "4名"},
    ]
    population = [
        {"cohort": "disabled", "count": "5名"},
        {"cohort": "disabled", "grade": "一年级", "count": "1名"},
        {"cohort": "disabled", "grade": "二年级", "count": "4名"},
    ]
    found = hidden(year(population=population, aid=[{"kind": "cash", "of_whom": shares}]))
    assert found == {("population", at, "count") for at in (1, 2)} | {
        (*SHARES_AT, at, "count") for at in (0, 1)
    }


def test_the_population_may_say_a_group_by_its_gender() -> None:
    shares = [{"group": "女残疾学生", "count": "1名"}, {"group": "男残疾学生", "count": "4名"}]
    population = [
        {"cohort": "disabled", "count": "5名"},
        {"cohort": "disabled", "gender": "female", "count": "1名"},
        {"cohort": "disabled", "gender": "male", "count": "4名"},
    ]
    found = hidden(year(population=population, aid=[{"kind": "cash", "of_whom": shares}]))
    assert len(found) == 4


SHARE: Path = ("aid", 0, "of_whom", 0)
COVERAGE: Path = ("home_visits", "campaigns", 0, "coverage", 0)


def helped(group: str, **fields: object) -> dict[str, object]:
    """Return an aid with one group, the fields of the group among those of the aid."""
    share = {name: fields.pop(name) for name in ("count", "amount") if name in fields}
    return {"aid": [{"kind": "cash", "of_whom": [{"group": group, **share}], **fields}]}


def paired(target: str, **fields: object) -> dict[str, object]:
    measure = {"kind": "teacher_pairing", "practice": "结对帮扶", "target": target, **fields}
    return {"programmes": {"left_behind_care": {"measures": [measure]}}}


def visited(group: str, **fields: object) -> dict[str, object]:
    return {
        "home_visits": {
            "campaigns": [{"name": "暑期家访", "coverage": [{"group": group, **fields}]}]
        }
    }


def took_part(group: str, count: str) -> dict[str, object]:
    part = {"group": group, "count": count}
    return {"activities": [{"kind": "sports", "name": "运动会", "participants": [part]}]}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (helped("一年级孤儿", count="1名"), {(*SHARE, "count")}),
        (helped("一年级孤儿", amount="500元", per_head="每人500元"), {(*SHARE, "amount")}),
        (helped("一年级", count="2名", name="残疾学生补助"), {(*SHARE, "count")}),
        (helped("孤儿", count="1名"), set()),
        (helped("一年级", count="1名"), set()),
        (
            took_part("三（1）班残疾学生", "1名"),
            {("activities", 0, "participants", 0, "count")},
        ),
        (
            visited("六年级单亲家庭", visited="1户", total="4户", rate="25%"),
            {(*COVERAGE, "visited"), (*COVERAGE, "rate")},
        ),
        (
            paired("一年级孤儿", cohort="orphan", pairs="1对"),
            {("programmes", "left_behind_care", "measures", 0, "pairs")},
        ),
        (paired("一年级学生", pairs="1对"), set()),
    ],
)
def test_small_counts_of_groups_that_a_text_names_are_hidden(
    fields: dict[str, object], expected: set[Path]
) -> None:
    record = year(**fields)
    assert hidden(record) == expected
    told = protected(record, Audience.PUBLIC)
    assert {one.path for one in told.audit} == expected
    assert (told.record == record) is not bool(expected)


def test_a_group_of_a_class_is_a_part() -> None:
    head = {"organisation": {"name": "青石小学六（1）班", "level": "class"}}
    aid = [{"kind": "cash", "of_whom": [{"group": "孤儿", "count": "1名", "amount": "9元"}]}]
    told = protected(year(aid=aid, **head), Audience.PUBLIC).record.aid[0].of_whom[0]
    assert (told.group, str(told.amount)) == ("孤儿若干名", "若干元")
    assert not told.count
