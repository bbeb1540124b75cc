"""Records and findings are values: they stay as they are, have a hash, and can be sent."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

import summarykit as sk
from summarykit import model
from summarykit.diagnostics import Message, message
from summarykit.model.values import Quantity

T = TypeVar("T")
EXAMPLE = Path(__file__).parents[3] / "examples/full-school-year.yaml"


@pytest.fixture(name="record", scope="module")
def read_the_example() -> model.YearRecord:
    return sk.read_record(EXAMPLE)


def sent(value: T) -> T:
    return pickle.loads(pickle.dumps(value))  # type: ignore[no-any-return]  # noqa: S301 - our own bytes


CHANGES: list[Callable[[dict[Any, Any]], object]] = [
    lambda kinds: kinds.popitem(),
    lambda kinds: kinds.clear(),
    lambda kinds: kinds.pop(next(iter(kinds))),
    lambda kinds: kinds.update({}),
    lambda kinds: kinds.setdefault("safety", None),
    lambda kinds: kinds.__setitem__("safety", None),
    lambda kinds: kinds.__delitem__(next(iter(kinds))),
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_programmes_of_a_record_never_change(
    record: model.YearRecord, change: Callable[[dict[Any, Any]], object]
) -> None:
    with pytest.raises(TypeError, match="a record never changes"):
        change(record.programmes)


def test_a_record_without_programmes_is_as_fixed(record: model.YearRecord) -> None:
    bare = model.YearRecord(organisation=record.organisation, period=record.period)
    assert bare.programmes == {}
    with pytest.raises(TypeError):
        bare.programmes.clear()


def test_a_record_has_a_hash_and_equal_copies(record: model.YearRecord) -> None:
    for other in (sent(record), copy.deepcopy(record)):
        assert other == record
        assert hash(other) == hash(record)
    assert model.YearRecord.model_validate(record.model_dump()) == record


def test_a_record_prints_as_one_line(record: model.YearRecord) -> None:
    line = repr(record.model_copy(update={"programmes": {}}))
    assert line == "<YearRecord 云岭县青石镇中心小学, 2023年9月1日—2024年7月5日: >"
    term = model.Period(kind=model.PeriodKind.TERM)
    assert "小学, 学期: left_behind_care, " in str(record.model_copy(update={"period": term}))


FOUND = sk.Finding(
    sk.Severity.ERROR,
    sk.Code.WRONG_VALUE,
    message("{found} is {known}", found=Quantity.parse("87名"), known=("甲", 2)),
    sk.Place("year.yaml", 1, 2, ("population", 0)),
    Message("a hint"),
)


def test_findings_can_be_sent_to_another_process() -> None:
    for other in (sent(FOUND), copy.deepcopy(FOUND)):
        assert other == FOUND
        assert str(other) == str(FOUND)
        assert hash(other) == hash(FOUND)
        assert type(other.message.values) is type(FOUND.message.values)


def test_an_error_can_be_sent_with_its_findings() -> None:
    error = sent(sk.SummaryError([FOUND]))
    assert error.findings == (FOUND,)
    assert str(error) == str(FOUND)


@pytest.mark.parametrize("severity", [None, sk.Severity.WARNING])
def test_there_is_no_error_without_a_finding_that_is_one(severity: sk.Severity | None) -> None:
    found = [sk.Finding(severity, FOUND.code, FOUND.message)] if severity else []
    with pytest.raises(ValueError, match="needs a finding that is an error"):
        sk.SummaryError(found)


def test_a_summary_can_be_sent_whatever_was_found(record: model.YearRecord) -> None:
    lost = record.population[0].model_copy(update={"count": Quantity.parse("612")})
    population = (lost, *record.population[1:])
    summary = sk.compose(record.model_copy(update={"population": population}))
    assert sk.Code.UNIT_LOST in {finding.code for finding in summary.findings}
    assert sent(summary) == summary
    assert sent(summary).to_bytes() == summary.to_bytes()


def test_a_quantity_is_built_of_a_whole_number() -> None:
    number = cast("Decimal", 87)
    assert Quantity(number, "名") == Quantity.parse("87名") == Quantity(Decimal(87), "名")


@pytest.mark.parametrize("number", ["87名", True, 87.5])
def test_a_quantity_says_what_it_is_built_of(number: object) -> None:
    with pytest.raises(TypeError, match="value is an int or a Decimal, not "):
        Quantity(cast("Decimal", number))


def test_everything_a_record_is_built_of_is_found_in_one_place() -> None:
    assert model.__all__ == sorted(model.__all__)
    assert {"Goal", "Measure", "Population", "Quantity", "Cohort"} <= set(model.__all__)
    assert all(getattr(model, name).__doc__ for name in model.__all__)
