"""Figures, dates and frequencies that a document prints once for several facts."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from summarykit.compose.completeness.printed import Printed
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.completeness.vicinity import Vicinity
from summarykit.compose.language.numerals import stands
from summarykit.compose.language.phrasing import paced
from summarykit.compose.views import Shown
from summarykit.document import Fact
from summarykit.model.entity import Entity
from summarykit.model.organisation import Period
from summarykit.model.population import EnrolmentFlow, Indicator, Population
from summarykit.model.record import Programme
from summarykit.model.values import Frequency, PartialDate, Quantity
from summarykit.model.values.reading import Value

_IN_FULL: Final = ("", "acted", "figure", "within")
"""What a reference ends in whose fact prints a value in full, or all not said before."""
_COUNTED: Final[tuple[type[Entity], ...]] = (EnrolmentFlow, Indicator, Population)
"""Entities whose date holds for all that are counted after it."""
_OF_THE_WHOLE: Final = (Period, Programme)
_UNCHANGED: Final = MappingProxyType({"previous": "count", "baseline": "value"})
_ALIKE: Final = "持平"

Where = tuple[object, object]


class RepeatedValues:
    """Finds the printed value that says an unprinted one."""

    def __init__(self, standings: Standings, printed: Printed, vicinity: Vicinity) -> None:
        self._standings = standings
        self._printed = printed
        self._vicinity = vicinity
        self._near: dict[str, Mapping[object, list[Standing]]] = {}

    def place(self, fact: Standing) -> str | None:
        """Return what says the value: the reference of a printed fact, or the id of a block."""
        match fact.value:
            case PartialDate():
                return self._value(fact) or self._written(fact) or self._date(fact)
            case Frequency():
                return self._value(fact) or self._written(fact) or self._pace(fact)
            case _:
                return self._value(fact) or self._written(fact)

    def _value(self, fact: Standing) -> str | None:
        """Return what prints the same value of the same entity, or of one linked to it.

        Two figures of one entity are two facts, though they be equal, unless they are said to
        be; and the first entry of a list speaks for the others only when all are alike.
        """
        alike = self._values_near(fact.home).get(meaning_of(fact.value), ())
        return next((one.ref for one in alike if self._speaks_for(one, fact)), None)

    def _speaks_for(self, said: Standing, fact: Standing) -> bool:
        if said.home != fact.home:
            return True
        if said.holder == fact.holder:
            return _UNCHANGED.get(fact.field) == said.field and self._is_called_alike(fact)
        if type(said.holder.entity) is not type(fact.holder.entity):
            return True
        listed = self._standings.listed_with(fact)
        values = {meaning_of(getattr(one, fact.field)) for one in listed}
        return said.field == fact.field and len(values) == 1

    def _is_called_alike(self, fact: Standing) -> bool:
        return any(_ALIKE in saying.text for saying in self._printed.sentences_of(fact.home))

    def _values_near(self, home: Home) -> Mapping[object, list[Standing]]:
        if home.ref not in self._near:
            found: dict[object, list[Standing]] = {}
            homes = (home, *self._vicinity.neighbours(home))
            for said in self._printed_in_full(
                f for one in homes for f in self._printed.of(one)
            ):
                found.setdefault(meaning_of(said.value), []).append(said)
            self._near[home.ref] = found
        return self._near[home.ref]

    def _written(self, fact: Standing) -> str | None:
        """Return the text that says a value: 每班3名, but not 13名, says 3名."""
        sayings = self._vicinity.texts(fact.home)
        return next((s.place for s in sayings if stands(fact.text, s.text)), None)

    def _pace(self, fact: Standing) -> str | None:
        shown, sayings = Shown(fact.value, fact.ref), self._vicinity.texts(fact.home)
        return next((s.place for s in sayings if paced(shown, s.text)), None)

    def _date(self, fact: Standing) -> str | None:
        """Return what prints the same date: it is said once for all that is counted then.

        Dates of the period and of a programme hold for the whole document.
        """
        home, kind = fact.home, type(fact.home.entity)
        wheres: Iterable[object] = self._printed.blocks_of(home)
        if kind in _OF_THE_WHOLE:
            wheres = (*_OF_THE_WHOLE, *_COUNTED)
        elif kind in _COUNTED:
            wheres = (*wheres, *_COUNTED)
        found = (self._dates.get((where, fact.value)) for where in wheres)
        return next(filter(None, found), None)

    @cached_property
    def _dates(self) -> Mapping[Where, str]:
        """Return every printed date by where it stands: in a block, in a class of entities."""
        found: dict[Where, str] = {}
        for block, facts in self._printed.blocks():
            for said in self._printed_in_full(facts):
                if isinstance(said.value, PartialDate):
                    for where in (block, type(said.home.entity)):
                        found.setdefault((where, said.value), said.ref)
        return found

    def _printed_in_full(self, facts: Iterable[Fact]) -> Iterator[Standing]:
        """Yield the values of the record that some facts print, but for texts."""
        for fact in facts:
            ref, _, how = fact.ref.partition("#")
            said = self._standings.fact(ref) if how in _IN_FULL else None
            if said is not None and type(said.value) is not str:
                yield said


def meaning_of(value: object) -> object:
    """Return what two values that say the same have in common: 七十一对 and 71对."""
    if isinstance(value, Quantity):
        return (value.value, value.upper, value.unit, value.qualifier, value.status)
    return (type(value), str(value)) if isinstance(value, Value) else value
