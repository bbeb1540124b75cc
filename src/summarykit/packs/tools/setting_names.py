"""What people call the keys of the files beside `layout.toml`: 自称, 最多字数, 必填."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from summarykit.model.kinds import DifficultyKind, MeasureGroup, MeasureKind
from summarykit.model.vocabulary import (
    ActivityKind,
    AidKind,
    GoalKind,
    IndicatorCode,
    Labelled,
    Level,
    PeriodKind,
    ProgrammeKind,
)

Names = Mapping[str, str]
VOICES: Final[Names] = MappingProxyType({"self": "自称", "all": "全体", "members": "下属单位"})
OF_REPORTS: Final[Names] = MappingProxyType(
    {
        "id": "编号",
        "name": "名称",
        "title": "标题",
        "subtitle": "标题下一行",
        "most": "最多字数",
        "short": "简短篇幅的字数",
        "standard": "标准篇幅的字数",
        "long": "详细篇幅的字数",
        "template": "模板",
        "when_empty": "没有内容时",
        "remove": "删去",
        "after": "排在哪一节之后",
        "before": "排在哪一节之前",
        "kind": "种类",
        "emphasis": "侧重的措施",
        "leaves_out": "不写的内容",
        "programmes": "所写的工作",
        "cohorts": "所写的学生",
    }
)
OF_FIELDS: Final[Names] = MappingProxyType(
    {
        "name": "名称",
        "type": "类型",
        "required": "必填",
        "internal": "内部掌握",
        "programmes": "所属工作",
    }
)
OF_AUDIENCES: Final[Names] = MappingProxyType(
    {
        "name": "名称",
        "sees": "可以看到的密级",
        "aliases": "学生的称呼",
        "least": "各部分人数至少几人才写",
    }
)
OF_KINDS: Final[Names] = MappingProxyType(
    {
        "label": "中文名",
        "about": "说明",
        "short": "简称",
        "cohorts": "对象",
        "group": "分组",
        "headings": "小标题",
    }
)
OF_PACK: Final[Names] = MappingProxyType(
    {
        "format": "格式",
        "extends": "上级",
        "id": "编号",
        "name": "名称",
        "version": "版本",
        "description": "说明",
        "reports": "可选的报告",
    }
)
_TERMS: Final[Mapping[str, tuple[str, tuple[type[StrEnum], ...]]]] = MappingProxyType(
    {
        "period": ("时段叫法", (PeriodKind,)),
        "earlier": ("对比时段叫法", (PeriodKind,)),
        "measures": ("措施小标题", (MeasureKind,)),
        "activity_groups": ("活动归组", (ActivityKind,)),
        "headings": ("内容小标题", ()),
        "titles": ("内容名称", ()),
        "activity_headings": ("活动小标题", (ActivityKind,)),
        "activity_nouns": ("活动统称", (ActivityKind,)),
        "activity_verbs": ("活动动词", (ActivityKind,)),
        "held": ("举办动词", ()),
        "held_endings": ("活动名称末尾", ()),
        "aid_names": ("资助名称", (AidKind,)),
        "aid_groups": ("资助起头", ()),
        "schooling": ("办学学段", (Level,)),
        "area_leads": ("服务范围", (Level,)),
        "moves": ("学生变动", ()),
        "sums": ("次数动词", (MeasureKind,)),
        "rounds": ("频次动词", (MeasureKind,)),
        "hours": ("时间动词", (MeasureKind,)),
        "limits": ("时限动词", (MeasureKind,)),
        "dated": ("日期动词", (MeasureKind,)),
        "of_pupils": ("覆盖学生的措施", (MeasureKind,)),
        "foremost": ("首要对象", (ProgrammeKind,)),
        "pupils": ("学生称呼", (ProgrammeKind,)),
        "halves": ("分组小标题", ()),
        "half_of": ("小标题归组", (MeasureKind, ActivityKind)),
        "aims": ("目的小标题", (MeasureGroup, MeasureKind, ActivityKind)),
        "twins": ("同一件事", (ActivityKind,)),
        "difficulties": ("困难小标题", (DifficultyKind,)),
        "difficulty_joints": ("困难接榫", ()),
        "goal_leads": ("目标起头", (GoalKind,)),
        "heard": ("反映来源", ()),
        "counts_first": ("先说人数的指标", (IndicatorCode,)),
        "counted_of": ("指标基数", (IndicatorCode,)),
        "counted": ("指标实数", (IndicatorCode,)),
        "measure_words": ("措施说法", ()),
    }
)
"""What the tables of `terms.toml` are called, and whose keys theirs are."""


def term_name(keys: tuple[str, ...]) -> str | None:
    """Return what people call a wording, by its keys: 学校的自称, 时段叫法：学期."""
    table, of, name = keys
    if table == "voice" and name in VOICES:
        return f"{_label(of, (Level,))}的{VOICES[name]}"
    if table != "terms" or of not in _TERMS:
        return None
    called, kinds = _TERMS[of]
    return f"{called}：{_label(name, kinds)}"


def _label(key: str, kinds: tuple[type[StrEnum], ...]) -> str:
    labels = (kind(key) for kind in kinds if key in {*map(str, kind)})
    return next((one.label for one in labels if isinstance(one, Labelled)), key)
