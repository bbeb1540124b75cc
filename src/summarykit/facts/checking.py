"""Everything in a record that contradicts something else in it."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.aid import check_aid
from summarykit.facts.cases import check_cases
from summarykit.facts.cohorts import cohorts
from summarykit.facts.counts import check_counts
from summarykit.facts.dates import check_dates
from summarykit.facts.flows import check_flows
from summarykit.facts.heads import check_heads
from summarykit.facts.indexing import declared_value
from summarykit.facts.indicators import check_indicators
from summarykit.facts.links import check_links
from summarykit.facts.list_lengths import check_list_lengths
from summarykit.facts.pairing import check_pairing
from summarykit.facts.partitions import partitions
from summarykit.facts.populations import check_populations
from summarykit.facts.reach import check_reach
from summarykit.facts.scopes import check_scopes
from summarykit.facts.share_sums import check_share_sums
from summarykit.facts.staff import check_staff
from summarykit.facts.stated_rates import check_rates
from summarykit.facts.survey import Survey, survey
from summarykit.facts.table_sums import check_table_sums
from summarykit.facts.units import check_units
from summarykit.facts.whole_numbers import check_whole_numbers
from summarykit.model import YearRecord
from summarykit.model.record import ExtraFact
from summarykit.model.values import UnreadableValue


def check(record: YearRecord) -> tuple[Finding, ...]:
    """Return what contradicts something in `record`: links, counts, rates, dates.

    Only what is certain is reported: 约87人 of 61人 may be right, 5月18日 is in any year. The
    record is walked once; places hold the path of the field, which readers turn into lines.
    """
    found = survey(record)
    counts = cohorts(found)
    parted = partitions(record)
    return (
        *check_links(found),
        *check_counts(found),
        *check_whole_numbers(found),
        *check_heads(found),
        *check_units(found),
        *check_populations(found, counts),
        *check_flows(found, counts),
        *check_staff(found),
        *check_reach(found, counts),
        *check_pairing(found),
        *check_aid(found),
        *check_rates(found, parted),
        *check_indicators(found, counts),
        *check_share_sums(found, parted),
        *check_list_lengths(found),
        *check_table_sums(found),
        *check_cases(found),
        *check_scopes(found, record),
        *check_dates(found, record),
        *_extra_facts(found),
    )


def _extra_facts(found: Survey) -> Iterator[Finding]:
    for path, extra in found.of(ExtraFact):
        try:
            declared_value(extra)
        except UnreadableValue as error:
            yield _unreadable(error, (*path, "value"))


def _unreadable(error: UnreadableValue, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.WRONG_VALUE,
        message(error.template, **error.context),
        Place(path=path),
        message("correct the value, or the type it declares"),
    )
