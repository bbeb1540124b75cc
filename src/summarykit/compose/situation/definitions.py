"""Under which definition (口径) a count was made: the record's own words, else the rule's."""

from collections.abc import Callable, Iterable
from typing import Final, cast

from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.model.population import CohortDefinition, Population
from summarykit.model.vocabulary import CohortRule

SHORT: Final = 14
"""A definition of so few characters, without a mark in it, stands in brackets."""
_MARKS: Final = "，、；（）。“”"


def definition_of(
    entry: View, definitions: Iterable[View], find: Callable[[object], object]
) -> Names | Missing:
    """Return what a count was defined by, or nothing where the record does not say.

    `text` are the words, `basis` the policy they come from, `local` says that there are no
    words but that the definition is a local one; `brief` that the words fit into brackets.
    `whose` is the cohort of a definition that was made for another one, `also` the rule that a
    count names beside another rule. `key` is the same for the same definition.
    """
    counted = cast("Population", entry.entity)
    own = _own(entry, definitions, find)
    text, basis = entry.definition, find(own.policy) if own is not None else None
    if own is not None:
        text = own.text or own.rule or text
    if not isinstance(text, Shown):
        return Missing(f"{entry.ref}.definition")
    local = text.value is CohortRule.LOCAL
    words = str(text)
    whose = _of_others(own, counted)
    return Names(
        {
            "text": text,
            "basis": basis if isinstance(basis, View) else Missing(f"{entry.ref}.defined_by"),
            "local": local,
            "brief": not whose and _is_brief(words),
            "whose": whose,
            "also": _beside(entry, own),
            "key": own.ref if own is not None else f"{counted.cohort} {words}",
        }
    )


def _is_brief(words: str) -> bool:
    return len(words) <= SHORT and not any(mark in words for mark in _MARKS)


def _of_others(own: View | None, counted: Population) -> Shown | Missing:
    """Return the cohort that a definition is of, where that is not the one counted."""
    if own is None or cast("CohortDefinition", own.entity).cohort is counted.cohort:
        return Missing("definitions.cohort")
    return cast("Shown", own.cohort)


def _beside(entry: View, own: View | None) -> Shown | Missing:
    """Return the rule of a count, where the definition it names goes by another rule."""
    if own is None or not (own.rule and entry.definition) or own.rule == entry.definition:
        return Missing(f"{entry.ref}.definition")
    return cast("Shown", entry.definition)


def _own(
    entry: View, definitions: Iterable[View], find: Callable[[object], object]
) -> View | None:
    """Return the definition that a count names, else the only one of its cohort and rule."""
    if entry.defined_by:
        named = find(entry.defined_by)
        return named if isinstance(named, View) else None
    counted = cast("Population", entry.entity)
    fits = [one for one in definitions if _fits(cast("CohortDefinition", one.entity), counted)]
    return fits[0] if len(fits) == 1 else None


def _fits(definition: CohortDefinition, counted: Population) -> bool:
    rules = {definition.rule, counted.definition} - {None}
    return definition.cohort is counted.cohort and len(rules) <= 1
