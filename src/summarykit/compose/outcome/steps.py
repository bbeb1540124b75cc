"""Next steps in the form that suits them: under heads, in one sentence, or one by one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarykit.compose.language.clauses import lead_of, rest_of
from summarykit.compose.language.fields import Seen, value_of, views_of
from summarykit.compose.planning import is_planned
from summarykit.compose.views import Missing, Shown, View
from summarykit.l10n.numerals import to_chinese
from summarykit.model.values import PartialDate

LONGEST_HEAD: Final = 16
SHORTEST_HEAD: Final = 4
LONG: Final = 60
"""A step of so many characters is a paragraph, which can bear a head of its own."""
SHORT: Final = 28
"""Steps that are all shorter than this go into one sentence."""
_FEWEST: Final = 3
_AIMED: Final = ("使", "让", "以", "从而", "做到", "确保", "不", "也", "并", "而")
"""How a second clause begins that cannot stand without the first."""
_FOR_THE_REST: Final = 30
"""About how many characters the answer, the date and the doer take."""
_MONTH: Final = (
    r"(?<![0-9一二三四五六七八九十每])(?:{figure}|{words})月"
    r"(?:份|底|末|初|中旬|上旬|下旬)?(?:之?前)?"
)
_LEADING: Final = r"(?:在|于|到)?"


@dataclass(frozen=True, slots=True)
class Dated(Seen):
    """A step and its deadline, so that the month is said once."""

    action: Shown | Missing
    by: Shown | Missing
    of_year: bool = False
    """Whether the deadline is its year alone: the action says the month."""


def dated(step: View) -> Dated:
    """Return what a step does and by when.

    九月完成摸底 with the deadline 2024年9月 loses its 九月; where the month stands further
    within, the year is all that is left to say.
    """
    action, by = value_of(step, "action"), value_of(step, "by")
    if not isinstance(by, Shown) or not isinstance(action, Shown):
        return Dated(action, by)
    date, words = by.value, str(action)
    if str(by) in words or not isinstance(date, PartialDate) or date.month is None:
        return Dated(action, Missing(by.ref) if str(by) in words else by)
    month = _MONTH.format(figure=date.month, words=to_chinese(date.month))
    if first := re.match(f"{_LEADING}{month}，?", words):
        return Dated(Shown(action.value, f"{action.ref}#rest", words[first.end() :]), by)
    if date.day is None and date.year and re.search(month, words):
        return Dated(action, Shown(date, f"{by.ref}#year", f"{date.year}年"), of_year=True)
    return Dated(action, by)


def form_of(steps: Sequence[View]) -> str:
    """Return in which form steps are told: `heads`, `together` or `apart`.

    Several long ones have heads where each has a first clause that can be one, and something to
    follow it; several short ones share a sentence.
    """
    if len(steps) > 1 and all(_size(step) <= SHORT for step in steps):
        return "together"
    if len(steps) < _FEWEST or not all(_can_be_headed(step) for step in steps):
        return "apart"
    return "heads" if sum(map(_size, steps)) >= LONG * len(steps) else "apart"


def steps_in_a_row(programmes: Iterable[View], activities: Iterable[View]) -> tuple[View, ...]:
    """Return the programmes whose steps stand in one row, each of them having just one.

    Nothing where one has more to come, which wants a heading: several steps, or measures or
    activities that are planned.
    """
    listed = tuple(programmes)
    if any(is_planned(a.entity) for a in activities):
        return ()
    if any(is_planned(m.entity) for p in listed for m in views_of(p, "measures")):
        return ()
    counts = [len(views_of(p, "next_steps")) for p in listed]
    some = tuple(p for p, count in zip(listed, counts, strict=True) if count)
    return some if len(some) > 1 and max(counts) == 1 else ()


def head_of(step: View) -> Shown | Missing:
    """Return the first clause of a step, which is its head where steps have heads."""
    return lead_of(value_of(step, "action"), LONGEST_HEAD)


def _can_be_headed(step: View) -> bool:
    head, rest = head_of(step), rest_of(value_of(step, "action"))
    if not head or len(str(head)) < SHORTEST_HEAD or str(rest).startswith(_AIMED):
        return False
    return bool(rest) or bool(step.actor) or bool(step.by)


def _size(step: View) -> int:
    beside = sum(bool(part) for part in (step.actor, step.by, step.answers, step.target))
    return len(str(step.action)) + beside * _FOR_THE_REST // 3
