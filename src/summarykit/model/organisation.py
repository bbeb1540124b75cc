"""The organisation, its people and the period a record is about."""

from summarykit.model.entity import Entity, Item, Many, field
from summarykit.model.values import PartialDate, Quantity, Text
from summarykit.model.vocabulary import Gender, Level, PeriodKind, Sensitivity, Stage


class AreaUnit(Entity):
    """A kind of unit in the area served, with how many there are."""

    kind: Text = field("类别", "单位类别，如 行政村、完全小学、教学点")
    count: Quantity = field("数量", "该类单位的数量")


class StaffCount(Entity):
    """A number of staff of one kind."""

    kind: Text = field("类别", "人员类别，如 教职工、专任教师、班主任")
    count: Quantity = field("数量", "人数")


class Organisation(Entity):
    """The school, class, township or county whose year is told."""

    name: Text = field("名称", "单位全称，用于标题和署名")
    level: Level = field("层级", "班级、学校、乡镇或县区；决定行文自称")
    short_name: Text | None = field("简称", "行文中使用的简称", None)
    parents: Many[Text] = field("上级单位", "由近及远的上级单位名称", ())
    stages: Many[Stage] = field("学段", "举办的学段", ())
    location: Text | None = field("所在地", "所在地区或类型，如 农村、镇区、边远山区", None)
    area: Many[AreaUnit] = field("服务范围", "服务区域内的单位类别和数量", ())
    staff: Many[StaffCount] = field("教职工", "教职工人数，按类别", ())
    profile: Text | None = field("概况", "一两句单位概况", None)


class Person(Item):
    """An adult with a post; adults may be named."""

    name: Text = field("姓名", "姓名")
    post: Text | None = field("职务", "职务，如 校长、教导主任", None)
    role: Text | None = field("分工", "在本项工作中的角色", None)


class Pupil(Item):
    """A pupil as a reference: what is shown is an alias, never the name.

    The name is there to be found in texts and replaced; no document prints it.
    """

    alias: Text | None = field(
        "化名",
        "用于行文的化名或代号，如 小明（化名）、李某某、学生A；不写的，按读者的化名方式编",
        None,
    )
    name: Text | None = field(
        "姓名",
        "真实姓名，只用来在各处文字中找出并换成化名，任何文稿都不印",
        None,
        Sensitivity.CONFIDENTIAL,
    )
    grade: Text | None = field("年级", "所在年级", None, Sensitivity.INTERNAL)
    class_name: Text | None = field("班级", "所在班级", None, Sensitivity.INTERNAL)
    gender: Gender | None = field("性别", "性别", None, Sensitivity.INTERNAL)


class ComparisonPeriod(Entity):
    """An earlier period that figures are compared with."""

    name: Text | None = field("名称", "时段名称，如 上学年", None)
    start: PartialDate | None = field("开始", "开始日期", None)
    end: PartialDate | None = field("结束", "结束日期", None)


class Period(Entity):
    """The stretch of time a record covers, and the dates its figures are as of."""

    kind: PeriodKind = field("类型", "学期、学年、年度等")
    name: Text | None = field("名称", "时段名称，如 2023—2024学年", None)
    start: PartialDate | None = field("开始", "开始日期", None)
    end: PartialDate | None = field("结束", "结束日期", None)
    as_of: Many[PartialDate] = field("数据截止", "数据截止日期，可不止一个", ())
    programme_start: PartialDate | None = field("工作启动", "本项工作启动的时间", None)
    comparison: ComparisonPeriod | None = field("对比时段", "与之比较的时段", None)
