"""Invented counts of people that add up: populations, partitions, flows and rates."""

from dataclasses import dataclass, field
from typing import Final

from generated_scene import Data, Scene, parted, percent, phrases
from summarykit.model.vocabulary import Level

_SIZES: Final = {
    Level.CLASS: (28, 55),
    Level.SCHOOL: (80, 2200),
    Level.TOWNSHIP: (900, 6000),
    Level.COUNTY: (9000, 60000),
}
_SMALLEST_SPLIT: Final = 12
_GRADES: Final = ("一年级", "二年级", "三年级", "四年级", "五年级", "六年级")
# Of how many of all pupils each cohort is, from and to.
_SHARES: Final = {
    "left_behind": (0.06, 0.35),
    "migrant": (0.04, 0.2),
    "hardship": (0.08, 0.3),
    "struggling": (0.05, 0.15),
    "boarding": (0.1, 0.5),
    "single_parent": (0.02, 0.08),
    "new": (0.12, 0.2),
    "graduating": (0.12, 0.2),
    "behaviour": (0.01, 0.04),
    "disabled": (0.006, 0.03),
    "orphan": (0.004, 0.01),
    "at_risk": (0.004, 0.02),
    "returned": (0.003, 0.01),
}
# How often each is counted in records that it matters little to; wholes before their parts.
_COUNTED: Final = {
    "enrolled": 1.0,
    "school_age": 0.4,
    "left_behind": 0.5,
    "migrant": 0.4,
    "hardship": 0.5,
    "registered_poverty": 0.3,
    "struggling": 0.3,
    "boarding": 0.3,
    "single_parent": 0.3,
    "new": 0.3,
    "graduating": 0.3,
    "disabled": 0.3,
    "behaviour": 0.2,
    "orphan": 0.2,
    "at_risk": 0.2,
    "returned": 0.2,
    "dropout": 0.2,
    "guardian": 0.2,
}
_SPLIT: Final = frozenset({"enrolled", "left_behind", "migrant", "at_risk", "disabled"})
_NAMES: Final = {"guardian": "留守儿童监护人", "boarding": "住校生", "returned": "返校复学学生"}
_DEFINED: Final = {
    "left_behind": "父母双方或一方外出务工三个月以上、留在本地就读的学生",
    "migrant": "户籍不在本县、随父母来本地就读的学生",
}
_RULES: Final = ("one_or_both_parents_away", "both_parents_away", "education_three_months")


Split = tuple[str, tuple[object, ...]]
_GENDER: Final[Split] = ("gender", ("female", "male"))
_GUARDIANS: Final = ("one_parent", "grandparents", "relatives", "non_relatives")
# By what each cohort may be split.
_WAYS: Final[dict[str, tuple[Split, ...]]] = {
    "enrolled": (_GENDER, ("boarding", (True, False))),
    "left_behind": (_GENDER, ("guardianship", _GUARDIANS), ("guardianship", _GUARDIANS[:2])),
    "migrant": (_GENDER, ("origin", ("本省外县", "外省"))),
    "at_risk": (_GENDER, ("cause", ("厌学", "家庭变故"))),
    "disabled": (("other", ("随班就读", "送教上门")),),
}


@dataclass
class Crowd:
    """How many there are of each cohort, how many teach, and what the record says of it."""

    counts: dict[str, int]
    staff: int
    ids: dict[str, str] = field(default_factory=dict)
    """The ids of the cohorts that the record counts."""
    fields: Data = field(default_factory=dict)

    def of(self, cohort: str) -> int:
        """Return how many there are of a cohort; at least one."""
        return max(1, self.counts.get(cohort, 1))


def crowd(scene: Scene) -> Crowd:
    """Return the people of an organisation, with the fields of the record that count them."""
    low, high = _SIZES[scene.level]
    pupils = scene.between(low, high)
    counts = {"enrolled": pupils}
    for cohort, (least, most) in _SHARES.items():
        counts[cohort] = max(1, int(pupils * scene.dice.uniform(least, most)))
    counts["registered_poverty"] = max(1, counts["hardship"] // 2)
    counts["dropout"] = 0 if scene.maybe(0.7) else max(1, pupils // 900)
    counts["school_age"] = int(pupils * scene.dice.uniform(0.8, 0.98))
    counts["guardian"] = int(counts["left_behind"] * 0.9) or 1
    counts["parent"] = int(pupils * 0.8) or 1
    counts["teacher"] = max(3, pupils // 14)
    people = Crowd(counts, counts["teacher"])
    if scene.maybe(0.15 + scene.fullness):
        _populate(scene, people)
    return people


def _populate(scene: Scene, people: Crowd) -> None:
    relevant = {
        cohort for kind in scene.kinds for cohort in phrases()["programmes"][kind]["cohorts"]
    }
    told = [
        cohort
        for cohort, chance in _COUNTED.items()
        if scene.maybe(0.8 if cohort in relevant else chance * (0.5 + scene.fullness / 2))
    ]
    entries = [_entry(scene, people, cohort) for cohort in told]
    partitions: list[Data] = []
    for whole in [one for one in entries if one["cohort"] in _SPLIT]:
        if scene.maybe() and people.counts[whole["cohort"]] >= _SMALLEST_SPLIT:
            _split(scene, people, whole, entries, partitions)
    rules = _define(scene, entries)
    people.fields["population"] = entries
    people.fields |= {"definitions": rules} if rules else {}
    people.fields |= {"partitions": partitions} if partitions else {}
    flows = [_flow(scene, people)]
    if scene.level is Level.SCHOOL and scene.maybe(0.3):
        flows.append(_grade_flow(scene))
    people.fields |= scene.kept({"enrolment_flow": flows})


def _entry(scene: Scene, people: Crowd, cohort: str) -> Data:
    count = people.counts[cohort]
    name = people.ids[cohort] = scene.called("pop_")
    exact = cohort not in ("guardian", "parent")
    entry: Data = {"id": name, "cohort": cohort}
    entry["count"] = f"{count}名" if exact else f"约{max(10, count // 10 * 10)}名"
    whole = "hardship" if cohort in ("registered_poverty", "orphan") else "enrolled"
    inside = cohort not in ("enrolled", "school_age", "guardian", "dropout")
    if inside and whole in people.ids and count <= people.counts[whole]:
        entry |= scene.kept({"part_of": people.ids[whole]}, 0.6)
    if cohort == "left_behind" and scene.maybe():
        entry["definition"] = scene.one(_RULES)
    if count >= 10 and exact and scene.maybe(scene.fullness * 0.5):
        entry["previous"] = f"{max(1, count + scene.between(-count // 8, count // 8))}名"
        if "definition" in entry and scene.maybe(0.7):
            entry["previous_definition"] = entry["definition"]
    if cohort in _NAMES and scene.maybe(0.4):
        entry["name"] = _NAMES[cohort]
    more = {"date": scene.dated(scene.end), "note": scene.one(("部分家庭返乡", "含教学点"))}
    return entry | scene.kept(more, scene.fullness * 0.3)


def _define(scene: Scene, entries: list[Data]) -> list[Data]:
    """Return definitions of some cohorts, and let their counts say by which they were made."""
    found = []
    for cohort, words in _DEFINED.items():
        first = next((one for one in entries if one["cohort"] == cohort), None)
        if first is not None and scene.maybe(scene.fullness * 0.4):
            rule: Data = {"id": f"def_{cohort}", "cohort": cohort, "text": words}
            rule |= scene.kept({"rule": first.get("definition")}, 0.5)
            first["defined_by"] = rule["id"]
            found.append(rule)
    return found


def _split(
    scene: Scene, people: Crowd, whole: Data, entries: list[Data], partitions: list[Data]
) -> None:
    cohort = whole["cohort"]
    count = people.counts[cohort]
    by, values = scene.one(_dimensions(scene, cohort))
    rule = {k: v for k, v in whole.items() if k == "definition"}
    ids = []
    for value, part in zip(values, parted(scene.dice, count, len(values)), strict=True):
        name = scene.called("pop_")
        ids.append(name)
        entries.append(
            {
                "id": name,
                "cohort": cohort,
                "count": f"{part}名",
                "part_of": whole["id"],
                by: value,
                **rule,
            }
        )
    if scene.maybe(0.8):
        dimension = {"class_name": "class"}.get(by, by)
        partitions.append({"whole": whole["id"], "parts": ids, "by": dimension})


def _dimensions(scene: Scene, cohort: str) -> list[Split]:
    classes: Split = ("class_name", ("六年级（1）班", "六年级（2）班"))
    school = scene.level is Level.SCHOOL
    ways = _WAYS.get(cohort, (_GENDER,))
    if cohort == "left_behind" and school:
        ways = (*ways, classes)
    if cohort == "enrolled" and school:
        ways = (*ways, ("grade", _GRADES), ("organisation", ("校本部", "石门教学点")))
    elif cohort == "enrolled" and scene.level is not Level.CLASS:
        ways = (*ways, ("stage", ("primary", "junior")))
    return list(ways)


def _flow(scene: Scene, people: Crowd) -> Data:
    closing = people.counts["enrolled"]
    size = max(1, closing // 40)
    names = ("transferred_in", "transferred_out", "newly_enrolled", "graduated")
    moves = {name: scene.between(0, size) for name in names if scene.maybe(0.8)}
    if scene.maybe(0.4):
        moves["returned"] = scene.between(0, people.counts["returned"])
    if scene.maybe(0.4):
        moves["dropped_out"] = people.counts["dropout"]
    for name in ("suspended", "other_in", "other_out", "exempt"):
        if scene.maybe(0.15):
            moves[name] = scene.between(0, 4)
    opening = closing - sum(moves.get(n, 0) for n in _IN) + sum(moves.get(n, 0) for n in _OUT)
    flow: Data = {name: f"{count}名" for name, count in moves.items()}
    flow |= {"id": scene.called("flow_"), "opening": f"{opening}名", "closing": f"{closing}名"}
    dates = {"start": scene.start.isoformat(), "end": scene.end.isoformat()}
    more: Data = {"organisation": scene.name, "stage": "primary"}
    return flow | (dates if scene.maybe(0.4) else {}) | scene.kept(more, 0.15)


_IN: Final = ("transferred_in", "newly_enrolled", "returned", "other_in")
_OUT: Final = ("transferred_out", "graduated", "dropped_out", "suspended", "other_out")


def _grade_flow(scene: Scene) -> Data:
    """Return the flow of one grade, which nobody enters or leaves but by moving house."""
    opening, came, went = scene.between(30, 90), scene.between(0, 6), scene.between(0, 6)
    moved = {"opening": opening, "transferred_in": came, "transferred_out": went}
    counts = {name: f"{count}名" for name, count in moved.items()}
    closing = {"closing": f"{opening + came - went}名"}
    return {"id": scene.called("flow_"), "grade": "六年级"} | counts | closing


_RATES: Final = {
    "left_behind_care": (
        ("pairing_coverage", "left_behind"),
        ("filing", "left_behind"),
        ("visit_coverage", "left_behind"),
        ("guardianship_share", "left_behind"),
    ),
    "migrant_enrolment": (("enrolment", "migrant"), ("satisfaction", "parent")),
    "dropout_prevention": (
        ("net_enrolment", "school_age"),
        ("year_retention", "enrolled"),
        ("term_retention", "enrolled"),
        ("dropout", "enrolled"),
        ("return", "returned"),
        ("graduation", "graduating"),
        ("disabled_enrolment", "disabled"),
    ),
    "home_visits": (("visit_coverage", "enrolled"), ("satisfaction", "parent")),
    "legal_education": (("other", "enrolled"),),
    "safety": (("other", "enrolled"),),
    "student_aid": (("aid_coverage", "enrolled"),),
}
_LOW: Final = ("dropout", "aid_coverage", "guardianship_share")


def asked(scene: Scene) -> str:
    """Return what goals and indicators of a record both ask of a high rate."""
    return ("95%", "98%", "100%")[scene.start.year % 3]


def indicators(scene: Scene, people: Crowd) -> list[Data]:
    """Return rates that agree with the counts they stand beside."""
    found = []
    for kind in scene.kinds:
        for code, cohort in _RATES[kind]:
            if scene.maybe(scene.fullness * 0.8):
                found.append(_rate(scene, people, kind, (code, cohort)))
    return found


def _rate(scene: Scene, people: Crowd, kind: str, of: tuple[str, str]) -> Data:
    code, cohort = of
    whole = people.of(cohort)
    least = 0 if code in _LOW else whole - max(0, whole // 30)
    most = whole // 4 if code in _LOW else whole
    part = people.counts["dropout"] if code == "dropout" else scene.between(least, most)
    rate: Data = {"id": scene.called("rate_"), "code": code, "programmes": [kind]}
    value, unit = percent(part, whole), "份" if code == "satisfaction" else "名"
    way = scene.dice.random()
    if way < 0.85:
        rate["value"] = value
    if way > 0.3:
        rate |= {"numerator": f"{part}{unit}", "denominator": f"{whole}{unit}"}
    if code == "other":
        rate["name"] = scene.one(("法治知识知晓率", "安全知识知晓率", "演练参与率"))
    if cohort == "left_behind" and code == "visit_coverage":
        rate["name"] = "留守儿童家访覆盖率"
    high = code not in _LOW
    more = {
        "target": scene.one((asked(scene),)) if high else None,
        "baseline": percent(max(0, part - whole // 50), whole) if high else None,
        "limit": "1%" if code == "dropout" else None,
        "definition": scene.one(("按实有人数计算", "期末人数与应有人数之比")),
        "scope": {Level.CLASS: "全班", Level.SCHOOL: "全校"}.get(scene.level),
        "cohort": cohort if cohort not in ("parent", "enrolled") else None,
        "as_of": scene.dated(scene.end),
        "stage": "primary" if scene.level is not Level.CLASS else None,
    }
    # A denominator of everybody has nobody exempt.
    if (
        high
        and value != "100%"
        and scene.maybe(scene.fullness * 0.2)
        and "numerator" not in rate
    ):
        rate |= {"exempt": "1名", "exemption": "因病休学，不计入应有人数"}
    return rate | scene.kept(more, scene.fullness * 0.5)
