"""Which facts a document was not to tell: those of other reports and of other readers."""

from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from summarykit.compose import imprint, letterhead
from summarykit.compose.belonging import is_told_by
from summarykit.compose.completeness.briefed import Briefed
from summarykit.compose.completeness.leaving import Telling
from summarykit.compose.completeness.standing import Home, Standing, Standings
from summarykit.compose.extra_fields import declared_as, is_internal
from summarykit.compose.outline.assigned import is_of_other_work
from summarykit.compose.planning import is_planned, left_out_fields
from summarykit.compose.scope import elsewhere
from summarykit.model.events import Activity
from summarykit.model.organisation import Person, Pupil
from summarykit.model.plan import Measure
from summarykit.model.population import CohortDefinition, Population
from summarykit.packs import DocumentKind, SectionKind
from summarykit.privacy.withholding import hidden_fields, is_for

_BY_RULE: Final[Mapping[str, SectionKind]] = MappingProxyType(
    {"attachments": SectionKind.ATTACHMENTS, "signature": SectionKind.SIGNATURE}
)


class Outside:
    """What one document was not to tell, by the rules of `compose.scope`."""

    def __init__(self, standings: Standings, telling: Telling) -> None:
        record, report = standings.record, telling.report
        self._standings = standings
        self._cohorts = report.cohorts
        self._audience = telling.audience
        self._kinds = telling.kinds(record)
        self._titled = telling.titled
        self._unprinted = (letterhead.FIELDS | imprint.FIELDS) - telling.official
        self._absent = left_out_fields(record, report, self._kinds)
        self._apart = elsewhere(record, self._kinds)
        self._is_summary = report.kind is DocumentKind.SUMMARY
        self._ways = {section.kind for section in report.sections}
        self._only_planned = report.kind is DocumentKind.PLAN
        is_briefing = report.kind is DocumentKind.BRIEFING
        self._briefed = Briefed(standings, telling) if is_briefing else None
        self._fields = telling.fields

    def is_private(self, fact: Standing) -> bool:
        """Return whether the reader must not see the fact."""
        home, public = fact.home, self._audience.is_public
        if isinstance(home.entity, Pupil):
            # The public may not know which child is meant; others know it from what is told.
            return public or (
                self._is_unused(home) and any(map(self._is_hidden, self._users(home)))
            )
        hidden = fact.field in hidden_fields(self._audience, type(fact.holder.entity))
        return hidden or self._is_hidden(home)

    def is_elsewhere(self, fact: Standing) -> bool:
        """Return whether another report tells the fact: of other programmes, cohorts, parts."""
        if self._is_absent(fact) or (self._briefed and self._briefed.is_beside(fact)):
            return True
        match fact.home.entity:
            case Population(cohort=cohort) | CohortDefinition(cohort=cohort):
                return bool(self._cohorts) and cohort not in self._cohorts
            case Measure() | Activity() as work if self._only_planned:
                return not is_planned(work) or self._is_other(fact.home)
            case Person() as person:
                return self._is_of_others(person) or self._is_named_elsewhere(person.name)
            case Pupil(alias=name):
                return self._is_unused(fact.home) or self._is_named_elsewhere(name or "")
            case _:
                return self._is_other(fact.home) or self._is_start_of_others(fact)

    def _is_of_others(self, person: Person) -> bool:
        """Return whether the part of a person is about work that other reports tell."""
        every = self._standings.record.programmes
        return is_of_other_work(person.role or "", self._kinds, every)

    def _is_start_of_others(self, fact: Standing) -> bool:
        """Return whether only programmes of other reports started when the period says.

        Where no programme says so, it is the start of all: the report on all of them has it.
        """
        if fact.field != "programme_start":
            return False
        programmes = self._standings.record.programmes
        started = {k for k, programme in programmes.items() if programme.start == fact.value}
        whole = started or programmes.keys()
        return whole.isdisjoint(self._kinds) or not (started or {*self._kinds} >= {*whole})

    def _is_named_elsewhere(self, name: str) -> bool:
        """Return whether only what other reports tell names a person."""
        inside, beside = self._words
        return name not in inside and name in beside

    def _is_absent(self, fact: Standing) -> bool:
        """Return whether the report leaves out the field that a fact stands in."""
        steps = [str(step) for step in fact.path if not isinstance(step, int)]
        if steps[0] == "programmes":
            kind, *steps = fact.path[1], *steps[2:]
            titled = steps[0] == "title" and self._is_titled_elsewhere(kind)
            if titled or kind not in self._kinds:
                return True
        else:
            needed = _BY_RULE.get(steps[0])
            if needed is not None and needed not in self._ways:
                return True
            # Printed in a letterhead and an imprint, or not at all.
            if steps[0] == "signature" and steps[-1] in self._unprinted:
                return True
        return any(name in self._absent for name in accumulate(steps, "{}.{}".format))

    def _is_titled_elsewhere(self, kind: object) -> bool:
        """Return whether the title of a programme is for the summary of that work alone."""
        return len(self._kinds) > 1 or kind in self._titled or not self._is_summary

    def _is_hidden(self, home: Home) -> bool:
        if self._audience.is_public and is_internal(home.entity, self._fields):
            return True
        return not is_for(self._audience, home.entity)

    def _users(self, home: Home) -> list[Home]:
        """Return the cases and visits that tell of a pupil."""
        return [self._standings.homes[ref] for ref in self._standings.linked.get(home.ref, ())]

    def _is_unused(self, home: Home) -> bool:
        """Return whether all that tells of a pupil is left out; to people nothing refers."""
        users = self._users(home)
        return bool(users) and all(
            self._is_hidden(user) or self._is_other(user) or user.path[0] in self._absent
            for user in users
        )

    def _is_other(self, home: Home) -> bool:
        """Return whether an entity belongs to other programmes than the report tells."""
        own = getattr(home.entity, "programmes", ())
        declared = declared_as(home.entity, self._fields)
        own = own or (declared.programmes if declared else ())
        if not is_told_by(self._kinds, own, self._standings.record):
            return True
        return not self._apart.isdisjoint((home.path[:1], home.path[:2]))

    @cached_property
    def _words(self) -> tuple[str, str]:
        """Return the words of the record that are for this report, and those that are not."""
        told: tuple[list[str], list[str]] = ([], [])
        for fact in self._standings.facts:
            if type(fact.value) is str and not isinstance(fact.home.entity, Person | Pupil):
                told[self.is_elsewhere(fact)].append(fact.text)
        return "\n".join(told[False]), "\n".join(told[True])
