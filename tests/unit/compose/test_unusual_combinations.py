"""Fields that stand without those they usually stand with are told, too."""

from typing import Any

import pytest

from left_out_table import account
from prose import composed, document_of, of, pack
from summarykit.compose import Audience, Extent
from summarykit.compose.language.numerals import stands
from summarykit.document import plain, text_of
from summarykit.model import YearRecord
from summarykit.packs import Length

CARE = "left_behind_care"


def told(data: dict[str, Any], report: str = CARE) -> str:
    return "\n".join(text_of(document_of(data, report)))


def test_a_planned_activity_that_has_an_end_only_is_due_by_then() -> None:
    talk = {"kind": "lecture", "name": "家长讲座", "theme": "陪伴", "status": "planned"}
    steps = [{"action": "更新联系卡"}]

    text = told(of(next_steps=steps) | {"activities": [talk | {"end": "2025-03-01"}]})

    assert "2025年3月1日前，" in text


def test_a_measure_with_nothing_but_a_masked_date_is_told_by_its_title() -> None:
    data = of(measures=[{"kind": "role_model_recognition", "date": "20xx年"}])
    findings = [str(finding) for finding in composed(data, CARE).findings]

    assert "榜样评选" in told(data)
    assert any("has a title and no content" in finding for finding in findings)


def test_a_policy_that_only_a_bare_measure_follows_is_told_in_full() -> None:
    rule = {
        "id": "p",
        "title": "营养改善行动",
        "kind": "programme",
        "number": "第7号",
        "issued": "2023-05",
    }
    data = of(measures=[{"kind": "contest_publicity", "policies": ["p"]}]) | {
        "policies": [rule]
    }

    text = told(data)

    assert "2023年5月印发的营养改善行动（第7号）" in text


def test_the_date_of_a_rule_is_not_said_twice_in_one_measure() -> None:
    rule = {"id": "p", "title": "家访制度", "kind": "school_rule", "issued": "2023-09"}
    measure = {"kind": "home_visit", "practice": "教师走访", "policies": ["p"]}

    def text(date: str) -> str:
        return told(of(measures=[measure | {"date": date}]) | {"policies": [rule]})

    assert "2023年9月印发的《家访制度》" in text("2024-03")
    assert "印发" not in text("2023-09")


def test_a_cohort_is_named_where_the_title_of_its_programme_does_not_name_it() -> None:
    trouble = [{"kind": "growing_caseload", "text": "要走访的家庭多", "cohort": "left_behind"}]

    assert "涉及留守儿童" in told(of(difficulties=trouble, title="暖心行动工作总结"))
    assert "涉及留守儿童" not in told(of(difficulties=trouble))


def test_a_declared_number_is_said_by_a_name_only_where_it_stands_by_itself() -> None:
    slogan = {"name": "五必访", "declared": "5项", "items": [{"text": "新生必访"}]}

    assert "5项" not in told(of(measures=[]) | {"slogans": [slogan]})
    assert "5项" in told(of(measures=[]) | {"slogans": [slogan | {"name": "十五必访"}]})


@pytest.mark.parametrize(
    ("figure", "text"),
    [("3名", "每班3名教师"), ("9", "9点"), ("三", "十三项，三项")],
)
def test_a_figure_stands_by_itself(figure: str, text: str) -> None:
    assert stands(figure, text)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("3名", "每班13名教师"),
        ("0", "满意率低于90%"),
        ("9", "满意率低于90%"),
        ("三", "十三项"),
        ("三", "没有"),
    ],
)
def test_a_part_of_a_figure_does_not_stand(figure: str, text: str) -> None:
    assert not stands(figure, text)


def test_what_belongs_to_no_work_of_the_record_is_told_by_any_report() -> None:
    day = {"kind": "theme", "name": "法治宣传日", "place": "操场", "outcome": "学生受到教育"}

    def text(kind: str) -> str:
        return told(of(measures=[]) | {"activities": [day | {"programmes": [kind]}]})

    assert "法治宣传日" in text("legal_education")
    assert "法治宣传日" in text("left_behind_care")
    both = of(measures=[]) | {"activities": [day | {"programmes": ["legal_education"]}]}
    both["programmes"]["legal_education"] = {"measures": [{"kind": "home_visit"}]}
    assert "法治宣传日" not in told(both)


def test_the_organisation_stands_below_a_title_that_does_not_name_it() -> None:
    titled = of(measures=[], title="暖心行动工作总结")
    named = of(measures=[], title="青石镇中心小学暖心行动工作总结")
    signed = titled | {"signature": {"date": "2024-07-10"}}

    assert plain(document_of(titled, CARE).subtitle) == "青石镇中心小学"
    assert plain(document_of(named, CARE).subtitle) == ""
    assert plain(document_of(signed, CARE).subtitle) == ""


def test_a_share_without_figures_leaves_no_stop_behind() -> None:
    shares = {"indicators": [{"code": "guardianship_share"}]}

    text = told(of(measures=[]) | shares | {"population": []})

    assert "。。" not in text


def test_what_a_figure_of_a_goal_counts_is_told_though_the_text_has_the_figure() -> None:
    goal = {"text": "做到全覆盖，达到100%", "target": {"name": "结对率", "equals": "100%"}}

    assert "结对率达到100%" in told(of(goals=[goal], measures=[]))
    assert "100%，" not in told(of(goals=[goal | {"text": "结对率达到100%"}], measures=[]))


def test_a_name_of_one_sign_is_said_where_another_of_that_name_is_told() -> None:
    twin = {"kind": "heart_talk", "name": "爱", "reached": "60名"}
    record = YearRecord.model_validate(of(measures=[twin]) | {"slogans": [{"name": "爱"}]})

    left, _ = account(record, pack(), CARE, Audience.INTERNAL, Extent(Length.LONG))

    assert {entry.ref: entry.reason for entry in left}["slogans[0].name"] == "duplicate"


def test_a_basis_of_several_lines_that_rules_share_is_said_once() -> None:
    rule = {"condition": "连续缺课", "action": "登门走访", "basis": "学籍办法\n第十条"}
    rules = [rule, rule | {"condition": "去向不明", "action": "上报"}]
    record = YearRecord.model_validate(of(measures=[]) | {"rules": rules})

    left, _ = account(record, pack(), CARE, Audience.INTERNAL, Extent(Length.LONG))

    assert {entry.ref: entry.reason for entry in left}["rules[1].basis"] == "duplicate"
    assert told(of(measures=[]) | {"rules": rules}).count("第十条") == 1
