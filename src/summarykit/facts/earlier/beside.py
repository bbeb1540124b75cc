"""Two records side by side: everything that the later one says of the earlier one."""

from dataclasses import dataclass

from summarykit.diagnostics import Finding
from summarykit.facts.cohorts import cohorts
from summarykit.facts.earlier.comparable import Comparable, Surroundings, comparable
from summarykit.facts.earlier.copies import copies
from summarykit.facts.earlier.differing import Definitions
from summarykit.facts.earlier.follow_up import FollowUp, follow_up, follow_up_findings
from summarykit.facts.earlier.pairing import pairs
from summarykit.facts.earlier.periods import other_comparison, refusals
from summarykit.facts.earlier.stated import contradicted
from summarykit.facts.partitions import partitions
from summarykit.facts.survey import survey
from summarykit.model import YearRecord


@dataclass(frozen=True, slots=True)
class YearOnYear:
    """What a record and that of the period before say of one another."""

    previous: YearRecord
    figures: tuple[Comparable, ...] = ()
    """The figures that may be compared, in the order of the record."""
    follow_up: tuple[FollowUp, ...] = ()
    """What became of each next step of the period before."""
    findings: tuple[Finding, ...] = ()


def year_on_year(record: YearRecord, previous: YearRecord) -> YearOnYear:
    """Return what two records say of one another, in time linear in their size.

    Errors: `previous` is not the record of the same organisation for the period before; then
    nothing is compared. Warnings: figures that cannot be compared, or that the record tells
    otherwise than its predecessor; next steps that nothing is told of; texts that are copies.
    Places that begin with `previous` are in the earlier record.
    """
    refused = tuple(refusals(record, previous))
    if refused:
        return YearOnYear(previous, findings=refused)
    now, before = survey(record), survey(previous)
    paired = tuple(pairs(now, before))
    other = other_comparison(record, previous)
    around = Surroundings(
        Definitions.of(now, before),
        frozenset(one.path for one in cohorts(now).counts if one.is_whole),
        partitions(record),
        partitions(previous),
    )
    sound = () if other else paired
    compared = [one for pair in sound for one in comparable(pair, around)]
    followed = follow_up(now, before)
    return YearOnYear(
        previous,
        tuple(one for one in compared if isinstance(one, Comparable)),
        followed,
        (
            *((other,) if other else contradicted(paired, around.parted_before)),
            *(one for one in compared if isinstance(one, Finding)),
            *follow_up_findings(now, before, followed),
            *copies(now, before),
        ),
    )
