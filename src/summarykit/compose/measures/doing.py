"""Who does it, who answers for it, who takes part."""

from dataclasses import dataclass
from typing import Final

from summarykit.compose.language.matching import named
from summarykit.compose.language.phrasing import leaderless
from summarykit.compose.language.weaving import words_of
from summarykit.compose.measures.draft import Draft, row
from summarykit.compose.views import ShownList
from summarykit.packs import Phrase

_JOINING: Final = "和与及同、"


def acting_first(d: Draft) -> ShownList | None:
    """Return who does it, where they can stand before the practice; None where they cannot.

    The practice says nobody who does it, and they are not the organisation itself.
    """
    actors = d.entries("actors")
    if not actors or d.is_planned or not leaderless(d.practice):
        return None
    left = d.left("actors", *d.around.ours)
    return actors if len(left) == len(actors) else None


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does it: all of them, or those whom the practice has not named."""

    all: object = ""
    more: object = ""


def doers(d: Draft, *, told: bool) -> Doers:
    """Return the clause that says who does it, where the first sentence has not `told`."""
    left = d.left("actors", d.value("responsible"), *d.around.ours)
    if told or not left:
        return Doers()
    if len(left) < len(d.entries("actors")):
        return Doers(more=d.put("more_doers", _people(left)))
    if d.is_planned:
        return Doers(all=d.put("planned_doers", _people(left)))
    clause = d.put("doers", _people(left))
    if words_of(clause).startswith("由") and "由" in words_of(held(d)):
        clause = Phrase(clause.parts[1:])  # 由甲负责，乙具体实施
    return Doers(all=clause)


def held(d: Draft) -> object:
    """Return the clause that says who answers for it: 由德育处负责."""
    responsible = d.value("responsible")
    if not responsible or named(responsible, d.practice):
        return ""
    return d.put("held", responsible)


def partners(d: Draft) -> object:
    """Return the clause that says who takes part: 青石镇关工委和各村共同参与."""
    left = d.left("partners", *d.said)
    if not left:
        return ""
    if d.is_planned:
        return d.put("planned_partners", _people(left))
    if len(left) < len(d.entries("partners")):
        return d.put("more_partners", _people(left))
    return d.put("partners" if len(left) > 1 else "partner", _people(left))


def _people(values: ShownList) -> Phrase:
    """Return people in a row; 和 before the last, unless one of them has a word like it."""
    joined = any(mark in str(value) for value in values for mark in _JOINING)
    return row(values, "、" if joined else "和")
