"""Short sentences in a row are one, and words that point at the wrong thing are gone."""

from typing import Any

import pytest

from outlines import CARE, record
from outlines import measure as named
from prose import document_of
from summarykit.document import text_of


def measure(kind: str, **fields: object) -> dict[str, object]:
    return named(kind, "一项工作", **fields)


def text(measures: list[dict[str, Any]], **parts: object) -> str:
    """Return the text on measures among others, so that they have headings."""
    others = [named("teacher_pairing", f"结对{n}", effect="有效果" * 30) for n in "甲乙丙"]
    data = record({CARE: {"measures": [*measures, *others]}}, **parts)
    return "\n".join(text_of(document_of(data.model_dump(exclude_none=True), CARE)))


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        (
            "legal_safety_education",
            {"practice": "向学生宣讲法律知识", "contents": ["义务教育法", "未成年人保护法"]},
            "向学生宣讲法律知识，",
        ),
        (
            "policy_publicity",
            {"practice": "向家长讲解入学政策", "channels": ["宣传栏", "微信公众号"]},
            "向家长讲解入学政策，",
        ),
        (
            "heart_talk",
            {"practice": "定期召集学生座谈", "effect": "借此弥补亲情的缺失"},
            "定期召集学生座谈，借此弥补亲情的缺失。",
        ),
    ],
)
def test_a_plain_list_or_an_aim_ends_a_short_practice(
    kind: str, fields: dict[str, object], sentence: str
) -> None:
    assert sentence in text([measure(kind, **fields)])


def test_a_long_list_or_one_with_marks_of_its_own_has_its_own_sentence() -> None:
    contents = ["作业，逐题检查", "功课辅导"]
    said = text([measure("peer_pairing", practice="组织学生互助", contents=contents)])
    assert "组织学生互助。" in said


def test_an_aim_that_opens_a_sentence_has_a_subject() -> None:
    fields = {"practice": "教师常与学生谈心", "effect": "意在增强信心", "pairs": "12对"}
    assert "。此举意在增强信心。" in text([measure("heart_talk", **fields)])


def test_what_is_raised_is_for_those_in_need_and_not_asked_of_them() -> None:
    fields = {"practice": "开展募捐", "cohort": "hardship"}
    said = text([measure("fundraising", **fields)])
    assert "面向家庭经济困难学生" not in said
    assert "所得用于家庭经济困难学生" in said


def test_those_who_are_asked_to_give_are_named_as_such() -> None:
    said = text([measure("fundraising", practice="开展募捐", target="爱心企业")])
    assert "面向爱心企业开展募捐" in said


def test_contact_is_not_made_by_contact() -> None:
    fields = {"practice": "教师平时与家长保持联系", "channels": ["电话", "校讯通"]}
    said = text([measure("family_contact", **fields)])
    assert "教师平时与家长保持联系，联系方式有电话、校讯通。" in said


@pytest.mark.parametrize(
    ("practice", "ending"),
    [
        ("要求家长多与孩子通话", "，每周通话一次。"),
        ("要求家长多给孩子写信，报告近况", "每周写信一次。"),
    ],
)
def test_how_often_is_said_with_what_is_done(practice: str, ending: str) -> None:
    fields = {"practice": practice, "frequency": "每周一次"}
    assert ending in text([measure("family_contact", **fields)])


def test_what_is_asked_of_families_stands_with_home_and_school() -> None:
    slogan = {
        "id": "s",
        "name": "家长五个一",
        "items": [{"text": "每周通话一次"}, {"text": "每年回家一次"}],
        "programmes": ["left_behind_care"],
    }
    done = [
        measure("heart_talk", practice="教师常与学生谈心"),
        measure("family_contact", practice="向家长通报情况"),
    ]
    said = text(done, slogans=[slogan])
    assert said.index("谈心") < said.index("通报情况") < said.index("家长五个一")


def test_a_chain_does_not_answer_for_itself() -> None:
    chains = [{"name": name, "links": ["校长", "班主任"]} for name in ("学校责任链", "行政线")]
    said = text([], responsibilities={"chains": chains})
    assert "责任链由" not in said
    assert "行政线" in said


def test_what_to_do_in_a_case_is_not_led_up_to_by_a_situation() -> None:
    rules = [
        {
            "condition": f"学生{case}",
            "action": "上门了解情况",
            "programmes": ["left_behind_care"],
        }
        for case in ("缺课一天", "缺课两天", "缺课三天", "缺课四天")
    ]
    assert "的情况，" not in text([], rules=rules)


def test_few_words_on_the_school_and_its_numbers_are_one_paragraph() -> None:
    school = {"name": "青石镇中心小学", "level": "school", "location": "山区"}
    people = [{"id": "p", "cohort": "left_behind", "count": "53名"}]
    said = text([], organisation=school, population=people)
    assert any("地处山区。" in one and "53名。" in one for one in said.split("\n"))


def merged(*measures: dict[str, Any], **parts: object) -> str:
    """Return the text of a record with so few measures that they make one paragraph."""
    data = record({CARE: {"measures": [*measures]}}, **parts)
    return "\n".join(text_of(document_of(data.model_dump(exclude_none=True), CARE)))


def test_in_a_row_all_measures_are_named_or_none_is() -> None:
    told = {"kind": "home_visit", "name": "家访", "practice": "教师上门家访"}
    other = {"kind": "heart_talk", "name": "谈话制度", "practice": "教师与学生谈心"}
    assert "一是谈话制度。教师与学生谈心。二是家访。" in merged(told, other)
    alike = {"kind": "heart_talk", "name": "谈心", "practice": "教师与学生谈心"}
    assert "一是教师与学生谈心。二是教师上门家访。" in merged(told, alike)


def test_a_slogan_in_a_row_is_put_forward() -> None:
    told = {"kind": "home_visit", "name": "家访", "practice": "教师上门家访"}
    items = [{"text": "自尊"}, {"text": "自爱"}]
    slogan = {"id": "s", "name": "二自", "items": items, "programmes": [CARE]}
    assert "提出“二自”要求。" in merged(told, slogans=[slogan])


def test_doers_whom_the_title_names_are_not_named_again() -> None:
    practice = "选定重点对象，逐一安排帮扶"
    measure = {"kind": "teacher_pairing", "practice": practice, "actors": ["教职工"]}
    assert "由教职工" not in text([measure | {"name": "教职工结对制度"}])
    assert "教职工" in text([measure | {"name": "结对制度"}])


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            ["学生姓名", "学生电话", "家长姓名", "家长电话"],
            "学生的姓名、电话，家长的姓名、电话。",
        ),
        (["学生姓名", "学生电话", "家长姓名"], "学生姓名、学生电话、家长姓名。"),
        (["学生姓名", "住址", "家长电话"], "学生姓名、住址、家长电话。"),
    ],
)
def test_whose_the_fields_of_a_register_are_is_said_once(fields: list[str], words: str) -> None:
    kept = [{"name": "学生档案", "fields": fields}]
    assert words in text([measure("register_files", registers=kept)])
