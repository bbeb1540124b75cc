"""What the words of a sentence say of themselves: that it lies ahead, that it has a figure."""

import re
from typing import Final

_FUTURE: Final = (
    "会|要|于|在|从|对(?![方比照手])|继续|进一步|定期|逐步|陆续|不断|适时|全面|积极|大力|努力|争取|"
    "组织|开展|安排|建立|举办|召开|实行|实施|推行|设立|成立|修订|完善|加强|加大|落实|推进"
)
# 将采购清单公示 is done to a list: after 将, only what is no noun as well.
_GETTING: Final = "腾出|购买|购置|添置|增设|聘请(?!书)|邀请(?!函)"
_MAKING: Final = f"{_GETTING}|采购|配备|新建|修建|改建|改造|扩建|选派|推广|申请"
_LATER: Final = "(?:明年|来年|下一?年|下个?学期|下个?学年|下半年|下一?阶段|下一步)"
# 将 alone also means 把 (将资料装订成册), 拟定 is done, and 工作计划 is a thing: what tells a
# plan is the word before what nobody can take hold of. What is done by somebody (由) has a noun
# before it: of 准备由教导处承担, 准备 is what they do. Before what is bought, 将 means 把 where
# the thing follows (将购买的图书分到各班); nor is it a plan where the outcome does (实际购买).
_AHEAD: Final = re.compile(
    rf"(?:将(?!来)|拟)(?:由|{_FUTURE})|拟(?:每|{_MAKING})|(?:计划|打算|准备)(?:{_FUTURE})"
    rf"|将(?:{_GETTING})(?![^，。；]{{0,8}}的)"
    rf"|(?:计划|打算|准备)(?:每[周月天日年学]|{_MAKING})(?![^，。；]{{0,8}}的)"
    r"(?![^。；]*(?:已|实际|如期|到位))"
)
# Of 将每周值班表公示, the weekly thing is what is posted; 将每周值班 ends in what will be done.
_EVERY: Final = re.compile(
    r"将(?:每[周月天日年]|每学[期年]|每个[月季]\w?|每半[月年])(?!的)[^，。；：、的]{0,12}?"
    r"(?:谈心|谈话|通话|通信|电话|联系|沟通|交流|走访|家访|探望|慰问|辅导|补课|授课|上课|值班|巡查|检查|"
    r"排查|研判|会商|座谈|例会|学习|培训|活动|班会|评比)"
    r"(?:[一二两三四五六七八九十0-9]+(?:至|～)?[一二两三四五六七八九十0-9]*[次遍回场])?(?=[，。；：！]|$)"
)
_THEN: Final = re.compile(
    rf"(?<![为对把将给])(?:{_LATER}|今后|开学后)[^，。；的]{{0,6}}?[将拟](?!来)(?![^，。；]{{1,6}}的)"
    rf"|(?:计划|打算|准备|拟)[从在于到]?{_LATER}[^，。；的]{{0,6}}?(?:{_FUTURE}|{_MAKING})"
    r"(?![^，。；]{0,4}的)"
)
# What had been planned once, what is done by a plan, what somebody has got ready.
_PAST: Final = re.compile(
    r"(?:原|曾|当初|此前)(?:将|拟|计划|打算|准备)"
    r"|(?:按照?|依照?|依据|根据|遵照|对照)[^，。；]{0,8}计划|(?<=[做作好足了分的])准备"
)
_UNITS: Final = "名人位次户所份个项场对篇节元件条册间处张台套课时天周"
_FIGURE: Final = re.compile(
    rf"[0-9０-９]|百分之|(?!一[个项次])[一二两三四五六七八九十百千万]+[余多来]?[{_UNITS}]"
)


def lies_ahead(text: str) -> bool:
    """Return whether a text says of what it tells that it is still to be done (将继续开展)."""
    told = _PAST.sub("", text)
    return any(pattern.search(told) for pattern in (_AHEAD, _EVERY, _THEN))


def tells_a_figure(text: str) -> bool:
    """Return whether a text has a count, an amount, a rate: 87名, 三次, 百分之九十."""
    return bool(_FIGURE.search(text))
