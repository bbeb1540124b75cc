"""The figures that say most of an entity, for where it is told in one line."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.compose.views import Shown, ShownList, View
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, Donation, VisitCampaign
from summarykit.model.kinds import MeasureKind
from summarykit.model.plan import Measure
from summarykit.model.values import Frequency
from summarykit.packs import Phrase
from summarykit.packs.filters import joined

MOST: Final = 2
_K = MeasureKind
_FIELDS: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Measure: ("frequency", "pairs", "reached", "count"),
        Activity: ("count", "date"),
        VisitCampaign: ("households",),
        Aid: ("beneficiaries", "amount"),
        Donation: ("amount", "goods"),
    }
)
_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {"pairs": "结对", "reached": "覆盖", "count": "共", "amount": "共", "households": "走访"}
)
_REACHED: Final[Mapping[MeasureKind, str]] = MappingProxyType(
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
    }
)
"""What is done with those who are reached, where the kind says so."""
_IN_ALL: Final = "共"


def key_figures(entity: View) -> tuple[object, ...]:
    """Return at most two figures of an entity, each a phrase: 每周一次, 结对87对."""
    names = _FIELDS.get(type(entity.entity), ())
    if getattr(entity.entity, "end", None) is not None:
        names = tuple(name for name in names if name != "date")  # it is not the one day
    known = ((name, entity.template_value(name)) for name in names)
    return tuple([_figure(name, value, entity) for name, value in known if value][:MOST])


def _figure(name: str, value: object, entity: View) -> object:
    if isinstance(value, ShownList):
        return joined(value)
    if name == "frequency":
        return Phrase((value, "" if _is_whole(value) else "进行"))
    return Phrase((_verb(name, entity), value))


def _is_whole(often: object) -> bool:
    """Return whether a frequency says what comes back: 每周一次, but not 每周三下午."""
    value = often.value if isinstance(often, Shown) else None
    return isinstance(value, Frequency) and bool(value.count or value.action)


def _verb(name: str, entity: View) -> str:
    """Return what stands before a figure; what the name ends in or says is not said again."""
    verb = _VERBS.get(name, "")
    measure = entity.entity
    if name == "reached" and isinstance(measure, Measure):
        verb = _REACHED.get(measure.kind, verb)
    return _IN_ALL if verb and verb in str(getattr(measure, "name", None) or "") else verb
