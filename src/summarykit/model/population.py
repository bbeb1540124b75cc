"""Whom the organisation looks after: counts, definitions, subsets, flows and rates."""

from typing import Annotated, Final

from summarykit.model.added import OneProgramme
from summarykit.model.entity import Entity, Item, LinksTo, Many, YesNo, field
from summarykit.model.values import PartialDate, Quantity, Text
from summarykit.model.vocabulary import (
    Cohort,
    CohortRule,
    Dimension,
    Gender,
    Guardianship,
    IndicatorCode,
    Stage,
)

PopulationLink = Annotated[Text, LinksTo(("Population",))]
DefinitionLink = Annotated[Text, LinksTo(("CohortDefinition",))]
PolicyLink = Annotated[Text, LinksTo(("Policy",))]


DIMENSIONS: Final = (
    *("organisation", "stage", "grade", "class_name", "gender"),
    *("guardianship", "origin", "boarding", "cause", "other"),
)
"""The fields by which a count of people is split; what it has none of is a whole."""


class CohortDefinition(Item):
    """The definition (口径) under which a cohort was counted."""

    cohort: Cohort = field("对象", "被定义的对象群体")
    rule: CohortRule | None = field("通用口径", "公开发布的口径之一", None)
    text: Text | None = field("口径说明", "口径原文或说明", None)
    policy: PolicyLink | None = field("依据", "口径所依据的政策文件编号", None)


class Population(Item):
    """A count of people of one cohort, split by any of the dimensions."""

    cohort: Cohort = field("对象", "人员群体，如 在校学生、留守儿童")
    count: Quantity = field("人数", "人数，可带约、余、区间或若干")
    name: Text | None = field("名称", "行文用名，缺省为群体名称", None)
    part_of: PopulationLink | None = field("属于", "所属整体的编号", None)
    definition: CohortRule | None = field("口径", "统计口径", None)
    defined_by: DefinitionLink | None = field("口径编号", "本记录中口径条目的编号", None)
    organisation: Text | None = field("单位", "统计单位", None)
    date: PartialDate | None = field("时间", "统计时点", None)
    stage: Stage | None = field("学段", "学段", None)
    grade: Text | None = field("年级", "年级", None)
    class_name: Text | None = field("班级", "班级", None)
    gender: Gender | None = field("性别", "性别", None)
    guardianship: Guardianship | None = field("监护方式", "监护方式", None)
    origin: Text | None = field("来源地", "来源地", None)
    boarding: YesNo | None = field("寄宿", "是否寄宿", None)
    cause: Text | None = field("原因", "原因", None)
    other: Text | None = field("其他分类", "其他维度的取值", None)
    previous: Quantity | None = field("上期人数", "对比时段的人数", None)
    previous_definition: CohortRule | None = field("上期口径", "对比时段的口径", None)
    note: Text | None = field("说明", "补充说明", None)


class Partition(Item):
    """A whole that is split into parts by one dimension."""

    whole: PopulationLink = field("整体", "整体的编号")
    parts: Many[PopulationLink] = field("部分", "各部分的编号")
    by: Dimension = field("维度", "按什么划分")
    exclusive: YesNo = field("互斥", "各部分是否互不重叠", True)
    complete: YesNo = field("完整", "各部分之和是否等于整体", True)


class EnrolmentFlow(Item):
    """How enrolment moved between two dates."""

    organisation: Text | None = field("单位", "统计单位", None)
    stage: Stage | None = field("学段", "学段", None)
    grade: Text | None = field("年级", "年级", None)
    opening: Quantity | None = field("期初", "期初在校生数", None)
    transferred_in: Quantity | None = field("转入", "转入人数", None)
    transferred_out: Quantity | None = field("转出", "转出人数", None)
    newly_enrolled: Quantity | None = field("新入学", "新招收人数", None)
    dropped_out: Quantity | None = field("辍学", "辍学人数", None)
    returned: Quantity | None = field("复学", "劝返复学人数", None)
    suspended: Quantity | None = field("休学", "休学人数", None)
    graduated: Quantity | None = field("毕业", "毕业人数", None)
    exempt: Quantity | None = field("免学", "免学、缓学人数", None)
    other_in: Quantity | None = field("其他增加", "其他增加人数", None)
    other_out: Quantity | None = field("其他减少", "其他减少人数", None)
    closing: Quantity | None = field("期末", "期末在校生数", None)
    start: PartialDate | None = field("期初时间", "期初时点", None)
    end: PartialDate | None = field("期末时间", "期末时点", None)


class Indicator(Item):
    """A rate with what it was computed from and what it is compared with."""

    code: IndicatorCode = field("指标", "指标代码")
    name: Text | None = field("名称", "指标名称，缺省为代码的名称", None)
    value: Quantity | None = field("数值", "指标值，如 99.2%", None)
    numerator: Quantity | None = field("分子", "分子", None)
    denominator: Quantity | None = field("分母", "分母", None)
    target: Quantity | None = field("目标", "目标值", None)
    baseline: Quantity | None = field("基期", "对比时段的值", None)
    limit: Quantity | None = field("限值", "上级规定的限值", None)
    exempt: Quantity | None = field("例外人数", "不计入分母的人数", None)
    exemption: Text | None = field("例外说明", "例外的原因", None)
    definition: Text | None = field("口径", "计算口径", None)
    stage: Stage | None = field("学段", "学段", None)
    scope: Text | None = field("范围", "统计范围，如 全校、全镇", None)
    cohort: Cohort | None = field("对象", "对象群体", None)
    as_of: PartialDate | None = field("时点", "统计时点", None)
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())


class PopulationShare(Entity):
    """A group with its count, as part of another fact."""

    group: Text = field("对象", "对象，如 留守儿童、五年级")
    count: Quantity | None = field("人数", "人数", None)
