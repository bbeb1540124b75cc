"""C15: figures of a finished file that are not those of the document made of its record.

Who edits a summary in Word changes words on purpose and figures by mistake. So lines are
compared without their figures: each line of the file is put beside the line of the document
that it was, and only then their figures are compared. New words with the same figures pass.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.document import Document, Inlines, plain
from summarykit.document.placing import placed_lines
from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import ordinal_of
from summarykit.review.prose.passages import Passage, Prose
from summarykit.review.prose.renaming import renamed
from summarykit.review.prose.slips import Slip

_UNITS: Final = "名人位次户所份个项场对篇节元件条册间处张台套课时周天轮遍期"
_NUMBER: Final = re.compile(
    # The line and the index of a field in 数据来源 are no figures of the record.
    r"(?<!\d)(?!\d+[行\]])\d+(?:\.\d+)?[%％‰]?"
    rf"|(?<![第十百千万])[一二两三四五六七八九十百千万]{{1,6}}(?=[余多来几]?[{_UNITS}])"
)
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
_MARKUP: Final = re.compile(r"[\s*#\\]+")
_AROUND: Final = f"{BLANKS}#*"
_NEAR: Final = 8
_ALIKE: Final = 0.5
"""How alike two lines without figures are at least, if one was made of the other."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its number: its words without figures, and the figures with places."""

    words: str
    figures: tuple[tuple[str, int, int], ...]
    passage: Passage | None = None
    inlines: Inlines = ()
    """What the document has there, if it is a line of it."""

    @property
    def numbers(self) -> Counter[str]:
        """The figures, each as often as it stands there."""
        return Counter(figure for figure, _, _ in self.figures)


def check(prose: Prose, document: Document) -> Iterator[Slip]:
    """Yield each figure of a finished text that the document has otherwise, or not at all.

    `document` is what the record makes, in the report, length and for the readers of the text.
    """
    made = [
        replace(line, inlines=each.words)
        for each in placed_lines(document)
        if (line := _line(plain(each.words)))
    ]
    kept = [line for one in prose.passages for line in _lines(one)]
    known = {figure for line in made for figure, _, _ in line.figures}
    for line, was in _pairs(kept, made):
        yield from _differences(line, was, known)
        if was is not None and line.passage is not None:
            yield from _frequencies(line.passage, plain(was.inlines))
            yield from renamed(line.passage, was.inlines)


def likeness(prose: Prose, document: Document) -> float:
    """Return how much of a text is in a document but for the figures: from 0 to 1."""
    made = Counter(_words(plain(each.words)) for each in placed_lines(document))
    kept = Counter(line.words for one in prose.passages for line in _lines(one))
    return (made & kept).total() / max(1, (made | kept).total())


def _words(text: str) -> str:
    line = _line(text)
    return "" if line is None else line.words


def _lines(passage: Passage) -> Iterator[_Line]:
    """Yield a passage as one line, a row of a table in plain text cell by cell."""
    cells = _CELLS if passage.text.startswith("|") else _COLUMNS
    found = list(cells.finditer(passage.text))
    whole = len(found) == 1 and cells is _COLUMNS
    for one in [None] if whole else found:
        text, offset = (passage.text, 0) if one is None else (one.group(), one.start())
        if line := _line(text, passage, offset):
            yield line


def _line(text: str, passage: Passage | None = None, offset: int = 0) -> _Line | None:
    """Return a line as it is compared, None where nothing but its number is there."""
    bare = text.strip(_AROUND)
    start = offset + text.index(bare) if bare else 0
    ordinal = ordinal_of(bare)
    skipped = len(ordinal.written) if ordinal else 0
    if not skipped and (found := _BY_RULE.match(bare)):
        skipped = found.end()
    rest = bare[skipped:]
    if not rest:
        return None
    at = start + skipped
    figures = tuple(
        (one.group(), one.start() + at, one.end() + at) for one in _NUMBER.finditer(rest)
    )
    return _Line(_MARKUP.sub("", _NUMBER.sub("0", rest)), figures, passage)


def _pairs(
    kept: Sequence[_Line], made: Sequence[_Line]
) -> Iterator[tuple[_Line, _Line | None]]:
    """Yield each line of the file with the line of the document that it was made of."""
    matcher = SequenceMatcher(
        None, [line.words for line in made], [line.words for line in kept], autojunk=False
    )
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            yield from zip(kept[start:end], made[first:last], strict=True)
        else:
            yield from _likest(kept[start:end], made[first:last])


def _likest(
    kept: Sequence[_Line], made: Sequence[_Line]
) -> Iterator[tuple[_Line, _Line | None]]:
    """Yield each reworded line with the likest one that no line before it has."""
    free = list(made)
    for line in kept:
        best, at = 0.0, -1
        for index, other in enumerate(free):
            matcher = SequenceMatcher(None, other.words, line.words, autojunk=False)
            if matcher.real_quick_ratio() > best and (ratio := matcher.ratio()) > best:
                best, at = ratio, index
        yield line, free.pop(at) if best >= _ALIKE else None


def _frequencies(passage: Passage, was: str) -> Iterator[Slip]:
    """Yield a frequency that stands where the document has another; a new one is mere words."""
    here = [(_OFTEN_AS.get(one[0], one[0]), one) for one in _OFTEN.finditer(passage.text)]
    there = [_OFTEN_AS.get(one[0], one[0]) for one in _OFTEN.finditer(was)]
    gone = list((Counter(there) - Counter(often for often, _ in here)).elements())
    new = Counter(often for often, _ in here) - Counter(there)
    for often, found in here:
        if gone and new[often]:
            new[often] -= 1
            said = message(
                "the file has {found} where the record has {figure}: {words}",
                found=found.group(),
                figure=gone.pop(0),
                words=_around(passage.text, *found.span()),
            )
            yield Slip(Code.C15, Severity.ERROR, passage, *found.span(), said)


def _around(text: str, start: int, end: int) -> str:
    """Return a figure with the words around it, by which it is found in a long paragraph."""
    return "".join(text[max(0, start - _NEAR) : end + _NEAR].split())


def _differences(line: _Line, was: _Line | None, known: set[str]) -> Iterator[Slip]:
    before = Counter[str]() if was is None else was.numbers
    gone = list((before - line.numbers).elements())
    new = line.numbers - before
    for figure, start, end in line.figures:
        if not new[figure] or line.passage is None:
            continue
        new[figure] -= 1
        if gone:
            said = message(
                "the file has {found} where the record has {figure}: {words}",
                found=figure,
                figure=gone.pop(0),
                words=_around(line.passage.text, start, end),
            )
        elif figure not in known:
            words = _around(line.passage.text, start, end)
            said = message(
                "the record has no figure {found}: {words}", found=figure, words=words
            )
        else:
            continue
        yield Slip(Code.C15, Severity.ERROR, line.passage, start, end, said)
