"""Records that nobody wrote, as schools might: for reviewing the prose of templates at scale.

`generated(seed)` is a record of any kind and size, whose figures agree; `similar(number)` is
one of fifty schools of a county that all did much the same. Everything in them is invented.
"""

from random import Random
from typing import Final

from generated_duties import (
    conditional_rules,
    people_named,
    policies,
    responsibilities,
    slogans,
)
from generated_events import activities, aid, donations, home_visits
from generated_outcomes import attachments, cases, difficulties, next_steps, results
from generated_people import Crowd, crowd, indicators
from generated_scene import Data, Scene, phrases, scene
from generated_similar import SCHOOLS, similar
from generated_work import goals, linked, measures, plain_measures
from summarykit.model import YearRecord
from summarykit.model.vocabulary import Level, PeriodKind, ProgrammeKind

__all__ = ["SCHOOLS", "generated", "similar"]

_SPARSE: Final = 0.08
_SIZES: Final = ((3, 8), (3, 8), (6, 16), (12, 26), (20, 40))
_STAGES: Final = {Level.COUNTY: 3, Level.TOWNSHIP: 2}


def generated(seed: int) -> YearRecord:
    """Return the record of that number: the same number gives the same record."""
    dice = Random(seed)  # noqa: S311 - it invents, it hides nothing
    if dice.random() < _SPARSE:
        return YearRecord.model_validate(_sparse(scene(dice, sparse=True)))
    return YearRecord.model_validate(_whole(scene(dice, sparse=False)))


def _sparse(here: Scene) -> Data:
    """Return a record of names and three measures."""
    return {
        "organisation": {"name": here.name, "level": here.level.value},
        "period": {"kind": here.period.value},
        "programmes": {here.kinds[0].value: {"measures": plain_measures(here, 3)}},
    }


def _whole(here: Scene) -> Data:
    people = crowd(here)
    rates = indicators(here, people) if "population" in people.fields else []
    rules = policies(here) if here.maybe() else []
    events = activities(here, people, 6) if here.maybe(0.2 + here.fullness * 0.7) else []
    record: Data = {
        "organisation": _organisation(here, people),
        "period": _period(here),
        **people.fields,
        "indicators": rates,
        "policies": rules,
        "activities": events,
    }
    record |= here.kept({"addressee": "云岭县教育局"}, 0.3)
    if here.maybe(here.fullness * 0.4):
        record["people"] = people_named(here)
    record |= _duties(here, rules)
    record |= _events(here, people, rules)
    if here.maybe(here.fullness * 0.5):
        record["cases"], record["pupils"] = cases(here)
        visits = record.get("home_visits", {}).get("visits", [])
        for visit in visits[: 1 if here.maybe(0.6) else 0]:
            visit["pupil"] = record["pupils"][0]["id"]
    record["programmes"] = _programmes(here, people, record)
    record |= _end(here, people)
    return {name: value for name, value in record.items() if value not in ([], {})}


def _organisation(here: Scene, people: Crowd) -> Data:
    words = phrases()
    stages = words["levels"][here.level.value]["stages"]
    found: Data = {"name": here.name, "level": here.level.value}
    fields: Data = {
        "stages": stages[: _STAGES.get(here.level, 1)],
        "short_name": here.name.removeprefix("云岭县") if here.maybe(0.5) else None,
        "location": here.one(words["locations"]),
        "profile": here.told(here.one(words["profiles"])),
        "parents": ["云岭县教育局"] if here.level is not Level.COUNTY else [],
        "staff": [
            {"kind": "教职工", "count": f"{people.staff}名"},
            {"kind": "班主任", "count": f"{max(1, people.staff // 3)}名"},
        ],
    }
    if here.level is not Level.CLASS:
        units = here.some(["行政村", "社区", "村小", "教学点"], 1, 3)
        fields["area"] = [{"kind": one, "count": f"{here.between(1, 14)}个"} for one in units]
    return found | here.kept(fields)


def _period(here: Scene) -> Data:
    found: Data = {"kind": here.period.value}
    if here.maybe(0.75):
        found |= {"start": here.start.isoformat(), "end": here.end.isoformat()}
    names = {
        PeriodKind.TERM: f"{here.start.year}年{'春' if here.start.month < 7 else '秋'}季学期",
        PeriodKind.SCHOOL_YEAR: f"{here.start.year}—{here.start.year + 1}学年",
        PeriodKind.CALENDAR_YEAR: f"{here.start.year}年度",
    }
    fields: Data = {
        "name": names.get(here.period),
        "as_of": [here.end.isoformat()] if "end" in found else None,
        "programme_start": f"{here.start.year - here.between(1, 6)}年9月",
    }
    if here.period in names and here.maybe(0.6):
        before = here.start.replace(day=1, year=here.start.year - 1)
        dates: Data = {"start": before.isoformat(), "end": f"{before.year + 1}年1月"}
        past: Data = {"name": here.one(("上学年", "上期", "去年"))}
        fields["comparison"] = past | (dates if here.maybe(0.3) else {})
    return found | here.kept(fields)


def _duties(here: Scene, rules: list[Data]) -> Data:
    found: Data = {}
    if here.maybe(here.fullness * 0.6):
        found["responsibilities"] = responsibilities(here)
    if here.maybe(here.fullness * 0.5):
        found["slogans"] = slogans(here)
    if here.maybe(here.fullness * 0.5):
        found["rules"] = conditional_rules(here, rules)
    return found


def _events(here: Scene, people: Crowd, rules: list[Data]) -> Data:
    found: Data = {}
    visiting = ProgrammeKind.HOME_VISITS in here.kinds
    if here.maybe(0.9 if visiting else here.fullness * 0.4):
        found["home_visits"] = home_visits(here, people)
    helping = ProgrammeKind.STUDENT_AID in here.kinds
    if here.maybe(0.9 if helping else here.fullness * 0.4):
        found["aid"] = aid(here, people, rules)
    if here.maybe(here.fullness * 0.5):
        found["donations"] = donations(here, people)
    return found


def _programmes(here: Scene, people: Crowd, record: Data) -> Data:
    low, high = here.one(_SIZES)
    size = max(len(here.kinds), here.between(low, high))
    shares = [size // len(here.kinds)] * len(here.kinds)
    shares[0] += size - sum(shares)
    events = _carried_out(record["activities"])
    shown: Data = {"rates": record["indicators"], "troubles": set()}
    found: Data = {}
    for kind, share in zip(here.kinds, shares, strict=True):
        aims = goals(here, kind) if here.maybe(0.3 + here.fullness * 0.6) else []
        done = measures(here, people, kind, max(1, share))
        linked(here, done, aims, record["policies"])
        shown["goals"] = [aim["id"] for aim in aims]
        shown["evidence"] = [*_carried_out(done), *events]
        found[kind.value] = _programme(here, people, kind, shown) | {
            "goals": aims,
            "measures": done,
        }
    return found


def _carried_out(entries: list[Data]) -> list[str]:
    """Return the ids of what may show a result: a plan shows nothing."""
    return [one["id"] for one in entries if "id" in one and one.get("status") != "planned"]


def _programme(here: Scene, people: Crowd, kind: ProgrammeKind, shown: Data) -> Data:
    words = phrases()["programmes"][kind]
    used = shown["troubles"]
    troubles = difficulties(here, people, used) if here.maybe(0.2 + here.fullness * 0.7) else []
    found: Data = {"difficulties": troubles, "results": results(here, kind, shown)}
    fields: Data = {
        "background": here.told(here.one(words["backgrounds"])),
        "start": f"{here.start.year - here.between(1, 5)}年9月",
        "closing": here.told(here.one(words["closings"])),
        "name": here.one(words["names"]) if here.maybe(0.3) else None,
        "insights": here.some(phrases()["insights"], 1, 3) if here.maybe(0.3) else [],
        "title": f"{here.name}{here.one(words['titles'])}" if here.maybe(0.2) else None,
    }
    found["next_steps"] = next_steps(here, troubles) if here.maybe(0.85) else []
    return found | here.kept(fields, 0.1 + here.fullness * 0.8)


def _end(here: Scene, people: Crowd) -> Data:
    found: Data = {}
    if here.maybe(0.8):
        signed: Data = {"date": here.dated(here.day(here.end, here.end.replace(month=12)))}
        if signed["date"].startswith(f"{here.end.month}月"):
            signed["date"] = here.end.isoformat()
        found["signature"] = signed | here.kept({"seal": True, "unit": here.name}, 0.3)
    if here.maybe(here.fullness * 0.4):
        found["attachments"] = attachments(here, people)
    if here.maybe(here.fullness * 0.3):
        listed = here.some(phrases()["extra"], 1, 3)
        own = here.kept({"programmes": [here.one(here.kinds)]}, 0.3)
        found["extra"] = [{"name": n, "type": t, "value": v, **own} for n, t, v in listed]
    return found
