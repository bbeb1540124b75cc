"""What is understood without being printed: a period by its name, a chair by 任组长."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

from summarykit.compose.completeness.cohort_words import COHORT_WORDS
from summarykit.compose.completeness.printed import Printed, Row, Saying
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.completeness.vicinity import Vicinity
from summarykit.compose.period import period_name
from summarykit.compose.views import Shown
from summarykit.l10n import numerals
from summarykit.model.catalogue import load_catalogue
from summarykit.model.organisation import Period, Person
from summarykit.model.plan import Policy, ShortName, Slogan
from summarykit.model.population import CohortDefinition, Indicator, Population
from summarykit.model.vocabulary import Cohort, CohortRule, PeriodKind

_CHAIRING: Final = re.compile("(?P<body>.*?)(?P<post>副?组长)")
_LAST_WORDS: Final = 4
"""领导小组 says 关爱工程领导小组 where the chair is named."""
_SPLITS: Final = ("grade", "class_name", "organisation", "origin")
_OF_A_SHARE: Final = ("cohort", "denominator", "name", "numerator", "value")
_OF: Final = ("国家", "省", "市", "县")
_QUOTED: Final = str.maketrans("", "", "“”《》")
_PERIODS: Final = {PeriodKind.SCHOOL_YEAR: 1, PeriodKind.CALENDAR_YEAR: 0, PeriodKind.TERM: 1}
"""The kinds of period that a name says, and in how many years they end at the latest."""


class Customs:
    """Finds what says a fact by a custom of such texts."""

    def __init__(self, standings: Standings, printed: Printed, vicinity: Vicinity) -> None:
        self._standings = standings
        self._printed = printed
        self._vicinity = vicinity

    def place(self, fact: Standing) -> str | None:
        """Return what says the fact: the reference of a printed fact, or the id of a block."""
        match fact.home.entity:
            case Period() | Person() | Policy() as entity:
                return self._named(fact, entity)
            case Population() | CohortDefinition() if isinstance(fact.value, CohortRule):
                return self._definition(fact, fact.value)
            case Population() as counted if fact.field in {"count", *_SPLITS}:
                return self._row(counted)
            case Indicator() as indicator:
                return self._share(fact, indicator)
            case Slogan() as slogan if fact.field == "declared":
                return self._declared(fact, slogan)
            case _:
                return None

    def _named(self, fact: Standing, entity: Period | Person | Policy) -> str | None:
        match entity:
            case Period() if fact.path[1:] in {("start",), ("end",)}:
                return self._period(entity)
            case Person() if fact.field == "role":
                return self._role(fact)
            case Policy() if fact.field == "title":
                return self._short_name(fact, entity)
            case Policy() if isinstance(fact.holder.entity, ShortName):
                return self._meaning(fact, fact.holder.entity)
            case _:
                return None

    def _period(self, period: Period) -> str | None:
        """Return what prints the name that the dates of the period make: 2023—2024学年."""
        start, end, span = period.start, period.end, _PERIODS.get(period.kind)
        name = period_name(period.model_copy(update={"name": None}))
        if start is None or start.year is None or span is None or not isinstance(name, Shown):
            return None
        last = start.year if end is None or end.year is None else end.year
        if not start.year <= last <= start.year + span:
            return None
        forms = (str(name), str(name).removesuffix("度"))
        found = (saying for form in forms for saying in self._printed.saying(form))
        return next((saying.place for saying in found), None)

    def _role(self, fact: Standing) -> str | None:
        """Return where a person chairs a group: 由校长任组长 says 领导小组组长 of 校长."""
        found = _CHAIRING.fullmatch(fact.text)
        if found is None:
            return None
        group, post = found["body"][-_LAST_WORDS:], found["post"]
        sayings = self._vicinity.of(fact.home)
        return next((s.place for s in sayings if post in s.text and group in s.text), None)

    def _short_name(self, fact: Standing, policy: Policy) -> str | None:
        """Return what says the short name that a title is made of: “两免一补”政策."""
        core = policy.title.translate(_QUOTED).removesuffix("政策")
        names = [one.name for one in policy.short_names]
        short = next((name for name in names if core in {name, *(w + name for w in _OF)}), None)
        sayings: tuple[Saying, ...] = self._vicinity.of(fact.home) if short else ()
        return next((s.place for s in sayings if short and short in s.text), None)

    def _declared(self, fact: Standing, slogan: Slogan) -> str | None:
        """Return what says how many items there are: 五必访, or the list of all of them."""
        count = slogan.declared.number if slogan.declared else None
        name = self._printed.facts(f"{fact.home.ref}.name")
        items = [
            self._printed.facts(f"{fact.home.ref}.items[{n}].text")
            for n in range(len(slogan.items))
        ]
        if count is None:
            return None
        if name and any(numeral in slogan.name for numeral in _numerals(count)):
            return name[0].ref
        return items[0][0].ref if len(items) == count and all(items) else None

    def _meaning(self, fact: Standing, short: ShortName) -> str | None:
        """Return what says a short name whose meaning everybody knows from the catalogue."""
        term = load_catalogue().term_named(short.name)
        known = term is not None and term.items == short.items and fact.field == "items"
        sayings = self._vicinity.of(fact.home) if known else ()
        return next((s.place for s in sayings if short.name in s.text), None)

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
        if fact.field not in _OF_A_SHARE:
            return None
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


def _numerals(count: Decimal) -> tuple[str, ...]:
    return (str(count), numerals.to_chinese(count), numerals.to_counting(count))


def _counts(row: Row, counted: Population) -> bool:
    """Return whether a cell of the row, under the name of the cohort, has the count."""
    figures = {str(counted.count), str(counted.count).removesuffix(counted.count.unit)}
    cohorts = (counted.cohort.label, counted.name, *COHORT_WORDS.get(counted.cohort, ()))
    return any(
        cell.strip() in figures and any(word and word in head for word in cohorts)
        for cell, head in zip(row.cells, row.heads, strict=False)
    )
