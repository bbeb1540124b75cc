"""Measures with every field, with one field and with some, for all kinds at once."""

import random
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from prose import BASE
from summarykit.model import MeasureKind

ORGANISATIONS: Final = ("青石镇中心小学", "松岭乡小学", "双河初级中学")
"""Three that take other wordings."""
FULL: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "name": "样例制度",
        "practice": "按照计划组织相关人员开展样例工作，做到有人管、有人问",
        "actors": ["甲方", "乙方"],
        "cohort": "disabled",
        "target": "重点对象",
        "since": "2022-09",
        "date": "2023-10-09",
        "frequency": "每月一次",
        "time_limit": "开学一个月内",
        "pairs": "29对",
        "mentors": "13名",
        "mentor_groups": [
            {"who": "女教师", "count": "13名", "each": "2至3名"},
            {"who": "志愿者"},
        ],
        "reached": "58名",
        "per_class": "4—5名",
        "per_mentor": "2名",
        "count": "3场",
        "amount": "4600元",
        "contents": ["内容一", "内容二，另有说明"],
        "steps": ["第一步", "第二步"],
        "registers": [
            {"name": "样例登记表", "fields": ["栏甲", "栏乙"], "count": "9份"},
            {"name": "记录本"},
        ],
        "triggers": [{"condition": "出现情形甲", "action": "当面处理", "within": "当天"}],
        "facilities": [
            {
                "name": "活动室",
                "place": "一楼",
                "area": "36平方米",
                "count": "1间",
                "opened": "2021年",
            },
            {
                "name": "阅览室",
                "hours": "每周三下午",
                "inventory": [{"name": "图书", "count": "80册"}],
            },
            {"name": "操场"},
        ],
        "channels": ["渠道甲", "渠道乙"],
        "partners": ["单位甲", "单位乙"],
        "responsible": "教导处",
        "purpose": "改变样例面貌",
        "effect": "情况有所改善",
        "serves": "goal",
        "policies": ["rule", "terms", "law"],
        "population": "people",
    }
)
BRIEF: Final = {**FULL, "practice": "组织开展样例工作"}
NAMELESS: Final = {name: value for name, value in FULL.items() if name != "name"}
ALONE: Final = {f"only {name}": {name: value} for name, value in FULL.items()}
BESIDE: Final = {
    f"practice and {name}": {"practice": "组织开展工作", name: value}
    for name, value in NAMELESS.items()
}
SOME: Final = {
    f"some fields, {seed}": {
        name: FULL[name]
        for name in random.Random(seed).sample(sorted(FULL), 12)  # noqa: S311 - any dozen will do
    }
    for seed in (1, 2)
}
VARIANTS: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "all fields": FULL,
        "a short practice": BRIEF,
        "no field": {},
        "no name": NAMELESS,
        "no practice": {name: value for name, value in FULL.items() if name != "practice"},
        **ALONE,
        **BESIDE,
        **SOME,
    }
)


def with_measures(
    fields: Mapping[str, Any],
    status: str = "ongoing",
    organisation: str = ORGANISATIONS[0],
    kinds: Iterable[str] = MeasureKind,
) -> dict[str, Any]:
    """Return a record with a measure of each kind, all with the same fields."""
    measures = [{"kind": kind, "status": status, **fields} for kind in kinds]
    programme = {"goals": [{"id": "goal", "text": "目标"}], "measures": measures}
    return {
        **BASE,
        "organisation": {"name": organisation, "level": "school"},
        "programmes": {"left_behind_care": programme},
    }
