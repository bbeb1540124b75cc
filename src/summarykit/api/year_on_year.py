"""The record of the period before, read and set beside the one that is asked about."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from summarykit.api.arguments import is_record_or_path
from summarykit.api.records import Found, RecordOrPath, found_record
from summarykit.diagnostics import (
    Finding,
    Message,
    Path,
    Place,
    has_errors,
    in_previous,
    of_previous,
)
from summarykit.model.added import Vocabulary

if TYPE_CHECKING:
    from summarykit.facts.earlier import YearOnYear


@dataclass(frozen=True, slots=True)
class Beside:
    """Two records, each with the lines of its file.

    A place that begins with `previous` is in the earlier one.
    """

    own: Found
    before: Found = field(default_factory=lambda: Found(None))
    year_on_year: "YearOnYear | None" = None

    def placed(self, finding: Finding) -> Finding:
        """Return the finding with the lines of the fields that it is about and names."""
        said = {
            name: self.place(value.path) if isinstance(value, Place) else value
            for name, value in finding.message.values.items()
        }
        if in_previous(finding.at.path) is None:
            placed = self.own.placed(finding)
        else:
            placed = replace(finding, at=self.place(finding.at.path))
        return replace(placed, message=Message(finding.message.text, said))

    def place(self, path: Path) -> Place:
        """Return where a field of either record stands."""
        earlier = in_previous(path)
        if earlier is None:
            return self.own.place(path)
        return self.before.place(earlier) if self.before.places else Place(path=path)


def set_beside(
    own: Found, previous: object, vocabulary: Vocabulary
) -> tuple[Beside, tuple[Finding, ...]]:
    """Return two records beside one another, and what is wrong with that.

    Of the earlier one only errors are told: what was to be mended in it was told last year.
    """
    if previous is None or not is_record_or_path(previous):
        return Beside(own), ()
    before, findings = found_record(cast("RecordOrPath", previous), vocabulary)
    alone = Beside(own, before)
    wrong = tuple(_of_earlier(one, before) for one in findings if one.is_error)
    if own.record is None or before.record is None or wrong:
        return alone, wrong
    from summarykit.facts.earlier import year_on_year  # noqa: PLC0415 - see the package's docstring

    made = year_on_year(own.record, before.record)
    both = Beside(own, before, None if has_errors(made.findings) else made)
    return both, tuple(map(both.placed, made.findings))


def _of_earlier(finding: Finding, before: Found) -> Finding:
    """Return a finding of the earlier record, whose place says so where no file does."""
    if finding.at.source is not None or before.places is not None:
        return finding
    return replace(finding, at=replace(finding.at, path=of_previous(finding.at.path)))
