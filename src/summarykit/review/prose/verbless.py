"""C06: a sentence of running text that is only a noun and its adjuncts (各年级的评比活动。)."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.review.ordinals import ordinal_of
from summarykit.review.prose.passages import Kind, Passage
from summarykit.review.prose.sentences import sentences

_NOUN: Final = (
    "(?:活动|工作|措施|制度|思想|机制|体系|环境|方法|氛围|办法|平台|途径|能力|素质|水平|队伍"
    "|网络|意识|知识|习惯|问题)"
)
_PAIR: Final = "[^的，。；：！？]{2,4}[与和及][^的，。；：！？]{2,4}"
_WORDS: Final = "[^，。；：！？“”《》（）]{2,16}"
_NOMINAL: Final = re.compile(rf"(?=.{{10}}){_WORDS}的(?:{_WORDS}{_NOUN}|{_PAIR})。")
_PREDICATES: Final = re.compile(
    "[是有在了着把被让使要能会可应得不没也都就将已向对为给到看想说听爱请由从以用]"
    "|加[强大快深]|做[好到]|开[展设放启]|进[行一]|提[高升供倡出]|建[立设成]|制[定订]|落实|实施|推[进行动广]|抓|组[织建]|[确]保"
    "|完[善成]|健全|培[养育训]|营造|发[挥扬动放现]|增[强加进]|构建|形成|注重|坚持|强化|优化|规范|关[爱心注怀]|深[入化]|切实"
    "|召开|举[办行]|参[加与]|采取|通[过报]|利用|树立|养成|[转改]变|改[善进革]|促进|扩大|明确|履行|争取|[解]决|成[立为]|设[立置]"
    "|配[备合]|享受|克服|防[止范控]|杜绝|消[除灭]|严[禁格抓]|感[谢受]|祝|丰富|激[发励]|引导|宣[传讲]|贯彻|支持|协[助调]"
    "|减[轻少]|搞|打造|创[建造新设]|尊重|了解|掌握|教[给会]|鼓励|调[动查整]|维护|保[护障证留]|巩固|控制|降低|遵守|爱护|珍惜"
    "|热爱|总结|反思|突出|结合|按照|根据|依[靠托据]|借助|围绕|针对|欢迎|收[到获集]|达[到成]|取得|获[得]|走[访进]|家访|摸底"
    "|排查|登记|建档|讲|写|吃|住|玩|全部|均|如下|复学|入学|返校|毕业|辍学|失学|率|实现|带|缺[乏少]|面临|属|称|包括|具备"
    "|影响|导致|来自|依|帮|送|叫|谈|学[习会]|尝试|探索|研究|整合|统筹|组成|遵循|凝聚|彰显|体现|共[享同]|拓[宽展]|倡导|谴责|重视|[力企]图|指挥|演|探测|通知|占"
)
"""What tells that something happens or is so; a sentence without any of it tells nothing."""
_RUNNING: Final = 60
"""A shorter passage may be a heading or a line of a list."""


def verbless(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a running text that lack what is told of their noun."""
    if passage.kind is not Kind.TEXT or len(passage.text) < _RUNNING:
        return
    for sentence in sentences(passage):
        if (
            ordinal_of(sentence.text) is None
            and _NOMINAL.fullmatch(sentence.text)
            and not _PREDICATES.search(sentence.text)
        ):
            yield sentence.start, sentence.start + len(sentence.text) - 1
