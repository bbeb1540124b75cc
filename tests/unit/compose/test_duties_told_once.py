"""Leading groups, contracts, gifts and visits repeat nothing that a measure says."""

from typing import Any

from outlines import CARE, measure, record, text
from prose import composed
from summarykit.compose import Audience
from summarykit.document import text_of
from summarykit.model import YearRecord


def told(measures: list[dict[str, Any]], **parts: object) -> str:
    """Return the text of measures among others, so that they have headings."""
    others = [measure("heart_talk", f"谈心{n}", effect="有效果" * 30) for n in "甲乙丙丁"]
    return text(record({CARE: {"measures": [*measures, *others]}}, **parts))


def contracts(practice: str, *signed: dict[str, Any]) -> str:
    given = {"kind": "responsibility_contract", "name": "控辍责任书", "practice": practice}
    return told([given], responsibilities={"contracts": list(signed)})


PARTIES = {"name": "控辍责任书", "parties": ["校长", "班主任和科任教师"]}


def test_a_contract_that_the_practice_tells_is_not_told_again() -> None:
    said = contracts("校长同班主任、科任教师签订责任书，逐级负责", PARTIES)
    assert said.count("签订责任书") == 1
    assert "责任书由" not in said


def test_only_the_number_is_added_to_what_the_practice_tells() -> None:
    said = contracts("校长同班主任、科任教师签订责任书", PARTIES | {"count": "16份"})
    assert "16份" in said
    assert "校长、班主任" not in said
    assert "校长与班主任" not in said


def test_who_signed_is_added_to_a_practice_that_says_what_was_signed() -> None:
    others = {"name": "控辍责任书", "parties": ["镇中心小学", "学校"]}
    said = contracts("分级签订责任书，明确各自的责任", others, PARTIES)
    assert "控辍责任书由镇中心小学与学校、校长与班主任和科任教师分别签订。" in said


GROUP: dict[str, Any] = {
    "name": "关爱领导小组",
    "chairs": ["校长"],
    "members": ["班主任"],
    "office": "德育处",
}


def test_the_title_of_a_leading_group_is_its_name_and_said_once() -> None:
    said = told(
        [measure("rules_and_plans", "方案")], responsibilities={"leading_groups": [GROUP]}
    )
    assert "1.关爱领导小组。" in said
    assert said.count("关爱领导小组") == 1


def test_a_group_of_a_name_only_has_a_sentence() -> None:
    bare = {"leading_groups": [{"name": "关爱领导小组"}]}
    said = told([measure("rules_and_plans", "方案")], responsibilities=bare)
    assert "领导小组。设有关爱领导小组。" in said or "领导小组。成立关爱领导小组。" in said
    few = record({CARE: {"measures": [measure("heart_talk", "谈心")]}}, responsibilities=bare)
    assert text(few).startswith(("一是设有关爱领导小组。", "一是成立关爱领导小组。"))


def test_a_group_that_the_practice_names_is_not_named_again() -> None:
    given = {"kind": "leading_group", "practice": "成立关爱领导小组，统一领导这项工作"}
    said = told([given], responsibilities={"leading_groups": [GROUP]})
    assert said.count("关爱领导小组") == 1
    assert "班主任" in said


def test_a_group_that_the_practice_sets_up_is_called_in_full() -> None:
    given = {"kind": "leading_group", "practice": "成立工作领导小组，德育处承担日常事务"}
    said = told([given], responsibilities={"leading_groups": [GROUP]})
    assert "小组全称为关爱领导小组，" in said


def collection(**gift: object) -> str:
    raised = {"kind": "fundraising", "name": "募捐", "date": "2023-11-15", "amount": "20000元"}
    given = {"donor": "镇商会", "date": "2023-11-15", "use": "助学", **gift}
    return told([raised | {"practice": "发动各界募捐"}], donations=[given])


def test_the_total_of_a_collection_and_its_only_gift_are_told_once() -> None:
    assert collection(amount="20000元").count("20000元") == 1
    assert "镇商会捐赠了这笔款项" in collection(amount="20000元")
    apart = collection(amount="5000元")
    assert "20000元" in apart
    assert "5000元" in apart


VISIT = {"date": "2023-10-18", "visitors": "班主任", "trigger": "连续缺课"}


def visited(*visits: dict[str, Any], audience: Audience = Audience.INTERNAL) -> str:
    made = composed(_visits(*visits), "home_visits", audience)
    assert made.document is not None
    return "\n".join(text_of(made.document)).split("主要措施\n", 1)[-1]


def _visits(*visits: dict[str, Any]) -> YearRecord:
    return record({"home_visits": {}}, home_visits={"visits": list(visits)})


def test_a_single_visit_is_told_and_not_counted() -> None:
    assert "1次" not in visited(VISIT)
    assert "2023年10月18日，班主任" in visited(VISIT)
    assert "个别家访2次。" in visited(VISIT, VISIT | {"date": "2023-11-18"})


def test_of_a_single_visit_the_public_reads_that_there_was_one() -> None:
    secret = {"trigger": "连续缺课", "findings": "孩子夜里睡得晚"}
    public = visited(secret, audience=Audience.PUBLIC)
    assert "个别家访1次。" in public
    assert "缺课" not in public
