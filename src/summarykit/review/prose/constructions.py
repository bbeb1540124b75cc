"""C05: characters that grammar shows to be wrong where each word is one (即…又…, —天)."""

import re
from collections.abc import Iterator
from typing import Final

_HAN: Final = "\u4e00-\u9fff"
_CARE: Final = "关爱|帮扶|管理|教育|宣传|资助|救助|辅导|培训|表彰"
_HOW: Final = "(?:很|非常|十分|比较|更加?|越来越|特别|相当|较|极|多么|这么|那么|真)"
_WELL: Final = (
    "(?:好|多|快|高|大|到位|扎实|认真|出色|顺利|充分|细致|圆满|成功|差|少|晚|早|深|透"
    "|开心|高兴|愉快|整齐|清楚|明白)"
)
_DONE: Final = (
    "(?:做|搞|学|干|抓|变|长|说|讲|写|过|玩|吃|唱|跳|睡|跑|穿"
    "|开展|进行|完成|发展|落实|管理|表现)"
)
_WRONG: Final = re.compile(
    # 既 and 即, 则 and 侧, 一 and —, 上是 and 上市, 了 and 的, 得 and 的.
    rf"即(?![使便将可日时是刻兴位席若或令])(?=(?P<verb>[{_HAN}]{{1,2}})[^，。；]{{0,24}}，?[又也](?P=verb))"
    rf"|(?:^|(?<=[，。；：、]))—(?!—)(?=[天个位名次些直定样般])"
    r"|(?:实际|事实|基本|本质|总体|原则|客观|主观|表面|某种意义|严格意义)上[市事式试](?!实)"
    rf"|(?<=，)(?:侧(?![重面边身耳记门目翼影写击刀滑立卧着])|责(?![任令成备怪骂罚无权有]))(?=[{_HAN}])"
    r"|(?:建立|成立|制定|制订|召开|设立|健全)的(?=[^，。；的已了被得可能会正均都全]{2,14}，并且?[^，。；]{0,4}了)"
    rf"|(?<!所)(?<!们)(?<=[{_HAN}]){_DONE}的{_HOW}{_WELL}(?=[，。；了]|$)"
    # 他们做的很好 may be what they made, 我们做的很好 is how.
    rf"|(?<=我们|学们|子们|生们|师们|长们)(?:做|搞|学|干|抓|唱|跳|表现|完成|落实)的{_HOW}"
    "(?:好|到位|扎实|认真|出色|顺利|圆满|成功)(?=[，。；]|$)"
    # A helping verb without a verb, a verb twice, a measure word that does not fit.
    r"|(?:能|会|可以|将|必将)(?:很|非常|极)大的?(?:帮助|作用|影响|意义|收获|变化)(?=[，。；])"
    rf"|(?P<care>{_CARE})[{_HAN}]{{2,6}}(?P=care)(?=小组|活动|行动)"
    r"|一[项次条]系列"
    # 地 after a noun.
    "|(?:工作|活动|教育|教学|学生|教师|家长|儿童|孩子|家庭|学校|班级|教室)地"
    "(?=开展|落实|进行|实施|推进|支持|配合|关心|关注|成长|学习|生活|教育|健康|安全|帮助|管理|情况|问题|重要|思想|家长|父母|心理|成绩)"
)
_IN: Final = re.compile(
    r"(?:我校|学校|我园|我班|我镇|全校|我县)在(?:成立|建立|制定|制订|设立|组建)"
)
_ENDS: Final = re.compile("[中上下时后前里内]|方面|期间|过程|同时|基础|之际")
_DROPPED: Final = re.compile(
    "留儿童|(?<!留)守儿童|留守童|留守儿(?![童女孙])|控保学|(?<!控)辍保学|控辍保(?![学率])|(?<!义)务教育|(?<![主正定意])义教育"
    "|义务育|(?<!随)迁子女|随迁女|随迁子(?![女弟])|(?<![率带])领小组|领导小(?![组学事])|外出工(?![作资])|进城工(?![作人程资])"
    "|心理康(?!复)|(?<![心生])理健康|(?<!身)心健康|健康长(?![大寿辈效期远久])|(?<!健)康成长|义务教(?![育学师研])"
)
"""Words of this work, of four characters, without one of them."""
_END: Final = re.compile("[。；！？]|$")
_FAR: Final = 200
"""So many signs after 在, nobody looks for its end any more."""
_ABROAD: Final = re.compile("国际|出国|海外|外国|境外|留学归")


def wrong(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text in full-width marks has a character that cannot stand there."""
    for pattern in (_WRONG, _DROPPED):
        yield from (found.span() for found in pattern.finditer(text))
    if "留守" in text and not _ABROAD.search(text):
        yield from (found.span() for found in re.finditer("留学生", text))
    for found in _IN.finditer(text):
        end = _END.search(text, found.end(), found.end() + _FAR)
        if end is not None and not _ENDS.search(text, found.end(), end.start()):
            yield found.span()
