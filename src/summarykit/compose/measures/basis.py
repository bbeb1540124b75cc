"""Which measure tells the policy that several follow: the first that does not name it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from summarykit.compose.language.matching import told
from summarykit.compose.measures.draft import Around, Draft, Value, row
from summarykit.compose.outcome.citing import measure_named, terms, titles
from summarykit.compose.outline.items import has_words, measures_of
from summarykit.compose.views import View
from summarykit.model.plan import Policy
from summarykit.model.values import PartialDate
from summarykit.model.vocabulary import PolicyKind
from summarykit.packs import Phrase

_TOLD_HERE: Final = frozenset({PolicyKind.SCHOOL_RULE, PolicyKind.PROGRAMME})


@dataclass(frozen=True)
class Citing:
    """Says of each measure which rules and policies are told with it, none of them twice.

    Laws and notices are told where the document begins.
    """

    around: Around

    def basis(self, d: Draft) -> Phrase:
        """Return the clause on what the measure follows: 依照《家访制度》执行."""
        first = (p for p in _policies(d.m, self.around) if self._first.get(p.ref) == d.m.ref)
        found = [p for p in first if not told(p.title, *d.told_beside)]
        rules = [p for p in found if _is_rule(p)]
        others = [Phrase((measure_named(p), terms(p))) for p in found if not _is_rule(p)]
        own = self.around.record.organisation.name
        dates = [value for _, value in d.m.entity if isinstance(value, PartialDate)]
        return Phrase(
            (
                d.put("rules", titles(rules, own, dates)) if rules else "",
                "，" if rules and others else "",
                Phrase((d.will, d.put("policies", row(others)))) if others else "",
            )
        )

    @cached_property
    def _first(self) -> dict[str, str]:
        """The measure that tells each policy, by their references."""
        found: dict[str, str] = {}
        for programme in self.around.programmes:
            for measure in measures_of(programme):
                for policy in _policies(measure, self.around) if has_words(measure) else ():
                    found.setdefault(policy.ref, measure.ref)
        return found


def _policies(measure: View, around: Around) -> Iterable[View]:
    """Yield the rules and policies of a measure that its own words do not name."""
    links = cast("Iterable[Value]", measure.template_value("policies"))
    texts = (measure.template_value("practice"), measure.template_value("name"))
    for link in links:
        policy = around.linked(link)
        entity = policy.entity if policy else None
        if policy and isinstance(entity, Policy) and entity.kind in _TOLD_HERE:
            names = (entity.title, *(one.name for one in entity.short_names))
            if not any(told(name, *texts) for name in names):
                yield policy


def _is_rule(policy: View) -> bool:
    return isinstance(policy.entity, Policy) and policy.entity.kind is PolicyKind.SCHOOL_RULE
