"""What a document says of an entity, wherever it says it."""

from collections.abc import Iterable, Iterator
from typing import Final

from summarykit.compose.completeness.classifying import naming_field
from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.completeness.printed import Printed, Saying
from summarykit.compose.completeness.standing import REFERRED, Home, Standings
from summarykit.document import Fact
from summarykit.model.organisation import Organisation, Period
from summarykit.model.record import Programme

ORGANISATION: Final = "organisation.name"
_PRONOUNS: Final = ("self", "all", "members")
_SHORTEST_NAME: Final = 2
_TELLING_NAME: Final = 4
"""A name of this many characters is told of in the whole paragraph that says it."""
_OF_THE_WHOLE: Final = (Organisation, Period, Programme)
"""Entities that the title speaks of."""


class Vicinity:
    """The words of one document by the entity they are about; each is gathered once."""

    def __init__(self, standings: Standings, printed: Printed, telling: Telling) -> None:
        self._standings = standings
        self._printed = printed
        organisation = standings.record.organisation
        voice = telling.wording.voice[organisation.level]
        pronouns = (voice.get(name) for name in _PRONOUNS)
        self._own = tuple(filter(None, (organisation.name, organisation.short_name)))
        self._we = tuple(
            Saying(words, ORGANISATION) for words in (*self._own, *pronouns) if words
        )
        self._sayings: dict[str, tuple[Saying, ...]] = {}

    def of(self, home: Home) -> tuple[Saying, ...]:
        """Return what says something of an entity: facts first, then sentences, then blocks.

        Who writes is known all the time, so that the organisation and its pronouns are said.
        """
        if home.ref not in self._sayings:
            self._sayings[home.ref] = tuple(dict.fromkeys(self._gathered(home)))
        return self._sayings[home.ref]

    def without_own(self, words: str) -> str:
        """Return the words behind the name of who writes; nothing when it is not their head."""
        return next((words.removeprefix(own) for own in self._own if words.startswith(own)), "")

    def texts(self, home: Home) -> Iterator[Saying]:
        """Yield the printed texts of the record about an entity, figures left out."""
        return (saying for saying in self.of(home) if self._is_text(saying.place))

    def around(self, home: Home) -> Iterator[Saying]:
        """Yield the title and the headings above an entity: what all of it is about."""
        yield self._printed.title
        for above in (home.path[:2], home.path[:1]):
            holder = self._standings.at(above)
            if holder is not None:
                yield from map(self._printed.block, self._printed.owned(holder))

    def neighbours(self, home: Home) -> Iterator[Home]:
        """Yield the entities an entity is linked to, and those it is told together with."""
        others = dict.fromkeys(self._standings.linked.get(home.ref, ()))
        for block in self._printed.blocks_of(home):
            others |= dict.fromkeys(self._printed.owners(block))
        for block in self._printed.owned(home):
            told = map(self._home_of, self._printed.facts_in(block))
            others |= dict.fromkeys(one.ref for one in told if one is not None)
        others.pop(home.ref, None)
        return (self._standings.homes[ref] for ref in others)

    def _gathered(self, home: Home) -> Iterator[Saying]:
        printed = self._printed
        yield from map(_said, printed.of(home))
        yield from printed.sentences_of(home)
        owned = printed.owned(home)
        blocks = (*owned, *(b for b in printed.blocks_of(home) if any(printed.owners(b))))
        for block in dict.fromkeys(blocks):
            yield from self._whole(block, home)
        yield from self._naming(home)
        yield from self._referring(home)
        if isinstance(home.entity, _OF_THE_WHOLE):
            yield printed.title
        yield from self._we

    def _whole(self, block: str, home: Home) -> Iterator[Saying]:
        """Yield the words of a paragraph, its facts first; those of a table are its rows."""
        if not self._printed.is_table(block):
            yield from map(_said, self._printed.facts_in(block))
            yield self._printed.block(block)
        elif block in self._printed.owned(home):
            yield self._printed.block(block)

    def _naming(self, home: Home) -> Iterator[Saying]:
        """Yield what says the name of an entity: it speaks of the entity."""
        full = str(getattr(home.entity, naming_field(type(home.entity)) or "", ""))
        for name in (full, self.without_own(full)):
            for saying in self._saying(name):
                yield saying
                if len(name) >= _TELLING_NAME and any(self._printed.owners(saying.place)):
                    yield from self._whole(saying.place, home)

    def _saying(self, name: str) -> Iterable[Saying]:
        """Return what says a name; one sign alone is a name only where it is one elsewhere."""
        if len(name) >= _SHORTEST_NAME:
            return self._printed.naming(name)
        refs = (f"{home.ref}.name" for home in self._standings.homes.values() if name)
        facts = (fact for ref in refs for fact in self._printed.facts(ref))
        return (_said(fact) for fact in facts if fact.text == name)

    def _referring(self, home: Home) -> Iterator[Saying]:
        """Yield the facts of those that refer to an entity, and of those it refers to."""
        for ref in self._standings.linked.get(home.ref, ()):
            other = self._standings.homes[ref]
            if isinstance(home.entity, REFERRED) or isinstance(other.entity, REFERRED):
                yield from map(_said, self._printed.of(other))

    def _home_of(self, fact: Fact) -> Home | None:
        return self._standings.home_of(fact.ref.partition("#")[0])

    def _is_text(self, place: str) -> bool:
        return type(self._standings.value(place.partition("#")[0])) is str


def _said(fact: Fact) -> Saying:
    return Saying(fact.text, fact.ref)
