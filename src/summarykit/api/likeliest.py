"""Which document of a record a finished file was written as."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from summarykit.api.composing import Asked, asked_for, composed_as
from summarykit.api.records import RecordOrPath
from summarykit.api.sourcing import tells_sources
from summarykit.api.summaries import Summary
from summarykit.api.wishes import LENGTHS, Wish
from summarykit.diagnostics import Code, Finding, Severity, has_errors, message

if TYPE_CHECKING:
    from summarykit.review.prose.passages import Prose

_LEAST: Final = 0.2
"""With less of its lines in common, a file is no summary of the record."""


def likeliest(
    prose: "Prose", record: RecordOrPath, wish: Wish
) -> Summary | tuple[Finding, ...]:
    """Return the summary of a record that is most like a finished text, or why there is none.

    The report is the likeliest one, unless the wish names it; then every audience and length of
    it is tried.
    """
    from summarykit.review.prose.edited_figures import likeness  # noqa: PLC0415 - see the package's docstring

    asked = asked_for(record, wish)
    if asked.found.record is None or asked.loaded.pack is None or has_errors(asked.findings):
        return asked.findings

    with_sources = tells_sources(one.text for one in prose.passages)

    def best(wishes: Iterable[Wish]) -> Summary | None:
        made = _summaries(asked, wishes)
        made = [one.with_sources() for one in made] if with_sources else made
        return max(made, key=lambda one: likeness(prose, one.document), default=None)

    reports = [str(wish.report)] if wish.report else list(asked.loaded.pack.reports)
    first = best(replace(wish, report=name) for name in reports)
    if first is None:
        return composed_as(asked, wish)[1]
    kinds = product(asked.loaded.pack.audiences, LENGTHS.values())
    found = best(replace(wish, report=first.report, audience=a, length=n) for a, n in kinds)
    if found is None or likeness(prose, found.document) < _LEAST:
        said = message("the figures are not compared: the file is no summary of this record")
        hint = message(
            "check the record and the report; without --report, the likeliest is taken"
        )
        return (Finding(Severity.ERROR, Code.C15, said, hint=hint),)
    return found


def _summaries(asked: Asked, wishes: Iterable[Wish]) -> list[Summary]:
    made = (composed_as(asked, wish)[0] for wish in wishes)
    return [summary for summary in made if summary is not None]
