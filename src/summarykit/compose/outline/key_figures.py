"""The figures that stand with the name of an entity where it is told in one line."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from summarykit.compose.language.fields import is_listed
from summarykit.compose.language.phrasing import acted
from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.model.added import AddedMeasure, AnyMeasure
from summarykit.model.entity import Entity
from summarykit.model.events import Aid, Donation, VisitCampaign
from summarykit.model.kinds import MeasureKind
from summarykit.model.plan import Measure
from summarykit.model.values import Frequency, Quantity
from summarykit.packs import Phrase
from summarykit.packs.templates.filters import joined

MOST: Final = 2
_K = MeasureKind
_FIELDS: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Measure: ("frequency", "pairs", "reached", "count"),
        VisitCampaign: ("households",),
        Aid: ("beneficiaries", "amount"),
        Donation: ("amount", "goods"),
    }
)
_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pairs": "结成对子",
        "reached": "覆盖",
        "count": "共",
        "households": "走访",
        "beneficiaries": "惠及",
    }
)
_REACHED: Final[Mapping[AnyMeasure, str]] = MappingProxyType(
    {
        _K.HOME_VISIT: "走访",
        _K.ACADEMIC_TUTORING: "辅导",
        _K.COUNSELLING: "辅导",
        _K.FINANCIAL_AID: "资助",
        _K.GUARDIAN_MEETING: "到会",
        _K.STAFF_DEVELOPMENT: "参训",
        _K.RETURN_AND_PLACEMENT: "安置",
        _K.EQUAL_ENROLMENT: "接收",
        _K.BOARDING_PRIORITY: "安排",
        _K.REGISTER_FILES: "建档",
        _K.DROPOUT_ALERT: "列入预警",
        _K.SPECIAL_NEEDS_SCHOOLING: "服务",
        _K.HEART_TALK: "谈心",
    }
)
"""What is done with those who are reached, where the kind says so."""
_JOINING: Final = frozenset({_K.EXCURSION, _K.ACTIVITY_PROGRAMME, _K.CONTEST_PUBLICITY})
"""Kinds whose children take part themselves: 学生42名参加."""
_IN_ALL: Final = "共"
_PUPILS: Final = "学生"
_ANYBODY: Final = "人员"
"""Whom a kind that a pack adds reaches, where it does not say that they are pupils."""
_ONE_BY_ONE: Final = ("名", "人")
_PLAIN: Final = ("召开", "举办", "开展")
"""Verbs that only say that something took place: behind 每学期一次 they add nothing."""
_TURNS: Final = ("次", "场", "轮", "期", "回")
"""What is counted of something that is held or carried out, and not made or written."""
_MEETINGS: Final = ("会", "会议")
_SIGNING: Final = "签"
_DONE: Final = "进行"
_ROOMS: Final = (_K.FACILITIES, _K.POLICY_CONSULTATION)
"""What is there for people to come, so that its hours are when it is open."""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Finds at most two figures of an entity and the words that belong to them."""

    terms: Mapping[str, Mapping[str, Any]]

    def of(self, entity: View) -> tuple[object, ...]:
        """Return the figures as they stand in brackets: 每周一次, 结成对子87对."""
        return tuple(self._figure(name, value, entity) for name, value in _known(entity))

    def going_on(self, entity: View) -> tuple[object, ...]:
        """Return the figures as they go on from the name: 每周开展一次, 结成对子87对."""
        known = _known(entity)
        often = bool(known) and known[0][0] == "frequency"
        words = [self._figure(n, v, entity, often=often, alone=False) for n, v in known]
        return (self._held(known[0][1], entity), *words[1:]) if often else tuple(words)

    def _figure(
        self,
        name: str,
        value: object,
        entity: View,
        *,
        often: bool = True,
        alone: bool = True,
    ) -> object:
        if isinstance(value, ShownList):
            return Phrase(("捐赠", joined(value)))
        if name == "frequency":
            return value
        if name == "amount":
            return Phrase(("捐款" if isinstance(entity.entity, Donation) else "共计", value))
        if name == "count":
            return Phrase((self._sum(entity, often=often), value))
        if name == "reached" and getattr(entity.entity, "kind", None) in _JOINING:
            whom = self._whom(name, value, entity)
            first = not (often or alone)
            return Phrase(("有" if first else "" if whom else _IN_ALL, value, whom, "参加"))
        verb, title = _verb(name, entity), _name_of(entity)
        whom = self._whom(name, value, entity)
        if alone or not often:
            runs_on = title.endswith(verb) and not alone  # 精准资助学生126名
            verb = "" if runs_on or (whom and verb in title) else _unsaid(verb, title)
        return Phrase((verb, whom, value))

    def _held(self, often: object, entity: View) -> object:
        """Return a frequency with its verb: 每学期召开一次, 每周三下午开放.

        每周一篇 needs none.
        """
        value = often.value if isinstance(often, Shown) else None
        if not isinstance(often, Shown) or not isinstance(value, Frequency):
            return often
        if value.action or (value.count and value.count.unit not in _TURNS):
            return often
        kind = str(getattr(entity.entity, "kind", ""))
        if value.count:
            is_meeting = _name_of(entity).endswith(_MEETINGS)
            verb = "召开" if is_meeting else self._signed(kind) or "开展"
            return acted(often, verb)
        timed = str(self.terms["hours"].get(kind, _DONE)) if kind in _ROOMS else _DONE
        return Phrase((often, "开展" if value.adverb else timed))

    def _signed(self, kind: str) -> str:
        """Return how a contract or a promise is made: 签订; nothing for what is carried out."""
        verb = str(self.terms["sums"].get(kind, ""))
        return verb if verb.startswith(_SIGNING) else ""

    def _sum(self, entity: View, *, often: bool) -> str:
        """Return the verb of a number of times; behind a frequency a plain one says nothing."""
        kind = str(getattr(entity.entity, "kind", ""))
        verb = str(self.terms["sums"].get(kind, _IN_ALL))
        if verb in _PLAIN:
            return _IN_ALL if often else f"{_IN_ALL}{verb}"
        return _IN_ALL if verb[:2] in _name_of(entity) else verb

    def _whom(self, name: str, value: object, entity: View) -> str:
        """Return 学生 before a number of children that says so by its unit only."""
        count = value.value if isinstance(value, Shown) else None
        if not isinstance(count, Quantity) or count.unit not in _ONE_BY_ONE:
            return ""
        kind = getattr(entity.entity, "kind", None)
        of_pupils = is_listed(kind, self.terms["of_pupils"]) or kind is _K.EQUAL_ENROLMENT
        pupils = name in ("beneficiaries", "households") or (name == "reached" and of_pupils)
        anybody = name == "reached" and isinstance(kind, AddedMeasure)
        return _PUPILS if pupils else _ANYBODY if anybody else ""


def _known(entity: View) -> list[tuple[str, Shown | ShownList]]:
    names = _FIELDS.get(type(entity.entity), ())
    values = ((name, entity.template_value(name)) for name in names)
    return [(n, v) for n, v in values if v and isinstance(v, Shown | ShownList)][:MOST]


def _verb(name: str, entity: View) -> str:
    measure = entity.entity
    if name == "reached" and isinstance(measure, Measure):
        return _REACHED.get(measure.kind, _VERBS[name])
    return _VERBS.get(name, "")


def _unsaid(verb: str, name: str) -> str:
    """Return the verb before a figure; what the name says is not said again."""
    return _IN_ALL if verb and verb in name else verb


def _name_of(entity: View) -> str:
    """Return what an entity is called in a line: its name, or what its kind is called."""
    named = entity.template_value("name") if "name" in entity.template_names else None
    if named is not None and not isinstance(named, Missing):
        return str(named)
    kind = getattr(entity.entity, "kind", None)
    return kind.label if isinstance(kind, MeasureKind | AddedMeasure) else ""
