"""Facts that a pack declares and no template mentions: reports tell them unasked."""

import pickle
from pathlib import Path
from typing import Any, Final

import pytest

import summarykit as sk
from left_out_table import account
from own_kinds import heir
from prose import of, seams
from summarykit.compose import Audience, Composed, Extent, compose
from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.scope import Assignment
from summarykit.compose.situation import stating
from summarykit.document import Document, Fact, facts_of, repeated_ids, text_of
from summarykit.model import YearRecord
from summarykit.packs import Length, Pack, load_pack

BUREAU: Final = Audience.INTERNAL
FIELDS: Final = """\
[fields.meals]
name = "供餐学生"
type = "quantity"
[fields.canteens]
name = "食堂供餐点"
type = "quantity"
[fields.mode]
name = "供餐方式"
[fields.fund]
name = "膳食补助资金"
type = "money"
programmes = ["left_behind_care"]
[fields.opened]
name = "食堂启用时间"
type = "date"
[fields.rent]
name = "承包费用"
type = "money"
internal = true
"""
MENTION: Final = "{% if fields.meals %}全校供餐学生有{{ fields.meals }}。{% endif %}"
CARE: Final = {
    "measures": [{"kind": "heart_talk", "frequency": "每周一次"}],
    "results": [{"text": "留守儿童情绪更加稳定"}],
}
REPORT: Final = """\
id = "meals"
name = "供餐"
title = "{{ organisation.name }}供餐情况"
sections = [
  {id = "opening", template = "sections/opening.md.j2"},
  {id = "measures", title = "主要措施", template = "sections/measures.md.j2"},
]
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return loaded(tmp_path_factory.mktemp("packs"), fields=FIELDS, reports__meals=REPORT)


def loaded(folder: Path, **files: str) -> Pack:
    found = load_pack(str(heir(folder, **files)))
    assert found.pack is not None, found.findings
    return found.pack


def facts(**values: str) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in values.items()]


def record(*extra: dict[str, Any], **programmes: Any) -> YearRecord:  # noqa: ANN401 - plain data
    data = of(measures=[{"kind": "heart_talk", "frequency": "每周一次"}])
    told = {**data.get("programmes", {}), **programmes}
    return YearRecord.model_validate(data | {"extra": list(extra), "programmes": told})


def made(
    pack: Pack,
    found: YearRecord,
    report: str = "annual",
    audience: Audience = Audience.INTERNAL,
) -> Composed:
    composed = compose(found, pack, report, audience, Extent(Length.LONG))
    assert composed.document is not None, composed.findings
    assert seams(composed.document) == []
    assert repeated_ids(composed.document) == ()
    return composed


def text(
    pack: Pack,
    found: YearRecord,
    report: str = "annual",
    audience: Audience = Audience.INTERNAL,
) -> str:
    document = made(pack, found, report, audience).document
    assert document is not None
    return "\n".join(text_of(document))


def untold(pack: Pack, found: YearRecord, report: str = "annual") -> list[str]:
    left, errors = account(found, pack, report, Audience.PUBLIC, Extent(Length.LONG))
    assert errors == ()
    return [entry.ref for entry in left if entry.reason == "untold"]


def test_facts_on_the_school_stand_with_what_it_is(county: Pack) -> None:
    found = record(*facts(供餐学生="612名", canteens="3个以上", 食堂启用时间="2019年9月"))
    (line,) = (one for one in text(county, found).split("\n") if "供餐学生" in one)

    assert "供餐学生为612名，食堂供餐点在3个以上，食堂启用时间为2019年9月。" in line
    assert untold(county, found) == []
    document = made(county, found).document
    assert document is not None
    printed = [fact.ref.partition("#")[0] for fact in facts_of(document)]
    assert [printed.count(f"extra[{i}].value") for i in range(3)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("供餐方式", "食堂供餐", "供餐方式为食堂供餐。"),
        (
            *("供餐方式", "学校食堂集中供餐，由县里统一配送原料。"),
            "供餐方式为学校食堂集中供餐，由县里统一配送原料。",
        ),
        ("供餐方式", "为学生提供午餐", "供餐方式是为学生提供午餐。"),
        ("供餐学生", "约600名", "供餐学生约600名。"),
        ("供餐学生", "六百一十二名", "供餐学生为612名。"),
    ],
)
def test_a_fact_is_a_whole_sentence(county: Pack, name: str, value: str, told: str) -> None:
    assert told in text(county, record(*facts(**{name: value})))


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [
        ("发放营养手册", "600余份", "发放营养手册600余份。"),
        ("培训厨师人次", "12人次", "培训厨师人次为12人次。"),
    ],
)
def test_a_label_that_says_what_was_done_needs_no_verb(
    tmp_path: Path, label: str, value: str, told: str
) -> None:
    pack = loaded(tmp_path, fields=f'[fields.a]\nname = "{label}"\ntype = "quantity"\n')

    assert told in text(pack, record(*facts(a=value)))


def test_a_motto_stands_in_quotation_marks(tmp_path: Path) -> None:
    pack = loaded(tmp_path, fields='[fields.motto]\nname = "校训"\n')

    assert "校训为“勤学笃行”。" in text(pack, record(*facts(校训="勤学笃行")))


def test_an_amount_of_some_work_stands_with_its_results(county: Pack) -> None:
    found = record(*facts(膳食补助资金="61.2万元"), left_behind_care=CARE)
    told = text(county, found)

    assert "留守儿童情绪更加稳定。\n此外，膳食补助资金为61.2万元。" in told
    assert untold(county, found) == []


def test_what_the_pack_says_of_its_programmes_holds_for_facts_that_say_nothing(
    county: Pack,
) -> None:
    care = {"left_behind_care": CARE, "home_visits": {"closing": "继续走访"}}
    found = record(*facts(膳食补助资金="61.2万元"), **care)

    assert "61.2万元" in text(county, found, "left_behind_care")
    assert "61.2万元" not in text(county, found, "home_visits")
    assert untold(county, found, "home_visits") == []


def test_a_report_without_the_usual_sections_tells_them_before_its_first_heading(
    county: Pack,
) -> None:
    found = record(*facts(供餐学生="612名", 膳食补助资金="61.2万元"), left_behind_care=CARE)
    told = text(county, found, "meals").split("\n")

    place = told.index("一、主要措施")
    assert told[place + 1] == "供餐学生为612名，膳食补助资金为61.2万元。"
    left, _ = account(found, county, "meals", Audience.INTERNAL, Extent(Length.LONG))
    assert [e.ref for e in left if e.reason == "untold" and e.ref.startswith("extra")] == []


def test_what_a_template_mentions_is_told_there_and_nowhere_else(tmp_path: Path) -> None:
    folder = heir(
        tmp_path,
        fields=FIELDS,
        reports__annual='[[sections]]\nid = "meals"\ntitle = "供餐情况"\n'
        'template = "sections/meals.md.j2"\nafter = "situation"\n',
    )
    (folder / "sections").mkdir()
    (folder / "sections/meals.md.j2").write_text(MENTION, "utf-8")
    pack = load_pack(str(folder)).pack
    assert pack is not None
    told = text(pack, record(*facts(meals="612名", canteens="3个")))

    assert told.count("612名") == 1
    assert "供餐情况\n全校供餐学生有612名。" in told
    assert "食堂供餐点为3个。" in told


def test_what_is_for_the_bureau_alone_is_in_no_public_text(county: Pack) -> None:
    found = record(*facts(承包费用="3.6万元", 供餐学生="612名"))

    assert "承包费用为3.6万元" in text(county, found)
    public = text(county, found, audience=Audience.PUBLIC)
    assert "3.6万元" not in public
    assert "612名" in public
    left, _ = account(found, county, "annual", Audience.PUBLIC, Extent(Length.LONG))
    hidden = [entry for entry in left if entry.ref.startswith("extra[0]")]
    assert {entry.reason.value for entry in hidden} == {"private"}
    assert [entry.text for entry in hidden] == [""] * len(hidden)


def test_plans_and_briefings_leave_them_out_like_other_facts(county: Pack) -> None:
    found = record(*facts(供餐学生="612名"))
    for report in ("work_plan", "briefing"):
        left, _ = account(found, county, report, Audience.INTERNAL, Extent(Length.LONG))
        assert {e.reason.value for e in left if e.ref == "extra[0].value"} == {"other_report"}


def test_a_record_without_such_facts_reads_as_before(county: Pack) -> None:
    zh = load_pack("zh").pack
    assert zh is not None
    assert text(county, record()) == text(zh, record())


def test_a_short_text_leaves_out_what_it_has_no_room_for_and_says_so(county: Pack) -> None:
    full = sk.read_record(Path(__file__).parents[3] / "examples/full-school-year.yaml")
    extra = record(*facts(供餐学生="612名", 供餐方式="食堂供餐")).extra
    found = full.model_copy(update={"extra": extra})
    left, errors = account(found, county, "annual", Audience.INTERNAL, Extent(Length.SHORT))

    assert errors == ()
    reasons = {e.reason.value for e in left if e.ref.startswith("extra") and "value" in e.ref}
    assert reasons <= {"length"}


def test_the_account_of_a_document_can_still_be_carried_elsewhere(county: Pack) -> None:
    task = Assignment(county, county.reports["annual"], Audience.PUBLIC)
    telling = Telling.of(task)

    assert pickle.loads(pickle.dumps(telling)) == telling  # noqa: S301 - our own bytes


def test_a_document_is_searched_for_declared_facts_only_where_there_are_some(
    county: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[Document] = []

    def seen(document: Document) -> tuple[Fact, ...]:
        searched.append(document)
        return facts_of(document)

    monkeypatch.setattr(stating, "facts_of", seen)
    made(county, record())
    assert searched == []
    made(county, record(*facts(meals="612名")))
    assert searched
