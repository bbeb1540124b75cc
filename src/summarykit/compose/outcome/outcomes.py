"""Results in the order a reader trusts them, with what shows them: rates, counts, papers."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.fields import value_of, values_of, views_of
from summarykit.compose.language.figures import exact_quantity, number_of
from summarykit.compose.language.matching import told
from summarykit.compose.language.weaving import words_of
from summarykit.compose.situation.rates import rate_of
from summarykit.compose.views import Missing, Names, View
from summarykit.model.added import OF_PUPILS, AddedMeasure
from summarykit.model.events import (
    Activity,
    Aid,
    Donation,
    Visit,
    VisitCampaign,
)
from summarykit.model.plan import Measure
from summarykit.model.population import Indicator, Population
from summarykit.model.record import Attachment
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import (
    Cohort,
    IndicatorCode,
    MeasureStatus,
    ResultKind,
    Strength,
)
from summarykit.packs import Phrase

Find = Callable[[object], View | Missing]
"""Returns the entity that a link names."""

LONGEST_PARAGRAPH: Final = 120
FOREMOST: Final = 3
"""With so many results a short text begins."""
_WEAK: Final = 3
_MEASURES: Final = ("target", "baseline", "limit")
"""What a rate is measured against."""
SHORT_CLAIM: Final = 26
"""A claim of so many characters takes its figure into its own sentence."""
_OF_A_RATE: Final = 45
_MEASURED, _HEARD, _SAID, _AWARDED = range(4)
_UNBACKED: Final = frozenset({ResultKind.AWARD, ResultKind.INSTITUTION})
_ADDED: Final = ("exempt", "as_of", "definition")
"""What makes the sentence on a rate too long to stand behind another clause."""
_HEARD_IN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "home_visit": "visits",
        "parent_feedback": "feedback",
        "guardian_meeting": "meetings",
        "heart_talk": "talks",
        "counselling": "talks",
    }
)
"""Where people are heard, by the kind of measure."""


def arranged(results: Iterable[View], find: Find) -> tuple[tuple[View, ...], ...]:
    """Return results as paragraphs: what is measured, what is heard, what is said, awards.

    In each of these the order of the record stays; short ones share a paragraph, and where
    all are short they are one, but for awards.
    """
    ranked = sorted(results, key=lambda result: _rank(result, find))
    whole = sum(size_of_result(result, find) for result in ranked) <= LONGEST_PARAGRAPH
    kin = {_MEASURED, _HEARD, _SAID} if whole else {_HEARD, _SAID}
    paragraphs: list[list[View]] = []
    size, before = 0, None
    for result in ranked:
        rank, more = _rank(result, find), size_of_result(result, find)
        apart = rank != before and not {rank, before} <= kin
        if not paragraphs or apart or size + more > LONGEST_PARAGRAPH:
            paragraphs.append([])
            size = 0
        paragraphs[-1].append(result)
        size, before = size + more, rank
    return tuple(map(tuple, paragraphs))


def foremost(programmes: Iterable[View], find: Find) -> tuple[View, ...]:
    """Return the results with which a short text begins: those with the strongest figures.

    First rates that are measured against something, then other rates, then counts.
    """
    results = [r for p in programmes for r in views_of(p, "results")]
    ranked = sorted(results, key=lambda result: _strength(result, find))
    return tuple(r for r in ranked if _strength(r, find) < _WEAK)[:FOREMOST]


def _strength(result: View, find: Find) -> int:
    rate = rate_behind(result, find)
    if isinstance(rate, View):
        return 0 if any(rate.template_value(name) for name in _MEASURES) else 1
    return _WEAK - 1 if result.value and result.kind != ResultKind.AWARD else _WEAK


def _rank(result: View, find: Find) -> int:
    if result.kind == ResultKind.AWARD:
        return _AWARDED
    if result.value or result.strength == Strength.MEASURED or rate_behind(result, find):
        return _MEASURED
    return _HEARD if result.strength == Strength.TESTIMONIAL else _SAID


def size_of_result(result: View, find: Find) -> int:
    """Return about how many characters a result takes, with the rate that shows it."""
    return len(str(result.text)) + _OF_A_RATE * bool(rate_behind(result, find))


def rate_behind(result: View, find: Find) -> View | Missing:
    """Return the indicator that shows a result: the one it names, else one of its evidence.

    An award shows itself; what it is linked to is told on its own.
    """
    if result.kind == ResultKind.AWARD:
        return Missing(f"{result.ref}.indicator")
    own = value_of(result, "indicator")
    links = (*((own,) if own else ()), *values_of(result, "evidence"))
    found = (find(link) for link in links)
    rates = (v for v in found if isinstance(v, View) and isinstance(v.entity, Indicator))
    return next((v for v in rates if rate_of(v)), Missing(f"{result.ref}.indicator"))


def figure_fits(result: View, indicator: View, *, again: bool = False) -> bool:
    """Return whether a claim and its rate make one sentence: both are short, none exempts.

    A rate that is told `again` is only its name and its figure.
    """
    text = str(result.text)
    short = len(text) <= SHORT_CLAIM and "除" not in text
    return short and (again or not any(indicator.template_value(name) for name in _ADDED))


def backing(result: View, before: Iterable[View] = (), *, find: Find) -> Phrase | Missing:
    """Return the first figure that the evidence of a result gives: 谈心共520次.

    What backs one of those told `before` is not said again.

    Nothing for what a rate or a value of its own shows, for awards and institutions, which are
    facts themselves, and for bare assertions, which are left as plain as they are. A paper that
    is attached is named.
    """
    own = _backing(result, find)
    said = own and any(words_of(_backing(one, find)) == words_of(own) for one in before)
    return Missing(f"{result.ref}.evidence") if said else own


def _backing(result: View, find: Find) -> Phrase | Missing:
    none = Missing(f"{result.ref}.evidence")
    plain = (
        getattr(result.kind, "value", None) in _UNBACKED or result.strength == Strength.ASSERTED
    )
    if plain or result.value or rate_behind(result, find):
        return none
    linked = [
        view for link in values_of(result, "evidence") if isinstance(view := find(link), View)
    ]
    found = (words for view in linked if (words := _figure(view, result.text)))
    return next(found, none)


def _figure(view: View, text: object) -> Phrase | None:
    entity = view.entity
    if isinstance(entity, Attachment):
        there = entity.present and (entity.rows or entity.text)
        return Phrase(("见附件“", view.name, "”")) if there else None
    if isinstance(entity, Measure) and entity.status is MeasureStatus.PLANNED:
        return None
    for name, before, between in _FIGURES.get(type(entity), ()):
        figure = view.template_value(name)
        if figure and not told(figure, text):
            whom = _reached(entity, figure) if name == "reached" else ""
            return Phrase((_called(view, before), between, whom, figure))
    return None


_FIGURES: Final[Mapping[type, tuple[tuple[str, str, str], ...]]] = MappingProxyType(
    {
        Measure: (("count", "kind", "共"), ("reached", "kind", "覆盖"), ("pairs", "kind", "")),
        Activity: (("count", "name", "共"),),
        VisitCampaign: (("households", "name", "走访"),),
        Aid: (("beneficiaries", "name", "受益"), ("amount", "name", "共")),
        Donation: (("amount", "donor", "捐赠"),),
        Population: (("count", "name", ""),),
    }
)
"""Of each class, the figures that show something: the field, its name, and what is between."""


def _called(view: View, field: str) -> object:
    """Return what an entity is called; 名称 may be empty where the kind or cohort says it."""
    if isinstance(getattr(view.entity, "kind", None), AddedMeasure):
        own = view.template_value("name")
        return own if own and not str(own).endswith(_RULES) else view.template_value("kind")
    name = view.template_value(field)
    other = "cohort" if isinstance(view.entity, Population) else "kind"
    return name or view.template_value(other)


def _reached(entity: object, figure: object) -> str:
    """Return whom a measure of a kind that a pack adds reaches: 覆盖学生120名."""
    kind, count = getattr(entity, "kind", None), getattr(figure, "value", None)
    if not isinstance(kind, AddedMeasure) or not isinstance(count, Quantity):
        return ""
    if count.unit not in _PEOPLE:
        return ""
    cohort = getattr(entity, "cohort", None)
    if isinstance(cohort, Cohort) and cohort not in _EVERYBODY:
        return cohort.label
    return "学生" if kind.group in OF_PUPILS else "人员"


def heard_in(result: View, find: Find) -> str:
    """Return where people were heard, as the evidence says: `visits`, `talks`, else `all`."""
    for link in values_of(result, "evidence"):
        match find(link):
            case View(entity=Visit() | VisitCampaign()):
                return "visits"
            case View(entity=Measure(kind=kind)) if kind.value in _HEARD_IN:
                return _HEARD_IN[kind.value]
            case View(entity=Indicator(code=IndicatorCode.SATISFACTION)):
                return "survey"
            case _:
                continue
    return "all"


def judged(result: View, find: Find) -> Names | Missing:
    """Return whether the figure of a result is what its goal asks for.

    `met` and the `target`; nothing where the goal asks for no figure, where the indicator has
    a target or a limit of its own, or where the figures cannot be compared.
    """
    rate = rate_behind(result, find)
    none = Missing(f"{result.ref}.goal")
    if isinstance(rate, View) and (rate.target or rate.limit):
        return none
    figure = rate_of(rate) if isinstance(rate, View) else result.value
    for link in values_of(result, "goal"):
        goal = find(link)
        target = goal.target if isinstance(goal, View) else None
        if isinstance(target, View) and _same_indicator(target, rate):
            met = _meets(figure, target)
            if met is not None:
                return Names({"met": met, "target": target})
    return none


def _same_indicator(target: View, rate: View | Missing) -> bool:
    if not isinstance(rate, View):
        return not target.indicator
    return bool(target.indicator) and target.indicator == rate.code


def _meets(figure: object, target: View) -> bool | None:
    """Return whether a figure keeps all bounds of a target; None where they do not compare."""
    value = exact_quantity(figure)
    bounds = {name: exact_quantity(target.template_value(name)) for name in _BOUNDS}
    asked = {name: bound for name, bound in bounds.items() if bound is not None}
    if value is None or not asked or any(b.unit != value.unit for b in asked.values()):
        return None
    number = number_of(value)
    return all(_BOUNDS[name](number, number_of(bound)) for name, bound in asked.items())


_RULES: Final = ("制度", "机制", "办法", "方案", "规定", "计划")
"""How names end that count nothing themselves: of 校领导陪餐制度, 食堂陪餐 is counted."""
_PEOPLE: Final = frozenset({"名", "人", "位"})
_EVERYBODY: Final = frozenset({Cohort.OTHER, Cohort.ENROLLED})
_BOUNDS: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = MappingProxyType(
    {
        "at_least": lambda value, bound: value >= bound,
        "at_most": lambda value, bound: value <= bound,
        "equals": lambda value, bound: value == bound,
    }
)
