"""What came of it: results, difficulties, next steps, cases."""

from typing import Annotated

from summarykit.model.added import OneProgramme
from summarykit.model.entity import Item, LinksTo, Many, YesNo, field
from summarykit.model.events import PupilLink
from summarykit.model.kinds import DifficultyKind
from summarykit.model.plan import EarlierStepLink, GoalLink, IndicatorLink, Target
from summarykit.model.values import PartialDate, Quantity, Text
from summarykit.model.vocabulary import (
    Cohort,
    ResultKind,
    Sensitivity,
    Strength,
    Trend,
)

EvidenceLink = Annotated[
    Text,
    LinksTo(
        (
            "Indicator",
            "Population",
            "EnrolmentFlow",
            "Measure",
            "Activity",
            "VisitCampaign",
            "Visit",
            "Aid",
            "Donation",
            "Case",
            "Attachment",
        )
    ),
]
DifficultyLink = Annotated[Text, LinksTo(("Difficulty",))]


class Result(Item):
    """Something that was reached, with what shows it."""

    text: Text = field("内容", "成效内容")
    kind: ResultKind | None = field("类型", "成效类型", None)
    goal: Many[GoalLink] = field("对应目标", "对应目标的编号", ())
    evidence: Many[EvidenceLink] = field("依据", "支撑条目的编号", ())
    indicator: IndicatorLink | None = field("指标", "对应指标的编号", None)
    value: Quantity | None = field("数值", "成效的数值", None)
    strength: Strength | None = field("支撑程度", "有数据、有反映或仅陈述", None)
    date: PartialDate | None = field("时间", "取得的时间", None)
    awarded_by: Text | None = field("授予单位", "荣誉的授予单位", None)
    follows: Many[EarlierStepLink] = field("承接", "所承接的上年打算在上年记录中的编号", ())


class Difficulty(Item):
    """Something that stands in the way."""

    kind: DifficultyKind = field("类型", "困难类型，31种之一")
    text: Text | None = field("内容", "困难的具体表现", None)
    cause: Text | None = field("原因", "原因", None)
    consequence: Text | None = field("影响", "影响", None)
    trend: Trend | None = field("趋势", "趋势", None)
    affected: Quantity | None = field("涉及人数", "涉及人数", None)
    cohort: Cohort | None = field("对象", "涉及的对象群体", None)


class NextStep(Item):
    """What will be done, by whom, by when, in answer to what."""

    action: Text = field("措施", "下一步的做法")
    actor: Text | None = field("责任人", "责任部门或人员", None)
    appeal_to: Text | None = field("提请", "请求支持的上级、部门或社会方面", None)
    by: PartialDate | None = field("期限", "完成期限", None)
    target: Target | None = field("目标", "要达到的要求", None)
    answers: Many[DifficultyLink] = field("针对", "所针对困难的编号", ())
    follows: Many[EarlierStepLink] = field("承接", "所承接的上年打算在上年记录中的编号", ())


class Case(Item):
    """A typical case, told under an alias."""

    pupil: PupilLink | None = field("学生", "学生条目的编号", None, Sensitivity.INTERNAL)
    alias: Text | None = field("化名", "行文用的化名", None)
    grade: Text | None = field("年级", "年级", None, Sensitivity.INTERNAL)
    situation: Text | None = field("情况", "基本情况", None, Sensitivity.INTERNAL)
    problem: Text | None = field("问题", "存在的问题", None)
    steps: Many[Text] = field("做法", "干预的步骤", ())
    outcome: Text | None = field("结果", "结果", None)
    quote: Text | None = field("感言", "当事人的话", None, Sensitivity.INTERNAL)
    speaker: Text | None = field(
        "说话人", "感言是谁说的，不写姓名，如 孩子的父母", None, Sensitivity.INTERNAL
    )
    consent: YesNo = field("同意", "是否已征得监护人同意", False)
    sensitivity: Sensitivity = field("密级", "可公开、内部掌握或不得印发", Sensitivity.INTERNAL)
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())
