"""Invented entries of what was done, with every field they may have, and records of them."""

import random
from collections.abc import Iterator
from typing import Any, Final

from prose import BASE
from summarykit.model import MeasureKind, YearRecord

ORGANISATIONS: Final = ("青石镇中心小学", "白沙镇中心小学", "双河学区中心学校")
SUBSETS: Final = 3
_FIXED: Final[dict[str, Any]] = {
    "population": [{"id": "people", "cohort": "disabled", "count": "60名"}],
    "pupils": [
        {"id": "first", "alias": "小禾（化名）"},
        {"id": "second", "alias": "小安（化名）"},
    ],
    "policies": [
        {"id": "law", "title": "义务教育法", "kind": "law", "number": "国发〔2020〕1号"},
        {"id": "rule", "title": "青石小学家访制度", "kind": "school_rule"},
        {"id": "terms", "title": "城乡学生资助政策", "kind": "programme"},
    ],
}

Fields = dict[str, Any]

SLOGANS: Final[list[Fields]] = [
    {
        "name": "必访制度",
        "target": "全体教师",
        "declared": "3项",
        "items": [
            {"text": "新生必访", "trigger": "开学初", "frequency": "每学年一次"},
            {"text": "缺课的学生必访", "trigger": "连续缺课三天"},
            {"text": "留守儿童必访", "frequency": "每学期至少一次"},
        ],
    },
    {
        "name": "四个一",
        "target": "外出务工的家长",
        "declared": "4项",
        "items": [
            {"text": "谈一次心", "frequency": "每周一次"},
            {"text": "给孩子写信", "frequency": "每月一封"},
            {"text": "回家", "frequency": "每年至少一次"},
            {"text": "同教师通话", "frequency": "每周三晚上"},
        ],
    },
]
GROUPS: Final[list[Fields]] = [
    {
        "name": "控辍保学工作领导小组",
        "chairs": ["周明远（校长）"],
        "vice_chairs": ["林秀文（副校长）"],
        "members": ["教导主任", "德育主任"],
        "office": "德育处",
        "duties": ["制订计划", "检查落实"],
    },
    {
        "name": "学生资助工作领导小组",
        "chairs": ["何立新"],
        "vice_chairs": ["苏婉清"],
        "members": ["总务主任", "班主任代表"],
        "office": "总务处",
        "duties": ["审核材料"],
    },
]
AREAS: Final[list[Fields]] = [
    {"area": "北片五村", "holder": "何立新（教导主任）", "duty": "包入学、包巩固"},
    {"area": "南片六村", "holder": "苏婉清（德育主任）", "duty": "包入学、包巩固"},
    {"area": "镇区社区", "holder": "林秀文（副校长）", "duty": "入学登记和走访"},
]
LINES: Final[list[Fields]] = [
    {"line": "学籍管理", "holder": "教导处", "duty": "核对名册"},
    {"line": "资助工作", "holder": "总务处", "duty": "负责审核材料"},
    {"line": "安全工作", "holder": "总务处"},
]
CHAINS: Final[list[Fields]] = [
    {"name": "行政线", "links": ["县领导", "镇领导", "村干部"]},
    {"name": "教育线", "links": ["校长", "班主任"]},
]
CONTRACTS: Final[list[Fields]] = [
    {
        "name": "控辍保学责任书",
        "parties": ["校长", "班主任"],
        "count": "16份",
        "signed": "2023-09-08",
        "tied_to": "年度考核",
    },
    {
        "name": "控辍保学责任书",
        "parties": ["班主任", "科任教师"],
        "count": "31份",
        "signed": "2023-09-08",
        "tied_to": "年度考核",
    },
    {
        "name": "家校共育承诺书",
        "parties": ["学校", "家长"],
        "count": "600余份",
        "signed": "2023年10月",
        "tied_to": "家长评优",
    },
]
RULES: Final[list[Fields]] = [
    {
        "condition": "学生无故缺课",
        "action": "电话联系监护人",
        "actor": "班主任",
        "deadline": "当天",
        "basis": "学校考勤制度",
        "sanction": "取消评优资格",
    },
    {
        "condition": "多次劝返无效",
        "action": "报请镇人民政府依法督促",
        "actor": "学校",
        "deadline": "接到报告后两周内",
        "policy": "law",
        "sanction": "监护人拒不履行义务的，由镇人民政府责令改正",
    },
]
ACTIVITIES: Final[list[Fields]] = [
    {
        "kind": "reading",
        "name": "阅读月",
        "theme": "同读一本书",
        "date": "2024-03-04",
        "end": "2024-04-12",
        "recurrence": "每周三下午",
        "count": "9场",
        "place": "图书室",
        "organiser": "教导处",
        "co_organisers": ["县图书馆"],
        "sponsors": ["镇商会"],
        "participants": [{"group": "全校学生", "count": "612名"}, {"group": "家长代表"}],
        "contents": ["共读", "演讲，换书"],
        "outcome": "借书的孩子多了",
        "quote": "真好！",
    },
    {
        "kind": "meeting",
        "name": "工作部署会",
        "theme": "一个也不能少",
        "date": "2023年9月8日9时",
        "recurrence": "每学期两次",
        "count": "4次",
        "place": "会议室",
        "organiser": "副校长室",
        "co_organisers": ["镇教管中心"],
        "sponsors": ["村委会"],
        "participants": [{"group": "教职工", "count": "46名"}],
        "contents": ["通报情况"],
        "outcome": "任务布置到人",
        "quote": "心里有底了",
    },
]
CAMPAIGNS: Final[list[Fields]] = [
    {
        "name": "秋季全员家访",
        "start": "2023-10-09",
        "end": "2023-11-30",
        "visitors": "班主任和科任教师",
        "visitor_count": "43名",
        "households": "548户",
        "modes": ["入户", "视频连线"],
        "coverage": [
            {"group": "在校学生", "visited": "589名", "total": "612名", "rate": "96.2%"},
            {"group": "留守儿童", "visited": "87名", "total": "87名", "rate": "100%"},
            {"group": "随迁子女", "visited": "46名", "total": "46名", "rate": "100%"},
            {"group": "村干部家庭"},
        ],
        "contents": ["反馈在校表现", "了解监护情况"],
        "forms": ["家访记录表", "意见征集表"],
        "findings": ["作业辅导困难", "手机管得松"],
    },
    {
        "name": "毕业年级家访",
        "start": "2024-03-04",
        "end": "2024-04-12",
        "visitors": "任课教师",
        "visitor_count": "12名",
        "households": "101人次",
        "modes": ["电话"],
        "coverage": [
            {"group": "六年级学生", "visited": "104名", "total": "104名"},
            {"group": "九年级学生", "rate": "98%"},
            {"group": "高一学生", "visited": "20名"},
            {"group": "高二学生", "visited": "30名", "total": "31名"},
        ],
        "contents": ["说明升学政策"],
        "forms": ["升学意向表"],
        "findings": ["个别家长打算带孩子外出就读"],
    },
]
VISITS: Final[list[Fields]] = [
    {
        "pupil": "first",
        "date": "2023-10-18",
        "trigger": "连续几天走神",
        "visitors": "班主任",
        "findings": "由祖母照料，睡得很晚",
        "advice": "与父母约定通话时间",
        "outcome": "作息恢复正常",
    },
    {
        "pupil": "second",
        "date": "2023-11-07",
        "trigger": "新转入",
        "visitors": "班主任和邻居",
        "findings": "孩子普通话不流利",
        "advice": "家长每天陪读一刻钟",
        "outcome": "一学期后能完整讲述故事",
    },
]
AID: Final[list[Fields]] = [
    {
        "kind": "waived",
        "name": "免除学杂费",
        "beneficiaries": "612名",
        "amount": "6.1万元",
        "per_head": "每人每学期50元",
        "of_whom": [{"group": "寄宿生", "count": "148名", "amount": "7400元"}],
        "policy": "terms",
        "note": "随迁子女同等享受",
    },
    {
        "kind": "living_allowance",
        "name": "寄宿生生活补助",
        "beneficiaries": "48户",
        "amount": "4.8万元",
        "per_head": "每人每年1000元",
        "of_whom": [{"group": "孤儿"}, {"group": "残疾学生", "count": "3名"}],
        "policy": "rule",
        "note": "分两学期发放",
    },
]
DONATIONS: Final[list[Fields]] = [
    {
        "donor": "青石镇商会",
        "amount": "20000元",
        "goods": ["书包"],
        "date": "2023-11-15",
        "fund": "爱心助学基金",
        "use": "临时困难资助",
        "recipients": "困难学生",
        "spent": "10350元",
        "beneficiaries": "30名",
    },
    {
        "donor": "县图书馆",
        "amount": "800元",
        "goods": ["图书600册", "书架4组"],
        "date": "2024-04-02",
        "fund": "读书基金",
        "use": "班级图书角",
        "recipients": "学校图书室",
        "spent": "500元",
        "beneficiaries": "600余名",
    },
]
ENTITIES: Final[dict[str, tuple[list[Fields], frozenset[str]]]] = {
    "slogans": (SLOGANS, frozenset({"name"})),
    "leading_groups": (GROUPS, frozenset({"name"})),
    "areas": (AREAS, frozenset({"area", "holder"})),
    "lines": (LINES, frozenset({"line", "holder"})),
    "chains": (CHAINS, frozenset({"name"})),
    "contracts": (CONTRACTS, frozenset({"name", "parties"})),
    "rules": (RULES, frozenset({"condition", "action"})),
    "activities": (ACTIVITIES, frozenset({"kind", "name"})),
    "campaigns": (CAMPAIGNS, frozenset({"name"})),
    "visits": (VISITS, frozenset()),
    "aid": (AID, frozenset({"kind"})),
    "donations": (DONATIONS, frozenset({"donor"})),
}
"""What a record may hold of each kind, and the fields that an entry cannot be without."""
_HOLDERS: Final = {
    **dict.fromkeys(
        ("leading_groups", "areas", "lines", "chains", "contracts"), "responsibilities"
    ),
    **dict.fromkeys(("campaigns", "visits"), "home_visits"),
}
OURS: Final = ("home_school", "support", "activities", "law_safety", "teaching")
KINDS: Final = tuple(kind for kind in MeasureKind if kind.group in OURS)


def cases(name: str) -> Iterator[list[frozenset[str]]]:
    """Yield the fields that each entry has: none, one, all, and any others."""
    entries, needed = ENTITIES[name]
    free = sorted({field for entry in entries for field in entry} - needed)
    alone = [frozenset[str](), *(frozenset({field}) for field in free), frozenset(free)]
    yield from ([fields] * len(entries) for fields in alone)
    dice = random.Random(name)  # noqa: S311 - which fields are left out is no secret
    for _ in range(SUBSETS):
        yield [frozenset(f for f in free if dice.random() < 0.5) for _ in entries]


def optional(name: str) -> Fields:
    """Return every field that an entry can be without, as the first that has it has it."""
    entries, needed = ENTITIES[name]
    known = {field: value for entry in reversed(entries) for field, value in entry.items()}
    return {field: value for field, value in known.items() if field not in needed}


def record_with(name: str, fields: list[frozenset[str]], organisation: str) -> YearRecord:
    """Return a record that has the entries of `name` with those fields."""
    entries, needed = ENTITIES[name]
    kept = [
        {key: value for key, value in entry.items() if key in needed | some}
        for entry, some in zip(entries, fields, strict=True)
    ]
    holder = _HOLDERS.get(name)
    parts = {holder: {name: kept}} if holder else {name: kept}
    return of_organisation(organisation, parts)


def of_organisation(name: str, parts: Fields, **programme: object) -> YearRecord:
    """Return a record of the organisation with these parts and one programme."""
    own = {"organisation": {"name": name, "level": "school"}}
    programmes = {"programmes": {"home_visits": programme}}
    return YearRecord.model_validate(BASE | _FIXED | own | programmes | parts)
