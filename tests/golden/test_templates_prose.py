"""Every template comes out as whole sentences, whatever fields a record leaves empty."""

import re
from collections.abc import Iterable
from typing import Any

import pytest

from example_records import NAMES, record
from prose import BASE, REPORTS, check, composed, document_of, of, seams, template_words
from summarykit.document import repeated_ids, text_of
from summarykit.model import MeasureKind
from summarykit.model.vocabulary import Level, MeasureStatus, PeriodKind
from summarykit.packs import bundled

MEASURE: dict[str, Any] = {
    "name": "样例制度",
    "practice": "按照计划组织相关人员开展样例工作，做到有人管、有人问",
    "actors": ["甲方", "乙方"],
    "cohort": "disabled",
    "target": "重点对象",
    "since": "2022-09",
    "date": "2023-10-09",
    "frequency": "每月一次",
    "time_limit": "开学一个月内",
    "pairs": "29对",
    "mentors": "13名",
    "mentor_groups": [{"who": "女教师", "count": "13名", "each": "2至3名"}, {"who": "志愿者"}],
    "reached": "58名",
    "per_class": "4—5名",
    "per_mentor": "2名",
    "count": "3场",
    "amount": "4600元",
    "contents": ["内容一", "内容二，另有说明"],
    "steps": ["第一步", "第二步"],
    "registers": [
        {"name": "样例登记表", "fields": ["栏甲", "栏乙"], "count": "9份"},
        {"name": "记录本"},
    ],
    "triggers": [{"condition": "出现情形甲", "action": "当面处理", "within": "当天"}],
    "facilities": [
        {
            "name": "活动室",
            "place": "一楼",
            "area": "36平方米",
            "count": "1间",
            "opened": "2021年",
        },
        {
            "name": "阅览室",
            "hours": "每周三下午",
            "inventory": [{"name": "图书", "count": "80册"}],
        },
        {"name": "操场"},
    ],
    "channels": ["渠道甲", "渠道乙"],
    "partners": ["单位甲", "单位乙"],
    "responsible": "教导处",
    "effect": "情况有所改善",
    "serves": "goal",
    "policies": ["rule", "terms", "law"],
    "population": "people",
}
SHORT = MEASURE | {"practice": "组织开展样例工作"}
LONG = {name: value for name, value in MEASURE.items() if name != "name"}
VARIANTS: dict[str, dict[str, Any]] = {
    "all fields": MEASURE,
    "a short practice": SHORT,
    "no field": {},
    "no name": LONG,
    "no practice": {name: value for name, value in MEASURE.items() if name != "practice"},
    **{f"only {name}": {name: value} for name, value in MEASURE.items()},
    **{
        f"practice and {name}": {"practice": "组织开展工作", name: value}
        for name, value in LONG.items()
    },
}


OWN = {path.name.split(".")[0] for path in (bundled("templates") / "zh/measures").iterdir()}


def with_measures(
    fields: dict[str, Any], status: str, kinds: Iterable[str] = MeasureKind
) -> dict[str, Any]:
    measures = [{"kind": kind, "status": status, **fields} for kind in kinds]
    programme = {"goals": [{"id": "goal", "text": "目标"}], "measures": measures}
    return BASE | {"programmes": {"left_behind_care": programme}}


@pytest.mark.parametrize(
    ("variant", "status"),
    [
        (v, s)
        for v in VARIANTS
        for s in ("ongoing", "planned")
        if s == "ongoing" or "and" not in v
    ],
)
def test_every_kind_of_measure_reads_whole_with_whatever_fields_it_has(
    variant: str, status: str
) -> None:
    # Kinds without a template of their own differ in nothing: one of them stands for all.
    kinds = sorted(OWN - {"general"} | {"facilities"}) if "and" in variant else MeasureKind
    document = document_of(with_measures(VARIANTS[variant], status, kinds), "left_behind_care")
    assert seams(document) == []
    assert repeated_ids(document) == ()
    if status == "planned":
        assert not re.search("[已了]", template_words(document))


@pytest.mark.parametrize("status", MeasureStatus)
def test_every_kind_of_measure_reads_whole_in_every_status(status: str) -> None:
    check(with_measures(MEASURE, status))
    check(with_measures({}, status))


def test_a_full_measure_tells_every_one_of_its_fields() -> None:
    for kind in MeasureKind:
        text = check(of(measures=[{"kind": kind, **SHORT, "policies": ["rule", "terms"]}]))
        for said in (
            "组织开展样例工作",
            "2022年9月",
            "2023年10月9日",
            "每月一次",
            "开学一个月内",
            "29对",
        ):
            assert said in text, kind
        for said in (
            "13名",
            "58名",
            "4～5名",
            "2名",
            "3场",
            "4600元",
            "内容二，另有说明",
            "第二步",
        ):
            assert said in text, kind
        for said in (
            "栏乙",
            "9份",
            "出现情形甲",
            "36平方米",
            "80册",
            "操场",
            "渠道乙",
            "单位乙",
        ):
            assert said in text, kind
        for said in (
            "甲方",
            "乙方",
            "重点对象",
            "教导处",
            "情况有所改善",
            "样例办法",
            "样例政策",
        ):
            assert said in text, kind


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("report", REPORTS)
def test_the_emptiest_record_gives_an_honest_page(level: str, report: str) -> None:
    kind = "left_behind_care" if report == "annual" else report
    data = {
        "organisation": {"name": "甲单位", "level": level},
        "period": {"kind": "school_year"},
        "programmes": {kind: {}},
    }
    made = composed(data, report)
    assert made.document is not None
    assert seams(made.document) == []
    assert len(text_of(made.document)) == 2
    warned = {str(f.message).rsplit(" ", 1)[1] for f in made.findings}
    assert warned == {"基本情况", "主要措施", "工作成效", "下一步打算", "signature"}


@pytest.mark.parametrize("kind", PeriodKind)
def test_the_transition_names_the_period_of_every_kind(kind: str) -> None:
    text = check({**of(), "period": {"kind": kind}})
    assert re.search("现将.{2,16}情况总结如下。", text)


@pytest.mark.parametrize(
    "level", [("class", "我班"), ("school", "我校"), ("township", "我镇"), ("county", "我县")]
)
def test_each_level_speaks_for_itself(level: tuple[str, str]) -> None:
    assert re.search(
        f"{level[1]}(自2020年9月起|于2020年9月|开展)", check(of(level[0], start="2020-09"))
    )


@pytest.mark.parametrize(
    ("name", "level", "self"),
    [
        ("双河学区中心学校", "township", "我学区"),
        ("松岭乡", "township", "我乡"),
        ("松岭幼儿园", "school", "我园"),
    ],
)
def test_a_name_that_says_what_the_organisation_is_is_followed(
    name: str, level: str, self: str
) -> None:
    data = of(start="2020-09") | {"organisation": {"name": name, "level": level}}
    assert re.search(f"{self}(自2020年9月起|于2020年9月|开展)", check(data))


def test_a_masked_number_is_never_printed() -> None:
    data = of(
        measures=[
            {"kind": "heart_talk", "practice": "谈心", "pairs": "xx对", "since": "20xx年"}
        ]
    )
    text = check(data | {"population": [{"cohort": "left_behind", "count": "xx名"}]})
    assert "x" not in text
    assert "若干" not in text


@pytest.mark.parametrize("stage", ["about", "area", "staff", "profile"])
def test_the_profile_of_an_organisation_reads_whole(stage: str) -> None:
    parts: dict[str, dict[str, Any]] = {
        "about": {"location": "山区", "stages": ["primary", "junior"]},
        "area": {
            "area": [{"kind": "行政村", "count": "9个"}, {"kind": "社区", "count": "xx个"}]
        },
        "staff": {"staff": [{"kind": "教师", "count": "46名"}]},
        "profile": {"profile": "学校位于镇区", "location": "镇区"},
    }
    check(of() | {"organisation": BASE["organisation"] | parts[stage]})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("report", REPORTS)
def test_the_examples_have_no_seams(name: str, report: str) -> None:
    kinds = set(record(name).programmes)
    if report == "annual" or report in kinds:
        check(record(name), report)
