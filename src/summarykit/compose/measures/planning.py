"""The first words on a planned measure that stands under no heading of its own."""

from typing import Final

from summarykit.compose.language.matching import named
from summarykit.compose.language.phrasing import without
from summarykit.compose.language.weaving import said_as
from summarykit.compose.measures.draft import Draft
from summarykit.packs import Phrase

AHEAD: Final = ("将", "拟", "计划", "准备", "打算")
_DOING: Final = (
    "开展",
    "建",
    "制",
    "修",
    "组织",
    "举办",
    "召开",
    "实行",
    "签",
    "办",
    "推",
    "成立",
)
_VERBS: Final = (
    (("制度", "机制", "体系", "网络", "档案", "小组", "队伍"), "建立"),
    (("方案", "计划", "办法", "规划"), "制订"),
    (("责任书", "责任状", "承诺书"), "签订"),
    (("会",), "召开"),
    (("之家", "室", "站", "中心"), "建设"),
)
"""What is done with a thing, by how it is called; with all others 开展."""


def announced(d: Draft) -> Phrase | None:
    """Return what says that a measure is planned, by its name: 计划开展重点生家访.

    One without name and practice is called by the phrase of its kind: 计划开展教师家访. None
    where its practice or the heading above says the name.
    """
    name = d.value("name")
    if d.headed or named(name, d.practice):
        return None
    if not name:
        kind = said_as(d.value("kind"), d.term("measures"))
        return None if d.practice else _ahead(d, kind)
    verb = "" if str(name).startswith(_DOING) else _verb(str(name))
    return _ahead(d, Phrase((verb, name)))


def _ahead(d: Draft, words: object) -> Phrase:
    return d.put("planned_name", words) if d.looks_ahead else Phrase((words,))


def practice_behind(d: Draft) -> object:
    """Return the practice as it stands behind the name: without a 将 of its own."""
    return without(d.practice, *AHEAD)


def _verb(name: str) -> str:
    return next((verb for ends, verb in _VERBS if name.endswith(ends)), "开展")
