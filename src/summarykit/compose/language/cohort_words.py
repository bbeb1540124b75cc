"""What cohorts are called in the middle of a sentence."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.model.vocabulary import Cohort

COHORT_WORDS: Final[Mapping[Cohort, tuple[str, ...]]] = MappingProxyType(
    {
        Cohort.ENROLLED: ("学生", "孩子"),
        Cohort.SCHOOL_AGE: ("适龄",),
        Cohort.LEFT_BEHIND: ("留守",),
        Cohort.MIGRANT: ("随迁", "务工人员子女"),
        Cohort.HARDSHIP: ("困难学生", "困难的学生", "困难家庭", "贫困", "特困", "经济困难"),
        Cohort.REGISTERED_POVERTY: ("建档立卡", "脱贫"),
        Cohort.STRUGGLING: ("学困", "学习困难", "学习吃力", "学习落后"),
        Cohort.BEHAVIOUR: ("行为偏差",),
        Cohort.SINGLE_PARENT: ("单亲",),
        Cohort.ORPHAN: ("孤儿",),
        Cohort.DISABLED: ("残疾", "残障"),
        Cohort.BOARDING: ("寄宿", "住校", "住宿"),
        Cohort.NEW: ("新生",),
        Cohort.GRADUATING: ("毕业",),
        Cohort.DROPOUT: ("辍学",),
        Cohort.AT_RISK: ("疑似辍学", "辍学风险", "可能辍学", "可能会辍学"),
        Cohort.RETURNED: ("复学", "返校"),
        Cohort.GUARDIAN: ("监护", "祖辈", "隔代", "老人", "大人"),
        Cohort.PARENT: ("家长", "父母"),
        Cohort.TEACHER: ("教师", "老师", "班主任"),
    }
)
"""How people call a cohort beside its label; one of these words says it."""
