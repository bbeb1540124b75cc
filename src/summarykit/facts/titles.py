"""Titles that somebody has written, against the period and the organisation of the record."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model import YearRecord
from summarykit.model.organisation import ComparisonPeriod, Organisation, Period
from summarykit.model.record import Programme

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNIT: Final = re.compile(
    r"^[^\d的（(]{2,24}?(?:小学|中学|学校|学区|幼儿园|教育局|教育管理中心)"
)
# What begins so is any school, not one of that name.
_ANY: Final = re.compile(r"^(?:全|各|农村|城镇|乡村|中|我|本|关爱|加强|做好)|中小学$")


# 2023—2024: with whatever dash or hyphen people have at hand.
_SPAN: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?[—–－\-~～至到]+((?:19|20)\d\d)(?!\d)")


def check_titles(found: Survey, record: YearRecord) -> Iterator[Finding]:
    """Return a warning for each title of another year or another organisation.

    The name of a period is looked at, too: titles are made of it.
    """
    yield from _named(record.period, ("period", "name"))
    if record.period.comparison:
        yield from _named(record.period.comparison, ("period", "comparison", "name"))
    for path, programme in found.of(Programme):
        if programme.title:
            for said in _differences(programme.title, record):
                place = Place(path=(*path, "title"))
                yield Finding(Severity.WARNING, Code.TITLE_DIFFERS, said, place)


def _named(period: Period | ComparisonPeriod, path: Path) -> Iterator[Finding]:
    if period.name and (said := _other_years(period.name, period)):
        yield Finding(Severity.WARNING, Code.TITLE_DIFFERS, said, Place(path=path))


def _differences(title: str, record: YearRecord) -> Iterator[Message]:
    if other := _other_years(title, record.period):
        yield other
    unit = _UNIT.match(title)
    if unit and not _ANY.search(unit.group()) and not _is(unit.group(), record.organisation):
        yield message(
            "the title is of {found}, the record of {name}",
            found=unit.group(),
            name=record.organisation.name,
        )


def _other_years(title: str, period: Period | ComparisonPeriod) -> Message | None:
    """Return what is wrong with the years of a title, if none of them, or no span, is right."""
    years = [int(year) for year in _YEAR.findall(title)]
    covered = _years(period)
    if not years or not covered:
        return None
    # Of a span, both ends must hold what the dates cover: the second term is in one year of it.
    spans = [range(int(one), int(other) + 1) for one, other in _SPAN.findall(title)]
    right = any(set(covered) <= set(span) for span in spans) if spans else False
    if right or (not spans and any(year in covered for year in years)):
        return None
    span = next(filter(None, spans), None)
    return message(
        "the title is of {found}, the period of {years}",
        found=f"{span[0]}—{span[-1]}" if span else years[0],
        years=tuple(str(year) for year in dict.fromkeys((covered[0], covered[-1]))),
    )


def _years(period: Period | ComparisonPeriod) -> range:
    """Return the years that a period touches, none where an end of it is not known."""
    start, end = period.start, period.end
    if start is None or end is None or start.year is None or end.year is None:
        return range(0)
    return range(start.year, end.year + 1)


def _is(name: str, organisation: Organisation) -> bool:
    """Return whether a name may be that of the organisation, or of one it belongs to."""
    known = (organisation.name, organisation.short_name or "", *organisation.parents)
    return any(name in one or (one and one in name) for one in known)
