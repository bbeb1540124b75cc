"""What is understood without being printed: a period by its name, a chair by 任组长."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from summarykit.compose.completeness.printed import Printed
from summarykit.compose.completeness.standing import Standing, Standings
from summarykit.compose.completeness.vicinity import Vicinity
from summarykit.compose.language.period import earlier_of, name_before, names_of
from summarykit.compose.outline.assigned import is_of_the_text
from summarykit.l10n import numerals
from summarykit.model.catalogue import load_catalogue
from summarykit.model.organisation import Period, Person, Pupil
from summarykit.model.plan import Contract, Policy, ShortName, Slogan
from summarykit.model.record import Programme
from summarykit.model.vocabulary import PolicyKind

_CHAIRING: Final = re.compile("(?P<body>.*?)(?P<post>副?组长)")
_LAST_WORDS: Final = 4
"""领导小组 says 关爱工程领导小组 where the chair is named."""
_OF: Final = ("国家", "省", "市", "县", "")
_STATE: Final = "中华人民共和国"
_MARKS: Final = str.maketrans("", "", "“”《》")
_IN_QUOTES: Final = re.compile("“([^“”]{4,})”")
_OWN: Final = 2
"""The length of the path of a date of the period itself."""
_FINDING: Final = ("issuer", "issued", "number")
_LAWS: Final = (PolicyKind.LAW, PolicyKind.REGULATION)


class Customs:
    """Finds what says a fact by a custom of such texts."""

    def __init__(self, standings: Standings, printed: Printed, vicinity: Vicinity) -> None:
        self._standings = standings
        self._printed = printed
        self._vicinity = vicinity

    def place(self, fact: Standing) -> str | None:
        """Return what says the fact: the reference of a printed fact, or the id of a block."""
        match fact.home.entity:
            case Period() as period if fact.field in {"start", "end"}:
                earlier = len(fact.path) > _OWN
                return self._compared(period) if earlier else self._called(names_of(period))
            case Person() if fact.field == "role":
                return self._role(fact)
            case Policy() as policy:
                return self._of_policy(fact, policy)
            case Slogan() as slogan if fact.field == "declared":
                return self._declared(fact, slogan)
            case _:
                return self._once(fact)

    def _once(self, fact: Standing) -> str | None:
        """Return what says a closing for several programmes, or a child in its case."""
        match fact.home.entity, fact.field:
            case Programme(), "closing":
                found = self._printed.saying(fact.text.rstrip("。"))
                return next((saying.place for saying in found), None)
            case Contract() as contract, ("signed" | "tied_to"):
                return self._of_namesake(fact, contract)
            case Pupil(), ("alias" | "grade"):
                users = self._standings.linked.get(fact.home.ref, ())
                refs = (f"{user}.{fact.field}" for user in sorted(users))
                return next((ref for ref in refs if self._printed.facts(ref)), None)
            case _:
                return None

    def _of_namesake(self, fact: Standing, contract: Contract) -> str | None:
        """Return what says a fact that several contracts of one name have in common, once."""
        alike = (
            home.ref
            for home in self._standings.homes.values()
            if isinstance(home.entity, Contract)
            and home.entity.name == contract.name
            and getattr(home.entity, fact.field) == fact.value
        )
        said = (self._printed.facts(f"{ref}.{fact.field}") for ref in alike)
        return next((facts[0].ref for facts in said if facts), None)

    def _compared(self, period: Period) -> str | None:
        """Return what names the period of comparison, by its years or as the one before."""
        earlier, word = earlier_of(period), name_before(period)
        forms = (*([word] if word else []), *(names_of(earlier) if earlier else ()))
        return self._called(forms)

    def _called(self, forms: Iterable[str]) -> str | None:
        """Return what prints one of the names."""
        found = (saying for form in forms for saying in self._printed.saying(form))
        return next((saying.place for saying in found), None)

    def _role(self, fact: Standing) -> str | None:
        """Return where a person chairs a group: 由校长任组长 says 领导小组组长 of 校长.

        Who wrote the text is not told: of 领导小组组长，本文撰写人 the first part is all.
        """
        part = "，".join(one for one in fact.text.split("，") if not is_of_the_text(one))
        if part and part != fact.text:
            told = next(self._printed.saying(part), None)
            if told is not None:
                return told.place
        found = _CHAIRING.fullmatch(part)
        if found is None:
            return None
        group, post = found["body"][-_LAST_WORDS:], found["post"]
        sayings = self._vicinity.of(fact.home)
        return next((s.place for s in sayings if post in s.text and group in s.text), None)

    def _of_policy(self, fact: Standing, policy: Policy) -> str | None:
        """Return what says a fact of a document, or of a short name that it has."""
        if isinstance(fact.holder.entity, ShortName):
            return self._meaning(fact, fact.holder.entity)
        if fact.field == "title":
            return self._short_name(fact, policy)
        return self._found_by(fact, policy) if fact.field in _FINDING else None

    def _found_by(self, fact: Standing, policy: Policy) -> str | None:
        """Return what finds a document as well: a law its title, others the year of its number.

        The order by which a law was made public, and its date, are not cited.
        """
        field = "title" if policy.kind in _LAWS else "number"
        if field == "number":
            year = policy.issued.year if policy.issued else None
            # Whoever cites a number, 云教〔2023〕18号, does not cite the day beside it.
            if fact.field != "issued" or str(year) not in (policy.number or ""):
                return None
        said = self._printed.facts(f"{fact.home.ref}.{field}")
        return said[0].ref if said else None

    def _short_name(self, fact: Standing, policy: Policy) -> str | None:
        """Return what says the short name that a title is made of: “两免一补”政策."""
        title, core = policy.title, policy.title.translate(_MARKS).removesuffix("政策")
        names = [n.name for n in policy.short_names if core in {w + n.name for w in _OF}]
        names += _IN_QUOTES.findall(title)
        near = (s for s in self._vicinity.of(fact.home) for name in names if name in s.text)
        of_state = title.removeprefix(_STATE) if title.startswith(_STATE) else ""
        anywhere = self._printed.saying(of_state) if of_state else iter(())
        return next((saying.place for saying in (*near, *anywhere)), None)

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
        return items[0][0].ref if items and len(items) == count and all(items) else None

    def _meaning(self, fact: Standing, short: ShortName) -> str | None:
        """Return what says a short name whose meaning everybody knows from the catalogue."""
        term = load_catalogue().term_named(short.name)
        known = term is not None and term.items == short.items and fact.field == "items"
        sayings = self._vicinity.of(fact.home) if known else ()
        return next((s.place for s in sayings if short.name in s.text), None)


def _numerals(count: Decimal) -> tuple[str, ...]:
    return (str(count), numerals.to_chinese(count), numerals.to_counting(count))
