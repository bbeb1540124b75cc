"""Titles that somebody has written, against the period and the organisation of the record."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model import YearRecord
from summarykit.model.organisation import Organisation, Period
from summarykit.model.record import Programme

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNIT: Final = re.compile(
    r"^[^\d的（(]{2,24}?(?:小学|中学|学校|学区|幼儿园|教育局|教育管理中心)"
)
# What begins so is any school, not one of that name.
_ANY: Final = re.compile(r"^(?:全|各|农村|城镇|乡村|中|我|本|关爱|加强|做好)|中小学$")


def check_titles(found: Survey, record: YearRecord) -> Iterator[Finding]:
    """Return a warning for each title of another year or another organisation."""
    for path, programme in found.of(Programme):
        if programme.title:
            for said in _differences(programme.title, record):
                place = Place(path=(*path, "title"))
                yield Finding(Severity.WARNING, Code.TITLE_DIFFERS, said, place)


def _differences(title: str, record: YearRecord) -> Iterator[Message]:
    years = [int(year) for year in _YEAR.findall(title)]
    covered = _years(record.period)
    if years and covered and not any(year in covered for year in years):
        yield message(
            "the title is of {found}, the period of {years}",
            found=years[0],
            years=tuple(str(year) for year in (covered[0], covered[-1])),
        )
    unit = _UNIT.match(title)
    if unit and not _ANY.search(unit.group()) and not _is(unit.group(), record.organisation):
        yield message(
            "the title is of {found}, the record of {name}",
            found=unit.group(),
            name=record.organisation.name,
        )


def _years(period: Period) -> range:
    """Return the years that a period touches, none where an end of it is not known."""
    start, end = period.start, period.end
    if start is None or end is None or start.year is None or end.year is None:
        return range(0)
    return range(start.year, end.year + 1)


def _is(name: str, organisation: Organisation) -> bool:
    """Return whether a name may be that of the organisation, or of one it belongs to."""
    known = (organisation.name, organisation.short_name or "", *organisation.parents)
    return any(name in one or (one and one in name) for one in known)
