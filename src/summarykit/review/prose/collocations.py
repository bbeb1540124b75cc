"""C05: words that do not go together, though each of them is spelt rightly (提高措施).

The faults are those that school grammar names: a verb and an object that do not fit (搭配不当),
two constructions in one (句式杂糅), a word too many (成分赘余), the words of a term in a wrong
order (语序不当).
"""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = "(?=[，。；！？]|$)"
_CLAUSE: Final = "[^，。；：！？]"
_TENS: Final = "[0-9一二三四五六七八九十百千]"
_VICES: Final = "(?:迷信|赌博|打牌|酗酒|喝酒|吸烟|抽烟|上网成瘾|打架)"


def _object(verbs: str, objects: str) -> str:
    """Return a pattern for verbs whose object, at the end of its clause, is one of these."""
    return (
        rf"(?:{verbs})了?(?![的下上中了])[^，。；：！？、和与及的等]{{0,6}}(?:{objects}){_END}"
    )


_PATTERNS: Final = tuple(
    map(
        re.compile,
        (
            # A verb and its object.
            _object("提高|增强", "措施|作风|氛围|环境|渠道|规模|制度"),
            _object("开展", "制度|措施|水平|能力"),
            _object("树立", "制度|机制|档案|体系|台账|队伍"),
            rf"尝到{_CLAUSE}{{0,8}}(?:兴趣|知识|成绩|能力){_END}",
            rf"履行{_CLAUSE}{{0,6}}权(?:利|力|责义务)(?![的和与])",
            "做(?:务工|打工|经商|上班|就业)(?![者的人员])",
            # Two constructions in one.
            rf"(?:本着|遵循){_CLAUSE}{{2,16}}为(?:原则|宗旨|目的){_END}",
            rf"围绕(?!着?以){_CLAUSE}{{2,20}}为(?:中心|核心|重点|主题|目标){_END}",
            rf"从(?!以){_CLAUSE}{{2,12}}为(?:出发点|着眼点|切入点){_END}",
            rf"(?:根据|依据|按照)(?!以){_CLAUSE}{{2,16}}为(?:依据|标准|准绳){_END}",
            rf"(?:原因|缘故)(?:之一)?(?:主要|都)?是由?{_CLAUSE}{{2,24}}(?:造成|导致|引起|所致)的?{_END}",
            rf"(?:避免|防止|杜绝|以免|切忌){_CLAUSE}{{0,12}}(?:不再|不得|不要)",
            rf"不{_VICES}、[^。！？]{{0,20}}(?:不良|坏|消极|负面)影响",
            r"(?<![存现潜所])在对(?![敌方外华抗手])[^的，。；、：]{1,4}[中里]",
            r"(?:均|都|全)在外[^，。；、的]{0,2}[打务]工“",
            # A word too many, or one that only the next of its list has.
            rf"(?:大?约|将?近){_TENS}+[余多][名人户次元个所]",
            rf"(?<![第几]){_TENS}+[余多]?[名位](?![^，。；、]*[和与])[\u4e00-\u9fff]{{1,6}}(?<![我你他她它咱人])们",
            r"(?:探索|寻找|寻求)(?:方法|途径|模式|思路|措施)[，、]新(?:方法|途径|模式|思路|措施)",
            "(?:让|使)(?:确保|保证)|(?P<paper>通知|方案|意见|办法|决定|计划)》的(?P=paper)",
            r"(?<!非)(?P<same>[\u4e00-\u9fff]{2,6})(?<!们)[和与及](?P=same)(?=[，。；“的])(?!的(?:关系|交往|交流|沟通|差|不同|距离))",
            "(?:这一|这项|各项|此项|管理|教学)工(?=[，。；])",
            r"[0-9一二三四五六七八九十]月(?:[初底末][上中下]{1,2}旬|[上中下]{1,2}旬[初底末])",
            # 有 for 由, and an office before the one above it.
            "都有(?:隔代|祖父母|祖辈|爷爷奶奶|外公外婆|亲戚|亲友)[^，。；的]{0,6}(?:监护|抚养|照顾|照料|看管)(?![的人权])",
            "[乡镇村]县(?:教育局|教体局|政府|委)",
            # Words of a fixed term in a wrong order.
            "务工随迁人员|进城随迁务工|农民随迁子女工|辍控保学|控保辍学|守留儿童",
            # One measure word for schools, and another for schools.
            r"(?:小学|中学|学校|幼儿园)[0-9xX×]{1,3}[所个间][，、；](?:小学|中学|初中|学校|幼儿园)[0-9xX×]{1,3}[年名人户次天月](?![级])",
            # One who is told of is she and a man.
            "她[^他。！？]{0,30}是[^他。！？“]{0,12}(?:男子汉|小伙子|男孩子)|(?<!其)他[^她。！？]{0,30}是[^她。！？“]{0,12}(?:小姑娘|女孩子)",
            # Whom the sentence is about is named again.
            "(?P<who>我校|我园|我班|我镇|我县|学校)(?:围绕|根据|按照|结合|针对|为了|本着)[^，。；：]{2,30}，(?P=who)(?![的各全])",
            rf"以{_CLAUSE}{{2,24}}相结合(?=[。；])",
        ),
    )
)


def misfits(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text in full-width marks words do not go together."""
    for pattern in _PATTERNS:
        yield from (found.span() for found in pattern.finditer(text))
