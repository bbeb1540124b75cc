"""What goes with something that a record does not have: the date of no figure, for example.

Nothing can be said of it: a period is compared with in no figure, a person does nothing.
"""

from collections.abc import Iterator
from typing import Final

from summarykit.compose.completeness.standing import Standing, Standings
from summarykit.compose.views import Shown
from summarykit.model.entity import Entity
from summarykit.model.organisation import Period, Person, Pupil
from summarykit.model.population import CohortDefinition, EnrolmentFlow, Indicator, Population
from summarykit.model.values import Quantity

_DATED: Final = (EnrolmentFlow, Indicator, Population)
_OF_EARLIER: Final = frozenset({"previous", "baseline"})


def is_hollow(fact: Standing, standings: Standings) -> bool:
    """Return whether a fact goes with nothing that could be told.

    It is asked of what no words of the document say. Grades and classes of pupils whom no case
    and no visit is about, and posts of people without a part in the work, are such.
    """
    match fact.home.entity:
        case Person(role=None) | CohortDefinition(rule=None, text=None):
            return True
        case Pupil():
            return not standings.linked.get(fact.home.ref)
        case EnrolmentFlow() | Indicator() as counted:
            return not any(_figures(counted))
        case Period() if fact.field == "as_of":
            return not any(_figures_of(standings, _DATED))
        case Period() if "comparison" in fact.path:
            return not any(_earlier(standings))
        case _:
            return False


def _figures(entity: Entity) -> Iterator[bool]:
    """Yield, for each figure of an entity, whether it is known."""
    for _, value in entity:
        if isinstance(value, Quantity):
            yield bool(Shown(value, ""))


def _figures_of(standings: Standings, kinds: tuple[type[Entity], ...]) -> Iterator[bool]:
    for home in standings.homes.values():
        if isinstance(home.entity, kinds):
            yield from _figures(home.entity)


def _earlier(standings: Standings) -> Iterator[bool]:
    """Yield, for each figure of an earlier period, whether it is known."""
    for fact in standings.facts:
        if fact.field in _OF_EARLIER and isinstance(fact.value, Quantity):
            yield bool(Shown(fact.value, ""))
