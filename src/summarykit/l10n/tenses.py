"""What the words of a sentence say of themselves: that it lies ahead, that it has a figure."""

import re
from typing import Final

_FUTURE: Final = (
    "会|要|于|在|从|对(?![方比照手])|继续|进一步|定期|逐步|陆续|不断|适时|全面|积极|大力|努力|争取|"
    "组织|开展|安排|建立|举办|召开|实行|实施|推行|设立|成立|修订|完善|加强|加大|落实|推进"
)
# 将 alone also means 把 (将资料装订成册), 拟定 is done, and 工作计划 is a thing: what tells a
# plan is the word before what nobody can take hold of. What is done by somebody (由) has a noun
# before it: of 准备由教导处承担, 准备 is what they do.
_AHEAD: Final = re.compile(rf"(?:将(?!来)|拟)(?:由|{_FUTURE})|(?:计划|打算|准备)(?:{_FUTURE})")
_PAST: Final = re.compile(r"(?:原|曾|当初|此前)(?:将|拟|计划|打算|准备)")
_UNITS: Final = "名人位次户所份个项场对篇节元件条册间处张台套课时天周"
_FIGURE: Final = re.compile(
    rf"[0-9０-９]|百分之|(?!一[个项次])[一二两三四五六七八九十百千万]+[余多来]?[{_UNITS}]"
)


def lies_ahead(text: str) -> bool:
    """Return whether a text says of what it tells that it is still to be done (将继续开展)."""
    return bool(_AHEAD.search(_PAST.sub("", text)))


def tells_a_figure(text: str) -> bool:
    """Return whether a text has a count, an amount, a rate: 87名, 三次, 百分之九十."""
    return bool(_FIGURE.search(text))
