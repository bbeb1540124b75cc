"""Invented outcomes: results, difficulties, next steps, cases, attachments."""

from datetime import timedelta
from typing import Final

from generated_people import Crowd
from generated_scene import Data, Scene, phrases
from summarykit.model.kinds import DifficultyKind
from summarykit.model.vocabulary import ProgrammeKind

_TRENDS: Final = ("growing", "steady", "easing")
_MOST_EVIDENCE: Final = 3


def results(scene: Scene, kind: ProgrammeKind, shown: Data) -> list[Data]:
    """Return some results of one programme; `shown` has ids of goals, rates and evidence."""
    bank = phrases()["programmes"][kind]["results"]
    rates = [rate["id"] for rate in shown["rates"] if kind in rate["programmes"]]
    found: list[Data] = []
    for way, text in scene.some(bank, 0 if scene.maybe(0.2) else 1, 4):
        result: Data = {"id": scene.called("result"), "text": scene.told(text), "kind": way}
        fields: Data = {
            "goal": scene.some(shown["goals"], 1, 2),
            "evidence": scene.some(shown["evidence"], 1, _MOST_EVIDENCE),
            "indicator": scene.one(rates) if rates and way == "indicator" else None,
            "value": f"{scene.between(5, 90)}{_unit(text)}" if way == "count" else None,
            "strength": {"behaviour": "testimonial"}.get(way, "measured"),
            "date": scene.dated(scene.day()) if way == "award" else None,
            "awarded_by": "云岭县教育局" if way == "award" else None,
        }
        found.append(result | scene.kept(fields, 0.2 + scene.fullness * 0.6))
    found += [_rate_result(scene, rate) for rate in rates if scene.maybe(0.4)]
    return found


def _unit(text: str) -> str:
    """Return what the thing a result tells of is counted in."""
    return "次" if "演练" in text else "份" if "档案" in text or "记录" in text else "名"


def _rate_result(scene: Scene, rate: str) -> Data:
    text = scene.one(("主要指标达到预期", "各项比率保持稳定", "目标任务基本完成"))
    result: Data = {"id": scene.called("result"), "text": text, "indicator": rate}
    return result | scene.kept({"kind": "indicator", "evidence": [rate]}, 0.7)


def difficulties(scene: Scene, people: Crowd, used: set[str]) -> list[Data]:
    """Return difficulties of any kinds but the `used` ones, with any of their fields."""
    left = [kind for kind in DifficultyKind if kind.value not in used]
    chosen = scene.some(left, 1, 6)
    used |= {kind.value for kind in chosen}
    found = []
    for kind in chosen:
        bank = phrases()["difficulties"][kind]
        cohort = scene.one(("left_behind", "at_risk", "migrant", "hardship"))
        fields: Data = {
            "text": scene.told(scene.one(bank["texts"])),
            "cause": scene.told(scene.one(bank["causes"])),
            "consequence": scene.one(bank["consequences"]),
            "trend": scene.one(_TRENDS),
            "affected": scene.figure(scene.between(1, people.of(cohort)), "名"),
            "cohort": cohort,
        }
        chances = {"text": 0.9, "cause": 0.7, "consequence": 0.6, "trend": 0.5}
        found.append(
            {"id": scene.called("diff"), "kind": kind.value}
            | {
                name: value
                for name, value in fields.items()
                if scene.maybe(chances.get(name, 0.3) * (0.3 + scene.fullness * 0.7))
            }
        )
    return found


def next_steps(scene: Scene, troubles: list[Data]) -> list[Data]:
    """Return steps that answer difficulties, one or two at a time, and now and then none."""
    bank = phrases()["difficulties"]
    found = []
    left = list(troubles)
    while left:
        answered = [left.pop(0)]
        if left and scene.maybe(0.2):
            answered.append(left.pop(0))
        action = scene.one(bank[answered[0]["kind"]]["steps"])
        step: Data = {"action": scene.told(action)}
        step |= scene.kept({"answers": [one["id"] for one in answered]}, 0.85)
        later = scene.end + timedelta(days=scene.between(20, 300))
        fields: Data = {
            "actor": scene.say(scene.one(("{office}", "{head}", "教导处", "总务处"))),
            "by": scene.one((f"{later:%Y-%m}", later.isoformat(), f"{later.year}年秋季")),
            "appeal_to": scene.say(scene.one(phrases()["appeals"]))
            if scene.maybe(0.2)
            else None,
            "target": _aim(action),
        }
        found.append(step | scene.kept(fields))
        if scene.maybe(0.15):
            break
    return found


def _aim(action: str) -> Data | None:
    """Return what a step is to reach, where it is a matter of numbers."""
    if "培训" in action:
        return {"name": "参训教师", "at_least": "2名"}
    return {"name": "平均班额", "at_most": "45名"} if "教室" in action else None


def cases(scene: Scene) -> tuple[list[Data], list[Data]]:
    """Return typical cases, told under aliases, and the entries of their pupils."""
    words = phrases()["cases"]
    pupils, found = [], []
    for alias in scene.some(phrases()["aliases"], 1, 2):
        pupil = scene.called("pupil")
        shown = f"{alias}（化名）"
        grade = scene.one(("三年级", "五年级"))
        child: Data = {"id": pupil, "alias": shown, "grade": grade}
        child |= scene.kept(
            {"class_name": "（2）班", "gender": scene.one(("female", "male"))}, 0.3
        )
        pupils.append(child)
        fields: Data = {
            "alias": shown,
            "grade": scene.one((grade, f"{grade}（2）班", grade)),
            "situation": scene.told(scene.one(words["situations"])),
            "problem": scene.told(scene.one(words["problems"])),
            "steps": scene.some(words["steps"], 1, 4),
            "outcome": scene.told(scene.one(words["outcomes"])),
            "quote": scene.one(words["quotes"]),
            "speaker": scene.one(("孩子", "孩子的奶奶", "孩子的父母")),
            "consent": True,
        }
        case: Data = {"id": scene.called("case"), "pupil": pupil}
        case |= scene.kept(fields, 0.3 + scene.fullness * 0.6)
        case["sensitivity"] = scene.one(("public", "internal", "confidential"))
        found.append(case | scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.6))
    return found, pupils


def attachments(scene: Scene, people: Crowd) -> list[Data]:
    """Return tables, lists and letters; some are only named."""
    bank = phrases()["attachments"]
    found = []
    for name, kind in scene.some(bank["list"], 1, 3):
        paper: Data = {"id": scene.called("att"), "name": name, "kind": kind}
        if kind == "text":
            paper["text"] = bank["letter"]
        elif scene.maybe(0.15):
            paper["from_record"] = scene.one(("population", "measures", "activities"))
        elif scene.maybe(0.75):
            whole = people.of("enrolled")
            half = whole // 2
            paper["columns"] = ["类别", "人数"]
            paper["rows"] = [
                ["女生", str(half)],
                ["男生", str(whole - half)],
                ["合计", str(whole)],
            ]
        else:
            paper["present"] = False
        fields: Data = {
            "note": scene.one(bank["notes"]),
            "unit": "人" if "rows" in paper else None,
        }
        paper |= scene.kept(fields, scene.fullness * 0.6)
        paper["confidential"] = kind == "roster" or scene.maybe(0.1)
        paper |= scene.kept({"programmes": [scene.one(scene.kinds)]}, 0.2)
        found.append(paper)
    return found
