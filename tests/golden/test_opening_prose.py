"""Openings begin with what the record has, and lead to the text; plans and reports too."""

import re
from itertools import combinations
from typing import Any

import pytest

from prose import check, of, pack
from summarykit.compose import Audience
from summarykit.compose.scope import Assignment, scope
from summarykit.document import Paragraph, plain
from summarykit.model import YearRecord
from summarykit.model.vocabulary import Level, PeriodKind

SCHOOLS = ("青石镇中心小学", "柳溪镇中心学校", "松岭乡中心小学")
LAW = {"title": "甲法", "kind": "law"}
ORDER = {"title": "乙办法", "kind": "regulation", "number": "教育部令第50号"}
OPINION = {"title": "国务院丙意见", "kind": "opinion", "number": "国发〔2016〕13号"}
NOTICE = {"title": "丁通知", "kind": "notice", "issuer": "云岭县教育局"}
PLAN = {"title": "戊方案", "kind": "plan", "issuer": "青石镇", "issued": "2023-08"}
RULE = {"title": "己制度", "kind": "school_rule", "id": "own"}
TERMS = {
    "title": "庚政策",
    "kind": "programme",
    "short_names": [{"name": "两免一补", "items": ["免学杂费", "补助生活费"]}],
}
STUDIED = {"title": "辛法", "kind": "law", "applied_to": "教师学习"}
FIELDS: dict[str, Any] = {
    "background": {"background": "外出务工的家长多"},
    "start": {"start": "2016-09"},
    "name": {"name": "留守儿童温暖工程"},
    "policies": {"policies": [LAW, OPINION]},
    "results": {"results": [{"text": "档案齐全", "indicator": "rate", "strength": "measured"}]},
}
RATE = {"id": "rate", "code": "filing", "value": "98%"}
SUBSETS = [subset for size in range(len(FIELDS) + 1) for subset in combinations(FIELDS, size)]
MOTTO = {"name": "校训", "value": "勤学"}
PERIOD = {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"}


def opening(data: dict[str, Any], report: str = "left_behind_care") -> str:
    """Return the first paragraph of a record that has something to tell."""
    _, *below = check(data | {"extra": [MOTTO]}, report).split("\n")
    return next(line for line in below if line != data["organisation"]["name"])


def record(subset: tuple[str, ...], school: str = SCHOOLS[0]) -> dict[str, Any]:
    fields = {k: v for name in subset for k, v in FIELDS[name].items()}
    policies = fields.pop("policies", [])
    return of(**fields) | {
        "organisation": {"name": school, "level": "school"},
        "policies": policies,
        "indicators": [RATE],
        "period": PERIOD,
    }


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("subset", SUBSETS)
def test_an_opening_reads_whole_with_whatever_the_record_has(
    subset: tuple[str, ...], school: str
) -> None:
    text = opening(record(subset, school))
    assert ("外出务工的家长多" in text) == ("background" in subset)
    assert ("2016年9月" in text) == ("start" in subset)
    assert ("《国务院丙意见》（国发〔2016〕13号）" in text) == ("policies" in subset)
    assert text.endswith("如下。")
    assert text.count("2023—2024学年（2023年9月1日至2024年7月5日）") == 1
    assert text.count("如下") == 1


def test_openings_begin_with_different_things() -> None:
    everything = tuple(FIELDS)
    names = [
        f"{place}中心小学"
        for place in ("青石镇", "柳溪镇", "松岭乡", "白鹭镇", "双河镇", "红枫镇", "清泉镇")
    ]
    starts = {opening(record(everything, name))[:2] for name in names}
    assert len(starts) > len(["background", "basis"])


def test_a_figure_is_left_to_the_results() -> None:
    text = check(record(tuple(FIELDS)), "left_behind_care")
    assert text.count("98%") == 1
    assert "98%" not in text.split("\n")[1]


def test_an_opening_leads_to_nothing_where_nothing_follows() -> None:
    bare = of() | {"period": PERIOD, "policies": [], "population": []}
    assert check(bare).split("\n")[1:] == [
        "2023—2024学年（2023年9月1日至2024年7月5日），我校开展关爱留守儿童工作。"
    ]
    assert "如下" not in check(bare, "situation_report")
    two = bare | {"programmes": {"left_behind_care": {}, "safety": {}}}
    assert "如下" not in check(two, "annual")
    named = {"kind": "heart_talk", "name": "谈心", "status": "heading_only"}
    assert "如下" not in check(of(measures=[named]) | {"policies": [], "population": []})
    told = {"kind": "heart_talk", "practice": "逐个谈心", "status": "done"}
    assert "如下" in check(of(measures=[told]) | {"policies": []})


def test_a_period_is_not_said_again_in_brackets() -> None:
    period = {"kind": "since_start", "name": "2011年秋季开学以来", "start": "2011年秋季"}
    text = opening(of(**FIELDS["background"], closing="继续努力") | {"period": period})
    assert text.count("2011年秋季") == 1


def test_a_record_that_is_a_plan_opens_as_one_in_every_report() -> None:
    planned = {"kind": "heart_talk", "practice": "逐个谈心", "status": "planned"}
    text = opening(of(measures=[planned]) | {"policies": []})
    assert text.endswith("制订本计划。")
    titled = of(title="控辍保学工作计划", measures=[planned | {"status": "done"}])
    assert opening(titled | {"policies": []}).endswith("制订本计划。")


@pytest.mark.parametrize(
    ("policies", "said"),
    [
        ([LAW], "(根据|依据)《甲法》，"),
        ([ORDER, LAW], "(根据|依据)《甲法》《乙办法》，"),
        ([NOTICE], "(根据|按照)云岭县教育局《丁通知》"),
        ([PLAN], "(根据|按照)青石镇2023年8月印发的《戊方案》"),
        (
            [PLAN, NOTICE, OPINION],
            "《国务院丙意见》（国发〔2016〕13号）、云岭县教育局《丁通知》、青石镇2023年8月印发的《戊方案》",
        ),
        (
            [LAW, {"title": "丙", "kind": "notice", "number": "教〔2020〕1号"}, NOTICE],
            "《丙》（教〔2020〕1号）、",
        ),
        ([RULE], "工作中执行《己制度》。"),
        ([RULE | {"issuer": "青石镇中心小学"}], "工作中执行《己制度》。"),
        (
            [NOTICE | {"number": "云教〔2023〕1号"}, NOTICE | {"title": "壬通知"}],
            "云岭县教育局《丁通知》（云教〔2023〕1号）、《壬通知》",
        ),
        ([TERMS], "工作中落实庚政策（两免一补，即免学杂费、补助生活费）。"),
        ([STUDIED], "工作中组织学习《辛法》。"),
        (
            [LAW, ORDER, OPINION, NOTICE, PLAN],
            "《甲法》《乙办法》.*《国务院丙意见》（国发〔2016〕13号）、云岭县教育局《丁通知》",
        ),
    ],
)
def test_policies_are_cited_in_their_order(policies: list[dict[str, Any]], said: str) -> None:
    assert re.search(said, opening(of() | {"policies": policies}))


def test_long_citations_stand_in_a_sentence_of_their_own() -> None:
    issued = [
        {"title": f"{place}控辍保学工作实施方案", "issuer": place, "number": "甲〔2019〕51号"}
        for place in ("云岭县人民政府办公室", "青石镇人民政府办公室")
    ]
    for school in SCHOOLS:
        organisation = {"name": school, "level": "school"}
        policies = [LAW, *({"kind": "plan"} | one for one in issued)]
        data = of() | {"organisation": organisation, "policies": policies}
        assert max(map(len, opening(data).split("。"))) <= 110


def test_what_a_measure_cites_is_left_to_it() -> None:
    measure = {"kind": "rules_and_plans", "practice": "按制度管理", "policies": ["own"]}
    assert "己制度" not in opening(of(measures=[measure]) | {"policies": [RULE]})


@pytest.mark.parametrize(
    ("more", "period", "said"),
    [
        ({"start": "2016-09"}, {"kind": "school_year"}, "2016年9月(起|启动)"),
        ({}, {"kind": "school_year", "programme_start": "2016-09"}, "2016年9月(起|启动)"),
        (
            {"title": "总结"},
            {"kind": "school_year"},
            "现[将就]本学年(工作情况|有关情况|工作)总结如下。$",
        ),
        ({}, {"kind": "since_start"}, "以来的(工作)?情况总结如下。$"),
        ({}, {"kind": "since_start", "name": "五年来"}, "五年来.*总结如下。$"),
        (
            {},
            {"kind": "campaign", "start": "2024-03", "end": "2024-05"},
            "2024年3月至5月.*总结如下。$",
        ),
        ({}, {"kind": "single_event"}, "本次活动.*总结如下。$"),
        (
            {},
            {"kind": "calendar_year", "start": "2023-01-01", "end": "2023-12-31"},
            "2023年度[^（]*总结如下。$",
        ),
    ],
)
def test_the_period_and_the_start_are_said_as_far_as_they_are_known(
    more: dict[str, str], period: dict[str, str], said: str
) -> None:
    assert re.search(said, opening(of(**more) | {"period": period, "policies": []}))


def test_the_start_of_the_period_is_not_that_of_every_programme() -> None:
    period = {"kind": "school_year", "programme_start": "2016-09"}
    programmes: dict[str, Any] = {"left_behind_care": {}, "safety": {}}
    data = of() | {"period": period, "programmes": programmes}
    assert "2016年9月" not in opening(data)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", PeriodKind)
def test_every_level_and_period_reads_whole(level: Level, kind: PeriodKind) -> None:
    data = of(level, **FIELDS["background"]) | {"period": {"kind": kind}}
    for report in ("left_behind_care", "annual"):
        assert opening(data, report).endswith("如下。")


@pytest.mark.parametrize(
    ("name", "level", "we"),
    [
        ("青石镇中心学校", "township", "我镇"),
        ("双河学区", "township", "我学区"),
        ("松岭乡", "township", "我乡"),
        ("城关街道", "township", "我街道"),
        ("云岭县教育局", "county", "我局"),
        ("东湖区", "county", "我区"),
        ("云岭市", "county", "我市"),
        ("青石镇中心幼儿园", "school", "我园"),
        ("六年级（1）班", "class", "我班"),
    ],
)
def test_an_organisation_speaks_of_itself_by_its_name(name: str, level: str, we: str) -> None:
    data = of(start="2016-09") | {"organisation": {"name": name, "level": level}}
    assert we in opening(data)


def test_several_programmes_are_named_with_what_each_began() -> None:
    programmes = {
        "left_behind_care": {"start": "2016-09", "background": "外出务工的家长多"},
        "home_visits": {"name": "百师访千家", "start": "2020"},
    }
    lines = check(of() | {"programmes": programmes}, "annual").split("\n")
    text = "\n".join(lines[1:3])
    assert text.endswith("如下。")
    assert "关爱留守儿童和百师访千家工作" in text
    assert "，其中关爱留守儿童始于2016年9月，百师访千家始于2020年" in text
    assert "外出务工的家长多。" in text
    period = {"kind": "school_year", "programme_start": "2012"}
    together = of() | {"period": period, "programmes": {"left_behind_care": {}, "safety": {}}}
    assert "安全教育工作，各项工作始于2012年。" in check(together, "annual")
    programmes |= {"safety": {}}
    text = check(of() | {"period": period, "programmes": programmes}, "annual")
    assert "百师访千家始于2020年，其余各项始于2012年。" in text
    text = check(of() | {"period": period, "programmes": programmes}, "work_plan")
    assert "百师访千家始于2020年，其余各项始于2012年。" in text
    alike = {"home_visits": {"start": "2016-09"}, "safety": {"start": "2016-09"}}
    text = check(of() | {"programmes": alike}, "annual")
    assert "开展家访和安全教育工作，始于2016年9月。" in text.replace("开展了", "开展")
    named = {"home_visits": {}, "safety": {"name": "平安校园行动"}}
    assert "家访和平安校园行动。" in check(of() | {"programmes": named}, "annual")


def test_a_report_of_nothing_more_says_what_time_it_is_on() -> None:
    bare: dict[str, Any] = {"policies": [], "population": []}
    data = of(start="2016-09") | bare | {"period": {"kind": "term", "end": "2024-07"}}
    assert "报告的时段为本学期（截至2024年7月）。" in check(data, "situation_report")


def test_a_policy_that_differs_from_the_catalogue_is_told_with_what_differs() -> None:
    policy = {"catalogue": "aid_identification_2018", "kind": "programme"}
    assert "〔2018〕" not in opening(of() | {"policies": [policy]})
    own = policy | {"issuer": "云岭县教育局", "title": "庚政策"}
    assert "落实云岭县教育局庚政策。" in opening(of() | {"policies": [own]})


def filled(template: str, data: dict[str, Any]) -> str:
    """Return what a section makes of a record in the annual report."""
    names = scope(
        YearRecord.model_validate(data),
        Assignment(pack(), pack().reports["annual"], Audience.INTERNAL),
    )
    made = pack().fill(f"sections/{template}.md.j2", names, prefix="x")
    assert made.findings == ()
    return "\n".join(plain(b.children) for b in made.blocks if isinstance(b, Paragraph))


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("subset", SUBSETS)
def test_plans_and_reports_open_whole(subset: tuple[str, ...], school: str) -> None:
    data = record(subset, school)
    aim = {"goals": [{"kind": "purpose", "text": "让孩子安心"}]}
    several = data["programmes"] | {"safety": aim}
    for programmes in (data["programmes"], several):
        plan = filled("opening_plan", data | {"programmes": programmes})
        assert plan.count("\n") == ("background" in subset and len(programmes) > 1)
        assert plan.endswith("制订本计划。")
        assert plan.count("《甲法》") == ("policies" in subset)
        report = filled("opening_report", data | {"programmes": programmes})
        assert report.endswith("报告如下。")
        assert report.count("\n") == ("background" in subset and len(programmes) > 1)
        assert ("2016年9月" in report) == ("start" in subset)


def test_a_plan_says_what_it_is_for() -> None:
    aim = {"goals": [{"kind": "purpose", "text": "让孩子安心"}]}
    text = filled("opening_plan", of() | {"programmes": {"safety": aim}, "policies": []})
    assert text == "为让孩子安心，就本学年安全教育工作制订本计划。"
    bare = filled("opening_plan", of() | {"policies": []})
    assert bare == "为做好本学年关爱留守儿童工作，制订本计划。"


def test_a_report_ends_as_reports_do() -> None:
    text = filled("closing_report", of(closing="学校将坚持下去"))
    assert text == "学校将坚持下去。\n特此报告。"
    assert filled("closing_report", of()) == "特此报告。"
    asked = of(next_steps=[{"action": "增设班车", "appeal_to": "县教育局"}])
    assert filled("closing_report", asked) == "以上报告，请审阅。"
