"""What a briefing tells of counts and rates: whom the work is for, and what shows results."""

from typing import Final

from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.outcome.outcomes import rate_behind
from summarykit.compose.situation.totals import total_of
from summarykit.compose.views import Missing, View
from summarykit.model.outcome import Result
from summarykit.model.population import Indicator, Population

_OF_A_TOTAL: Final = ("cohort", "count", "name")
"""What a briefing says of a count: of whom it is, and how many they are."""


class Briefed:
    """Which counts and rates a briefing tells; the others are for the summary of the year."""

    def __init__(self, standings: Standings, telling: Telling) -> None:
        self._homes = standings.homes
        kinds = telling.kinds(standings.record)
        foremost = telling.wording.terms.get("foremost", {})
        counts = self._views(Population)
        totals = (total_of(counts, foremost.get(kind.value)) for kind in kinds)
        results = (view for view in self._views(Result) if self._is_of(view, kinds))
        rates = (rate_behind(result, self._find) for result in results)
        self._told = frozenset(one.ref for one in (*totals, *rates) if isinstance(one, View))

    def is_beside(self, fact: Standing) -> bool:
        """Return whether a fact is of a count or a rate that a briefing does not tell."""
        match fact.home.entity:
            case Population() if fact.field not in _OF_A_TOTAL:
                return True
            case Population() | Indicator():
                return fact.home.ref not in self._told
            case _:
                return False

    def _views(self, kind: type[Population | Result]) -> tuple[View, ...]:
        homes = self._homes.values()
        return tuple(View(h.entity, h.ref) for h in homes if isinstance(h.entity, kind))

    def _is_of(self, result: View, kinds: tuple[object, ...]) -> bool:
        return self._homes[result.ref].path[1] in kinds

    def _find(self, link: object) -> View | Missing:
        found: Home | None = self._homes.get(str(link))
        return View(found.entity, found.ref) if found else Missing(str(link))
