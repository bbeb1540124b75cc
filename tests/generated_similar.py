"""Fifty schools of an invented county that did much the same: how alike do they read?

All have the same programme, the same kinds of measures with the same fields, and nearly the
same frequencies; names, counts and the words of the records are each school's own. What their
summaries still share is the templates'.
"""

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from generated_scene import Data, percent, phrases
from summarykit.model import YearRecord

SCHOOLS: Final = 50
_SEED: Final = 2024
_FIRST: Final = ("中心小学", "第一小学", "希望小学", "初级中学", "九年一贯制学校")
_OFTEN: Final = {
    "leading_group": ("每季度一次", "每学期两次"),
    "census_survey": ("每学期一次",),
    "teacher_pairing": ("每周一次", "每两周一次"),
    "counselling": ("每周一次", "每周三下午"),
    "home_visit": ("每学期至少一次", "每学期两次"),
    "family_contact": ("每周一次", "每月两次"),
    "guardian_meeting": ("每学期一次", "每学期两次"),
    "activity_programme": ("每月一次",),
}


@cache
def _words() -> Data:
    path = Path(__file__).parent / "generated_similar.toml"
    return tomllib.loads(path.read_text("utf-8"))


def similar(number: int) -> YearRecord:
    """Return the record of the school of that number, from 0 to 49."""
    if not 0 <= number < SCHOOLS:
        raise ValueError(f"there are schools 0 to {SCHOOLS - 1}")
    dice = Random(_SEED + number)  # noqa: S311 - it invents, it hides nothing
    towns = phrases()["towns"]
    name = f"云岭县{towns[number % len(towns)]}{_FIRST[number // len(towns)]}"
    pupils = dice.randint(180, 900)
    left = dice.randint(30, pupils // 4)
    staff = max(12, pupils // 14)
    return YearRecord.model_validate(
        {
            "organisation": {
                "name": name,
                "level": "school",
                "profile": dice.choice(_words()["profiles"]),
                "staff": [{"kind": "教职工", "count": f"{staff}名"}],
            },
            "period": {
                "kind": "school_year",
                "start": "2023-09-01",
                "end": "2024-07-05",
                "name": "2023—2024学年",
            },
            **_people(dice, pupils, left),
            "programmes": {"left_behind_care": _programme(dice, left, staff)},
            "signature": {"date": f"2024-07-{dice.randint(6, 20):02d}"},
        }
    )


def _people(dice: Random, pupils: int, left: int) -> Data:
    girls = dice.randint(left * 2 // 5, left * 3 // 5)
    visited = dice.randint(left * 9 // 10, left)
    part = {"cohort": "left_behind", "part_of": "left"}
    return {
        "population": [
            {"id": "all", "cohort": "enrolled", "count": f"{pupils}名"},
            {"id": "left", "cohort": "left_behind", "count": f"{left}名", "part_of": "all"},
            {"id": "girls", "count": f"{girls}名", "gender": "female", **part},
            {"id": "boys", "count": f"{left - girls}名", "gender": "male", **part},
        ],
        "partitions": [{"whole": "left", "parts": ["girls", "boys"], "by": "gender"}],
        "indicators": [
            {
                "id": "visits",
                "code": "visit_coverage",
                "value": percent(visited, left),
                "numerator": f"{visited}名",
                "denominator": f"{left}名",
                "target": "90%",
                "cohort": "left_behind",
            }
        ],
    }


def _programme(dice: Random, left: int, staff: int) -> Data:
    words = _words()
    goals = dice.sample(words["goals"], 2)
    return {
        "background": _two(dice, "backgrounds"),
        "goals": [{"id": f"goal{i}", "text": text} for i, text in enumerate(goals)],
        "measures": [_measure(dice, kind, left, staff) for kind in words["measures"]],
        "results": _results(dice),
        **_troubles(dice),
        "closing": _two(dice, "closings"),
    }


def _two(dice: Random, listed: str, first: str = "") -> str:
    """Return two clauses, so that few schools say the same by chance."""
    words = _words()
    return f"{first or dice.choice(words[listed])}，{dice.choice(words['more'][listed])}"


def _measure(dice: Random, kind: str, left: int, staff: int) -> Data:
    bank = _words()["measures"][kind]
    found: Data = {
        "id": kind,
        "kind": kind,
        "practice": f"{dice.choice(bank['first'])}，{dice.choice(bank['second'])}",
        "effect": dice.choice(bank["effects"]),
    }
    if kind in _OFTEN:
        found["frequency"] = dice.choice(_OFTEN[kind])
    if kind == "teacher_pairing":
        mentors = min(staff, left)
        each = f"{left // mentors}～{left // mentors + 1}名"
        found |= {"pairs": f"{left}对", "mentors": f"{mentors}名", "per_mentor": each}
    if kind in ("register_files", "home_visit"):
        found |= {"reached": f"{left}名", "cohort": "left_behind", "population": "left"}
    if kind in ("guardian_meeting", "activity_programme"):
        found["count"] = f"{dice.randint(2, 9)}场"
    if kind == "facilities":
        size = dice.randint(30, 90)
        found["facilities"] = [
            {"name": "留守儿童之家", "count": "1间", "area": f"{size}平方米"}
        ]
    return found


def _results(dice: Random) -> list[Data]:
    texts = [_two(dice, "results", one) for one in dice.sample(_words()["results"], 3)]
    found: list[Data] = [
        {"text": texts[0], "kind": "behaviour", "strength": "testimonial"},
        {"text": texts[1], "kind": "behaviour"},
        {"text": texts[2], "indicator": "visits", "kind": "indicator"},
    ]
    return [result | {"goal": [f"goal{i % 2}"]} for i, result in enumerate(found)]


def _troubles(dice: Random) -> Data:
    month = dice.randint(9, 12)
    troubles, answers = [], []
    for kind, bank in _words()["difficulties"].items():
        fields = {"text": "texts", "cause": "causes", "consequence": "consequences"}
        told = {name: dice.choice(bank[listed]) for name, listed in fields.items()}
        troubles.append({"id": kind, "kind": kind, **told})
        step = {"action": _two(dice, "steps", dice.choice(bank["steps"])), "answers": [kind]}
        answers.append(step | {"actor": "德育处", "by": f"2024-{month:02d}"})
    return {"difficulties": troubles, "next_steps": answers}
