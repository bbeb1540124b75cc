"""Money and those it helped: totals and standards, parts, what was spent of what was given."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, message
from summarykit.facts.comparing import Comparison, product_differs
from summarykit.facts.rates import PEOPLE, exact_figure, is_more
from summarykit.facts.survey import Survey
from summarykit.model.events import Aid, Donation
from summarykit.model.organisation import Period
from summarykit.model.values import Money
from summarykit.model.values.money import Basis, MoneyPeriod
from summarykit.model.vocabulary import PeriodKind

# A total that names no period is that of the record; a standard for as long is paid once in it.
_ONCE: Final[Mapping[PeriodKind, frozenset[MoneyPeriod]]] = MappingProxyType(
    {
        PeriodKind.TERM: frozenset({MoneyPeriod.TERM}),
        PeriodKind.SCHOOL_YEAR: frozenset({MoneyPeriod.YEAR, MoneyPeriod.SCHOOL_YEAR}),
        PeriodKind.CALENDAR_YEAR: frozenset({MoneyPeriod.YEAR}),
    }
)
# What those are counted in whom a standard is for; one that names nobody is a person's.
_COUNTED_IN: Final[Mapping[Basis, frozenset[str]]] = MappingProxyType(
    {Basis.TOTAL: PEOPLE, Basis.PER_HEAD: PEOPLE, Basis.PER_HOUSEHOLD: frozenset("户")}
)


def check_aid(found: Survey) -> Iterator[Finding]:
    """Return every amount or count of aid and donations that another one contradicts."""
    kinds = [period.kind for _, period in found.of(Period)]
    once = frozenset(period for kind in kinds for period in _ONCE.get(kind, ()))
    for path, aid in found.of(Aid):
        yield from _total(aid, path, once)
        yield from _of_whom(aid, path)
    for path, donation in found.of(Donation):
        yield from _spent(donation, path)


def _total(aid: Aid, path: Path, once: frozenset[MoneyPeriod]) -> Iterator[Finding]:
    each, heads, total = aid.per_head, aid.beneficiaries, aid.amount
    if each is None or heads is None or total is None:
        return
    price, count, stated = _yuan(each), exact_figure(heads), _yuan(total)
    if price is None or count is None or stated is None or price * count == stated:
        return
    if heads.unit not in _COUNTED_IN.get(each.basis, ()) or not _is_once(each, total, once):
        return
    hint = message("compare the amount, the standard and how many were helped")
    yield product_differs((price, count), total, (*path, "amount"), hint)


def _yuan(amount: Money | None) -> Decimal | None:
    return amount.yuan if amount is not None and amount.amount.is_exact else None


def _is_once(each: Money, total: Money, once: frozenset[MoneyPeriod]) -> bool:
    if total.basis is not Basis.TOTAL:
        return False
    return each.period is total.period or (total.period is None and each.period in once)


def _of_whom(aid: Aid, path: Path) -> Iterator[Finding]:
    heads = aid.beneficiaries
    for place, share in enumerate(aid.of_whom):
        if is_more(share.count, heads):
            where, whole = (*path, "of_whom", place, "count"), (*path, "beneficiaries")
            told = Comparison(where, share.group, share.count, whole, "受益人数", heads)
            yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)


def _spent(donation: Donation, path: Path) -> Iterator[Finding]:
    given, spent = _yuan(donation.amount), _yuan(donation.spent)
    if given is not None and spent is not None and spent > given:
        where, whole = (*path, "spent"), (*path, "amount")
        told = Comparison(where, "支出", donation.spent, whole, "捐款", donation.amount)
        yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)
