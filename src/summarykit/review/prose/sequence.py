"""H04 in text without a layout: numbers that are missing, repeated, or begin anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import Kind as Numbering
from summarykit.review.ordinals import Ordinal
from summarykit.review.prose.glued import glued_numbers, glued_words, wrong_marks
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.slips import Slip

_LEADS_IN: Final = (":", "：", "如下", "如下。", "以下工作。", "——")
_AROUND: Final = f"{BLANKS}[【#"
_SHORT: Final = 15
_LONG_SENTENCE: Final = 40
_OWN_LINES: Final = 2
_STOPS: Final = "。！？；"
_MISSING: Final = message("the numbers begin with {found}: what comes before is missing")
_OTHER_KIND: Final = message("{found} goes on with numbers of another kind")
_ANEW: Final = message("the numbers begin anew with {found}, without words that lead in")
_OUT_OF_ORDER: Final = message("{found} stands where number {due} is due")
_LONE: Final = message("{found} is the only one of its list")
_NO_HEADING: Final = message("{found} has no heading, as the others of its list have")


@dataclass(slots=True)
class _List:
    """Numbers of one kind that follow each other."""

    key: tuple[Numbering, str]
    items: list[Passage] = field(default_factory=list)
    count: int = 0
    also: int = 0
    """What would be right, too, after a number that was wrong."""
    is_faulty: bool = False


@dataclass(slots=True)
class _Lists:
    """The lists that are open, the outermost first, and what is said of them."""

    open: list[_List] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)

    def take(self, passage: Passage, ordinal: Ordinal, *, led_in: bool) -> None:
        """Count a number that a passage begins with."""
        key = _key(ordinal)
        known = next((one for one in self.open if one.key == key), None)
        if known is None:
            self._begin(passage, ordinal, key)
            return
        while self.open[-1] is not known:
            self.close()
        due = known.count + 1
        if ordinal.count == 1 != due:
            self.close()
            self.open.append(_List(key, [passage], 1))
            if not led_in:
                known.is_faulty = True
                self._say(passage, ordinal, _ANEW)
            return
        if ordinal.count not in (due, known.also):
            self._say(passage, ordinal, _OUT_OF_ORDER, due=due)
            known.also = due + 1
            known.is_faulty = True
        else:
            known.also = 0
        known.count = ordinal.count
        known.items.append(passage)

    def _begin(self, passage: Passage, ordinal: Ordinal, key: tuple[Numbering, str]) -> None:
        begun = _List(key, [passage], ordinal.count)
        if ordinal.count > 1:
            begun.is_faulty = True
            inner = self.open[-1] if self.open else None
            if inner is not None and inner.count + 1 == ordinal.count:
                self._say(passage, ordinal, _OTHER_KIND)
                inner.count = ordinal.count
                return
            self._say(passage, ordinal, _MISSING)
        self.open.append(begun)

    def end(self) -> None:
        """End all lists."""
        while self.open:
            self.close()

    def close(self) -> None:
        """End the innermost list."""
        ended = self.open.pop()
        (first, *others) = ended.items
        # A text may have one section only; marked headings are as those of a Word file.
        section = first.kind is Kind.HEADING and (
            first.level or ended.key[0] is Numbering.CHINESE
        )
        lone = not others and not section and not ended.is_faulty
        if lone and first.ordinal is not None:
            self._say(first, first.ordinal, _LONE)
        own_line = sum(one.kind is Kind.HEADING for one in ended.items)
        for item in ended.items:
            if own_line >= _OWN_LINES and item.ordinal is not None and _is_mere_text(item):
                self._say(item, item.ordinal, _NO_HEADING)

    def _say(self, passage: Passage, ordinal: Ordinal, said: Message, **more: int) -> None:
        begins = passage.text.index(ordinal.bare)
        end = begins + len(ordinal.bare)
        told = Message(said.text, {"found": ordinal.bare, **more})
        self.slips.append(Slip(Code.H04, Severity.ERROR, passage, begins, end, told))


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the numbers of headings and items that are wrong, or stand where none should."""
    lists = _Lists()
    before: Passage | None = None
    for passage in prose.passages:
        if passage.kind is Kind.OTHER and passage.text.strip(_AROUND).startswith("附"):
            lists.end()  # an attachment has numbers of its own
        if passage.kind not in {Kind.HEADING, Kind.TEXT}:
            continue
        if passage.ordinal is not None and _is_number(passage):
            lists.take(passage, passage.ordinal, led_in=_leads_in(before))
        for start, ordinal in glued_numbers(passage):
            for one in lists.open:
                if one.key == _key(ordinal) and one.count + 1 == ordinal.count:
                    one.count = ordinal.count
                    yield glued_slip(passage, start, ordinal)
        before = passage
    lists.end()
    yield from lists.slips
    yield from wrong_marks(prose)
    yield from glued_words(prose)


def glued_slip(passage: Passage, start: int, ordinal: Ordinal) -> Slip:
    """Return what is said of a number within a paragraph whose list has a line for each."""
    said = message(
        "{found} stands within a paragraph: begin a line with it", found=ordinal.bare
    )
    return Slip(Code.H04, Severity.ERROR, passage, start, start + len(ordinal.bare), said)


def _key(ordinal: Ordinal) -> tuple[Numbering, str]:
    """Return what numbers of one list have in common: 1. and 1、 may be of two."""
    mark = ordinal.bare[-1:] if ordinal.kind in {Numbering.CHINESE, Numbering.ARABIC} else ""
    return ordinal.kind, "." if mark in (".", "．") else "、" if mark in (
        "、",
        "，",
        ",",
    ) else ""


def _is_number(passage: Passage) -> bool:
    """Return whether a line begins with a number, and not with so many of something."""
    written = passage.ordinal.bare if passage.ordinal else ""
    return passage.kind is Kind.HEADING or not written.isalnum() or not written[0].isdecimal()


def _leads_in(before: Passage | None) -> bool:
    """Return whether a list may begin after those words."""
    if before is None:
        return True
    words = before.text.strip(BLANKS)
    if before.ordinal is None and (before.kind is Kind.HEADING or len(words) <= _SHORT):
        return True
    return words.endswith(_LEADS_IN)


def _is_mere_text(passage: Passage) -> bool:
    """Return whether a number stands before long sentences without a heading of their own."""
    if passage.kind is not Kind.TEXT:
        return False
    words = passage.text.strip(BLANKS)
    first = next((at for at, sign in enumerate(words) if sign in _STOPS), len(words))
    return first > _LONG_SENTENCE and first + 1 < len(words)
