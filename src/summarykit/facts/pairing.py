"""Ratios times counts: as many pairs as the helpers and what each of them does allow."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.comparing import Comparison, product_differs
from summarykit.facts.rates import PEOPLE, exact_figure, is_more
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
from summarykit.model.plan import Measure, MentorGroup
from summarykit.model.values import Quantity
from summarykit.model.values.figure_words import Qualifier

_PAIRS: Final = frozenset({"对", ""})
_HINT: Final = message("compare the pairs, the helpers and how many each of them has")
_BOUNDED: Final = frozenset({Qualifier.EXACT, Qualifier.RANGE})


def check_pairing(found: Survey) -> Iterator[Finding]:
    """Return every number of pairs that the helpers and their ratio do not allow."""
    for path, measure in found.of(Measure):
        yield from _product(measure, path)
        yield from _within(measure, path)
        yield from _groups(measure, path)


def _product(measure: Measure, path: Path) -> Iterator[Finding]:
    """Return the finding for pairs that are not as many for each helper as is said."""
    pairs, helpers = exact_figure(measure.pairs), exact_figure(measure.mentors)
    each = exact_figure(measure.per_mentor)
    if measure.pairs is None or pairs is None or helpers is None or each is None:
        return
    if pairs == helpers * each or measure.pairs.unit not in _PAIRS or each % 1:
        return  # 2.5名 is an average
    yield product_differs((helpers, each), measure.pairs, (*path, "pairs"), _HINT)


@dataclass(frozen=True, slots=True)
class _Share:
    """So many helpers, each of whom has at least and at most so many."""

    helpers: Decimal
    least: Decimal
    most: Decimal

    def spelled(self, each: Decimal) -> str:
        """Return the product as it is written down: 13 × 2."""
        return f"{numbers.plain(self.helpers)} × {numbers.plain(each)}"


def _within(measure: Measure, path: Path) -> Iterator[Finding]:
    """Return the finding for pairs beyond what a range or several ratios allow together."""
    pairs = exact_figure(measure.pairs)
    if pairs is None or measure.pairs is None or measure.pairs.unit not in _PAIRS:
        return
    shares = tuple(_shares(measure))
    least = sum(one.helpers * one.least for one in shares)
    most = sum(one.helpers * one.most for one in shares)
    if shares and not least <= pairs <= most:
        low, high = (_spelled(shares, attribute) for attribute in ("least", "most"))
        said = message(
            "{low} to {high}, but {stated} is stated", low=low, high=high, stated=measure.pairs
        )
        place = Place(path=(*path, "pairs"))
        yield Finding(Severity.WARNING, Code.TOTAL_DIFFERS_FROM_PARTS, said, place, _HINT)


def _spelled(shares: tuple[_Share, ...], attribute: str) -> str:
    terms = " + ".join(one.spelled(getattr(one, attribute)) for one in shares)
    total = sum((one.helpers * getattr(one, attribute) for one in shares), Decimal(0))
    return f"{terms} = {numbers.plain(total)}"


def _shares(measure: Measure) -> Iterator[_Share]:
    """Yield the helpers with their ratio: by groups that are all of them, or all alike."""
    helpers, groups = exact_figure(measure.mentors), measure.mentor_groups
    counted = [exact_figure(group.count) for group in groups]
    if exact_figure(measure.per_mentor) is not None:
        return  # `_product` looks at that
    if groups and helpers is not None and _is_all(counted, helpers):
        shares = [_share(group.count, group.each) for group in groups]
        whole = [one for one in shares if one is not None]
        yield from whole if len(whole) == len(shares) else ()
    elif measure.per_mentor is not None:
        share = _share(measure.mentors, measure.per_mentor)
        yield from () if share is None else (share,)


def _is_all(counted: list[Decimal | None], helpers: Decimal) -> bool:
    """Return whether the groups make up all helpers; where they overlap, they are more."""
    known = [figure for figure in counted if figure is not None]
    return len(known) == len(counted) and sum(known) == helpers


def _share(count: Quantity | None, each: Quantity | None) -> _Share | None:
    helpers = exact_figure(count)
    if helpers is None or each is None or each.qualifier not in _BOUNDED:
        return None
    least, most = each.low, each.high
    if least is None or most is None or least % 1:
        return None  # 2.5名 is an average
    return _Share(helpers, least, most)


def _groups(measure: Measure, path: Path) -> Iterator[Finding]:
    for place, group in enumerate(measure.mentor_groups):
        if _is_larger(group, measure.mentors):
            where = (*path, "mentor_groups", place, "count")
            whole = (*path, "mentors")
            told = Comparison(where, group.who, group.count, whole, "帮扶人数", measure.mentors)
            yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)


def _is_larger(group: MentorGroup, helpers: Quantity | None) -> bool:
    units = {one.unit for one in (group.count, helpers) if one is not None}
    return units <= PEOPLE and is_more(group.count, helpers)
