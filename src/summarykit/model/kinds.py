"""Measure and difficulty kinds, read from real summaries: the two long lists of the domain."""

from typing import Self

from summarykit.model.vocabulary import Labelled


class MeasureGroup(Labelled):
    """The eight groups of measures, in the order summaries tell them."""

    ORGANISATION = "organisation", "组织与责任"
    INFORMATION = "information", "信息底数"
    CARE = "care", "结对与关爱"
    HOME_SCHOOL = "home_school", "家校协同"
    SUPPORT = "support", "资助与社会"
    ACTIVITIES = "activities", "活动与阵地"
    LAW_SAFETY = "law_safety", "法治与安全"
    TEACHING = "teaching", "教育教学"


class MeasureKind(Labelled):
    """The 55 kinds of measure, in eight groups."""

    group: MeasureGroup

    def __new__(cls, value: str, label: str, group: MeasureGroup) -> Self:
        """Return the member with its Chinese label and the group it belongs to."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.group = group
        return member

    LEADING_GROUP = "leading_group", "领导小组", MeasureGroup.ORGANISATION
    RULES_AND_PLANS = "rules_and_plans", "制度方案", MeasureGroup.ORGANISATION
    RESPONSIBILITY_CONTRACT = "responsibility_contract", "责任书", MeasureGroup.ORGANISATION
    ZONE_CONTRACTING = "zone_contracting", "分片包干", MeasureGroup.ORGANISATION
    DEPLOYMENT_MEETING = "deployment_meeting", "部署会议", MeasureGroup.ORGANISATION
    APPRAISAL_INCENTIVE = "appraisal_incentive", "考核奖惩", MeasureGroup.ORGANISATION
    SUPERVISION_ACCOUNTABILITY = (
        "supervision_accountability",
        "督导问责",
        MeasureGroup.ORGANISATION,
    )
    FUNDING_GUARANTEE = "funding_guarantee", "经费保障", MeasureGroup.ORGANISATION
    EXPERIENCE_EXCHANGE = "experience_exchange", "经验交流", MeasureGroup.ORGANISATION
    CENSUS_SURVEY = "census_survey", "摸底排查", MeasureGroup.INFORMATION
    REGISTER_FILES = "register_files", "档案和联系卡", MeasureGroup.INFORMATION
    ATTENDANCE_CONTROL = "attendance_control", "考勤请假", MeasureGroup.INFORMATION
    DROPOUT_ALERT = "dropout_alert", "辍学报告", MeasureGroup.INFORMATION
    ENROLMENT_RECORD_CONTROL = "enrolment_record_control", "学籍管理", MeasureGroup.INFORMATION
    TEACHER_PAIRING = "teacher_pairing", "教师结对", MeasureGroup.CARE
    SURROGATE_PARENT = "surrogate_parent", "代理家长", MeasureGroup.CARE
    PEER_PAIRING = "peer_pairing", "手拉手", MeasureGroup.CARE
    HEART_TALK = "heart_talk", "谈心", MeasureGroup.CARE
    COUNSELLING = "counselling", "心理辅导", MeasureGroup.CARE
    ACADEMIC_TUTORING = "academic_tutoring", "学业辅导", MeasureGroup.CARE
    GROWTH_DIARY = "growth_diary", "成长日记", MeasureGroup.CARE
    DAILY_LIFE_CARE = "daily_life_care", "生活照料", MeasureGroup.CARE
    HEALTH_INSURANCE = "health_insurance", "体检保险", MeasureGroup.CARE
    CHARACTER_PROGRAMME = "character_programme", "行为养成", MeasureGroup.CARE
    STUDENT_POSTS = "student_posts", "班级岗位", MeasureGroup.CARE
    ROLE_MODEL_RECOGNITION = "role_model_recognition", "榜样评选", MeasureGroup.CARE
    INDIVIDUAL_PLAN = "individual_plan", "一人一案", MeasureGroup.CARE
    HOME_VISIT = "home_visit", "家访", MeasureGroup.HOME_SCHOOL
    FAMILY_CONTACT = "family_contact", "电话书信", MeasureGroup.HOME_SCHOOL
    GUARDIAN_MEETING = "guardian_meeting", "家长座谈会", MeasureGroup.HOME_SCHOOL
    PARENT_EDUCATION = "parent_education", "家长学校", MeasureGroup.HOME_SCHOOL
    PARENT_COMMITMENT = "parent_commitment", "家长承诺", MeasureGroup.HOME_SCHOOL
    PARENT_FEEDBACK = "parent_feedback", "征求家长意见", MeasureGroup.HOME_SCHOOL
    FINANCIAL_AID = "financial_aid", "资助减免", MeasureGroup.SUPPORT
    FUNDRAISING = "fundraising", "募捐", MeasureGroup.SUPPORT
    SOCIAL_MOBILISATION = "social_mobilisation", "社会力量", MeasureGroup.SUPPORT
    INTER_SCHOOL_COOPERATION = "inter_school_cooperation", "校际合作", MeasureGroup.SUPPORT
    ACTIVITY_PROGRAMME = "activity_programme", "文体主题活动", MeasureGroup.ACTIVITIES
    EXCURSION = "excursion", "校外实践", MeasureGroup.ACTIVITIES
    FACILITIES = "facilities", "留守儿童之家", MeasureGroup.ACTIVITIES
    BOARDING_PRIORITY = "boarding_priority", "寄宿优先", MeasureGroup.ACTIVITIES
    CONTEST_PUBLICITY = "contest_publicity", "征文宣传", MeasureGroup.ACTIVITIES
    POLICY_PUBLICITY = "policy_publicity", "政策宣传", MeasureGroup.LAW_SAFETY
    LEGAL_SAFETY_EDUCATION = "legal_safety_education", "法制安全课", MeasureGroup.LAW_SAFETY
    SAFETY_EMERGENCY = "safety_emergency", "安全应急", MeasureGroup.LAW_SAFETY
    LEGAL_ENFORCEMENT = "legal_enforcement", "依法控辍", MeasureGroup.LAW_SAFETY
    RETURN_AND_PLACEMENT = "return_and_placement", "劝返安置", MeasureGroup.LAW_SAFETY
    SPECIAL_NEEDS_SCHOOLING = (
        "special_needs_schooling",
        "随班就读与送教上门",
        MeasureGroup.LAW_SAFETY,
    )
    POLICY_CONSULTATION = "policy_consultation", "政策咨询", MeasureGroup.LAW_SAFETY
    TEACHING_REFORM = "teaching_reform", "教学改革", MeasureGroup.TEACHING
    STAFF_DEVELOPMENT = "staff_development", "师德培训", MeasureGroup.TEACHING
    BURDEN_FEE_CONTROL = "burden_fee_control", "减负收费", MeasureGroup.TEACHING
    EQUAL_ENROLMENT = "equal_enrolment", "同等入学", MeasureGroup.TEACHING
    CURRICULUM_TERM_PREP = "curriculum_term_prep", "开齐课程", MeasureGroup.TEACHING
    ACTION_RESEARCH = "action_research", "课题研究", MeasureGroup.TEACHING


class DifficultyLevel(Labelled):
    """Where a difficulty lies."""

    STUDENT = "student", "学生"
    FAMILY = "family", "家庭"
    SCHOOL = "school", "学校"
    SYSTEM = "system", "系统"
    META = "meta", "其他"


class DifficultyKind(Labelled):
    """The 31 kinds of difficulty, on five levels."""

    group: DifficultyLevel

    def __new__(cls, value: str, label: str, group: DifficultyLevel) -> Self:
        """Return the member with its Chinese label and the group it belongs to."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.group = group
        return member

    WEAK_ACADEMIC_FOUNDATION = (
        "weak_academic_foundation",
        "学业基础薄弱",
        DifficultyLevel.STUDENT,
    )
    PSYCHOLOGICAL_ISOLATION = "psychological_isolation", "心理孤独", DifficultyLevel.STUDENT
    BEHAVIOUR_HABITS = "behaviour_habits", "行为习惯偏差", DifficultyLevel.STUDENT
    SCHOOL_AVERSION = "school_aversion", "厌学", DifficultyLevel.STUDENT
    SAFETY_OR_OFFENDING_RISK = (
        "safety_or_offending_risk",
        "安全与违法风险",
        DifficultyLevel.STUDENT,
    )
    WORKING_OR_MARRIED = "working_or_married", "务工或早婚", DifficultyLevel.STUDENT
    PARENTAL_ABSENCE = "parental_absence", "父母缺位", DifficultyLevel.FAMILY
    GRANDPARENT_OR_KIN_CUSTODY = (
        "grandparent_or_kin_custody",
        "隔代或亲属监护",
        DifficultyLevel.FAMILY,
    )
    FAMILY_POVERTY = "family_poverty", "家庭经济困难", DifficultyLevel.FAMILY
    LOW_PARENTAL_CAPACITY = "low_parental_capacity", "监护人文化程度低", DifficultyLevel.FAMILY
    ATTITUDE_TO_SCHOOLING = "attitude_to_schooling", "读书无用观念", DifficultyLevel.FAMILY
    INCONSISTENT_PARENTING = "inconsistent_parenting", "教养方式不一", DifficultyLevel.FAMILY
    MONEY_COMPENSATION = "money_compensation", "以钱代教", DifficultyLevel.FAMILY
    GUARDIAN_UNREACHABLE = "guardian_unreachable", "难以联系监护人", DifficultyLevel.FAMILY
    STAFF_OR_CLASSROOM_SHORTAGE = (
        "staff_or_classroom_shortage",
        "师资或校舍不足",
        DifficultyLevel.SCHOOL,
    )
    FUNDING_SHORTAGE = "funding_shortage", "经费不足", DifficultyLevel.SCHOOL
    NO_COUNSELLING_STAFF = "no_counselling_staff", "缺少心理教师", DifficultyLevel.SCHOOL
    TEACHER_WORKLOAD = "teacher_workload", "教师负担重", DifficultyLevel.SCHOOL
    TEACHER_ATTITUDE = "teacher_attitude", "教师认识不足", DifficultyLevel.SCHOOL
    LIMITED_SANCTION = "limited_sanction", "缺乏约束手段", DifficultyLevel.SCHOOL
    HIGH_MOBILITY = "high_mobility", "学生流动性大", DifficultyLevel.SYSTEM
    GROWING_CASELOAD = "growing_caseload", "服务对象增多", DifficultyLevel.SYSTEM
    WEAK_SOCIAL_SUPPORT = "weak_social_support", "社会支持不足", DifficultyLevel.SYSTEM
    INCOMPLETE_INSTITUTIONS = "incomplete_institutions", "机制不健全", DifficultyLevel.SYSTEM
    WEAK_ENFORCEMENT = "weak_enforcement", "执法不力", DifficultyLevel.SYSTEM
    UNSUPERVISED_TIME_GAP = "unsupervised_time_gap", "监管空档", DifficultyLevel.SYSTEM
    DISTANCE_TO_SCHOOL = "distance_to_school", "上学路途远", DifficultyLevel.SYSTEM
    BAD_SOCIAL_ENVIRONMENT = "bad_social_environment", "社会环境不良", DifficultyLevel.SYSTEM
    CANNOT_CONTACT_OR_REFUSES = (
        "cannot_contact_or_refuses",
        "联系不上或拒绝返校",
        DifficultyLevel.SYSTEM,
    )
    TARGET_GAP = "target_gap", "距目标有差距", DifficultyLevel.SYSTEM
    GENERIC_SHORTFALL = "generic_shortfall", "笼统不足", DifficultyLevel.META
