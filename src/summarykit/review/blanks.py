"""B09: blank lines stand only where the format wants them (the layout; 7.3.4, 7.3.7)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.review.casting import NUMBER_OF_DOCUMENT
from summarykit.review.remarks import WARNING, Remark, View
from summarykit.review.roles import Role
from summarykit.review.wordfile import Grid, Para

_FRONT: Final = frozenset({Role.TITLE, Role.SUBTITLE, Role.LETTERHEAD})
_SIGNED: Final = frozenset({Role.SIGNATURE, Role.DATE})
# The blanks below a mark are a matter of A05, those above a signature of S04, and those where a
# title should stand of T01.
_COUNTED_ELSEWHERE: Final = 100


def check(view: View) -> Iterator[Remark]:
    """Yield each run of blank lines that is longer than it may be."""
    for before, blanks, after in _runs(view):
        if len(blanks) > _allowed(before, after, view):
            said = message("blank lines stand here: {count}", count=len(blanks))
            yield Remark(Code.B09, WARNING, blanks[0].spot, said)


def _runs(view: View) -> Iterator[tuple[Para | Grid | None, list[Para], Para | Grid | None]]:
    """Yield the blank lines that stand together, with what is above and below them."""
    seen = [(at, b) for at, b in enumerate(view.word.blocks) if not _is_blank(b)]
    edges = [(-1, None), *seen, (len(view.word.blocks), None)]
    for (start, before), (end, after) in pairwise(edges):
        blanks = [b for b in view.word.blocks[start + 1 : end] if isinstance(b, Para)]
        if blanks := [b for b in blanks if b.role is Role.BLANK]:
            yield before, blanks, after


def _is_blank(block: Para | Grid) -> bool:
    return isinstance(block, Para) and block.is_blank


def _allowed(before: Para | Grid | None, after: Para | Grid | None, view: View) -> int:
    above = before.role if isinstance(before, Para) else None
    below = after.role if isinstance(after, Para) else None
    if above is Role.MARK or (below in _SIGNED and above not in _SIGNED):
        return _COUNTED_ELSEWHERE
    if before is None and not any(p.role is Role.TITLE for p in view.word.paragraphs):
        return _COUNTED_ELSEWHERE
    if above is Role.LETTERHEAD:
        return _below_letterhead(view)
    if above in _FRONT:
        return view.layout.title.blank_lines if below not in _FRONT else 0
    if below is Role.NOTE and above is not Role.NOTE:
        return 1
    beside_table = isinstance(before, Grid) or isinstance(after, Grid)
    # Word wants a line below a table at the end, and many leave one beside it.
    return int(above is Role.ATTACHMENT_TITLE or beside_table)


def _below_letterhead(view: View) -> int:
    """Return the blanks below the mark or the number; without a number its line is one, too."""
    blanks = view.layout.letterhead.blank_lines
    heads = (para for para in view.word.paragraphs if para.role is Role.LETTERHEAD)
    numbered = any(NUMBER_OF_DOCUMENT.search(para.text) for para in heads)
    return blanks if numbered else 2 * blanks + 1
