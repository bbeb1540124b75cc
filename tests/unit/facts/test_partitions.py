"""Which parts make a partition, and which only look like one."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import summarykit as sk
from spending import calls
from summarykit import facts
from summarykit.diagnostics import Code
from summarykit.facts.earlier import year_on_year
from summarykit.facts.partitions import partitions
from summarykit.l10n import numbers
from summarykit.model import YearRecord

Data = dict[str, Any]


def population(*counts: str, **field: str) -> list[Data]:
    """Return a whole of 30 and its parts, told apart by what a field says of each."""
    ((name, values),) = field.items()
    parts = [
        {"id": f"p{at}", "cohort": "left_behind", "part_of": "all", "count": count, name: value}
        for at, (count, value) in enumerate(zip(counts, values.split(), strict=True))
    ]
    return [{"id": "all", "cohort": "left_behind", "count": "30名"}, *parts]


def record(people: list[Data], **data: object) -> YearRecord:
    return YearRecord.model_validate(
        {
            "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
            "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
            "population": people,
            "programmes": {"left_behind_care": {"results": [{"text": "家长放心"}]}},
            **data,
        }
    )


def parted(people: list[Data], **data: object) -> list[list[str]]:
    """Return the partitions of a record, each as the references of its parts."""
    found = partitions(record(people, **data)).all
    return [[part.pair[0] for part in one.parts] for one in found]


THREE = population("7名", "12人", "11名", guardianship="one_parent grandparents relatives")
PARTS = ["p0.count", "p1.count", "p2.count"]


@pytest.mark.parametrize(
    "people",
    [
        THREE,
        population("7名", "12名", "11名", grade="三年级 四年级 五年级"),
        # without a link, the only count of the cohort is the whole
        [{name: one[name] for name in one if name != "part_of"} for one in THREE],
        # what the whole says, too, tells nothing apart
        [one | {"stage": "primary"} for one in THREE],
    ],
)
def test_counts_that_fields_tell_apart_are_a_partition(people: list[Data]) -> None:
    assert parted(people) == [PARTS]


@pytest.mark.parametrize(
    "people",
    [
        population("7名", "12名", "10名", grade="三年级 四年级 五年级"),  # one is missing
        population("约7名", "12名", "11名", grade="三年级 四年级 五年级"),  # about so many
        population("7户", "12名", "11名", grade="三年级 四年级 五年级"),  # of other things
        population("7名", "12名", "11名", cause="外出务工 离异 其他"),  # they may overlap
        population("7名", "12名", "11名", name="甲类 乙类 丙类"),  # nobody knows
        population("7名", "12名", "11名", grade="三年级 四年级 四年级"),  # one grade twice
        population("30名", grade="三年级"),
    ],
)
def test_what_may_overlap_or_is_not_all_is_none(people: list[Data]) -> None:
    assert parted(people) == []


def test_a_declared_split_counts_where_it_is_exclusive_and_adds_up() -> None:
    people = population("7名", "12名", "11名", name="甲类 乙类 丙类")
    split = {"whole": "all", "parts": ["p0", "p1", "p2"], "by": "other"}
    assert parted(people, partitions=[split]) == [PARTS]
    assert parted(people, partitions=[split | {"exclusive": False}]) == []
    assert parted(people, partitions=[split | {"parts": ["p0", "p1"]}]) == []


def test_a_part_of_two_splits_has_the_share_of_the_first_one() -> None:
    both = {"id": "with", "cohort": "left_behind", "part_of": "all", "count": "23名"}
    split = {"whole": "all", "parts": ["p0", "with"], "by": "other"}
    assert parted([*THREE, both], partitions=[split]) == [["p0.count", "with.count"]]


def indicators(*figures: str, code: str = "other", **common: str) -> list[Data]:
    return [
        {"id": f"i{at}", "code": code, "name": f"第{at}项", "numerator": figure,
         "denominator": "30名"} | common
        for at, figure in enumerate(figures)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (indicators("7名", "12名", "11名"), 1),
        (indicators("7名", "12名", "11名", code="satisfaction"), 1),
        (indicators("7名", "12名", "11名", code="visit_coverage"), 0),
        (indicators("7名", "12名", "12名"), 0),
        (indicators("7名", "12名", "11名", name="一项"), 0),
        ([*indicators("7名", "12名"), *indicators("11名", cohort="left_behind")], 0),
    ],
)
def test_indicators_of_one_whole_are_a_partition(listed: list[Data], found: int) -> None:
    assert len(parted([], indicators=listed)) == found


def test_an_indicator_has_the_share_of_the_guardianship_that_it_is() -> None:
    ways = "one_parent grandparents relatives"
    people = population("10名", "10名", "10名", guardianship=ways)
    stated = {"code": "guardianship_share", "numerator": "10名", "denominator": "30名"}
    named = [stated | {"id": "i0", "name": "父母一方监护占比"}, stated | {"name": "某类占比"}]
    found = partitions(record(people, indicators=named))
    assert found.share(("i0.numerator", "i0.denominator")) == Decimal("33.4")
    other = ("indicators[1].numerator", "indicators[1].denominator")
    assert found.share(other) is None  # it may be any of the three


def test_a_share_is_the_same_of_a_count_and_of_an_indicator() -> None:
    ways = "one_parent grandparents relatives non_relatives"
    people = population("20名", "55名", "7名", "5名", guardianship=ways)
    people[0]["count"] = "87名"
    share = {"id": "i", "code": "guardianship_share", "name": "非亲属监护占比"}
    own = share | {"numerator": "5名", "denominator": "87名"}
    summary = sk.compose(record(people, indicators=[own]), audience="internal")
    assert "5.7%" not in summary.to_bytes("txt").decode()
    (printed,) = summary.explain("5.8%")
    assert printed.calculation is not None
    assert printed.calculation.is_apportioned


def answers(**first: str) -> list[Data]:
    """Return the answers of a survey, a third each; the first says more."""
    share = {"code": "satisfaction", "numerator": "10人", "denominator": "30人"}
    return [share | {"id": "i", "name": "满意率", **first}, share | {"name": "基本满意率"},
            share | {"name": "不满意率"}]  # fmt: skip


def test_one_stated_share_is_held_against_the_others_that_are_computed() -> None:
    ways = "one_parent grandparents relatives non_relatives"
    people = population("20名", "55名", "7名", "5名", guardianship=ways)
    people[0]["count"] = "87名"
    share = {"code": "guardianship_share", "name": "非亲属监护占比", "numerator": "5名"}
    for stated, sums in (("5.7%", ["99.9%"]), ("5.8%", []), ("6%", ["100.2%"])):
        own = share | {"denominator": "87名", "value": stated}
        found = facts.check(record(people, indicators=[own]))
        assert [one.code for one in found] == [Code.SHARES_NOT_FULL] * len(sums)
        assert all(f"= {said}, not 100%" in str(found[0]) for said in sums)


def test_the_change_of_a_share_is_that_of_what_is_printed() -> None:
    work = {"left_behind_care": {"results": [{"text": "家长放心", "indicator": "i"}]}}
    made = record(THREE, indicators=answers(baseline="31.1%"), programmes=work)
    (moved,) = sk.compose(made, audience="internal").explain("i#change")
    assert moved.calculation is not None
    assert moved.calculation.spelled(moved.value) == "33.4% − 31.1% = 2.3个百分点"
    (rate, _) = moved.calculation.operands
    assert rate.calculation is not None
    assert rate.calculation.is_apportioned


def test_either_rounding_of_an_earlier_share_is_right() -> None:
    year = {"kind": "school_year", "start": "2022-09-01", "end": "2023-07-05"}
    before = record(THREE, indicators=answers(), period=year)
    for baseline, codes in (("33.4%", 0), ("33.3%", 0), ("33.2%", 1)):
        now = record(THREE, indicators=answers(baseline=baseline))
        found = [one.code for one in year_on_year(now, before).findings]
        assert found.count(Code.PREVIOUS_DIFFERS) == codes, baseline


def test_an_earlier_share_is_the_one_of_its_own_record() -> None:
    year = {"kind": "school_year", "start": "2022-09-01", "end": "2023-07-05"}
    work = {"left_behind_care": {"results": [{"text": "家长放心", "indicator": "i"}]}}
    both = [
        record(THREE, indicators=listed, programmes=work, **when)
        for listed, when in (
            (answers(numerator="12人")[:1], {}),
            (answers(), {"period": year}),
        )
    ]
    summary = sk.compose(both[0], previous=both[1], audience="internal")
    (moved,) = summary.explain("提高6.6个百分点")
    assert moved.calculation is not None
    assert moved.calculation.spelled(moved.value) == "40% − 33.4% = 6.6个百分点"
    assert moved.calculation.operands[1].calculation is not None
    assert moved.calculation.operands[1].calculation.is_apportioned


def test_the_sources_say_how_a_share_is_rounded() -> None:
    summary = sk.compose(record(THREE, indicators=answers()), audience="internal")
    told = "".join(summary.to_bytes("txt", sources=True).decode().split())
    assert told.count("≈33.4%（按最大余额法取整，使各项之和为100%）") == 1
    assert told.count("按最大余额法取整") == 1


def test_the_review_of_our_own_file_is_silent(tmp_path: Path) -> None:
    made = record(THREE, indicators=answers())
    file = tmp_path / "总结.docx"
    sk.compose(made, audience="internal").save(file)
    assert sk.review(file, record=made) == ()


def test_the_work_grows_with_the_parts_and_no_faster() -> None:
    def checked(many: int) -> int:
        answer = {"code": "other", "numerator": "1名", "denominator": f"{many}名"}
        share = f"{numbers.plain(numbers.rate(1, many, 4))}%"
        named = [answer | {"name": f"第{n}项", "value": share} for n in range(many)]
        made = record([], indicators=named)
        return calls(lambda: facts.check(made))

    assert checked(1_500) < 12 * checked(150)
