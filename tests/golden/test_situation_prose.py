"""The situation: who writes, whom they look after, and how those are split."""

import re
from typing import Any

import pytest

from prose import check, composed, document_of, of, said, tables
from summarykit.compose import Audience
from summarykit.document import text_of
from summarykit.model.vocabulary import Level

COUNTED = {"cohort": "left_behind", "count": "61名"}
WAYS = ("我校有", "我校现有", "全校有", "全校现有")


def told(*population: dict[str, Any], report: str = "left_behind_care", **more: object) -> str:
    """Return the text of a report on these counts."""
    return check(of() | {"population": list(population)} | more, report)


@pytest.mark.parametrize(
    ("split", "name"),
    [
        ({"guardianship": "grandparents"}, "祖辈监护的留守儿童61名"),
        ({"origin": "外省"}, "来自外省的留守儿童61名"),
        ({"gender": "female"}, "留守儿童（女生）61名"),
        ({"cause": "厌学", "other": "住校"}, "留守儿童（厌学，住校）61名"),
        ({"organisation": "石门教学点", "grade": "六年级"}, "石门教学点六年级留守儿童61名"),
        ({"grade": "六年级", "class_name": "（1）班"}, "六年级（1）班留守儿童61名"),
        ({"grade": "六年级", "class_name": "六年级（1）班"}, "六年级（1）班留守儿童61名"),
        ({"boarding": "是"}, "寄宿的留守儿童61名"),
        ({"stage": "junior"}, "初中留守儿童61名"),
        ({"organisation": "青石镇中心小学"}, "有留守儿童61名"),
    ],
)
def test_a_count_keeps_what_it_is_split_by(split: dict[str, str], name: str) -> None:
    assert name in told(COUNTED | split)


def test_grown_people_are_no_pupils() -> None:
    text = told({"cohort": "teacher", "gender": "female", "count": "9名"}, report="annual")
    assert "女教师9名" in text


def test_a_class_does_not_repeat_its_grade() -> None:
    data: dict[str, Any] = of("class") | {"population": [COUNTED | {"grade": "六年级"}]}
    data["organisation"] = {"name": "青石镇中心小学六年级", "level": "class"}
    assert said(check(data), *(way.replace("校", "班") + "留守儿童61名" for way in WAYS))
    split = {"class_name": "六年级", "grade": "六年级"}
    text = check(data | {"population": [COUNTED | split]})
    assert said(text, *(way.replace("校", "班") + "留守儿童61名" for way in WAYS))


ORGANISATION = {
    "name": "云岭县青石镇中心小学",
    "level": "school",
    "short_name": "青石小学",
    "parents": ["青石镇教育管理中心", "云岭县教育局"],
    "stages": ["primary", "teaching_point"],
    "location": "山区镇",
    "area": [{"kind": "行政村", "count": "11个"}, {"kind": "社区", "count": "若干个"}],
    "staff": [{"kind": "教职工", "count": "46名"}, {"kind": "班主任", "count": "16名"}],
    "profile": "学校设本部和石门教学点",
}


def test_everything_that_a_school_is_stands_in_the_record_once() -> None:
    text = told(organisation=ORGANISATION)
    assert (
        "云岭县青石镇中心小学（简称“青石小学”）隶属青石镇教育管理中心、云岭县教育局，"
        "地处山区镇。学校设本部和石门教学点。"
    ) in text
    assert said(text, "行政村11个。", "11个行政村。")
    assert "有教职工46名，其中班主任16名。" in text
    assert text.count("青石小学") == 1


@pytest.mark.parametrize("field", ["none", *ORGANISATION])
@pytest.mark.parametrize("level", Level)
def test_who_writes_is_told_whole_with_whatever_is_known(field: str, level: str) -> None:
    least = {"name": ORGANISATION["name"], "level": level}
    some = {field: ORGANISATION[field]} if field in ORGANISATION else {}
    check(of() | {"organisation": least | some | {"level": level}, "population": [COUNTED]})


def test_a_class_tells_no_types_of_schools() -> None:
    own = {"name": "青石学校六年级（1）班", "level": "class", "stages": ["primary"]}
    assert "我班学段为小学" in told(organisation=own)


def test_a_count_without_a_word_on_it_shares_a_sentence() -> None:
    whole = {"id": "all", "cohort": "enrolled", "count": "612名"}
    kinds = ("hardship", "struggling", "orphan")
    people = [whole, *({"cohort": k, "count": "49名", "part_of": "all"} for k in kinds)]
    text = told(*people, {"cohort": "teacher", "count": "40名"}, report="annual")
    assert "在校学生612名，其中家庭经济困难学生49名，占在校学生的8.0%。" in text
    assert "学习困难学生49名，占在校学生的8.0%；孤儿49名，占在校学生的8.0%。教师40名。" in text


def test_many_counts_stand_in_a_table() -> None:
    whole = {"id": "all", "cohort": "enrolled", "count": "612名", "previous": "598名"}
    kinds = ("hardship", "struggling", "behaviour", "single_parent", "orphan", "migrant")
    people = [whole, *({"cohort": k, "count": "49名", "part_of": "all"} for k in kinds)]
    text = told(*people, report="annual")
    assert "其他各类人数见下表。" in text
    assert "8.0%" in text
    assert "49名" not in text


def test_of_very_few_people_no_share_is_told() -> None:
    whole = {"id": "all", "cohort": "enrolled", "count": "9名"}
    assert "%" not in told(whole, COUNTED | {"count": "3名", "part_of": "all"})


@pytest.mark.parametrize(
    ("count", "previous", "change"),
    [
        ("612名", "598名", "增加14名，增长2.3%。"),
        ("598名", "612名", "减少14名，下降2.3%。"),
        ("1.25万名", "1.3万名", "减少500名，下降3.8%。"),
        ("61名", "50名", "增加11名。"),
        ("5名", "0名", "增加5名。"),
    ],
)
def test_a_change_is_told_in_per_cent_of_a_large_number_only(
    count: str, previous: str, change: str
) -> None:
    assert change in told({"cohort": "enrolled", "count": count, "previous": previous})


def test_who_is_split_is_told_before_the_parts() -> None:
    text = told(
        {"id": "lb", "cohort": "left_behind", "count": "61名"},
        COUNTED | {"count": "29名", "gender": "female"},
        COUNTED | {"count": "32名", "gender": "male"},
    )
    assert "留守儿童61名，其中女生29名、男生32名。" in text


GUARDIANS = {"one_parent": "20名", "grandparents": "55名", "relatives": "7名", "none": "5名"}


def guardians(*names: str) -> list[dict[str, str]]:
    """Return the left behind with parts by who looks after them."""
    whole = {"id": "lb", "cohort": "left_behind", "count": "87名"}
    split = ({"guardianship": name, "count": GUARDIANS[name]} for name in names)
    return [whole, *({"cohort": "left_behind", "part_of": "lb"} | one for one in split)]


def test_of_several_guardians_the_commonest_has_its_share() -> None:
    text = told(*guardians(*GUARDIANS))
    assert "父母一方监护20名、祖辈监护55名（占63.2%）、亲属监护7名、无人监护5名。" in text
    assert "父母一方监护20名（占23.0%）、祖辈监护55名（占63.2%）。" in told(
        *guardians("one_parent", "grandparents")
    )


def test_a_stated_share_stands_with_its_part_and_any_other_by_itself() -> None:
    stated = {"code": "guardianship_share", "denominator": "87名"}
    own = stated | {"value": "23%", "numerator": "20名"}
    text = told(*guardians(*GUARDIANS), indicators=[own])
    assert "父母一方监护20名（占23%）、祖辈监护55名、" in text
    other = stated | {"value": "94.3%", "numerator": "82名", "name": "有监护人的占比"}
    text = told(*guardians(*GUARDIANS), indicators=[other])
    assert said(text, "有监护人的占比为94.3%（总数87名，其中82名）。", "总数87名，其中82名，")


def test_a_definition_is_told_once_with_its_source() -> None:
    definitions = [
        {"id": "own", "cohort": "left_behind", "text": "父母外出，独自留守", "policy": "law"}
    ]
    text = told(
        COUNTED | {"id": "lb", "defined_by": "own"},
        COUNTED | {"count": "9名", "defined_by": "own", "part_of": "lb", "grade": "六年级"},
        definitions=definitions,
    )
    assert said(
        text,
        "依据《样例法》，统计口径为父母外出，独自留守。",
        "依据《样例法》，统计口径是父母外出，独自留守。",
    )
    assert text.count("独自留守") == 1


def test_a_definition_of_the_cohort_needs_no_link_and_a_local_one_no_words() -> None:
    own = [{"cohort": "left_behind", "text": "父母外出务工"}]
    assert "61名（口径为父母外出务工）" in told(COUNTED, definitions=own)
    assert "61名（本地口径）" in told(COUNTED | {"definition": "local"})


def test_a_definition_without_a_count_is_told() -> None:
    own = [{"cohort": "left_behind", "text": "父母外出务工", "policy": "law"}]
    text = told({"cohort": "enrolled", "count": "60名"}, definitions=own)
    assert "依据《样例法》，留守儿童的统计口径为父母外出务工。" in text
    other = [{"cohort": "migrant", "rule": "migrant_monitoring"}]
    assert "口径" not in told(COUNTED, definitions=other)


def test_the_earlier_period_is_named_by_its_dates_if_it_has_no_name() -> None:
    period = {"kind": "school_year", "comparison": {"start": "2022-09", "end": "2023-07"}}
    text = told(COUNTED | {"previous": "61名"}, period=period)
    assert said(text, "与2022年9月至2023年7月持平", "同2022年9月至2023年7月持平")


def test_several_dates_of_the_figures_are_all_named() -> None:
    period = {"kind": "school_year", "as_of": ["2023-09-15", "2024-06-30"]}
    text = told(COUNTED, period=period)
    assert "截至2024年6月30日，" in text
    assert "时点" in text
    assert "2023年9月15日和2024年6月30日。" in text


def test_the_date_of_figures_is_told_when_it_changes() -> None:
    text = told(
        {"cohort": "enrolled", "count": "600名", "date": "2024-06-30"},
        COUNTED | {"date": "2024-06-30"},
        {"cohort": "left_behind", "count": "9名", "date": "2023-09-01", "grade": "六年级"},
    )
    assert text.count("截至2024年6月30日，") == 1
    assert "截至2023年9月1日，" in text


GRADES = ("一年级", "二年级", "三年级")


def by_grade(cohort: str, *counts: int) -> list[dict[str, str]]:
    """Return one cohort by grade."""
    pairs = zip(GRADES, counts, strict=False)
    return [{"cohort": cohort, "grade": g, "count": f"{n}名"} for g, n in pairs]


SCHOOL = [
    {"id": "all", "cohort": "enrolled", "count": "302名"},
    {"id": "lb", "cohort": "left_behind", "count": "39名", "part_of": "all"},
    *by_grade("enrolled", 99, 101, 102),
    *by_grade("left_behind", 11, 13, 15),
]


def test_counts_by_grade_and_cohort_make_one_table_with_totals() -> None:
    data = of() | {"population": SCHOOL}
    text = check(data)
    assert "各年级在校学生、留守儿童人数见下表。" in text
    assert tables(document_of(data, "left_behind_care")) == [
        [
            "各年级在校学生、留守儿童人数",
            "年级 在校学生 留守儿童",
            "一年级 99 11",
            "二年级 101 13",
            "三年级 102 15",
            "合计 302 39",
        ]
    ]
    assert "一年级在校学生" not in text


def test_a_table_that_is_attached_is_only_named() -> None:
    listed = {
        "name": "学生统计表",
        "columns": ["年级", "在校学生", "留守儿童"],
        "rows": [["一", 9, 9]],
    }
    text = told(*SCHOOL, attachments=[listed])
    assert "各年级在校学生、留守儿童人数见附件。" in text
    assert "见下表" not in text
    other = {"name": "名册", "columns": ["甲", "乙"], "rows": [["1", "2"]]}
    text = told(*SCHOOL, attachments=[other, listed])
    assert "各年级在校学生、留守儿童人数见附件2。" in text
    assert "2.学生统计表" in text


def test_the_parts_of_a_large_split_stand_in_a_table_with_their_whole() -> None:
    parts = [{"id": f"g{i}", **COUNTED, "grade": f"{i}年级"} for i in range(1, 6)]
    whole = {"id": "all", "cohort": "left_behind", "count": "305名"}
    cut = {"whole": "all", "parts": [part["id"] for part in parts], "by": "grade"}
    data = of() | {"population": [whole, *parts], "partitions": [cut]}
    assert "各年级留守儿童人数见下表。" in check(data)
    assert tables(document_of(data, "left_behind_care"))[0][-2:] == ["5年级 61", "合计 305"]
    listed = {"name": "学生统计表", "columns": ["年级", "留守儿童"], "rows": [["一年级", 9]]}
    text = check(data | {"attachments": [listed]})
    assert "各年级留守儿童人数见附件。" in text
    assert "见下表" not in text


def test_guardians_in_a_table_have_their_shares() -> None:
    ways = ("one_parent", "grandparents", "relatives", "siblings", "none")
    parts = [COUNTED | {"count": "20名", "guardianship": way, "part_of": "all"} for way in ways]
    whole = {"id": "all", "cohort": "left_behind", "count": "100名"}
    data = of() | {"population": [whole, *parts]}
    assert "留守儿童的监护方式分布见下表。" in check(data)
    made = tables(document_of(data, "left_behind_care"))[0]
    assert made[1:3] == ["监护方式 人数 占比", "父母一方监护 20 20.0%"]
    assert made[-1] == "合计 100 —"


def test_parts_that_are_not_all_have_no_total() -> None:
    ways = ("one_parent", "grandparents", "relatives", "siblings", "none")
    parts = [COUNTED | {"count": "9名", "guardianship": way, "part_of": "all"} for way in ways]
    whole = {"id": "all", "cohort": "left_behind", "count": "100名"}
    made = tables(document_of(of() | {"population": [whole, *parts]}, "left_behind_care"))[0]
    assert made[-1].startswith("无人监护")


def test_a_part_behind_other_divisions_is_not_called_one_of_them() -> None:
    whole = {"id": "all", "cohort": "left_behind", "count": "87名"}
    parts = [
        {"cohort": "left_behind", "part_of": "all", "gender": g, "count": n}
        for g, n in (("female", "42名"), ("male", "45名"))
    ]
    one = {"cohort": "left_behind", "part_of": "all", "class_name": "六（1）班", "count": "8名"}
    assert "其中六（1）班" not in check(of() | {"population": [whole, *parts, one]})
    assert "其中六（1）班" in check(of() | {"population": [whole, one]})


def test_a_part_so_small_that_it_names_a_child_is_not_made_public() -> None:
    people = [
        {"id": "all", "cohort": "disabled", "count": "6名"},
        {"cohort": "disabled", "count": "1名", "grade": "一年级"},
        {"cohort": "disabled", "count": "5名", "grade": "二年级"},
    ]
    data = of() | {"population": people}
    inside = composed(data, "annual").document
    outside = composed(data, "annual", Audience.PUBLIC).document
    assert inside is not None
    assert outside is not None
    assert "一年级1名、二年级5名" in "".join(text_of(inside))
    assert "残疾儿童少年6名。" in "".join(text_of(outside))
    assert "年级" not in "".join(text_of(outside))


def test_what_one_or_two_of_a_class_are_is_not_made_public() -> None:
    people = [{"cohort": c, "count": "2名"} for c in ("orphan", "left_behind")]
    document = composed(
        of("class") | {"population": people}, "annual", Audience.PUBLIC
    ).document
    assert document is not None
    assert "留守儿童2名" in "".join(text_of(document))
    assert "孤儿" not in "".join(text_of(document))


def test_boarders_and_day_pupils_are_called_so() -> None:
    text = told(
        {"id": "all", "cohort": "enrolled", "count": "60名"},
        {"id": "in", "cohort": "enrolled", "boarding": "是", "count": "20名"},
        {"id": "out", "cohort": "enrolled", "boarding": "否", "count": "40名"},
        partitions=[{"whole": "all", "parts": ["in", "out"], "by": "boarding"}],
    )
    assert "在校学生60名，其中寄宿生20名、走读生40名。" in text


FACTS = [
    {"name": "教学班", "type": "quantity", "value": "16个"},
    {"name": "班额", "type": "quantity", "value": "45人以下"},
    {"name": "建校时间", "type": "date", "value": "1958年"},
    {"name": "校训", "value": "自强"},
]


def test_facts_of_the_school_are_told_with_the_school() -> None:
    text = check(of() | {"extra": FACTS})
    assert "建校时间为1958年，校训为“自强”。有教学班16个，班额在45人以下。" in text


def test_single_short_counts_in_a_row_share_a_sentence() -> None:
    counts = [
        {"cohort": "returned", "count": "6名"},
        {"cohort": "dropout", "count": "0名", "previous": "0名"},
        {"cohort": "guardian", "count": "约80名"},
    ]
    text = check(of() | {"population": counts}, "annual").split("基本情况\n")[1]
    assert re.search("劝返复学学生6名；辍学学生0名，[与同]上学年持平。", text)
    noted = counts[1] | {"note": "不含转学的"}
    text = check(of() | {"population": [counts[0], noted]}, "annual").split("基本情况\n")[1]
    assert "劝返复学学生6名。" in text
