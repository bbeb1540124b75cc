"""The closed lists of the domain; each member has its English name and its Chinese label."""

from enum import StrEnum
from typing import Self


class Choice:
    """What a field may hold that records write by an English name or by its Chinese label."""

    __slots__ = ()

    label: str


class Labelled(Choice, StrEnum):
    """A named choice: `Level.SCHOOL`, written `school` or `学校` in a record."""

    def __new__(cls, value: str, label: str) -> Self:
        """Return the member whose value is `value`, carrying its Chinese label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return next((m for m in cls if m.label == value), None)


class Level(Labelled):
    """The level of an organisation; it decides the voice (我班, 我校, 我镇, 我县)."""

    CLASS = "class", "班级"
    SCHOOL = "school", "学校"
    TOWNSHIP = "township", "乡镇"
    COUNTY = "county", "县区"


class Stage(Labelled):
    """School stages, with the ISCED 2011 level in the comment."""

    KINDERGARTEN = "kindergarten", "幼儿园"  # ISCED 0
    PRIMARY = "primary", "小学"  # ISCED 1
    JUNIOR = "junior", "初中"  # ISCED 2
    NINE_YEAR = "nine_year", "九年一贯制"  # ISCED 1 and 2
    SENIOR = "senior", "高中"  # ISCED 3
    VOCATIONAL = "vocational", "职业高中"  # ISCED 3
    SPECIAL = "special", "特殊教育学校"
    TEACHING_POINT = "teaching_point", "教学点"


class PeriodKind(Labelled):
    """What stretch of time a summary is about."""

    TERM = "term", "学期"
    SCHOOL_YEAR = "school_year", "学年"
    CALENDAR_YEAR = "calendar_year", "年度"
    CAMPAIGN = "campaign", "专项活动"
    MULTI_YEAR = "multi_year", "多年"
    SINCE_START = "since_start", "启动以来"
    SINGLE_EVENT = "single_event", "单次活动"


class ProgrammeKind(Labelled):
    """The kinds of work a year is told by."""

    LEFT_BEHIND_CARE = "left_behind_care", "关爱留守儿童"
    MIGRANT_ENROLMENT = "migrant_enrolment", "随迁子女入学"
    DROPOUT_PREVENTION = "dropout_prevention", "控辍保学"
    HOME_VISITS = "home_visits", "家访"
    LEGAL_EDUCATION = "legal_education", "法治教育"
    SAFETY = "safety", "安全教育"
    STUDENT_AID = "student_aid", "学生资助"


class Cohort(Labelled):
    """Whom the school looks after."""

    ENROLLED = "enrolled", "在校学生"
    SCHOOL_AGE = "school_age", "适龄儿童少年"
    LEFT_BEHIND = "left_behind", "留守儿童"
    MIGRANT = "migrant", "进城务工人员随迁子女"
    HARDSHIP = "hardship", "家庭经济困难学生"
    REGISTERED_POVERTY = "registered_poverty", "建档立卡学生"
    STRUGGLING = "struggling", "学习困难学生"
    BEHAVIOUR = "behaviour", "行为偏差学生"
    SINGLE_PARENT = "single_parent", "单亲家庭学生"
    ORPHAN = "orphan", "孤儿"
    DISABLED = "disabled", "残疾儿童少年"
    BOARDING = "boarding", "寄宿生"
    NEW = "new", "新生"
    GRADUATING = "graduating", "毕业生"
    DROPOUT = "dropout", "辍学学生"
    AT_RISK = "at_risk", "疑似辍学学生"
    RETURNED = "returned", "劝返复学学生"
    GUARDIAN = "guardian", "监护人"
    PARENT = "parent", "家长"
    TEACHER = "teacher", "教师"
    OTHER = "other", "其他对象"


class CohortRule(Labelled):
    """The published definitions (口径) of a cohort; counts compare only under the same one."""

    BOTH_PARENTS_AWAY = "both_parents_away", "父母双方外出务工"
    ONE_OR_BOTH_PARENTS_AWAY = "one_or_both_parents_away", "父母一方或双方外出务工"
    STATE_COUNCIL_2016_13 = (
        "state_council_2016_13",
        "父母双方外出务工或一方外出务工另一方无监护能力、不满十六周岁（国发〔2016〕13号）",
    )
    EDUCATION_THREE_MONTHS = (
        "education_three_months",
        "父母外出务工连续三个月以上、由父母单方或其他亲属监护（教育事业统计）",
    )
    SIX_MONTHS = "six_months", "父母一方或双方外出务工连续六个月以上"
    MIGRANT_MONITORING = (
        "migrant_monitoring",
        "户籍在外省或本省外县、随父母到输入地就读（教育监测评价统计指标体系）",
    )
    LOCAL = "local", "本地口径"


class Dimension(Labelled):
    """What a count may be split by."""

    ORGANISATION = "organisation", "单位"
    DATE = "date", "时间"
    STAGE = "stage", "学段"
    GRADE = "grade", "年级"
    CLASS = "class", "班级"
    GENDER = "gender", "性别"
    GUARDIANSHIP = "guardianship", "监护方式"
    ORIGIN = "origin", "来源地"
    BOARDING = "boarding", "寄宿情况"
    CAUSE = "cause", "原因"
    OTHER = "other", "其他"


class Gender(Labelled):
    """Gender, as school statistics count it."""

    FEMALE = "female", "女"
    MALE = "male", "男"


class Guardianship(Labelled):
    """Who looks after a child whose parents are away."""

    ONE_PARENT = "one_parent", "父母一方监护"
    GRANDPARENTS = "grandparents", "祖辈监护"
    RELATIVES = "relatives", "亲属监护"
    NON_RELATIVES = "non_relatives", "非亲属监护"
    SIBLINGS = "siblings", "同辈监护"
    NONE = "none", "无人监护"


class IndicatorCode(Labelled):
    """Rates that bureaux ask for; definitions in docs/indicators.md."""

    NET_ENROLMENT = "net_enrolment", "净入学率"
    GROSS_ENROLMENT = "gross_enrolment", "毛入学率"
    ENROLMENT = "enrolment", "入学率"
    TERM_RETENTION = "term_retention", "学期巩固率"
    YEAR_RETENTION = "year_retention", "学年巩固率"
    NINE_YEAR_RETENTION = "nine_year_retention", "九年义务教育巩固率"
    DROPOUT = "dropout", "辍学率"
    GRADUATION = "graduation", "毕业率"
    DISABLED_ENROLMENT = "disabled_enrolment", "残疾儿童少年入学率"
    VISIT_COVERAGE = "visit_coverage", "家访覆盖率"
    RETURN = "return", "劝返率"
    AID_COVERAGE = "aid_coverage", "资助面"
    PAIRING_COVERAGE = "pairing_coverage", "结对覆盖率"
    FILING = "filing", "建档率"
    GUARDIANSHIP_SHARE = "guardianship_share", "监护方式占比"
    SATISFACTION = "satisfaction", "满意率"
    OTHER = "other", "其他指标"


class PolicyKind(Labelled):
    """What kind of document a policy is."""

    LAW = "law", "法律"
    REGULATION = "regulation", "法规规章"
    NOTICE = "notice", "通知"
    OPINION = "opinion", "意见"
    PLAN = "plan", "方案"
    SCHOOL_RULE = "school_rule", "校内制度"
    PROGRAMME = "programme", "政策措施"


class GoalKind(Labelled):
    """How a goal is put."""

    NUMERIC = "numeric", "量化目标"
    SLOGAN = "slogan", "口号"
    PURPOSE = "purpose", "宗旨"
    CHECKLIST = "checklist", "任务清单"


class MeasureStatus(Labelled):
    """How far a measure is; a planned one is never told as done."""

    IN_PLACE = "in_place", "已建立"
    DONE = "done", "已完成"
    ONGOING = "ongoing", "持续开展"
    PLANNED = "planned", "计划开展"
    HEADING_ONLY = "heading_only", "仅有标题"


class ActivityKind(Labelled):
    """What kind of event an activity is."""

    MEETING = "meeting", "会议"
    TRAINING = "training", "培训"
    LECTURE = "lecture", "讲座"
    CULTURAL = "cultural", "文艺活动"
    SPORTS = "sports", "体育活动"
    READING = "reading", "阅读活动"
    THEME = "theme", "主题活动"
    VISIT = "visit", "走访慰问"
    VOLUNTEER = "volunteer", "志愿服务"
    EXCURSION = "excursion", "校外实践"
    CONTEST = "contest", "竞赛征文"
    PUBLICITY = "publicity", "宣传活动"
    SAFETY = "safety", "安全演练"
    DONATION = "donation", "捐赠活动"
    FAMILY = "family", "亲子活动"
    OTHER = "other", "其他活动"


class AidKind(Labelled):
    """How a family is helped."""

    WAIVED = "waived", "免除"
    REDUCED = "reduced", "减收"
    DEFERRED = "deferred", "缓交"
    LIVING_ALLOWANCE = "living_allowance", "生活补助"
    BOARDING = "boarding", "住宿补助"
    MEALS = "meals", "营养膳食补助"
    INSURANCE = "insurance", "保险"
    SCHOLARSHIP = "scholarship", "奖助学金"
    TRANSPORT = "transport", "交通补助"
    TEXTBOOKS = "textbooks", "教科书"
    IN_KIND = "in_kind", "实物资助"
    CASH = "cash", "资助金"


class ResultKind(Labelled):
    """What a result consists in."""

    INDICATOR = "indicator", "指标"
    COUNT = "count", "数量"
    BEHAVIOUR = "behaviour", "行为变化"
    AWARD = "award", "荣誉"
    INSTITUTION = "institution", "制度"


class Strength(Labelled):
    """How well a result is supported."""

    MEASURED = "measured", "有数据"
    TESTIMONIAL = "testimonial", "有反映"
    ASSERTED = "asserted", "仅陈述"


class Trend(Labelled):
    """Where a difficulty is heading."""

    GROWING = "growing", "加重"
    STEADY = "steady", "持续"
    EASING = "easing", "缓解"


class Sensitivity(Labelled):
    """Who may read a case."""

    PUBLIC = "public", "可公开"
    INTERNAL = "internal", "内部掌握"
    CONFIDENTIAL = "confidential", "不得印发"


class AttachmentKind(Labelled):
    """What an attachment is."""

    TABLE = "table", "统计表"
    LIST = "list", "一览表"
    ROSTER = "roster", "花名册"
    TEXT = "text", "文字材料"


class AttachmentSource(Labelled):
    """The part of a record that an attachment is made from."""

    POPULATION = "population", "人数"
    ENROLMENT_FLOW = "enrolment_flow", "学籍变动"
    INDICATORS = "indicators", "指标"
    ACTIVITIES = "activities", "活动"
    HOME_VISITS = "home_visits", "家访"
    AID = "aid", "资助"
    DONATIONS = "donations", "捐赠"
    MEASURES = "measures", "主要措施"
    NEXT_STEPS = "next_steps", "下一步打算"
    RESPONSIBILITIES = "responsibilities", "责任体系"
    PUPILS = "pupils", "学生"
