"""C14: dates out of order (an end before its beginning, a signature before what it signs)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.l10n.tenses import lies_ahead
from summarykit.review.prose.days import impossible
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.plans import LATER, told_as_done
from summarykit.review.prose.sentences import plain, sentences
from summarykit.review.prose.slips import Slip

_DAY: Final = r"(?:(?:19|20)\d\d)年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日"
_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?"
)
_SIGNED: Final = re.compile(rf"(?:^|[^一-鿿0-9]|[\u4e00-\u9fff]\s+)(?P<day>{_DAY})\s*$")
_SPAN: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?"
    r"\s*(?:至|到|—+|－|-|～|~)\s*"
    r"(?:(?P<year2>(?:19|20)\d\d)年)?(?P<month2>1[0-2]|0?[1-9])月(?:(?P<day2>3[01]|[12]\d|0?[1-9])日)?"
)
_TERM: Final = re.compile(r"(?<!\d)(?P<year>20\d\d)年?(?P<term>春|秋)(?:季|学期|季学期)")
_YEARS: Final = re.compile(
    r"(?<!\d)(?P<from>20\d\d)\s*[—－\-～~至]+\s*(?P<year>20\d\d)年?学年(?:度)?(?!第)"
)
_YEAR: Final = re.compile(r"(?<!\d)(?P<year>20\d\d)年度?(?=[^，。0-9]{0,24}总结)")
_AHEAD: Final = re.compile("计划|方案|要点|通知|安排")
_NOT_YET: Final = re.compile(
    "前|底|下一步|今后|计划|打算|拟|(?<!现)将|目标|预计|截止|有效期|至"
)
_LONGEST: Final = 60
_HEAD: Final = 4
_SPRING_DONE: Final = 5
_AUTUMN_DONE: Final = 11
_YEAR_DONE: Final = 10
"""The month before which nobody can sum up a spring term, an autumn term, a calendar year."""


@dataclass(frozen=True, slots=True)
class _Signature:
    """The day under or above a text, and where it stands."""

    passage: Passage
    start: int
    end: int
    day: date


def check(prose: Prose) -> Iterator[Slip]:
    """Yield dates that cannot be, ends before beginnings, signatures dated too early."""
    for passage in prose.passages:
        # Of the signature of a Word file, S02 says how it is written.
        if passage.kind is not Kind.OTHER or passage.spot.kind == "line":
            yield from impossible(passage)
    for passage in prose.body:
        yield from _spans(passage)
    signatures = tuple(_signatures(prose))
    if not signatures or (prose.title is not None and _AHEAD.search(prose.title.text)):
        return
    head = "\n".join(each.text for each in prose.passages[:_HEAD] if len(each.text) < _LONGEST)
    period = _done(head)
    latest = max(_told(prose, signatures), default=None)
    for signature in signatures:
        yield from _too_early(signature, period, latest)


def _spans(passage: Passage) -> Iterator[Slip]:
    text = plain(passage)
    for found in _SPAN.finditer(text):
        same_day = found["day"] and found["day2"]
        begin = (
            int(found["year"]),
            int(found["month"]),
            int(found["day"] or 0) if same_day else 0,
        )
        year = int(found["year2"] or found["year"])
        end = (year, int(found["month2"]), int(found["day2"] or 0) if same_day else 0)
        if end < begin and (found["year2"] or found["month"] == found["month2"]):
            said = message("the end is before the beginning: {words}", words=found.group())
            yield Slip(Code.C14, Severity.WARNING, passage, found.start(), found.end(), said)


def _signatures(prose: Prose) -> Iterator[_Signature]:
    """Yield the days on short lines that end with one: who signs, and when."""
    for passage in prose.passages:
        if passage.kind in {Kind.CELL, Kind.TITLE} or len(passage.text) > _LONGEST:
            continue
        found = _SIGNED.search(passage.text)
        day = _day(found["day"]) if found else None
        if found and day:
            yield _Signature(passage, found.start("day"), found.end("day"), day)


def _day(words: str) -> date | None:
    found = _DATE.match(words)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return None


def _too_early(
    signed: _Signature, period: tuple[date, str] | None, latest: tuple[date, str] | None
) -> Iterator[Slip]:
    """Yield a signature before the end of the period, or before the latest day of the text.

    Of a Word file, whose signature is known by its place, S06 says the second.
    """
    day = signed.passage.text[signed.start : signed.end]
    if latest is not None and signed.day < latest[0]:
        if signed.passage.spot.kind != "line":
            return
        said = message(
            "the date of the signature, {day}, is before {told}, of which the text tells",
            day=day,
            told=latest[1],
        )
    elif period is not None and signed.day < period[0]:
        said = message(
            "a text on {period} cannot be signed on {day}", period=period[1], day=day
        )
    else:
        return
    yield Slip(Code.C14, Severity.WARNING, signed.passage, signed.start, signed.end, said)


def _done(head: str) -> tuple[date, str] | None:
    """Return the day before which nothing can be said of a period, and how it is written."""
    if found := _TERM.search(head):
        month = _SPRING_DONE if found["term"] == "春" else _AUTUMN_DONE
    elif found := _YEARS.search(head):
        month = _SPRING_DONE
    elif found := _YEAR.search(head):
        month = _YEAR_DONE
    else:
        return None
    return date(int(found["year"]), month, 1), found.group()


def _told(prose: Prose, signatures: tuple[_Signature, ...]) -> Iterator[tuple[date, str]]:
    """Yield the days that a text tells of as past, and how, without those of signatures."""
    signed = {id(each.passage) for each in signatures}
    for passage in told_as_done(prose):
        if id(passage) not in signed and _DATE.search(passage.text):
            yield from _days(passage)


def _days(passage: Passage) -> Iterator[tuple[date, str]]:
    """Yield the days of a passage up to the first word that leads over to what is to come."""
    for sentence in sentences(passage):
        if LATER.search(sentence.text):
            return
        if lies_ahead(sentence.text) or _NOT_YET.search(sentence.text):
            continue
        for found in _DATE.finditer(sentence.text):
            if (day := _day(found.group())) is not None:
                yield day, found.group()
