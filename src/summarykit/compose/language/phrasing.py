"""How a value of the record takes its place in a sentence: what leads, what is left of it."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from summarykit.compose.views import Missing, Shown
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values import Frequency, PartialDate
from summarykit.packs import Phrase

LEADERLESS: Final = (
    *("为", "对", "把", "将", "给", "从", "向", "面向", "围绕", "依托", "利用", "按照"),
    *("通过", "根据", "针对", "结合", "采取", "采用", "运用", "借助", "本着", "以", "与"),
    *("同", "在", "到", "组织", "开展", "开设", "开放", "推行", "实行", "实施", "坚持"),
    *("安排", "召开", "举办", "召集", "建立", "编制", "制订", "制定", "修订", "编写"),
    *("印发", "指导", "培养", "邀请", "聘请", "请", "研究", "使用", "加强", "定期"),
    *("按期", "经常", "常", "逐", "分批", "联系", "主动", "随时", "设置", "设立", "做好"),
    *("办好", "落实", "填写", "撰写", "发放", "宣传", "张贴", "掌握", "及时", "深入"),
    *("走进", "上门", "登门", "走访", "核实", "核对", "排查", "摸清", "弄清", "了解"),
    *("收集", "整理", "登记", "清点", "检查", "督促", "督查", "抽查", "听取", "招募"),
    *("选派", "选聘", "推荐", "评选", "评比", "表彰", "奖励", "鼓励", "引导", "辅导"),
    *("帮助", "陪伴", "照料", "关心", "讲解", "宣讲", "解答", "答复", "办理", "严格"),
    *("规范", "完善", "健全", "推进", "推广", "深化", "拓宽", "搭建", "建成", "建设"),
    *("添置", "购置", "配备", "改造", "划定", "明确", "细化", "分解", "签订", "签署"),
    *("考核", "公示", "公布", "通报", "约谈", "报告", "上报", "统计", "分析", "比对"),
    *("更新", "整合", "争取", "动员", "发动", "倡导", "总结", "回顾", "保证", "确保"),
    *("保障", "优先", "每", "挑选", "选定", "确定", "营造", "充实", "细致", "认真"),
    *("耐心", "广泛", "集中", "统一", "成立", "平时", "长期", "每逢", "课后", "课余"),
    *("周末", "假期", "节假日", "寒暑假", "有计划", "积极", "大力", "切实", "全面"),
    *("多次", "反复", "继续", "努力", "着力", "注重", "重视", "充分", "普遍", "加大"),
    *("提高", "改进", "改善", "丰富", "创设", "创造", "强化", "优化", "突出", "贯彻"),
    *("执行", "履行", "负责", "关爱", "关注", "疏导", "开通", "公开", "汇总", "张挂"),
    *("悬挂", "张榜", "举行", "参加", "带领", "护送", "接送", "巡查", "值守"),
)
"""How a clause begins that says what is done, and not by whom."""
_OTHER_LEADER: Final = LazyPattern("[，；]由")
_NOUN: Final = LazyPattern(
    "(?:请假|同[学桌伴]|[在到]校|以[上内下]|公开课|课[后余](?:服务|看护|托管|活动|生活)|丰富的|每[名位个班人户片村校]|常[务年]|集中供|[^，；。]{2}过的)"
    "|(?:考核|考评|检查|督查|评选|评比|辅导|奖励|联系|登记|统计|宣传|报告|走访|排查|核实|指导|组织|总结"
    "|研究|公示|分析)"
    "(?:结果|小组|成员|卡|册|员|者|组(?!织)|成绩|成效|材料|对象|内容|制度|办法|机制|经费|名单|方案|领导)"
)
"""What begins with such a word and is no verb: 考核结果在会上公布."""
_DOER: Final = (
    "(?:学校|中心学校|领导小组|各[校班级片村乡镇处]|各年级|各单位|全体|学生|孩子"
    "|(?:教师|老师|教职工|班主任|辅导员)(?!节|家访|培训|队伍)|家长(?!课堂|学校|会|委员会|意见)"
    "|班级(?!岗位|管理|文化)"
    "|[^，；。为对把将的]{0,6}(?:教师|班主任|志愿者|校长|主任|小组|干部)(?!节|家访|培训|队伍|会)"
    "|[^，；。为对把将的]{1,4}[处室])"
)
_SUBJECT: Final = LazyPattern(_DOER)
_LATER_SUBJECT: Final = LazyPattern(
    f"(?:为|在|按照|根据|针对|围绕|结合|以|本着)[^，；]*，{_DOER}.*"
)
"""What only leads up to the one who does it: 为使工作长久，学校摸索办法."""
ONCE: Final = ("成立", "修订", "制订", "制定", "建成", "设立", "出台", "印发", "启用", "开办")
"""What is done at one time: 2016年9月成立, never 自2016年9月起成立."""
_PERSON: Final = LazyPattern("(?P<name>[^（）]+)（(?P<office>[^（）]+)）")
_WAYS: Final = ("每{}", "每个{}", "按{}", "逐{}")
_CUSTOMARY: Final = {"每天三次": ("早、中、晚", "早中晚"), "每天两次": ("早、晚", "早晚")}
_SAME_PERIOD: Final = {"天": ("天", "日"), "周": ("周", "星期")}


def leaderless(practice: object) -> bool:
    """Return whether a practice says nobody who does it, so that a doer can stand before it."""
    return _is_leaderless(str(practice)) if practice else False


@lru_cache(maxsize=1024)
def _is_leaderless(text: str) -> bool:
    if not text.startswith(LEADERLESS) or _NOUN.match(text) or _OTHER_LEADER.search(text):
        return False
    return not _LATER_SUBJECT.match(text)


def begins_with_noun(text: str) -> bool:
    """Return whether a text begins with a noun that looks like a verb: 考核结果张榜公布."""
    return bool(_NOUN.match(text))


def subject_first(practice: object, *actors: object) -> bool:
    """Return whether a practice begins with those who do it: 班主任早、中、晚点名."""
    text = str(practice) if practice else ""
    named = tuple(str(actor) for actor in actors)
    return bool(named and text.startswith(named)) or bool(doer_of(text))


def doer_of(text: str) -> str:
    """Return those who do it at the beginning of a text: 结对教师; "" where it names nobody."""
    if text.startswith(LEADERLESS) and not _NOUN.match(text):
        return ""  # 组织教师深入了解
    found = _SUBJECT.match(text)
    return found.group() if found else ""


def once(practice: object) -> bool:
    """Return whether a practice begins with what is done at one time only."""
    return str(practice).startswith(ONCE) if practice else False


def without(text: Shown | Missing, *heads: object) -> Shown | Missing:
    """Return a text without the first words, where they are one of `heads`.

    开学初召开会议 after 2023年9月6日 is 召开会议.
    """
    words = str(text) if text else ""
    head = next((str(h) for h in heads if words.startswith(str(h)) and words != str(h)), "")
    if not head or isinstance(text, Missing):
        return text
    return Shown(text.value, f"{text.ref}#rest", words.removeprefix(head))


def unstopped(text: Shown) -> Shown:
    """Return a text without its final 。; one that is nothing else stays as it is."""
    words = str(text)
    bare = words.rstrip("。")
    return text if bare in ("", words) else Shown(text.value, f"{text.ref}#unstopped", bare)


def going_on(text: Shown, before: object) -> Shown:
    """Return a text without the words that `before` ends in: 结束, 结束后两周 is 后两周."""
    words, said = str(text), str(before)
    size = next((n for n in range(len(words) - 1, 0, -1) if said.endswith(words[:n])), 0)
    return Shown(text.value, f"{text.ref}#rest", words[size:]) if size else text


def titled_person(person: Shown) -> Shown:
    """Return a person with the office before the name: 周明远（校长） is 校长周明远."""
    found = _PERSON.fullmatch(str(person))
    if found is None:
        return person
    return Shown(person.value, f"{person.ref}#titled", found["office"] + found["name"])


def acted(frequency: Shown, verb: str) -> Shown:
    """Return a frequency with what is done in it: 每学期至少走访一次.

    As it is where a frequency cannot hold the verb: 点名 has a numeral in it.
    """
    value = frequency.value
    if not isinstance(value, Frequency) or value.action or value.count is None:
        return frequency
    try:
        told = replace(value, action=verb)
    except ValueError:
        return frequency
    return Shown(told, f"{frequency.ref}#acted")


def paced(frequency: object, *texts: object) -> bool:
    """Return whether one of `texts` says the frequency already: 按月交流 says 每月一次."""
    value = frequency.value if isinstance(frequency, Shown) else None
    said = [str(text) for text in texts if text]
    if not isinstance(value, Frequency):
        return False
    forms = (str(frequency), *_CUSTOMARY.get(str(frequency), ()))
    if any(form in text for text in said for form in forms):
        return True
    if value.per is None or value.every != 1 or value.times or value.days or value.months:
        return False
    if value.minimum != 1 or value.maximum != 1:
        return False
    said_so = _once_each(value.per.value)
    return any(said_so.search(text) for text in said)


@lru_cache
def _once_each(period: str) -> re.Pattern[str]:
    """Return what says that something is done once in each period: 每月, 按月, 逐月."""
    periods = _SAME_PERIOD.get(period, (period,))
    forms = [way.format(name) for name in periods for way in _WAYS]
    return re.compile(f"(?:{'|'.join(forms)})(?![一二两三四五六日天末])")


def months(start: object, end: object) -> Phrase:
    """Return a stretch of time in months, for what comes back in it: 2023年10月至2024年6月."""
    dates = [_month(date) for date in (start, end) if date]
    return Phrase([dates[0], "至", dates[1]] if len(dates) > 1 else dates)


def _month(date: object) -> object:
    if not isinstance(date, Shown) or not isinstance(date.value, PartialDate):
        return date
    value = date.value
    if value.day is None or value.month is None or value.year is None:
        return date
    return Shown(value, f"{date.ref}#month", f"{value.year}年{value.month}月")
