"""Records that name kinds of a pack: known with its vocabulary, told with a hint without it."""

from pathlib import Path

import pytest

from summarykit.model.added import OUR_OWN, AddedMeasure, AddedProgramme, Vocabulary
from summarykit.model.kinds import MeasureGroup
from summarykit.readers import read_record
from summarykit.readers.data import read_data
from summarykit.readers.record import read_text

HEAD = "organisation: {name: 青石小学, level: school}\nperiod: {kind: school_year}\n"
NUTRITION = AddedProgramme("nutrition", "营养改善")
MEALS = AddedMeasure("shared_meals", "食堂陪餐", MeasureGroup.CARE)
KNOWN = Vocabulary((NUTRITION,), (MEALS,))
YAML = HEAD + "工作:\n  营养改善:\n    主要措施: {类型: 食堂陪餐, 频次: 每天一次}\n"


def problems(text: str, known: Vocabulary = KNOWN) -> list[str]:
    read = read_text(text, format="yaml", source="year.yaml", vocabulary=known)
    return [str(finding) for finding in read.findings]


def test_a_file_may_name_what_the_vocabulary_adds(tmp_path: Path) -> None:
    file = tmp_path / "year.yaml"
    file.write_text(YAML, "utf-8")
    read = read_record(file, KNOWN)

    assert read.findings == ()
    assert read.record is not None
    assert [*read.record.programmes] == [NUTRITION]
    assert read.places.place(("programmes", "nutrition", "measures", 0)).line == 5


def test_data_of_a_program_may_too() -> None:
    data = {
        "organisation": {"name": "青石小学", "level": "school"},
        "period": {"kind": "school_year"},
        "programmes": {NUTRITION: {"measures": [{"kind": MEALS}]}},
        "extra": [{"name": "供餐学生", "value": "412名", "programmes": ["营养改善"]}],
    }
    read = read_data(data, KNOWN)

    assert read.findings == ()
    assert read.record is not None
    assert read.record.extra[0].programmes == (NUTRITION,)
    # A record in parts is data, too.
    assert read_data(read.record, KNOWN).record == read.record
    assert [str(f) for f in read_data(data).findings] == [
        (
            "programmes.nutrition  error unknown-key  nutrition is not a field here\n  hint:"
            " allowed: left_behind_care, migrant_enrolment, dropout_prevention, home_visits,"
            " legal_education, safety, student_aid; if a pack adds it, name the pack: --pack"
        ),
        (
            "extra[0].programmes[0]  error wrong-value  营养改善 is not allowed here; allowed:"
            " left_behind_care 关爱留守儿童, migrant_enrolment 随迁子女入学, dropout_prevention"
            " 控辍保学, home_visits 家访, legal_education 法治教育, safety 安全教育,"
            " student_aid 学生资助\n  hint: if a pack adds it, name the pack: --pack"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "known", "told"),
    [
        (
            "programmes: {营养改善: {}}\n",
            OUR_OWN,
            (
                "year.yaml:3:14 programmes.营养改善  error unknown-key"
                "  营养改善 is not a field here\n"
                "  hint: allowed: 关爱留守儿童, 随迁子女入学, 控辍保学, 家访, 法治教育,"
                " 安全教育, 学生资助; if a pack adds it, name the pack: --pack"
            ),
        ),
        (
            "programmes: {nutritions: {}}\n",
            KNOWN,
            (
                "year.yaml:3:14 programmes.nutritions  error unknown-key"
                "  nutritions is not a field here\n"
                "  hint: did you mean nutrition?"
            ),
        ),
        (
            "programmes: {safety: {measures: {kind: 食堂陪饭}}}\n",
            KNOWN,
            (
                "year.yaml:3:40 programmes.safety.measures[0].kind  error wrong-value"
                "  食堂陪饭 is none of the 56 values allowed;"
                " the nearest are shared_meals 食堂陪餐, leading_group 领导小组,"
                " rules_and_plans 制度方案\n"
                "  hint: did you mean 食堂陪餐?"
            ),
        ),
        (
            "programmes: {safety: {measures: {kind: zzz}}}\n",
            OUR_OWN,
            (
                "  hint: `summarykit schema --format md` lists all of them;"
                " if a pack adds it, name the pack: --pack"
            ),
        ),
        (
            "programmes: {营养改善: {}, nutrition: {}}\n",
            KNOWN,
            "year.yaml:3:24 programmes.nutrition  error duplicate-key",
        ),
        (
            "programmes: {营养改善: {measures: {kind: 食堂陪餐, pairs: 许多许多}}}\n",
            KNOWN,
            "year.yaml:3:51 programmes.nutrition.measures[0].pairs  error wrong-value",
        ),
        (
            "programmes: {营养改善: {工作目的: []}}\n",
            KNOWN,
            "hint: did you mean 工作目标?",
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_place_and_what_is_meant(
    text: str, known: Vocabulary, told: str
) -> None:
    found = problems(HEAD + text, known)
    assert any(told in one for one in found), found


def test_the_vocabulary_of_one_reader_is_not_that_of_another() -> None:
    assert problems(YAML) == []
    assert problems(YAML, OUR_OWN) != []
    other = AddedProgramme("nutrition", "营养餐")
    (found,) = problems(YAML, Vocabulary((other,), (MEALS,)))
    assert "营养餐" in found


def test_a_field_in_the_wrong_place_belongs_in_the_programme_of_the_record() -> None:
    found = problems(HEAD + "programmes: {nutrition: {}}\nnext_steps: [{action: 增设座位}]\n")
    assert any("next_steps belongs in programmes.nutrition" in one for one in found), found
