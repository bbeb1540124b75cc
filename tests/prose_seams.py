"""The seams that no summary may have: where a template and the values of a record meet badly.

Each rule yields `Seam`s. One whose both sides lie inside one value of the record is the
record's own: it is shown, and no template is to blame.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from prose import ENDS, UNPAIRED, doubled_at, faults
from prose_lines import Line, Role, Span, letters, lines_of
from prose_lists import short_lists
from prose_planned import told_as_done
from summarykit.document import Document, Fact, Text
from summarykit.model import YearRecord

SHORTEST_SENTENCE: Final = 8

# What people do say twice: 一个一个地谈.
_SAID_TWICE: Final = frozenset(
    {
        *("一个", "一项", "一件", "一户", "一人", "一步", "一遍", "一次"),
        *("逐个", "逐项", "逐人"),
    }
)
_REPEATED: Final = re.compile(r"([\u4e00-\u9fff]{2,8})(?:[》”]?)\1")
_ORPHANS: Final = (
    re.compile(r"(?<![一合兼归吞])并(?=[，。；、：]|$)"),
    re.compile(r"(?<!参与|融入|置身|投入|沉浸|加入|乐在|身处)其中(?=[。；、]|$)"),
    re.compile(r"^其中"),
    re.compile(r"其中[有，为：]+(?=[。；]|$)"),
    re.compile(r"(?:此外|同时|另外|还有|以及)(?=[。；、：]|$)"),
    re.compile(r"(?<!一)(?:还有|以及)(?=，)"),
    re.compile(r"包括(?=[，。；、]|$)"),
)
_CLASHING: Final = re.compile(r"[！？][，、；：。]|[。！？…]”[。，；]")
_PLACEHOLDERS: Final = re.compile(
    r"[xX×]{2,}|[xX×](?=[名人个校县镇])|_{2,}|\.{3,}|TODO|TBD|某某(?=[学县镇乡校])"
    r"|待填|待补|待定|未填|请填|请补|占位|此处|不详|未统计|样例|示例"
)


@dataclass(frozen=True)
class Seam:
    """What was found: by which rule, where, the words, and whether they are the record's."""

    rule: str
    where: str
    shown: str
    by_record: bool = False


Rule = Callable[[tuple[Line, ...]], Iterator[Seam]]


def hard_seams(document: Document, record: YearRecord | None = None) -> list[Seam]:
    """Return every hard seam of the text; plans are looked for when there is a record."""
    lines = lines_of(document)
    found = [seam for rule in RULES for seam in rule(lines)]
    if record is not None:
        found += [
            seam("a plan told as done", line, span)
            for line, span in told_as_done(lines, record)
        ]
    return found


def seam(rule: str, line: Line, span: Span, *, by_record: bool = False) -> Seam:
    """Return the seam at a span of a line."""
    where = f"{line.block}（{line.under}）" if line.under else line.block
    return Seam(rule, where, line.around(*span), by_record)


def _owned(rule: str, line: Line, start: int, end: int) -> Seam:
    """Return the seam at a span; it is the record's if one value holds all of it."""
    own = line.owner(start, min(end, len(line.text))) is not None
    return seam(rule, line, (start, end), by_record=own)


def _marks(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        for what, start, end in faults(line.text) if line.role is not Role.OTHER else ():
            yield _unpaired(line) if what == UNPAIRED else _owned(what, line, start, end)


def _clashing(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        for found in _CLASHING.finditer(line.text):
            yield _owned("a mark behind the end of a sentence", line, *found.span())


def _unpaired(line: Line) -> Seam:
    """Return the seam of a line whose brackets do not pair; values may bring their own half."""
    own = "".join(one.text for one in line.words if isinstance(one, Text))
    by_record = not any(what == UNPAIRED for what, _, _ in faults(own))
    return seam(UNPAIRED, line, (0, len(line.text)), by_record=by_record)


def _doubled(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        for place, (one, other) in zip(line.starts[1:], pairwise(line.words), strict=False):
            if doubled_at(one.text, other.text):
                yield seam("a word doubled at a joint", line, (place - 1, place + 1))


def _repeated(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        for found in _REPEATED.finditer(line.text):
            if found[1] not in _SAID_TWICE:
                yield _owned("a word said twice running", line, *found.span())


def _orphans(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        for form in _ORPHANS if line.role is Role.TEXT else ():
            for found in form.finditer(line.text):
                yield _owned("a connective that leads to nothing", line, *_with_next(found))


def _with_next(found: re.Match[str]) -> Span:
    return found.start(), found.end() + 1


def _placeholders(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        for found in _PLACEHOLDERS.finditer(line.text):
            yield _owned("a word that holds a place", line, *found.span())


def _open_ends(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line in lines:
        if line.role is Role.TEXT and letters(line.text) and not line.text.endswith(ENDS):
            last = line.words[-1]
            # A template drops its stop behind a value that brings a mark of its own.
            own = isinstance(last, Fact) and last.text[-1:] in "：；…"
            end = len(line.text)
            yield seam("a sentence without its end", line, (end - 1, end), by_record=own)


def _empty(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        if line.role is not Role.OTHER and not letters(line.text):
            yield seam("a line without words", line, (0, len(line.text)))
        if line.role is not Role.HEADING:
            continue
        if after is None or (after.role is Role.HEADING and after.level <= line.level):
            yield seam("a heading without content", line, (0, len(line.text)))


def _told_twice(lines: tuple[Line, ...]) -> Iterator[Seam]:
    known: dict[str, frozenset[str]] = {}
    for line in lines:
        for start, end in line.sentences if line.role is Role.TEXT else ():
            words = line.text[start:end]
            said = letters(words)
            if len(said) < SHORTEST_SENTENCE:
                continue
            facts = _facts(line, start, start + len(words.rstrip("。！？”")))
            if said in known:
                own = bool(facts) and facts.isdisjoint(known[said])
                yield seam("a sentence said twice", line, (start, end), by_record=own)
            known.setdefault(said, facts)


def _facts(line: Line, start: int, end: int) -> frozenset[str]:
    """Return what a sentence tells.

    Two sentences that tell different facts, each of another measure, may well read alike: the
    record says 由督导室负责，每天三次 of both. Told twice is a fact that stands in both.
    """
    told = (one for one in line.within(start, end) if isinstance(one, Fact))
    return frozenset(one.ref.partition("#")[0] for one in told)


def _short_lists(lines: tuple[Line, ...]) -> Iterator[Seam]:
    for line, span in short_lists(lines):
        yield _owned("a list of one", line, *span)


RULES: Final[tuple[Rule, ...]] = (
    _marks,
    _clashing,
    _doubled,
    _repeated,
    _orphans,
    _short_lists,
    _told_twice,
    _placeholders,
    _open_ends,
    _empty,
)
