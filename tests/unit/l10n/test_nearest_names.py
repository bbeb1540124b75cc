import pytest

from summarykit.l10n.nearest import nearest, nearest_few
from summarykit.model.vocabulary import Cohort

LABELS = [cohort.label for cohort in Cohort]


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("留守学生", "留守儿童"),
        ("在校生", "在校学生"),
        ("单亲学生", "单亲家庭学生"),
        ("随迁子女", "进城务工人员随迁子女"),
        ("贫困学生", None),
        ("教职工", None),
        ("学前儿童", None),
    ],
)
def test_a_chinese_name_is_suggested_where_it_begins_alike(
    found: str, meant: str | None
) -> None:
    assert nearest(found, LABELS) == meant


@pytest.mark.parametrize(
    ("found", "names", "meant"),
    [
        ("目标9", ["访目标", "目标1"], "目标1"),
        ("shcool", ["class", "school"], "school"),
        ("Left-Behind", ["left_behind"], "left_behind"),
        ("g1", ["m1", "r1"], None),
        ("x", [], None),
    ],
)
def test_of_names_as_like_the_one_that_begins_alike_is_meant(
    found: str, names: list[str], meant: str | None
) -> None:
    assert nearest(found, names) == meant


def test_the_nearest_few_are_in_order() -> None:
    assert nearest_few("留守学生", LABELS, 2) == ["留守儿童", "在校学生"]
