"""The paragraph on a measure: all that the record has of it, in an order its kind gives."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarykit.compose.language.matching import told
from summarykit.compose.language.weaving import size_of
from summarykit.compose.measures import course, doing, holdings, pacing, reaching
from summarykit.compose.measures.basis import Citing
from summarykit.compose.measures.draft import Around, Draft
from summarykit.compose.measures.joining import Piece, paragraph
from summarykit.compose.measures.opening import Opening, opening
from summarykit.compose.measures.pairing import is_reached_told, scale
from summarykit.compose.measures.same_event import happened
from summarykit.compose.outline.items import Item
from summarykit.compose.views import View
from summarykit.l10n.nearest import nearest
from summarykit.packs import Phrase

ORDER: Final = (
    *("practice", "terms", "scale", "reach", "partners", "contents", "steps", "registers"),
    *("facilities", "channels", "triggers", "more", "basis", "events", "purpose"),
)
"""The parts of a paragraph in their usual order, which the effect ends; a kind has its own."""
_ASIDE: Final = frozenset({"order", "more", "met", "limit"})
"""What a kind may give beside the words of `terms.measure_words`."""
_WHO_AND_HOW_MANY: Final = frozenset({"terms", "reach", "partners"})
_SHORT_PRACTICE: Final = 24
_SHORT_TOGETHER: Final = 36
_LONGEST_WITH: Final = 52
"""A first sentence that is no longer has the purpose at its end."""
_FOR: Final = ("为", "以便")
_CAUSING: Final = ("使", "让", "帮助")
_CONNECTED: Final = ("由此", "因此", "借此", "这", "从而", "意在", "随之", "更", "仍")
"""What joins an effect to the practice by itself."""
_PRACTICE: Final = frozenset({"practice", "terms"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Writes the paragraphs on the measures of one document."""

    around: Around
    citing: Citing

    def measure_told(self, item: Item, **wording: object) -> Phrase:
        """Return the paragraph on the measure of an item.

        `wording` has the words of the kind by name, in place of the usual ones of
        `terms.measure_words`; `order` names the parts that come first behind the practice, and
        `more` are sentences on facts that are kept elsewhere and told here. `limit` is the
        clause for a time limit, and `met` says that mentors and pupils make pairs.

        Raises:
            TypeError: There is no such wording, or no such part.
        """
        known = _ASIDE.union(self.around.terms.get("measure_words", ()))
        _refuse(set(wording) - known, known)
        _refuse(set(map(str, _sequence(wording.get("order")))) - set(ORDER), ORDER)
        return self._paragraph(Draft(item.entity, self.around, wording, item.events))

    def planned_told(self, measure: View) -> Phrase:
        """Return the paragraph on a planned measure that has no heading; its name comes first.

        It is named unless the practice says the name: 将对重点生及时家访 needs no 重点生家访.
        """
        return self._paragraph(Draft(measure, self.around, headed=False))

    def _paragraph(self, d: Draft) -> Phrase:
        first = opening(d)
        parts = {name: list(self._part(name, d, first)) for name in ORDER if _has(d, name)}
        told = {name for name, pieces in parts.items() if any(piece.words for piece in pieces)}
        follows = "practice" in told and told <= _PRACTICE
        parts["effect"] = [Piece(_effect(d, follows=follows), is_whole=True)]
        asked = map(str, _sequence(d.wording.get("order")))
        order = dict.fromkeys(("practice", *asked, *ORDER, "effect"))
        return paragraph(_groups(parts, tuple(order)))

    def _part(self, name: str, d: Draft, first: Opening) -> Iterator[Piece]:
        """Yield the pieces of a part of the paragraph, by its name."""
        match name:
            case "practice":
                yield Piece(first.words)
                yield from _purpose(d, first, behind=True)
            case "terms":
                yield from _terms(d, first)
            case "reach":
                yield Piece("" if is_reached_told(d) else reaching.reached(d))
                yield Piece(reaching.costing(d))
            case "partners":
                yield Piece(doing.partners(d))
            case "basis":
                yield Piece(self.citing.basis(d))
            case "purpose":
                yield from _purpose(d, first, behind=False)
            case "more":
                yield from (Piece(w, is_whole=True) for w in _sequence(d.wording.get(name)))
            case _:
                yield Piece(_WHOLE[name](d), is_whole=True)


_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "terms": (
        *("target", "cohort", "responsible", "actors", "frequency", "count", "time_limit"),
        "date",
    ),
    "scale": ("pairs", "mentors", "mentor_groups", "per_class", "per_mentor"),
    "reach": ("reached", "amount"),
    "basis": ("policies",),
    **{
        name: (name,)
        for name in (
            *("partners", "contents", "steps", "registers", "facilities", "channels"),
            *("triggers", "purpose"),
        )
    },
}
"""The fields that a part tells; what is not here is told whenever there is something."""


def _has(d: Draft, part: str) -> bool:
    """Return whether the record has anything for a part of the paragraph."""
    fields = _FIELDS.get(part)
    return fields is None or any(getattr(d.entity, name) not in _NOTHING for name in fields)


_NOTHING: Final = (None, ())
_WHOLE: Final[Mapping[str, Callable[[Draft], Phrase]]] = {
    "scale": scale,
    "contents": course.contents,
    "steps": course.steps,
    "registers": holdings.registers,
    "facilities": holdings.facilities,
    "channels": course.channels,
    "triggers": course.triggers,
    "events": happened,
}
"""The parts that are sentences of their own."""


def _refuse(strange: Iterable[str], known: Iterable[str]) -> None:
    """Raise TypeError for the first of some names that nobody knows."""
    name = min(strange, default="")
    if name:
        near = nearest(name, tuple(known))
        hint = f"; did you mean {near}?" if near else ""
        msg = f"measures have no {name}{hint}"
        raise TypeError(msg)


def _groups(parts: Mapping[str, list[Piece]], names: Sequence[str]) -> Iterator[list[Piece]]:
    """Yield the parts in order; short ones that say who, how often and how many go together."""
    waiting: list[Piece] = []
    before = ""
    for name in names:
        pieces = [piece for piece in parts.get(name, ()) if piece.words]
        if not pieces:
            continue
        if waiting and not _go_together(before, waiting, name, pieces):
            yield waiting
            waiting = []
        waiting = waiting + pieces
        before = name
    yield waiting


def _go_together(
    before: str, waiting: Sequence[Piece], name: str, pieces: Sequence[Piece]
) -> bool:
    size = sum(piece.size for piece in waiting)
    if before == "practice" and name == "terms":
        return len(waiting) == len(pieces) == 1 and size <= _SHORT_PRACTICE
    more = sum(piece.size for piece in pieces)
    if size + more > _SHORT_TOGETHER or not {before, name} <= _WHO_AND_HOW_MANY:
        return False
    # Who answers for it can follow whom it reaches; how often and until when want a subject.
    return name != "terms" or (before == "reach" and not any(piece.lead for piece in pieces))


def _terms(d: Draft, first: Opening) -> Iterator[Piece]:
    """Yield for whom, by whom, how often, how many times and until when it is done."""
    tells = first.tells
    actors = doing.doers(d, told="actors" in tells)
    yield Piece(reaching.for_whom(d, told="whom" in tells))
    yield Piece(doing.held(d))
    yield Piece(actors.all)
    often = pacing.Pace() if "frequency" in tells else pacing.how_often(d)
    yield Piece(often.words, lead=_work(d, at=often.is_a_time) if often.is_general else "")
    yield Piece(pacing.how_many(d))
    due = "" if "moment" in tells else pacing.until_when(d)
    yield Piece(due, lead=_work(d, at=True) if due else "")
    yield Piece(_day(d))
    yield Piece(actors.more)


def _work(d: Draft, *, at: bool) -> Phrase:
    """Return what is done, for a clause without a subject; `at` a time."""
    return Phrase((d.words("work"), "在" if at else ""))


def _day(d: Draft) -> object:
    """Return the day it was done on, where the first sentence says since when."""
    since, date = d.value("since"), d.value("date")
    if not since or not date or told(date, d.practice) or told(since, d.practice):
        return ""
    return Phrase(("拟于" if d.is_planned else "", date, d.term("dated", "实施")))


def _purpose(d: Draft, first: Opening, *, behind: bool) -> Iterator[Piece]:
    """Yield what it is for, where that does not lead: behind a short practice, or alone."""
    purpose = d.value("purpose")
    if not purpose or "purpose" in first.tells or told(purpose, d.practice):
        return
    short = bool(first.words) and size_of(first.words) + size_of(purpose) <= _LONGEST_WITH
    if short is not behind:
        return
    if str(purpose).startswith(_FOR):
        yield Piece(Phrase(("这样做是" if behind else "这样做，是", purpose)))
    else:
        yield Piece(d.put("purpose_behind" if behind else "purpose", purpose))


def _effect(d: Draft, *, follows: bool) -> Phrase:
    """Return what has come of it; of a plan, what is hoped for.

    Where it `follows` the practice, it may be joined to it: 由此，作业拖欠减少.
    """
    effect = d.value("effect")
    if not effect:
        return Phrase(())
    if d.is_planned:
        return d.put("planned_effect", effect)
    if str(effect).startswith(_CAUSING):
        return Phrase(("这", effect))
    is_joined = any(word in str(effect) for word in _CONNECTED)
    return d.put("effect", effect) if follows and not is_joined else Phrase((effect,))


def _sequence(value: object) -> Sequence[object]:
    if isinstance(value, tuple | list):
        return [one for one in value if one]
    return (value,) if value else ()
