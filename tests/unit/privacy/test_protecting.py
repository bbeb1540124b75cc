"""A record for an audience: names, numbers and illness are gone, the rest is as it was."""

from pathlib import Path
from typing import Any

import pytest

import summarykit as sk
from example_records import NAMES, record
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES, AliasStyle, Audience
from summarykit.model.vocabulary import Sensitivity
from summarykit.privacy.audit import REASONS, MaskedKind
from summarykit.privacy.checking import masked_finding
from summarykit.privacy.masking import Family
from summarykit.privacy.protecting import Protected, protected

HEAD: dict[str, Any] = {
    "organisation": {"name": "青石小学", "level": "school"},
    "period": {"kind": "school_year"},
}
LETTERS = Audience("board", "校务版", Sensitivity.INTERNAL, AliasStyle.LETTER)


def year(**fields: object) -> YearRecord:
    return YearRecord.model_validate(HEAD | fields)


def profile(text: str, audience: Audience = Audience.PUBLIC, **fields: object) -> str:
    """Return what a text of a record becomes."""
    organisation = {**HEAD["organisation"], "profile": text}
    told = protected(year(**{**fields, "organisation": organisation}), audience)
    return str(told.record.organisation.profile)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王鹊蘅同学拾金不昧。", "学生A拾金不昧。"),
        ("学生王鹊蘅的奶奶常来校。", "学生A的奶奶常来校。"),
        ("王鹊蘅、李芃葭等2名同学获奖。", "学生A、学生B等2名同学获奖。"),
        ("电话13812345678。", "电话（略）。"),
        ("家住白杨镇青石村柳树湾3组12号。", "家住（住址略）。"),
        ("王鹊蘅同学患白血病。", "学生A患（病情略）。"),
        ("王鹊蘅同学懂事，鹊蘅的奶奶很放心。", "学生A懂事，学生A的奶奶很放心。"),
        ("为残疾儿童王鹊蘅送教。", "为儿童A送教。"),
        ("学校开展白血病防治宣传。", "学校开展白血病防治宣传。"),
        ("王老师帮助困难学生。", "王老师帮助困难学生。"),
    ],
)
def test_what_is_private_in_a_text_is_masked_for_the_public(text: str, expected: str) -> None:
    assert profile(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联系人高秉烛13812345678。", "联系人高秉烛（电话略）。"),
        ("请拨打13812345678咨询。", "请拨打（电话略）咨询。"),
        (
            "手机13812345678、QQ 123456789、微信：lan2012。",
            "手机（略）、QQ（略）、微信：（略）。",
        ),
        ("高秉烛老师负责（QQ：123456789）。", "高秉烛老师负责（QQ号略）。"),
        ("身份证号110101201503078036，卡号6222020200112230。", "身份证号（略），卡号（略）。"),
        ("电话13812345678、13987654321。", "电话（略）、（电话略）。"),
    ],
)
def test_what_stands_instead_of_a_number_reads_as_a_sentence(text: str, expected: str) -> None:
    assert profile(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高秉烛13812345678", "高秉烛"),
        ("高秉烛（电话：13812345678）", "高秉烛"),
        ("阙杪 13812345678", "阙杪"),
        ("高秉烛（校长，13812345678）", "高秉烛（校长）"),
        ("校长高秉烛（电话13812345678）、李松老师13987654321", "校长高秉烛、李松老师"),
        ("教务处，联系电话13812345678", "教务处"),
        ("加QQ123456789或微信lan2012", "加QQ（略）或微信（略）"),
        ("联系电话13812345678", "联系电话（略）"),
    ],
)
def test_who_somebody_is_needs_no_word_for_the_number(text: str, expected: str) -> None:
    record = year(people=[{"name": "高秉烛", "role": text}])
    assert protected(record, Audience.INTERNAL).record.people[0].role == expected


def test_the_bureau_reads_of_illness_but_no_names_and_numbers() -> None:
    told = profile("王鹊蘅同学患白血病，电话13812345678。", Audience.INTERNAL)
    assert told == "学生A患白血病，电话（略）。"


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王鹊蘅同学的父亲高松柏常年在外。", "学生A的父亲常年在外。"),
        ("其父高松柏，其母欧阳桐。高松柏说好。", "其父高某某，其母欧阳某某。高某某说好。"),
        ("监护人：高松柏。", "监护人：高某某。"),
        ("父亲高松在外。学校有高松树。", "父亲在外。学校有高松树。"),
        ("家长高松柏、李白杨等5人到会。", "家长高某某、李某某等5人到会。"),
    ],
)
def test_parents_are_told_by_relation_or_surname(
    text: str, expected: str, audience: Audience
) -> None:
    assert profile(text, audience) == expected


def test_a_parent_who_has_a_post_is_named() -> None:
    people = [{"name": "高松柏", "post": "校长"}]
    assert profile("家长高松柏到会。", people=people) == "家长高松柏到会。"


def test_parents_of_a_table_are_found_in_texts() -> None:
    table = {
        "name": "结对表",
        "columns": ["年级", "监护人"],
        "rows": [["三年级", "高松柏"], ["四年级", "李白杨"]],
    }
    organisation = {**HEAD["organisation"], "profile": "高松柏很满意。"}
    told = protected(year(attachments=[table], organisation=organisation), Audience.PUBLIC)
    assert told.record.organisation.profile == "高某某很满意。"
    assert [row[1] for row in told.record.attachments[0].rows] == ["高某某", "李某某"]


def test_a_name_that_an_entry_gives_is_found_wherever_it_stands() -> None:
    pupils = [{"alias": "小禾（化名）", "name": "王鹊蘅"}]
    assert profile("鼓励王 鹊蘅。王鹊蘅很高兴。", pupils=pupils) == (
        "鼓励小禾（化名）。小禾很高兴。"
    )


@pytest.mark.parametrize("written", ["罗·栗砾", "罗•栗砾", "罗栗砾", "罗 · 栗砾"])
def test_a_name_is_one_with_and_without_its_dot(written: str) -> None:
    pupils = [{"alias": "小禾（化名）", "name": "罗·栗砾"}]
    assert profile(f"鼓励{written}。栗砾同学很高兴。", pupils=pupils) == (
        "鼓励小禾（化名）。小禾同学很高兴。"
    )


def test_a_given_name_is_what_is_behind_two_signs_of_a_surname() -> None:
    text = "欧阳栗砾同学懂事，栗砾的奶奶很放心。"
    assert profile(text) == "学生A懂事，学生A的奶奶很放心。"


@pytest.mark.parametrize("short", ["小蘅", "阿蘅", "蘅蘅"])
def test_what_friends_make_of_a_name_is_that_child(short: str) -> None:
    pupils = [{"alias": "小禾（化名）", "name": "王鹊蘅"}]
    assert profile(f"{short}同学很懂事，{short}的奶奶放心。", pupils=pupils) == (
        "小禾（化名）同学很懂事，小禾的奶奶放心。"
    )
    assert profile(f"种了{short}草。", pupils=pupils) == f"种了{short}草。"


def test_what_a_child_is_called_is_no_short_name_of_another() -> None:
    pupils = [
        {"alias": "小禾（化名）", "name": "王鹊蘅"},
        {"alias": "小麦（化名）", "name": "周青禾"},
    ]
    assert profile("小禾同学很懂事，青禾同学也是。", pupils=pupils) == (
        "小禾同学很懂事，小麦（化名）同学也是。"
    )


def test_a_table_may_list_names_with_dots() -> None:
    rows = [["阿依鹊古丽·买买提栗砾", "三年级"], ["欧阳鹊", "三年级"]]
    table = {"name": "获奖名单", "columns": ["获奖学生", "年级"], "rows": rows}
    told = protected(year(attachments=[table]), Audience.PUBLIC).record
    assert [row[0] for row in told.attachments[0].rows] == ["学生A", "学生B"]


def test_an_adult_of_the_record_is_named() -> None:
    people = [{"name": "王鹊蘅", "post": "校长"}]
    assert profile("学生王鹊蘅的奶奶常来校。", people=people) == "学生王鹊蘅的奶奶常来校。"


def test_all_aliases_of_a_record_become_those_of_the_style_wanted() -> None:
    found = year(
        pupils=[{"id": "p", "alias": "小禾（化名）"}],
        cases=[{"pupil": "p", "alias": "小禾（化名）", "outcome": "小禾变得开朗"}],
    )
    told = protected(found, LETTERS).record
    assert told.pupils[0].alias == "学生A"
    assert told.cases[0].alias == "学生A"
    assert told.cases[0].outcome == "学生A变得开朗"


def test_an_alias_that_reads_like_a_name_is_replaced_and_told() -> None:
    found = year(pupils=[{"alias": "王鹊蘅"}, {"alias": "小禾（化名）"}, {"alias": "李某某"}])
    told = protected(found, Audience.PUBLIC)
    assert [one.alias for one in told.record.pupils][1:] == ["小禾（化名）", "李某某"]
    assert "王鹊蘅" not in told.record.model_dump_json()
    assert [(one.code.value, one.at.path[1]) for one in told.findings[:2]] == [
        ("alias-like-a-name", 0),
        ("alias-styles-mixed", 2),
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("温暖", "送温暖到家，温暖同学懂事，处处温暖。", [(("organisation", "profile"), 2)]),
        ("阳光", "阳光同学懂事。", []),
        ("王鹊", "鼓励王鹊。", []),
        ("王喜鹊", "鼓励王喜鹊。", []),
        ("江山", "全体教师守护江山。", []),
    ],
)
def test_a_name_that_may_be_a_word_is_told_where_no_child_is_meant(
    name: str, text: str, expected: list[tuple[object, int]]
) -> None:
    organisation = {**HEAD["organisation"], "profile": text}
    told = protected(
        year(organisation=organisation, pupils=[{"name": name}]), Audience.INTERNAL
    )
    assert name not in str(told.record.organisation.profile)
    found = [one for one in told.findings if one.code.value == "name-also-a-word"]
    assert [(one.at.path, one.message.values["count"]) for one in found] == expected
    assert not any(name in str(one) for one in found)


def test_a_word_in_the_title_of_an_activity_is_no_name() -> None:
    activities = [{"kind": "meeting", "name": "江山如画主题队会"}]
    found = year(pupils=[{"name": "江山"}], activities=activities)
    told = protected(found, Audience.PUBLIC)
    assert [one.at.path for one in told.findings if one.code.value == "name-also-a-word"] == [
        ("activities", 0, "name")
    ]


def test_what_is_in_a_field_that_nobody_sees_is_listed_once() -> None:
    told = protected(year(pupils=[{"name": "王鹊蘅"}]), Audience.INTERNAL)
    assert [(one.path, one.kind) for one in told.audit] == [
        (("pupils", 0, "name"), MaskedKind.SENSITIVE_FIELD)
    ]
    assert told.findings == ()


def test_a_name_that_a_line_breaks_is_found() -> None:
    pupils = [{"name": "王鹊蘅"}]
    assert profile("鼓励王鹊\n蘅读书。", pupils=pupils) == "鼓励学生A读书。"


@pytest.mark.parametrize("alias", ["王小鹊（化名）", "王小鹊", "小鹊（化名）", "小鹊"])
def test_an_alias_that_tells_the_name_is_replaced(alias: str) -> None:
    told = protected(year(pupils=[{"alias": alias, "name": "王小鹊"}]), Audience.INTERNAL)
    assert told.record.pupils[0].alias == "学生A"
    assert [one.code.value for one in told.findings][:1] == ["alias-like-a-name"]


def test_in_the_own_case_of_a_child_its_given_name_alone_is_its_name() -> None:
    found = year(
        pupils=[{"id": "p", "alias": "小禾（化名）", "name": "王鹊蘅"}],
        cases=[{"pupil": "p", "outcome": "鹊蘅开朗了"}],
    )
    assert protected(found, Audience.INTERNAL).record.cases[0].outcome == "小禾（化名）开朗了"


@pytest.mark.parametrize("words", ["王鹊蘅", "学生王鹊蘅。", "王鹊蘅同学"])
def test_what_says_nothing_of_a_case_but_its_name_is_left_out(words: str) -> None:
    case = {"pupil": "p", "situation": words, "steps": [words, "家访"], "outcome": "开朗"}
    found = year(pupils=[{"id": "p", "name": "王鹊蘅"}], cases=[{**case, "speaker": words}])
    told = protected(found, Audience.INTERNAL)
    kept = told.record.cases[0]
    assert (kept.situation, kept.steps, kept.outcome) == (None, ("家访",), "开朗")
    assert "学生A" in str(kept.speaker)
    left_out = {one.path[2] for one in told.audit if one.instead == ""} - {"name"}
    assert left_out == {"situation", "steps"}


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
def test_a_case_that_says_nothing_more_is_not_told(audience: Audience) -> None:
    case = {"pupil": "p", "outcome": "王鹊蘅", "consent": True, "sensitivity": "public"}
    pupils = [{"id": "p", "name": "王鹊蘅", "alias": "小禾（化名）"}]
    measures = [{"kind": "home_visit", "practice": "教师走访每户家庭"}]
    programmes = {"home_visits": {"measures": measures}}
    data = {**HEAD, "pupils": pupils, "cases": [case], "programmes": programmes}
    assert "小禾" not in sk.compose(data, audience=audience.id).to_bytes("txt").decode()


def test_two_children_of_one_alias_are_two() -> None:
    pupils = [{"alias": "李某某", "name": "李芃葭"}, {"alias": "李某某", "name": "李荇薇"}]
    told = protected(year(pupils=pupils), Audience.PUBLIC).record
    assert [one.alias for one in told.pupils] == ["李某某", "李某甲"]
    assert profile("李荇薇和李芃葭。", pupils=pupils) == "李某甲和李某某。"


def test_children_of_whom_only_the_entry_is_known_are_told_apart() -> None:
    told = protected(year(pupils=[{"id": "p"}, {"id": "q"}, {}]), Audience.PUBLIC).record
    assert [one.alias for one in told.pupils] == ["学生A", "学生B", None]


def test_an_alias_that_is_replaced_leaves_no_gap() -> None:
    found = year(cases=[{"alias": "小禾苗", "outcome": "禾苗开朗了"}])
    assert protected(found, LETTERS).record.cases[0].outcome == "学生A开朗了"


@pytest.mark.parametrize(
    "rows", [[["女生", "310"], ["男生", "302"]], [["合计", "9"], ["其他", "2"]]]
)
def test_kinds_and_totals_under_a_head_of_children_are_no_names(rows: list[list[str]]) -> None:
    table = {"name": "学生统计表", "columns": ["学生", "人数"], "rows": rows}
    found = year(attachments=[table])
    told = protected(found, Audience.PUBLIC)
    assert (told.record, told.audit) == (found, ())


def test_a_thousand_children_have_a_thousand_aliases() -> None:
    rows = [[f"王{chr(0x4E00 + at)}鹊", "三年级"] for at in range(1000)]
    roster = {"name": "名单", "kind": "roster", "columns": ["姓名", "年级"], "rows": rows}
    told = protected(year(attachments=[roster]), Audience.PUBLIC).record
    aliases = [row[0] for row in told.attachments[0].rows]
    assert len(set(aliases)) == len(rows)
    assert all(alias[len("学生") :].isupper() for alias in aliases)


TABLES = [
    ({"columns": ["姓", "名", "备注"], "rows": [["王", "鹊蘅", "心脏病"]]}, "王鹊蘅"),
    ({"columns": ["序号", "姓名", "奖项"], "rows": [["1", "王鹊蘅", "一等奖"]]}, "王鹊蘅"),
    ({"columns": ["教师", "帮扶对象"], "rows": [["陈杪", "王鹊蘅"]]}, "王鹊蘅"),
    ({"rows": [["姓名", "王鹊蘅"], ["备注", "癫痫"]]}, "王鹊蘅"),
    ({"columns": ["姓名", "帮扶教师"], "rows": [["王鹊蘅", "陈杪"]]}, "王鹊蘅"),
    ({"columns": ["学生姓名", "结对教师"], "rows": [["王鹊蘅", "陈杪"]]}, "王鹊蘅"),
    ({"columns": ["姓　名", "班主任"], "rows": [["王鹊蘅", "陈杪"]]}, "王鹊蘅"),
    ({"columns": ["姓名", "班级", "职务"], "rows": [["王鹊蘅", "三班", "班长"]]}, "王鹊蘅"),
    ({"columns": ["姓名", "职务", "结对学生"], "rows": [["陈杪", "校长", "王鹊蘅"]]}, "王鹊蘅"),
]


@pytest.mark.parametrize(("table", "name"), TABLES)
def test_names_in_tables_are_those_of_children(table: dict[str, object], name: str) -> None:
    organisation = {**HEAD["organisation"], "profile": f"鼓励{name}。"}
    found = year(organisation=organisation, attachments=[{"name": "统计表", **table}])
    assert protected(found, Audience.PUBLIC).record.organisation.profile == "鼓励学生A。"


def test_illness_in_the_row_of_a_child_is_masked() -> None:
    table = {"name": "一览表", "columns": ["姓名", "奖项"], "rows": [["王鹊蘅", "患癫痫"]]}
    told = protected(year(attachments=[table]), Audience.PUBLIC).record
    assert told.attachments[0].rows == (("学生A", "患（病情略）"),)


@pytest.mark.parametrize("table", [{"columns": ["教师", "学科"], "rows": [["陈杪", "语文"]]}])
def test_teachers_in_tables_are_named(table: dict[str, object]) -> None:
    found = year(attachments=[{"name": "任课表", **table}])
    assert protected(found, Audience.PUBLIC).record == found


def test_children_of_two_records_are_called_alike_in_both() -> None:
    now = year(pupils=[{"name": "李芃葭"}], organisation={**HEAD["organisation"],
               "profile": "王鹊蘅进步。"})  # fmt: skip
    before = year(pupils=[{"name": "王鹊蘅"}], organisation={**HEAD["organisation"],
                  "profile": "帮助王鹊蘅、李芃葭。"})  # fmt: skip
    told = protected(now, Audience.PUBLIC, Family(then=(before,))).record
    earlier = protected(before, Audience.PUBLIC, Family(first=(now,))).record
    assert told.organisation.profile == "学生B进步。"
    assert earlier.organisation.profile == "帮助学生B、学生A。"
    assert [one.alias for one in (*told.pupils, *earlier.pupils)] == ["学生A", "学生B"]


def test_ids_with_names_are_others_and_links_lead_there() -> None:
    found = year(
        pupils=[{"id": "王鹊蘅", "name": "王鹊蘅"}, {"id": "李芃葭", "name": "李芃葭"}],
        cases=[{"pupil": "李芃葭", "outcome": "进步"}],
    )
    told = protected(found, Audience.INTERNAL).record
    assert [one.id for one in told.pupils] == ["private-1", "private-2"]
    assert told.cases[0].pupil == "private-2"


def test_words_inside_a_value_are_masked_or_the_value_goes() -> None:
    rules = [
        {
            "condition": "学生未到校",
            "action": "家访",
            "deadline": "接到王鹊蘅同学报告后三天内",
        }
    ]
    told = protected(year(rules=rules), Audience.PUBLIC)
    assert "王鹊蘅" not in told.record.model_dump_json()
    assert [one.kind for one in told.audit] == [MaskedKind.CHILD_NAME]


def test_a_masked_extra_fact_is_words() -> None:
    extra = [{"name": "联系电话", "type": "quantity", "value": "13812345678"}]
    told = protected(year(extra=extra), Audience.PUBLIC).record.extra[0]
    assert (told.type, told.value) == ("text", "（电话略）")


ROSTER = {"name": "名单", "columns": ["姓名", "年级"], "rows": [["王　鹊", "三年级"]]}


@pytest.mark.parametrize(
    ("attachment", "kinds"),
    [
        (ROSTER, {MaskedKind.ROSTER, MaskedKind.CHILD_NAME}),
        ({**ROSTER, "columns": ["姓名", "职务"]}, set()),
        (
            {**ROSTER, "kind": "roster", "columns": ["姓名", "备注"]},
            {MaskedKind.ROSTER, MaskedKind.CHILD_NAME},
        ),
        (
            {**ROSTER, "kind": "roster", "columns": ["姓名", "帮扶教师"]},
            {MaskedKind.ROSTER, MaskedKind.CHILD_NAME},
        ),
        ({**ROSTER, "name": "教师名册", "kind": "roster"}, set()),
        ({**ROSTER, "name": "留守儿童领导小组", "columns": ["姓名", "职务"]}, set()),
        ({**ROSTER, "columns": ["年级", "人数"]}, set()),
        ({"name": "方案", "text": "全文", "confidential": True}, {MaskedKind.ROSTER}),
    ],
)
def test_a_list_of_children_is_not_for_the_public(
    attachment: dict[str, object], kinds: set[MaskedKind]
) -> None:
    told = protected(year(attachments=[attachment]), Audience.PUBLIC)
    assert {one.kind for one in told.audit} == kinds


def test_names_of_a_roster_are_found_in_texts_and_stay_in_it_for_the_bureau() -> None:
    organisation = {**HEAD["organisation"], "profile": "王鹊获奖。"}
    found = year(organisation=organisation, attachments=[ROSTER])
    told = protected(found, Audience.INTERNAL).record
    assert told.organisation.profile == "学生A获奖。"
    assert told.attachments == found.attachments


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_told_as_it_is(name: str, audience: Audience) -> None:
    found = record(name)
    told = protected(found, audience)
    masked = [one for one in told.audit if one.kind in _MASKED]
    assert (told.record == found) is not bool(masked)
    assert told.record.population == found.population or audience.is_public


_MASKED = {*MaskedKind} - {MaskedKind.CASE, MaskedKind.ROSTER, MaskedKind.SENSITIVE_FIELD}


def test_each_kind_has_a_reason() -> None:
    assert set(REASONS) == set(MaskedKind)


def test_sensitive_fields_are_listed_where_they_say_something() -> None:
    case = {"pupil": "p", "situation": "父母外出", "consent": True, "sensitivity": "public"}
    found = year(pupils=[{"id": "p", "alias": "小禾（化名）", "grade": "三年级"}], cases=[case])

    def listed(told: Protected) -> list[tuple[object, ...]]:
        return [one.path for one in told.audit]

    assert listed(protected(found, Audience.PUBLIC)) == [
        ("cases", 0, "pupil"),
        ("cases", 0, "situation"),
        ("pupils", 0, "grade"),
    ]
    assert listed(protected(found, Audience.INTERNAL)) == []


# audiences of packs


def _pack(folder: Path, said: str) -> Path:
    (folder / "pack.toml").write_text(
        'format = 2\nid = "yunling"\nname = "云岭"\nversion = "1.0"\nextends = "zh"\n', "utf-8"
    )
    (folder / "audiences.toml").write_text(said, "utf-8")
    return folder


@pytest.mark.parametrize("asked", ["parents", "家长版"])
def test_a_pack_has_audiences_of_its_own(asked: str, tmp_path: Path) -> None:
    pack = _pack(tmp_path, '[audiences.parents]\nname = "家长版"\naliases = "姓加某某"\n')
    organisation = {**HEAD["organisation"], "profile": "王鹊蘅同学获奖，全校学习。"}
    data = {
        **HEAD,
        "organisation": organisation,
        "programmes": {
            "home_visits": {"measures": [{"kind": "home_visit", "practice": "走访"}]}
        },
    }
    summary = sk.compose(data, pack=pack, audience=asked)
    assert summary.record.organisation.profile == "王某某同学获奖，全校学习。"
    assert [one.instead for one in summary.audit] == ["王某某"]


def test_what_a_pack_does_not_say_of_ours_stays(tmp_path: Path) -> None:
    pack = sk.load_pack(_pack(tmp_path, "[audiences.public]\nleast = 5\n"))
    assert pack.audiences["public"] == Audience("public", "公开版", least=5)
    assert pack.audiences["internal"] == Audience.INTERNAL


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('[audiences.public]\nsees = "internal"\n', "may not read what is internal"),
        ('[audiences.a]\nname = "甲"\nsees = "confidential"\n', "nobody may read"),
        ('[audiences.a]\nname = "甲"\nleast = 0\n', "0 is less than 1"),
        ('[audiences.a]\nname = "甲"\nleast = 101\n', "101 is more than 100"),
        ('[audiences.a]\nname = "甲"\naliases = "real"\n', "real"),
        ('[audiences.a]\nsees = "public"\n', "name is missing"),
        ("[audiences.a]\nname = 5\n", "5"),
        ("audiences = 5\n", "5"),
        ('[audiences.a]\nname = "公开"\n', "is called 公开 already"),
        ('[audiences.a]\nname = "甲"\n[audiences.b]\nname = "甲"\n', "is called 甲 already"),
        ('[audiences.public]\nname = "报送版"\n', "is called 报送版 already"),
    ],
)
def test_what_is_wrong_with_an_audience_has_its_line(
    said: str, expected: str, tmp_path: Path
) -> None:
    found = sk.check(HEAD, pack=_pack(tmp_path, said))
    wrong = [one for one in found if one.code.value == "pack-invalid"]
    assert len(wrong) == 1
    assert expected in str(wrong[0])
    assert str(wrong[0].at.source).endswith("audiences.toml")
    assert wrong[0].at.line is not None


def test_the_remark_stands_at_the_first_place_and_counts_what_is_withheld() -> None:
    organisation = {**HEAD["organisation"], "profile": "鼓励王鹊蘅同学，王鹊蘅同学很好。"}
    found = year(organisation=organisation, attachments=[ROSTER])
    audit = protected(found, Audience.PUBLIC).audit
    (remark,) = masked_finding(audit)
    assert remark.at.path == ("organisation", "profile")
    assert str(remark.message).endswith(
        "masked, and 1 fields or entries are not for these readers"
    )
    assert list(masked_finding([one for one in audit if one.kind is MaskedKind.ROSTER])) == []
