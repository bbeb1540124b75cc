"""What names of people look like: surnames of one sign or two, names with a dot, sounds."""

import re
from typing import Final

SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"
    "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔向汤常温康"
    "施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷"
    "盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑卜景党宫费卫"
)
COMMON: Final = SURNAMES[:100]
"""Those that few other words begin with where nothing after them tells a name."""
COMPOUND: Final = (
    *("欧阳", "司马", "上官", "诸葛", "东方", "尉迟", "皇甫", "慕容", "公孙", "令狐", "夏侯"),
    *("司徒", "端木", "呼延", "独孤", "南宫", "轩辕", "宇文", "赫连", "澹台", "濮阳", "淳于"),
    *("申屠", "钟离", "太史", "完颜", "拓跋"),
)
_NO_GIVEN: Final = (
    "的了是在有和与同对为让把被不也都就着过地得年级班校学生名位个些各每全部分爱心护注助排便留守老师长家贫困特优后进差多少"
    "我他她们该这那一二三四五六七八九十百千两几等人子女父母亲员工作业组队区县镇乡村市某能会要将可以能及或其所从中上下前已只自说曾却又便"
)
GIVEN: Final = f"[^\\W0-9A-Za-z_×ＸＹ{_NO_GIVEN}]"
MIDDLE: Final = f"(?:{GIVEN}|[子一家心可中学有])"
"""What may stand in the middle of a name, and seldom ends one: 林子鹊."""
BEFORE: Final = (
    "的和与跟如让叫对给向及是班上有级组校了到看助帮请找访过见为由将把被送扬励问彰奖救荐"
)
"""Signs behind which a name may begin."""
_SOUNDS: Final = "尼玛次仁扎顿珠卓央金桑瓦索朗旦措姆洛朵嘎"
"""Signs that write the sounds of another language, and little else."""
_MORE_SOUNDS: Final = (
    f"{_SOUNDS}西格达增丹巴普布米拉强多吉平德旺堆仓贡才让杰"
    "阿依古丽买提木江汗艾力克孜帕热娜哈吐尔逊努吾甫玉素斯穆萨苏那其勒呷衣惹支曲比史色"
)
_DOT: Final = "·"
DOTS: Final = "·•・‧"
"""What people type between the parts of a name."""
_STOP: Final = "的了是在有和与及等同学生们因获荣参代从被今年主将送由把让给向请、，。"
_RIGHT: Final = f"[^\\W0-9A-Za-z_{_STOP}]"
_LEFT: Final = f"[^\\W0-9A-Za-z_{_STOP}{BEFORE}童孩子幼族村户师长慰护教]"
_DOTTED: Final = f"{_LEFT}{{1,6}}(?:{_DOT}{_RIGHT}{{1,8}}){{1,2}}"
"""买买提·阿卜杜拉, 罗·栗砾; the words before and behind are told by signs that names lack."""
_COMPOUND: Final = f"(?:{'|'.join(COMPOUND)})"
LONG_NAME: Final = (
    f"(?:{_DOTTED}|{_COMPOUND}{MIDDLE}?{GIVEN}|[{SURNAMES}]{MIDDLE}{GIVEN}"
    f"|[{_MORE_SOUNDS}]{{3,6}}|[{_SOUNDS}]{{2}})"
)
NAME: Final = f"(?:{LONG_NAME}|[{SURNAMES}]{GIVEN})"
INITIALS: Final = "".join(
    dict.fromkeys((*SURNAMES, *_MORE_SOUNDS, *(one[0] for one in COMPOUND)))
)
"""What a name without a dot begins with."""
_SECOND: Final = "".join(dict.fromkeys((*_MORE_SOUNDS, *(one[1] for one in COMPOUND))))
GOES_ON: Final = f"(?:(?<=[{SURNAMES}])(?={MIDDLE})|(?=[{_SECOND}]))"
"""Behind such a sign, whether a name may go on."""
_DOTTED_LEFT: Final = re.compile(f"{_LEFT}{{1,6}}$")
_LONGEST_LEFT: Final = 6
_GIVEN_SIGNS: Final = 2


def dotted_beginnings(text: str) -> set[int]:
    """Return where the names with a dot begin that stand in a text."""
    found: set[int] = set()
    for dot in re.finditer(_DOT, text) if _DOT in text else ():
        before = _DOTTED_LEFT.search(text, max(0, dot.start() - _LONGEST_LEFT), dot.start())
        if before:
            found.add(before.start())
    return found


def surname(name: str) -> str:
    """Return the surname of a name, of one sign or two."""
    return name[:2] if name.startswith(COMPOUND) else name[:1]


def given_name(name: str) -> str:
    """Return the two signs behind the surname of a name; empty where there are not two."""
    given = name.removeprefix(surname(name))
    return given if len(given) == _GIVEN_SIGNS else ""
