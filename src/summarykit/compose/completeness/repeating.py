"""What a document says already in other words: the same words, or a choice in them."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.compose.completeness.counts import Counts
from summarykit.compose.completeness.customs import Customs
from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.completeness.printed import TITLE, Printed, Saying, Sayings
from summarykit.compose.completeness.repeated_values import RepeatedValues
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.completeness.vicinity import Vicinity
from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.compose.language.matching import named
from summarykit.model.plan import Measure
from summarykit.model.record import Programme
from summarykit.model.vocabulary import Choice, Cohort

MANY: Final = 200
"""So many sayings of one entity are searched for words as they stand, to keep time linear."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]{2,}")
_OTHER_LABELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"junior": ("初级中学", "中学"), "senior": ("高级中学",), "special": ("特教",)}
)
"""What else a stage is called in the name of a school."""


class Repetition:
    """Finds what one document says of a fact that it does not print."""

    def __init__(self, standings: Standings, printed: Printed, telling: Telling) -> None:
        self._standings = standings
        self._printed = printed
        self._vicinity = Vicinity(standings, printed, telling)
        self._values = RepeatedValues(standings, printed, self._vicinity)
        self._customs = Customs(standings, printed, self._vicinity)
        self._counts = Counts(standings, printed)
        self._wordings = _wordings(telling)
        self._cohorts = frozenset(telling.report.cohorts)
        self._many: dict[str, Sayings] = {}

    def place(self, fact: Standing) -> str | None:
        """Return what says the fact: the reference of a printed fact, or the id of a block."""
        match fact.value:
            case Choice() as choice:
                said = self._choice(fact, choice)
            case str():
                said = self._words(fact) or self._lines(fact)
            case _:
                said = self._values.place(fact)
        others = self._customs.place(fact) or self._counts.place(fact)
        return said or others or (TITLE if self._is_of_report(fact) else None)

    def _is_of_report(self, fact: Standing) -> bool:
        """Return whether a measure is for those that the whole report is about."""
        return isinstance(fact.home.entity, Measure) and fact.value in self._cohorts

    def _words(self, fact: Standing) -> str | None:
        short = self._vicinity.without_own(fact.text)
        forms = (fact.text, short) if short else (fact.text,)  # 四年级班主任 is 班主任
        sayings = self._vicinity.of(fact.home)
        if len(sayings) > MANY:
            found = (one for form in forms for one in self._joined(fact.home).saying(form))
            return next((saying.place for saying in found), None)
        if isinstance(fact.home.entity, Programme):
            sayings = (*sayings, *self._vicinity.around(fact.home))
        pairs = ((form, saying) for form in forms for saying in sayings)
        return next((saying.place for form, saying in pairs if named(form, saying.text)), None)

    def _lines(self, fact: Standing) -> str | None:
        """Return what says the first line of a text of several, where all of them are said."""
        lines = [line for line in fact.text.splitlines() if line]
        if len(lines) <= 1:
            return None
        sayings = (*self._vicinity.of(fact.home), *self._shared(fact))
        places = [next((s.place for s in sayings if line in s.text), None) for line in lines]
        return None if None in places else places[0]

    def _shared(self, fact: Standing) -> Iterator[Saying]:
        """Yield what is printed of a text that all entries of a list have in common."""
        listed = self._standings.listed_with(fact)
        if all(getattr(one, fact.field) == fact.value for one in listed):
            homes = (h for h in self._standings.homes.values() if h.entity in listed)
            facts = (f for h in homes for f in self._printed.facts(f"{h.ref}.{fact.field}"))
            yield from (Saying(one.text, one.ref) for one in facts)

    def _joined(self, home: Home) -> Sayings:
        if home.ref not in self._many:
            self._many[home.ref] = Sayings(self._vicinity.of(home))
        return self._many[home.ref]

    def _choice(self, fact: Standing, choice: Choice) -> str | None:
        others = _OTHER_LABELS.get(str(choice), ())
        words = {choice.label, *self._wordings.get(str(choice), ()), *others}
        sayings: list[Saying] = [*self._vicinity.of(fact.home)]
        if isinstance(choice, Cohort):
            words |= {*COHORT_WORDS.get(choice, ())}
            sayings += self._vicinity.around(fact.home)
        places = (s.place for s in sayings for word in words if word in s.text)
        return next(places, None) or self._values.place(fact)


def _wordings(telling: Telling) -> Mapping[str, frozenset[str]]:
    """Return what a pack calls each choice, by the key of the choice."""
    found: dict[str, set[str]] = {}
    for table in telling.wording.terms.values():
        for key, written in table.items():
            wordings = (written,) if isinstance(written, str) else written
            found.setdefault(key, set()).update(filter(_CHINESE.fullmatch, wordings))
    return {key: frozenset(words) for key, words in found.items()}
