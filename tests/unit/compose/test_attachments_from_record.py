"""Attachments that the record names and does not type: each is made from what it holds."""

from typing import Any

import pytest

from prose import composed, of
from summarykit.compose import Audience
from summarykit.document import (
    Attachment,
    Document,
    Paragraph,
    Table,
    blocks_of,
    facts_in,
    plain,
)
from summarykit.facts import index
from summarykit.model import YearRecord
from summarykit.model.vocabulary import AttachmentSource

ENTRIES: dict[str, Any] = {
    "population": [
        {"id": "all", "cohort": "enrolled", "count": "200名"},
        *(
            {"cohort": cohort, "grade": grade, "count": "50名"}
            for cohort in ("enrolled", "left_behind", "migrant")
            for grade in ("一年级", "二年级")
        ),
    ],
    "enrolment_flow": [
        {"grade": "一年级", "opening": "40名", "transferred_in": "9名", "closing": "49名"},
        {"grade": "二年级", "opening": "50名", "closing": "50名"},
    ],
    "indicators": [
        {
            "code": "filing",
            "value": "80%",
            "numerator": "80名",
            "denominator": "100名",
            "limit": "70%",
            "baseline": "75%",
            "definition": "建档数与总数之比",
            "as_of": "2024-06-30",
        },
        {"code": "graduation", "value": "100%", "scope": "六年级", "target": "99%"},
    ],
    "activities": [
        {"kind": "theme", "name": "演讲", "date": "2024年5月", "count": "2场"},
        {"kind": "theme", "name": "夏令营", "status": "planned", "date": "2024-07"},
        {
            "kind": "reading",
            "name": "阅读月",
            "theme": "同读一本书",
            "date": "2023-10",
            "end": "2024-03",
            "recurrence": "每月一次",
            "organiser": "教导处",
            "co_organisers": ["县图书馆"],
            "participants": [{"group": "学生", "count": "60名"}, {"group": "家长"}],
        },
        {"kind": "theme", "name": "游园"},
    ],
    "home_visits": {
        "campaigns": [
            {
                "name": "秋访",
                "start": "2023-10",
                "visitors": "班主任",
                "households": "90户",
                "coverage": [
                    {"group": "留守儿童", "total": "40名", "visited": "30名"},
                    {"group": "随迁子女", "total": "20名", "visited": "20名", "rate": "100%"},
                ],
            },
            {"name": "春访", "modes": ["入户", "电话"]},
        ]
    },
    "aid": [
        {
            "kind": "living_allowance",
            "name": "寄宿补助",
            "beneficiaries": "48名",
            "amount": "4.8万元",
            "per_head": "每人每年1000元",
            "of_whom": [{"group": "孤儿", "count": "8名", "amount": "8000元"}],
            "note": "分两次发放",
        },
        {"kind": "cash", "beneficiaries": "12名", "amount": "6000元"},
    ],
    "donations": [
        {"donor": "镇商会", "amount": "2万元", "date": "2024-03", "spent": "1万元"},
        {"donor": "图书馆", "goods": ["图书", "书架"], "date": "2023-11", "use": "图书角"},
    ],
    "responsibilities": {
        "areas": [{"area": "北片", "holder": "甲老师", "duty": "包入学"}],
        "lines": [{"line": "学籍", "holder": "教导处"}],
    },
    "pupils": [{"id": "p", "alias": "小禾（化名）", "grade": "四年级", "gender": "female"}],
}
WORK: dict[str, Any] = {
    "measures": [
        {
            "kind": "heart_talk",
            "pairs": "9对",
            "frequency": "每周一次",
            "responsible": "班主任",
        },
        {"kind": "home_visit", "name": "大家访", "actors": ["全体教师"], "reached": "87名"},
        {"kind": "excursion", "name": "研学", "status": "planned"},
    ],
    "difficulties": [{"id": "d", "kind": "teacher_workload", "text": "教师任务重"}],
    "next_steps": [
        {"action": "减少事务", "actor": "教导处", "by": "2024-12", "answers": ["d"]},
        {"action": "增加编制", "appeal_to": "县教育局"},
    ],
}


def made(source: str, audience: Audience = Audience.INTERNAL, **attachment: object) -> Document:
    """Return the annual report of a record with one attachment made from a part of it."""
    listed = {"id": "att", "name": "附表", "from_record": source, **attachment}
    data = of(**WORK) | ENTRIES | {"attachments": [listed]}
    document = composed(data, "annual", audience).document
    assert document is not None
    return document


def attached(document: Document) -> Attachment | None:
    """Return the attachment of a document."""
    return next((b for b in blocks_of(document) if isinstance(b, Attachment)), None)


def lines(document: Document) -> list[str]:
    """Return the table that is attached, line by line."""
    page = attached(document)
    assert page is not None
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    heads = " ".join(plain(column.head) for column in table.columns)
    return [heads, *(" ".join(plain(cell) for cell in row) for row in table.rows)]


READING = "2023年10月至2024年3月，每月一次 阅读月（主题：同读一本书）"
TABLES: dict[str, list[str]] = {
    "population": [
        "年级 在校学生 留守儿童 进城务工人员随迁子女",
        "一年级 50 50 50",
        "二年级 50 50 50",
        "合计 — 100 100",
    ],
    "enrolment_flow": [
        "年级 期初 转入 期末",
        "一年级 40 9 49",
        "二年级 50 — 50",
        "合计 90 — 99",
    ],
    "indicators": [
        "指标 实数 基数 完成值 目标值 上期值 规定限值 统计时点 计算口径",
        "建档率 80 100 80% — 75% 70% 2024年6月30日 建档数与总数之比",
        "六年级毕业率 — — 100% 99% — — — —",
    ],
    "activities": [
        "时间 活动名称 组织者 参加对象 次数",
        f"{READING} 教导处；协办：县图书馆 学生60名、家长 —",
        "2024年5月 演讲 — — 2场",
        "— 游园 — — —",
    ],
    "home_visits": [
        "家访活动 起止时间 家访人员 走访家庭（户） 方式 对象 应访（名） 已访（名） 覆盖率",
        "秋访 2023年10月 班主任 90 — 留守儿童 40 30 75.0%",
        "秋访 同上 同上 — — 随迁子女 20 20 100%",
        "春访 — — — 入户、电话 — — — —",
    ],
    "aid": [
        "资助项目 受益人数（名） 标准 金额 其中 说明",
        "寄宿补助 48 每人每年1000元 4.8万元 孤儿8名8000元 分两次发放",
        "资助金 12 — 6000元 — —",
        "合计 — — 5.4万元 — —",
    ],
    "donations": [
        "时间 捐赠方 捐款 物资 用途 已支出",
        "2023年11月 图书馆 — 图书、书架 图书角 —",
        "2024年3月 镇商会 2万元 — — 1万元",
    ],
    "measures": [
        "措施 负责人 实施者 频次 数量",
        "谈心 班主任 — 每周一次 结对9对",
        "大家访 — 全体教师 — 覆盖87名",
    ],
    "next_steps": [
        "任务 针对的问题 责任人 完成时限 提请支持",
        "减少事务 教师任务重 教导处 2024年12月 —",
        "增加编制 — — — 县教育局",
    ],
    "responsibilities": [
        "片区或工作 责任人 职责",
        "北片 甲老师 包入学",
        "学籍 教导处 —",
    ],
    "pupils": ["化名 性别 年级", "小禾（化名） 女 四年级"],
}


def test_there_is_a_table_for_every_part_that_can_be_attached() -> None:
    assert TABLES.keys() == set(AttachmentSource)


@pytest.mark.parametrize("source", AttachmentSource)
def test_each_part_of_a_record_makes_its_table(source: str) -> None:
    assert lines(made(source)) == TABLES[source]


@pytest.mark.parametrize("source", AttachmentSource)
def test_every_cell_says_where_in_the_record_it_comes_from(source: str) -> None:
    document = made(source)
    known = index(YearRecord.model_validate(of(**WORK) | ENTRIES))
    page = attached(document)
    assert page is not None
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    facts = [fact for row in table.rows for cell in row for fact in facts_in(cell)]
    refs = {fact.ref.partition("#")[0] for fact in facts}
    assert facts
    assert refs <= {*known, *(ref for ref in refs if ref.endswith((".rate", ".gender")))}
    assert not [f for f in facts if "#sum" in f.ref and f.ref.count("#") > 1]


def test_the_columns_may_be_chosen_and_one_that_the_record_does_not_have_is_empty() -> None:
    document = made("activities", columns=["活动", "时间", "备注"])
    assert lines(document)[:2] == [
        "活动名称 时间 备注",
        "阅读月（主题：同读一本书） 2023年10月至2024年3月，每月一次 —",
    ]


def test_rows_that_are_typed_win() -> None:
    document = made("activities", columns=["活动"], rows=[["春游"]])
    assert lines(document) == ["活动", "春游"]


def test_a_text_that_is_typed_wins() -> None:
    page = attached(made("activities", text="另附。"))
    assert page is not None
    assert [plain(b.children) for b in page.blocks if isinstance(b, Paragraph)] == ["另附。"]


def test_unit_note_and_side_of_the_page_are_the_attachments() -> None:
    page = attached(made("activities", note="按时间排列", unit="场", landscape=True))
    assert page is not None
    table, note = page.blocks
    assert isinstance(table, Table)
    assert isinstance(note, Paragraph)
    assert (table.unit, plain(note.children), page.landscape) == (
        "单位：场",
        "注：按时间排列",
        True,
    )


@pytest.mark.parametrize(("source", "turned"), [("indicators", True), ("aid", False)])
def test_a_wide_table_is_set_across_the_page(source: str, turned: bool) -> None:  # noqa: FBT001 - a table
    page = attached(made(source))
    assert page is not None
    assert page.landscape is turned


def test_pupils_are_only_for_those_inside() -> None:
    page = attached(made("pupils"))
    assert page is not None
    assert page.notice == "内部掌握，不得公开"
    assert attached(made("pupils", Audience.PUBLIC)) is None


PUPILS: dict[str, Any] = {
    "pupils": [{"id": f"p{n}", "alias": f"学生{n}", "grade": "四年级"} for n in "ABCD"],
    "cases": [
        {"pupil": "pA", "problem": "孤独", "programmes": ["left_behind_care"]},
        {"pupil": "pB", "problem": "厌学", "programmes": ["dropout_prevention"]},
    ],
    "home_visits": {"visits": [{"pupil": "pC", "date": "2024-03-01"}]},
}


@pytest.mark.parametrize(
    ("report", "wanted", "listed"),
    [
        ("left_behind_care", [], "AD"),
        ("dropout_prevention", [], "BD"),
        ("home_visits", [], "CD"),
        ("annual", [], "ABCD"),
        ("annual", ["home_visits"], "CD"),
    ],
)
def test_a_roster_holds_the_pupils_of_the_work_that_is_told(
    report: str, wanted: list[str], listed: str
) -> None:
    roster = {"name": "名册", "from_record": "pupils", "programmes": wanted}
    data = of() | PUPILS | {"attachments": [roster]}
    kinds = ("left_behind_care", "dropout_prevention", "home_visits")
    data["programmes"] = {kind: {} for kind in kinds}
    made_ = composed(data, report, Audience.INTERNAL)
    assert made_.document is not None
    assert lines(made_.document)[1:] == [f"学生{n} 四年级" for n in listed]


def test_only_what_belongs_to_the_work_of_the_attachment_is_in_it() -> None:
    own: dict[str, Any] = {"kind": "theme", "programmes": ["safety"]}
    events = [
        own | {"name": "演练"},
        {**own, "programmes": ["left_behind_care"], "name": "生日会"},
    ]
    listed = {"name": "附表", "from_record": "activities", "programmes": ["safety"]}
    data = of() | {"activities": events, "attachments": [listed]}
    data["programmes"] = {"left_behind_care": {}, "safety": {}}
    document = composed(
        data | {"activities": [*events, own | {"name": "讲座", "place": "礼堂"}]}, "annual"
    ).document
    assert document is not None
    assert lines(document) == ["活动名称 地点", "演练 —", "讲座 礼堂"]


def test_steps_and_measures_are_those_of_the_work_of_the_attachment() -> None:
    assert attached(made("next_steps", programmes=["left_behind_care"])) is not None
    listed = {"name": "附表", "from_record": "next_steps", "programmes": ["safety"]}
    data = of(**WORK) | {"attachments": [listed]}
    data["programmes"] = data["programmes"] | {"safety": {}}
    made_ = composed(data, "annual")
    assert made_.document is not None
    assert attached(made_.document) is None
    assert "attachment-missing" in [finding.code for finding in made_.findings]


def test_an_attachment_of_nothing_is_left_out_and_told() -> None:
    made_ = composed(of() | {"attachments": [{"name": "附表", "from_record": "aid"}]}, "annual")
    assert made_.document is not None
    assert attached(made_.document) is None
    assert "attachment-missing" in [finding.code for finding in made_.findings]


def test_counts_by_one_dimension_make_a_table_and_other_counts_a_list() -> None:
    listed = {"name": "附表", "from_record": "population"}
    grades = [
        {"cohort": "enrolled", "grade": grade, "count": "50名"}
        for grade in ("一年级", "二年级", "三年级")
    ]
    document = composed(
        of() | {"population": grades, "attachments": [listed]}, "annual"
    ).document
    assert document is not None
    assert lines(document)[0] == "年级 在校学生"
    people = [{"cohort": c, "count": "9名"} for c in ("orphan", "teacher")]
    document = composed(
        of() | {"population": people, "attachments": [listed]}, "annual"
    ).document
    assert document is not None
    assert lines(document) == ["对象 人数 所属群体 占比", "孤儿 9 — —", "教师 9 — —"]
