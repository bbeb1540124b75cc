"""The table of how much of the real texts is told."""

from dataclasses import replace
from functools import cache

from corpus_records import NAMES, SourceFact, facts_table
from corpus_table import HEAD, UNCARRIED, Row, faults, page, rows
from summarykit import LeftOutReason


@cache
def every() -> tuple[Row, ...]:
    return tuple(rows())


def test_every_text_has_a_row_and_the_last_one_sums_them_up() -> None:
    lines = page(every()).removeprefix(HEAD).split("\n")
    assert len(lines) == len(NAMES) + 2
    assert [line.split(" | ")[0] for line in lines[:-2]] == [f"| {name}" for name in NAMES]
    columns = [[int(cell) for cell in line.split(" | ")[4:7]] for line in lines[:-2]]
    sums = " | ".join(str(sum(column)) for column in zip(*columns, strict=True))
    assert lines[-2] == f"| 合计 | | | | {sums} | |"


def test_what_is_not_told_has_a_reason_and_what_no_record_carries_is_never_told() -> None:
    known = {reason.label for reason in LeftOutReason} | {UNCARRIED}
    for row in every():
        reasons = [reason for _, reason in row.untold]
        assert known.issuperset(reasons)
        assert reasons.count(UNCARRIED) == len(row.table.facts) - len(row.table.carried)


def test_facts_that_the_templates_drop_are_faults_and_others_are_not() -> None:
    fact = SourceFact(says="每周家访", at="m1.frequency")
    row = Row("x", facts_table(NAMES[0]), ((fact, LeftOutReason.UNTOLD.label),))
    assert faults([row]) == ["x: m1.frequency: 每周家访"]
    assert faults([replace(row, untold=((fact, LeftOutReason.LENGTH.label),))]) == []
