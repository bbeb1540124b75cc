"""Time limits: 开学一个月内, 接到通知后一周内, 提前两周, 发现后当天, 学期结束前."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final, assert_never

from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values.quantity import Quantity
from summarykit.model.values.reading import Parts, UnreadableValue, Value


class Relation(StrEnum):
    """How the time allowed stands to the event it counts from."""

    WITHIN = "within"
    AHEAD = "ahead"
    AFTER = "after"
    AT = "at"
    BY = "by"


_UNITS = "个?工作日|个?小时|个?学期|个?星期|个月|分钟|学年|课时|[天日周月年]"
_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_LENGTH = rf"(?:半|{_NUMBER}(?:[～—至到-]{_NUMBER})?)(?:{_UNITS})"
_MOMENTS = (
    "当天|当日|当晚|当周|当月|次日|第二天|立即|即时|及时|当场|第一时间"
    "|第[一二三四五六]周|第[一二三]个月|本周|本月|本学期|本学年"
)
_EVENT = r"[\w“”‘’《》〈〉（）、·]"
# 目前 and 提前 end like 开学前, but nothing is awaited in them.
_NO_EVENT = r"(?:[目以此当日从先]|.*提)前$"
_FORMS: Final = (
    (
        Relation.WITHIN,
        LazyPattern(rf"(?P<event>{_EVENT}{{0,24}}?)(?<!第)(?P<length>{_LENGTH})[之以]?内"),
    ),
    (Relation.AHEAD, LazyPattern(rf"(?P<event>{_EVENT}{{1,24}}前)?提前(?P<length>{_LENGTH})")),
    (Relation.AHEAD, LazyPattern(rf"(?P<event>{_EVENT}{{1,24}}前)(?P<length>{_LENGTH})")),
    (Relation.AFTER, LazyPattern(rf"(?P<event>{_EVENT}{{1,24}}后)(?P<length>{_LENGTH})")),
    (Relation.AT, LazyPattern(rf"(?P<event>{_EVENT}{{0,24}}?)(?P<moment>{_MOMENTS})内?")),
    (Relation.BY, LazyPattern(rf"(?!{_LENGTH}前|{_NO_EVENT})(?P<event>{_EVENT}{{1,24}})前")),
)
_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class TimeLimit(Value):
    """A length of time and the event it counts from: 接到通知后一周内, 提前两周, 发现后当天.

    `length` is a quantity of 天, 周, 个月 …; half of one is 0.5. `moment` is the word of a
    limit without a length (当天, 次日, 立即).
    """

    kind: ClassVar[str] = "time_limit"
    noun: ClassVar[str] = "a time limit"
    examples: ClassVar[tuple[str, ...]] = (
        "开学一个月内",
        "接到通知后一周内",
        "提前两周",
        "发现后当天",
        "学期结束前",
    )

    relation: Relation
    event: str = ""
    length: Quantity | None = None
    moment: str = ""

    @classmethod
    def _read(cls, text: str) -> Parts:
        text = text.replace(" ", "")
        for relation, form in _FORMS:
            if found := form.fullmatch(text):
                try:
                    return _parts(relation, found.groupdict())
                except UnreadableValue:
                    break
        raise cls.unreadable(text)

    def __str__(self) -> str:
        """Return the time limit as people say it."""
        length = _length_text(self.length)
        match self.relation:
            case Relation.WITHIN:
                return f"{self.event}{length}内"
            case Relation.AHEAD:
                return f"{self.event}{length}" if self.event else f"提前{length}"
            case Relation.AFTER:
                return f"{self.event}{length}"
            case Relation.AT:
                return f"{self.event}{self.moment}"
            case Relation.BY:
                return f"{self.event}前"
            case _:
                assert_never(self.relation)


def _parts(relation: Relation, found: dict[str, str | None]) -> Parts:
    parts: Parts = {"relation": relation, "event": found["event"] or ""}
    if length := found.get("length"):
        parts["length"] = _length(length)
    if moment := found.get("moment"):
        parts["moment"] = moment
    return parts


def _length(text: str) -> Quantity:
    return Quantity(_HALF, text[1:]) if text.startswith("半") else Quantity.parse(text)


def _length_text(length: Quantity | None) -> str:
    if length is None:
        return ""
    if length.is_exact and length.value == _HALF:
        return f"半{length.unit}"
    return str(length)
