"""What lies ahead: bare verbs in a plan, 将 once in the next steps of a summary."""

from typing import Any

import pytest

from measure_paragraphs import telling_of, told
from summarykit.document import plain
from summarykit.packs import inlines_of


@pytest.mark.parametrize(
    ("fields", "in_a_summary", "in_a_plan"),
    [
        (
            {"practice": "组织教师深入了解学困生的情况"},
            "将组织教师深入了解学困生的情况。",
            "组织教师深入了解学困生的情况。",
        ),
        (
            {"practice": "由各班建立重点生档案"},
            "将由各班建立重点生档案。",
            "各班建立重点生档案。",
        ),
        (
            {"practice": "走访重点生家庭", "actors": ["班主任"], "frequency": "每周一次"},
            "将每周走访重点生家庭，拟由班主任实施。",
            "班主任每周走访重点生家庭。",
        ),
        (
            {"practice": "由全员走访所有重点生家庭", "count": "1次"},
            "将由全员走访所有重点生家庭，拟开展1次。",
            "由全员走访所有重点生家庭，预计开展1次。",
        ),
        (
            {"actors": ["班主任"], "responsible": "德育处"},
            "这项工作由德育处牵头，拟由班主任实施。",
            "这项工作由德育处牵头，班主任实施。",
        ),
        ({"partners": ["镇妇联"]}, "拟请镇妇联参与。", "请镇妇联参与。"),
        ({"date": "2024-09"}, "拟于2024年9月实施。", "2024年9月实施。"),
        ({"facilities": [{"name": "操场"}]}, "拟利用操场开展。", "利用操场开展。"),
        (
            {"registers": [{"name": "档案", "fields": ["姓名"]}, {"name": "联系卡"}]},
            "拟建立档案，记录姓名。另拟建立联系卡。",
            "建立档案，记录姓名。另建立联系卡。",
        ),
        (
            {"practice": "做好校园绿化", "effect": "学校成为学生的乐园"},
            "将做好校园绿化，力求学校成为学生的乐园。",
            "做好校园绿化，力求学校成为学生的乐园。",
        ),
        (
            {"practice": "做好校园绿化", "effect": "学生不再乱扔纸屑"},
            "将做好校园绿化，预期效果是学生不再乱扔纸屑。",
            "做好校园绿化，预期效果是学生不再乱扔纸屑。",
        ),
    ],
)
def test_a_plan_says_what_is_done_with_bare_verbs(
    fields: dict[str, Any], in_a_summary: str, in_a_plan: str
) -> None:
    planned = {"kind": "teaching_reform", "status": "planned", **fields}
    assert told(**planned) == in_a_summary
    assert told(**planned, is_plan=True) == in_a_plan


def test_of_several_planned_measures_the_first_says_that_they_lie_ahead() -> None:
    steps = ["成立领导小组", "对重点生及时家访"]
    telling, views = telling_of(
        *({"kind": "home_visit", "status": "planned", "practice": step} for step in steps),
        {"kind": "home_visit", "status": "planned", "name": "家长会", "date": "2024-09"},
    )
    texts = [plain(inlines_of(telling.planned_told(view))) for view in views]
    assert texts == ["将成立领导小组。", "对重点生及时家访。", "2024年9月，召开家长会。"]
