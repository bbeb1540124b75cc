"""Two records side by side: what is refused, compared, contradicted, followed up and copied."""

import copy
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from spending import calls
from summarykit.diagnostics import Code, Finding
from summarykit.facts.earlier import FollowUpStatus, YearOnYear, year_on_year
from summarykit.model import YearRecord

Data = dict[str, Any]
Change = Callable[[Data], object]
_S = FollowUpStatus

RECORD: Data = {
    "organisation": {"name": "云岭县青石镇中心小学", "level": "school"},
    "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
    "definitions": [{"id": "d", "cohort": "left_behind", "text": "父母双方外出三个月以上"}],
    "policies": [{"id": "p", "title": "样例办法"}],
    "population": [
        {"id": "all", "cohort": "enrolled", "count": "612名", "date": "2023-09-15"},
        {"id": "left", "cohort": "left_behind", "count": "87名", "definition": "local"},
        {"id": "girls", "cohort": "left_behind", "count": "42名", "gender": "female",
         "part_of": "left"},
    ],
    "enrolment_flow": [{"start": "2023-09-01", "end": "2024-07-05", "opening": "590名",
                        "closing": "612名", "transferred_in": "34名"}],
    "indicators": [
        {"id": "filing", "code": "filing", "numerator": "87名", "denominator": "87名",
         "scope": "全校", "definition": "建档人数与留守儿童人数之比", "as_of": "2024-06"},
    ],
    "aid": [{"id": "a", "kind": "meals", "beneficiaries": "80名", "amount": "4万元",
             "policy": "p"}],
    "home_visits": {"campaigns": [
        {"name": "2023年秋季家访", "households": "80户",
         "coverage": [{"group": "留守儿童", "visited": "80名", "total": "87名"}]},
    ]},
    "programmes": {"left_behind_care": {"measures": [
        {"id": "m", "kind": "teacher_pairing", "pairs": "87对"},
    ]}},
}  # fmt: skip


ALL = 10
"""So many figures of it can be compared with those of another one."""


def before(data: Data) -> Data:
    """Return the same a year earlier."""
    earlier = copy.deepcopy(data)
    earlier["period"] |= {"start": "2022-09-01", "end": "2023-07-05"}
    return earlier


def put(path: str, value: object) -> Change:
    """Return the change that writes a value at `population.0.count`."""

    def change(data: Data) -> None:
        *steps, last = path.split(".")
        here: Any = data
        for step in steps:
            here = here[int(step)] if step.isdecimal() else here[step]
        here[last] = value

    return change


def beside(now: Data, earlier: Data) -> YearOnYear:
    return year_on_year(YearRecord.model_validate(now), YearRecord.model_validate(earlier))


def compared(*changes: Change, now: Data = RECORD) -> YearOnYear:
    """Return what two records say of one another of which the earlier one is changed."""
    earlier = before(RECORD)
    for change in changes:
        change(earlier)
    return beside(copy.deepcopy(now), earlier)


def told(made: YearOnYear) -> list[str]:
    """Return the codes and places of the findings."""
    return [f"{one.code} {one.at.field}" for one in made.findings]


def figures(made: YearOnYear) -> list[str]:
    return [
        f"{'.'.join(map(str, one.path))}: {one.before} {one.figure}"
        for one in made.figures
        if one.is_changed
    ]


@pytest.mark.parametrize(
    ("change", "where", "said"),
    [
        (put("organisation.name", "石门镇小学"), "organisation.name",
         "the earlier record is of 石门镇小学, this one of 云岭县青石镇中心小学"),
        (put("organisation.level", "township"), "organisation.level",
         "the earlier record is of a township, this one of a school"),
        (put("period.kind", "calendar_year"), "period",
         ("the earlier record is of another kind of period, calendar_year, this one of"
          " school_year")),
        (put("period.start", "2023-09-01"), "period",
         "the earlier record is not earlier: 2023年9月1日, this one 2023年9月1日"),
        (put("period.start", "2024-09-01"), "period",
         "the earlier record is not earlier: 2024年9月1日, this one 2023年9月1日"),
        (put("period.start", "2021-09-01"), "period",
         ("the earlier record is not of the period just before: 2021年9月1日, this one"
          " 2023年9月1日")),
        (put("period.start", None), "period",
         "nobody can tell that the earlier record is of the period before"),
    ],
)  # fmt: skip
def test_a_record_that_is_not_of_the_period_before_is_refused(
    change: Change, where: str, said: str
) -> None:
    made = compared(change)
    (finding,) = made.findings
    assert finding.is_error
    assert finding.code is Code.PREVIOUS_REFUSED
    assert finding.at.field == f"previous.{where}"
    assert str(finding.message) == said
    assert not made.figures
    assert not made.follow_up


@pytest.mark.parametrize(
    ("kind", "now", "earlier"),
    [
        ("school_year", {"name": "2023—2024学年"}, {"name": "2022—2023学年"}),
        ("school_year", {"start": "2023"}, {"start": "2022-08-28"}),
        ("calendar_year", {"name": "2023年度"}, {"start": "2022-01"}),
        ("term", {"name": "2024年春季学期"}, {"name": "2023年秋季学期"}),
        ("term", {"start": "2023-09"}, {"start": "2023-02-13"}),
        ("campaign", {"start": "2024-03"}, {"start": "2023-10"}),
        ("single_event", {"start": "2024-03"}, {"start": "2023-03"}),
        ("multi_year", {"start": "2022-01"}, {"start": "2019-01", "end": "2021-12"}),
    ],
)
def test_the_period_before_is_told_by_its_dates_or_its_name(
    kind: str, now: Data, earlier: Data
) -> None:
    records = [RECORD | {"period": {"kind": kind} | dates} for dates in (now, earlier)]
    made = beside(*records)
    assert Code.PREVIOUS_REFUSED not in [one.code for one in made.findings]
    assert made.figures


@pytest.mark.parametrize(
    ("kind", "now", "earlier"),
    [
        ("term", {"name": "2024年春季学期"}, {"name": "2024年学期"}),
        ("term", {"start": "2024-02"}, {"start": "2023-02"}),
        ("multi_year", {"start": "2024-01"}, {"start": "2019-01", "end": "2021-12"}),
        ("since_start", {"start": "2019-09", "end": "2024"}, {"start": "2018-09"}),
    ],
)
def test_periods_that_do_not_follow_one_another_are_refused(
    kind: str, now: Data, earlier: Data
) -> None:
    records = [RECORD | {"period": {"kind": kind} | dates} for dates in (now, earlier)]
    assert [one.code for one in beside(*records).findings] == [Code.PREVIOUS_REFUSED]


def test_an_organisation_may_be_called_by_its_short_name() -> None:
    now = RECORD | {"organisation": RECORD["organisation"] | {"short_name": "青石小学"}}
    made = compared(put("organisation.name", "青石小学"), now=now)
    assert made.findings == ()


def test_the_same_record_a_year_earlier_has_nothing_that_changed() -> None:
    made = compared()
    assert made.findings == ()
    assert figures(made) == []
    assert len(made.figures) == ALL


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        (put("population.0.count", "600名"), "population.0.count: 600名 612名"),
        (put("indicators.0.numerator", "80名"), "indicators.0.value: 92% 100%"),
        (put("indicators.0.value", "91.5%"), "indicators.0.value: 91.5% 100%"),
        (put("enrolment_flow.0.transferred_in", "0名"),
         "enrolment_flow.0.transferred_in: 0名 34名"),
        (put("aid.0.beneficiaries", "75名"), "aid.0.beneficiaries: 75名 80名"),
        (put("aid.0.amount", "3.5万元"), "aid.0.amount: 3.5万元 4万元"),
        (put("home_visits.campaigns.0.coverage.0.visited", "87名"),
         "home_visits.campaigns.0.coverage.0.rate: 100% 92%"),
        (put("programmes.left_behind_care.measures.0.pairs", "80对"),
         "programmes.left_behind_care.measures.0.pairs: 80对 87对"),
    ],
)  # fmt: skip
def test_one_figure_that_differs_is_the_one_that_changed(change: Change, moved: str) -> None:
    made = compared(change)
    assert figures(made) == [moved]
    assert made.findings == ()


@pytest.mark.parametrize(
    ("change", "where", "said"),
    [
        (put("population.1.definition", "six_months"), "population[1].count",
         "definition is 本地口径 here, and 父母一方或双方外出务工连续六个月以上 in"),
        (put("population.1.definition", None), "population[1].count",
         "definition is 本地口径 here, and not said in previous.population[1].count"),
        (put("definitions.0.text", "父母一方外出半年以上"), "population[1].count",
         "definition is 父母双方外出三个月以上 here, and 父母一方外出半年以上 in"),
        (put("population.0.count", "600人"), "population[0].count",
         "unit is 名 here, and 人 in previous.population[0].count"),
        (put("population.0.date", "2022-06"), "population[0].date",
         "date is 2023年9月15日 here, and 2022年6月 in previous.population[0].date"),
        (put("indicators.0.scope", "全镇"), "indicators[0].scope",
         "scope is 全校 here, and 全镇 in previous.indicators[0].scope"),
        (put("indicators.0.definition", None), "indicators[0].definition",
         ("definition is 建档人数与留守儿童人数之比 here, and not said in"
          " previous.indicators[0]")),
        (put("indicators.0.as_of", "2023-01"), "indicators[0].as_of", "as_of is 2024年6月"),
        (put("policies.0.title", "另一办法"), "aid[0].beneficiaries",
         "policy is 样例办法 here, and 另一办法 in previous.aid[0].beneficiaries"),
        (put("aid.0.amount", "每人500元"), "aid[0].amount", "unit is 元 here, and 每人元 in"),
    ],
)  # fmt: skip
def test_what_is_not_counted_alike_is_not_compared_and_both_places_are_told(
    change: Change, where: str, said: str
) -> None:
    made = compared(change)
    found = [one for one in made.findings if one.at.field == where]
    assert found
    assert {one.code for one in made.findings} == {Code.PREVIOUS_INCOMPARABLE}
    assert said in str(found[0].message)
    assert "previous." in str(found[0].message)
    assert not any(".".join(map(str, one.path)) == where for one in made.figures)


@pytest.mark.parametrize(
    "change",
    [
        put("population.0.count", "约600名"),
        put("population.0.count", "xx名"),
        put("population.0.cohort", "school_age"),
        put("population.2.gender", "male"),
        put("programmes.left_behind_care.measures.0.kind", "heart_talk"),
        put("home_visits.campaigns.0.coverage.0.group", "随迁子女"),
    ],
)
def test_what_is_no_exact_figure_of_the_same_thing_is_passed_over(change: Change) -> None:
    made = compared(change)
    assert made.findings == ()
    assert figures(made) == []
    assert len(made.figures) < ALL


def test_a_name_of_another_year_is_the_same_name() -> None:
    now = copy.deepcopy(RECORD)
    put("policies.0.title", "关于做好2023—2024学年营养改善工作的通知")(now)
    before_ = put("policies.0.title", "关于做好2022—2023学年营养改善工作的通知")
    campaign = put("home_visits.campaigns.0.name", "2022年秋季家访")
    made = compared(before_, campaign, now=now)
    assert made.findings == ()
    assert len(made.figures) == ALL


def test_of_several_that_are_alike_the_ids_say_which_is_which() -> None:
    measures = [{"id": "m", "kind": "heart_talk", "count": "5次"},
                {"id": "n", "kind": "heart_talk", "count": "9次"}]  # fmt: skip
    now = RECORD | {"programmes": {"left_behind_care": {"measures": measures}}}
    turned = [measures[1] | {"count": "8次"}, measures[0]]
    place = "programmes.left_behind_care.measures"
    assert figures(compared(put(place, turned), now=now)) == [f"{place}.1.count: 8次 9次"]
    nameless = [{key: one[key] for key in ("kind", "count")} for one in turned]
    made = compared(put(place, nameless), now=now)
    assert not any("heart_talk" in str(one.pair.entity) for one in made.figures)


@pytest.mark.parametrize(
    ("path", "value", "where", "said"),
    [
        ("population.1.previous", "85名", "population[1].previous",
         ("85名 is told here of the period before, but 87名 in previous.population[1].count:"
          " 87 − 85 = 2")),
        ("indicators.0.baseline", "97.5%", "indicators[0].baseline",
         ("97.5% is told here of the period before, but 100% in previous.indicators[0].value:"
          " 100 − 97.5 = 2.5")),
    ],
)  # fmt: skip
def test_what_a_record_tells_of_the_period_before_is_held_against_its_record(
    path: str, value: str, where: str, said: str
) -> None:
    now = copy.deepcopy(RECORD)
    put(path, value)(now)
    (finding,) = compared(now=now).findings
    assert finding.code is Code.PREVIOUS_DIFFERS
    assert finding.at.field == where
    assert str(finding.message) == said


def test_an_earlier_figure_under_another_definition_may_be_another_one() -> None:
    now = copy.deepcopy(RECORD)
    now["population"][1] |= {"previous": "95名", "previous_definition": "six_months"}
    assert compared(now=now).findings == ()


def test_one_period_opens_with_what_the_other_closes_with_on_the_same_day() -> None:
    same_day = put("enrolment_flow.0.end", "2023-09-01")
    (finding,) = compared(same_day).findings
    assert finding.at.field == "enrolment_flow[0].opening"
    assert str(finding.message).endswith("enrolment_flow[0].closing: 612 − 590 = 22")
    assert compared(put("enrolment_flow.0.end", "2023-08-31")).findings == ()


@pytest.mark.parametrize(
    ("comparison", "compares"),
    [
        ({"name": "上学年"}, True),
        ({"name": "2022—2023学年", "start": "2022-09"}, True),
        ({"start": "2021-09-01", "end": "2022-07-05"}, False),
        ({"name": "2019年普查"}, False),
    ],
)
def test_a_record_that_compares_itself_with_another_period_takes_no_figures(
    comparison: Data,
    compares: bool,  # noqa: FBT001 - one of a table
) -> None:
    now = RECORD | {"period": RECORD["period"] | {"comparison": comparison}}
    made = compared(now=now)
    assert bool(made.figures) is compares
    codes = [] if compares else ["previous-differs period.comparison"]
    assert told(made) == codes


STEP = {"id": "room", "action": "腾出两间教室建成亲情通话室"}


def followed(*, step: Data = STEP, **programme: object) -> YearOnYear:
    now = RECORD | {"programmes": {"left_behind_care": programme}}
    return compared(put("programmes.left_behind_care", {"next_steps": [step]}), now=now)


@pytest.mark.parametrize(
    ("programme", "status", "by"),
    [
        ({"measures": [{"kind": "facilities", "status": "done", "follows": "room"}]},
         _S.DONE, 1),
        ({"measures": [{"kind": "facilities", "status": "in_place", "follows": "room"}]},
         _S.DONE, 1),
        ({"measures": [{"kind": "facilities", "follows": ["room"]}]}, _S.UNDER_WAY, 1),
        ({"results": [{"text": "通话不再排队", "follows": "room"}]}, _S.DONE, 1),
        ({"next_steps": [{"action": "再腾一间", "follows": "room"}]}, _S.PLANNED_AGAIN, 1),
        ({"measures": [{"kind": "facilities", "status": "planned", "follows": "room"}],
          "results": [{"text": "通话不再排队", "follows": "room"}]}, _S.DONE, 2),
        ({"measures": [{"kind": "facilities", "status": "heading_only", "follows": "room"}]},
         _S.NOT_MENTIONED, 0),
        ({"measures": [{"kind": "heart_talk", "practice": "班主任每周谈心"}]},
         _S.NOT_MENTIONED, 0),
    ],
)  # fmt: skip
def test_what_became_of_a_next_step_is_what_names_it(
    programme: Data, status: FollowUpStatus, by: int
) -> None:
    made = followed(**programme)
    (one,) = made.follow_up
    assert (one.status, one.certain, len(one.told_by)) == (status, True, by)
    assert one.path == ("programmes", "left_behind_care", "next_steps", 0)
    codes = [Code.STEP_UNMENTIONED] if status is _S.NOT_MENTIONED else []
    assert [finding.code for finding in made.findings] == codes


def test_an_activity_says_it_too() -> None:
    activity = {"kind": "meeting", "name": "启用仪式", "follows": "room"}
    now = RECORD | {"activities": [activity], "programmes": {"left_behind_care": {}}}
    steps = put("programmes.left_behind_care", {"next_steps": [STEP]})
    assert [one.status for one in compared(steps, now=now).follow_up] == [_S.DONE]


def test_words_that_agree_are_a_guess_and_told_as_one() -> None:
    made = followed(measures=[
        {"kind": "heart_talk", "practice": "班主任每周谈心"},
        {"kind": "facilities", "status": "done",
         "practice": "学校腾出两间教室，建成亲情通话室"},
    ])  # fmt: skip
    (one,) = made.follow_up
    assert (one.status, one.certain) == (_S.DONE, False)
    assert one.told_by == (("programmes", "left_behind_care", "measures", 1),)
    (finding,) = made.findings
    assert finding.code is Code.STEP_UNLINKED
    assert "previous.programmes.left_behind_care.next_steps[0]" in str(finding.message)


def test_half_of_the_words_are_no_guess_and_short_ones_are_never() -> None:
    few = followed(measures=[{"kind": "facilities", "practice": "两间教室刷了墙"}])
    assert [one.status for one in few.follow_up] == [_S.NOT_MENTIONED]
    short = {"id": "room", "action": "多谈心"}
    made = followed(step=short, measures=[{"kind": "heart_talk", "practice": "多谈心"}])
    assert [one.status for one in made.follow_up] == [_S.NOT_MENTIONED]


def test_a_step_that_the_earlier_record_does_not_have_is_named() -> None:
    made = followed(measures=[{"kind": "facilities", "follows": ["room", "roon"]}])
    (finding,) = made.findings
    assert told(made) == ["unknown-id programmes.left_behind_care.measures[0].follows[1]"]
    assert str(finding.hint) == "did you mean room?"


PRACTICE = "班主任利用午休时间与留守儿童逐个谈心，了解思想变化，帮助解决实际困难，每月3次"


def copied(now: str, earlier: str, field: str = "practice") -> list[Finding]:
    """Return what is found of a text and an earlier one, each of a measure."""
    measures = [{"kind": "heart_talk", field: text} for text in (now, earlier)]
    record = RECORD | {"programmes": {"left_behind_care": {"measures": measures[:1]}}}
    change = put("programmes.left_behind_care.measures", measures[1:])
    return list(compared(change, now=record).findings)


def test_a_text_in_which_only_figures_and_marks_are_new_is_a_copy() -> None:
    (finding,) = copied(PRACTICE.replace("3次", "12次").replace("，", "；"), PRACTICE)
    assert finding.code is Code.TEXT_COPIED
    place = "programmes.left_behind_care.measures[0].practice"
    assert finding.at.field == place
    assert str(finding.message).startswith("100% of these ")
    assert str(finding.message).endswith(f"previous.{place}")


def test_a_copy_is_one_from_four_fifths_on() -> None:
    kept = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    own = "天地玄黄宇宙洪荒日月"
    (finding,) = copied(kept[:16] + own[:4], kept)
    assert str(finding.message).startswith("80%")
    assert copied(kept[:15] + own[:5], kept) == []


@pytest.mark.parametrize(
    ("now", "earlier", "field"),
    [
        ("午休时班主任找留守儿童一个个聊，弄清他们在想什么、难在哪里，能办的当场办", PRACTICE,
         "practice"),
        (PRACTICE[:19], PRACTICE[:19], "practice"),
        (PRACTICE, PRACTICE, "name"),
    ],
)  # fmt: skip
def test_other_words_short_texts_and_names_are_no_copies(
    now: str, earlier: str, field: str
) -> None:
    assert copied(now, earlier, field) == []


def test_a_text_put_together_of_several_is_a_copy_of_the_one_it_has_most_of() -> None:
    parts = [PRACTICE, "学校每学期开学第一周逐户核对外出务工家长的电话和住址，更新联系卡"]
    record = RECORD | {
        "programmes": {"left_behind_care": {"background": parts[0] + parts[1][:15]}}
    }
    goals = [{"text": parts[1]}, {"text": parts[0]}]
    change = put("programmes.left_behind_care", {"goals": goals})
    (finding,) = compared(change, now=record).findings
    assert "previous.programmes.left_behind_care.goals[1].text" in str(finding.message)


@pytest.mark.parametrize(
    ("title", "codes"),
    [("青石小学2023年工作总结", [Code.TEXT_COPIED]), ("青石小学工作总结", [])],
)
def test_a_title_that_says_a_year_is_new_every_year(title: str, codes: list[Code]) -> None:
    now = RECORD | {"programmes": {"left_behind_care": {"title": title}}}
    made = compared(put("programmes.left_behind_care", {"title": title}), now=now)
    assert [one.code for one in made.findings] == codes


def many(count: int) -> Data:
    """Return a record of so many counts, measures, steps and texts."""
    work = {
        "measures": [
            {"id": f"m{at}", "kind": "heart_talk", "name": f"谈心{chr(0x4E00 + at)}",
             "practice": f"{PRACTICE}{chr(0x4E00 + at)}", "count": f"{at}次"}
            for at in range(count)
        ],
        "next_steps": [
            {"id": f"s{at}",
             "action": f"{chr(0x5E00 + at)}班教师每月到{chr(0x6E00 + at)}村走访"}
            for at in range(count)
        ],
    }  # fmt: skip
    people = [
        {"id": f"p{at}", "cohort": "left_behind", "grade": f"{at}班", "count": f"{at}名"}
        for at in range(count)
    ]
    return RECORD | {"population": people, "programmes": {"left_behind_care": work}}


def test_the_work_grows_with_the_records() -> None:
    pairs = {
        count: (YearRecord.model_validate(many(count)),
                YearRecord.model_validate(before(many(count))))
        for count in (50, 400)
    }  # fmt: skip
    spent = {count: calls(partial(year_on_year, *two)) for count, two in pairs.items()}
    assert spent[400] < spent[50] * 8 * 1.3
