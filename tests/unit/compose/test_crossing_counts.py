"""Which counts make a crossed table, and the totals that it may have."""

from typing import Any

import template_packs
from summarykit.compose.situation.crossing import crossed_table, grids
from summarykit.compose.views import View
from summarykit.document import plain


def views(*population: dict[str, Any]) -> Any:  # noqa: ANN401 - views
    record: Any = View(template_packs.record(population=population), "")
    return record.population


def table(*population: dict[str, Any]) -> list[str]:
    """Return the first crossed table that counts make, line by line; nothing without one."""
    made = crossed_table(views(*population), "题")
    if made is None:
        return []
    heads = " ".join(plain(column.head) for column in made.columns)
    return [heads, *(" ".join(plain(cell) for cell in row) for row in made.rows)]


def cohort(name: str, /, **by: object) -> dict[str, Any]:
    return {"cohort": name, "count": by.pop("count", "5名"), **by}


def grades(name: str, *counts: int) -> list[dict[str, Any]]:
    return [cohort(name, grade=f"{i}年级", count=f"{n}名") for i, n in enumerate(counts, 1)]


def test_two_dimensions_of_one_cohort_have_totals_on_both_sides() -> None:
    cells = [
        cohort("left_behind", grade=grade, gender=gender)
        for grade in ("一年级", "二年级", "三年级")
        for gender in ("female", "male")
    ]
    assert table(*cells) == [
        "年级 女生 男生 合计",
        "一年级 5 5 10",
        "二年级 5 5 10",
        "三年级 5 5 10",
        "合计 15 15 30",
    ]
    whole = cohort("left_behind", count="30名")
    end = cohort("left_behind", grade="一年级", count="10名")
    made = crossed_table(views(whole, end, *cells))
    assert made is not None
    refs = [row[-1][0].ref for row in made.rows]  # type: ignore[union-attr]  # facts
    assert refs[0] == "population[1].count#figure"
    assert refs[1:3] == ["population[4].count#sum_row", "population[6].count#sum_row"]
    assert refs[3] == "population[0].count#figure"


def test_cohorts_overlap_and_are_never_added_up() -> None:
    lines = table(*grades("enrolled", 9, 8, 7), *grades("left_behind", 3, 2, 1))
    assert lines[0] == "年级 在校学生 留守儿童"
    assert lines[-1] == "合计 24 6"


def test_a_total_that_the_rows_do_not_reach_is_left_out() -> None:
    whole = cohort("enrolled", count="90名")
    lines = table(whole, *grades("enrolled", 9, 8, 7), *grades("left_behind", 3, 2, 1))
    assert lines[-1] == "合计 — 6"
    lines = table(whole, *grades("enrolled", 9, 8), *grades("left_behind", 3, 2, 1))
    assert lines[-2:] == ["3年级 — 1", "合计 90 6"]


def test_figures_that_are_not_exact_have_no_total() -> None:
    some = [cohort("enrolled", grade=f"{i}年级", count="约9名") for i in range(1, 4)]
    assert table(*some, *grades("left_behind", 3, 2, 1))[-1] == "合计 — 6"
    others = [one | {"cohort": "migrant"} for one in some]
    assert table(*some, *others)[-1].startswith("3年级")


def test_a_class_stands_for_its_grade() -> None:
    def of(name: str) -> list[dict[str, Any]]:
        return [cohort(name, grade="六年级", class_name=f"（{i}）班") for i in range(1, 4)]

    lines = table(*of("enrolled"), *of("left_behind"))
    assert lines[:2] == ["班级 在校学生 留守儿童", "六年级（1）班 5 5"]


def test_the_only_stage_of_a_school_is_no_dimension() -> None:
    def of(name: str) -> list[dict[str, Any]]:
        return [cohort(name, organisation=f"第{i}小学", stage="primary") for i in range(1, 4)]

    lines = table(*of("enrolled"), *of("left_behind"))
    assert lines[:2] == ["单位 在校学生 留守儿童", "第1小学 5 5"]


def test_schools_of_several_stages_are_crossed_with_them() -> None:
    cells = [
        cohort("enrolled", organisation=f"第{i}学校", stage=stage)
        for i in range(1, 4)
        for stage in ("primary", "junior")
    ]
    assert table(*cells)[0] == "单位 小学 初中 合计"


def test_few_counts_and_thin_tables_are_none() -> None:
    genders = [
        cohort(name, gender=gender)
        for name in ("enrolled", "left_behind")
        for gender in ("female", "male")
    ]
    assert table(*genders) == []
    assert table(*grades("enrolled", 9, 8, 7), cohort("new", grade="1年级")) == []
    apart = [cohort("disabled", grade=f"{i}年级", cause=f"原因{i}") for i in range(1, 7)]
    assert table(*apart) == []


def test_counts_with_a_name_of_their_own_or_another_definition_stand_apart() -> None:
    named = [one | {"name": f"甲{i}"} for i, one in enumerate(grades("left_behind", 3, 2, 1))]
    assert table(*grades("enrolled", 9, 8, 7), *named) == []
    other = [one | {"definition": "six_months"} for one in grades("left_behind", 2, 2, 2)]
    assert table(*grades("left_behind", 3, 3, 3), *other) == []
    lines = table(*grades("left_behind", 3, 3, 3), *other, *grades("enrolled", 9, 8, 7))
    assert lines[-1] == "合计 9 24"


def test_a_table_knows_all_the_parts_that_stand_in_it() -> None:
    people = [
        cohort("enrolled", id="all"),
        *grades("enrolled", 9, 8, 7),
        *grades("orphan", 1, 1, 1),
    ]
    (grid,) = grids(views(*people))
    assert grid.members == {f"population[{i}]" for i in range(1, 7)}
