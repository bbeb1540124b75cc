"""Small records that tell one thing each: what a wording of `terms.toml` is shown by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from measure_records import ALONE, FULL, NAMELESS
from summarykit.model.kinds import MeasureGroup, MeasureKind

Data = Mapping[str, Any]
SIGNS: Final = 0x3400
"""The first of the characters that no text has."""
OURS: Final = "left_behind_care"
PRACTICE: Final = "做到有人管、有人问，遇到情况随时处理，办完以后记录在册，交接的时候逐项说明"
_HOME: Final = {"name": "云岭县青石镇中心小学", "level": "school"}
_FILLING: Final = {
    "care": ("teacher_pairing", "heart_talk"),
    "support": ("fundraising", "social_mobilisation"),
}
MET_KIND: Final = "partners"
"""A kind of measure whose template knows of pairs, and has no words of its own."""
OWN_KINDS: Final = tuple(
    (f"{group.value}_{turn}", group.value) for group in MeasureGroup for turn in ("one", "two")
)
"""Kinds that no template of ours tells, two of each group and of neither of its halves."""
KINDS: Final = f'[measures.{MET_KIND}]\nlabel = "校村结对"\ngroup = "care"\n' + "".join(
    f'[measures.{name}]\nlabel = "劳动实践{turn}"\ngroup = "{group}"\n'
    for turn, (name, group) in enumerate(OWN_KINDS)
)
MET_TEMPLATE: Final = "{{ measure_told(item, met=true) }}\n"
PLAIN_DIFFICULTY: Final = '{{ difficulty(it, p, clause=["任务较重"]) }}\n'
"""Templates of a county that keep to the usual wordings, where ours have others."""


@dataclass(frozen=True, eq=False)
class Scene:
    """A record, as it is read, the report that tells it, maybe the record before it."""

    record: Data
    report: str = OURS
    previous: Data | None = None


def scene(
    programme: Data | None = None,
    *,
    report: str = OURS,
    level: str = "school",
    period: Data | None = None,
    **fields: object,
) -> Scene:
    """Return a record of one kind of work."""
    record = {
        "organisation": {**_HOME, "level": level},
        "period": {"kind": "school_year", **(period or {})},
        "programmes": {OURS: programme or {}},
        **fields,
    }
    return Scene(record, report)


def measure(kind: str, **fields: object) -> Data:
    """Return a measure of a kind with a practice, unless other fields are given."""
    return {"kind": kind, **(fields or {"practice": PRACTICE})}


def measures(*entries: Data, **fields: object) -> Scene:
    """Return a record with some measures."""
    return scene({"measures": entries}, **fields)  # type: ignore[arg-type]  # what a scene takes


def _fillers(group: str) -> list[Data]:
    """Return measures of another group than `group`."""
    kinds = _FILLING["support" if group == "care" else "care"]
    return [
        measure(kind, name=f"{turn}号安排", practice=f"{PRACTICE}{turn}")
        for kind in kinds
        for turn in ("甲", "乙")
    ]


@cache
def grouped(*kinds: str) -> Scene:
    """Return measures of some kinds of one group, with a heading over them."""
    group = next(kind.group for kind in MeasureKind if kind == kinds[0])
    own = [
        measure(kind, name=f"{turn}号做法", practice=f"{PRACTICE}{turn}")
        for turn, kind in enumerate(kinds, 1)
    ]
    return measures(*own, *_fillers(group))


def _activity(kind: str, name: str, **fields: object) -> Data:
    return {"kind": kind, "name": name, "date": "2024-05-17", **fields}


@cache
def activity(kind: str) -> Scene:
    """Return activities of one kind among measures of other groups."""
    contents = {"contents": ["讲述见闻", "交流做法"]}
    told = [
        _activity(kind, "同心同行", **contents),
        {"kind": kind, "name": "携手向前", "count": "12场", **contents},
    ]
    return scene({"measures": _fillers("activities")}, activities=told)


@cache
def held(kind: str, name: str) -> Scene:
    """Return an activity of which nothing but its name is known, beside another one."""
    bare = [{"kind": kind, "name": one} for one in (name, f"第二次{name}")]
    return scene({"measures": _fillers("activities")}, activities=bare)


_LEADING: Final = [
    {"name": name, "chairs": ["周明远（校长）"], "duties": ["制订方案", "检查进展"]}
    for name in ("关爱专班", "安全专班")
]
_DUTIES: Final = [
    {"area": "北片", "holder": "何立新（教导主任）", "duty": "逐户走访，按月报告"}
]
_CONTRACTS: Final = [
    {"name": "关爱责任书", "parties": ["学校", "班主任"], "count": "16份", "signed": "2023-09"}
]
_CAMPAIGN: Final = {"name": "秋季行", "start": "2023-10-09", "households": "548户"}
_VISIT: Final = {
    "date": "2023-10-18",
    "trigger": "连续缺课",
    "findings": "随祖母生活，作息没有规律",
    "outcome": "作息恢复正常",
}
_RULES: Final = [
    {"condition": "无故缺课满一天", "action": "上门了解原因", "actor": "班主任"},
    {"condition": "连续缺课三天", "action": "书面报告教导处", "actor": "班主任"},
]
_SLOGAN: Final = {"name": "三个一", "items": [{"text": "谈一次心"}, {"text": "通一次话"}]}
ROLES: Final[Mapping[str, Data]] = {
    "leading_groups": {"responsibilities": {"leading_groups": _LEADING}},
    "duties": {"responsibilities": {"areas": _DUTIES}},
    "contracts": {"responsibilities": {"contracts": _CONTRACTS}},
    "campaign": {"home_visits": {"campaigns": [_CAMPAIGN]}},
    "visits": {"home_visits": {"visits": [_VISIT]}},
    "aid": {"aid": [{"kind": "cash", "name": "临时困难资助", "beneficiaries": "12名"}]},
    "donation": {
        "donations": [{"donor": "青石镇商会", "amount": "20000元", "use": "购置图书"}]
    },
    "rules": {"rules": _RULES},
    "slogan": {"slogans": [_SLOGAN]},
}


@cache
def activity_among(kind: str, group: str, *others: str) -> Scene:
    """Return an activity of one kind among measures of its group."""
    own = [measure(one, name=f"{one}制度", practice=f"{PRACTICE}{one}") for one in others]
    told = _activity(kind, "同心同行", contents=["讲述见闻", "交流做法"])
    fillers = _fillers(group)
    return scene({"measures": [*own, *fillers]}, activities=[told])


@cache
def twins(activity: str, measure_kind: str) -> Scene:
    """Return a measure and an activity that took place on one day."""
    told = measure(measure_kind, practice=PRACTICE, date="2024-05-17")
    event = _activity(activity, "同心同行", contents=["讲述见闻", "交流做法"])
    return scene({"measures": [told, *_fillers("activities")]}, activities=[event])


@cache
def role(name: str, *beside: str) -> Scene:
    """Return what is told beside measures, and measures of some kinds with it."""
    own = [measure(one, name=f"{one}制度", practice=f"{PRACTICE}{one}") for one in beside]
    fillers = _fillers("care" if name == "slogan" else "support")
    return scene({"measures": [*own, *fillers]}, **ROLES[name])


@cache
def beside(name: str) -> Scene:
    """Return what is told beside measures, with so few that each has its own title."""
    told = [measure(kind, name=f"{kind}安排") for kind in ("heart_talk", "home_visit")]
    some = [
        {**one, "practice": f"{PRACTICE}，{PRACTICE}{turn}"} for turn, one in enumerate(told)
    ]
    return scene({"measures": some}, **ROLES[name])


@cache
def shared(*, led: bool) -> Scene:
    """Return two kinds of work with what they share."""
    works = {
        kind: {
            "measures": [measure("heart_talk"), measure("home_visit", practice=f"{PRACTICE}。")]
        }
        for kind in (OURS, "safety")
    }
    parts = ROLES["leading_groups" if led else "rules"]
    return Scene({**scene(**parts).record, "programmes": works}, "annual")


@cache
def of_kinds(kinds: tuple[str, ...], **fields: str) -> Scene:
    """Return a measure of each kind.

    In a field, `{0}` is the place of the kind among them, from 11, and `{1}` a sign of its own.
    """
    told = [
        measure(
            kind,
            **{name: said.format(turn, chr(SIGNS + turn)) for name, said in fields.items()},
        )
        for turn, kind in enumerate(kinds, 11)
    ]
    return measures(*told)


@cache
def of_ours(level: str, actor: str) -> Scene:
    """Return what somebody did at a level, who may be what the level calls its members."""
    told = scene({"measures": [measure("heart_talk", practice=PRACTICE, actors=actor)]})
    return Scene({**told.record, "organisation": {**_HOME, "level": level}})


@cache
def period(kind: str) -> Scene:
    """Return a rate that was another one in the period before, of which nothing is known."""
    rate = {"id": "i1", "code": "filing", "value": "96%", "baseline": "91%"}
    told = {"measures": [measure("heart_talk")]}
    return scene(told, period={"kind": kind}, indicators=[rate])


@cache
def briefed(kind: str) -> Scene:
    """Return what a briefing says of a period without a name."""
    return Scene(period(kind).record, "briefing")


@cache
def organised(level: str) -> Scene:
    """Return an organisation of which much is said, with its pupils."""
    organisation = {
        "name": "云岭县青石镇教育总校" if level == "township" else "云岭县教学点",
        "level": level,
        "stages": ["primary"],
        "area": [{"kind": "行政村", "count": "11个"}],
        "location": "山区",
    }
    people = [
        {"id": "all", "cohort": "enrolled", "count": "612名"},
        {"id": "left", "cohort": "left_behind", "count": "87名", "part_of": "all"},
    ]
    whole = {
        "opening": "598名",
        "newly_enrolled": "98名",
        "graduated": "84名",
        "closing": "612名",
    }
    own = scene(
        {"measures": [measure("heart_talk")]}, population=people, enrolment_flow=[whole]
    )
    return Scene({**own.record, "organisation": organisation})


@cache
def moved() -> Scene:
    """Return pupils that came and went in every way there is."""
    came = ("transferred_in", "newly_enrolled", "returned", "other_in")
    went = ("transferred_out", "dropped_out", "suspended", "graduated", "exempt", "other_out")
    flow = {name: f"{turn}名" for turn, name in enumerate((*came, *went), 6)}
    told = {"measures": [measure("heart_talk")]}
    return scene(told, enrolment_flow=[{"opening": "600名", **flow}])


@cache
def aided() -> Scene:
    """Return aid of every kind that nobody has named."""
    kinds = ("waived", "reduced", "deferred", "textbooks", "meals", "cash", "insurance")
    aid = [{"kind": kind, "beneficiaries": f"{n}名"} for n, kind in enumerate(kinds, 11)]
    return scene({"measures": _fillers("support")}, aid=aid)


@cache
def rated(code: str) -> Scene:
    """Return a rate with what it is worked out of; of that id, the figures may stand first."""
    rate = {
        "id": "i1",
        "code": code,
        "value": "50%",
        "numerator": "306名",
        "denominator": "612名",
    }
    told = {"measures": [measure("heart_talk")]}
    return scene(told, indicators=[rate])


@cache
def briefed_of(programme: str) -> Scene:
    """Return what a briefing says of whom the work is for."""
    cohorts = ("enrolled", "left_behind", "migrant", "hardship", "boarding")
    people = [
        {"id": cohort, "cohort": cohort, "count": f"{count}名"}
        for count, cohort in enumerate(cohorts, 61)
    ]
    told = {"measures": [measure("heart_talk")], "results": [{"text": "孩子更愿意说话"}]}
    own = scene(population=people)
    return Scene({**own.record, "programmes": {programme: told}}, "briefing")


@cache
def reached(programme: str) -> Scene:
    """Return how many a measure reached, of whom nothing else is said."""
    told = {"measures": [measure("home_visit", practice=PRACTICE, reached="58名")]}
    return Scene({**scene().record, "programmes": {programme: told}}, "annual")


@cache
def troubled(kinds: tuple[str, ...]) -> Scene:
    """Return a difficulty of each kind, so that each has a heading."""
    told = [{"kind": k, "cause": f"条件{n}有限"} for n, k in enumerate(kinds, 1)]
    return scene({"difficulties": told})


@cache
def joined(trend: str) -> Scene:
    """Return a difficulty of the kind whose template has no words of its own."""
    told = {
        "kind": "teacher_workload",
        "text": "头绪多",
        "consequence": "进度放慢",
        "affected": "12名",
        "cohort": "teacher",
        "trend": trend,
    }
    why = {"kind": "teacher_workload", "text": "会议多", "cause": "人手不足"}
    return scene({"difficulties": [told, why]})


@cache
def aimed(kind: str) -> Scene:
    """Return the only goal there is."""
    return scene({"goals": [{"id": "g1", "kind": kind, "text": "每名学生都有教师关心"}]})


_HEARD: Final = {
    "visits": "home_visit",
    "talks": "heart_talk",
    "meetings": "guardian_meeting",
    "feedback": "parent_feedback",
    "all": "teacher_pairing",
}


@cache
def heard(place: str) -> Scene:
    """Return what people said, and where they did."""
    told = [{"id": "m1", **measure(_HEARD.get(place, "teacher_pairing"))}]
    rate = {"id": "i1", "code": "satisfaction", "value": "96%"}
    link = "i1" if place == "survey" else "m1"
    result = {"text": "孩子更愿意说话", "kind": "behaviour", "strength": "testimonial"}
    return scene(
        {"measures": told, "results": [{**result, "evidence": [link]}]}, indicators=[rate]
    )


_WHOLE: Final = {k: v for k, v in FULL.items() if k not in ("serves", "policies", "population")}


@cache
def worded() -> Scene:
    """Return measures of kinds that have the usual wordings, in every way they are told."""
    ways: list[Data] = [_WHOLE, {**NAMELESS, "serves": (), "policies": (), "population": None}]
    ways += [fields for name, fields in ALONE.items() if name not in _LINKED]
    ways += [
        {"practice": PRACTICE, **fields}
        for name, fields in ALONE.items()
        if name not in _LINKED
    ]
    apart = {"mentor_groups": [{"who": "女教师", "count": "3名"}, {"who": "志愿者"}]}
    ways += [
        {"practice": f"由甲方牵头，单位甲配合，通过渠道甲联系，{PRACTICE}", **_SOME},
        {"actors": ["甲方", "乙方"], "responsible": "甲方"},
        {"partners": ["单位甲"]},
        {"steps": ["第一步"]},
        {"practice": PRACTICE, "effect": "情况有了改善"},
    ]
    ways += [
        apart,
        {"mentors": "13名", "pairs": "29对", **apart},
        {"actors": ["甲方"], "responsible": "乙方"},
    ]
    told = [
        {"kind": OWN_KINDS[0][0], "status": status, **way}
        for status in ("ongoing", "planned")
        for way in ways
    ]
    met = {"kind": MET_KIND, "mentors": "13名", "pairs": "29对"}
    basis = {"kind": OWN_KINDS[0][0], "practice": PRACTICE, "policies": ["rule"]}
    named = {"kind": OWN_KINDS[0][0], "practice": PRACTICE, "policies": ["terms"]}
    policies = [
        {"id": "rule", "title": "样例办法", "kind": "school_rule"},
        {"id": "terms", "title": "样例政策", "kind": "programme"},
    ]
    return measures(*told, met, basis, named, policies=policies)


_SOME: Final = {name: FULL[name] for name in ("actors", "partners", "channels")}
_LINKED: Final = ("only serves", "only policies", "only population")
