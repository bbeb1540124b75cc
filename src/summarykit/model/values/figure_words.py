"""The words around a figure: how it stands to the true number, and where each word goes."""

from enum import StrEnum
from typing import Final


class Qualifier(StrEnum):
    """How a figure stands to the true number."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"


class NumeralStyle(StrEnum):
    """The digits a figure is written in."""

    ARABIC = "arabic"
    CHINESE = "chinese"


class Status(StrEnum):
    """Whether there is a figure at all, and if not, why."""

    KNOWN = "known"
    MASKED = "masked"
    LOST = "lost"
    NOT_COLLECTED = "not_collected"


_Q = Qualifier
BEFORE: Final = {
    "大约": _Q.ABOUT,
    "约": _Q.ABOUT,
    "超过": _Q.OVER,
    "多于": _Q.OVER,
    "高于": _Q.OVER,
    "逾": _Q.OVER,
    ">": _Q.OVER,
    "多达": _Q.UP_TO,
    "高达": _Q.UP_TO,
    "达到": _Q.UP_TO,
    "达": _Q.UP_TO,
    "至少": _Q.AT_LEAST,
    "最少": _Q.AT_LEAST,
    "不少于": _Q.AT_LEAST,
    "不低于": _Q.AT_LEAST,
    "≥": _Q.AT_LEAST,
    "至多": _Q.AT_MOST,
    "最多": _Q.AT_MOST,
    "不超过": _Q.AT_MOST,
    "不多于": _Q.AT_MOST,
    "不高于": _Q.AT_MOST,
    "≤": _Q.AT_MOST,
    "不足": _Q.LESS_THAN,
    "不到": _Q.LESS_THAN,
    "少于": _Q.LESS_THAN,
    "低于": _Q.LESS_THAN,
    "将近": _Q.LESS_THAN,
    "近": _Q.LESS_THAN,
    "<": _Q.LESS_THAN,
}
INSIDE: Final = {"余": _Q.OVER, "多": _Q.OVER, "几": _Q.OVER, "来": _Q.ABOUT}
AFTER: Final = {
    "左右": _Q.ABOUT,
    "上下": _Q.ABOUT,
    "以上": _Q.AT_LEAST,
    "以下": _Q.AT_MOST,
    "以内": _Q.AT_MOST,
}
SPANS: Final = {"～": "～", "-": "～", "—": "～", "——": "～", "至": "至", "到": "至"}
ADJACENT: Final = "邻"
"""The word of a range whose two numbers stand side by side: 八九人."""
QUALIFIERS: Final = {
    **BEFORE,
    **INSIDE,
    **AFTER,
    "～": _Q.RANGE,
    "至": _Q.RANGE,
    ADJACENT: _Q.RANGE,
}
USUAL: Final = {
    _Q.EXACT: "",
    _Q.ABOUT: "约",
    _Q.OVER: "余",
    _Q.UP_TO: "多达",
    _Q.AT_LEAST: "至少",
    _Q.AT_MOST: "至多",
    _Q.LESS_THAN: "不足",
    _Q.RANGE: "～",
}
SCALES: Final = {"": 0, "万": 4, "亿": 8}
UNKNOWN: Final = {
    "不详": Status.LOST,
    "缺失": Status.LOST,
    "未统计": Status.NOT_COLLECTED,
    "未采集": Status.NOT_COLLECTED,
}
BELOW: Final = {"%": "百分之", "‰": "千分之"}
