"""Names of children, known by their surname and by the words beside them.

Of children under 14 whatever tells who they are is sensitive (个人信息保护法, 28).
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"
    "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔向汤常温康"
    "施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷"
    "盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑卜景党宫费卫"
)
_COMMON: Final = _SURNAMES[:100]
"""Those that few other words begin with where nothing after them tells a name."""
_NO_GIVEN: Final = (
    "的了是在有和与同对为让把被不也都就着过地得年级班校学生名位个些各每全部分爱心护注助排便留守老师长家贫困特优后进差多少"
    "我他她们该这那一二三四五六七八九十百千两几等人子女父母亲员工作业组队区县镇乡村市某能会要将可以能及或其所从中上下前已只自说曾却又便"
)
_GIVEN: Final = f"[^\\W0-9A-Za-z_×ＸＹ{_NO_GIVEN}]"
_MIDDLE: Final = f"(?:{_GIVEN}|[子一家心可中学有])"
"""What may stand in the middle of a name, and seldom ends one: 林子鹊."""
LONG_NAME: Final = f"[{_SURNAMES}]{_MIDDLE}{_GIVEN}"
NAME: Final = f"(?:{LONG_NAME}|[{_SURNAMES}]{_GIVEN})"
_BEFORE: Final = "的和与跟如让叫对给向及是班上有级组校了到看助帮请找访过见"
EDGE: Final = rf"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[{_BEFORE}]))"
"""Where a name may begin."""
_ALIAS: Final = "(?![（(][^）)]{0,4}化名)"
_COUNT: Final = "[0-9一二三四五六七八九十]"
_KIN: Final = (
    "父母|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|姥姥|姥爷"
    "|表?[叔姑姨舅]|姨[夫父妈]|表[叔哥姐弟妹]|哥哥|姐姐|弟弟|妹妹|家长|监护人"
)
_CHILD: Final = "学生|儿童|孩子|幼儿|男孩|女孩|孤儿|小?同学|小朋友"
_AND: Final = "(?:[、，和与及]|以及)"
_GROUP: Final = f"(?:等{_COUNT}*[两]?(?:余|多)?(?:名|位|个)?|{_COUNT}+[名位个]|[两][名位个])"
"""How a list of names ends: 等12名, 三位."""
_CLASS: Final = rf"(?:[（(]?{_COUNT}{{1,2}}[）)]?班|年级)的?"
_GOING_ON: Final = (
    rf"的(?:{_KIN}|家)|(?:{_KIN})|因|家(?:里|中|住|境|庭)|从小|今年|来自|平时|性格|[和与]"
    "|获|荣获|参加|代表|拾到|主动|已(?:返|复|经|转)|在(?:校|县|市|省|家)|送教|被(?:评|查|诊)"
)
"""How a sentence goes on after the name of a child."""
_ILL: Final = "身?患(?!者)|因病|确诊|被诊断"
_YOUNG: Final = "[1-9]|1[0-8]|[一二三四五六七八九]|十[一二三四五六七八]?"
"""Years of age under which somebody is a child."""
_BEGINNING: Final = re.compile(
    # The surname comes first, so that the text is searched for it and not tried everywhere.
    rf"[{_SURNAMES}](?:(?<=^.)|(?<=[^\u4e00-\u9fff].)|(?<=[{_BEFORE}].))(?={_MIDDLE})"
)
"""Where a name may begin, its surname."""
_FOLLOWED: Final = (
    re.compile(rf"(?P<name>{NAME}){_ALIAS}[”’]?(?:小?同学|小朋友)(?!们)"),
    re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}[”’]?学生(?!们|家长)(?=[，。；、的\n]|$)"),
    re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}的(?:{_KIN})"),
    re.compile(
        rf"(?P<name>{LONG_NAME}){_ALIAS}(?=父母|爸爸|妈妈|爷爷|奶奶|外公|外婆|监护人|{_ILL})"
    ),
    re.compile(
        rf"(?P<name>{LONG_NAME}){_ALIAS}"
        rf"(?=[（(，,](?:[男女][，,、]?(?:{_YOUNG})岁"
        rf"|(?:[0-9]|1[0-8])岁|[一二三四五六七八九][^，。；\n]{{0,8}}班?(?:学生|[）)])))"
    ),
    re.compile(
        rf"(?P<name>{LONG_NAME}){_ALIAS}(?=(?:{_AND}{NAME}){{0,8}}{_GROUP}"
        "(?:留守|贫困|困难|特困|辍学|残疾|低保|随迁|同学|学生|儿童|孩子|小朋友|幼儿))"
    ),
)
"""Words behind a name that show it to be a child's."""
_LED_BEGINNING: Final = re.compile(
    rf"[{_SURNAMES}](?<=[生童子儿孩学友班级的：“（].)(?={_MIDDLE})"
)
"""Where a name may begin behind words that end in one of these signs."""
_LED_TO: Final = (
    (
        re.compile(rf"(?:{_CHILD})[：“（]?$"),
        re.compile(
            rf"(?P<name>{LONG_NAME}|[{_COMMON}]{_GIVEN}){_ALIAS}"
            rf"(?=[，。；、）”（]|{_GOING_ON}|{_ILL})"
        ),
    ),
    (
        re.compile(rf"{_CLASS}$"),
        re.compile(
            rf"(?P<name>{LONG_NAME}|[{_COMMON}]{_GIVEN}){_ALIAS}"
            rf"(?=[，。；、）”\n]|{_GOING_ON}|{_ILL}|是|$)"
        ),
    ),
    (
        re.compile(rf"(?<![0-9一二三四五六七八九十])(?:{_YOUNG})岁的$"),
        re.compile(rf"(?P<name>{LONG_NAME}){_ALIAS}"),
    ),
    (
        re.compile("(?:学生|儿童|孩子|幼儿)(?:姓名|名单)[：:]$"),
        re.compile(rf"(?P<name>{NAME}){_ALIAS}(?![\u4e00-\u9fff])"),
    ),
)
"""Words before a name, and what may stand behind it, that show it to be a child's."""
_LEAD: Final = 8
"""So many signs have the words before a name."""
_OTHERS: Final = re.compile(
    rf"[让叫帮助给与带和是、](?P<name>{LONG_NAME}){_ALIAS}(?=[来去、，。和管等])"
)
"""Who stands beside a child that is named as one."""
_SENTENCE_END: Final = re.compile("[。！？\n]|$")
_NEXT: Final = re.compile(
    rf"[、和与](?P<name>{LONG_NAME}|[{_SURNAMES}]{_GIVEN}){_ALIAS}(?=[、，。；和与等（）\n]|同学|小朋友|$)"
)
_LAST: Final = re.compile(rf"(?P<name>{LONG_NAME})[、和与]$")
_LONGEST_NAME: Final = 4
_GROWN_UP: Final = re.compile(
    "^(?:老师|教师|校长|主任|书记|园长|导演|编辑|干部|局长|同志|医生|村长|[（(]?(?:男|女)?教师|[（(，,][^，,。；\n]{0,8}(?:教师|老师|班主任|校长|主任))"
)
_NOT_NAMES: Final = re.compile(
    "^(?:高[年低度中兴效质尚等]|任[何务课教]|方[面法式案便向]|于是|何[时种]|万[元户]|严[格重肃峻]|金额|白天|段时|马[上路克达列]|蒙古|黄埔|熊猫|许[多可]"
    "|余[名人次]|程[度序]|夏[季令]|周[一二三四五六日末边围密]|毛[病笔]|雷锋|成[绩长功效立为]|时[间候常刻]|文[明化件艺]|安[全排心置]"
    "|关[爱心注怀于系键]|常[规见]|管理|包[括含]|路[上途]|连续|车[辆上]|农[村民]|单[亲独位]|向[上阳]|解[决除]|平[时等]|简[单介]"
    "|游[戏泳]|章程|温[暖馨]|康复|童[年心]|党[员团]|祝[福愿]|左右|华[侨人]|古[诗典]|石[油头]|龙头|黄[金河]|田[间径]|林[业区]|江河"
    "|张[贴望扬开挂]|申[请报诉]|施[工教行肥]|舒[适心展]|管教|焦[虑急点]|甘[心愿]|符[合号]|纪[律念录检委]|盛[大行]|曲[线折]|蓝[图天]"
    "|房[屋子]|艾滋|尤其|司[机法]|卓[越有]|吉他|项目|景[色区]|费用|卫[生健]|陶[冶瓷]|贺[卡年]|顾[虑及]|钱[财币]|武[术装]|洪[水亮]"
    "|康乐|牛奶|易[于懂冲疲怒激受感发错]|齐[心声抓全]|庄[严稼]|宁[静愿]|尚[未且]|季[节度]|苗木|谷物|辛[苦勤]|柴火|谢[谢意绝]|苏醒|汤圆|陆续|凌[晨乱])"
)
_POSTS: Final = (
    *("主任", "校长", "书记", "园长", "镇长", "乡长", "县长", "局长", "院长", "所长"),
    *("会计", "医生", "教授", "警官", "干事", "教练", "阿姨", "叔叔", "大爷", "大妈"),
)
"""How an adult is called behind the surname."""
_SHORTEST: Final = 2
_AFTER: Final = 12
"""So many signs after a name may say that it is a teacher's."""


def children(text: str) -> list[PrivateSpan]:
    """Return where children are named, in order; an alias, a teacher or 李某某 is none."""
    found = set(_led_to(text))
    for beginning in _BEGINNING.finditer(text):
        at = beginning.start()
        found |= {s for s in map(_name, (p.match(text, at) for p in _FOLLOWED)) if s}
    if found:
        found |= set(_others(text, found))
        found |= {each for span in tuple(found) for each in _listed(text, span)}
    return sorted(found)


def _led_to(text: str) -> Iterator[PrivateSpan]:
    for beginning in _LED_BEGINNING.finditer(text):
        at = beginning.start()
        before = text[max(0, at - _LEAD) : at]
        for lead, pattern in _LED_TO:
            if lead.search(before) and (span := _name(pattern.match(text, at))):
                yield span


def _listed(text: str, span: PrivateSpan) -> Iterator[PrivateSpan]:
    """Yield the names that stand in one list with a child's, before and after it."""
    at = span.end
    while (after := _NEXT.match(text, at)) is not None:
        yield PrivateSpan(*after.span("name"), PrivateKind.CHILD_NAME)
        at = after.end("name")
    at = span.start
    while (before := _LAST.search(text, max(0, at - _LONGEST_NAME), at)) is not None:
        yield PrivateSpan(*before.span("name"), PrivateKind.CHILD_NAME)
        at = before.start("name")


def _others(text: str, found: Collection[PrivateSpan]) -> Iterator[PrivateSpan]:
    """Yield who stands beside a child, in the sentences that name one."""
    for start in {_start(text, one.start) for one in found}:
        end = _SENTENCE_END.search(text, start)
        within = _OTHERS.finditer(text, start, end.start() + 1 if end else len(text))
        yield from filter(None, map(_name, within))


def _start(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in "。！？\n") + 1


def _name(found: re.Match[str] | None) -> PrivateSpan | None:
    """Return the span of a name that was found, unless it is no name or a teacher's."""
    if found is None:
        return None
    after = found.string[found.end("name") : found.end("name") + _AFTER]
    name = found["name"]
    if _NOT_NAMES.match(name) or name.endswith(_POSTS) or _GROWN_UP.match(after):
        return None
    return PrivateSpan(*found.span("name"), PrivateKind.CHILD_NAME)


def known(text: str, names: Collection[str]) -> Iterator[PrivateSpan]:
    """Yield where those names stand, also with blanks inside, as in lists (王 鹊)."""
    wanted = _wanted(frozenset(name for name in names if len(name) >= _SHORTEST))
    for found in wanted.finditer(text) if wanted else ():
        yield PrivateSpan(*found.span(), PrivateKind.CHILD_NAME)


@lru_cache(maxsize=8)
def _wanted(names: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds any of the names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    spaced = (r"[ \u3000]*".join(map(re.escape, name)) for name in ordered)
    return re.compile("|".join(spaced)) if names else None


def masked(name: str) -> str:
    """Return a name as a text for others may print it: 王××."""
    return name[0] + "×" * (len(name) - 1)


def looks_named(words: str) -> bool:
    """Return whether words alone could be the name of somebody: a surname, one or two signs."""
    name = "".join(words.split())
    return _WHOLE_NAME.fullmatch(name) is not None and not _NOT_NAMES.match(name)


_WHOLE_NAME: Final = re.compile(f"[{_SURNAMES}](?:{_MIDDLE}|[年生平和明水应])?[\u4e00-\u9fff]")
