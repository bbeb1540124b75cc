"""Money and those it helped: totals and standards, parts, what was spent of what was given."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.comparing import Comparison, product_differs
from summarykit.facts.rates import PEOPLE, exact_figure, is_more
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
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
# How often at most a standard for a shorter time is paid in the time of the record.
_AT_MOST: Final[Mapping[PeriodKind, Mapping[MoneyPeriod, int]]] = MappingProxyType(
    {
        PeriodKind.TERM: {MoneyPeriod.MONTH: 6, MoneyPeriod.WEEK: 27, MoneyPeriod.DAY: 184},
        PeriodKind.SCHOOL_YEAR: {
            MoneyPeriod.TERM: 2,
            MoneyPeriod.MONTH: 12,
            MoneyPeriod.WEEK: 53,
            MoneyPeriod.DAY: 366,
        },
        PeriodKind.CALENDAR_YEAR: {
            MoneyPeriod.TERM: 2,
            MoneyPeriod.MONTH: 12,
            MoneyPeriod.WEEK: 53,
            MoneyPeriod.DAY: 366,
        },
    }
)
# What those are counted in whom a standard is for; one that names nobody is a person's.
_COUNTED_IN: Final[Mapping[Basis, frozenset[str]]] = MappingProxyType(
    {Basis.TOTAL: PEOPLE, Basis.PER_HEAD: PEOPLE, Basis.PER_HOUSEHOLD: frozenset("户")}
)

_COMPARE: Final = message("compare the amount, the standard and how many were helped")


def check_aid(found: Survey) -> Iterator[Finding]:
    """Return every amount or count of aid and donations that another one contradicts."""
    kinds = [period.kind for _, period in found.of(Period)]
    once = frozenset(period for kind in kinds for period in _ONCE.get(kind, ()))
    often = {name: most for kind in kinds for name, most in _AT_MOST.get(kind, {}).items()}
    for path, aid in found.of(Aid):
        yield from _total(aid, path, once)
        yield from _at_most(aid, path, often)
        yield from _of_whom(aid, path)
    for path, donation in found.of(Donation):
        yield from _spent(donation, path)


def _total(aid: Aid, path: Path, once: frozenset[MoneyPeriod]) -> Iterator[Finding]:
    factors = _factors(aid)
    each, total = aid.per_head, aid.amount
    if factors is None or each is None or total is None or _yuan(total) is None:
        return
    if factors[0] * factors[1] != _yuan(total) and _is_once(each, total, once):
        yield product_differs(factors, total, (*path, "amount"), _COMPARE)


def _factors(aid: Aid) -> tuple[Decimal, Decimal] | None:
    """Return the standard and how many it is for, where both are exact and fit together."""
    each, heads = aid.per_head, aid.beneficiaries
    if each is None or heads is None or heads.unit not in _COUNTED_IN.get(each.basis, ()):
        return None
    price, count = _yuan(each), exact_figure(heads)
    return None if price is None or count is None else (price, count)


def _at_most(aid: Aid, path: Path, often: Mapping[MoneyPeriod, int]) -> Iterator[Finding]:
    """Return the finding for more than the standard of a month, paid in every month, makes."""
    factors, each, total = _factors(aid), aid.per_head, aid.amount
    stated = _yuan(total)
    if factors is None or each is None or each.period is None or total is None:
        return
    times = often.get(each.period, 0)
    most = factors[0] * factors[1] * times
    if stated is None or not times or stated <= most or total.basis is not Basis.TOTAL:
        return
    terms = " × ".join(numbers.plain(one) for one in (*factors, times))
    yield Finding(
        Severity.WARNING,
        Code.TOTAL_DIFFERS_FROM_PARTS,
        message(
            "{arithmetic} at most, but {stated} is stated",
            arithmetic=f"{terms} = {numbers.plain(most)}",
            stated=total,
        ),
        Place(path=(*path, "amount")),
        _COMPARE,
    )


def _yuan(amount: Money | None) -> Decimal | None:
    return amount.yuan if amount is not None and amount.amount.is_exact else None


def _is_once(each: Money, total: Money, once: frozenset[MoneyPeriod]) -> bool:
    if total.basis is not Basis.TOTAL:
        return False
    return each.period is total.period or (total.period is None and each.period in once)


def _of_whom(aid: Aid, path: Path) -> Iterator[Finding]:
    heads, whole_amount = aid.beneficiaries, _yuan(aid.amount)
    for place, share in enumerate(aid.of_whom):
        if is_more(share.count, heads):
            where, whole = (*path, "of_whom", place, "count"), (*path, "beneficiaries")
            told = Comparison(where, share.group, share.count, whole, "受益人数", heads)
            yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)
        spent = _yuan(share.amount)
        if aid.amount is None or share.amount is None or aid.amount.per != share.amount.per:
            continue
        if spent is not None and whole_amount is not None and spent > whole_amount:
            where, whole = (*path, "of_whom", place, "amount"), (*path, "amount")
            told = Comparison(where, share.group, share.amount, whole, "总额", aid.amount)
            yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)


def _spent(donation: Donation, path: Path) -> Iterator[Finding]:
    given, spent = _yuan(donation.amount), _yuan(donation.spent)
    if given is not None and spent is not None and spent > given:
        where, whole = (*path, "spent"), (*path, "amount")
        told = Comparison(where, "支出", donation.spent, whole, "捐款", donation.amount)
        yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)
