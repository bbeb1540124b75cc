"""The whole: what one organisation did in one year, each fact once."""

from typing import Literal

from summarykit.model.added import OneProgramme
from summarykit.model.entity import (
    ByKind,
    Cell,
    Entity,
    Item,
    Many,
    Version,
    YesNo,
    field,
)
from summarykit.model.events import Activity, Aid, Donation, HomeVisits
from summarykit.model.organisation import Organisation, Period, Person, Pupil
from summarykit.model.outcome import Case, Difficulty, NextStep, Result
from summarykit.model.plan import (
    ConditionalRule,
    Goal,
    Measure,
    Policy,
    Responsibilities,
    Slogan,
)
from summarykit.model.population import (
    CohortDefinition,
    EnrolmentFlow,
    Indicator,
    Partition,
    Population,
)
from summarykit.model.values import PartialDate, Text
from summarykit.model.vocabulary import AttachmentKind, AttachmentSource


class Programme(Entity):
    """One kind of work over the year."""

    name: Text | None = field("名称", "工作名称，缺省为类型的名称", None)
    title: Text | None = field("标题", "总结标题，缺省由单位、时段和工作名称组成", None)
    background: Text | None = field("背景", "工作背景，写成完整的句子", None)
    start: PartialDate | None = field("启动", "工作启动时间", None)
    goals: Many[Goal] = field("工作目标", "工作目标", ())
    measures: Many[Measure] = field("主要措施", "主要措施", ())
    results: Many[Result] = field("工作成效", "工作成效", ())
    difficulties: Many[Difficulty] = field("存在困难", "存在的困难", ())
    next_steps: Many[NextStep] = field("下一步打算", "下一步打算", ())
    insights: Many[Text] = field("体会", "工作中的体会，写成完整的句子", ())
    closing: Text | None = field("结语", "结语，写成完整的句子", None)


class Signature(Entity):
    """Who signs, when, whether a seal is affixed; and what letterhead and imprint say."""

    unit: Text | None = field("单位", "署名单位，缺省为单位全称", None)
    date: PartialDate | None = field("日期", "成文日期", None)
    seal: YesNo = field("盖章", "是否加盖印章", False)
    document_number: Text | None = field(
        "发文字号", "红头文件的发文字号，如 青校发〔2024〕5号；版式有红头的才印", None
    )
    signer: Text | None = field(
        "签发人", "签发人姓名，上行文才有；版式有红头的才印，与发文字号同一行", None
    )
    copies_to: Many[Text] = field("抄送", "抄送机关；版式有版记的才印", ())
    issued_by: Text | None = field(
        "印发机关", "印发机关，如 学校办公室；版式有版记的才印", None
    )
    issued_on: PartialDate | None = field("印发日期", "印发日期；版式有版记的才印", None)


class Attachment(Item):
    """A named table, list, roster or text that goes with the summary."""

    name: Text = field("名称", "附件名称")
    kind: AttachmentKind = field("类型", "附件类型", AttachmentKind.TABLE)
    present: YesNo = field("已附", "是否随文附上", True)
    from_record: AttachmentSource | None = field(
        "来源", "表格由记录的哪一部分生成；填了行的，照填写的行", None
    )
    columns: Many[Text] = field("列", "表头；由记录生成的，只要其中这几列", ())
    rows: tuple[tuple[Cell, ...], ...] = field("行", "表中各行", ())
    unit: Text | None = field("计量单位", "表格的计量单位，如 人", None)
    text: Text | None = field("正文", "文字材料的内容", None)
    note: Text | None = field("说明", "说明", None)
    confidential: YesNo = field("内部", "是否内部掌握、不得公开", False)
    landscape: YesNo = field("横排", "是否横排", False)
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())


ExtraType = Literal["quantity", "money", "date", "text"]
"""What the value of an extra fact may be declared to be."""


class ExtraFact(Item):
    """A fact of a kind the model does not name, with its declared type."""

    name: Text = field("名称", "名称")
    type: ExtraType = field("类型", "值的类型", "text")
    value: Text = field("值", "值")
    programmes: Many[OneProgramme] = field("所属工作", "属于哪些工作，缺省为全部", ())


class YearRecord(Entity):
    """What one organisation did in one period; sections of a summary are views of it."""

    summarykit: Version = field("格式版本", "记录格式的版本", 1)
    organisation: Organisation = field("单位", "单位")
    period: Period = field("时段", "总结所涵盖的时段")
    addressee: Text | None = field("主送", "主送机关", None)
    people: Many[Person] = field("人员", "相关成人", ())
    pupils: Many[Pupil] = field("学生", "学生条目，只有化名", ())
    definitions: Many[CohortDefinition] = field("口径", "统计口径", ())
    population: Many[Population] = field("人数", "各类人数", ())
    partitions: Many[Partition] = field("划分", "整体与部分", ())
    enrolment_flow: Many[EnrolmentFlow] = field("学籍变动", "学生数的增减变化", ())
    indicators: Many[Indicator] = field("指标", "各项指标", ())
    policies: Many[Policy] = field("政策", "政策文件", ())
    responsibilities: Responsibilities | None = field("责任体系", "责任体系", None)
    slogans: Many[Slogan] = field("数字口号", "数字口号", ())
    activities: Many[Activity] = field("活动", "活动", ())
    home_visits: HomeVisits | None = field("家访", "家访", None)
    aid: Many[Aid] = field("资助", "资助", ())
    donations: Many[Donation] = field("捐赠", "捐赠", ())
    rules: Many[ConditionalRule] = field("条件规则", "情形与处置规则", ())
    cases: Many[Case] = field("典型案例", "典型案例", ())
    programmes: ByKind[OneProgramme, Programme] = field("工作", "各项工作", {})
    signature: Signature | None = field("署名", "署名和日期", None)
    attachments: Many[Attachment] = field("附件", "附件", ())
    extra: Many[ExtraFact] = field("其他事实", "模型未列出的事实", ())

    def __repr__(self) -> str:
        """Return one line: who, when, and which kinds of work; `model_dump()` has the rest."""
        told = ", ".join(kind.value for kind in self.programmes)
        days = [str(day) for day in (self.period.start, self.period.end) if day]
        when = "—".join(days) or self.period.kind.label
        return f"<{type(self).__name__} {self.organisation.name}, {when}: {told}>"

    __str__ = __repr__
