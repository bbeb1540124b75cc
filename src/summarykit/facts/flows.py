"""How enrolment moved: the sum of each flow, its parts, and the counts at either end of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.cohorts import Cohorts
from summarykit.facts.comparing import Comparison
from summarykit.facts.rates import exact_figure, same_kind
from summarykit.facts.survey import Survey
from summarykit.l10n import numbers
from summarykit.model.entity import term
from summarykit.model.population import EnrolmentFlow
from summarykit.model.values import PartialDate, Quantity
from summarykit.model.vocabulary import Cohort

# In the order the sum is told; exempt pupils were never counted.
_MOVES: Final = (
    ("transferred_out", -1),
    ("transferred_in", 1),
    ("newly_enrolled", 1),
    ("returned", 1),
    ("other_in", 1),
    ("dropped_out", -1),
    ("graduated", -1),
    ("suspended", -1),
    ("other_out", -1),
)
_MINUS: Final = "−"
_COLUMNS: Final = (
    *("opening", "dropped_out", "returned", "suspended", "graduated", "exempt", "closing"),
)
"""What adds up over grades and stages; between them, pupils also move within the school."""
_HINT: Final = message("compare the counts of those who came and went")

Flows = list[tuple[Path, EnrolmentFlow]]
_Span = tuple[str | None, PartialDate | None, PartialDate | None]


def check_flows(found: Survey, counts: Cohorts) -> Iterator[Finding]:
    """Return every flow that does not close, or that another flow or a count contradicts."""
    flows = found.of(EnrolmentFlow)
    for path, flow in flows:
        yield from _closes(flow, path)
    yield from _added_up(flows)
    yield from _agreed(_heads(flows, counts))


def _closes(flow: EnrolmentFlow, path: Path) -> Iterator[Finding]:
    opening, closing = exact_figure(flow.opening), exact_figure(flow.closing)
    given = [(name, sign) for name, sign in _MOVES if getattr(flow, name) is not None]
    moves = [(exact_figure(getattr(flow, name)), sign) for name, sign in given]
    terms = [(figure, sign) for figure, sign in moves if figure is not None]
    if opening is None or len(terms) < len(moves):
        return
    end = opening + sum(figure * sign for figure, sign in terms)
    sum_ = f"{numbers.plain(opening)}{_moved(terms)} = {_signed(end)}"
    # Some schools keep pupils on the roll while they are suspended, others do not.
    suspended = exact_figure(flow.suspended) or Decimal(0)
    if closing is not None and closing not in {end, end + suspended}:
        yield _does_not_close(sum_, closing, path)
    elif flow.closing is None and end < 0:
        said = message("{arithmetic}: more went than there were", arithmetic=sum_)
        place = Place(path=(*path, "opening"))
        yield Finding(Severity.ERROR, Code.FLOW_DOES_NOT_CLOSE, said, place, _HINT)


def _moved(terms: list[tuple[Decimal, int]]) -> str:
    return "".join(
        f" {'+' if sign > 0 else _MINUS} {numbers.plain(figure)}"
        for figure, sign in terms
        if figure
    )


def _signed(number: Decimal) -> str:
    return f"{_MINUS if number < 0 else ''}{numbers.plain(abs(number))}"


def _does_not_close(arithmetic: str, closing: Decimal, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.FLOW_DOES_NOT_CLOSE,
        message(
            "{arithmetic}, but {stated} is stated",
            arithmetic=arithmetic,
            stated=numbers.plain(closing),
        ),
        Place(path=(*path, "closing")),
        _HINT,
    )


def _added_up(flows: Flows) -> Iterator[Finding]:
    """Return the findings for grades or stages that are more together than the whole."""
    wholes: dict[_Span, Flows] = defaultdict(list)
    parts: dict[_Span, dict[str, Flows]] = defaultdict(lambda: defaultdict(list))
    for path, flow in flows:
        span = (flow.organisation, flow.start, flow.end)
        if flow.grade is not None:
            parts[span]["grade"].append((path, flow))
        elif flow.stage is not None:
            parts[span]["stage"].append((path, flow))
        else:
            wholes[span].append((path, flow))
    for same, found in wholes.items():
        if len(found) == 1:  # of two wholes nobody knows whose the parts are
            for split in parts[same].values():
                yield from _columns(found[0][1], split)


def _columns(whole: EnrolmentFlow, parts: Flows) -> Iterator[Finding]:
    names = {(part.stage, part.grade) for _, part in parts}
    for name in _COLUMNS if len(names) == len(parts) else ():
        total = getattr(whole, name)
        given = [(path, getattr(part, name)) for path, part in parts]
        known = [
            (path, exact_figure(one))
            for path, one in given
            if one is not None and total is not None and same_kind(one, total)
        ]
        figures = [figure for _, figure in known if figure is not None]
        most = exact_figure(total)
        if most is not None and len(figures) == len(known) and sum(figures) > most:
            yield _too_many(figures, name, total, (*known[-1][0], name))


def _too_many(figures: list[Decimal], name: str, total: Quantity, path: Path) -> Finding:
    terms = " + ".join(map(numbers.plain, figures))
    return Finding(
        Severity.ERROR,
        Code.PARTS_DIFFER_FROM_WHOLE,
        message(
            "{arithmetic}, but {field} of the whole is {total}",
            arithmetic=f"{terms} = {numbers.plain(Decimal(sum(figures)))}",
            field=term(EnrolmentFlow, name),
            total=total,
        ),
        Place(path=path),
        message("compare this column of the flows with that of the whole"),
    )


@dataclass(frozen=True, slots=True)
class _Heads:
    """How many there were on one day, by the end of a flow or a count of pupils."""

    key: object
    name: str
    count: Quantity
    path: Path


def _heads(flows: Flows, counts: Cohorts) -> Iterator[_Heads]:
    """Yield the counts of all pupils, of a stage or a grade, each on a day that is known."""
    for one in counts.counts:
        day, entry = _day(one.entry.date), one.entry
        if day and one.is_whole and entry.cohort is Cohort.ENROLLED and not entry.name:
            yield _Heads((None, None, None, day), one.name, entry.count, (*one.path, "count"))
    for path, flow in flows:
        of_whom = (flow.organisation, flow.stage, flow.grade)
        for when, name in (("start", "opening"), ("end", "closing")):
            day, count = _day(getattr(flow, when)), getattr(flow, name)
            if day is not None and count is not None:
                label = term(EnrolmentFlow, name).label
                yield _Heads((*of_whom, day), label, count, (*path, name))


def _day(when: PartialDate | None) -> date | None:
    """Return the day, where it is one."""
    if when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return when.earliest


def _agreed(heads: Iterator[_Heads]) -> Iterator[Finding]:
    seen: dict[object, _Heads] = {}
    for one in heads:
        first = seen.setdefault(one.key, one)
        ours, theirs = exact_figure(one.count), exact_figure(first.count)
        if ours is None or theirs is None or ours == theirs:
            continue
        if same_kind(one.count, first.count):
            told = Comparison(
                one.path, one.name, one.count, first.path, first.name, first.count
            )
            yield told.differs()
