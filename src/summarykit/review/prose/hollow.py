"""C07: headings that no text of their own follows."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import Kind as Numbering
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.slips import Slip

_RUNS_IN: Final = re.compile(r"[。！？：:]\s*\S")
_DEPTHS: Final = tuple(Numbering)


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the headings before another of the same or a higher level, or before the end."""
    own = [one for one in prose.passages if one.kind not in {Kind.TITLE, Kind.OTHER}]
    for passage, after in pairwise([*own, None]):
        if passage is None or passage.kind is not Kind.HEADING:
            continue
        if _RUNS_IN.search(passage.text) or (after is not None and _is_its(after, passage)):
            continue
        begins = len(passage.text) - len(passage.text.lstrip(BLANKS))
        said = message("nothing follows this heading that is its own")
        end = len(passage.text.rstrip(BLANKS))
        yield Slip(Code.C07, Severity.WARNING, passage, begins, end, said)


def _is_its(after: Passage, heading: Passage) -> bool:
    """Return whether what follows a heading belongs to it."""
    if heading.level and after.level:
        return after.level > heading.level
    if after.ordinal is None or heading.ordinal is None:
        return after.kind is not Kind.HEADING
    if after.ordinal.kind is heading.ordinal.kind:
        # A list may have numbers of its heading's kind, but begins anew.
        return after.ordinal.count == 1 and heading.ordinal.count > 1
    deeper = _DEPTHS.index(after.ordinal.kind) > _DEPTHS.index(heading.ordinal.kind)
    return deeper or after.ordinal.count == 1
