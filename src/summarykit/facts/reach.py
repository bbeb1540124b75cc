"""Counts of what was done, against the counts of those it was done for and by."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Severity
from summarykit.facts.cohorts import Cohorts, Counted
from summarykit.facts.comparing import Comparison
from summarykit.facts.rates import PEOPLE, exact_figure, is_more, same_kind
from summarykit.facts.survey import Survey
from summarykit.model import MeasureKind
from summarykit.model.added import AnyMeasure
from summarykit.model.events import Aid, AidShare, Donation, VisitCampaign, VisitCoverage
from summarykit.model.organisation import StaffCount
from summarykit.model.outcome import Difficulty
from summarykit.model.plan import Measure
from summarykit.model.population import PopulationShare
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import Cohort

# Others than the staff lend a hand here.
_HELP_FROM_OUTSIDE: Final[frozenset[AnyMeasure]] = frozenset(
    {MeasureKind.PEER_PAIRING, MeasureKind.SURROGATE_PARENT, MeasureKind.SOCIAL_MOBILISATION}
)
# The kinds of staff that may be everybody: 16 班主任 say nothing about how many can help.
_EVERYBODY: Final = frozenset({"教职工", "教职员工", "教职员", "教师", "全体教师", "专任教师"})
# What is done for each of those a programme is about; a lesson may reach all pupils.
_ONE_BY_ONE: Final[frozenset[AnyMeasure]] = frozenset(
    {
        MeasureKind.TEACHER_PAIRING,
        MeasureKind.SURROGATE_PARENT,
        MeasureKind.PEER_PAIRING,
        MeasureKind.HEART_TALK,
        MeasureKind.INDIVIDUAL_PLAN,
    }
)
_PAIRS: Final = frozenset({"对", ""})
_HOUSEHOLDS: Final = "户"

Staff = tuple[Path, StaffCount] | None


def check_reach(found: Survey, counts: Cohorts) -> Iterator[Finding]:
    """Return every count of those reached, paired, helping or to visit that cannot be right."""
    staff = _largest(found)
    for path, measure in found.of(Measure):
        yield from _reached(measure, path, counts)
        if measure.kind not in _HELP_FROM_OUTSIDE and not measure.partners:
            yield from _helping(measure.mentors, (*path, "mentors"), "帮扶人数", staff)
    for path, campaign in found.of(VisitCampaign):
        yield from _helping(campaign.visitor_count, (*path, "visitor_count"), "家访人数", staff)
    for path, coverage in found.of(VisitCoverage):
        yield from _to_visit(coverage, path, counts)
    yield from _concerned(found, counts)


def _reached(measure: Measure, path: Path, counts: Cohorts) -> Iterator[Finding]:
    linked = counts.by_id.get(measure.population) if measure.population else None
    whole = linked or _meant(measure, path, counts)
    if whole is None:
        return
    if measure.reached is not None and is_more(measure.reached, whole.entry.count):
        told = _against(whole, (*path, "reached"), "覆盖人数", measure.reached)
        severity = Severity.ERROR if linked else Severity.WARNING
        yield told.exceeds(Code.COUNT_EXCEEDS_COHORT, severity)
    if measure.pairs is not None and _too_many_pairs(measure.pairs, whole.entry.count):
        told = _against(whole, (*path, "pairs"), "对数", measure.pairs)
        yield told.exceeds(Code.COUNT_EXCEEDS_COHORT, Severity.WARNING)


def _meant(measure: Measure, path: Path, counts: Cohorts) -> Counted | None:
    """Return the count of those whom a measure is for, by its cohort or its programme."""
    if measure.cohort:
        return counts.whole.get(measure.cohort)
    if measure.target or measure.kind not in _ONE_BY_ONE:
        return None
    return counts.about(str(path[1])) if path[0] == "programmes" else None


def _too_many_pairs(pairs: Quantity, people: Quantity) -> bool:
    figure, total = exact_figure(pairs), exact_figure(people)
    if figure is None or total is None or figure <= total:
        return False
    return pairs.unit in _PAIRS and people.unit in PEOPLE


def _largest(found: Survey) -> Staff:
    """Return the largest count of staff, if all are exact and it may be everybody's."""
    counted = [(exact_figure(one.count), path, one) for path, one in found.of(StaffCount)]
    known = [(figure, path, one) for figure, path, one in counted if figure is not None]
    if len(known) < len(counted) or not any(one.kind in _EVERYBODY for _, _, one in known):
        return None
    _, path, one = max(known, key=lambda each: each[0])
    return path, one


def _helping(count: Quantity | None, path: Path, name: str, staff: Staff) -> Iterator[Finding]:
    if count is None or staff is None or not is_more(count, staff[1].count):
        return
    where, most = staff
    told = Comparison(path, name, count, (*where, "count"), most.kind, most.count)
    yield told.exceeds(Code.COUNT_EXCEEDS_COHORT, Severity.WARNING)


def _to_visit(coverage: VisitCoverage, path: Path, counts: Cohorts) -> Iterator[Finding]:
    total, whole = coverage.total, counts.called(coverage.group)
    ours, theirs = exact_figure(total), exact_figure(whole.entry.count if whole else None)
    if total is None or whole is None or ours is None or theirs is None or ours == theirs:
        return
    told = _against(whole, (*path, "total"), coverage.group, total)
    if same_kind(total, whole.entry.count):
        yield told.differs()
    elif total.unit == _HOUSEHOLDS and whole.entry.count.unit in PEOPLE and ours > theirs:
        # Brothers and sisters share a home: fewer homes than children are right, more are not.
        yield told.exceeds(Code.COUNT_EXCEEDS_COHORT, Severity.WARNING)


def _concerned(found: Survey, counts: Cohorts) -> Iterator[Finding]:
    """Return the findings for more of a cohort concerned, taking part or helped than it has."""
    for path, one in found.of(Difficulty):
        whole = counts.whole.get(one.cohort) if one.cohort else None
        yield from _above(whole, one.affected, (*path, "affected"), "涉及人数")
    shares: list[tuple[Path, PopulationShare | AidShare]] = [
        *found.of(PopulationShare),
        *found.of(AidShare),
    ]
    for path, share in shares:
        whole = counts.called(share.group)
        yield from _above(whole, share.count, (*path, "count"), share.group)
    for path, aid in found.of(Aid):
        whole = _helped(aid, counts)
        yield from _above(whole, aid.beneficiaries, (*path, "beneficiaries"), "受益人数")
    for path, donation in found.of(Donation):
        whole = counts.called(donation.recipients) if donation.recipients else None
        yield from _above(whole, donation.beneficiaries, (*path, "beneficiaries"), "受益人数")


def _helped(aid: Aid, counts: Cohorts) -> Counted | None:
    """Return the count of those whom aid can be for: by its name, else all pupils."""
    named = counts.beginning(aid.name) if aid.name else None
    return named or counts.whole.get(Cohort.ENROLLED)


def _above(
    whole: Counted | None, count: Quantity | None, path: Path, name: str
) -> Iterator[Finding]:
    if whole is not None and count is not None and is_more(count, whole.entry.count):
        told = _against(whole, path, name, count)
        yield told.exceeds(Code.COUNT_EXCEEDS_COHORT, Severity.WARNING)


def _against(whole: Counted, path: Path, name: str, figure: Quantity) -> Comparison:
    return Comparison(path, name, figure, (*whole.path, "count"), whole.name, whole.entry.count)
