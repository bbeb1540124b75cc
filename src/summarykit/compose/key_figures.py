"""The figures that say most of an entity, for where it is told in one line."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from summarykit.compose.views import View
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, Donation, VisitCampaign
from summarykit.model.plan import Measure
from summarykit.model.values import Frequency
from summarykit.packs import Phrase
from summarykit.packs.filters import joined

MOST: Final = 2
_FIELDS: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Measure: ("frequency", "pairs", "reached", "count"),
        Activity: ("count", "date"),
        VisitCampaign: ("households",),
        Aid: ("beneficiaries", "amount"),
        Donation: ("amount", "goods"),
    }
)
_WORDS: Final[Mapping[str, Callable[[Any], object]]] = MappingProxyType(
    {
        "frequency": lambda often: Phrase((often, "" if _is_whole(often.value) else "进行")),
        "goods": joined,
        "pairs": lambda pairs: Phrase(("结对", pairs)),
        "reached": lambda count: Phrase(("覆盖", count)),
        "count": lambda count: Phrase(("共", count)),
        "amount": lambda amount: Phrase(("共", amount)),
        "households": lambda count: Phrase(("走访", count)),
    }
)


def _is_whole(often: object) -> bool:
    """Return whether a frequency says what comes back: 每周一次, but not 每周三下午."""
    return isinstance(often, Frequency) and bool(often.count or often.action)


def key_figures(entity: View) -> tuple[object, ...]:
    """Return at most two figures of an entity, each a phrase: 每周一次, 结对87对."""
    values = (
        (name, entity.template_value(name)) for name in _FIELDS.get(type(entity.entity), ())
    )
    known = [(name, value) for name, value in values if value]
    return tuple(_WORDS[n](v) if n in _WORDS else v for n, v in known[:MOST])
