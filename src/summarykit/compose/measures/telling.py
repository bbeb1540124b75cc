"""The paragraph on a measure: all that the record has of it, in an order its kind gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarykit.compose.language.matching import told
from summarykit.compose.language.phrasing import leaderless
from summarykit.compose.language.weaving import size_of, words_of
from summarykit.compose.measures import course, doing, holdings, pacing, reaching
from summarykit.compose.measures.basis import Citing
from summarykit.compose.measures.draft import Around, Draft
from summarykit.compose.measures.joining import LONGEST, Piece, paragraph
from summarykit.compose.measures.opening import Opening, opening
from summarykit.compose.measures.pairing import OF_EACH, is_reached_told, scale
from summarykit.compose.measures.same_event import happened
from summarykit.compose.measures.wordings import refuse_unfit, refuse_unknown
from summarykit.compose.outline.items import Item, measures_of
from summarykit.compose.planning import is_planned
from summarykit.compose.views import View
from summarykit.packs import Phrase

ORDER: Final = (
    *("practice", "terms", "scale", "reach", "partners", "contents", "steps", "registers"),
    *("facilities", "channels", "triggers", "more", "basis", "events", "purpose"),
)
"""The parts of a paragraph in their usual order, which the effect ends; a kind has its own."""
_ASIDE: Final = frozenset({"order", "more", "met", "limit"})
"""What a kind may give beside the words of `terms.measure_words`."""
_WHO_AND_HOW_MANY: Final = frozenset({"terms", "reach", "partners"})
_KEPT_OF_THEM: Final = ("reach", "registers")
"""A short register goes on from those it is kept of: 列入预警的有学生9名，建立预警单9份."""
_SHORT_PRACTICE: Final = 24
_SHORT_TOGETHER: Final = 36
_MOST_CLAUSES: Final = 4
_LONGEST_WITH: Final = 52
"""A first sentence that is no longer has the purpose at its end."""
_FOR: Final = ("为", "以便")
_CAUSING: Final = ("使", "让", "帮助")
_BY_RULE: Final = ("依照", "按照", "参照")
_AT_ONCE: Final = ("提前", "当", "次日", "第二天", "立即", "即时", "及时", "第一时间")
"""How a time limit begins that says when without 在: 提前两周完成."""
_POINTING: Final = ("这", "此")
"""How a noun begins that points at a practice."""
_CONNECTED: Final = ("由此", "因此", "借此", "这", "从而", "意在", "随之", "更", "仍")
"""What joins an effect to the practice by itself."""
_AIMING: Final = ("意在", "旨在")
_GOING_ON: Final = ("借此", "从而", "以此", *_AIMING)
"""How an effect begins that goes on with the sentence of the practice, which is its subject."""
_COME_TO_PASS: Final = ("了", "已", "不再")
"""What says that something has changed: one cannot strive for it."""
_PRACTICE: Final = frozenset({"practice", "terms"})
_MARKS: Final = "，；：。"
"""What makes a list too long-winded to end the sentence of the practice."""


@dataclass(frozen=True)
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
            UnknownNameError: There is no such wording, no such part, or a wording has no place
                for its value (or one too many).
        """
        usual = self.around.terms.get("measure_words", {})
        refuse_unknown(wording, _ASIDE.union(usual))
        refuse_unknown(map(str, _sequence(wording.get("order"))), ORDER)
        refuse_unfit(wording, usual)
        return self._paragraph(Draft(item.entity, self.around, wording, item.events))

    def planned_told(self, measure: View) -> Phrase:
        """Return the paragraph on a planned measure that has no heading; its name comes first.

        It is named unless the practice says the name: 将对重点生及时家访 needs no 重点生家访.
        The first of a programme says that it lies ahead; those behind it go on.
        """
        goes_on = measure.ref in self._behind_the_first
        return self._paragraph(Draft(measure, self.around, headed=False, goes_on=goes_on))

    @cached_property
    def _behind_the_first(self) -> frozenset[str]:
        """The planned measures of each programme behind its first, by their references."""
        every = map(measures_of, self.around.programmes)
        ahead = ([m.ref for m in some if is_planned(m.entity)] for some in every)
        return frozenset(ref for refs in ahead for ref in refs[1:])

    def _paragraph(self, d: Draft) -> Phrase:
        first = opening(d)
        parts = {name: list(self._part(name, d, first)) for name in ORDER if _has(d, name)}
        told = {name for name, pieces in parts.items() if any(piece.words for piece in pieces)}
        follows = "practice" in told and told <= _PRACTICE
        parts["effect"] = [_effect(d, follows=follows)]
        return paragraph(_groups(parts, ("practice", *_order(d), "effect")))

    def _part(self, name: str, d: Draft, first: Opening) -> Iterator[Piece]:
        """Yield the pieces of a part of the paragraph, by its name."""
        match name:
            case "practice":
                yield Piece(first.words)
                yield from _purpose(d, first, behind=True)
            case "terms":
                yield from _terms(d, first)
            case "basis":
                basis = self.citing.basis(d)
                by_rule = words_of(basis).startswith(_BY_RULE)
                yield Piece(basis, lead=d.usual("work") if by_rule else "")
            case "purpose":
                yield from _purpose(d, first, behind=False)
            case "more":
                yield from (Piece(w, is_whole=True) for w in _sequence(d.wording.get(name)))
            case _:
                yield from _PARTS[name](d)


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


def _order(d: Draft) -> tuple[str, ...]:
    """Return the parts behind the practice in the order that the kind wants."""
    asked = map(str, _sequence(d.wording.get("order")))
    return tuple(name for name in dict.fromkeys((*asked, *ORDER)) if name != "practice")


_NOTHING: Final = (None, ())


def _reach(d: Draft) -> Iterator[Piece]:
    """Yield how many it reaches and what it costs."""
    yield Piece("" if is_reached_told(d) else reaching.reached(d))
    yield Piece(reaching.costing(d))


def _scale(d: Draft) -> Iterator[Piece]:
    """Yield how many look after how many; how many in each class can end the practice."""
    words = scale(d)
    of_each = words_of(words).startswith(OF_EACH)
    yield Piece(words, is_whole=not of_each, hangs=of_each)


def _partners(d: Draft) -> Iterator[Piece]:
    yield Piece(doing.partners(d))


def _channels(d: Draft) -> Iterator[Piece]:
    """Yield the channels; 通过电话联系 can end the practice, and a plain list a short one."""
    words = course.channels(d)
    yield Piece(words, hangs=words_of(words).startswith("通过") or _is_plain_behind(d, words))


def _contents(d: Draft) -> Iterator[Piece]:
    """Yield what it consists of; a plain list can end a short practice."""
    words = course.contents(d)
    hangs = _is_plain_behind(d, words)
    yield Piece(words, is_whole=not hangs, hangs=hangs)


def _is_plain_behind(d: Draft, words: Phrase) -> bool:
    """Return whether words are a plain list behind a short practice."""
    plain = not any(mark in words_of(words) for mark in _MARKS)
    return plain and size_of(d.practice) <= _SHORT_PRACTICE


def _registers(d: Draft) -> Iterator[Piece]:
    """Yield the registers; one of a single clause can share a sentence."""
    words = holdings.registers(d)
    yield Piece(words, is_whole=any(mark in words_of(words) for mark in "，。"))


def _alone(told: Callable[[Draft], Phrase]) -> Callable[[Draft], Iterator[Piece]]:
    """Return what yields sentences that share none with others."""
    return lambda d: iter((Piece(told(d), is_whole=True),))


_PARTS: Final[Mapping[str, Callable[[Draft], Iterator[Piece]]]] = {
    "reach": _reach,
    "scale": _scale,
    "partners": _partners,
    "channels": _channels,
    "contents": _contents,
    "steps": _alone(course.steps),
    "registers": _registers,
    "facilities": _alone(holdings.facilities),
    "triggers": _alone(course.triggers),
    "events": _alone(happened),
}


def _groups(parts: Mapping[str, list[Piece]], names: Sequence[str]) -> Iterator[list[Piece]]:
    """Yield the parts in order; short ones that say who, how often and how many go together."""
    every = [(name, [p for p in parts.get(name, ()) if p.words]) for name in names]
    told = [(name, pieces) for name, pieces in every if pieces]
    waiting: list[Piece] = []
    before = ""
    for place, (name, pieces) in enumerate(told):
        after = told[place + 1] if place + 1 < len(told) else ("", [])
        free = before != "practice" or not _go_together(name, pieces, *after)
        if waiting and not (free and _go_together(before, waiting, name, pieces)):
            yield waiting
            waiting = []
        waiting = waiting + pieces
        before = name
    yield waiting


def _go_together(
    before: str, waiting: Sequence[Piece], name: str, pieces: Sequence[Piece]
) -> bool:
    size = sum(piece.size for piece in waiting)
    if before == "practice":
        if not len(waiting) == len(pieces) == 1:
            return False
        practice = words_of(waiting[0].words)
        far = pieces[0].wants_near and ("，" in practice or not leaderless(practice))
        near = name == "terms" and size <= _SHORT_PRACTICE and not far
        return near or _hangs(waiting[0], pieces[0])
    more = sum(piece.size for piece in pieces)
    if size + more > _SHORT_TOGETHER:
        return False
    if (before, name) == _KEPT_OF_THEM:
        return not any(piece.is_whole for piece in (*waiting, *pieces))
    if not {before, name} <= _WHO_AND_HOW_MANY:
        return False
    # Who answers for it can follow whom it reaches; how often and until when want a subject.
    return name != "terms" or (before == "reach" and not any(piece.lead for piece in pieces))


def _hangs(practice: Piece, piece: Piece) -> bool:
    """Return whether a piece can end the sentence of the practice, one that is not long."""
    words = words_of(practice.words)
    if not piece.hangs or practice.size + piece.size > LONGEST:
        return False
    return "。" not in words and words.count("，") < _MOST_CLAUSES


def _terms(d: Draft, first: Opening) -> Iterator[Piece]:
    """Yield for whom, by whom, how often, how many times and until when it is done."""
    tells = first.tells
    whom = reaching.for_whom(d, told="whom" in tells)
    actors = doing.doers(d, told="actors" in tells, behind=bool(whom))
    others = (Piece(actors.all), *_pace(d, first), Piece(actors.more))
    joins = 0 < size_of(first.words) <= _SHORT_PRACTICE and not any(p.words for p in others)
    joins = joins and next(name for name in _order(d) if _has(d, name)) == "terms"
    held = doing.held(d, leads=joins or bool(whom), follows=bool(actors.all))
    yield Piece(whom, lead=_work(d), wants_near=True)
    yield Piece(held, lead=_work(d) if actors.all else "")
    yield from others


def _pace(d: Draft, first: Opening) -> Iterator[Piece]:
    """Yield how often, how many times, until when and on which day it is done."""
    often = pacing.Pace() if "frequency" in first.tells else pacing.how_often(d)
    lead = _work(d, at=often.is_a_time) if often.is_general else ""
    yield Piece(often.words, lead=lead, hangs=often.is_counted and not often.is_general)
    yield Piece(pacing.how_many(d), hangs=True)
    due = "" if "moment" in first.tells else pacing.until_when(d)
    at = not str(d.value("time_limit")).startswith(_AT_ONCE)
    yield Piece(due, lead=_work(d, at=at) if due else "", hangs=True)
    yield Piece(_day(d))


def _work(d: Draft, *, at: bool = False) -> Phrase:
    """Return what is done, for a clause without a subject; `at` a time."""
    every = d.wordings("work")
    own = every if d.practice else [one for one in every if not one.startswith(_POINTING)]
    return Phrase((d.chosen("work", own or every), "在" if at else ""))


def _day(d: Draft) -> object:
    """Return the day it was done on, where the first sentence says since when."""
    since, date = d.value("since"), d.value("date")
    if not since or not date or told(date, d.practice) or told(since, d.practice):
        return ""
    return Phrase(("拟于" if d.looks_ahead else "", date, d.term("dated", "实施")))


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


def _effect(d: Draft, *, follows: bool) -> Piece:
    """Return what has come of it; of a plan, what is hoped for, which the practice may hold.

    Where it `follows` the practice, it may be joined to it: 由此，作业拖欠减少.
    """
    effect = d.value("effect")
    if not effect:
        return Piece("")
    if d.is_planned:
        hoped = "expected" if any(word in str(effect) for word in _COME_TO_PASS) else "planned"
        return Piece(d.put(f"{hoped}_effect", effect), hangs=True)
    if str(effect).startswith(_CAUSING):
        return Piece(Phrase(("这", effect)), is_whole=True)
    if str(effect).startswith(_GOING_ON):  # 定期召集学生座谈，借此弥补亲情缺失
        return Piece(effect, lead=_going_on(effect), hangs=True)
    is_joined = any(word in str(effect) for word in _CONNECTED)
    told = d.put("effect", effect) if follows and not is_joined else effect
    return Piece(told, is_whole=True)


def _going_on(effect: object) -> str:
    """Return what an effect wants before it where it opens a sentence: 此举意在增强信心."""
    return "此举" if str(effect).startswith(_AIMING) else ""


def _sequence(value: object) -> Sequence[object]:
    if isinstance(value, tuple | list):
        return [one for one in value if one]
    return (value,) if value else ()
