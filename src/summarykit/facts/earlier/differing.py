"""What keeps two figures from being compared: their definitions, units or times differ."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Path, Term, message
from summarykit.facts.earlier.pairing import Pair, named
from summarykit.facts.survey import Survey
from summarykit.model.entity import term
from summarykit.model.events import Aid
from summarykit.model.plan import Policy
from summarykit.model.population import CohortDefinition, Indicator, Population
from summarykit.model.values import Money, Quantity
from summarykit.model.vocabulary import Cohort

_SIGNS: Final = re.compile(r"[\s，。；：、（）()“”]")
"""What does not change the sense of a definition."""
_UNSAID: Final = message("not said")
_UNIT: Final = Term("unit", "单位")
Value = Quantity | Money


@dataclass(frozen=True, slots=True)
class Difference:
    """Why two figures are not compared: what differs, what is said of each, and where."""

    field: Term
    now: object
    before: object
    path: Path = ()
    before_path: Path = ()


@dataclass(frozen=True, slots=True)
class Definitions:
    """The definitions of two records, by id and by cohort, and their policies by id."""

    now: "_Defined"
    before: "_Defined"
    policies: Mapping[str, Policy]
    policies_before: Mapping[str, Policy]

    @classmethod
    def of(cls, now: Survey, before: Survey) -> "Definitions":
        """Return what two records define."""
        return cls(
            _definitions(now),
            _definitions(before),
            {one.id: one for _, one in now.of(Policy) if one.id},
            {one.id: one for _, one in before.of(Policy) if one.id},
        )


_Defined = Mapping[str | tuple[Cohort], CohortDefinition]


def _definitions(found: Survey) -> _Defined:
    """Return definitions by id, and by cohort the only one that a cohort has."""
    every = [one for _, one in found.of(CohortDefinition)]
    several = Counter(one.cohort for one in every)
    keyed: dict[str | tuple[Cohort], CohortDefinition] = {}
    for one in every:
        if one.id:
            keyed[one.id] = one
        if several[one.cohort] == 1:
            keyed[one.cohort,] = one
    return keyed


def difference(
    pair: Pair, now: Value, before: Value, definitions: Definitions
) -> Difference | None:
    """Return the first thing that keeps two figures of a pair from being compared, if any."""
    found = (*_units(now, before), *_definition(pair, definitions), *_times(pair))
    return next(iter(found), None)


def _units(now: Value, before: Value) -> Iterator[Difference]:
    ours, theirs = _unit(now), _unit(before)
    if ours != theirs:
        yield Difference(_UNIT, ours or _UNSAID, theirs or _UNSAID)


def _unit(figure: Value) -> str:
    """Return in what a figure is counted: 名, %, 元, 元每人每年."""
    if isinstance(figure, Money):
        return "".join((*figure.per, figure.amount.unit))
    return figure.unit


def _definition(pair: Pair, definitions: Definitions) -> Iterator[Difference]:
    match pair.entity, pair.before:
        case Population() as ours, Population() as theirs:
            yield from _of_counts(ours, theirs, definitions)
        case Indicator() as ours, Indicator() as theirs:
            for name in ("scope", "definition"):
                said = getattr(ours, name), getattr(theirs, name)
                if _bare(said[0]) != _bare(said[1]):
                    yield _differing(pair, Indicator, name, said)
        case Aid() as ours, Aid() as theirs:
            titles = (
                _title(ours.policy, definitions.policies),
                _title(theirs.policy, definitions.policies_before),
            )
            if None not in titles and named(titles[0]) != named(titles[1]):
                yield Difference(term(Aid, "policy"), *titles)
        case _:
            return


def _of_counts(
    ours: Population, theirs: Population, definitions: Definitions
) -> Iterator[Difference]:
    """Yield what differs of the definitions of two counts: the rule, or the words for it."""
    said = _defined(ours, definitions.now), _defined(theirs, definitions.before)
    for now, before in zip(*said, strict=True):
        if _bare(now) != _bare(before):
            field = term(Population, "definition")
            yield Difference(field, now or _UNSAID, before or _UNSAID)


def _defined(entry: Population, definitions: _Defined) -> tuple[str | None, str | None]:
    """Return the words by which a count is defined and the rule that has a name, if any.

    A definition of the cohort that goes by another rule is not that of the count.
    """
    own = definitions.get(entry.defined_by or (entry.cohort,))
    if (
        own is not None
        and entry.defined_by is None
        and None not in (own.rule, entry.definition)
    ):
        own = own if own.rule is entry.definition else None
    rule = entry.definition or (own.rule if own is not None else None)
    words = own.text if own is not None else None
    return words, (rule.label if rule is not None else None)


def _title(name: str | None, policies: Mapping[str, Policy]) -> str | None:
    policy = policies.get(name) if name else None
    return None if policy is None else policy.title


def _bare(text: str | None) -> str:
    return _SIGNS.sub("", text or "")


def _differing(
    pair: Pair, kind: type[Indicator], name: str, said: tuple[str | None, str | None]
) -> Difference:
    now, before = (one or _UNSAID for one in said)
    path, before_path = (
        (*at, name) if one else at
        for at, one in zip((pair.path, pair.before_path), said, strict=True)
    )
    return Difference(term(kind, name), now, before, path, before_path)


def _times(pair: Pair) -> Iterator[Difference]:
    """Yield that two figures were counted in different months, where both say in which."""
    name = {Population: "date", Indicator: "as_of"}.get(type(pair.entity))
    if name is None:
        return
    now, before = (getattr(one, name) for one in (pair.entity, pair.before))
    if now is None or before is None or None in (now.month, before.month):
        return
    if now.month != before.month:
        paths = (*pair.path, name), (*pair.before_path, name)
        yield Difference(term(type(pair.entity), name), now, before, *paths)
