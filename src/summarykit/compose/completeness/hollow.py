"""What goes with something that a record does not have: the date of no figure, for example.

Nothing can be said of it: a period is compared with in no figure, a person does nothing.
"""

from collections.abc import Callable, Iterator
from typing import Final

from summarykit.compose.completeness.standing import Standing, Standings
from summarykit.compose.outline.assigned import is_of_the_text
from summarykit.compose.views import Shown
from summarykit.model.entity import Entity
from summarykit.model.organisation import Period, Person, Pupil
from summarykit.model.outcome import Case
from summarykit.model.plan import Target
from summarykit.model.population import CohortDefinition, EnrolmentFlow, Indicator, Population
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import CohortRule

_DATED: Final = (EnrolmentFlow, Indicator, Population)
_OF_EARLIER: Final = frozenset({"previous", "baseline"})


def is_hollow(fact: Standing, standings: Standings, is_due: Callable[[str], bool]) -> bool:
    """Return whether a fact goes with nothing that could be told.

    It is asked of what no words of the document say; `is_due` answers, for a reference, whether
    the document had to say it. Grades and classes of pupils whom no case and no visit is about,
    posts of people without a part in the work, and the common start of works that have each
    their own, are such.
    """
    match fact.holder.entity:
        case Person() | CohortDefinition(rule=None | CohortRule.LOCAL, text=None) as one:
            return not (isinstance(one, Person) and _has_part(one))
        case Population(previous=before) if fact.field == "previous_definition":
            return before is None or not Shown(before, "")
        case Case(quote=None):
            return fact.field == "speaker"
        case EnrolmentFlow() | Indicator() | Target():
            return _has_no_figure(fact)
        case Pupil():
            return not standings.linked.get(fact.home.ref)
        case _:
            return isinstance(fact.home.entity, Period) and _of_period(fact, standings, is_due)


def _has_part(person: Person) -> bool:
    return bool(person.role) and not is_of_the_text(person.role or "")


def _has_no_figure(fact: Standing) -> bool:
    """Return whether an entity that is there for its figures has none."""
    entity = fact.holder.entity
    counts = isinstance(entity, EnrolmentFlow | Indicator | Target)
    return counts and not any(_figures(entity))


def _of_period(fact: Standing, standings: Standings, is_due: Callable[[str], bool]) -> bool:
    if fact.field == "programme_start":
        return all(one.start for one in standings.record.programmes.values())
    if fact.field == "as_of":
        return not any(is_due(ref) for ref in _figures_of(standings, _DATED))
    return "comparison" in fact.path and not any(map(is_due, _earlier(standings)))


def _figures(entity: Entity) -> Iterator[bool]:
    """Yield, for each figure of an entity, whether it is known."""
    for _, value in entity:
        if isinstance(value, Quantity):
            yield bool(Shown(value, ""))


def _figures_of(standings: Standings, kinds: tuple[type[Entity], ...]) -> Iterator[str]:
    """Yield the references of the figures of some entities."""
    for fact in standings.facts:
        if isinstance(fact.value, Quantity) and isinstance(fact.home.entity, kinds):
            yield fact.ref


def _earlier(standings: Standings) -> Iterator[str]:
    """Yield the references of the figures of an earlier period."""
    for fact in standings.facts:
        if fact.field in _OF_EARLIER and isinstance(fact.value, Quantity):
            yield fact.ref
