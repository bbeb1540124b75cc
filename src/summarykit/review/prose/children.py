"""V02: children who are named together with a matter of school, family, health or behaviour.

Of children under 14 such matters are sensitive (个人信息保护法, 28; 未成年人保护法, 4 and 63).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.sentences import Sentence, sentences
from summarykit.review.prose.slips import Slip

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
    "我他她们该这那一二三四五六七八九十百千两几等人子女父母亲员工作业组队区县镇乡村市某能会要将可以能及或其所从中上下前"
)
_GIVEN: Final = f"[^\\W0-9A-Za-z_×ＸＹ{_NO_GIVEN}]"
_NAME: Final = f"[{_SURNAMES}]{_GIVEN}{{1,2}}"
_LONG_NAME: Final = f"[{_SURNAMES}]{_GIVEN}{{2}}"
_EDGE: Final = (
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[的和与跟如让叫对给向是班上有级组校了到看助帮请找访过见]))"
)
_ALIAS: Final = "(?![（(][^）)]{0,4}化名)"
_KIN: Final = (
    "父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|姥姥|姥爷"
    "|表?[叔姑姨舅]|姨[夫父妈]|表[叔哥姐弟妹]|哥哥|姐姐|弟弟|妹妹|家长|监护人"
)
_CALLED: Final = (
    re.compile(rf"{_EDGE}(?P<name>{_NAME}){_ALIAS}[”’]?(?:小?同学|小朋友)(?!们)"),
    re.compile(
        rf"(?:学生|儿童|孩子|幼儿|男孩|女孩|小?同学|小朋友)[：“（]?(?P<name>{_LONG_NAME}|[{_COMMON}]{_GIVEN}){_ALIAS}"
        rf"(?=[，。；、）”（]|的(?:{_KIN}|家)|(?:{_KIN})|因|家(?:里|中|住|境)|从小|今年|来自|平时|性格|[和与])"
    ),
    re.compile(rf"{_EDGE}(?P<name>{_LONG_NAME}){_ALIAS}的(?:{_KIN})"),
    re.compile(rf"[0-9一二三四五六七八九十]{{1,3}}岁的(?P<name>{_LONG_NAME}){_ALIAS}"),
    re.compile(
        rf"{_EDGE}(?P<name>{_LONG_NAME}){_ALIAS}(?=(?:、{_NAME}){{0,8}}等[0-9一二三四五六七八九十两]*(?:名|位|个)?"
        "(?:留守|贫困|困难|特困|辍学|同学|学生|儿童|孩子|小朋友))"
    ),
)
_OTHERS: Final = re.compile(
    rf"[让叫帮助给与带和是、](?P<name>{_LONG_NAME}){_ALIAS}(?=[来去、，。和管等])"
)
"""Who stands beside a child that is named as one."""
_TEACHER: Final = re.compile(
    "^(?:老师|教师|校长|主任|书记|园长|导演|编辑|干部|局长|[（(]?(?:男|女)?教师)"
)
_NOT_NAMES: Final = re.compile(
    "^(?:高[年低度中兴效质尚等]|任[何务课教]|方[面法式案便向]|于是|何[时种]|万[元户]|严[格重肃峻]|金额|白天|段时|马[上路]|许[多可]"
    "|余[名人次]|程[度序]|夏[季令]|周[一二三四五六日末边围密]|毛[病笔]|雷锋|成[绩长功效立为]|时[间候常刻]|文[明化件艺]|安[全排心置]"
    "|关[爱心注怀于系键]|常[规见]|管理|包[括含]|路[上途]|连续|车[辆上]|农[村民]|单[亲独位]|向[上阳]|解[决除]|平[时等]|简[单介]"
    "|游[戏泳]|章程|温[暖馨]|康复|童[年心]|党[员团]|祝[福愿]|左右|华[侨人]|古[诗典]|石[油头]|龙头|黄[金河]|田[间径]|林[业区]|江河)"
)
_ALL_ALIASES: Final = re.compile("[均皆都全]为?(?:是)?化名")
_READ: Final = frozenset((Kind.TITLE, Kind.HEADING, Kind.TEXT))
_IN_FULL: Final = 3
_MATTER: Final = re.compile(
    "家|父|母|爸|妈|爷|奶|叔|姨|舅|姑|监护|贫|穷|困难|特困|低保|资助|病|残|智力|心理|孤|单亲|离异|离婚|去世|留守|打工|务工"
    "|辍学|厌学|逃学|流失|返校|复学|失学|上学|不来|休学|学习|成绩|作业|不及格|后进|学困|学优|差|补课|辅导|谈话|谈心|品德|品行"
    "|行为|习惯|纪律|违纪|打架|偷|网吧|上网|沉迷|调皮|捣蛋|性格|内向|孤僻|自卑|叛逆|早恋|批评|帮扶|帮教|资料|表扬|懂事|管"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A child's name and where it stands in a passage."""

    name: str
    start: int


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each child named, once a passage; an alias or a teacher is none.

    A child that is named in full is known by the name without the surname afterwards.
    """
    told = [each for each in prose.passages if each.kind in _READ]
    if any(_ALL_ALIASES.search(each.text) for each in told):
        return
    given: dict[str, str] = {}
    for passage in told:
        seen: set[str] = set()
        for sentence in sentences(passage):
            if not _MATTER.search(sentence.text):
                continue
            for named in _named(sentence) or _by_given_name(sentence, given):
                if (who := given.get(named.name, named.name)) not in seen:
                    seen.add(who)
                    yield _slip(passage, named)
                if len(named.name) == _IN_FULL:
                    given.setdefault(named.name[1:], named.name)


def _by_given_name(sentence: Sentence, given: dict[str, str]) -> Iterator[_Named]:
    """Yield the children of a sentence that were named in full before."""
    for at in range(len(sentence.text) - 1):
        name = sentence.text[at : at + _IN_FULL - 1]
        if name in given:
            yield _Named(name, sentence.start + at)


def _named(sentence: Sentence) -> list[_Named]:
    """Return the children that a sentence names, in their order."""
    found = [one for pattern in _CALLED for one in _names(pattern, sentence)]
    if found:
        found += _names(_OTHERS, sentence)
    return sorted(found, key=lambda one: one.start)


def _names(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[_Named]:
    for found in pattern.finditer(sentence.text):
        name, end = found["name"], found.end("name")
        if not (_NOT_NAMES.match(name) or _TEACHER.match(sentence.text[end:])):
            yield _Named(name, sentence.start + found.start("name"))


def _slip(passage: Passage, named: _Named) -> Slip:
    said = message(
        "a child is named together with private matters: {mask}", mask=masked(named.name)
    )
    end = named.start + len(named.name)
    return Slip(Code.V02, Severity.ERROR, passage, named.start, end, said)


def masked(name: str) -> str:
    """Return a name as a text for others may print it: 王××."""
    return name[0] + "×" * (len(name) - 1)
