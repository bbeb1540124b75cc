"""Kinds that a pack adds say whom they reach, what they count, and who is meant."""

from pathlib import Path
from typing import Any, Final

import pytest

from own_kinds import heir
from prose import BASE, seams
from summarykit.compose import Audience, Extent, compose
from summarykit.document import text_of
from summarykit.model import YearRecord
from summarykit.packs import Length, Pack, load_pack

KINDS: Final = """\
[programmes.reading]
label = "课外阅读"
about = "学生课外阅读"
[programmes.boarders]
label = "寄宿管理"
about = "寄宿生管理"
cohorts = ["boarding"]
[programmes.both]
label = "集体生活"
about = "集体生活"
cohorts = ["boarding", "enrolled"]
[measures.book_corner]
label = "图书角"
group = "activities"
[measures.readers]
label = "师生共读"
group = "care"
[measures.open_day]
label = "家长开放日"
group = "home_school"
"""
SCHOOL: Final = {name: BASE[name] for name in ("organisation", "period")}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    found = load_pack(str(heir(tmp_path_factory.mktemp("packs"), kinds=KINDS)))
    assert found.pack is not None, found.findings
    return found.pack


def text(pack: Pack, *measures: dict[str, Any], work: str = "reading", **inside: object) -> str:
    programmes = {work: {"measures": list(measures), **inside}}
    return whole(pack, programmes)


def whole(
    pack: Pack,
    programmes: dict[str, Any],
    report: str = "annual",
    length: Length = Length.LONG,
) -> str:
    data = {**SCHOOL, "programmes": programmes}
    record = YearRecord.model_validate(data, context=pack.vocabulary)
    made = compose(record, pack, report, Audience.INTERNAL, Extent(length))
    assert made.document is not None, made.findings
    assert seams(made.document) == []
    return "\n".join(text_of(made.document))


@pytest.mark.parametrize(
    ("kind", "fields", "work", "told"),
    [
        ("readers", {}, "reading", "学生396名"),
        ("readers", {"cohort": "left_behind"}, "reading", "留守儿童396名"),
        ("readers", {"cohort": "enrolled"}, "boarders", "396名"),
        ("readers", {}, "boarders", "寄宿生396名"),
        ("readers", {}, "both", "学生396名"),
        ("readers", {"target": "低年级学生"}, "reading", "低年级学生396名"),
        ("open_day", {}, "reading", "人员396名"),
        ("open_day", {"target": "家长"}, "reading", "家长396名"),
    ],
)
def test_whom_a_measure_reaches_is_named(
    county: Pack, kind: str, fields: dict[str, str], work: str, told: str
) -> None:
    found = text(county, {"kind": kind, "reached": "396名", **fields}, work=work)

    assert told in found
    assert "惠及396" not in found
    assert "覆盖396" not in found


def test_a_measure_reaches_those_of_its_own_work_beside_other_work(county: Pack) -> None:
    care = {"measures": [{"kind": "heart_talk", "frequency": "每周一次"}]}
    own = {"measures": [{"kind": "readers", "reached": "396名"}]}
    found = whole(county, {"left_behind_care": care, "boarders": own})

    assert "寄宿生396名" in found
    assert "留守儿童396名" not in found


@pytest.mark.parametrize("practice", [None, "各班设立图书角，学生自带图书互换"])
def test_what_is_counted_is_named(county: Pack, practice: str | None) -> None:
    measure = {"kind": "book_corner", "count": "14个"}
    said = {"practice": practice} if practice else {}

    assert "图书角共14个" in text(county, {**measure, **said})


def test_times_have_a_verb(county: Pack) -> None:
    measure = {"kind": "readers", "count": "36次", "frequency": "每周一次"}

    assert "每周开展一次，共开展36次。" in text(county, measure)


def test_how_many_each_has_are_pupils(county: Pack) -> None:
    measure = {"mentors": "24名", "per_mentor": "5名"}

    assert "每人负责学生5名" in text(county, {"kind": "readers", **measure})
    assert "每人负责5名" in text(county, {"kind": "open_day", **measure})


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ({"kind": "book_corner", "name": "班级图书角", "count": "14个"}, "班级图书角共14个"),
        ({"kind": "readers", "name": "师生共读制度", "count": "36次"}, "师生共读共36次"),
        ({"kind": "readers", "reached": "120名"}, "师生共读覆盖学生120名"),
        (
            {"kind": "readers", "reached": "120名", "cohort": "boarding"},
            "师生共读覆盖寄宿生120名",
        ),
        ({"kind": "open_day", "reached": "120名"}, "家长开放日覆盖人员120名"),
    ],
)
def test_what_backs_a_result_is_called_by_its_own_name(
    county: Pack, measure: dict[str, str], told: str
) -> None:
    result = {"text": "学生更愿意读书", "evidence": ["m"]}
    found = text(county, {"id": "m", **measure}, results=[result])

    assert f"（{told}）" in found


@pytest.mark.parametrize(
    ("work", "difficulty", "told"),
    [
        (
            *("reading", {"kind": "staff_or_classroom_shortage", "affected": "43名"}),
            "学生43名",
        ),
        ("reading", {"kind": "parental_absence", "affected": "20户"}, "家庭20户"),
        ("boarders", {"kind": "staff_or_classroom_shortage", "cohort": "boarding"}, None),
        (
            *("reading", {"kind": "staff_or_classroom_shortage", "cohort": "boarding"}),
            "涉及寄宿生",
        ),
    ],
)
def test_whom_a_difficulty_concerns_is_named_where_the_work_does_not_say_it(
    county: Pack, work: str, difficulty: dict[str, str], told: str | None
) -> None:
    found = text(county, work=work, difficulties=[{"text": "座位不足", **difficulty}])

    assert (told in found) if told else ("涉及" not in found)


VALUES: Final[dict[str, object]] = {
    "cohort": "left_behind",
    "reached": "396名",
    "frequency": "每周一次",
    "count": "14个",
    "mentors": "12名",
    "per_mentor": "3名",
    "registers": [{"name": "登记册", "count": "14册"}],
    "channels": ["班级群"],
    "amount": "2.3万元",
}


@pytest.mark.parametrize("kind", ["book_corner", "open_day"])
@pytest.mark.parametrize("without", VALUES)
def test_any_of_the_fields_may_be_missing(county: Pack, kind: str, without: str) -> None:
    fields = {name: value for name, value in VALUES.items() if name != without}
    found = text(county, {"kind": kind, **fields})

    for bare in ("覆盖396名", "惠及396名", "。共14个", "，共14个"):
        assert bare not in found


@pytest.mark.parametrize("length", [Length.SHORT, Length.STANDARD])
def test_in_one_line_they_say_as_much(county: Pack, length: Length) -> None:
    measures = [
        {"kind": kind, "name": f"{name}{n}号", "reached": f"{n + 20}名"}
        for kind, name in (("readers", "共读"), ("open_day", "开放日"))
        for n in range(1, 30)
    ]
    found = whole(county, {"reading": {"measures": measures}}, "annual", length)

    assert not [line for line in found.split("\n") if "覆盖2" in line or "惠及2" in line]


def test_a_pack_may_say_that_those_reached_are_pupils(tmp_path: Path) -> None:
    terms = '[terms.of_pupils]\nopen_day = "1"\n'
    found = load_pack(str(heir(tmp_path, kinds=KINDS, terms=terms))).pack
    assert found is not None

    assert "学生396名" in text(found, {"kind": "open_day", "reached": "396名"})
