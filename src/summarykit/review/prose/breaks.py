"""C06: sentences in which a word is missing that grammar asks for (在…的正确领导，).

Each rule is one of Chinese grammar: half of a frame (在…下, 以…为…), a verb without the object
it must have, a number without its unit. None needs to know what the text is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.review.prose.passages import Passage
from summarykit.review.prose.sentences import Sentence, sentences

_STOP: Final = "(?=[，。；！？]|$)"
_MARKS: Final = "，；：。"
_FAR: Final = 200
"""So many signs away, nobody looks for what a word needs any more."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Words that need others in their sentence, which are looked for where `where` says."""

    words: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    where: str = "clause"
    """`clause`: before them in their clause; `before`, `after`: in their sentence."""

    def breaks(self, text: str, found: re.Match[str]) -> bool:
        """Return whether what the words need is not there."""
        if self.needs is None:
            return False
        if self.where == "after":
            return self.needs.search(text, found.start() + 1, found.end() + _FAR) is None
        start = max(0, found.start() - _FAR)
        if self.where == "clause":
            start = max(start, *(text.rfind(mark, start, found.start()) + 1 for mark in _MARKS))
        return self.needs.search(text, start, found.end()) is None


_PEOPLE: Final = "(?:学生|儿童|教师|老师|家长|群众|干部|党员|职工|幼儿|孩子)"
_PAPERS: Final = (
    "计划|方案|制度|办法|规定|规划|目标|预案|细则|措施|表|书|公约|守则|规则|意见|通知|规范|标准|条例|章程|机制|对策|政策"
    "|方法|策略|流程|纲要|要点|安排|要求|职责|清单|手册|案|图|法|程序|卡|任务|内容|课程|路线|模式|体系|文件|决定|线|考核"
    "|纲领|战略|步骤|方向|档|单|分工|责任|公式|口号|主题|名册|合同|协议|[》”]"
)
_WAYS: Final = (
    "措施|办法|方法|方式|形式|手段|政策|行动|模式|策略|做法|制度|对策|途径|态度|原则|机制|步骤|举措|法|制|策|式|方针|路线"
    "|战术|战略|结构|补贴|集中|结合|经营|立场|举动|反应|[”》]|样本|证据|血样|渠道|防护|保护|处理|安排"
)
_FRAMES: Final = (
    _Frame(
        re.compile(
            rf"在[^，。；]{{2,24}}的(?:正确领导|坚强领导|统一领导|直接领导|大力支持|关心支持|关心和支持|亲切关怀|精心指导|正确指导|共同努力|密切配合){_STOP}"
        ),
        re.compile("[下中里]$"),
    ),
    _Frame(
        re.compile(rf"在[^，。；]{{2,14}}的(?:过程|基础|前提){_STOP}"),
        re.compile("[上中下里]$"),
    ),
    _Frame(
        re.compile(
            r"(?:开展|抓好|加强|做好|推进|参与|参加)[^，。；：]{0,30}?(?:工作|活动|过程)中(?=[。；]|$)"
        ),
        re.compile("[在从于到入向之]|贯穿|集中"),
    ),
    _Frame(
        re.compile(rf"{_PEOPLE}们?中(?=进行|开展|评选|推选|选出|选拔|挑选|宣传|树立|发展)"),
        re.compile("[在从于向对到走由其自]|深入"),
    ),
    _Frame(
        re.compile(
            rf"(?<=[^，。；][^，。；])为(?:典型|载体|契机|抓手|核心|主线|突破口|导向|依托|切入点|着力点|出发点|落脚点){_STOP}"
        ),
        re.compile("[以把将由选评树立定称作视确是成认推列引做设当]"),
        "before",
    ),
    _Frame(
        re.compile(
            "等(?:有效|有力|有针对性的?|多种|各种|一系列|切实可行的?)(?:措施|方式|方法|办法|手段|形式|途径|渠道)(?=[，。；])"
            "|等(?:方式|形式|途径|渠道)(?=，)"
        ),
        re.compile(
            "采[取用]|通过|[利运使]用|实施|落实|借助|制定|推出|实行|推行|依托|以|凭|有(?!效|力|针)|是|靠|如|包括|经过|建立|探索"
            "|出台|完善|开展|组织|举办|进行|透过|尝试|创新|拓宽"
        ),
        "before",
    ),
    _Frame(
        re.compile("(?<![被所])采取了?(?!的)(?=[\u4e00-\u9fff“])"), re.compile(_WAYS), "after"
    ),
    _Frame(
        re.compile(
            rf"(?:制定|制订|出台|拟定)(?:并完善|和完善|并实施)?了(?!的)[^，。；：、]{{2,40}}{_STOP}"
        ),
        re.compile(_PAPERS),
        "after",
    ),
    # The first of two words that go together, without the second.
    _Frame(re.compile("事小，[^，。；！？]*"), re.compile("事大|[但可却更还]"), "after"),
)
_BROKEN: Final = re.compile(
    # 是…的 without 的, rates that reach no figure, qualities of nobody.
    rf"(?<![不也还都便就总])是(?:最|很|非常|十分|极其?|比较)(?:容易|难以?|需要|渴望|缺乏|缺少|有可能|善于)[^，。；的]{{0,30}}{_STOP}"
    rf"|(?<![不便])是属于[^，。；的]{{0,30}}{_STOP}"
    rf"|(?:率|比例|水平|面)达到(?:更|很|较|最|非常)(?:好|高|大|多|低){_STOP}"
    "|(?:留守|随迁|流动|走读|寄宿)的(?=资助|管理|教育|工作|关爱|帮扶|保护|建档|档案)"
    "|微薄的(?!力|收入|工资|薪|之|利润|报酬|津贴|待遇|积蓄|资金|心意|补|退休金|养老金|贡献|家底|希望|土地|收成|财力|物力|经济|优势)"
    # A verb or a preposition that has no object.
    rf"|(?<![\u4e00-\u9fff])(?:关于|对于|鉴于|凭借){_STOP}"
    rf"|(?:确保|采取了?|成为了?|具有|位于|导致|使得|有利于|有助于|致力于|来自|营造了?|旨在|以便|(?<![感享接忍承])受到了?)(?=[，。；])"
    r"|(?<![核比面针反应])对(?![照比])[^，。；按照]{2,14}(?<!正在)(?<!在)(?<!地)(?<!时)进行(?=[，。；])"
    r"|把[^，。；]{2,20}(?:作为|列入|纳入|当作|放在|看作)(?=[，。；])"
    r"|为[^，。；]{2,20}(?:提供|创造|营造)了?(?=[，。；])"
    # A number without its unit, a unit without its number, a list of nothing.
    r"|(?:共有|现有|达到|共计|超过|至少有)(?:名(?![次单额义称声列副校师])|人次|万元|余名|户(?![籍口])|篇|场次)"
    rf"|(?:学生|教师|儿童|家庭)(?:共|共有|现有)[0-9]{{1,5}}{_STOP}"
    r"|(?<=[，。；：（])等(?=[，。；）]|活动|工作|方式|方法|措施|问题|内容|方面)"
    r"|（\s*）|【\s*】"
    rf"|(?:现有|共有)(?:学生|教师|儿童|教职工){_STOP}|(?:被评为|荣获|称为|占[^，。；]{{1,10}}的)(?=[，。；])"
    # What is done to it is only named; whose it is was taken out.
    rf"|将对[^，。；：进行]{{2,24}}的(?:考核|评选|评比|检查|评估|评价|跟踪|表彰|奖励|调查|排查)+{_STOP}"
    rf"|坚持(?![^，。；：]*(?:制度|签|发|填|做|建|写))[^，。；：]{{2,14}}(?:通知书|责任书|保证书|登记[表册卡]|花名册|联系卡|记录[表册单]){_STOP}"
    # A title that was cut out with its marks, a number of a document without its brackets.
    r"|关于(?:印发|转发|下发)的通知|(?:根据|按照|贯彻|遵照)的(?:精神|要求|规定)|(?<=深入)学习的(?=精神|(?:深刻|重要|重大)?意义)"
    r"|(?:学习|宣传|贯彻|执行|落实|根据|依据)了?等(?=法律|法规|文件|有关)"
    r"|[\u4e00-\u9fff]{1,4}[发字办函通教基监督](?:19|20)\d\d\d{1,4}号"
    r"|《(?:小学|中学|幼儿园|学校|初中|中心校)关于"
    r"|在[^，。；：在]{2,12}中(?![小心学午国华间考年层坚外等期旬])[^，。；：在]{1,14}中(?=进行|开展|评选|推选|选出|选拔|挑选)"
)
_STARTS: Final = re.compile(
    r"^[\s\u3000]*(?:级(?=是|有|的|共|里)|[。！？：](?=[\u4e00-\u9fff])|更好[的地](?=[\u4e00-\u9fff]{2,12}[，；]))"
)


def breaks(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a passage lack a word."""
    for sentence in sentences(passage):
        for start, end in _of(sentence):
            yield sentence.start + start, sentence.start + end


def _of(sentence: Sentence) -> Iterator[tuple[int, int]]:
    text = sentence.text
    for pattern in (_BROKEN, _STARTS):
        yield from (found.span() for found in pattern.finditer(text))
    for frame in _FRAMES:
        for found in frame.words.finditer(text):
            if frame.breaks(text, found):
                yield found.span()
