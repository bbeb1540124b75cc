"""V01 in plain text: numbers by which a person is found; `review.private` has those of Word."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.private import kinds_of_number
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.slips import Slip


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the lines in which such a number stands, without the number."""
    for passage in prose.passages:
        for kind in kinds_of_number(passage.text):
            said = message("{kind} stands in the text", kind=kind)
            yield Slip(Code.V01, Severity.ERROR, passage, 0, len(passage.text), said)
