"""Break one thing in a sound record and get one finding; break nothing and get none."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from breaking import at, put
from broken_relations import BREAKINGS, codes_of_checks
from sound_scenes import Data, Figures, figures, sound
from strategies_records import records
from summarykit import facts
from summarykit.diagnostics import Finding
from summarykit.model import YearRecord
from summarykit.model.values import Quantity

SOME = settings(max_examples=12)
WAYS = {
    f"{code}-{place}": (code, one)
    for code, ways in BREAKINGS.items()
    for place, one in enumerate(ways)
}
MASKED = [name for name, (_, one) in WAYS.items() if one.masked]
more = st.integers(1, 4)


def _found(data: Data) -> list[Finding]:
    record = YearRecord.model_validate(data)
    return [*facts.check(record), *facts.weak_links(record)]


def test_every_code_has_a_way_to_break_it() -> None:
    assert codes_of_checks() == frozenset(BREAKINGS)


@given(figures())
def test_nothing_is_found_where_nothing_is_broken(known: Figures) -> None:
    assert _found(sound(known)) == []


@pytest.mark.parametrize("way", WAYS)
@SOME
@given(known=figures(), by=more)
def test_what_is_broken_alone_gives_its_finding(way: str, known: Figures, by: int) -> None:
    code, broken = WAYS[way]
    data = sound(known)
    broken.change(data, known, by)
    found = _found(data)
    assert [one.code for one in found] == [code], "\n".join(map(str, found))
    assert broken.told(known, by) in str(found[0])


@pytest.mark.parametrize("way", MASKED)
@SOME
@given(known=figures(), by=more)
def test_nothing_is_computed_with_a_masked_figure(way: str, known: Figures, by: int) -> None:
    code, broken = WAYS[way]
    data = sound(known)
    broken.change(data, known, by)
    put(data, broken.masked, _masked(at(data, broken.masked)))
    assert code not in [one.code for one in _found(data)]


def _masked(figure: str) -> str:
    """Return the figure with its digits hidden: xx名."""
    return f"xx{Quantity.parse(figure).unit}"


@given(figures())
def test_a_sound_record_is_drawn_anew_each_time(known: Figures) -> None:
    first = sound(known)
    untouched = deepcopy(first)
    sound(known)["population"].clear()
    assert first == untouched


@given(records())
def test_any_record_is_checked_and_every_place_is_in_it(record: YearRecord) -> None:
    for finding in (*facts.check(record), *facts.weak_links(record)):
        assert finding.at.path
        here: Any = record
        for step in finding.at.path:
            here = _inside(here, step)


def _inside(holder: Any, step: str | int) -> Any:  # noqa: ANN401 - whatever a record holds
    if isinstance(holder, Mapping):
        return next(value for key, value in holder.items() if str(key) == step)
    return holder[step] if isinstance(step, int) else getattr(holder, step)
