"""C15: figures of a finished file that are not those of the document made of its record.

Who edits a summary in Word changes words on purpose and figures by mistake. So lines are
compared without their figures: each line of the file is put beside the line of the document
that it was, and only then their figures are compared, each with the one in the same place: two
that changed places are both wrong. New words with the same figures pass, and moved ones.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import chain, groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.document import Document, Inlines, Table, plain
from summarykit.document.placing import placed_lines
from summarykit.document.walking import blocks_of
from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import ordinal_of
from summarykit.review.prose.figures import (
    Figure,
    figures_in,
    nearness,
    otherwise,
    same_place,
)
from summarykit.review.prose.passages import Passage, Prose
from summarykit.review.prose.renaming import renamed
from summarykit.review.prose.slips import Slip

_OFTEN: Final = re.compile(
    "每(?:个|半|两|一)?(?:天|日|周|星期|旬|月|季度?|学期|学年|年)(?![级龄岁终初末底])(?:一次|两次|三次)?"
)
"""A frequency without digits (每周, 每学期一次)."""
_OFTEN_AS: Final = MappingProxyType({"每星期": "每周", "每日": "每天", "每个月": "每月"})
"""Other words for the same frequency."""
_BY_RULE: Final = re.compile(
    r"^(?:附\s*件\s*(?:\d+(?=\s|$)|[：:]?\s*(?:\d{1,2}\s*[.．、](?!\d))?)|\d{1,2}\s*[.．、](?!\d)|[表图]\d+)"
)
"""What numbers lines: it changes when somebody takes a part out, and is no figure."""
_CELLS: Final = re.compile(r"[^|]+")
_COLUMNS: Final = re.compile(r"\S+(?:\s\S+)*")
"""A row of a table in plain text: what two blanks or more are between."""
_END: Final = re.compile(
    "(?:(?P<no>未能?|没有?|尚未|不)(?:能|够)*)?(?:达到|完成|实现|符合|超过)"
    "(?=[^，。；未没不]{0,12}(?:目标|要求|标准|预期))"
)
"""Whether a goal is told to be reached."""
_AROUND: Final = f"{BLANKS}#*"
_NEAR: Final = 8
_ALIKE: Final = 0.5
"""How alike two lines without figures are at least, if one was made of the other."""
_SAME: Final = 6
"""So near, two figures stand in one place whatever else was reworded (`nearness`)."""
_A_SENTENCE: Final = 12
"""Of so many signs, equal words elsewhere are the same line that was moved."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its number: its words without figures, and the figures with places."""

    words: str
    figures: tuple[Figure, ...]
    passage: Passage | None = None
    inlines: Inlines = ()
    """What the document has there, if it is a line of it."""
    row: str = ""
    """The first cell of the row of a table that it is in."""

    @property
    def key(self) -> tuple[str, str]:
        """Whether two lines are the same but for figures: many cells have nothing else."""
        return self.row, self.words

    @property
    def numbers(self) -> Counter[str]:
        """The figures, each as often as it stands there."""
        return Counter(figure.value for figure in self.figures)


@dataclass(frozen=True, slots=True)
class _Made:
    """The lines of the document, and its figures by their values."""

    lines: tuple[_Line, ...]
    known: dict[str, list[Figure]] = field(default_factory=dict)

    def nearest(self, figure: Figure) -> int:
        """Return how near to the words around a figure the document has its value."""
        return max(
            (nearness(figure, one) for one in self.known.get(figure.value, ())), default=0
        )


def check(prose: Prose, document: Document) -> Iterator[Slip]:
    """Yield each figure of a finished text that the document has otherwise, or not at all.

    `document` is what the record makes, in the report, length and for the readers of the text.
    """
    made = _made(document)
    for line, was in _pairs(_kept(prose), made.lines):
        yield from _differences(line, was, made)
        if was is not None and line.passage is not None:
            was_text = plain(was.inlines)
            yield from _replaced(line.passage, was_text, _frequencies)
            yield from _replaced(line.passage, was_text, _ends)
            yield from renamed(line.passage, was.inlines)


def likeness(prose: Prose, document: Document) -> float:
    """Return how much of a text is in a document but for the figures: from 0 to 1."""
    made = Counter(_words(plain(each.words)) for each in placed_lines(document))
    kept = Counter(line.words for line in _kept(prose))
    return (made & kept).total() / max(1, (made | kept).total())


def _made(document: Document) -> _Made:
    tables = {block.id for block in blocks_of(document) if isinstance(block, Table)}
    lines = _in_rows(
        (str(each.where) if each.block in tables else "", replace(line, inlines=each.words))
        for each in placed_lines(document)
        if (line := _line(plain(each.words)))
    )
    known: dict[str, list[Figure]] = {}
    for line in lines:
        for figure in line.figures:
            known.setdefault(figure.value, []).append(figure)
    return _Made(lines, known)


def _words(text: str) -> str:
    line = _line(text)
    return "" if line is None else line.words


def _kept(prose: Prose) -> tuple[_Line, ...]:
    """Return the lines of a file; a table in plain text has a row a line."""
    return _in_rows(chain.from_iterable(map(_lines, prose.passages)))


def _lines(passage: Passage) -> Iterator[tuple[str, _Line]]:
    """Yield a passage as one line, a row in plain text cell by cell; each with its row."""
    cells = _CELLS if passage.text.startswith("|") else _COLUMNS
    found = list(cells.finditer(passage.text))
    if len(found) == 1 and cells is _COLUMNS:
        # In Word a cell is a passage.
        row = str(passage.spot.numbers[:2]) if passage.spot.kind == "cell" else ""
        if line := _line(passage.text, passage):
            yield row, line
        return
    for one in found:
        if line := _line(one.group(), passage, one.start()):
            yield str(passage.spot.numbers), line


def _in_rows(placed: Iterable[tuple[str, _Line]]) -> tuple[_Line, ...]:
    """Return lines, each cell with the first one of its row, by which rows are told apart."""
    lines: list[_Line] = []
    for row, cells in groupby(placed, key=itemgetter(0)):
        found = [line for _, line in cells]
        first = found[0].words if row else ""
        lines += (replace(line, row=first) for line in found)
    return tuple(lines)


def _line(text: str, passage: Passage | None = None, offset: int = 0) -> _Line | None:
    """Return a line as it is compared, None where nothing but its number is there."""
    bare = text.strip(_AROUND)
    start = offset + text.index(bare) if bare else 0
    ordinal = ordinal_of(bare)
    skipped = len(ordinal.written) if ordinal else 0
    if not skipped and (found := _BY_RULE.match(bare)):
        skipped = found.end()
    rest = bare[skipped:]
    return _Line(*figures_in(rest, start + skipped), passage) if rest else None


def _pairs(
    kept: Sequence[_Line], made: Sequence[_Line]
) -> Iterator[tuple[_Line, _Line | None]]:
    """Yield each line of the file with the line of the document that it was made of."""
    matcher = SequenceMatcher(
        None, [line.key for line in made], [line.key for line in kept], autojunk=False
    )
    found: list[tuple[_Line, _Line | None]] = []
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            found += zip(kept[start:end], made[first:last], strict=True)
        else:
            found += _likest(kept[start:end], made[first:last])
    yield from _moved(found, made)


def _moved(
    pairs: Sequence[tuple[_Line, _Line | None]], made: Sequence[_Line]
) -> Iterator[tuple[_Line, _Line | None]]:
    """Yield the pairs; a line that has none gets the one with its words from elsewhere."""
    taken = {id(was) for _, was in pairs}
    free: dict[tuple[str, str], list[_Line]] = {}
    for line in made:
        if id(line) not in taken and (line.row or len(line.words) >= _A_SENTENCE):
            free.setdefault(line.key, []).append(line)
    for line, was in pairs:
        others = free.get(line.key, []) if was is None else []
        yield line, others.pop(0) if others else was


def _likest(
    kept: Sequence[_Line], made: Sequence[_Line]
) -> Iterator[tuple[_Line, _Line | None]]:
    """Yield each reworded line with the likest one that no line before it has."""
    free = list(made)
    rows = {line.row for line in made}
    for line in kept:
        best, at = 0.0, -1
        for index, other in enumerate(free):
            if line.row != other.row and line.row in rows:
                continue
            matcher = SequenceMatcher(None, other.words, line.words, autojunk=False)
            if matcher.real_quick_ratio() > best and (ratio := matcher.ratio()) > best:
                best, at = ratio, index
        yield line, free.pop(at) if best >= _ALIKE else None


def _frequencies(text: str) -> list[tuple[str, re.Match[str]]]:
    return [(_OFTEN_AS.get(one[0], one[0]), one) for one in _OFTEN.finditer(text)]


def _ends(text: str) -> list[tuple[str, re.Match[str]]]:
    """Return where a goal is told to be reached or not, with which of the two."""
    return [("missed" if one["no"] else "met", one) for one in _END.finditer(text)]


def _replaced(
    passage: Passage, was: str, read: Callable[[str], list[tuple[str, re.Match[str]]]]
) -> Iterator[Slip]:
    """Yield what stands where the document has another of its kind; a new one is mere words."""
    here, there = read(passage.text), read(was)
    gone = Counter(what for what, _ in there) - Counter(what for what, _ in here)
    missing = [one.group() for what, one in there if gone[what]][: gone.total()]
    new = Counter(what for what, _ in here) - Counter(what for what, _ in there)
    for what, found in here:
        if missing and new[what]:
            new[what] -= 1
            yield _other(passage, (found.group(), missing.pop(0)), found.span())


def _around(text: str, start: int, end: int) -> str:
    """Return a figure with the words around it, by which it is found in a long paragraph."""
    return "".join(text[max(0, start - _NEAR) : end + _NEAR].split())


def _differences(line: _Line, was: _Line | None, made: _Made) -> Iterator[Slip]:
    """Yield the figures of a line that the line it was made of has otherwise."""
    if line.passage is None:
        return
    there = () if was is None else was.figures
    pairs, left, gone = same_place(line.figures, there)
    if was is not None and was.words == line.words:
        pairs, left, gone = list(zip(line.figures, there, strict=True)), [], []
    new = line.numbers - (Counter() if was is None else was.numbers)
    said = [
        *_of_pairs(line.passage, pairs, new, made),
        *_of_left(line.passage, left, gone, made),
    ]
    yield from sorted(said, key=lambda slip: slip.start)


def _of_pairs(
    passage: Passage, pairs: list[tuple[Figure, Figure]], new: Counter[str], made: _Made
) -> Iterator[Slip]:
    """Yield the figures that differ from those in the same place, but for moved ones."""
    for here, there in pairs:
        span = (here.start, here.end)
        near = nearness(here, there)
        if here.value == there.value:
            if near >= _SAME and (differ := otherwise(here, there)):
                yield _other(passage, differ, span)
        elif made.nearest(here) <= near and (new[here.value] or near >= _SAME):
            yield _other(passage, (here.written, there.written), span)


def _of_left(
    passage: Passage, left: list[Figure], gone: list[Figure], made: _Made
) -> Iterator[Slip]:
    """Yield the figures of a line whose place is none in the line it was made of."""
    gone = list(gone)
    for here in left:
        same = next((one for one in gone if one.value == here.value), None)
        span = (here.start, here.end)
        if same is not None:
            gone.remove(same)
        elif here.value not in made.known:
            words = _around(passage.text, *span)
            said = message(
                "the record has no figure {found}: {words}", found=here.written, words=words
            )
            if gone:
                yield _other(passage, (here.written, gone.pop(0).written), span)
            else:
                yield Slip(Code.C15, Severity.ERROR, passage, *span, said)


def _other(passage: Passage, differ: tuple[str, str], span: tuple[int, int]) -> Slip:
    found, figure = differ
    said = message(
        "the file has {found} where the record has {figure}: {words}",
        found=found,
        figure=figure,
        words=_around(passage.text, *span),
    )
    return Slip(Code.C15, Severity.ERROR, passage, *span, said)
