"""What the paragraph on a measure says of the registers and rooms that it has."""

from typing import Any

import pytest

from measure_paragraphs import told


@pytest.mark.parametrize(
    ("registers", "sentences"),
    [
        ([{"name": "谈心记录本"}], "建有谈心记录本。"),
        (
            [
                {"name": "登记表", "fields": ["姓名", "住址"], "count": "87份"},
                {"name": "联系卡"},
            ],
            "建有登记表87份，记录姓名、住址。另有联系卡。",
        ),
        ([{"name": "收回的有效问卷", "count": "448份"}], "收回的有效问卷448份。"),
        (
            [{"name": "学困生、特困生档案"}, {"name": "联系卡"}],
            "建有学困生、特困生档案和联系卡。",
        ),
    ],
)
def test_no_register_swallows_its_neighbour(
    registers: list[dict[str, Any]], sentences: str
) -> None:
    assert told("register_files", registers=registers) == sentences


def test_a_register_that_the_practice_names_is_told_with_what_more_is_known() -> None:
    practice = "逐人建立档案、制作联系卡"
    bare = [{"name": "档案"}, {"name": "联系卡"}]
    known = [{"name": "档案", "count": "87份"}, {"name": "联系卡"}]
    assert told("register_files", practice=practice, registers=bare) == f"{practice}。"
    assert told("register_files", practice=practice, registers=known).endswith("建有档案87份。")


def test_planned_registers_are_not_there_yet() -> None:
    text = told("register_files", registers=[{"name": "档案"}], status="planned")
    assert text == "拟建立档案。"


@pytest.mark.parametrize(
    ("facilities", "sentences"),
    [
        ([{"name": "操场"}, {"name": "活动室"}], "利用操场和活动室开展这项工作。"),
        (
            [
                {"name": "辅导室", "count": "1间", "place": "二楼", "area": "36平方米"},
                {
                    "name": "阅览室",
                    "opened": "2021年",
                    "hours": "每周三下午",
                    "inventory": [{"name": "图书", "count": "80册"}, {"name": "桌椅"}],
                },
            ],
            (
                "设辅导室1间，位于二楼，面积36平方米。"
                "设阅览室，2021年启用，每周三下午开放，配备图书80册、桌椅。"
            ),
        ),
    ],
)
def test_rooms_are_told_with_what_they_have(
    facilities: list[dict[str, Any]], sentences: str
) -> None:
    assert told("counselling", facilities=facilities) == sentences


def test_registers_that_the_practice_makes_are_told_with_their_fields_only() -> None:
    registers = [{"name": "学生档案"}, {"name": "联系卡", "fields": ["电话", "住址"]}]
    text = told("register_files", practice="给学生逐人建档、制卡", registers=registers)
    assert text == "给学生逐人建档、制卡。联系卡记录电话、住址。"


def test_what_came_back_is_no_neighbour_of_what_is_kept() -> None:
    registers = [{"name": "回收的问卷", "count": "21份"}, {"name": "办理台账"}]
    text = told("parent_feedback", registers=registers)
    assert text == "回收的问卷21份。另有办理台账。"


def test_a_room_that_the_practice_sets_up_is_not_set_up_again() -> None:
    rooms = [{"name": "阅览室", "count": "1间", "place": "二楼"}]
    text = told("facilities", practice="利用空教室建成阅览室", facilities=rooms)
    assert text == "利用空教室建成阅览室。阅览室1间，位于二楼。"


def test_when_a_room_is_open_is_said_once() -> None:
    facility = {"name": "辅导室", "hours": "每周三下午"}
    text = told("counselling", frequency="每周三下午", facilities=[facility])
    assert text == "设辅导室，每周三下午开放。"
