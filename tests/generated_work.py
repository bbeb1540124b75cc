"""Invented measures of all kinds, and the goals they serve."""

from datetime import timedelta
from typing import Final

from generated_people import Crowd, asked
from generated_scene import Data, Scene, measure_phrases, money, parted, phrases
from summarykit.model import MeasureKind
from summarykit.model.kinds import MeasureGroup
from summarykit.model.vocabulary import ProgrammeKind

_G: Final = MeasureGroup
_USUAL: Final = {
    "left_behind_care": {_G.CARE, _G.HOME_SCHOOL, _G.INFORMATION, _G.ACTIVITIES, _G.SUPPORT},
    "migrant_enrolment": {_G.TEACHING, _G.INFORMATION, _G.HOME_SCHOOL, _G.SUPPORT, _G.CARE},
    "dropout_prevention": {_G.ORGANISATION, _G.INFORMATION, _G.LAW_SAFETY, _G.TEACHING},
    "home_visits": {_G.HOME_SCHOOL, _G.ORGANISATION, _G.INFORMATION},
    "legal_education": {_G.LAW_SAFETY, _G.ACTIVITIES},
    "safety": {_G.LAW_SAFETY, _G.ORGANISATION},
    "student_aid": {_G.SUPPORT, _G.ORGANISATION, _G.INFORMATION},
}
_STATUS: Final = ("", "", "", "", "", "in_place", "done", "ongoing", "ongoing", "planned")
_COUNTED_IN: Final = {"本": "本", "册": "册", "簿": "本", "卡": "张"}
_FEWEST: Final = 3


def measures(scene: Scene, people: Crowd, kind: ProgrammeKind, size: int) -> list[Data]:
    """Return `size` measures of one programme, most of them of kinds that belong to it."""
    usual = [one for one in MeasureKind if one.group in _USUAL[kind]]
    other = [one for one in MeasureKind if one not in usual]
    strange = min(len(other), sum(scene.maybe(0.15) for _ in range(size)))
    chosen = scene.dice.sample(other, strange)
    chosen += scene.dice.sample(usual, min(size - strange, len(usual)))
    ordered = [one for one in MeasureKind if one in chosen]
    if scene.maybe(0.3):
        scene.dice.shuffle(ordered)
    return [measure(scene, people, one, kind) for one in ordered]


def plain_measures(scene: Scene, size: int) -> list[Data]:
    """Return measures of which the record says no more than what was done."""
    kinds = scene.dice.sample(list(MeasureKind), size)
    return [{"kind": kind.value, "practice": practice(scene, kind, "学生")} for kind in kinds]


def practice(scene: Scene, kind: str, pupils: str) -> str:
    """Return a few of the clauses there are for a kind, joined as people join them."""
    clauses = scene.some(measure_phrases()[kind]["practices"], 1, 3)
    mark = "；" if len(clauses) > 1 and scene.maybe(0.1) else "，"
    return scene.told(mark.join(clauses), pupils=pupils)


def measure(scene: Scene, people: Crowd, kind: MeasureKind, programme: ProgrammeKind) -> Data:
    """Return one measure with some of its fields."""
    bank = measure_phrases()[kind]
    pupils = phrases()["programmes"][programme]["pupils"]
    found: Data = {"kind": kind.value}
    found |= scene.kept({"id": scene.called("m")}, 0.85)
    found |= scene.kept({"name": scene.one(bank["names"])}, 0.8)
    found |= scene.kept({"status": scene.one(_STATUS)}, 0.9)
    if "name" in found and scene.maybe(0.03):
        return found | {"status": "heading_only"}
    found |= scene.kept({"practice": practice(scene, kind, pupils)}, 0.94)
    purpose = scene.one(phrases()["purposes"][kind.group])
    found |= scene.kept({"purpose": purpose}, scene.fullness * 0.4)
    found |= _how(scene, bank, planned=found.get("status") == "planned")
    found |= _whom(scene, people, bank)
    found |= _how_many(scene, people, bank, found)
    found |= _what_with(scene, bank)
    if len(found) < _FEWEST and "name" not in found:
        found["practice"] = practice(scene, kind, pupils)
    return found


def _how(scene: Scene, bank: Data, *, planned: bool) -> Data:
    since = scene.start.replace(year=scene.start.year - scene.between(0, 4))
    limit = scene.one(bank["limits"]) if "limits" in bank else None
    fields: Data = {
        "actors": [scene.say(one) for one in scene.some(bank.get("actors", ["教师"]), 1, 2)],
        "frequency": scene.one(bank["frequency"]) if "frequency" in bank else None,
        "time_limit": limit,
        "responsible": scene.say(scene.one(phrases()["levels"][scene.level]["responsible"])),
        "effect": scene.told(scene.one(bank["effects"])),
    }
    later = scene.end + timedelta(days=scene.between(20, 200))
    times: Data = {
        "since": scene.dated(since.replace(day=1)),
        "date": scene.dated(scene.day()),
    }
    times = {"date": f"{later:%Y-%m}"} if planned else times
    one_of_them = scene.kept(dict([scene.one(list(times.items()))]), scene.fullness * 0.4)
    return scene.kept(fields) | one_of_them


def _whom(scene: Scene, people: Crowd, bank: Data) -> Data:
    cohort = scene.one(bank["cohorts"]) if "cohorts" in bank else None
    if cohort is None or not people.counts[cohort] or not scene.maybe():
        return {}
    found: Data = {"cohort": cohort}
    if cohort in people.ids:
        found |= scene.kept({"population": people.ids[cohort]}, 0.6)
    return found | scene.kept({"target": "重点关注的对象"}, 0.06)


def _how_many(scene: Scene, people: Crowd, bank: Data, so_far: Data) -> Data:
    cohort = so_far.get("cohort", bank.get("cohorts", ["enrolled"])[0])
    whole = people.of(cohort)
    if "cohort" not in so_far:  # then they are those of the programme
        whole = min(whole, *map(people.of, ("left_behind", "migrant", "hardship")))
    fields: Data = {}
    if "pairs" in bank and scene.maybe():
        return _pairs(scene, people, bank["pairs"], whole)
    if bank.get("reach") and people.counts[cohort]:
        reached = whole if scene.maybe(0.6) else scene.between(max(1, whole // 2), whole)
        fields["reached"] = scene.figure(reached, "名")
    if "unit" in bank:
        fields["count"] = scene.figure(_times(scene, people, bank["unit"]), bank["unit"])
    if "money" in bank:
        yuan = scene.between(2, 160) * 500
        fields["amount"] = money(yuan, in_ten_thousands=bank["money"] == "万元")
    if "per_class" in bank:
        fields["per_class"] = scene.one(("2～3个", "5个", "至少3个"))
    return scene.kept(fields, scene.fullness * 0.7)


def _times(scene: Scene, people: Crowd, unit: str) -> int:
    if unit in ("人次", "户次", "份", "件"):
        return scene.between(12, max(30, people.counts["enrolled"] // 4))
    return scene.between(1, 14)


def _pairs(scene: Scene, people: Crowd, way: str, whole: int) -> Data:
    pairs = min(whole, people.staff * 6)
    mentors = scene.between(max(1, -(-pairs // 6)), max(1, min(people.staff, pairs)))
    found: Data = {"pairs": scene.figure(pairs, "对")}
    if way == "pupils":
        return found
    more: Data = {"mentors": f"{mentors}名", "reached": f"{pairs}名"}
    each, rest = divmod(pairs, mentors)
    more["per_mentor"] = f"{each}～{each + 1}名" if rest else f"{each}名"
    more["per_class"] = scene.one(("2～3名", "4名", "5～6名")) if way == "teachers" else None
    found |= scene.kept(more, 0.2 + scene.fullness * 0.6)
    who = [one for one in phrases()["places"]["mentors"] if len(one) <= mentors]
    if who and scene.maybe(scene.fullness * 0.6):
        ratio = f"{each}～{each + 1}名" if rest else f"{each}名"
        found["mentor_groups"] = _mentor_groups(scene, scene.one(who), mentors, ratio)
    return found


def _mentor_groups(scene: Scene, who: list[str], mentors: int, each: str) -> list[Data]:
    counts = parted(scene.dice, mentors, len(who))
    groups: list[Data] = []
    for name, count in zip(who, counts, strict=True):
        more = {"count": f"{max(1, count)}名", "each": scene.one((each,))}
        groups.append({"who": name} | scene.kept(more, 0.6))
    return groups


def _what_with(scene: Scene, bank: Data) -> Data:
    fields: Data = {
        "contents": scene.some(bank.get("contents", []), 1, 4) if "contents" in bank else [],
        "steps": scene.some(bank["steps"], 1, 5) if "steps" in bank else [],
        "channels": scene.some(bank["channels"], 1, 3) if "channels" in bank else [],
        "partners": [scene.say(one) for one in scene.some(bank.get("partners", []), 1, 3)],
        "registers": [_register(scene, one) for one in scene.some(bank.get("registers", []))],
        "triggers": [_trigger(scene, one) for one in scene.some(bank.get("triggers", []))],
        "facilities": [_facility(scene, one) for one in scene.some(bank.get("facilities", []))],
    }
    return scene.kept(fields, scene.fullness * 0.7)


def _register(scene: Scene, bank: list[object]) -> Data:
    name, *fields = bank
    found: Data = {"name": name}
    if fields and scene.maybe():
        found["fields"] = scene.some(list(fields[0]))  # type: ignore[call-overload]  # a list
    unit = _COUNTED_IN.get(str(name)[-1], "份")
    return found | scene.kept({"count": scene.figure(scene.between(6, 90), unit)})


def _trigger(scene: Scene, bank: list[str]) -> Data:
    condition, action, within = bank
    found = {"condition": condition, "action": scene.say(action)}
    return found | scene.kept({"within": within}, 0.7)


def _facility(scene: Scene, bank: list[str]) -> Data:
    name, unit = bank
    things = scene.some(phrases()["places"]["things"], 1, 3)
    more: Data = {
        "place": scene.one(phrases()["places"]["spots"]),
        "area": f"{scene.between(20, 120)}平方米",
        "count": f"{scene.between(1, 3)}{unit}",
        "opened": scene.one(("2019年9月", "2021年春", "2022-03")),
        "hours": scene.one(("每周三下午", "周一至周五午间", "周末")),
        "inventory": [
            {"name": thing} | scene.kept({"count": scene.figure(scene.between(2, 60), "件")})
            for thing in things
        ],
    }
    return {"name": name} | scene.kept(more)


def goals(scene: Scene, kind: ProgrammeKind) -> list[Data]:
    """Return some goals of one programme."""
    bank = phrases()["programmes"][kind]["goals"]
    found = []
    for way, text in scene.some(bank, 1, 3):
        goal: Data = {"id": scene.called("goal"), "text": scene.told(text)}
        goal |= scene.kept({"kind": way}, 0.8)
        goal |= scene.kept({"actor": scene.say(scene.one(("{office}", "{unit}")))}, 0.1)
        goal |= scene.kept({"deadline": scene.dated(scene.end)}, scene.fullness * 0.4)
        if way == "purpose" and scene.maybe(scene.fullness * 0.5):
            goal["items"] = scene.some(["底数清楚", "帮扶到位", "家校同心", "资料齐全"], 1, 4)
        if scene.maybe(scene.fullness * 0.4):
            goal["target"] = _target(scene, kind)
        found.append(goal)
    return found


def _target(scene: Scene, kind: ProgrammeKind) -> Data:
    codes = {
        "left_behind_care": "pairing_coverage",
        "migrant_enrolment": "satisfaction",
        "dropout_prevention": "year_retention",
        "home_visits": "visit_coverage",
        "student_aid": "aid_coverage",
    }
    ways = ({"at_least": asked(scene)}, {"equals": asked(scene)})
    named = {"indicator": codes[kind]} if kind in codes else {"name": "知晓率"}
    return named | scene.one(ways)


def linked(scene: Scene, found: list[Data], aims: list[Data], rules: list[Data]) -> None:
    """Let some of the measures name the goals they serve and the policies they follow."""
    for one in found:
        if aims and scene.maybe(scene.fullness * 0.6):
            one["serves"] = [aim["id"] for aim in scene.some(aims, 1, 2)]
        if rules and scene.maybe(scene.fullness * 0.4):
            one["policies"] = [rule["id"] for rule in scene.some(rules, 1, 2)]
