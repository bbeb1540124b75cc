"""What a document says already in other words: the same words, or a choice in them."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from summarykit.compose.completeness.cohort_words import COHORT_WORDS
from summarykit.compose.completeness.customs import Customs
from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.completeness.printed import Printed, Saying
from summarykit.compose.completeness.repeated_values import RepeatedValues
from summarykit.compose.completeness.standing import Standing, Standings
from summarykit.compose.completeness.vicinity import Vicinity, together
from summarykit.compose.matching import named
from summarykit.model.record import Programme
from summarykit.model.vocabulary import Cohort, Labelled

MANY: Final = 200
"""From so many sayings on, they are searched as one text, so that time stays linear."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]{2,}")
_OTHER_LABELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"junior": ("初级中学", "中学"), "senior": ("高级中学",), "special": ("特教",)}
)
"""What else a stage is called in the name of a school."""


class Repetition:
    """Finds what one document says of a fact that it does not print."""

    def __init__(self, standings: Standings, printed: Printed, telling: Telling) -> None:
        self._vicinity = Vicinity(standings, printed, telling)
        self._values = RepeatedValues(standings, printed, self._vicinity)
        self._customs = Customs(standings, printed, self._vicinity)
        self._wordings = _wordings(telling)

    def place(self, fact: Standing) -> str | None:
        """Return what says the fact: the reference of a printed fact, or the id of a block."""
        match fact.value:
            case Labelled() as choice:
                said = self._choice(fact, choice)
            case str():
                said = self._words(fact)
            case _:
                said = self._values.place(fact)
        return said or self._customs.place(fact)

    def _words(self, fact: Standing) -> str | None:
        sayings = self._vicinity.of(fact.home)
        if isinstance(fact.home.entity, Programme):
            sayings = (*sayings, *self._vicinity.around(fact.home))
        return _first(sayings, fact.text) or self._without_own(fact, sayings)

    def _without_own(self, fact: Standing, sayings: Sequence[Saying]) -> str | None:
        """Return what says the words without the name of who writes: 四年级班主任 is 班主任."""
        short = self._vicinity.without_own(fact.text)
        return _first(sayings, short) if short else None

    def _choice(self, fact: Standing, choice: Labelled) -> str | None:
        others = _OTHER_LABELS.get(str(choice), ())
        words = {choice.label, *self._wordings.get(str(choice), ()), *others}
        sayings: list[Saying] = [*self._vicinity.of(fact.home)]
        if isinstance(choice, Cohort):
            words |= {*COHORT_WORDS.get(choice, ())}
            sayings += self._vicinity.around(fact.home)
        places = (s.place for s in sayings for word in words if word in s.text)
        return next(places, None) or self._values.place(fact)


def _first(sayings: Sequence[Saying], words: str) -> str | None:
    """Return the place of the first of some sayings that says the words."""
    if len(sayings) > MANY:
        return sayings[0].place if named(words, together(sayings)) else None
    return next((saying.place for saying in sayings if named(words, saying.text)), None)


def _wordings(telling: Telling) -> Mapping[str, frozenset[str]]:
    """Return what a pack calls each choice, by the key of the choice."""
    found: dict[str, set[str]] = {}
    for table in telling.wording.terms.values():
        for key, written in table.items():
            wordings = (written,) if isinstance(written, str) else written
            found.setdefault(key, set()).update(filter(_CHINESE.fullmatch, wordings))
    return {key: frozenset(words) for key, words in found.items()}
