"""Plans that are told as if they had been carried out."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from prose_lines import Line, Role, Span
from summarykit.document import Fact
from summarykit.model import YearRecord
from summarykit.model.vocabulary import MeasureStatus

# 将 inside a value is mostly 把: 将任务分解到人 plans nothing.
_AHEAD: Final = re.compile(r"[将拟]|计划|预计|打算|预期|力[求争]")
_SECTION_AHEAD: Final = re.compile(r"下一步|打算|主要任务|工作安排")
"""Headings that say of all that stands below them that it lies ahead."""
_DONE: Final = re.compile("(?<!为)[已了]|共[^同]|得到|惠及|建成|参与的有|经过")
"""Words of a template that tell something as done."""
_AHEAD_IN_VALUE: Final = re.compile(
    r"^(?:将|拟|计划|预计|打算)|[，；][^，；]{0,6}(?:将|拟|计划|打算)"
)
_CLAIMS: Final = frozenset(
    {
        *("pairs", "mentors", "mentor_groups", "reached", "count", "amount", "effect"),
        *("since", "date", "registers", "facilities", "outcome", "participants", "quote"),
    }
)
"""The fields that, told without 将 or 拟, say that something was done."""


def told_as_done(lines: tuple[Line, ...], record: YearRecord) -> Iterator[tuple[Line, Span]]:
    """Return the sentences that tell something planned and do not say that it is planned.

    The first sentence of it in each paragraph has to, and each that has a figure or an effect
    of it; its name alone, and what only lists its contents or who answers for it, need not.
    Below a heading that says so for all, as a plan and the next steps of a summary have it, no
    sentence has to; but none may have words that tell a thing done.
    """
    planned = _planned(record)
    heads = {line.block: line.text for line in lines if line.role is Role.HEADING}
    section = ""
    for line in lines if planned else ():
        if line.role is Role.HEADING and line.level == 1:
            section = line.text
        if line.role is not Role.TEXT:
            continue
        if _SECTION_AHEAD.search(section):
            yield from _as_done(line, planned)
        else:
            headed = bool(_AHEAD.search(heads.get(line.block, "")))
            yield from _in_line(line, planned, headed=headed)


def _planned(record: YearRecord) -> frozenset[str]:
    """Return the references of what is planned: measures and activities."""
    measures = (
        (one.status, one.id or f"programmes.{kind.value}.measures[{place}]")
        for kind, programme in record.programmes.items()
        for place, one in enumerate(programme.measures)
    )
    events = (
        (one.status, one.id or f"activities[{place}]")
        for place, one in enumerate(record.activities)
    )
    both = chain(measures, events)
    return frozenset(ref for status, ref in both if status is MeasureStatus.PLANNED)


def _as_done(line: Line, planned: frozenset[str]) -> Iterator[tuple[Line, Span]]:
    for start, end in line.sentences:
        about = any(_parted(one)[0] in planned for one in _values(line, start, end))
        words = (one.text for one in line.cut(start, end) if not isinstance(one, Fact))
        if about and not _is_ahead(line, start, end) and any(map(_DONE.search, words)):
            yield line, (start, end)


def _in_line(
    line: Line, planned: frozenset[str], *, headed: bool
) -> Iterator[tuple[Line, Span]]:
    seen: set[str] = set()
    for start, end in line.sentences:
        told = [of for of in map(_parted, _values(line, start, end)) if of[0] in planned]
        if not told:
            continue
        if all(field == "name" for _, field in told) and not _is_ahead(line, start, end):
            continue
        first = bool({name for name, _ in told} - seen) and not headed
        seen |= {name for name, _ in told}
        claims = any(field in _CLAIMS for _, field in told)
        if (first or claims) and not _is_ahead(line, start, end):
            yield line, (start, end)


def _values(line: Line, start: int, end: int) -> Iterator[Fact]:
    return (one for one in line.within(start, end) if isinstance(one, Fact))


def _parted(value: Fact) -> tuple[str, str]:
    """Return whose value it is and the field: `m1.registers[0].count` is m1's registers."""
    steps = value.ref.partition("#")[0].split(".")
    size = 3 if steps[0] == "programmes" else 1
    return ".".join(steps[:size]), "".join(steps[size : size + 1]).partition("[")[0]


def _is_ahead(line: Line, start: int, end: int) -> bool:
    return any(
        (_AHEAD_IN_VALUE if isinstance(one, Fact) else _AHEAD).search(one.text)
        for one in line.cut(start, end)
    )
