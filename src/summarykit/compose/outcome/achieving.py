"""What a section on results tells of each programme, and in what form several stand there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarykit.compose.language.fields import Seen, value_of, values_of, views_of
from summarykit.compose.outcome.outcomes import Find, arranged, rate_behind, size_of_result
from summarykit.compose.situation.rates import rate_of
from summarykit.compose.situation.stating import NO_AMOUNTS
from summarykit.compose.views import View
from summarykit.model.vocabulary import IndicatorCode, ResultKind

PLAIN: Final = "plain"
HEADED: Final = "headed"
RUN_IN: Final = "run_in"
MOST_RUN_IN: Final = 320
"""More than so many characters of one programme want a heading, not one paragraph."""
MOST_IN_A_LINE: Final = 60
MOST_FLOWING: Final = 160
"""A line goes on behind others as long as their paragraph has no more characters than this."""
MOST_RATES: Final = 2
"""More indicators than these that no result tells are a table."""
_OF_A_RATE: Final = 40
_OF_AN_AMOUNT: Final = 12

Paragraphs = tuple[tuple[View, ...], ...]


@dataclass(frozen=True, slots=True)
class Achieved(Seen):
    """What was reached in one programme."""

    programme: View
    paragraphs: Paragraphs
    """Its results without awards."""
    awards: Paragraphs
    indicators: tuple[View, ...]
    """Its indicators that no result tells."""
    extra: tuple[View, ...]
    cases: tuple[View, ...]
    size: int
    """About how many characters it takes, without cases."""
    runs_on: bool = False
    """Whether it is a line, which goes on in the paragraph of the programme before."""


@dataclass(frozen=True, slots=True)
class Achievements(Seen):
    """The results of all programmes: `form` is `plain`, `headed` or `run_in`."""

    form: str
    programmes: tuple[Achieved, ...]
    indicators: tuple[View, ...]
    """Those that belong to none of the programmes."""
    cases: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Beside(Seen):
    """What stands beside the results of a record: rates, cases, amounts."""

    indicators: tuple[View, ...]
    cases: tuple[View, ...]
    extra: tuple[View, ...]

    def of(self, programme: View, *, alone: bool) -> "Beside":
        """Return what belongs to a programme; to one `alone` belongs all but amounts."""
        kind = programme.template_value("kind")
        rates, cases, extra = (
            tuple(v for v in views if kind in _kinds(v))
            for views in (self.indicators, self.cases, self.extra)
        )
        return (
            Beside(self.indicators, self.cases, extra) if alone else Beside(rates, cases, extra)
        )

    def without(self, other: "Beside") -> "Beside":
        """Return what is left when `other` is taken."""
        pairs = (
            (self.indicators, other.indicators),
            (self.cases, other.cases),
            (self.extra, other.extra),
        )
        return Beside(*(tuple(v for v in mine if v not in taken) for mine, taken in pairs))


def achieved(
    programmes: Iterable[View],
    indicators: Iterable[View],
    cases: Iterable[View],
    extra: Iterable[View],
    *,
    find: Find,
) -> Achievements:
    """Return the results of programmes, each with what else shows it.

    Several programmes stand in one paragraph each, run in behind their names; where one has
    more than a paragraph bears, or a table, all have headings.
    """
    listed = tuple(programmes)
    used = [rate_behind(r, find) for p in listed for r in views_of(p, "results")]
    rates = tuple(i for i in indicators if _is_told(i) and i not in used)
    amounts = tuple(
        x for x in extra if value_of(x, "value") and x.template_value("type") not in NO_AMOUNTS
    )
    left = Beside(rates, tuple(cases), amounts)
    told: list[Achieved] = []
    for programme in listed:
        own = left.of(programme, alone=len(listed) == 1)
        left = left.without(own)
        told.append(_achieved(programme, own, find))
    there = [one for one in told if one.size or one.cases]
    form = _form(there) if len(listed) > 1 else PLAIN
    return Achievements(form, _flowing(there), left.indicators, left.cases)


def _achieved(programme: View, own: Beside, find: Find) -> Achieved:
    results = views_of(programme, "results")
    groups = arranged(results, find)
    awards = tuple(group for group in groups if group[0].kind == ResultKind.AWARD)
    size = sum(size_of_result(result, find) for result in results)
    beside = _OF_A_RATE * len(own.indicators) + _OF_AN_AMOUNT * len(own.extra)
    return Achieved(
        programme=programme,
        paragraphs=tuple(group for group in groups if group not in awards),
        awards=awards,
        indicators=own.indicators,
        extra=own.extra,
        cases=own.cases,
        size=size + beside,
    )


def _form(told: Sequence[Achieved]) -> str:
    tabled = any(len(one.indicators) > MOST_RATES for one in told)
    return HEADED if tabled or any(one.size > MOST_RUN_IN for one in told) else RUN_IN


def _flowing(told: Iterable[Achieved]) -> tuple[Achieved, ...]:
    """Return the programmes with those marked that go on in the paragraph before them."""
    made: list[Achieved] = []
    size = MOST_FLOWING + 1
    for one in told:
        runs_on = 0 < one.size <= MOST_IN_A_LINE and size <= MOST_FLOWING
        size = size + one.size if runs_on else one.size
        size = MOST_FLOWING + 1 if one.cases else size
        made.append(replace(one, runs_on=runs_on))
    return tuple(made)


def _is_told(indicator: View) -> bool:
    share = indicator.template_value("code") == IndicatorCode.GUARDIANSHIP_SHARE
    return bool(rate_of(indicator)) and not share


def _kinds(entity: View) -> tuple[str, ...]:
    return tuple(str(kind.value) for kind in values_of(entity, "programmes"))
