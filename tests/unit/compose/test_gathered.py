"""Slogans, duties, contracts, aid and visits, gathered as sentences tell them."""

from collections.abc import Sequence
from typing import Any, cast

import pytest

from summarykit.compose.language.phrasing import acted
from summarykit.compose.language.sentences import flowing, parted
from summarykit.compose.language.weaving import words_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.compose.work.dated import in_date_order
from summarykit.compose.work.duties import contracts_of, duties_of, signers
from summarykit.compose.work.giving import aid_by_kind, is_bare_aid
from summarykit.compose.work.rounds import about_child, coverage_of, visits_in_all
from summarykit.compose.work.rules import shared_basis
from summarykit.compose.work.slogans import slogan_items
from summarykit.model.events import Activity, Aid, HomeVisits, VisitCampaign
from summarykit.model.plan import ConditionalRule, Responsibilities, Slogan
from summarykit.model.values import Frequency


def listed(value: object) -> Sequence[Any]:
    """Return what a view gives as a list."""
    return cast("Sequence[Any]", value)


def duties(**parts: object) -> View:
    return View(Responsibilities.model_validate(parts), "responsibilities")


def slogan(*items: object, name: str = "四个一", **more: object) -> View:
    data = {"name": name, "items": items, **more}
    return View(Slogan.model_validate(data), "slogans[0]")


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"text": "自信"}, "自信"),
        ({"text": "谈一次心", "frequency": "每周一次"}, "每周谈一次心"),
        ({"text": "给孩子写信", "frequency": "每月一封"}, "每月给孩子写信一封"),
        ({"text": "回家", "frequency": "每年至少一次"}, "每年至少回家一次"),
        ({"text": "谈一次心", "frequency": "每学期至少一次"}, "每学期至少谈一次心"),
        ({"text": "谈心", "frequency": "每周谈心一次"}, "每周谈心一次"),
        ({"text": "开放书屋", "frequency": "每周三下午"}, "每周三下午开放书屋"),
        ({"text": "新生必访", "frequency": "每学年一次"}, "新生必访，每学年一次"),
        ({"text": "新生必访", "trigger": "开学"}, "新生，开学时必访"),
        ({"text": "上门看望", "trigger": "发现异常后"}, "发现异常后，上门看望"),
        (
            {"text": "看作业，问冷暖", "frequency": "每周一次"},
            "看作业，问冷暖，每周一次",
        ),
        ({"text": "每周一次谈心", "frequency": "每周一次"}, "每周一次谈心"),
        ({"text": "缺课三天时必访", "trigger": "缺课三天"}, "缺课三天时必访"),
    ],
)
def test_an_item_of_a_slogan_says_when_and_how_often(item: dict[str, str], told: str) -> None:
    assert [words_of(i) for i in listed(slogan_items(slogan(item)).items)] == [told]


@pytest.mark.parametrize(
    ("texts", "form", "numbered"),
    [
        (["自尊", "自爱"], "words", False),
        (["看作业，问冷暖", "谈心"], "clauses", True),
        (["查一查上学路上的安全隐患并告诉家长"] * 2, "clauses", True),
        (["查一查上学路上的安全隐患并告诉家长"] * 6, "sentences", True),
        (["查一查上学路上的安全隐患并告诉家长"] * 11, "sentences", False),
    ],
)
def test_the_items_are_joined_as_their_length_allows(
    texts: list[str],
    form: str,
    numbered: bool,  # noqa: FBT001 - what is expected
) -> None:
    made = slogan_items(slogan(*({"text": text} for text in texts)))
    assert (made.form, made.numbered) == (form, numbered)


def test_items_that_a_practice_says_are_not_said_again() -> None:
    made = slogan_items(
        slogan({"text": "谈心"}, {"text": "写信", "frequency": "每月一次"}),
        "每周谈心，给父母写信",
    )
    assert ([words_of(i) for i in listed(made.items)], made.whole) == (["每月写信一次"], False)


@pytest.mark.parametrize(
    ("name", "declared", "told"),
    [
        ("五必访", "5项", False),
        ("5个一", "5", False),
        ("必访制度", "5项", True),
        ("十个一", "10项", False),
    ],
)
def test_the_number_of_items_is_said_unless_the_name_says_it(
    name: str,
    declared: str,
    told: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert slogan_items(slogan(name=name, declared=declared)).declared is told


def test_areas_of_one_duty_are_one_entry_and_those_of_one_holder_one_pair() -> None:
    held = duties(
        areas=[
            {"area": "北片", "holder": "何立新（主任）", "duty": "包入学"},
            {"area": "中片", "holder": "何立新（主任）", "duty": "包入学"},
            {"area": "南片", "holder": "苏婉清", "duty": "包入学"},
            {"area": "镇区", "holder": "林秀文", "duty": "负责走访"},
        ]
    )
    first, last = duties_of(listed(held.areas), "area")
    assert [(words_of(p.what), words_of(p.holder)) for p in listed(first.held)] == [
        ("北片、中片", "主任何立新"),
        ("南片", "苏婉清"),
    ]
    assert (words_of(first.duty), first.done) == ("包入学", True)
    assert (words_of(last.duty), last.done) == ("走访", False)


def test_lines_without_duties_are_gathered_by_holder() -> None:
    held = duties(lines=[{"line": name, "holder": "总务处"} for name in ("资助", "安全")])
    (only,) = duties_of(listed(held.lines), "line")
    assert [words_of(pair.what) for pair in listed(only.held)] == ["资助、安全"]


def test_contracts_of_one_name_are_told_together() -> None:
    signed = {"name": "责任书", "signed": "2023-09-08"}
    held = duties(
        contracts=[
            {**signed, "parties": ["校长", "班主任"]},
            {**signed, "parties": ["班主任", "科任教师"]},
            {"name": "承诺书", "parties": ["学校", "家长"], "count": "9份"},
        ]
    )
    two, one = contracts_of(listed(held.contracts))
    assert (two.together, words_of(two.signed)) == (True, "2023年9月8日")
    assert (one.together, len(listed(one.each))) == (False, 1)
    assert not signers(listed(one.each)[0], "学校与家长签了字")
    assert signers(listed(one.each)[0], "家长签了字")


def test_parties_that_a_practice_names_in_a_row_are_said() -> None:
    parties = {"name": "责任状", "parties": ["校长", "班主任和科任教师"]}
    (one,) = contracts_of(listed(duties(contracts=[parties]).contracts))
    assert not signers(listed(one.each)[0], "校长同班主任、科任教师签订责任状")
    assert signers(listed(one.each)[0], "校长同班主任签订责任状")


def test_contracts_that_differ_in_number_or_date_have_a_clause_each() -> None:
    parties = {"name": "责任书", "parties": ["校长", "班主任"]}
    apart = [{**parties, "signed": "2023-09"}, {**parties, "signed": "2023-10"}]
    (several,) = contracts_of(listed(duties(contracts=apart).contracts))
    assert not several.signed
    assert several.together is False


def aid(kind: str, **more: object) -> View:
    return View(Aid.model_validate({"kind": kind, **more}), f"aid.{kind}")


def test_aid_goes_from_what_is_spared_to_what_is_given() -> None:
    some = [aid("cash"), aid("deferred"), aid("meals"), aid("waived")]
    made = aid_by_kind(some)
    found = [(g.id, [words_of(a.kind) for a in g.entries]) for g in listed(made.groups)]
    assert found == [
        ("spared", ["免除", "缓交"]),
        ("granted", ["营养膳食补助"]),
        ("given", ["资助金"]),
    ]
    assert made.headed
    assert not aid_by_kind(some[:2]).headed


def test_one_document_behind_all_aid_is_named_once() -> None:
    assert words_of(aid_by_kind([aid("cash", policy="p"), aid("meals")]).policy) == "p"
    assert not aid_by_kind([aid("cash", policy="p"), aid("meals", policy="q")]).policy
    assert is_bare_aid(aid("cash", note="已发放"))
    assert not is_bare_aid(aid("cash", amount="9元"))


def campaign(*coverage: dict[str, str]) -> Sequence[Any]:
    data = {"name": "家访", "coverage": coverage}
    return listed(View(VisitCampaign.model_validate(data), "v").coverage)


def test_groups_that_were_all_visited_are_told_in_one_clause() -> None:
    whole = {"visited": "9名", "total": "9名", "rate": "100%"}
    made = coverage_of(
        campaign(
            {"group": "甲班", **whole},
            {"group": "乙班", "visited": "80名", "total": "90名"},
            {"group": "丙班", **whole},
            {"group": "丁班"},
        )
    )
    assert words_of(made.all_visited) == "甲班9名、丙班9名均全部走访，覆盖率均为100%"
    assert [words_of(part.rate) for part in listed(made.parts)] == ["88.9%"]
    assert [words_of(name) for name in listed(made.named)] == ["丁班"]
    assert made.tabled is False


def test_the_figures_of_many_groups_stand_in_a_table() -> None:
    groups = [{"group": f"{name}班", "visited": "9名"} for name in "甲乙丙丁"]
    assert coverage_of(campaign(*groups)).tabled


def test_visits_that_are_left_out_still_count() -> None:
    home = View(HomeVisits.model_validate({"visits": [{}, {}]}), "home_visits")
    assert words_of(visits_in_all(home)) == "2次"
    assert not visits_in_all(View(HomeVisits(), "home_visits"))


@pytest.mark.parametrize(
    ("found", "told"),
    [("随祖母生活", "小禾随祖母生活"), ("孩子随祖母生活", "孩子随祖母生活")],
)
def test_what_was_found_says_of_whom(found: str, told: str) -> None:
    alias = Shown("小禾（化名）", "pupils[0].alias")
    assert words_of(about_child(Shown(found, "v.findings"), alias)) == told
    assert words_of(about_child(Shown(found, "v.findings"), Missing("v.pupil"))) == found


def rule(**more: str) -> View:
    data = {"condition": "学生缺课", "action": "联系家长", **more}
    return View(ConditionalRule.model_validate(data), "rules[0]")


def test_a_basis_that_several_rules_share_is_found() -> None:
    assert shared_basis([rule(basis="制度"), rule(basis="制度")])
    assert not shared_basis([rule(basis="制度"), rule(policy="p")])
    assert not shared_basis([rule(basis="制度")])
    assert not shared_basis([rule(), rule()])


def test_events_without_a_date_are_last() -> None:
    def event(name: str, date: str | None) -> View:
        data = {"kind": "theme", "name": name, "date": date}
        return View(Activity.model_validate(data), name)

    some = [event("无", None), event("后", "2024-05"), event("先", "2024-04-30")]
    assert [view.ref for view in in_date_order(some)] == ["先", "后", "无"]


def test_a_frequency_that_cannot_hold_a_verb_stays_as_it_is() -> None:
    often = Shown(Frequency.parse("每天三次"), "m.frequency")
    assert words_of(acted(often, "清点")) == "每天三次"
    assert words_of(acted(often, "检查")) == "每天检查三次"


def test_clauses_flow_into_sentences_of_a_length() -> None:
    assert words_of(flowing(["甲", "", "乙", Missing("x")])) == "甲，乙。"
    assert words_of(flowing(["甲" * 40, "乙" * 30, "丙"])) == f"{'甲' * 40}。{'乙' * 30}，丙。"
    assert words_of(flowing(["甲", "乙"], "；")) == "甲；乙。"
    assert not flowing([])


def test_long_lists_are_parted() -> None:
    assert parted(["甲" * 30, "乙" * 30, "丙" * 30]) == (("甲" * 30, "乙" * 30), ("丙" * 30,))
    assert parted([]) == ()
