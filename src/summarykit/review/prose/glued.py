"""H04 within a paragraph: numbers that should begin a line, or have a mark too many."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import Ordinal, ordinal_of
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.slips import Slip

_AFTER_STOP: Final = re.compile(
    r"(?<=[。！？；;])\s*(?=[（(]|[①-⑳⑴-⒇㈠-㈩]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．])"
)
_LONGEST: Final = 12
_BOTH: Final = re.compile(
    r"(?:^|(?<=[。；;：:！？\s]))[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)](?:、(?![（(])|[.．，,])"
)
_DIGITS: Final = "[一二三四五六七八九十]"
_CHAINS: Final = (
    re.compile(r"(?P<r1>首先)(?=[，,是要])|(?P<r2>其次)(?=[，,是要])|(?P<r3>再次)(?=[，,是])"),
    re.compile(f"第(?P<digit>{_DIGITS})(?=[，,、])"),
    re.compile(f"(?P<digit>{_DIGITS})(?=是(?!否|非))"),
)
_BEFORE: Final = "。！？；;：:"
_COUNTS: Final = "一二三四五六七八九十"
_LABEL: Final = re.compile(r"(?:^|(?<=[。！？；]))[^。！？；，,：:“”]{2,12}[：:]$")
_FIGURES: Final = re.compile(r"[0-9０-９一二三四五六七八九十]+")


def glued_numbers(passage: Passage) -> Iterator[tuple[int, Ordinal]]:
    """Yield the numbers after a stop in a text that has no list from 1 on of its own."""
    if passage.kind is not Kind.TEXT:
        return
    found = [
        (at.end(), ordinal)
        for at in _AFTER_STOP.finditer(passage.text)
        if (ordinal := ordinal_of(passage.text[at.end() : at.end() + _LONGEST]))
    ]
    kinds = {ordinal.kind for _, ordinal in found if ordinal.count == 1}
    yield from (one for one in found if one[1].kind not in kinds)


def wrong_marks(prose: Prose) -> Iterator[Slip]:
    """Yield the numbers that have both brackets and a mark after them (GB/T 15834, B.3)."""
    for passage in prose.body:
        for found in _BOTH.finditer(passage.text):
            said = message("a number in brackets has no mark after it: {found}", found=found[0])
            yield Slip(Code.H04, Severity.ERROR, passage, *found.span(), said)


def glued_words(prose: Prose) -> Iterator[Slip]:
    """Yield 首先, 第二 or 三是 within a paragraph, if the next to it in order begins one.

    The same holds of a label (四月份：) that ends a paragraph, if one like it has a line.
    """
    for chain in _CHAINS:
        yield from _glued_in_chain(chain, [one for one in prose.body if one.kind is Kind.TEXT])
    lines = {
        skeleton
        for one in prose.body
        if (words := one.text.strip(BLANKS)) and _LABEL.fullmatch(words)
        if (skeleton := _FIGURES.sub("0", words)) != words
    }
    for passage in prose.body:
        words = passage.text.rstrip(BLANKS)
        found = _LABEL.search(words)
        if found and found.start() and _FIGURES.sub("0", found[0]) in lines:
            yield _slip(passage, found.start(), found.end())


def _glued_in_chain(chain: re.Pattern[str], texts: list[Passage]) -> Iterator[Slip]:
    ranks = [_ranks(chain, passage) for passage in texts]
    for at, (here, after) in enumerate(pairwise([*ranks, {}])):
        before = ranks[at - 1] if at else {}
        for rank, (start, end) in here.items():
            if not start or rank - 1 in here or rank + 1 in here:
                continue
            follows = rank > 1 and _begins(before, rank - 1)
            if follows or (rank == 1 and _begins(after, 2)):
                yield _slip(texts[at], start, end)


def _begins(ranks: dict[int, tuple[int, int]], rank: int) -> bool:
    return ranks.get(rank, (1, 1))[0] == 0


def _ranks(chain: re.Pattern[str], passage: Passage) -> dict[int, tuple[int, int]]:
    """Return the first place of each member of a chain; 0 is the start of the paragraph."""
    found: dict[int, tuple[int, int]] = {}
    text = passage.text
    for one in chain.finditer(text):
        begins = not text[: one.start()].strip(BLANKS)
        if begins or text[one.start() - 1] in _BEFORE:
            rank = _rank(one)
            found.setdefault(rank, (0 if begins else one.start(), one.end()))
    return found


def _rank(found: re.Match[str]) -> int:
    named = found.groupdict()
    if "digit" in named:
        return _COUNTS.index(found["digit"]) + 1
    return next(int(name[1:]) for name, words in named.items() if words)


def _slip(passage: Passage, start: int, end: int) -> Slip:
    words = passage.text[start:end]
    said = message("{found} stands within a paragraph: begin a line with it", found=words)
    return Slip(Code.H04, Severity.ERROR, passage, start, end, said)
