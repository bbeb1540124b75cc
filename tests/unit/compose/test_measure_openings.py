"""How the paragraph on a measure begins: when, for what, who, how often, and what is done."""

from typing import Any

import pytest

from measure_paragraphs import told

PRACTICE = "逐户核实父母去向，转入转出随时更新"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "逐户核实父母去向，转入转出随时更新。"),
        (
            {"actors": ["班主任", "年级组长"]},
            "班主任、年级组长逐户核实父母去向，转入转出随时更新。",
        ),
        ({"frequency": "每学期一次"}, "每学期逐户核实父母去向，转入转出随时更新。"),
        (
            {"frequency": "每学期一次", "time_limit": "开学两周内", "actors": ["班主任"]},
            "每学期开学两周内，班主任逐户核实父母去向，转入转出随时更新。",
        ),
        ({"time_limit": "开学第一周"}, "开学第一周，逐户核实父母去向，转入转出随时更新。"),
        ({"purpose": "掌握学生底数"}, "为掌握学生底数，逐户核实父母去向，转入转出随时更新。"),
        (
            {"since": "2022-09", "frequency": "定期"},
            "自2022年9月起，定期逐户核实父母去向，转入转出随时更新。",
        ),
        ({"date": "2023-10-09"}, "2023年10月9日，逐户核实父母去向，转入转出随时更新。"),
        ({"status": "planned"}, "将逐户核实父母去向，转入转出随时更新。"),
    ],
)
def test_who_when_and_how_often_stand_before_what_is_done(
    fields: dict[str, Any], sentence: str
) -> None:
    assert told(practice=PRACTICE, **fields) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {
                "practice": "为使活动顺利进行，召集组员研究学生的思想状况，并据此拿出措施",
                "frequency": "定期",
            },
            "为使活动顺利进行，定期召集组员研究学生的思想状况，并据此拿出措施。",
        ),
        (
            {
                "practice": "为使工作有针对性，班主任召集代理家长互通情况",
                "actors": ["班主任"],
                "frequency": "定期",
            },
            "为使工作有针对性，班主任定期召集代理家长互通情况。",
        ),
        (
            {
                "practice": "要求代理家长与孩子见面交谈",
                "actors": ["代理家长"],
                "frequency": "每天一次",
            },
            "要求代理家长每天与孩子见面交谈。",
        ),
        (
            {"practice": "由班主任检查作业", "actors": ["班主任"], "frequency": "每周一次"},
            "班主任每周检查作业。",
        ),
        (
            {
                "practice": "教师利用课余与孩子交谈，发现难处及时帮助",
                "frequency": "每周谈心一次",
            },
            "教师每周利用课余与孩子交谈，发现难处及时帮助。",
        ),
        (
            {
                "practice": "教师利用课余与孩子交谈，发现难处及时帮助",
                "frequency": "每周谈心两次",
            },
            "教师利用课余与孩子交谈，发现难处及时帮助，每周谈心两次。",
        ),
        (
            {
                "practice": "由后勤人员和聘请的专家排查隐患，发现后及时排除",
                "actors": ["后勤人员"],
                "frequency": "定期",
            },
            "后勤人员和聘请的专家定期排查隐患，发现后及时排除。",
        ),
    ],
)
def test_how_often_stands_before_the_verb_behind_what_leads_up_to_it(
    fields: dict[str, Any], sentence: str
) -> None:
    assert told("heart_talk", **fields) == sentence


@pytest.mark.parametrize(
    ("practice", "frequency", "sentences"),
    [
        ("逐班核对名册，做到人籍一致", "每学期至少一次", "，每学期至少开展一次。"),
        ("考核结果在会上公布", "每学年考核一次", "考核结果在会上公布，每学年考核一次。"),
        ("领导小组随机查班、查册", "不定期", "领导小组不定期随机查班、查册。"),
        ("周末请志愿者轮流开门", "每周三下午", "周末请志愿者轮流开门，每周三下午进行。"),
        # What is set up is not set up each week.
        (
            "为孩子配备结对教师，由教师常与孩子谈心，留意孩子的情绪",
            "每周一次",
            "。帮扶每周开展一次。",
        ),
        ("班主任与孩子谈心", "每周两次", "，每周开展两次。"),
        ("班主任与孩子谈心", "经常", "班主任经常与孩子谈心。"),
        ("班主任早、中、晚点名", "每天三次", "班主任早、中、晚点名。"),
        ("班主任与孩子谈心", "每周谈心一次", "班主任与孩子谈心，每周谈心一次。"),
        ("孩子相互谈心、互相督促", "不定期", "，不定期开展。"),
        ("孩子相互谈心、互相督促", "每周三下午", "，每周三下午进行。"),
        ("班主任与孩子谈心", "每周三下午", "班主任每周三下午与孩子谈心。"),
        ("班主任与孩子谈心", "每学期两场", "班主任与孩子谈心，每学期举办两场。"),
    ],
)
def test_how_often_has_a_verb_where_it_cannot_stand_before_one(
    practice: str, frequency: str, sentences: str
) -> None:
    text = told(
        "teacher_pairing", practice=practice, frequency=frequency, wording={"work": "帮扶"}
    )
    assert text.endswith(sentences)


@pytest.mark.parametrize(
    ("purpose", "sentences"),
    [
        (
            "使每个孩子身边都有一位熟悉的大人",
            "为使每个孩子身边都有一位熟悉的大人，逐户核实父母去向，转入转出随时更新。",
        ),
        ("为了掌握底数", "逐户核实父母去向，转入转出随时更新，这样做是为了掌握底数。"),
        (
            "使父母的去向、监护的方式、家中的难处和孩子自己的想法都有人知道、有人过问",
            (
                "逐户核实父母去向，转入转出随时更新。这样做，是为了使父母的去向、监护的方式、"
                "家中的难处和孩子自己的想法都有人知道、有人过问。"
            ),
        ),
    ],
)
def test_a_purpose_leads_or_follows(purpose: str, sentences: str) -> None:
    assert told(practice=PRACTICE, purpose=purpose) == sentences


def test_a_purpose_alone_is_a_sentence() -> None:
    assert told(purpose="掌握学生底数") == "这样做，是为了掌握学生底数。"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"since": "2022-09"}, "自2022年9月起实行。"),
        ({"date": "2023-10-09"}, "2023年10月9日实施。"),
        ({"date": "2023-10-09", "status": "planned"}, "拟于2023年10月9日实施。"),
        ({"time_limit": "开学第一周"}, "开学第一周实施。"),
        ({"frequency": "每学期一次"}, "这项工作每学期开展一次。"),
        ({"count": "3次"}, "共开展3次。"),
        ({"count": "3次", "status": "planned"}, "拟开展3次。"),
        ({"time_limit": "接到通知后一周内"}, "这项工作在接到通知后一周内完成。"),
        ({"time_limit": "提前两周"}, "这项工作提前两周完成。"),
        ({"responsible": "德育处"}, "由德育处负责。"),
    ],
)
def test_what_is_told_without_a_practice(fields: dict[str, Any], sentence: str) -> None:
    assert told("teaching_reform", **fields) == sentence


@pytest.mark.parametrize(
    ("practice", "sentence"),
    [
        ("由班主任调查摸底，弄清底数", "班主任调查摸底，弄清底数。"),
        ("由领导小组和妇联认领学生", "领导小组和妇联认领学生。"),
        # What is founded has another founder.
        ("由校长担任组长，成立领导小组", "由校长担任组长，成立领导小组。"),
        ("由浅入深，逐步推进", "由浅入深，逐步推进。"),
    ],
)
def test_who_begins_a_practice_is_its_subject(practice: str, sentence: str) -> None:
    assert told("heart_talk", practice=practice) == sentence


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        (
            {"responsible": "德育处"},
            "学校与班主任签订责任书，履责情况与评优挂钩，由德育处负责。",
        ),
        ({"count": "16份"}, "学校与班主任签订责任书，履责情况与评优挂钩，共签订16份。"),
        (
            {"time_limit": "发现后一周内"},
            "学校与班主任签订责任书，履责情况与评优挂钩，发现后一周内签订。",
        ),
        # It goes with its like where there is one.
        (
            {"count": "16份", "reached": "16名"},
            "学校与班主任签订责任书，履责情况与评优挂钩。共签订16份，覆盖16名。",
        ),
    ],
)
def test_a_short_figure_ends_the_sentence_of_the_practice(
    fields: dict[str, Any], sentences: str
) -> None:
    practice = "学校与班主任签订责任书，履责情况与评优挂钩"
    assert told("responsibility_contract", practice=practice, **fields) == sentences


def test_a_practice_that_is_only_a_verb_has_a_subject() -> None:
    assert told("peer_pairing", practice="在团队活动中组织") == "这项工作在团队活动中组织。"


def test_what_is_founded_is_founded_once() -> None:
    since = told("leading_group", practice="成立领导小组，每月听取汇报", since="2016-09")
    assert since == "2016年9月成立领导小组，每月听取汇报。"


def test_two_dates_are_both_told() -> None:
    text = told(practice=PRACTICE, since="2022-09", date="2023-10-09")
    assert text.startswith("自2022年9月起，")
    assert text.endswith("2023年10月9日实施。")
