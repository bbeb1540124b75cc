"""Each record made from a real text holds what its table of facts says it holds."""

import pytest

from corpus_records import FOLDER, NAMES, Style, facts_table, record, record_path
from example_records import FOLDER as EXAMPLES
from example_records import FULL
from example_records import NAMES as EXAMPLE_NAMES
from summarykit.diagnostics import Severity
from summarykit.facts import index
from summarykit.model.vocabulary import Level
from summarykit.readers import read_record


def test_there_are_records() -> None:
    assert NAMES


def test_each_record_has_one_table_and_each_table_a_record() -> None:
    examples = {EXAMPLES / f"{name}.yaml" for name in EXAMPLE_NAMES if name != FULL}
    records = [record_path(name) for name in NAMES]
    assert sorted(records) == sorted({*FOLDER.glob("*.yaml"), *examples})


def test_a_table_names_its_record_only_when_it_lies_elsewhere() -> None:
    named = {facts_table(name).record for name in NAMES} - {""}
    assert named
    assert all(file.startswith("examples/") for file in named)


@pytest.mark.parametrize("name", NAMES)
def test_each_record_reads_with_no_errors(name: str) -> None:
    found = read_record(record_path(name)).findings
    assert [str(f) for f in found if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_carried_fact_is_in_the_record(name: str) -> None:
    known = index(record(name))
    assert [f"{f.says}: {f.at}" for f in facts_table(name).carried if f.at not in known] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_fact_left_out_has_a_reason(name: str) -> None:
    facts = facts_table(name).facts
    assert [fact.says for fact in facts if not fact.at and not fact.why.strip()] == []
    assert [fact.says for fact in facts if fact.at and fact.why] == []


@pytest.mark.parametrize("name", NAMES)
def test_only_a_text_holds_more_than_one_fact(name: str) -> None:
    known = index(record(name))
    places = [fact.at for fact in facts_table(name).carried]
    shared = {place for place in places if places.count(place) > 1}
    assert [at for at in sorted(shared) if type(known[at].value) is not str] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_table_says_what_its_source_is(name: str) -> None:
    table = facts_table(name)
    assert table.source == name
    assert table.title
    assert table.facts
    assert all(fact.says.strip() for fact in table.facts)


@pytest.mark.parametrize("name", NAMES)
def test_level_and_programme_of_the_table_are_those_of_the_record(name: str) -> None:
    table = facts_table(name)
    assert record(name).organisation.level is table.level
    assert table.programme in record(name).programmes


def test_every_level_and_kind_of_text_occurs() -> None:
    tables = [facts_table(name) for name in NAMES]
    styles = {table.style for table in tables}
    assert {table.level for table in tables} == set(Level)
    assert styles >= {Style.SUMMARY, Style.REFLECTION, Style.PLAN, Style.CASE}
    assert styles & {Style.REPORT, Style.BRIEFING}
