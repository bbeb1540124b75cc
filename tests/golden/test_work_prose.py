"""What was done is told in whole: each field of each entity, alone and with any others."""

import random
from typing import Final

import pytest

from measure_records import FULL
from prose import composed, pack, seams
from prose_seams import hard_seams
from summarykit.compose import Audience
from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOutReason, Telling
from summarykit.document import repeated_ids, text_of
from summarykit.model import MeasureKind, YearRecord
from work_records import (
    ACTIVITIES,
    ENTITIES,
    KINDS,
    ORGANISATIONS,
    VISITS,
    Fields,
    cases,
    of_organisation,
    record_with,
)

REPORT: Final = "home_visits"
GOALS: Final = [{"id": "goal", "text": "家访不漏一户"}]


def untold(record: YearRecord, report: str = REPORT) -> list[str]:
    """Return what of `record` its document does not say, but for the documents it rests on."""
    made = composed(record, report)
    assert made.document is not None, [str(finding) for finding in made.findings]
    telling = Telling(pack().reports[report], pack().wording, Audience.INTERNAL)
    found = left_out(record, made.document, telling)
    missing = [one for one in found if one.reason is LeftOutReason.UNTOLD]
    given = ("law", "rule", "terms", "people", "first", "second")
    return [f"{one.ref}: {one.text}" for one in missing if one.ref.split(".")[0] not in given]


def faults(record: YearRecord, report: str = REPORT) -> list[str]:
    """Return what is wrong with the text that is made of `record`."""
    made = composed(record, report)
    assert made.document is not None, [str(finding) for finding in made.findings]
    assert repeated_ids(made.document) == ()
    hard = (s for s in hard_seams(made.document, record) if not s.by_record)
    return [*seams(made.document), *(f"{seam.rule}: {seam.shown}" for seam in hard)]


def text(record: YearRecord, report: str = REPORT) -> str:
    """Return the text of 主要措施."""
    made = composed(record, report)
    assert made.document is not None
    return "\n".join(text_of(made.document)).split("主要措施\n", 1)[-1]


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("name", ENTITIES)
def test_every_field_of_an_entity_is_told_whatever_others_it_has(
    name: str, organisation: str
) -> None:
    for fields in cases(name):
        record = record_with(name, fields, organisation)
        assert untold(record) == [], text(record)
        assert faults(record) == [], text(record)


def test_two_schools_do_not_tell_the_same_in_the_same_words() -> None:
    for name, (entries, _) in ENTITIES.items():
        every = [frozenset(entry) for entry in entries]
        texts = {text(record_with(name, every, school)) for school in ORGANISATIONS}
        assert len(texts) > 1, name


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_measure_is_told_whatever_others_it_has(kind: MeasureKind) -> None:
    dice = random.Random(kind.value)  # noqa: S311 - as in `cases`
    subsets = [
        {name: value for name, value in FULL.items() if dice.random() < share}
        for share in (0.1, 0.2, 0.4, 0.6, 0.8)
    ]
    for at, fields in enumerate([{}, FULL, FULL, FULL, *subsets]):
        organisation = ORGANISATIONS[at % len(ORGANISATIONS)]
        given = {"kind": kind, "practice": "组织相关人员做好这件事", **fields}
        record = of_organisation(organisation, {}, goals=GOALS, measures=[given])
        assert untold(record) == [], text(record)
        assert faults(record) == [], text(record)


@pytest.mark.parametrize("kind", KINDS)
def test_a_measure_of_each_kind_is_told_in_more_than_one_way(kind: MeasureKind) -> None:
    work: Fields = {"goals": GOALS, "measures": [{"kind": kind, **FULL}]}
    texts = {text(of_organisation(f"{name}镇中心小学", {}, **work)) for name in "东南西北中"}
    assert len(texts) > 1


def test_the_public_reads_only_how_many_visits_there_were() -> None:
    every = [frozenset(visit) for visit in VISITS]
    record = record_with("visits", every, ORGANISATIONS[0])
    made = composed(record, REPORT, Audience.PUBLIC)
    assert made.document is not None
    told = "\n".join(text_of(made.document)).split("主要措施\n", 1)[-1]
    assert "个别家访2次。" in told
    for words in ("小禾", "走神", "祖母", "通话", "作息"):
        assert words not in told


AREAS: Final = [
    {"area": f"{area}村", "holder": f"{holder}主任", "duty": "包入学"}
    for area, holder in zip("东南西北中上下", "赵钱孙李周吴郑", strict=True)
]


@pytest.mark.parametrize("measures", [[], [{"kind": "zone_contracting", "practice": "划片"}]])
def test_many_areas_stand_in_a_table_or_in_rows(measures: list[dict[str, str]]) -> None:
    parts = {"responsibilities": {"areas": AREAS}}
    record = of_organisation(ORGANISATIONS[0], parts, measures=measures)
    told = text(record)
    assert untold(record) == [], told
    assert faults(record) == [], told
    assert ("见下表" in told) != bool(measures)
    assert ("东村、南村、西村" in told) == bool(measures)


@pytest.mark.parametrize("date", ["2023-09-08", "2023-09"])
def test_an_activity_that_is_a_measure_loses_none_of_its_fields(date: str) -> None:
    event = ACTIVITIES[1] | {"date": "2023-09-08"}
    given = {"kind": "deployment_meeting", "practice": "召开会议布置任务", "date": date}
    record = of_organisation(
        ORGANISATIONS[0], {"activities": [event]}, measures=[given | {"name": "部署会议"}]
    )
    told = text(record)
    assert told.count("2023年9月8日") == 1
    assert untold(record) == [], told
    assert faults(record) == [], told


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_a_planned_activity_is_told_as_a_plan_with_every_field(organisation: str) -> None:
    fields = [f for f in ACTIVITIES[0] if f not in ("kind", "name", "quote")]
    for some in ([], *([field] for field in fields), fields):
        kept = {name: ACTIVITIES[0][name] for name in ("kind", "name", *some)}
        event = kept | {"status": "planned"}
        record = of_organisation(organisation, {"activities": [event]})
        assert untold(record, "work_plan") == [], text(record, "work_plan")
        assert faults(record, "work_plan") == [], text(record, "work_plan")
