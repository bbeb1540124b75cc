"""Invented duties and rules: policies, leading groups, areas, slogans, what is done when."""

from typing import Final

from generated_scene import Data, Scene, phrases

_OFFICES: Final = ("校长", "副校长", "教导主任", "德育主任", "总务主任", "片区负责人")
_ALL_ISSUED: Final = 2022
"""Since then, every law they name has been there for a text to rest on."""


def policies(scene: Scene) -> list[Data]:
    """Return laws and rules that the work follows."""
    bank = phrases()["policies"]
    found = []
    for title, kind in scene.some(bank["list"], 1, 4):
        rule: Data = {"id": scene.called("rule"), "title": title, "kind": kind}
        if kind == "law" and scene.maybe(0.3) and scene.start.year >= _ALL_ISSUED:
            found.append({"id": rule["id"], "catalogue": title})
            continue
        year = scene.start.year - scene.between(0, 2)
        if kind in ("notice", "plan", "opinion"):
            latest = scene.start.month if year == scene.start.year else 12
            more: Data = {
                "issuer": scene.one(bank["issuers"]),
                "number": f"云教〔{year}〕{scene.between(3, 60)}号",
                "issued": f"{year}年{min(latest, scene.between(1, 12))}月",
            }
            rule |= scene.kept(more, 0.6)
        if kind == "programme":
            name, items = bank["short"]
            rule |= scene.kept({"short_names": [{"name": name, "items": items}]}, 0.6)
        rule |= scene.kept({"applied_to": scene.one(("本县中小学", "义务教育阶段学生"))}, 0.2)
        found.append(rule | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.3))
    return found


def people_named(scene: Scene) -> list[Data]:
    """Return a few adults with their posts."""
    found = []
    for post in scene.some(_OFFICES, 1, 3):
        name = scene.one(phrases()["surnames"]) + scene.one(phrases()["given"])
        person: Data = {"id": scene.called("person"), "name": name, "post": post}
        found.append(person | scene.kept({"role": scene.one(("全面负责", "具体负责"))}, 0.5))
    return found


def responsibilities(scene: Scene) -> Data:
    """Return who answers for what."""
    bank = phrases()["duties"]
    fields: Data = {
        "leading_groups": [_group(scene, name) for name in scene.some(bank["groups"], 1, 2)],
        "areas": [_area(scene, area) for area in scene.some(bank["areas"], 1, 3)],
        "lines": [_line(scene, *line) for line in scene.some(bank["lines"], 1, 3)],
        "chains": [
            {"name": n, "links": links} for n, links in scene.some(bank["chains"], 1, 2)
        ],
        "contracts": [_contract(scene, *one) for one in scene.some(bank["contracts"], 1, 2)],
    }
    return scene.kept(fields, 0.2 + scene.fullness * 0.5)


def _person(scene: Scene, office: str | None = None) -> str:
    name = scene.one(phrases()["surnames"]) + scene.one(phrases()["given"])
    return f"{name}（{office or scene.one(_OFFICES)}）"


def _group(scene: Scene, name: str) -> Data:
    bank = phrases()["duties"]
    fields: Data = {
        "chairs": [_person(scene, scene.say("{head}"))] if scene.maybe(0.6) else ["{head}"],
        "vice_chairs": [_person(scene)] if scene.maybe(0.7) else [],
        "members": scene.some(bank["members"], 1, 5),
        "office": scene.say("{office}"),
        "duties": scene.some(bank["duties"], 1, 4),
    }
    fields["chairs"] = [scene.say(one) for one in fields["chairs"]]
    return {"id": scene.called("group"), "name": name} | scene.kept(fields, 0.7)


def _area(scene: Scene, area: str) -> Data:
    found: Data = {"area": area, "holder": _person(scene)}
    return found | scene.kept({"duty": scene.one(phrases()["duties"]["area_duties"])}, 0.7)


def _line(scene: Scene, line: str, duty: str) -> Data:
    found: Data = {"line": line, "holder": scene.one(phrases()["departments"])}
    return found | scene.kept({"duty": duty}, 0.7)


def _contract(scene: Scene, name: str, parties: list[str], tied: str) -> Data:
    fields: Data = {
        "parties": [scene.say(one) for one in parties],
        "count": scene.figure(scene.between(4, 60), "份"),
        "signed": scene.dated(scene.day()),
        "tied_to": tied,
    }
    return {"name": name} | scene.kept(fields, 0.7)


def slogans(scene: Scene) -> list[Data]:
    """Return numbered slogans with as many items as their names promise."""
    bank = phrases()["slogans"]
    found = []
    for name, items in scene.some(bank["list"], 1, 2):
        listed: list[Data] = []
        for text in items:
            more = {
                "frequency": scene.one(bank["frequency"]),
                "trigger": scene.one(bank["triggers"]),
            }
            listed.append({"text": text} | scene.kept(more, scene.fullness * 0.4))
        slogan: Data = {"name": name, "items": listed if scene.maybe(0.85) else []}
        slogan |= scene.kept({"target": scene.one(("全体教师", "学生", "外出务工的家长"))}, 0.2)
        slogan |= scene.kept({"declared": f"{len(items)}项"}, 0.5)
        found.append(slogan | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.5))
    return found


def conditional_rules(scene: Scene, rules: list[Data]) -> list[Data]:
    """Return what is done in which case."""
    bank = phrases()["rules"]
    found = []
    for condition, action, actor, deadline in scene.some(bank["list"], 1, 4):
        fields: Data = {
            "actor": scene.say(actor),
            "deadline": deadline,
            "basis": scene.one(bank["basis"]) if scene.maybe(0.5) else None,
            "policy": scene.one(rules)["id"] if rules and scene.maybe(0.5) else None,
            "sanction": scene.say(scene.one(bank["sanctions"])) if scene.maybe(0.4) else None,
        }
        rule: Data = {"condition": condition, "action": action}
        rule |= scene.kept(fields, 0.3 + scene.fullness * 0.5)
        found.append(rule | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.4))
    return found
