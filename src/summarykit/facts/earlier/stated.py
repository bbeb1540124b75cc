"""What a record says of the period before, against the record of that period."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message, of_previous
from summarykit.facts.earlier.pairing import Pair
from summarykit.facts.partitions import Partitions
from summarykit.facts.rates import exact_figure, rate, same_kind
from summarykit.l10n import numbers
from summarykit.model.population import EnrolmentFlow, Indicator, Population
from summarykit.model.values import PartialDate, Quantity


def contradicted(pairs: Iterable[Pair], parted: Partitions) -> Iterator[Finding]:
    """Yield a warning for each earlier figure that is another one in its own record.

    Earlier counts and rates are looked at, and that what there was on the day on which one
    period ended and the next began. A count under another definition may be another one; the
    share of a part may be rounded singly or, as by `parted`, apportioned.
    """
    for pair in pairs:
        match pair.entity, pair.before:
            case Population() as ours, Population() as theirs:
                if ours.previous_definition in (None, theirs.definition):
                    yield from _compared(
                        pair, (ours.previous, theirs.count), ("previous", "count")
                    )
            case Indicator() as ours, Indicator() as theirs:
                if ours.baseline != parted.rate(int(pair.before_path[-1]), theirs):
                    yield from _compared(
                        pair, (ours.baseline, rate(theirs)), ("baseline", "value")
                    )
            case EnrolmentFlow() as ours, EnrolmentFlow() as theirs:
                if _is_one_day(ours.start, theirs.end):
                    yield from _compared(
                        pair, (ours.opening, theirs.closing), ("opening", "closing")
                    )
            case _:
                pass


def _is_one_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    return one.day is not None and one.edtf == other.edtf


def _compared(
    pair: Pair, figures: tuple[Quantity | None, Quantity | None], names: tuple[str, str]
) -> Iterator[Finding]:
    here, there = figures
    stated, known = exact_figure(here), exact_figure(there)
    if here is None or there is None or stated is None or known is None:
        return
    if same_kind(here, there) and stated != known:
        path, before = (*pair.path, names[0]), (*pair.before_path, names[1])
        yield _differs(figures, (stated, known), path, before)


def _differs(
    figures: tuple[Quantity | None, Quantity | None],
    numbers_: tuple[Decimal, Decimal],
    path: Path,
    before: Path,
) -> Finding:
    more, less = max(numbers_), min(numbers_)
    return Finding(
        Severity.WARNING,
        Code.PREVIOUS_DIFFERS,
        message(
            "{figure} is told here of the period before, but {known} in {place}: {arithmetic}",
            figure=figures[0],
            known=figures[1],
            place=Place(path=of_previous(before)),
            arithmetic=" = ".join(
                (f"{numbers.plain(more)} − {numbers.plain(less)}", numbers.plain(more - less))
            ),
        ),
        Place(path=path),
        message("correct the one that is wrong, or say under which definition it was counted"),
    )
