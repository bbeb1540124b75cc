"""What the organisation set out to do and how: policies, goals, measures, duties, rules."""

from typing import Annotated

from pydantic import model_validator

from summarykit.model.added import OneMeasure, OneProgramme
from summarykit.model.citing import DocumentName, with_document, with_items
from summarykit.model.entity import Entity, Item, KnownFrom, LinksTo, Many, field
from summarykit.model.population import PolicyLink, PopulationLink
from summarykit.model.values import (
    Frequency,
    Money,
    PartialDate,
    Quantity,
    Text,
    TimeLimit,
)
from summarykit.model.vocabulary import (
    Cohort,
    GoalKind,
    IndicatorCode,
    MeasureStatus,
    PolicyKind,
)

GoalLink = Annotated[Text, LinksTo(("Goal",))]
IndicatorLink = Annotated[Text, LinksTo(("Indicator",))]
EarlierStepLink = Annotated[Text, LinksTo(("NextStep",), earlier=True)]


class ShortName(Entity):
    """A customary short name and what it stands for (两免一补)."""

    name: Text = field("简称", "简称，如 两免一补")
    items: Many[Text] = field(
        "含义", "所指的各项内容；不写的，简称在通用目录中的，用目录的内容", ()
    )

    @model_validator(mode="before")
    @classmethod
    def _know(cls, data: object) -> object:
        return with_items(cls, data)


class Policy(Item):
    """A law, notice or plan that the work follows; the catalogue knows the national ones."""

    catalogue: DocumentName | None = field(
        "通用文件",
        "通用目录中的文件代号、标题或简称，写了就不必再写标题、类型、发文机关、文号、发布时间",
        None,
    )
    title: Annotated[Text, KnownFrom("catalogue")] = field(
        "标题", "文件标题，不带书名号；写了通用文件的，可以不写"
    )
    kind: PolicyKind | None = field("类型", "文件类型", None)
    issuer: Text | None = field("发文机关", "发文机关", None)
    number: Text | None = field("文号", "发文字号，如 ××教〔2024〕5号", None)
    issued: PartialDate | None = field("发布时间", "发布时间", None)
    applied_to: Text | None = field("适用", "适用的工作或对象", None)
    short_names: Many[ShortName] = field("简称", "政策简称及含义", ())
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())

    @model_validator(mode="before")
    @classmethod
    def _know(cls, data: object) -> object:
        return with_document(cls, data)


class Target(Entity):
    """What a goal asks an indicator to reach."""

    indicator: IndicatorCode | None = field("指标", "指标代码", None)
    name: Text | None = field("名称", "指标名称", None)
    at_least: Quantity | None = field("不低于", "下限", None)
    at_most: Quantity | None = field("不高于", "上限", None)
    equals: Quantity | None = field("达到", "目标值", None)


class Goal(Item):
    """What the work was to reach."""

    text: Text = field("内容", "目标内容")
    kind: GoalKind | None = field("类型", "目标类型", None)
    target: Target | None = field("量化要求", "对应指标及要求", None)
    deadline: PartialDate | None = field("期限", "完成期限", None)
    actor: Text | None = field("责任人", "由谁实现", None)
    items: Many[Text] = field("分项", "分项目标", ())


class Register(Entity):
    """A form or register kept, with its fields."""

    name: Text = field("名称", "台账或表册名称，如 留守儿童信息登记表")
    fields: Many[Text] = field("栏目", "登记的栏目", ())
    count: Quantity | None = field("份数", "份数", None)


class Trigger(Entity):
    """When something happens, what is done."""

    condition: Text = field("情形", "触发的情形")
    action: Text = field("做法", "采取的做法")
    within: TimeLimit | None = field("时限", "时限", None)


class InventoryItem(Entity):
    """A thing a facility has."""

    name: Text = field("名称", "物品名称")
    count: Quantity | None = field("数量", "数量", None)


class Facility(Entity):
    """A room or place set up for the work."""

    name: Text = field("名称", "场所名称，如 留守儿童之家")
    place: Text | None = field("地点", "所在位置", None)
    area: Quantity | None = field("面积", "面积", None)
    count: Quantity | None = field("数量", "处数或间数", None)
    opened: PartialDate | None = field("启用", "启用时间", None)
    hours: Frequency | None = field("开放", "开放时间", None)
    inventory: Many[InventoryItem] = field("配备", "配备的物品", ())


class MentorGroup(Entity):
    """Mentors of one kind and how many children each looks after."""

    who: Text = field("身份", "帮扶者的身份，如 女教师")
    count: Quantity | None = field("人数", "人数", None)
    each: Quantity | None = field("每人结对", "每人帮扶的学生数", None)


class Measure(Item):
    """A practice of the organisation: who does what for whom, how often, with what."""

    kind: OneMeasure = field("类型", "措施类型，55种之一")
    name: Text | None = field("名称", "制度或做法的名称", None)
    practice: Text | None = field("做法", "具体做法，写成完整的句子", None)
    actors: Many[Text] = field("实施者", "由谁来做", ())
    cohort: Cohort | None = field("对象", "对象群体", None)
    target: Text | None = field("对象说明", "对象的说明，如 重点帮扶对象", None)
    status: MeasureStatus = field(
        "状态", "已建立、已完成、持续开展或计划开展", MeasureStatus.ONGOING
    )
    since: PartialDate | None = field("起始", "开始实行的时间", None)
    date: PartialDate | None = field("时间", "实施的时间", None)
    frequency: Frequency | None = field("频次", "多久一次", None)
    time_limit: TimeLimit | None = field("时限", "须在何时之前完成", None)
    pairs: Quantity | None = field("对数", "结成的对子数", None)
    mentors: Quantity | None = field("帮扶人数", "参与帮扶的教师或其他人数", None)
    mentor_groups: Many[MentorGroup] = field("帮扶队伍", "按身份列出的帮扶人员", ())
    reached: Quantity | None = field("覆盖人数", "覆盖的对象人数", None)
    per_class: Quantity | None = field("每班", "每班的人数或数量", None)
    per_mentor: Quantity | None = field("每人结对", "每位帮扶者结对的人数", None)
    count: Quantity | None = field("数量", "次数、份数或场数", None)
    amount: Money | None = field("金额", "涉及的金额", None)
    contents: Many[Text] = field("内容", "内容要点", ())
    steps: Many[Text] = field("步骤", "按先后排列的步骤", ())
    registers: Many[Register] = field("表册", "使用的表册台账", ())
    triggers: Many[Trigger] = field("情形处置", "什么情形采取什么做法", ())
    facilities: Many[Facility] = field("场所", "场所设施", ())
    channels: Many[Text] = field("渠道", "联系或宣传的渠道", ())
    partners: Many[Text] = field("参与方", "共同参与的单位或人员", ())
    responsible: Text | None = field("负责人", "负责的部门或人员", None)
    purpose: Text | None = field("目的", "为了什么，写成动宾短语；已有的变化写在效果", None)
    effect: Text | None = field("效果", "取得的效果", None)
    serves: Many[GoalLink] = field("服务目标", "所服务目标的编号", ())
    policies: Many[PolicyLink] = field("依据", "所依据政策的编号", ())
    population: PopulationLink | None = field("对象编号", "对象人数条目的编号", None)
    follows: Many[EarlierStepLink] = field("承接", "所承接的上年打算在上年记录中的编号", ())


class LeadingGroup(Item):
    """A leading group with its chair and members."""

    name: Text = field("名称", "领导小组名称")
    chairs: Many[Text] = field("组长", "组长", ())
    vice_chairs: Many[Text] = field("副组长", "副组长", ())
    members: Many[Text] = field("成员", "成员", ())
    office: Text | None = field("办公室", "办公室所在部门", None)
    duties: Many[Text] = field("职责", "职责", ())


class AreaDuty(Item):
    """Who answers for an area."""

    area: Text = field("片区", "片区、村或班级")
    holder: Text = field("责任人", "责任人")
    duty: Text | None = field("职责", "职责", None)


class LineDuty(Item):
    """Who answers for a line of work."""

    line: Text = field("工作线", "工作线或分工")
    holder: Text = field("责任人", "责任人")
    duty: Text | None = field("职责", "职责", None)


class DutyChain(Item):
    """A chain of duty, told beside its parallel ones (双线四包)."""

    name: Text = field("名称", "责任线名称，如 行政线、教育线")
    links: Many[Text] = field("环节", "逐级的责任环节", ())


class Contract(Item):
    """Signed undertakings and what they are tied to."""

    name: Text = field("名称", "责任书名称")
    parties: Many[Text] = field("签订双方", "签订各方", ())
    count: Quantity | None = field("份数", "份数", None)
    signed: PartialDate | None = field("签订时间", "签订时间", None)
    tied_to: Text | None = field("挂钩", "与什么挂钩，如 年度考核", None)


class Responsibilities(Entity):
    """Who answers for what."""

    leading_groups: Many[LeadingGroup] = field("领导小组", "领导小组", ())
    areas: Many[AreaDuty] = field("片区分工", "片区和责任人", ())
    lines: Many[LineDuty] = field("条线分工", "工作线和责任人", ())
    chains: Many[DutyChain] = field("责任链", "并行的责任链", ())
    contracts: Many[Contract] = field("责任书", "签订的责任书", ())


class SloganItem(Entity):
    """One item of a numbered slogan."""

    text: Text = field("内容", "分项内容")
    frequency: Frequency | None = field("频次", "多久一次", None)
    trigger: Text | None = field("情形", "在什么情形下", None)


class Slogan(Item):
    """A numbered slogan (五个一, 五必访) with its items."""

    name: Text = field("名称", "口号名称，如 五必访")
    target: Text | None = field("对象", "对谁提出，如 学生、外出务工的家长", None)
    declared: Quantity | None = field("项数", "口号所称的项数", None)
    items: Many[SloganItem] = field("分项", "分项内容", ())
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())


class ConditionalRule(Item):
    """A rule: under this condition, this action, by this actor, by this time."""

    condition: Text = field("情形", "适用的情形")
    action: Text = field("做法", "应当采取的做法")
    actor: Text | None = field("执行者", "由谁执行", None)
    deadline: TimeLimit | None = field("时限", "时限", None)
    basis: Text | None = field("依据", "法律或制度依据", None)
    policy: PolicyLink | None = field("依据编号", "依据的政策编号", None)
    sanction: Text | None = field("后果", "不执行的后果", None)
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())
