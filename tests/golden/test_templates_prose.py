"""Every template comes out as whole sentences, whatever fields a record leaves empty."""

import re
from typing import Any

import pytest

from example_records import NAMES, record
from prose import BASE, REPORTS, check, composed, of, seams
from summarykit.document import text_of
from summarykit.model.vocabulary import Level, PeriodKind


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
    text = check({**of(closing="学校将坚持下去"), "period": {"kind": kind}})
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
