"""Who answers for what: people with a part in the work, each where it is told."""

from typing import Any

import pytest

from prose import BASE, document_of
from summarykit.compose.outline.assigned import is_of_other_work
from summarykit.document import text_of
from summarykit.model.vocabulary import ProgrammeKind

_HEAD = {"name": "周明远", "post": "校长", "role": "全面负责"}
_CARE = {"left_behind_care": {"background": "外出务工家庭较多"}}


def text_on(people: list[dict[str, Any]], **fields: object) -> str:
    """Return the summary of a record with these people."""
    data = {**BASE, "programmes": _CARE, "people": people, **fields}
    return "\n".join(text_of(document_of(data, "left_behind_care")))


def test_what_somebody_does_follows_the_name_and_an_office_is_held() -> None:
    secretary = {"name": "何立新", "post": "教师", "role": "联络员"}

    text = text_on([_HEAD, secretary])

    assert "校长周明远全面负责，教师何立新为联络员。" in text


def test_a_name_that_says_the_post_is_not_said_twice() -> None:
    person = {"name": "四年级班主任", "post": "班主任", "role": "负责家长联系"}

    text = text_on([person])

    assert "四年级班主任负责家长联系。" in text
    assert "班主任四年级" not in text


def test_the_chair_of_a_leading_group_is_left_to_the_group() -> None:
    head = {**_HEAD, "role": "领导小组组长"}
    group = {"name": "关爱领导小组", "chairs": ["周明远（校长）"]}

    without = text_on([head])
    told = text_on([head], responsibilities={"leading_groups": [group]})

    assert "校长周明远任领导小组组长" in without
    assert "校长周明远任领导小组组长" not in told


_TEACHER = {"name": "四年级班主任", "post": "班主任"}


def test_two_offices_in_one_part_are_each_told_with_a_verb() -> None:
    both = text_on([_TEACHER | {"role": "领导小组组长，联络员"}])
    person = _TEACHER | {"role": "家访人，联络员"}
    visits = {**BASE, "programmes": {"home_visits": {}}, "people": [person]}
    done = "\n".join(text_of(document_of(visits, "home_visits")))
    assert "四年级班主任任领导小组组长，为联络员。" in both
    assert "四年级班主任为家访人、联络员。" in done


def test_who_wrote_the_text_has_no_part_in_the_work() -> None:
    assert "任领导小组组长。" in text_on([_TEACHER | {"role": "领导小组组长，总结撰写人"}])
    assert "撰写" not in text_on([_TEACHER | {"role": "本文撰写人"}])


@pytest.mark.parametrize(
    ("role", "other"),
    [("负责控辍保学", True), ("负责留守儿童关爱和控辍保学", False), ("全面负责", False)],
)
def test_a_part_in_other_work_is_left_to_the_report_on_it(role: str, *, other: bool) -> None:
    assert is_of_other_work(role, [ProgrammeKind.LEFT_BEHIND_CARE]) is other
