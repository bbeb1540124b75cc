"""The heading over a group of items: two verb-object phrases of like length that fit them.

`健全组织领导，落实工作责任`: the customary heading of 主要措施. Its words are those of
`terms.toml`; which of them stand together is decided here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, Final

from summarykit.compose.language.variety import Variety

MOST_PHRASES: Final = 2
_VERB: Final = 2
"""A phrase begins with a verb of two characters: 健全, 落实."""
_SAME: Final = 10
"""So much worse than a neighbour with the same verb is a heading that says one thing twice."""

Phrase = tuple[str, str]
"""The table and the entry of `terms.toml` with the wordings of a phrase."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Finds the words over a group of items among the wordings of a pack."""

    terms: Mapping[str, Mapping[str, Any]]
    variety: Variety

    def over(self, group: str, phrases: Sequence[Phrase], before: str = "") -> str:
        """Return the heading over items with these `phrases`, one for each item.

        `before` is the heading that it follows, whose verbs it does not take up. Two kinds of
        item are both named; of more, the two halves of the group that hold most of them; one
        kind is followed by what it is for, so that neighbours are of like length.
        """
        kinds = tuple(dict.fromkeys(phrases))
        options = self._options(group, kinds, phrases)
        told = min(options, key=lambda words: _cost(words, before))
        return "，".join(told)

    def joins(self, one: Sequence[Phrase], other: Sequence[Phrase]) -> bool:
        """Return whether two kinds of item can stand under one heading that names both."""
        kinds = tuple(dict.fromkeys((*one, *other)))
        if len(kinds) != MOST_PHRASES:
            return False
        return any(not _says_again(words) for words in product(*map(self._wordings, kinds)))

    def single(self, phrase: Phrase) -> Sequence[str]:
        """Return the wordings of one phrase, the one that this document prefers first."""
        return self._wordings(phrase)

    def _options(
        self, group: str, kinds: Sequence[Phrase], phrases: Sequence[Phrase]
    ) -> tuple[tuple[str, ...], ...]:
        if len(kinds) == 1:
            return tuple(product(self._wordings(kinds[0]), self._aims(group, kinds[0])))
        named = tuple(product(*map(self._wordings, kinds[:MOST_PHRASES])))
        if len(kinds) == MOST_PHRASES and not all(map(_says_again, named)):
            return tuple(words for words in named if not _says_again(words))
        return tuple(product(*map(self._wordings, self._halves(group, phrases))))

    def _aims(self, group: str, phrase: Phrase) -> tuple[str, ...]:
        """Return what a kind of item is for: its own words, else those of its group."""
        own = phrase[1] if phrase[1] in self.terms["aims"] else group
        return self._wordings(("aims", own))

    def _halves(self, group: str, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """Return the two halves of a group that hold most of the items, in the usual order."""
        halves = [self._halves_of(name) for _, name in phrases]
        found = [half for half in self.terms["halves"] if any(half in own for own in halves)]
        if len(found) < MOST_PHRASES:
            return (*(("halves", half) for half in found), ("aims", group))
        held = Counter(
            {
                pair: sum(bool(set(pair) & set(own)) for own in halves)
                for pair in combinations(found, MOST_PHRASES)
            }
        )
        best = max(held.values())
        pair = next(pair for pair in held if held[pair] == best)
        return tuple(("halves", half) for half in pair)

    def _halves_of(self, kind: str) -> tuple[str, ...]:
        own = self.terms["half_of"].get(kind, ())
        return (own,) if isinstance(own, str) else tuple(own)

    def _wordings(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the wordings of a phrase, beginning with the one that is chosen."""
        table, name = phrase
        found = self.terms[table][name]
        words = (found,) if isinstance(found, str) else tuple(map(str, found))
        at = self.variety.pick(f"{table}.{name}", len(words))
        return (*words[at:], *words[:at])


def _cost(words: Sequence[str], before: str) -> int:
    """Return how ill a heading reads behind another: which verbs and things it repeats."""
    verbs = {phrase[:_VERB] for phrase in before.split("，")}
    return _SAME * _says_again(words) + sum(phrase[:_VERB] in verbs for phrase in words)


def _says_again(words: Iterable[str]) -> bool:
    """Return whether two phrases have a verb in common, or what it is done with."""
    pairs = combinations(words, 2)
    return any(bool(_runs(one) & _runs(other)) for one, other in pairs)


def _runs(phrase: str) -> set[str]:
    return {phrase[at : at + _VERB] for at in range(len(phrase) - 1)}
