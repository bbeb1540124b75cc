"""What checking a record costs grows as its facts do, whatever shape they have."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from large_records import large_data, large_record
from spending import calls
from summarykit import facts
from summarykit.model import YearRecord

Data = dict[str, Any]

CALLS_A_FACT: Final = 60
"""Of Python and of C, for checks and weak links together; it is less than half of that now."""


def _spent(record: YearRecord) -> int:
    return calls(lambda: (facts.check(record), facts.weak_links(record)))


def _with_population(*entries: Data, **others: object) -> Data:
    return {
        "organisation": {"name": "青石镇中心小学", "level": "school"},
        "period": {"kind": "school_year"},
        "population": list(entries),
        **others,
    }


def _count(number: int, **fields: object) -> Data:
    return {"id": f"p{number}", "cohort": "left_behind", "count": "3名", **fields}


def _chain(size: int) -> Data:
    """Return counts each of which is part of the next one."""
    return _with_population(*(_count(n, part_of=f"p{(n + 1) % size}") for n in range(size)))


def _split(size: int) -> Data:
    """Return one whole with many parts, told of by links and by a partition."""
    parts = [_count(n, part_of="whole", grade=f"{n}年级") for n in range(size)]
    whole = {"id": "whole", "cohort": "left_behind", "count": "40名"}
    named = [part["id"] for part in parts]
    split = {"whole": "whole", "parts": named, "by": "grade"}
    return _with_population(whole, *parts, partitions=[split])


def _said_again(size: int) -> Data:
    """Return one count many times, each under a definition of its own, and again under none."""
    defined = [_count(n, defined_by=f"d{n}") for n in range(size)]
    bare = [_count(size + n, count=f"{n}名") for n in range(size)]
    definitions = [{"id": f"d{n}", "cohort": "left_behind"} for n in range(size)]
    return _with_population(*defined, *bare, definitions=definitions)


def _lost(size: int) -> Data:
    """Return counts that are part of what there is not."""
    return _with_population(*(_count(n, part_of=f"lost{n}") for n in range(size)))


def _broken(size: int) -> Data:
    """Return a record in which every flow, rate and slogan is wrong."""
    return _with_population(
        *(_count(n, count="87.5名", previous="五名名") for n in range(size)),
        enrolment_flow=[{"opening": "80", "dropped_out": "1", "closing": "80"}] * size,
        indicators=[
            {"code": "filing", "value": "90%", "numerator": "1人", "denominator": "2人"}
        ]
        * size,
        slogans=[{"name": "五必访", "items": [{"text": "新生"}]}] * size,
        donations=[{"donor": "企业", "amount": "5元", "spent": "6元"}] * size,
    )


SHAPES: Final[dict[str, Callable[[int], Data]]] = {
    "a chain of parts": _chain,
    "one whole of many parts": _split,
    "one count said again and again": _said_again,
    "links to nothing": _lost,
    "everything wrong": _broken,
}


def test_the_large_record_is_as_large_as_it_says_and_sound() -> None:
    small, large = large_record(1), large_record(3)
    assert len(facts.index(small)) > 2_000
    assert len(facts.index(large)) == pytest.approx(3 * len(facts.index(small)), rel=0.05)
    assert (facts.check(large), facts.weak_links(large)) == ((), ())
    assert large_data(2)["organisation"] == large_data(1)["organisation"]


def test_five_thousand_facts_take_few_calls_each() -> None:
    record = large_record(3)
    assert _spent(record) < CALLS_A_FACT * len(facts.index(record))


def test_ten_times_the_facts_take_ten_times_the_calls() -> None:
    assert _spent(large_record(10)) < 11 * _spent(large_record(1))


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_a_record_makes_checks_grow_faster(shape: str) -> None:
    small, large = (YearRecord.model_validate(SHAPES[shape](size)) for size in (40, 400))
    assert _spent(large) < 11 * _spent(small)
