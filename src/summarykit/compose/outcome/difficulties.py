"""Difficulties as a section tells them: which have words, under which heads, in what order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarykit.compose.language.clauses import lead_of, rest_of
from summarykit.compose.language.fields import Seen, value_of, values_of, views_of
from summarykit.compose.language.weaving import (
    CAUSE,
    REASON,
    Clause,
    Order,
    size_of,
    words_of,
    woven,
)
from summarykit.compose.situation.aims import standing_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.model.kinds import DifficultyKind
from summarykit.packs import Phrase

_FACTS: Final = (("text", "whom", "trend"),)
_CAUSE_APART: Final = (("text", "effect"), ("cause",), ("whom", "trend"))
"""The order where the reason cannot lead."""

_WORDS: Final = ("text", "cause", "consequence", "affected", "trend")
_LED: Final = ("由", "因", "在", "随着", "对")
"""How a first clause begins that only leads up to the next one."""
_FOLLOWING: Final = ("不", "影响", "有", "使", "致", "也", "还", "又", "顾", "难以", "并", "而")
"""How a second clause begins that has its subject in the first one."""
_SEVERAL: Final = 2
_SHORTEST_REST: Final = 6
_LONGEST_REASONED: Final = 60
_LONGEST_SENTENCE: Final = 50

_CAUSING: Final = ("使", "导致", "造成", "影响", "制约", "妨碍", "阻碍", "加大", "增加", "加重")
_CAUSING_TO: Final = ("给", "不利于", "致使", "引起", "带来")
_SO: Final = ("因而", "因此", "所以", "由此", "结果", "从而", "以致", "这")
_BARE: Final = ("容易", "易", "难以", "无法", "不", "没有", "缺", "往往", "很难", "在", "对")
"""How a consequence begins that takes its subject from what is before it."""
_AFFECTED: Final = "影响"
_ANY_EFFECT: Final = "这样一来，"
_ANY_CAUSE: Final = "究其原因，是"
_HEADING_SOMEWHERE: Final = ("近来", "有加重", "目前", "仍")
"""How a trend begins that says not what is moving."""
_BECAUSE: Final = ("由于", "因为", "因")


@dataclass(frozen=True, slots=True)
class Told(Seen):
    """One difficulty as a section tells it."""

    d: View
    head: Shown | Missing
    """Its own first clause where that is its head; missing where the pack has a label."""
    text: Shown | Missing
    """What of its text is left behind the head."""
    headed: bool
    """Whether it stands under a head, its own or a label."""
    turn: int
    again: int
    """How many of its kind are told before it."""


@dataclass(frozen=True, slots=True)
class Difficulties(Seen):
    """The difficulties of a programme, by what there is to say of them."""

    told: tuple[Told, ...]
    """Those with words of their own."""
    named: tuple[Told, ...]
    """Those with a kind and nothing else."""
    vague: tuple[Told, ...]
    """Those that say that there are shortcomings, and not which."""

    @property
    def clear(self) -> tuple[Told, ...]:
        """Those that a reader hears of by name."""
        return (*self.told, *self.named)


@dataclass(frozen=True, slots=True)
class Named(Seen):
    """A programme whose difficulties take a sentence each, without reasons or effects."""

    programme: View
    entries: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Answered(Seen):
    """What a next step answers, of what the document tells."""

    entries: tuple[Told, ...]
    only: bool
    """Whether the programme has no other difficulty."""
    all: bool
    """Whether these are all of several."""


def headed(difficulties: Iterable[View], *, alone: bool = True) -> Difficulties:
    """Return the difficulties of a programme as they are told.

    Several have heads: the first clause of each record, where each has one that can be it; else
    the labels of the pack, as where other programmes have theirs, and it is not `alone`.
    """
    listed = tuple(difficulties)
    vague = [d for d in listed if _is_vague(d)]
    clear = [d for d in listed if not _is_vague(d)]
    told = [d for d in clear if any(d.template_value(name) for name in _WORDS)]
    own = alone and len(told) > 1 and all(_heads(d) for d in told) and _differ(told)
    return Difficulties(
        tuple(_entry(d, told, own=own) for d in told),
        tuple(_entry(d, (d,), own=False) for d in clear if d not in told),
        tuple(_entry(d, (d,), own=False) for d in vague),
    )


def named_together(programmes: Iterable[View]) -> tuple[Named, ...]:
    """Return the difficulties of several programmes that one paragraph can tell.

    Nothing where one of them has more than a sentence to say, which then wants its own heading.
    """
    some = [(p, listed) for p in programmes if (listed := views_of(p, "difficulties"))]
    if len(some) < _SEVERAL or not all(_is_a_sentence(listed) for _, listed in some):
        return ()
    return tuple(
        Named(p, tuple(_entry(d, (d,), own=False) for d in listed)) for p, listed in some
    )


def _is_a_sentence(difficulties: Sequence[View]) -> bool:
    """Return whether there is only one to tell, by its kind or in a few words."""
    if len(difficulties) != 1 or _is_vague(difficulties[0]):
        return False
    (one,) = difficulties
    short = len(words_of(value_of(one, "text"))) <= _LONGEST_SENTENCE
    return short and not any(one.template_value(name) for name in _WORDS[1:])


def _is_vague(d: View) -> bool:
    return value_of(d, "kind") == DifficultyKind.GENERIC_SHORTFALL


def _entry(d: View, told: Sequence[View], *, own: bool) -> Told:
    """Return one difficulty among those that are `told` like it, under heads where several."""
    turn, text = told.index(d), value_of(d, "text")
    kinds = [value_of(one, "kind") for one in told[: turn + 1]]
    return Told(
        d=d,
        head=lead_of(text) if own else Missing(text.ref),
        text=rest_of(text) if own else text,
        headed=len(told) > 1,
        turn=turn,
        again=kinds.count(kinds[-1]) - 1,
    )


def _differ(told: Sequence[View]) -> bool:
    return len({str(lead_of(value_of(d, "text"))) for d in told}) == len(told)


def _heads(d: View) -> bool:
    """Return whether the first clause of a text can be its head and something follows it."""
    text = value_of(d, "text")
    if not lead_of(text) or str(text).startswith(_LED):
        return False
    rest = rest_of(text)
    if not rest:
        return any(d.template_value(name) for name in _WORDS[1:])
    return len(str(rest)) >= _SHORTEST_REST and not str(rest).startswith(_FOLLOWING)


def answered(step: View, programmes: Iterable[View]) -> Answered:
    """Return the difficulties that a next step answers, of those that the document tells."""
    wanted = {str(link) for link in values_of(step, "answers")}
    every = tuple(programmes)
    found: list[Told] = []
    told = 0
    for programme in every:
        listed = views_of(programme, "difficulties")
        if wanted.isdisjoint(d.ref for d in listed):
            continue
        clear = headed(listed, alone=len(every) == 1).clear
        here = [entry for entry in clear if entry.d.ref in wanted]
        found += here
        told += len(clear) if here else 0
    several = len(found) > 1 and len(found) == told
    return Answered(tuple(found), only=told == 1, all=several)


def difficulty_told(entry: Told, order: Order, wording: Mapping[str, object]) -> Phrase:
    """Return the sentences on one difficulty, in `order`, with the words of its kind.

    `wording` has `text`, which stands for a text that is missing, the `whom` it concerns, and
    what leads to the rest: `because`, `so`, `hence`; `trend` says where it is heading.
    """
    clauses = {name: c for name, c in _clauses(entry, wording).items() if c.alone}
    reasoned = any(REASON in group for group in order)
    if CAUSE not in clauses:
        return woven(_CAUSE_APART if "effect" in clauses else _FACTS, clauses)
    if reasoned and _can_reason(entry, clauses):
        clauses.pop(CAUSE)
        return woven(order, clauses)
    clauses.pop(REASON)
    return woven(_CAUSE_APART if reasoned else order, clauses)


def _clauses(entry: Told, wording: Mapping[str, object]) -> dict[str, Clause]:
    cause = value_of(entry.d, "cause")
    return {
        REASON: Clause.of(_reason(cause)),
        "text": Clause.of(entry.text or wording["text"]),
        "effect": _effect(value_of(entry.d, "consequence"), wording),
        CAUSE: Clause.of(_cause(cause, wording)),
        "whom": Clause.of(wording["whom"]),
        "trend": _trend(wording["trend"]),
    }


def _can_reason(entry: Told, clauses: Mapping[str, Clause]) -> bool:
    """Return whether 由于 and the cause can stand before the text: it is whole, and short."""
    text = clauses.get("text") or clauses.get("effect")
    if entry.head or text is None:
        return False
    length = size_of(clauses[REASON].alone) + size_of(text.alone)
    return length <= _LONGEST_REASONED and not words_of(text.alone).startswith((*_LED, *_SO))


def _reason(cause: Shown | Missing) -> object:
    if not cause or str(cause).startswith(_BECAUSE):
        return cause or ""
    return Phrase(("由于", cause))


def _cause(cause: Shown | Missing, wording: Mapping[str, object]) -> object:
    if not cause:
        return ""
    words = str(cause)
    if words.startswith(("由于", "因为")):
        return Phrase(("这是", cause))
    if words.startswith(("是", "主要是", "在于")):
        return Phrase(("原因", cause))
    because = words_of(wording["because"])
    doubled = words.startswith((because[-1:], "在", "因"))
    return Phrase((_ANY_CAUSE if doubled else because, cause))


def _trend(trend: object) -> Clause:
    bare = words_of(trend).startswith(_HEADING_SOMEWHERE)
    return Clause.of(Phrase(("这一情况", trend)) if bare else trend)


def _effect(consequence: Shown | Missing, wording: Mapping[str, object]) -> Clause:
    if not consequence:
        return Clause.of("")
    words = str(consequence)
    if words.startswith(_SO):
        return Clause.of(consequence)
    if words.startswith((*_CAUSING, *_CAUSING_TO)):
        return Clause(consequence, Phrase(("这", consequence)))
    hence = words_of(wording["hence"])
    if _AFFECTED in words and _AFFECTED in hence:
        hence = _ANY_EFFECT
    bare = words.startswith(_BARE)
    return Clause(
        going=Phrase((wording["so"], consequence)),
        alone=Phrase(("因此" if bare else hence, consequence)),
        bare=consequence,
        caused=Phrase(("因而" if bare else "致使", consequence)),
    )


def missed(indicators: Iterable[View], programme: View) -> tuple[View, ...]:
    """Return the indicators of a programme that have not reached their targets."""
    kind = programme.template_value("kind")
    own = (i for i in indicators if not _programmes(i) or kind in _programmes(i))
    return tuple(i for i in own if standing_of(i).template_value("target") == "missed")


def _programmes(indicator: View) -> tuple[str, ...]:
    return tuple(str(kind.value) for kind in values_of(indicator, "programmes"))
