"""Which facts a document was not to tell: those of other reports and of other readers."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.scope import PRIVATE, Audience, is_for
from summarykit.model.organisation import Person, Pupil
from summarykit.model.population import CohortDefinition, Population
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import SectionKind

OWNERS: Final[Mapping[str, ProgrammeKind]] = MappingProxyType(
    {
        "enrolment_flow": ProgrammeKind.DROPOUT_PREVENTION,
        "home_visits": ProgrammeKind.HOME_VISITS,
        "responsibilities": ProgrammeKind.DROPOUT_PREVENTION,
    }
)
"""The programme whose report tells these, where a record has several programmes."""
EVERYWHERE: Final = "leading_groups"
"""The part of the responsibilities that every report tells."""
_BY_RULE: Final[Mapping[str, SectionKind]] = MappingProxyType(
    {"attachments": SectionKind.ATTACHMENTS, "signature": SectionKind.SIGNATURE}
)


class Outside:
    """What one document was not to tell, by the rules of `compose.scope`."""

    def __init__(self, standings: Standings, telling: Telling) -> None:
        self._standings = standings
        self._record = standings.record
        self._report = telling.report
        self._audience = telling.audience
        self._kinds = telling.kinds(standings.record)
        self._missing = telling.sections.difference(s.id for s in telling.report.sections)
        self._section_kinds = {section.kind for section in telling.report.sections}

    def is_private(self, fact: Standing) -> bool:
        """Return whether the reader must not see the fact."""
        home, public = fact.home, self._audience is Audience.PUBLIC
        if isinstance(home.entity, Pupil):
            # The public may not know which child is meant; others know it from what is told.
            return public or (
                self._is_unused(home) and any(map(self._is_hidden, self._users(home)))
            )
        hidden = public and fact.field in PRIVATE.get(type(fact.holder.entity), ())
        return hidden or self._is_hidden(home)

    def is_elsewhere(self, fact: Standing) -> bool:
        """Return whether another report tells the fact: of other programmes, cohorts, parts."""
        if fact.path[0] == "programmes":
            return self._is_other_programme(fact)
        match fact.home.entity:
            case Population(cohort=cohort) | CohortDefinition(cohort=cohort):
                return bool(self._report.cohorts) and cohort not in self._report.cohorts
            case Pupil():
                return self._is_unused(fact.home)
            case Person(name=name):
                inside, beside = self._words
                return name not in inside and name in beside
            case _:
                return self._is_other(fact.home) or self._has_no_section(str(fact.path[0]))

    def _is_hidden(self, home: Home) -> bool:
        return not is_for(self._audience, home.entity)

    def _users(self, home: Home) -> list[Home]:
        """Return the cases and visits that tell of a pupil."""
        return [self._standings.homes[ref] for ref in self._standings.linked.get(home.ref, ())]

    def _is_unused(self, home: Home) -> bool:
        """Return whether all that tells of a pupil is left out."""
        users = self._users(home)
        return bool(users) and all(self._is_hidden(u) or self._is_other(u) for u in users)

    def _is_other_programme(self, fact: Standing) -> bool:
        kind, name = fact.path[1], str(fact.path[2])
        if kind not in self._kinds:
            return True
        if name == "title":
            return len(self._kinds) > 1  # the title of a summary of this work alone
        return name in self._missing  # other reports have a section that is called like it

    def _is_other(self, home: Home) -> bool:
        """Return whether an entity belongs to other programmes than the report tells."""
        own: tuple[ProgrammeKind, ...] = getattr(home.entity, "programmes", ())
        if own:
            return not set(own).intersection(self._kinds)
        owner = OWNERS.get(str(home.path[0])) if home.path else None
        shared = home.path[1:2] == (EVERYWHERE,)
        return owner in self._record.programmes and owner not in self._kinds and not shared

    def _has_no_section(self, part: str) -> bool:
        kind = _BY_RULE.get(part)
        return kind is not None and kind not in self._section_kinds

    @cached_property
    def _words(self) -> tuple[str, str]:
        """Return the words of the record that are for this report, and those that are not."""
        told: tuple[list[str], list[str]] = ([], [])
        for fact in self._standings.facts:
            if type(fact.value) is str and not isinstance(fact.home.entity, Person):
                told[self.is_elsewhere(fact)].append(fact.text)
        return "\n".join(told[False]), "\n".join(told[True])
