"""Names that say how many things they stand for: 三项制度 has three, 五步工作法 five steps."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, Term, message
from summarykit.facts.survey import Survey
from summarykit.l10n import numerals
from summarykit.model.entity import term
from summarykit.model.plan import Goal, Measure

_COUNTED: Final = "二两三四五六七八九十"
# One number alone, and a word after it that counts: not 三级联动, not 两免一补, not 一人一案.
_DECLARED: Final = re.compile(
    rf"“?([{_COUNTED}])(?:个一|项|个|条|步|必|查|会|有|到位)[^零一{_COUNTED}百]*"
)


def check_list_lengths(found: Survey) -> Iterator[Finding]:
    """Return a warning for each list with more or fewer entries than its name declares."""
    for path, measure in found.of(Measure):
        lists = [name for name in ("contents", "steps") if getattr(measure, name)]
        if measure.name and len(lists) == 1:
            yield from _length(
                measure.name, getattr(measure, lists[0]), (*path, lists[0]), Measure
            )
    for path, goal in found.of(Goal):
        yield from _length(goal.text, goal.items, (*path, "items"), Goal)


def _length(
    words: str, entries: tuple[str, ...], path: Path, kind: type[Measure | Goal]
) -> Iterator[Finding]:
    known = _DECLARED.fullmatch(words)
    declared = numerals.from_chinese(known[1]) if known else None
    if declared is None or not entries or declared == len(entries):
        return
    field: Term = term(kind, str(path[-1]))
    yield Finding(
        Severity.WARNING,
        Code.LIST_LENGTH_DIFFERS,
        message(
            "{name} promises {declared}, {field} lists {count}",
            name=words,
            declared=int(declared),
            field=field,
            count=len(entries),
        ),
        Place(path=path),
        message("add what is missing, or correct the name"),
    )
