"""Every wrong field is told with its place, what was found, allowed and meant."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from records import HEAD, YEAR, found_in, problems
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.model import YearRecord
from summarykit.readers import read_text, record
from summarykit.readers.places import Places
from summarykit.readers.problems import findings_of

ORGANISATION = "allowed: class 班级, school 学校, township 乡镇, county 县区"
EXAMPLES = "185名, 600余份, 1～2名, 37%左右, 若干人"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "organisation: {nmae: 青石小学, level: school}\nperiod: {kind: term}\n",
            (
                "year.yaml:1:16 organisation.nmae  error unknown-key"
                "  nmae is not a field here\n"
                "  hint: did you mean name?"
            ),
        ),
        (
            "单位: {名秤: 青石小学, level: school}\nperiod: {kind: term}\n",
            (
                "year.yaml:1:6 organisation.名秤  error unknown-key  名秤 is not a field here\n"
                "  hint: did you mean 名称?"
            ),
        ),
        (
            HEAD + "署名: {校长: 某某}\n",
            (
                "year.yaml:3:6 signature.校长  error unknown-key  校长 is not a field here\n"
                "  hint: allowed: 单位, 日期, 盖章, 发文字号, 签发人, 抄送, 印发机关, 印发日期"
            ),
        ),
        (
            HEAD + "signature: {headteacher: x}\n",
            (
                "year.yaml:3:13 signature.headteacher  error unknown-key"
                "  headteacher is not a field here\n"
                "  hint: allowed: unit, date, seal, document_number, signer, copies_to,"
                " issued_by, issued_on"
            ),
        ),
        (
            "organisation: {name: 青石小学}\nperiod: {kind: term}\n",
            (
                "year.yaml:1:15 organisation.level  error missing-field"
                "  level (层级) is missing\n"
                f"  hint: write for example `level: class`; {ORGANISATION}"
            ),
        ),
        (
            HEAD + "population: [{cohort: enrolled}]\n",
            (
                "year.yaml:3:14 population[0].count  error missing-field"
                "  count (人数) is missing\n"
                "  hint: write for example `count: 185名`;"
                " other values look like 600余份, 1～2名, 37%左右, 若干人"
            ),
        ),
        (
            HEAD + "people:\n  - post: 校长\n",
            (
                "year.yaml:4:5 people[0].name  error missing-field  name (姓名) is missing\n"
                "  hint: write for example `name: …` (姓名)"
            ),
        ),
        (
            "organisation: {name: 青石小学, level: shcool}\nperiod: {kind: term}\n",
            (
                "year.yaml:1:35 organisation.level  error wrong-value"
                f"  shcool is not allowed here; {ORGANISATION}\n"
                "  hint: did you mean school?"
            ),
        ),
        (
            "organisation: {name: 青石小学, level: x}\nperiod: {kind: term}\n",
            (
                "year.yaml:1:35 organisation.level  error wrong-value"
                f"  x is not allowed here; {ORGANISATION}"
            ),
        ),
        (
            HEAD + "population: {对象: 留守孩子, count: 3名}\n",
            (
                "year.yaml:3:18 population[0].cohort  error wrong-value"
                "  留守孩子 is none of the 21 values allowed; the nearest are"
                " left_behind 留守儿童, migrant 进城务工人员随迁子女, enrolled 在校学生\n"
                "  hint: did you mean 留守儿童?"
            ),
        ),
        (
            HEAD + "population: {cohort: new, 人数: 很多人}\n",
            (
                "year.yaml:3:31 population[0].count  error wrong-value"
                f"  很多人 is not a quantity; write it like {EXAMPLES}"
            ),
        ),
        (
            HEAD + "population: {cohort: new, count: [3]}\n",
            (
                "year.yaml:3:34 population[0].count  error wrong-type"
                "  a list stands where text is expected\n"
                f"  hint: write it like {EXAMPLES}"
            ),
        ),
        (
            HEAD + "population: {cohort: , count: 3名}\n",
            (
                "year.yaml:3:22 population[0].cohort  error wrong-type"
                "  nothing stands where text is expected\n"
                "  hint: allowed: enrolled 在校学生, school_age 适龄儿童少年,"
                " left_behind 留守儿童, migrant 进城务工人员随迁子女,"
                " hardship 家庭经济困难学生, registered_poverty 建档立卡学生, …"
            ),
        ),
        (
            HEAD + "population: [3]\n",
            (
                "year.yaml:3:14 population[0]  error wrong-type"
                "  3 stands where a mapping of fields is expected\n"
                "  hint: its fields are id 编号, cohort 对象, count 人数, name 名称,"
                " part_of 属于, definition 口径, …"
            ),
        ),
        (
            HEAD + "signature: 青石小学\n",
            (
                "year.yaml:3:12 signature  error wrong-type"
                "  青石小学 stands where a mapping of fields is expected\n"
                "  hint: its fields are unit 单位, date 日期, seal 盖章,"
                " document_number 发文字号, signer 签发人, copies_to 抄送,"
                " issued_by 印发机关, issued_on 印发日期"
            ),
        ),
        (
            HEAD + "programmes:\n",
            (
                "year.yaml:3:12 programmes  error wrong-type"
                "  nothing stands where a mapping of fields is expected\n"
                "  hint: its fields are left_behind_care 关爱留守儿童,"
                " migrant_enrolment 随迁子女入学, dropout_prevention 控辍保学,"
                " home_visits 家访, legal_education 法治教育,"
                " safety 安全教育, student_aid 学生资助"
            ),
        ),
        (
            HEAD + "signature: {盖章: 也许}\n",
            (
                "year.yaml:3:17 signature.seal  error wrong-type"
                "  也许 stands where yes or no is expected"
            ),
        ),
        (
            HEAD + "attachments: {name: 表, rows: [[{a: b}, 3], 4]}\n",
            (
                "year.yaml:3:32 attachments[0].rows[0][0]  error wrong-type"
                "  a mapping stands where text is expected"
            ),
        ),
        (
            HEAD + "addressee: ''\n",
            (
                "year.yaml:3:12 addressee  error wrong-value  the text is empty\n"
                "  hint: write something, or leave the field out"
            ),
        ),
        (
            HEAD + "summarykit: 2\n",
            "year.yaml:3:13 summarykit  error wrong-value  2 is not allowed here; allowed: 1",
        ),
        (
            HEAD + "programmes: {关爱留守孩子: {goals: {text: ''}}}\n",
            (
                "year.yaml:3:14 programmes.关爱留守孩子  error unknown-key"
                "  关爱留守孩子 is not a field here\n"
                "  hint: did you mean 关爱留守儿童? or name the pack that adds it: --pack"
            ),
        ),
        (
            HEAD + "signature: {unit: 甲, date: 2024, 单位: 乙}\n",
            (
                "year.yaml:3:13 signature.unit  error duplicate-key"
                "  unit and 单位 are the same field\n"
                "  hint: keep one of the two"
            ),
        ),
        (
            HEAD + "programmes:\n  safety: {}\n  安全教育: {}\n",
            (
                "year.yaml:5:3 programmes.safety  error duplicate-key"
                "  安全教育 and safety are the same field\n"
                "  hint: keep one of the two"
            ),
        ),
        (
            HEAD + "population: {cohort: new, count: 9至3名}\n",
            (
                "year.yaml:3:34 population[0].count  error wrong-value"
                "  9至3名 runs backwards: the smaller figure comes first"
            ),
        ),
        (
            HEAD + 'people: {name: "甲\\x07"}\n',
            (
                "year.yaml:3:16 people[0].name  error text-refused"
                "  character U+0007 at position 2 is not text\n"
                "  hint: delete it"
            ),
        ),
        (
            HEAD + "people: {name: [1], post: true}\n",
            (
                "year.yaml:3:16 people[0].name  error wrong-type"
                "  a list stands where text is expected"
            ),
        ),
    ],
)
def test_a_wrong_field_is_told_whole(text: str, told: str) -> None:
    assert told in problems(text)


def test_a_misspelt_key_and_the_field_it_was_meant_for_are_one_finding() -> None:
    text = "organisation: {nmae: 青石小学, level: school}\nperiod: {kind: term}\n"
    assert [f.code for f in found_in(text)] == [Code.UNKNOWN_KEY]


def test_all_problems_come_in_one_run_in_the_order_of_the_file() -> None:
    text = (
        YEAR.replace("level: school", "level: scool").replace("87名", "许多").replace("m1", "")
    )
    found = found_in(text)
    assert [(f.at.line, f.at.field) for f in found] == [
        (2, "organisation.level"),
        (6, "population[1].count"),
    ]


def test_a_cell_of_a_table_gives_one_finding_and_not_one_for_each_kind_it_may_be() -> None:
    found = found_in(HEAD + "attachments: {name: 表, rows: [[{a: b}, [1], 3], 4]}\n")
    assert [f.at.field for f in found] == [
        "attachments[0].rows[0][0]",
        "attachments[0].rows[0][1]",
        "attachments[0].rows[1]",
    ]


def test_a_problem_under_a_chinese_key_has_an_english_path_and_the_place_of_the_value() -> None:
    text = HEAD + "工作:\n  控辍保学:\n    工作目标:\n      内容: 应入尽入\n      期限: 明天\n"
    (finding,) = found_in(text)
    assert finding.at == Place(
        "year.yaml", 7, 11, ("programmes", "dropout_prevention", "goals", 0, "deadline")
    )


def test_long_text_is_shortened_in_a_message() -> None:
    (finding,) = found_in(HEAD + f"population: {{cohort: new, count: {'很多' * 50}}}\n")
    assert f"{('很多' * 50)[:39]}… is not a quantity" in str(finding)


def test_a_list_may_be_left_blank() -> None:
    result = read_text(HEAD + "people:\nattachments: ~\n", format="yaml", source="year.yaml")
    assert result.findings == ()
    assert result.record is not None
    assert result.record.people == ()


def test_what_only_pydantic_can_say_is_said_in_its_words() -> None:
    """A rule that a later model adds is told even before this module knows it."""
    tree = {"organisation": {"name": "青石小学", "level": "school"}, "period": {"kind": "x"}}
    with pytest.raises(ValidationError) as caught:
        YearRecord.model_validate(tree)
    sound = read_text(YEAR, format="yaml", source="year.yaml").places
    (finding,) = findings_of(caught.value, sound)
    assert finding.code == Code.WRONG_VALUE
    assert finding.at == Place("year.yaml", 3, 16, ("period", "kind"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("population", 0, "count"), "a value that reads"),
        (("organisation", "name"), "a text that is text"),
        (("organisation",), "a mapping that is one"),
    ],
)
def test_a_value_of_the_right_kind_is_told_in_the_words_of_its_rule(
    path: tuple[str | int, ...], kind: str
) -> None:
    caught = ValidationError.from_exception_data(
        kind, [{"type": "value_error", "loc": path, "input": "", "ctx": {"error": kind}}]
    )
    places = read_text(YEAR, format="yaml", source="year.yaml").places
    (finding,) = findings_of(caught, places)
    assert str(finding.message) == f"this is not allowed: Value error, {kind}"
    assert finding.at.line == places.place(path).line


def test_findings_of_the_facts_get_the_place_of_their_field(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = Finding(
        Severity.WARNING, Code.UNIT_LOST, message("x"), Place(path=("population", 1, "count"))
    )
    monkeypatch.setattr(record, "check", lambda _record: (said,))
    result = read_text(YEAR, format="yaml", source="year.yaml")
    assert result.findings == (
        replace(said, at=Place("year.yaml", 6, 51, ("population", 1, "count"))),
    )
    assert result.record is not None


def test_an_unknown_id_has_its_place() -> None:
    text = YEAR.replace("goal: g1", "goal: g9")
    result = read_text(text, format="yaml", source="year.yaml")
    (finding,) = result.findings
    assert (finding.code, finding.at.line) == (Code.UNKNOWN_ID, 14)
    assert finding.at.field == "programmes.left_behind_care.results[0].goal[0]"


def test_places_answer_for_fields_that_are_absent_with_the_nearest_around_them() -> None:
    places = read_text(YEAR, format="yaml", source="year.yaml").places
    assert places.place(("organisation", "level")) == Place(
        "year.yaml", 2, 41, ("organisation", "level")
    )
    assert places.place(("单位", "层级")).column == 41
    assert places.place(("organisation", "profile")).column == 15
    assert places.place(("population", 7, "count")).line == 5
    assert places.place(("period", "as_of", 0)).line == 3
    assert places.place(("signature", "date")) == Place(
        "year.yaml", 1, 1, ("signature", "date")
    )
    assert Places(None, "x").place(("period",)) == Place("x", path=("period",))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("单位: {名称: 甲}", "write for example `层级: 班级`"),
        ("时段: {类型: 学年}", "write for example `单位: {名称: …, 层级: 班级}` (单位)"),
        ("period: {kind: term}", "write for example `organisation: {name: …, level: class}`"),
        (HEAD + "划分: {整体: a, 维度: 性别}", "write for example `部分: […]` (各部分的编号)"),
        (HEAD + "activities: [{kind: lecture}]", "write for example `name: …` (活动名称)"),
    ],
)
def test_a_missing_field_is_shown_by_an_example_in_the_language_of_the_file(
    text: str, hint: str
) -> None:
    hints = [str(f.hint) for f in found_in(text + "\n") if f.code is Code.MISSING_FIELD]
    assert any(said.startswith(hint) for said in hints), hints


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("署名: {日期: 下学期}", "if it is not known, leave the field out"),
        (
            "责任体系: {责任书: {名称: 甲, 签订时间: 不久前}}",
            "if it is not known, leave the field out",
        ),
        ("人数: {对象: 新生, 人数: 很多}", "None"),
        ("人数: {对象: 留守学生, 人数: 3名}", "did you mean 留守儿童?"),
        ("署名: {“日期”: 2024}", "did you mean 日期?"),
        ("人数: {对象: 甲, 人数: 3名}", "`summarykit schema --format md` lists all of them"),
        (
            "划分: {维度: 性别、年级, 整体: a, 部分: [b]}",
            "write several as [one, two], with ASCII commas",
        ),
    ],
)
def test_a_value_that_cannot_be_read_says_what_to_do(field: str, hint: str) -> None:
    assert str(found_in(HEAD + field + "\n")[0].hint) == hint
