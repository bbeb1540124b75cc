"""Who does it, who answers for it, who takes part."""

from dataclasses import dataclass
from typing import Final

from summarykit.compose.language.matching import named
from summarykit.compose.language.phrasing import leaderless
from summarykit.compose.measures.draft import SLOT, Draft, row
from summarykit.compose.views import ShownList
from summarykit.packs import Phrase

_BY: Final = f"由{SLOT}"
_JOINING: Final = "和与及同、"


def acting_first(d: Draft) -> ShownList | None:
    """Return who does it, where they can stand before the practice; None where they cannot.

    The practice says nobody who does it, and they are not the organisation itself.
    """
    actors = d.entries("actors")
    if not actors or d.looks_ahead or not leaderless(d.practice):
        return None
    left = d.left("actors", *d.around.ours)
    return actors if len(left) == len(actors) else None


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does it: all of them, or those whom the practice has not named."""

    all: object = ""
    more: object = ""


def doers(d: Draft, *, told: bool, behind: bool) -> Doers:
    """Return the clause that says who does it, where the first sentence has not `told`.

    It stands `behind` another clause or not.
    """
    left = d.left("actors", d.value("responsible"), *d.around.ours)
    if told or not left or _are_in_title(d, left):
        return Doers()
    if len(left) < len(d.entries("actors")):
        return Doers(more=d.put("more_doers", _people(left)))
    led = _is_held(d)
    if d.is_planned:
        by = "" if led and not d.will else "由"
        return Doers(all=Phrase((d.will, by, d.put("planned_doers", _people(left)))))
    with_by = [one for one in d.wordings("doers") if _BY in one]
    if not with_by or not (led or behind or len(left) == 1):
        return Doers(all=d.put("doers", _people(left)))
    # One alone is no list (参加的有教师), and a clause behind another has no subject.
    before, _, after = d.chosen("doers", with_by).partition(SLOT)
    lead = "" if led else "由" if behind else before
    return Doers(all=Phrase((lead, _people(left), after)))


def _are_in_title(d: Draft, people: ShownList) -> bool:
    """Return whether the name above a practice with a doer says who they are: 教师结对帮扶."""
    title = d.value("name") if d.headed else ""
    return bool(title) and not d.is_planned and all(named(one, title) for one in people)


def held(d: Draft, *, leads: bool, follows: bool) -> object:
    """Return the clause that says who answers for it: 由德育处负责.

    Where another clause of the sentence `follows` or `leads` up to it, it names no subject of
    its own: 主要面向新生，由德育处牵头，班主任承担.
    """
    if not _is_held(d):
        return ""
    name = "held_with_doers" if follows else "held_next" if leads else "held"
    return d.put(name, d.value("responsible"))


def _is_held(d: Draft) -> bool:
    responsible = d.value("responsible")
    return bool(responsible) and not named(responsible, d.practice)


def partners(d: Draft) -> object:
    """Return the clause that says who takes part: 青石镇关工委和各村共同参与."""
    left = d.left("partners", *d.said)
    if not left:
        return ""
    if d.is_planned:
        return Phrase((d.will, d.put("planned_partners", _people(left))))
    if len(left) < len(d.entries("partners")):
        return d.put("more_partners", _people(left))
    return d.put("partners" if len(left) > 1 else "partner", _people(left))


def _people(values: ShownList) -> Phrase:
    """Return people in a row; 和 before the last, unless one of them has a word like it."""
    joined = any(mark in str(value) for value in values for mark in _JOINING)
    return row(values, "、" if joined else "和")
