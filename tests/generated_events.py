"""Invented events: activities, home visits, aid and donations, with figures that agree."""

from datetime import timedelta
from typing import Final

from generated_people import Crowd
from generated_scene import Data, Scene, money, parted, percent, phrases

_OFTEN: Final = ("每月一次", "每学期两次", "每周一次")
_STANDARDS: Final = (100, 200, 300, 500, 625, 1000)
_VISITED: Final = {
    "在校学生": "enrolled",
    "留守儿童": "left_behind",
    "随迁子女": "migrant",
    "家庭经济困难学生": "hardship",
}
_PAID: Final = ("living_allowance", "boarding", "insurance", "scholarship", "transport", "cash")


def activities(scene: Scene, people: Crowd, most: int) -> list[Data]:
    """Return up to `most` activities, each held once or again and again."""
    banks = phrases()["activities"]
    kinds = scene.some(list(banks), 0, most)
    return [_activity(scene, people, kind, *scene.one(banks[kind])) for kind in kinds]


def _activity(scene: Scene, people: Crowd, kind: str, name: str, place: str) -> Data:
    words = phrases()["activity_words"]
    found: Data = {"id": scene.called("act"), "kind": kind, "name": name}
    planned = scene.maybe(0.1)
    first = scene.day()
    fields: Data = {
        "theme": scene.one(words["themes"]),
        "date": scene.dated(first) if not planned else None,
        "count": scene.figure(scene.between(1, 12), "场"),
        "recurrence": scene.one(_OFTEN) if scene.maybe(0.3) else None,
        "place": place,
        "organiser": scene.say(scene.one(("{office}", "{unit}", "少先队大队部"))),
        "co_organisers": [scene.say(one) for one in scene.some(["{town}妇联", "{town}团委"])],
        "sponsors": scene.some(words["sponsors"], 1, 2) if scene.maybe(0.3) else [],
        "participants": _participants(scene, people),
        "contents": scene.some(words["contents"], 1, 4),
        "outcome": scene.told(scene.one(words["outcomes"])) if not planned else None,
        "quote": scene.one(words["quotes"]) if not planned and scene.maybe(0.3) else None,
    }
    found |= scene.kept(fields, 0.1 + scene.fullness * 0.7)
    if scene.maybe(scene.fullness * 0.1):
        alt = {"alt": "孩子们围坐在一起"} if scene.maybe(0.5) else {}
        picture = alt | {"file": "pictures/event.png", "caption": f"{name}现场"}
        found["photographs"] = [picture]
    if "date" in found and not planned and scene.maybe(0.15):
        last = min(scene.end, first + timedelta(days=scene.between(1, 30)))
        found |= {"date": first.isoformat(), "end": last.isoformat()}
    if planned:
        found["status"] = "planned"
    return found | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.7)


def _participants(scene: Scene, people: Crowd) -> list[Data]:
    groups = scene.some(phrases()["activity_words"]["groups"], 1, 2)
    known = {"全体学生": "enrolled", "留守儿童": "left_behind", "随迁子女": "migrant"}
    found = []
    for group in groups:
        count = people.of(known[group]) if group in known else scene.between(8, 60)
        shown = scene.figure(count, "名")
        found.append({"group": group} | scene.kept({"count": shown}, 0.7))
    return found


def home_visits(scene: Scene, people: Crowd) -> Data:
    """Return rounds of home visits and a few single ones."""
    names = scene.some(phrases()["visits"]["names"], 1, 3)
    campaigns = [_campaign(scene, people, name) for name in names]
    found: Data = {"campaigns": campaigns}
    if scene.maybe(scene.fullness * 0.7):
        found["visits"] = [_visit(scene) for _ in range(scene.between(1, 3))]
    return found


def _campaign(scene: Scene, people: Crowd, name: str) -> Data:
    words = phrases()["visits"]
    first = scene.day()
    last = min(scene.end, first + timedelta(days=scene.between(1, 40)))
    visited = scene.between(people.of("enrolled") // 3, people.of("enrolled"))
    times: Data = {"start": first.isoformat(), "end": last.isoformat()}
    groups = scene.some(list(_VISITED), 1, 3)
    fields: Data = {
        "visitors": scene.one(words["visitors"]),
        "visitor_count": f"{scene.between(max(1, people.staff // 3), people.staff)}名",
        "households": scene.figure(max(1, visited), "户"),
        "modes": scene.some(words["modes"], 1, 3),
        "coverage": [_coverage(scene, people, group) for group in groups],
        "contents": scene.some(words["contents"], 1, 4),
        "forms": scene.some(words["forms"], 1, 2),
        "findings": scene.some(words["findings"], 1, 3),
    }
    chance = 0.15 + scene.fullness * 0.7
    found: Data = {"id": scene.called("round"), "name": name}
    return found | (times if scene.maybe(0.7) else {}) | scene.kept(fields, chance)


def _coverage(scene: Scene, people: Crowd, group: str) -> Data:
    total = people.of(_VISITED[group])
    visited = total if scene.maybe(0.6) else scene.between(total * 4 // 5, total)
    found: Data = {"group": group, "visited": f"{visited}名"}
    way = scene.dice.random()
    if way < 0.8:
        found["total"] = f"{total}名"
    if way < 0.5 or way > 0.9:
        found["rate"] = percent(visited, total)
    return found


def _visit(scene: Scene) -> Data:
    words = phrases()["visits"]
    fields: Data = {
        "date": scene.day().isoformat(),
        "trigger": scene.one(words["triggers"]),
        "visitors": scene.one(("班主任", "班主任和科任教师")),
        "findings": scene.told(scene.one(words["told"])),
        "advice": scene.one(words["advice"]),
        "outcome": scene.told(scene.one(words["outcomes"])),
    }
    return {"id": scene.called("visit")} | scene.kept(fields, 0.3 + scene.fullness * 0.6)


def aid(scene: Scene, people: Crowd, rules: list[Data]) -> list[Data]:
    """Return kinds of aid; what is paid a head times the heads is the sum."""
    banks = phrases()["aid"]
    kinds = scene.some(list(banks), 1, 6)
    return [_aid(scene, people, kind, scene.one(banks[kind]), rules) for kind in kinds]


def _aid(scene: Scene, people: Crowd, kind: str, name: str, rules: list[Data]) -> Data:
    words = phrases()["aid_words"]
    most = min(map(people.of, ("hardship", "boarding") if "宿" in name else ("hardship",)))
    heads = scene.between(max(1, most // 3), most)
    found: Data = {"id": scene.called("aid"), "kind": kind}
    found |= scene.kept({"name": name, "beneficiaries": f"{heads}名"}, 0.8)
    each = scene.one(_STANDARDS)
    if kind in _PAID:
        large = heads * each >= 10_000 and scene.maybe(0.5)
        fields: Data = {
            "amount": money(heads * each, in_ten_thousands=large),
            "per_head": scene.one((f"每人{each}元", f"每生{each}元", f"{each}元/人")),
        }
        found |= scene.kept(fields, 0.6)
    if "beneficiaries" in found and heads > 1 and scene.maybe(scene.fullness * 0.5):
        given = each if "amount" in found else 0
        found["of_whom"] = _shares(scene, people, heads, given)
    if rules and scene.maybe(scene.fullness * 0.4):
        found["policy"] = scene.one(rules)["id"]
    found |= scene.kept({"note": scene.one(words["notes"])}, scene.fullness * 0.4)
    return found | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.5)


def _shares(scene: Scene, people: Crowd, heads: int, each: int) -> list[Data]:
    known = {"残疾学生": "disabled", "孤儿": "orphan", "留守儿童": "left_behind"}
    groups = scene.some(phrases()["aid_words"]["groups"], 1, 3)
    whole = heads if scene.maybe(0.5) else max(1, heads * 2 // 3)
    found = []
    for group, part in zip(groups, parted(scene.dice, whole, len(groups)), strict=True):
        count = min(part, people.of(known[group])) if group in known else part
        share: Data = {"group": group, "count": f"{max(1, count)}名"}
        if each:
            share |= scene.kept({"amount": money(max(1, count) * each)}, 0.4)
        found.append(share)
    return found


def donations(scene: Scene, people: Crowd) -> list[Data]:
    """Return what others gave; no more is spent than given, no more helped than there are."""
    words, poor = phrases()["aid_words"], people.of("hardship")
    found = []
    for donor in scene.some(words["donors"], 1, 3):
        given = scene.between(4, 120) * 500
        fields: Data = {
            "date": scene.dated(scene.day()),
            "fund": scene.one(words["funds"]),
            "use": scene.one(words["uses"]),
            "beneficiaries": scene.figure(scene.between(1, min(90, poor)), "名"),
            "recipients": scene.one(("学校", "困难学生")) if scene.maybe(0.4) else None,
        }
        gift: Data = {"id": scene.called("gift"), "donor": scene.say(donor)}
        if scene.maybe(0.6):
            gift["amount"] = money(given, in_ten_thousands=scene.maybe(0.3))
            gift |= scene.kept({"spent": money(given // 1000 * 500)}, scene.fullness * 0.5)
        else:
            gift["goods"] = scene.some(words["goods"], 1, 3)
        gift |= scene.kept(fields) | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.5)
        found.append(gift)
    return found
