"""What took place: activities, home visits, aid and donations."""

from typing import Annotated

from summarykit.model.added import OneProgramme
from summarykit.model.entity import Entity, Item, LinksTo, Many, field
from summarykit.model.plan import EarlierStepLink
from summarykit.model.population import PolicyLink, PopulationShare
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, Text
from summarykit.model.vocabulary import ActivityKind, AidKind, MeasureStatus, Sensitivity

PupilLink = Annotated[Text, LinksTo(("Pupil",))]


class Photograph(Entity):
    """A photograph of an activity."""

    file: Text = field("文件", "图片文件，相对于记录文件的位置")
    caption: Text = field("图题", "图题：时间、地点、事件")
    alt: Text | None = field("替代文字", "供无法看图的人阅读的说明，不含学生姓名", None)


class Activity(Item):
    """An event or a series of events."""

    kind: ActivityKind = field("类型", "活动类型")
    name: Text = field("名称", "活动名称")
    theme: Text | None = field("主题", "活动主题", None)
    date: PartialDate | None = field("时间", "开展时间", None)
    end: PartialDate | None = field("结束", "结束时间", None)
    recurrence: Frequency | None = field("频次", "重复的频次", None)
    count: Quantity | None = field("次数", "开展的次数", None)
    place: Text | None = field("地点", "地点", None)
    organiser: Text | None = field("主办", "组织者", None)
    co_organisers: Many[Text] = field("协办", "协办单位", ())
    sponsors: Many[Text] = field("赞助", "支持单位或个人", ())
    participants: Many[PopulationShare] = field("参加者", "参加对象和人数", ())
    contents: Many[Text] = field("内容", "活动内容", ())
    outcome: Text | None = field("效果", "活动的成果", None)
    quote: Text | None = field("感言", "参加者的话，不含学生姓名", None)
    photographs: Many[Photograph] = field("照片", "照片", ())
    status: MeasureStatus = field("状态", "已完成或计划开展", MeasureStatus.DONE)
    follows: Many[EarlierStepLink] = field("承接", "所承接的上年打算在上年记录中的编号", ())
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())


class VisitCoverage(Entity):
    """How many of a group were visited."""

    group: Text = field("对象", "对象，如 留守儿童家庭、六年级")
    visited: Quantity | None = field("已访", "已走访数", None)
    total: Quantity | None = field("应访", "应走访数", None)
    rate: Quantity | None = field("覆盖率", "填报的覆盖率", None)


class VisitCampaign(Item):
    """A round of home visits."""

    name: Text = field("名称", "家访活动名称")
    start: PartialDate | None = field("开始", "开始时间", None)
    end: PartialDate | None = field("结束", "结束时间", None)
    visitors: Text | None = field("家访人员", "由谁家访", None)
    visitor_count: Quantity | None = field("家访人数", "参与家访的教师人数", None)
    households: Quantity | None = field("走访户数", "走访户数或人次", None)
    modes: Many[Text] = field("方式", "家访方式，如 入户、电话、线上", ())
    coverage: Many[VisitCoverage] = field("覆盖", "按对象的覆盖情况", ())
    contents: Many[Text] = field("内容", "家访内容", ())
    forms: Many[Text] = field("记录", "使用的记录表", ())
    findings: Many[Text] = field("发现", "家访中了解到的情况", ())


class Visit(Item):
    """A single home visit."""

    pupil: PupilLink | None = field("学生", "学生条目的编号", None, Sensitivity.INTERNAL)
    date: PartialDate | None = field("时间", "家访时间", None)
    trigger: Text | None = field("缘由", "为什么家访", None, Sensitivity.INTERNAL)
    visitors: Text | None = field("家访人员", "由谁家访", None)
    findings: Text | None = field("情况", "了解到的情况", None, Sensitivity.INTERNAL)
    advice: Text | None = field("建议", "给家长的建议", None, Sensitivity.INTERNAL)
    outcome: Text | None = field("结果", "家访的结果", None, Sensitivity.INTERNAL)


class HomeVisits(Entity):
    """Rounds of home visits and single visits."""

    campaigns: Many[VisitCampaign] = field("集中家访", "集中家访活动", ())
    visits: Many[Visit] = field("个别家访", "个别家访", ())


class AidShare(Entity):
    """A part of those who were helped."""

    group: Text = field("对象", "对象群体")
    count: Quantity | None = field("人数", "人数", None)
    amount: Money | None = field("金额", "金额", None)


class Aid(Item):
    """Money or things that families were given or spared."""

    kind: AidKind = field("类型", "资助类型")
    name: Text | None = field("名称", "资助项目名称", None)
    beneficiaries: Quantity | None = field("受益人数", "受益人数", None)
    amount: Money | None = field("总额", "资助总额", None)
    per_head: Money | None = field("标准", "每人标准", None)
    of_whom: Many[AidShare] = field("其中", "其中各类对象", ())
    policy: PolicyLink | None = field("依据", "政策条目的编号", None)
    note: Text | None = field("说明", "补充说明", None)
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())


class Donation(Item):
    """What others gave."""

    donor: Text = field("捐赠方", "捐赠单位或个人")
    amount: Money | None = field("金额", "捐款金额", None)
    goods: Many[Text] = field("物资", "捐赠物资", ())
    date: PartialDate | None = field("时间", "捐赠时间", None)
    fund: Text | None = field("基金", "所入基金", None)
    use: Text | None = field("用途", "用途", None)
    recipients: Text | None = field("受赠对象", "捐赠给谁", None)
    spent: Money | None = field("支出", "已支出金额", None)
    beneficiaries: Quantity | None = field("受益人数", "受益人数", None)
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())
