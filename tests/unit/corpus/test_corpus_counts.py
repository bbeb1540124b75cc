"""`examples/README.md` counts the facts of the real texts as their tables do."""

import re

import pytest

from corpus_records import FOLDER, NAMES, facts_table, record_path
from example_records import FOLDER as EXAMPLES

PAGE = (EXAMPLES / "README.md").read_text("utf-8")
SOURCE = re.compile(r"\d{3}-\d\d[a-z]?")
BESIDE = re.compile(r"另有(\d+)份记录在 `tests/corpus/`，共(\d+)项事实，载入(\d+)项")
SHIPPED = tuple(name for name in NAMES if record_path(name).parent == EXAMPLES)


def rows() -> dict[str, list[str]]:
    """Return the cells of each row on a real text, by its source."""
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in PAGE.splitlines()]
    return {row[1]: row for row in cells if len(row) > 1 and SOURCE.fullmatch(row[1])}


def test_the_page_has_a_row_for_each_transcribed_example() -> None:
    assert SHIPPED
    assert set(rows()) == set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_each_row_says_what_the_table_of_its_source_says(name: str) -> None:
    file, source, level, programme, facts, carried = rows()[name]
    table = facts_table(name)
    assert file.startswith(f"`{record_path(name).name}`")
    assert source == table.source
    assert (level, programme) == (table.level.label, table.programme.label)
    assert (int(facts), int(carried)) == (len(table.facts), len(table.carried))


def test_the_page_counts_the_records_that_lie_beside_their_tables() -> None:
    beside = [facts_table(name) for name in NAMES if record_path(name).parent == FOLDER]
    found = BESIDE.search(PAGE)
    assert found is not None
    assert [int(number) for number in found.groups()] == [
        len(beside),
        sum(len(table.facts) for table in beside),
        sum(len(table.carried) for table in beside),
    ]
