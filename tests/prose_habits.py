"""Habits that tire a reader: long sentences, the same opening or connective again and again.

They are counted and shown, not forbidden; each rule yields `Seam`s as the hard ones do.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from prose_lines import Line, Role, Span, letters, lines_of
from prose_seams import Seam, seam
from summarykit.document import Document, Text

LONGEST: Final = 120
IN_A_ROW: Final = 3
GRAM: Final = 6
NEAR: Final = 0.6
SHORTEST_NEAR: Final = 14
# A sentence is the record's where so much of it is.
_MOSTLY: Final = 0.8
MOST_ALIKE: Final = 0.4
FEWEST_PARAGRAPHS: Final = 5

# How often each connective may stand in 1000 characters, and how often in any text.
_OFTEN: Final = {
    "因而": 2.0,
    "其中": 2.5,
    "此外": 1.5,
    "同时": 2.0,
    "原因在于": 2.0,
    "主要是因为": 1.5,
    "针对": 3.0,
    "由…负责": 3.0,
    "包括": 3.0,
    "具体": 2.0,
    "进行": 2.5,
    "覆盖": 3.0,
}
_ALWAYS_ALLOWED: Final = 3
_HELD: Final = re.compile("由[^，。；由]{1,24}负责")
_ORDINAL: Final = re.compile("[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]")


def soft_seams(document: Document) -> list[Seam]:
    """Return what is worth a second look in the text."""
    lines = tuple(line for line in lines_of(document) if line.role is not Role.OTHER)
    texts = tuple(line for line in lines if line.role is Role.TEXT)
    return [
        *_long(texts),
        *_rows(lines),
        *_near(texts),
        *_alike(texts),
        *_connectives(texts),
        *_headings_again(lines),
    ]


def _long(lines: Iterable[Line]) -> Iterator[Seam]:
    for line in lines:
        for start, end in line.sentences:
            if end - start > LONGEST:
                own = any(
                    len(one.text) > LONGEST and not isinstance(one, Text)
                    for one in line.cut(start, end)
                )
                rule = f"a sentence over {LONGEST} characters"
                yield seam(rule, line, (start, end), by_record=own)


def _rows(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        if line.role is Role.TEXT:
            openings = [(line, span) for span in line.sentences]
            yield from _row(openings, "three sentences in a row that open alike")
    yield from _row(list(_paragraphs(lines)), "three paragraphs in a row that open alike")


def _paragraphs(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Span]]:
    """Yield the paragraphs and where each begins; a heading that stands alone parts them."""
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        if line.role is Role.TEXT:
            yield line, (0, len(line.text))
        elif after is None or after.block != line.block:
            yield line, (0, 0)


def _row(openings: list[tuple[Line, Span]], rule: str) -> Iterator[Seam]:
    count = 0
    before = ""
    for line, (start, end) in openings:
        opening = line.text[start:end][:2]
        same = bool(opening) and opening == before and not _ORDINAL.match(line.text[start:])
        count = count + 1 if same else 1
        before = opening
        if count == IN_A_ROW:
            own = line.owner(start, start + 2) is not None
            yield seam(rule, line, (start, start + 2), by_record=own)


def _near(lines: Iterable[Line]) -> Iterator[Seam]:
    known: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for line in lines:
        for start, end in line.sentences:
            found = grams(letters(line.text[start:end]))
            if len(found) + GRAM <= SHORTEST_NEAR:
                continue
            shared = Counter(place for gram in found for place in known[gram])
            if any(_is_near(n, len(found), sizes[place]) for place, n in shared.items()):
                own = _share_of_values(line, start, end) > _MOSTLY
                yield seam("a sentence nearly said before", line, (start, end), by_record=own)
            for gram in found:
                known[gram].append(len(sizes))
            sizes.append(len(found))


def _share_of_values(line: Line, start: int, end: int) -> float:
    """Return how much of a sentence the record says, in letters."""
    parts = list(line.cut(start, end))
    own = sum(len(letters(one.text)) for one in parts if not isinstance(one, Text))
    return own / max(1, len(letters(line.text[start:end])))


def _is_near(shared: int, one: int, other: int) -> bool:
    """Return whether the overlap of two sets of grams is large; the same set is a hard seam."""
    union = one + other - shared
    return union > shared > NEAR * union


def grams(text: str, size: int = GRAM) -> frozenset[str]:
    """Return the runs of `size` characters in a text."""
    return frozenset(text[at : at + size] for at in range(len(text) - size + 1))


def _alike(lines: tuple[Line, ...]) -> Iterator[Seam]:
    single = [line for line in lines if len(line.sentences) == 1]
    openings = Counter(line.text[:2] for line in single if not _ORDINAL.match(line.text))
    if not openings or len(lines) < FEWEST_PARAGRAPHS:
        return
    opening, count = openings.most_common(1)[0]
    if count > MOST_ALIKE * len(lines):
        first = next(line for line in single if line.text[:2] == opening)
        own = all(line.owner(0, 2) for line in single if line.text[:2] == opening)
        yield seam(
            "most paragraphs are one sentence that opens alike", first, (0, 2), by_record=own
        )


def _connectives(lines: tuple[Line, ...]) -> Iterator[Seam]:
    size = sum(len(line.text) for line in lines)
    for word, most in _OFTEN.items():
        form = _HELD if "…" in word else re.compile(word)
        found = [(line, hit.span()) for line in lines for hit in form.finditer(line.text)]
        own = [one for one in found if one[0].owner(*one[1]) is None]
        if len(own) > max(_ALWAYS_ALLOWED, most * size / 1000):
            yield seam(f"{word} more than {most} times in 1000 characters", *own[-1])


def _headings_again(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line, after in pairwise(lines):
        said = letters(line.text)
        again = after.role is Role.TEXT and letters(after.text).startswith(said)
        if line.role is Role.HEADING and len(said) > IN_A_ROW and again:
            own = after.owner(0, len(said)) is not None
            yield seam("a heading said again at once", after, (0, len(said)), by_record=own)
