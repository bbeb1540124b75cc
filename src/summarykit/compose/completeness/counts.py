"""What is understood of counts without being printed: a definition, a row, a share."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from summarykit.compose.completeness.printed import Printed, Row
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.model.population import CohortDefinition, Indicator, Population
from summarykit.model.vocabulary import Cohort, CohortRule

_OF_A_SHARE: Final = ("cohort", "denominator", "name", "numerator", "value")
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
                return self._definition(fact, fact.value)
            case Population() as counted if fact.field in {"count", *_SPLITS}:
                return self._row(counted)
            case Indicator() as indicator if fact.field in _OF_A_SHARE:
                return self._share(fact, indicator)
            case _:
                return None

    def _definition(self, fact: Standing, rule: CohortRule) -> str | None:
        """Return what defines the cohort: said once, it holds for all its counts."""
        entity = fact.home.entity
        cohort = getattr(entity, "cohort", None)
        return self._defined.get((cohort, rule)) if isinstance(cohort, Cohort) else None

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


def _counts(row: Row, counted: Population) -> bool:
    """Return whether a cell of the row, under the name of the cohort, has the count."""
    figures = {str(counted.count), str(counted.count).removesuffix(counted.count.unit)}
    cohorts = (counted.cohort.label, counted.name, *COHORT_WORDS.get(counted.cohort, ()))
    return any(
        cell.strip() in figures and any(word and word in head for word in cohorts)
        for cell, head in zip(row.cells, row.heads, strict=False)
    )
