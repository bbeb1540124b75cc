"""Wordings are picked by who writes, of which year and where: never by chance."""

import pytest

from prose import BASE
from summarykit.compose.language.variety import Variety
from summarykit.model import YearRecord
from summarykit.packs import Phrase

WORDINGS = ("甲", "乙", "丙", "丁", "戊")


def _variety(name: str = "青石镇中心小学", start: str = "2023-09-01") -> Variety:
    changed = {
        "organisation": BASE["organisation"] | {"name": name},
        "period": BASE["period"] | {"start": start},
        "programmes": {},
    }
    return Variety(YearRecord.model_validate(BASE | changed))


def _taken(variety: Variety) -> list[object]:
    return [variety.choose(f"place {n}", *WORDINGS) for n in range(20)]


def test_the_same_record_takes_the_same_wordings() -> None:
    assert _taken(_variety()) == _taken(_variety())


def test_the_wordings_are_those_of_every_run() -> None:
    assert [_variety().pick(f"place {n}", 5) for n in range(6)] == PICKED


PICKED = [0, 3, 0, 3, 4, 2]


@pytest.mark.parametrize(
    "other",
    [_variety(name="白河镇中心小学"), _variety(start="2024-09-01")],
    ids=["school", "year"],
)
def test_another_school_or_year_takes_others(other: Variety) -> None:
    assert _taken(_variety()) != _taken(other)


def test_every_wording_is_taken_somewhere() -> None:
    taken = {_variety().choose(f"place {n}", *WORDINGS) for n in range(60)}
    assert taken == set(WORDINGS)


def test_turns_go_through_the_wordings_one_after_the_other() -> None:
    variety = _variety()
    taken = [variety.choose("place", *WORDINGS, turn=n) for n in range(5)]
    assert set(taken) == set(WORDINGS)


def test_one_wording_is_the_choice() -> None:
    assert _variety().choose("place", "甲") == "甲"
    assert _variety().choose("place", ("甲",)) == "甲"


def test_what_has_no_name_is_no_place() -> None:
    with pytest.raises(TypeError, match="as its place"):
        _variety().choose(Phrase(["甲"]), *WORDINGS)


@pytest.mark.parametrize("wordings", [(), ((),)])
def test_nothing_to_choose_from_is_an_error(wordings: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="choose needs"):
        _variety().choose("place", *wordings)
