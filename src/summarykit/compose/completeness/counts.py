"""What is understood of counts without being printed: a definition, a row, a share."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from summarykit.compose.completeness.printed import Printed, Row
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.compose.situation.naming import IMPLIED, is_staged
from summarykit.model.entity import Entity
from summarykit.model.population import CohortDefinition, EnrolmentFlow, Indicator, Population
from summarykit.model.vocabulary import Cohort, CohortRule

_OF_A_SHARE: Final = ("cohort", "denominator", "name", "numerator", "value")
_PUPILS: Final = ("男生", "女生", "寄宿生", "走读生")
_SPLITS: Final = ("grade", "class_name", "organisation", "origin")


class Counts:
    """Finds what says a fact of a count, of its definition, or of a rate."""

    def __init__(self, standings: Standings, printed: Printed) -> None:
        self._standings = standings
        self._printed = printed

    def place(self, fact: Standing) -> str | None:
        """Return what says the fact: the reference of a printed fact, or the id of a block."""
        match fact.home.entity:
            case Population() | CohortDefinition() if isinstance(fact.value, CohortRule):
                found = self._definition(fact, fact.value)
            case Population() | EnrolmentFlow() as entity if fact.field == "stage":
                found = self._grade(fact.home) if is_staged(entity) else None
            case Population(cohort=Cohort.ENROLLED) if fact.field == "cohort":
                found = self._pupils(fact.home)
            case CohortDefinition(cohort=cohort) if fact.field == "cohort":
                found = self._of_count(fact.home, cohort)
            case Population() as counted if fact.field in {"count", *_SPLITS}:
                found = self._row(counted)
            case Indicator() as indicator if fact.field in _OF_A_SHARE:
                found = self._share(fact, indicator) or self._implied(fact, indicator)
            case _:
                found = None
        return found

    def _definition(self, fact: Standing, rule: CohortRule) -> str | None:
        """Return what defines the cohort: said once, it holds for all its counts."""
        entity = fact.home.entity
        cohort = getattr(entity, "cohort", None)
        known = self._defined.get((cohort, rule)) if isinstance(cohort, Cohort) else None
        return known or self._in_words(entity)

    def _grade(self, home: Home) -> str | None:
        """Return the printed grade or class of a count, which is of one stage only."""
        refs = (f"{home.ref}.{name}" for name in ("grade", "class_name"))
        return next((ref for ref in refs if self._printed.facts(ref)), None)

    def _pupils(self, home: Home) -> str | None:
        """Return the sentence that calls those enrolled by their sex or lodging: 女生."""
        sayings = self._printed.sentences_of(home)
        return next((s.place for s in sayings if any(w in s.text for w in _PUPILS)), None)

    def _in_words(self, counted: Entity) -> str | None:
        """Return the words of the definition of a count, where it has no rule."""
        if not isinstance(counted, Population):
            return None
        named = self._standings.homes.get(str(counted.defined_by))
        homes = [named] if named else self._worded.get(counted.cohort, [])
        refs = (f"{home.ref}.text" for home in homes if _has_no_rule(home.entity))
        return next((ref for ref in refs if self._printed.facts(ref)), None)

    @cached_property
    def _worded(self) -> Mapping[Cohort, list[Home]]:
        """Return the definitions of each cohort."""
        found: dict[Cohort, list[Home]] = defaultdict(list)
        for home in self._standings.homes.values():
            if isinstance(home.entity, CohortDefinition):
                found[home.entity.cohort].append(home)
        return found

    def _of_count(self, home: Home, cohort: Cohort) -> str | None:
        """Return the count of a cohort beside which its definition stands."""
        near = (
            self._standings.home_of(fact.ref.partition("#")[0])
            for block in self._printed.blocks_of(home)
            for fact in self._printed.facts_in(block)
        )
        counts = (one for one in near if one and isinstance(one.entity, Population))
        return next((f"{one.ref}.count" for one in counts if _is_of(one.entity, cohort)), None)

    @cached_property
    def _defined(self) -> dict[tuple[Cohort, CohortRule], str]:
        found: dict[tuple[Cohort, CohortRule], str] = {}
        for home in self._standings.homes.values():
            match home.entity:
                case CohortDefinition(cohort=cohort, rule=CohortRule() as rule):
                    fields: tuple[str, ...] = ("text", "rule")
                case Population(cohort=cohort, definition=CohortRule() as rule):
                    fields = ("definition",)
                case _:
                    continue
            refs = (f"{home.ref}.{field}" for field in fields)
            said = next((ref for ref in refs if self._printed.facts(ref)), None)
            if said is not None:
                found.setdefault((cohort, rule), said)
        return found

    def _row(self, counted: Population) -> str | None:
        """Return the table that has the count of a part of a cohort: 一年级, 在校学生, 99."""
        split = (getattr(counted, name) for name in _SPLITS)
        rows = (row for word in split if word for row in self._printed.rows.get(word, ()))
        return next((row.place for row in rows if _counts(row, counted)), None)

    def _share(self, fact: Standing, indicator: Indicator) -> str | None:
        """Return the printed share that an indicator is: 祖辈监护55名（占63.2%）."""
        parts = (str(indicator.numerator), str(indicator.value))
        said = self._shares.get(parts) or self._beside(fact.home, parts[0])
        wholes = (one for one in self._standings.facts if one.text == fact.text)
        printed = (one.ref for one in wholes if self._is_printed_count(one))
        return said if said is None or fact.field != "denominator" else next(printed, None)

    def _implied(self, fact: Standing, indicator: Indicator) -> str | None:
        """Return the name of a rate that is of one cohort by what it is."""
        if fact.field != "cohort" or IMPLIED.get(indicator.code) is not fact.value:
            return None
        refs = (f"{fact.home.ref}.{name}" for name in ("name", "code"))
        return next((ref for ref in refs if self._printed.facts(ref)), None)

    def _beside(self, home: Home, figure: str) -> str | None:
        """Return the count that stands beside the value of an indicator, its numerator."""
        near = (
            fact
            for block in self._printed.blocks_of(home)
            for fact in self._printed.facts_in(block)
        )
        counts = (self._standings.fact(fact.ref.partition("#")[0]) for fact in near)
        return next(
            (
                one.ref
                for one in counts
                if one and one.text == figure and self._is_printed_count(one)
            ),
            None,
        )

    def _is_printed_count(self, fact: Standing) -> bool:
        counted = isinstance(fact.home.entity, Population) and fact.field == "count"
        return counted and bool(self._printed.facts(fact.ref))

    @cached_property
    def _shares(self) -> Mapping[tuple[str, str], str]:
        """Return where the share of each count is printed, by the count and the share."""
        facts = (fact for _, facts in self._printed.blocks() for fact in facts)
        shares = (fact for fact in facts if fact.ref.endswith("#share"))
        bases = (
            (fact, self._standings.fact(fact.ref.removesuffix("#share"))) for fact in shares
        )
        return {(base.text, fact.text): fact.ref for fact, base in bases if base is not None}


def _has_no_rule(definition: Entity) -> bool:
    return isinstance(definition, CohortDefinition) and definition.rule is None


def _is_of(counted: Entity, cohort: Cohort) -> bool:
    return isinstance(counted, Population) and counted.cohort is cohort


def _counts(row: Row, counted: Population) -> bool:
    """Return whether a cell of the row, under the name of the cohort, has the count."""
    figures = {str(counted.count), str(counted.count).removesuffix(counted.count.unit)}
    cohorts = (counted.cohort.label, counted.name, *COHORT_WORDS.get(counted.cohort, ()))
    return any(
        cell.strip() in figures and any(word and word in head for word in cohorts)
        for cell, head in zip(row.cells, row.heads, strict=False)
    )
